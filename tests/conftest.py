"""What holds for every test: no network, and the programs that a test says it needs."""

from __future__ import annotations

import os
import shutil
import socket
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

_CI = os.environ.get("CI", "").lower() in ("1", "true")


# A test names by its marker the program that it needs.
_PROGRAMMAS = {"libreoffice": ("soffice", "LibreOffice (soffice)"), "git": ("git", "git")}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what needs a program where it is not installed; in CI that is a failure."""
    for merk, (programma, naam) in _PROGRAMMAS.items():
        if item.get_closest_marker(merk) and shutil.which(programma) is None:
            if _CI:
                pytest.fail(f"{naam} ontbreekt, en in CI mag deze test niet worden overgeslagen")
            pytest.skip(f"{naam} is niet geïnstalleerd")


@pytest.fixture(scope="session", autouse=True)
def _geen_netwerk() -> Iterator[None]:
    """Forbid every socket but the local ones that an event loop needs.

    For the whole session and not per test, so that property tests may use it too.
    """
    echt = socket.socket.__init__
    lokaal = getattr(socket, "AF_UNIX", None)

    def alleen_lokaal(self: socket.socket, family: int = -1, *rest: int, **opties: int) -> None:
        # A socket made from a file number is one that exists already.
        if family != lokaal and opties.get("fileno") is None and len(rest) < 3:
            pytest.fail("een test mag het netwerk niet op", pytrace=True)
        echt(self, family, *rest, **opties)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "__init__", alleen_lokaal)
        yield


@pytest.fixture
def kale_git(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let git look at the folder of the test alone, not at how this machine was set up."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
