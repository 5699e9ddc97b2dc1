"""Parts of a template that are there only when a condition holds, and what to cut for one plan.

Such a part is a content control around paragraphs or table rows, with a condition as its tag:
`als: indeling = koppen`. A finished document has none of them: a part that holds loses its
wrapper, the others go as a whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import SjabloonError, VoorwaardeError, bedoel_je
from uitvoeringsplan.model.voorwaarde import lees_voorwaarde
from uitvoeringsplan.word.invulvelden import DEEL, SDT, SDT_INHOUD, tag_van

if TYPE_CHECKING:
    from uitvoeringsplan.model.voorwaarde import Voorwaarde
    from uitvoeringsplan.ooxml.scan import Afdruk


class Keuzedeel(NamedTuple):
    """A part with a condition: the whole control, and what stands in it."""

    voorwaarde: Voorwaarde
    begin: int
    binnen: int
    slot: int
    einde: int


def vind_keuzedelen(afdruk: Afdruk, pad: str, bekend: frozenset[str]) -> tuple[Keuzedeel, ...]:
    """Return the parts with a condition in document order; raises SjabloonError.

    `bekend` holds the names that a condition may use.
    """
    delen = []
    for element in afdruk.alle(SDT):
        tag = tag_van(element)
        if not tag.startswith(DEEL):
            continue
        inhoud = element.kind(SDT_INHOUD)
        if inhoud is None or inhoud.binnen == inhoud.einde:
            raise SjabloonError(pad, f"het deel “{tag}” heeft geen inhoud. Haal het weg.")
        try:
            voorwaarde = lees_voorwaarde(tag.removeprefix(DEEL))
        except VoorwaardeError as fout:
            raise SjabloonError(
                pad, f"de voorwaarde van het deel “{tag}” is niet te lezen: {fout}"
            ) from None
        for naam in voorwaarde.ids:
            if naam not in bekend:
                raise SjabloonError(
                    pad,
                    f"“{naam}” in de voorwaarde van het deel “{tag}” is geen vraag, gegeven of"
                    f" hoofdstuk.{bedoel_je(naam, bekend)}",
                )
        delen.append(
            Keuzedeel(voorwaarde, element.begin, inhoud.binnen, inhoud.slot, element.einde)
        )
    return tuple(delen)
