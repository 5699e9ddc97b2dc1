"""Run by a Python that has `uno`: edits a document as somebody at LibreOffice would.

Usage: edit_document.py PIPE FILE FOLDER; writes FOLDER/EDIT.docx per edit, each from that file.
"""

from __future__ import annotations

import pathlib
import sys

import uno
from uno_connection import kantoor, open_document, save

_VET = uno.getConstantByName("com.sun.star.awt.FontWeight.BOLD")
_ENTER = uno.getConstantByName("com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK")


def _search(document, words: str):
    vraag = document.createSearchDescriptor()
    vraag.SearchString = words
    vraag.SearchCaseSensitive = True
    return document.findFirst(vraag)


def _type_in_behind(document, words: str, text: str) -> None:
    """Go to the end of the paragraph with these words, press Enter and type."""
    found = _search(document, words)
    running = found.getText().createTextCursorByRange(found.getEnd())
    running.gotoEndOfParagraph(False)
    running.getText().insertControlCharacter(running, _ENTER, False)
    running.getText().insertString(running, text, False)


def _veld(document, words: str):
    """Return the field that LibreOffice makes of the first paragraph of an answer."""
    velden = document.getTextFields().createEnumeration()
    while velden.hasMoreElements():
        veld = velden.nextElement()
        if words in getattr(veld, "Content", ""):
            return veld
    raise LookupError(words)


def word(document) -> None:
    _search(document, "Niet elk meningsverschil").setString("Niet ieder meningsverschil")


def tracked_word(document) -> None:
    document.RecordChanges = True
    word(document)


def first_paragraph(document) -> None:
    veld = _veld(document, "In Oudermeer kunnen")
    veld.Content = veld.Content.replace("kunnen", "mogen")


def empty_antwoord(document) -> None:
    _veld(document, "Klik of tik om tekst in te voeren.").Content = "Nu ingevuld."


def paragraph(document) -> None:
    _type_in_behind(document, "Dat is hier nodig.", "Een nieuwe alinea.")


def punt(document) -> None:
    _type_in_behind(document, "met een notitie van één A4", "en een nieuw punt")


def vet(document) -> None:
    _search(document, "gezicht in de buurt").CharWeight = _VET


def link(document) -> None:
    _search(document, "De gemeente luistert eerst").HyperLinkURL = "https://www.voorbeeld.nl/a"


def gone(document) -> None:
    found = _search(document, "Niet elk meningsverschil")
    running = found.getText().createTextCursorByRange(found)
    running.gotoStartOfParagraph(False)
    running.gotoEndOfParagraph(True)
    running.setString("")


def gegeven(document) -> None:
    _search(document, "adviseur veiligheid, team").setString("adviseur openbare orde, team")


EDITS = (
    word, tracked_word, first_paragraph, empty_antwoord, paragraph, punt, vet, link, gone,
    gegeven,
)  # fmt: skip


def main() -> None:
    with kantoor(sys.argv[1]) as (_, desk):
        for edit in EDITS:
            document = open_document(desk, pathlib.Path(sys.argv[2]))
            edit(document)
            save(document, pathlib.Path(sys.argv[3]) / f"{edit.__name__}.docx")


main()
