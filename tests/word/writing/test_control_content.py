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
)

KOLOMMEN = (
    Kolom("wie", "Wie"),
    Kolom("wat", "Wat"),
    Kolom("dag", "Dag", TYPES["datum"]),
)
STIJLEN = StyleIds(("P", "P2"), ("N", "N2"), "Link", "Tabel", "Kop", "0B5563")
PPR, RPR = "<w:pPr><w:keepNext/></w:pPr>", "<w:rPr><w:b/></w:rPr>"
BLOK = Invulveld("v", ControlKind.BLOK, PPR, RPR)
REGEL = Invulveld("v", ControlKind.REGEL, "", RPR)


def vraag(soort: str, **rest) -> Vraag:
    return Vraag(id="v", label="V", vraag="V?", type=TYPES[soort], **rest)


def boom(xml: str) -> Element:
    ruimte = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    return parse(f'<w:body xmlns:w="{W}" {ruimte}>{xml}</w:body>'.encode(), "x", "y")


def tekst(element: Element) -> str:
    return "".join(t.text or "" for t in element.iter(w("t")))


@pytest.mark.parametrize(
    ("type_", "waarde", "tekst"),
    [
        (TYPES["datum"], "2027-01-31", "31 januari 2027"),
        (TYPES["datum"], "binnenkort", "binnenkort"),
        (TYPES["lijst"], "- **a**\n- b\n  - c", "a; b; c"),
        (TYPES["tekst"], "een\ntwee\n\n[drie](https://x.nl)", "een; twee; drie"),
        (TYPES["regel"], "*letterlijk*", "*letterlijk*"),
        (TYPES["getal"], "007", "007"),
    ],
)
def test_een_gegeven_in_een_regel(type_, waarde, tekst):
    assert field_text(Vraag(id="v", label="V", vraag="V?", type=type_), waarde) == tekst


def test_een_tabel_in_een_regel():
    leden = vraag("tabel", kolommen=KOLOMMEN)
    assert field_text(leden, "| A | x |  |\n| B |  |  |") == "Wie: A; Wat: x; Wie: B"


def test_in_een_regel_komt_een_stuk_tekst_in_zijn_jas():
    gemaakt = boom(control_xml(REGEL, vraag("datum"), "2027-01-31", STIJLEN, Gathered(9)))
    assert [e.tag for e in gemaakt] == [w("r")]
    assert tekst(gemaakt) == "31 januari 2027"
    assert gemaakt.find(f"{w('r')}/{w('rPr')}/{w('b')}") is not None


def test_een_kort_antwoord_is_een_alinea_met_de_eigenschappen_van_het_veld():
    gemaakt = boom(control_xml(BLOK, vraag("datum"), "2027-01-31", STIJLEN, Gathered(9)))
    assert [e.tag for e in gemaakt] == [w("p")]
    assert gemaakt.find(f"{w('p')}/{w('pPr')}/{w('keepNext')}") is not None
    assert tekst(gemaakt) == "31 januari 2027"


def test_een_antwoord_met_opmaak_zijn_alineas_en_links():
    vangst = Gathered(9)
    waarde = "Zie [hier](https://a.nl).\n\n- punt"
    gemaakt = boom(control_xml(BLOK, vraag("tekst"), waarde, STIJLEN, vangst))
    assert [tekst(p) for p in gemaakt] == ["Zie hier.", "punt"]
    assert len(list(gemaakt.iter(w("hyperlink")))) == 1
    assert list(vangst.adressen) == ["https://a.nl"]
    # Outside the main part there are no links.
    elders = boom(control_xml(BLOK, vraag("tekst"), waarde, STIJLEN, None))
    assert list(elders.iter(w("hyperlink"))) == []
    assert tekst(elders).startswith("Zie hier")


def test_een_tabel_is_een_tabel():
    tabel = vraag("tabel", kolommen=KOLOMMEN)
    gemaakt = boom(control_xml(BLOK, tabel, "| A | x | 2027-03-03 |", STIJLEN, Gathered(9)))
    assert len(list(gemaakt.iter(w("tbl")))) == 1
    assert "3 maart 2027" in tekst(gemaakt)


@pytest.mark.parametrize("is_vraag", [True, False])
@pytest.mark.parametrize("soort", ["tekst", "datum"])
def test_wat_een_vastgesteld_plan_toont_zonder_antwoord(soort, is_vraag):
    een = vraag(soort)
    gemaakt = boom(empty_xml(BLOK, een, is_vraag=is_vraag))
    assert tekst(gemaakt) == (een.empty_text if is_vraag else NOT_KNOWN)
    assert [e.tag for e in gemaakt] == [w("p")]
    assert gemaakt.find(f"{w('p')}/{w('pPr')}/{w('keepNext')}") is not None
    in_regel = boom(empty_xml(REGEL, een, is_vraag=is_vraag))
    assert ([e.tag for e in in_regel], tekst(in_regel)) == ([w("r")], NOT_KNOWN)
