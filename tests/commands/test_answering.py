"""`antwoord`: one answer, from the command line, a file or standard input."""

from __future__ import annotations

import sys

import pytest

from uitvoeringsplan import cli
from uitvoeringsplan.files import file_reading
from uitvoeringsplan.files.lookup import find_vragen


def test_antwoord_als_argument(draai, plan):
    assert draai("antwoord", plan.name, "gemeente", "Ede") == (
        0,
        "gemeente bewaard in dorp.plan.yaml.\n",
        "",
    )
    assert draai("antwoord", plan.name, "gemeente", "Ede").uit == (
        "gemeente stond er al in dorp.plan.yaml.\n"
    )


@pytest.mark.parametrize("streepje", [(), ("-",)])
@pytest.mark.parametrize(
    "invoer",
    [
        "Één.\n\n- punt\n".encode(),
        "\ufeffÉén.\r\n\r\n- punt\r\n".encode(),
        "Één.\n\n- punt\n".encode("cp1252"),
        "Één.\r\n\r\n- punt\r\n".encode("utf-16"),
    ],
)
def test_antwoord_van_standaardinvoer(draai, plan, streepje, invoer):
    assert draai("antwoord", plan.name, "lokale-ambitie", *streepje, invoer=invoer).code == 0
    assert "lokale-ambitie: |\n    Één.\n\n    - punt\n\n" in plan.read_text("utf-8")


@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_een_merk_vooraan_de_invoer_is_geen_tekst(draai, plan, bom):
    gedraaid = draai("antwoord", plan.name, "lokale-ambitie", invoer=f"{bom}Tekst\n".encode())
    assert gedraaid.uit == "lokale-ambitie bewaard in dorp.plan.yaml.\n"


def test_antwoord_zegt_dat_er_is_opgeschoond(draai, plan):
    gedraaid = draai("antwoord", plan.name, "lokale-ambitie", "een\ttab")
    assert "De tekst is opgeschoond" in gedraaid.uit


def test_antwoord_uit_een_bestand(draai, plan, werkmap):
    (werkmap / "tekst.txt").write_bytes("Één.\r\n\r\n- punt\r\n".encode())
    gedraaid = draai("antwoord", plan.name, "lokale-ambitie", "--uit-bestand", "tekst.txt")
    assert gedraaid == (0, "lokale-ambitie bewaard in dorp.plan.yaml.\n", "")
    assert "lokale-ambitie: |\n    Één.\n\n    - punt\n\n" in plan.read_text("utf-8")


def test_antwoord_uit_een_bestand_dat_niet_kan(draai, plan, werkmap):
    voor = plan.read_bytes()
    for argumenten, code, woorden in (
        (("tekst", "--uit-bestand", "t.txt"), 2, "niet allebei"),
        (("--uit-bestand", "weg.txt"), 1, "weg.txt: dit bestand bestaat niet"),
        (("--uit-bestand", "."), 1, "dit is een map"),
        (("--uit-bestand", "word.docx"), 1, "word.docx: dit is een Word-bestand"),
        (("-", "--leeg"), 2, "niet allebei"),
        (("--uit-bestand", "word.docx", "--leeg"), 2, "niet allebei"),
    ):
        (werkmap / "word.docx").write_bytes(b"PK\x03\x04\x00word/document.xml")
        gedraaid = draai("antwoord", plan.name, "lokale-ambitie", *argumenten)
        assert (gedraaid.code, gedraaid.uit) == (code, "")
        assert woorden in gedraaid.fout
    assert plan.read_bytes() == voor


@pytest.mark.parametrize("deur", ["invoer", "bestand"])
@pytest.mark.parametrize(
    ("data", "zin"),
    [
        (b"PK\x03\x04\x00word/document.xml", "dit is een Word-bestand, geen tekst."),
        (b"%PDF-1.7", "dit is een pdf, geen tekst."),
        (b"een\x00twee", "bytes met de waarde nul"),
        (b"\xff\xfe\x00", "UTF-16 is beschadigd"),
    ],
)
def test_wat_geen_tekst_is_verandert_niets_door_welke_deur_ook(draai, plan, deur, data, zin):
    voor = plan.read_bytes()
    if deur == "bestand":
        plan.with_name("bron").write_bytes(data)
        gedraaid = draai("antwoord", plan.name, "borgen-budget", "--uit-bestand", "bron")
    else:
        gedraaid = draai("antwoord", plan.name, "borgen-budget", invoer=data)
    assert (gedraaid.code, gedraaid.uit) == (1, "")
    assert gedraaid.fout.startswith("bron: " if deur == "bestand" else "standaardinvoer: ")
    assert zin in gedraaid.fout
    assert plan.read_bytes() == voor


@pytest.mark.parametrize("deur", ["invoer", "bestand", "argument"])
def test_wat_windows_1252_was_wordt_gezegd_door_welke_deur_ook(draai, plan, deur):
    data = "Café € 20.\r\n".encode("cp1252")
    plan.with_name("bron").write_bytes(data)
    argumenten = {
        "invoer": (),
        "bestand": ("--uit-bestand", "bron"),
        "argument": (data.decode("utf-8", "surrogateescape"),),
    }[deur]
    gedraaid = draai("antwoord", plan.name, "borgen-budget", *argumenten, invoer=data)
    assert gedraaid.code == 0
    assert "gelezen als Windows-1252. Kijk of dit klopt: Café, €." in gedraaid.uit
    assert "opgeschoond" not in gedraaid.uit
    assert "  borgen-budget: |\n    Café € 20.\n\n" in plan.read_text("utf-8")


@pytest.mark.parametrize("argumenten", [(), ("-",), ("",), (" \n",), ("--uit-bestand", "leeg")])
def test_niets_haalt_een_antwoord_niet_weg(draai, plan, argumenten):
    voor = plan.read_bytes()
    plan.with_name("leeg").write_bytes(b"\r\n")
    gedraaid = draai("antwoord", plan.name, "borgen-budget", *argumenten)
    assert (gedraaid.code, gedraaid.uit) == (1, "")
    assert "de tekst is leeg. Er is niets veranderd." in gedraaid.fout
    assert "gebruik dan --leeg." in gedraaid.fout
    assert plan.read_bytes() == voor


def test_met_leeg_gaat_een_antwoord_weg_en_dat_wordt_gezegd(draai, plan):
    gedraaid = draai("antwoord", plan.name, "borgen-budget", "--leeg", invoer=b"telt niet")
    assert gedraaid == (0, "borgen-budget leeggemaakt in dorp.plan.yaml.\n", "")
    assert "  borgen-budget: |\n\n" in plan.read_text("utf-8")
    gedraaid = draai("antwoord", plan.name, "borgen-budget", "--leeg")
    assert gedraaid.uit == "borgen-budget was al leeg in dorp.plan.yaml.\n"


@pytest.mark.parametrize(
    "tekst",
    ["- punt", "- een\n- twee", "-5", "-0,4 fte", "-- zo", "-u twee woorden", "-€ 5", "---"],
)
def test_een_tekst_mag_met_een_streepje_beginnen(draai, plan, tekst):
    lijst = str(find_vragen())
    for argumenten in ((tekst,), ("--vragen", lijst, tekst), (tekst, "--vragen", lijst)):
        assert draai("antwoord", plan.name, "borgen-budget", "--leeg").code == 0
        assert draai("antwoord", plan.name, "borgen-budget", *argumenten).code == 0
        blok = tekst.replace("\n", "\n    ")
        assert f"  borgen-budget: |\n    {blok}\n\n" in plan.read_text("utf-8")


def test_een_tekst_die_op_een_optie_lijkt_kan_na_een_los_streepjespaar(draai, plan):
    voor = plan.read_bytes()
    gedraaid = draai("antwoord", plan.name, "borgen-budget", "-punt")
    assert gedraaid.code == 2
    assert "Is het een tekst? Zet er dan een los -- voor." in gedraaid.fout
    assert plan.read_bytes() == voor
    assert "Bedoel je --leeg?" in draai("antwoord", plan.name, "borgen-budget", "--lege").fout
    assert draai("antwoord", plan.name, "borgen-budget", "--", "-punt").code == 0
    assert draai("antwoord", plan.name, "borgen-budget", "--", "- twee").code == 0
    assert "  borgen-budget: |\n    - twee\n\n" in plan.read_text("utf-8")


def test_een_nieuw_punt_en_een_pad_mogen_met_een_streepje_beginnen(draai, plan):
    assert "Het hele plan: - bellen" in draai("punt", plan.name, "--nieuw", "- bellen").uit
    assert "- raar.txt: dit bestand bestaat niet" in (
        draai("antwoord", plan.name, "borgen-budget", "--uit-bestand", "- raar.txt").fout
    )
    assert draai("genereer", plan.name, "-uuit voer.docx").code == 0
    assert plan.with_name("uit voer.docx").exists()


def test_een_gesloten_of_eindeloze_standaardinvoer_is_een_zin(draai, plan, monkeypatch):
    monkeypatch.setattr(file_reading, "MAX_BYTES", 10)
    gedraaid = draai("antwoord", plan.name, "borgen-budget", invoer=b"elf letters")
    assert (gedraaid.code, gedraaid.uit) == (1, "")
    assert "standaardinvoer: dat is meer dan" in gedraaid.fout
    monkeypatch.setattr(sys, "stdin", None)
    assert cli.run(["antwoord", plan.name, "borgen-budget"]) == 1
