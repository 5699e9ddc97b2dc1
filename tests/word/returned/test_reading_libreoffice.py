"""Through a real LibreOffice and back: every answer and every field, edited or not."""

from __future__ import annotations

import pytest
from colleague_edits import BEWERKINGEN, WIJZIGINGEN
from foreign_templates import met_de_hand, van_python_docx
from random_plans import Maker
from returned_documents import Bewerker, afwijkingen, bewerkt, terug

from libreoffice_runs import door_libreoffice
from trials import keren
from uitvoeringsplan.model.answer_markup import plain_text, read_markup
from uitvoeringsplan.model.uitgave import plan_for, public_part
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.returned.result import FoundBy
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

pytestmark = pytest.mark.libreoffice
PLANNAMEN = ("oudermeer", "oudermeer-koppen", "vol", "vol-koppen-definitief", "leeg",
             "leeg-definitief")  # fmt: skip
WILLEKEURIG = keren(5)  # UVP_PROEVEN=10 for the fifty of the promise


@pytest.fixture(scope="module")
def bewaard(tmp_path_factory, sjabloon, echte_lijst, plannen) -> dict[str, bytes]:
    """The documents as LibreOffice saved them, by the name of their plan."""
    gemaakt = {naam: fill(sjabloon, echte_lijst, plannen[naam]) for naam in PLANNAMEN}
    return door_libreoffice(tmp_path_factory.mktemp("terug"), gemaakt)


@pytest.mark.parametrize("naam", PLANNAMEN)
def test_ongewijzigd_komt_alles_terug(bewaard, echte_lijst, plannen, naam):
    plan = plannen[naam]
    gelezen = terug(bewaard[naam], echte_lijst, plan)
    assert afwijkingen(echte_lijst, plan, gelezen) == {}
    vondsten = {gelezen.antwoorden[vraag.id].vondst for vraag in echte_lijst.vaste_vragen}
    assert vondsten <= {FoundBy.ANKER, FoundBy.TAG}
    assert len(echte_lijst.vaste_vragen) == 20
    assert not gelezen.is_onaangeraakt
    assert gelezen.vast.is_gelijk


def test_willekeurige_plannen_komen_heel_terug(
    tmp_path, sjabloon, hele_lijst, echte_lijst, interne_lijst, intern_sjabloon
):
    openbaar, intern = {}, {}
    for zaad in range(WILLEKEURIG):
        heel = Maker(zaad, lastig=zaad % 2 == 1).plan(hele_lijst)
        openbaar[f"openbaar{zaad}"] = plan_for(public_part(hele_lijst), hele_lijst, heel)
        intern[f"intern{zaad}"] = plan_for(interne_lijst, hele_lijst, heel)
    gemaakt = {naam: fill(sjabloon, echte_lijst, plan) for naam, plan in openbaar.items()}
    gemaakt |= {naam: fill(intern_sjabloon, interne_lijst, p) for naam, p in intern.items()}
    bewaard = door_libreoffice(tmp_path / "lo", gemaakt)
    gelezen = {
        naam: (lijst, plan, terug(bewaard[naam], lijst, plan))
        for lijst, plannen in ((echte_lijst, openbaar), (interne_lijst, intern))
        for naam, plan in plannen.items()
    }
    mis = {
        naam: anders
        for naam, (lijst, plan, een) in gelezen.items()
        if (anders := _zonder_plaats(afwijkingen(lijst, plan, een)))
    }
    assert mis == {}
    assert {naam: een.vast for naam, (*_, een) in gelezen.items() if not een.vast.is_gelijk} == {}


def _zonder_plaats(anders):
    """Leave out the chapters that a document may do without."""
    return {naam: wat for naam, wat in anders.items() if wat != "staat er niet in"}


@pytest.mark.parametrize("plannaam", ["oudermeer", "oudermeer-koppen"])
@pytest.mark.parametrize("naam", BEWERKINGEN)
def test_een_bewerking_na_libreoffice_wordt_gevonden(bewaard, echte_lijst, plannen, naam, plannaam):
    plan = plannen[plannaam]
    vraag_id, doe, nieuw = BEWERKINGEN[naam]
    gelezen = terug(bewerkt(bewaard[plannaam], doe), echte_lijst, plan)
    antwoord = gelezen.antwoorden[vraag_id]
    assert antwoord.tekst == nieuw(plan.tekst(echte_lijst.vraag(vraag_id)))
    # What LibreOffice made of the control went with the words: then nobody knows who did that.
    assert antwoord.is_zeker == (naam != "leeggemaakt")
    assert afwijkingen(echte_lijst, plan, gelezen, [vraag_id]) == {}


def test_bewerkingen_die_libreoffice_zelf_bewaart(tmp_path, sjabloon, echte_lijst, plannen):
    """Edited before LibreOffice opens it: one document per edit, saved in one run."""
    plan = plannen["oudermeer"]
    gemaakt = fill(sjabloon, echte_lijst, plan)
    namen = {f"bewerking{i}": naam for i, naam in enumerate(BEWERKINGEN)}
    bewaard = door_libreoffice(
        tmp_path / "lo",
        {id_: bewerkt(gemaakt, BEWERKINGEN[naam].doe) for id_, naam in namen.items()},
    )
    for id_, naam in namen.items():
        vraag_id, _, nieuw = BEWERKINGEN[naam]
        gelezen = terug(bewaard[id_], echte_lijst, plan)
        assert gelezen.antwoorden[vraag_id].tekst == nieuw(plan.antwoorden[vraag_id]), naam
        assert afwijkingen(echte_lijst, plan, gelezen, [vraag_id]) == {}, naam


def test_ook_uit_een_ander_sjabloon(tmp_path, echte_lijst, plannen):
    """Templates of others have no bookmarks; what is left of a control and the labels must do."""
    plan = plannen["oudermeer"]
    sjablonen = {
        "met_stijlen": van_python_docx(echte_lijst),
        "kaal": van_python_docx(echte_lijst, kaal=True),
        "met_de_hand": met_de_hand(echte_lijst),
    }
    gemaakt = {
        naam: fill(open_sjabloon(data, naam, echte_lijst), echte_lijst, plan)
        for naam, data in sjablonen.items()
    }
    bewaard = door_libreoffice(tmp_path / "lo", gemaakt)
    for naam in sjablonen:
        for data in (gemaakt[naam], bewaard[naam]):
            gelezen = terug(data, echte_lijst, plan)
            assert afwijkingen(echte_lijst, plan, gelezen) == {}, naam
            assert {v.id for v in echte_lijst.vragen} == set(gelezen.antwoorden)


def test_tekst_naast_een_plaatshouder_na_libreoffice(bewaard, echte_lijst, plannen):
    def typ(bewerker: Bewerker) -> None:
        eerste = next(
            t for t in bewerker.document.iter() if (t.text or "").startswith("Klik of tik")
        )
        eerste.text += " Wat erachter kwam."

    gelezen = terug(bewerkt(bewaard["leeg"], typ), echte_lijst, plannen["leeg"])
    assert gelezen.antwoorden["lokale-ambitie"].tekst == "Wat erachter kwam."
    assert afwijkingen(echte_lijst, plannen["leeg"], gelezen, ["lokale-ambitie"]) == {}


def test_bijgehouden_wijzigingen_die_libreoffice_bewaart(tmp_path, sjabloon, echte_lijst, plannen):
    plan = plannen["oudermeer"]
    # Of a changed look LibreOffice forgets what it was, so there is nothing to go back to.
    wijzigingen = [wijziging for naam, wijziging in WIJZIGINGEN.items() if naam != "vet"]
    gemaakt = bewerkt(fill(sjabloon, echte_lijst, plan), *(w.doe for w in wijzigingen))
    bewaard = door_libreoffice(tmp_path / "lo", {"plan": gemaakt})["plan"]
    verworpen = terug(bewaard, echte_lijst, plan, wijzigingen="verworpen")
    assert verworpen.heeft_wijzigingen
    assert afwijkingen(echte_lijst, plan, verworpen) == {}
    aangenomen = terug(bewaard, echte_lijst, plan)
    assert aangenomen.heeft_wijzigingen
    for vraag_id, _, nieuw in wijzigingen:
        assert aangenomen.antwoorden[vraag_id].tekst == nieuw(plan.antwoorden[vraag_id])
    anders = [wijziging.vraag_id for wijziging in wijzigingen]
    assert afwijkingen(echte_lijst, plan, aangenomen, anders) == {}


def test_zonder_de_oude_teksten_gaat_alleen_opmaak_verloren(bewaard, echte_lijst, plannen):
    """Without a plan to look in, all words are still there, and where it is not sure it says so."""
    plan = plannen["oudermeer"]
    gelezen = terug(bewaard["oudermeer"], echte_lijst)
    for vraag in echte_lijst.vragen:
        antwoord = gelezen.antwoorden[vraag.id]
        assert _woorden(antwoord.tekst) == _woorden(plan.tekst(vraag)), vraag.id
    onzeker = {b.vraag_id for b in gelezen.bedenkingen}
    assert onzeker == {v for v, a in gelezen.antwoorden.items() if not a.is_zeker}
    assert "deskundigheid-intern" in onzeker  # a link in its first paragraph


def _woorden(tekst: str) -> str:
    """Return the words alone: emphasis, the reach of a link and a line break are no words."""
    return "".join(plain_text(read_markup(tekst)).split())
