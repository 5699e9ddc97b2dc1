"""Where the files of `genereer` go, and what stands there: whether it may go, or must be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import UitvoerError
from uitvoeringsplan.files.lookup import PLAN_EINDE
from uitvoeringsplan.files.word_file import (
    MAX_UITGAVE,
    MAX_WORD,
    bewaar_word,
    keep_previous,
    lees_word,
)
from uitvoeringsplan.tasks.plan_identity import is_other_plan, key_from
from uitvoeringsplan.word.herkomst import afdrukken, is_bijgewerkt_in_word

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


WORD = "docx"
DIWOO = "diwoo.xml"

_BEWERKT_WORD = (
    "dit bestand is na het maken in een ander programma bewaard, of komt ergens anders vandaan."
)
_BEWERKT = (
    "dit bestand is hier niet gemaakt, of daarna veranderd; ook een van een oudere versie van dit"
    " programma is niet te herkennen."
)
_ANDER_PLAN = "dit is gemaakt van een ander plan: de gemeente of de periode is anders."
_RAAD = (
    " Er is niets overschreven. Hernoem het, kies met -u een andere naam, of gebruik --overschrijf;"
    " dan blijft dit ernaast bewaard als -vorige."
)


def protect(word: Path, data: bytes, soorten: Iterable[str], plan: str = "") -> None:
    """Raise UitvoerError for the first file that is not ours to replace, with the reason.

    `data` is what the Word file will be, `soorten` are the others that come beside it. `plan` is
    the key of the plan that they must be of; empty when the place itself says so. Raises
    BestandError for a file that cannot be read.
    """
    if (oud := _lees(word, WORD)) is not None and oud != data:
        _weiger(word, _objection(oud, WORD, plan))
    for soort in soorten:
        pad = word.with_suffix(f".{soort}")
        if (oud := _lees(pad, soort)) is not None:
            _weiger(pad, _objection(oud, soort, plan))


def replace(pad: Path, data: bytes, soort: str = WORD, plan: str = "") -> Path | None:
    """Write a file; return where what stood there went, if that was not ours to replace.

    The same content is not written again. Raises BestandError or UitvoerError.
    """
    oud = _lees(pad, soort)
    if oud == data:
        return None
    vorige = None
    if oud is not None and _objection(oud, soort, plan):
        einde = f".{soort}"
        vorige = keep_previous(pad, oud, einde if pad.name.endswith(einde) else "")
    bewaar_word(pad, data)
    return vorige


def _lees(pad: Path, soort: str) -> bytes | None:
    return lees_word(pad, hooguit=MAX_WORD if soort == WORD else MAX_UITGAVE)


def _weiger(pad: Path, reden: str) -> None:
    if reden:
        raise UitvoerError(pad, reden + _RAAD)


def _objection(oud: bytes, soort: str, plan: str) -> str:
    """Return why this may not just be replaced; empty when it is ours, of this plan."""
    if soort == WORD:
        if is_bijgewerkt_in_word(oud):
            return _BEWERKT_WORD
        eerder = key_from(afdrukken(oud)) if plan else ""
    else:
        from uitvoeringsplan.document.writers.marks import is_onveranderd, made_for  # noqa: PLC0415 - rare

        if not is_onveranderd(oud, soort):
            return _BEWERKT
        eerder = made_for(oud, soort) if plan else ""
    return _ANDER_PLAN if is_other_plan(eerder, plan) else ""
