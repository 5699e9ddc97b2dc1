"""How an answer came to be, in histories that a real git keeps."""

from __future__ import annotations

import pytest

from git_work_folder import Werkmap
from random_histories import NAMES, VRAAG, Verloop, plan, schrijf, versies
from trials import times
from uitvoeringsplan.errors import BestandError, GeenGitError, OnbekendeVraagError
from uitvoeringsplan.tasks.answer_history import (
    AnswerHistory,
    load_answer_history,
    to_json,
)

pytestmark = [pytest.mark.git, pytest.mark.usefixtures("bare_git")]
COUNT = times(60, 6)


def verhaal(history: AnswerHistory) -> list[tuple[str, str, str]]:
    return [(w.versie.subject if w.versie else "", w.old, w.new) for w in history.wijzigingen]


@pytest.mark.parametrize("part", range(6))
def test_willekeurige_geschiedenissen(tmp_path, part):
    """With branches, merges and renames: exactly the commits that changed the answer."""
    for seed in range(part, COUNT, 6):
        course = Verloop(seed, 4 + seed % 30)
        map_ = tmp_path / str(seed)
        map_.mkdir()
        git_map = Werkmap(map_)
        course.record(git_map)
        last = course.nodes[-1]
        if not last.name:
            continue
        reading = load_answer_history(map_ / last.name, VRAAG.id)
        found = {int(w.versie.subject.removeprefix("commit ")): w.new for w in reading.wijzigingen}
        assert found == course.wijzigingen, seed
        assert reading.unreadable == ()
        for wijziging in reading.wijzigingen:
            node = course.nodes[int(wijziging.versie.subject.removeprefix("commit "))]
            assert wijziging.old in {course.nodes[o].antwoord for o in node.parents} | {""}, seed
            assert wijziging.old != wijziging.new


def test_een_antwoord_van_begin_tot_nu(git_map):
    path = schrijf(git_map, "")
    git_map.commit("Begin")
    schrijf(git_map, "Eerst.")
    git_map.commit("Ambitie ingevuld", "Bram")
    schrijf(git_map, "Eerst.", other="x")
    git_map.commit("Iets anders")
    schrijf(git_map, "Eerst.\n\nDan.", NAMES[2], other="x")
    path.unlink()
    git_map.commit("Hernoemd en aangevuld", "Chris")
    path = schrijf(git_map, "Nu.", NAMES[2], other="x")
    reading = load_answer_history(path, VRAAG.id)
    assert verhaal(reading) == [
        ("Ambitie ingevuld", "", "Eerst."),
        ("Hernoemd en aangevuld", "Eerst.", "Eerst.\n\nDan."),
        ("", "Eerst.\n\nDan.", "Nu."),
    ]
    assert [w.versie.auteur for w in reading.wijzigingen[:2]] == ["Bram", "Chris"]
    assert [w.versie.name for w in reading.wijzigingen[:2]] == [NAMES[0], NAMES[2]]
    assert reading.in_git
    assert not reading.is_shallow
    assert [v.subject for v in versies(path)] == [
        "Hernoemd en aangevuld", "Iets anders", "Ambitie ingevuld", "Begin",
    ]  # fmt: skip
    json = to_json(reading)
    assert [w["auteur"] for w in json["wijzigingen"]] == ["Bram", "Chris", ""]
    assert json["wijzigingen"][0]["datum"][:2] == "20"


def test_andere_schrijfwijze_is_geen_wijziging(git_map):
    path = schrijf(git_map, "Tekst.")
    git_map.commit("Begin")
    data = path.read_bytes()
    path.write_bytes(data.replace(b"lokale-ambitie: |\n    Tekst.", b"lokale-ambitie: 'Tekst.'"))
    git_map.commit("Aanhalingstekens")
    path.write_bytes(data.replace(b"\n", b"\r\n"))
    assert verhaal(load_answer_history(path, VRAAG.id)) == [("Begin", "", "Tekst.")]


def test_een_samenvoeging_die_kiest(git_map):
    path = schrijf(git_map, "a")
    git_map.commit("Begin")
    git_map.perform("checkout", "-q", "-b", "tak")
    schrijf(git_map, "van de tak")
    git_map.commit("Tak", "Bram")
    git_map.perform("checkout", "-q", "hoofd")
    schrijf(git_map, "van hoofd")
    git_map.commit("Hoofd")
    git_map.perform("merge", "-q", "-s", "ours", "tak", "-m", "Samen")
    reading = load_answer_history(path, VRAAG.id)
    assert verhaal(reading)[-1] == ("Samen", "van de tak", "van hoofd")
    assert reading.wijzigingen[-1].is_merge
    assert {v.subject for v in versies(path)} == {"Begin", "Tak", "Hoofd"}


def test_versies_die_niet_te_lezen_zijn_worden_genoemd(git_map):
    path = schrijf(git_map, "Eerst.")
    git_map.commit("Begin")
    good = path.read_bytes()
    path.write_bytes(good.replace(b"Eerst.", b"Anders.") + b"<<<<<<< HEAD\n")
    git_map.commit("Conflict vastgelegd")
    path.write_bytes(b"\xff\xfe" + good)
    git_map.commit("Verkeerde codering")
    schrijf(git_map, "Hersteld.")
    git_map.commit("Hersteld")
    path.write_bytes(b"soort: 'open")
    reading = load_answer_history(path, VRAAG.id)
    assert verhaal(reading) == [("Begin", "", "Eerst."), ("Hersteld", "Eerst.", "Hersteld.")]
    unreadable = [(o.versie.subject if o.versie else "", o.objection) for o in reading.unreadable]
    assert [subject for subject, _ in unreadable] == [
        "Conflict vastgelegd", "Verkeerde codering", "",
    ]  # fmt: skip
    assert "conflict van git" in unreadable[0][1]
    assert "UTF-16" in unreadable[1][1]
    assert "niet gesloten" in unreadable[2][1]
    assert [o["commit"] != "" for o in to_json(reading)["onleesbaar"]] == [True, True, False]


def test_een_oude_vragenlijst_maakt_niets_onleesbaar(git_map):
    """Questions that are gone, and this one under a former name."""
    path = schrijf(git_map, "Tekst.")
    data = path.read_bytes()
    path.write_bytes(data + b"\n  verdwenen-vraag: |\n    x\n")
    git_map.commit("Oude vragen")
    path.write_bytes(data)
    git_map.commit("Nieuwe vragen")
    reading = load_answer_history(path, VRAAG.id)
    assert verhaal(reading) == [("Oude vragen", "", "Tekst.")]
    assert reading.unreadable == ()


def test_weggegooid_en_teruggehaald(git_map):
    path = schrijf(git_map, "Tekst.")
    git_map.commit("Begin")
    path.unlink()
    git_map.commit("Weg")
    assert verhaal(load_answer_history(path, VRAAG.id)) == [("Begin", "", "Tekst.")]
    schrijf(git_map, "Tekst. Meer.")
    git_map.commit("Terug")
    assert verhaal(load_answer_history(path, VRAAG.id)) == [
        ("Begin", "", "Tekst."), ("Terug", "Tekst.", "Tekst. Meer."),
    ]  # fmt: skip


def test_een_naam_die_een_ander_plan_kreeg(git_map):
    path = schrijf(git_map, "Van het eerste plan.")
    git_map.commit("Eerste plan")
    git_map.perform("mv", path.name, "oud.plan.yaml")
    git_map.commit("Eerste plan hernoemd")
    schrijf(git_map, "Van het tweede plan.")
    git_map.commit("Tweede plan")
    assert verhaal(load_answer_history(path, VRAAG.id)) == [
        ("Tweede plan", "", "Van het tweede plan.")
    ]
    assert verhaal(load_answer_history(git_map.map / "oud.plan.yaml", VRAAG.id)) == [
        ("Eerste plan", "", "Van het eerste plan.")
    ]


def test_hernoemd_maar_nog_niet_vastgelegd(git_map):
    path = schrijf(git_map, "Tekst.")
    git_map.commit("Begin")
    git_map.perform("mv", path.name, "nieuw.plan.yaml")
    reading = load_answer_history(git_map.map / "nieuw.plan.yaml", VRAAG.id)
    assert verhaal(reading) == [("Begin", "", "Tekst.")]


def test_een_plan_dat_nog_niet_in_git_staat(git_map):
    path = schrijf(git_map, "Tekst.")
    for _ in ("zonder commit", "met een commit"):
        reading = load_answer_history(path, VRAAG.id)
        assert verhaal(reading) == [("", "", "Tekst.")]
        assert not reading.in_git
        git_map.perform("commit", "-q", "--allow-empty", "-m", "Leeg")
    with pytest.raises(BestandError, match="bestaat niet"):
        load_answer_history(git_map.map / "weg.plan.yaml", VRAAG.id)


def test_een_deel_van_de_geschiedenis(git_map, tmp_path_factory):
    path = schrijf(git_map, "Eerst.")
    git_map.commit("Begin")
    schrijf(git_map, "Dan.")
    git_map.commit("Verder")
    clone = tmp_path_factory.mktemp("kloon")
    git_map.perform("clone", "-q", "--depth", "1", git_map.map.as_uri(), str(clone))
    reading = load_answer_history(clone / path.name, VRAAG.id)
    assert reading.is_shallow
    assert verhaal(reading) == [("Verder", "", "Dan.")]


def test_zonder_git_is_er_geen_geschiedenis(tmp_path, monkeypatch):
    path = tmp_path / NAMES[0]
    path.write_bytes(plan("a").data)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(GeenGitError, match="staat niet in git"):
        load_answer_history(path, VRAAG.id)
    with pytest.raises(OnbekendeVraagError):
        load_answer_history(path, "bestaat-niet")
