"""`antwoord`: one answer, without asking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError, BestandError, GeenTekstError
from uitvoeringsplan.files.file_reading import load_bytes
from uitvoeringsplan.model.cleaning import needs_cleaning
from uitvoeringsplan.model.text_decoding import decode_text
from uitvoeringsplan.plan.saving import save_plan
from uitvoeringsplan.tasks.environment import open_plan

if TYPE_CHECKING:
    from pathlib import Path

    from uitvoeringsplan.model.text_decoding import DecodedText
    from uitvoeringsplan.model.vraag import Vraag


@dataclass(frozen=True, slots=True)
class AnswerSet:
    """What became of one answer."""

    plan: Path
    vraag: Vraag
    changed: bool
    cleaned: bool  # whether cleaning changed the text that was given
    is_empty: bool


def load_text(path: Path) -> DecodedText:
    """Return the text of a file for one answer; raises BestandError when it is no text."""
    try:
        return decode_text(load_bytes(path))
    except GeenTekstError as error:
        raise BestandError(path, error.message) from None


def set_answer(
    plan: Path, vraag_id: str, text: str, *, empty: bool = False, vragen: Path | None = None
) -> AnswerSet:
    """Save one answer and return what became of it; only with `empty` may it become empty.

    Raises OnbekendeVraagError, AntwoordError (also for an empty text that nobody asked for: an
    empty pipe is seldom meant), and what reading and saving raise.
    """
    file = open_plan(plan, vragen)
    vraag = file.vragenlijst.vraag(vraag_id)
    is_empty = not vraag.normalise(text)
    if is_empty and not empty:
        raise AntwoordError(
            vraag_id,
            "de tekst is leeg. Er is niets veranderd. Wil je het antwoord weghalen, gebruik dan"
            " --leeg.",
        )
    new = file.with_answer(vraag, text)
    save_plan(file, new)
    return AnswerSet(plan, vraag, new is not file, needs_cleaning(text), is_empty)
