"""`antwoord`: one answer, from the command line, a file or standard input."""

from __future__ import annotations

import sys

import pytest

from uitvoeringsplan import cli
from uitvoeringsplan.files import file_reading
from uitvoeringsplan.files.lookup import find_vragen


def test_antwoord_als_argument(run_command, plan):
    assert run_command("antwoord", plan.name, "gemeente", "Ede") == (
        0,
        "gemeente bewaard in dorp.plan.yaml.\n",
        "",
    )
    assert run_command("antwoord", plan.name, "gemeente", "Ede").result == (
        "gemeente stond er al in dorp.plan.yaml.\n"
    )


@pytest.mark.parametrize("dash", [(), ("-",)])
@pytest.mark.parametrize(
    "typed",
    [
        "Één.\n\n- punt\n".encode(),
        "\ufeffÉén.\r\n\r\n- punt\r\n".encode(),
        "Één.\n\n- punt\n".encode("cp1252"),
        "Één.\r\n\r\n- punt\r\n".encode("utf-16"),
    ],
)
def test_antwoord_van_standaardinvoer(run_command, plan, dash, typed):
    assert run_command("antwoord", plan.name, "lokale-ambitie", *dash, typed=typed).code == 0
    assert "lokale-ambitie: |\n    Één.\n\n    - punt\n\n" in plan.read_text("utf-8")


@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_een_merk_vooraan_de_invoer_is_geen_tekst(run_command, plan, bom):
    outcome = run_command("antwoord", plan.name, "lokale-ambitie", typed=f"{bom}Tekst\n".encode())
    assert outcome.result == "lokale-ambitie bewaard in dorp.plan.yaml.\n"


def test_antwoord_zegt_dat_er_is_opgeschoond(run_command, plan):
    outcome = run_command("antwoord", plan.name, "lokale-ambitie", "een\ttab")
    assert "De tekst is opgeschoond" in outcome.result


def test_antwoord_uit_een_bestand(run_command, plan, work_folder):
    (work_folder / "tekst.txt").write_bytes("Één.\r\n\r\n- punt\r\n".encode())
    outcome = run_command("antwoord", plan.name, "lokale-ambitie", "--uit-bestand", "tekst.txt")
    assert outcome == (0, "lokale-ambitie bewaard in dorp.plan.yaml.\n", "")
    assert "lokale-ambitie: |\n    Één.\n\n    - punt\n\n" in plan.read_text("utf-8")


def test_antwoord_uit_een_bestand_dat_niet_kan(run_command, plan, work_folder):
    before = plan.read_bytes()
    for arguments, code, words in (
        (("tekst", "--uit-bestand", "t.txt"), 2, "niet allebei"),
        (("--uit-bestand", "weg.txt"), 1, "weg.txt: dit bestand bestaat niet"),
        (("--uit-bestand", "."), 1, "dit is een map"),
        (("--uit-bestand", "word.docx"), 1, "word.docx: dit is een Word-bestand"),
        (("-", "--leeg"), 2, "niet allebei"),
        (("--uit-bestand", "word.docx", "--leeg"), 2, "niet allebei"),
    ):
        (work_folder / "word.docx").write_bytes(b"PK\x03\x04\x00word/document.xml")
        outcome = run_command("antwoord", plan.name, "lokale-ambitie", *arguments)
        assert (outcome.code, outcome.result) == (code, "")
        assert words in outcome.error
    assert plan.read_bytes() == before


@pytest.mark.parametrize("door", ["invoer", "bestand"])
@pytest.mark.parametrize(
    ("data", "zin"),
    [
        (b"PK\x03\x04\x00word/document.xml", "dit is een Word-bestand, geen tekst."),
        (b"%PDF-1.7", "dit is een pdf, geen tekst."),
        (b"een\x00twee", "bytes met de waarde nul"),
        (b"\xff\xfe\x00", "UTF-16 is beschadigd"),
    ],
)
def test_wat_geen_tekst_is_verandert_niets_door_welke_deur_ook(run_command, plan, door, data, zin):
    before = plan.read_bytes()
    if door == "bestand":
        plan.with_name("bron").write_bytes(data)
        outcome = run_command("antwoord", plan.name, "borgen-budget", "--uit-bestand", "bron")
    else:
        outcome = run_command("antwoord", plan.name, "borgen-budget", typed=data)
    assert (outcome.code, outcome.result) == (1, "")
    assert outcome.error.startswith("bron: " if door == "bestand" else "standaardinvoer: ")
    assert zin in outcome.error
    assert plan.read_bytes() == before


@pytest.mark.parametrize("door", ["invoer", "bestand", "argument"])
def test_wat_windows_1252_was_wordt_gezegd_door_welke_deur_ook(run_command, plan, door):
    data = "Café € 20.\r\n".encode("cp1252")
    plan.with_name("bron").write_bytes(data)
    arguments = {
        "invoer": (),
        "bestand": ("--uit-bestand", "bron"),
        "argument": (data.decode("utf-8", "surrogateescape"),),
    }[door]
    outcome = run_command("antwoord", plan.name, "borgen-budget", *arguments, typed=data)
    assert outcome.code == 0
    assert "gelezen als Windows-1252. Kijk of dit klopt: Café, €." in outcome.result
    assert "opgeschoond" not in outcome.result
    assert "  borgen-budget: |\n    Café € 20.\n\n" in plan.read_text("utf-8")


@pytest.mark.parametrize("arguments", [(), ("-",), ("",), (" \n",), ("--uit-bestand", "leeg")])
def test_niets_haalt_een_antwoord_niet_weg(run_command, plan, arguments):
    before = plan.read_bytes()
    plan.with_name("leeg").write_bytes(b"\r\n")
    outcome = run_command("antwoord", plan.name, "borgen-budget", *arguments)
    assert (outcome.code, outcome.result) == (1, "")
    assert "de tekst is leeg. Er is niets veranderd." in outcome.error
    assert "gebruik dan --leeg." in outcome.error
    assert plan.read_bytes() == before


def test_met_leeg_gaat_een_antwoord_weg_en_dat_wordt_gezegd(run_command, plan):
    outcome = run_command("antwoord", plan.name, "borgen-budget", "--leeg", typed=b"telt niet")
    assert outcome == (0, "borgen-budget leeggemaakt in dorp.plan.yaml.\n", "")
    assert "  borgen-budget: |\n\n" in plan.read_text("utf-8")
    outcome = run_command("antwoord", plan.name, "borgen-budget", "--leeg")
    assert outcome.result == "borgen-budget was al leeg in dorp.plan.yaml.\n"


@pytest.mark.parametrize(
    "text",
    ["- punt", "- een\n- twee", "-5", "-0,4 fte", "-- zo", "-u twee woorden", "-€ 5", "---"],
)
def test_een_tekst_mag_met_een_streepje_beginnen(run_command, plan, text):
    lijst = str(find_vragen())
    for arguments in ((text,), ("--vragen", lijst, text), (text, "--vragen", lijst)):
        assert run_command("antwoord", plan.name, "borgen-budget", "--leeg").code == 0
        assert run_command("antwoord", plan.name, "borgen-budget", *arguments).code == 0
        block = text.replace("\n", "\n    ")
        assert f"  borgen-budget: |\n    {block}\n\n" in plan.read_text("utf-8")


def test_een_tekst_die_op_een_optie_lijkt_kan_na_een_los_streepjespaar(run_command, plan):
    before = plan.read_bytes()
    outcome = run_command("antwoord", plan.name, "borgen-budget", "-punt")
    assert outcome.code == 2
    assert "Is het een tekst? Zet er dan een los -- voor." in outcome.error
    assert plan.read_bytes() == before
    assert (
        "Bedoel je --leeg?" in run_command("antwoord", plan.name, "borgen-budget", "--lege").error
    )
    assert run_command("antwoord", plan.name, "borgen-budget", "--", "-punt").code == 0
    assert run_command("antwoord", plan.name, "borgen-budget", "--", "- twee").code == 0
    assert "  borgen-budget: |\n    - twee\n\n" in plan.read_text("utf-8")


def test_een_nieuw_punt_en_een_pad_mogen_met_een_streepje_beginnen(run_command, plan):
    assert "Het hele plan: - bellen" in run_command("punt", plan.name, "--nieuw", "- bellen").result
    assert "- raar.txt: dit bestand bestaat niet" in (
        run_command("antwoord", plan.name, "borgen-budget", "--uit-bestand", "- raar.txt").error
    )
    assert run_command("genereer", plan.name, "-uuit voer.docx").code == 0
    assert plan.with_name("uit voer.docx").exists()


def test_een_gesloten_of_eindeloze_standaardinvoer_is_een_zin(run_command, plan, monkeypatch):
    monkeypatch.setattr(file_reading, "MAX_BYTES", 10)
    outcome = run_command("antwoord", plan.name, "borgen-budget", typed=b"elf letters")
    assert (outcome.code, outcome.result) == (1, "")
    assert "standaardinvoer: dat is meer dan" in outcome.error
    monkeypatch.setattr(sys, "stdin", None)
    assert cli.run(["antwoord", plan.name, "borgen-budget"]) == 1
