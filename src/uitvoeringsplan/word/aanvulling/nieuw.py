"""The styles that a template gets when it lacks them: plain, on the base of its own text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.kleur import WIT, leesbare_kleur
from uitvoeringsplan.ooxml.names import (
    STIJL_BIJSCHRIFT,
    STIJL_LINK,
    STIJL_NUMMER,
    STIJL_PLAATSHOUDER,
    STIJL_PUNT,
    STIJL_TABEL,
    XML_KOP,
    W,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from uitvoeringsplan.ooxml.styles import Stijlblad

TAAL = "nl-NL"
NODIG = (*STIJL_PUNT, *STIJL_NUMMER, STIJL_LINK, STIJL_PLAATSHOUDER, STIJL_BIJSCHRIFT)

_GRIJS = "595959"  # 7.0:1 on white
_BLAUW = "0563C1"  # what Word makes of a link; 5.9:1 on white
#: Every styles part begins so when there was none.
LEGE_STIJLEN = (
    XML_KOP
    + (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="{TAAL}"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:qFormat/></w:style><w:style w:type="character" w:default="1"'
        ' w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style></w:styles>"
    ).encode()
)
LEGE_NUMMERING = XML_KOP + f'<w:numbering xmlns:w="{W}"></w:numbering>'.encode()


class Basis(NamedTuple):
    """The default styles of a template by their kind, and the ids that are taken."""

    standaarden: Mapping[str, str]
    bezet: Collection[str]  # in lower case


def ontbrekende_namen(stijlblad: Stijlblad) -> list[str]:
    """Return the names of the styles that a template lacks."""
    uit = [naam for naam in NODIG if not stijlblad.id_van(naam)]
    if not any(map(stijlblad.id_van, STIJL_TABEL)):
        uit.append(STIJL_TABEL[0])
    return uit


def stijl_xml(
    naam: str, basis: Basis, nummer: tuple[str, int] | None, linkkleur: str, w: str
) -> str:
    """Return a new style.

    `nummer` is the list of a style for points; `linkkleur` the colour that the theme has for
    links. `w` is the prefix with its colon.
    """
    soort, kern = "paragraph", ""
    if nummer:
        kern = f'<{w}pPr>{nummer_xml(*nummer, w)}<{w}spacing {w}after="60"/></{w}pPr>'
    elif naam == STIJL_LINK:
        soort, kern = "character", _link(linkkleur, w)
    elif naam == STIJL_PLAATSHOUDER:
        soort, kern = "character", f'<{w}rPr><{w}color {w}val="{_GRIJS}"/></{w}rPr>'
    elif naam == STIJL_BIJSCHRIFT:
        kern = (
            f'<{w}pPr><{w}spacing {w}before="80" {w}after="200"/></{w}pPr><{w}rPr><{w}i/><{w}iCs/>'
            f'<{w}sz {w}val="18"/><{w}szCs {w}val="18"/></{w}rPr>'
        )
    elif naam in STIJL_TABEL:
        soort, kern = "table", _tabel(w)
    onder = basis.standaarden.get(soort, "")
    return (
        f'<{w}style {w}type="{soort}"{_eigen(naam, w)} {w}styleId="{_vrij_id(naam, basis.bezet)}">'
        f'<{w}name {w}val="{naam}"/>'
        + (f'<{w}basedOn {w}val="{onder}"/>' if onder else "")
        + f'<{w}uiPriority {w}val="99"/><{w}unhideWhenUsed/>{kern}</{w}style>'
    )


def nummer_xml(num_id: str, niveau: int, w: str) -> str:
    """Return what puts a style in a list."""
    return f'<{w}numPr><{w}ilvl {w}val="{niveau}"/><{w}numId {w}val="{num_id}"/></{w}numPr>'


def _eigen(naam: str, w: str) -> str:
    return f' {w}customStyle="1"' if naam.startswith("Uvp") else ""


def _vrij_id(naam: str, bezet: Collection[str]) -> str:
    """Return the id that Word gives a style of this name, or another when a style has that."""
    kaal = "".join(deel[:1].upper() + deel[1:] for deel in naam.split(" "))
    id_, keer = kaal, 1
    while id_.lower() in bezet:
        id_, keer = f"{kaal}Uvp{keer}", keer + 1
    return id_


def _link(themakleur: str, w: str) -> str:
    kleur = leesbare_kleur(themakleur or _BLAUW, [WIT])
    thema = f' {w}themeColor="hyperlink"' if kleur == themakleur else ""
    return f'<{w}rPr><{w}color {w}val="{kleur}"{thema}/><{w}u {w}val="single"/></{w}rPr>'


def _tabel(w: str) -> str:
    """Lines between the rows, and a bold row of heads with a heavier line below it."""
    randen = "".join(
        f'<{w}{kant} {w}val="single" {w}sz="{dik}" {w}space="0" {w}color="auto"/>'
        for kant, dik in (("top", 8), ("bottom", 8), ("insideH", 4))
    )
    marges = "".join(
        f'<{w}{kant} {w}w="{maat}" {w}type="dxa"/>'
        for kant, maat in (("top", 57), ("left", 108), ("bottom", 57), ("right", 108))
    )
    return (
        f'<{w}pPr><{w}spacing {w}before="0" {w}after="40"/></{w}pPr>'
        f"<{w}tblPr><{w}tblBorders>{randen}</{w}tblBorders><{w}tblCellMar>{marges}"
        f"</{w}tblCellMar></{w}tblPr>"
        f'<{w}tblStylePr {w}type="firstRow"><{w}rPr><{w}b/><{w}bCs/></{w}rPr><{w}tcPr>'
        f'<{w}tcBorders><{w}bottom {w}val="single" {w}sz="8" {w}space="0" {w}color="auto"/>'
        f"</{w}tcBorders></{w}tcPr></{w}tblStylePr>"
    )
