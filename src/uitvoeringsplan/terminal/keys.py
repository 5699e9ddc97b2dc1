"""Every key of the conversation, in one table: what it is called, what it does, and where.

What binds a key takes it from here, and so do the bar below the screen, the help behind F1 and the
README. So a key is the same everywhere, or not there.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.terminal.wrapping import wrap_line, wrap_text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent


class KeyScope(Enum):
    """Where a key can be pressed; the value says so after “Toetsen”."""

    TEKST = "bij een antwoord van meer regels"
    REGEL = "bij een antwoord van één regel"
    KEUZE = "bij een keuze"
    MEERKEUZE = "bij meer keuzes tegelijk"
    KEUZELIJST = "in een lijst waaruit je kiest"
    LIJST = "in de lijst met vragen"


_EVERY = frozenset(KeyScope)
_VELD = frozenset({KeyScope.TEKST, KeyScope.REGEL})
_KEUZES = frozenset({KeyScope.KEUZE, KeyScope.MEERKEUZE})
_VRAAG = _VELD | _KEUZES
_KIEZEN = frozenset({KeyScope.KEUZELIJST})
_LIJSTEN = _KEUZES | _KIEZEN
_BLOCK = frozenset({KeyScope.TEKST})
_LIJST = frozenset({KeyScope.LIJST})


class Sneltoets(NamedTuple):
    """One thing to do: the keys for it, as prompt_toolkit names them and as people do.

    `short` stands in the bar, `explanation` in the help; a key without `short` is not in the bar.
    """

    keys: tuple[str, ...]
    name: str
    explanation: str
    places: frozenset[KeyScope]
    short: str = ""

    @property
    def bar(self) -> str:
        """What the bar says: the first name, and the word for it."""
        return f"{self.name.split(' of ')[0]} {self.short}"


FURTHER = Sneltoets(
    ("c-s", "f10"),
    "Ctrl+S of F10",
    "verder; wat er staat is dan bewaard",
    _VRAAG | _KIEZEN,
    "verder",
)
HELP = Sneltoets(("f1",), "F1", "deze lijst van toetsen", _EVERY, "toetsen")
TERUG = Sneltoets(("f2",), "F2", "terug naar de vorige vraag", _VRAAG, "terug")
VOORBEELD = Sneltoets(("f3",), "F3", "een voorbeeld van een antwoord", _VRAAG, "voorbeeld")
EDITOR = Sneltoets(
    ("f4",), "F4", "dit antwoord bewerken in je eigen tekstprogramma", _VELD, "editor"
)
LIJST = Sneltoets(
    ("f5",), "F5", "de lijst met alle vragen: zien wat open is en ernaartoe gaan", _VRAAG, "lijst"
)
EXPLANATION = Sneltoets(("f6",), "F6", "de uitleg bij deze vraag", _VRAAG, "uitleg")
LINKS = Sneltoets(("f7",), "F7", "hulpmiddelen bij deze vraag, met hun adres", _VRAAG, "links")
SPELLING = Sneltoets(
    ("f8",), "F8", "het volgende onderstreepte woord: verbeteren of onthouden", _BLOCK, "spelling"
)
SLUIT = Sneltoets(
    ("escape",), "Esc", "sluiten wat open staat, of niets meer geselecteerd hebben", _VRAAG
)
SEARCH = Sneltoets(("c-f",), "Ctrl+F", "zoeken in dit antwoord", _VELD, "zoeken")
ONGEDAAN = Sneltoets(("c-z",), "Ctrl+Z", "ongedaan maken", _VELD, "ongedaan")
AGAIN = Sneltoets(("c-y",), "Ctrl+Y", "toch weer doen", _VELD)
STOP = Sneltoets(
    ("c-c", "c-d", "<sigint>"),
    "Ctrl+C",
    "kopiëren wat geselecteerd is; anders: bewaren en stoppen, of verder gaan",
    _VRAAG,
    "stop",
)
LAAT = Sneltoets(("escape", "c-c", "c-d"), "Esc of Ctrl+C", "niets kiezen", _KIEZEN, "niets kiezen")
BEWEEG = Sneltoets(
    ("left", "right", "up", "down", "home", "end", "pageup", "pagedown"),
    "pijltjes",
    "door je tekst, net als met Home, End, PageUp en PageDown; met Ctrl erbij per woord of naar"
    " het begin of eind, met Shift erbij selecteer je. De muis kan ook",
    _VELD,
)
KNIP = Sneltoets(("c-x",), "Ctrl+X", "knippen wat geselecteerd is", _VELD)
PLAK = Sneltoets(("c-v",), "Ctrl+V", "plakken wat hier gekopieerd of geknipt is", _VELD)
EVERYTHING = Sneltoets(("c-a",), "Ctrl+A", "het hele antwoord selecteren", _VELD)
NEW_LINE = Sneltoets(
    ("enter",),
    "Enter",
    "een nieuwe regel; in een lijst een nieuw punt, na een leeg punt niet",
    _BLOCK,
)
READY = Sneltoets(("enter",), "Enter", "verder", frozenset({KeyScope.REGEL}), "verder")
CHOOSE = Sneltoets(("enter",), "Enter", "deze keuze, en verder", _LIJSTEN, "verder")
WIJS = Sneltoets(("up", "down"), "pijltjes", "naar een andere keuze", _LIJSTEN, "kiezen")
KRUIS = Sneltoets(
    (" ",), "spatiebalk", "aankruisen, of niet meer", frozenset({KeyScope.MEERKEUZE}), "aankruisen"
)
CHECK_ALL = Sneltoets(("a",), "a", "alles aankruisen, of niets", frozenset({KeyScope.MEERKEUZE}))
REVERSE = Sneltoets(
    ("i",), "i", "omkeren wat aangekruist is en wat niet", frozenset({KeyScope.MEERKEUZE})
)
DEEPER = Sneltoets(("tab",), "Tab", "een punt een niveau dieper", _BLOCK)
HIGHER = Sneltoets(("s-tab",), "Shift+Tab", "een punt een niveau hoger", _BLOCK)
GA = Sneltoets(
    ("enter", "c-s", "f10"),
    "Enter of Ctrl+S of F10",
    "naar de vraag waar het teken » voor staat; klikken kan ook",
    _LIJST,
    "erheen",
)
BLADER = Sneltoets(
    ("up", "down", "pageup", "pagedown", "home", "end"),
    "Pijltjes, PageUp, PageDown, Home en End",
    "door de lijst gaan",
    _LIJST,
)
SEARCH_WORD = Sneltoets(
    ("<any>", "<bracketed-paste>"),
    "Letters",
    "alleen zien waar die woorden in staan: in de vraag, haar naam of haar hoofdstuk",
    _LIJST,
)
WIS = Sneltoets(
    ("backspace", "c-u"), "Backspace of Ctrl+U", "een letter of alles daarvan weghalen", _LIJST
)
CLOSED = Sneltoets(
    ("escape", "f5", "c-c", "c-d", "<sigint>"),
    "Esc of F5 of Ctrl+C",
    "de lijst sluiten en blijven waar je was",
    _LIJST,
    "sluiten",
)

SNELTOETSEN = (
    READY, CHOOSE, FURTHER, WIJS, KRUIS, CHECK_ALL, REVERSE, NEW_LINE, HELP,
    TERUG, STOP, VOORBEELD, EDITOR, LIJST, EXPLANATION, LINKS, SPELLING,
    BEWEEG, SEARCH, ONGEDAAN, AGAIN, KNIP, PLAK, EVERYTHING, DEEPER, HIGHER, SLUIT, LAAT,
    GA, CLOSED, BLADER, SEARCH_WORD, WIS,
)  # fmt: skip


def bind(
    keys: KeyBindings,
    key: Sneltoets,
    do: Callable[[KeyPressEvent], object],
    *,
    at_first: bool = False,
) -> None:
    """Let every key of `key` do this; the field itself keeps what can be undone.

    `at_first` puts it before whatever else has that key.
    """
    for name in key.keys:
        # The library would wait whether a second key follows: it knows Esc f, Ctrl+X Ctrl+U and,
        # while something is selected, Ctrl+C >.
        eager = at_first or name in ("escape", "c-x", "c-c")
        keys.add(name, eager=eager, save_before=lambda _event: False)(do)


def keys_of_scope(place: KeyScope) -> Iterator[Sneltoets]:
    """Give the keys that work there, in the order of the table."""
    return (key for key in SNELTOETSEN if place in key.places)


_BESIDE = 60  # from this many columns on, what a key does stands beside its name
_NAME = 16  # columns for the name of a key


def explain_keys(place: KeyScope, kolommen: int) -> str:
    """Return every key that works there, under a heading."""
    kop = wrap_text(f"Toetsen {place.value}", kolommen)
    return "\n".join([kop, "", *key_lines(place, kolommen)])


def key_lines(place: KeyScope, kolommen: int) -> list[str]:
    """Return the lines of every key that works there, each with what it does."""
    result = []
    for key in keys_of_scope(place):
        if kolommen < _BESIDE or len(key.name) >= _NAME:
            result += [wrap_text(key.name, kolommen), *wrap_line(key.explanation, kolommen, "    ")]
        else:
            result += wrap_line(f"{key.name:{_NAME}}{key.explanation}", kolommen, hang=_NAME)
    return result


def bar_lines(place: KeyScope, kolommen: int, gone: Collection[Sneltoets] = ()) -> list[str]:
    """Return the keys with a short name as lines that fit, without those that are `gone`.

    Of two keys for one thing the first is named.
    """
    lines, named = [""], {""}
    for key in keys_of_scope(place):
        if key.short in named or key in gone:
            continue
        named.add(key.short)
        added = f"{lines[-1]}  {key.bar}".strip()
        if lines[-1] and len(added) > kolommen:
            lines.append(key.bar)
        else:
            lines[-1] = added
    return lines


def key_bar(place: KeyScope, kolommen: int) -> str:
    """Return as many of those as fit on one line, at least the first."""
    return bar_lines(place, kolommen)[0]


# Some of them wipe out a line, or show a sign that was never typed. Source: `load_key_bindings`.
_LIBRARY = (
    "c-@", "c-a", "c-b", "c-e", "c-f", "c-g", "c-k", "c-l", "c-n", "c-o", "c-p", "c-q", "c-r",
    "c-t", "c-u", "c-v", "c-w", "c-x", "c-y", "c-z", "c-\\", "c-]", "c-^", "c-_", "c-up",
    "c-down", "s-delete", "s-insert", "c-insert", "insert", "tab", "s-tab",
)  # fmt: skip


def unbind_library(keys: KeyBindings) -> None:
    """Let them do nothing. What is bound behind this has a meaning again."""
    for key in _LIBRARY:
        # Eager, as the library knows what begins with Ctrl+X and would wait for more.
        keys.add(key, eager=key == "c-x")(_nothing)


def _nothing(_event: KeyPressEvent) -> None:
    """Do nothing."""
