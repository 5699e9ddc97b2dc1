"""What a reader should hear of a file that can be read all the same.

Such a thing is no error, and what reads the file does not know who is listening: a command says it,
a check makes a finding of it.
"""

from __future__ import annotations

import contextlib
from contextvars import ContextVar
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


class Leesmelding(NamedTuple):
    """What is remarkable, as a sentence, and where; `regel` counts from 1."""

    pad: Path
    regel: int
    melding: str

    def __str__(self) -> str:
        """Return the whole message."""
        return f"{self.pad}, regel {self.regel}: {self.melding}"


_LUISTERAAR: ContextVar[Callable[[Leesmelding], None] | None] = ContextVar("luisteraar")


def meld(melding: Leesmelding) -> None:
    """Tell whoever is listening; without anybody nothing happens."""
    if (luisteraar := _LUISTERAAR.get(None)) is not None:
        luisteraar(melding)


@contextlib.contextmanager
def leesmeldingen(naar: Callable[[Leesmelding], None]) -> Iterator[None]:
    """Let everything that is told inside go to `naar`, and to nobody else."""
    begin = _LUISTERAAR.set(naar)
    try:
        yield
    finally:
        _LUISTERAAR.reset(begin)


def once(zeg: Callable[[str], object]) -> Callable[[Leesmelding], None]:
    """Return what says each remark once as a sentence, however often the file is read."""
    gezegd: set[str] = set()

    def zeg_het(melding: Leesmelding) -> None:
        tekst = f"Let op: {melding}"
        if tekst not in gezegd:
            gezegd.add(tekst)
            zeg(tekst)

    return zeg_het
