"""Choosing from a list, with what questionary draws and moves; its own keys stay out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import questionary
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout import Window
from questionary.prompts.common import InquirerControl

from uitvoeringsplan.model.beurt import forget
from uitvoeringsplan.terminal.asking import choice_line
from uitvoeringsplan.terminal.keys import FURTHER, STOP, KeyScope, bind
from uitvoeringsplan.terminal.screen.frame import SCREEN_STYLE, narrowest_input
from uitvoeringsplan.terminal.screen.question_screen import Input
from uitvoeringsplan.terminal.screen.window import run_guarded
from uitvoeringsplan.terminal.wrapping import text_width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from prompt_toolkit.key_binding import KeyBindingsBase, KeyPressEvent

NO_ANSWER = "(geen antwoord)"
_QUIET: dict[str, Any] = {
    "qmark": "",
    "instruction": " ",
    "use_jk_keys": False,
    "use_emacs_keys": False,
}


class SingleChoice(Input):
    """One choice out of some; pointing at one is not choosing it."""

    place = KeyScope.KEUZE

    def __init__(
        self, keuzes: Sequence[questionary.Choice | str], chosen: str | None, stood: str = ""
    ) -> None:
        prompt = questionary.select("", choices=[*keuzes], default=chosen, **_QUIET)
        self._lijst, self.keys = _onderdelen(prompt)
        self._stood = stood
        self.window = Window(self._lijst, wrap_lines=False)
        self.wens = len(keuzes)

    def typed(self) -> str:
        """Return what stood there: nothing was chosen yet."""
        return self._stood

    def antwoord(self) -> str:
        """Return the choice that is pointed at."""
        value = str(self._lijst.get_pointed_at().value)
        return "" if value == NO_ANSWER else value


class ChoiceList(SingleChoice):
    """A choice that is no answer: of (value, text), in which every line of a text is shown."""

    def __init__(
        self,
        keuzes: Sequence[tuple[str, str]],
        current: str | None,
        stood: str = "",
        place: KeyScope = KeyScope.KEUZELIJST,
    ) -> None:
        space = max(20, min(text_width(), narrowest_input()))
        options = [
            questionary.Choice(choice_line(text, space), value=value) for value, text in keuzes
        ]
        known = any(value == current for value, _ in keuzes)
        super().__init__(options, current if known else None, stood)
        self.place = place


class MultipleChoice(Input):
    """As many choices as the user marks."""

    place = KeyScope.MEERKEUZE

    def __init__(self, keuzes: Sequence[str], text: str) -> None:
        chosen = {line.removeprefix("- ") for line in text.split("\n")}
        prompt = questionary.checkbox(
            "",
            choices=[questionary.Choice(keuze, checked=keuze in chosen) for keuze in keuzes],
            **_QUIET,
        )
        self._lijst, self.keys = _onderdelen(prompt)
        self.window = Window(self._lijst, wrap_lines=False)
        self.wens = len(keuzes)

    def typed(self) -> str:
        """Return what is marked, as an answer of points."""
        return "\n".join(f"- {keuze.value}" for keuze in self._lijst.get_selected_values())


def choose_from(vraag: str, keuzes: Sequence[tuple[str, str]]) -> str | None:
    """Return the value of the choice (value, text) that the user took; None to stop.

    This one stands below what the terminal says already, and does not take the window.
    """
    if not keuzes:
        return None
    options = [
        questionary.Choice(choice_line(text, text_width()), value=value) for value, text in keuzes
    ]
    prompt = questionary.select(vraag, choices=options, style=SCREEN_STYLE, **_QUIET)
    lijst, keys = _onderdelen(prompt)
    if isinstance(keys, KeyBindings):
        bind(keys, FURTHER, _take(lijst), at_first=True)
        bind(keys, STOP, _stop, at_first=True)
    try:
        return str(run_guarded(prompt.application, lambda: "", forget))
    except (KeyboardInterrupt, EOFError):
        return None


def _take(lijst: Any) -> Callable[[KeyPressEvent], None]:
    return lambda event: event.app.exit(result=lijst.get_pointed_at().value)


def _stop(event: KeyPressEvent) -> None:
    event.app.exit(exception=KeyboardInterrupt)


def read_line(zin: str) -> str:
    """Return a line that is typed below what the terminal says; may raise KeyboardInterrupt."""
    prompt = questionary.text(zin, qmark="", style=SCREEN_STYLE)
    return str(run_guarded(prompt.application, lambda: "", forget))


def _onderdelen(prompt: questionary.Question) -> tuple[Any, KeyBindingsBase]:
    """Return the list of a prompt and its keys, to be put on a screen of ours."""
    controls = prompt.application.layout.find_all_controls()
    lijst = next(part for part in controls if isinstance(part, InquirerControl))
    keys = prompt.application.key_bindings
    assert keys is not None  # noqa: S101 - every prompt of questionary has its own
    return lijst, keys
