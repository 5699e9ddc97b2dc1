"""The answer to a question of the type `tabel` as a real Word table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.tabelweergave import LEGE_CEL, zichtbare_tabel
from uitvoeringsplan.word.antwoordxml import regel_xml
from uitvoeringsplan.word.xmlnamen import waarde_xml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.word.antwoordxml import Stijlen

_HEEL = 5000  # fiftieths of a percent
_REGEL = 125  # letters of the size of a table on one line of a lying page
_MARGE = 3  # letters' worth of white in a cell
_LANG_WOORD = 14  # a longer word may break; few columns should wait for it
_VEEL = 7  # from this many columns on the letters are smaller
_KLEIN = 18  # half points


def tabel_xml(vraag: Vraag, waarde: str, stijlen: Stijlen, w: str) -> bytes:
    """Return the table with its header row, and the empty paragraph that Word wants behind it.

    The width is that of the place where it stands; empty columns are left out. `w` is the prefix
    with its colon.
    """
    koppen, rijen = zichtbare_tabel(vraag, waarde)
    if not koppen:  # no rows, or nothing in them
        return b""
    breedtes = _breedtes([koppen, *rijen])
    stijl = f'<{w}tblStyle {w}val="{stijlen.tabel}"/>' if stijlen.tabel else ""
    randen = "" if stijlen.tabel else _randen(w)
    raster = "".join(f'<{w}gridCol {w}w="{2 * breedte}"/>' for breedte in breedtes)
    klein = f'<{w}rPr><{w}sz {w}val="{_KLEIN}"/></{w}rPr>' if len(koppen) >= _VEEL else ""
    # The cell has white of its own.
    krap = f'<{w}pPr><{w}spacing {w}before="0" {w}after="0"/></{w}pPr>'
    delen = [
        f'<{w}tbl><{w}tblPr>{stijl}<{w}tblW {w}w="{_HEEL}" {w}type="pct"/>{randen}'
        f'<{w}tblLayout {w}type="fixed"/><{w}tblLook {w}val="0420" {w}firstRow="1"'
        f' {w}lastRow="0" {w}firstColumn="0" {w}lastColumn="0" {w}noHBand="0" {w}noVBand="1"/>'
        f'<{w}tblCaption {w}val="{waarde_xml(vraag.label)}"/></{w}tblPr>'
        f"<{w}tblGrid>{raster}</{w}tblGrid>",
        _kopregel(koppen, breedtes, stijlen, w),
    ]
    for rij in rijen:
        cellen = "".join(
            _cel(f"<{w}p>{krap}{regel_xml(cel or LEGE_CEL, w, klein).decode()}</{w}p>", breedte, w)
            for cel, breedte in zip(rij, breedtes, strict=True)
        )
        delen.append(f"<{w}tr><{w}trPr><{w}cantSplit/></{w}trPr>{cellen}</{w}tr>")
    return "".join((*delen, f"</{w}tbl><{w}p>{krap}</{w}p>")).encode()


def _kopregel(koppen: Sequence[str], breedtes: Sequence[int], stijlen: Stijlen, w: str) -> str:
    eigen = ""
    ppr, rpr = "", f"<{w}rPr><{w}b/></{w}rPr>"
    if stijlen.tabelkop and stijlen.vulling:  # our own template: white words on the accent colour
        eigen = (
            f'<{w}shd {w}val="clear" {w}color="auto" {w}fill="{stijlen.vulling}"'
            f' {w}themeFill="accent1"/>'
        )
        ppr, rpr = f'<{w}pPr><{w}pStyle {w}val="{stijlen.tabelkop}"/></{w}pPr>', ""
    cellen = "".join(
        _cel(f"<{w}p>{ppr}{regel_xml(kop, w, rpr).decode()}</{w}p>", breedte, w, eigen)
        for kop, breedte in zip(koppen, breedtes, strict=True)
    )
    return f"<{w}tr><{w}trPr><{w}cantSplit/><{w}tblHeader/></{w}trPr>{cellen}</{w}tr>"


def _cel(inhoud: str, breedte: int, w: str, eigen: str = "") -> str:
    return (
        f'<{w}tc><{w}tcPr><{w}tcW {w}w="{breedte}" {w}type="pct"/>{eigen}</{w}tcPr>{inhoud}</{w}tc>'
    )


def _breedtes(rijen: Sequence[Sequence[str]]) -> list[int]:
    """Return the widths in fiftieths of a percent: room for the longest word, then for the text."""
    kolommen = list(zip(*rijen, strict=True))
    woorden = [
        max(len(w) for cel in kolom for w in (cel or LEGE_CEL).split()) for kolom in kolommen
    ]
    nodig = [min(woord, _LANG_WOORD) + _MARGE for woord in woorden]
    # A long text asks for width, but not in proportion: it can grow downwards too.
    tekst = [(sum(map(len, kolom)) / len(kolom)) ** 0.5 for kolom in kolommen]
    over = max(0, _REGEL - sum(nodig))
    vraagt = [n + over * t / sum(tekst) for n, t in zip(nodig, tekst, strict=True)]
    breedtes = [round(_HEEL * letters / sum(vraagt)) for letters in vraagt]
    breedtes[-1] += _HEEL - sum(breedtes)
    return breedtes


def _randen(w: str) -> str:
    zijden = ("top", "left", "bottom", "right", "insideH", "insideV")
    lijnen = "".join(
        f'<{w}{zijde} {w}val="single" {w}sz="4" {w}space="0" {w}color="auto"/>' for zijde in zijden
    )
    return f"<{w}tblBorders>{lijnen}</{w}tblBorders>"
