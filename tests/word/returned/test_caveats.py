"""What in an answer says something that the plan cannot hold, and so must be looked at."""

from __future__ import annotations

import re

import pytest
from changed_parts import DOCUMENT, bewerkt, inhoud, vervang

from uitvoeringsplan.word.returned.reading import read_returned

BUDGET = "borgen-budget"


@pytest.fixture
def met_budget(gemaakt, echte_lijst):
    """Return what is read where the first paragraph of an answer holds these runs."""

    def doe(runs: str, voor: str = ""):
        tekst = inhoud(gemaakt).decode()
        plek = tekst.index(f'<w:tag w:val="{BUDGET}"/>')
        begin = tekst.index("<w:sdtContent>", plek) + len("<w:sdtContent>")
        einde = tekst.index("</w:sdtContent>", begin)
        nieuw = f"{tekst[:begin]}<w:p>{voor}{runs}</w:p>{tekst[einde:]}"
        terug = read_returned(bewerkt(gemaakt, {DOCUMENT: nieuw.encode()}), "x", echte_lijst)
        assert terug.vast.is_gelijk
        meldingen = [een.melding for een in terug.bedenkingen if een.vraag_id == BUDGET]
        return terug.antwoorden[BUDGET], meldingen

    return doe


def run(tekst: str, eigen: str = "") -> str:
    return f'<w:r><w:rPr>{eigen}</w:rPr><w:t xml:space="preserve">{tekst}</w:t></w:r>'


HOOG = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize(
    ("runs", "zin", "is_zeker"),
    [
        (run("Er is ") + run("€ 35.000", "<w:strike/>") + run(" € 50.000."), "“€ 35.000”", False),
        (run("Er is ") + run("€ 35.000", "<w:dstrike/>"), "is tekst doorgehaald", False),
        (run("voor 10") + run("3", HOOG) + run(" bezoekers"), "hoog geschreven: “3”", False),
        (run("CO") + run("2", HOOG.replace("super", "sub")), "laag geschreven: “2”", True),
        (run("Er is geld.") + run("Geheim.", "<w:vanish/>"), "verborgen tekst", True),
        (run("Kijk ") + '<w:r><w:sym w:font="Webdings" w:char="F052"/></w:r>', "\ufffd", False),
    ],
)
def test_wat_als_gewone_tekst_iets_anders_zegt(met_budget, runs, zin, is_zeker):
    gelezen, meldingen = met_budget(runs)
    (melding,) = meldingen
    assert zin in melding
    assert gelezen.is_zeker is is_zeker


@pytest.mark.parametrize(
    "runs",
    [
        run("gewoon", '<w:strike w:val="0"/>'), run("de 1") + run("e", HOOG), run(" ", HOOG),
        run("Zo ") + '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + run(" 3"),
    ],
)  # fmt: skip
def test_waar_niets_van_te_zeggen_is(met_budget, runs):
    gelezen, meldingen = met_budget(runs)
    assert meldingen == []
    assert gelezen.is_zeker


def test_een_symbool_wordt_een_letter(met_budget):
    gelezen, _ = met_budget(run("marge ") + '<w:r><w:sym w:font="Symbol" w:char="F0B1"/></w:r>')
    assert gelezen.tekst == "marge ±"


def test_een_lijst_met_letters(gemaakt, echte_lijst):
    nummers = "word/numbering.xml"
    tekst = inhoud(gemaakt, nummers)
    lijst = (
        b'<w:abstractNum w:abstractNumId="777"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt'
        b' w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
    )
    num = b'<w:num w:numId="777"><w:abstractNumId w:val="777"/></w:num></w:numbering>'
    plek = tekst.index(b"<w:num ")
    nieuw = (tekst[:plek] + lijst + tekst[plek:]).replace(b"</w:numbering>", num)
    document = inhoud(gemaakt).decode()
    plek = document.index(f'<w:tag w:val="{BUDGET}"/>')
    begin = document.index("<w:p>", document.index("<w:sdtContent>", plek)) + len("<w:p>")
    ppr = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="777"/></w:numPr></w:pPr>'
    rest = re.sub("^<w:pPr>.*?</w:pPr>", "", document[begin:], count=1)
    data = bewerkt(gemaakt, {nummers: nieuw, DOCUMENT: f"{document[:begin]}{ppr}{rest}".encode()})
    terug = read_returned(data, "x", echte_lijst)
    (melding,) = (een.melding for een in terug.bedenkingen)
    assert "een lijst met letters of Romeinse cijfers" in melding
    assert terug.antwoorden[BUDGET].tekst.startswith("1. In 2027")


@pytest.mark.parametrize(
    ("ding", "naam"),
    [("<w:drawing/>", "een afbeelding"), ('<w:footnoteReference w:id="2"/>', "een voetnoot")],
)
def test_in_een_tabelcel_gaat_niets_stil_verloren(gemaakt, echte_lijst, ding, naam):
    data = vervang(gemaakt, "op het intranet zetten</w:t>", f"op het intranet zetten</w:t>{ding}")
    terug = read_returned(data, "x", echte_lijst)
    (melding,) = (een.melding for een in terug.bedenkingen if een.vraag_id == "acties")
    assert f"In dit antwoord staat {naam}" in melding
    assert "Dat kan niet mee; de tekst wel." in melding


def test_een_doorgehaald_gegeven_wordt_genoemd(gemaakt, echte_lijst):
    tekst = inhoud(gemaakt).decode()
    plek = tekst.index('<w:tag w:val="gemeente"/>')
    begin = tekst.index("<w:r>", tekst.index("<w:sdtContent>", plek))
    streep = re.sub("^<w:r>(<w:rPr>)?", "<w:r><w:rPr><w:strike/>", tekst[begin:], count=1)
    streep = (
        streep
        if tekst[begin:].startswith("<w:r><w:rPr>")
        else streep.replace("<w:strike/>", "<w:strike/></w:rPr>", 1)
    )
    data = bewerkt(gemaakt, {DOCUMENT: (tekst[:begin] + streep).encode()})
    terug = read_returned(data, "x", echte_lijst)
    assert any("is tekst doorgehaald: “Oudermeer”" in een.melding for een in terug.bedenkingen)
