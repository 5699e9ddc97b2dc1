from __future__ import annotations

import pytest
from lxml import etree

from uitvoeringsplan.model.answer_markup import read_markup
from uitvoeringsplan.word.writing.answer_xml import Gathered, StyleIds, answer_xml, run_xml

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS = {"w": W, "r": R}
STIJLEN = StyleIds(("Bul1", "Bul2"), ("Num1", "Num2"), "Lnk")


def boom(tekst: str, vangst: Gathered | None = None, ppr: str = ""):
    xml = answer_xml(read_markup(tekst), STIJLEN, vangst or Gathered(10), ppr)
    return etree.fromstring(f'<o xmlns:w="{W}" xmlns:r="{R}">{xml}</o>')


def stijlen(wortel) -> list[str]:
    return [
        next(iter(p.xpath("w:pPr/w:pStyle/@w:val", namespaces=NS)), "")
        for p in wortel.xpath("w:p", namespaces=NS)
    ]


def nummers(tekst: str) -> tuple[list[str], list[tuple[int, int, int]]]:
    """Return the numId per paragraph (empty: none), and the numberings that were made."""
    vangst = Gathered(10)
    wortel = boom(tekst, vangst)
    return [
        next(iter(p.xpath("w:pPr/w:numPr/w:numId/@w:val", namespaces=NS)), "")
        for p in wortel.xpath("w:p", namespaces=NS)
    ], vangst.nummeringen


def test_alineas_en_regeleinden():
    wortel = boom("een\ntwee\n\ndrie")
    assert stijlen(wortel) == ["", ""]
    assert [r.tag.split("}")[1] for r in wortel[0][0]] == ["t", "br", "t"]
    assert wortel.xpath("w:p[1]//w:t/text()", namespaces=NS) == ["een", "twee"]


def test_gewone_alineas_nemen_de_eigenschappen_van_de_plaatshouder_over():
    ppr = '<w:pPr><w:pStyle w:val="Kader"/></w:pPr>'
    assert stijlen(boom("een\n\n- punt\n\ntwee", ppr=ppr)) == ["Kader", "Bul1", "Kader"]


def test_opsommingen_per_niveau():
    assert stijlen(boom("- a\n  - b\n    - c\n- d")) == ["Bul1", "Bul2", "Bul2", "Bul1"]


def test_een_genummerde_lijst_begint_bij_haar_eerste_nummer():
    assert nummers("4. a\n5. b") == (["10", "10"], [(10, 0, 4)])


def test_een_tweede_lijst_begint_opnieuw():
    assert nummers("1. a\n2. b\n\ntekst\n\n1. c") == (
        ["10", "10", "", "11"],
        [(10, 0, 1), (11, 0, 1)],
    )


def test_een_lijst_gaat_door_na_dieper_liggende_punten():
    assert nummers("1. a\n  - x\n  - y\n2. b") == (["10", "", "", "10"], [(10, 0, 1)])
    assert nummers("1. a\n  1. x\n2. b\n  1. y") == (
        ["10", "11", "10", "12"],
        [(10, 0, 1), (11, 1, 1), (12, 1, 1)],
    )


def test_een_punt_zonder_nummer_op_hetzelfde_niveau_breekt_de_lijst_af():
    assert nummers("1. a\n- x\n1. b") == (["10", "", "11"], [(10, 0, 1), (11, 0, 1)])


def test_genummerde_punten_dragen_hun_niveau():
    wortel = boom("1. a\n  7. b")
    assert stijlen(wortel) == ["Num1", "Num2"]
    assert wortel.xpath("//w:ilvl/@w:val", namespaces=NS) == ["0", "1"]


@pytest.mark.parametrize(
    ("tekst", "nadruk"),
    [("**a**", {"b"}), ("*a*", {"i"}), ("***a***", {"b", "i"}), ("a", set())],
)
def test_nadruk(tekst, nadruk):
    (loop,) = boom(tekst).iter(f"{{{W}}}r")
    assert {e.tag.split("}")[1] for e in loop.xpath("w:rPr/*", namespaces=NS)} == nadruk


def test_een_link_heeft_de_stijl_en_een_relatie_per_adres():
    vangst = Gathered(1)
    wortel = boom(
        "[a](https://x.nl/?p=1&q=2) en [**b**](https://y.nl) en [c](https://x.nl/?p=1&q=2)", vangst
    )
    links = wortel.xpath("//w:hyperlink", namespaces=NS)
    assert [link.get(f"{{{R}}}id") for link in links] == ["uvpLink1", "uvpLink2", "uvpLink1"]
    assert vangst.adressen == {"https://x.nl/?p=1&q=2": "uvpLink1", "https://y.nl": "uvpLink2"}
    assert [
        [e.tag.split("}")[1] for e in link.xpath("w:r/w:rPr/*", namespaces=NS)] for link in links
    ] == [["rStyle"], ["rStyle", "b"], ["rStyle"]]
    assert set(wortel.xpath("//w:rStyle/@w:val", namespaces=NS)) == {"Lnk"}


def test_tekens_die_in_xml_iets_betekenen():
    tekst = 'R&D <b> ]]> "x" &amp;'
    assert "".join(boom(tekst).itertext()) == tekst


def test_dubbele_spaties_blijven():
    (t,) = boom("a  b").iter(f"{{{W}}}t")
    assert t.text == "a  b"
    assert t.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_een_regel_voor_in_een_alinea():
    xml = run_xml("a & *b*", "<w:rPr><w:b/></w:rPr>")
    (loop,) = etree.fromstring(f'<o xmlns:w="{W}">{xml}</o>')
    assert [e.tag.split("}")[1] for e in loop] == ["rPr", "t"]
    assert "".join(loop.itertext()) == "a & *b*"
