"""The rule on the document itself: what comes of the plan now is a sound Word file for everyone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.checks.plan.basis import Bron, Ernst, Planregel, Vondst
from uitvoeringsplan.checks.plan.links import link_tekst

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.checks.plan.basis import Keuring
    from uitvoeringsplan.model.vraag import Vraag

#: What a rule over the plan finds too, at the place where the user can mend it.
_OOK_IN_HET_PLAN = {"nietszeggende-link": link_tekst}
_BIJ = re.compile(r"bij “(.*?)…?”$", re.DOTALL)


def document(keuring: Keuring) -> Iterator[Vondst]:
    """Find what the rules over a Word file find in the document of this plan."""
    gemaakt = keuring.document
    if gemaakt is None:
        return
    if gemaakt.bezwaar:
        yield Vondst(Ernst.FOUT, f"van dit plan is geen document te maken: {gemaakt.bezwaar}")
        return
    for vraag in gemaakt.zonder_plaats:
        yield Vondst(
            Ernst.WAARSCHUWING,
            "het sjabloon heeft geen plaats voor dit antwoord. Het komt niet in het document.",
            vraag,
        )
    from uitvoeringsplan.checks.word import controleer_docx  # noqa: PLC0415 - lxml is heavy

    for bevinding in controleer_docx(gemaakt.data, "het document"):
        zelfde = _OOK_IN_HET_PLAN.get(bevinding.regel_id)
        if zelfde and any(v.ernst is Ernst.WAARSCHUWING for v in zelfde(keuring)):
            continue
        waar, woorden = _vindplaats(keuring, bevinding.plaats)
        yield Vondst(
            Ernst.FOUT,
            f"in het Word-bestand ({bevinding.plaats}): {bevinding.melding} ({bevinding.regel_id})",
            waar,
            woorden,
        )


def _vindplaats(keuring: Keuring, plaats: str) -> tuple[Vraag | None, str]:
    """Return the answer that the words of a place come from, and those words."""
    bij = _BIJ.search(plaats)
    woorden = " ".join(bij[1].split()) if bij else ""
    if woorden:
        for antwoord in keuring.openbaar:
            if any(woorden in " ".join(regel.split()) for regel in antwoord.regels()):
                return antwoord.vraag, woorden
    return None, ""


DOCUMENTREGELS = (
    Planregel(
        "document",
        "Het Word-bestand is in orde en toegankelijk",
        "Het document dat `genereer` nu zou maken, voldoet aan alle regels voor een Word-bestand:"
        " geldig, met echte koppen, lijsten en kopregels, een titel, een taal en genoeg contrast.",
        Ernst.FOUT,
        document,
        Bron(
            "EN 301 549, hoofdstuk 10; WCAG 2.2",
            "https://www.digitoegankelijk.nl/wetgeving",
        ),
    ),
)
