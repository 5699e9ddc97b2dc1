"""The answers in all versions of a plan.

A version is read for its answers alone, whatever questions the plan had in those days: a question
set that changed since makes nothing in the history unreadable.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError, ProjectbestandError
from uitvoeringsplan.files.source_text import MAX_BYTES, decode
from uitvoeringsplan.git.git_history import History, read_history
from uitvoeringsplan.model.cleaning import clean
from uitvoeringsplan.model.fingerprint import antwoord_fingerprint
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.plan.planbestand import text_of
from uitvoeringsplan.yamltext.nodes import MappingNode
from uitvoeringsplan.yamltext.yaml_tree import read_yaml

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from pathlib import Path

    from uitvoeringsplan.model.plan_differences import Versie
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.yamltext.nodes import Node

_GROUPS = ("gegevens", "antwoorden")


class AnswerReading(NamedTuple):
    """An answer as one version of a plan has it, or why that version cannot be read."""

    tekst: str
    bezwaar: str = ""


class FoundAnswer(NamedTuple):
    """An answer in an earlier version; no answer at all needs no version to be known."""

    tekst: str
    versie: Versie | None = None


def read_answer(data: bytes, name: str, vraag: Vraag) -> AnswerReading:
    """Return the answer to a question in the bytes of a plan, under any name that it had."""
    try:
        source = decode(data, name, ProjectbestandError)
        nodes = _nodes(read_yaml(source))
        id_ = _name_in(vraag, nodes)
        return AnswerReading(_normalised(vraag, text_of(source, nodes[id_])) if id_ else "")
    except ProjectbestandError as error:
        return AnswerReading("", error.melding)


def read_answers(history: History, vraag: Vraag) -> list[AnswerReading]:
    """Return the answer in each version of a history, in that order."""
    names = {version.inhoud: version for version in history.versions}
    short = [content for content, version in names.items() if version.maat <= MAX_BYTES]
    reading = {
        content: read_answer(data, names[content].naam, vraag)
        for content, data in history.boom.inhouden(short)
    }
    too_large = AnswerReading("", f"het bestand is groter dan {MAX_BYTES // 2**20} MB.")
    return [reading.get(version.inhoud, too_large) for version in history.versions]


class AnswerArchive:
    """All answers of a plan in git, to look many up in: each version is read once.

    Nothing is read before something is looked up, and then no further back than it takes.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: list[tuple[Versie, dict[str, str]]] = []
        self._rest: Iterator[tuple[Versie, dict[str, str]]] | None = None
        self._same: dict[str, str] = {}  # a text is kept once, however many versions have it
        self._fingerprints: dict[tuple[str, str], tuple[str, str]] = {}

    def with_fingerprint(self, vraag: Vraag, vingerafdruk: str) -> FoundAnswer | None:
        """Return the newest version of an answer with this fingerprint; None without one.

        Raises GitError.
        """
        if not vingerafdruk:
            return FoundAnswer("")
        for version, texts in self._versions():
            if id_ := _name_in(vraag, texts):
                text, fingerprint = self._fingerprint(vraag, texts[id_])
                if fingerprint == vingerafdruk:
                    return FoundAnswer(text, version)
        return None

    def _versions(self) -> Iterator[tuple[Versie, dict[str, str]]]:
        yield from self._known
        if self._rest is None:
            self._rest = self._read()
        for version in self._rest:
            self._known.append(version)
            yield version

    def _read(self) -> Iterator[tuple[Versie, dict[str, str]]]:
        history = read_history(self._path)
        newest: dict[str, Versie] = {}
        for version in reversed(history.versions):
            if version.maat <= MAX_BYTES:
                newest.setdefault(version.inhoud, version)
        for content, data in history.boom.inhouden(newest):
            with suppress(ProjectbestandError):  # one that cannot be read is not it
                yield newest[content], self._texts(data, newest[content].naam)

    def _texts(self, data: bytes, name: str) -> dict[str, str]:
        source = decode(data, name, ProjectbestandError)
        out = {}
        for id_, node in _nodes(read_yaml(source)).items():
            with suppress(ProjectbestandError):
                text = text_of(source, node)
                out[id_] = self._same.setdefault(text, text)
        return out

    def _fingerprint(self, vraag: Vraag, text: str) -> tuple[str, str]:
        """Return an answer as it is stored, and its fingerprint."""
        key = vraag.id, text
        if key not in self._fingerprints:
            antwoord = _normalised(vraag, text)
            self._fingerprints[key] = antwoord, antwoord_fingerprint(vraag, antwoord)
        return self._fingerprints[key]


def _nodes(tree: MappingNode) -> dict[str, Node]:
    """Return the values of a plan by the ids of their questions."""
    groups = (tree.paren[group][1] for group in _GROUPS if group in tree.paren)
    return {
        id_: node
        for mapping in groups
        if isinstance(mapping, MappingNode)
        for id_, (_, node) in mapping.paren.items()
    }


def _name_in(vraag: Vraag, ids: Container[str]) -> str | None:
    """Return the name that a question has among these ids, or had before."""
    return next((id_ for id_ in (vraag.id, *vraag.was) if id_ in ids), None)


def _normalised(vraag: Vraag, text: str) -> str:
    """Return an answer as it is stored; one that would not fit any more stays as it was."""
    try:
        return vraag.normalise(text)
    except AntwoordError:
        return clean(text)
