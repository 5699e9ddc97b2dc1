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
    result: str
    error: str


@pytest.fixture(autouse=True)
def _own_concepten(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keep drafts away from those of whoever runs the tests."""
    monkeypatch.setenv("UITVOERINGSPLAN_CONCEPTEN", str(tmp_path_factory.mktemp("concepten")))


@pytest.fixture
def work_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that is the current one."""
    map_ = tmp_path / "werk"
    map_.mkdir()
    monkeypatch.chdir(map_)
    return map_


@pytest.fixture
def plan(work_folder: Path) -> Path:
    """Return the shipped example as a plan in the current folder."""
    path = work_folder / "dorp.plan.yaml"
    path.write_bytes(find_voorbeeld().read_bytes())
    return path


@pytest.fixture(scope="session")
def opdrachttabel() -> table.Table:
    """Return what the wheel knows of the commands."""
    return make_table()


@pytest.fixture
def run_command(
    work_folder: Path,
    opdrachttabel: table.Table,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[..., Gedraaid]:
    """Run the program as a wheel does; `typed` is what standard input gives (at first nothing).

    With `terminal_screen` the program believes that a person sees what it reports.
    """
    assert work_folder.is_dir()
    monkeypatch.setattr(table, "load_table", lambda: opdrachttabel)

    def perform(*arguments: str, typed: bytes = b"", screen: bool = False) -> Gedraaid:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), "utf-8"))
        monkeypatch.setattr(sys.stderr, "isatty", lambda: screen, raising=False)
        capsys.readouterr()
        code = cli.run(arguments)
        said = capsys.readouterr()
        return Gedraaid(code, said.out, said.err)

    return perform


@pytest.fixture
def folder_state(work_folder: Path) -> Callable[[], dict[str, bytes | None]]:
    """Return what stands in the folder: every file with its content, every folder."""

    def read() -> dict[str, bytes | None]:
        return {
            str(path.relative_to(work_folder)): path.read_bytes() if path.is_file() else None
            for path in work_folder.rglob("*")
        }

    return read


@pytest.fixture
def error(
    run_command: Callable[..., Gedraaid], folder_state: Callable[[], dict[str, bytes | None]]
) -> Callable[..., str]:
    """Run a command that must fail cleanly, and return what it says."""

    def perform(*arguments: str) -> str:
        before = folder_state()
        outcome = run_command(*arguments)
        assert outcome.code == 1
        assert outcome.result == ""
        assert "Traceback" not in outcome.error
        assert not re.search(
            r"\b(error|exception|errno|no such|file|invalid)\b", outcome.error, re.IGNORECASE
        )
        assert outcome.error.count("\n") in (1, 3)  # a sentence, perhaps with the line pointed at
        assert re.search(r"[.!?](\n|$)", outcome.error)
        assert folder_state() == before
        return outcome.error

    return perform


@pytest.fixture
def replace() -> Callable[[Path, str, str], None]:
    """Replace a text in a file that must have it, once."""

    def perform(path: Path, old: str, new: str) -> None:
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    return perform


@pytest.fixture
def copies() -> Callable[[Path, int], list[str]]:
    """Copy a plan a number of times, and return the names of the copies."""

    def perform(plan: Path, count: int) -> list[str]:
        names = [f"p{n}.plan.yaml" for n in range(count)]
        for name in names:
            shutil.copy(plan, plan.with_name(name))
        return names

    return perform


class Script(BaseVragensteller):
    """The user: what is answered to each question, chosen from each list, and agreed to."""

    def __init__(self, *zetten, keuzes=(), ja=()) -> None:
        super().__init__(say)
        self.zetten = list(zetten)
        self.keuzes = list(keuzes)
        self.ja = list(ja)
        self.asked: list[str] = []
        self.asked_yes: list[str] = []
        self.asked_keuze: list[tuple[str, ...]] = []
        self.plain: bool | None = None

    def ask(self, beurt):
        self.asked.append(beurt.stap.vraag.id)
        return self.zetten.pop(0)

    def choose_value(self, vraag, keuzes):
        self.asked_keuze.append((vraag, *(name for name, _ in keuzes)))
        return self.keuzes.pop(0)

    def confirm(self, vraag):
        self.asked_yes.append(vraag)
        return self.ja.pop(0)

    def show_progress(self, voortgang):
        assert voortgang.total == 20


@pytest.fixture
def speel(monkeypatch):
    """Put a script in the place of the user at a terminal."""

    def set_ready(*zetten, **what) -> Script:
        player = Script(*zetten, **what)

        def vragensteller(*, plain: bool) -> Script:
            player.plain = plain
            return player

        monkeypatch.setattr(user, "is_terminal", lambda: True)
        monkeypatch.setattr(user, "open_vragensteller", vragensteller)
        return player

    return set_ready
