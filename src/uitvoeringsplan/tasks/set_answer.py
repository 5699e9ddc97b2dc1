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


def lees_tekst(path: Path) -> DecodedText:
    """Return the text of a file for one answer; raises BestandError when it is no text."""
    try:
        return decode_text(lees_bytes(path))
    except GeenTekstError as error:
        raise BestandError(path, error.melding) from None


def zet_antwoord(
    plan: Path, vraag_id: str, text: str, *, empty: bool = False, vragen: Path | None = None
) -> Gezet:
    """Save one answer and return what became of it; only with `empty` may it become empty.

    Raises OnbekendeVraagError, AntwoordError (also for an empty text that nobody asked for: an
    empty pipe is seldom meant), and what reading and saving raise.
    """
    environment = open_omgeving(vragen)
    file = environment.plan(plan)
    vraag = environment.vragenlijst.vraag(vraag_id)
    is_leeg = not vraag.normaliseer(text)
    if is_leeg and not empty:
        raise AntwoordError(
            vraag_id,
            "de tekst is leeg. Er is niets veranderd. Wil je het antwoord weghalen, gebruik dan"
            " --leeg.",
        )
    new = file.met_antwoord(vraag, text)
    bewaar(file, new)
    return Gezet(plan, vraag, new is not file, is_opgeschoond(text), is_leeg)
