"""Tracked changes: all accepted or all rejected, and nothing of them left."""

from __future__ import annotations

import pytest
from colleague_edits import WIJZIGINGEN
from returned_documents import afwijkingen, bewerkt, terug

from independent_reader import W
from uitvoeringsplan.ooxml.tree import parse
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.returned.revisions import settle

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


@pytest.fixture(scope="module")
def plan(plannen):
    return plannen["oudermeer"]


@pytest.fixture(scope="module")
def gemaakt(sjabloon, echte_lijst, plan):
    return fill(sjabloon, echte_lijst, plan)


@pytest.mark.parametrize("naam", WIJZIGINGEN)
def test_aangenomen_is_het_nieuwe_antwoord(gemaakt, echte_lijst, plan, naam):
    vraag_id, doe, nieuw = WIJZIGINGEN[naam]
    gelezen = terug(bewerkt(gemaakt, doe), echte_lijst, plan)
    assert gelezen.heeft_wijzigingen
    assert gelezen.antwoorden[vraag_id].tekst == nieuw(plan.antwoorden[vraag_id])
    assert gelezen.antwoorden[vraag_id].tekst != plan.antwoorden[vraag_id]
    assert afwijkingen(echte_lijst, plan, gelezen, [vraag_id]) == {}


@pytest.mark.parametrize("naam", WIJZIGINGEN)
def test_verworpen_is_er_niets_veranderd(gemaakt, echte_lijst, plan, naam):
    data = bewerkt(gemaakt, WIJZIGINGEN[naam].doe)
    gelezen = terug(data, echte_lijst, plan, wijzigingen="verworpen")
    assert gelezen.heeft_wijzigingen
    assert afwijkingen(echte_lijst, plan, gelezen) == {}


def p(inhoud: str, merk: str = "") -> str:
    ppr = f"<w:pPr><w:rPr><w:{merk}/></w:rPr></w:pPr>" if merk else ""
    return f"<w:p>{ppr}{inhoud}</w:p>"


def r(tekst: str, naam: str = "t") -> str:
    return f"<w:r><w:{naam}>{tekst}</w:{naam}></w:r>"


def na(xml: str, *, nieuw: bool) -> str:
    """Return the tree of `xml` once its changes are settled, without prefixes."""
    boom = parse(f'<w:body xmlns:w="{W}" xmlns:mc="{MC}">{xml}</w:body>'.encode(), "x", "x")
    settle(boom, accepted=nieuw)
    return "".join(map(_schets, boom))


def _schets(element) -> str:
    naam = element.tag.rpartition("}")[2]
    binnen = (element.text or "") + "".join(map(_schets, element))
    return f"<{naam}>{binnen}</{naam}>" if naam != "t" else binnen


INS, DEL = "<w:ins>{}</w:ins>", "<w:del>{}</w:del>"
GEVALLEN = {
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


@pytest.mark.parametrize("naam", GEVALLEN)
def test_elk_soort_wijziging(naam):
    xml, aangenomen, verworpen = GEVALLEN[naam]
    assert na(xml, nieuw=True) == aangenomen
    assert na(xml, nieuw=False) == verworpen


def test_wat_geen_wijziging_is_telt_niet():
    boom = parse(f'<w:body xmlns:w="{W}">{p(r("a"))}</w:body>'.encode(), "x", "x")
    assert not settle(boom, accepted=True)


VEEL = '<w:bookmarkStart w:id="1" w:name="b"/>' * 1_500


@pytest.mark.parametrize("nieuw", [True, False])
def test_ook_wat_heel_groot_is_gaat_weg_en_laat_de_rest_staan(nieuw):
    """Large things leave in another way: see `ooxml.tree.remove`."""
    versies = (
        f"<mc:AlternateContent><mc:Choice>{r('a')}</mc:Choice>"
        f"<mc:Fallback>{VEEL}<mc:AlternateContent><mc:Choice>{r('b')}</mc:Choice>"
        f"</mc:AlternateContent></mc:Fallback></mc:AlternateContent>"
    )
    assert na(p(versies) + p(r("c")), nieuw=nieuw) == "<p><r>a</r></p><p><r>c</r></p>"
    samen = na(p(VEEL + r("a"), "del") + p(r("b")), nieuw=True)
    assert samen.endswith("<r>a</r><r>b</r></p>")
    assert samen.count("bookmarkStart") == 2 * 1_500
