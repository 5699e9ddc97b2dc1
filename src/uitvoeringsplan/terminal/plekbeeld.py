"""What the list of questions looks like in a window: the state in, styled lines out."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from prompt_toolkit.utils import get_cwidth

from uitvoeringsplan.terminal.plekstand import Kop
from uitvoeringsplan.terminal.sneltoetsen import Plaats
from uitvoeringsplan.terminal.toetsenuitleg import toetsenbalk, toetsenuitleg
from uitvoeringsplan.terminal.weergave import balk, plekzinnen, staat, vouw
from uitvoeringsplan.terminal.zichtbaar import zichtbaar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uitvoeringsplan.model.beurt import Aandacht, Plek, Plekken
    from uitvoeringsplan.terminal.bladtekst import Bladtekst
    from uitvoeringsplan.terminal.plekstand import Plekstand

_TITEL = "Waar wil je heen?"
_BREED = 72  # columns from which what needs attention is written out
_SMAL = 50  # fewer columns than this have signs instead of words
_NAAM = 8  # columns of the name of a question, before it matters less where the user is
_LIJST = 4  # lines of the list itself, before anything around it goes away
_RUIM = 18  # rows from which there is room for a line of nothing
_TEKENS = {"open": "[ ]", "ingevuld": "[x]", "concept": "[c]", "naar keuze": "[-]"}
_STAAT = max(map(len, _TEKENS))
_LETTERS = ("f fouten", "w waarschuwingen", "p open punten")
_NIETS = "Niets gevonden met deze woorden. Met Backspace haal je er iets van weg."

_Regel = tuple[str, str]  # style and text


class Beeld(NamedTuple):
    """The lines of a window, each with its style, and what a click or a page needs to know.

    `keuzes` says which found question stands on a line; `hoogte` is that of the list itself.
    """

    regels: list[_Regel]
    keuzes: Mapping[int, int] = MappingProxyType({})
    cursor: int = 0
    hoogte: int = 1


def draw_plekken(
    stand: Plekstand, plekken: Plekken, huidig: str | None, kolommen: int, rijen: int
) -> Beeld:
    """Return the whole window with the list of questions as it stands."""
    boven, onder = _rondom(stand, plekken, kolommen, rijen)
    hoogte = max(1, rijen - len(boven) - len(onder))
    regels = list(boven)
    keuzes: dict[int, int] = {}
    cursor = 0
    for regel in stand.view(hoogte):
        if isinstance(regel, Kop):
            regels.append(("bold", _kopregel(regel, kolommen)))
            continue
        plek, is_gemerkt = stand.gevonden[regel], stand.is_gemerkt(regel)
        if is_gemerkt:
            cursor = len(regels)
        keuzes[len(regels)] = regel
        tekst = _plekregel(plek, kolommen, is_gemerkt=is_gemerkt, is_hier=plek.vraag_id == huidig)
        regels.append(("bold" if is_gemerkt else "", tekst))
    if not stand.gevonden:
        regels += _regels(_NIETS, kolommen)[:hoogte]
    regels += [("", "")] * (rijen - len(onder) - len(regels))
    return Beeld([*regels, *onder], keuzes, cursor, hoogte)


def draw_toetsen(blad: Bladtekst, kolommen: int, rijen: int) -> Beeld:
    """Return the whole window with the keys of the list, as far as there is room."""
    tekst = toetsenuitleg(Plaats.LIJST, kolommen)
    regels = [("", regel) for regel in blad.view(tekst.split("\n"), rijen)]
    return Beeld(regels, hoogte=rijen)


def _rondom(
    stand: Plekstand, plekken: Plekken, kolommen: int, rijen: int
) -> tuple[list[_Regel], list[_Regel]]:
    """Return the lines above and below the list; in a low window the least needed ones go."""
    delen = {
        "titel": [("bold", _titel(plekken, kolommen))],
        "zoek": [("", _zoekregel(stand, kolommen))],
        "meldingen": [
            deel for zin in plekzinnen(plekken) for deel in _regels(zichtbaar(zin), kolommen)
        ],
        "wit": [("", "")] if rijen >= _RUIM else [],
        "legenda": [("", regel) for regel in _legenda(plekken, kolommen)],
        "balk": _regels(toetsenbalk(Plaats.LIJST, kolommen), kolommen),
    }
    for misbaar in ("wit", "legenda", "meldingen", "balk", "titel", "zoek"):
        if rijen - sum(map(len, delen.values())) >= _LIJST:
            break
        delen[misbaar] = []
    return (
        [*delen["titel"], *delen["zoek"], *delen["meldingen"], *delen["wit"]],
        [*delen["legenda"], *delen["balk"]],
    )


def _regels(tekst: str, kolommen: int) -> list[_Regel]:
    return [("", regel) for regel in vouw(tekst, kolommen).split("\n")] if tekst else []


def _titel(plekken: Plekken, kolommen: int) -> str:
    if not plekken.totaal:
        return _kort(_TITEL, kolommen)
    getal = len(f"[] {plekken.beantwoord}/{plekken.totaal}")
    ruimte = kolommen - len(_TITEL) - 2 - getal
    if ruimte < 1:
        return _kort(f"{plekken.beantwoord}/{plekken.totaal}  {_TITEL}", kolommen)
    return f"{_TITEL}  {balk(plekken.beantwoord, plekken.totaal, min(20, ruimte))}"


def _zoekregel(stand: Plekstand, kolommen: int) -> str:
    if not stand.gezocht:
        return _kort("Zoek: typ een woord", kolommen)
    aantal = f"  ({len(stand.gevonden)} van {stand.aantal})"
    ruimte = max(1, kolommen - len("Zoek: ") - len(aantal))
    einde = zichtbaar(stand.gezocht)
    while get_cwidth(einde) > ruimte:  # what was typed last is what matters
        einde = einde[1:]
    return f"Zoek: {einde}{aantal}"


def _legenda(plekken: Plekken, kolommen: int) -> list[str]:
    """Return what the signs and letters mean that stand for words in a narrow window."""
    delen = [f"{teken} {woord}" for woord, teken in _TEKENS.items()] if kolommen < _SMAL else []
    if kolommen < _BREED and any(any(plek.aandacht) for plek in plekken.alle):
        delen += _LETTERS
    regels: list[str] = []
    for deel in delen:
        if regels and len(regels[-1]) + 2 + len(deel) <= kolommen:
            regels[-1] += f"  {deel}"
        else:
            regels.append(deel)
    return regels


def _kopregel(kop: Kop, kolommen: int) -> str:
    getal = f"  {kop.gevuld}/{kop.totaal}"
    titel = zichtbaar(kop.titel)
    if get_cwidth(titel) > kolommen - len(getal):  # the chapter stands above every row of it
        titel = titel.rpartition(": ")[2]
    return f"{_kort(titel, kolommen - len(getal))}{getal}"


def _plekregel(plek: Plek, kolommen: int, *, is_gemerkt: bool, is_hier: bool) -> str:
    """Return the line of a question, with what needs attention at the right side."""
    woord = staat(plek)
    links = "» " if is_gemerkt else "  "
    links += f"{_TEKENS[woord]} " if kolommen < _SMAL else f"{woord:{_STAAT}}  "
    hier = (" (hier)" if kolommen < _BREED else " (hier ben je)") if is_hier else ""
    rechts = _aandacht(plek.aandacht, kolommen)
    rechts = f"  {rechts}" if rechts else ""
    if kolommen - len(links) - len(hier) - len(rechts) < _NAAM:
        hier = ""
    ruimte = kolommen - len(links) - len(hier) - len(rechts)
    midden = f"{_kort(zichtbaar(plek.label), ruimte)}{hier}"
    wit = " " * (kolommen - len(links) - get_cwidth(midden) - len(rechts)) if rechts else ""
    return f"{links}{midden}{wit}{rechts}"


def _aandacht(aandacht: Aandacht, kolommen: int) -> str:
    if kolommen >= _BREED:
        return str(aandacht)
    delen = ((aandacht.fouten, "f"), (aandacht.waarschuwingen, "w"), (aandacht.punten, "p"))
    return " ".join(f"{aantal}{letter}" for aantal, letter in delen if aantal)


def _kort(tekst: str, cellen: int) -> str:
    """Return a text that takes no more columns than this, with a sign where it was cut off."""
    if get_cwidth(tekst) <= cellen:
        return tekst
    while tekst and get_cwidth(tekst) > cellen - 1:
        tekst = tekst[:-1]
    return f"{tekst.rstrip()}…"
