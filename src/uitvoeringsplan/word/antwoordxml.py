"""Answers as WordprocessingML: paragraphs, points, bold, italics and links in template styles."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.opmaak import Alinea, Blok, Punt, Stuk
from uitvoeringsplan.word.xmlnamen import R, tekst_xml

if TYPE_CHECKING:
    from collections.abc import Sequence


class Stijlen(NamedTuple):
    """The style ids of a template that answers need, by level where there are levels."""

    punt: tuple[str, ...]
    nummer: tuple[str, ...]
    link: str
    tabel: str = ""  # of a whole table; empty when the template has none
    tabelkop: str = ""  # of the words in its header row, white on `vulling`
    vulling: str = ""  # the accent colour; empty when the template has none


@dataclass(slots=True)
class Bijvangst:
    """What the answers of one document need outside it: numberings and addresses.

    `nummeringen` holds (numId, level, first number); ids count up from `volgende_nummering`.
    """

    volgende_nummering: int
    link_id: str = "uvpLink"  # how the ids of new relationships begin
    nummeringen: list[tuple[int, int, int]] = field(default_factory=list)
    adressen: dict[str, str] = field(default_factory=dict)  # address to relationship id

    def nummering(self, niveau: int, begin: int) -> int:
        """Return the id of a new numbering that starts at `begin`."""
        nummer = self.volgende_nummering + len(self.nummeringen)
        self.nummeringen.append((nummer, niveau, begin))
        return nummer

    def relatie(self, adres: str) -> str:
        """Return the relationship id of an address, one per address."""
        return self.adressen.setdefault(adres, f"{self.link_id}{len(self.adressen) + 1}")


def antwoord_xml(
    blokken: Sequence[Blok], stijlen: Stijlen, vangst: Bijvangst, w: str, alinea_ppr: str = ""
) -> bytes:
    """Return the paragraphs of an answer.

    `w` is the prefix with its colon; `alinea_ppr` the paragraph properties of plain paragraphs.
    """
    delen: list[str] = []
    lopend: dict[int, int] = {}  # level to the numbering that goes on there
    for blok in blokken:
        if isinstance(blok, Alinea):
            lopend.clear()
            ppr = alinea_ppr
        else:
            ppr = _punt_ppr(blok, stijlen, vangst, lopend, w)
        delen += (f"<{w}p>", ppr, *(_stuk(s, stijlen, vangst, w) for s in blok.stukken), f"</{w}p>")
    return "".join(delen).encode()


def zonder_links(blokken: Sequence[Blok]) -> tuple[Blok, ...]:
    """Return the blocks with plain text for links: only the main part has our relationships."""
    return tuple(
        blok._replace(stukken=tuple(stuk._replace(adres="") for stuk in blok.stukken))
        for blok in blokken
    )


def regel_xml(tekst: str, w: str, rpr: str = "") -> bytes:
    """Return one run with literal text, for a field inside a paragraph."""
    return _loop(tekst, w, rpr).encode()


def _punt_ppr(
    punt: Punt, stijlen: Stijlen, vangst: Bijvangst, lopend: dict[int, int], w: str
) -> str:
    niveau = min(punt.niveau, len(stijlen.punt) - 1)
    for dieper in [n for n in lopend if n > niveau]:
        del lopend[dieper]
    if punt.nummer is None:
        lopend.pop(niveau, None)
        return f'<{w}pPr><{w}pStyle {w}val="{stijlen.punt[niveau]}"/></{w}pPr>'
    if niveau not in lopend:
        lopend[niveau] = vangst.nummering(niveau, punt.nummer)
    return (
        f'<{w}pPr><{w}pStyle {w}val="{stijlen.nummer[niveau]}"/><{w}numPr>'
        f'<{w}ilvl {w}val="{niveau}"/><{w}numId {w}val="{lopend[niveau]}"/></{w}numPr></{w}pPr>'
    )


def _stuk(stuk: Stuk, stijlen: Stijlen, vangst: Bijvangst, w: str) -> str:
    nadruk = f"<{w}b/>" * stuk.vet + f"<{w}i/>" * stuk.cursief
    if not stuk.adres:
        return _loop(stuk.tekst, w, f"<{w}rPr>{nadruk}</{w}rPr>" if nadruk else "")
    rpr = f'<{w}rPr><{w}rStyle {w}val="{stijlen.link}"/>{nadruk}</{w}rPr>'
    return (
        f'<{w}hyperlink xmlns:r="{R}" r:id="{vangst.relatie(stuk.adres)}" {w}history="1">'
        f"{_loop(stuk.tekst, w, rpr)}</{w}hyperlink>"
    )


def _loop(tekst: str, w: str, rpr: str) -> str:
    begin, slot = f'<{w}t xml:space="preserve">', f"</{w}t>"
    regels = tekst_xml(tekst)
    if "\n" in regels:
        regels = regels.replace("\n", f"{slot}<{w}br/>{begin}")
    return f"<{w}r>{rpr}{begin}{regels}{slot}</{w}r>"
