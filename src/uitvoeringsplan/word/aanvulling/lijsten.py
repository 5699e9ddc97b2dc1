"""The lists that the styles for points and numbers need, in a template that lacks them.

A style says which numbering (`w:num`) it uses, and that which list (`w:abstractNum`). Numbered
points need one list with two levels, because every answer starts a numbering of its own in it.
Many templates have a list of one level per style; then one is made that looks like those two.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.ooxml.insert import NUMMERING, achter, invoegplek, w, waarde
from uitvoeringsplan.ooxml.names import LIJST_NUMMERS, LIJST_PUNTEN, STIJL_NUMMER, STIJL_PUNT
from uitvoeringsplan.ooxml.scan import tast_af
from uitvoeringsplan.ooxml.splice import Splice, splice
from uitvoeringsplan.ooxml.styles import getal
from uitvoeringsplan.word.aanvulling.eigenlijst import eigen_lijst

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.scan import Afdruk, Element
    from uitvoeringsplan.ooxml.styles import Stijlblad

NIVEAUS = (0, 1)  # of points in an answer

_INSPRINGING = 397  # 0.7 cm for each level
_FAMILIES = (
    (LIJST_PUNTEN, STIJL_PUNT, (("bullet", "•"), ("bullet", "–"))),
    (LIJST_NUMMERS, STIJL_NUMMER, (("decimal", "%1."), ("lowerLetter", "%2."))),
)
_ILVL = re.compile(rb"(\bilvl\s*=\s*[\"'])\d+")
_PLAATS = re.compile("%([1-9])")
_NSID = 0x0B556380  # by which Word tells lists apart; counted up until it is free


class Lijsten(NamedTuple):
    """The numbering part with all lists in it, and what the styles without a list are to use.

    `nummers` holds (numId, level) by the name of the style.
    """

    data: bytes
    nummers: dict[str, tuple[str, int]]


class _Laag(NamedTuple):
    """The level that a style uses, and the list it belongs to; None when only a num has it."""

    num_id: str
    laag: Element
    lijst: Element | None


def vul_lijsten_aan(data: bytes, wat: str, pad: str, stijlblad: Stijlblad) -> Lijsten:
    """Return the numbering with a list for every style that has none; `wat` names the part."""
    bron = _Nummering(tast_af(data, wat, pad), stijlblad)
    p = bron.afdruk.prefix(pad, wat)
    lijsten, nums = "", ""
    nummers: dict[str, tuple[str, int]] = {}
    for eigen, stijlen, vormen in _FAMILIES:
        lagen = [bron.laag_van(stijl) for stijl in stijlen]
        kaal = {stijl: i for i, stijl in enumerate(stijlen) if lagen[i] is None}
        num_id = bron.hele_lijst(lagen[0], eigen)
        if not num_id and (kaal or eigen == LIJST_NUMMERS):
            lijst_id, num_id = bron.nieuwe_ids()
            delen = (
                (laag and _overgenomen(data, laag.laag, niveau)) or _niveau(*vorm, niveau, p)
                for niveau, laag, vorm in zip(NIVEAUS, lagen, vormen, strict=True)
            )
            lijsten += _lijst(eigen, lijst_id, "".join(delen), p, data)
            nums += f'<{p}num {p}numId="{num_id}"><{p}abstractNumId {p}val="{lijst_id}"/></{p}num>'
        nummers |= {stijl: (num_id, niveau) for stijl, niveau in kaal.items()}
    return Lijsten(_met(bron.afdruk, lijsten, nums), nummers)


class _Nummering:
    """A numbering part: its lists and numberings by id, and ids that are free."""

    def __init__(self, afdruk: Afdruk, stijlblad: Stijlblad) -> None:
        self.afdruk = afdruk
        self._stijlblad = stijlblad
        kinderen = afdruk.wortel.kinderen
        self._lijsten = {
            waarde(kind, "abstractNumId"): kind
            for kind in kinderen
            if kind.naam == w("abstractNum")
        }
        self._nums = {waarde(kind, "numId"): kind for kind in kinderen if kind.naam == w("num")}
        self._volgende_lijst = 1 + max((getal(id_) or 0 for id_ in self._lijsten), default=0)
        self._volgende_num = 1 + max((getal(id_) or 0 for id_ in self._nums), default=0)

    def nieuwe_ids(self) -> tuple[str, str]:
        """Return ids for a list and a numbering of it."""
        uit = str(self._volgende_lijst), str(self._volgende_num)
        self._volgende_lijst += 1
        self._volgende_num += 1
        return uit

    def laag_van(self, stijl: str) -> _Laag | None:
        """Return the level that a style uses, itself or through what it is based on."""
        stijl_id = self._stijlblad.id_van(stijl)
        plek = self._stijlblad.nummering(stijl_id) if stijl_id else None
        return self._laag(*plek) if plek else None

    def hele_lijst(self, laag: _Laag | None, eigen: str) -> str:
        """Return the numbering of a list with both levels: the style's own, or one made here."""
        lagen = [self._niveau(laag.lijst, n) for n in NIVEAUS] if laag and laag.lijst else [None]
        if laag and all(lagen) and lagen[0] is laag.laag:
            return laag.num_id
        gemaakt = eigen_lijst(self.afdruk, eigen) or None
        return next((id_ for id_, num in self._nums.items() if _lijst_van(num) == gemaakt), "")

    def _laag(self, num_id: str, ilvl: int, *, via: bool = True) -> _Laag | None:
        num = self._nums.get(num_id)
        if num is None:
            return None
        for anders in num.kinderen:
            laag = anders.kind(w("lvl")) if anders.naam == w("lvlOverride") else None
            if laag and waarde(anders, "ilvl") == str(ilvl):
                return _Laag(num_id, laag, None)
        lijst = self._lijsten.get(_lijst_van(num))
        if lijst is None:
            return None
        if laag := self._niveau(lijst, ilvl):
            return _Laag(num_id, laag, lijst)
        # A list may leave its levels to a style of the kind "numbering".
        stijl = waarde(lijst.kind(w("numStyleLink")))
        plek = self._stijlblad.nummering(stijl) if stijl in self._stijlblad.stijlen else None
        geleend = self._laag(plek[0], ilvl, via=False) if plek and via else None
        return geleend._replace(lijst=None) if geleend else None

    @staticmethod
    def _niveau(lijst: Element, ilvl: int) -> Element | None:
        lagen = (kind for kind in lijst.kinderen if kind.naam == w("lvl"))
        return next((laag for laag in lagen if waarde(laag, "ilvl") == str(ilvl)), None)


def _lijst_van(num: Element) -> str:
    return waarde(num.kind(w("abstractNumId")))


def _overgenomen(data: bytes, laag: Element, niveau: int) -> str:
    """Return a level of the template at another depth; empty when it cannot stand there."""
    eigen = getal(waarde(laag, "ilvl"))
    tekst = laag.kind(w("lvlText"))
    knippen = [Splice(k.begin, k.einde) for k in laag.kinderen if k.naam == w("pStyle")]
    if eigen != niveau:
        if tekst is None or eigen is None:
            return ""
        if set(_PLAATS.findall(waarde(tekst))) - {str(eigen + 1)}:  # the numbers of other levels
            return ""
        oud = data[tekst.begin : tekst.einde]
        nieuw = oud.replace(f"%{eigen + 1}".encode(), f"%{niveau + 1}".encode())
        knippen.append(Splice(tekst.begin, tekst.einde, nieuw))
        knippen += [Splice(k.begin, k.einde) for k in laag.kinderen if k.naam == w("lvlRestart")]
    opening = _ILVL.sub(rb"\g<1>%d" % niveau, data[laag.begin : laag.binnen])
    return (opening + splice(data, knippen, laag.binnen, laag.einde)).decode()


def _niveau(vorm: str, tekst: str, niveau: int, p: str) -> str:
    return (
        f'<{p}lvl {p}ilvl="{niveau}"><{p}start {p}val="1"/><{p}numFmt {p}val="{vorm}"/>'
        f'<{p}lvlText {p}val="{tekst}"/><{p}lvlJc {p}val="left"/><{p}pPr><{p}ind'
        f' {p}left="{_INSPRINGING * (niveau + 1)}" {p}hanging="{_INSPRINGING}"/></{p}pPr></{p}lvl>'
    )


def _lijst(naam: str, lijst_id: str, niveaus: str, p: str, data: bytes) -> str:
    nsid = _NSID + int(lijst_id) % 16
    while f'"{nsid:08X}"'.encode() in data:
        nsid += 16
    return (
        f'<{p}abstractNum {p}abstractNumId="{lijst_id}"><{p}nsid {p}val="{nsid:08X}"/>'
        f'<{p}multiLevelType {p}val="multilevel"/><{p}tmpl {p}val="{nsid:08X}"/>'
        f'<{p}name {p}val="{naam}"/>{niveaus}</{p}abstractNum>'
    )


def _met(afdruk: Afdruk, lijsten: str, nums: str) -> bytes:
    """Return the part with lists behind its lists and numberings behind its numberings."""
    wortel, data = afdruk.wortel, afdruk.data
    if not lijsten:
        return data
    if wortel.slot == wortel.einde:
        return splice(data, [achter(data, wortel, lijsten + nums, 0)])
    return splice(
        data,
        (
            achter(data, wortel, xml, invoegplek(wortel, NUMMERING, naam, na=True))
            for naam, xml in (("abstractNum", lijsten), ("num", nums))
        ),
    )
