"""What the rich and the plain way of asking share: the words of a question, and its choices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from uitvoeringsplan.errors import AntwoordError
from uitvoeringsplan.model.beurt import Vragensteller
from uitvoeringsplan.model.vraag import Verplicht
from uitvoeringsplan.terminal.wrapping import (
    BAR_LENGTH,
    line_slices,
    progress_bar,
    text_width,
    wrap_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.model.beurt import Beurt, Plek, Plekken
    from uitvoeringsplan.model.plan import Stand, Voortgang
    from uitvoeringsplan.model.spelling import Spelling
    from uitvoeringsplan.model.vraag import Hulpmiddel, Vraag

_VERPLICHT = {
    Verplicht.ALTIJD: "Deze vraag is verplicht. Je mag haar wel even overslaan.",
    Verplicht.VASTGESTELD: "Deze vraag is verplicht zodra het plan is vastgesteld.",
    Verplicht.NEE: "Deze vraag mag je overslaan.",
}

_NEEDED = "Deze vraag is verplicht: het plan krijgt de naam die je hier geeft."


def obligation(beurt: Beurt) -> str:
    """Return whether the question may be left open."""
    return _NEEDED if beurt.is_needed else _VERPLICHT[beurt.stap.vraag.verplicht]


def place_line(beurt: Beurt) -> str:
    """Return where a question stands: `vraag 7 van 20 | Ambitie (1 van 3 klaar)`."""
    positie, part = beurt.positie, beurt.stap.onderdeel
    if positie is None:
        return part
    if positie.group_size:
        part += f" ({positie.done} van {positie.group_size} klaar)"
    return " | ".join(filter(None, [str(positie), part]))


def guidance_lines(beurt: Beurt, kolommen: int) -> list[str]:
    """Return the lines that explain a question: its guidance, whether it must, its chapter."""
    parts = [beurt.stap.vraag.toelichting, obligation(beurt), beurt.stap.inleiding]
    return wrap_text("\n\n".join(filter(None, parts)), kolommen).split("\n")


def example_lines(vraag: Vraag, kolommen: int) -> list[str]:
    """Return the lines of an example of an answer."""
    return wrap_text(vraag.voorbeeld or "Bij deze vraag is geen voorbeeld.", kolommen).split("\n")


def tool_lines(vraag: Vraag, kolommen: int) -> list[str]:
    """Return the lines of the tools for a question."""
    if not vraag.hulpmiddelen:
        return wrap_text("Bij deze vraag zijn geen hulpmiddelen.", kolommen).split("\n")
    parts = [tool_text(means, kolommen) for means in vraag.hulpmiddelen]
    return "\n".join(parts).split("\n")


def tool_text(means: Hulpmiddel, kolommen: int) -> str:
    """Return a tool with its address on a line of its own, so that it can be clicked or copied."""
    titel = wrap_text(f"- {means.titel}", kolommen, "  ")
    if means.adres:
        return f"{titel}\n    {means.adres}"
    return f"{titel}\n{wrap_text(means.opmerking, kolommen, '    ')}" if means.opmerking else titel


def part_line(stand: Stand) -> str:
    """Return one line of `status`."""
    mark = "x" if not stand.open else " "
    bij = " (intern)" if stand.onderdeel.hoofdstuk.is_intern else ""
    return f"[{mark}] {stand.beantwoord}/{stand.total}  {stand.onderdeel.titel}{bij}"


def progress_lines(voortgang: Voortgang, kolommen: int) -> str:
    """Return how far a plan is, a line per part, as the start of going on with it."""
    parts = [
        "",
        progress_bar(voortgang.beantwoord, voortgang.total, min(BAR_LENGTH, max(4, kolommen - 12))),
        *(wrap_text(part_line(stand), kolommen) for stand in voortgang.standen),
    ]
    if voortgang.open_velden:
        fields = ", ".join(field.label for field in voortgang.open_velden)
        parts.append(wrap_text(f"Nog nodig: {fields}.", kolommen))
    return "\n".join(parts) + "\n"


def two_texts(vraag: Vraag, ours: str, theirs: str, kolommen: int, why: str = "") -> str:
    """Return two answers to one question, below each other, and why there are two."""
    parts = [
        wrap_text(why or f"Iemand anders heeft intussen “{vraag.label}” ook veranderd.", kolommen),
        "",
        wrap_text("In het bestand staat:", kolommen),
        wrap_text(theirs or "(leeg)", kolommen, "  "),
        "",
        "Jij schreef:",
        wrap_text(ours or "(leeg)", kolommen, "  "),
    ]
    return "\n".join(parts) + "\n"


def question_state(plek: Plek) -> str:
    """Return in words how far a question is; what may stay empty and is, is `naar keuze`."""
    if plek.has_concept:
        return "concept"
    if plek.is_filled:
        return "ingevuld"
    return "open" if plek.is_open else "naar keuze"


def list_sentences(plekken: Plekken) -> list[str]:
    """Return the sentences above the list of questions: what is about no single one of them."""
    heel = [f"Over het hele plan: {plekken.aandacht}."] if any(plekken.aandacht) else []
    return [*heel, *plekken.messages]


_POINTER = " " * 3  # where the pointer stands, before the first line of a choice
_CONTINUATION = " " * 2  # before the other lines


def choice_line(text: str, kolommen: int) -> str:
    """Return a choice of a list, folded beside the pointer so that a narrow window shows it all."""
    indent = len(text) - len(text.lstrip(" ")) + len(_CONTINUATION)
    first, *rest = line_slices(text, kolommen - 1 - len(_POINTER), indent)
    margin = f"{_POINTER}{' ' * indent}"
    return "\n".join([text[slice(*first)], *(margin + text[start:end] for start, end in rest)])


def learn(spelling: Spelling, word: str) -> str:
    """Take a word for right from now on, and return how long that holds."""
    if spelling.remember(word):
        return f"“{word}” is onthouden voor dit plan."
    return f"“{word}” is onthouden tot je stopt; bewaren lukte niet."


def objection(vraag: Vraag, text: str) -> str:
    """Return why a text is no answer to a question; empty when it is one."""
    try:
        vraag.normalise(text)
    except AntwoordError as error:
        return error.message
    return ""


WHICH_TEXT = "Welke tekst blijft?"


class BaseVragensteller(Vragensteller):
    """Shows lines with `write`; how a choice is made is up to its children."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write
        self.spelling: Spelling | None = None  # set once the plan is known

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the terminal as it was before."""
        self.close()

    def close(self) -> None:
        """Give the terminal back, if it was taken."""

    def show(self, text: str) -> None:
        """Show some lines."""
        self._write(text)

    def show_progress(self, voortgang: Voortgang) -> None:
        """Show how far the plan is, per part."""
        self._write(progress_lines(voortgang, text_width()))

    def choose_text(self, vraag: Vraag, ours: str, theirs: str, why: str = "") -> str | None:
        """Show two answers to one question and return which stays; both, for a long one."""
        self._write(two_texts(vraag, ours, theirs, text_width(), why))
        return self.choose_value(WHICH_TEXT, self.keuzes(vraag, ours, theirs))

    def keuzes(self, vraag: Vraag, ours: str, theirs: str) -> list[tuple[str, str]]:
        """Return what can stay of two answers, with what it is called."""
        keuzes = [(ours, "mijn tekst"), (theirs, "de tekst uit het bestand")]
        if vraag.type.is_block and ours and theirs:
            # Seldom, and it brings difflib: nobody should wait for that before a first question.
            from uitvoeringsplan.model.three_way import keep_both  # noqa: PLC0415

            keuzes.append((keep_both(vraag, theirs, ours), "beide, onder elkaar"))
        return keuzes
