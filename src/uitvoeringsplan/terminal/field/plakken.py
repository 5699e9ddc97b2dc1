"""What comes in by pasting: made the text that this program writes, with a word about it."""

from __future__ import annotations

from typing import NamedTuple

from uitvoeringsplan.model.codering import repair_typed
from uitvoeringsplan.model.plakken import uit_word
from uitvoeringsplan.model.tekst import een_regel

# From this many characters on, a file or an editor is the better way.
LANG = 20_000


class Geplakt(NamedTuple):
    """A pasted text as it goes into an answer, and what is to be said of it."""

    tekst: str
    melding: str


def clean_paste(gegeven: str, *, blok: bool) -> Geplakt:
    """Return a pasted text cleaned; for an answer of one line a line end becomes a space."""
    read = repair_typed(gegeven)
    tekst = uit_word(read.tekst)
    if not blok:
        tekst = een_regel(tekst)
    return Geplakt(tekst, _remark(gegeven, tekst) if not read.melding else read.melding)


def _remark(gegeven: str, tekst: str) -> str:
    if len(tekst) > LANG:
        return "Lange tekst? Dat gaat sneller met F4, of met `antwoord ... < bestand`."
    if tekst != gegeven.replace("\r\n", "\n").replace("\r", "\n").strip("\n"):
        return "De geplakte tekst is opgeschoond: opsommingstekens, tabs of lege randen."
    return ""
