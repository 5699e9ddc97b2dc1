"""Histories as teams make them: branches, merges, renames, and what is true of one answer."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.files.lookup import find_vragen
from uitvoeringsplan.git.git_history import Versie, read_history
from uitvoeringsplan.plan.planbestand import Planbestand, new_planbestand
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

if TYPE_CHECKING:
    from git_work_folder import Werkmap

LIJST = load_vragenlijst(find_vragen())
VRAAG, OTHER = LIJST.vraag("lokale-ambitie"), LIJST.vraag("lokale-doelstellingen")
NAMES = ("een.plan.yaml", "plannen/twee.plan.yaml", "plannen/drie vier.plan.yaml", "é.plan.yaml")
_FIXED = {
    vraag.id: f"Vaste tekst bij {vraag.id}." for vraag in LIJST.vragen if vraag.type.name == "tekst"
}


def plan(antwoord: str, other: str = "") -> Planbestand:
    texts = _FIXED | {VRAAG.id: antwoord, OTHER.id: other}
    return new_planbestand(Path("x.plan.yaml"), LIJST, {"gemeente": "Oudermeer"}, texts)


class Knoop(NamedTuple):
    """A commit: what the plan says in it, what it is called, and what it was made from."""

    antwoord: str
    other: str
    name: str  # empty before the plan is there
    parents: tuple[int, ...]


class Verloop:
    """A history of `count` commits, at random; the last one brings all branches together."""

    def __init__(self, seed: int, count: int) -> None:
        self.r = random.Random(seed)  # noqa: S311 - a test must be the same every time
        self.nodes = [Knoop("", "", "", ())]
        self.branches = [0]
        for i in range(1, count):
            if len(self.branches) > 1 and self.r.random() < 0.25:
                self._voeg_samen(*self.r.sample(self.branches, 2), i)
            elif len(self.branches) < 4 and self.r.random() < 0.2:
                self._further(self.r.choice(self.branches), i, gone=False)
            else:
                self._further(self.r.choice(self.branches), i, gone=True)
        while len(self.branches) > 1:
            self._voeg_samen(self.branches[0], self.branches[1], len(self.nodes))

    def _new(self, node: Knoop, *gone: int) -> None:
        self.branches = [branch for branch in self.branches if branch not in gone]
        self.branches.append(len(self.nodes))
        self.nodes.append(node)

    def _further(self, start: int, i: int, *, gone: bool) -> None:
        old = self.nodes[start]._replace(parents=(start,))
        if not old.name:
            if self.r.random() < 0.6 and not any(node.name for node in self.nodes):
                old = old._replace(name=NAMES[0], antwoord=self.r.choice(["", "begin"]))
        else:
            what = self.r.random()
            if what < 0.4:
                old = old._replace(antwoord=self.r.choice([f"tekst {i}", "terug", ""]))
            elif what < 0.6:
                old = old._replace(other=f"ander {i}")
            elif what < 0.75:
                old = old._replace(name=self.r.choice(NAMES))
        self._new(old, *([start] if gone else []))

    def _voeg_samen(self, one: int, other: int, i: int) -> None:
        """Take name and texts of either side, or new ones: as people solve a conflict."""
        a, b = self.nodes[one], self.nodes[other]
        met = [node for node in (a, b) if node.name] or [a]
        antwoord = self.r.choice([*(node.antwoord for node in met)] * 2 + [f"samen {i}"])
        self._new(
            Knoop(
                antwoord if met[0].name else "",
                self.r.choice(met).other,
                self.r.choice(met).name,
                (one, other),
            ),
            one,
            other,
        )

    @property
    def wijzigingen(self) -> dict[int, str]:
        """The commits that changed the answer, with what they made of it.

        A merge is one of them when it chose: it has a text of its own, or leaves out one that the
        other branch had come to.
        """
        result: dict[int, str] = {}
        before: list[set[int]] = []
        for i, node in enumerate(self.nodes):
            before.append(set().union({i}, *(before[parent] for parent in node.parents)))
            texts = [self.nodes[parent].antwoord for parent in node.parents] or [""]
            if node.antwoord not in texts:
                result[i] = node.antwoord
                continue
            gebleven = set().union(
                *(before[o] for o in node.parents if self.nodes[o].antwoord == node.antwoord)
            )
            otherwise = [o for o in node.parents if self.nodes[o].antwoord != node.antwoord]
            if any((before[o] - gebleven) & result.keys() for o in otherwise):
                result[i] = node.antwoord
        return result

    def record(self, map_: Werkmap) -> None:
        parts = []
        for i, node in enumerate(self.nodes):
            parts.append(b"commit refs/heads/hoofd\nmark :%d\n" % (i + 1))
            parts.append(b"committer Proef <proef@oudermeer.example> %d +0000\n" % (10**9 + i))
            message = f"commit {i}".encode()
            parts.append(b"data %d\n%s\n" % (len(message), message))
            for kind, parent in zip((b"from", b"merge"), node.parents, strict=False):
                parts.append(b"%s :%d\n" % (kind, parent + 1))
            parts.append(b"deleteall\n" if node.parents else b"")
            content = [("lees.mij", f"regel {i}".encode())]
            if node.name:
                content.append((node.name, plan(node.antwoord, node.other).data))
            for name, data in content:
                parts.append(b'M 100644 inline "%s"\n' % name.encode())
                parts.append(b"data %d\n%s\n" % (len(data), data))
        map_.perform("fast-import", "--quiet", typed=b"".join(parts))
        map_.perform("checkout", "-q", "-f", "hoofd")


def versies(path: Path) -> list[Versie]:
    """Return the versions in which a file became other than it was, the newest first.

    A merge is among them when it is like none of what it brings together.
    """
    every = read_history(path).versions
    otherwise = (
        v for v in every if all(every[parent].content != v.content for parent in v.parents)
    )
    return list(otherwise)[::-1]


def schrijf(git_map: Werkmap, antwoord: str, name: str = NAMES[0], other: str = "") -> Path:
    """Write the plan with these answers into the work folder; return where it is."""
    path = git_map.map / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(plan(antwoord, other).data)
    return path
