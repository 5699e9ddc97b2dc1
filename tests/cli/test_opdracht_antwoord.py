"""`antwoord`: one answer, from the command line, a file or standard input."""

from __future__ import annotations

import pytest


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
        (("--uit-bestand", "word.docx"), 1, "geen tekst in UTF-8"),
    ):
        (werkmap / "word.docx").write_bytes(b"PK\xff\xfe")
        gedraaid = draai("antwoord", plan.name, "lokale-ambitie", *argumenten)
        assert (gedraaid.code, gedraaid.uit) == (code, "")
        assert woorden in gedraaid.fout
    assert plan.read_bytes() == voor
