"""Controls and links that LibreOffice wrote in pieces are one again."""

from __future__ import annotations

from independent_reader import OFFICE, W
from uitvoeringsplan.ooxml.tree import parse
from uitvoeringsplan.word.returned.repair import repair

STIJL = '<w:rPr><w:rStyle w:val="InternetLink"/></w:rPr>'


def r(tekst: str, rpr: str = "") -> str:
    return f"<w:r>{rpr}<w:t>{tekst}</w:t></w:r>"


def sdt(*teksten: str, naam: str = "Gemeente", tag: str = "") -> str:
    t = "".join(f"<w:t>{tekst}</w:t>" for tekst in teksten)
    merk = f'<w:tag w:val="{tag}"/>' * bool(tag)
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{naam}"/>{merk}</w:sdtPr><w:sdtContent><w:r>{t}</w:r>'
        "</w:sdtContent></w:sdt>"
    )


def link(*runs: str) -> str:
    return f'<w:hyperlink r:id="a">{"".join(runs)}</w:hyperlink>'


def veld(*runs: str, opdracht: str = ' HYPERLINK "https://x.nl/" \\l "plek"') -> str:
    teken = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        f"{teken.format('begin')}<w:r><w:instrText>{opdracht}</w:instrText></w:r>"
        f"{teken.format('separate')}{''.join(runs)}{teken.format('end')}"
    )


def na(xml: str) -> str:
    """Return the words of a paragraph after repair: fields and links between brackets."""
    kop = f'<w:body xmlns:w="{W}" xmlns:r="{OFFICE}"><w:p>{xml}</w:p></w:body>'
    boom = parse(kop.encode(), "x", "x")
    repair(boom)
    return "".join(map(_schets, boom[0]))


def _schets(element) -> str:
    naam = element.tag.rpartition("}")[2]
    if naam == "fldChar":
        soort = element.get(f"{{{W}}}fldCharType")
        return {"begin": "<", "separate": "", "end": ">"}[soort]
    binnen = "".join(map(_schets, element))
    if naam in ("hyperlink", "sdt"):
        return f"{'<' if naam == 'hyperlink' else '['}{binnen}{'>' if naam == 'hyperlink' else ']'}"
    return (element.text or "") + binnen if naam == "t" else binnen


def test_een_herhaald_invulveld_is_er_een():
    assert (
        na(r("Te ") + sdt("Delft 日本") + sdt("日本", "Delft 日本") + r(".")) == "Te [Delft 日本]."
    )


def test_wat_geen_herhaling_is_blijft():
    twee = sdt("Delft") + r(" en ") + sdt("Delft")
    assert na(twee) == "[Delft] en [Delft]"
    assert na(sdt("Delft") + sdt("Gouda")) == "[Delft][Gouda]"
    assert na(sdt("Delft") + sdt("Delft", naam="Kenmerk")) == "[Delft][Delft]"
    assert na(sdt("Delft", tag="a") + sdt("Delft", tag="a")) == "[Delft][Delft]"
    assert na(sdt("") + sdt("")) == "[][]"


def test_een_link_die_te_vroeg_eindigt_loopt_door():
    assert (
        na(veld(r("é", STIJL)) + r("日本", STIJL) + r(" en", STIJL) + r(" los")) == "<é日本 en> los"
    )
    assert na(link(r("é", STIJL)) + r("日本", STIJL) + r(" los")) == "<é日本> los"


def test_een_link_die_goed_is_blijft():
    assert na(link(r("a", STIJL)) + r("b")) == "<a>b"
    assert na(link(r("a")) + r("b")) == "<a>b"
    assert na(link(r("a", STIJL)) + r("los") + r("b", STIJL)) == "<a>losb"
    assert na(link(r("a", STIJL)) + link(r("b", STIJL)) + r("c", STIJL)) == "<a><bc>"
    assert na(veld(r("a", STIJL), opdracht="REF x") + r("b", STIJL)) == "<a>b"
    assert na(veld(r("a", STIJL)) + veld(r("b", STIJL))) == "<a><b>"
