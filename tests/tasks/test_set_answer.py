from __future__ import annotations

import pytest

from uitvoeringsplan.errors import AntwoordError, BestandError, OnbekendeVraagError
from uitvoeringsplan.tasks.environment import open_plan
from uitvoeringsplan.tasks.set_answer import load_text, set_answer


def otherwise(before: bytes, after: bytes) -> list[bytes]:
    return [line for line in after.splitlines() if line not in before.splitlines()]


def test_een_antwoord_verandert_alleen_zijn_eigen_regels(example_plan):
    before = example_plan.read_bytes()
    put = set_answer(example_plan, "gemeente", "Nergenshuizen")
    assert put.changed
    assert otherwise(before, example_plan.read_bytes()) == [b"  gemeente: Nergenshuizen"]


def test_hetzelfde_antwoord_schrijft_niets(example_plan):
    before = example_plan.stat()
    put = set_answer(example_plan, "gemeente", "Oudermeer")
    assert not put.changed
    assert (example_plan.stat().st_mtime_ns, example_plan.stat().st_ino) == (
        before.st_mtime_ns,
        before.st_ino,
    )


def test_wie_dat_vraagt_haalt_het_antwoord_weg(example_plan):
    put = set_answer(example_plan, "lokale-ambitie", "", empty=True)
    assert (put.changed, put.is_empty) == (True, True)
    assert "  lokale-ambitie: |\n\n" in example_plan.read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("gewoon", False),
        ("met regeleinde van de shell\n", False),
        ("met regeleinde van Windows\r\n", False),
        ("een\n\ntwee\n", False),
        ("een\r\n\r\ntwee\r\n", False),
        ("een\ttab", True),
        ("spaties  \nachteraan", True),
        ("onzichtbaar\u0007", True),
    ],
)
def test_of_de_tekst_is_opgeschoond(example_plan, text, cleaned):
    assert set_answer(example_plan, "lokale-ambitie", text).cleaned is cleaned


def test_een_antwoord_komt_in_de_vorm_van_zijn_soort(example_plan):
    set_answer(example_plan, "datum", "3 maart 2027")
    set_answer(example_plan, "status", "VASTGESTELD")
    set_answer(example_plan, "handhaving-criteria", "een\ntwee")
    plan = open_plan(example_plan).plan
    assert plan.gegevens["datum"] == "2027-03-03"
    assert plan.gegevens["status"] == "vastgesteld"
    assert plan.antwoorden["handhaving-criteria"] == "- een\n- twee"


@pytest.mark.parametrize(
    ("vraag", "text", "error"),
    [
        ("lokale-ambite", "x", OnbekendeVraagError),
        ("datum", "morgen", AntwoordError),
        ("status", "klaar", AntwoordError),
        ("lokale-ambitie", "\ufeff \n", AntwoordError),
    ],
)
def test_wat_niet_kan_verandert_niets(example_plan, vraag, text, error):
    before = example_plan.read_bytes()
    with pytest.raises(error):
        set_answer(example_plan, vraag, text)
    assert example_plan.read_bytes() == before
    assert [path.name for path in example_plan.parent.iterdir()] == [example_plan.name]


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_een_antwoord_uit_een_bestand(tmp_path, bom):
    (tmp_path / "a.txt").write_bytes(bom + "Één.\r\n\r\n- twee\n".encode())
    assert load_text(tmp_path / "a.txt").text == "Één.\r\n\r\n- twee\n"


def test_een_bestand_dat_geen_tekst_is(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04\xff\xfe word/")
    with pytest.raises(BestandError, match=r"a\.docx: dit is een Word-bestand, geen tekst"):
        load_text(tmp_path / "a.docx")
    with pytest.raises(BestandError, match="bestaat niet"):
        load_text(tmp_path / "weg.txt")
