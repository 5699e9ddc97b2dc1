"""Edits that LibreOffice itself makes, one in each document, come home; and nothing else does."""

from __future__ import annotations

import pytest

from edited_docx import LIJST, maak, met
from libreoffice_runs import laat_werken
from trials import greep
from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.read_back import read_back

pytestmark = pytest.mark.libreoffice

AMBITIE, COLLEGE, LEEG = "lokale-ambitie", "borgen-college", "lokale-doelstellingen"
#: Per edit: the question or field, and what becomes of its text.
BEWERKT = {
    "woord": (AMBITIE, "Niet elk meningsverschil", "Niet ieder meningsverschil"),
    "woord_bijgehouden": (AMBITIE, "Niet elk meningsverschil", "Niet ieder meningsverschil"),
    "eerste_alinea": (AMBITIE, "In Oudermeer kunnen", "In Oudermeer mogen"),
    "leeg_antwoord": (LEEG, "", "Nu ingevuld."),
    "alinea": (AMBITIE, "\n\nNiet elk", "\n\nEen nieuwe alinea.\n\nNiet elk"),
    "punt": (COLLEGE, "\n\nKomt de", "\n- en een nieuw punt\n\nKomt de"),
    "vet": (COLLEGE, "gezicht in de buurt", "**gezicht in de buurt**"),
    "link": (
        AMBITIE, "De gemeente luistert eerst",
        "[De gemeente luistert eerst](https://www.voorbeeld.nl/a)",
    ),
    "weg": (AMBITIE, "", ""),
    "gegeven": ("opsteller", "adviseur veiligheid,", "adviseur openbare orde,"),
}  # fmt: skip


@pytest.fixture(scope="module", params=greep(["tabel", "koppen"]))
def bewerkt(request, tmp_path_factory):
    """Return the plan, and the folder with what LibreOffice made of its document."""
    map_ = tmp_path_factory.mktemp(request.param)
    plan = map_ / "dorp.plan.yaml"
    plan.write_bytes(find_voorbeeld().read_bytes())
    met(plan, lokale_doelstellingen="")
    word = maak(plan, map_ / "dorp.docx", indeling=request.param)
    (map_ / "uit").mkdir()
    laat_werken(map_, "edit_document.py", str(word), str(map_ / "uit"))
    return plan, map_ / "uit"


def test_elke_bewerking_is_gedaan(bewerkt):
    assert {pad.stem for pad in bewerkt[1].glob("*.docx")} == set(BEWERKT)


@pytest.mark.parametrize("naam", BEWERKT)
def test_een_bewerking_komt_thuis_en_verder_niets(bewerkt, naam):
    plan, map_ = bewerkt
    vraag, oud, nieuw = BEWERKT[naam]
    bestand = load_plan(plan, LIJST)
    was = bestand.plan.tekst(LIJST.vraag(vraag))
    wordt = was.replace(oud, nieuw, 1) if oud else nieuw
    if naam == "weg":  # the third of three paragraphs
        wordt = was.rpartition("\n\n")[0]
    assert wordt != was
    inlezing = read_back(bestand, map_ / f"{naam}.docx")
    assert inlezing.heeft_wijzigingen == (naam == "woord_bijgehouden")
    assert not inlezing.botsingen
    assert not inlezing.bedenkingen
    assert inlezing.nieuw.data == bestand.with_answer(LIJST.vraag(vraag), wordt).data


def test_een_bijgehouden_wijziging_is_te_verwerpen(bewerkt):
    plan, map_ = bewerkt
    bestand = load_plan(plan, LIJST)
    inlezing = read_back(bestand, map_ / "woord_bijgehouden.docx", accepted=False)
    assert inlezing.nieuw.data == bestand.data
