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


_ALLE = frozenset(KeyScope)
_VELD = frozenset({KeyScope.TEKST, KeyScope.REGEL})
_KEUZES = frozenset({KeyScope.KEUZE, KeyScope.MEERKEUZE})
_VRAAG = _VELD | _KEUZES
_KIEZEN = frozenset({KeyScope.KEUZELIJST})
_LIJSTEN = _KEUZES | _KIEZEN
_BLOK = frozenset({KeyScope.TEKST})
_LIJST = frozenset({KeyScope.LIJST})


class Sneltoets(NamedTuple):
    """One thing to do: the keys for it, as prompt_toolkit names them and as people do.

    `kort` stands in the bar, `uitleg` in the help; a key without `kort` is not in the bar.
    """

    toetsen: tuple[str, ...]
    naam: str
    uitleg: str
    plaatsen: frozenset[KeyScope]
    kort: str = ""

    @property
    def balk(self) -> str:
        """What the bar says: the first name, and the word for it."""
        return f"{self.naam.split(' of ')[0]} {self.kort}"


VERDER = Sneltoets(
    ("c-s", "f10"),
    "Ctrl+S of F10",
    "verder; wat er staat is dan bewaard",
    _VRAAG | _KIEZEN,
    "verder",
)
HULP = Sneltoets(("f1",), "F1", "deze lijst van toetsen", _ALLE, "toetsen")
TERUG = Sneltoets(("f2",), "F2", "terug naar de vorige vraag", _VRAAG, "terug")
VOORBEELD = Sneltoets(("f3",), "F3", "een voorbeeld van een antwoord", _VRAAG, "voorbeeld")
EDITOR = Sneltoets(
    ("f4",), "F4", "dit antwoord bewerken in je eigen tekstprogramma", _VELD, "editor"
)
LIJST = Sneltoets(
    ("f5",), "F5", "de lijst met alle vragen: zien wat open is en ernaartoe gaan", _VRAAG, "lijst"
)
UITLEG = Sneltoets(("f6",), "F6", "de uitleg bij deze vraag", _VRAAG, "uitleg")
LINKS = Sneltoets(("f7",), "F7", "hulpmiddelen bij deze vraag, met hun adres", _VRAAG, "links")
SPELLING = Sneltoets(
    ("f8",), "F8", "het volgende onderstreepte woord: verbeteren of onthouden", _BLOK, "spelling"
)
SLUIT = Sneltoets(
    ("escape",), "Esc", "sluiten wat open staat, of niets meer geselecteerd hebben", _VRAAG
)
ZOEK = Sneltoets(("c-f",), "Ctrl+F", "zoeken in dit antwoord", _VELD, "zoeken")
ONGEDAAN = Sneltoets(("c-z",), "Ctrl+Z", "ongedaan maken", _VELD, "ongedaan")
OPNIEUW = Sneltoets(("c-y",), "Ctrl+Y", "toch weer doen", _VELD)
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
ALLES = Sneltoets(("c-a",), "Ctrl+A", "het hele antwoord selecteren", _VELD)
NIEUWE_REGEL = Sneltoets(
    ("enter",),
    "Enter",
    "een nieuwe regel; in een lijst een nieuw punt, na een leeg punt niet",
    _BLOK,
)
KLAAR = Sneltoets(("enter",), "Enter", "verder", frozenset({KeyScope.REGEL}), "verder")
KIES = Sneltoets(("enter",), "Enter", "deze keuze, en verder", _LIJSTEN, "verder")
WIJS = Sneltoets(("up", "down"), "pijltjes", "naar een andere keuze", _LIJSTEN, "kiezen")
KRUIS = Sneltoets(
    (" ",), "spatiebalk", "aankruisen, of niet meer", frozenset({KeyScope.MEERKEUZE}), "aankruisen"
)
KRUIS_ALLES = Sneltoets(("a",), "a", "alles aankruisen, of niets", frozenset({KeyScope.MEERKEUZE}))
KEER_OM = Sneltoets(
    ("i",), "i", "omkeren wat aangekruist is en wat niet", frozenset({KeyScope.MEERKEUZE})
)
DIEPER = Sneltoets(("tab",), "Tab", "een punt een niveau dieper", _BLOK)
HOGER = Sneltoets(("s-tab",), "Shift+Tab", "een punt een niveau hoger", _BLOK)
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
ZOEKWOORD = Sneltoets(
    ("<any>", "<bracketed-paste>"),
    "Letters",
    "alleen zien waar die woorden in staan: in de vraag, haar naam of haar hoofdstuk",
    _LIJST,
)
WIS = Sneltoets(
    ("backspace", "c-u"), "Backspace of Ctrl+U", "een letter of alles daarvan weghalen", _LIJST
)
DICHT = Sneltoets(
    ("escape", "f5", "c-c", "c-d", "<sigint>"),
    "Esc of F5 of Ctrl+C",
    "de lijst sluiten en blijven waar je was",
    _LIJST,
    "sluiten",
)

SNELTOETSEN = (
    KLAAR, KIES, VERDER, WIJS, KRUIS, KRUIS_ALLES, KEER_OM, NIEUWE_REGEL, HULP,
    TERUG, STOP, VOORBEELD, EDITOR, LIJST, UITLEG, LINKS, SPELLING,
    BEWEEG, ZOEK, ONGEDAAN, OPNIEUW, KNIP, PLAK, ALLES, DIEPER, HOGER, SLUIT, LAAT,
    GA, DICHT, BLADER, ZOEKWOORD, WIS,
)  # fmt: skip


def bind(
    toetsen: KeyBindings,
    toets: Sneltoets,
    do: Callable[[KeyPressEvent], object],
    *,
    eerst: bool = False,
) -> None:
    """Let every key of `toets` do this; the field itself keeps what can be undone.

    `eerst` puts it before whatever else has that key.
    """
    for naam in toets.toetsen:
        # The library would wait whether a second key follows: it knows Esc f, Ctrl+X Ctrl+U and,
        # while something is selected, Ctrl+C >.
        eager = eerst or naam in ("escape", "c-x", "c-c")
        toetsen.add(naam, eager=eager, save_before=lambda _event: False)(do)


def keys_of_scope(plaats: KeyScope) -> Iterator[Sneltoets]:
    """Give the keys that work there, in the order of the table."""
    return (toets for toets in SNELTOETSEN if plaats in toets.plaatsen)


_NAAST = 60  # from this many columns on, what a key does stands beside its name
_NAAM = 16  # columns for the name of a key


def explain_keys(plaats: KeyScope, kolommen: int) -> str:
    """Return every key that works there, under a heading."""
    kop = wrap_text(f"Toetsen {plaats.value}", kolommen)
    return "\n".join([kop, "", *key_lines(plaats, kolommen)])


def key_lines(plaats: KeyScope, kolommen: int) -> list[str]:
    """Return the lines of every key that works there, each with what it does."""
    uit = []
    for toets in keys_of_scope(plaats):
        if kolommen < _NAAST or len(toets.naam) >= _NAAM:
            uit += [wrap_text(toets.naam, kolommen), *wrap_line(toets.uitleg, kolommen, "    ")]
        else:
            uit += wrap_line(f"{toets.naam:{_NAAM}}{toets.uitleg}", kolommen, hang=_NAAM)
    return uit


def bar_lines(plaats: KeyScope, kolommen: int, weg: Collection[Sneltoets] = ()) -> list[str]:
    """Return the keys with a short name as lines that fit, without those that are `weg`.

    Of two keys for one thing the first is named.
    """
    regels, genoemd = [""], {""}
    for toets in keys_of_scope(plaats):
        if toets.kort in genoemd or toets in weg:
            continue
        genoemd.add(toets.kort)
        erbij = f"{regels[-1]}  {toets.balk}".strip()
        if regels[-1] and len(erbij) > kolommen:
            regels.append(toets.balk)
        else:
            regels[-1] = erbij
    return regels


def key_bar(plaats: KeyScope, kolommen: int) -> str:
    """Return as many of those as fit on one line, at least the first."""
    return bar_lines(plaats, kolommen)[0]


# Some of them wipe out a line, or show a sign that was never typed. Source: `load_key_bindings`.
_LIBRARY = (
    "c-@", "c-a", "c-b", "c-e", "c-f", "c-g", "c-k", "c-l", "c-n", "c-o", "c-p", "c-q", "c-r",
    "c-t", "c-u", "c-v", "c-w", "c-x", "c-y", "c-z", "c-\\", "c-]", "c-^", "c-_", "c-up",
    "c-down", "s-delete", "s-insert", "c-insert", "insert", "tab", "s-tab",
)  # fmt: skip


def unbind_library(toetsen: KeyBindings) -> None:
    """Let them do nothing. What is bound behind this has a meaning again."""
    for key in _LIBRARY:
        # Eager, as the library knows what begins with Ctrl+X and would wait for more.
        toetsen.add(key, eager=key == "c-x")(_nothing)


def _nothing(_event: KeyPressEvent) -> None:
    """Do nothing."""
