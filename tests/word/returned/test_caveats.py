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
        (run("Er is ") + run("€ 35.000", "<w:strike/>") + run(" € 50.000."), "“€ 35.000”", True),
        (run("Er is ") + run("€ 35.000", "<w:dstrike/>"), "is tekst doorgehaald", True),
        (run("voor 10") + run("3a", HEIGHT) + run(" bezoekers"), "hoog geschreven: “3a”", False),
        (run("CO") + run("2x", HEIGHT.replace("super", "sub")), "laag geschreven: “2x”", True),
        (run("voor 10") + run("3", '<w:position w:val="6"/>'), "hoog geschreven: “3”", False),
        (run("Er is geld.") + run("Geheim.", "<w:vanish/>"), "verborgen tekst", True),
        (run("Er is ") + run("geld", '<w:u w:val="single"/>'), "onderstreept: “geld”", True),
        (run("geld", '<w:highlight w:val="yellow"/>'), "gemarkeerd met een kleur: “geld”", True),
        (run("geld", "<w:caps/>"), "staat tekst in hoofdletters: “geld”", True),
        (run("geld", "<w:smallCaps/>"), "staat tekst in kleine hoofdletters: “geld”", True),
        (run("geld", '<w:color w:val="C00000"/>'), "is tekst gekleurd: “geld”", True),
        (run("geld", '<w:shd w:fill="0B5563"/>'), "staat tekst met een achtergrondkleur", True),
        (
            run("geld", "<w:nieuw/>"),
            "tekst met opmaak die dit programma niet kent (nieuw): “g",
            True,
        ),
        (
            run("Er is ")
            + run("ge", '<w:u w:val="single"/><w:bdr w:val="single"/><w:b/>')
            + run("ld", '<w:bdr w:val="single"/><w:u w:val="single"/>'),
            "is tekst onderstreept en met een kader: “geld”. Het plan kent dat niet",
            True,
        ),
        (
            run("geld", '<w:strike/><w:highlight w:val="yellow"/>'),
            "is tekst doorgehaald en gemarkeerd met een kleur: “geld”. In het plan staan ~~",
            True,
        ),
        (run("Geheim", '<w:color w:val="ffffff"/>'), "in witte letters", False),
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
        run("geld", '<w:u w:val="none"/><w:highlight w:val="none"/><w:caps w:val="0"/>'),
        run("VNG", "<w:caps/><w:smallCaps/>"), run("geld", '<w:color w:val="000000"/>'),
        run("geld", '<w:rFonts w:ascii="Arial"/><w:sz w:val="40"/><w:lang w:val="en-GB"/>'),
        '<w:hyperlink r:id="rId1"/>' + run("geld"), run("m") + run("2", HEIGHT),
    ],
)  # fmt: skip
def test_waar_niets_van_te_zeggen_is(with_budget, runs):
    reading, messages = with_budget(runs)
    assert messages == []
    assert reading.is_certain


@pytest.mark.parametrize(
    ("ppr", "zin", "is_certain"),
    [
        ('<w:pBdr><w:top w:val="single"/></w:pBdr>', "heeft een alinea een rand: “geld”", True),
        ('<w:shd w:val="clear" w:fill="FFFF00"/>', "een achtergrondkleur: “geld”", True),
        ("<w:pageBreakBefore/>", "een nieuwe pagina ervoor: “geld”", True),
        ("<w:sectPr/>", "een sectie-einde erachter: “geld”", True),
        ('<w:framePr w:dropCap="drop" w:lines="3"/>', "een beginkapitaal", False),
    ],
)  # fmt: skip
def test_wat_een_alinea_meer_heeft_dan_woorden(with_budget, ppr, zin, is_certain):
    reading, (message,) = with_budget(run("geld"), f"<w:pPr>{ppr}</w:pPr>")
    assert zin in message
    assert reading.text == "geld"
    assert reading.is_certain is is_certain


@pytest.mark.parametrize(
    "ppr",
    [
        '<w:pageBreakBefore w:val="false"/><w:pBdr><w:top w:val="nil"/></w:pBdr>',
        '<w:pBdr/><w:shd w:val="clear" w:fill="auto"/>',
    ],
)
def test_wat_programma_s_bij_elke_alinea_schrijven_zegt_niets(with_budget, ppr):
    reading, messages = with_budget(run("geld"), f"<w:pPr>{ppr}</w:pPr>")
    assert (reading.text, messages) == ("geld", [])


def test_de_kop_van_een_tabel_heeft_de_kleur_van_zijn_cel(made, real_lijst):
    """AbiWord 3.0.6 gives the colour of a cell to the paragraphs in it."""
    text = content(made).decode()
    shade = '<w:shd w:val="clear" w:fill="0B5563"/>'
    for words, told in (("Trekker (functie)", []), ("op het intranet zetten", ["acties"])):
        end = text.index(f"{words}</w:t>", text.index('<w:tag w:val="acties"/>'))
        start = text.rindex("<w:pPr>", 0, end) + len("<w:pPr>")
        changed = re.sub("(?s)^(<w:pStyle[^>]*>)?", rf"\g<1>{shade}", text[start:], count=1)
        data = edited(made, {DOCUMENT: f"{text[:start]}{changed}".encode()})
        doubts = read_returned(data, "x", real_lijst).doubts
        assert [one.vraag_id for one in doubts if "achtergrondkleur" in one.message] == told


@pytest.mark.parametrize(
    ("kind", "name"), [("page", "een pagina-einde"), ("column", "een kolomeinde")]
)
def test_een_einde_van_bladzijde_of_kolom_wordt_genoemd(with_budget, kind, name):
    reading, (message,) = with_budget(
        run("Er is") + f'<w:r><w:br w:type="{kind}"/></w:r>' + run("geld")
    )
    assert f"staat {name}. Dat kan niet mee" in message
    assert reading.text == "Er is\ngeld"


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
    assert f"In rij 1 (“Borgen van de aanpak”), kolom “Actie”, staat {name}" in message
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
