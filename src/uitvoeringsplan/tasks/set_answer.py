"""`antwoord`: one answer, without asking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError, BestandError, GeenTekstError
from uitvoeringsplan.files.source_text import lees_bytes
from uitvoeringsplan.model.tekst import is_opgeschoond
from uitvoeringsplan.model.text_decoding import decode_text
from uitvoeringsplan.plan.saving import bewaar
from uitvoeringsplan.tasks.environment import open_omgeving

if TYPE_CHECKING:
    from pathlib import Path

    from uitvoeringsplan.model.text_decoding import DecodedText
    from uitvoeringsplan.model.vraag import Vraag


@dataclass(frozen=True, slots=True)
class Gezet:
    """What became of one answer."""

    plan: Path
    vraag: Vraag
    veranderd: bool
    opgeschoond: bool  # whether cleaning changed the text that was given
    is_leeg: bool


def lees_tekst(pad: Path) -> DecodedText:
    """Return the text of a file for one answer; raises BestandError when it is no text."""
    try:
        return decode_text(lees_bytes(pad))
    except GeenTekstError as fout:
        raise BestandError(pad, fout.melding) from None


def zet_antwoord(
    plan: Path, vraag_id: str, tekst: str, *, leeg: bool = False, vragen: Path | None = None
) -> Gezet:
    """Save one answer and return what became of it; only with `leeg` may it become empty.

    Raises OnbekendeVraagError, AntwoordError (also for an empty text that nobody asked for: an
    empty pipe is seldom meant), and what reading and saving raise.
    """
    omgeving = open_omgeving(vragen)
    bestand = omgeving.plan(plan)
    vraag = omgeving.vragenlijst.vraag(vraag_id)
    is_leeg = not vraag.normaliseer(tekst)
    if is_leeg and not leeg:
        raise AntwoordError(
            vraag_id,
            "de tekst is leeg. Er is niets veranderd. Wil je het antwoord weghalen, gebruik dan"
            " --leeg.",
        )
    nieuw = bestand.met_antwoord(vraag, tekst)
    bewaar(bestand, nieuw)
    return Gezet(plan, vraag, nieuw is not bestand, is_opgeschoond(tekst), is_leeg)
