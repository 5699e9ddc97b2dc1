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
def omgeving(lijst) -> Environment:
    return Environment(Path("vragen.yaml"), lijst)


@pytest.mark.parametrize(
    ("getypt", "pad"),
    [
        ("delft", "delft.plan.yaml"),
        ("delft.plan", "delft.plan.yaml"),
        ("delft.yaml", "delft.plan.yaml"),
        ("delft.plan.yaml", "delft.plan.yaml"),
        ("plannen/delft", "plannen/delft.plan.yaml"),
        ("v1.2", "v1.2.plan.yaml"),
    ],
)
def test_het_einde_van_de_naam_hoeft_niet_getypt(getypt, pad):
    assert plan_path(Path(getypt)) == Path(pad)


@pytest.mark.parametrize(
    ("gemeente", "naam"),
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
def test_de_naam_van_een_gemeente_als_bestandsnaam(gemeente, naam):
    assert file_name_of(gemeente) == naam


def test_een_plan_krijgt_de_naam_van_de_gemeente(werkmap, omgeving, script):
    begonnen = start_plan(omgeving, None, script([Beantwoord(" Den  Haag ")]))
    assert begonnen is not None
    assert begonnen.pad == Path("den-haag.plan.yaml")
    assert [pad.name for pad in werkmap.iterdir()] == ["den-haag.plan.yaml"]
    assert load_plan(begonnen.pad, omgeving.vragenlijst).plan.gegevens["gemeente"] == "Den Haag"


def test_een_plan_met_een_eigen_naam(werkmap, omgeving, script):
    begonnen = start_plan(omgeving, Path("eigen"), script([Beantwoord("Delft")]))
    assert begonnen is not None
    assert [pad.name for pad in werkmap.iterdir()] == ["eigen.plan.yaml"]


def test_met_een_eigen_naam_mag_de_gemeente_later(werkmap, omgeving, script):
    begonnen = start_plan(omgeving, Path("eigen"), script([Beantwoord("")]))
    assert begonnen is not None
    assert begonnen.plan.gegevens["gemeente"] == ""
    assert (werkmap / "eigen.plan.yaml").is_file()


def test_zonder_naam_wordt_het_opnieuw_gevraagd(werkmap, omgeving, script):
    speler = script([Beantwoord(""), Beantwoord("?!?"), Beantwoord("x"), Beantwoord("Ede")])
    start_plan(omgeving, None, speler)
    meldingen = [beurt.melding for beurt in speler.beurten]
    assert meldingen[0] == ""
    assert "kan het plan geen naam krijgen" in meldingen[1]
    assert "kan het plan geen naam krijgen" in meldingen[2]
    assert meldingen[3] == "Een naam heeft minstens twee letters."
    assert speler.beurten[3].tekst == "x"
    assert [pad.name for pad in werkmap.iterdir()] == ["ede.plan.yaml"]


def test_stoppen_voor_het_begin_maakt_niets(werkmap, omgeving, script):
    assert start_plan(omgeving, None, script([Gestopt("Del")])) is None
    assert list(werkmap.iterdir()) == []


@pytest.mark.parametrize("pad", [None, Path("delft")])
def test_een_plan_dat_er_al_is_blijft_zoals_het_is(werkmap, omgeving, script, pad):
    (werkmap / "delft.plan.yaml").write_text("van mij", "utf-8")
    speler = script([Beantwoord("Delft")])
    with pytest.raises(BestandError, match=r"`uitvoeringsplan verder .*delft\.plan\.yaml`"):
        start_plan(omgeving, pad, speler)
    assert (werkmap / "delft.plan.yaml").read_text("utf-8") == "van mij"
    assert speler.gevraagd == ([] if pad else ["gemeente"])


def test_een_map_die_er_niet_is(werkmap, omgeving, script):
    with pytest.raises(BestandError, match="de map weg bestaat niet"):
        start_plan(omgeving, Path("weg/delft"), script([Beantwoord("Delft")]))
    assert list(werkmap.iterdir()) == []


def test_een_nieuw_plan_gaat_verder_na_het_eerste_gegeven(werkmap, omgeving, script):
    assert not list(werkmap.iterdir())
    begonnen = start_plan(omgeving, None, script([Beantwoord("Delft")]))
    assert begonnen is not None
    speler = script([Terug("concept"), Beantwoord("Delft"), Beantwoord(""), Gestopt()])
    ask_rest(begonnen, speler)
    assert speler.gevraagd == ["status", "gemeente", "status", "datum"]


@pytest.mark.parametrize("zet", [Terug("Del"), Spring("Del", "gemeente")])
def test_bij_de_eerste_vraag_is_er_nog_niets_om_heen_te_gaan(werkmap, omgeving, script, zet):
    speler = script([zet, Gestopt("Del")])
    assert start_plan(omgeving, None, speler) is None
    assert [beurt.tekst for beurt in speler.beurten] == ["", "Del"]
    assert list(werkmap.iterdir()) == []


# Taking over from another plan.


@pytest.fixture
def vorig(tmp_path, lijst) -> Path:
    pad = tmp_path / "vorig" / "vorig.plan.yaml"
    pad.parent.mkdir()
    gegevens = {"gemeente": "Delft", "status": "vastgesteld", "datum": "2026-01-31"}
    antwoorden = {"ambitie": "Een.\n\n- a", "team": "- b"}
    pad.write_bytes(new_planbestand(pad, lijst, gegevens, antwoorden).data)
    return pad


def test_een_plan_met_de_antwoorden_van_vorig_jaar(werkmap, omgeving, vorig):
    gemaakt = make_plan(omgeving, Path("nieuw"), vorig)
    assert gemaakt.pad == Path("nieuw.plan.yaml")
    plan = load_plan(werkmap / "nieuw.plan.yaml", omgeving.vragenlijst).plan
    assert plan.antwoorden == {"ambitie": "Een.\n\n- a", "team": "- b", "uren": "", "budget": ""}
    # What belongs to one version or one decision starts anew.
    assert plan.gegevens == {"gemeente": "Delft", "status": "", "datum": ""}


def test_overnemen_komt_nooit_over_een_plan_heen(werkmap, omgeving, vorig):
    (werkmap / "nieuw.plan.yaml").write_text("van mij", "utf-8")
    with pytest.raises(BestandError, match="bestaat al"):
        make_plan(omgeving, Path("nieuw"), vorig)
    assert (werkmap / "nieuw.plan.yaml").read_text("utf-8") == "van mij"


@pytest.mark.parametrize(
    ("inhoud", "fout"), [(None, BestandError), ("soort: anders\n", ProjectbestandError)]
)
def test_overnemen_uit_wat_geen_plan_is(werkmap, omgeving, vorig, script, inhoud, fout):
    if inhoud is None:
        vorig.unlink()
    else:
        vorig.write_text(inhoud, "utf-8")
    with pytest.raises(fout, match=r"vorig\.plan\.yaml"):
        make_plan(omgeving, Path("nieuw"), vorig)
    speler = script([])
    with pytest.raises(fout):
        start_plan(omgeving, Path("nieuw"), speler, vorig)
    assert not (werkmap / "nieuw.plan.yaml").exists()


def test_in_het_gesprek_staan_de_overgenomen_antwoorden_klaar(werkmap, omgeving, vorig, script):
    speler = script([Beantwoord("Ede")])
    begonnen = start_plan(omgeving, None, speler, vorig)
    assert speler.beurten[0].tekst == "Delft"
    assert begonnen is not None
    assert begonnen.pad == Path("ede.plan.yaml")
    assert begonnen.plan.gegevens["gemeente"] == "Ede"
    assert begonnen.plan.antwoorden["ambitie"] == "Een.\n\n- a"
    speler = script([Beantwoord("concept"), Beantwoord(""), Gestopt()])
    ask_rest(begonnen, speler)
    assert speler.beurten[-1].tekst == "Een.\n\n- a"
    assert (werkmap / "ede.plan.yaml").is_file()


# In git.


def test_in_git_wordt_een_keer_gevraagd(bestand, script):
    plan = bestand()
    (plan.pad.parent / ".git").mkdir()
    speler = script([], ja=[True])
    complete_git(plan, speler)
    (vraag,) = speler.gevraagd_ja
    assert ".gitignore en .gitattributes" in vraag
    assert "*.plan.yaml text eol=lf" in (plan.pad.parent / ".gitattributes").read_text("utf-8")
    complete_git(plan, script([]))  # nothing left to ask


def test_wie_nee_zegt_houdt_zijn_map_zoals_ze_is(bestand, script):
    plan = bestand()
    (plan.pad.parent / ".git").mkdir()
    complete_git(plan, script([], ja=[False]))
    assert sorted(pad.name for pad in plan.pad.parent.iterdir()) == [".git", "a.plan.yaml"]


def test_buiten_git_wordt_niets_gevraagd(bestand, script):
    complete_git(bestand(), script([]))


def test_een_bestand_van_git_dat_niet_aan_te_vullen_is_houdt_het_plan_niet_op(bestand, script):
    plan = bestand()
    (plan.pad.parent / ".git").mkdir()
    (plan.pad.parent / ".gitignore").write_bytes("*.tmp".encode("utf-16"))
    speler = script([], ja=[True])
    complete_git(plan, speler)
    assert "UTF-16, en dat leest git niet" in speler.getoond[0][0]
    assert (plan.pad.parent / ".gitattributes").exists()


def test_het_woord_gemeente_voor_de_naam_wordt_gezegd_en_mag_blijven(werkmap, omgeving, script):
    """The file gets the name, so it is said before there is one."""
    naam = "gemeente Westerduin"
    speler = script([Beantwoord(naam), Beantwoord("Westerduin")])
    assert start_plan(omgeving, None, speler)
    assert speler.beurten[1].melding.startswith("Schrijf Westerduin in plaats van")
    assert speler.beurten[1].is_geraden
    assert start_plan(omgeving, None, script([Beantwoord(naam), Beantwoord(naam)]))
    assert sorted(pad.name for pad in werkmap.iterdir()) == [
        "gemeente-westerduin.plan.yaml",
        "westerduin.plan.yaml",
    ]
