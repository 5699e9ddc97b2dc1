"""The answer to a question of the type `tabel`, out of the table that stands in its place.

A cell that does not fit is set apart, so that it never holds up the rest. In its place comes what
stood there before; that is only taken from the same row, or the same place between its neighbours.
Where nobody knows it, nothing is filled in. The words themselves go to the user.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import AntwoordError, TabelError
from uitvoeringsplan.model.tabel import (
    LEGE_CEL,
    gesorteerd,
    lees_tabel,
    schrijf_tabel,
    zichtbare_tabel,
)
from uitvoeringsplan.model.tekst import een_regel
from uitvoeringsplan.model.vraag import Verplicht
from uitvoeringsplan.word.returned.answer_blocks import MAX_TEKENS
from uitvoeringsplan.word.returned.result import Weigering
from uitvoeringsplan.word.returned.values import Uitkomst

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.word.returned.answer_blocks import Tekstlezer
    from uitvoeringsplan.word.returned.values import Merk
    from uitvoeringsplan.word.returned.walk import Cel, Regel, Tabel

    _Rij = tuple[str, ...]
    _Rijen = tuple[_Rij, ...]

MAX_CEL = 50_000  # characters; more is no cell that anybody typed
_LEEG = "deze cel moet ingevuld zijn."
_TE_LANG = "de tekst is te lang voor een cel."
_NAAM = 40  # characters of the cell by which a row is recognised
MAX_RIJEN = 2_000
_MAX_CELLEN = 20_000
_MAX_BREEDTE = 500
_TE_GROOT = "De tabel is te groot om terug te lezen."


class Tabelrij(NamedTuple):
    """A row as the document has it: its number there, and its cells in the order of the plan."""

    nummer: int  # from 1, without the row with the headers
    cellen: _Rij


class Rijkeuring(NamedTuple):
    """The rows that fit, and what was set apart from them."""

    rijen: tuple[_Rij, ...]
    geweigerd: tuple[Weigering, ...]


class Rijkeurder:
    """Judges the rows of one table; `oud` are those that it had before, in the same order."""

    def __init__(self, vraag: Vraag, rijen: Sequence[Tabelrij], oud: Sequence[_Rij]) -> None:
        self._rijen, self._oud = rijen, oud
        self._vragen = [kolom.vraag for kolom in vraag.kolommen]
        self._over: list[int] = []  # the old rows that are not there any more
        self._op_plaats: dict[int, int] = {}  # a row that came in the place of one old row

    def keur(self) -> Rijkeuring:
        """Return the rows as a plan can store them."""
        fouten = {i: fout for i, rij in enumerate(self._rijen) if (fout := self._fouten(rij))}
        if not fouten:
            return Rijkeuring(tuple(rij.cellen for rij in self._rijen), ())
        self._vergelijk()
        rijen: list[_Rij] = []
        geweigerd: list[Weigering] = []
        for i, rij in enumerate(self._rijen):
            was = self._was(i, fouten[i]) if i in fouten else ()
            cellen = list(rij.cellen)
            apart = []
            for kolom, melding in fouten.get(i, {}).items():
                cellen[kolom] = was[kolom] if was else ""
                if cellen[kolom] != rij.cellen[kolom]:
                    apart.append(self._weigering(rij, kolom, melding))
            if self._mist_iets(cellen):
                geweigerd.append(_hele_rij(rij, fouten[i]))
                continue
            rijen.append(tuple(cellen))
            geweigerd += apart
        return Rijkeuring(tuple(rijen), tuple(geweigerd))

    def _fouten(self, rij: Tabelrij) -> dict[int, str]:
        """Return what is wrong with the cells of a row, by column."""
        uit = {}
        for kolom, (vraag, cel) in enumerate(zip(self._vragen, rij.cellen, strict=True)):
            if len(cel) > MAX_CEL:
                uit[kolom] = _TE_LANG
            elif not cel and vraag.verplicht is Verplicht.ALTIJD:
                uit[kolom] = _LEEG
            else:
                try:
                    vraag.normaliseer(cel)
                except AntwoordError as fout:
                    uit[kolom] = fout.melding
        return uit

    def _mist_iets(self, cellen: Sequence[str]) -> bool:
        return any(
            not cel and vraag.verplicht is Verplicht.ALTIJD
            for vraag, cel in zip(self._vragen, cellen, strict=True)
        )

    def _vergelijk(self) -> None:
        nieuw = [rij.cellen for rij in self._rijen]
        vergelijking = SequenceMatcher(None, self._oud, nieuw, autojunk=False)
        for soort, van, tot, begin, einde in vergelijking.get_opcodes():
            if soort != "equal":
                self._over += range(van, tot)
            if soort == "replace" and tot - van == einde - begin == 1:
                self._op_plaats[begin] = van

    def _was(self, i: int, fouten: Iterable[int]) -> _Rij:
        """Return the old row that this row was; empty when nobody can tell."""
        anders = [k for k in range(len(self._vragen)) if k not in set(fouten)]

        def gelijke(oud: _Rij) -> int:
            return sum(bool(oud[k]) and oud[k] == cellen[k] for k in anders)

        cellen = self._rijen[i].cellen
        kandidaten = sorted(((gelijke(self._oud[j]), j) for j in self._over), reverse=True)
        if i in self._op_plaats:
            gekozen = self._op_plaats[i]
        elif not kandidaten or kandidaten[0][0] == 0:
            return ()
        else:
            (meeste, gekozen), *rest = kandidaten
            gevuld = sum(bool(cellen[k]) for k in anders)
            if (rest and rest[0][0] == meeste) or 2 * meeste < gevuld:
                return ()
        self._over.remove(gekozen)
        return self._oud[gekozen]

    def _weigering(self, rij: Tabelrij, kolom: int, melding: str) -> Weigering:
        plek = f"rij {rij.nummer}{_naam(rij, kolom)}, kolom “{self._vragen[kolom].label}”"
        return Weigering(plek, rij.cellen[kolom], melding)


def _hele_rij(rij: Tabelrij, fouten: dict[int, str]) -> Weigering:
    woorden = " | ".join(cel[:MAX_CEL] for cel in rij.cellen if cel)
    return Weigering(f"rij {rij.nummer}", woorden, " ".join(dict.fromkeys(fouten.values())))


def _naam(rij: Tabelrij, kolom: int) -> str:
    """Return the first words of a row, by which somebody knows it; not those that do not fit."""
    naam = next((cel for k, cel in enumerate(rij.cellen) if cel and k != kolom), "")
    kort = naam if len(naam) <= _NAAM else f"{naam[: _NAAM - 1].rstrip()}…"
    return f" (“{kort}”)" if kort else ""


class _Raster(NamedTuple):
    """What a table shows: its headers and rows, and whether cells of it were merged."""

    koppen: _Rij
    rijen: _Rijen
    is_samengevoegd: bool


def tabel_in(regels: Sequence[Regel], plekken: range, diepte: int) -> list[Tabel]:
    """Return the tables that stand in a range of paragraphs, `diepte` cells deep."""
    gevonden = (regels[i].pad[diepte].tabel for i in plekken if len(regels[i].pad) > diepte)
    return list(dict.fromkeys(gevonden))


def uit_tabel(tabel: Tabel, regels: Sequence[Regel], lezer: Tekstlezer, merk: Merk) -> Uitkomst:
    """Return the rows as a plan stores them, in the order that they had there."""
    breedte = max((cel.kolom + cel.breed for rij in tabel.rijen for cel in rij), default=0)
    aantal = sum(map(len, tabel.rijen))
    if len(tabel.rijen) > MAX_RIJEN or aantal > _MAX_CELLEN or breedte > _MAX_BREEDTE:
        return Uitkomst("", _TE_GROOT)
    vraag = merk.vraag
    raster = _raster(tabel, regels, lezer)
    if sum(min(len(cel), MAX_CEL) for rij in raster.rijen for cel in rij) > MAX_TEKENS:
        return Uitkomst("", _TE_GROOT)
    for eerder in _bekend(merk):
        if _getoond(vraag, eerder) == (raster.koppen, raster.rijen):
            return Uitkomst(eerder)
    kolommen, melding = _kolommen(vraag, raster)
    if raster.is_samengevoegd:
        melding = "In de tabel zijn cellen samengevoegd. Kijk na of alles op zijn plaats staat."
    vragen = [kolom.vraag for kolom in vraag.kolommen]
    rijen = [
        Tabelrij(nummer, cellen)
        for nummer, getoond in enumerate(raster.rijen, 1)
        if any(cellen := tuple(_rij(vragen, kolommen, getoond)))
    ]
    bekend = _bekend(merk)
    keuring = Rijkeurder(vraag, rijen, gesorteerd(vraag, bekend[0]) if bekend else ()).keur()
    tekst = schrijf_tabel(_in_oude_volgorde(tuple(rij.cellen for rij in rijen), merk))
    if not keuring.geweigerd:
        return Uitkomst(tekst, melding)
    passend = schrijf_tabel(_in_oude_volgorde(keuring.rijen, merk))
    return Uitkomst(tekst, melding, keuring.geweigerd, passend)


def _raster(tabel: Tabel, regels: Sequence[Regel], lezer: Tekstlezer) -> _Raster:
    rijen = []
    for cellen in tabel.rijen:
        breedte = max((cel.kolom + cel.breed for cel in cellen), default=0)
        rij = [""] * breedte
        for cel in cellen:
            rij[cel.kolom] = _celtekst(cel, regels, lezer)
        rijen.append(tuple(rij))
    koppen = rijen[0] if rijen else ()
    return _Raster(
        koppen,
        tuple(rijen[1:]),
        any(cel.breed > 1 or cel.loopt_door for cellen in tabel.rijen for cel in cellen),
    )


def _celtekst(cel: Cel, regels: Sequence[Regel], lezer: Tekstlezer) -> str:
    delen = (regels[i] for i in range(cel.begin, cel.einde) if not regels[i].is_verborgen)
    return een_regel(" ".join(lezer.plat(regel.alinea) for regel in delen))


def _kolommen(vraag: Vraag, raster: _Raster) -> tuple[list[int | None], str]:
    """Return for every column of the question where the table has it, and what is wrong."""
    koppen = [een_regel(kop).casefold() for kop in raster.koppen]
    plekken: list[int | None] = []
    for kolom in vraag.kolommen:
        namen = (een_regel(kolom.label).casefold(), kolom.id)
        gevonden = [i for i, kop in enumerate(koppen) if kop in namen]
        plekken.append(gevonden[0] if len(gevonden) == 1 else None)
    gebruikt = {plek for plek in plekken if plek is not None}
    onbekend = [raster.koppen[i] for i in range(len(koppen)) if i not in gebruikt]
    if not gebruikt:
        return plekken, "De kopregel van de tabel is niet te herkennen."
    if onbekend:
        namen_ = ", ".join(f"“{kop}”" for kop in onbekend)
        return plekken, f"De tabel heeft kolommen die het plan niet kent: {namen_}."
    return plekken, ""


def _rij(vragen: Sequence[Vraag], plekken: Sequence[int | None], getoond: _Rij) -> Iterator[str]:
    """Yield the cells of a row in the order of the question, each in the form of its column."""
    for vraag, plek in zip(vragen, plekken, strict=True):
        cel = getoond[plek] if plek is not None and plek < len(getoond) else ""
        if cel == LEGE_CEL:
            cel = ""
        try:
            yield vraag.normaliseer(cel)
        except AntwoordError:
            yield cel  # judging the rows says which cell it is


def _bekend(merk: Merk) -> list[str]:
    """Return the texts that the table had before, the one that the document was made with first."""
    goed = []
    for tekst in merk.eerder:
        try:
            lees_tabel(merk.vraag.kolommen, tekst)
        except TabelError:
            continue
        goed.append(tekst)
    return sorted(goed, key=lambda tekst: not merk.is_zelfde(tekst))


def _getoond(vraag: Vraag, tekst: str) -> tuple[_Rij, _Rijen]:
    """Return headers and rows as the document shows them."""
    koppen, rijen = zichtbare_tabel(vraag, tekst)
    return (
        tuple(map(een_regel, koppen)),
        tuple(tuple(een_regel(cel or LEGE_CEL) for cel in rij) for rij in rijen),
    )


def _in_oude_volgorde(rijen: _Rijen, merk: Merk) -> _Rijen:
    """Return the rows in the order of the plan, where the document had sorted them.

    A changed row takes the place of the one that it was, a new one comes behind its neighbour.
    """
    vraag = merk.vraag
    bekend = _bekend(merk)
    if not vraag.sorteer or not bekend:
        return rijen
    opgeslagen = lees_tabel(vraag.kolommen, bekend[0])
    vertoond = gesorteerd(vraag, bekend[0])
    # Equal rows are told apart by their order, which sorting keeps.
    vrij: dict[_Rij, list[int]] = {}
    for plek, rij in enumerate(opgeslagen):
        vrij.setdefault(rij, []).append(plek)
    oud = [vrij[rij].pop(0) for rij in vertoond]
    plekken: list[tuple[float, int]] = []
    vergelijking = SequenceMatcher(None, vertoond, rijen, autojunk=False)
    for _, van, tot, begin, einde in vergelijking.get_opcodes():
        for i, nieuw in enumerate(range(begin, einde)):
            if van + i < tot:
                plekken.append((oud[van + i], nieuw))
            else:
                vorige = plekken[-1][0] if plekken else -1
                plekken.append((vorige, nieuw))
    return tuple(rijen[nieuw] for _, nieuw in sorted(plekken))
