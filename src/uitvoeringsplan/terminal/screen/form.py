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
        self.voorkeur = PanePreference()
        self.scherm = AlternateScreen()
        self._nieuw: list[str] = []  # said since the last screen
        self._later: list[str] = []  # not on the terminal yet

    @property
    def is_open(self) -> bool:
        """Whether the window is ours now."""
        return self.scherm.is_open

    def close(self) -> None:
        """Give the window back, and say on the terminal what was said meanwhile."""
        self.scherm.close()
        later, self._later = self._later, []
        for tekst in later:
            self._write(tekst)

    def show(self, tekst: str) -> None:
        """Show some lines now, or on the next screen and when the terminal is there again."""
        if self.is_open:
            self._nieuw.append(tekst.strip("\n"))
            self._later.append(tekst)
        else:
            self._write(tekst)

    def show_too(self, tekst: str) -> None:
        """Show some lines on the terminal, over which the next screen comes, and on that screen."""
        self._nieuw.append(tekst.strip("\n"))
        self._write(tekst)

    def messages(self, erbij: str = "") -> str:
        """Return what was said since the last screen, with a remark of this one."""
        nieuw, self._nieuw = self._nieuw, []
        return "\n".join(filter(None, [*nieuw, erbij]))

    def choose(
        self,
        kop: QuestionHeader,
        keuzes: Sequence[tuple[str, str]],
        teksten: Mapping[PanePiece, Callable[[int], list[str]]],
    ) -> str | None:
        """Return the value of the choice (value, text) that the user took; None to stop."""
        from uitvoeringsplan.terminal.screen.choices import ChoiceList  # noqa: PLC0415

        vraagscherm = QuestionScreen(
            kop,
            ChoiceList(keuzes, None),
            teksten,
            PanePreference(),  # the texts belong to this choice
            self.scherm,
            melding=self.messages(),
        )
        try:
            gedaan = run_guarded(vraagscherm.make(), lambda: "", forget)
        except (KeyboardInterrupt, EOFError):  # a keyboard that ended
            return None
        return gedaan.tekst if isinstance(gedaan, Beantwoord) else None

    def choose_question(self, plekken: Plekken, huidig: str | None = None) -> str | None:
        """Return the question that the user goes to; None to stay."""
        from uitvoeringsplan.terminal.screen.list_window import choose_question  # noqa: PLC0415

        return choose_question(plekken, huidig, self.scherm)


def ask_answer(beurt: Beurt, scherm: ConversationScreen) -> Zet:
    """Put one question on the screen and return what the user did."""
    vraag, begin = beurt.stap.vraag, beurt.tekst
    melding = scherm.messages(beurt.melding)
    while True:
        invoer = _invoer(vraag, begin, scherm.spelling)
        gedaan = _ask(beurt, invoer, melding, scherm, partial(objection, vraag))
        if not isinstance(gedaan, EditorAsked):
            break
        begin = _edit(vraag, str(gedaan), beurt, scherm)
        melding = scherm.messages()
    if isinstance(gedaan, ListAsked):
        return _jump(beurt, str(gedaan), scherm)
    if not isinstance(gedaan, Beantwoord):
        return gedaan
    gelezen = repair_typed(gedaan.tekst)
    if gelezen.melding:
        scherm.show(gelezen.melding)
    return Beantwoord(gelezen.tekst)


def ask_choice(
    beurt: Beurt,
    scherm: ConversationScreen,
    keuzes: Sequence[tuple[str, str]],
    huidig: str,
    tekst: str,
) -> Zet:
    """Let the user choose something at a question that has `tekst` as its answer now.

    Returns the value that was chosen as what is answered, or where else the user goes.
    """
    from uitvoeringsplan.terminal.screen.choices import ChoiceList  # noqa: PLC0415

    invoer = ChoiceList(keuzes, huidig, tekst, st.KeyScope.KEUZE)
    melding = scherm.messages(beurt.melding)
    gedaan = _ask(beurt, invoer, melding, scherm, lambda _tekst: "")
    if isinstance(gedaan, ListAsked):
        return _jump(beurt, str(gedaan), scherm)
    assert not isinstance(gedaan, EditorAsked)  # noqa: S101 - a list has no key for an editor
    return gedaan


def _jump(beurt: Beurt, tekst: str, scherm: ConversationScreen) -> Spring:
    if tekst != beurt.tekst:
        beurt.concept(tekst)  # the program may be ended while the list is open
    doel = scherm.choose_question(beurt.plekken(), beurt.stap.vraag.id)
    return Spring(tekst, doel or beurt.stap.vraag.id)


def header_of(beurt: Beurt) -> QuestionHeader:
    """Return what stands above a question."""
    positie = beurt.positie
    return QuestionHeader(
        place_line(beurt),
        beurt.stap.vraag.vraag,
        f"{positie.nummer}/{positie.totaal}" if positie else "",
        f"{beurt.beantwoord} van {beurt.totaal} vragen beantwoord" if beurt.totaal else "",
    )


def _ask(
    beurt: Beurt,
    invoer: Input,
    melding: str,
    scherm: ConversationScreen,
    judge: Callable[[str], str],
) -> Outcome:
    vraagscherm = QuestionScreen(
        header_of(beurt),
        invoer,
        pane_texts(beurt),
        scherm.voorkeur,
        scherm.scherm,
        melding=melding,
        judge=judge,
        weg=_zonder_zin(beurt, scherm.spelling),
    )
    try:
        return run_guarded(vraagscherm.make(), invoer.typed, beurt.concept)
    except (KeyboardInterrupt, EOFError):  # a keyboard that ended
        return Gestopt(invoer.typed())


def _invoer(vraag: Vraag, tekst: str, spelling: Spelling | None) -> Input:
    """Return what the answer to this question is given with; few questions need questionary."""
    if vraag.type.asking is Asking.CHOICES:
        from uitvoeringsplan.terminal.screen.choices import MultipleChoice  # noqa: PLC0415

        return MultipleChoice(vraag.type.choices(vraag), tekst)
    if vraag.type.asking is Asking.CHOICE:
        from uitvoeringsplan.terminal.screen.choices import NO_ANSWER, SingleChoice  # noqa: PLC0415

        keuzes = [*vraag.type.choices(vraag), NO_ANSWER]
        return SingleChoice(keuzes, tekst if tekst in keuzes else None, tekst)
    return TextInput(vraag, tekst, spelling)


def _zonder_zin(beurt: Beurt, spelling: Spelling | None) -> frozenset[st.Sneltoets]:
    """Return the keys that make no sense at this question; the bar does not name them."""
    weg = set()
    if not beurt.stap.vraag.voorbeeld:
        weg.add(st.VOORBEELD)
    if not beurt.stap.vraag.hulpmiddelen:
        weg.add(st.LINKS)
    if spelling is None or spelling.is_uit:
        weg.add(st.SPELLING)
    return frozenset(weg)


def _edit(vraag: Vraag, tekst: str, beurt: Beurt, scherm: ConversationScreen) -> str:
    """Return the text as it comes back from the user's own editor."""
    from uitvoeringsplan.terminal.editor import EditorUser, edit_text  # noqa: PLC0415 - seldom
    from uitvoeringsplan.terminal.screen.choices import read_line  # noqa: PLC0415

    if tekst != beurt.tekst:
        beurt.concept(tekst)  # the program may be ended while the editor is open
    scherm.close()
    wie = EditorUser(
        lambda zin, pad="": scherm.show_too(with_path(zin, pad, text_width())),
        read_line,
        beurt.concept,
    )
    nieuw = edit_text(tekst, vraag.id, wie)
    if nieuw is None:
        return tekst
    return nieuw if vraag.type.is_blok else one_line(nieuw)


def pane_texts(beurt: Beurt) -> Mapping[PanePiece, Callable[[int], list[str]]]:
    """Return what the pane can show at a question."""
    vraag = beurt.stap.vraag
    return {
        PanePiece.UITLEG: lambda kolommen: guidance_lines(beurt, kolommen),
        PanePiece.VOORBEELD: lambda kolommen: example_lines(vraag, kolommen),
        PanePiece.LINKS: lambda kolommen: tool_lines(vraag, kolommen),
    }
