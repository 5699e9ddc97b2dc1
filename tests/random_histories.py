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
VRAAG, ANDERE = LIJST.vraag("lokale-ambitie"), LIJST.vraag("lokale-doelstellingen")
NAMEN = ("een.plan.yaml", "plannen/twee.plan.yaml", "plannen/drie vier.plan.yaml", "é.plan.yaml")
_VAST = {
    vraag.id: f"Vaste tekst bij {vraag.id}." for vraag in LIJST.vragen if vraag.type.name == "tekst"
}


def plan(antwoord: str, ander: str = "") -> Planbestand:
    teksten = _VAST | {VRAAG.id: antwoord, ANDERE.id: ander}
    return new_planbestand(Path("x.plan.yaml"), LIJST, {"gemeente": "Oudermeer"}, teksten)


class Knoop(NamedTuple):
    """A commit: what the plan says in it, what it is called, and what it was made from."""

    antwoord: str
    ander: str
    naam: str  # empty before the plan is there
    ouders: tuple[int, ...]


class Verloop:
    """A history of `aantal` commits, at random; the last one brings all branches together."""

    def __init__(self, zaad: int, aantal: int) -> None:
        self.r = random.Random(zaad)  # noqa: S311 - a test must be the same every time
        self.knopen = [Knoop("", "", "", ())]
        self.takken = [0]
        for i in range(1, aantal):
            if len(self.takken) > 1 and self.r.random() < 0.25:
                self._voeg_samen(*self.r.sample(self.takken, 2), i)
            elif len(self.takken) < 4 and self.r.random() < 0.2:
                self._verder(self.r.choice(self.takken), i, weg=False)
            else:
                self._verder(self.r.choice(self.takken), i, weg=True)
        while len(self.takken) > 1:
            self._voeg_samen(self.takken[0], self.takken[1], len(self.knopen))

    def _nieuw(self, knoop: Knoop, *weg: int) -> None:
        self.takken = [tak for tak in self.takken if tak not in weg]
        self.takken.append(len(self.knopen))
        self.knopen.append(knoop)

    def _verder(self, van: int, i: int, *, weg: bool) -> None:
        oud = self.knopen[van]._replace(ouders=(van,))
        if not oud.naam:
            if self.r.random() < 0.6 and not any(knoop.naam for knoop in self.knopen):
                oud = oud._replace(naam=NAMEN[0], antwoord=self.r.choice(["", "begin"]))
        else:
            wat = self.r.random()
            if wat < 0.4:
                oud = oud._replace(antwoord=self.r.choice([f"tekst {i}", "terug", ""]))
            elif wat < 0.6:
                oud = oud._replace(ander=f"ander {i}")
            elif wat < 0.75:
                oud = oud._replace(naam=self.r.choice(NAMEN))
        self._nieuw(oud, *([van] if weg else []))

    def _voeg_samen(self, een: int, ander: int, i: int) -> None:
        """Take name and texts of either side, or new ones: as people solve a conflict."""
        a, b = self.knopen[een], self.knopen[ander]
        met = [knoop for knoop in (a, b) if knoop.naam] or [a]
        antwoord = self.r.choice([*(knoop.antwoord for knoop in met)] * 2 + [f"samen {i}"])
        self._nieuw(
            Knoop(
                antwoord if met[0].naam else "",
                self.r.choice(met).ander,
                self.r.choice(met).naam,
                (een, ander),
            ),
            een,
            ander,
        )

    @property
    def wijzigingen(self) -> dict[int, str]:
        """The commits that changed the answer, with what they made of it.

        A merge is one of them when it chose: it has a text of its own, or leaves out one that the
        other branch had come to.
        """
        uit: dict[int, str] = {}
        voor: list[set[int]] = []
        for i, knoop in enumerate(self.knopen):
            voor.append(set().union({i}, *(voor[ouder] for ouder in knoop.ouders)))
            teksten = [self.knopen[ouder].antwoord for ouder in knoop.ouders] or [""]
            if knoop.antwoord not in teksten:
                uit[i] = knoop.antwoord
                continue
            gebleven = set().union(
                *(voor[o] for o in knoop.ouders if self.knopen[o].antwoord == knoop.antwoord)
            )
            anders = [o for o in knoop.ouders if self.knopen[o].antwoord != knoop.antwoord]
            if any((voor[o] - gebleven) & uit.keys() for o in anders):
                uit[i] = knoop.antwoord
        return uit

    def leg_vast(self, map_: Werkmap) -> None:
        delen = []
        for i, knoop in enumerate(self.knopen):
            delen.append(b"commit refs/heads/hoofd\nmark :%d\n" % (i + 1))
            delen.append(b"committer Proef <proef@oudermeer.example> %d +0000\n" % (10**9 + i))
            bericht = f"commit {i}".encode()
            delen.append(b"data %d\n%s\n" % (len(bericht), bericht))
            for soort, ouder in zip((b"from", b"merge"), knoop.ouders, strict=False):
                delen.append(b"%s :%d\n" % (soort, ouder + 1))
            delen.append(b"deleteall\n" if knoop.ouders else b"")
            inhoud = [("lees.mij", f"regel {i}".encode())]
            if knoop.naam:
                inhoud.append((knoop.naam, plan(knoop.antwoord, knoop.ander).data))
            for naam, data in inhoud:
                delen.append(b'M 100644 inline "%s"\n' % naam.encode())
                delen.append(b"data %d\n%s\n" % (len(data), data))
        map_.doe("fast-import", "--quiet", invoer=b"".join(delen))
        map_.doe("checkout", "-q", "-f", "hoofd")


def versies(pad: Path) -> list[Versie]:
    """Return the versions in which a file became other than it was, the newest first.

    A merge is among them when it is like none of what it brings together.
    """
    alle = read_history(pad).versions
    anders = (v for v in alle if all(alle[ouder].inhoud != v.inhoud for ouder in v.ouders))
    return list(anders)[::-1]


def schrijf(git_map: Werkmap, antwoord: str, naam: str = NAMEN[0], ander: str = "") -> Path:
    """Write the plan with these answers into the work folder; return where it is."""
    pad = git_map.map / naam
    pad.parent.mkdir(exist_ok=True)
    pad.write_bytes(plan(antwoord, ander).data)
    return pad
