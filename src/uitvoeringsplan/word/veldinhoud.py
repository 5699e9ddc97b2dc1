"""What goes into a control: the answer of one question or field as WordprocessingML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.datum import in_woorden
from uitvoeringsplan.model.opmaak import lees_opmaak, platte_tekst
from uitvoeringsplan.model.vraag import VraagType
from uitvoeringsplan.word.antwoordxml import (
    GEWOON,
    antwoord_xml,
    lees_letters,
    regel_xml,
    zonder_links,
)
from uitvoeringsplan.word.invulvelden import Vorm

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.word.antwoordxml import Bijvangst, Stijlen
    from uitvoeringsplan.word.invulvelden import Invulveld

#: What an adopted plan shows where a fact is missing in a sentence.
NIET_BEKEND = "–"


def veldtekst(vraag: Vraag, waarde: str) -> str:
    """Return a field as it reads inside a line: dates in words, points behind each other."""
    if vraag.type is VraagType.DATUM:
        return in_woorden(waarde)
    if vraag.type is VraagType.TABEL:
        return "; ".join(_rijen(vraag, waarde))
    if vraag.type.is_blok:
        return platte_tekst(lees_opmaak(waarde)).replace("\n", "; ")
    return waarde


def veldinhoud(
    veld: Invulveld,
    vraag: Vraag,
    waarde: str,
    stijlen: Stijlen,
    vangst: Bijvangst | None,
    w: str,
) -> bytes:
    """Return what the control holds; empty when the answer shows nothing.

    Without `vangst` links become plain text: only the main part can have them. `w` is the prefix
    with its colon.
    """
    if veld.vorm is Vorm.REGEL:
        return regel_xml(veldtekst(vraag, waarde), w, veld.rpr)
    if vraag.type is VraagType.TABEL:
        from uitvoeringsplan.word.tabelxml import tabel_xml  # noqa: PLC0415 - few have a table

        return tabel_xml(vraag, waarde, stijlen, w)
    if not vraag.type.is_blok:
        regel = regel_xml(veldtekst(vraag, waarde), w, veld.rpr).decode()
        return f"<{w}p>{veld.ppr}{regel}</{w}p>".encode()
    blokken = lees_opmaak(waarde)
    if vangst is None:
        from uitvoeringsplan.word.antwoordxml import Bijvangst  # noqa: PLC0415 - rare

        blokken, vangst = zonder_links(blokken), Bijvangst(0)
    return antwoord_xml(blokken, stijlen, vangst, w, veld.ppr, lees_letters(veld.rpr))


def leegte(veld: Invulveld, vraag: Vraag, w: str, *, is_vraag: bool) -> bytes:
    """Return what an adopted plan shows in a control that has no answer."""
    if veld.vorm is Vorm.REGEL:
        return regel_xml(NIET_BEKEND, w, veld.rpr)
    tekst = vraag.leegtekst if is_vraag else NIET_BEKEND
    if not vraag.type.is_blok:
        return f"<{w}p>{veld.ppr}{regel_xml(tekst, w, veld.rpr).decode()}</{w}p>".encode()
    letters = lees_letters(veld.rpr)
    eigen = f"<{w}rPr>{letters.voor}{letters.na}</{w}rPr>" if letters != GEWOON else ""
    return f"<{w}p>{veld.ppr}{regel_xml(tekst, w, eigen).decode()}</{w}p>".encode()


def _rijen(vraag: Vraag, waarde: str) -> list[str]:
    """Return the rows of a table as lines; empty cells are left out."""
    from uitvoeringsplan.model.tabelweergave import zichtbare_tabel  # noqa: PLC0415 - idem

    koppen, rijen = zichtbare_tabel(vraag, waarde)
    return [
        "; ".join(f"{kop}: {cel}" for kop, cel in zip(koppen, rij, strict=True) if cel)
        for rij in rijen
    ]
