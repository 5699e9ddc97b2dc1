from __future__ import annotations

import pytest

from uitvoeringsplan.errors import AntwoordError, BestandError, OnbekendeVraagError
from uitvoeringsplan.tasks.environment import open_omgeving
from uitvoeringsplan.tasks.set_answer import lees_tekst, zet_antwoord


def anders(voor: bytes, na: bytes) -> list[bytes]:
    return [regel for regel in na.splitlines() if regel not in voor.splitlines()]


def test_een_antwoord_verandert_alleen_zijn_eigen_regels(voorbeeldplan):
    voor = voorbeeldplan.read_bytes()
    gezet = zet_antwoord(voorbeeldplan, "gemeente", "Nergenshuizen")
    assert gezet.veranderd
    assert anders(voor, voorbeeldplan.read_bytes()) == [b"  gemeente: Nergenshuizen"]


def test_hetzelfde_antwoord_schrijft_niets(voorbeeldplan):
    voor = voorbeeldplan.stat()
    gezet = zet_antwoord(voorbeeldplan, "gemeente", "Oudermeer")
    assert not gezet.veranderd
    assert (voorbeeldplan.stat().st_mtime_ns, voorbeeldplan.stat().st_ino) == (
        voor.st_mtime_ns,
        voor.st_ino,
    )


def test_wie_dat_vraagt_haalt_het_antwoord_weg(voorbeeldplan):
    gezet = zet_antwoord(voorbeeldplan, "lokale-ambitie", "", empty=True)
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
    assert zet_antwoord(voorbeeldplan, "lokale-ambitie", tekst).opgeschoond is opgeschoond


def test_een_antwoord_komt_in_de_vorm_van_zijn_soort(voorbeeldplan):
    zet_antwoord(voorbeeldplan, "datum", "3 maart 2027")
    zet_antwoord(voorbeeldplan, "status", "VASTGESTELD")
    zet_antwoord(voorbeeldplan, "handhaving-criteria", "een\ntwee")
    plan = open_omgeving().plan(voorbeeldplan).plan
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
        zet_antwoord(voorbeeldplan, vraag, tekst)
    assert voorbeeldplan.read_bytes() == voor
    assert [pad.name for pad in voorbeeldplan.parent.iterdir()] == [voorbeeldplan.name]


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_een_antwoord_uit_een_bestand(tmp_path, bom):
    (tmp_path / "a.txt").write_bytes(bom + "Één.\r\n\r\n- twee\n".encode())
    assert lees_tekst(tmp_path / "a.txt").tekst == "Één.\r\n\r\n- twee\n"


def test_een_bestand_dat_geen_tekst_is(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04\xff\xfe word/")
    with pytest.raises(BestandError, match=r"a\.docx: dit is een Word-bestand, geen tekst"):
        lees_tekst(tmp_path / "a.docx")
    with pytest.raises(BestandError, match="bestaat niet"):
        lees_tekst(tmp_path / "weg.txt")
