"""`genereer` looks at the plan: an adopted one with faults gets no document."""

from __future__ import annotations

import pytest

from uitvoeringsplan.commands.making import _make
from uitvoeringsplan.tasks.generate import Request, take_order

READY = {
    "status": "vastgesteld",
    "datum-vaststelling": "2026-11-20",
    "bestuurlijk-trekker": "wethouder Samenleving",
}
NOG_NIET = "het plan is vastgesteld, maar nog niet klaar. Er is niets gemaakt."


@pytest.fixture
def zet(run_command):
    def perform(plan, **texts) -> None:
        for name, text in texts.items():
            assert run_command("antwoord", plan.name, name.replace("_", "-"), text).code == 0

    return perform


@pytest.fixture
def ready(plan, zet):
    """Make the example a plan that was adopted and has no findings."""
    zet(plan, **READY)
    return plan


def test_van_een_concept_staat_er_hoeveel_er_gevonden_is_en_waarop(run_command, plan, zet):
    (line,) = run_command("genereer").error.splitlines()
    assert line == (
        "Nagekeken op wat ontbreekt, open punten en datums: 1 opmerking. Je leest het met:"
        f" uitvoeringsplan controleer {plan.name}"
    )
    run_command("punt", plan.name, "--nieuw", "Klopt dit?")
    zet(plan, periode_van="2027", periode_tot="2026", lokale_ambitie="Nummer 111222333.")
    outcome = run_command("genereer")
    assert outcome.code == 0  # a concept may have faults
    assert "datums: 1 fout, 1 waarschuwing en 1 opmerking." in outcome.error


def test_zonder_bevindingen_staat_er_niets_bij(run_command, ready):
    assert run_command("genereer", ready.name) == (
        0,
        "dorp.docx (alle vragen zijn beantwoord)\n",
        "",
    )


def test_een_vastgesteld_plan_zonder_fout_wordt_gemaakt_en_is_op_alles_nagekeken(
    run_command, ready, zet
):
    zet(ready, lokale_ambitie="Dit staat op XXX.")
    outcome = run_command("genereer")
    assert outcome.code == 0
    assert "Nagekeken op alles: 1 waarschuwing." in outcome.error


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("opsteller", "--leeg", "- Opsteller: dit is verplicht, maar nog leeg. Vul het in."),
        ("datum-vaststelling", "--leeg", "- Vastgesteld op: dit is verplicht in een plan dat"),
        ("periode-tot", "2020", "- Laatste jaar: het plan loopt tot en met 2020, maar"),
        ("lokale-ambitie", "Nummer 111222333.", "- Lokale ambitie: 111222333 kan een"),
    ],
)
def test_van_een_vastgesteld_plan_met_een_fout_komt_niets(
    run_command, ready, folder_state, name, text, why
):
    run_command("antwoord", ready.name, name, text)
    before = folder_state()
    outcome = run_command("genereer", "--naar", "md,html", "--metadata")
    assert (outcome.code, outcome.result) == (1, "")
    first, reason, *_, slot = outcome.error.splitlines()
    assert first == f"{ready.name}: {NOG_NIET}"
    assert reason.startswith(why)
    assert slot == (
        f"Alles staat in `uitvoeringsplan controleer {ready.name}`. Met --toch komt het er toch."
    )
    assert folder_state() == before


def test_er_staan_er_hooguit_drie(run_command, ready):
    for name in ("gemeente", "opsteller", "versie", "datum", "periode-van"):
        run_command("antwoord", ready.name, name, "--leeg")
    lines = run_command("genereer").error.splitlines()
    assert [line[:2] for line in lines[1:-1]] == ["- "] * 4
    assert lines[-2] == "- en nog 2"


def test_met_toch_komt_het_er_en_staat_er_wat_er_mis_is(run_command, ready, work_folder, zet):
    zet(ready, opsteller="--leeg")
    outcome = run_command("genereer", "--toch")
    assert outcome.code == 0
    assert (work_folder / "dorp.docx").is_file()
    assert "Nagekeken op alles: 1 fout." in outcome.error


def test_een_document_dat_er_stond_blijft_staan(run_command, ready, work_folder, zet):
    run_command("genereer")
    before = (work_folder / "dorp.docx").read_bytes()
    zet(ready, opsteller="--leeg")
    assert run_command("genereer", "--overschrijf").code == 1
    assert (work_folder / "dorp.docx").read_bytes() == before


@pytest.mark.parametrize("optie", ["--intern", "--met-punten"])
def test_wat_binnen_blijft_wordt_niet_tegengehouden(run_command, ready, zet, optie):
    zet(ready, opsteller="--leeg")
    outcome = run_command("genereer", optie)
    assert (outcome.code, outcome.error) == (0, "")


def test_een_vervallen_plan_wordt_niet_tegengehouden(run_command, ready, zet):
    zet(ready, status="vervallen", opsteller="--leeg")
    outcome = run_command("genereer")
    assert outcome.code == 0
    assert "datums: 1 fout." in outcome.error


def test_van_meer_plannen_houdt_er_een_de_andere_niet_tegen(
    run_command, ready, copies, work_folder, zet
):
    one, two, three = copies(ready, 3)
    zet(ready.with_name(two), opsteller="--leeg")
    zet(ready.with_name(three), status="concept")
    outcome = run_command("genereer", one, two, three)
    assert outcome.code == 1
    assert sorted(path.name for path in work_folder.glob("*.docx")) == ["p0.docx", "p2.docx"]
    assert f"{two}: {NOG_NIET}" in outcome.error
    assert "Nagekeken op wat ontbreekt, open punten en datums: 1 fout." in outcome.error
    assert "uitvoeringsplan controleer, met dezelfde plannen" in outcome.error
    assert outcome.error.endswith("2 van de 3 plannen gemaakt, 1 niet.\n")


def test_bij_volgen_wordt_gezegd_waarom_er_niets_komt(ready, work_folder, zet, capsys):
    """What is followed is made by the same order, again and again."""
    zet(ready, opsteller="--leeg")
    command = take_order([ready], request=Request(check_over=True))
    _make(command.renewed((ready,)))
    assert NOG_NIET in capsys.readouterr().err
    zet(ready, opsteller="griffier")
    _make(command.renewed((ready,)))
    assert (work_folder / "dorp.docx").is_file()
