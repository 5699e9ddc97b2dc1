"""What in an answer says something that the plan cannot hold, and so must be looked at."""

from __future__ import annotations

import re

import pytest
from changed_parts import DOCUMENT, content, edited, replace

from uitvoeringsplan.word.returned.reading import read_returned

BUDGET = "borgen-budget"


@pytest.fixture
def with_budget(made, real_lijst):
    """Return what is read where the first paragraph of an answer holds these runs."""

    def perform(runs: str, before: str = ""):
        text = content(made).decode()
        place = text.index(f'<w:tag w:val="{BUDGET}"/>')
        start = text.index("<w:sdtContent>", place) + len("<w:sdtContent>")
        end = text.index("</w:sdtContent>", start)
        new = f"{text[:start]}<w:p>{before}{runs}</w:p>{text[end:]}"
        terug = read_returned(edited(made, {DOCUMENT: new.encode()}), "x", real_lijst)
        assert terug.fixed.is_equal
        messages = [one.message for one in terug.doubts if one.vraag_id == BUDGET]
        return terug.antwoorden[BUDGET], messages

    return perform


def run(text: str, own: str = "") -> str:
    return f'<w:r><w:rPr>{own}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


HEIGHT = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize(
    ("runs", "zin", "is_certain"),
    [
        (run("Er is ") + run("€ 35.000", "<w:strike/>") + run(" € 50.000."), "“€ 35.000”", False),
        (run("Er is ") + run("€ 35.000", "<w:dstrike/>"), "is tekst doorgehaald", False),
        (run("voor 10") + run("3", HEIGHT) + run(" bezoekers"), "hoog geschreven: “3”", False),
        (run("CO") + run("2", HEIGHT.replace("super", "sub")), "laag geschreven: “2”", True),
        (run("Er is geld.") + run("Geheim.", "<w:vanish/>"), "verborgen tekst", True),
        (run("Kijk ") + '<w:r><w:sym w:font="Webdings" w:char="F052"/></w:r>', "\ufffd", False),
    ],
)
def test_wat_als_gewone_tekst_iets_anders_zegt(with_budget, runs, zin, is_certain):
    reading, messages = with_budget(runs)
    (message,) = messages
    assert zin in message
    assert reading.is_certain is is_certain


@pytest.mark.parametrize(
    "runs",
    [
        run("gewoon", '<w:strike w:val="0"/>'), run("de 1") + run("e", HEIGHT), run(" ", HEIGHT),
        run("Zo ") + '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + run(" 3"),
    ],
)  # fmt: skip
def test_waar_niets_van_te_zeggen_is(with_budget, runs):
    reading, messages = with_budget(runs)
    assert messages == []
    assert reading.is_certain


def test_een_symbool_wordt_een_letter(with_budget):
    reading, _ = with_budget(run("marge ") + '<w:r><w:sym w:font="Symbol" w:char="F0B1"/></w:r>')
    assert reading.text == "marge ±"


def test_een_lijst_met_letters(made, real_lijst):
    numbers = "word/numbering.xml"
    text = content(made, numbers)
    lijst = (
        b'<w:abstractNum w:abstractNumId="777"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt'
        b' w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
    )
    num = b'<w:num w:numId="777"><w:abstractNumId w:val="777"/></w:num></w:numbering>'
    place = text.index(b"<w:num ")
    new = (text[:place] + lijst + text[place:]).replace(b"</w:numbering>", num)
    document = content(made).decode()
    place = document.index(f'<w:tag w:val="{BUDGET}"/>')
    start = document.index("<w:p>", document.index("<w:sdtContent>", place)) + len("<w:p>")
    ppr = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="777"/></w:numPr></w:pPr>'
    rest = re.sub("^<w:pPr>.*?</w:pPr>", "", document[start:], count=1)
    data = edited(made, {numbers: new, DOCUMENT: f"{document[:start]}{ppr}{rest}".encode()})
    terug = read_returned(data, "x", real_lijst)
    (message,) = (one.message for one in terug.doubts)
    assert "een lijst met letters of Romeinse cijfers" in message
    assert terug.antwoorden[BUDGET].text.startswith("1. In 2027")


@pytest.mark.parametrize(
    ("ding", "name"),
    [("<w:drawing/>", "een afbeelding"), ('<w:footnoteReference w:id="2"/>', "een voetnoot")],
)
def test_in_een_tabelcel_gaat_niets_stil_verloren(made, real_lijst, ding, name):
    data = replace(made, "op het intranet zetten</w:t>", f"op het intranet zetten</w:t>{ding}")
    terug = read_returned(data, "x", real_lijst)
    (message,) = (one.message for one in terug.doubts if one.vraag_id == "acties")
    assert f"In dit antwoord staat {name}" in message
    assert "Dat kan niet mee; de tekst wel." in message


def test_een_doorgehaald_gegeven_wordt_genoemd(made, real_lijst):
    text = content(made).decode()
    place = text.index('<w:tag w:val="gemeente"/>')
    start = text.index("<w:r>", text.index("<w:sdtContent>", place))
    dash = re.sub("^<w:r>(<w:rPr>)?", "<w:r><w:rPr><w:strike/>", text[start:], count=1)
    dash = (
        dash
        if text[start:].startswith("<w:r><w:rPr>")
        else dash.replace("<w:strike/>", "<w:strike/></w:rPr>", 1)
    )
    data = edited(made, {DOCUMENT: (text[:start] + dash).encode()})
    terug = read_returned(data, "x", real_lijst)
    assert any("is tekst doorgehaald: “Oudermeer”" in one.message for one in terug.doubts)
