"""The answer to a question of the type `tabel`, out of the table that stands in its place."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import AntwoordError, TabelError
from uitvoeringsplan.model.tabel import lees_tabel, schrijf_tabel
from uitvoeringsplan.model.tabelweergave import LEGE_CEL, gesorteerd, zichtbare_tabel
from uitvoeringsplan.model.tekst import een_regel
from uitvoeringsplan.word.terug.blokken import MAX_TEKENS
from uitvoeringsplan.word.terug.waarden import Uitkomst
from uitvoeringsplan.word.terug.weigeringen import MAX_CEL, Rijkeurder, Tabelrij

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.word.terug.plekken import Cel, Regel, Tabel
    from uitvoeringsplan.word.terug.teksten import Tekstlezer
    from uitvoeringsplan.word.terug.waarden import Merk

    _Rij = tuple[str, ...]
    _Rijen = tuple[_Rij, ...]

MAX_RIJEN = 2_000
_MAX_CELLEN = 20_000
_MAX_BREEDTE = 500
_TE_GROOT = "De tabel is te groot om terug te lezen."


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
