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

    A table has `rijen`, everything else `blokken`; an answer that did not change has neither.
    """

    vraag: Vraag
    is_gegeven: bool
    oud: str
    nieuw: str
    wat: Verandering
    blokken: tuple[Blokverschil, ...] = ()
    rijen: tuple[Rijverschil, ...] = ()


class Versie(NamedTuple):
    """A file in one commit; `datum` is a moment in ISO form, `inhoud` the id of the content.

    `ouders` are the places in the history of the versions that this one was made from: one, more
    after a merge, or none where the file begins.
    """

    commit: str
    auteur: str
    datum: str
    onderwerp: str
    naam: str
    inhoud: str
    maat: int
    ouders: tuple[int, ...]


class Wijziging(NamedTuple):
    """One change of an answer; of what is not committed yet, `versie` is None.

    At a merge, `oud` is the text that made way: one branch had it, and the merge has `nieuw`.
    """

    versie: Versie | None
    oud: str
    nieuw: str

    @property
    def is_merge(self) -> bool:
        """Whether two branches came together here."""
        return self.versie is not None and len(self.versie.ouders) > 1


def compare_plannen(
    vragenlijst: Vragenlijst, oud: Plan, nieuw: Plan, *, zonder: Collection[str] = ()
) -> tuple[Vraagverschil, ...]:
    """Return what became of every field and then every question, in the order of the set.

    What was filled in counts, and not a default; `zonder` holds the ids that are left out.
    """
    velden = vragenlijst.veld_ids
    return tuple(
        compare_antwoord(vraag, oud.tekst(vraag), nieuw.tekst(vraag), is_gegeven=vraag.id in velden)
        for vraag in (*vragenlijst.gegevens, *vragenlijst.vragen)
        if vraag.id not in zonder
    )


def compare_antwoord(
    vraag: Vraag, oud: str, nieuw: str, *, is_gegeven: bool = False
) -> Vraagverschil:
    """Return what changed in one answer; two ways of writing the same content are no change.

    Both texts are cleaned and fit the question. Raises TabelError for a table that does not.
    """
    result = Vraagverschil(vraag, is_gegeven, oud, nieuw, Verandering.GELIJK)
    if oud == nieuw:
        return result
    if vraag.type.shape is Shape.TABLE:
        rijen = compare_rows(_rows(vraag, oud), _rows(vraag, nieuw))
        return result._replace(wat=_together(oud, nieuw, rijen), rijen=rijen)
    if vraag.type.is_blok:
        blokken = compare_blocks(read_markup(oud), read_markup(nieuw))
    else:
        blokken = (_line(vraag, oud, nieuw),)
    wat = _together(oud, nieuw, blokken)
    return result._replace(wat=wat, blokken=blokken if wat is not Verandering.GELIJK else ())


def as_json(verschillen: Iterable[Vraagverschil]) -> list[dict[str, object]]:
    """Return the changes in the documented shape of `vergelijk --json` (docs/formaten.md)."""
    return [
        {
            "id": verschil.vraag.id,
            "label": verschil.vraag.label,
            "soort": "gegeven" if verschil.is_gegeven else "vraag",
            "wat": verschil.wat.value,
            "oud": verschil.oud,
            "nieuw": verschil.nieuw,
            "blokken": [
                {
                    "wat": block.wat.value,
                    "oud": _shape(block.oud),
                    "nieuw": _shape(block.nieuw),
                    "stukken": _runs(block.stukken),
                }
                for block in verschil.blokken
            ],
            "rijen": [
                {
                    "wat": rij.wat.value,
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
    oud: str, nieuw: str, parts: tuple[Blokverschil, ...] | tuple[Rijverschil, ...]
) -> Verandering:
    if all(part.wat is Verandering.GELIJK for part in parts):
        return Verandering.GELIJK
    if not oud:
        return Verandering.NIEUW
    return Verandering.GEWIJZIGD if nieuw else Verandering.WEG


def _line(vraag: Vraag, oud: str, nieuw: str) -> Blokverschil:
    """Return what changed in an answer of one line, in which every sign is a letter."""
    oud, nieuw = vraag.in_words(oud), vraag.in_words(nieuw)
    left, right = ((Run(text),) if text else () for text in (oud, nieuw))
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
    return {"soort": "punt", "niveau": block.niveau + 1, "nummer": block.nummer}


def _runs(runs: tuple[Verschilstuk, ...]) -> list[dict[str, object]]:
    result: list[dict[str, object]] = []
    for wat, run in runs:
        dress: dict[str, object] = {kind.name: True for kind in emphases(run)}
        if run.adres:
            dress["adres"] = run.adres
        result.append({"wat": wat.value, "tekst": run.tekst, **dress})
    return result
