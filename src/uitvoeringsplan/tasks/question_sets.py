"""Which question set holds when there are more: the nearest of the kind.

Among sets that are as near, the one with the version of the plan goes first, and then the newest.
What was passed over and says something else is named: nobody should find out from a document that
another set was used than the one that was meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import (
    BestandError,
    GeenVragenlijstError,
    OnbekendeSoortError,
    ProjectbestandError,
    VragenlijstError,
)
from uitvoeringsplan.files.file_reading import (
    ReadingNotice,
    decode,
    give_notice,
    load_bytes,
    reason,
)
from uitvoeringsplan.files.lookup import SETS_VARIABLE
from uitvoeringsplan.model.cleaning import typed_name
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.yamltext.heading import read_heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from uitvoeringsplan.files.file_reading import SourceText
    from uitvoeringsplan.files.lookup import SetFile, SetFiles
    from uitvoeringsplan.yamltext.heading import HeadingValue


class KnownSet(NamedTuple):
    """A question set of which only the first keys were read."""

    file: SetFile
    soort: str
    versie: str
    titel: str
    line: int  # of its kind, from 1
    data: bytes

    @property
    def place(self) -> str:
        """Where it is, in words."""
        return "meegeleverd" if self.file.is_shipped else str(self.file.path)


class _Head(NamedTuple):
    """What a plan says of its question set."""

    source: SourceText
    soort: HeadingValue
    versie: str


class _Reading(NamedTuple):
    """The question sets that could be read, the nearest first, and what is wrong with the rest."""

    known: list[KnownSet]
    broken: list[tuple[SetFile, BestandError | VragenlijstError]]
    away: tuple[tuple[Path, OSError], ...]


def choose_set(found: SetFiles, data: bytes, plan: Path) -> Path:
    """Return the file with the question set of a plan with this content.

    A content that is no plan gets the one set in the folder itself, or else a shipped one. Raises
    GeenVragenlijstError when there is no set of its kind, and the error of a nearer set that
    cannot be read.
    """
    reading = _read_sets(found)
    known, head = reading.known, _read_head(data, plan)
    if head is None:
        _tell(reading, None)
        return (find_own(known) or known[-1]).file.path
    of_kind = [one for one in known if one.soort == head.soort.text]
    if not of_kind:
        _tell(reading, None)
        message = (
            f"dit plan is van de soort “{head.soort.text}”, en daarvoor is er geen"
            f" vragenlijst.{_instead(known)}"
        )
        raise head.source._replace(error=GeenVragenlijstError).wrong(message, head.soort.line)
    chosen = _nearest(of_kind, head.versie)
    _tell(reading, chosen)
    return chosen.file.path


def find_kind(found: SetFiles, soort: str) -> Path:
    """Return the file with the question set of a kind; raises OnbekendeSoortError."""
    reading = _read_sets(found)
    of_kind = [one for one in reading.known if one.soort == soort]
    chosen = _nearest(of_kind) if of_kind else None
    _tell(reading, chosen)
    if chosen is None:
        raise OnbekendeSoortError(
            soort, [one.soort for one in reading.known], _instead(reading.known)
        )
    return chosen.file.path


def list_kinds(found: SetFiles) -> list[KnownSet]:
    """Return of every kind the question set that holds, the nearest first.

    Raises the error of a set beside the plan that cannot be read.
    """
    reading = _read_sets(found)
    _tell(reading, None)
    kinds = dict.fromkeys(one.soort for one in reading.known)
    return [_nearest([one for one in reading.known if one.soort == soort]) for soort in kinds]


def find_own(known: Sequence[KnownSet]) -> KnownSet | None:
    """Return the one question set that stands in the folder itself; None with none, or more."""
    own = [one for one in known if one.file.is_beside and not one.file.is_apart]
    return own[0] if len({one.soort for one in own}) == 1 else None


def _read_sets(found: SetFiles) -> _Reading:
    reading = _Reading([], [], found.away)
    for file in found.files:
        try:
            reading.known.append(_read_set(file))
        except (BestandError, VragenlijstError) as error:
            reading.broken.append((file, error))
    return reading


def _tell(reading: _Reading, chosen: KnownSet | None) -> None:
    """Say what could not be looked at, when it might have been chosen.

    Raises when that is a set that stands right beside the plan: it is there to be used.
    """
    for file, error in reading.broken:
        if chosen is not None and file.nearness > chosen.file.nearness:
            continue
        if file.is_shipped or (file.is_beside and not file.is_apart):
            raise error
        place = error.place if isinstance(error, VragenlijstError) else None
        message = f"deze vragenlijst doet niet mee: {error.message}"
        give_notice(ReadingNotice(file.path, place.line if place else 0, message))
    for folder, reason_why in reading.away if chosen is None or not chosen.file.is_beside else ():
        message = (
            f"deze map uit {SETS_VARIABLE} is niet te lezen ({reason(reason_why)}). De"
            " vragenlijsten die daar staan, doen niet mee."
        )
        give_notice(ReadingNotice(folder, 0, message))


def _read_set(file: SetFile) -> KnownSet:
    data = load_bytes(file.path)
    source = decode(data, file.path, VragenlijstError)
    values = read_heading(source, ("soort", "versie", "titel"))
    for key in ("soort", "versie"):
        if key not in values or not values[key].text:
            raise source.wrong(f"hier ontbreekt de sleutel “{key}”.", 1)
    soort = values["soort"]
    titel = values["titel"].text if "titel" in values else ""
    return KnownSet(file, soort.text, values["versie"].text, titel, soort.line, data)


def _read_head(data: bytes, plan: Path) -> _Head | None:
    """Return what a plan says of its question set; None for what is no plan."""
    try:
        source = decode(data, plan, ProjectbestandError)
        values = read_heading(source, ("soort", "vragenlijst"))
    except ProjectbestandError:  # said where the plan itself is read
        return None
    if "soort" not in values or not values["soort"].text:
        return None
    versie = values["vragenlijst"].text if "vragenlijst" in values else ""
    return _Head(source, values["soort"], versie)


def _nearest(of_kind: Sequence[KnownSet], versie: str = "") -> KnownSet:
    """Return which of these sets of one kind holds for a plan with this version."""
    near = [one for one in of_kind if one.file.nearness == of_kind[0].file.nearness]
    fitting = [one for one in near if one.versie == versie]
    why = "ze staat het dichtst bij het plan"
    chosen = near[0]
    if len(near) > 1:
        chosen = fitting[0] if fitting else max(near, key=lambda one: _in_order(one.versie))
        why = "ze heeft de versie van het plan" if fitting else "ze heeft de hoogste versie"
    others = [one for one in of_kind if _is_to_be_named(one, chosen, versie)]
    if others:
        _name(chosen, others, why, versie)
    return chosen


def _is_to_be_named(one: KnownSet, chosen: KnownSet, versie: str) -> bool:
    """Whether somebody may have meant this set instead of the chosen one.

    That a set of one's own goes before the shipped one needs no saying, but for a folder that may
    stand there for another reason.
    """
    if one.data == chosen.data:
        return False
    fits_better = one.versie == versie != chosen.versie
    is_by_chance = chosen.file.is_beside and chosen.file.is_apart
    return fits_better or not one.file.is_shipped or is_by_chance


def _name(chosen: KnownSet, others: Iterable[KnownSet], why: str, versie: str) -> None:
    behind = "; ".join(f"{one.place} (versie {one.versie})" for one in others)
    first = next(iter(others)).file.path
    own = f" Het plan is gemaakt met versie {versie}." if versie not in ("", chosen.versie) else ""
    give_notice(
        ReadingNotice(
            chosen.file.path,
            chosen.line,
            f"van de soort “{chosen.soort}” is er meer dan één vragenlijst. Deze geldt (versie"
            f" {chosen.versie}), want {why}. Niet gebruikt: {behind}.{own} Een andere kies je met"
            f" --vragen {typed_name(str(first))}.",
        )
    )


def _in_order(versie: str) -> list[tuple[int, int, str]]:
    """Return by what versions are put in order: numbers as numbers, before words."""
    parts = re.findall(r"\d+|\D+", versie)
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part.casefold()) for part in parts]


def _instead(known: Iterable[KnownSet]) -> str:
    """Return what there is, and what to do."""
    names = "; ".join(dict.fromkeys(f"{one.soort} ({one.place})" for one in known))
    return (
        f" Er zijn: {names}. Zet de map met de goede vragenlijst naast het plan, noem de map waar"
        f" ze in staat in {SETS_VARIABLE}, of wijs haar aan met --vragen."
    )
