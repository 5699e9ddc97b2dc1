"""Holds the source text against the question set, before anything is written.

The other modules may then rely on it: every question has one place, every field is known.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import VoorwaardeError, did_you_mean
from uitvoeringsplan.maker.controls import MAX_CONDITION
from uitvoeringsplan.maker.source import (
    AnswerPlace,
    ConditionStart,
    Pair,
    Reference,
    SourceField,
    SourcePlace,
    SourceText,
)
from uitvoeringsplan.maker.writer import HOUSE_PLACES, PAGE_FIELDS, source_bookmark
from uitvoeringsplan.model.voorwaarde import read_voorwaarde
from uitvoeringsplan.word.sjabloon.conditions import known_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from uitvoeringsplan.maker.source import Blok, Source
    from uitvoeringsplan.model.vragenlijst import Vragenlijst


def check_source(source: Source, vragenlijst: Vragenlijst) -> None:
    """Raise BronError when the source names what is not there, or misses what must be there."""
    _check_vragen(source, vragenlijst)
    _check_cover(source)
    _check_voorwaarden(source, vragenlijst)
    _check_fields(source, vragenlijst)
    _check_references(source)


def _check_vragen(source: Source, vragenlijst: Vragenlijst) -> None:
    """Raise when a question has no place, or more than one among the parts that are there together.

    The rows of a chapter may stand there twice: as a table, and as headings.
    """
    rows = {
        hoofdstuk.id: [vraag.id for row in hoofdstuk.rijen for vraag in row.vragen]
        for hoofdstuk in vragenlijst.hoofdstukken
        if hoofdstuk.rijen
    }
    vragen = [vraag.id for vraag in vragenlijst.vragen]
    times: Counter[str] = Counter()
    onder_koppen: Counter[str] = Counter()
    previous: Blok | None = None
    for block in source.parts["tekst"]:
        if isinstance(block, AnswerPlace):
            _check_introduction(source, block, previous)
            _must_exist(source, block, block.vraag_id, vragen, "vraag")
            times[block.vraag_id] += 1
        elif isinstance(block, SourcePlace) and block.kind == "beeld":
            _check_introduction(source, block, previous)
            _must_exist(source, block, block.id, vragen, "vraag")
        elif isinstance(block, SourcePlace):
            _must_exist(source, block, block.id, rows, "hoofdstuk met rijen")
            (times if block.kind == "tabel" else onder_koppen).update(rows[block.id])
        previous = block
    for vraag in vragen:
        if times[vraag] != 1 or onder_koppen[vraag] > 1:
            message = f"De vraag “{vraag}” moet één plaats hebben, en heeft er {times[vraag]}."
            raise source.error(message, 1)


def _check_introduction(
    source: Source, block: AnswerPlace | SourcePlace, previous: Blok | None
) -> None:
    if not (isinstance(previous, SourceText) and previous.form == "alinea"):
        what = f"[[ {block.vraag_id} ]]" if isinstance(block, AnswerPlace) else "een beeld"
        raise source.error(f"Boven {what} hoort een zin die het inleidt.", block.line)


def _must_exist(source: Source, block: Blok, id_: str, known: Iterable[str], what: str) -> None:
    if id_ not in known:
        raise source.error(f"“{id_}” is geen {what}.{did_you_mean(id_, known)}", block.line)


def _check_cover(source: Source) -> None:
    for block in source.parts["voorblad"]:
        if isinstance(block, SourcePlace):
            _must_exist(source, block, block.id, HOUSE_PLACES, "beeld voor het voorblad")


def _check_voorwaarden(source: Source, vragenlijst: Vragenlijst) -> None:
    known = known_names(vragenlijst)
    for blocks in source.parts.values():
        for block in blocks:
            if not isinstance(block, ConditionStart):
                continue
            try:
                ids = read_voorwaarde(block.voorwaarde).ids
            except VoorwaardeError as error:
                raise source.error(f"Deze voorwaarde klopt niet: {error}", block.line) from None
            if len(block.voorwaarde) > MAX_CONDITION:
                message = f"Deze voorwaarde is langer dan de {MAX_CONDITION} tekens van Word."
                raise source.error(message, block.line)
            for id_ in ids:
                if id_ not in known:
                    message = f"“{id_}” kan niet in een voorwaarde.{did_you_mean(id_, known)}"
                    raise source.error(message, block.line)


def _check_fields(source: Source, vragenlijst: Vragenlijst) -> None:
    fields = [field.id for field in vragenlijst.gegevens]
    used = {
        id_
        for blocks in source.parts.values()
        for block in blocks
        if isinstance(block, ConditionStart)
        for id_ in read_voorwaarde(block.voorwaarde).ids
    }
    for block, part in _runs(source):
        if isinstance(part, SourceField):
            if part.id not in fields and part.id not in PAGE_FIELDS:
                message = (
                    f"“{part.id}” is geen gegeven van het plan.{did_you_mean(part.id, fields)}"
                )
                raise source.error(message, block.line)
            used.add(part.id)
    # A document beside the plan, with nothing that counts for it, need not repeat all its facts.
    for field in fields if vragenlijst.fixed_vragen else ():
        if field not in used:
            raise source.error(f"Het gegeven “{field}” komt nergens voor.", 1)


def _check_references(source: Source) -> None:
    sources = [b for b in source.parts["tekst"] if isinstance(b, SourceText) and b.form == "nummer"]
    targets = {source_bookmark(number) for number in range(1, len(sources) + 1)}
    for block, part in _runs(source):
        if isinstance(part, Reference) and part.anchor.replace("-", "_") not in targets:
            raise source.error(f"Er is geen “#{part.anchor}” in de lijst van bronnen.", block.line)


def _runs(source: Source) -> Iterator[tuple[Blok, object]]:
    for blocks in source.parts.values():
        for block in blocks:
            if isinstance(block, SourceText):
                content = block.content
            elif isinstance(block, Pair):
                content = (*block.links, *block.right)
            else:
                continue
            yield from ((block, part) for part in content)
