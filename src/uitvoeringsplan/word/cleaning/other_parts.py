"""Parts beside the text: the settings, the building blocks, and the styles that hide text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.names import R
from uitvoeringsplan.ooxml.tree import (
    attributes,
    child,
    finder,
    is_on,
    parse,
    remove,
    val,
    w,
    write,
)
from uitvoeringsplan.word.cleaning.text_cleaning import has_hidden

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.cleaning.left_out import LeftOut

# What of the settings decides how a document looks and works; all else goes. The list says what
# stays and not what goes, so that what a later version of Word adds stays out.
# Source: ECMA-376 part 1, 17.15.1, and what Word writes since 2010.
_STAYS = frozenset(map(w, (
    "view", "zoom", "removePersonalInformation", "removeDateAndTime", "doNotDisplayPageBoundaries",
    "displayBackgroundShape", "mirrorMargins", "alignBordersAndEdges",
    "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop", "trackRevisions",
    "documentProtection", "autoFormatOverride", "styleLockTheme", "styleLockQFSet",
    "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone",
    "doNotHyphenateCaps", "evenAndOddHeaders", "bookFoldRevPrinting", "bookFoldPrinting",
    "bookFoldPrintingSheets", "drawingGridHorizontalSpacing", "drawingGridVerticalSpacing",
    "displayHorizontalDrawingGridEvery", "displayVerticalDrawingGridEvery",
    "doNotUseMarginsForDrawingGridOrigin", "drawingGridHorizontalOrigin",
    "drawingGridVerticalOrigin", "doNotShadeFormData", "noPunctuationKerning",
    "characterSpacingControl", "printTwoOnOne", "strictFirstAndLastChars", "noLineBreaksAfter",
    "noLineBreaksBefore", "updateFields", "hdrShapeDefaults", "footnotePr", "endnotePr", "compat",
    "themeFontLang", "clrSchemeMapping", "shapeDefaults", "decimalSymbol", "listSeparator",
    "defaultTableStyle", "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts",
    "doNotExpandShiftReturn", "doNotTrackFormatting", "doNotTrackMoves",
)))  # fmt: skip
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr"
# What a password can be guessed from; without it the protection works, and anybody can lift it.
_KEY = re.compile("hash|salt|hashValue|saltValue|spinCount|algorithmName|crypt\\w+|algId\\w*")
_asked_for = finder("//w:placeholder/w:docPart/@w:val")
_OWN = "Uvp"


def clean_settings(
    data: bytes, what: str, path: str, gone: Collection[str], report: LeftOut
) -> bytes:
    """Return the settings without what is private; `gone` are ids of relationships that go."""
    root = parse(data, what, path)
    is_changed = has_hidden(data)
    for setting in list(root):
        points = any(k.startswith(f"{{{R}}}") and v in gone for k, v in attributes(setting))
        if points or (setting.tag not in _STAYS and setting.tag != _MATH):
            remove(setting)
            is_changed = True
        elif setting.tag == w("documentProtection"):
            keys = [key for key, _ in attributes(setting) if _KEY.fullmatch(key.rpartition("}")[2])]
            for key in keys:
                del setting.attrib[key]
            if keys:
                report.meld("wachtwoord")
                is_changed = True
    return write(root) if is_changed else data


def placeholders_asked_for(data: bytes, what: str, path: str) -> set[str]:
    """Return the names of the placeholders that the controls of a part ask for."""
    if b"placeholder" not in data:
        return set()
    return set(map(str, _asked_for(parse(data, what, path))))


def clean_building_blocks(
    data: bytes, what: str, path: str, asked_for: Collection[str], report: LeftOut
) -> bytes:
    """Return the part with building blocks that has only placeholders that are asked for.

    A template can hold signatures, addresses and whole letters as AutoText, which no document
    shows. Those of this program may stay in any case: their words are the same in every template.
    """
    root = parse(data, what, path)
    is_changed = False
    for name, block in list(_building_blocks(root)):
        if name in asked_for or name.startswith(_OWN):
            goes = list(block.iter(w("description")))
        else:
            goes = [block]
            if not any(val(kind) == "bbPlcHdr" for kind in block.iter(w("type"))):
                report.meld("bouwsteen")
        for element in goes:
            remove(element)
            is_changed = True
    return write(root) if is_changed else data


def building_block_names(data: bytes, what: str, path: str) -> set[str]:
    """Return the names of the building blocks in a part."""
    return {name for name, _ in _building_blocks(parse(data, what, path))}


def _building_blocks(root: Element) -> Iterator[tuple[str, Element]]:
    for block in root.iter(w("docPart")):
        # Without properties it is what a control in a placeholder asks for.
        if child(block, "docPartPr") is not None:
            yield val(child(block, "docPartPr", "name")), block


def hidden_styles(data: bytes, what: str, path: str) -> frozenset[str]:
    """Return the ids of the styles whose text nobody sees, themselves or by what they rest on."""
    if b"vanish" not in data:
        return frozenset()
    own: dict[str, bool] = {}
    base: dict[str, str] = {}
    for style in parse(data, what, path).iter(w("style")):
        id_ = val(style, "styleId")
        base[id_] = val(child(style, "basedOn"))
        if child(style, "rPr", "vanish") is not None:
            own[id_] = is_on(style, "rPr", "vanish")
    hidden = set()
    for start in base:
        id_, seen = start, set()
        while id_ and id_ not in own and id_ not in seen:
            seen.add(id_)
            id_ = base.get(id_, "")
        if own.get(id_, False):
            hidden.add(start)
    return frozenset(hidden)
