"""What may hang on a part of a document: a list of what stays, and all else goes.

Sources: ECMA-376 part 1, chapters 11 to 15; MS-DOCX and MS-ODRAWXML for what Microsoft added.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.relationships import Relationship

_ECMA = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_MICROSOFT = "http://schemas.microsoft.com/office/"
#: Parts that belong to another part without an element that points at them.
_FIXED = frozenset(
    f"{_ECMA}{name}"
    for name in (
        "styles", "numbering", "settings", "fontTable", "theme", "footnotes", "endnotes",
        "glossaryDocument", "themeOverride",
    )
) | {
    f"{_MICROSOFT}2011/relationships/chartStyle",
    f"{_MICROSOFT}2011/relationships/chartColorStyle",
    f"{_MICROSOFT}2007/relationships/diagramDrawing",
}  # fmt: skip
#: Parts that an element points at; without one they are left over.
_AANGEWEZEN = frozenset(
    f"{_ECMA}{name}"
    for name in (
        "header", "footer", "image", "font", "chart", "chartUserShapes", "diagramData",
        "diagramLayout", "diagramQuickStyle", "diagramColors",
    )
) | {f"{_MICROSOFT}2014/relationships/chartEx"}  # fmt: skip
_WEB = ("http:", "https:", "mailto:", "tel:", "sms:", "ftp:")
_LINK = f"{_ECMA}hyperlink"
# What is not worth a word: nobody sees it, and nothing changes without it.
_QUIET = (
    "/attachedTemplate", "/mailMergeSource", "/mailMergeHeaderSource", "/mailMergeRecipientData",
    "/transform", "/customXml", "/comments", "/commentsExtended", "/commentsIds",
    "/commentsExtensible", "/people", "/printerSettings", "/webSettings", "/stylesWithEffects",
    "/hdphoto", "/classificationlabels", "/documenttasks", "/keyMapCustomizations",
    "/attachedToolbars", "/recipientData", "/wordVbaData", "/oleObject", "/package", "/control",
    "/hyperlink", "/image", "/custom-properties", "/extended-properties", "/core-properties",
    "/thumbnail", "/extensibility", "/userCustomization", "/webextensiontaskpanes", "/origin",
    "/customProperty", "/ink",
)  # fmt: skip


class Fate(Enum):
    """What becomes of a relationship."""

    BLIJFT = "blijft"
    ALS_AANGEWEZEN = "blijft als er iets naar wijst"
    SLECHTE_LINK = "link naar een schijf"
    WEG = "weg"


def is_web_address(target: str) -> bool:
    """Whether the target of a link is on the web, or starts a message or a call."""
    return target.startswith("#") or target.lower().lstrip().startswith(_WEB)


def fate_of(relationship: Relationship) -> Fate:
    """Return what becomes of a relationship of a part."""
    if relationship.kind == _LINK:
        good = relationship.extern and is_web_address(relationship.target)
        return Fate.ALS_AANGEWEZEN if good else Fate.SLECHTE_LINK
    if relationship.extern:
        return Fate.WEG
    if relationship.kind in _FIXED:
        return Fate.BLIJFT
    return Fate.ALS_AANGEWEZEN if relationship.kind in _AANGEWEZEN else Fate.WEG


def is_unknown(relationship: Relationship) -> bool:
    """Whether a relationship that goes is of a kind that this program does not know."""
    return not relationship.extern and not relationship.kind.endswith(_QUIET)
