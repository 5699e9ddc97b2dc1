"""Run by a Python that has `uno`: edits a document as somebody at LibreOffice would.

Usage: edit_document.py PIPE FILE FOLDER; writes FOLDER/EDIT.docx per edit, each from that file.
"""

from __future__ import annotations

import pathlib
import sys

import uno
from uno_connection import bewaar, kantoor, open_document

_VET = uno.getConstantByName("com.sun.star.awt.FontWeight.BOLD")
_ENTER = uno.getConstantByName("com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK")


def _zoek(document, woorden: str):
    vraag = document.createSearchDescriptor()
    vraag.SearchString = woorden
    vraag.SearchCaseSensitive = True
    return document.findFirst(vraag)


def _typ_erachter(document, woorden: str, tekst: str) -> None:
    """Go to the end of the paragraph with these words, press Enter and type."""
    gevonden = _zoek(document, woorden)
    lopend = gevonden.getText().createTextCursorByRange(gevonden.getEnd())
    lopend.gotoEndOfParagraph(False)
    lopend.getText().insertControlCharacter(lopend, _ENTER, False)
    lopend.getText().insertString(lopend, tekst, False)


def _veld(document, woorden: str):
    """Return the field that LibreOffice makes of the first paragraph of an answer."""
    velden = document.getTextFields().createEnumeration()
    while velden.hasMoreElements():
        veld = velden.nextElement()
        if woorden in getattr(veld, "Content", ""):
            return veld
    raise LookupError(woorden)


def woord(document) -> None:
    _zoek(document, "Niet elk meningsverschil").setString("Niet ieder meningsverschil")


def woord_bijgehouden(document) -> None:
    document.RecordChanges = True
    woord(document)


def eerste_alinea(document) -> None:
    veld = _veld(document, "In Oudermeer kunnen")
    veld.Content = veld.Content.replace("kunnen", "mogen")


def leeg_antwoord(document) -> None:
    _veld(document, "Klik of tik om tekst in te voeren.").Content = "Nu ingevuld."


def alinea(document) -> None:
    _typ_erachter(document, "Dat is hier nodig.", "Een nieuwe alinea.")


def punt(document) -> None:
    _typ_erachter(document, "met een notitie van één A4", "en een nieuw punt")


def vet(document) -> None:
    _zoek(document, "gezicht in de buurt").CharWeight = _VET


def link(document) -> None:
    _zoek(document, "De gemeente luistert eerst").HyperLinkURL = "https://www.voorbeeld.nl/a"


def weg(document) -> None:
    gevonden = _zoek(document, "Niet elk meningsverschil")
    lopend = gevonden.getText().createTextCursorByRange(gevonden)
    lopend.gotoStartOfParagraph(False)
    lopend.gotoEndOfParagraph(True)
    lopend.setString("")


def gegeven(document) -> None:
    _zoek(document, "adviseur veiligheid, team").setString("adviseur openbare orde, team")


BEWERKINGEN = (
    woord, woord_bijgehouden, eerste_alinea, leeg_antwoord, alinea, punt, vet, link, weg, gegeven,
)  # fmt: skip


def main() -> None:
    with kantoor(sys.argv[1]) as (_, bureau):
        for bewerking in BEWERKINGEN:
            document = open_document(bureau, pathlib.Path(sys.argv[2]))
            bewerking(document)
            bewaar(document, pathlib.Path(sys.argv[3]) / f"{bewerking.__name__}.docx")


main()
