"""Through a real LibreOffice and back: every answer and every field, edited or not."""

from __future__ import annotations

import pytest
from colleague_edits import EDITS, WIJZIGINGEN
from foreign_templates import met_de_hand, start_python_docx
from random_plans import Maker
from returned_documents import Bewerker, deviations, edited, terug

from libreoffice_runs import door_libreoffice
from trials import times
from uitvoeringsplan.model.answer_markup import plain_text, read_markup
from uitvoeringsplan.model.uitgave import plan_for, public_part
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.returned.result import FoundBy
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

pytestmark = pytest.mark.libreoffice
PLAN_NAMES = ("oudermeer", "oudermeer-koppen", "vol", "vol-koppen-definitief", "leeg",
             "leeg-definitief")  # fmt: skip
RANDOM = times(5)  # UVP_PROEVEN=10 for the fifty of the promise


@pytest.fixture(scope="module")
def saved(tmp_path_factory, sjabloon, real_lijst, plannen) -> dict[str, bytes]:
    """The documents as LibreOffice saved them, by the name of their plan."""
    made = {name: fill(sjabloon, real_lijst, plannen[name]) for name in PLAN_NAMES}
    return door_libreoffice(tmp_path_factory.mktemp("terug"), made)


@pytest.mark.parametrize("name", PLAN_NAMES)
def test_ongewijzigd_komt_alles_terug(saved, real_lijst, plannen, name):
    plan = plannen[name]
    reading = terug(saved[name], real_lijst, plan)
    assert deviations(real_lijst, plan, reading) == {}
    bevindingen = {reading.antwoorden[vraag.id].bevinding for vraag in real_lijst.fixed_vragen}
    assert bevindingen <= {FoundBy.ANKER, FoundBy.TAG}
    assert len(real_lijst.fixed_vragen) == 20
    assert not reading.is_untouched
    assert reading.fixed.is_equal


def test_nog_twee_keer_bewaren_verandert_niets(tmp_path, saved, real_lijst, plannen):
    """What is left of a control loses its name as well."""
    again = saved
    for time in ("tweede", "derde"):
        again = door_libreoffice(tmp_path / time, {name: again[name] for name in PLAN_NAMES[:2]})
        for name, data in again.items():
            reading = terug(data, real_lijst, plannen[name])
            assert deviations(real_lijst, plannen[name], reading) == {}, (time, name)
            assert reading.fixed.is_equal


def test_willekeurige_plannen_komen_heel_terug(
    tmp_path, sjabloon, hele_lijst, real_lijst, interne_lijst, intern_sjabloon
):
    public, intern = {}, {}
    for seed in range(RANDOM):
        heel = Maker(seed, awkward=seed % 2 == 1).plan(hele_lijst)
        public[f"openbaar{seed}"] = plan_for(public_part(hele_lijst), hele_lijst, heel)
        intern[f"intern{seed}"] = plan_for(interne_lijst, hele_lijst, heel)
    made = {name: fill(sjabloon, real_lijst, plan) for name, plan in public.items()}
    made |= {name: fill(intern_sjabloon, interne_lijst, p) for name, p in intern.items()}
    saved = door_libreoffice(tmp_path / "lo", made)
    reading = {
        name: (lijst, plan, terug(saved[name], lijst, plan))
        for lijst, plannen in ((real_lijst, public), (interne_lijst, intern))
        for name, plan in plannen.items()
    }
    wrong = {
        name: otherwise
        for name, (lijst, plan, one) in reading.items()
        if (otherwise := _without_place(deviations(lijst, plan, one)))
    }
    assert wrong == {}
    assert {name: one.fixed for name, (*_, one) in reading.items() if not one.fixed.is_equal} == {}


def _without_place(otherwise):
    """Leave out the chapters that a document may do without."""
    return {name: what for name, what in otherwise.items() if what != "staat er niet in"}


@pytest.mark.parametrize("plannaam", ["oudermeer", "oudermeer-koppen"])
@pytest.mark.parametrize("name", EDITS)
def test_een_bewerking_na_libreoffice_wordt_gevonden(saved, real_lijst, plannen, name, plannaam):
    plan = plannen[plannaam]
    vraag_id, perform, new = EDITS[name]
    reading = terug(edited(saved[plannaam], perform), real_lijst, plan)
    antwoord = reading.antwoorden[vraag_id]
    assert antwoord.text == new(plan.text(real_lijst.vraag(vraag_id)))
    # What LibreOffice made of the control went with the words: then nobody knows who did that.
    assert antwoord.is_certain == (name != "leeggemaakt")
    assert deviations(real_lijst, plan, reading, [vraag_id]) == {}


def test_bewerkingen_die_libreoffice_zelf_bewaart(tmp_path, sjabloon, real_lijst, plannen):
    """Edited before LibreOffice opens it: one document per edit, saved in one run."""
    plan = plannen["oudermeer"]
    made = fill(sjabloon, real_lijst, plan)
    names = {f"bewerking{i}": name for i, name in enumerate(EDITS)}
    saved = door_libreoffice(
        tmp_path / "lo",
        {id_: edited(made, EDITS[name].perform) for id_, name in names.items()},
    )
    for id_, name in names.items():
        vraag_id, _, new = EDITS[name]
        reading = terug(saved[id_], real_lijst, plan)
        assert reading.antwoorden[vraag_id].text == new(plan.antwoorden[vraag_id]), name
        assert deviations(real_lijst, plan, reading, [vraag_id]) == {}, name


def test_ook_uit_een_ander_sjabloon(tmp_path, real_lijst, plannen):
    """Templates of others have no bookmarks; what is left of a control and the labels must do."""
    plan = plannen["oudermeer"]
    sjablonen = {
        "met_stijlen": start_python_docx(real_lijst),
        "kaal": start_python_docx(real_lijst, bare=True),
        "met_de_hand": met_de_hand(real_lijst),
    }
    made = {
        name: fill(open_sjabloon(data, name, real_lijst), real_lijst, plan)
        for name, data in sjablonen.items()
    }
    saved = door_libreoffice(tmp_path / "lo", made)
    for name in sjablonen:
        for data in (made[name], saved[name]):
            reading = terug(data, real_lijst, plan)
            assert deviations(real_lijst, plan, reading) == {}, name
            assert {v.id for v in real_lijst.vragen} == set(reading.antwoorden)


def test_tekst_naast_een_plaatshouder_na_libreoffice(saved, real_lijst, plannen):
    def type_in(reviser: Bewerker) -> None:
        first = next(t for t in reviser.document.iter() if (t.text or "").startswith("Klik of tik"))
        first.text += " Wat erachter kwam."

    reading = terug(edited(saved["leeg"], type_in), real_lijst, plannen["leeg"])
    assert reading.antwoorden["lokale-ambitie"].text == "Wat erachter kwam."
    assert deviations(real_lijst, plannen["leeg"], reading, ["lokale-ambitie"]) == {}


def test_bijgehouden_wijzigingen_die_libreoffice_bewaart(tmp_path, sjabloon, real_lijst, plannen):
    plan = plannen["oudermeer"]
    # Of a changed look LibreOffice forgets what it was, so there is nothing to go back to.
    wijzigingen = [wijziging for name, wijziging in WIJZIGINGEN.items() if name != "vet"]
    made = edited(fill(sjabloon, real_lijst, plan), *(w.perform for w in wijzigingen))
    saved = door_libreoffice(tmp_path / "lo", {"plan": made})["plan"]
    rejected = terug(saved, real_lijst, plan, wijzigingen="verworpen")
    assert rejected.has_wijzigingen
    assert deviations(real_lijst, plan, rejected) == {}
    assumed = terug(saved, real_lijst, plan)
    assert assumed.has_wijzigingen
    for vraag_id, _, new in wijzigingen:
        assert assumed.antwoorden[vraag_id].text == new(plan.antwoorden[vraag_id])
    otherwise = [wijziging.vraag_id for wijziging in wijzigingen]
    assert deviations(real_lijst, plan, assumed, otherwise) == {}


def test_zonder_de_oude_teksten_gaat_alleen_opmaak_verloren(saved, real_lijst, plannen):
    """Without a plan to look in, all words are still there, and where it is not sure it says so."""
    plan = plannen["oudermeer"]
    reading = terug(saved["oudermeer"], real_lijst)
    for vraag in real_lijst.vragen:
        antwoord = reading.antwoorden[vraag.id]
        assert _words(antwoord.text) == _words(plan.text(vraag)), vraag.id
    onzeker = {b.vraag_id for b in reading.doubts}
    assert onzeker == {v for v, a in reading.antwoorden.items() if not a.is_certain}
    assert "deskundigheid-intern" in onzeker  # a link in its first paragraph


def _words(text: str) -> str:
    """Return the words alone: emphasis, the reach of a link and a line break are no words."""
    return "".join(plain_text(read_markup(text)).split())
