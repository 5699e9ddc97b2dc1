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
def bevindingen(draai, plan):
    """Return what `controleer` finds about the Word file beside the plan."""

    def doe(*opties: str) -> list[str]:
        gedraaid = draai("controleer", plan.name, "--formaat", "json", *opties)
        assert gedraaid.code == 0, gedraaid.fout
        (een,) = json.loads(gedraaid.uit)
        gevonden = een["bevindingen"]
        return [b["melding"] for b in gevonden if b["controle"].startswith("word-")]

    return doe


@pytest.fixture
def eigen(werkmap):
    """Put a template and a house style of one's own beside, under other names than the usual."""
    shutil.copy(find_sjabloon("uitvoeringsplan-polarisatie.docx"), werkmap / "eigen.docx")
    (werkmap / "stijl.yaml").write_text(HUISSTIJL, "utf-8")


@pytest.mark.parametrize(
    ("opties", "naam"),
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
def test_een_optie_is_geen_verandering(draai, plan, werkmap, bevindingen, opties, naam):
    draai("punt", plan.name, "--nieuw", "Klopt dit?", "--vraag", "borgen-budget")
    assert draai("genereer", plan.name, *opties).code == 0
    if naam is not None:
        assert read_options((werkmap / "dorp.docx").read_bytes()) == naam
    assert bevindingen() == []


@pytest.mark.parametrize(
    "opties",
    [
        (),
        ("--indeling", "koppen"),
        ("--intern", "-u", "dorp.docx"),
        ("--indeling", "koppen", "--met-punten", "-u", "dorp.docx"),
    ],
    ids=" ".join,
)
def test_de_raad_maakt_het_bestand_zoals_het_was(draai, plan, werkmap, bevindingen, opties):
    draai("genereer", plan.name, *opties)
    toen = read_options((werkmap / "dorp.docx").read_bytes())
    draai("antwoord", plan.name, "beeld-risicofactoren", "- iets anders")
    draai("antwoord", plan.name, "borgen-budget", "iets anders")
    (melding,) = bevindingen()
    raad = re.search(r"`uitvoeringsplan (.*?)`", melding)[1]
    assert draai(*raad.split()).code == 0
    assert read_options((werkmap / "dorp.docx").read_bytes()) == toen
    assert bevindingen() == []


@pytest.mark.usefixtures("eigen")
def test_de_raad_noemt_het_sjabloon_dat_nodig_is(draai, plan, bevindingen):
    draai("genereer", plan.name, "--sjabloon", "eigen.docx")
    draai("antwoord", plan.name, "borgen-budget", "iets anders")
    assert (
        f"genereer {plan.name} --sjabloon eigen.docx`" in bevindingen("--sjabloon", "eigen.docx")[0]
    )
    assert "Geef er ook --sjabloon bij, net als toen." in bevindingen()[0]


@pytest.mark.usefixtures("eigen")
@pytest.mark.parametrize(
    "opties",
    [
        ("--sjabloon", "eigen.docx"),
        ("--huisstijl", "stijl.yaml"),
        ("--sjabloon", "eigen.docx", "--huisstijl", "stijl.yaml"),
    ],
    ids=["sjabloon", "huisstijl", "beide"],
)
def test_met_bestanden_die_hier_niet_genoemd_zijn(draai, plan, werkmap, bevindingen, opties):
    """The answers are known to be right; the rest only when those files are given here too."""
    assert draai("genereer", plan.name, *opties).code == 0
    data = (werkmap / "dorp.docx").read_bytes()
    assert {f"--{naam}" for naam in read_options(data)} == set(opties[::2])
    assert not {b"eigen.docx", b"stijl.yaml"} & {data[i : i + 10] for i in range(len(data))}
    (melding,) = bevindingen()
    assert melding.startswith(f"dorp.docx is gemaakt met {' en '.join(opties[::2])}.")
    assert "De antwoorden erin zijn die van het plan." in melding
    assert bevindingen(*opties) == []


@pytest.mark.parametrize("opties", [("--indeling", "koppen"), ("--intern", "-u", "dorp.docx")])
def test_wat_echt_veranderde_wordt_genoemd(draai, plan, bevindingen, opties):
    assert draai("genereer", plan.name, *opties).code == 0
    draai("antwoord", plan.name, "gemeente", "Benedenmeer")
    (melding,) = bevindingen()
    assert "dorp.docx is ouder dan het plan: “Gemeente” is sindsdien veranderd." in melding


def test_een_indeling_die_in_het_plan_veranderde_is_wel_een_verandering(draai, plan, bevindingen):
    draai("antwoord", plan.name, "indeling", "koppen")
    assert draai("genereer", plan.name).code == 0
    assert bevindingen() == []
    draai("antwoord", plan.name, "indeling", "tabel")
    (melding,) = bevindingen()
    assert "“Indeling”" in melding


@pytest.mark.usefixtures("eigen")
def test_een_ander_sjabloon_dan_toen(draai, plan, werkmap, bevindingen):
    assert draai("genereer", plan.name, "--sjabloon", "eigen.docx").code == 0
    shutil.copy(werkmap / "dorp.docx", werkmap / "eigen.docx")
    (melding,) = bevindingen("--sjabloon", "eigen.docx")
    assert "--sjabloon" in melding or "niet te vergelijken" in melding
