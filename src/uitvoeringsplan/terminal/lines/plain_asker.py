"""Asking in plain lines: no redrawing, no colours, for screen readers and dumb terminals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.beurt import (
    Beantwoord,
    Beurt,
    Gestopt,
    Overgeslagen,
    Spring,
    Terug,
    Zet,
    forget,
)
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.terminal.asking import BaseVragensteller, learn, objection, tool_lines
from uitvoeringsplan.terminal.lines.spoken import (
    say_guidance,
    say_place,
    say_progress,
    say_text,
)
from uitvoeringsplan.terminal.lines.typed_lines import (
    HELP,
    INTRODUCTION,
    TypedLines,
    do_word,
    read_word,
)
from uitvoeringsplan.terminal.wrapping import text_width, with_path, wrap_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from uitvoeringsplan.model.beurt import Plekken
    from uitvoeringsplan.model.plan import Voortgang
    from uitvoeringsplan.model.spelling import Spelling
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.terminal.lines.typed_lines import DotWord

_ADDED, _REPLACE, _DOOR = "erbij", "vervang", "door"
_VERTREK = (".", ".concept", ".terug", ".lijst")


class EenvoudigeVragensteller(BaseVragensteller):
    """Asks with plain lines. `read` gives the next line, or raises EOFError at the end.

    It passes an unfinished line to the function that it gets, before it raises anything.
    """

    def __init__(self, write: Callable[[str], None], read: Callable[..., str]) -> None:
        super().__init__(write)
        self._spelling = SpokenSpelling(lambda: self.spelling, self._say)
        self._read = read
        self._introduced: set[bool] = set()  # how long answers are typed, and those of one line
        self._explained: set[str] = set()  # by question: what takes long is told once

    def ask(self, beurt: Beurt) -> Zet:
        """Put one question and return what the user did; the question itself is said last."""
        vraag = beurt.stap.vraag
        self._say(f"\n{say_place(beurt)}")
        if vraag.id not in self._explained:
            self._explained.add(vraag.id)
            self._explain(beurt)
        if vraag.type.is_block not in self._introduced:
            self._introduced.add(vraag.type.is_block)
            self._say(f"\n{INTRODUCTION[vraag.type.is_block]}")
        if beurt.antwoord:
            self._write(f"\n{say_text('Er staat nu', beurt.antwoord, text_width())}")
        lines = TypedLines(beurt)
        if vraag.type.is_block:
            self._spelling.prepare(beurt.text)
        if beurt.is_guessed:
            self._write(say_text("Je antwoord", beurt.text, text_width()))
            self._say("Met een punt blijft het zo. Of typ een ander antwoord.")
        elif lines.is_concept:
            self._write(say_text("Je concept, nog geen antwoord", beurt.text, text_width()))
            self._say("Met .concept wordt het je antwoord; met een punt blijft het een concept.")
        if beurt.message:
            self._say(f"Let op: {beurt.message}")
        self._vraag(vraag)
        return self._antwoord(lines)

    def show_progress(self, voortgang: Voortgang) -> None:
        """Say how far the plan is, per part, without anything drawn."""
        for zin in say_progress(voortgang):
            self._say(zin)

    def choose_value(self, vraag: str, keuzes: Sequence[tuple[str, str]]) -> str | None:
        """Return the value of the choice that the user took by its number; None to stop."""
        self._say(vraag)
        for number, (_, text) in enumerate(keuzes, 1):
            self._say(f"{number}. {text.strip()}")
        while True:
            try:
                typed = self._read("Typ een nummer, of .stop: ", forget).strip()
            except (EOFError, KeyboardInterrupt):
                return None
            if typed == ".stop":
                return None
            if typed.isdigit() and 0 < int(typed) <= len(keuzes):
                return keuzes[int(typed) - 1][0]
            self._say(f"Dat is geen nummer van 1 tot en met {len(keuzes)}.")

    def choose_question(self, plekken: Plekken, current: str | None = None) -> str | Gestopt | None:
        """Return the question to go to; None closes the list, Gestopt is for `.stop`."""
        from uitvoeringsplan.terminal.lines.spoken import ask_question_number  # noqa: PLC0415 - seldom

        return ask_question_number(plekken, current, self._say, self._read)

    def confirm(self, vraag: str) -> bool:
        """Ask for yes or no; the end of the input means no."""
        self._say(vraag)
        while True:
            try:
                typed = self._read("ja of nee: ", forget).strip().lower()
            except (EOFError, KeyboardInterrupt):
                return False
            if typed in ("ja", "j", "nee", "n"):
                return typed.startswith("j")

    def _say(self, text: str, path: object = "") -> None:
        self._write(with_path(text, path, text_width()))

    def _explain(self, beurt: Beurt) -> None:
        for text in say_guidance(beurt):
            self._say(f"\n{text}")

    def _vraag(self, vraag: Vraag) -> None:
        form = vraag.type.hint(vraag)
        self._say(f"\n{form}\n{vraag.vraag}" if form else f"\n{vraag.vraag}")

    def _antwoord(self, lines: TypedLines) -> Zet:
        while True:
            try:
                zet = self._take(self._read("> ", lines.on_the_way), lines)
            except (EOFError, KeyboardInterrupt):
                return Gestopt(lines.text)
            if zet is not None:
                return zet

    def _take(self, line: str, lines: TypedLines) -> Zet | None:
        """Take a line: one of the answer, or a word; None to go on typing."""
        command = line.strip().lower()
        if command.startswith("."):
            lines.on_the_way("")
        if command == ".stop":
            return Gestopt(lines.text)
        if command == ".leeg":
            return Beantwoord("")
        if command in _VERTREK:
            return self._leave(command, lines)
        if word := read_word(line):
            self._do(word, lines)
            return None
        lines.add_line(line)
        return None if lines.beurt.stap.vraag.type.is_block else self._leave(".", lines)

    def _do(self, word: DotWord, lines: TypedLines) -> None:
        """Do what leaves the question as it stands."""
        vraag = lines.beurt.stap.vraag
        if word.name == ".hulp":
            self._write(wrap_text(HELP, text_width()))
        elif word.name == ".vraag":
            self._vraag(vraag)
        elif word.name == ".uitleg":
            self._explain(lines.beurt)
            self._vraag(vraag)
        elif word.name == ".hulpmiddelen":
            self._write("\n".join(tool_lines(vraag, text_width())))
        elif word.name == ".voorbeeld":
            voorbeeld = vraag.voorbeeld or "Bij deze vraag is geen voorbeeld."
            self._write("Voorbeeld:\n" + wrap_text(voorbeeld, text_width(), "  "))
        elif word.name in (".erbij", ".vervang"):
            lines.choose_text(added=word.name == ".erbij")
            where = "komt onder" if word.name == ".erbij" else "komt in plaats van"
            self._say(f"Wat je typt {where} wat er staat.")
        elif word.name == ".editor":
            self._edit(lines)
        elif word.name == ".spelling":
            self._spelling.show_voorstellen(lines.text if lines.is_typed else None)
        elif word.name == ".onthoud":
            self._spelling.remember(word.rest)
        else:
            self._write(wrap_text(do_word(word, lines, self._read), text_width()))

    def _edit(self, lines: TypedLines) -> None:
        """Let the user work on the whole in their own editor, and show what it became."""
        from uitvoeringsplan.terminal.editor import EditorUser, edit_text  # noqa: PLC0415 - seldom

        beurt = lines.beurt
        who = EditorUser(self._say, self._read, beurt.concept)
        new = edit_text(lines.text, beurt.stap.vraag.id, who)
        if new is None:
            return
        lines.start_again(new if beurt.stap.vraag.type.is_block else one_line(new))
        self._write(say_text("Er staat nu", lines.text, text_width()))
        if lines.is_concept:
            self._say("Met .concept wordt het je antwoord.")
        elif beurt.antwoord and not lines.text:
            self._say("Met .leeg haal je het antwoord weg.")

    def _leave(self, command: str, lines: TypedLines) -> Zet | None:
        """Return where the user goes with what stands there; None to go on typing."""
        if command == ".concept" and not lines.is_concept:
            self._say("Er is hier geen concept.")
            return None
        if lines.must_choose and command != ".concept":
            what = "concept" if lines.is_concept else "antwoord"
            keuze = self.choose_value(
                f"Er staat al een {what}. Wat gebeurt er met wat je typte?",
                [
                    (_ADDED, "erbij, onder wat er staat"),
                    (_REPLACE, "in plaats daarvan"),
                    (_DOOR, "nog niets, ik typ verder"),
                ],
            )
            if keuze in (None, _DOOR):
                return Gestopt(lines.text) if keuze is None else None
            lines.choose_text(added=keuze == _ADDED)
        if command == ".terug":
            return Terug(lines.text)
        if command == ".lijst":
            return self._jump(lines)
        return self._beantwoord(command, lines)

    def _jump(self, lines: TypedLines) -> Zet:
        here = lines.beurt.stap.vraag.id
        target = self.choose_question(lines.beurt.plekken(), here)
        return (
            Gestopt(lines.text)
            if isinstance(target, Gestopt)
            else Spring(lines.text, target or here)
        )

    def _beantwoord(self, command: str, lines: TypedLines) -> Zet | None:
        """Return the answer if it fits; else say what is wrong, and keep it to go on with."""
        if command == "." and lines.is_concept and not (lines.is_typed or lines.is_edited):
            return Overgeslagen()
        if error := objection(lines.beurt.stap.vraag, lines.text):
            self._say(f"{error} Typ het antwoord opnieuw; wat je typte staat in je concept.")
            lines.start_again(lines.text)
            return None
        if lines.is_cleaned:
            self._say("De tekst is opgeschoond: opsommingstekens, tabs of lege randen.")
        if lines.message:
            self._say(lines.message)
        if lines.is_typed and lines.beurt.stap.vraag.type.is_block:
            self._spelling.name_fouten(lines.text)
        return Beantwoord(lines.text)


_NOT = "De spelling wordt hier niet nagekeken."


class SpokenSpelling:
    """Says things with `say`; `spelling` gives what looks at it, or None where nothing does."""

    def __init__(
        self, spelling: Callable[[], Spelling | None], say: Callable[[str], object]
    ) -> None:
        self._give = spelling
        self._say = say
        self._previous = ""  # the answer before, which can still be looked at

    def prepare(self, text: str) -> None:
        """Begin to look at what stands there, so that there is nothing to wait for later."""
        if spelling := self._give():
            spelling.is_ready(text)

    def name_fouten(self, text: str) -> None:
        """Say in one line which words of an answer may be wrong, if any."""
        self._previous = text
        spelling = self._give()
        if spelling and (errors := spelling.find_fouten(text)):
            self._say(
                f"Mogelijk verkeerd gespeld: {', '.join(errors)} (.spelling laat voorstellen zien)"
            )

    def show_voorstellen(self, text: str | None) -> None:
        """Say what the wrong words of a text may have to be; by default of the last answer."""
        spelling = self._give()
        if spelling is None:
            self._say(_NOT)
            return
        errors = spelling.find_fouten(self._previous if text is None else text)
        for word in errors:
            suggestions = ", ".join(spelling.wait_for_voorstellen(word))
            self._say(f"{word}: {suggestions or 'geen voorstellen'}")
        if errors:
            self._say("Is een woord goed, typ dan .onthoud met het woord erachter.")
        else:
            self._say(spelling.why_off or "Er is geen woord dat verkeerd gespeld lijkt.")

    def remember(self, word: str) -> None:
        """Take a word for right from now on."""
        spelling = self._give()
        if spelling is None:
            self._say(_NOT)
        elif not word:
            self._say("Zet het woord erachter, bijvoorbeeld: .onthoud Zeilwijk")
        else:
            self._say(learn(spelling, word))
