"""What a Word file brings that no plan has a place for, as open points: once, with its words."""

from __future__ import annotations

import pytest

from edited_docx import LIJST, change, edited, make, type_over
from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.check_plans import check_plans
from uitvoeringsplan.tasks.keep_as_punten import left_behind, with_kept
from uitvoeringsplan.tasks.plan_punten import set_punten
from uitvoeringsplan.tasks.read_back import read_back, save_readback

DAY, LATER = "2026-11-30", "2026-12-24"


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "dorp.plan.yaml"
    path.write_bytes(find_voorbeeld().read_bytes())
    return path


@pytest.fixture
def word(plan, tmp_path):
    """Make a file with a changed sentence, underlined words and a cell that is no date."""
    word = edited(plan, tmp_path / "dorp.docx", lokale_ambitie="Uit Word komt dit.")
    type_over(word, ("8 maart 2027", "voorjaar 2027"), ("heeft de regie", "heeft niet de regie"))
    plain = b'<w:r><w:t xml:space="preserve">Uit Word komt'
    dress = plain.replace(b"<w:t", b'<w:rPr><w:u w:val="single"/></w:rPr><w:t')
    return change(word, lambda part: part.replace(plain, dress))


def read(plan, word, today=DAY):
    return read_back(load_plan(plan, LIJST), word, today=today)


def keep(plan, word, today=DAY):
    readback = read(plan, word, today)
    return save_readback(with_kept(readback, left_behind(readback).new))


def test_elk_ding_hoort_bij_zijn_vraag_en_houdt_zijn_woorden(plan, word):
    punten = {punt.vraag: punt for punt in left_behind(read(plan, word)).new}
    assert [*punten] == ["lokale-ambitie", "acties", "lokale-doelstellingen"]
    assert all(punt.tekst.startswith("Uit dorp.docx: ") for punt in punten.values())
    assert "onderstreept" in punten["lokale-ambitie"].tekst
    assert "voorjaar 2027" in punten["acties"].tekst
    assert "rij" in punten["acties"].tekst
    assert "Bij “Doelstellingen”" in punten["lokale-doelstellingen"].tekst
    assert "“De gemeente heeft niet de regie.”" in punten["lokale-doelstellingen"].tekst


def test_een_tweede_keer_komt_er_niets_bij(plan, word, tmp_path):
    file = keep(plan, word)
    assert len(file.punten) == 3
    assert {punt.datum for punt in file.punten} == {DAY}
    again = left_behind(read(plan, word, LATER))
    assert again.new == ()
    assert all(known for *_, known in (*again.doubts, *again.refused, *again.fixed))
    other_name = tmp_path / "van An.docx"
    other_name.write_bytes(word.read_bytes())
    assert left_behind(read(plan, other_name)).new == ()
    # What somebody dealt with is not opened again.
    set_punten(plan, [punt.sleutel for punt in file.punten], ready=LATER)
    assert left_behind(read(plan, word)).new == ()


def test_twee_gelijke_dingen_zijn_twee_punten_ook_op_een_andere_dag(plan, tmp_path):
    word = type_over(
        make(plan, tmp_path / "dorp.docx"),
        ("<w:body>", "<w:body><w:p><w:r><w:t>Zie mail.</w:t></w:r></w:p>"),
        ("heeft de regie. ", "heeft de regie. Zie mail. "),
    )
    assert len(left_behind(read(plan, word)).new) == 2
    keep(plan, word)
    assert left_behind(read(plan, word, LATER)).new == ()


def test_lange_woorden_staan_er_heel_bij(plan, tmp_path):
    long = " ".join(f"woord{number}" for number in range(99))
    word = type_over(make(plan, tmp_path / "dorp.docx"), ("heeft de regie", f"heeft {long}"))
    (punt,) = left_behind(read(plan, word)).new
    assert long not in punt.tekst
    assert long in punt.citaat
    assert long in keep(plan, word).punten[0].citaat


def test_zonder_iets_bijzonders_is_er_niets_te_bewaren(plan, tmp_path):
    left = left_behind(read(plan, edited(plan, tmp_path / "a.docx", lokale_ambitie="Nieuw.")))
    assert left == ((), (), (), ())


def test_van_het_interne_document_blijft_het_bij_interne_vragen(plan, tmp_path):
    word = change(
        make(plan, tmp_path / "dorp.docx", intern=True),
        lambda part: part.replace(b"<w:body>", b"<w:body><w:p><w:r><w:t>Erbij.</w:t></w:r></w:p>"),
    )
    (punt,) = left_behind(read(plan, word)).new
    assert any(punt.vraag in {v.id for v in h.vragen} for h in LIJST.hoofdstukken if h.is_intern)


def test_controleer_noemt_niet_meer_wat_een_punt_is(plan, word):
    def beside():
        (checked,) = check_plans([plan])
        return [one.message for one in checked.bevindingen if one.rule_id == "word-bewerkt"]

    before = " ".join(beside())
    assert "--als-punten" in before
    assert "onderstreept" in before
    keep(plan, word)
    (after,) = beside()
    assert "staat als open punt bij het plan" in after
