"""`antwoord`: one answer, without asking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.model.tekst import schoon
from uitvoeringsplan.storage.brontekst import lees_bytes
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


def lees_tekst(pad: Path) -> str:
    """Return the text of a file for one answer; raises BestandError when it is no text."""
    try:
        return lees_bytes(pad).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BestandError(
            pad, "dit is geen tekst in UTF-8. Sla het bestand op als tekst met codering UTF-8."
        ) from None


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
