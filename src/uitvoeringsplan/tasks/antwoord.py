"""`antwoord`: one answer, without asking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uitvoeringsplan.model.tekst import schoon
from uitvoeringsplan.storage.planbewaring import bewaar
from uitvoeringsplan.tasks.omgeving import open_omgeving

if TYPE_CHECKING:
    from pathlib import Path

    from uitvoeringsplan.model.vraag import Vraag


@dataclass(frozen=True, slots=True)
class Gezet:
    """What became of one answer."""

    plan: Path
    vraag: Vraag
    veranderd: bool
    opgeschoond: bool  # whether cleaning changed the text that was given


def zet_antwoord(plan: Path, vraag_id: str, tekst: str, *, vragen: Path | None = None) -> Gezet:
    """Save one answer (empty: remove it) and return what became of it.

    Raises OnbekendeVraagError or AntwoordError, and what reading and saving raise.
    """
    omgeving = open_omgeving(vragen)
    bestand = omgeving.plan(plan)
    vraag = omgeving.vragenlijst.vraag(vraag_id)
    nieuw = bestand.met_antwoord(vraag, tekst)
    bewaar(bestand, nieuw)
    # Other line ends, and the one that a shell puts behind its input, are no news to anyone.
    getypt = tekst.replace("\r\n", "\n").strip("\n")
    return Gezet(plan, vraag, nieuw is not bestand, schoon(tekst) != getypt)
