"""Templates with headings and a contents list, and an independent reader of both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from independent_reader import NS, W, w
from uitvoeringsplan.word.filling.filling import fill

if TYPE_CHECKING:
    from independent_reader import Gelezen

COMMAND = r'TOC \o "1-3" \h \z \u'
# Styles of a Dutch Word: their ids differ from ours, their names do not.
HEADING_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="Kop{n}"><w:name w:val="heading {n}"/><w:pPr>'
    f'<w:numPr><w:ilvl w:val="{n - 1}"/><w:numId w:val="9"/></w:numPr>'
    f'<w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
    f'<w:style w:type="paragraph" w:styleId="Inhopg{n}"><w:name w:val="toc {n}"/></w:style>'
    for n in (1, 2, 3)
)
LAYERS = "".join(
    f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    f'<w:lvlText w:val="{".".join(f"%{i}" for i in range(1, n + 2))}"/></w:lvl>'
    for n in (0, 1, 2)
)


def field(kind: str, rest: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"{rest}/></w:r>'


def loop(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def command(text: str = COMMAND) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {text} </w:instrText></w:r>'


def content(text: str = COMMAND, *old: str) -> str:
    """Return a contents list as a bare field over paragraphs, with what it said before."""
    first, *rest = [f"{loop(line)}" for line in old or ("Oud",)]
    return (
        f"<w:p>{field('begin')}{command(text)}{field('separate')}{first}</w:p>"
        + "".join(f"<w:p>{line}</w:p>" for line in rest)
        + f"<w:p>{field('end')}</w:p>"
    )


def kop(level: int, content_: str, *, anchor: str = "", ppr: str = "", number: int = 1) -> str:
    """Return a heading; `content_` is text, or XML when it starts with a tag."""
    xml = content_ if content_.startswith("<") else loop(content_)
    start = f'<w:bookmarkStart w:id="{number}" w:name="{anchor}"/>' if anchor else ""
    slot = f'<w:bookmarkEnd w:id="{number}"/>' if anchor else ""
    return f'<w:p><w:pPr><w:pStyle w:val="Kop{level}"/>{ppr}</w:pPr>{start}{xml}{slot}</w:p>'


def make_sjabloon(
    builder, *blocks: str, styles: str = HEADING_STYLES, layers: str = LAYERS
) -> bytes:
    """Return a template with these blocks behind its two questions."""
    abstract = f'<w:abstractNum w:abstractNumId="9">{layers}</w:abstractNum>'
    num = '<w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num></w:numbering>'
    return builder.pack(
        {
            **builder.parts(
                builder.document(builder.block("eerste"), builder.block("tweede"), *blocks)
            ),
            "word/styles.xml": builder.styles().replace("</w:styles>", f"{styles}</w:styles>"),
            "word/numbering.xml": builder.numbering()
            .replace("<w:num ", f"{abstract}<w:num ", 1)
            .replace("</w:numbering>", num),
        }
    )


def make(builder, *blocks: str, gegevens: dict[str, str] | None = None, **options) -> Gelezen:
    open_ = builder.open(make_sjabloon(builder, *blocks, **options))
    return builder.read(fill(open_, builder.lijst, builder.plan(gegevens)))


@dataclass(frozen=True)
class Regel:
    """One line of a contents list, or one heading: level from 1, number, words."""

    level: int
    number: str
    text: str


def text_of(element) -> str:
    return " ".join("".join(element.xpath(".//w:t/text()", namespaces=NS)).split())


def lines(reading: Gelezen) -> list[tuple[Regel, str]]:
    """Return the lines of the contents list with where they point, as another program reads it."""
    result = []
    for p in inside_veld(reading):
        for link in p.iter(w("hyperlink")):
            style = "".join(p.xpath("w:pPr/w:pStyle/@w:val", namespaces=NS))
            parts = re.split(r"\t", "".join(_letters(link)))
            number, text = ["", *parts][-2:]
            result.append((Regel(int(style[-1:] or 0), number, text), link.get(w("anchor"))))
    return result


def _letters(element):
    for e in element.iter(w("t"), w("tab")):
        yield "\t" if e.tag == w("tab") else e.text


def inside_veld(reading: Gelezen) -> list:
    """Return the paragraphs of the contents list, the first and the last with the field itself."""
    paragraphs, depth, is_open = [], 0, False
    for p in reading.document.iter(w("p")):
        start_open = is_open
        for e in p.iter(w("fldChar"), w("instrText")):
            if e.tag == w("instrText"):
                is_open = is_open or (e.text or "").strip().startswith("TOC")
                continue
            depth += {"begin": 1, "end": -1}.get(e.get(w("fldCharType")), 0)
            if not depth:
                is_open = False
        if start_open or is_open or p.xpath(".//w:instrText[contains(., 'TOC')]", namespaces=NS):
            paragraphs.append(p)
    return paragraphs


def holds(reading: Gelezen) -> None:
    """Check what holds for every document with a contents list: fields, bookmarks, anchors."""
    document = reading.document
    kinds = [e.get(w("fldCharType")) for e in document.iter(w("fldChar"))]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")
    start = [b.get(w("id")) for b in document.iter(w("bookmarkStart"))]
    end = [b.get(w("id")) for b in document.iter(w("bookmarkEnd"))]
    assert sorted(start) == sorted(end)
    assert len(set(start)) == len(start)
    names = [b.get(w("name")) for b in document.iter(w("bookmarkStart"))]
    assert len(set(names)) == len(names)
    in_lijst = inside_veld(reading)
    for line, anchor in lines(reading):
        (target,) = document.xpath(f"//w:bookmarkStart[@w:name='{anchor}']", namespaces=NS)
        paragraph = next(target.iterancestors(f"{{{W}}}p"))
        assert paragraph not in in_lijst
        assert text_of(paragraph) == line.text


def koppen(reading: Gelezen, end: int = 3) -> list[Regel]:
    """Return the headings with the numbers that Word gives them: three levels of one list."""
    stand = [0, 0, 0]
    result = []
    for p in reading.document.iter(w("p")):
        style = "".join(p.xpath("w:pPr/w:pStyle/@w:val", namespaces=NS))
        if not re.fullmatch("Kop[1-3]", style):
            continue
        level = int(style[-1])
        number = ""
        if p.xpath("w:pPr/w:numPr/w:numId/@w:val", namespaces=NS) != ["0"]:
            stand[level - 1] += 1
            stand[level:] = [0] * (3 - level)
            number = ".".join(str(max(n, 1)) for n in stand[:level])
            stand[: level - 1] = [max(n, 1) for n in stand[: level - 1]]
        if level <= end and text_of(p):
            result.append(Regel(level, number, text_of(p)))
    return result
