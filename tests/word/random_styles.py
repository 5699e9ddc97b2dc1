"""Style sheets as strangers may have them: any part of the styles, in any state."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from independent_reader import W

if TYPE_CHECKING:
    from package_builder import PackageBuilder

LIJSTSTIJLEN = ("List Bullet", "List Bullet 2", "List Number", "List Number 2")
OVERIGE = ("Hyperlink", "Placeholder Text", "caption", "Uvp Tabel", "Table Grid")
_SOORT = {"Hyperlink": "character", "Placeholder Text": "character", "Uvp Tabel": "table",
          "Table Grid": "table"}  # fmt: skip
# How a style for points may be tied to a list.
BANDEN = ("eigen", "geen", "nul", "los", "geërfd", "in leeg")
STANDAARD = (
    "",
    "<{p}:docDefaults/>",
    "<{p}:docDefaults><{p}:rPrDefault/><{p}:pPrDefault/></{p}:docDefaults>",
    "<{p}:docDefaults><{p}:pPrDefault/></{p}:docDefaults>",
    '<{p}:docDefaults><{p}:rPrDefault><{p}:rPr><{p}:sz {p}:val="20"/><{p}:specVanish/></{p}:rPr>'
    "</{p}:rPrDefault></{p}:docDefaults>",
    '<{p}:docDefaults><{p}:rPrDefault><{p}:rPr><{p}:lang {p}:val="en-US" {p}:bidi="ar-SA"/>'
    "</{p}:rPr></{p}:rPrDefault></{p}:docDefaults>",
    "<{p}:docDefaults><{p}:rPrDefault><{p}:rPr><{p}:lang {p}:val='nl-NL'/></{p}:rPr>"
    "</{p}:rPrDefault></{p}:docDefaults>",
)


@dataclass(frozen=True)
class Stijldelen:
    """A styles part and a numbering part; None is one that the package lacks."""

    stijlen: str | None
    nummering: str | None
    banden: dict[str, str] = field(default_factory=dict)


def pakket_van(builder: type[PackageBuilder], delen: Stijldelen) -> bytes:
    """Return a template with these parts, and no relation to one that it lacks."""
    leden = builder.delen()
    zonder = []
    relaties = []
    for naam, soort, data in (
        ("word/styles.xml", "styles", delen.stijlen),
        ("word/numbering.xml", "numbering", delen.nummering),
    ):
        if data is None:
            del leden[naam]
            zonder.append(naam)
        else:
            leden[naam] = data
            relaties.append((soort, f"/{naam}"))
    leden["[Content_Types].xml"] = builder.types(zonder=tuple(zonder))
    leden["word/_rels/document.xml.rels"] = builder.relaties(*relaties)
    return builder.pak_in(leden)


def _stijl(naam: str, id_: str, band: str, nummer: int, p: str) -> str:
    soort = _SOORT.get(naam.title(), "paragraph")
    num = f'<{p}:numPr><{p}:numId {p}:val="{nummer}"/></{p}:numPr>'
    ppr = {
        "eigen": f"<{p}:pPr><{p}:keepNext/>{num}<{p}:jc {p}:val='left'/></{p}:pPr>",
        "los": f'<{p}:pPr><{p}:numPr><{p}:numId {p}:val="99"/></{p}:numPr></{p}:pPr>',
        "nul": f'<{p}:pPr><{p}:numPr><{p}:numId {p}:val="0"/></{p}:numPr></{p}:pPr>',
        "in leeg": f"<{p}:pPr/>",
    }.get(band, "")
    basis = f'<{p}:basedOn {p}:val="Basis{nummer}"/>' if band == "geërfd" else ""
    rpr = f"<{p}:rPr><{p}:b/></{p}:rPr>" if soort == "paragraph" else ""
    return (
        f'<{p}:style {p}:type="{soort}" {p}:styleId="{id_}"><{p}:name {p}:val="{naam}"/>{basis}'
        f"<{p}:qFormat/>{ppr}{rpr}</{p}:style>"
    )


def _lijst(nummer: int, niveaus: int, p: str) -> str:
    vorm, teken = ("bullet", "*") if nummer < 3 else ("upperRoman", "%{})")
    lagen = "".join(
        f'<{p}:lvl {p}:ilvl="{i}"><{p}:start {p}:val="1"/><{p}:numFmt {p}:val="{vorm}"/>'
        f'<{p}:pStyle {p}:val="Basis{nummer}"/><{p}:lvlText {p}:val="{teken.format(i + 1)}"/>'
        f'<{p}:lvlJc {p}:val="left"/></{p}:lvl>'
        for i in range(niveaus)
    )
    return f'<{p}:abstractNum {p}:abstractNumId="{nummer + 10}">{lagen}</{p}:abstractNum>'


@st.composite
def stijldelen(draw: st.DrawFn) -> Stijldelen:
    """Return parts that Word would take, with whatever missing."""
    p = draw(st.sampled_from(["w", "w", "x", "woord", "ns0"]))
    lijsten = draw(st.booleans())
    stijlen = draw(st.sampled_from(STANDAARD)).format(p=p)
    stijlen += _standaardstijl(draw, p) if draw(st.booleans()) else ""
    for nummer in range(1, 5):
        stijlen += _stijl(f"Basis {nummer}", f"Basis{nummer}", "eigen", nummer, p) * lijsten
    # Ids that we would give, on styles of another name.
    namen = st.sampled_from(["ListBullet", "listnumber", "UvpTabel", "Hyperlink"])
    for id_ in draw(st.lists(namen, unique=True)):
        stijlen += _stijl(f"Bezet {id_}", id_, "", 0, p)
    banden: dict[str, str] = {}
    for plek, naam in enumerate((*LIJSTSTIJLEN, *OVERIGE), 1):
        if draw(st.booleans()):
            mag = BANDEN if lijsten else ("geen", "nul", "los", "in leeg")
            band = draw(st.sampled_from(mag)) if naam in LIJSTSTIJLEN else ""
            banden |= {naam: band} if band else {}
            titel = naam if draw(st.booleans()) else naam.upper()
            stijlen += _stijl(titel, f"S{plek}", band, plek, p)
    nummering = _nummering(draw, p) if lijsten else None
    if not lijsten and draw(st.booleans()):
        nummering = f'<{p}:numbering xmlns:{p}="{W}"/>'
    kaal = not stijlen and draw(st.booleans())
    return Stijldelen(
        None if kaal else f'<{p}:styles xmlns:{p}="{W}">{stijlen}</{p}:styles>', nummering, banden
    )


def _standaardstijl(draw: st.DrawFn, p: str) -> str:
    taal, aan = draw(st.sampled_from(["", "en-GB", "nl-BE"])), draw(st.sampled_from(["1", "true"]))
    eigen = f'<{p}:rPr><{p}:lang {p}:val="{taal}"/></{p}:rPr>' if taal else ""
    return (
        f'<{p}:style {p}:type="paragraph" {p}:default="{aan}" {p}:styleId="Standaard">'
        f'<{p}:name {p}:val="Normal"/>{eigen}</{p}:style>'
    )


def _nummering(draw: st.DrawFn, p: str) -> str:
    niveaus = draw(st.lists(st.integers(1, 3), min_size=4, max_size=4))
    lijsten = "".join(_lijst(n, niveaus[n - 1], p) for n in range(1, 5))
    nums = "".join(
        f'<{p}:num {p}:numId="{n}"><{p}:abstractNumId {p}:val="{n + 10}"/></{p}:num>'
        for n in range(1, 5)
    )
    slot = f'<{p}:numIdMacAtCleanup {p}:val="4"/>' * draw(st.booleans())
    return f'<{p}:numbering xmlns:{p}="{W}">{lijsten}{nums}{slot}</{p}:numbering>'
