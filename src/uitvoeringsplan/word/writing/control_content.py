"""What goes into a control: the answer of one question or field as WordprocessingML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.answer_markup import read_markup
from uitvoeringsplan.model.vraag import Shape
from uitvoeringsplan.word.invulvelden import ControlKind, answer_bookmark_of
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
_PPR_END, _NO_PPR = "</w:pPr>", "<w:pPr/>"


def field_text(vraag: Vraag, value: str) -> str:
    """Return a field as it reads inside a line: dates in words, points behind each other."""
    return vraag.type.on_a_line(vraag, value) if value else ""


def control_xml(
    field: Invulveld,
    vraag: Vraag,
    value: str,
    styles: StyleIds,
    gathered: Gathered | None,
) -> str:
    """Return what the control holds; empty when the answer shows nothing.

    Without `gathered` links become plain text: only the main part can have them.
    """
    if field.form is ControlKind.REGEL:
        return run_xml(field_text(vraag, value), field.rpr)
    if vraag.type.shape is Shape.TABLE:
        from uitvoeringsplan.word.writing.table_xml import answer_table_xml  # noqa: PLC0415 - few have a table

        return answer_table_xml(vraag, value, styles)
    if not vraag.type.is_block:
        return f"<w:p>{field.ppr}{run_xml(field_text(vraag, value), field.rpr)}</w:p>"
    blocks = read_markup(value)
    if gathered is None:
        blocks, gathered = without_links(blocks), Gathered(0)
    return answer_xml(blocks, styles, gathered, field.ppr, read_looks(field.rpr))


def with_bookmark(xml: str, vraag_id: str, number: int) -> str:
    """Return an answer with the bookmark of its question at its very beginning.

    `number` is one that no other bookmark of the document has. It stands in the first paragraph,
    around no words: from between two paragraphs LibreOffice puts it in the one above.
    """
    place = xml.index("<w:p>") + len("<w:p>")
    if xml.startswith("<w:pPr>", place):
        place = xml.index(_PPR_END, place) + len(_PPR_END)
        while xml.startswith("</w:pPrChange>", place):  # that was the end of what it was before
            place = xml.index(_PPR_END, place) + len(_PPR_END)
    elif xml.startswith(_NO_PPR, place):
        place += len(_NO_PPR)
    mark = (
        f'<w:bookmarkStart w:id="{number}" w:name="{answer_bookmark_of(vraag_id)}"/>'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )
    return f"{xml[:place]}{mark}{xml[place:]}"


def empty_xml(field: Invulveld, vraag: Vraag, *, is_vraag: bool) -> str:
    """Return what an adopted plan shows in a control that has no answer."""
    if field.form is ControlKind.REGEL:
        return run_xml(NOT_KNOWN, field.rpr)
    text = vraag.empty_text if is_vraag else NOT_KNOWN
    if not vraag.type.is_block:
        return f"<w:p>{field.ppr}{run_xml(text, field.rpr)}</w:p>"
    letters = read_looks(field.rpr)
    own = f"<w:rPr>{letters.before}{letters.after}</w:rPr>" if letters != PLAIN else ""
    return f"<w:p>{field.ppr}{run_xml(text, own)}</w:p>"
