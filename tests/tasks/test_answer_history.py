"""How an answer came to be, in histories that a real git keeps."""

from __future__ import annotations

import pytest

from git_work_folder import Werkmap
from random_histories import NAMEN, VRAAG, Verloop, plan, schrijf, versies
from trials import keren
from uitvoeringsplan.errors import BestandError, GeenGitError, OnbekendeVraagError
from uitvoeringsplan.tasks.answer_history import (
    AnswerHistory,
    load_answer_history,
    to_json,
)

pytestmark = [pytest.mark.git, pytest.mark.usefixtures("kale_git")]
AANTAL = keren(60, 6)


def verhaal(geschiedenis: AnswerHistory) -> list[tuple[str, str, str]]:
    return [
        (w.versie.onderwerp if w.versie else "", w.oud, w.nieuw) for w in geschiedenis.wijzigingen
    ]


@pytest.mark.parametrize("deel", range(6))
def test_willekeurige_geschiedenissen(tmp_path, deel):
    """With branches, merges and renames: exactly the commits that changed the answer."""
    for zaad in range(deel, AANTAL, 6):
        verloop = Verloop(zaad, 4 + zaad % 30)
        map_ = tmp_path / str(zaad)
        map_.mkdir()
        git_map = Werkmap(map_)
        verloop.leg_vast(git_map)
        laatste = verloop.knopen[-1]
        if not laatste.naam:
            continue
        gelezen = load_answer_history(map_ / laatste.naam, VRAAG.id)
        gevonden = {
            int(w.versie.onderwerp.removeprefix("commit ")): w.nieuw for w in gelezen.wijzigingen
        }
        assert gevonden == verloop.wijzigingen, zaad
        assert gelezen.onleesbaar == ()
        for wijziging in gelezen.wijzigingen:
            knoop = verloop.knopen[int(wijziging.versie.onderwerp.removeprefix("commit "))]
            assert wijziging.oud in {verloop.knopen[o].antwoord for o in knoop.ouders} | {""}, zaad
            assert wijziging.oud != wijziging.nieuw


def test_een_antwoord_van_begin_tot_nu(git_map):
    pad = schrijf(git_map, "")
    git_map.commit("Begin")
    schrijf(git_map, "Eerst.")
    git_map.commit("Ambitie ingevuld", "Bram")
    schrijf(git_map, "Eerst.", ander="x")
    git_map.commit("Iets anders")
    schrijf(git_map, "Eerst.\n\nDan.", NAMEN[2], ander="x")
    pad.unlink()
    git_map.commit("Hernoemd en aangevuld", "Chris")
    pad = schrijf(git_map, "Nu.", NAMEN[2], ander="x")
    gelezen = load_answer_history(pad, VRAAG.id)
    assert verhaal(gelezen) == [
        ("Ambitie ingevuld", "", "Eerst."),
        ("Hernoemd en aangevuld", "Eerst.", "Eerst.\n\nDan."),
        ("", "Eerst.\n\nDan.", "Nu."),
    ]
    assert [w.versie.auteur for w in gelezen.wijzigingen[:2]] == ["Bram", "Chris"]
    assert [w.versie.naam for w in gelezen.wijzigingen[:2]] == [NAMEN[0], NAMEN[2]]
    assert gelezen.in_git
    assert not gelezen.is_ondiep
    assert [v.onderwerp for v in versies(pad)] == [
        "Hernoemd en aangevuld", "Iets anders", "Ambitie ingevuld", "Begin",
    ]  # fmt: skip
    json = to_json(gelezen)
    assert [w["auteur"] for w in json["wijzigingen"]] == ["Bram", "Chris", ""]
    assert json["wijzigingen"][0]["datum"][:2] == "20"


def test_andere_schrijfwijze_is_geen_wijziging(git_map):
    pad = schrijf(git_map, "Tekst.")
    git_map.commit("Begin")
    data = pad.read_bytes()
    pad.write_bytes(data.replace(b"lokale-ambitie: |\n    Tekst.", b"lokale-ambitie: 'Tekst.'"))
    git_map.commit("Aanhalingstekens")
    pad.write_bytes(data.replace(b"\n", b"\r\n"))
    assert verhaal(load_answer_history(pad, VRAAG.id)) == [("Begin", "", "Tekst.")]


def test_een_samenvoeging_die_kiest(git_map):
    pad = schrijf(git_map, "a")
    git_map.commit("Begin")
    git_map.doe("checkout", "-q", "-b", "tak")
    schrijf(git_map, "van de tak")
    git_map.commit("Tak", "Bram")
    git_map.doe("checkout", "-q", "hoofd")
    schrijf(git_map, "van hoofd")
    git_map.commit("Hoofd")
    git_map.doe("merge", "-q", "-s", "ours", "tak", "-m", "Samen")
    gelezen = load_answer_history(pad, VRAAG.id)
    assert verhaal(gelezen)[-1] == ("Samen", "van de tak", "van hoofd")
    assert gelezen.wijzigingen[-1].is_merge
    assert {v.onderwerp for v in versies(pad)} == {"Begin", "Tak", "Hoofd"}


def test_versies_die_niet_te_lezen_zijn_worden_genoemd(git_map):
    pad = schrijf(git_map, "Eerst.")
    git_map.commit("Begin")
    goed = pad.read_bytes()
    pad.write_bytes(goed.replace(b"Eerst.", b"Anders.") + b"<<<<<<< HEAD\n")
    git_map.commit("Conflict vastgelegd")
    pad.write_bytes(b"\xff\xfe" + goed)
    git_map.commit("Verkeerde codering")
    schrijf(git_map, "Hersteld.")
    git_map.commit("Hersteld")
    pad.write_bytes(b"soort: 'open")
    gelezen = load_answer_history(pad, VRAAG.id)
    assert verhaal(gelezen) == [("Begin", "", "Eerst."), ("Hersteld", "Eerst.", "Hersteld.")]
    onleesbaar = [(o.versie.onderwerp if o.versie else "", o.bezwaar) for o in gelezen.onleesbaar]
    assert [onderwerp for onderwerp, _ in onleesbaar] == [
        "Conflict vastgelegd", "Verkeerde codering", "",
    ]  # fmt: skip
    assert "conflict van git" in onleesbaar[0][1]
    assert "UTF-16" in onleesbaar[1][1]
    assert "niet gesloten" in onleesbaar[2][1]
    assert [o["commit"] != "" for o in to_json(gelezen)["onleesbaar"]] == [True, True, False]


def test_een_oude_vragenlijst_maakt_niets_onleesbaar(git_map):
    """Questions that are gone, and this one under a former name."""
    pad = schrijf(git_map, "Tekst.")
    data = pad.read_bytes()
    pad.write_bytes(data + b"\n  verdwenen-vraag: |\n    x\n")
    git_map.commit("Oude vragen")
    pad.write_bytes(data)
    git_map.commit("Nieuwe vragen")
    gelezen = load_answer_history(pad, VRAAG.id)
    assert verhaal(gelezen) == [("Oude vragen", "", "Tekst.")]
    assert gelezen.onleesbaar == ()


def test_weggegooid_en_teruggehaald(git_map):
    pad = schrijf(git_map, "Tekst.")
    git_map.commit("Begin")
    pad.unlink()
    git_map.commit("Weg")
    assert verhaal(load_answer_history(pad, VRAAG.id)) == [("Begin", "", "Tekst.")]
    schrijf(git_map, "Tekst. Meer.")
    git_map.commit("Terug")
    assert verhaal(load_answer_history(pad, VRAAG.id)) == [
        ("Begin", "", "Tekst."), ("Terug", "Tekst.", "Tekst. Meer."),
    ]  # fmt: skip


def test_een_naam_die_een_ander_plan_kreeg(git_map):
    pad = schrijf(git_map, "Van het eerste plan.")
    git_map.commit("Eerste plan")
    git_map.doe("mv", pad.name, "oud.plan.yaml")
    git_map.commit("Eerste plan hernoemd")
    schrijf(git_map, "Van het tweede plan.")
    git_map.commit("Tweede plan")
    assert verhaal(load_answer_history(pad, VRAAG.id)) == [
        ("Tweede plan", "", "Van het tweede plan.")
    ]
    assert verhaal(load_answer_history(git_map.map / "oud.plan.yaml", VRAAG.id)) == [
        ("Eerste plan", "", "Van het eerste plan.")
    ]


def test_hernoemd_maar_nog_niet_vastgelegd(git_map):
    pad = schrijf(git_map, "Tekst.")
    git_map.commit("Begin")
    git_map.doe("mv", pad.name, "nieuw.plan.yaml")
    gelezen = load_answer_history(git_map.map / "nieuw.plan.yaml", VRAAG.id)
    assert verhaal(gelezen) == [("Begin", "", "Tekst.")]


def test_een_plan_dat_nog_niet_in_git_staat(git_map):
    pad = schrijf(git_map, "Tekst.")
    for _ in ("zonder commit", "met een commit"):
        gelezen = load_answer_history(pad, VRAAG.id)
        assert verhaal(gelezen) == [("", "", "Tekst.")]
        assert not gelezen.in_git
        git_map.doe("commit", "-q", "--allow-empty", "-m", "Leeg")
    with pytest.raises(BestandError, match="bestaat niet"):
        load_answer_history(git_map.map / "weg.plan.yaml", VRAAG.id)


def test_een_deel_van_de_geschiedenis(git_map, tmp_path_factory):
    pad = schrijf(git_map, "Eerst.")
    git_map.commit("Begin")
    schrijf(git_map, "Dan.")
    git_map.commit("Verder")
    kloon = tmp_path_factory.mktemp("kloon")
    git_map.doe("clone", "-q", "--depth", "1", git_map.map.as_uri(), str(kloon))
    gelezen = load_answer_history(kloon / pad.name, VRAAG.id)
    assert gelezen.is_ondiep
    assert verhaal(gelezen) == [("Verder", "", "Dan.")]


def test_zonder_git_is_er_geen_geschiedenis(tmp_path, monkeypatch):
    pad = tmp_path / NAMEN[0]
    pad.write_bytes(plan("a").data)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(GeenGitError, match="staat niet in git"):
        load_answer_history(pad, VRAAG.id)
    with pytest.raises(OnbekendeVraagError):
        load_answer_history(pad, "bestaat-niet")
