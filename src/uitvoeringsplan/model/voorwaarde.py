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

MAX_DEPTH = 10  # parentheses within each other; reading and weighing go as deep

# A question set and a template that came with the program have been read: few runs compile it.
_PART = (
    r"""\s*(?:(?P<woord>[^\s()=!"'“”]+)|(?P<teken>[()]|!?=)"""
    r"""|(?P<citaat>"[^"]*"|'[^']*'|“[^”]*”))"""
)
_WORDS = ("en", "of", "niet", "is")


class Bewering(NamedTuple):
    """One statement: the answer equals `value` or, when that is None, there is an answer.

    `place` is where it starts in the text of its condition, `value_place` where its value does.
    """

    id: str
    value: str | None
    place: int
    value_place: int = 0


class Voorwaarde(NamedTuple):
    """A condition that was read: its text, and what that says."""

    text: str
    tree: _Node

    @property
    def statements(self) -> tuple[Bewering, ...]:
        """The statements, in the order of the text."""
        return tuple(_statements(self.tree))

    @property
    def ids(self) -> tuple[str, ...]:
        """The questions and fields that it is about, each once."""
        return tuple(dict.fromkeys(bewering.id for bewering in self.statements))

    def holds(self, value_of: Callable[[str], str]) -> bool:
        """Whether it holds; `value_of` gives the answer to a question, or an empty text."""
        return _holds(self.tree, value_of)


class _Not(NamedTuple):
    part: _Node


class _Group(NamedTuple):
    """Parts that must all hold (`en`), or of which one must (`of`)."""

    every: bool
    parts: tuple[_Node, ...]


_Node = Bewering | _Not | _Group


class _Token(NamedTuple):
    """A word, sign or quotation of the text; `key` is what the grammar knows it by."""

    key: str
    text: str
    place: int


def read_voorwaarde(text: str) -> Voorwaarde:
    """Return the condition that a text says; raises VoorwaardeError with the place of a mistake."""
    return Voorwaarde(text, _Parser(text).parse())


def _statements(node: _Node) -> Iterator[Bewering]:
    if isinstance(node, Bewering):
        yield node
    else:
        for part in node.parts if isinstance(node, _Group) else (node.part,):
            yield from _statements(part)


def _holds(node: _Node, value_of: Callable[[str], str]) -> bool:
    if isinstance(node, Bewering):
        antwoord = value_of(node.id)
        return bool(antwoord) if node.value is None else _says(antwoord, node.value)
    if isinstance(node, _Not):
        return not _holds(node.part, value_of)
    weighing = all if node.every else any
    return weighing(_holds(part, value_of) for part in node.parts)


def _says(antwoord: str, value: str) -> bool:
    """Whether an answer is `value`, or has it as one of its points."""
    sought = value.casefold()
    lines = antwoord.casefold().split("\n")
    return "\n".join(lines) == sought or f"- {sought}" in lines


class _Parser:
    """Reads one condition from left to right."""

    def __init__(self, text: str) -> None:
        self.parts = list(_tokens(text))
        self.i = 0
        self.depth = 0

    def parse(self) -> _Node:
        node = self._or()
        if self._here.key:
            raise self._mistake("hier hoort `en`, `of` of het einde van de voorwaarde")
        return node

    def _or(self) -> _Node:
        parts = [self._and()]
        while self._take("of"):
            parts.append(self._and())
        return parts[0] if len(parts) == 1 else _Group(every=False, parts=tuple(parts))

    def _and(self) -> _Node:
        parts = [self._not()]
        while self._take("en"):
            parts.append(self._not())
        return parts[0] if len(parts) == 1 else _Group(every=True, parts=tuple(parts))

    def _not(self) -> _Node:
        negated = False
        while self._take("niet"):
            negated = not negated
        node = self._between_parentheses() if self._here.key == "(" else self._statement()
        return _Not(node) if negated else node

    def _between_parentheses(self) -> _Node:
        if self.depth == MAX_DEPTH:
            raise self._mistake(f"er staan meer dan {MAX_DEPTH} haakjes binnen elkaar")
        self.depth += 1
        self.i += 1
        node = self._or()
        if not self._take(")"):
            raise self._mistake("hier hoort `en`, `of` of een haakje )")
        self.depth -= 1
        return node

    def _statement(self) -> _Node:
        name = self._here
        if name.key != "woord":
            raise self._mistake("hier hoort de id van een vraag of gegeven")
        self.i += 1
        if self._take("is"):
            filled = Bewering(name.text, None, name.place)
            if self._take("woord", "ingevuld"):
                return filled
            if self._take("woord", "leeg"):
                return _Not(filled)
            raise self._mistake("na `is` hoort `ingevuld` of `leeg`")
        if self._take("="):
            return self._comparison(name)
        if self._take("!="):
            return _Not(self._comparison(name))
        raise self._mistake("na een id hoort `=`, `!=`, `is ingevuld` of `is leeg`")

    def _comparison(self, name: _Token) -> Bewering:
        part = self._here
        if part.key not in ("woord", "citaat"):
            raise self._mistake("hier hoort een waarde, zo nodig tussen aanhalingstekens")
        value = one_line(part.text)
        if not value:
            raise VoorwaardeError("hier staat geen waarde; gebruik `is leeg`.", part.place)
        self.i += 1
        if self._here.key in ("woord", "citaat"):
            raise self._mistake("zet een waarde van meer woorden tussen aanhalingstekens")
        return Bewering(name.text, value, name.place, part.place)

    @property
    def _here(self) -> _Token:
        return self.parts[self.i]

    def _take(self, key: str, text: str = "") -> bool:
        """Step over the part that is here, if it is the one asked for."""
        here = self._here
        past = here.key == key and text in ("", here.text.lower())
        self.i += past
        return past

    def _mistake(self, message: str) -> VoorwaardeError:
        here = self._here
        staat = f", maar er staat “{here.text}”." if here.key else ", maar de tekst houdt op."
        return VoorwaardeError(message + staat, here.place)


def _tokens(text: str) -> Iterator[_Token]:
    """Yield the parts of a text, and one with an empty key for its end."""
    token = re.compile(_PART)
    i, end = 0, len(text.rstrip())
    while i < end:
        part = token.match(text, i, end)
        if part is None:
            place = i + len(text[i:]) - len(text[i:].lstrip())
            if text[place] in "\"'“":
                raise VoorwaardeError("dit aanhalingsteken wordt niet gesloten.", place)
            raise VoorwaardeError(f"het teken “{text[place]}” kan hier niet.", place)
        i = part.end()
        kind = str(part.lastgroup)
        word = part[kind]
        place = part.start(kind)
        if kind == "citaat":
            yield _Token(kind, word[1:-1], place)
        elif kind == "teken" or word.lower() in _WORDS:
            yield _Token(word.lower(), word, place)
        else:
            yield _Token(kind, word, place)
    yield _Token("", "", end)
