"""Style sheets as strangers may have them: any part of the styles, in any state."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from independent_reader import W

if TYPE_CHECKING:
    from package_builder import PackageBuilder

LIST_STYLES = ("List Bullet", "List Bullet 2", "List Number", "List Number 2")
OVERIGE = ("Hyperlink", "Placeholder Text", "caption", "Uvp Tabel", "Table Grid")
_KIND = {"Hyperlink": "character", "Placeholder Text": "character", "Uvp Tabel": "table",
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

    styles: str | None
    numbering: str | None
    banden: dict[str, str] = field(default_factory=dict)


def package_of(builder: type[PackageBuilder], parts: Stijldelen) -> bytes:
    """Return a template with these parts, and no relation to one that it lacks."""
    members = builder.parts()
    without = []
    relationships = []
    for name, kind, data in (
        ("word/styles.xml", "styles", parts.styles),
        ("word/numbering.xml", "numbering", parts.numbering),
    ):
        if data is None:
            del members[name]
            without.append(name)
        else:
            members[name] = data
            relationships.append((kind, f"/{name}"))
    members["[Content_Types].xml"] = builder.types(without=tuple(without))
    members["word/_rels/document.xml.rels"] = builder.relationships(*relationships)
    return builder.pack(members)


def _style(name: str, id_: str, band: str, number: int, p: str) -> str:
    kind = _KIND.get(name.title(), "paragraph")
    num = f'<{p}:numPr><{p}:numId {p}:val="{number}"/></{p}:numPr>'
    ppr = {
        "eigen": f"<{p}:pPr><{p}:keepNext/>{num}<{p}:jc {p}:val='left'/></{p}:pPr>",
        "los": f'<{p}:pPr><{p}:numPr><{p}:numId {p}:val="99"/></{p}:numPr></{p}:pPr>',
        "nul": f'<{p}:pPr><{p}:numPr><{p}:numId {p}:val="0"/></{p}:numPr></{p}:pPr>',
        "in leeg": f"<{p}:pPr/>",
    }.get(band, "")
    basis = f'<{p}:basedOn {p}:val="Basis{number}"/>' if band == "geërfd" else ""
    rpr = f"<{p}:rPr><{p}:b/></{p}:rPr>" if kind == "paragraph" else ""
    return (
        f'<{p}:style {p}:type="{kind}" {p}:styleId="{id_}"><{p}:name {p}:val="{name}"/>{basis}'
        f"<{p}:qFormat/>{ppr}{rpr}</{p}:style>"
    )


def _lijst(number: int, levels: int, p: str) -> str:
    form, sign = ("bullet", "*") if number < 3 else ("upperRoman", "%{})")
    layers = "".join(
        f'<{p}:lvl {p}:ilvl="{i}"><{p}:start {p}:val="1"/><{p}:numFmt {p}:val="{form}"/>'
        f'<{p}:pStyle {p}:val="Basis{number}"/><{p}:lvlText {p}:val="{sign.format(i + 1)}"/>'
        f'<{p}:lvlJc {p}:val="left"/></{p}:lvl>'
        for i in range(levels)
    )
    return f'<{p}:abstractNum {p}:abstractNumId="{number + 10}">{layers}</{p}:abstractNum>'


@st.composite
def style_parts(draw: st.DrawFn) -> Stijldelen:
    """Return parts that Word would take, with whatever missing."""
    p = draw(st.sampled_from(["w", "w", "x", "woord", "ns0"]))
    lijsten = draw(st.booleans())
    styles = draw(st.sampled_from(STANDAARD)).format(p=p)
    styles += _default_style(draw, p) if draw(st.booleans()) else ""
    for number in range(1, 5):
        styles += _style(f"Basis {number}", f"Basis{number}", "eigen", number, p) * lijsten
    # Ids that we would give, on styles of another name.
    names = st.sampled_from(["ListBullet", "listnumber", "UvpTabel", "Hyperlink"])
    for id_ in draw(st.lists(names, unique=True)):
        styles += _style(f"Bezet {id_}", id_, "", 0, p)
    banden: dict[str, str] = {}
    for place, name in enumerate((*LIST_STYLES, *OVERIGE), 1):
        if draw(st.booleans()):
            allowed = BANDEN if lijsten else ("geen", "nul", "los", "in leeg")
            band = draw(st.sampled_from(allowed)) if name in LIST_STYLES else ""
            banden |= {name: band} if band else {}
            titel = name if draw(st.booleans()) else name.upper()
            styles += _style(titel, f"S{place}", band, place, p)
    numbering = _numbering(draw, p) if lijsten else None
    if not lijsten and draw(st.booleans()):
        numbering = f'<{p}:numbering xmlns:{p}="{W}"/>'
    bare = not styles and draw(st.booleans())
    return Stijldelen(
        None if bare else f'<{p}:styles xmlns:{p}="{W}">{styles}</{p}:styles>', numbering, banden
    )


def _default_style(draw: st.DrawFn, p: str) -> str:
    taal, aan = draw(st.sampled_from(["", "en-GB", "nl-BE"])), draw(st.sampled_from(["1", "true"]))
    own = f'<{p}:rPr><{p}:lang {p}:val="{taal}"/></{p}:rPr>' if taal else ""
    return (
        f'<{p}:style {p}:type="paragraph" {p}:default="{aan}" {p}:styleId="Standaard">'
        f'<{p}:name {p}:val="Normal"/>{own}</{p}:style>'
    )


def _numbering(draw: st.DrawFn, p: str) -> str:
    levels = draw(st.lists(st.integers(1, 3), min_size=4, max_size=4))
    lijsten = "".join(_lijst(n, levels[n - 1], p) for n in range(1, 5))
    nums = "".join(
        f'<{p}:num {p}:numId="{n}"><{p}:abstractNumId {p}:val="{n + 10}"/></{p}:num>'
        for n in range(1, 5)
    )
    slot = f'<{p}:numIdMacAtCleanup {p}:val="4"/>' * draw(st.booleans())
    return f'<{p}:numbering xmlns:{p}="{W}">{lijsten}{nums}{slot}</{p}:numbering>'
