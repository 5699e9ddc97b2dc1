"""Mistakes with a template or with the place of the result: one message, nothing written."""

from __future__ import annotations

import io
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from uitvoeringsplan.files.lookup import find_sjabloon

SJABLOON = "uitvoeringsplan-polarisatie.docx"


# The template.


def own_sjabloon(work_folder: Path, old: str, new: str) -> None:
    result = io.BytesIO()
    with zipfile.ZipFile(find_sjabloon(SJABLOON)) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode(), 1)
            target.writestr(name, data)
    (work_folder / "eigen.docx").write_bytes(result.getvalue())


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            '<w:tag w:val="borgen-budget"/>',
            "",
            "geen invulveld voor “borgen-budget”. Voeg in Word",
        ),
        (
            '<w:tag w:val="kenmerk"/>',
            '<w:tag w:val="kennmerk"/>',
            "“kennmerk” hoort bij geen vraag van de vragenlijst. Bedoel je “kenmerk”?",
        ),
        (
            '<w:tag w:val="kenmerk"/>',
            '<w:tag w:val="borgen-budget"/>',
            "het invulveld “borgen-budget” staat midden in een alinea",
        ),
        (
            '<w:tag w:val="signalering-online"/>',
            '<w:tag w:val="borgen-budget"/>',
            "voor “borgen-budget” is er meer dan één invulveld. Houd er één over.",
        ),
        (  # of its two places, the one in the layout of this plan
            '<w:tag w:val="borgen-college"/>',
            "",
            "geen invulveld voor “borgen-college”",
        ),
        (
            '<w:tag w:val="als: concept = ja"/>',
            '<w:tag w:val="als: concpt = ja"/>',
            "is geen vraag, gegeven of hoofdstuk. Bedoel je “concept”?",
        ),
    ],
)
def test_een_sjabloon_met_een_veld_te_weinig_of_te_veel(error, plan, work_folder, old, new, words):
    own_sjabloon(work_folder, old, new)
    said = error("genereer", plan.name, "--sjabloon", "eigen.docx")
    assert said.startswith("eigen.docx: ")
    assert words in said


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "dit sjabloon bestaat niet"),
        (b"gewone tekst", "geen Word-bestand (.docx)"),
        (b"\xd0\xcf\x11\xe0" + bytes(512), "oud Word-bestand (.doc) of er zit een wachtwoord op"),
    ],
)
def test_een_sjabloon_dat_niet_te_gebruiken_is(error, plan, work_folder, content, words):
    if content is not None:
        (work_folder / "eigen.docx").write_bytes(content)
    said = error("genereer", plan.name, "--sjabloon", "eigen.docx")
    assert said.startswith("eigen.docx: ")
    assert words in said


def test_een_map_als_sjabloon(error, plan, work_folder):
    (work_folder / "eigen.docx").mkdir()
    assert "eigen.docx: dit is een map" in error("genereer", plan.name, "--sjabloon", "eigen.docx")


def test_een_afgebroken_sjabloon(error, plan, work_folder):
    (work_folder / "eigen.docx").write_bytes(find_sjabloon(SJABLOON).read_bytes()[:-500])
    assert "beschadigd" in error("genereer", plan.name, "--sjabloon", "eigen.docx")


# Where the result goes.


def test_de_uitvoer_is_een_map(error, plan, work_folder):
    (work_folder / "dorp.docx").mkdir()
    assert "dorp.docx: dit is een map" in error("genereer", plan.name)


def test_de_map_van_de_uitvoer_is_er_niet(error, plan):
    said = error("genereer", plan.name, "-u", "weg/dorp.docx")
    assert "de map weg bestaat niet. Maak die eerst." in said


def test_de_uitvoer_is_alleen_lezen(error, plan, run_command, monkeypatch, replace):
    run_command("genereer", plan.name)
    replace(plan, "gemeente: Oudermeer", "gemeente: Delft")
    monkeypatch.setattr(os, "access", lambda _, kind: kind != os.W_OK)
    said = error("genereer", plan.name)
    assert "dorp.docx: hier mag niet geschreven worden" in said
    assert "-u een andere plek" in said


def test_de_map_van_de_uitvoer_is_alleen_lezen(error, plan, monkeypatch):
    real = os.open

    def refused(path, flags, *rest, **options):
        if flags & os.O_CREAT:
            raise PermissionError(13, "Permission denied", path)
        return real(path, flags, *rest, **options)

    monkeypatch.setattr(os, "open", refused)
    assert "dorp.docx: hier mag niet geschreven worden" in error("genereer", plan.name)
    assert "mag niet geschreven worden" in error("antwoord", plan.name, "gemeente", "Ede")


def test_een_volle_schijf_laat_niets_half_achter(run_command, plan, folder_state, monkeypatch):
    def full(self, _):
        raise OSError(28, os.strerror(28), str(self))

    before = folder_state()
    monkeypatch.setattr(Path, "replace", full)
    outcome = run_command("genereer", plan.name)
    assert outcome.code == 1
    assert "dorp.docx: opslaan lukt niet" in outcome.error
    assert folder_state() == before


def test_de_uitvoer_staat_open_in_word(error, plan, work_folder):
    (work_folder / "~$dorp.docx").write_bytes(b"")
    said = error("genereer", plan.name)
    assert "dorp.docx: dit document is open in Word of LibreOffice. Sluit het daar" in said
    assert "~$dorp.docx" in said


def test_de_uitvoer_is_van_een_ander(error, plan, work_folder):
    (work_folder / "dorp.docx").write_bytes(b"brief")
    assert "--overschrijf" in error("genereer", plan.name)


def test_meer_plannen_naar_een_bestand(error, plan):
    shutil.copy(plan, plan.with_name("a.plan.yaml"))
    said = error("genereer", "a.plan.yaml", plan.name, "-u", "uit.docx")
    assert "uit.docx: dit is geen map" in said


def test_het_plan_als_uitvoer(error, plan):
    said = error("genereer", plan.name, "-u", plan.name, "--overschrijf")
    assert "dorp.plan.yaml: dit is het plan" in said


def test_een_voorbeeld_dat_veranderd_is(error, run_command, work_folder, replace):
    run_command("voorbeeld")
    replace(work_folder / "oudermeer.plan.yaml", "gemeente: Oudermeer", "gemeente: Delft")
    assert "oudermeer.plan.yaml: dit bestand bestaat al en is veranderd" in error("voorbeeld")


def test_veel_plannen_waarvan_een_niet_deugt(run_command, plan, work_folder, replace):
    for name in "abc":
        shutil.copy(plan, work_folder / f"{name}.plan.yaml")
    replace(work_folder / "b.plan.yaml", "antwoorden:", "antworden:")
    outcome = run_command("genereer", "a.plan.yaml", "b.plan.yaml", "c.plan.yaml")
    assert outcome.code == 1
    assert [line.split(" ")[0] for line in outcome.result.splitlines()] == ["a.docx", "c.docx"]
    assert outcome.error.startswith("b.plan.yaml, regel ")
    assert outcome.error.endswith("2 van de 3 plannen gemaakt, 1 niet.\n")
    assert sorted(path.name for path in work_folder.glob("*.docx")) == ["a.docx", "c.docx"]
