"""What stands where a file of ours is to come: whether it may go, and keeping it when it must."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import UitvoerError
from uitvoeringsplan.files.word_file import (
    MAX_UITGAVE,
    MAX_WORD,
    bewaar_word,
    keep_previous,
    lees_word,
)
from uitvoeringsplan.tasks.anderplan import is_other_plan, key_from
from uitvoeringsplan.word.herkomst import afdrukken, is_bijgewerkt_in_word

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

WORD = "docx"
DIWOO = "diwoo.xml"

_BEWERKT_WORD = (
    "dit bestand is na het maken in een ander programma bewaard, of komt ergens anders vandaan."
)
_BEWERKT = (
    "dit bestand is hier niet gemaakt, of daarna veranderd; ook een van een oudere versie van dit"
    " programma is niet te herkennen."
)
_ANDER_PLAN = "dit is gemaakt van een ander plan: de gemeente of de periode is anders."
_RAAD = (
    " Er is niets overschreven. Hernoem het, kies met -u een andere naam, of gebruik --overschrijf;"
    " dan blijft dit ernaast bewaard als -vorige."
)


def protect(word: Path, data: bytes, soorten: Iterable[str], plan: str = "") -> None:
    """Raise UitvoerError for the first file that is not ours to replace, with the reason.

    `data` is what the Word file will be, `soorten` are the others that come beside it. `plan` is
    the key of the plan that they must be of; empty when the place itself says so. Raises
    BestandError for a file that cannot be read.
    """
    if (oud := _lees(word, WORD)) is not None and oud != data:
        _weiger(word, _objection(oud, WORD, plan))
    for soort in soorten:
        pad = word.with_suffix(f".{soort}")
        if (oud := _lees(pad, soort)) is not None:
            _weiger(pad, _objection(oud, soort, plan))


def replace(pad: Path, data: bytes, soort: str = WORD, plan: str = "") -> Path | None:
    """Write a file; return where what stood there went, if that was not ours to replace.

    The same content is not written again. Raises BestandError or UitvoerError.
    """
    oud = _lees(pad, soort)
    if oud == data:
        return None
    vorige = None
    if oud is not None and _objection(oud, soort, plan):
        einde = f".{soort}"
        vorige = keep_previous(pad, oud, einde if pad.name.endswith(einde) else "")
    bewaar_word(pad, data)
    return vorige


def _lees(pad: Path, soort: str) -> bytes | None:
    return lees_word(pad, hooguit=MAX_WORD if soort == WORD else MAX_UITGAVE)


def _weiger(pad: Path, reden: str) -> None:
    if reden:
        raise UitvoerError(pad, reden + _RAAD)


def _objection(oud: bytes, soort: str, plan: str) -> str:
    """Return why this may not just be replaced; empty when it is ours, of this plan."""
    if soort == WORD:
        if is_bijgewerkt_in_word(oud):
            return _BEWERKT_WORD
        eerder = key_from(afdrukken(oud)) if plan else ""
    else:
        from uitvoeringsplan.document.writers.marks import is_onveranderd, made_for  # noqa: PLC0415 - rare

        if not is_onveranderd(oud, soort):
            return _BEWERKT
        eerder = made_for(oud, soort) if plan else ""
    return _ANDER_PLAN if is_other_plan(eerder, plan) else ""
