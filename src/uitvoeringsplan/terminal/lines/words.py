"""The words that do something on a line of their own, and what those about a text do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.model.cleaning import fold
from uitvoeringsplan.model.text_decoding import repair_typed
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.terminal.lines.typed_lines import TypedLines

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
_MET_IETS = ("lees", "zoek", "regel", "wis", "onthoud")  # words that something may follow
_WOORD = re.compile(rf"\.(?:([a-z]+)|({'|'.join(_MET_IETS)})\s+(\S.*))", re.IGNORECASE)


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


_PUNT = re.compile(r"( *)(?:- |\d+\. )")
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
