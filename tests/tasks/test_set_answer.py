from __future__ import annotations

import pytest

from uitvoeringsplan.errors import AntwoordError, BestandError, OnbekendeVraagError
from uitvoeringsplan.tasks.environment import open_environment
from uitvoeringsplan.tasks.set_answer import load_text, set_answer


def anders(voor: bytes, na: bytes) -> list[bytes]:
    return [regel for regel in na.splitlines() if regel not in voor.splitlines()]


def test_een_antwoord_verandert_alleen_zijn_eigen_regels(voorbeeldplan):
    voor = voorbeeldplan.read_bytes()
    gezet = set_answer(voorbeeldplan, "gemeente", "Nergenshuizen")
    assert gezet.veranderd
    assert anders(voor, voorbeeldplan.read_bytes()) == [b"  gemeente: Nergenshuizen"]


def test_hetzelfde_antwoord_schrijft_niets(voorbeeldplan):
    voor = voorbeeldplan.stat()
    gezet = set_answer(voorbeeldplan, "gemeente", "Oudermeer")
    assert not gezet.veranderd
    assert (voorbeeldplan.stat().st_mtime_ns, voorbeeldplan.stat().st_ino) == (
        voor.st_mtime_ns,
        voor.st_ino,
    )


def test_wie_dat_vraagt_haalt_het_antwoord_weg(voorbeeldplan):
    gezet = set_answer(voorbeeldplan, "lokale-ambitie", "", empty=True)
    assert (gezet.veranderd, gezet.is_leeg) == (True, True)
    assert "  lokale-ambitie: |\n\n" in voorbeeldplan.read_text("utf-8")


@pytest.mark.parametrize(
    ("tekst", "opgeschoond"),
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
def test_of_de_tekst_is_opgeschoond(voorbeeldplan, tekst, opgeschoond):
    assert set_answer(voorbeeldplan, "lokale-ambitie", tekst).opgeschoond is opgeschoond


def test_een_antwoord_komt_in_de_vorm_van_zijn_soort(voorbeeldplan):
    set_answer(voorbeeldplan, "datum", "3 maart 2027")
    set_answer(voorbeeldplan, "status", "VASTGESTELD")
    set_answer(voorbeeldplan, "handhaving-criteria", "een\ntwee")
    plan = open_environment().plan(voorbeeldplan).plan
    assert plan.gegevens["datum"] == "2027-03-03"
    assert plan.gegevens["status"] == "vastgesteld"
    assert plan.antwoorden["handhaving-criteria"] == "- een\n- twee"


@pytest.mark.parametrize(
    ("vraag", "tekst", "fout"),
    [
        ("lokale-ambite", "x", OnbekendeVraagError),
        ("datum", "morgen", AntwoordError),
        ("status", "klaar", AntwoordError),
        ("lokale-ambitie", "\ufeff \n", AntwoordError),
    ],
)
def test_wat_niet_kan_verandert_niets(voorbeeldplan, vraag, tekst, fout):
    voor = voorbeeldplan.read_bytes()
    with pytest.raises(fout):
        set_answer(voorbeeldplan, vraag, tekst)
    assert voorbeeldplan.read_bytes() == voor
    assert [pad.name for pad in voorbeeldplan.parent.iterdir()] == [voorbeeldplan.name]


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_een_antwoord_uit_een_bestand(tmp_path, bom):
    (tmp_path / "a.txt").write_bytes(bom + "Één.\r\n\r\n- twee\n".encode())
    assert load_text(tmp_path / "a.txt").tekst == "Één.\r\n\r\n- twee\n"


def test_een_bestand_dat_geen_tekst_is(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04\xff\xfe word/")
    with pytest.raises(BestandError, match=r"a\.docx: dit is een Word-bestand, geen tekst"):
        load_text(tmp_path / "a.docx")
    with pytest.raises(BestandError, match="bestaat niet"):
        load_text(tmp_path / "weg.txt")
