"""The names that cleaning a template goes by, and what says that a value is a place on a disk."""

from __future__ import annotations

import re

from uitvoeringsplan.ooxml.names import DRAWINGML
from uitvoeringsplan.ooxml.tree import w

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_VML = "{urn:schemas-microsoft-com:vml}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_GROUP = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
_A = f"{{{DRAWINGML}}}"


def _w(*names: str) -> frozenset[str]:
    return frozenset(map(w, names))


#: Marks of comments; the run around a reference stays, empty.
COMMENTS = _w("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef")
#: Who may edit what, by the name of a user; marks of the spelling checker; the printer; where Word
#: would look for other words than ours, in a part that goes.
GOES = _w(
    "printerSettings",
    "proofErr",
    "permStart",
    "permEnd",
    "smartTagPr",
    "customXmlPr",
    "dataBinding",
) | {
    f"{_W15}webExtensionLinked",
    f"{_W15}webExtensionCreated",
    f"{_W14}contentPart",
    f"{_W15}dataBinding",
}
#: What only says of words which thing in somebody's scheme they are; the words stay.
UNWRAPPED = _w("smartTag", "customXml")
#: A tracked change of looks holds the earlier looks; what is shown stays as it is.
FORMAT_CHANGES = _w(
    "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange",
    "trPrChange", "tcPrChange", "numberingChange",
)  # fmt: skip
#: A tracked change of words or cells: which of the two versions is meant, only its maker knows.
TEXT_CHANGES = _w(
    "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "moveFromRangeStart",
    "moveToRangeStart", "customXmlInsRangeStart", "customXmlDelRangeStart",
    "customXmlMoveFromRangeStart", "customXmlMoveToRangeStart",
)  # fmt: skip
#: Words of another file, that Word puts in when the document is opened.
FROM_ELSEWHERE = _w("altChunk", "subDoc")
OBJECTS = frozenset(
    ("{urn:schemas-microsoft-com:office:office}OLEObject", *_w("objectEmbed", "objectLink"))
)
BUTTONS = _w("control")

BLIP, VML_PICTURE = f"{_A}blip", f"{_VML}imagedata"
DRAWINGS = ("drawing", "pict")
DESCRIBED = (f"{_WP}docPr", *(f"{space}cNvPr" for space in (_PIC, _SHAPE, _GROUP, _A)))
VML_SHAPES = tuple(
    f"{_VML}{name}" for name in ("shape", "rect", "oval", "roundrect", "line", "group", "imagedata")
)
DRAWING_LINKS = tuple(f"{_A}{name}" for name in ("hlinkClick", "hlinkHover", "hlinkMouseOver"))

_DISK = re.compile(
    r"(?:^|[\s\"'(])(?:[A-Za-z]:[\\/]|\\\\[^\\\s]|file:|/(?:Users|home|Volumes|private|mnt)/"
    r"|Macintosh HD:)",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(
    r".+\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp|heic|eps|ai|psd|pdf|docx?|dotx?|xlsx?|pptx?)",
    re.IGNORECASE,
)


def points_at_disk(value: str) -> bool:
    """Whether there is a place on a disk or a network in a text."""
    return bool(_DISK.search(value))


def is_file_name(value: str) -> bool:
    """Whether a text is nothing but the name of a file, or a place on a disk."""
    return points_at_disk(value) or bool(_FILE_NAME.fullmatch(value.strip()))
