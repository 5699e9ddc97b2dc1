"""The answers in all versions of a plan, and one text found back among them."""

from __future__ import annotations

from pathlib import Path

import pytest

from git_work_folder import Werkmap
from random_histories import ANDERE, LIJST, NAMEN, VRAAG, Verloop, plan, schrijf
from trials import keren
from uitvoeringsplan.errors import GeenGitError
from uitvoeringsplan.git import git_history
from uitvoeringsplan.git.git_history import (
    AnswerArchive,
    AnswerReading,
    read_answer,
    read_answers,
    read_history,
)
from uitvoeringsplan.model.fingerprint import antwoord_fingerprint
from uitvoeringsplan.plan.planbestand import new_planbestand

pytestmark = [pytest.mark.git, pytest.mark.usefixtures("kale_git")]


def test_een_tekst_terugvinden(git_map):
    pad = schrijf(git_map, "Eerst.", ander="o")
    git_map.commit("Begin")
    schrijf(git_map, "Dan.", ander="o")
    git_map.commit("Verder")
    schrijf(git_map, "Eerst.", ander="n")
    git_map.commit("Weer terug")
    pad.write_bytes(b"soort: 'open")
    git_map.commit("Kapot")

    def vind(vraag, tekst):
        gevonden = AnswerArchive(pad).with_fingerprint(vraag, antwoord_fingerprint(vraag, tekst))
        return gevonden and (gevonden.tekst, gevonden.versie and gevonden.versie.onderwerp)

    assert vind(VRAAG, "Eerst.") == ("Eerst.", "Weer terug")
    assert vind(VRAAG, "Dan.") == ("Dan.", "Verder")
    assert vind(ANDERE, "- o") == ("- o", "Verder")
    assert vind(VRAAG, "Nooit.") is None
    assert vind(VRAAG, "") == ("", None)


def test_een_tabel_in_een_andere_volgorde_is_dezelfde(git_map):
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
    pad = git_map.map / NAMEN[0]
    pad.write_bytes(plan("a").with_answer(tabel, een).data)
    git_map.commit("Begin")
    afdruk = antwoord_fingerprint(tabel, tabel.normalise(ander))
    assert AnswerArchive(pad).with_fingerprint(tabel, afdruk).tekst == tabel.normalise(een)


def test_elke_tekst_die_er_ooit_stond_is_terug_te_vinden(tmp_path):
    for zaad in range(keren(60, 6)):
        verloop = Verloop(zaad, 4 + zaad % 30)
        (tmp_path / str(zaad)).mkdir()
        git_map = Werkmap(tmp_path / str(zaad))
        verloop.leg_vast(git_map)
        if not verloop.knopen[-1].naam:
            continue
        archief = AnswerArchive(git_map.map / verloop.knopen[-1].naam)
        for knoop in verloop.knopen:
            if knoop.naam and knoop.antwoord:
                afdruk = antwoord_fingerprint(VRAAG, knoop.antwoord)
                assert archief.with_fingerprint(VRAAG, afdruk).tekst == knoop.antwoord, zaad


def test_een_antwoord_uit_de_bytes_van_een_plan():
    data = plan("Samen.\r\n\r\nMeer.").data
    assert read_answer(data, "x.plan.yaml", VRAAG) == AnswerReading("Samen.\n\nMeer.")
    assert read_answer(plan("").data, "x.plan.yaml", VRAAG) == AnswerReading("")
    gegevens = new_planbestand(Path("x"), LIJST, {"gemeente": "Oudermeer"}, {}).data
    assert read_answer(gegevens, "x", LIJST.vraag("gemeente")).tekst == "Oudermeer"


def test_een_antwoord_onder_een_naam_die_de_vraag_vroeger_had():
    nu = VRAAG._replace(id="nieuwe-naam", was=("nog-eerder", VRAAG.id))
    assert read_answer(plan("Tekst.").data, "x.plan.yaml", nu).tekst == "Tekst."


def test_een_antwoord_dat_niet_meer_past_blijft_zoals_het_was():
    keuze = LIJST.vraag("status")
    data = new_planbestand(Path("x"), LIJST, {"status": "concept"}, {}).data
    data = data.replace(b"status: concept", b"status: 'verzonnen  '")
    assert read_answer(data, "x.plan.yaml", keuze) == AnswerReading("verzonnen")


@pytest.mark.parametrize(
    ("data", "bezwaar"),
    [(b"\xff\xfea", "UTF-16"), (b"soort: 'open", "niet gesloten"), (b"antwoorden:\n- x\n", "")],
)
def test_een_versie_die_niet_te_lezen_is_zegt_waarom(data, bezwaar):
    gelezen = read_answer(data, "x.plan.yaml", VRAAG)
    assert gelezen.tekst == ""
    assert bezwaar in gelezen.bezwaar
    assert bool(gelezen.bezwaar) is bool(bezwaar)


def test_elke_versie_heeft_haar_antwoord_op_volgorde(git_map):
    schrijf(git_map, "Eerst.")
    git_map.commit("Begin")
    schrijf(git_map, "Dan.")
    git_map.commit("Verder")
    pad = schrijf(git_map, "Eerst.")
    git_map.commit("Terug")
    gelezen = read_answers(read_history(pad), VRAAG)
    assert [een.tekst for een in gelezen] == ["Eerst.", "Dan.", "Eerst."]


def test_een_reus_wordt_niet_gelezen_en_wel_genoemd(git_map, monkeypatch):
    pad = schrijf(git_map, "Kort.")
    git_map.commit("Begin")
    grens = pad.stat().st_size
    schrijf(git_map, "Lang. " * 99)
    git_map.commit("Te lang")
    monkeypatch.setattr(git_history, "MAX_BYTES", grens)
    kort, lang = read_answers(read_history(pad), VRAAG)
    assert kort == AnswerReading("Kort.")
    assert lang.tekst == ""
    assert lang.bezwaar.startswith("het bestand is groter dan ")
    lange_tekst = VRAAG.normalise("Lang. " * 99)
    archief = AnswerArchive(pad)
    assert archief.with_fingerprint(VRAAG, antwoord_fingerprint(VRAAG, lange_tekst)) is None
    assert archief.with_fingerprint(VRAAG, antwoord_fingerprint(VRAAG, "Kort.")).tekst == "Kort."


def test_het_archief_leest_pas_als_er_iets_gezocht_wordt(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    archief = AnswerArchive(tmp_path / "x.plan.yaml")
    assert archief.with_fingerprint(VRAAG, "").tekst == ""
    with pytest.raises(GeenGitError, match="staat niet in git"):
        archief.with_fingerprint(VRAAG, antwoord_fingerprint(VRAAG, "x"))


def test_het_archief_leest_elke_versie_een_keer(git_map, monkeypatch):
    pad = schrijf(git_map, "Eerst.", ander="o")
    git_map.commit("Begin")
    schrijf(git_map, "Dan.", ander="o")
    git_map.commit("Verder")
    gelezen = []
    echt = git_history.read_yaml
    monkeypatch.setattr(
        git_history, "read_yaml", lambda bron: (gelezen.append(bron), echt(bron))[1]
    )
    archief = AnswerArchive(pad)
    archief.with_fingerprint(VRAAG, antwoord_fingerprint(VRAAG, "Dan."))
    assert len(gelezen) == 1  # and no further back than it takes
    for tekst in ("Eerst.", "Dan.", "Eerst."):
        assert archief.with_fingerprint(VRAAG, antwoord_fingerprint(VRAAG, tekst)).tekst == tekst
    assert len(gelezen) == 2
