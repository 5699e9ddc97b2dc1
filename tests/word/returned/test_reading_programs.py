"""The habits of other programs: what they change by themselves changes nothing in the plan."""

from __future__ import annotations

import pytest
from other_programs import (
    afgekapt,
    met_inhoudsopgave_over,
    met_invulopdracht,
    met_plaatshoudervlag,
    met_slokkende_link,
    met_veld_in_de_alinea,
    met_verspreid_vet,
)
from returned_documents import Bewerker, afwijkingen, bewerkt, terug

from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.returned.values import KnownAnswer, from_line

LINK = "deskundigheid-intern"  # an answer with a link in its first paragraph
STIJL = "PlaceholderText"


@pytest.fixture(scope="module", params=["oudermeer", "oudermeer-koppen"])
def plan(plannen, request):
    return plannen[request.param]


@pytest.fixture(scope="module")
def gemaakt(sjabloon, echte_lijst, plan):
    return fill(sjabloon, echte_lijst, plan)


@pytest.mark.parametrize("bladwijzers", [lambda _: None, Bewerker.zonder_bladwijzers])
def test_libreoffice_25_zet_het_veld_in_de_eerste_alinea(gemaakt, echte_lijst, plan, bladwijzers):
    data = bewerkt(gemaakt, met_veld_in_de_alinea(echte_lijst), bladwijzers)
    gelezen = terug(data, echte_lijst, plan)
    assert afwijkingen(echte_lijst, plan, gelezen) == {}
    assert gelezen.ontbreekt == ()


def test_en_woorden_in_die_alinea_veranderen_alleen_die_woorden(gemaakt, echte_lijst, plan):
    data = bewerkt(
        gemaakt,
        met_veld_in_de_alinea(echte_lijst),
        lambda b: b.vervang("verdiepende training", "grondige training"),
    )
    gelezen = terug(data, echte_lijst, plan)
    oud = plan.antwoorden[LINK]
    assert gelezen.antwoorden[LINK].tekst == oud.replace("verdiepende", "grondige")
    assert afwijkingen(echte_lijst, plan, gelezen, [LINK]) == {}


def test_een_link_die_de_woorden_ervoor_meeneemt(gemaakt, echte_lijst, plan):
    data = bewerkt(gemaakt, met_slokkende_link(echte_lijst))
    assert "[**Adviseur" not in plan.antwoorden[LINK]
    assert afwijkingen(echte_lijst, plan, terug(data, echte_lijst, plan)) == {}
    # Where the words are others too, nobody knows how far the link goes.
    anders = bewerkt(data, lambda b: b.vervang("verdiepende training", "grondige training"))
    gelezen = terug(anders, echte_lijst, plan)
    assert not gelezen.antwoorden[LINK].is_zeker
    assert "grondige training" in gelezen.antwoorden[LINK].tekst
    assert afwijkingen(echte_lijst, plan, gelezen, [LINK]) == {}


@pytest.mark.parametrize(
    ("opdracht", "eind"), [(' FILLIN ""', True), (" FORMTEXT ", True), (" FORMTEXT ", False)]
)
def test_de_eerste_alinea_als_veld_om_in_te_vullen(gemaakt, echte_lijst, plan, opdracht, eind):
    data = bewerkt(gemaakt, met_invulopdracht(echte_lijst, opdracht, eind=eind))
    gelezen = terug(data, echte_lijst, plan)
    assert "HYPERLINK" in data_van(data)
    for vraag in echte_lijst.vragen:
        if vraag.type.is_blok and vraag.id in gelezen.antwoorden:
            antwoord = gelezen.antwoorden[vraag.id]
            assert (antwoord.tekst, antwoord.is_zeker) == (plan.tekst(vraag), True), vraag.id
    assert gelezen.bedenkingen == ()
    # The fields have no name any more: what became of them is not known.
    assert set(gelezen.ontbreekt) >= {"kenmerk", "status"}


def data_van(data: bytes) -> str:
    return Bewerker(data).delen["word/document.xml"].decode()


def test_een_antwoord_in_de_inhoudsopgave(gemaakt, echte_lijst, plan):
    over = bewerkt(gemaakt, met_inhoudsopgave_over("lokale-ambitie"))
    assert afwijkingen(echte_lijst, plan, terug(over, echte_lijst, plan)) == {}
    data = bewerkt(over, lambda b: b.vervang("Dat is hier nodig", "Dat is hier hard nodig"))
    gelezen = terug(data, echte_lijst, plan)
    assert "Dat is hier hard nodig" in gelezen.antwoorden["lokale-ambitie"].tekst
    assert afwijkingen(echte_lijst, plan, gelezen, ["lokale-ambitie"]) == {}


@pytest.mark.parametrize("tag", ["kenmerk", "lokale-ambitie"])
@pytest.mark.parametrize("soort", ["oudermeer", "leeg"])
def test_woorden_onder_de_vlag_van_een_leeg_veld(sjabloon, echte_lijst, plannen, tag, soort):
    """The control says that it is empty, and shows words that it does not show then."""
    plan = plannen[soort]
    data = bewerkt(
        fill(sjabloon, echte_lijst, plan), met_plaatshoudervlag(tag, "Z-2027-00001", STIJL)
    )
    gelezen = terug(data, echte_lijst, plan)
    antwoord = gelezen.antwoorden[tag]
    assert (antwoord.tekst, antwoord.is_zeker) == ("Z-2027-00001", False)
    (bedenking,) = gelezen.bedenkingen
    assert "“Z-2027-00001”" in bedenking.melding


@pytest.mark.parametrize("zonder_glossarium", [False, True])
def test_een_echte_plaatshouder_is_niets(sjabloon, echte_lijst, plannen, zonder_glossarium):
    def weg(bewerker: Bewerker) -> None:
        rels = "word/_rels/document.xml.rels"
        bewerker.delen[rels] = bewerker.delen[rels].replace(b"glossaryDocument", b"iets")

    plan = plannen["leeg"]
    stappen = [weg] if zonder_glossarium else []
    gelezen = terug(bewerkt(fill(sjabloon, echte_lijst, plan), *stappen), echte_lijst, plan)
    assert afwijkingen(echte_lijst, plan, gelezen) == {}


def test_een_gevuld_veld_zonder_bekende_plaatshouder_is_niet_leeggemaakt(echte_lijst):
    """The same flag and style over an answer that was there: never "emptied" by itself."""
    merk = KnownAnswer(echte_lijst.vraag("kenmerk"), "0" * 16, plaatshouders=("X",), maybe=("X",))
    uitkomst = from_line("X", merk)
    assert uitkomst.tekst == "X"
    assert uitkomst.melding
    assert from_line("X", merk._replace(afdruk="")).tekst == ""


@pytest.mark.parametrize(
    ("gewoonte", "woorden"), [(met_verspreid_vet, "de opmaak"), (afgekapt, "het begin")]
)
def test_wat_een_programma_deed_is_een_twijfel(gemaakt, echte_lijst, plan, gewoonte, woorden):
    gelezen = terug(bewerkt(gemaakt, gewoonte(echte_lijst)), echte_lijst, plan)
    anders = [a for a in gelezen.antwoorden.values() if not a.is_ongewijzigd]
    assert len(anders) > 10
    for antwoord in anders:
        meldingen = [b.melding for b in gelezen.bedenkingen if b.vraag_id == antwoord.id]
        assert not antwoord.is_zeker, antwoord.id
        assert any(woorden in melding for melding in meldingen), meldingen


def test_veld_en_tekst_allebei_weg(gemaakt, echte_lijst, plan):
    def weg(bewerker: Bewerker) -> None:
        sdt = bewerker.besturing("borgen-afdelingen")
        sdt.getparent().remove(sdt)

    gelezen = terug(bewerkt(gemaakt, weg), echte_lijst, plan)
    antwoord = gelezen.antwoorden["borgen-afdelingen"]
    assert (antwoord.tekst, antwoord.is_zeker) == ("", False)
    assert afwijkingen(echte_lijst, plan, gelezen, ["borgen-afdelingen"]) == {}
