"""What goes into a control: the answer of one question or field as WordprocessingML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.answer_markup import read_markup
from uitvoeringsplan.model.vraag import Shape
from uitvoeringsplan.word.invulvelden import ControlKind
from uitvoeringsplan.word.writing.answer_xml import (
    PLAIN,
    Gathered,
    answer_xml,
    read_looks,
    run_xml,
    without_links,
)

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.word.invulvelden import Invulveld
    from uitvoeringsplan.word.writing.answer_xml import StyleIds

#: What an adopted plan shows where a fact is missing in a sentence.
NOT_KNOWN = "–"


def field_text(vraag: Vraag, waarde: str) -> str:
    """Return a field as it reads inside a line: dates in words, points behind each other."""
    return vraag.type.on_a_line(vraag, waarde) if waarde else ""


def control_xml(
    veld: Invulveld,
    vraag: Vraag,
    waarde: str,
    stijlen: StyleIds,
    vangst: Gathered | None,
) -> str:
    """Return what the control holds; empty when the answer shows nothing.

    Without `vangst` links become plain text: only the main part can have them.
    """
    if veld.vorm is ControlKind.REGEL:
        return run_xml(field_text(vraag, waarde), veld.rpr)
    if vraag.type.shape is Shape.TABLE:
        from uitvoeringsplan.word.writing.table_xml import answer_table_xml  # noqa: PLC0415 - few have a table

        return answer_table_xml(vraag, waarde, stijlen)
    if not vraag.type.is_blok:
        return f"<w:p>{veld.ppr}{run_xml(field_text(vraag, waarde), veld.rpr)}</w:p>"
    blokken = read_markup(waarde)
    if vangst is None:
        blokken, vangst = without_links(blokken), Gathered(0)
    return answer_xml(blokken, stijlen, vangst, veld.ppr, read_looks(veld.rpr))


def empty_xml(veld: Invulveld, vraag: Vraag, *, is_vraag: bool) -> str:
    """Return what an adopted plan shows in a control that has no answer."""
    if veld.vorm is ControlKind.REGEL:
        return run_xml(NOT_KNOWN, veld.rpr)
    tekst = vraag.empty_text if is_vraag else NOT_KNOWN
    if not vraag.type.is_blok:
        return f"<w:p>{veld.ppr}{run_xml(tekst, veld.rpr)}</w:p>"
    letters = read_looks(veld.rpr)
    eigen = f"<w:rPr>{letters.voor}{letters.na}</w:rPr>" if letters != PLAIN else ""
    return f"<w:p>{veld.ppr}{run_xml(tekst, eigen)}</w:p>"
