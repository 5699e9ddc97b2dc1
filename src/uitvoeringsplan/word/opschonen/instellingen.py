"""The settings of a document: only what decides how it looks and works stays.

The list says what stays and not what goes, so that what a later version of Word adds stays out.
Source: ECMA-376 part 1, 17.15.1, and what Word writes since 2010.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.names import R
from uitvoeringsplan.ooxml.scan import tast_af
from uitvoeringsplan.ooxml.splice import Splice, splice
from uitvoeringsplan.word.opschonen.namen import w
from uitvoeringsplan.word.opschonen.onzichtbaar import zonder_opmerkingen

if TYPE_CHECKING:
    from collections.abc import Collection

    from uitvoeringsplan.word.opschonen.verslag import Verslag

_BLIJFT = w(
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
) | {"http://schemas.openxmlformats.org/officeDocument/2006/math mathPr"}  # fmt: skip
_BEVEILIGING = "documentProtection"
# What a password can be guessed from; without it the protection works, and anybody can lift it.
_SLEUTEL = re.compile(
    rb"\s+(?:\w+:)?(?:hash|salt|hashValue|saltValue|spinCount|algorithmName|crypt\w+|algId\w*)"
    rb"\s*=\s*(?:\"[^\"]*\"|'[^']*')"
)


def schone_instellingen(
    data: bytes, naam: str, pad: str, weg: Collection[str], verslag: Verslag
) -> bytes:
    """Return the settings without what is private; `weg` are ids of relationships that go."""
    data = zonder_opmerkingen(data)
    afdruk = tast_af(data, naam, pad)
    knippen = []
    for kind in afdruk.wortel.kinderen:
        wijst = any(k.startswith(f"{R} ") and v in weg for k, v in kind.attributen.items())
        if kind.naam not in _BLIJFT or wijst:
            knippen.append(Splice(kind.begin, kind.einde))
        elif kind.naam.endswith(f" {_BEVEILIGING}"):
            oud = data[kind.begin : kind.binnen]
            nieuw = _SLEUTEL.sub(b"", oud)
            if nieuw != oud:
                verslag.meld("wachtwoord")
                knippen.append(Splice(kind.begin, kind.binnen, nieuw))
    return splice(data, knippen)
