from __future__ import annotations

from pathlib import Path

import pytest

from uitvoeringsplan.errors import BestandError, ProjectbestandError
from uitvoeringsplan.model.beurt import Beantwoord, Gestopt, Spring, Terug
from uitvoeringsplan.plan.planbestand import load_plan, new_planbestand
from uitvoeringsplan.tasks.environment import Environment
from uitvoeringsplan.tasks.start_plan import (
    ask_rest,
    complete_git,
    file_name_of,
    make_plan,
    plan_path,
    start_plan,
)


@pytest.fixture
def environment(lijst) -> Environment:
    return Environment(Path("vragen.yaml"), lijst)


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("delft", "delft.plan.yaml"),
        ("delft.plan", "delft.plan.yaml"),
        ("delft.yaml", "delft.plan.yaml"),
        ("delft.plan.yaml", "delft.plan.yaml"),
        ("plannen/delft", "plannen/delft.plan.yaml"),
        ("v1.2", "v1.2.plan.yaml"),
    ],
)
def test_het_einde_van_de_naam_hoeft_niet_getypt(typed, path):
    assert plan_path(Path(typed)) == Path(path)


@pytest.mark.parametrize(
    ("gemeente", "name"),
    [
        ("Oudermeer", "oudermeer"),
        ("'s-Hertogenbosch", "s-hertogenbosch"),
        ("Súdwest-Fryslân", "sudwest-fryslan"),
        ("De Ronde Venen", "de-ronde-venen"),
        ("Bergen (NH.)", "bergen-nh"),
        ("../../etc/passwd", "etc-passwd"),
        ("???", ""),
        ("", ""),
    ],
)
def test_de_naam_van_een_gemeente_als_bestandsnaam(gemeente, name):
    assert file_name_of(gemeente) == name


def test_een_plan_krijgt_de_naam_van_de_gemeente(work_folder, environment, script):
    begun = start_plan(environment, None, script([Beantwoord(" Den  Haag ")]))
    assert begun is not None
    assert begun.path == Path("den-haag.plan.yaml")
    assert [path.name for path in work_folder.iterdir()] == ["den-haag.plan.yaml"]
    assert load_plan(begun.path, environment.vragenlijst).plan.gegevens["gemeente"] == "Den Haag"


def test_een_plan_met_een_eigen_naam(work_folder, environment, script):
    begun = start_plan(environment, Path("eigen"), script([Beantwoord("Delft")]))
    assert begun is not None
    assert [path.name for path in work_folder.iterdir()] == ["eigen.plan.yaml"]


def test_met_een_eigen_naam_mag_de_gemeente_later(work_folder, environment, script):
    begun = start_plan(environment, Path("eigen"), script([Beantwoord("")]))
    assert begun is not None
    assert begun.plan.gegevens["gemeente"] == ""
    assert (work_folder / "eigen.plan.yaml").is_file()


def test_zonder_naam_wordt_het_opnieuw_gevraagd(work_folder, environment, script):
    player = script([Beantwoord(""), Beantwoord("?!?"), Beantwoord("x"), Beantwoord("Ede")])
    start_plan(environment, None, player)
    messages = [beurt.message for beurt in player.beurten]
    assert messages[0] == ""
    assert "kan het plan geen naam krijgen" in messages[1]
    assert "kan het plan geen naam krijgen" in messages[2]
    assert messages[3] == "Een naam heeft minstens twee letters."
    assert player.beurten[3].text == "x"
    assert [path.name for path in work_folder.iterdir()] == ["ede.plan.yaml"]


def test_stoppen_voor_het_begin_maakt_niets(work_folder, environment, script):
    assert start_plan(environment, None, script([Gestopt("Del")])) is None
    assert list(work_folder.iterdir()) == []


@pytest.mark.parametrize("path", [None, Path("delft")])
def test_een_plan_dat_er_al_is_blijft_zoals_het_is(work_folder, environment, script, path):
    (work_folder / "delft.plan.yaml").write_text("van mij", "utf-8")
    player = script([Beantwoord("Delft")])
    with pytest.raises(BestandError, match=r"`uitvoeringsplan verder .*delft\.plan\.yaml`"):
        start_plan(environment, path, player)
    assert (work_folder / "delft.plan.yaml").read_text("utf-8") == "van mij"
    assert player.asked == ([] if path else ["gemeente"])


def test_een_map_die_er_niet_is(work_folder, environment, script):
    with pytest.raises(BestandError, match="de map weg bestaat niet"):
        start_plan(environment, Path("weg/delft"), script([Beantwoord("Delft")]))
    assert list(work_folder.iterdir()) == []


def test_een_nieuw_plan_gaat_verder_na_het_eerste_gegeven(work_folder, environment, script):
    assert not list(work_folder.iterdir())
    begun = start_plan(environment, None, script([Beantwoord("Delft")]))
    assert begun is not None
    player = script([Terug("concept"), Beantwoord("Delft"), Beantwoord(""), Gestopt()])
    ask_rest(begun, player)
    assert player.asked == ["status", "gemeente", "status", "datum"]


@pytest.mark.parametrize("zet", [Terug("Del"), Spring("Del", "gemeente")])
def test_bij_de_eerste_vraag_is_er_nog_niets_om_heen_te_gaan(work_folder, environment, script, zet):
    player = script([zet, Gestopt("Del")])
    assert start_plan(environment, None, player) is None
    assert [beurt.text for beurt in player.beurten] == ["", "Del"]
    assert list(work_folder.iterdir()) == []


# Taking over from another plan.


@pytest.fixture
def previous(tmp_path, lijst) -> Path:
    path = tmp_path / "vorig" / "vorig.plan.yaml"
    path.parent.mkdir()
    gegevens = {"gemeente": "Delft", "status": "vastgesteld", "datum": "2026-01-31"}
    antwoorden = {"ambitie": "Een.\n\n- a", "team": "- b"}
    path.write_bytes(new_planbestand(path, lijst, gegevens, antwoorden).data)
    return path


def test_een_plan_met_de_antwoorden_van_vorig_jaar(work_folder, environment, previous):
    made = make_plan(environment, Path("nieuw"), previous)
    assert made.path == Path("nieuw.plan.yaml")
    plan = load_plan(work_folder / "nieuw.plan.yaml", environment.vragenlijst).plan
    assert plan.antwoorden == {"ambitie": "Een.\n\n- a", "team": "- b", "uren": "", "budget": ""}
    # What belongs to one version or one decision starts anew.
    assert plan.gegevens == {"gemeente": "Delft", "status": "", "datum": ""}


def test_overnemen_komt_nooit_over_een_plan_heen(work_folder, environment, previous):
    (work_folder / "nieuw.plan.yaml").write_text("van mij", "utf-8")
    with pytest.raises(BestandError, match="bestaat al"):
        make_plan(environment, Path("nieuw"), previous)
    assert (work_folder / "nieuw.plan.yaml").read_text("utf-8") == "van mij"


@pytest.mark.parametrize(
    ("content", "error"), [(None, BestandError), ("soort: anders\n", ProjectbestandError)]
)
def test_overnemen_uit_wat_geen_plan_is(work_folder, environment, previous, script, content, error):
    if content is None:
        previous.unlink()
    else:
        previous.write_text(content, "utf-8")
    with pytest.raises(error, match=r"vorig\.plan\.yaml"):
        make_plan(environment, Path("nieuw"), previous)
    player = script([])
    with pytest.raises(error):
        start_plan(environment, Path("nieuw"), player, previous)
    assert not (work_folder / "nieuw.plan.yaml").exists()


def test_in_het_gesprek_staan_de_overgenomen_antwoorden_klaar(
    work_folder, environment, previous, script
):
    player = script([Beantwoord("Ede")])
    begun = start_plan(environment, None, player, previous)
    assert player.beurten[0].text == "Delft"
    assert begun is not None
    assert begun.path == Path("ede.plan.yaml")
    assert begun.plan.gegevens["gemeente"] == "Ede"
    assert begun.plan.antwoorden["ambitie"] == "Een.\n\n- a"
    player = script([Beantwoord("concept"), Beantwoord(""), Gestopt()])
    ask_rest(begun, player)
    assert player.beurten[-1].text == "Een.\n\n- a"
    assert (work_folder / "ede.plan.yaml").is_file()


# In git.


def test_in_git_wordt_een_keer_gevraagd(file, script):
    plan = file()
    (plan.path.parent / ".git").mkdir()
    player = script([], ja=[True])
    complete_git(plan, player)
    (vraag,) = player.asked_yes
    assert ".gitignore en .gitattributes" in vraag
    assert "*.plan.yaml text eol=lf" in (plan.path.parent / ".gitattributes").read_text("utf-8")
    complete_git(plan, script([]))  # nothing left to ask


def test_wie_nee_zegt_houdt_zijn_map_zoals_ze_is(file, script):
    plan = file()
    (plan.path.parent / ".git").mkdir()
    complete_git(plan, script([], ja=[False]))
    assert sorted(path.name for path in plan.path.parent.iterdir()) == [".git", "a.plan.yaml"]


def test_buiten_git_wordt_niets_gevraagd(file, script):
    complete_git(file(), script([]))


def test_een_bestand_van_git_dat_niet_aan_te_vullen_is_houdt_het_plan_niet_op(file, script):
    plan = file()
    (plan.path.parent / ".git").mkdir()
    (plan.path.parent / ".gitignore").write_bytes("*.tmp".encode("utf-16"))
    player = script([], ja=[True])
    complete_git(plan, player)
    assert "UTF-16, en dat leest git niet" in player.shown[0][0]
    assert (plan.path.parent / ".gitattributes").exists()


def test_het_woord_gemeente_voor_de_naam_wordt_gezegd_en_mag_blijven(
    work_folder, environment, script
):
    """The file gets the name, so it is said before there is one."""
    name = "gemeente Westerduin"
    player = script([Beantwoord(name), Beantwoord("Westerduin")])
    assert start_plan(environment, None, player)
    assert player.beurten[1].message.startswith("Schrijf Westerduin in plaats van")
    assert player.beurten[1].is_guessed
    assert start_plan(environment, None, script([Beantwoord(name), Beantwoord(name)]))
    assert sorted(path.name for path in work_folder.iterdir()) == [
        "gemeente-westerduin.plan.yaml",
        "westerduin.plan.yaml",
    ]
