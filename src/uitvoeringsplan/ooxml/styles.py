"""The styles of a document, as far as reading it asks: what is a heading, what is a list.

Everything is worked out through `w:basedOn` once, when the part is read. Styles are known by
their name, which is English in every language version of Word; their ids are not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.ooxml.names import W
from uitvoeringsplan.ooxml.scan import tast_af

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.scan import Element

_STIJL, _NAAM, _BASIS = f"{W} style", f"{W} name", f"{W} basedOn"
_NIVEAU, _NUM_ID, _ILVL = f"{W} outlineLvl", f"{W} numId", f"{W} ilvl"
_VET, _CURSIEF = f"{W} b", f"{W} i"
_VERBORGEN, _PLAATS = f"{W} vanish", f"{W} vertAlign"
_DOOR = (f"{W} strike", f"{W} dstrike")
# What stands in these is not a property of the style itself; kept, so that it stays apart.
_APART = frozenset(f"{W} {naam}" for naam in ("tblStylePr", "pPrChange", "rPrChange"))
_NODIG = _APART.union(
    (_STIJL, _NAAM, _BASIS, _NIVEAU, _NUM_ID, _ILVL, _VET, _CURSIEF, _VERBORGEN, _PLAATS), _DOOR
)
_VAL = f"{W} val"
_KOPNAAM = re.compile("heading ([1-9])")
_UIT = ("0", "false", "off")
PLATTE_TEKST = 9  # the outline level of what is no heading
GEEN_NUMMERING = "0"  # the numId that takes a paragraph out of its list


class Stijl(NamedTuple):
    """One style; None is what neither it nor a style it is based on says."""

    naam: str  # in lower case
    soort: str = "paragraph"
    niveau: int | None = None
    num_id: str | None = None
    ilvl: int | None = None
    vet: bool | None = None
    cursief: bool | None = None
    verborgen: bool | None = None
    doorgehaald: bool | None = None
    plaats: str | None = None  # `superscript`, `subscript` or `baseline`


GEEN_STIJL = Stijl("")


class Stijlblad(NamedTuple):
    """The styles by id. An id that is empty or unknown means the default paragraph style."""

    stijlen: dict[str, Stijl]
    ids: dict[str, str]  # by name in lower case; the first style of that name
    standaard: str

    def stijl(self, stijl_id: str) -> Stijl:
        """Return the style of a paragraph, as Word takes it."""
        stijl = self.stijlen.get(stijl_id)
        return stijl if stijl is not None else self.stijlen.get(self.standaard, GEEN_STIJL)

    def naam(self, stijl_id: str) -> str:
        """Return the name in lower case, such as `heading 1`."""
        return self.stijl(stijl_id).naam

    def niveau(self, stijl_id: str) -> int | None:
        """Return the outline level, from 0; None for body text."""
        niveau = self.stijl(stijl_id).niveau
        return None if niveau is None or niveau >= PLATTE_TEKST else niveau

    def nummering(self, stijl_id: str) -> tuple[str, int] | None:
        """Return the list and the level in it that the style puts a paragraph in."""
        stijl = self.stijl(stijl_id)
        if stijl.num_id is None or stijl.num_id == GEEN_NUMMERING:
            return None
        return stijl.num_id, stijl.ilvl or 0

    def id_van(self, naam: str) -> str:
        """Return the id of the style with this name, empty when there is none."""
        return self.ids.get(naam.lower(), "")


LEEG = Stijlblad({}, {}, "")


def lees_stijlblad(xml: bytes, naam: str, pad: str) -> Stijlblad:
    """Return the styles of a styles part; `naam` and `pad` are for messages."""
    wortel = tast_af(xml, naam, pad, bewaar=_NODIG.__contains__).wortel
    elementen: dict[str, Element] = {}
    standaard = ""
    for element in wortel.kinderen:
        if element.naam != _STIJL:
            continue
        stijl_id = element.attributen.get(f"{W} styleId", "")
        elementen.setdefault(stijl_id, element)
        is_alinea = element.attributen.get(f"{W} type", "paragraph") == "paragraph"
        if is_alinea and element.attributen.get(f"{W} default", "0") not in _UIT:
            standaard = standaard or stijl_id
    stijlen: dict[str, Stijl] = {}
    for stijl_id in elementen:
        _werk_uit(stijl_id, elementen, stijlen)
    ids: dict[str, str] = {}
    for stijl_id, stijl in stijlen.items():
        ids.setdefault(stijl.naam, stijl_id)
    return Stijlblad(stijlen, ids, standaard)


def staat_aan(waarde: str | None) -> bool:
    """Whether the value of an on/off element means on; no value does."""
    return waarde not in _UIT


def getal(waarde: str | None) -> int | None:
    """Return a whole number as the format writes it; None for anything else."""
    return int(waarde) if waarde is not None and re.fullmatch("[0-9]{1,9}", waarde) else None


def _werk_uit(stijl_id: str, elementen: dict[str, Element], stijlen: dict[str, Stijl]) -> None:
    """Add a style to `stijlen`, after what it is based on; a circle ends where it closes."""
    keten: dict[str, None] = {}  # in order; a chain may be as long as there are styles
    while stijl_id in elementen and stijl_id not in stijlen and stijl_id not in keten:
        keten[stijl_id] = None
        basis = elementen[stijl_id].kind(_BASIS)
        stijl_id = basis.attributen.get(_VAL, "") if basis else ""
    for eigen in reversed(keten):
        stijlen[eigen] = _stijl(elementen[eigen], stijlen.get(stijl_id, GEEN_STIJL))
        stijl_id = eigen


def _stijl(element: Element, basis: Stijl) -> Stijl:
    waarden = {kind.naam: kind.attributen.get(_VAL) for kind in reversed(element.kinderen)}
    naam = (waarden.get(_NAAM) or "").lower()
    niveau = getal(waarden.get(_NIVEAU))
    # Word's own headings have their level also where the file does not say so.
    if niveau is None and (kop := _KOPNAAM.fullmatch(naam)):
        niveau = int(kop[1]) - 1
    ilvl = getal(waarden.get(_ILVL))
    door = [naam for naam in _DOOR if naam in waarden]
    return Stijl(
        naam,
        element.attributen.get(f"{W} type", "paragraph"),
        basis.niveau if niveau is None else niveau,
        waarden.get(_NUM_ID) or basis.num_id,
        basis.ilvl if ilvl is None else ilvl,
        staat_aan(waarden[_VET]) if _VET in waarden else basis.vet,
        staat_aan(waarden[_CURSIEF]) if _CURSIEF in waarden else basis.cursief,
        staat_aan(waarden[_VERBORGEN]) if _VERBORGEN in waarden else basis.verborgen,
        any(staat_aan(waarden[naam]) for naam in door) if door else basis.doorgehaald,
        waarden.get(_PLAATS) or basis.plaats,
    )
