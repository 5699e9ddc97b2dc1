"""Where the files of `genereer` go: beside the plan, or where the user wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import UitvoerError
from uitvoeringsplan.files.lookup import PLAN_EINDE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    Paren = tuple[tuple[Path, Path], ...]

_WORD = ".docx"
# Endings that somebody would expect another kind of file behind than the one that is made.
_GEEN_WORD = frozenset(
    (
        ".doc",
        ".docm",
        ".dotx",
        ".html",
        ".htm",
        ".md",
        ".odt",
        ".pdf",
        ".txt",
        ".xml",
        ".yaml",
        ".yml",
    )
)


def is_map(uit: Path | None, aantal: int) -> bool:
    """Whether `uit` is the folder for the files of this many plans, perhaps one still to be made.

    A new name is a folder unless it ends in .docx. Raises UitvoerError for what is neither.
    """
    if uit is None or uit.is_dir():
        return uit is not None
    einde = uit.suffix.lower()
    if aantal > 1 and (einde == _WORD or uit.exists()):
        raise UitvoerError(
            uit, "dit is geen map. Bij meer dan één plan is -u de map waar de Word-bestanden komen."
        )
    if einde == _WORD or uit.exists():
        return False
    if einde in _GEEN_WORD:
        raise UitvoerError(
            uit,
            "-u is het Word-bestand, met een naam die eindigt op .docx, of de map daarvoor. Andere"
            " formaten komen er met --naar bij.",
        )
    return True


def bestemmingen(plannen: tuple[Path, ...], uit: Path | None, achter: str = "") -> Paren:
    """Return every plan with its Word file; `achter` comes behind the name of the plan.

    `uit` is a Word file, or a folder (see `is_map`). Raises UitvoerError.
    """
    naar_map = is_map(uit, len(dict.fromkeys(plannen)))
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
