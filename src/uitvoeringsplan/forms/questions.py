"""One question that a form asks, and what of the form is no question."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from uitvoeringsplan.forms.label import Origin, Sureness
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from uitvoeringsplan.forms.layout import Place
    from uitvoeringsplan.forms.sections import Section

#: What the form takes that no question of ours can hold.
NO_TYPE = "afbeelding"


class FormColumn(NamedTuple):
    """A column of a question that is a table."""

    label: str
    type: str = "regel"
    choices: tuple[str, ...] = ()


@dataclass(eq=False)
class FormQuestion:
    """A question as the form asks it; `type` is one of ours, or `NO_TYPE`.

    `asked` is the whole text where the label is shortened. `doubts` are sentences on what somebody
    should look at: whether more than one choice may be ticked, whether places belong together.
    """

    label: str
    type: str
    places: list[Place]
    section: Section
    origin: Origin = Origin.NOWHERE
    sureness: Sureness = Sureness.GUESS
    asked: str = ""
    explanation: str = ""
    choices: tuple[str, ...] = ()
    columns: tuple[FormColumn, ...] = ()
    default: str = ""
    is_required: bool = False
    doubts: list[str] = field(default_factory=list)
    id: str = ""


class LeftOut(NamedTuple):
    """A place, or what looks like one, that is no question, and the reason."""

    words: str
    reason: str
    place: Place | None = None
