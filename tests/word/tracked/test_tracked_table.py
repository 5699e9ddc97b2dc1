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
STIJLEN = StyleIds(("P",), ("N",), "L", "Tabel", "Kop", "0B5563")


def gemaakt(oud: Side, nieuw: Side) -> Element:
    marks = Marks("A", "2027-01-31T00:00:00Z", count(1))
    xml = tracked_table_xml(TABEL, oud, nieuw, "<w:keepNext/>", STIJLEN, marks)
    return parse(f'<w:body xmlns:w="{W}">{xml}</w:body>'.encode(), "x", "y")


def kort(boom: Element) -> list[str]:
    """Return the rows with their mark; words that went between [- -], that came between {+ +}."""
    return [_rij(rij) for rij in boom.iter(w("tr"))]


def _rij(rij: Element) -> str:
    merk = "".join(
        (rij.find(f"{w('trPr')}/{w(naam)}") is not None and naam) or "" for naam in ("ins", "del")
    )
    return " ".join(filter(None, (merk, " | ".join(map(woorden, rij.iter(w("tc")))))))


def woorden(element: Element) -> str:
    uit = ""
    for tekst in element.iter(w("t"), w("delText")):
        erbij = next(tekst.iterancestors(w("ins")), None) is not None
        weg = tekst.tag == w("delText")
        uit += f"[-{tekst.text}-]" if weg else f"{{+{tekst.text}+}}" if erbij else tekst.text
    return uit


def rijen(oud: str, nieuw: str) -> list[str]:
    return kort(gemaakt(Side(oud, ""), Side(nieuw, "")))


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
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
def test_wat_er_van_de_rijen_werd(oud, nieuw, verwacht):
    assert rijen(oud, nieuw) == verwacht


def test_woorden_voor_geen_antwoord_staan_onder_de_tabel():
    boom = gemaakt(Side("| a |  |  |", ""), Side("", "Niet vastgelegd."))
    assert kort(boom) == ["del [-Wat-]", "del [-a-]"]
    onder = boom[-1]
    assert onder.tag == w("p")
    assert woorden(onder) == "{+Niet vastgelegd.+}"


def test_zonder_tabel_is_er_alleen_een_alinea():
    boom = gemaakt(Side("", "Leeg."), Side("", "Nog leeg."))
    assert list(boom.iter(w("tbl"))) == []
    assert woorden(boom) == "[-Leeg-]{+Nog leeg+}."
    assert boom.find(f"{w('p')}/{w('pPr')}/{w('keepNext')}") is not None
    assert list(gemaakt(Side("", ""), Side("", ""))) == []
