"""How an answer came to be, in histories that a real git keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from branch_pairs import LIJST, Werkmap
from random_histories import ANDERE, NAMEN, VRAAG, Verloop, plan, versies

from trials import keren
from uitvoeringsplan.errors import BestandError, GeenGitError, OnbekendeVraagError
from uitvoeringsplan.git.git_history import AnswerArchive
from uitvoeringsplan.model.fingerprint import antwoord_fingerprint
from uitvoeringsplan.tasks.answer_history import (
    AnswerHistory,
    load_answer_history,
    to_json,
)

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.git, pytest.mark.usefixtures("kale_git")]
IN_CI = 60
AANTAL = keren(IN_CI, 6)


def schrijf(werkmap: Werkmap, antwoord: str, naam: str = NAMEN[0], ander: str = "") -> Path:
    pad = werkmap.map / naam
    pad.parent.mkdir(exist_ok=True)
    pad.write_bytes(plan(antwoord, ander).data)
    return pad


def leg_vast(werkmap: Werkmap, bericht: str, wie: str = "Anna") -> None:
    werkmap.doe("add", "-A")
    werkmap.doe("commit", "-q", "--allow-empty", "-m", bericht, f"--author={wie} <x@x.nl>")


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
        werkmap = Werkmap(map_)
        verloop.leg_vast(werkmap)
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
        # Every text that it ever had is found back by its fingerprint.
        archief = AnswerArchive(map_ / laatste.naam)
        for knoop in verloop.knopen:
            if knoop.naam and knoop.antwoord:
                afdruk = antwoord_fingerprint(VRAAG, knoop.antwoord)
                assert archief.with_fingerprint(VRAAG, afdruk).tekst == knoop.antwoord


def test_de_geschiedenissen_zijn_wat_ze_moeten_zijn():
    """The simulation has renames on branches, and merges that choose, or change nothing."""
    verlopen = [Verloop(zaad, 4 + zaad % 30) for zaad in range(IN_CI)]
    samen = [
        (verloop, i, knoop)
        for verloop in verlopen
        for i, knoop in enumerate(verloop.knopen)
        if len(knoop.ouders) == 2
    ]
    gekozen = {i in verloop.wijzigingen for verloop, i, _ in samen}
    assert gekozen == {True, False}
    assert any(
        len({verloop.knopen[o].naam for o in knoop.ouders}) == 2 for verloop, _, knoop in samen
    )
    assert sum(bool(verloop.knopen[-1].naam) for verloop in verlopen) > IN_CI / 2


def test_een_antwoord_van_begin_tot_nu(werkmap):
    pad = schrijf(werkmap, "")
    leg_vast(werkmap, "Begin")
    schrijf(werkmap, "Eerst.")
    leg_vast(werkmap, "Ambitie ingevuld", "Bram")
    schrijf(werkmap, "Eerst.", ander="x")
    leg_vast(werkmap, "Iets anders")
    schrijf(werkmap, "Eerst.\n\nDan.", NAMEN[2], ander="x")
    pad.unlink()
    leg_vast(werkmap, "Hernoemd en aangevuld", "Chris")
    pad = schrijf(werkmap, "Nu.", NAMEN[2], ander="x")
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


def test_andere_schrijfwijze_is_geen_wijziging(werkmap):
    pad = schrijf(werkmap, "Tekst.")
    leg_vast(werkmap, "Begin")
    data = pad.read_bytes()
    pad.write_bytes(data.replace(b"lokale-ambitie: |\n    Tekst.", b"lokale-ambitie: 'Tekst.'"))
    leg_vast(werkmap, "Aanhalingstekens")
    pad.write_bytes(data.replace(b"\n", b"\r\n"))
    assert verhaal(load_answer_history(pad, VRAAG.id)) == [("Begin", "", "Tekst.")]


def test_een_samenvoeging_die_kiest(werkmap):
    pad = schrijf(werkmap, "a")
    leg_vast(werkmap, "Begin")
    werkmap.doe("checkout", "-q", "-b", "tak")
    schrijf(werkmap, "van de tak")
    leg_vast(werkmap, "Tak", "Bram")
    werkmap.doe("checkout", "-q", "hoofd")
    schrijf(werkmap, "van hoofd")
    leg_vast(werkmap, "Hoofd")
    werkmap.doe("merge", "-q", "-s", "ours", "tak", "-m", "Samen")
    gelezen = load_answer_history(pad, VRAAG.id)
    assert verhaal(gelezen)[-1] == ("Samen", "van de tak", "van hoofd")
    assert gelezen.wijzigingen[-1].is_merge
    assert {v.onderwerp for v in versies(pad)} == {"Begin", "Tak", "Hoofd"}


def test_versies_die_niet_te_lezen_zijn_worden_genoemd(werkmap):
    pad = schrijf(werkmap, "Eerst.")
    leg_vast(werkmap, "Begin")
    goed = pad.read_bytes()
    pad.write_bytes(goed.replace(b"Eerst.", b"Anders.") + b"<<<<<<< HEAD\n")
    leg_vast(werkmap, "Conflict vastgelegd")
    pad.write_bytes(b"\xff\xfe" + goed)
    leg_vast(werkmap, "Verkeerde codering")
    schrijf(werkmap, "Hersteld.")
    leg_vast(werkmap, "Hersteld")
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


def test_een_oude_vragenlijst_maakt_niets_onleesbaar(werkmap):
    """Questions that are gone, and this one under a former name."""
    pad = schrijf(werkmap, "Tekst.")
    data = pad.read_bytes()
    pad.write_bytes(data + b"\n  verdwenen-vraag: |\n    x\n")
    leg_vast(werkmap, "Oude vragen")
    pad.write_bytes(data)
    leg_vast(werkmap, "Nieuwe vragen")
    gelezen = load_answer_history(pad, VRAAG.id)
    assert verhaal(gelezen) == [("Oude vragen", "", "Tekst.")]
    assert gelezen.onleesbaar == ()


def test_weggegooid_en_teruggehaald(werkmap):
    pad = schrijf(werkmap, "Tekst.")
    leg_vast(werkmap, "Begin")
    pad.unlink()
    leg_vast(werkmap, "Weg")
    assert verhaal(load_answer_history(pad, VRAAG.id)) == [("Begin", "", "Tekst.")]
    schrijf(werkmap, "Tekst. Meer.")
    leg_vast(werkmap, "Terug")
    assert verhaal(load_answer_history(pad, VRAAG.id)) == [
        ("Begin", "", "Tekst."), ("Terug", "Tekst.", "Tekst. Meer."),
    ]  # fmt: skip


def test_een_naam_die_een_ander_plan_kreeg(werkmap):
    pad = schrijf(werkmap, "Van het eerste plan.")
    leg_vast(werkmap, "Eerste plan")
    werkmap.doe("mv", pad.name, "oud.plan.yaml")
    leg_vast(werkmap, "Eerste plan hernoemd")
    schrijf(werkmap, "Van het tweede plan.")
    leg_vast(werkmap, "Tweede plan")
    assert verhaal(load_answer_history(pad, VRAAG.id)) == [
        ("Tweede plan", "", "Van het tweede plan.")
    ]
    assert verhaal(load_answer_history(werkmap.map / "oud.plan.yaml", VRAAG.id)) == [
        ("Eerste plan", "", "Van het eerste plan.")
    ]


def test_hernoemd_maar_nog_niet_vastgelegd(werkmap):
    pad = schrijf(werkmap, "Tekst.")
    leg_vast(werkmap, "Begin")
    werkmap.doe("mv", pad.name, "nieuw.plan.yaml")
    gelezen = load_answer_history(werkmap.map / "nieuw.plan.yaml", VRAAG.id)
    assert verhaal(gelezen) == [("Begin", "", "Tekst.")]


def test_een_plan_dat_nog_niet_in_git_staat(werkmap):
    pad = schrijf(werkmap, "Tekst.")
    for _ in ("zonder commit", "met een commit"):
        gelezen = load_answer_history(pad, VRAAG.id)
        assert verhaal(gelezen) == [("", "", "Tekst.")]
        assert not gelezen.in_git
        werkmap.doe("commit", "-q", "--allow-empty", "-m", "Leeg")
    with pytest.raises(BestandError, match="bestaat niet"):
        load_answer_history(werkmap.map / "weg.plan.yaml", VRAAG.id)


def test_een_deel_van_de_geschiedenis(werkmap, tmp_path_factory):
    pad = schrijf(werkmap, "Eerst.")
    leg_vast(werkmap, "Begin")
    schrijf(werkmap, "Dan.")
    leg_vast(werkmap, "Verder")
    kloon = tmp_path_factory.mktemp("kloon")
    werkmap.doe("clone", "-q", "--depth", "1", werkmap.map.as_uri(), str(kloon))
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


def test_een_tekst_terugvinden(werkmap):
    pad = schrijf(werkmap, "Eerst.", ander="o")
    leg_vast(werkmap, "Begin")
    schrijf(werkmap, "Dan.", ander="o")
    leg_vast(werkmap, "Verder")
    schrijf(werkmap, "Eerst.", ander="n")
    leg_vast(werkmap, "Weer terug")
    pad.write_bytes(b"soort: 'open")
    leg_vast(werkmap, "Kapot")

    def vind(vraag, tekst):
        gevonden = AnswerArchive(pad).with_fingerprint(vraag, antwoord_fingerprint(vraag, tekst))
        return gevonden and (gevonden.tekst, gevonden.versie and gevonden.versie.onderwerp)

    assert vind(VRAAG, "Eerst.") == ("Eerst.", "Weer terug")
    assert vind(VRAAG, "Dan.") == ("Dan.", "Verder")
    assert vind(ANDERE, "- o") == ("- o", "Verder")
    assert vind(VRAAG, "Nooit.") is None
    assert vind(VRAAG, "") == ("", None)


def test_een_tabel_in_een_andere_volgorde_is_dezelfde(werkmap):
    tabel = next(v for v in LIJST.vragen if v.sorteer)
    rijen = [["x" if k.type.name == "regel" else "" for k in tabel.kolommen] for _ in "12"]
    waar = next(i for i, k in enumerate(tabel.kolommen) if k.id == tabel.sorteer)
    rijen[0][waar], rijen[1][waar] = "2027-02-01", "2027-01-01"
    for rij in rijen:
        for i, kolom in enumerate(tabel.kolommen):
            if kolom.verplicht and not rij[i]:
                rij[i] = (kolom.keuzes or ("1",))[0] if kolom.type.name != "datum" else "2027-01-01"
    een, ander = (
        "\n".join(f"| {' | '.join(r)} |" for r in reeks) for reeks in (rijen, rijen[::-1])
    )
    pad = werkmap.map / NAMEN[0]
    pad.write_bytes(plan("a").with_answer(tabel, een).data)
    leg_vast(werkmap, "Begin")
    afdruk = antwoord_fingerprint(tabel, tabel.normalise(ander))
    assert AnswerArchive(pad).with_fingerprint(tabel, afdruk).tekst == tabel.normalise(een)
