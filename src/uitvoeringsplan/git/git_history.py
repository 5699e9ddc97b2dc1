"""The versions of a plan in git: every commit that changed it, under every name, and its answers.

git can follow one name through renames, or all branches that were merged, but not both: `--follow`
loses the branch on which a file still has its old name. So the history is walked here. git gives
the commits that touch the names that are known; where the file comes into being, it is asked which
name the file had before, and then gives the commits that touch that name too.

A version is read for its answers alone, whatever questions the plan had in those days: a question
set that changed since makes nothing in the history unreadable.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError, ProjectbestandError
from uitvoeringsplan.files.file_reading import MAX_BYTES, decode
from uitvoeringsplan.git.git_command import find_work_tree
from uitvoeringsplan.model.cleaning import clean
from uitvoeringsplan.model.fingerprint import antwoord_fingerprint
from uitvoeringsplan.model.plan_differences import Versie
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.plan.planbestand import text_of
from uitvoeringsplan.yamltext.nodes import MappingNode
from uitvoeringsplan.yamltext.yaml_tree import read_yaml

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from pathlib import Path

    from uitvoeringsplan.git.git_command import WorkTree
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.yamltext.nodes import Node

_FORMAT = "--format=%H%n%P%n%aN%n%aI%n%s"
_MOST_NAMES = 1_000  # in one commit, for git to look which of them are the same file
_GROUPS = ("gegevens", "antwoorden")


class History(NamedTuple):
    """Every version of a file, behind those that it was made from; the last is that of now.

    Merges are versions too, also where they change nothing. Of a shallow history the beginning is
    not here.
    """

    tree: WorkTree
    versions: tuple[Versie, ...]
    is_shallow: bool


def read_history(path: Path) -> History:
    """Return the history of a file up to the last commit; raises GitError."""
    tree = find_work_tree(path)
    head = tree.head()
    if not head:
        return History(tree, (), is_shallow=False)
    walk = _Walk(tree, head)
    return History(tree, walk.versions(), tree.is_shallow())


class _Commit(NamedTuple):
    id: str
    parents: tuple[str, ...]
    auteur: str
    datum: str
    subject: str


_Place = tuple[str, str]  # a commit, and a name in it


class _Walk:
    """Walks from the last commit back, along every parent, knowing the name of the file there."""

    def __init__(self, tree: WorkTree, head: str) -> None:
        self._tree = tree
        self._head = head
        suffix = PurePosixPath(tree.name).suffix
        # A file keeps its ending; the others need not be compared with it.
        self._kind = [f":(top,glob)**/*{suffix}"] if suffix[1:].isalnum() else []
        self._renamed: dict[str, set[tuple[str, str]]] = {}
        self._commits: list[_Commit] = []
        self._contents: dict[_Place, tuple[str, int]] = {}

    def versions(self) -> tuple[Versie, ...]:
        first = self._first_name()
        names: set[str] = set()
        added = {first}
        places: dict[_Place, list[_Place]] = {}
        while not added <= names:
            names |= added
            self._commits = self._read_commits(sorted(names))
            self._contents = self._read_contents(sorted(names))
            places, added = self._walk(first)
        by_commit = {commit.id: commit for commit in self._commits}
        numbers: dict[_Place, int] = {}
        out: list[Versie] = []
        # Places were met from the last commit back, so each comes after those made from it.
        for place in reversed([place for place in places if place in self._contents]):
            numbers[place] = len(out)
            parents = dict.fromkeys(numbers[parent] for parent in self._real_ones(place, places))
            commit = by_commit[place[0]]
            out.append(
                Versie(
                    commit.id, commit.auteur, commit.datum, commit.subject, place[1],
                    *self._contents[place], tuple(parents),
                )
            )  # fmt: skip
        return tuple(out)

    def _first_name(self) -> str:
        """Return the name in the last commit; of a file that was just renamed its former name."""
        name = self._tree.name
        if self._tree.sizes([f"{self._head}:{name}"]) == [None]:
            for old, new in self._names("diff-index", "--cached", self._head):
                if new == name:
                    return old
        return name

    def _read_commits(self, names: list[str]) -> list[_Commit]:
        """Return the commits that touch these names and the merges between, the newest first."""
        out = self._tree.read(
            "--literal-pathspecs", "log", "-z", "--no-patch", "--topo-order", "--simplify-merges",
            _FORMAT, self._head, "--", *names,
        )  # fmt: skip
        parts = [part.split("\n") for part in out.decode("utf-8", "replace").split("\0") if part]
        return [_Commit(id_, tuple(parents.split()), *rest) for id_, parents, *rest in parts]

    def _read_contents(self, names: list[str]) -> dict[_Place, tuple[str, int]]:
        places = [(commit.id, name) for commit in self._commits for name in names]
        sizes = self._tree.sizes(f"{id_}:{name}" for id_, name in places)
        return {place: size for place, size in zip(places, sizes, strict=True) if size}

    def _walk(self, first: str) -> tuple[dict[_Place, list[_Place]], set[str]]:
        """Return every place with those before it, and the names that were met on the way."""
        places: dict[_Place, list[_Place]] = {}
        wanted: defaultdict[str, dict[str, None]] = defaultdict(dict)
        names: set[str] = set()
        if self._commits:
            wanted[self._commits[0].id][first] = None
        for commit in self._commits:
            for name in wanted.pop(commit.id, ()):
                before, former_names = self._before(commit, name)
                places[commit.id, name] = before
                names |= former_names
                for id_, old in before:
                    wanted[id_][old] = None
        return places, names

    def _before(self, commit: _Commit, name: str) -> tuple[list[_Place], set[str]]:
        """Return the places just before one, and the names that the file may have had there."""
        here = (commit.id, name) in self._contents
        before: list[_Place] = []
        names: set[str] = set()
        for parent in commit.parents or ("",):
            if (parent, name) in self._contents:
                # Where the name was given to another file, this file had none yet.
                if here or not any(old == name for old, _ in self._renames(commit)):
                    before.append((parent, name))
                continue
            former = {old for old, new in self._renames(commit) if here and new == name}
            names |= former
            real = [old for old in sorted(former) if (parent, old) in self._contents]
            # Not there at all: it may have been thrown away before, and brought back.
            before += [(parent, old) for old in real or [name] if parent]
        return before, names

    def _real_ones(self, place: _Place, places: dict[_Place, list[_Place]]) -> list[_Place]:
        """Return the nearest places before one where the file is really there."""
        out: list[_Place] = []
        open_ = list(places[place])
        seen = set(open_)
        while open_:
            other = open_.pop(0)
            if other in self._contents:
                out.append(other)
                continue
            further = [before for before in places.get(other, ()) if before not in seen]
            seen.update(further)
            open_ += further
        return out

    def _renames(self, commit: _Commit) -> set[tuple[str, str]]:
        """Return the old and the new name of every file that a commit renamed."""
        if commit.id not in self._renamed:
            self._renamed[commit.id] = set(
                self._names("diff-tree", "-r", "-m", "--no-commit-id", commit.id)
            )
        return self._renamed[commit.id]

    def _names(self, *command: str) -> Iterable[tuple[str, str]]:
        kind, *rest = command
        out = self._tree.read(
            kind, "-M", f"-l{_MOST_NAMES}", "--diff-filter=R", "--name-status", "-z",
            "--no-ext-diff", "--no-textconv", *rest, "--", *self._kind,
        )  # fmt: skip
        parts = out.decode("utf-8", "surrogateescape").split("\0")
        return zip(parts[1::3], parts[2::3], strict=True)


class AnswerReading(NamedTuple):
    """An answer as one version of a plan has it, or why that version cannot be read."""

    text: str
    objection: str = ""


class FoundAnswer(NamedTuple):
    """An answer in an earlier version; no answer at all needs no version to be known."""

    text: str
    versie: Versie | None = None


def read_answer(data: bytes, name: str, vraag: Vraag) -> AnswerReading:
    """Return the answer to a question in the bytes of a plan, under any name that it had."""
    try:
        source = decode(data, name, ProjectbestandError)
        nodes = _nodes(read_yaml(source))
        id_ = _name_in(vraag, nodes)
        return AnswerReading(_normalised(vraag, text_of(source, nodes[id_])) if id_ else "")
    except ProjectbestandError as error:
        return AnswerReading("", error.message)


def read_answers(history: History, vraag: Vraag) -> list[AnswerReading]:
    """Return the answer in each version of a history, in that order."""
    names = {version.content: version for version in history.versions}
    short = [content for content, version in names.items() if version.size <= MAX_BYTES]
    reading = {
        content: read_answer(data, names[content].name, vraag)
        for content, data in history.tree.contents(short)
    }
    too_large = AnswerReading("", f"het bestand is groter dan {MAX_BYTES // 2**20} MB.")
    return [reading.get(version.content, too_large) for version in history.versions]


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

    def with_fingerprint(self, vraag: Vraag, wanted: str) -> FoundAnswer | None:
        """Return the newest version of an answer with this fingerprint; None without one.

        Raises GitError.
        """
        if not wanted:
            return FoundAnswer("")
        for version, texts in self._versions():
            if id_ := _name_in(vraag, texts):
                text, fingerprint = self._fingerprint(vraag, texts[id_])
                if fingerprint == wanted:
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
            if version.size <= MAX_BYTES:
                newest.setdefault(version.content, version)
        for content, data in history.tree.contents(newest):
            with suppress(ProjectbestandError):  # one that cannot be read is not it
                yield newest[content], self._texts(data, newest[content].name)

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
    groups = (tree.pairs[group][1] for group in _GROUPS if group in tree.pairs)
    return {
        id_: node
        for mapping in groups
        if isinstance(mapping, MappingNode)
        for id_, (_, node) in mapping.pairs.items()
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
