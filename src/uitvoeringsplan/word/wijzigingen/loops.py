"""The words of a changed text as WordprocessingML: runs, links and the marks around them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from uitvoeringsplan.model.word_differences import Verandering
from uitvoeringsplan.ooxml.names import tekst_xml
from uitvoeringsplan.word.antwoordxml import link_xml, loop_xml, regel_xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.model.word_differences import Verschilstuk
    from uitvoeringsplan.word.antwoordxml import Bijvangst, Letters, Stijlen
    from uitvoeringsplan.word.wijzigingen.merken import Merken

_EIGEN_TEKENS = frozenset('"\\')  # that mean something in the instruction of a field


def loops_xml(
    stukken: Iterable[Verschilstuk],
    stijlen: Stijlen,
    vangst: Bijvangst,
    merken: Merken,
    letters: Letters,
) -> str:
    """Return the runs of an answer with markup, in the looks of its control."""
    delen = []
    for adres, groep in groupby(stukken, lambda verschil: verschil.stuk.adres):
        if not adres:
            runs = ((wat, loop_xml(stuk, stijlen, letters)) for wat, stuk in groep)
            delen += [merken.om(wat, run) for wat, run in runs]
        else:
            delen.append(_link(adres, list(groep), stijlen, vangst, merken, letters))
    return "".join(delen)


def kale_loops_xml(stukken: Iterable[Verschilstuk], merken: Merken, rpr: str = "") -> str:
    """Return the runs of a text without markup, all with the same properties."""
    return "".join(merken.om(wat, regel_xml(stuk.tekst, rpr)) for wat, stuk in stukken)


def _link(
    adres: str,
    stukken: Sequence[Verschilstuk],
    stijlen: Stijlen,
    vangst: Bijvangst,
    merken: Merken,
    letters: Letters,
) -> str:
    """Return one link with the marks in it, or, when it came or went as a whole, a mark around it.

    A mark cannot stand around an element for a link, only around a field; and an element whose
    words all went would stay behind as a link without words.
    """
    runs = [loop_xml(stuk, stijlen, letters) for _, stuk in stukken]
    eerste = stukken[0].wat
    is_heel = eerste is not Verandering.GELIJK and all(wat is eerste for wat, _ in stukken)
    if is_heel and not _EIGEN_TEKENS & set(adres):
        return merken.om(eerste, _veld(adres, "".join(runs)))
    inhoud = "".join(merken.om(wat, run) for (wat, _), run in zip(stukken, runs, strict=True))
    return link_xml(adres, inhoud, vangst)


def _veld(adres: str, runs: str) -> str:
    """Return a link as the field that Word itself makes of it when changes are tracked."""

    def teken(soort: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{soort}"/></w:r>'

    opdracht = f' HYPERLINK "{tekst_xml(adres)}" '
    return (
        f'{teken("begin")}<w:r><w:instrText xml:space="preserve">{opdracht}</w:instrText></w:r>'
        f"{teken('separate')}{runs}{teken('end')}"
    )
