"""Merging versions of a plan: what was read, what we want to save, what stands there by now.

Two people who both add the first point to a plan write it in the same place, and nothing in the
lines tells git that both belong there. Points have keys. So the new ones are taken out, what
remains is merged as text, and they go in again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import InhoudError
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.plan.planbestand import read_planbestand
from uitvoeringsplan.plan.punten_patch import add_punten, close_punten, without_punten

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.model.open_punt import OpenPunt
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.plan.planbestand import Planbestand


class AnswerClash(NamedTuple):
    """One question that both sides answered differently."""

    vraag: Vraag
    ours: str
    theirs: str


class MergedPlan(NamedTuple):
    """Their file with our answers in it, and what could not be settled."""

    file: Planbestand
    clashes: tuple[AnswerClash, ...]


def merge_answers(old: Planbestand, ours: Planbestand, theirs: Planbestand) -> MergedPlan:
    """Return `theirs` with every answer that only we changed since `old`.

    Answers that only they changed stay theirs; the same answer changed in the same way is no
    clash. An answer that both changed differently stays theirs too, and is listed as a clash.
    Points that we added or closed are added and closed in theirs; those never clash.
    """
    file = theirs
    clashes: list[AnswerClash] = []
    lijst = old.vragenlijst
    for vraag in (*lijst.gegevens, *lijst.vragen):
        was = old.plan.text(vraag)
        from_us = ours.plan.text(vraag)
        from_them = theirs.plan.text(vraag)
        if from_us in (was, from_them):
            continue
        if from_them == was:
            file = file.with_answer(vraag, from_us)
        else:
            clashes.append(AnswerClash(vraag, from_us, from_them))
    if ours.punten != old.punten:
        file = _with_our_punten(old, ours, file)
    return MergedPlan(file, tuple(clashes))


def _with_our_punten(old: Planbestand, ours: Planbestand, file: Planbestand) -> Planbestand:
    """Return the file with the points that we added, and with those closed that we closed.

    A point that they opened or closed themselves, or took away, stays as they have it.
    """
    was = {punt.attribute: punt for punt in old.punten}
    from_us = {punt.attribute: punt for punt in ours.punten}
    datums = {
        i: now.klaar
        for i, punt in enumerate(file.punten)
        if (previous := was.get(punt.attribute))
        and (now := from_us.get(punt.attribute))
        and previous.klaar == punt.klaar
    }
    file = close_punten(file, datums)
    return add_punten(file, [p for name, p in from_us.items() if name not in was])


def merge_versions(
    old: Planbestand,
    ours: Planbestand,
    theirs: Planbestand,
    merge_texts: Callable[[bytes, bytes, bytes], bytes | None],
) -> bytes | None:
    """Return our version with their changes since `old`; None when that takes a person.

    `merge_texts` merges three texts (ours, old, theirs), or returns None where they clash. A point
    that both added is there once, and closed when one of them closed it.
    """
    known = {punt.attribute for punt in old.punten}
    added: dict[str, OpenPunt] = {}
    bare: list[bytes] = []
    try:
        for side in (ours, theirs):
            new = {p.attribute: p for p in side.punten if p.attribute not in known}
            for name, punt in new.items():
                if name not in added or added[name].is_open:
                    added[name] = punt
            bare.append(without_punten(side, new).data)
        data = merge_texts(bare[0], old.data, bare[1])
        if data is None:
            return None
        merged = read_planbestand(data, ours.path, ours.vragenlijst)
        return add_punten(merged, added.values()).data
    except InhoudError:
        return None
