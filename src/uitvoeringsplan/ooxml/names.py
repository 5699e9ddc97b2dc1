"""The names of Office Open XML that we use, in one place."""

from __future__ import annotations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
W_STRIKT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006/main"
RELATIES = "http://schemas.openxmlformats.org/package/2006/relationships"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKKET = "http://schemas.openxmlformats.org/package/2006/relationships"
REL_DOCUMENT = f"{_OFFICE}/officeDocument"
REL_DOCUMENT_STRIKT = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
REL_STIJLEN = f"{_OFFICE}/styles"
REL_NUMMERING = f"{_OFFICE}/numbering"
REL_KOPTEKST = f"{_OFFICE}/header"
REL_VOETTEKST = f"{_OFFICE}/footer"
REL_LINK = f"{_OFFICE}/hyperlink"
REL_BEELD = f"{_OFFICE}/image"
REL_THEMA = f"{_OFFICE}/theme"
REL_INSTELLINGEN = f"{_OFFICE}/settings"
REL_GLOSSARIUM = f"{_OFFICE}/glossaryDocument"
REL_NOTEN = (f"{_OFFICE}/footnotes", f"{_OFFICE}/endnotes")
REL_OPMERKINGEN = f"{_OFFICE}/comments"
REL_EIGEN = f"{_OFFICE}/custom-properties"
REL_KERN = f"{_PAKKET}/metadata/core-properties"

TYPES = "[Content_Types].xml"
DEEL_KERN = "docProps/core.xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPE_DOCUMENT = f"{_WORD}.document.main+xml"
TYPE_DOTX = f"{_WORD}.template.main+xml"
TYPE_STIJLEN = f"{_WORD}.styles+xml"
TYPE_NUMMERING = f"{_WORD}.numbering+xml"
TYPE_OPMERKINGEN = f"{_WORD}.comments+xml"
TYPE_KERN = "application/vnd.openxmlformats-package.core-properties+xml"
TYPE_EIGEN = "application/vnd.openxmlformats-officedocument.custom-properties+xml"

XML_KOP = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# Style names are stored in English in every language version of Word; the ids are not.
STIJL_PUNT = ("List Bullet", "List Bullet 2")
STIJL_NUMMER = ("List Number", "List Number 2")
STIJL_LINK = "Hyperlink"
STIJL_TABEL = ("Uvp Tabel", "Table Grid")  # the first that a template has
STIJL_TABELKOP = "Uvp Tabelkop"
STIJL_PLAATSHOUDER = "Placeholder Text"
STIJL_BIJSCHRIFT = "caption"
# What we call the list that a template without a usable one gets; Word shows this name nowhere.
LIJST_NUMMERS = "UvpNummers"
LIJST_PUNTEN = "UvpPunten"
# Who made a comment that names nobody: the format wants a name.
ONBEKENDE_AUTEUR = "onbekend"


def tekst_xml(tekst: str) -> str:
    """Return a cleaned text as XML character data."""
    return tekst.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def waarde_xml(tekst: str) -> str:
    """Return a cleaned text as the value of an attribute between double quotes."""
    return tekst_xml(tekst).replace('"', "&quot;").replace("\n", "&#10;")


def ingekort(tekst: str, lengte: int) -> str:
    """Return the beginning of a text that counts no more than `lengte` signs.

    The format counts in UTF-16, where a sign outside the basic plane is two; none is cut in half.
    """
    return tekst.encode("utf-16-le")[: 2 * lengte].decode("utf-16-le", "ignore")
