"""The whole program in this process: arguments in, exit code and both streams out."""

from __future__ import annotations

import io
import re
import shutil
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest

from uitvoeringsplan import cli
from uitvoeringsplan.commands import table, user
from uitvoeringsplan.commands.output import say
from uitvoeringsplan.commands.table_maker import make_table
from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.terminal.asking import BaseVragensteller

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Gedraaid(NamedTuple):
    """How a run ended and what it said."""

    code: int
    uit: str
    fout: str


@pytest.fixture(autouse=True)
def _eigen_concepten(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keep drafts away from those of whoever runs the tests."""
    monkeypatch.setenv("UITVOERINGSPLAN_CONCEPTEN", str(tmp_path_factory.mktemp("concepten")))


@pytest.fixture
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that is the current one."""
    map_ = tmp_path / "werk"
    map_.mkdir()
    monkeypatch.chdir(map_)
    return map_


@pytest.fixture
def plan(werkmap: Path) -> Path:
    """Return the shipped example as a plan in the current folder."""
    pad = werkmap / "dorp.plan.yaml"
    pad.write_bytes(find_voorbeeld().read_bytes())
    return pad


@pytest.fixture(scope="session")
def opdrachttabel() -> table.Table:
    """Return what the wheel knows of the commands."""
    return make_table()


@pytest.fixture
def draai(
    werkmap: Path,
    opdrachttabel: table.Table,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[..., Gedraaid]:
    """Run the program as a wheel does; `invoer` is what standard input gives (at first nothing).

    With `terminal_screen` the program believes that a person sees what it reports.
    """
    assert werkmap.is_dir()
    monkeypatch.setattr(table, "load_table", lambda: opdrachttabel)

    def doe(*argumenten: str, invoer: bytes = b"", scherm: bool = False) -> Gedraaid:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(invoer), "utf-8"))
        monkeypatch.setattr(sys.stderr, "isatty", lambda: scherm, raising=False)
        capsys.readouterr()
        code = cli.run(argumenten)
        gezegd = capsys.readouterr()
        return Gedraaid(code, gezegd.out, gezegd.err)

    return doe


@pytest.fixture
def mapstand(werkmap: Path) -> Callable[[], dict[str, bytes | None]]:
    """Return what stands in the folder: every file with its content, every folder."""

    def lees() -> dict[str, bytes | None]:
        return {
            str(pad.relative_to(werkmap)): pad.read_bytes() if pad.is_file() else None
            for pad in werkmap.rglob("*")
        }

    return lees


@pytest.fixture
def fout(
    draai: Callable[..., Gedraaid], mapstand: Callable[[], dict[str, bytes | None]]
) -> Callable[..., str]:
    """Run a command that must fail cleanly, and return what it says."""

    def doe(*argumenten: str) -> str:
        voor = mapstand()
        gedraaid = draai(*argumenten)
        assert gedraaid.code == 1
        assert gedraaid.uit == ""
        assert "Traceback" not in gedraaid.fout
        assert not re.search(
            r"\b(error|exception|errno|no such|file|invalid)\b", gedraaid.fout, re.IGNORECASE
        )
        assert gedraaid.fout.count("\n") in (1, 3)  # a sentence, perhaps with the line pointed at
        assert re.search(r"[.!?](\n|$)", gedraaid.fout)
        assert mapstand() == voor
        return gedraaid.fout

    return doe


@pytest.fixture
def vervang() -> Callable[[Path, str, str], None]:
    """Replace a text in a file that must have it, once."""

    def doe(pad: Path, oud: str, nieuw: str) -> None:
        tekst = pad.read_text("utf-8")
        assert oud in tekst
        pad.write_text(tekst.replace(oud, nieuw, 1), "utf-8")

    return doe


@pytest.fixture
def kopieen() -> Callable[[Path, int], list[str]]:
    """Copy a plan a number of times, and return the names of the copies."""

    def doe(plan: Path, aantal: int) -> list[str]:
        namen = [f"p{n}.plan.yaml" for n in range(aantal)]
        for naam in namen:
            shutil.copy(plan, plan.with_name(naam))
        return namen

    return doe


class Script(BaseVragensteller):
    """The user: what is answered to each question, chosen from each list, and agreed to."""

    def __init__(self, *zetten, keuzes=(), ja=()) -> None:
        super().__init__(say)
        self.zetten = list(zetten)
        self.keuzes = list(keuzes)
        self.ja = list(ja)
        self.gevraagd: list[str] = []
        self.gevraagd_ja: list[str] = []
        self.gevraagd_keuze: list[tuple[str, ...]] = []
        self.eenvoudig: bool | None = None

    def ask(self, beurt):
        self.gevraagd.append(beurt.stap.vraag.id)
        return self.zetten.pop(0)

    def choose_value(self, vraag, keuzes):
        self.gevraagd_keuze.append((vraag, *(naam for naam, _ in keuzes)))
        return self.keuzes.pop(0)

    def confirm(self, vraag):
        self.gevraagd_ja.append(vraag)
        return self.ja.pop(0)

    def show_progress(self, voortgang):
        assert voortgang.totaal == 20


@pytest.fixture
def speel(monkeypatch):
    """Put a script in the place of the user at a terminal."""

    def zet_klaar(*zetten, **wat) -> Script:
        speler = Script(*zetten, **wat)

        def vragensteller(*, eenvoudig: bool) -> Script:
            speler.eenvoudig = eenvoudig
            return speler

        monkeypatch.setattr(user, "is_terminal", lambda: True)
        monkeypatch.setattr(user, "open_vragensteller", vragensteller)
        return speler

    return zet_klaar
