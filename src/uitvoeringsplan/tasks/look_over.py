"""A look at a plan while its document is made: whether it may go out, and what was found.

Of an adopted plan everything is looked at, for its document goes to the council and the web. Of
any other plan only what costs next to nothing: what is missing, open points, and dates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import NietKlaarError
from uitvoeringsplan.model.cleaning import typed_command
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from uitvoeringsplan.model.bevinding import Bevinding
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.plan.planbestand import Planbestand

VASTGESTELD = "vastgesteld"
_MOST = 3  # faults that a message names


class LookedOver(NamedTuple):
    """The weights of what was found, and whether everything was looked at."""

    severities: tuple[str, ...]
    is_complete_text: bool


def look_over(
    lijst: Vragenlijst,
    file: Planbestand,
    data: bytes,
    without_place: Sequence[Vraag],
    *,
    anyway: bool,
) -> LookedOver:
    """Return what is found in a plan and in `data`, the document that was made of it.

    `without_place` are the answers that are not in it. Raises NietKlaarError when the plan is
    adopted and has a finding of weight `fout`, unless the user wants it `anyway`.
    """
    if file.plan.status != VASTGESTELD:
        return LookedOver(
            tuple(bevinding.ernst for bevinding in _quickly(lijst, file)), is_complete_text=False
        )
    bevindingen = _everything(lijst, file, data, tuple(without_place))
    errors = [bevinding for bevinding in bevindingen if bevinding.ernst == "fout"]
    if errors and not anyway:
        raise NietKlaarError(file.path, _why(file.path, errors))
    return LookedOver(tuple(bevinding.ernst for bevinding in bevindingen), is_complete_text=True)


def _quickly(lijst: Vragenlijst, file: Planbestand) -> list[Bevinding]:
    # Loading the rules is most of what they cost; few documents need the others.
    from uitvoeringsplan.checks.plan.completeness import COMPLETENESS_RULES  # noqa: PLC0415
    from uitvoeringsplan.checks.plan.dates import DATE_RULES  # noqa: PLC0415
    from uitvoeringsplan.checks.plan.keuring import Keuring  # noqa: PLC0415

    keuring = Keuring(str(file.path), lijst, file.plan, file.punten)
    lines = (*COMPLETENESS_RULES, *DATE_RULES)
    return [bevinding for line in lines for bevinding in line.look(keuring)]


def _everything(
    lijst: Vragenlijst, file: Planbestand, data: bytes, without_place: tuple[Vraag, ...]
) -> list[Bevinding]:
    from uitvoeringsplan.checks.plan.keuring import Keuring, MadeDocument  # noqa: PLC0415
    from uitvoeringsplan.checks.plan.rules import check_plan  # noqa: PLC0415

    document = MadeDocument(data, without_place)
    keuring = Keuring(str(file.path), lijst, file.plan, file.punten, document)
    return list(check_plan(keuring))


def _why(path: Path, errors: Sequence[Bevinding]) -> str:
    """Return why an adopted plan gets no document, and what the user can do."""
    lines = [
        "het plan is vastgesteld, maar nog niet klaar. Er is niets gemaakt.",
        *(f"- {_sentence(bevinding)}" for bevinding in errors[:_MOST]),
    ]
    if (rest := len(errors) - _MOST) > 0:
        lines.append(f"- en nog {rest}")
    lines.append(
        f"Alles staat in `{typed_command('controleer', path)}`. Met --toch komt het er toch."
    )
    return "\n".join(lines)


def _sentence(bevinding: Bevinding) -> str:
    return f"{bevinding.vraag.label}: {bevinding.message}" if bevinding.vraag else bevinding.message
