"""One kind of finding, for a plan and for a Word file, and the rule that says so."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from uitvoeringsplan.model.vraag import Vraag

_Subject = TypeVar("_Subject")  # what a rule looks at: a plan with what belongs to it, a Word file


class Ernst(StrEnum):
    """How much a finding weighs, heaviest first; only a `fout` keeps a plan from being ready."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    OPMERKING = "opmerking"


class Bron(NamedTuple):
    """What a rule rests on: a law, a standard, or this program itself."""

    titel: str
    adres: str = ""


OWN = Bron("eigen")


class Bevinding(NamedTuple):
    """One thing that is not as it should be.

    The function of a rule says what is wrong and where: in a plan with `vraag` (None: the whole
    plan), `words` (they stand on the line that is meant, when that is not the first one of the
    answer) and `punt` (the place of an open point, from 1); in a Word file with `place`. The
    rule adds its own `rule_id` and `source`, and who knows the text of the plan adds `line`, from
    1.
    """

    ernst: Ernst
    message: str
    vraag: Vraag | None = None
    words: str = ""
    punt: int = 0
    place: str = ""
    rule_id: str = ""
    source: Bron = OWN
    line: int | None = None

    @property
    def label(self) -> str:
        """The caption of the question or field; empty for the whole plan."""
        return self.vraag.label if self.vraag else ""


class Rule(NamedTuple, Generic[_Subject]):
    """A rule: its stable id, what it is for, what it rests on, and the function that looks.

    `ernst` is the most that a finding of it weighs.
    """

    id: str
    titel: str
    explanation: str
    ernst: Ernst
    look: Callable[[_Subject], Iterable[Bevinding]]
    source: Bron = OWN

    def check(self, subject: _Subject) -> Iterator[Bevinding]:
        """Return what this rule finds, with its name and source."""
        for bevinding in self.look(subject):
            yield bevinding._replace(rule_id=self.id, source=self.source)
