"""A changed table: rows that came or went, and words in the cells of the others."""

from __future__ import annotations

from itertools import count

import pytest

from independent_reader import W, w
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Kolom, Vraag
from uitvoeringsplan.ooxml.tree import Element, parse
from uitvoeringsplan.word.tracked.tracked_runs import Marks, Side
from uitvoeringsplan.word.tracked.tracked_table import tracked_table_xml
from uitvoeringsplan.word.writing.answer_xml import StyleIds

TABEL = Vraag(
    id="t", label="T", vraag="?", type=TYPES["tabel"],
    kolommen=(Kolom("wat", "Wat"), Kolom("dag", "Dag", TYPES["datum"]), Kolom("wie", "Wie")),
)  # fmt: skip
STYLES = StyleIds(("P",), ("N",), "L", "Tabel", "Kop", "0B5563")


def made(old: Side, new: Side) -> Element:
    marks = Marks("A", "2027-01-31T00:00:00Z", count(1))
    xml = tracked_table_xml(TABEL, old, new, "<w:keepNext/>", STYLES, marks)
    return parse(f'<w:body xmlns:w="{W}">{xml}</w:body>'.encode(), "x", "y")


def short(tree: Element) -> list[str]:
    """Return the rows with their mark; words that went between [- -], that came between {+ +}."""
    return [_rij(row) for row in tree.iter(w("tr"))]


def _rij(row: Element) -> str:
    mark = "".join(
        (row.find(f"{w('trPr')}/{w(name)}") is not None and name) or "" for name in ("ins", "del")
    )
    return " ".join(filter(None, (mark, " | ".join(map(words, row.iter(w("tc")))))))


def words(element: Element) -> str:
    result = ""
    for text in element.iter(w("t"), w("delText")):
        added = next(text.iterancestors(w("ins")), None) is not None
        gone = text.tag == w("delText")
        result += f"[-{text.text}-]" if gone else f"{{+{text.text}+}}" if added else text.text
    return result


def rows(old: str, new: str) -> list[str]:
    return short(made(Side(old, ""), Side(new, "")))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("| a |  |  |", "| a |  |  |", ["Wat", "a"]),
        ("| een oude kat |  |  |", "| een nieuwe kat |  |  |",
         ["Wat", "een [-oude-]{+nieuwe+} kat"]),
        ("| a |  |  |", "| a |  |  |\n| b |  |  |", ["Wat", "a", "ins {+b+}"]),
        ("| a |  |  |\n| b |  |  |", "| a |  |  |", ["Wat", "a", "del [-b-]"]),
        ("| a | 2027-03-03 |  |", "| a |  |  |", ["Wat | Dag", "a | [-3 maart 2027-]{+–+}"]),
        ("| a |  |  |", "| a |  | An |", ["Wat | Wie", "a | [-–-]{+An+}"]),
        ("", "| a |  |  |", ["ins {+Wat+}", "ins {+a+}"]),
        ("| a |  |  |", "", ["del [-Wat-]", "del [-a-]"]),
    ],
)  # fmt: skip
def test_wat_er_van_de_rijen_werd(old, new, expected):
    assert rows(old, new) == expected


def test_woorden_voor_geen_antwoord_staan_onder_de_tabel():
    tree = made(Side("| a |  |  |", ""), Side("", "Niet vastgelegd."))
    assert short(tree) == ["del [-Wat-]", "del [-a-]"]
    below = tree[-1]
    assert below.tag == w("p")
    assert words(below) == "{+Niet vastgelegd.+}"


def test_zonder_tabel_is_er_alleen_een_alinea():
    tree = made(Side("", "Leeg."), Side("", "Nog leeg."))
    assert list(tree.iter(w("tbl"))) == []
    assert words(tree) == "[-Leeg-]{+Nog leeg+}."
    assert tree.find(f"{w('p')}/{w('pPr')}/{w('keepNext')}") is not None
    assert list(made(Side("", ""), Side("", ""))) == []
