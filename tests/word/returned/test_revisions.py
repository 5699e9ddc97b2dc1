"""Tracked changes: all accepted or all rejected, and nothing of them left."""

from __future__ import annotations

import pytest
from colleague_edits import WIJZIGINGEN
from returned_documents import deviations, edited, terug

from independent_reader import W
from uitvoeringsplan.ooxml.tree import parse
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.returned.revisions import settle

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


@pytest.fixture(scope="module")
def plan(plannen):
    return plannen["oudermeer"]


@pytest.fixture(scope="module")
def made(sjabloon, real_lijst, plan):
    return fill(sjabloon, real_lijst, plan)


@pytest.mark.parametrize("name", WIJZIGINGEN)
def test_aangenomen_is_het_nieuwe_antwoord(made, real_lijst, plan, name):
    vraag_id, perform, new = WIJZIGINGEN[name]
    reading = terug(edited(made, perform), real_lijst, plan)
    assert reading.has_wijzigingen
    assert reading.antwoorden[vraag_id].text == new(plan.antwoorden[vraag_id])
    assert reading.antwoorden[vraag_id].text != plan.antwoorden[vraag_id]
    assert deviations(real_lijst, plan, reading, [vraag_id]) == {}


@pytest.mark.parametrize("name", WIJZIGINGEN)
def test_verworpen_is_er_niets_veranderd(made, real_lijst, plan, name):
    data = edited(made, WIJZIGINGEN[name].perform)
    reading = terug(data, real_lijst, plan, wijzigingen="verworpen")
    assert reading.has_wijzigingen
    assert deviations(real_lijst, plan, reading) == {}


def p(content: str, mark: str = "") -> str:
    ppr = f"<w:pPr><w:rPr><w:{mark}/></w:rPr></w:pPr>" if mark else ""
    return f"<w:p>{ppr}{content}</w:p>"


def r(text: str, name: str = "t") -> str:
    return f"<w:r><w:{name}>{text}</w:{name}></w:r>"


def after(xml: str, *, new: bool) -> str:
    """Return the tree of `xml` once its changes are settled, without prefixes."""
    tree = parse(f'<w:body xmlns:w="{W}" xmlns:mc="{MC}">{xml}</w:body>'.encode(), "x", "x")
    settle(tree, accepted=new)
    return "".join(map(_sketch, tree))


def _sketch(element) -> str:
    name = element.tag.rpartition("}")[2]
    inside = (element.text or "") + "".join(map(_sketch, element))
    return f"<{name}>{inside}</{name}>" if name != "t" else inside


INS, DEL = "<w:ins>{}</w:ins>", "<w:del>{}</w:del>"
CASES = {
    "in een invoeging iets geschrapt": (
        p(r("a") + INS.format(r("b") + DEL.format(r("c", "delText")))),
        "<p><r>a</r><r>b</r></p>", "<p><r>a</r></p>",
    ),
    "twee alinea's samengevoegd": (
        p(r("a"), "del") + p(r("b")), "<p><r>a</r><r>b</r></p>",
        "<p><pPr><rPr></rPr></pPr><r>a</r></p><p><r>b</r></p>",
    ),
    "een alinea gesplitst": (
        p(r("a"), "ins") + p(r("b")),
        "<p><pPr><rPr></rPr></pPr><r>a</r></p><p><r>b</r></p>",
        "<p><r>a</r><r>b</r></p>",
    ),
    "een nieuwe alinea als laatste": (
        p(r("a"), "ins") + p(INS.format(r("b"))),
        "<p><pPr><rPr></rPr></pPr><r>a</r></p><p><r>b</r></p>", "<p><r>a</r></p>",
    ),
    "de laatste alinea weg": (
        p(r("a")) + p(DEL.format(r("b", "delText")), "del"), "<p><r>a</r></p>",
        "<p><r>a</r></p><p><pPr><rPr></rPr></pPr><r>b</r></p>",
    ),
    "alles weg": (
        p(DEL.format(r("a", "delText")), "del"),
        "<p><pPr><rPr></rPr></pPr></p>",
        "<p><pPr><rPr></rPr></pPr><r>a</r></p>",
    ),
    "een rij erbij": (
        f"<w:tbl><w:tr>{r('a')}</w:tr><w:tr><w:trPr><w:ins/></w:trPr>{r('b')}</w:tr></w:tbl>",
        "<tbl><tr><r>a</r></tr><tr><trPr></trPr><r>b</r></tr></tbl>",
        "<tbl><tr><r>a</r></tr></tbl>",
    ),
    "een hele tabel weg": (
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{r('a')}</w:tr></w:tbl>{p(r('b'))}",
        "<p><r>b</r></p>",
        "<tbl><tr><trPr></trPr><r>a</r></tr></tbl><p><r>b</r></p>",
    ),
    "een cel erbij": (
        f"<w:tr><w:tc><w:tcPr><w:cellIns/></w:tcPr>{r('a')}</w:tc></w:tr>",
        "<tr><tc><tcPr></tcPr><r>a</r></tc></tr>", "<tr></tr>",
    ),
    "andere stijl": (
        '<w:p><w:pPr><w:pStyle w:val="n"/><w:pPrChange><w:pPr><w:numPr/></w:pPr></w:pPrChange>'
        f"</w:pPr>{r('a')}</w:p>",
        "<p><pPr><pStyle></pStyle></pPr><r>a</r></p>", "<p><pPr><numPr></numPr></pPr><r>a</r></p>",
    ),
    "veldcode geschrapt": (
        p(DEL.format(r("REF x", "delInstrText"))), "<p></p>",
        "<p><r><instrText>REF x</instrText></r></p>",
    ),
    "twee versies van hetzelfde": (
        p(f"<mc:AlternateContent><mc:Choice>{r('a')}</mc:Choice><mc:Choice>{r('b')}</mc:Choice>"
          f"<mc:Fallback>{r('c')}</mc:Fallback></mc:AlternateContent>"),
        "<p><r>a</r></p>", "<p><r>a</r></p>",
    ),
    "alleen een noodversie": (
        p(f"<mc:AlternateContent><mc:Fallback>{r('c')}</mc:Fallback></mc:AlternateContent>"),
        "<p><r>c</r></p>", "<p><r>c</r></p>",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_elk_soort_wijziging(name):
    xml, assumed, rejected = CASES[name]
    assert after(xml, new=True) == assumed
    assert after(xml, new=False) == rejected


def test_wat_geen_wijziging_is_telt_niet():
    tree = parse(f'<w:body xmlns:w="{W}">{p(r("a"))}</w:body>'.encode(), "x", "x")
    assert not settle(tree, accepted=True)


VEEL = '<w:bookmarkStart w:id="1" w:name="b"/>' * 1_500


@pytest.mark.parametrize("new", [True, False])
def test_ook_wat_heel_groot_is_gaat_weg_en_laat_de_rest_staan(new):
    """Large things leave in another way: see `ooxml.tree.remove`."""
    versies = (
        f"<mc:AlternateContent><mc:Choice>{r('a')}</mc:Choice>"
        f"<mc:Fallback>{VEEL}<mc:AlternateContent><mc:Choice>{r('b')}</mc:Choice>"
        f"</mc:AlternateContent></mc:Fallback></mc:AlternateContent>"
    )
    assert after(p(versies) + p(r("c")), new=new) == "<p><r>a</r></p><p><r>c</r></p>"
    together = after(p(VEEL + r("a"), "del") + p(r("b")), new=True)
    assert together.endswith("<r>a</r><r>b</r></p>")
    assert together.count("bookmarkStart") == 2 * 1_500
