"""Templates with headings and a contents list, and an independent reader of both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from independent_reader import NS, W, w
from uitvoeringsplan.word.filling.filling import fill

if TYPE_CHECKING:
    from independent_reader import Gelezen

OPDRACHT = r'TOC \o "1-3" \h \z \u'
# Styles of a Dutch Word: their ids differ from ours, their names do not.
KOPSTIJLEN = "".join(
    f'<w:style w:type="paragraph" w:styleId="Kop{n}"><w:name w:val="heading {n}"/><w:pPr>'
    f'<w:numPr><w:ilvl w:val="{n - 1}"/><w:numId w:val="9"/></w:numPr>'
    f'<w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
    f'<w:style w:type="paragraph" w:styleId="Inhopg{n}"><w:name w:val="toc {n}"/></w:style>'
    for n in (1, 2, 3)
)
LAGEN = "".join(
    f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    f'<w:lvlText w:val="{".".join(f"%{i}" for i in range(1, n + 2))}"/></w:lvl>'
    for n in (0, 1, 2)
)


def veld(soort: str, rest: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{soort}"{rest}/></w:r>'


def loop(tekst: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{tekst}</w:t></w:r>'


def opdracht(tekst: str = OPDRACHT) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {tekst} </w:instrText></w:r>'


def inhoud(tekst: str = OPDRACHT, *oud: str) -> str:
    """Return a contents list as a bare field over paragraphs, with what it said before."""
    eerste, *rest = [f"{loop(regel)}" for regel in oud or ("Oud",)]
    return (
        f"<w:p>{veld('begin')}{opdracht(tekst)}{veld('separate')}{eerste}</w:p>"
        + "".join(f"<w:p>{regel}</w:p>" for regel in rest)
        + f"<w:p>{veld('end')}</w:p>"
    )


def kop(niveau: int, inhoud_: str, *, anker: str = "", ppr: str = "", nummer: int = 1) -> str:
    """Return a heading; `inhoud_` is text, or XML when it starts with a tag."""
    xml = inhoud_ if inhoud_.startswith("<") else loop(inhoud_)
    begin = f'<w:bookmarkStart w:id="{nummer}" w:name="{anker}"/>' if anker else ""
    slot = f'<w:bookmarkEnd w:id="{nummer}"/>' if anker else ""
    return f'<w:p><w:pPr><w:pStyle w:val="Kop{niveau}"/>{ppr}</w:pPr>{begin}{xml}{slot}</w:p>'


def maak_sjabloon(builder, *blokken: str, stijlen: str = KOPSTIJLEN, lagen: str = LAGEN) -> bytes:
    """Return a template with these blocks behind its two questions."""
    abstract = f'<w:abstractNum w:abstractNumId="9">{lagen}</w:abstractNum>'
    num = '<w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num></w:numbering>'
    return builder.pak_in(
        {
            **builder.delen(
                builder.document(builder.blok("eerste"), builder.blok("tweede"), *blokken)
            ),
            "word/styles.xml": builder.stijlen().replace("</w:styles>", f"{stijlen}</w:styles>"),
            "word/numbering.xml": builder.nummering()
            .replace("<w:num ", f"{abstract}<w:num ", 1)
            .replace("</w:numbering>", num),
        }
    )


def maak(builder, *blokken: str, gegevens: dict[str, str] | None = None, **opties) -> Gelezen:
    open_ = builder.open(maak_sjabloon(builder, *blokken, **opties))
    return builder.lees(fill(open_, builder.lijst, builder.plan(gegevens)))


@dataclass(frozen=True)
class Regel:
    """One line of a contents list, or one heading: level from 1, number, words."""

    niveau: int
    nummer: str
    tekst: str


def tekst_van(element) -> str:
    return " ".join("".join(element.xpath(".//w:t/text()", namespaces=NS)).split())


def regels(gelezen: Gelezen) -> list[tuple[Regel, str]]:
    """Return the lines of the contents list with where they point, as another program reads it."""
    uit = []
    for p in binnen_veld(gelezen):
        for link in p.iter(w("hyperlink")):
            stijl = "".join(p.xpath("w:pPr/w:pStyle/@w:val", namespaces=NS))
            delen = re.split(r"\t", "".join(_letters(link)))
            nummer, tekst = ["", *delen][-2:]
            uit.append((Regel(int(stijl[-1:] or 0), nummer, tekst), link.get(w("anchor"))))
    return uit


def _letters(element):
    for e in element.iter(w("t"), w("tab")):
        yield "\t" if e.tag == w("tab") else e.text


def binnen_veld(gelezen: Gelezen) -> list:
    """Return the paragraphs of the contents list, the first and the last with the field itself."""
    alineas, diepte, is_open = [], 0, False
    for p in gelezen.document.iter(w("p")):
        begin_open = is_open
        for e in p.iter(w("fldChar"), w("instrText")):
            if e.tag == w("instrText"):
                is_open = is_open or (e.text or "").strip().startswith("TOC")
                continue
            diepte += {"begin": 1, "end": -1}.get(e.get(w("fldCharType")), 0)
            if not diepte:
                is_open = False
        if begin_open or is_open or p.xpath(".//w:instrText[contains(., 'TOC')]", namespaces=NS):
            alineas.append(p)
    return alineas


def klopt(gelezen: Gelezen) -> None:
    """Check what holds for every document with a contents list: fields, bookmarks, anchors."""
    document = gelezen.document
    soorten = [e.get(w("fldCharType")) for e in document.iter(w("fldChar"))]
    assert soorten.count("begin") == soorten.count("separate") == soorten.count("end")
    begin = [b.get(w("id")) for b in document.iter(w("bookmarkStart"))]
    einde = [b.get(w("id")) for b in document.iter(w("bookmarkEnd"))]
    assert sorted(begin) == sorted(einde)
    assert len(set(begin)) == len(begin)
    namen = [b.get(w("name")) for b in document.iter(w("bookmarkStart"))]
    assert len(set(namen)) == len(namen)
    in_lijst = binnen_veld(gelezen)
    for regel, anker in regels(gelezen):
        (doel,) = document.xpath(f"//w:bookmarkStart[@w:name='{anker}']", namespaces=NS)
        alinea = next(doel.iterancestors(f"{{{W}}}p"))
        assert alinea not in in_lijst
        assert tekst_van(alinea) == regel.tekst


def koppen(gelezen: Gelezen, tot: int = 3) -> list[Regel]:
    """Return the headings with the numbers that Word gives them: three levels of one list."""
    stand = [0, 0, 0]
    uit = []
    for p in gelezen.document.iter(w("p")):
        stijl = "".join(p.xpath("w:pPr/w:pStyle/@w:val", namespaces=NS))
        if not re.fullmatch("Kop[1-3]", stijl):
            continue
        niveau = int(stijl[-1])
        nummer = ""
        if p.xpath("w:pPr/w:numPr/w:numId/@w:val", namespaces=NS) != ["0"]:
            stand[niveau - 1] += 1
            stand[niveau:] = [0] * (3 - niveau)
            nummer = ".".join(str(max(n, 1)) for n in stand[:niveau])
            stand[: niveau - 1] = [max(n, 1) for n in stand[: niveau - 1]]
        if niveau <= tot and tekst_van(p):
            uit.append(Regel(niveau, nummer, tekst_van(p)))
    return uit
