"""`controleer` looks at a Word file as it was asked for, and takes no option for a change."""

from __future__ import annotations

import json
import re
import shutil

import pytest

from uitvoeringsplan.files.lookup import find_sjabloon
from uitvoeringsplan.word.filling.made_here import read_options

HUISSTIJL = 'kleuren:\n  accent: "#0B5563"\n'


@pytest.fixture
def bevindingen(run_command, plan):
    """Return what `controleer` finds about the Word file beside the plan."""

    def perform(*options: str) -> list[str]:
        outcome = run_command("controleer", plan.name, "--formaat", "json", *options)
        assert outcome.code == 0, outcome.error
        (one,) = json.loads(outcome.result)
        found = one["bevindingen"]
        return [b["melding"] for b in found if b["controle"].startswith("word-")]

    return perform


@pytest.fixture
def own(work_folder):
    """Put a template and a house style of one's own beside, under other names than the usual."""
    shutil.copy(find_sjabloon("uitvoeringsplan-polarisatie.docx"), work_folder / "eigen.docx")
    (work_folder / "stijl.yaml").write_text(HUISSTIJL, "utf-8")


@pytest.mark.parametrize(
    ("options", "name"),
    [
        pytest.param((), {}, id="niets"),
        pytest.param(("--indeling", "koppen"), {"indeling": "koppen"}, id="koppen"),
        pytest.param(("--indeling", "tabel"), None, id="tabel"),
        pytest.param(("--intern", "-u", "dorp.docx"), {"intern": "ja"}, id="intern"),
        pytest.param(("--met-punten", "-u", "dorp.docx"), {"met-punten": "ja"}, id="punten"),
        pytest.param(
            ("--met-punten", "--indeling", "koppen", "-u", "dorp.docx"),
            {"indeling": "koppen", "met-punten": "ja"},
            id="twee",
        ),
    ],
)
def test_een_optie_is_geen_verandering(run_command, plan, work_folder, bevindingen, options, name):
    run_command("punt", plan.name, "--nieuw", "Klopt dit?", "--vraag", "borgen-budget")
    assert run_command("genereer", plan.name, *options).code == 0
    if name is not None:
        assert read_options((work_folder / "dorp.docx").read_bytes()) == name
    assert bevindingen() == []


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--indeling", "koppen"),
        ("--intern", "-u", "dorp.docx"),
        ("--indeling", "koppen", "--met-punten", "-u", "dorp.docx"),
    ],
    ids=" ".join,
)
def test_de_raad_maakt_het_bestand_zoals_het_was(
    run_command, plan, work_folder, bevindingen, options
):
    run_command("genereer", plan.name, *options)
    then_ = read_options((work_folder / "dorp.docx").read_bytes())
    run_command("antwoord", plan.name, "beeld-risicofactoren", "- iets anders")
    run_command("antwoord", plan.name, "borgen-budget", "iets anders")
    (message,) = bevindingen()
    guess = re.search(r"`uitvoeringsplan (.*?)`", message)[1]
    assert run_command(*guess.split()).code == 0
    assert read_options((work_folder / "dorp.docx").read_bytes()) == then_
    assert bevindingen() == []


@pytest.mark.usefixtures("own")
def test_de_raad_noemt_het_sjabloon_dat_nodig_is(run_command, plan, bevindingen):
    run_command("genereer", plan.name, "--sjabloon", "eigen.docx")
    run_command("antwoord", plan.name, "borgen-budget", "iets anders")
    assert (
        f"genereer {plan.name} --sjabloon eigen.docx`" in bevindingen("--sjabloon", "eigen.docx")[0]
    )
    assert "Geef er ook --sjabloon bij, net als toen." in bevindingen()[0]


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize(
    "options",
    [
        ("--sjabloon", "eigen.docx"),
        ("--huisstijl", "stijl.yaml"),
        ("--sjabloon", "eigen.docx", "--huisstijl", "stijl.yaml"),
    ],
    ids=["sjabloon", "huisstijl", "beide"],
)
def test_met_bestanden_die_hier_niet_genoemd_zijn(
    run_command, plan, work_folder, bevindingen, options
):
    """The answers are known to be right; the rest only when those files are given here too."""
    assert run_command("genereer", plan.name, *options).code == 0
    data = (work_folder / "dorp.docx").read_bytes()
    assert {f"--{name}" for name in read_options(data)} == set(options[::2])
    assert not {b"eigen.docx", b"stijl.yaml"} & {data[i : i + 10] for i in range(len(data))}
    (message,) = bevindingen()
    assert message.startswith(f"dorp.docx is gemaakt met {' en '.join(options[::2])}.")
    assert "De antwoorden erin zijn die van het plan." in message
    assert bevindingen(*options) == []


@pytest.mark.parametrize("options", [("--indeling", "koppen"), ("--intern", "-u", "dorp.docx")])
def test_wat_echt_veranderde_wordt_genoemd(run_command, plan, bevindingen, options):
    assert run_command("genereer", plan.name, *options).code == 0
    run_command("antwoord", plan.name, "gemeente", "Benedenmeer")
    (message,) = bevindingen()
    assert "dorp.docx is ouder dan het plan: “Gemeente” is sindsdien veranderd." in message


def test_een_indeling_die_in_het_plan_veranderde_is_wel_een_verandering(
    run_command, plan, bevindingen
):
    run_command("antwoord", plan.name, "indeling", "koppen")
    assert run_command("genereer", plan.name).code == 0
    assert bevindingen() == []
    run_command("antwoord", plan.name, "indeling", "tabel")
    (message,) = bevindingen()
    assert "“Indeling”" in message


@pytest.mark.usefixtures("own")
def test_een_ander_sjabloon_dan_toen(run_command, plan, work_folder, bevindingen):
    assert run_command("genereer", plan.name, "--sjabloon", "eigen.docx").code == 0
    shutil.copy(work_folder / "dorp.docx", work_folder / "eigen.docx")
    (message,) = bevindingen("--sjabloon", "eigen.docx")
    assert "--sjabloon" in message or "niet te vergelijken" in message
