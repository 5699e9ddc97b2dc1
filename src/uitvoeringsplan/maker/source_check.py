"""Holds the source text against the question set, before anything is written.

The other modules may then rely on it: every question has one place, every field is known.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import VoorwaardeError, bedoel_je
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


def check_source(bron: Source, vragenlijst: Vragenlijst) -> None:
    """Raise BronError when the source names what is not there, or misses what must be there."""
    _controleer_vragen(bron, vragenlijst)
    _controleer_voorblad(bron)
    _controleer_voorwaarden(bron, vragenlijst)
    _controleer_velden(bron, vragenlijst)
    _controleer_verwijzingen(bron)


def _controleer_vragen(bron: Source, vragenlijst: Vragenlijst) -> None:
    """Raise when a question has no place, or more than one among the parts that are there together.

    The rows of a chapter may stand there twice: as a table, and as headings.
    """
    rijen = {
        hoofdstuk.id: [vraag.id for rij in hoofdstuk.rijen for vraag in rij.vragen]
        for hoofdstuk in vragenlijst.hoofdstukken
        if hoofdstuk.rijen
    }
    vragen = [vraag.id for vraag in vragenlijst.vragen]
    keren: Counter[str] = Counter()
    onder_koppen: Counter[str] = Counter()
    vorig: Blok | None = None
    for blok in bron.delen["tekst"]:
        if isinstance(blok, AnswerPlace):
            _controleer_aanloop(bron, blok, vorig)
            _moet_bestaan(bron, blok, blok.vraag_id, vragen, "vraag")
            keren[blok.vraag_id] += 1
        elif isinstance(blok, SourcePlace) and blok.soort == "beeld":
            _controleer_aanloop(bron, blok, vorig)
            _moet_bestaan(bron, blok, blok.id, vragen, "vraag")
        elif isinstance(blok, SourcePlace):
            _moet_bestaan(bron, blok, blok.id, rijen, "hoofdstuk met rijen")
            (keren if blok.soort == "tabel" else onder_koppen).update(rijen[blok.id])
        vorig = blok
    for vraag in vragen:
        if keren[vraag] != 1 or onder_koppen[vraag] > 1:
            melding = f"De vraag “{vraag}” moet één plaats hebben, en heeft er {keren[vraag]}."
            raise bron.fout(melding, 1)


def _controleer_aanloop(bron: Source, blok: AnswerPlace | SourcePlace, vorig: Blok | None) -> None:
    if not (isinstance(vorig, SourceText) and vorig.vorm == "alinea"):
        wat = f"[[ {blok.vraag_id} ]]" if isinstance(blok, AnswerPlace) else "een beeld"
        raise bron.fout(f"Boven {wat} hoort een zin die het inleidt.", blok.regel)


def _moet_bestaan(bron: Source, blok: Blok, id_: str, bekend: Iterable[str], wat: str) -> None:
    if id_ not in bekend:
        raise bron.fout(f"“{id_}” is geen {wat}.{bedoel_je(id_, bekend)}", blok.regel)


def _controleer_voorblad(bron: Source) -> None:
    for blok in bron.delen["voorblad"]:
        if isinstance(blok, SourcePlace):
            _moet_bestaan(bron, blok, blok.id, HOUSE_PLACES, "beeld voor het voorblad")


def _controleer_voorwaarden(bron: Source, vragenlijst: Vragenlijst) -> None:
    bekend = known_names(vragenlijst)
    for blokken in bron.delen.values():
        for blok in blokken:
            if not isinstance(blok, ConditionStart):
                continue
            try:
                ids = read_voorwaarde(blok.voorwaarde).ids
            except VoorwaardeError as fout:
                raise bron.fout(f"Deze voorwaarde klopt niet: {fout}", blok.regel) from None
            if len(blok.voorwaarde) > MAX_CONDITION:
                melding = f"Deze voorwaarde is langer dan de {MAX_CONDITION} tekens van Word."
                raise bron.fout(melding, blok.regel)
            for id_ in ids:
                if id_ not in bekend:
                    melding = f"“{id_}” kan niet in een voorwaarde.{bedoel_je(id_, bekend)}"
                    raise bron.fout(melding, blok.regel)


def _controleer_velden(bron: Source, vragenlijst: Vragenlijst) -> None:
    velden = [veld.id for veld in vragenlijst.gegevens]
    gebruikt = {
        id_
        for blokken in bron.delen.values()
        for blok in blokken
        if isinstance(blok, ConditionStart)
        for id_ in read_voorwaarde(blok.voorwaarde).ids
    }
    for blok, deel in _stukken(bron):
        if isinstance(deel, SourceField):
            if deel.id not in velden and deel.id not in PAGE_FIELDS:
                melding = f"“{deel.id}” is geen gegeven van het plan.{bedoel_je(deel.id, velden)}"
                raise bron.fout(melding, blok.regel)
            gebruikt.add(deel.id)
    # A document beside the plan, with nothing that counts for it, need not repeat all its facts.
    for veld in velden if vragenlijst.vaste_vragen else ():
        if veld not in gebruikt:
            raise bron.fout(f"Het gegeven “{veld}” komt nergens voor.", 1)


def _controleer_verwijzingen(bron: Source) -> None:
    bronnen = [b for b in bron.delen["tekst"] if isinstance(b, SourceText) and b.vorm == "nummer"]
    doelen = {source_bookmark(nummer) for nummer in range(1, len(bronnen) + 1)}
    for blok, deel in _stukken(bron):
        if isinstance(deel, Reference) and deel.anker.replace("-", "_") not in doelen:
            raise bron.fout(f"Er is geen “#{deel.anker}” in de lijst van bronnen.", blok.regel)


def _stukken(bron: Source) -> Iterator[tuple[Blok, object]]:
    for blokken in bron.delen.values():
        for blok in blokken:
            if isinstance(blok, SourceText):
                inhoud = blok.inhoud
            elif isinstance(blok, Pair):
                inhoud = (*blok.links, *blok.rechts)
            else:
                continue
            yield from ((blok, deel) for deel in inhoud)
