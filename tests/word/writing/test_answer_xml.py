from __future__ import annotations

import pytest
from lxml import etree

from uitvoeringsplan.model.answer_markup import read_markup
from uitvoeringsplan.word.writing.answer_xml import Gathered, StyleIds, answer_xml, run_xml

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS = {"w": W, "r": R}
STYLES = StyleIds(("Bul1", "Bul2"), ("Num1", "Num2"), "Lnk")


def tree(text: str, gathered: Gathered | None = None, ppr: str = ""):
    xml = answer_xml(read_markup(text), STYLES, gathered or Gathered(10), ppr)
    return etree.fromstring(f'<o xmlns:w="{W}" xmlns:r="{R}">{xml}</o>')


def styles(root) -> list[str]:
    return [
        next(iter(p.xpath("w:pPr/w:pStyle/@w:val", namespaces=NS)), "")
        for p in root.xpath("w:p", namespaces=NS)
    ]


def numbers(text: str) -> tuple[list[str], list[tuple[int, int, int]]]:
    """Return the numId per paragraph (empty: none), and the numberings that were made."""
    gathered = Gathered(10)
    root = tree(text, gathered)
    return [
        next(iter(p.xpath("w:pPr/w:numPr/w:numId/@w:val", namespaces=NS)), "")
        for p in root.xpath("w:p", namespaces=NS)
    ], gathered.numberings


def test_alineas_en_regeleinden():
    root = tree("een\ntwee\n\ndrie")
    assert styles(root) == ["", ""]
    assert [r.tag.split("}")[1] for r in root[0][0]] == ["t", "br", "t"]
    assert root.xpath("w:p[1]//w:t/text()", namespaces=NS) == ["een", "twee"]


def test_gewone_alineas_nemen_de_eigenschappen_van_de_plaatshouder_over():
    ppr = '<w:pPr><w:pStyle w:val="Kader"/></w:pPr>'
    assert styles(tree("een\n\n- punt\n\ntwee", ppr=ppr)) == ["Kader", "Bul1", "Kader"]


def test_opsommingen_per_niveau():
    assert styles(tree("- a\n  - b\n    - c\n- d")) == ["Bul1", "Bul2", "Bul2", "Bul1"]


def test_een_genummerde_lijst_begint_bij_haar_eerste_nummer():
    assert numbers("4. a\n5. b") == (["10", "10"], [(10, 0, 4)])


def test_een_tweede_lijst_begint_opnieuw():
    assert numbers("1. a\n2. b\n\ntekst\n\n1. c") == (
        ["10", "10", "", "11"],
        [(10, 0, 1), (11, 0, 1)],
    )


def test_een_lijst_gaat_door_na_dieper_liggende_punten():
    assert numbers("1. a\n  - x\n  - y\n2. b") == (["10", "", "", "10"], [(10, 0, 1)])
    assert numbers("1. a\n  1. x\n2. b\n  1. y") == (
        ["10", "11", "10", "12"],
        [(10, 0, 1), (11, 1, 1), (12, 1, 1)],
    )


def test_een_punt_zonder_nummer_op_hetzelfde_niveau_breekt_de_lijst_af():
    assert numbers("1. a\n- x\n1. b") == (["10", "", "11"], [(10, 0, 1), (11, 0, 1)])


def test_genummerde_punten_dragen_hun_niveau():
    root = tree("1. a\n  7. b")
    assert styles(root) == ["Num1", "Num2"]
    assert root.xpath("//w:ilvl/@w:val", namespaces=NS) == ["0", "1"]


@pytest.mark.parametrize(
    ("text", "emphasis"),
    [("**a**", {"b"}), ("*a*", {"i"}), ("***a***", {"b", "i"}), ("a", set())],
)
def test_nadruk(text, emphasis):
    (loop,) = tree(text).iter(f"{{{W}}}r")
    assert {e.tag.split("}")[1] for e in loop.xpath("w:rPr/*", namespaces=NS)} == emphasis


def test_een_link_heeft_de_stijl_en_een_relatie_per_adres():
    gathered = Gathered(1)
    root = tree(
        "[a](https://x.nl/?p=1&q=2) en [**b**](https://y.nl) en [c](https://x.nl/?p=1&q=2)",
        gathered,
    )
    links = root.xpath("//w:hyperlink", namespaces=NS)
    assert [link.get(f"{{{R}}}id") for link in links] == ["rId1", "rId2", "rId1"]
    assert gathered.addresses == {"https://x.nl/?p=1&q=2": "rId1", "https://y.nl": "rId2"}
    assert [
        [e.tag.split("}")[1] for e in link.xpath("w:r/w:rPr/*", namespaces=NS)] for link in links
    ] == [["rStyle"], ["rStyle", "b"], ["rStyle"]]
    assert set(root.xpath("//w:rStyle/@w:val", namespaces=NS)) == {"Lnk"}


def test_tekens_die_in_xml_iets_betekenen():
    text = 'R&D <b> ]]> "x" &amp;'
    assert "".join(tree(text).itertext()) == text


def test_dubbele_spaties_blijven():
    (t,) = tree("a  b").iter(f"{{{W}}}t")
    assert t.text == "a  b"
    assert t.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_een_regel_voor_in_een_alinea():
    xml = run_xml("a & *b*", "<w:rPr><w:b/></w:rPr>")
    (loop,) = etree.fromstring(f'<o xmlns:w="{W}">{xml}</o>')
    assert [e.tag.split("}")[1] for e in loop] == ["rPr", "t"]
    assert "".join(loop.itertext()) == "a & *b*"
