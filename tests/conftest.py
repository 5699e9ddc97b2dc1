"""What holds for every test: the same draws, no network, and the programs that it says it needs."""

from __future__ import annotations

import os
import shutil
import signal
import socket
from typing import TYPE_CHECKING

import pytest

from git_work_folder import Werkmap
from trials import VERKEN  # before any test is read: it sets what hypothesis does by itself

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_CI = os.environ.get("CI", "").lower() in ("1", "true")


# A test names by its marker the program that it needs.
_PROGRAMS = {"libreoffice": ("soffice", "LibreOffice (soffice)"), "git": ("git", "git")}


def pytest_configure() -> None:
    """Let signals end a program again that a run in the background, or under nohup, ignores.

    What the tests start would ignore them too, and then says something else than in a terminal.
    """
    os.environ.pop("UITVOERINGSPLAN_SETS", None)  # the question sets of whoever runs the tests
    for name, catcher in (("SIGINT", signal.default_int_handler), ("SIGHUP", signal.SIG_DFL)):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, catcher)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Use more processes for all tests together only; starting them costs more than one file."""
    return None if config.args_source is pytest.Config.ArgsSource.TESTPATHS else 0


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Refuse a property test that tries something else in every run, or that looks at the clock."""
    for item in items:
        test = getattr(item, "obj", None)
        if not getattr(test, "is_hypothesis_test", False):
            continue
        lines = test._hypothesis_internal_use_settings
        if lines.deadline is not None or lines.database is not None:
            raise pytest.UsageError(f"{item.nodeid}: neem `@proeven(aantal)` uit tests/trials.py")
        if not VERKEN and not lines.derandomize:
            raise pytest.UsageError(f"{item.nodeid}: deze test trekt elke keer iets anders")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what needs a program where it is not installed; in CI that is a failure."""
    for mark, (program, name) in _PROGRAMS.items():
        if item.get_closest_marker(mark) and shutil.which(program) is None:
            if _CI:
                pytest.fail(f"{name} ontbreekt, en in CI mag deze test niet worden overgeslagen")
            pytest.skip(f"{name} is niet geïnstalleerd")


@pytest.fixture(scope="session", autouse=True)
def _geen_netwerk() -> Iterator[None]:
    """Forbid every socket but the local ones that an event loop needs.

    For the whole session and not per test, so that property tests may use it too.
    """
    real = socket.socket.__init__
    lokaal = getattr(socket, "AF_UNIX", None)

    def only_lokaal(self: socket.socket, family: int = -1, *rest: int, **options: int) -> None:
        # A socket made from a file number is one that exists already.
        if family != lokaal and options.get("fileno") is None and len(rest) < 3:
            pytest.fail("een test mag het netwerk niet op", pytrace=True)
        real(self, family, *rest, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "__init__", only_lokaal)
        yield


@pytest.fixture
def bare_git(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let git look at the folder of the test alone, not at how this machine was set up."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def git_map(tmp_path: Path) -> Werkmap:
    """Return a folder in git without a commit."""
    return Werkmap(tmp_path)
