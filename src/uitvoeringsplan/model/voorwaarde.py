"""Conditions: when a question counts. A small language of our own; nothing is run as code.

    status = vastgesteld en (budget is leeg of niet vorm = "nieuwe aanpak")

A statement is about one answer: `=` and `!=` compare it without regard to case, `is ingevuld` and
`is leeg` look whether it is there. Of an answer that is a list, `=` looks for one of its points.
`niet` binds strongest, then `en`, then `of`; a value with blanks stands between quotes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import VoorwaardeError
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MAX_DIEPTE = 10  # parentheses within each other; reading and weighing go as deep

# A question set and a template that came with the program have been read: few runs compile it.
_PART = (
    r"""\s*(?:(?P<woord>[^\s()=!"'“”]+)|(?P<teken>[()]|!?=)"""
    r"""|(?P<citaat>"[^"]*"|'[^']*'|“[^”]*”))"""
)
_WORDS = ("en", "of", "niet", "is")


class Bewering(NamedTuple):
    """One statement: the answer equals `waarde` or, when that is None, there is an answer.

    `plek` is where it starts in the text of its condition, `value_place` where its value does.
    """

    id: str
    waarde: str | None
    plek: int
    value_place: int = 0


class Voorwaarde(NamedTuple):
    """A condition that was read: its text, and what that says."""

    tekst: str
    boom: _Node

    @property
    def statements(self) -> tuple[Bewering, ...]:
        """The statements, in the order of the text."""
        return tuple(_statements(self.boom))

    @property
    def ids(self) -> tuple[str, ...]:
        """The questions and fields that it is about, each once."""
        return tuple(dict.fromkeys(bewering.id for bewering in self.statements))

    def holds(self, waarde_van: Callable[[str], str]) -> bool:
        """Whether it holds; `waarde_van` gives the answer to a question, or an empty text."""
        return _holds(self.boom, waarde_van)


class _Not(NamedTuple):
    deel: _Node


class _Group(NamedTuple):
    """Parts that must all hold (`en`), or of which one must (`of`)."""

    alle: bool
    delen: tuple[_Node, ...]


_Node = Bewering | _Not | _Group


class _Token(NamedTuple):
    """A word, sign or quotation of the text; `sleutel` is what the grammar knows it by."""

    sleutel: str
    tekst: str
    plek: int


def read_voorwaarde(tekst: str) -> Voorwaarde:
    """Return the condition that a text says; raises VoorwaardeError with the place of a mistake."""
    return Voorwaarde(tekst, _Parser(tekst).parse())


def _statements(knoop: _Node) -> Iterator[Bewering]:
    if isinstance(knoop, Bewering):
        yield knoop
    else:
        for deel in knoop.delen if isinstance(knoop, _Group) else (knoop.deel,):
            yield from _statements(deel)


def _holds(knoop: _Node, waarde_van: Callable[[str], str]) -> bool:
    if isinstance(knoop, Bewering):
        antwoord = waarde_van(knoop.id)
        return bool(antwoord) if knoop.waarde is None else _says(antwoord, knoop.waarde)
    if isinstance(knoop, _Not):
        return not _holds(knoop.deel, waarde_van)
    weging = all if knoop.alle else any
    return weging(_holds(deel, waarde_van) for deel in knoop.delen)


def _says(antwoord: str, waarde: str) -> bool:
    """Whether an answer is `waarde`, or has it as one of its points."""
    gezocht = waarde.casefold()
    regels = antwoord.casefold().split("\n")
    return "\n".join(regels) == gezocht or f"- {gezocht}" in regels


class _Parser:
    """Reads one condition from left to right."""

    def __init__(self, tekst: str) -> None:
        self.delen = list(_tokens(tekst))
        self.i = 0
        self.diepte = 0

    def parse(self) -> _Node:
        knoop = self._or()
        if self._here.sleutel:
            raise self._mistake("hier hoort `en`, `of` of het einde van de voorwaarde")
        return knoop

    def _or(self) -> _Node:
        delen = [self._and()]
        while self._take("of"):
            delen.append(self._and())
        return delen[0] if len(delen) == 1 else _Group(alle=False, delen=tuple(delen))

    def _and(self) -> _Node:
        delen = [self._not()]
        while self._take("en"):
            delen.append(self._not())
        return delen[0] if len(delen) == 1 else _Group(alle=True, delen=tuple(delen))

    def _not(self) -> _Node:
        ontkend = False
        while self._take("niet"):
            ontkend = not ontkend
        knoop = self._between_parentheses() if self._here.sleutel == "(" else self._statement()
        return _Not(knoop) if ontkend else knoop

    def _between_parentheses(self) -> _Node:
        if self.diepte == MAX_DIEPTE:
            raise self._mistake(f"er staan meer dan {MAX_DIEPTE} haakjes binnen elkaar")
        self.diepte += 1
        self.i += 1
        knoop = self._or()
        if not self._take(")"):
            raise self._mistake("hier hoort `en`, `of` of een haakje )")
        self.diepte -= 1
        return knoop

    def _statement(self) -> _Node:
        naam = self._here
        if naam.sleutel != "woord":
            raise self._mistake("hier hoort de id van een vraag of gegeven")
        self.i += 1
        if self._take("is"):
            gevuld = Bewering(naam.tekst, None, naam.plek)
            if self._take("woord", "ingevuld"):
                return gevuld
            if self._take("woord", "leeg"):
                return _Not(gevuld)
            raise self._mistake("na `is` hoort `ingevuld` of `leeg`")
        if self._take("="):
            return self._comparison(naam)
        if self._take("!="):
            return _Not(self._comparison(naam))
        raise self._mistake("na een id hoort `=`, `!=`, `is ingevuld` of `is leeg`")

    def _comparison(self, naam: _Token) -> Bewering:
        deel = self._here
        if deel.sleutel not in ("woord", "citaat"):
            raise self._mistake("hier hoort een waarde, zo nodig tussen aanhalingstekens")
        waarde = one_line(deel.tekst)
        if not waarde:
            raise VoorwaardeError("hier staat geen waarde; gebruik `is leeg`.", deel.plek)
        self.i += 1
        if self._here.sleutel in ("woord", "citaat"):
            raise self._mistake("zet een waarde van meer woorden tussen aanhalingstekens")
        return Bewering(naam.tekst, waarde, naam.plek, deel.plek)

    @property
    def _here(self) -> _Token:
        return self.delen[self.i]

    def _take(self, sleutel: str, tekst: str = "") -> bool:
        """Step over the part that is here, if it is the one asked for."""
        hier = self._here
        past = hier.sleutel == sleutel and tekst in ("", hier.tekst.lower())
        self.i += past
        return past

    def _mistake(self, melding: str) -> VoorwaardeError:
        hier = self._here
        staat = f", maar er staat “{hier.tekst}”." if hier.sleutel else ", maar de tekst houdt op."
        return VoorwaardeError(melding + staat, hier.plek)


def _tokens(tekst: str) -> Iterator[_Token]:
    """Yield the parts of a text, and one with an empty key for its end."""
    token = re.compile(_PART)
    i, einde = 0, len(tekst.rstrip())
    while i < einde:
        deel = token.match(tekst, i, einde)
        if deel is None:
            plek = i + len(tekst[i:]) - len(tekst[i:].lstrip())
            if tekst[plek] in "\"'“":
                raise VoorwaardeError("dit aanhalingsteken wordt niet gesloten.", plek)
            raise VoorwaardeError(f"het teken “{tekst[plek]}” kan hier niet.", plek)
        i = deel.end()
        soort = str(deel.lastgroup)
        woord = deel[soort]
        plek = deel.start(soort)
        if soort == "citaat":
            yield _Token(soort, woord[1:-1], plek)
        elif soort == "teken" or woord.lower() in _WORDS:
            yield _Token(woord.lower(), woord, plek)
        else:
            yield _Token(soort, woord, plek)
    yield _Token("", "", einde)
