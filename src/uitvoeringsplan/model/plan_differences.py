"""What changed between two plans, or two versions of one in git: per answer, down to the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.answer_markup import Paragraph, Run, emphases, read_markup
from uitvoeringsplan.model.block_differences import (
    Blokverschil,
    Rijverschil,
    compare_blocks,
    compare_rows,
)
from uitvoeringsplan.model.vraag import Shape
from uitvoeringsplan.model.word_differences import Verandering, compare_words
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from uitvoeringsplan.model.answer_markup import Block
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.model.word_differences import Verschilstuk


class Vraagverschil(NamedTuple):
    """One question or field in two plans: both texts as they are stored, and what changed.

    A table has `rijen`, everything else `blocks`; an answer that did not change has neither.
    """

    vraag: Vraag
    is_gegeven: bool
    old: str
    new: str
    change: Verandering
    blocks: tuple[Blokverschil, ...] = ()
    rijen: tuple[Rijverschil, ...] = ()


class Versie(NamedTuple):
    """A file in one commit; `datum` is a moment in ISO form, `content` the id of the content.

    `parents` are the places in the history of the versions that this one was made from: one, more
    after a merge, or none where the file begins.
    """

    commit: str
    auteur: str
    datum: str
    subject: str
    name: str
    content: str
    size: int
    parents: tuple[int, ...]


class Wijziging(NamedTuple):
    """One change of an answer; of what is not committed yet, `versie` is None.

    At a merge, `old` is the text that made way: one branch had it, and the merge has `new`.
    """

    versie: Versie | None
    old: str
    new: str

    @property
    def is_merge(self) -> bool:
        """Whether two branches came together here."""
        return self.versie is not None and len(self.versie.parents) > 1


def compare_plannen(
    vragenlijst: Vragenlijst, old: Plan, new: Plan, *, without: Collection[str] = ()
) -> tuple[Vraagverschil, ...]:
    """Return what became of every field and then every question, in the order of the set.

    What was filled in counts, and not a default; `without` holds the ids that are left out.
    """
    velden = vragenlijst.veld_ids
    return tuple(
        compare_antwoord(vraag, old.text(vraag), new.text(vraag), is_gegeven=vraag.id in velden)
        for vraag in (*vragenlijst.gegevens, *vragenlijst.vragen)
        if vraag.id not in without
    )


def compare_antwoord(
    vraag: Vraag, old: str, new: str, *, is_gegeven: bool = False
) -> Vraagverschil:
    """Return what changed in one answer; two ways of writing the same content are no change.

    Both texts are cleaned and fit the question. Raises TabelError for a table that does not.
    """
    result = Vraagverschil(vraag, is_gegeven, old, new, Verandering.GELIJK)
    if old == new:
        return result
    if vraag.type.shape is Shape.TABLE:
        rijen = compare_rows(_rows(vraag, old), _rows(vraag, new))
        return result._replace(change=_together(old, new, rijen), rijen=rijen)
    if vraag.type.is_block:
        blocks = compare_blocks(read_markup(old), read_markup(new))
    else:
        blocks = (_line(vraag, old, new),)
    what = _together(old, new, blocks)
    return result._replace(change=what, blocks=blocks if what is not Verandering.GELIJK else ())


def as_json(verschillen: Iterable[Vraagverschil]) -> list[dict[str, object]]:
    """Return the changes in the documented shape of `vergelijk --json` (docs/formaten.md)."""
    return [
        {
            "id": verschil.vraag.id,
            "label": verschil.vraag.label,
            "soort": "gegeven" if verschil.is_gegeven else "vraag",
            "wat": verschil.change.value,
            "oud": verschil.old,
            "nieuw": verschil.new,
            "blokken": [
                {
                    "wat": block.change.value,
                    "oud": _shape(block.old),
                    "nieuw": _shape(block.new),
                    "stukken": _runs(block.runs),
                }
                for block in verschil.blocks
            ],
            "rijen": [
                {
                    "wat": rij.change.value,
                    "cellen": {
                        kolom.id: _runs(cell)
                        for kolom, cell in zip(verschil.vraag.kolommen, rij.cellen, strict=True)
                    },
                }
                for rij in verschil.rijen
            ],
        }
        for verschil in verschillen
    ]


def _together(
    old: str, new: str, parts: tuple[Blokverschil, ...] | tuple[Rijverschil, ...]
) -> Verandering:
    if all(part.change is Verandering.GELIJK for part in parts):
        return Verandering.GELIJK
    if not old:
        return Verandering.NIEUW
    return Verandering.GEWIJZIGD if new else Verandering.WEG


def _line(vraag: Vraag, old: str, new: str) -> Blokverschil:
    """Return what changed in an answer of one line, in which every sign is a letter."""
    old, new = vraag.in_words(old), vraag.in_words(new)
    left, right = ((Run(text),) if text else () for text in (old, new))
    return Blokverschil(
        Paragraph(left) if left else None,
        Paragraph(right) if right else None,
        compare_words(left, right),
    )


def _rows(vraag: Vraag, text: str) -> tuple[tuple[str, ...], ...]:
    # Few question sets have a table.
    from uitvoeringsplan.model.tabel import read_tabel  # noqa: PLC0415

    vragen = [kolom.vraag for kolom in vraag.kolommen]
    return tuple(
        tuple(one.in_words(cell) for one, cell in zip(vragen, rij, strict=True))
        for rij in read_tabel(vraag.kolommen, text)
    )


def _shape(block: Block | None) -> dict[str, object] | None:
    if block is None:
        return None
    if isinstance(block, Paragraph):
        return {"soort": "alinea"}
    return {"soort": "punt", "niveau": block.level + 1, "nummer": block.number}


def _runs(runs: tuple[Verschilstuk, ...]) -> list[dict[str, object]]:
    result: list[dict[str, object]] = []
    for what, run in runs:
        dress: dict[str, object] = {kind.name: True for kind in emphases(run)}
        if run.adres:
            dress["adres"] = run.adres
        result.append({"wat": what.value, "tekst": run.text, **dress})
    return result
