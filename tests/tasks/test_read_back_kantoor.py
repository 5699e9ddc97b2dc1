"""Edits that LibreOffice itself makes, one in each document, come home; and nothing else does."""

from __future__ import annotations

import pytest

from edited_docx import LIJST, make, met
from libreoffice_runs import laat_werken
from trials import greep
from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.read_back import read_back

pytestmark = pytest.mark.libreoffice

AMBITIE, COLLEGE, EMPTY = "lokale-ambitie", "borgen-college", "lokale-doelstellingen"
#: Per edit: the question or field, and what becomes of its text.
EDITED = {
    "word": (AMBITIE, "Niet elk meningsverschil", "Niet ieder meningsverschil"),
    "tracked_word": (AMBITIE, "Niet elk meningsverschil", "Niet ieder meningsverschil"),
    "first_paragraph": (AMBITIE, "In Oudermeer kunnen", "In Oudermeer mogen"),
    "empty_antwoord": (EMPTY, "", "Nu ingevuld."),
    "paragraph": (AMBITIE, "\n\nNiet elk", "\n\nEen nieuwe alinea.\n\nNiet elk"),
    "punt": (COLLEGE, "\n\nKomt de", "\n- en een nieuw punt\n\nKomt de"),
    "vet": (COLLEGE, "gezicht in de buurt", "**gezicht in de buurt**"),
    "link": (
        AMBITIE, "De gemeente luistert eerst",
        "[De gemeente luistert eerst](https://www.voorbeeld.nl/a)",
    ),
    "gone": (AMBITIE, "", ""),
    "gegeven": ("opsteller", "adviseur veiligheid,", "adviseur openbare orde,"),
}  # fmt: skip


@pytest.fixture(scope="module", params=greep(["tabel", "koppen"]))
def edited(request, tmp_path_factory):
    """Return the plan, and the folder with what LibreOffice made of its document."""
    map_ = tmp_path_factory.mktemp(request.param)
    plan = map_ / "dorp.plan.yaml"
    plan.write_bytes(find_voorbeeld().read_bytes())
    met(plan, lokale_doelstellingen="")
    word = make(plan, map_ / "dorp.docx", indeling=request.param)
    (map_ / "uit").mkdir()
    laat_werken(map_, "edit_document.py", str(word), str(map_ / "uit"))
    return plan, map_ / "uit"


def test_elke_bewerking_is_gedaan(edited):
    assert {path.stem for path in edited[1].glob("*.docx")} == set(EDITED)


@pytest.mark.parametrize("name", EDITED)
def test_een_bewerking_komt_thuis_en_verder_niets(edited, name):
    plan, map_ = edited
    vraag, old, new = EDITED[name]
    file = load_plan(plan, LIJST)
    was = file.plan.text(LIJST.vraag(vraag))
    wordt = was.replace(old, new, 1) if old else new
    if name == "gone":  # the third of three paragraphs
        wordt = was.rpartition("\n\n")[0]
    assert wordt != was
    readback = read_back(file, map_ / f"{name}.docx")
    assert readback.has_wijzigingen == (name == "tracked_word")
    assert not readback.clashes
    assert not readback.doubts
    assert readback.new.data == file.with_answer(LIJST.vraag(vraag), wordt).data


def test_een_bijgehouden_wijziging_is_te_verwerpen(edited):
    plan, map_ = edited
    file = load_plan(plan, LIJST)
    readback = read_back(file, map_ / "tracked_word.docx", accepted=False)
    assert readback.new.data == file.data
