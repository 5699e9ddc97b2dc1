"""What a document was made with and holds no more is named; it never counts as unchanged."""

from __future__ import annotations

import pytest
from returned_documents import Bewerker, bewerkt, terug

from independent_reader import w
from package_builder import PackageBuilder
from uitvoeringsplan.model.uitgave import internal_part
from uitvoeringsplan.word.filling.filling import fill

EIGEN = "docProps/custom.xml"


@pytest.fixture(scope="module")
def plan(plannen):
    return plannen["oudermeer"]


@pytest.fixture(scope="module")
def gemaakt(sjabloon, echte_lijst, plan):
    return fill(sjabloon, echte_lijst, plan)


def zonder_vraag(vraag_id: str):
    """Return what takes control, words and bookmark of a question away."""

    def doe(bewerker: Bewerker) -> None:
        naam = "uvp_" + vraag_id.replace("-", "_")
        for merk in bewerker.document.iter(w("bookmarkStart")):
            if merk.get(w("name")) == naam:
                merk.set(w("name"), "anders")
        sdt = bewerker.besturing(vraag_id)
        sdt.getparent().remove(sdt)

    return doe


def _zonder_bewijs(bewerker: Bewerker) -> None:
    """Drop what documents say of places since this version, as an older one has it."""
    bewerker.delen[EIGEN] = bewerker.delen[EIGEN].replace(b"uvp.zonder", b"iets.zonder")


def _zonder_eigenschappen(bewerker: Bewerker) -> None:
    bewerker.delen[EIGEN] = bewerker.delen[EIGEN].replace(b"uvp.", b"iets.")


@pytest.mark.parametrize("naam", ["oudermeer", "oudermeer-koppen", "vol", "leeg-definitief"])
def test_in_een_document_van_hier_ontbreekt_niets(sjabloon, echte_lijst, plannen, naam):
    gelezen = terug(fill(sjabloon, echte_lijst, plannen[naam]), echte_lijst, plannen[naam])
    assert gelezen.ontbreekt == ()
    assert gelezen.herkomst.onbekend == ()
    zonder = gelezen.herkomst.zonder
    assert zonder is not None
    alle = {vraag.id for vraag in (*echte_lijst.gegevens, *echte_lijst.vragen)}
    assert alle - gelezen.antwoorden.keys() == zonder


def test_ook_in_het_interne_document_niet(intern_sjabloon, hele_lijst, plannen):
    lijst, plan = internal_part(hele_lijst), plannen.intern("vol")
    assert terug(fill(intern_sjabloon, lijst, plan), lijst, plan).ontbreekt == ()


@pytest.mark.parametrize("ouder", [lambda _: None, _zonder_bewijs, _zonder_eigenschappen])
def test_een_vraag_die_weg_is_ontbreekt(gemaakt, echte_lijst, plan, ouder):
    data = bewerkt(gemaakt, zonder_vraag("borgen-budget"), ouder)
    gelezen = terug(data, echte_lijst, plan)
    assert "borgen-budget" in gelezen.ontbreekt
    assert set(gelezen.ontbreekt) - echte_lijst.veld_ids == {"borgen-budget"}


def test_ook_een_vraag_zonder_antwoord_ontbreekt(sjabloon, echte_lijst, plannen):
    """A colleague may have typed there before it went."""
    plan = plannen["leeg"]
    data = bewerkt(fill(sjabloon, echte_lijst, plan), zonder_vraag("lokale-ambitie"))
    assert terug(data, echte_lijst, plan).ontbreekt == ("lokale-ambitie",)


def test_ook_een_gegeven_ontbreekt(gemaakt, echte_lijst, plan):
    def weg(bewerker: Bewerker) -> None:
        for sdt in bewerker.velden("kenmerk"):
            sdt.getparent().remove(sdt)
        for naam, data in bewerker.delen.items():
            if naam.startswith(("word/header", "word/footer")):
                bewerker.delen[naam] = data.replace(b'w:val="kenmerk"', b'w:val="x"')

    assert terug(bewerkt(gemaakt, weg), echte_lijst, plan).ontbreekt == ("kenmerk",)


def test_een_vraag_die_de_vragenlijst_niet_kent_komt_met_haar_woorden():
    builder = PackageBuilder
    data = fill(
        builder.open(builder.docx()), builder.lijst, builder.plan(eerste="Het *antwoord*.\n\nJa.")
    )
    (hoofdstuk,) = builder.lijst.hoofdstukken
    lijst = builder.lijst._replace(hoofdstukken=(hoofdstuk._replace(vragen=hoofdstuk.vragen[1:]),))
    gelezen = terug(data, lijst)
    assert gelezen.herkomst.onbekend == ("eerste",)
    (bedenking,) = gelezen.bedenkingen
    assert "(eerste)" in bedenking.melding
    assert "Het antwoord. Ja." in bedenking.melding

    def weg(bewerker: Bewerker) -> None:
        sdt = bewerker.besturing("eerste")
        sdt.getparent().remove(sdt)

    (bedenking,) = terug(bewerkt(data, weg), lijst).bedenkingen
    assert "invulveld is er niet meer" in bedenking.melding
