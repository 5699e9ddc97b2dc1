"""Where the files of `genereer` go, and what stands there: whether it may go, or must be kept.

What is of another plan must be kept: one that names another municipality or other years.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import UitvoerError
from uitvoeringsplan.files.lookup import PLAN_SUFFIX
from uitvoeringsplan.files.word_file import (
    MAX_OUTPUT,
    MAX_WORD,
    keep_previous,
    load_word,
    save_word,
)
from uitvoeringsplan.model.fingerprint import antwoord_fingerprint
from uitvoeringsplan.model.velden import CHARACTERISTIC
from uitvoeringsplan.word.filling.made_here import fingerprints, is_edited_in_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vragenlijst import Vragenlijst

    Paren = tuple[tuple[Path, Path], ...]

_WORD = ".docx"
# Endings that somebody would expect another kind of file behind than the one that is made.
_NOT_WORD = frozenset(
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


def is_map(out: Path | None, count: int) -> bool:
    """Whether `out` is the folder for the files of this many plans, perhaps one still to be made.

    A new name is a folder unless it ends in .docx. Raises UitvoerError for what is neither.
    """
    if out is None or out.is_dir():
        return out is not None
    end = out.suffix.lower()
    if count > 1 and (end == _WORD or out.exists()):
        raise UitvoerError(
            out, "dit is geen map. Bij meer dan één plan is -u de map waar de Word-bestanden komen."
        )
    if end == _WORD or out.exists():
        return False
    if end in _NOT_WORD:
        raise UitvoerError(
            out,
            "-u is het Word-bestand, met een naam die eindigt op .docx, of de map daarvoor. Andere"
            " formaten komen er met --naar bij.",
        )
    return True


def find_destinations(plannen: tuple[Path, ...], out: Path | None, behind: str = "") -> Paren:
    """Return every plan with its Word file; `behind` comes behind the name of the plan.

    `out` is a Word file, or a folder (see `is_map`). Raises UitvoerError.
    """
    to_folder = is_map(out, len(dict.fromkeys(plannen)))
    pairs: dict[Path, Path] = {}
    for plan in plannen:
        name = plan.name.removesuffix(PLAN_SUFFIX).removesuffix(".yaml") + f"{behind}.docx"
        word = plan.parent / name if out is None else out / name if to_folder else out
        if word in pairs.values() and plan not in pairs:
            other = next(p for p, w in pairs.items() if w == word)
            raise UitvoerError(
                word, f"{other} en {plan} krijgen dezelfde naam. Geef een van de twee een andere."
            )
        pairs[plan] = word
    return tuple(pairs.items())


def protect_sources(pairs: Paren, sources: Iterable[Path], suffixes: Iterable[str] = ()) -> None:
    """Raise UitvoerError when a file would take the place of what it is made from.

    `suffixes` are those of the files that come beside the Word file.
    """
    sources = (*sources, *(plan for plan, _ in pairs))
    names = {source.name for source in sources}
    for _, word in pairs:
        for target in (word, *(word.with_suffix(end) for end in suffixes)):
            if target.name in names and target.resolve() in {
                source.resolve() for source in sources
            }:
                raise UitvoerError(
                    target,
                    "dit is het plan of het sjabloon zelf. Kies met -u een andere naam voor het"
                    " Word-bestand.",
                )


WORD = "docx"
DIWOO = "diwoo.xml"

_EDITED_WORD = (
    "dit bestand is na het maken in een ander programma bewaard, of komt ergens anders vandaan."
)
_EDITED = (
    "dit bestand is hier niet gemaakt, of daarna veranderd; ook een van een oudere versie van dit"
    " programma is niet te herkennen."
)
_OTHER_PLAN = "dit is gemaakt van een ander plan: de gemeente of de periode is anders."
_DIGITS = 8  # digits of a field in a key
_EMPTY = "0" * _DIGITS
_ADVICE = (
    " Er is niets overschreven. Hernoem het, kies met -u een andere naam, of gebruik --overschrijf;"
    " dan blijft dit ernaast bewaard als -vorige."
)


def protect(word: Path, data: bytes, kinds: Iterable[str], plan: str = "") -> None:
    """Raise UitvoerError for the first file that is not ours to replace, with the reason.

    `data` is what the Word file will be, `kinds` are the others that come beside it. `plan` is
    the key of the plan that they must be of; empty when the place itself says so. Raises
    BestandError for a file that cannot be read.
    """
    if (old := _load(word, WORD)) is not None and old != data:
        _refuse(word, _objection(old, WORD, plan))
    for kind in kinds:
        path = word.with_suffix(f".{kind}")
        if (old := _load(path, kind)) is not None:
            _refuse(path, _objection(old, kind, plan))


def replace(path: Path, data: bytes, kind: str = WORD, plan: str = "") -> Path | None:
    """Write a file; return where what stood there went, if that was not ours to replace.

    The same content is not written again. Raises BestandError or UitvoerError.
    """
    old = _load(path, kind)
    if old == data:
        return None
    previous = None
    if old is not None and _objection(old, kind, plan):
        end = f".{kind}"
        previous = keep_previous(path, old, end if path.name.endswith(end) else "")
    save_word(path, data)
    return previous


def _load(path: Path, kind: str) -> bytes | None:
    return load_word(path, at_most=MAX_WORD if kind == WORD else MAX_OUTPUT)


def _refuse(path: Path, reason: str) -> None:
    if reason:
        raise UitvoerError(path, reason + _ADVICE)


def _objection(old: bytes, kind: str, plan: str) -> str:
    """Return why this may not just be replaced; empty when it is ours, of this plan."""
    if kind == WORD:
        if is_edited_in_word(old):
            return _EDITED_WORD
        earlier = _key_from(fingerprints(old)) if plan else ""
    else:
        from uitvoeringsplan.document.writers.marks import is_unchanged, made_for  # noqa: PLC0415 - rare

        if not is_unchanged(old, kind):
            return _EDITED
        earlier = made_for(old, kind) if plan else ""
    return _OTHER_PLAN if _is_other_plan(earlier, plan) else ""


def plan_key(plan: Plan, lijst: Vragenlijst) -> str:
    """Return the key by which what is made of a plan can be told from that of another.

    It holds a short fingerprint of each field that names a plan, and zeros for one without a value.
    """
    fields = {veld.id: veld for veld in lijst.gegevens if veld.id in CHARACTERISTIC}
    return _key_from(
        {id_: antwoord_fingerprint(veld, plan.text(veld)) for id_, veld in fields.items()}
    )


def _key_from(of_fields: Mapping[str, str]) -> str:
    """Return the key of the plan that a document was made of, from its fingerprints."""
    return "".join(of_fields.get(id_, "")[:_DIGITS] or _EMPTY for id_ in CHARACTERISTIC)


def _is_other_plan(earlier: str, now: str) -> bool:
    """Whether two keys are of two plans; what one of them does not have makes no difference."""
    parts = range(0, min(len(earlier), len(now)), _DIGITS)
    pairs = [(earlier[i : i + _DIGITS], now[i : i + _DIGITS]) for i in parts]
    return any(a != b and _EMPTY not in (a, b) for a, b in pairs)
