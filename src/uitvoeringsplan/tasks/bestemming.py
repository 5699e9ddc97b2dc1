"""Where the files of `genereer` go: beside the plan, or where the user wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import UitvoerError
from uitvoeringsplan.storage.vindplaats import PLAN_EINDE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    Paren = tuple[tuple[Path, Path], ...]


def bestemmingen(plannen: tuple[Path, ...], uit: Path | None, achter: str = "") -> Paren:
    """Return every plan with its Word file; `achter` comes behind the name of the plan.

    `uit` is a file, or a folder when there are more plans. Raises UitvoerError.
    """
    naar_map = uit is not None and (uit.is_dir() or len(plannen) > 1)
    if uit is not None and naar_map and not uit.is_dir():
        raise UitvoerError(
            uit, "dit is geen map. Bij meer dan één plan is -u de map waar de Word-bestanden komen."
        )
    paren: dict[Path, Path] = {}
    for plan in plannen:
        naam = plan.name.removesuffix(PLAN_EINDE).removesuffix(".yaml") + f"{achter}.docx"
        word = plan.with_name(naam) if uit is None else uit / naam if naar_map else uit
        if word in paren.values() and plan not in paren:
            ander = next(p for p, w in paren.items() if w == word)
            raise UitvoerError(
                word, f"{ander} en {plan} krijgen dezelfde naam. Geef een van de twee een andere."
            )
        paren[plan] = word
    return tuple(paren.items())


def bescherm(paren: Paren, bronnen: Iterable[Path], achtervoegsels: Iterable[str] = ()) -> None:
    """Raise UitvoerError when a file would take the place of what it is made from.

    `achtervoegsels` are those of the files that come beside the Word file.
    """
    bronnen = (*bronnen, *(plan for plan, _ in paren))
    namen = {bron.name for bron in bronnen}
    for _, word in paren:
        for doel in (word, *(word.with_suffix(einde) for einde in achtervoegsels)):
            if doel.name in namen and doel.resolve() in {bron.resolve() for bron in bronnen}:
                raise UitvoerError(
                    doel,
                    "dit is het plan of het sjabloon zelf. Kies met -u een andere naam voor het"
                    " Word-bestand.",
                )
