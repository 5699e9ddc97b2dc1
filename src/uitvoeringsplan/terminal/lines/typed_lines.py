"""What is typed in plain lines: the lines of one answer, and what they become together.

A line may be a word of ours instead, which does something by itself or to the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.model.cleaning import fold
from uitvoeringsplan.model.pasted_text import read_pasted
from uitvoeringsplan.model.text_decoding import repair_typed
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.model.beurt import Beurt

_MET_IETS = ("lees", "zoek", "regel", "wis", "onthoud")  # words that something may follow
# A word of ours that is not finished, perhaps with something behind it.
_OPDRACHT = re.compile(rf"\s*\.(?:[a-z]*\s*|(?:{'|'.join(_MET_IETS)})\s.*)", re.IGNORECASE)
_PUNT = re.compile(r"(\s*)(?:- |\d+\. )")
HELP = """\
Typ je antwoord. Sluit af met een regel waarop alleen een punt staat.
Een punt als eerste regel laat alles zoals het is.
Staat er al een lang antwoord, dan kies je aan het eind: erbij, of in plaats daarvan.
Begin elk punt van een opsomming zelf met een streepje en een spatie.
Deze woorden op een eigen regel doen iets anders:
.vraag: de vraag nog eens
.uitleg: de uitleg bij de vraag
.voorbeeld: een voorbeeld van een antwoord
.hulpmiddelen: wat je erbij kunt lezen, met het adres
.lees: wat er staat, met een nummer voor elke regel; .lees 3 leest alleen regel 3
.zoek: met een woord erachter: de regels waar dat in staat
.woorden: hoeveel woorden er staan
.regel: met een nummer erachter: die regel opnieuw typen
.wis: met een nummer erachter: die regel weghalen
.ongedaan: de laatste regel of verandering terugnemen
.erbij: wat je typt komt onder wat er staat
.vervang: wat je typt komt in plaats van wat er staat
.concept: je concept wordt het antwoord
.editor: wat er staat bewerken in je eigen tekstprogramma
.spelling: voorstellen voor woorden die verkeerd gespeld kunnen zijn
.onthoud: een woord erachter is goed gespeld, zoals .onthoud Zeilwijk
.leeg: het antwoord weghalen
.terug: naar de vorige vraag
.lijst: een andere vraag kiezen
.stop: stoppen; wat je typte blijft bewaard als concept
.hulp: deze uitleg
Begint je eigen regel met een punt, typ dan twee punten: ..zo
"""
# What is told by itself before the first long answer, and before the first one of a line.
INTRODUCTION = {
    True: "Typ je antwoord en sluit af met een regel waarop alleen een punt staat. Met .hulp hoor"
    " je wat er nog meer kan.",
    False: "Typ je antwoord en druk op Enter. Alleen een punt laat alles zoals het is. Met .hulp"
    " hoor je wat er nog meer kan.",
}
_WOORD = re.compile(rf"\.(?:([a-z]+)|({'|'.join(_MET_IETS)})\s+(\S.*))", re.IGNORECASE)


class _Saved(NamedTuple):
    """All that one change may change."""

    stond: str
    regels: tuple[str, ...] = ()
    erbij: bool | None = None
    is_edited: bool = False


class TypedLines:
    """What stood there when the question was put, the lines typed since, and the unfinished one.

    Until the user chooses, a long answer is added to and never replaced: that loses nothing. An
    answer of one line is what was typed last.
    """

    def __init__(self, beurt: Beurt) -> None:
        self.beurt = beurt
        self._blok = beurt.stap.vraag.type.is_blok
        self._stond = self._saved = beurt.tekst
        self._regels: list[str] = []
        self._unfinished = ""
        self._erbij: bool | None = None
        self.is_edited = False  # whether a line was changed, which makes a draft an answer
        # What to go back to, one for each change; nothing for a line that was added.
        self._vorige: list[_Saved | None] = []

    @property
    def is_concept(self) -> bool:
        """Whether what stands there is no answer yet; what only got advice is one."""
        is_anders = self._stond != self.beurt.antwoord
        return bool(self._stond) and is_anders and not self.beurt.is_geraden

    @property
    def is_typed(self) -> bool:
        """Whether anything was typed."""
        return bool(self._typed.strip())

    @property
    def must_choose(self) -> bool:
        """Whether only the user knows if what was typed comes beside what stands there."""
        return self._blok and bool(self._stond) and self.is_typed and self._erbij is None

    @property
    def tekst(self) -> str:
        """The answer as it stands now."""
        typed = read_pasted(repair_typed(self._typed).tekst)
        if not typed:
            return self._stond
        if not self._stond or not self._blok or self._erbij is False:
            return typed
        return f"{self._stond}{self._between(typed)}{typed}"

    @property
    def is_cleaned(self) -> bool:
        """Whether what was typed has changed by cleaning."""
        typed = repair_typed(self._typed).tekst.strip("\n")
        return self.is_typed and read_pasted(typed) != typed

    @property
    def melding(self) -> str:
        """What to say of the bytes that the keyboard sent."""
        return repair_typed(self._typed).melding

    def add_line(self, regel: str) -> None:
        """Add a line; a line of ours starts with one dot more.

        It is kept as soon as there are no more to read: keeping the whole after every line of a
        long paste would cost the square of it.
        """
        self._regels.append(_without_dot(regel))
        self._unfinished = ""
        self._vorige.append(None)

    def on_the_way(self, regel: str) -> None:
        """Keep the lines so far and the unfinished one, unless that begins one of our own words.

        To be called when there is nothing more to read for now.
        """
        self._unfinished = "" if _OPDRACHT.fullmatch(regel) else _without_dot(regel)
        self._keep()

    def choose_text(self, *, erbij: bool) -> None:
        """Put what is typed below what stands there, or in its place."""
        self._erbij = erbij
        self._keep()

    def start_again(self, tekst: str) -> None:
        """Go on from this text, which is a draft now."""
        self._vorige.append(self._stand)
        self._set(_Saved(tekst))

    def edit(self, tekst: str) -> None:
        """Go on from this text, in which the user changed a line; what is typed comes below it."""
        self._vorige.append(self._stand)
        self._set(_Saved(tekst, erbij=True, is_edited=True))

    def undo(self) -> str | None:
        """Go back one change; return the line that went, empty for another, None for none."""
        if not self._vorige:
            return None
        stand = self._vorige.pop()
        if stand is None:
            regel = self._regels.pop()
            self._keep()
            return regel
        self._set(stand)
        return ""

    @property
    def _stand(self) -> _Saved:
        return _Saved(self._stond, tuple(self._regels), self._erbij, self.is_edited)

    def _set(self, stand: _Saved) -> None:
        self._stond, regels, self._erbij, self.is_edited = stand
        self._regels = list(regels)
        self._unfinished = ""
        self._keep()

    def _keep(self) -> None:
        if (tekst := self.tekst) != self._saved:
            self._saved = tekst
            self.beurt.concept(tekst)

    @property
    def _typed(self) -> str:
        return "\n".join([*self._regels, self._unfinished] if self._unfinished else self._regels)

    def _between(self, typed: str) -> str:
        """Return what comes between: a new paragraph, but a point belongs to the points above."""
        laatste = self._stond.rstrip("\n").rpartition("\n")[2]
        punten = _PUNT.match(laatste) and _PUNT.match(typed)
        return "\n" if punten else self.beurt.stap.vraag.type.separator


def _without_dot(regel: str) -> str:
    return regel[1:] if regel.startswith("..") else regel


class DotWord(NamedTuple):
    """A word, with its dot, and what was typed behind it."""

    naam: str
    rest: str = ""

    @property
    def nummer(self) -> int:
        """The number behind the word; 0 for none."""
        return int(self.rest) if self.rest.isdecimal() else 0


def read_word(regel: str) -> DotWord | None:
    """Return the word that a line is; None when it is a line of the answer."""
    gevonden = _WOORD.fullmatch(regel.strip())
    if gevonden is None:
        return None
    return DotWord(f".{(gevonden[1] or gevonden[2]).lower()}", gevonden[3] or "")


def numbered(tekst: str) -> list[tuple[int, str]]:
    """Return the lines that have words, numbered from 1."""
    return list(enumerate((regel for regel in tekst.split("\n") if regel.strip()), 1))


def replace_line(tekst: str, nummer: int, nieuw: str) -> str:
    """Return a text with another line of that number; an empty one takes it away."""
    over = nummer
    regels = tekst.split("\n")
    for plek, regel in enumerate(regels):
        over -= bool(regel.strip())
        if not over:
            regels[plek : plek + 1] = [nieuw] if nieuw else []
            break
    return "\n".join(regels)


def find_lines(tekst: str, gezocht: str) -> list[tuple[int, str]]:
    """Return the lines with this in it, by number, without regard to case and accents."""
    return [(nummer, regel) for nummer, regel in numbered(tekst) if fold(gezocht) in fold(regel)]


def count_text(tekst: str) -> str:
    """Return how long a text is, as a sentence."""
    woorden, regels = len(tekst.split()), len(numbered(tekst))
    return f"Dit is samen {_aantal(woorden, 'woord')} in {_aantal(regels, 'regel')}."


def _aantal(aantal: int, wat: str) -> str:
    meer = {"woord": "woorden", "regel": "regels"}
    return f"{aantal} {wat if aantal == 1 else meer[wat]}"


_LEEG = "Er staat nog niets."


def do_word(woord: DotWord, regels: TypedLines, read: Callable[..., str]) -> str:
    """Do what a word says with the text, and return what to tell; `read` asks for a line.

    Raises EOFError or KeyboardInterrupt as `read` does.
    """
    if woord.naam == ".woorden":
        return count_text(regels.tekst)
    if woord.naam == ".ongedaan":
        return _undo_last(regels)
    if woord.naam == ".zoek":
        return _search(woord, regels.tekst)
    if woord.naam in (".lees", ".regel", ".wis"):
        return _met_regel(woord, regels, read)
    return f"{woord.naam} ken ik niet. Met .hulp hoor je wat er kan."


def _undo_last(regels: TypedLines) -> str:
    weg = regels.undo()
    if weg is None:
        return "Er is niets om ongedaan te maken."
    return f"Weggehaald: {weg}" if weg else "De laatste verandering is teruggenomen."


def _search(woord: DotWord, tekst: str) -> str:
    if not woord.rest:
        return "Typ achter .zoek wat je zoekt, bijvoorbeeld: .zoek wijkagent"
    gevonden = find_lines(tekst, woord.rest)
    if not gevonden:
        return f"“{woord.rest}” staat er niet in."
    return "\n".join(f"{nummer}. {regel.strip()}" for nummer, regel in gevonden)


def _met_regel(woord: DotWord, regels: TypedLines, read: Callable[..., str]) -> str:
    alle = numbered(regels.tekst)
    if not alle:
        return _LEEG
    if woord.naam == ".lees" and not woord.rest:
        return "\n".join(f"{nummer}. {regel.strip()}" for nummer, regel in alle)
    if not 0 < woord.nummer <= len(alle):
        return f"Typ achter {woord.naam} het nummer van een regel, van 1 tot en met {len(alle)}."
    regel = alle[woord.nummer - 1][1]
    if woord.naam == ".lees":
        return regel.strip()
    if woord.naam == ".wis":
        regels.edit(replace_line(regels.tekst, woord.nummer, ""))
        return f"Weggehaald: {regel.strip()}"
    nieuw = _ask_line(woord.nummer, regel, regels, read)
    return f"Nu staat er: {nieuw.strip()}" if nieuw else "De regel blijft zoals hij was."


def _ask_line(nummer: int, oud: str, regels: TypedLines, read: Callable[..., str]) -> str:
    """Let the user type a line again, and return it; empty when it stays as it was.

    An unfinished one is kept as the rest of the answer is, however this ends.
    """
    tekst, onaf = regels.tekst, ""

    def on_the_way(typed: str) -> None:
        nonlocal onaf
        onaf = typed
        if typed.strip():
            regels.beurt.concept(replace_line(tekst, nummer, _in_plaats_van(oud, typed)))

    try:
        typed = read(f"Regel {nummer} wordt (niets laat hem staan): ", on_the_way)
    except BaseException:
        if onaf.strip():
            regels.edit(replace_line(tekst, nummer, _in_plaats_van(oud, onaf)))
        raise
    if typed.strip() in ("", ".") or read_word(typed):
        return ""
    nieuw = _in_plaats_van(oud, typed)
    regels.edit(replace_line(tekst, nummer, nieuw))
    return nieuw


def _in_plaats_van(oud: str, typed: str) -> str:
    """Return a line as it takes the place of another: a point stays a point, as deep as it was."""
    nieuw = repair_typed(typed).tekst.strip()
    stond = _PUNT.match(oud)
    if stond is None:
        return nieuw
    return f"{stond[1]}{nieuw}" if _PUNT.match(nieuw) else f"{stond[0]}{nieuw}"
