"""The names that cleaning a template goes by, and what says that a value is a place on a disk."""

from __future__ import annotations

import re

from uitvoeringsplan.ooxml.names import DRAWINGML, W

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
VML = "urn:schemas-microsoft-com:vml"
OFFICE_VML = "urn:schemas-microsoft-com:office:office"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"


def w(*namen: str) -> frozenset[str]:
    """Return names in the namespace of WordprocessingML, as `tast_af` writes them."""
    return frozenset(f"{W} {naam}" for naam in namen)


RUN, RUN_PR, ALINEA, ALINEA_PR = (f"{W} {naam}" for naam in ("r", "rPr", "p", "pPr"))
VERBORGEN, RUNSTIJL, ALINEASTIJL = (f"{W} {naam}" for naam in ("vanish", "rStyle", "pStyle"))
TEKST, VELDTEKEN, VELDCODE = (f"{W} {naam}" for naam in ("t", "fldChar", "instrText"))
VELD, LINK = f"{W} fldSimple", f"{W} hyperlink"

#: Marks of comments; the run around a reference stays, empty.
OPMERKINGEN = w("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef")
#: Who may edit what, by the name of a user; marks of the spelling checker; the printer; where Word
#: would look for other words than ours, in a part that goes.
WEG = w(
    "printerSettings",
    "proofErr",
    "permStart",
    "permEnd",
    "smartTagPr",
    "customXmlPr",
    "dataBinding",
) | {
    f"{_W15} webExtensionLinked",
    f"{_W15} webExtensionCreated",
    f"{_W14} contentPart",
    f"{_W15} dataBinding",
}
#: What only says of words which thing in somebody's scheme they are; the words stay.
UITPAKKEN = w("smartTag", "customXml")
#: A tracked change of looks holds the earlier looks; what is shown stays as it is.
OPMAAKWIJZIGINGEN = w(
    "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange",
    "trPrChange", "tcPrChange", "numberingChange",
)  # fmt: skip
#: A tracked change of words or cells: which of the two versions is meant, only its maker knows.
TEKSTWIJZIGINGEN = w(
    "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "moveFromRangeStart",
    "moveToRangeStart", "customXmlInsRangeStart", "customXmlDelRangeStart",
    "customXmlMoveFromRangeStart", "customXmlMoveToRangeStart",
)  # fmt: skip
#: Words of another file, that Word puts in when the document is opened.
VAN_ELDERS = w("altChunk", "subDoc")
OBJECTEN = frozenset((f"{OFFICE_VML} OLEObject", *w("objectEmbed", "objectLink")))
KNOPPEN = w("control")

ALTERNATIEF, KEUZE, TERUGVAL = (
    f"{MC} {naam}" for naam in ("AlternateContent", "Choice", "Fallback")
)
BLIP = f"{DRAWINGML} blip"
VML_BEELD = f"{VML} imagedata"
TEKENINGEN = w("drawing", "pict")
BESCHREVEN = frozenset(
    (f"{WP} docPr", f"{PIC} cNvPr", f"{_SHAPE} cNvPr", f"{_GROUP} cNvPr", f"{DRAWINGML} cNvPr")
)
VML_VORMEN = frozenset(
    f"{VML} {naam}" for naam in ("shape", "rect", "oval", "roundrect", "line", "group", "imagedata")
)
TEKENLINKS = frozenset(f"{DRAWINGML} {n}" for n in ("hlinkClick", "hlinkHover", "hlinkMouseOver"))

_SCHIJF = re.compile(
    r"(?:^|[\s\"'(])(?:[A-Za-z]:[\\/]|\\\\[^\\\s]|file:|/(?:Users|home|Volumes|private|mnt)/"
    r"|Macintosh HD:)",
    re.IGNORECASE,
)
_BESTANDSNAAM = re.compile(
    r".+\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp|heic|eps|ai|psd|pdf|docx?|dotx?|xlsx?|pptx?)",
    re.IGNORECASE,
)


def wijst_naar_schijf(waarde: str) -> bool:
    """Whether there is a place on a disk or a network in a text."""
    return bool(_SCHIJF.search(waarde))


def is_bestandsnaam(waarde: str) -> bool:
    """Whether a text is nothing but the name of a file, or a place on a disk."""
    return wijst_naar_schijf(waarde) or bool(_BESTANDSNAAM.fullmatch(waarde.strip()))
