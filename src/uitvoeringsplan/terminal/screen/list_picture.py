"""What the list of questions looks like in a window: the state in, styled lines out."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.terminal.asking import list_sentences, question_state
from uitvoeringsplan.terminal.keys import KeyScope, explain_keys, key_bar
from uitvoeringsplan.terminal.question_list import PartHeading
from uitvoeringsplan.terminal.visible import make_visible
from uitvoeringsplan.terminal.wrapping import columns_of, progress_bar, shorten, wrap_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from uitvoeringsplan.model.beurt import Aandacht, Plek, Plekken
    from uitvoeringsplan.terminal.question_list import ListState


class PagedLines:
    """Which line is the first one in view; `view` keeps it where there are lines."""

    def __init__(self) -> None:
        self._boven = 0

    def move(self, regels: int) -> None:
        """Shift the view, so many lines further on."""
        self._boven += regels

    def move_page(self, richting: int, hoogte: int) -> None:
        """Shift the view a page further on (1) or back (-1); one line of the last page stays."""
        self.move(richting * max(1, hoogte - 1))

    def view(self, regels: Sequence[str], hoogte: int) -> Sequence[str]:
        """Return the lines in view, at most `hoogte` of them."""
        self._boven = max(0, min(self._boven, len(regels) - hoogte))
        return regels[self._boven : self._boven + hoogte]


_TITEL = "Waar wil je heen?"
_HIER = " (hier)"
_SMAL = 50  # fewer columns than this have signs instead of words
_NAAM = 8  # columns of the name of a question, before it matters less where the user is
_LIJST = 4  # lines of the list itself, before anything around it goes away
_RUIM = 18  # rows from which there is room for a line of nothing
_TEKENS = {"open": "[ ]", "ingevuld": "[x]", "concept": "[c]", "naar keuze": "[-]"}
_STAAT = max(map(len, _TEKENS))
_LETTERS = ("f fouten", "w waarschuwingen", "p open punten")
_NIETS = "Niets gevonden met deze woorden. Met Backspace haal je er iets van weg."

_Regel = tuple[str, str]  # style and text


class ListPicture(NamedTuple):
    """The lines of a window, each with its style, and what a click or a page needs to know.

    `keuzes` says which found question stands on a line; `hoogte` is that of the list itself.
    """

    regels: list[_Regel]
    keuzes: Mapping[int, int] = MappingProxyType({})
    cursor: int = 0
    hoogte: int = 1


def draw_list(
    stand: ListState, plekken: Plekken, huidig: str | None, kolommen: int, rijen: int
) -> ListPicture:
    """Return the whole window with the list of questions as it stands."""
    vorm = _vorm(plekken, kolommen)
    boven, onder = _rondom(stand, plekken, vorm, rijen)
    hoogte = max(1, rijen - len(boven) - len(onder))
    regels = list(boven)
    keuzes: dict[int, int] = {}
    cursor = 0
    for regel in stand.view(hoogte):
        if isinstance(regel, PartHeading):
            regels.append(("bold", _kopregel(regel, kolommen)))
            continue
        plek, is_marked = stand.gevonden[regel], stand.is_marked(regel)
        if is_marked:
            cursor = len(regels)
        keuzes[len(regels)] = regel
        tekst = _plekregel(plek, vorm, is_marked=is_marked, is_hier=plek.vraag_id == huidig)
        regels.append(("bold" if is_marked else "", tekst))
    if not stand.gevonden:
        regels += _regels(_NIETS, kolommen)[:hoogte]
    regels += [("", "")] * (rijen - len(onder) - len(regels))
    return ListPicture([*regels, *onder], keuzes, cursor, hoogte)


def draw_keys(blad: PagedLines, kolommen: int, rijen: int) -> ListPicture:
    """Return the whole window with the keys of the list, as far as there is room."""
    tekst = explain_keys(KeyScope.LIJST, kolommen)
    regels = [("", regel) for regel in blad.view(tekst.split("\n"), rijen)]
    return ListPicture(regels, hoogte=rijen)


class _Layout(NamedTuple):
    """How wide the lines are, and what stands in them as signs or letters instead of words."""

    kolommen: int
    tekens: bool
    letters: bool

    @property
    def links(self) -> int:
        """The columns before the name of a question: the mark, and how far it is."""
        return 2 + (4 if self.tekens else _STAAT + 2)


def _vorm(plekken: Plekken, kolommen: int) -> _Layout:
    """Return words where they fit; signs in a narrow window, letters where a name would be cut."""
    vorm = _Layout(kolommen, kolommen < _SMAL, letters=False)
    ruimte = kolommen - vorm.links - len(_HIER) - 2
    return vorm._replace(
        letters=any(
            columns_of(plek.label) + len(str(plek.aandacht)) > ruimte
            for plek in plekken.alle
            if any(plek.aandacht)
        )
    )


def _rondom(
    stand: ListState, plekken: Plekken, vorm: _Layout, rijen: int
) -> tuple[list[_Regel], list[_Regel]]:
    """Return the lines above and below the list; in a low window the least needed ones go."""
    kolommen = vorm.kolommen
    delen = {
        "titel": [("bold", _titel(plekken, kolommen))],
        "zoek": [("", _zoekregel(stand, kolommen))],
        "meldingen": [
            deel for zin in list_sentences(plekken) for deel in _regels(make_visible(zin), kolommen)
        ],
        "wit": [("", "")] if rijen >= _RUIM else [],
        "legenda": [("", regel) for regel in _legenda(vorm)],
        "balk": _regels(key_bar(KeyScope.LIJST, kolommen), kolommen),
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
    return [("", regel) for regel in wrap_text(tekst, kolommen).split("\n")] if tekst else []


def _titel(plekken: Plekken, kolommen: int) -> str:
    if not plekken.totaal:
        return _kort(_TITEL, kolommen)
    getal = len(f"[] {plekken.beantwoord}/{plekken.totaal}")
    ruimte = kolommen - len(_TITEL) - 2 - getal
    if ruimte < 1:
        return _kort(f"{plekken.beantwoord}/{plekken.totaal}  {_TITEL}", kolommen)
    return f"{_TITEL}  {progress_bar(plekken.beantwoord, plekken.totaal, min(20, ruimte))}"


def _zoekregel(stand: ListState, kolommen: int) -> str:
    if not stand.gezocht:
        return _kort("Zoek: typ een woord", kolommen)
    aantal = f"  ({len(stand.gevonden)} van {stand.aantal})"
    ruimte = max(1, kolommen - len("Zoek: ") - len(aantal))
    einde = make_visible(stand.gezocht)
    while columns_of(einde) > ruimte:  # what was typed last is what matters
        einde = einde[1:]
    return f"Zoek: {einde}{aantal}"


def _legenda(vorm: _Layout) -> list[str]:
    """Return what the signs and letters mean that stand for words."""
    delen = [f"{teken} {woord}" for woord, teken in _TEKENS.items()] if vorm.tekens else []
    delen += _LETTERS if vorm.letters else ()
    regels: list[str] = []
    for deel in delen:
        if regels and len(regels[-1]) + 2 + len(deel) <= vorm.kolommen:
            regels[-1] += f"  {deel}"
        else:
            regels.append(deel)
    return regels


def _kopregel(kop: PartHeading, kolommen: int) -> str:
    getal = f"  {kop.gevuld}/{kop.totaal}"
    return f"{_kort(make_visible(kop.titel), kolommen - len(getal))}{getal}"


def _plekregel(plek: Plek, vorm: _Layout, *, is_marked: bool, is_hier: bool) -> str:
    """Return the line of a question, with what needs attention at the right side."""
    woord = question_state(plek)
    links = f"{'» ' if is_marked else '  '}{_TEKENS[woord] if vorm.tekens else woord}"
    rechts = _letters(plek.aandacht) if vorm.letters else str(plek.aandacht)
    rechts = f"  {rechts}" if rechts else ""
    ruimte = vorm.kolommen - vorm.links - len(rechts)
    hier = _HIER if is_hier and ruimte - len(_HIER) >= _NAAM else ""
    midden = f"{_kort(make_visible(plek.label), ruimte - len(hier))}{hier}"
    wit = " " * (ruimte - columns_of(midden)) if rechts else ""
    return f"{links:{vorm.links}}{midden}{wit}{rechts}"


def _letters(aandacht: Aandacht) -> str:
    delen = ((aandacht.fouten, "f"), (aandacht.waarschuwingen, "w"), (aandacht.punten, "p"))
    return " ".join(f"{aantal}{letter}" for aantal, letter in delen if aantal)


def _kort(tekst: str, cellen: int) -> str:
    """Return a text that takes no more columns than this, with a sign where it was cut off.

    Of a row of a chapter (`chapter: row`) the chapter goes first: it is the same for many.
    """
    if columns_of(tekst) > cellen:
        tekst = tekst.rpartition(": ")[2]
    return shorten(tekst, cellen)
