"""The turns of a conversation: in which order is asked, what, and what a user can do with it.

These types stand between the tasks, which know what comes next, and the terminal, which knows how
to ask; neither needs to know the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from uitvoeringsplan.model.plan import Voortgang
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst

FIELDS_TITLE = "Gegevens van het plan"


class Stap(NamedTuple):
    """A question in the order of the conversation, and what it belongs to."""

    vraag: Vraag
    onderdeel: str
    inleiding: str = ""  # of the chapter, only with its first question


class Positie(NamedTuple):
    """Where a question stands among its own kind, and how much of its part is answered.

    `kind` is what one of them is called: a `gegeven` of the plan, a `vraag`, a `kolom` of a table.
    """

    kind: str
    number: int
    total: int
    done: int = 0
    group_size: int = 0

    def __str__(self) -> str:
        """Return `vraag 7 van 20`."""
        return f"{self.kind} {self.number} van {self.total}"


class Aandacht(NamedTuple):
    """What needs attention: open points, and what the rules over a plan find."""

    punten: int = 0
    errors: int = 0
    waarschuwingen: int = 0

    def __str__(self) -> str:
        """Return `1 fout, 2 open punten`; empty when there is nothing."""
        parts = [
            (self.errors, "fout", "fouten"),
            (self.waarschuwingen, "waarschuwing", "waarschuwingen"),
            (self.punten, "open punt", "open punten"),
        ]
        return ", ".join(f"{n} {one if n == 1 else more}" for n, one, more in parts if n)


class Plek(NamedTuple):
    """A question to go to, as it stands in the list of questions.

    `onderdeel` is the heading that it stands under, if any; `vraag` is only there to be searched.
    What is not filled in and not open either is up to the user.
    """

    vraag_id: str
    label: str
    onderdeel: str
    is_open: bool
    is_filled: bool = False
    has_concept: bool = False
    vraag: str = ""
    aandacht: Aandacht = Aandacht()


class Plekken(NamedTuple):
    """The list of questions, and how many of those that count are answered.

    `aandacht` is what needs it in the plan as a whole; `messages` say what could not be looked at.
    """

    every: tuple[Plek, ...] = ()
    beantwoord: int = 0
    total: int = 0
    aandacht: Aandacht = Aandacht()
    messages: tuple[str, ...] = ()


def forget(_text: str) -> None:
    """Keep no draft; what a turn does when nobody asked for drafts."""


def with_way_out(advies: str) -> str:
    """Return advice with what to do when the answer is right after all."""
    return f"{advies} Klopt het toch, ga dan nog een keer verder."


def no_advice(_text: str) -> str:
    """Give no advice; what a turn does when nobody can."""
    return ""


class Beurt(NamedTuple):
    """One question as it is asked now: where it stands, what stands there, what went wrong.

    `text` is what the input starts with: the `antwoord` that the plan has now, or a text that is
    no answer yet (a draft, or what did not fit). `concept` is called with the unfinished text, at
    most a second after it was typed, so that no end of the program can lose it. `is_needed` says
    that there is no going on without an answer. `advies` returns what to say of a text before it is
    taken as the answer, and nothing the next time; it is quick, but not meant for every key. After
    advice `is_guessed` holds: then `text` is the answer if the user just goes on. `plekken` looks
    at the whole plan, so it is to be called when the list of questions opens and not before.
    """

    stap: Stap
    text: str
    beantwoord: int
    total: int
    message: str = ""
    plekken: Callable[[], Plekken] = Plekken
    concept: Callable[[str], object] = forget
    antwoord: str = ""
    is_needed: bool = False
    positie: Positie | None = None
    advies: Callable[[str], str] = no_advice
    is_guessed: bool = False


class _Said(NamedTuple):
    """What was typed, and the question that was asked for."""

    text: str = ""
    vraag_id: str = ""


class _Move(_Said):
    """What the user did; two are equal when they are of one kind and say the same."""

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and super().__eq__(other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash((type(self), *self))


class Beantwoord(_Move):
    """The user answered; an empty text skips the question."""


class Terug(_Move):
    """The user wants the question before this one; what was typed is kept."""


class Spring(_Move):
    """The user wants another question; what was typed is kept."""


class Gestopt(_Move):
    """The user stops; what was typed is kept as a draft."""


class Overgeslagen(_Move):
    """The user goes on and leaves everything as it is: the answer, and the draft a draft."""


Zet = Beantwoord | Terug | Spring | Gestopt | Overgeslagen


class Vragensteller(Protocol):
    """What can put a question to the user."""

    def show(self, text: str) -> None:
        """Show some lines."""

    def show_progress(self, voortgang: Voortgang) -> None:
        """Show how far the plan is, per part."""

    def ask(self, beurt: Beurt) -> Zet:
        """Put one question and return what the user did."""

    def choose_text(self, vraag: Vraag, ours: str, theirs: str, why: str = "") -> str | None:
        """Return which of two answers stays, or a new one; None when the user stops.

        `why` says why there are two; by default, that somebody else changed the answer.
        """

    def choose_value(self, vraag: str, keuzes: Sequence[tuple[str, str]]) -> str | None:
        """Return the value of the choice (value, text) that the user took; None to stop."""

    def choose_question(self, plekken: Plekken, current: str | None = None) -> str | Gestopt | None:
        """Return the id of a question from the list, `current` being where the user is now.

        None closes the list, and Gestopt is for whoever stops altogether.
        """

    def confirm(self, vraag: str) -> bool:
        """Return whether the user agrees; whoever stops does not."""


def list_steps(vragenlijst: Vragenlijst) -> list[Stap]:
    """Return the whole conversation: the fields of the plan, then the questions by chapter."""
    out = [Stap(veld, FIELDS_TITLE) for veld in vragenlijst.gegevens]
    previous = None
    for section in vragenlijst.onderdelen:
        for vraag in section.vragen:
            new = section.hoofdstuk is not previous
            previous = section.hoofdstuk
            title = section.titel
            if section.id != section.hoofdstuk.id:
                title = f"{section.hoofdstuk.titel}: {section.titel}"
            if not section.hoofdstuk.counts:
                title += " (intern)" if section.hoofdstuk.is_intern else " (naar keuze)"
            out.append(Stap(vraag, title, section.hoofdstuk.inleiding if new else ""))
    return out


def position_of(
    stappen: Sequence[Stap],
    i: int,
    visible: Sequence[int],
    filled: Collection[int],
    optional: Collection[str],
) -> Positie:
    """Return where step `i` stands among those that are `visible`.

    The questions of an optional chapter (`optional` has their ids) are counted in their own part.
    """
    step = stappen[i]
    part = [j for j in visible if stappen[j].onderdeel == step.onderdeel]
    is_field = step.onderdeel == FIELDS_TITLE
    series = part
    if not is_field and step.vraag.id not in optional:
        series = [
            j
            for j in visible
            if stappen[j].onderdeel != FIELDS_TITLE and stappen[j].vraag.id not in optional
        ]
    kind = "gegeven" if is_field else "vraag"
    done = sum(j in filled for j in part)
    return Positie(kind, series.index(i) + 1, len(series), done, len(part))
