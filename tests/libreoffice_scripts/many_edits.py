"""Run by a Python that has `uno`: edits a document as somebody at LibreOffice would, in many ways.

Usage: many_edits.py PIPE FILE ORDERS FOLDER; ORDERS is a JSON list of objects with `name`, `edit`
(one of `EDITS`), `phrase` (words that stand in the document once), `new` (words that do not) and
`picture` (a file). A comment is not among them: a LibreOffice without a screen falls over with it.
Writes FOLDER/NAME.docx for each, and a line of JSON with what shows since: `words` and `gone`.
"""

from __future__ import annotations

import json
import pathlib
import sys

import uno
from com.sun.star.awt import Size
from com.sun.star.style.BreakType import PAGE_BEFORE
from com.sun.star.text.ControlCharacter import LINE_BREAK, PARAGRAPH_BREAK
from com.sun.star.text.TextContentAnchorType import AS_CHARACTER
from uno_connection import kantoor, open_document, save

_BOLD = uno.getConstantByName("com.sun.star.awt.FontWeight.BOLD")
_ITALIC = uno.Enum("com.sun.star.awt.FontSlant", "ITALIC")
_SMALL_CAPS = uno.getConstantByName("com.sun.star.style.CaseMap.SMALLCAPS")


class Hand:
    """A document with the words that somebody points at, and what can be done there."""

    def __init__(self, context, document, phrase: str, new: str, picture: str) -> None:
        self.document, self.phrase, self.new, self.picture = document, phrase, new, picture
        self._context = context
        self.found = _find(document, phrase)

    @property
    def text(self):
        return self.found.getText()

    def behind(self):
        """Return a cursor behind the words."""
        return self.text.createTextCursorByRange(self.found.getEnd())

    def paragraph(self):
        """Return a cursor around the paragraph with the words."""
        cursor = self.text.createTextCursorByRange(self.found)
        cursor.gotoStartOfParagraph(False)
        cursor.gotoEndOfParagraph(True)
        return cursor

    def make(self, service: str):
        return self.document.createInstance(f"com.sun.star.{service}")

    def put(self, content, *, over: bool = False) -> None:
        """Put something behind the words, or over them."""
        self.text.insertTextContent(self.found if over else self.behind(), content, over)

    def press(self, command: str, *, whole: bool = False) -> None:
        """Select the words or their paragraph, and give a command of the menu."""
        controller = self.document.getCurrentController()
        controller.select(self.paragraph() if whole else self.found)
        doer = self._context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.DispatchHelper", self._context
        )
        doer.executeDispatch(controller.getFrame(), f".uno:{command}", "", 0, ())

    def table(self):
        """Return the table that the words stand in, and the number of their row."""
        table = self.found.TextTable
        name = self.found.Cell.CellName
        return table, int("".join(sign for sign in name if sign.isdigit())) - 1


def _find(document, phrase: str):
    search = document.createSearchDescriptor()
    search.SearchString, search.SearchCaseSensitive = phrase, True
    found = document.findFirst(search)
    if found is None:
        raise LookupError(phrase)
    return found


def _type(hand: Hand):
    hand.text.insertString(hand.behind(), f" {hand.new}", False)
    return [hand.new], []


def _overtype(hand: Hand):
    hand.found.setString(hand.new)
    return [hand.new], [hand.phrase]


def _delete(hand: Hand):
    hand.found.setString("")
    return [], [hand.phrase]


def _new_paragraph(hand: Hand):
    cursor = hand.paragraph()
    cursor.collapseToEnd()
    hand.text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    hand.text.insertString(cursor, hand.new, False)
    return [hand.new], []


def _empty_paragraph(hand: Hand):
    hand.paragraph().setString("")
    return [], [hand.phrase]


def _move_paragraph(hand: Hand):
    hand.press("MoveUp", whole=True)
    return [hand.phrase], []


def _replace_all(hand: Hand):
    descriptor = hand.document.createReplaceDescriptor()
    descriptor.SearchString, descriptor.ReplaceString = hand.phrase, hand.new
    assert hand.document.replaceAll(descriptor)
    return [hand.new], [hand.phrase]


def _upper_case(hand: Hand):
    hand.press("ChangeCaseToUpper")
    return [hand.phrase.upper()], [hand.phrase]


def _line_break(hand: Hand):
    """Break the line between the two words, in the place of the space."""
    one, _, other = hand.phrase.partition(" ")
    hand.found.setString(one)
    end = hand.behind()
    hand.text.insertControlCharacter(end, LINE_BREAK, False)
    hand.text.insertString(end, other, False)
    return [one, other], []


def _dressed(**properties):
    """Return an edit that gives the words a look."""

    def edit(hand: Hand):
        for name, value in properties.items():
            setattr(hand.found, name, value)
        return [hand.phrase], []

    return edit


def _paragraph_dressed(**properties):
    def edit(hand: Hand):
        cursor = hand.paragraph()
        for name, value in properties.items():
            setattr(cursor, name, value)
        return [hand.phrase], []

    return edit


def _pressed(command: str, *, whole: bool = False):
    def edit(hand: Hand):
        hand.press(command, whole=whole)
        return [hand.phrase], []

    return edit


def _note(service: str):
    def edit(hand: Hand):
        note = hand.make(service)
        hand.put(note)
        note.setString(hand.new)
        return [hand.new], []

    return edit


def _frame(hand: Hand):
    frame = hand.make("text.TextFrame")
    frame.AnchorType, frame.Width, frame.Height = AS_CHARACTER, 3000, 1000
    hand.put(frame)
    frame.getText().setString(hand.new)
    return [hand.new], []


def _shape(hand: Hand):
    shape = hand.make("drawing.RectangleShape")
    shape.setSize(Size(3000, 1000))
    hand.put(shape)
    shape.setString(hand.new)
    return [hand.new], []


def _picture(hand: Hand):
    picture = hand.make("text.TextGraphicObject")
    picture.GraphicURL = pathlib.Path(hand.picture).as_uri()
    picture.AnchorType, picture.Width, picture.Height = AS_CHARACTER, 1000, 1000
    hand.put(picture)
    return [], []


def _page_number(hand: Hand):
    field = hand.make("text.TextField.PageNumber")
    hand.put(field)
    hand.document.getTextFields().refresh()
    return [field.getPresentation(False)], []


def _tracked(edit):
    def tracked(hand: Hand):
        hand.document.RecordChanges = True
        return edit(hand)

    return tracked


def _formula(hand: Hand):
    formula = hand.make("text.TextEmbeddedObject")
    formula.CLSID = "078B7ABA-54FC-457F-8551-6147e776a997"
    formula.AnchorType = AS_CHARACTER
    hand.put(formula)
    formula.getEmbeddedObject().Formula = "x over y"
    return ["xy"], []  # as letters


def _small_table(hand: Hand):
    table = hand.make("text.TextTable")
    table.initialize(1, 2)
    hand.put(table)
    table.getCellByName("A1").setString(hand.new)
    return [hand.new], []


def _new_row(hand: Hand):
    table, number = hand.table()
    table.getRows().insertByIndex(number + 1, 1)
    column = hand.found.Cell.CellName.rstrip("0123456789")
    table.getCellByName(f"{column}{number + 2}").setString(hand.new)
    return [hand.new], []


def _drop_row(hand: Hand):
    table, number = hand.table()
    table.getRows().removeByIndex(number, 1)
    return [], [hand.phrase]


EDITS = {
    "type": _type,
    "overtype": _overtype,
    "delete": _delete,
    "new paragraph": _new_paragraph,
    "empty paragraph": _empty_paragraph,
    "move paragraph": _move_paragraph,
    "replace all": _replace_all,
    "upper case": _upper_case,
    "line break": _line_break,
    "bold": _dressed(CharWeight=_BOLD),
    "italic": _dressed(CharPosture=_ITALIC),
    "underline": _dressed(CharUnderline=1),
    "strike": _dressed(CharStrikeout=1),
    "superscript": _dressed(CharEscapement=33, CharEscapementHeight=58),
    "highlight": _dressed(CharBackColor=0xFFFF00),
    "colour": _dressed(CharColor=0xC00000),
    "white": _dressed(CharColor=0xFFFFFF),
    "hidden": _dressed(CharHidden=True),
    "small capitals": _dressed(CharCaseMap=_SMALL_CAPS),
    "link": _dressed(HyperLinkURL="https://oudermeer.example/nieuw"),
    "shading": _paragraph_dressed(ParaBackColor=0xFFFF00),
    "page break": _paragraph_dressed(BreakType=PAGE_BEFORE),
    "heading": _paragraph_dressed(ParaStyleName="Heading 2"),
    "numbering": _pressed("DefaultNumbering", whole=True),
    "bullets": _pressed("DefaultBullet", whole=True),
    "footnote": _note("text.Footnote"),
    "endnote": _note("text.Endnote"),
    "frame": _frame,
    "shape": _shape,
    "picture": _picture,
    "page number": _page_number,
    "tracked typing": _tracked(_type),
    "tracked delete": _tracked(_delete),
    "formula": _formula,
    "table": _small_table,
    "new row": _new_row,
    "drop row": _drop_row,
}


def main() -> None:
    orders = json.loads(pathlib.Path(sys.argv[3]).read_text("utf-8"))
    with kantoor(sys.argv[1]) as (context, desk):
        for order in orders:
            document = open_document(desk, pathlib.Path(sys.argv[2]))
            hand = Hand(context, document, order["phrase"], order["new"], order["picture"])
            words, gone = EDITS[order["edit"]](hand)
            save(document, pathlib.Path(sys.argv[4]) / f"{order['name']}.docx")
            said = {"name": order["name"], "words": words, "gone": gone}
            sys.stdout.write(json.dumps(said) + "\n")


main()
