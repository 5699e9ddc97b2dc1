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

_WITH_SOMETHING = ("lees", "zoek", "regel", "wis", "onthoud")  # words that something may follow
# A word of ours that is not finished, perhaps with something behind it.
_COMMAND = re.compile(rf"\s*\.(?:[a-z]*\s*|(?:{'|'.join(_WITH_SOMETHING)})\s.*)", re.IGNORECASE)
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
_WORD = re.compile(rf"\.(?:([a-z]+)|({'|'.join(_WITH_SOMETHING)})\s+(\S.*))", re.IGNORECASE)


class _Saved(NamedTuple):
    """All that one change may change."""

    stood: str
    lines: tuple[str, ...] = ()
    added: bool | None = None
    is_edited: bool = False


class TypedLines:
    """What stood there when the question was put, the lines typed since, and the unfinished one.

    Until the user chooses, a long answer is added to and never replaced: that loses nothing. An
    answer of one line is what was typed last.
    """

    def __init__(self, beurt: Beurt) -> None:
        self.beurt = beurt
        self._block = beurt.stap.vraag.type.is_block
        self._stood = self._saved = beurt.text
        self._lines: list[str] = []
        self._unfinished = ""
        self._added: bool | None = None
        self.is_edited = False  # whether a line was changed, which makes a draft an answer
        # What to go back to, one for each change; nothing for a line that was added.
        self._previous: list[_Saved | None] = []

    @property
    def is_concept(self) -> bool:
        """Whether what stands there is no answer yet; what only got advice is one."""
        is_otherwise = self._stood != self.beurt.antwoord
        return bool(self._stood) and is_otherwise and not self.beurt.is_guessed

    @property
    def is_typed(self) -> bool:
        """Whether anything was typed."""
        return bool(self._typed.strip())

    @property
    def must_choose(self) -> bool:
        """Whether only the user knows if what was typed comes beside what stands there."""
        return self._block and bool(self._stood) and self.is_typed and self._added is None

    @property
    def text(self) -> str:
        """The answer as it stands now."""
        typed = read_pasted(repair_typed(self._typed).text)
        if not typed:
            return self._stood
        if not self._stood or not self._block or self._added is False:
            return typed
        return f"{self._stood}{self._between(typed)}{typed}"

    @property
    def is_cleaned(self) -> bool:
        """Whether what was typed has changed by cleaning."""
        typed = repair_typed(self._typed).text.strip("\n")
        return self.is_typed and read_pasted(typed) != typed

    @property
    def message(self) -> str:
        """What to say of the bytes that the keyboard sent."""
        return repair_typed(self._typed).message

    def add_line(self, line: str) -> None:
        """Add a line; a line of ours starts with one dot more.

        It is kept as soon as there are no more to read: keeping the whole after every line of a
        long paste would cost the square of it.
        """
        self._lines.append(_without_dot(line))
        self._unfinished = ""
        self._previous.append(None)

    def on_the_way(self, line: str) -> None:
        """Keep the lines so far and the unfinished one, unless that begins one of our own words.

        To be called when there is nothing more to read for now.
        """
        self._unfinished = "" if _COMMAND.fullmatch(line) else _without_dot(line)
        self._keep()

    def choose_text(self, *, added: bool) -> None:
        """Put what is typed below what stands there, or in its place."""
        self._added = added
        self._keep()

    def start_again(self, text: str) -> None:
        """Go on from this text, which is a draft now."""
        self._previous.append(self._stand)
        self._set(_Saved(text))

    def edit(self, text: str) -> None:
        """Go on from this text, in which the user changed a line; what is typed comes below it."""
        self._previous.append(self._stand)
        self._set(_Saved(text, added=True, is_edited=True))

    def undo(self) -> str | None:
        """Go back one change; return the line that went, empty for another, None for none."""
        if not self._previous:
            return None
        stand = self._previous.pop()
        if stand is None:
            line = self._lines.pop()
            self._keep()
            return line
        self._set(stand)
        return ""

    @property
    def _stand(self) -> _Saved:
        return _Saved(self._stood, tuple(self._lines), self._added, self.is_edited)

    def _set(self, stand: _Saved) -> None:
        self._stood, lines, self._added, self.is_edited = stand
        self._lines = list(lines)
        self._unfinished = ""
        self._keep()

    def _keep(self) -> None:
        if (text := self.text) != self._saved:
            self._saved = text
            self.beurt.concept(text)

    @property
    def _typed(self) -> str:
        return "\n".join([*self._lines, self._unfinished] if self._unfinished else self._lines)

    def _between(self, typed: str) -> str:
        """Return what comes between: a new paragraph, but a point belongs to the points above."""
        last = self._stood.rstrip("\n").rpartition("\n")[2]
        punten = _PUNT.match(last) and _PUNT.match(typed)
        return "\n" if punten else self.beurt.stap.vraag.type.separator


def _without_dot(line: str) -> str:
    return line[1:] if line.startswith("..") else line


class DotWord(NamedTuple):
    """A word, with its dot, and what was typed behind it."""

    name: str
    rest: str = ""

    @property
    def number(self) -> int:
        """The number behind the word; 0 for none."""
        return int(self.rest) if self.rest.isdecimal() else 0


def read_word(line: str) -> DotWord | None:
    """Return the word that a line is; None when it is a line of the answer."""
    found = _WORD.fullmatch(line.strip())
    if found is None:
        return None
    return DotWord(f".{(found[1] or found[2]).lower()}", found[3] or "")


def numbered(text: str) -> list[tuple[int, str]]:
    """Return the lines that have words, numbered from 1."""
    return list(enumerate((line for line in text.split("\n") if line.strip()), 1))


def replace_line(text: str, number: int, new: str) -> str:
    """Return a text with another line of that number; an empty one takes it away."""
    over = number
    lines = text.split("\n")
    for place, line in enumerate(lines):
        over -= bool(line.strip())
        if not over:
            lines[place : place + 1] = [new] if new else []
            break
    return "\n".join(lines)


def find_lines(text: str, sought: str) -> list[tuple[int, str]]:
    """Return the lines with this in it, by number, without regard to case and accents."""
    return [(number, line) for number, line in numbered(text) if fold(sought) in fold(line)]


def count_text(text: str) -> str:
    """Return how long a text is, as a sentence."""
    words, lines = len(text.split()), len(numbered(text))
    return f"Dit is samen {_count(words, 'woord')} in {_count(lines, 'regel')}."


def _count(count: int, what: str) -> str:
    more = {"woord": "woorden", "regel": "regels"}
    return f"{count} {what if count == 1 else more[what]}"


_EMPTY = "Er staat nog niets."


def do_word(word: DotWord, lines: TypedLines, read: Callable[..., str]) -> str:
    """Do what a word says with the text, and return what to tell; `read` asks for a line.

    Raises EOFError or KeyboardInterrupt as `read` does.
    """
    if word.name == ".woorden":
        return count_text(lines.text)
    if word.name == ".ongedaan":
        return _undo_last(lines)
    if word.name == ".zoek":
        return _search(word, lines.text)
    if word.name in (".lees", ".regel", ".wis"):
        return _with_line(word, lines, read)
    return f"{word.name} ken ik niet. Met .hulp hoor je wat er kan."


def _undo_last(lines: TypedLines) -> str:
    gone = lines.undo()
    if gone is None:
        return "Er is niets om ongedaan te maken."
    return f"Weggehaald: {gone}" if gone else "De laatste verandering is teruggenomen."


def _search(word: DotWord, text: str) -> str:
    if not word.rest:
        return "Typ achter .zoek wat je zoekt, bijvoorbeeld: .zoek wijkagent"
    found = find_lines(text, word.rest)
    if not found:
        return f"“{word.rest}” staat er niet in."
    return "\n".join(f"{number}. {line.strip()}" for number, line in found)


def _with_line(word: DotWord, lines: TypedLines, read: Callable[..., str]) -> str:
    every = numbered(lines.text)
    if not every:
        return _EMPTY
    if word.name == ".lees" and not word.rest:
        return "\n".join(f"{number}. {line.strip()}" for number, line in every)
    if not 0 < word.number <= len(every):
        return f"Typ achter {word.name} het nummer van een regel, van 1 tot en met {len(every)}."
    line = every[word.number - 1][1]
    if word.name == ".lees":
        return line.strip()
    if word.name == ".wis":
        lines.edit(replace_line(lines.text, word.number, ""))
        return f"Weggehaald: {line.strip()}"
    new = _ask_line(word.number, line, lines, read)
    return f"Nu staat er: {new.strip()}" if new else "De regel blijft zoals hij was."


def _ask_line(number: int, old: str, lines: TypedLines, read: Callable[..., str]) -> str:
    """Let the user type a line again, and return it; empty when it stays as it was.

    An unfinished one is kept as the rest of the answer is, however this ends.
    """
    text, unfinished = lines.text, ""

    def on_the_way(typed: str) -> None:
        nonlocal unfinished
        unfinished = typed
        if typed.strip():
            lines.beurt.concept(replace_line(text, number, _instead_of(old, typed)))

    try:
        typed = read(f"Regel {number} wordt (niets laat hem staan): ", on_the_way)
    except BaseException:
        if unfinished.strip():
            lines.edit(replace_line(text, number, _instead_of(old, unfinished)))
        raise
    if typed.strip() in ("", ".") or read_word(typed):
        return ""
    new = _instead_of(old, typed)
    lines.edit(replace_line(text, number, new))
    return new


def _instead_of(old: str, typed: str) -> str:
    """Return a line as it takes the place of another: a point stays a point, as deep as it was."""
    new = repair_typed(typed).text.strip()
    stood = _PUNT.match(old)
    if stood is None:
        return new
    return f"{stood[1]}{new}" if _PUNT.match(new) else f"{stood[0]}{new}"
