"""Controls and links that LibreOffice wrote in pieces are one again."""

from __future__ import annotations

from independent_reader import OFFICE, W
from uitvoeringsplan.ooxml.tree import parse
from uitvoeringsplan.word.returned.repair import repair

STYLE = '<w:rPr><w:rStyle w:val="InternetLink"/></w:rPr>'


def r(text: str, rpr: str = "") -> str:
    return f"<w:r>{rpr}<w:t>{text}</w:t></w:r>"


def sdt(*texts: str, name: str = "Gemeente", tag: str = "") -> str:
    t = "".join(f"<w:t>{text}</w:t>" for text in texts)
    mark = f'<w:tag w:val="{tag}"/>' * bool(tag)
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{name}"/>{mark}</w:sdtPr><w:sdtContent><w:r>{t}</w:r>'
        "</w:sdtContent></w:sdt>"
    )


def link(*runs: str) -> str:
    return f'<w:hyperlink r:id="a">{"".join(runs)}</w:hyperlink>'


def field(*runs: str, command: str = ' HYPERLINK "https://x.nl/" \\l "plek"') -> str:
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        f"{sign.format('begin')}<w:r><w:instrText>{command}</w:instrText></w:r>"
        f"{sign.format('separate')}{''.join(runs)}{sign.format('end')}"
    )


def after(xml: str) -> str:
    """Return the words of a paragraph after repair: fields and links between brackets."""
    kop = f'<w:body xmlns:w="{W}" xmlns:r="{OFFICE}"><w:p>{xml}</w:p></w:body>'
    tree = parse(kop.encode(), "x", "x")
    repair(tree)
    return "".join(map(_sketch, tree[0]))


def _sketch(element) -> str:
    name = element.tag.rpartition("}")[2]
    if name == "fldChar":
        kind = element.get(f"{{{W}}}fldCharType")
        return {"begin": "<", "separate": "", "end": ">"}[kind]
    inside = "".join(map(_sketch, element))
    if name in ("hyperlink", "sdt"):
        return f"{'<' if name == 'hyperlink' else '['}{inside}{'>' if name == 'hyperlink' else ']'}"
    return (element.text or "") + inside if name == "t" else inside


def test_een_herhaald_invulveld_is_er_een():
    assert (
        after(r("Te ") + sdt("Delft 日本") + sdt("日本", "Delft 日本") + r("."))
        == "Te [Delft 日本]."
    )


def test_wat_geen_herhaling_is_blijft():
    two = sdt("Delft") + r(" en ") + sdt("Delft")
    assert after(two) == "[Delft] en [Delft]"
    assert after(sdt("Delft") + sdt("Gouda")) == "[Delft][Gouda]"
    assert after(sdt("Delft") + sdt("Delft", name="Kenmerk")) == "[Delft][Delft]"
    assert after(sdt("Delft", tag="a") + sdt("Delft", tag="a")) == "[Delft][Delft]"
    assert after(sdt("") + sdt("")) == "[][]"


def test_een_link_die_te_vroeg_eindigt_loopt_door():
    assert (
        after(field(r("é", STYLE)) + r("日本", STYLE) + r(" en", STYLE) + r(" los"))
        == "<é日本 en> los"
    )
    assert after(link(r("é", STYLE)) + r("日本", STYLE) + r(" los")) == "<é日本> los"


def test_een_link_die_goed_is_blijft():
    assert after(link(r("a", STYLE)) + r("b")) == "<a>b"
    assert after(link(r("a")) + r("b")) == "<a>b"
    assert after(link(r("a", STYLE)) + r("los") + r("b", STYLE)) == "<a>losb"
    assert after(link(r("a", STYLE)) + link(r("b", STYLE)) + r("c", STYLE)) == "<a><bc>"
    assert after(field(r("a", STYLE), command="REF x") + r("b", STYLE)) == "<a>b"
    assert after(field(r("a", STYLE)) + field(r("b", STYLE))) == "<a><b>"
