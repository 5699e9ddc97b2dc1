"""The answers in all versions of a plan.

A version is read for its answers alone, whatever questions the plan had in those days: a question
set that changed since makes nothing in the history unreadable.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import AntwoordError, ProjectbestandError
from uitvoeringsplan.files.source_text import MAX_BYTES, ontcijfer
from uitvoeringsplan.git.git_history import Geschiedenis, Versie, lees_geschiedenis
from uitvoeringsplan.model.fingerprint import antwoordafdruk
from uitvoeringsplan.model.tekst import schoon
from uitvoeringsplan.plan.planbestand import tekst_van
from uitvoeringsplan.yamltext.yaml_tree import Kaart, lees_boom

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from pathlib import Path

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.yamltext.yaml_tree import Knoop

_GROEPEN = ("gegevens", "antwoorden")


class Lezing(NamedTuple):
    """An answer as one version of a plan has it, or why that version cannot be read."""

    tekst: str
    bezwaar: str = ""


class Gevonden(NamedTuple):
    """An answer in an earlier version; no answer at all needs no version to be known."""

    tekst: str
    versie: Versie | None = None


def lees_antwoord(data: bytes, naam: str, vraag: Vraag) -> Lezing:
    """Return the answer to a question in the bytes of a plan, under any name that it had."""
    try:
        bron = ontcijfer(data, naam, ProjectbestandError)
        knopen = _knopen(lees_boom(bron))
        id_ = _naam_in(vraag, knopen)
        return Lezing(_genormaliseerd(vraag, tekst_van(bron, knopen[id_])) if id_ else "")
    except ProjectbestandError as fout:
        return Lezing("", fout.melding)


def lees_antwoorden(geschiedenis: Geschiedenis, vraag: Vraag) -> list[Lezing]:
    """Return the answer in each version of a history, in that order."""
    namen = {versie.inhoud: versie for versie in geschiedenis.versies}
    kort = [inhoud for inhoud, versie in namen.items() if versie.maat <= MAX_BYTES]
    gelezen = {
        inhoud: lees_antwoord(data, namen[inhoud].naam, vraag)
        for inhoud, data in geschiedenis.boom.inhouden(kort)
    }
    te_groot = Lezing("", f"het bestand is groter dan {MAX_BYTES // 2**20} MB.")
    return [gelezen.get(versie.inhoud, te_groot) for versie in geschiedenis.versies]


class Antwoordarchief:
    """All answers of a plan in git, to look many up in: each version is read once.

    Nothing is read before something is looked up, and then no further back than it takes.
    """

    def __init__(self, pad: Path) -> None:
        self._pad = pad
        self._gelezen: list[tuple[Versie, dict[str, str]]] = []
        self._rest: Iterator[tuple[Versie, dict[str, str]]] | None = None
        self._zelfde: dict[str, str] = {}  # a text is kept once, however many versions have it
        self._afdrukken: dict[tuple[str, str], tuple[str, str]] = {}

    def met_vingerafdruk(self, vraag: Vraag, vingerafdruk: str) -> Gevonden | None:
        """Return the newest version of an answer with this fingerprint; None without one.

        Raises GitError.
        """
        if not vingerafdruk:
            return Gevonden("")
        for versie, teksten in self._versies():
            if id_ := _naam_in(vraag, teksten):
                tekst, afdruk = self._afdruk(vraag, teksten[id_])
                if afdruk == vingerafdruk:
                    return Gevonden(tekst, versie)
        return None

    def _versies(self) -> Iterator[tuple[Versie, dict[str, str]]]:
        yield from self._gelezen
        if self._rest is None:
            self._rest = self._lees()
        for versie in self._rest:
            self._gelezen.append(versie)
            yield versie

    def _lees(self) -> Iterator[tuple[Versie, dict[str, str]]]:
        geschiedenis = lees_geschiedenis(self._pad)
        nieuwste: dict[str, Versie] = {}
        for versie in reversed(geschiedenis.versies):
            if versie.maat <= MAX_BYTES:
                nieuwste.setdefault(versie.inhoud, versie)
        for inhoud, data in geschiedenis.boom.inhouden(nieuwste):
            with suppress(ProjectbestandError):  # one that cannot be read is not it
                yield nieuwste[inhoud], self._teksten(data, nieuwste[inhoud].naam)

    def _teksten(self, data: bytes, naam: str) -> dict[str, str]:
        bron = ontcijfer(data, naam, ProjectbestandError)
        uit = {}
        for id_, knoop in _knopen(lees_boom(bron)).items():
            with suppress(ProjectbestandError):
                tekst = tekst_van(bron, knoop)
                uit[id_] = self._zelfde.setdefault(tekst, tekst)
        return uit

    def _afdruk(self, vraag: Vraag, tekst: str) -> tuple[str, str]:
        """Return an answer as it is stored, and its fingerprint."""
        sleutel = vraag.id, tekst
        if sleutel not in self._afdrukken:
            antwoord = _genormaliseerd(vraag, tekst)
            self._afdrukken[sleutel] = antwoord, antwoordafdruk(vraag, antwoord)
        return self._afdrukken[sleutel]


def _knopen(boom: Kaart) -> dict[str, Knoop]:
    """Return the values of a plan by the ids of their questions."""
    groepen = (boom.paren[groep][1] for groep in _GROEPEN if groep in boom.paren)
    return {
        id_: knoop
        for kaart in groepen
        if isinstance(kaart, Kaart)
        for id_, (_, knoop) in kaart.paren.items()
    }


def _naam_in(vraag: Vraag, ids: Container[str]) -> str | None:
    """Return the name that a question has among these ids, or had before."""
    return next((id_ for id_ in (vraag.id, *vraag.was) if id_ in ids), None)


def _genormaliseerd(vraag: Vraag, tekst: str) -> str:
    """Return an answer as it is stored; one that would not fit any more stays as it was."""
    try:
        return vraag.normaliseer(tekst)
    except AntwoordError:
        return schoon(tekst)
