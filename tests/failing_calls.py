"""Lets any call of the system fail: by its number or its place, before or after its effect."""

from __future__ import annotations

import contextlib
import functools
import io
import os
from typing import TYPE_CHECKING, Any, NamedTuple
from unittest import mock

try:
    import fcntl
except ImportError:  # not a system that locks this way
    fcntl = None

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Everything through which a save can reach the system; os.umask and os.getpid cannot fail.
_AANROEPEN = (
    "open", "close", "fsync", "stat", "lstat", "fstat", "access", "chmod", "replace", "unlink",
    "readlink", "listdir", "scandir",
)  # fmt: skip
_ECHT_OPEN = io.open


class Aanroep(NamedTuple):
    """A call: its number from 1, its name, and the path that it is about."""

    nummer: int
    naam: str
    pad: str


class Stoorzender:
    """Counts the calls of the system, and lets fail what `raakt` says."""

    def __init__(
        self,
        raakt: Callable[[Aanroep], bool] = lambda _: False,
        fout: Callable[[], BaseException] = OSError,
        *,
        daarna: bool = False,
    ) -> None:
        self.raakt = raakt
        self.fout = fout
        self.daarna = daarna  # it works, and says that it did not: a network drive can
        self.gedaan: list[Aanroep] = []
        self.gestoord = 0
        self._paden: dict[int, str] = {}

    def roep(self, naam: str, plek: Any, echt: Callable[[], Any]) -> Any:
        """Make a call, or let it fail."""
        pad = self._paden.get(plek, "") if isinstance(plek, int) else os.fspath(plek)
        aanroep = Aanroep(len(self.gedaan) + 1, naam, str(pad))
        self.gedaan.append(aanroep)
        stoort = self.raakt(aanroep)
        self.gestoord += stoort
        # Linux closes a file also when it says that closing failed; what Python could not wrap in a
        # file object it gives back.
        if not stoort or naam == "close" or (self.daarna and "open" not in naam[1:]):
            uit = echt()
            if naam == "open" and isinstance(uit, int):
                self._paden[uit] = aanroep.pad
        if stoort:
            if self.daarna and naam == "open":
                os.close.__wrapped__(uit)
            raise self.fout()
        return uit

    @contextlib.contextmanager
    def aan(self) -> Iterator[Stoorzender]:
        """Be between the program and the system for a while."""
        with contextlib.ExitStack() as stapel:
            plekken: list[tuple[Any, str]] = [(os, naam) for naam in _AANROEPEN]
            plekken += [(fcntl, "flock")] if fcntl else []
            for module, naam in plekken:
                vervanger = self._tussen(naam, getattr(module, naam))
                stapel.enter_context(mock.patch.object(module, naam, vervanger))
            stapel.enter_context(mock.patch.object(io, "open", self._open))
            yield self

    def _tussen(self, naam: str, echt: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(echt)
        def aanroep(plek: Any = ".", *rest: Any, **opties: Any) -> Any:
            return self.roep(naam, plek, lambda: echt(plek, *rest, **opties))

        aanroep.__wrapped__ = echt
        return aanroep

    def _open(self, bestand: Any, mode: str = "r", buffering: int = -1, *rest: Any) -> Any:
        if mode not in ("rb", "wb"):
            return _ECHT_OPEN(bestand, mode, buffering, *rest)
        # A path is opened here too, past os.open.
        naam = "fdopen" if isinstance(bestand, int) else "io.open"
        ruw = self.roep(naam, bestand, lambda: _Ruw(bestand, mode, self))
        if buffering == 0:
            return ruw
        return io.BufferedReader(ruw) if mode == "rb" else io.BufferedWriter(ruw)


class _Ruw(io.FileIO):
    """An open file, of which every call goes through the troublemaker."""

    def __init__(self, bestand: Any, mode: str, zender: Stoorzender) -> None:
        self.zender = zender
        self.plek = bestand
        super().__init__(bestand, mode)

    def readall(self) -> bytes:
        return self.zender.roep("read", self.plek, super().readall)

    def write(self, data: Any) -> int:
        zender, eerder = self.zender, self.zender.gestoord
        try:
            return zender.roep("write", self.plek, lambda: super(_Ruw, self).write(data))
        except BaseException:
            if zender.gestoord > eerder and not zender.daarna:
                super().write(bytes(data)[: len(data) // 2])  # the disk was full halfway
            raise

    def close(self) -> None:
        if not self.closed:
            self.zender.roep("close", self.plek, super().close)
