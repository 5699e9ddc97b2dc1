"""Holds the source text against the question set, before anything is written.

The other modules may then rely on it: every question has one place, every field is known.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import bedoel_je
from uitvoeringsplan.word.auteur.bron import (
    Antwoordplek,
    Paar,
    Tabel,
    Tekst,
    Veld,
    Verwijzing,
)
from uitvoeringsplan.word.auteur.schrijver import BLADZIJVELDEN, bladwijzer_bron

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.auteur.bron import Blok, Bron


def controleer_bron(bron: Bron, vragenlijst: Vragenlijst) -> None:
    """Raise BronError when the source names what is not there, or misses what must be there."""
    _controleer_vragen(bron, vragenlijst)
    _controleer_velden(bron, vragenlijst)
    _controleer_verwijzingen(bron)


def _controleer_vragen(bron: Bron, vragenlijst: Vragenlijst) -> None:
    rijen = {
        hoofdstuk.id: [vraag.id for rij in hoofdstuk.rijen for vraag in rij.vragen]
        for hoofdstuk in vragenlijst.hoofdstukken
        if hoofdstuk.rijen
    }
    vragen = [vraag.id for vraag in vragenlijst.vragen]
    keren: Counter[str] = Counter()
    vorig: Blok | None = None
    for blok in bron.delen["tekst"]:
        if isinstance(blok, Antwoordplek):
            if not (isinstance(vorig, Tekst) and vorig.vorm == "alinea"):
                melding = f"Boven [[ {blok.vraag_id} ]] hoort een zin die het antwoord inleidt."
                raise bron.fout(melding, blok.regel)
            if blok.vraag_id not in vragen:
                melding = f"“{blok.vraag_id}” is geen vraag.{bedoel_je(blok.vraag_id, vragen)}"
                raise bron.fout(melding, blok.regel)
            keren[blok.vraag_id] += 1
        elif isinstance(blok, Tabel):
            if blok.hoofdstuk_id not in rijen:
                tip = bedoel_je(blok.hoofdstuk_id, rijen)
                melding = f"“{blok.hoofdstuk_id}” is geen hoofdstuk met rijen.{tip}"
                raise bron.fout(melding, blok.regel)
            keren.update(rijen[blok.hoofdstuk_id])
        vorig = blok
    for vraag in vragen:
        if keren[vraag] != 1:
            melding = f"De vraag “{vraag}” moet één plaats hebben, en heeft er {keren[vraag]}."
            raise bron.fout(melding, 1)


def _controleer_velden(bron: Bron, vragenlijst: Vragenlijst) -> None:
    velden = [veld.id for veld in vragenlijst.gegevens]
    gebruikt = set()
    for blok, deel in _stukken(bron):
        if isinstance(deel, Veld):
            if deel.id not in velden and deel.id not in BLADZIJVELDEN:
                melding = f"“{deel.id}” is geen gegeven van het plan.{bedoel_je(deel.id, velden)}"
                raise bron.fout(melding, blok.regel)
            gebruikt.add(deel.id)
    for veld in velden:
        if veld not in gebruikt:
            raise bron.fout(f"Het gegeven “{veld}” komt nergens voor.", 1)


def _controleer_verwijzingen(bron: Bron) -> None:
    bronnen = [b for b in bron.delen["tekst"] if isinstance(b, Tekst) and b.vorm == "nummer"]
    doelen = {bladwijzer_bron(nummer) for nummer in range(1, len(bronnen) + 1)}
    for blok, deel in _stukken(bron):
        if isinstance(deel, Verwijzing) and deel.anker.replace("-", "_") not in doelen:
            raise bron.fout(f"Er is geen “#{deel.anker}” in de lijst van bronnen.", blok.regel)


def _stukken(bron: Bron) -> Iterator[tuple[Blok, object]]:
    for blokken in bron.delen.values():
        for blok in blokken:
            if isinstance(blok, Tekst):
                inhoud = blok.inhoud
            elif isinstance(blok, Paar):
                inhoud = (*blok.links, *blok.rechts)
            else:
                continue
            yield from ((blok, deel) for deel in inhoud)
