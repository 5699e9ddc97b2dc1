"""`sjabloon maak`: a folder with a question set, its template and a report."""

from __future__ import annotations

import pytest

from small_forms import box, control, form_bytes, heading, p, run, table
from uitvoeringsplan.errors import BestandError, SjabloonError
from uitvoeringsplan.plan.planbestand import new_planbestand
from uitvoeringsplan.plan.saving import save_new
from uitvoeringsplan.tasks.generate import take_order
from uitvoeringsplan.tasks.make_question_set import make_question_set
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst


@pytest.fixture
def formulier(tmp_path):
    path = tmp_path / "Aanvraag 2027.docx"
    path.write_bytes(form_bytes(heading("Jullie"), table(["Naam:", ""]), p("Plaats: ____")))
    return path


def test_er_komt_een_map_met_drie_bestanden(formulier, tmp_path):
    made = make_question_set(formulier)
    folder = tmp_path / "Aanvraag 2027"
    assert sorted(path.name for path in folder.iterdir()) == [
        "Aanvraag 2027-sjabloon.docx",
        "verslag.md",
        "vragen.yaml",
    ]
    assert (made.asked, made.fields, made.not_yet, made.left) == (2, 1, 0, 0)
    assert [v.label for v in load_vragenlijst(made.vragen).vragen] == ["Naam"]


def test_een_plan_met_die_vragen_wordt_het_formulier(formulier, tmp_path):
    made = make_question_set(formulier, tmp_path / "set")
    lijst = load_vragenlijst(made.vragen)
    plan = tmp_path / "set" / "proef.plan.yaml"
    save_new(new_planbestand(plan, lijst, {"plaats": "Delft"}, {"naam": "Stichting"}))
    (one,) = take_order([plan], vragen=made.vragen).run()
    assert one.error is None
    assert one.word is not None


def test_twee_keer_maken_geeft_hetzelfde(formulier):
    first = make_question_set(formulier)
    before = {path: path.read_bytes() for path in (first.vragen, first.sjabloon, first.report)}
    again = make_question_set(formulier)
    assert {
        path: path.read_bytes() for path in (again.vragen, again.sjabloon, again.report)
    } == before


def test_wat_iemand_veranderde_wordt_niet_vervangen(formulier):
    made = make_question_set(formulier)
    made.vragen.write_text(made.vragen.read_text() + "# van mij\n")
    before = made.vragen.read_text()
    with pytest.raises(BestandError, match="is er al, en anders"):
        make_question_set(formulier)
    assert made.vragen.read_text() == before


def test_het_formulier_zelf_blijft_zoals_het_was(formulier):
    before = formulier.read_bytes()
    make_question_set(formulier, formulier.parent)
    assert formulier.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (p("Alleen tekst."), "geen plek gevonden"),
        (p(box(p("Vak: ", control()))), "nog niets invullen: “Vak”"),
    ],
)
def test_een_formulier_zonder_vragen_geeft_geen_map(tmp_path, content, message):
    path = tmp_path / "leeg.docx"
    path.write_bytes(form_bytes(content))
    with pytest.raises(BestandError, match=message):
        make_question_set(path)
    assert list(tmp_path.iterdir()) == [path]


def test_wat_geen_sjabloon_kan_zijn_wordt_niet_half_gemaakt(tmp_path):
    path = tmp_path / "spoor.docx"
    added = f'<w:ins w:id="1" w:author="x">{run("erbij")}</w:ins>'
    path.write_bytes(form_bytes(p("Naam: ", control()), p(added)))
    with pytest.raises(SjabloonError, match="bijgehouden wijzigingen"):
        make_question_set(path)
    assert list(tmp_path.iterdir()) == [path]


def test_een_formulier_dat_er_niet_is(tmp_path):
    with pytest.raises(BestandError, match="bestaat niet"):
        make_question_set(tmp_path / "weg.docx")
