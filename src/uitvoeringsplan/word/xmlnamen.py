"""The names of Office Open XML that we use, in one place."""

from __future__ import annotations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W_STRIKT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
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
REL_EIGEN = f"{_OFFICE}/custom-properties"
REL_KERN = f"{_PAKKET}/metadata/core-properties"

TYPE_KERN = "application/vnd.openxmlformats-package.core-properties+xml"
TYPE_EIGEN = "application/vnd.openxmlformats-officedocument.custom-properties+xml"

XML_KOP = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# Style names are stored in English in every language version of Word; the ids are not.
STIJL_PUNT = ("List Bullet", "List Bullet 2")
STIJL_NUMMER = ("List Number", "List Number 2")
STIJL_LINK = "Hyperlink"
STIJL_PLAATSHOUDER = "Placeholder Text"


def tekst_xml(tekst: str) -> str:
    """Return a cleaned text as XML character data."""
    return tekst.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def waarde_xml(tekst: str) -> str:
    """Return a cleaned text as the value of an attribute between double quotes."""
    return tekst_xml(tekst).replace('"', "&quot;").replace("\n", "&#10;")
