"""What goes into a control: the answer of one question or field as WordprocessingML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.opmaak import lees_opmaak
from uitvoeringsplan.model.vraag import Shape
from uitvoeringsplan.word.invulvelden import Vorm
from uitvoeringsplan.word.writing.answer_xml import (
    GEWOON,
    Bijvangst,
    antwoord_xml,
    lees_letters,
    regel_xml,
    zonder_links,
)

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.word.invulvelden import Invulveld
    from uitvoeringsplan.word.writing.answer_xml import Stijlen

#: What an adopted plan shows where a fact is missing in a sentence.
NIET_BEKEND = "–"


def veldtekst(vraag: Vraag, waarde: str) -> str:
    """Return a field as it reads inside a line: dates in words, points behind each other."""
    return vraag.type.on_a_line(vraag, waarde) if waarde else ""


def veldinhoud(
    veld: Invulveld,
    vraag: Vraag,
    waarde: str,
    stijlen: Stijlen,
    vangst: Bijvangst | None,
) -> str:
    """Return what the control holds; empty when the answer shows nothing.

    Without `vangst` links become plain text: only the main part can have them.
    """
    if veld.vorm is Vorm.REGEL:
        return regel_xml(veldtekst(vraag, waarde), veld.rpr)
    if vraag.type.shape is Shape.TABLE:
        from uitvoeringsplan.word.writing.table_xml import tabel_xml  # noqa: PLC0415 - few have a table

        return tabel_xml(vraag, waarde, stijlen)
    if not vraag.type.is_blok:
        return f"<w:p>{veld.ppr}{regel_xml(veldtekst(vraag, waarde), veld.rpr)}</w:p>"
    blokken = lees_opmaak(waarde)
    if vangst is None:
        blokken, vangst = zonder_links(blokken), Bijvangst(0)
    return antwoord_xml(blokken, stijlen, vangst, veld.ppr, lees_letters(veld.rpr))


def leegte(veld: Invulveld, vraag: Vraag, *, is_vraag: bool) -> str:
    """Return what an adopted plan shows in a control that has no answer."""
    if veld.vorm is Vorm.REGEL:
        return regel_xml(NIET_BEKEND, veld.rpr)
    tekst = vraag.leegtekst if is_vraag else NIET_BEKEND
    if not vraag.type.is_blok:
        return f"<w:p>{veld.ppr}{regel_xml(tekst, veld.rpr)}</w:p>"
    letters = lees_letters(veld.rpr)
    eigen = f"<w:rPr>{letters.voor}{letters.na}</w:rPr>" if letters != GEWOON else ""
    return f"<w:p>{veld.ppr}{regel_xml(tekst, eigen)}</w:p>"
