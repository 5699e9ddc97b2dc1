"""One screen per kind of question, and what lasts from one to the next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from uitvoeringsplan.model.beurt import Beantwoord, Beurt, Gestopt, Spring, Zet, forget
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.model.text_decoding import repair_typed
from uitvoeringsplan.model.vraag import Asking, Vraag
from uitvoeringsplan.terminal import keys as st
from uitvoeringsplan.terminal.asking import (
    BaseVragensteller,
    example_lines,
    guidance_lines,
    objection,
    place_line,
    tool_lines,
)
from uitvoeringsplan.terminal.screen.frame import QuestionHeader
from uitvoeringsplan.terminal.screen.pane import PanePiece, PanePreference
from uitvoeringsplan.terminal.screen.question_screen import EditorAsked, ListAsked, QuestionScreen
from uitvoeringsplan.terminal.screen.text_input import TextInput
from uitvoeringsplan.terminal.screen.window import AlternateScreen, run_guarded
from uitvoeringsplan.terminal.wrapping import text_width, with_path

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from uitvoeringsplan.model.beurt import Plekken
    from uitvoeringsplan.model.spelling import Spelling
    from uitvoeringsplan.terminal.screen.question_screen import Input, Outcome


class ConversationScreen(BaseVragensteller):
    """The window of one conversation; `write` puts lines on the terminal when it is given back.

    What is said while the window is ours stands on the next screen, and on the terminal afterwards.
    """

    def __init__(self, write: Callable[[str], None]) -> None:
        super().__init__(write)
        self.preference = PanePreference()
        self.screen = AlternateScreen()
        self._new: list[str] = []  # said since the last screen
        self._later: list[str] = []  # not on the terminal yet

    @property
    def is_open(self) -> bool:
        """Whether the window is ours now."""
        return self.screen.is_open

    def close(self) -> None:
        """Give the window back, and say on the terminal what was said meanwhile."""
        self.screen.close()
        later, self._later = self._later, []
        for text in later:
            self._write(text)

    def show(self, text: str) -> None:
        """Show some lines now, or on the next screen and when the terminal is there again."""
        if self.is_open:
            self._new.append(text.strip("\n"))
            self._later.append(text)
        else:
            self._write(text)

    def show_too(self, text: str) -> None:
        """Show some lines on the terminal, over which the next screen comes, and on that screen."""
        self._new.append(text.strip("\n"))
        self._write(text)

    def messages(self, added: str = "") -> str:
        """Return what was said since the last screen, with a remark of this one."""
        new, self._new = self._new, []
        return "\n".join(filter(None, [*new, added]))

    def choose(
        self,
        kop: QuestionHeader,
        keuzes: Sequence[tuple[str, str]],
        texts: Mapping[PanePiece, Callable[[int], list[str]]],
    ) -> str | None:
        """Return the value of the choice (value, text) that the user took; None to stop."""
        from uitvoeringsplan.terminal.screen.choices import ChoiceList  # noqa: PLC0415

        question_screen = QuestionScreen(
            kop,
            ChoiceList(keuzes, None),
            texts,
            PanePreference(),  # the texts belong to this choice
            self.screen,
            message=self.messages(),
        )
        try:
            done = run_guarded(question_screen.make(), lambda: "", forget)
        except (KeyboardInterrupt, EOFError):  # a keyboard that ended
            return None
        return done.text if isinstance(done, Beantwoord) else None

    def choose_question(self, plekken: Plekken, current: str | None = None) -> str | None:
        """Return the question that the user goes to; None to stay."""
        from uitvoeringsplan.terminal.screen.list_window import choose_question  # noqa: PLC0415

        return choose_question(plekken, current, self.screen)


def ask_answer(beurt: Beurt, screen: ConversationScreen) -> Zet:
    """Put one question on the screen and return what the user did."""
    vraag, start = beurt.stap.vraag, beurt.text
    message = screen.messages(beurt.message)
    while True:
        typed = _typed(vraag, start, screen.spelling)
        done = _ask(beurt, typed, message, screen, partial(objection, vraag))
        if not isinstance(done, EditorAsked):
            break
        start = _edit(vraag, str(done), beurt, screen)
        message = screen.messages()
    if isinstance(done, ListAsked):
        return _jump(beurt, str(done), screen)
    if not isinstance(done, Beantwoord):
        return done
    reading = repair_typed(done.text)
    if reading.message:
        screen.show(reading.message)
    return Beantwoord(reading.text)


def ask_choice(
    beurt: Beurt,
    screen: ConversationScreen,
    keuzes: Sequence[tuple[str, str]],
    current: str,
    text: str,
) -> Zet:
    """Let the user choose something at a question that has `text` as its answer now.

    Returns the value that was chosen as what is answered, or where else the user goes.
    """
    from uitvoeringsplan.terminal.screen.choices import ChoiceList  # noqa: PLC0415

    typed = ChoiceList(keuzes, current, text, st.KeyScope.KEUZE)
    message = screen.messages(beurt.message)
    done = _ask(beurt, typed, message, screen, lambda _text: "")
    if isinstance(done, ListAsked):
        return _jump(beurt, str(done), screen)
    assert not isinstance(done, EditorAsked)  # noqa: S101 - a list has no key for an editor
    return done


def _jump(beurt: Beurt, text: str, screen: ConversationScreen) -> Spring:
    if text != beurt.text:
        beurt.concept(text)  # the program may be ended while the list is open
    target = screen.choose_question(beurt.plekken(), beurt.stap.vraag.id)
    return Spring(text, target or beurt.stap.vraag.id)


def header_of(beurt: Beurt) -> QuestionHeader:
    """Return what stands above a question."""
    positie = beurt.positie
    return QuestionHeader(
        place_line(beurt),
        beurt.stap.vraag.vraag,
        f"{positie.number}/{positie.total}" if positie else "",
        f"{beurt.beantwoord} van {beurt.total} vragen beantwoord" if beurt.total else "",
    )


def _ask(
    beurt: Beurt,
    typed: Input,
    message: str,
    screen: ConversationScreen,
    judge: Callable[[str], str],
) -> Outcome:
    question_screen = QuestionScreen(
        header_of(beurt),
        typed,
        pane_texts(beurt),
        screen.preference,
        screen.screen,
        message=message,
        judge=judge,
        gone=_without_zin(beurt, screen.spelling),
    )
    try:
        return run_guarded(question_screen.make(), typed.typed, beurt.concept)
    except (KeyboardInterrupt, EOFError):  # a keyboard that ended
        return Gestopt(typed.typed())


def _typed(vraag: Vraag, text: str, spelling: Spelling | None) -> Input:
    """Return what the answer to this question is given with; few questions need questionary."""
    if vraag.type.asking is Asking.CHOICES:
        from uitvoeringsplan.terminal.screen.choices import MultipleChoice  # noqa: PLC0415

        return MultipleChoice(vraag.type.choices(vraag), text)
    if vraag.type.asking is Asking.CHOICE:
        from uitvoeringsplan.terminal.screen.choices import NO_ANSWER, SingleChoice  # noqa: PLC0415

        keuzes = [*vraag.type.choices(vraag), NO_ANSWER]
        return SingleChoice(keuzes, text if text in keuzes else None, text)
    return TextInput(vraag, text, spelling)


def _without_zin(beurt: Beurt, spelling: Spelling | None) -> frozenset[st.Sneltoets]:
    """Return the keys that make no sense at this question; the bar does not name them."""
    gone = set()
    if not beurt.stap.vraag.voorbeeld:
        gone.add(st.VOORBEELD)
    if not beurt.stap.vraag.hulpmiddelen:
        gone.add(st.LINKS)
    if spelling is None or spelling.is_off:
        gone.add(st.SPELLING)
    return frozenset(gone)


def _edit(vraag: Vraag, text: str, beurt: Beurt, screen: ConversationScreen) -> str:
    """Return the text as it comes back from the user's own editor."""
    from uitvoeringsplan.terminal.editor import EditorUser, edit_text  # noqa: PLC0415 - seldom
    from uitvoeringsplan.terminal.screen.choices import read_line  # noqa: PLC0415

    if text != beurt.text:
        beurt.concept(text)  # the program may be ended while the editor is open
    screen.close()
    who = EditorUser(
        lambda zin, path="": screen.show_too(with_path(zin, path, text_width())),
        read_line,
        beurt.concept,
    )
    new = edit_text(text, vraag.id, who)
    if new is None:
        return text
    return new if vraag.type.is_block else one_line(new)


def pane_texts(beurt: Beurt) -> Mapping[PanePiece, Callable[[int], list[str]]]:
    """Return what the pane can show at a question."""
    vraag = beurt.stap.vraag
    return {
        PanePiece.UITLEG: lambda kolommen: guidance_lines(beurt, kolommen),
        PanePiece.VOORBEELD: lambda kolommen: example_lines(vraag, kolommen),
        PanePiece.LINKS: lambda kolommen: tool_lines(vraag, kolommen),
    }
