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
        self._above = 0

    def move(self, lines: int) -> None:
        """Shift the view, so many lines further on."""
        self._above += lines

    def move_page(self, direction: int, height: int) -> None:
        """Shift the view a page further on (1) or back (-1); one line of the last page stays."""
        self.move(direction * max(1, height - 1))

    def view(self, lines: Sequence[str], height: int) -> Sequence[str]:
        """Return the lines in view, at most `height` of them."""
        self._above = max(0, min(self._above, len(lines) - height))
        return lines[self._above : self._above + height]


_TITEL = "Waar wil je heen?"
_HERE = " (hier)"
_NARROW = 50  # fewer columns than this have signs instead of words
_NAME = 8  # columns of the name of a question, before it matters less where the user is
_LIJST = 4  # lines of the list itself, before anything around it goes away
_ROOMY = 18  # rows from which there is room for a line of nothing
_SIGNS = {"open": "[ ]", "ingevuld": "[x]", "concept": "[c]", "naar keuze": "[-]"}
_STAAT = max(map(len, _SIGNS))
_LETTERS = ("f fouten", "w waarschuwingen", "p open punten")
_NOTHING = "Niets gevonden met deze woorden. Met Backspace haal je er iets van weg."

_Regel = tuple[str, str]  # style and text


class ListPicture(NamedTuple):
    """The lines of a window, each with its style, and what a click or a page needs to know.

    `keuzes` says which found question stands on a line; `height` is that of the list itself.
    """

    lines: list[_Regel]
    keuzes: Mapping[int, int] = MappingProxyType({})
    cursor: int = 0
    height: int = 1


def draw_list(
    stand: ListState, plekken: Plekken, current: str | None, kolommen: int, rijen: int
) -> ListPicture:
    """Return the whole window with the list of questions as it stands."""
    form = _form(plekken, kolommen)
    above, below = _rondom(stand, plekken, form, rijen)
    height = max(1, rijen - len(above) - len(below))
    lines = list(above)
    keuzes: dict[int, int] = {}
    cursor = 0
    for line in stand.view(height):
        if isinstance(line, PartHeading):
            lines.append(("bold", _header_row(line, kolommen)))
            continue
        plek, is_marked = stand.found[line], stand.is_marked(line)
        if is_marked:
            cursor = len(lines)
        keuzes[len(lines)] = line
        text = _plekregel(plek, form, is_marked=is_marked, is_here=plek.vraag_id == current)
        lines.append(("bold" if is_marked else "", text))
    if not stand.found:
        lines += _lines(_NOTHING, kolommen)[:height]
    lines += [("", "")] * (rijen - len(below) - len(lines))
    return ListPicture([*lines, *below], keuzes, cursor, height)


def draw_keys(sheet: PagedLines, kolommen: int, rijen: int) -> ListPicture:
    """Return the whole window with the keys of the list, as far as there is room."""
    text = explain_keys(KeyScope.LIJST, kolommen)
    lines = [("", line) for line in sheet.view(text.split("\n"), rijen)]
    return ListPicture(lines, height=rijen)


class _Layout(NamedTuple):
    """How wide the lines are, and what stands in them as signs or letters instead of words."""

    kolommen: int
    signs: bool
    letters: bool

    @property
    def links(self) -> int:
        """The columns before the name of a question: the mark, and how far it is."""
        return 2 + (4 if self.signs else _STAAT + 2)


def _form(plekken: Plekken, kolommen: int) -> _Layout:
    """Return words where they fit; signs in a narrow window, letters where a name would be cut."""
    form = _Layout(kolommen, kolommen < _NARROW, letters=False)
    space = kolommen - form.links - len(_HERE) - 2
    return form._replace(
        letters=any(
            columns_of(plek.label) + len(str(plek.aandacht)) > space
            for plek in plekken.every
            if any(plek.aandacht)
        )
    )


def _rondom(
    stand: ListState, plekken: Plekken, form: _Layout, rijen: int
) -> tuple[list[_Regel], list[_Regel]]:
    """Return the lines above and below the list; in a low window the least needed ones go."""
    kolommen = form.kolommen
    parts = {
        "titel": [("bold", _titel(plekken, kolommen))],
        "zoek": [("", _zoekregel(stand, kolommen))],
        "meldingen": [
            part for zin in list_sentences(plekken) for part in _lines(make_visible(zin), kolommen)
        ],
        "wit": [("", "")] if rijen >= _ROOMY else [],
        "legenda": [("", line) for line in _legenda(form)],
        "balk": _lines(key_bar(KeyScope.LIJST, kolommen), kolommen),
    }
    for expendable in ("wit", "legenda", "meldingen", "balk", "titel", "zoek"):
        if rijen - sum(map(len, parts.values())) >= _LIJST:
            break
        parts[expendable] = []
    return (
        [*parts["titel"], *parts["zoek"], *parts["meldingen"], *parts["wit"]],
        [*parts["legenda"], *parts["balk"]],
    )


def _lines(text: str, kolommen: int) -> list[_Regel]:
    return [("", line) for line in wrap_text(text, kolommen).split("\n")] if text else []


def _titel(plekken: Plekken, kolommen: int) -> str:
    if not plekken.total:
        return _short(_TITEL, kolommen)
    getal = len(f"[] {plekken.beantwoord}/{plekken.total}")
    space = kolommen - len(_TITEL) - 2 - getal
    if space < 1:
        return _short(f"{plekken.beantwoord}/{plekken.total}  {_TITEL}", kolommen)
    return f"{_TITEL}  {progress_bar(plekken.beantwoord, plekken.total, min(20, space))}"


def _zoekregel(stand: ListState, kolommen: int) -> str:
    if not stand.sought:
        return _short("Zoek: typ een woord", kolommen)
    count = f"  ({len(stand.found)} van {stand.count})"
    space = max(1, kolommen - len("Zoek: ") - len(count))
    end = make_visible(stand.sought)
    while columns_of(end) > space:  # what was typed last is what matters
        end = end[1:]
    return f"Zoek: {end}{count}"


def _legenda(form: _Layout) -> list[str]:
    """Return what the signs and letters mean that stand for words."""
    parts = [f"{sign} {word}" for word, sign in _SIGNS.items()] if form.signs else []
    parts += _LETTERS if form.letters else ()
    lines: list[str] = []
    for part in parts:
        if lines and len(lines[-1]) + 2 + len(part) <= form.kolommen:
            lines[-1] += f"  {part}"
        else:
            lines.append(part)
    return lines


def _header_row(kop: PartHeading, kolommen: int) -> str:
    getal = f"  {kop.filled}/{kop.total}"
    return f"{_short(make_visible(kop.titel), kolommen - len(getal))}{getal}"


def _plekregel(plek: Plek, form: _Layout, *, is_marked: bool, is_here: bool) -> str:
    """Return the line of a question, with what needs attention at the right side."""
    word = question_state(plek)
    links = f"{'» ' if is_marked else '  '}{_SIGNS[word] if form.signs else word}"
    right = _letters(plek.aandacht) if form.letters else str(plek.aandacht)
    right = f"  {right}" if right else ""
    space = form.kolommen - form.links - len(right)
    here = _HERE if is_here and space - len(_HERE) >= _NAME else ""
    midden = f"{_short(make_visible(plek.label), space - len(here))}{here}"
    white = " " * (space - columns_of(midden)) if right else ""
    return f"{links:{form.links}}{midden}{white}{right}"


def _letters(aandacht: Aandacht) -> str:
    parts = ((aandacht.errors, "f"), (aandacht.waarschuwingen, "w"), (aandacht.punten, "p"))
    return " ".join(f"{count}{letter}" for count, letter in parts if count)


def _short(text: str, cellen: int) -> str:
    """Return a text that takes no more columns than this, with a sign where it was cut off.

    Of a row of a chapter (`chapter: row`) the chapter goes first: it is the same for many.
    """
    if columns_of(text) > cellen:
        text = text.rpartition(": ")[2]
    return shorten(text, cellen)
