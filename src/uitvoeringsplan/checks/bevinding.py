"""What a rule finds, and how a rule is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from uitvoeringsplan.checks.onderdelen import Woordbestand


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One thing that is not as it should be: which rule says so, where, and what to do."""

    regel_id: str
    plaats: str
    melding: str

    def __str__(self) -> str:
        return f"{self.plaats}: {self.melding} [{self.regel_id}]"


@dataclass(frozen=True, slots=True)
class Regel:
    """A rule: its stable id, and the function that yields (place, message) for every breach."""

    id: str
    zoek: Callable[[Woordbestand], Iterator[tuple[str, str]]]

    def bevindingen(self, bestand: Woordbestand) -> Iterator[Bevinding]:
        """Return what this rule finds."""
        for plaats, melding in self.zoek(bestand):
            yield Bevinding(self.id, plaats, melding)
