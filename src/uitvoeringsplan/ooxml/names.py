"""The names of Office Open XML that we use, in one place."""

from __future__ import annotations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
W_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
REL_DOCUMENT = f"{_OFFICE}/officeDocument"
REL_DOCUMENT_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
REL_STYLES = f"{_OFFICE}/styles"
REL_NUMBERING = f"{_OFFICE}/numbering"
REL_HEADER = f"{_OFFICE}/header"
REL_FOOTER = f"{_OFFICE}/footer"
REL_LINK = f"{_OFFICE}/hyperlink"
REL_IMAGE = f"{_OFFICE}/image"
REL_THEME = f"{_OFFICE}/theme"
REL_SETTINGS = f"{_OFFICE}/settings"
REL_GLOSSARY = f"{_OFFICE}/glossaryDocument"
REL_NOTES = (f"{_OFFICE}/footnotes", f"{_OFFICE}/endnotes")
REL_COMMENTS = f"{_OFFICE}/comments"
REL_CUSTOM = f"{_OFFICE}/custom-properties"
REL_EXTENDED = f"{_OFFICE}/extended-properties"
REL_CORE = f"{_PACKAGE}/metadata/core-properties"

TYPES = "[Content_Types].xml"
CORE_PART = "docProps/core.xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPE_DOCUMENT = f"{_WORD}.document.main+xml"
TYPE_DOTX = f"{_WORD}.template.main+xml"
TYPE_STYLES = f"{_WORD}.styles+xml"
TYPE_NUMBERING = f"{_WORD}.numbering+xml"
TYPE_COMMENTS = f"{_WORD}.comments+xml"
TYPE_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
TYPE_CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"

XML_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# Style names are stored in English in every language version of Word; the ids are not.
LINK_STYLE = "Hyperlink"
TABLE_STYLES = ("Uvp Tabel", "Table Grid")  # the first that a template has
TABLE_HEAD_STYLE = "Uvp Tabelkop"
PLACEHOLDER_STYLE = "Placeholder Text"
CAPTION_STYLE = "caption"
# What we call the list that a template without a usable one gets; Word shows this name nowhere.
NUMBER_LIST = "UvpNummers"
BULLET_LIST = "UvpPunten"
# Who made a comment that names nobody: the format wants a name.
UNKNOWN_AUTHOR = "onbekend"


def escape_text(text: str) -> str:
    """Return a cleaned text as XML character data."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escape_attribute(text: str) -> str:
    """Return a cleaned text as the value of an attribute between double quotes."""
    return escape_text(text).replace('"', "&quot;").replace("\n", "&#10;")


def shortened(text: str, length: int) -> str:
    """Return the beginning of a text that counts no more than `length` signs.

    The format counts in UTF-16, where a sign outside the basic plane is two; none is cut in half.
    """
    return text.encode("utf-16-le")[: 2 * length].decode("utf-16-le", "ignore")
