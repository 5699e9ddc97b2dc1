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
_CALLS = (
    "open", "close", "fsync", "stat", "lstat", "fstat", "access", "chmod", "replace", "unlink",
    "readlink", "listdir", "scandir",
)  # fmt: skip
_REAL_OPEN = io.open


class Aanroep(NamedTuple):
    """A call: its number from 1, its name, and the path that it is about."""

    number: int
    name: str
    path: str


class Stoorzender:
    """Counts the calls of the system, and lets fail what `touches` says."""

    def __init__(
        self,
        touches: Callable[[Aanroep], bool] = lambda _: False,
        error: Callable[[], BaseException] = OSError,
        *,
        daarna: bool = False,
    ) -> None:
        self.touches = touches
        self.error = error
        self.daarna = daarna  # it works, and says that it did not: a network drive can
        self.done: list[Aanroep] = []
        self.disturbed = 0
        self._paths: dict[int, str] = {}

    def call(self, name: str, place: Any, real: Callable[[], Any]) -> Any:
        """Make a call, or let it fail."""
        path = self._paths.get(place, "") if isinstance(place, int) else os.fspath(place)
        call = Aanroep(len(self.done) + 1, name, str(path))
        self.done.append(call)
        stoort = self.touches(call)
        self.disturbed += stoort
        # Linux closes a file also when it says that closing failed; what Python could not wrap in a
        # file object it gives back.
        if not stoort or name == "close" or (self.daarna and "open" not in name[1:]):
            result = real()
            if name == "open" and isinstance(result, int):
                self._paths[result] = call.path
        if stoort:
            if self.daarna and name == "open":
                os.close.__wrapped__(result)
            raise self.error()
        return result

    @contextlib.contextmanager
    def aan(self) -> Iterator[Stoorzender]:
        """Be between the program and the system for a while."""
        with contextlib.ExitStack() as stack:
            places: list[tuple[Any, str]] = [(os, name) for name in _CALLS]
            places += [(fcntl, "flock")] if fcntl else []
            for module, name in places:
                vervanger = self._between(name, getattr(module, name))
                stack.enter_context(mock.patch.object(module, name, vervanger))
            stack.enter_context(mock.patch.object(io, "open", self._open))
            yield self

    def _between(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(real)
        def call(place: Any = ".", *rest: Any, **options: Any) -> Any:
            return self.call(name, place, lambda: real(place, *rest, **options))

        call.__wrapped__ = real
        return call

    def _open(self, file: Any, mode: str = "r", buffering: int = -1, *rest: Any) -> Any:
        if mode not in ("rb", "wb"):
            return _REAL_OPEN(file, mode, buffering, *rest)
        # A path is opened here too, past os.open.
        name = "fdopen" if isinstance(file, int) else "io.open"
        raw = self.call(name, file, lambda: _Ruw(file, mode, self))
        if buffering == 0:
            return raw
        return io.BufferedReader(raw) if mode == "rb" else io.BufferedWriter(raw)


class _Ruw(io.FileIO):
    """An open file, of which every call goes through the troublemaker."""

    def __init__(self, file: Any, mode: str, zender: Stoorzender) -> None:
        self.zender = zender
        self.place = file
        super().__init__(file, mode)

    def readall(self) -> bytes:
        return self.zender.call("read", self.place, super().readall)

    def write(self, data: Any) -> int:
        zender, earlier = self.zender, self.zender.disturbed
        try:
            return zender.call("write", self.place, lambda: super(_Ruw, self).write(data))
        except BaseException:
            if zender.disturbed > earlier and not zender.daarna:
                super().write(bytes(data)[: len(data) // 2])  # the disk was full halfway
            raise

    def close(self) -> None:
        if not self.closed:
            self.zender.call("close", self.place, super().close)
