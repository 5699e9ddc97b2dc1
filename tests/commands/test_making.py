"""`genereer` and `voorbeeld`: what is made, and what is said about it."""

from __future__ import annotations

import re
from pathlib import Path

from uitvoeringsplan.ooxml.package import load_package


def test_genereer_zegt_waar_het_staat_en_wat_open_is(run_command, plan, work_folder):
    outcome = run_command("genereer", plan.name)
    assert (outcome.code, outcome.result) == (0, "dorp.docx (alle vragen zijn beantwoord)\n")
    run_command("antwoord", plan.name, "borgen-budget", "--leeg")
    assert run_command("genereer").result == "dorp.docx (1 vraag is nog open)\n"
    assert (work_folder / "dorp.docx").is_file()


def test_genereer_veel_plannen(run_command, plan, work_folder, copies):
    names = copies(plan, 6)
    outcome = run_command("genereer", *names)
    assert outcome.code == 0
    assert len(outcome.result.splitlines()) == 6
    assert len(list(work_folder.glob("p?.docx"))) == 6


def test_genereer_in_een_andere_indeling_dan_het_plan(run_command, plan, work_folder):
    assert run_command("genereer", plan.name).code == 0
    tabel = (work_folder / "dorp.docx").read_bytes()
    before = plan.read_bytes()
    assert run_command("genereer", plan.name, "--indeling", "koppen").code == 0
    assert plan.read_bytes() == before
    koppen = (work_folder / "dorp.docx").read_bytes()
    assert koppen != tabel
    run_command("antwoord", plan.name, "indeling", "koppen")
    assert run_command("genereer", plan.name, "-u", "gekozen.docx").code == 0
    # The same document; only that one says by which option it came.
    chosen = load_package(Path("gekozen.docx").read_bytes(), "").members
    met_optie = load_package(koppen, "").members
    otherwise = [name for name, member in chosen.items() if member.crc != met_optie[name].crc]
    assert otherwise == ["docProps/custom.xml"]


def test_genereer_intern_komt_naast_het_openbare_document(run_command, plan, work_folder):
    run_command("genereer", plan.name)
    public = (work_folder / "dorp.docx").read_bytes()
    outcome = run_command("genereer", plan.name, "--intern")
    assert (outcome.code, outcome.error) == (0, "")
    assert outcome.result.startswith("dorp-intern.docx")
    assert (work_folder / "dorp-intern.docx").read_bytes() != public
    assert (work_folder / "dorp.docx").read_bytes() == public


def test_een_balk_vanaf_vijf_plannen(run_command, plan, copies):
    names = copies(plan, 5)
    assert (
        "plannen\n"
        not in run_command("genereer", *names[:4], screen=True).error.split("Nagekeken")[0]
    )
    assert run_command("genereer", *names).error.startswith("Nagekeken")
    bar = run_command("genereer", *names, screen=True).error.split("Nagekeken")[0]
    assert "] 1/5 plannen" in bar
    assert bar.endswith("[####################] 5/5 plannen\n")


def test_de_balk_laat_een_fout_heel(run_command, plan, copies):
    names = copies(plan, 5)
    plan.with_name("p1.plan.yaml").write_text("soort: anders\nvragenlijst: 1\n", "utf-8")
    error = run_command("genereer", *names, screen=True).error
    assert re.search(r"(\r\x1b\[K)p1\.plan\.yaml, regel 1, kolom 8: ", error)


def test_voorbeeld(run_command):
    outcome = run_command("voorbeeld", "eerste")
    assert outcome.code == 0
    assert outcome.result.splitlines()[-1] == "Het Word-bestand: " + str(
        Path("eerste", "oudermeer.docx")
    )
    assert run_command("genereer", "eerste/oudermeer.plan.yaml").code == 0
    assert run_command("voorbeeld").result.splitlines()[0] == "Het plan: oudermeer.plan.yaml"


def test_genereer_maakt_de_map_van_u(run_command, plan, work_folder, copies):
    names = copies(plan, 2)
    outcome = run_command("genereer", *names, "-u", "uitvoer/2027")
    assert outcome.code == 0
    assert sorted(path.name for path in (work_folder / "uitvoer" / "2027").iterdir()) == [
        "p0.docx", "p1.docx",
    ]  # fmt: skip


def test_genereer_maakt_de_map_ook_voor_een_enkel_plan(run_command, plan, work_folder):
    """What a shell makes of `*.plan.yaml` may be one name; the result is no file without ending."""
    assert run_command("genereer", plan.name, "-u", "uitvoer").code == 0
    assert (work_folder / "uitvoer" / "dorp.docx").is_file()


def test_zonder_een_enkel_document_komt_er_geen_map(run_command, work_folder):
    (work_folder / "a.plan.yaml").write_text("soort: anders\nvragenlijst: 1\n", "utf-8")
    assert run_command("genereer", "a.plan.yaml", "-u", "uitvoer").code == 1
    assert not (work_folder / "uitvoer").exists()


def test_u_met_de_naam_van_een_ander_formaat(run_command, plan, folder_state):
    before = folder_state()
    outcome = run_command("genereer", plan.name, "-u", "dorp.pdf")
    assert outcome.code == 1
    assert "eindigt op .docx" in outcome.error
    assert "--naar" in outcome.error
    assert folder_state() == before


def test_een_map_die_niet_te_maken_is(run_command, plan, copies, work_folder):
    (work_folder / "uitvoer").write_text("een briefje", "utf-8")
    outcome = run_command("genereer", *copies(plan, 2), "-u", "uitvoer/2027")
    assert outcome.code == 1
    assert "een deel van het pad is een bestand, geen map" in outcome.error
    assert (work_folder / "uitvoer").read_text("utf-8") == "een briefje"
