"""All rules over one Word file."""

from __future__ import annotations

import zipfile
from collections import Counter
from io import BytesIO

from uitvoeringsplan.checks.bevinding import Bevinding, Regel
from uitvoeringsplan.checks.contrast import CONTRASTREGELS
from uitvoeringsplan.checks.invulveldregels import INVULVELDREGELS
from uitvoeringsplan.checks.onderdelen import lees_woordbestand
from uitvoeringsplan.checks.pakketregels import PAKKETREGELS
from uitvoeringsplan.checks.toegankelijkheid import TOEGANKELIJKHEIDSREGELS
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.package import lees_pakket

ONLEESBAAR = "onleesbaar"
DUBBEL_ONDERDEEL = "dubbel-onderdeel"

REGELS: tuple[Regel, ...] = (
    *PAKKETREGELS,
    *INVULVELDREGELS,
    *TOEGANKELIJKHEIDSREGELS,
    *CONTRASTREGELS,
)


def controleer_docx(data: bytes, pad: str) -> list[Bevinding]:
    """Return everything that is wrong with a Word file, in the order of the rules.

    A file that cannot be read gives one finding; `pad` names it there.
    """
    if dubbel := _dubbele_onderdelen(data, pad):
        return dubbel
    try:
        bestand = lees_woordbestand(lees_pakket(data, pad))
        return [bevinding for regel in REGELS for bevinding in regel.bevindingen(bestand)]
    except SjabloonError as fout:
        return [Bevinding(ONLEESBAAR, pad, str(fout).removeprefix(f"{pad}: "))]


def _dubbele_onderdelen(data: bytes, pad: str) -> list[Bevinding]:
    """Return the parts that are in the package twice: which one counts differs per program.

    The reader of templates refuses such a file at the first one; here they are all named.
    Source: ECMA-376-2 (Open Packaging Conventions), part names are unique, capitals aside.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as pakket:
            namen = Counter(naam.lower() for naam in pakket.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return []  # the reader says what is wrong with it
    return [
        Bevinding(DUBBEL_ONDERDEEL, pad, f"het onderdeel {naam} zit {aantal} keer in het pakket.")
        for naam, aantal in namen.items()
        if aantal > 1
    ]
