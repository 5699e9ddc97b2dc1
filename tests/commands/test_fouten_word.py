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


def eigen_sjabloon(werkmap: Path, oud: str, nieuw: str) -> None:
    uit = io.BytesIO()
    with zipfile.ZipFile(find_sjabloon(SJABLOON)) as bron, zipfile.ZipFile(uit, "w") as doel:
        for naam in bron.namelist():
            data = bron.read(naam)
            if naam == "word/document.xml":
                assert oud.encode() in data
                data = data.replace(oud.encode(), nieuw.encode(), 1)
            doel.writestr(naam, data)
    (werkmap / "eigen.docx").write_bytes(uit.getvalue())


@pytest.mark.parametrize(
    ("oud", "nieuw", "woorden"),
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
def test_een_sjabloon_met_een_veld_te_weinig_of_te_veel(fout, plan, werkmap, oud, nieuw, woorden):
    eigen_sjabloon(werkmap, oud, nieuw)
    gezegd = fout("genereer", plan.name, "--sjabloon", "eigen.docx")
    assert gezegd.startswith("eigen.docx: ")
    assert woorden in gezegd


@pytest.mark.parametrize(
    ("inhoud", "woorden"),
    [
        (None, "dit sjabloon bestaat niet"),
        (b"gewone tekst", "geen Word-bestand (.docx)"),
        (b"\xd0\xcf\x11\xe0" + bytes(512), "oud Word-bestand (.doc) of er zit een wachtwoord op"),
    ],
)
def test_een_sjabloon_dat_niet_te_gebruiken_is(fout, plan, werkmap, inhoud, woorden):
    if inhoud is not None:
        (werkmap / "eigen.docx").write_bytes(inhoud)
    gezegd = fout("genereer", plan.name, "--sjabloon", "eigen.docx")
    assert gezegd.startswith("eigen.docx: ")
    assert woorden in gezegd


def test_een_map_als_sjabloon(fout, plan, werkmap):
    (werkmap / "eigen.docx").mkdir()
    assert "eigen.docx: dit is een map" in fout("genereer", plan.name, "--sjabloon", "eigen.docx")


def test_een_afgebroken_sjabloon(fout, plan, werkmap):
    (werkmap / "eigen.docx").write_bytes(find_sjabloon(SJABLOON).read_bytes()[:-500])
    assert "beschadigd" in fout("genereer", plan.name, "--sjabloon", "eigen.docx")


# Where the result goes.


def test_de_uitvoer_is_een_map(fout, plan, werkmap):
    (werkmap / "dorp.docx").mkdir()
    assert "dorp.docx: dit is een map" in fout("genereer", plan.name)


def test_de_map_van_de_uitvoer_is_er_niet(fout, plan):
    gezegd = fout("genereer", plan.name, "-u", "weg/dorp.docx")
    assert "de map weg bestaat niet. Maak die eerst." in gezegd


def test_de_uitvoer_is_alleen_lezen(fout, plan, draai, monkeypatch, vervang):
    draai("genereer", plan.name)
    vervang(plan, "gemeente: Oudermeer", "gemeente: Delft")
    monkeypatch.setattr(os, "access", lambda _, soort: soort != os.W_OK)
    gezegd = fout("genereer", plan.name)
    assert "dorp.docx: hier mag niet geschreven worden" in gezegd
    assert "-u een andere plek" in gezegd


def test_de_map_van_de_uitvoer_is_alleen_lezen(fout, plan, monkeypatch):
    echt = os.open

    def geweigerd(pad, vlaggen, *rest, **opties):
        if vlaggen & os.O_CREAT:
            raise PermissionError(13, "Permission denied", pad)
        return echt(pad, vlaggen, *rest, **opties)

    monkeypatch.setattr(os, "open", geweigerd)
    assert "dorp.docx: hier mag niet geschreven worden" in fout("genereer", plan.name)
    assert "mag niet geschreven worden" in fout("antwoord", plan.name, "gemeente", "Ede")


def test_een_volle_schijf_laat_niets_half_achter(draai, plan, mapstand, monkeypatch):
    def vol(self, _):
        raise OSError(28, os.strerror(28), str(self))

    voor = mapstand()
    monkeypatch.setattr(Path, "replace", vol)
    gedraaid = draai("genereer", plan.name)
    assert gedraaid.code == 1
    assert "dorp.docx: opslaan lukt niet" in gedraaid.fout
    assert mapstand() == voor


def test_de_uitvoer_staat_open_in_word(fout, plan, werkmap):
    (werkmap / "~$dorp.docx").write_bytes(b"")
    gezegd = fout("genereer", plan.name)
    assert "dorp.docx: dit document is open in Word of LibreOffice. Sluit het daar" in gezegd
    assert "~$dorp.docx" in gezegd


def test_de_uitvoer_is_van_een_ander(fout, plan, werkmap):
    (werkmap / "dorp.docx").write_bytes(b"brief")
    assert "--overschrijf" in fout("genereer", plan.name)


def test_meer_plannen_naar_een_bestand(fout, plan):
    shutil.copy(plan, plan.with_name("a.plan.yaml"))
    gezegd = fout("genereer", "a.plan.yaml", plan.name, "-u", "uit.docx")
    assert "uit.docx: dit is geen map" in gezegd


def test_het_plan_als_uitvoer(fout, plan):
    gezegd = fout("genereer", plan.name, "-u", plan.name, "--overschrijf")
    assert "dorp.plan.yaml: dit is het plan" in gezegd


def test_een_voorbeeld_dat_veranderd_is(fout, draai, werkmap, vervang):
    draai("voorbeeld")
    vervang(werkmap / "oudermeer.plan.yaml", "gemeente: Oudermeer", "gemeente: Delft")
    assert "oudermeer.plan.yaml: dit bestand bestaat al en is veranderd" in fout("voorbeeld")


def test_veel_plannen_waarvan_een_niet_deugt(draai, plan, werkmap, vervang):
    for naam in "abc":
        shutil.copy(plan, werkmap / f"{naam}.plan.yaml")
    vervang(werkmap / "b.plan.yaml", "antwoorden:", "antworden:")
    gedraaid = draai("genereer", "a.plan.yaml", "b.plan.yaml", "c.plan.yaml")
    assert gedraaid.code == 1
    assert [regel.split(" ")[0] for regel in gedraaid.uit.splitlines()] == ["a.docx", "c.docx"]
    assert gedraaid.fout.startswith("b.plan.yaml, regel ")
    assert gedraaid.fout.endswith("2 van de 3 plannen gemaakt, 1 niet.\n")
    assert sorted(pad.name for pad in werkmap.glob("*.docx")) == ["a.docx", "c.docx"]
