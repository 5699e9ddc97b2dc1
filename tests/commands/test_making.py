"""`genereer` and `voorbeeld`: what is made, and what is said about it."""

from __future__ import annotations

import re
from pathlib import Path

from uitvoeringsplan.ooxml.package import load_package


def test_genereer_zegt_waar_het_staat_en_wat_open_is(draai, plan, werkmap):
    gedraaid = draai("genereer", plan.name)
    assert (gedraaid.code, gedraaid.uit) == (0, "dorp.docx (alle vragen zijn beantwoord)\n")
    draai("antwoord", plan.name, "borgen-budget", "--leeg")
    assert draai("genereer").uit == "dorp.docx (1 vraag is nog open)\n"
    assert (werkmap / "dorp.docx").is_file()


def test_genereer_veel_plannen(draai, plan, werkmap, kopieen):
    namen = kopieen(plan, 6)
    gedraaid = draai("genereer", *namen)
    assert gedraaid.code == 0
    assert len(gedraaid.uit.splitlines()) == 6
    assert len(list(werkmap.glob("p?.docx"))) == 6


def test_genereer_in_een_andere_indeling_dan_het_plan(draai, plan, werkmap):
    assert draai("genereer", plan.name).code == 0
    tabel = (werkmap / "dorp.docx").read_bytes()
    voor = plan.read_bytes()
    assert draai("genereer", plan.name, "--indeling", "koppen").code == 0
    assert plan.read_bytes() == voor
    koppen = (werkmap / "dorp.docx").read_bytes()
    assert koppen != tabel
    draai("antwoord", plan.name, "indeling", "koppen")
    assert draai("genereer", plan.name, "-u", "gekozen.docx").code == 0
    # The same document; only that one says by which option it came.
    gekozen = load_package(Path("gekozen.docx").read_bytes(), "").leden
    met_optie = load_package(koppen, "").leden
    anders = [naam for naam, lid in gekozen.items() if lid.crc != met_optie[naam].crc]
    assert anders == ["docProps/custom.xml"]


def test_genereer_intern_komt_naast_het_openbare_document(draai, plan, werkmap):
    draai("genereer", plan.name)
    openbaar = (werkmap / "dorp.docx").read_bytes()
    gedraaid = draai("genereer", plan.name, "--intern")
    assert (gedraaid.code, gedraaid.fout) == (0, "")
    assert gedraaid.uit.startswith("dorp-intern.docx")
    assert (werkmap / "dorp-intern.docx").read_bytes() != openbaar
    assert (werkmap / "dorp.docx").read_bytes() == openbaar


def test_een_balk_vanaf_vijf_plannen(draai, plan, kopieen):
    namen = kopieen(plan, 5)
    assert "plannen\n" not in draai("genereer", *namen[:4], scherm=True).fout.split("Nagekeken")[0]
    assert draai("genereer", *namen).fout.startswith("Nagekeken")
    balk = draai("genereer", *namen, scherm=True).fout.split("Nagekeken")[0]
    assert "] 1/5 plannen" in balk
    assert balk.endswith("[####################] 5/5 plannen\n")


def test_de_balk_laat_een_fout_heel(draai, plan, kopieen):
    namen = kopieen(plan, 5)
    plan.with_name("p1.plan.yaml").write_text("soort: anders\nvragenlijst: 1\n", "utf-8")
    fout = draai("genereer", *namen, scherm=True).fout
    assert re.search(r"(\r\x1b\[K)p1\.plan\.yaml, regel 1, kolom 8: ", fout)


def test_voorbeeld(draai):
    gedraaid = draai("voorbeeld", "eerste")
    assert gedraaid.code == 0
    assert gedraaid.uit.splitlines()[-1] == "Het Word-bestand: " + str(
        Path("eerste", "oudermeer.docx")
    )
    assert draai("genereer", "eerste/oudermeer.plan.yaml").code == 0
    assert draai("voorbeeld").uit.splitlines()[0] == "Het plan: oudermeer.plan.yaml"


def test_genereer_maakt_de_map_van_u(draai, plan, werkmap, kopieen):
    namen = kopieen(plan, 2)
    gedraaid = draai("genereer", *namen, "-u", "uitvoer/2027")
    assert gedraaid.code == 0
    assert sorted(pad.name for pad in (werkmap / "uitvoer" / "2027").iterdir()) == [
        "p0.docx", "p1.docx",
    ]  # fmt: skip


def test_genereer_maakt_de_map_ook_voor_een_enkel_plan(draai, plan, werkmap):
    """What a shell makes of `*.plan.yaml` may be one name; the result is no file without ending."""
    assert draai("genereer", plan.name, "-u", "uitvoer").code == 0
    assert (werkmap / "uitvoer" / "dorp.docx").is_file()


def test_zonder_een_enkel_document_komt_er_geen_map(draai, werkmap):
    (werkmap / "a.plan.yaml").write_text("soort: anders\nvragenlijst: 1\n", "utf-8")
    assert draai("genereer", "a.plan.yaml", "-u", "uitvoer").code == 1
    assert not (werkmap / "uitvoer").exists()


def test_u_met_de_naam_van_een_ander_formaat(draai, plan, mapstand):
    voor = mapstand()
    gedraaid = draai("genereer", plan.name, "-u", "dorp.pdf")
    assert gedraaid.code == 1
    assert "eindigt op .docx" in gedraaid.fout
    assert "--naar" in gedraaid.fout
    assert mapstand() == voor


def test_een_map_die_niet_te_maken_is(draai, plan, kopieen, werkmap):
    (werkmap / "uitvoer").write_text("een briefje", "utf-8")
    gedraaid = draai("genereer", *kopieen(plan, 2), "-u", "uitvoer/2027")
    assert gedraaid.code == 1
    assert "een deel van het pad is een bestand, geen map" in gedraaid.fout
    assert (werkmap / "uitvoer").read_text("utf-8") == "een briefje"
