"""Conditions: when a question counts. A small language of our own; nothing is run as code.

    status = vastgesteld en (budget is leeg of niet vorm = "nieuwe aanpak")

A statement is about one answer: `=` and `!=` compare it without regard to case, `is ingevuld` and
`is leeg` look whether it is there. Of an answer that is a list, `=` looks for one of its points.
`niet` binds strongest, then `en`, then `of`; a value with blanks stands between quotes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import VoorwaardeError
from uitvoeringsplan.model.tekst import een_regel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MAX_DIEPTE = 10  # parentheses within each other; reading and weighing go as deep

_DEEL = re.compile(
    r"""\s*(?:(?P<woord>[^\s()=!"'“”]+)|(?P<teken>[()]|!?=)"""
    r"""|(?P<citaat>"[^"]*"|'[^']*'|“[^”]*”))"""
)
_WOORDEN = ("en", "of", "niet", "is")


class Bewering(NamedTuple):
    """One statement: the answer equals `waarde` or, when that is None, there is an answer.

    `plek` is where it starts in the text of its condition, `waardeplek` where its value does.
    """

    id: str
    waarde: str | None
    plek: int
    waardeplek: int = 0


class Voorwaarde(NamedTuple):
    """A condition that was read: its text, and what that says."""

    tekst: str
    boom: _Knoop

    @property
    def beweringen(self) -> tuple[Bewering, ...]:
        """The statements, in the order of the text."""
        return tuple(_beweringen(self.boom))

    @property
    def ids(self) -> tuple[str, ...]:
        """The questions and fields that it is about, each once."""
        return tuple(dict.fromkeys(bewering.id for bewering in self.beweringen))

    def geldt(self, waarde_van: Callable[[str], str]) -> bool:
        """Whether it holds; `waarde_van` gives the answer to a question, or an empty text."""
        return _geldt(self.boom, waarde_van)


class _Niet(NamedTuple):
    deel: _Knoop


class _Groep(NamedTuple):
    """Parts that must all hold (`en`), or of which one must (`of`)."""

    alle: bool
    delen: tuple[_Knoop, ...]


_Knoop = Bewering | _Niet | _Groep


class _Deel(NamedTuple):
    """A word, sign or quotation of the text; `sleutel` is what the grammar knows it by."""

    sleutel: str
    tekst: str
    plek: int


def lees_voorwaarde(tekst: str) -> Voorwaarde:
    """Return the condition that a text says; raises VoorwaardeError with the place of a mistake."""
    return Voorwaarde(tekst, _Ontleder(tekst).alles())


def _beweringen(knoop: _Knoop) -> Iterator[Bewering]:
    if isinstance(knoop, Bewering):
        yield knoop
    else:
        for deel in knoop.delen if isinstance(knoop, _Groep) else (knoop.deel,):
            yield from _beweringen(deel)


def _geldt(knoop: _Knoop, waarde_van: Callable[[str], str]) -> bool:
    if isinstance(knoop, Bewering):
        antwoord = waarde_van(knoop.id)
        return bool(antwoord) if knoop.waarde is None else _zegt(antwoord, knoop.waarde)
    if isinstance(knoop, _Niet):
        return not _geldt(knoop.deel, waarde_van)
    weging = all if knoop.alle else any
    return weging(_geldt(deel, waarde_van) for deel in knoop.delen)


def _zegt(antwoord: str, waarde: str) -> bool:
    """Whether an answer is `waarde`, or has it as one of its points."""
    gezocht = waarde.casefold()
    regels = antwoord.casefold().split("\n")
    return "\n".join(regels) == gezocht or f"- {gezocht}" in regels


class _Ontleder:
    """Reads one condition from left to right."""

    def __init__(self, tekst: str) -> None:
        self.delen = list(_delen(tekst))
        self.i = 0
        self.diepte = 0

    def alles(self) -> _Knoop:
        knoop = self._of()
        if self._hier.sleutel:
            raise self._mis("hier hoort `en`, `of` of het einde van de voorwaarde")
        return knoop

    def _of(self) -> _Knoop:
        delen = [self._en()]
        while self._neem("of"):
            delen.append(self._en())
        return delen[0] if len(delen) == 1 else _Groep(alle=False, delen=tuple(delen))

    def _en(self) -> _Knoop:
        delen = [self._niet()]
        while self._neem("en"):
            delen.append(self._niet())
        return delen[0] if len(delen) == 1 else _Groep(alle=True, delen=tuple(delen))

    def _niet(self) -> _Knoop:
        ontkend = False
        while self._neem("niet"):
            ontkend = not ontkend
        knoop = self._tussen_haakjes() if self._hier.sleutel == "(" else self._bewering()
        return _Niet(knoop) if ontkend else knoop

    def _tussen_haakjes(self) -> _Knoop:
        if self.diepte == MAX_DIEPTE:
            raise self._mis(f"er staan meer dan {MAX_DIEPTE} haakjes binnen elkaar")
        self.diepte += 1
        self.i += 1
        knoop = self._of()
        if not self._neem(")"):
            raise self._mis("hier hoort `en`, `of` of een haakje )")
        self.diepte -= 1
        return knoop

    def _bewering(self) -> _Knoop:
        naam = self._hier
        if naam.sleutel != "woord":
            raise self._mis("hier hoort de id van een vraag of gegeven")
        self.i += 1
        if self._neem("is"):
            gevuld = Bewering(naam.tekst, None, naam.plek)
            if self._neem("woord", "ingevuld"):
                return gevuld
            if self._neem("woord", "leeg"):
                return _Niet(gevuld)
            raise self._mis("na `is` hoort `ingevuld` of `leeg`")
        if self._neem("="):
            return self._vergelijking(naam)
        if self._neem("!="):
            return _Niet(self._vergelijking(naam))
        raise self._mis("na een id hoort `=`, `!=`, `is ingevuld` of `is leeg`")

    def _vergelijking(self, naam: _Deel) -> Bewering:
        deel = self._hier
        if deel.sleutel not in ("woord", "citaat"):
            raise self._mis("hier hoort een waarde, zo nodig tussen aanhalingstekens")
        waarde = een_regel(deel.tekst)
        if not waarde:
            raise VoorwaardeError("hier staat geen waarde; gebruik `is leeg`.", deel.plek)
        self.i += 1
        if self._hier.sleutel in ("woord", "citaat"):
            raise self._mis("zet een waarde van meer woorden tussen aanhalingstekens")
        return Bewering(naam.tekst, waarde, naam.plek, deel.plek)

    @property
    def _hier(self) -> _Deel:
        return self.delen[self.i]

    def _neem(self, sleutel: str, tekst: str = "") -> bool:
        """Step over the part that is here, if it is the one asked for."""
        hier = self._hier
        past = hier.sleutel == sleutel and tekst in ("", hier.tekst.lower())
        self.i += past
        return past

    def _mis(self, melding: str) -> VoorwaardeError:
        hier = self._hier
        staat = f", maar er staat “{hier.tekst}”." if hier.sleutel else ", maar de tekst houdt op."
        return VoorwaardeError(melding + staat, hier.plek)


def _delen(tekst: str) -> Iterator[_Deel]:
    """Yield the parts of a text, and one with an empty key for its end."""
    i, einde = 0, len(tekst.rstrip())
    while i < einde:
        deel = _DEEL.match(tekst, i, einde)
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
            yield _Deel(soort, woord[1:-1], plek)
        elif soort == "teken" or woord.lower() in _WOORDEN:
            yield _Deel(woord.lower(), woord, plek)
        else:
            yield _Deel(soort, woord, plek)
    yield _Deel("", "", einde)
