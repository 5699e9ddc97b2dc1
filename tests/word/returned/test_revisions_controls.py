"""A control that somebody deleted or put in while changes were tracked."""

from __future__ import annotations

import pytest
from lxml import etree
from returned_documents import (
    AUTEUR,
    Bewerker,
    afwijkingen,
    als_wijziging,
    bewerkt,
    merk_alinea,
    terug,
)

from independent_reader import w
from uitvoeringsplan.word.filling.filling import fill

VRAAG = "borgen-afdelingen"


@pytest.fixture(scope="module")
def plan(plannen):
    return plannen["oudermeer"]


@pytest.fixture(scope="module")
def gemaakt(sjabloon, echte_lijst, plan):
    return fill(sjabloon, echte_lijst, plan)


def met_merken(soort: str, *, woorden: bool):
    """Return what marks a control as deleted or inserted (`Del`, `Ins`); with its words."""

    def doe(bewerker: Bewerker) -> None:
        sdt = bewerker.besturing(VRAAG)
        inhoud = sdt.find(w("sdtContent"))
        if woorden:
            for alinea in inhoud.findall(w("p")):
                for stuk in alinea.findall(w("r")):
                    plek = alinea.index(stuk)
                    alinea.insert(plek, als_wijziging(soort.lower(), stuk))
                merk_alinea(alinea, soort.lower())
        begin, einde = (f"customXml{soort}Range{kant}" for kant in ("Start", "End"))
        sdt.addprevious(etree.Element(w(begin), {**AUTEUR, w("id"): "71"}))
        inhoud.insert(0, etree.Element(w(einde), {w("id"): "71"}))
        inhoud.append(etree.Element(w(begin), {**AUTEUR, w("id"): "72"}))
        sdt.addnext(etree.Element(w(einde), {w("id"): "72"}))

    return doe


def test_alleen_het_veld_is_geschrapt(gemaakt, echte_lijst, plan):
    """Its words are there still, below its bookmark."""
    data = bewerkt(gemaakt, met_merken("Del", woorden=False))
    gelezen = terug(data, echte_lijst, plan)
    assert gelezen.heeft_wijzigingen
    assert afwijkingen(echte_lijst, plan, gelezen) == {}


def test_veld_en_woorden_zijn_geschrapt(gemaakt, echte_lijst, plan):
    data = bewerkt(gemaakt, met_merken("Del", woorden=True))
    antwoord = terug(data, echte_lijst, plan).antwoorden[VRAAG]
    assert (antwoord.tekst, antwoord.is_zeker) == ("", False)
    verworpen = terug(data, echte_lijst, plan, wijzigingen="verworpen")
    assert afwijkingen(echte_lijst, plan, verworpen) == {}


def test_ook_de_bladwijzer_is_weg(gemaakt, echte_lijst, plan):
    data = bewerkt(gemaakt, met_merken("Del", woorden=True), Bewerker.zonder_bladwijzers)
    assert terug(data, echte_lijst, plan).ontbreekt == (VRAAG,)


def test_een_veld_dat_erbij_kwam_is_weg_als_het_is_verworpen(gemaakt, echte_lijst, plan):
    """Somebody put a second control of the question in, with words of its own."""

    def kopie(bewerker: Bewerker) -> None:
        nieuw = etree.fromstring(etree.tostring(bewerker.besturing(VRAAG)))
        bewerker.besturing("borgen-college").addprevious(nieuw)
        for sdt in bewerker.velden(VRAAG):
            if sdt is not nieuw:
                sdt.find(w("sdtPr")).find(w("tag")).set(w("val"), "even-anders")
        met_merken("Ins", woorden=True)(bewerker)
        for sdt in bewerker.velden("even-anders"):
            sdt.find(w("sdtPr")).find(w("tag")).set(w("val"), VRAAG)

    data = bewerkt(gemaakt, kopie)
    assert not terug(data, echte_lijst, plan).antwoorden[VRAAG].is_zeker
    verworpen = terug(data, echte_lijst, plan, wijzigingen="verworpen")
    assert afwijkingen(echte_lijst, plan, verworpen) == {}
