"""More question sets side by side, from `nieuw` to the Word file and back, as a region has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from git_work_folder import Werkmap
from question_set_builder import plan_text, set_text, write_set
from uitvoeringsplan.commands.options import complete_soort, complete_vraag
from uitvoeringsplan.model.beurt import Beantwoord, Gestopt

GEMEENTEN = ("Delft", "Den Bosch", "Oudermeer")


@pytest.fixture
def region(work_folder, monkeypatch) -> Path:
    """The shared drive of a region, with two sets; the plans are in a folder of their own."""
    drive = work_folder.parent / "Veiligheid en Zorg (G)"
    write_set(drive / "wonen" / "vragen.yaml", set_text("wonen", titel="Samen wonen"))
    write_set(drive / "zorg" / "vragen.yaml", set_text("zorg", vraag="hulp"))
    monkeypatch.setenv("UITVOERINGSPLAN_SETS", str(drive))
    return drive


def make_plans(*kinds: str) -> list[str]:
    names = []
    for soort, vraag in (("wonen", "doel"), ("zorg", "hulp")):
        for gemeente in GEMEENTEN if soort in kinds else ():
            path = Path(f"{gemeente} {soort}.plan.yaml")
            path.write_text(plan_text(soort, vraag, gemeente=gemeente), "utf-8")
            names.append(str(path))
    return names


def test_nieuw_vraagt_welke_soort(region, run_command, speel):
    asker = speel(Beantwoord("Delft"), Gestopt(), keuzes=["zorg"])
    asker.show_progress = lambda _: None
    assert region.is_dir()
    run_command("nieuw")
    assert asker.asked_keuze == [("Welke soort plan wil je maken?", "wonen", "zorg", "polarisatie")]
    text = Path("delft.plan.yaml").read_text("utf-8")
    assert "soort: zorg\nvragenlijst: 1\n" in text


def test_wie_niets_kiest_maakt_geen_plan(region, run_command, speel, folder_state):
    speel(keuzes=[None])
    assert region.is_dir()
    outcome = run_command("nieuw")
    assert (outcome.code, outcome.result) == (130, "Gestopt. Er is nog geen plan gemaakt.\n")
    assert folder_state() == {}


def test_nieuw_met_een_soort_vraagt_niets(region, run_command, speel):
    asker = speel(Beantwoord("Delft"), Gestopt())
    assert region.is_dir()
    assert run_command("nieuw", "--soort", "wonen").code == 130
    assert asker.asked_keuze == []
    assert "soort: wonen\n" in Path("delft.plan.yaml").read_text("utf-8")


def test_nieuw_met_een_onbekende_soort_noemt_wat_er_is(region, run_command, speel, folder_state):
    speel()
    outcome = run_command("nieuw", "delft", "--soort", "wone")
    assert outcome.code == 1
    for part in ("“wone”", "Bedoel je “wonen”?", str(region / "zorg"), "polarisatie (meegeleverd)"):
        assert part in outcome.error
    assert folder_state() == {}


def test_antwoorden_uit_een_ander_plan_zeggen_de_soort(region, run_command):
    assert region.is_dir()
    (old, *_) = make_plans("zorg")
    assert run_command("nieuw", "volgend jaar", "--antwoorden", old).code == 0
    assert "soort: zorg\n" in Path("volgend jaar.plan.yaml").read_text("utf-8")
    outcome = run_command("nieuw", "x", "--antwoorden", old, "--soort", "wonen")
    assert outcome.code == 1
    assert "soort “zorg”" in outcome.error


def test_plannen_van_twee_soorten_tegelijk(region, run_command):
    """Of all municipalities, and with one plan that has no set."""
    assert region.is_dir()
    names = make_plans("wonen", "zorg")
    outcome = run_command("genereer", *names, "-u", "uit")
    assert (outcome.code, outcome.error) == (0, "")
    assert sorted(path.stem for path in Path("uit").iterdir()) == sorted(
        name.removesuffix(".plan.yaml") for name in names
    )
    outcome = run_command("status", *names)
    assert (outcome.code, outcome.error) == (0, "")
    Path("los.plan.yaml").write_text(plan_text("onbekend"), "utf-8")
    outcome = run_command("genereer", *names, "los.plan.yaml", "-u", "uit2")
    assert outcome.code == 1
    assert "los.plan.yaml, regel 2" in outcome.error
    assert outcome.error.count("geen vragenlijst") == 1
    assert "6 van de 7 plannen gemaakt, 1 niet." in outcome.error
    outcome = run_command("status", *names, "los.plan.yaml")
    assert (outcome.code, outcome.result.count("1/1")) == (1, 2 * len(names))
    outcome = run_command("controleer", *names, "los.plan.yaml")
    assert "geen vragenlijst" in outcome.result.replace("\n  ", " ")


def test_een_kapotte_lijst_raakt_alleen_haar_eigen_plannen(region, run_command):
    (region / "zorg" / "vragen.yaml").write_text("soort: zorg\nversie: 1\n", "utf-8")
    names = make_plans("wonen", "zorg")
    outcome = run_command("genereer", *names, "-u", "uit")
    assert outcome.code == 1
    assert "3 van de 6 plannen gemaakt, 3 niet." in outcome.error
    assert outcome.error.count("ontbreekt de sleutel “titel”") == 1
    assert outcome.error.count("zorg.plan.yaml: niet gelukt, om dezelfde reden.") == 2
    assert len(list(Path("uit").iterdir())) == 3
    outcome = run_command("status", *names)
    assert (outcome.error.count("ontbreekt"), outcome.error.count("dezelfde reden")) == (1, 2)
    assert outcome.result.count("1/1") == 6
    outcome = run_command("controleer", *names)
    assert " ".join(outcome.result.split()).count("ontbreekt de sleutel “titel”") == 3


def test_heen_en_terug_met_de_lijst_van_het_plan(region, run_command):
    assert region.is_dir()
    plan, *_ = make_plans("zorg")
    word = plan.replace(".plan.yaml", ".docx")
    assert run_command("genereer", plan).code == 0
    assert run_command("antwoord", plan, "hulp", "Anders.").code == 0
    assert "Anders." in run_command("vergelijk", word, plan).result
    assert run_command("genereer", plan, "-u", "twee.docx").code == 0
    assert "Anders." in run_command("vergelijk", word, "twee.docx").result
    assert "niets nieuws" in run_command("inlezen", word, plan).result
    assert "Anders." in run_command("vergelijk", word, plan).result
    assert run_command("punt", plan, "--nieuw", "Klopt dit?", "--vraag", "hulp").code == 0


def test_plannen_van_andere_soorten_zijn_niet_te_vergelijken(region, run_command):
    assert region.is_dir()
    one, *_, other = make_plans("wonen", "zorg")
    outcome = run_command("vergelijk", one, other)
    assert outcome.code == 2
    assert f"{one} is van de soort “wonen” en {other} van de soort “zorg”" in outcome.error


def test_tab_kent_de_soorten_en_de_vragen_van_het_plan(region):
    assert region.is_dir()
    assert complete_soort("w") == [("wonen", "Samen wonen")]
    assert [soort for soort, _ in complete_soort("")] == ["wonen", "zorg", "polarisatie"]
    make_plans("zorg")
    assert [name for name, _ in complete_vraag("borgen-bu")] == ["borgen-budget"]
    for path in list(Path().glob("*.plan.yaml"))[1:]:
        path.unlink()
    assert complete_vraag("h") == [("hulp", "hulp")]
    Path("vragen.yaml").write_text("soort: [", "utf-8")
    assert (complete_soort(""), complete_vraag("")) == ([], [])


@pytest.mark.git
def test_git_kijkt_een_plan_na_met_de_lijst_van_zijn_soort(region, run_command, bare_git):
    assert region.is_dir()
    assert bare_git is None
    git = Werkmap(Path.cwd())
    plan, *_ = make_plans("zorg")
    git.perform("add", plan)
    assert run_command("git", "--klaargezet").code == 0
    Path(plan).write_text(Path(plan).read_text("utf-8").replace("hulp:", "hup:"), "utf-8")
    git.perform("add", plan)
    outcome = run_command("git", "--klaargezet")
    assert outcome.code == 1
    assert "Bedoel je “hulp”?" in outcome.error
    Path(plan).write_text(plan_text("onbekend"), "utf-8")
    git.perform("add", plan)
    assert run_command("git", "--klaargezet").code == 0


@pytest.mark.git
def test_samenvoegen_en_geschiedenis_kennen_de_soort_van_het_plan(region, run_command, bare_git):
    assert region.is_dir()
    assert bare_git is None
    git = Werkmap(Path.cwd())
    plan, *_ = make_plans("zorg")
    git.perform("add", plan)
    git.perform("commit", "-qm", "eerst")
    outcome = run_command("geschiedenis", plan, "hulp")
    assert (outcome.code, "Samen verder." in outcome.result) == (0, True)
    old = Path(plan).read_text("utf-8")
    names = {"ours": ("Delft", "Den Haag"), "old": ("", ""), "theirs": ("Samen", "Nu samen")}
    for name, (was, now) in names.items():
        Path(name).write_text(old.replace(was, now) if was else old, "utf-8")
    assert run_command("voeg-samen", "ours", "old", "theirs", plan).code == 0
    merged = Path("ours").read_text("utf-8")
    assert "gemeente: Den Haag" in merged
    assert "Nu samen verder." in merged
    Path(plan).write_text(plan_text("onbekend"), "utf-8")
    Path("ours").write_text(plan_text("onbekend"), "utf-8")
    assert run_command("voeg-samen", "ours", "old", "theirs", plan).code == 1
    assert Path("ours").read_text("utf-8") == plan_text("onbekend")
