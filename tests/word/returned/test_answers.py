"""Edits of a colleague: each is found, and no other answer changed."""

from __future__ import annotations

import pytest
from colleague_edits import BEWERKINGEN
from lxml import etree
from returned_documents import Bewerker, afwijkingen, bewerkt, terug

from independent_reader import W
from trials import greep
from uitvoeringsplan.model.markup_writer import canonical
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.returned.result import FoundBy

PLANNEN = ("oudermeer", "oudermeer-koppen", "oudermeer-definitief")


@pytest.fixture(scope="module", params=greep(PLANNEN, 2))
def plan(request, plannen):
    return plannen[request.param]


@pytest.fixture(scope="module")
def gemaakt(sjabloon, echte_lijst, plan):
    return fill(sjabloon, echte_lijst, plan)


DRAGERS = {
    "heel": lambda data: data,
    "zonder tags": lambda data: bewerkt(data, Bewerker.zonder_tags),
    "zonder bladwijzers": lambda data: bewerkt(data, Bewerker.zonder_bladwijzers),
}


@pytest.mark.parametrize("drager", DRAGERS)
def test_niets_veranderd_is_niets_veranderd(gemaakt, echte_lijst, plan, drager):
    gelezen = terug(DRAGERS[drager](gemaakt), echte_lijst, plan)
    assert afwijkingen(echte_lijst, plan, gelezen) == {}
    assert gelezen.is_onaangeraakt == (drager == "heel")
    assert not gelezen.heeft_wijzigingen
    vondst = FoundBy.ANKER if drager == "zonder tags" else FoundBy.TAG
    assert {gelezen.antwoorden[v.id].vondst for v in echte_lijst.vaste_vragen} == {vondst}


@pytest.mark.parametrize("drager", DRAGERS)
@pytest.mark.parametrize("naam", BEWERKINGEN)
def test_een_bewerking_wordt_gevonden(gemaakt, echte_lijst, plan, naam, drager):
    vraag_id, doe, nieuw = BEWERKINGEN[naam]
    data = bewerkt(DRAGERS[drager](gemaakt), doe)
    gelezen = terug(data, echte_lijst, plan)
    oud = plan.tekst(echte_lijst.vraag(vraag_id))
    verwacht = nieuw(oud)
    antwoord = gelezen.antwoorden[vraag_id]
    assert verwacht != oud
    assert antwoord.tekst == verwacht
    assert antwoord.is_ongewijzigd is False
    # With the control gone, nobody knows whether a program emptied an answer or changed its dress.
    assert antwoord.is_zeker == (drager != "zonder tags" or naam not in ("leeggemaakt", "vet"))
    assert afwijkingen(echte_lijst, plan, gelezen, [vraag_id]) == {}


def test_zonder_de_oude_teksten_komt_hetzelfde_terug(gemaakt, echte_lijst, plan):
    """What Word keeps needs no memory; only the order of a table is not in the document."""
    gelezen = terug(gemaakt, echte_lijst)
    for vraag in echte_lijst.vragen:
        assert gelezen.antwoorden[vraag.id].tekst == plan.tekst(vraag), vraag.id
        assert gelezen.antwoorden[vraag.id].is_ongewijzigd


@pytest.mark.parametrize("drager", ["heel", "zonder tags"])
def test_tekst_naast_een_plaatshouder_is_het_antwoord(sjabloon, echte_lijst, plannen, drager):
    plan = plannen["leeg"]
    data = DRAGERS[drager](fill(sjabloon, echte_lijst, plan))

    def typ(bewerker: Bewerker) -> None:
        # Every placeholder reads the same, so the paragraph is found by the one above it.
        for vraag, tekst in (("ambitie lokaal uit:", "Erachter getypt."), ("lokaal aan:", "")):
            alinea = next(
                p for p in bewerker.alinea(vraag).itersiblings() if "Klik of tik" in _tekst(p)
            )
            stuk = next(t for t in alinea.iter() if (t.text or "").startswith("Klik of tik"))
            stuk.text = f"{stuk.text} {tekst}" if tekst else f"Ervoor. {stuk.text}"

    gelezen = terug(bewerkt(data, typ), echte_lijst, plan)
    assert gelezen.antwoorden["lokale-ambitie"].tekst == "Erachter getypt."
    assert gelezen.antwoorden["lokale-doelstellingen"].tekst == "- Ervoor."
    assert (
        afwijkingen(echte_lijst, plan, gelezen, ["lokale-ambitie", "lokale-doelstellingen"]) == {}
    )


@pytest.mark.parametrize(
    ("adres", "terug_"),
    [
        ("https://x.nl/a b", "https://x.nl/a%20b"),
        ("HTTPS://x.nl/(a)<b>", "https://x.nl/%28a%29%3Cb%3E"),
        ("mailto:a@b.nl", "mailto:a@b.nl"),
    ],
)
def test_een_link_van_een_collega(sjabloon, echte_lijst, plannen, adres, terug_):
    """Also as the code of a field, which is how many programs write one."""
    plan = plannen["oudermeer"]
    gemaakt = fill(sjabloon, echte_lijst, plan)
    code = adres.replace("<", "&lt;").replace(">", "&gt;")

    def plak(bewerker: Bewerker) -> None:
        teken = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        veld = (
            f'{teken.format("begin")}<w:r><w:instrText> HYPERLINK "{code}" </w:instrText></w:r>'
            f"{teken.format('separate')}<w:r><w:t>hier</w:t></w:r>{teken.format('end')}"
        )
        alinea = bewerker.alinea("Dat is hier nodig")
        alinea.extend(etree.fromstring(f'<w:p xmlns:w="{W}">{veld}</w:p>'))

    gelezen = terug(bewerkt(gemaakt, plak), echte_lijst, plan)
    tekst = gelezen.antwoorden["lokale-ambitie"].tekst
    assert f"ze een keuze maakt.[hier]({terug_})\n" in tekst
    assert canonical(tekst) == tekst


def test_wie_letterlijk_de_plaatshouder_antwoordt_houdt_dat(sjabloon, echte_lijst, plannen):
    tekst = "Klik of tik om tekst in te voeren."
    plan = plannen["oudermeer"]
    plan = plan._replace(antwoorden={**plan.antwoorden, "lokale-ambitie": tekst})
    gelezen = terug(fill(sjabloon, echte_lijst, plan), echte_lijst)
    assert gelezen.antwoorden["lokale-ambitie"].tekst == tekst


def _tekst(element) -> str:
    return "".join(element.itertext())
