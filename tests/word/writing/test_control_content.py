"""What goes into a control: paragraphs, a table, or a run in a line, in the looks it has."""

from __future__ import annotations

import pytest

from independent_reader import W
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Kolom, Vraag
from uitvoeringsplan.ooxml.tree import Element, parse, w
from uitvoeringsplan.word.invulvelden import ControlKind, Invulveld
from uitvoeringsplan.word.writing.answer_xml import Gathered, StyleIds
from uitvoeringsplan.word.writing.control_content import (
    NOT_KNOWN,
    control_xml,
    empty_xml,
    field_text,
    with_bookmark,
)

KOLOMMEN = (
    Kolom("wie", "Wie"),
    Kolom("wat", "Wat"),
    Kolom("dag", "Dag", TYPES["datum"]),
)
STYLES = StyleIds(("P", "P2"), ("N", "N2"), "Link", "Tabel", "Kop", "0B5563")
PPR, RPR = "<w:pPr><w:keepNext/></w:pPr>", "<w:rPr><w:b/></w:rPr>"
BLOCK = Invulveld("v", ControlKind.BLOK, PPR, RPR)
LINE = Invulveld("v", ControlKind.REGEL, "", RPR)


def vraag(kind: str, **rest) -> Vraag:
    return Vraag(id="v", label="V", vraag="V?", type=TYPES[kind], **rest)


def tree(xml: str) -> Element:
    space = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    return parse(f'<w:body xmlns:w="{W}" {space}>{xml}</w:body>'.encode(), "x", "y")


def text(element: Element) -> str:
    return "".join(t.text or "" for t in element.iter(w("t")))


@pytest.mark.parametrize(
    ("type_", "value", "text"),
    [
        (TYPES["datum"], "2027-01-31", "31 januari 2027"),
        (TYPES["datum"], "binnenkort", "binnenkort"),
        (TYPES["lijst"], "- **a**\n- b\n  - c", "a; b; c"),
        (TYPES["tekst"], "een\ntwee\n\n[drie](https://x.nl)", "een; twee; drie"),
        (TYPES["regel"], "*letterlijk*", "*letterlijk*"),
        (TYPES["getal"], "007", "007"),
    ],
)
def test_een_gegeven_in_een_regel(type_, value, text):
    assert field_text(Vraag(id="v", label="V", vraag="V?", type=type_), value) == text


def test_een_tabel_in_een_regel():
    members = vraag("tabel", kolommen=KOLOMMEN)
    assert field_text(members, "| A | x |  |\n| B |  |  |") == "Wie: A; Wat: x; Wie: B"


def test_in_een_regel_komt_een_stuk_tekst_in_zijn_jas():
    made = tree(control_xml(LINE, vraag("datum"), "2027-01-31", STYLES, Gathered(9)))
    assert [e.tag for e in made] == [w("r")]
    assert text(made) == "31 januari 2027"
    assert made.find(f"{w('r')}/{w('rPr')}/{w('b')}") is not None


def test_een_kort_antwoord_is_een_alinea_met_de_eigenschappen_van_het_veld():
    made = tree(control_xml(BLOCK, vraag("datum"), "2027-01-31", STYLES, Gathered(9)))
    assert [e.tag for e in made] == [w("p")]
    assert made.find(f"{w('p')}/{w('pPr')}/{w('keepNext')}") is not None
    assert text(made) == "31 januari 2027"


def test_een_antwoord_met_opmaak_zijn_alineas_en_links():
    gathered = Gathered(9)
    value = "Zie [hier](https://a.nl).\n\n- punt"
    made = tree(control_xml(BLOCK, vraag("tekst"), value, STYLES, gathered))
    assert [text(p) for p in made] == ["Zie hier.", "punt"]
    assert len(list(made.iter(w("hyperlink")))) == 1
    assert list(gathered.addresses) == ["https://a.nl"]
    # Outside the main part there are no links.
    elders = tree(control_xml(BLOCK, vraag("tekst"), value, STYLES, None))
    assert list(elders.iter(w("hyperlink"))) == []
    assert text(elders).startswith("Zie hier")


def test_een_tabel_is_een_tabel():
    tabel = vraag("tabel", kolommen=KOLOMMEN)
    made = tree(control_xml(BLOCK, tabel, "| A | x | 2027-03-03 |", STYLES, Gathered(9)))
    assert len(list(made.iter(w("tbl")))) == 1
    assert "3 maart 2027" in text(made)


WAS = "<w:pPrChange><w:pPr><w:keepNext/></w:pPr></w:pPrChange>"


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("<w:p>", "<w:r><w:t>a</w:t></w:r></w:p><w:p><w:pPr><w:keepNext/></w:pPr></w:p>"),
        ("<w:p><w:pPr><w:keepNext/></w:pPr>", "<w:r/></w:p><w:p><w:pPr/></w:p>"),
        (f"<w:p><w:pPr><w:rPr><w:ins/></w:rPr>{WAS}</w:pPr>", "<w:ins><w:r/></w:ins></w:p>"),
        ("<w:tbl><w:tr><w:tc><w:p><w:pPr/>", "<w:r/></w:p></w:tc></w:tr></w:tbl><w:p/>"),
        ("<w:p>", "</w:p>"),
    ],
)
def test_een_antwoord_begint_met_een_bladwijzer_zonder_woorden(before, behind):
    mark = '<w:bookmarkStart w:id="7" w:name="uva_een_vraag"/><w:bookmarkEnd w:id="7"/>'
    made = with_bookmark(before + behind, "een-vraag", 7)
    assert made == before + mark + behind
    tree(made)


@pytest.mark.parametrize("is_vraag", [True, False])
@pytest.mark.parametrize("kind", ["tekst", "datum"])
def test_wat_een_vastgesteld_plan_toont_zonder_antwoord(kind, is_vraag):
    one = vraag(kind)
    made = tree(empty_xml(BLOCK, one, is_vraag=is_vraag))
    assert text(made) == (one.empty_text if is_vraag else NOT_KNOWN)
    assert [e.tag for e in made] == [w("p")]
    assert made.find(f"{w('p')}/{w('pPr')}/{w('keepNext')}") is not None
    in_line = tree(empty_xml(LINE, one, is_vraag=is_vraag))
    assert ([e.tag for e in in_line], text(in_line)) == ([w("r")], NOT_KNOWN)
