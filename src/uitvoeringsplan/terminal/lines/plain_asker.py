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

_ERBIJ, _VERVANG, _DOOR = "erbij", "vervang", "door"
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
        if vraag.type.is_blok not in self._introduced:
            self._introduced.add(vraag.type.is_blok)
            self._say(f"\n{INTRODUCTION[vraag.type.is_blok]}")
        if beurt.antwoord:
            self._write(f"\n{say_text('Er staat nu', beurt.antwoord, text_width())}")
        regels = TypedLines(beurt)
        if vraag.type.is_blok:
            self._spelling.prepare(beurt.tekst)
        if beurt.is_geraden:
            self._write(say_text("Je antwoord", beurt.tekst, text_width()))
            self._say("Met een punt blijft het zo. Of typ een ander antwoord.")
        elif regels.is_concept:
            self._write(say_text("Je concept, nog geen antwoord", beurt.tekst, text_width()))
            self._say("Met .concept wordt het je antwoord; met een punt blijft het een concept.")
        if beurt.melding:
            self._say(f"Let op: {beurt.melding}")
        self._vraag(vraag)
        return self._antwoord(regels)

    def show_progress(self, voortgang: Voortgang) -> None:
        """Say how far the plan is, per part, without anything drawn."""
        for zin in say_progress(voortgang):
            self._say(zin)

    def choose_value(self, vraag: str, keuzes: Sequence[tuple[str, str]]) -> str | None:
        """Return the value of the choice that the user took by its number; None to stop."""
        self._say(vraag)
        for nummer, (_, tekst) in enumerate(keuzes, 1):
            self._say(f"{nummer}. {tekst.strip()}")
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

    def choose_question(self, plekken: Plekken, huidig: str | None = None) -> str | Gestopt | None:
        """Return the question to go to; None closes the list, Gestopt is for `.stop`."""
        from uitvoeringsplan.terminal.lines.spoken import ask_question_number  # noqa: PLC0415 - seldom

        return ask_question_number(plekken, huidig, self._say, self._read)

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

    def _say(self, tekst: str, pad: object = "") -> None:
        self._write(with_path(tekst, pad, text_width()))

    def _explain(self, beurt: Beurt) -> None:
        for tekst in say_guidance(beurt):
            self._say(f"\n{tekst}")

    def _vraag(self, vraag: Vraag) -> None:
        vorm = vraag.type.hint(vraag)
        self._say(f"\n{vorm}\n{vraag.vraag}" if vorm else f"\n{vraag.vraag}")

    def _antwoord(self, regels: TypedLines) -> Zet:
        while True:
            try:
                zet = self._take(self._read("> ", regels.on_the_way), regels)
            except (EOFError, KeyboardInterrupt):
                return Gestopt(regels.tekst)
            if zet is not None:
                return zet

    def _take(self, regel: str, regels: TypedLines) -> Zet | None:
        """Take a line: one of the answer, or a word; None to go on typing."""
        opdracht = regel.strip().lower()
        if opdracht.startswith("."):
            regels.on_the_way("")
        if opdracht == ".stop":
            return Gestopt(regels.tekst)
        if opdracht == ".leeg":
            return Beantwoord("")
        if opdracht in _VERTREK:
            return self._leave(opdracht, regels)
        if woord := read_word(regel):
            self._do(woord, regels)
            return None
        regels.add_line(regel)
        return None if regels.beurt.stap.vraag.type.is_blok else self._leave(".", regels)

    def _do(self, woord: DotWord, regels: TypedLines) -> None:
        """Do what leaves the question as it stands."""
        vraag = regels.beurt.stap.vraag
        if woord.naam == ".hulp":
            self._write(wrap_text(HELP, text_width()))
        elif woord.naam == ".vraag":
            self._vraag(vraag)
        elif woord.naam == ".uitleg":
            self._explain(regels.beurt)
            self._vraag(vraag)
        elif woord.naam == ".hulpmiddelen":
            self._write("\n".join(tool_lines(vraag, text_width())))
        elif woord.naam == ".voorbeeld":
            voorbeeld = vraag.voorbeeld or "Bij deze vraag is geen voorbeeld."
            self._write("Voorbeeld:\n" + wrap_text(voorbeeld, text_width(), "  "))
        elif woord.naam in (".erbij", ".vervang"):
            regels.choose_text(erbij=woord.naam == ".erbij")
            waar = "komt onder" if woord.naam == ".erbij" else "komt in plaats van"
            self._say(f"Wat je typt {waar} wat er staat.")
        elif woord.naam == ".editor":
            self._edit(regels)
        elif woord.naam == ".spelling":
            self._spelling.show_voorstellen(regels.tekst if regels.is_typed else None)
        elif woord.naam == ".onthoud":
            self._spelling.onthoud(woord.rest)
        else:
            self._write(wrap_text(do_word(woord, regels, self._read), text_width()))

    def _edit(self, regels: TypedLines) -> None:
        """Let the user work on the whole in their own editor, and show what it became."""
        from uitvoeringsplan.terminal.editor import EditorUser, edit_text  # noqa: PLC0415 - seldom

        beurt = regels.beurt
        wie = EditorUser(self._say, self._read, beurt.concept)
        nieuw = edit_text(regels.tekst, beurt.stap.vraag.id, wie)
        if nieuw is None:
            return
        regels.start_again(nieuw if beurt.stap.vraag.type.is_blok else one_line(nieuw))
        self._write(say_text("Er staat nu", regels.tekst, text_width()))
        if regels.is_concept:
            self._say("Met .concept wordt het je antwoord.")
        elif beurt.antwoord and not regels.tekst:
            self._say("Met .leeg haal je het antwoord weg.")

    def _leave(self, opdracht: str, regels: TypedLines) -> Zet | None:
        """Return where the user goes with what stands there; None to go on typing."""
        if opdracht == ".concept" and not regels.is_concept:
            self._say("Er is hier geen concept.")
            return None
        if regels.must_choose and opdracht != ".concept":
            wat = "concept" if regels.is_concept else "antwoord"
            keuze = self.choose_value(
                f"Er staat al een {wat}. Wat gebeurt er met wat je typte?",
                [
                    (_ERBIJ, "erbij, onder wat er staat"),
                    (_VERVANG, "in plaats daarvan"),
                    (_DOOR, "nog niets, ik typ verder"),
                ],
            )
            if keuze in (None, _DOOR):
                return Gestopt(regels.tekst) if keuze is None else None
            regels.choose_text(erbij=keuze == _ERBIJ)
        if opdracht == ".terug":
            return Terug(regels.tekst)
        if opdracht == ".lijst":
            return self._jump(regels)
        return self._beantwoord(opdracht, regels)

    def _jump(self, regels: TypedLines) -> Zet:
        hier = regels.beurt.stap.vraag.id
        doel = self.choose_question(regels.beurt.plekken(), hier)
        return (
            Gestopt(regels.tekst)
            if isinstance(doel, Gestopt)
            else Spring(regels.tekst, doel or hier)
        )

    def _beantwoord(self, opdracht: str, regels: TypedLines) -> Zet | None:
        """Return the answer if it fits; else say what is wrong, and keep it to go on with."""
        if opdracht == "." and regels.is_concept and not (regels.is_typed or regels.is_edited):
            return Overgeslagen()
        if fout := objection(regels.beurt.stap.vraag, regels.tekst):
            self._say(f"{fout} Typ het antwoord opnieuw; wat je typte staat in je concept.")
            regels.start_again(regels.tekst)
            return None
        if regels.is_cleaned:
            self._say("De tekst is opgeschoond: opsommingstekens, tabs of lege randen.")
        if regels.melding:
            self._say(regels.melding)
        if regels.is_typed and regels.beurt.stap.vraag.type.is_blok:
            self._spelling.name_fouten(regels.tekst)
        return Beantwoord(regels.tekst)


_NIET = "De spelling wordt hier niet nagekeken."


class SpokenSpelling:
    """Says things with `say`; `spelling` gives what looks at it, or None where nothing does."""

    def __init__(
        self, spelling: Callable[[], Spelling | None], say: Callable[[str], object]
    ) -> None:
        self._give = spelling
        self._say = say
        self._vorig = ""  # the answer before, which can still be looked at

    def prepare(self, tekst: str) -> None:
        """Begin to look at what stands there, so that there is nothing to wait for later."""
        if spelling := self._give():
            spelling.is_klaar(tekst)

    def name_fouten(self, tekst: str) -> None:
        """Say in one line which words of an answer may be wrong, if any."""
        self._vorig = tekst
        spelling = self._give()
        if spelling and (fouten := spelling.find_fouten(tekst)):
            self._say(
                f"Mogelijk verkeerd gespeld: {', '.join(fouten)} (.spelling laat voorstellen zien)"
            )

    def show_voorstellen(self, tekst: str | None) -> None:
        """Say what the wrong words of a text may have to be; by default of the last answer."""
        spelling = self._give()
        if spelling is None:
            self._say(_NIET)
            return
        fouten = spelling.find_fouten(self._vorig if tekst is None else tekst)
        for woord in fouten:
            voorstellen = ", ".join(spelling.wait_for_voorstellen(woord))
            self._say(f"{woord}: {voorstellen or 'geen voorstellen'}")
        if fouten:
            self._say("Is een woord goed, typ dan .onthoud met het woord erachter.")
        else:
            self._say(spelling.waarom_uit or "Er is geen woord dat verkeerd gespeld lijkt.")

    def onthoud(self, woord: str) -> None:
        """Take a word for right from now on."""
        spelling = self._give()
        if spelling is None:
            self._say(_NIET)
        elif not woord:
            self._say("Zet het woord erachter, bijvoorbeeld: .onthoud Zeilwijk")
        else:
            self._say(learn(spelling, woord))
