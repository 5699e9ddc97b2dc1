"""The answers in all versions of a plan, and one text found back among them."""

from __future__ import annotations

from pathlib import Path

import pytest

from git_work_folder import Werkmap
from random_histories import LIJST, NAMES, OTHER, VRAAG, Verloop, plan, schrijf
from trials import times
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

pytestmark = [pytest.mark.git, pytest.mark.usefixtures("bare_git")]


def test_een_tekst_terugvinden(git_map):
    path = schrijf(git_map, "Eerst.", other="o")
    git_map.commit("Begin")
    schrijf(git_map, "Dan.", other="o")
    git_map.commit("Verder")
    schrijf(git_map, "Eerst.", other="n")
    git_map.commit("Weer terug")
    path.write_bytes(b"soort: 'open")
    git_map.commit("Kapot")

    def find(vraag, text):
        found = AnswerArchive(path).with_fingerprint(vraag, antwoord_fingerprint(vraag, text))
        return found and (found.text, found.versie and found.versie.subject)

    assert find(VRAAG, "Eerst.") == ("Eerst.", "Weer terug")
    assert find(VRAAG, "Dan.") == ("Dan.", "Verder")
    assert find(OTHER, "- o") == ("- o", "Verder")
    assert find(VRAAG, "Nooit.") is None
    assert find(VRAAG, "") == ("", None)


def test_een_tabel_in_een_andere_volgorde_is_dezelfde(git_map):
    tabel = next(v for v in LIJST.vragen if v.sorteer)
    rijen = [["x" if k.type.name == "regel" else "" for k in tabel.kolommen] for _ in "12"]
    where = next(i for i, k in enumerate(tabel.kolommen) if k.id == tabel.sorteer)
    rijen[0][where], rijen[1][where] = "2027-02-01", "2027-01-01"
    for rij in rijen:
        for i, kolom in enumerate(tabel.kolommen):
            if kolom.verplicht and not rij[i]:
                rij[i] = (kolom.keuzes or ("1",))[0] if kolom.type.name != "datum" else "2027-01-01"
    one, other = (
        "\n".join(f"| {' | '.join(r)} |" for r in series) for series in (rijen, rijen[::-1])
    )
    path = git_map.map / NAMES[0]
    path.write_bytes(plan("a").with_answer(tabel, one).data)
    git_map.commit("Begin")
    digest = antwoord_fingerprint(tabel, tabel.normalise(other))
    assert AnswerArchive(path).with_fingerprint(tabel, digest).text == tabel.normalise(one)


def test_elke_tekst_die_er_ooit_stond_is_terug_te_vinden(tmp_path):
    for seed in range(times(60, 6)):
        course = Verloop(seed, 4 + seed % 30)
        (tmp_path / str(seed)).mkdir()
        git_map = Werkmap(tmp_path / str(seed))
        course.record(git_map)
        if not course.nodes[-1].name:
            continue
        archive = AnswerArchive(git_map.map / course.nodes[-1].name)
        for node in course.nodes:
            if node.name and node.antwoord:
                digest = antwoord_fingerprint(VRAAG, node.antwoord)
                assert archive.with_fingerprint(VRAAG, digest).text == node.antwoord, seed


def test_een_antwoord_uit_de_bytes_van_een_plan():
    data = plan("Samen.\r\n\r\nMeer.").data
    assert read_answer(data, "x.plan.yaml", VRAAG) == AnswerReading("Samen.\n\nMeer.")
    assert read_answer(plan("").data, "x.plan.yaml", VRAAG) == AnswerReading("")
    gegevens = new_planbestand(Path("x"), LIJST, {"gemeente": "Oudermeer"}, {}).data
    assert read_answer(gegevens, "x", LIJST.vraag("gemeente")).text == "Oudermeer"


def test_een_antwoord_onder_een_naam_die_de_vraag_vroeger_had():
    nu = VRAAG._replace(id="nieuwe-naam", was=("nog-eerder", VRAAG.id))
    assert read_answer(plan("Tekst.").data, "x.plan.yaml", nu).text == "Tekst."


def test_een_antwoord_dat_niet_meer_past_blijft_zoals_het_was():
    keuze = LIJST.vraag("status")
    data = new_planbestand(Path("x"), LIJST, {"status": "concept"}, {}).data
    data = data.replace(b"status: concept", b"status: 'verzonnen  '")
    assert read_answer(data, "x.plan.yaml", keuze) == AnswerReading("verzonnen")


@pytest.mark.parametrize(
    ("data", "objection"),
    [(b"\xff\xfea", "UTF-16"), (b"soort: 'open", "niet gesloten"), (b"antwoorden:\n- x\n", "")],
)
def test_een_versie_die_niet_te_lezen_is_zegt_waarom(data, objection):
    reading = read_answer(data, "x.plan.yaml", VRAAG)
    assert reading.text == ""
    assert objection in reading.objection
    assert bool(reading.objection) is bool(objection)


def test_elke_versie_heeft_haar_antwoord_op_volgorde(git_map):
    schrijf(git_map, "Eerst.")
    git_map.commit("Begin")
    schrijf(git_map, "Dan.")
    git_map.commit("Verder")
    path = schrijf(git_map, "Eerst.")
    git_map.commit("Terug")
    reading = read_answers(read_history(path), VRAAG)
    assert [one.text for one in reading] == ["Eerst.", "Dan.", "Eerst."]


def test_een_reus_wordt_niet_gelezen_en_wel_genoemd(git_map, monkeypatch):
    path = schrijf(git_map, "Kort.")
    git_map.commit("Begin")
    bound = path.stat().st_size
    schrijf(git_map, "Lang. " * 99)
    git_map.commit("Te lang")
    monkeypatch.setattr(git_history, "MAX_BYTES", bound)
    short, lang = read_answers(read_history(path), VRAAG)
    assert short == AnswerReading("Kort.")
    assert lang.text == ""
    assert lang.objection.startswith("het bestand is groter dan ")
    lange_text = VRAAG.normalise("Lang. " * 99)
    archive = AnswerArchive(path)
    assert archive.with_fingerprint(VRAAG, antwoord_fingerprint(VRAAG, lange_text)) is None
    assert archive.with_fingerprint(VRAAG, antwoord_fingerprint(VRAAG, "Kort.")).text == "Kort."


def test_het_archief_leest_pas_als_er_iets_gezocht_wordt(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    archive = AnswerArchive(tmp_path / "x.plan.yaml")
    assert archive.with_fingerprint(VRAAG, "").text == ""
    with pytest.raises(GeenGitError, match="staat niet in git"):
        archive.with_fingerprint(VRAAG, antwoord_fingerprint(VRAAG, "x"))


def test_het_archief_leest_elke_versie_een_keer(git_map, monkeypatch):
    path = schrijf(git_map, "Eerst.", other="o")
    git_map.commit("Begin")
    schrijf(git_map, "Dan.", other="o")
    git_map.commit("Verder")
    reading = []
    real = git_history.read_yaml
    monkeypatch.setattr(
        git_history, "read_yaml", lambda source: (reading.append(source), real(source))[1]
    )
    archive = AnswerArchive(path)
    archive.with_fingerprint(VRAAG, antwoord_fingerprint(VRAAG, "Dan."))
    assert len(reading) == 1  # and no further back than it takes
    for text in ("Eerst.", "Dan.", "Eerst."):
        assert archive.with_fingerprint(VRAAG, antwoord_fingerprint(VRAAG, text)).text == text
    assert len(reading) == 2
