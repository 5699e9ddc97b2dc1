"""What a document was made with and holds no more is named; it never counts as unchanged."""

from __future__ import annotations

import pytest
from returned_documents import Bewerker, edited, terug

from independent_reader import w
from package_builder import PackageBuilder
from uitvoeringsplan.model.uitgave import internal_part
from uitvoeringsplan.ooxml.gate import let_in
from uitvoeringsplan.ooxml.names import REL_EXTENDED
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.returned.provenance import saved_by

OWN = "docProps/custom.xml"


@pytest.fixture(scope="module")
def plan(plannen):
    return plannen["oudermeer"]


@pytest.fixture(scope="module")
def made(sjabloon, real_lijst, plan):
    return fill(sjabloon, real_lijst, plan)


def without_vraag(vraag_id: str):
    """Return what takes control, words and bookmark of a question away."""

    def perform(reviser: Bewerker) -> None:
        name = "uvp_" + vraag_id.replace("-", "_")
        for mark in reviser.document.iter(w("bookmarkStart")):
            if mark.get(w("name")) == name:
                mark.set(w("name"), "anders")
        sdt = reviser.control(vraag_id)
        sdt.getparent().remove(sdt)

    return perform


def _without_bewijs(reviser: Bewerker) -> None:
    """Drop what documents say of places since this version, as an older one has it."""
    reviser.parts[OWN] = reviser.parts[OWN].replace(b"uvp.zonder", b"iets.zonder")


def _without_properties(reviser: Bewerker) -> None:
    reviser.parts[OWN] = reviser.parts[OWN].replace(b"uvp.", b"iets.")


@pytest.mark.parametrize("name", ["oudermeer", "oudermeer-koppen", "vol", "leeg-definitief"])
def test_in_een_document_van_hier_ontbreekt_niets(sjabloon, real_lijst, plannen, name):
    reading = terug(fill(sjabloon, real_lijst, plannen[name]), real_lijst, plannen[name])
    assert reading.missing == ()
    assert reading.provenance.unknown == ()
    without = reading.provenance.without
    assert without is not None
    every = {vraag.id for vraag in (*real_lijst.gegevens, *real_lijst.vragen)}
    assert every - reading.antwoorden.keys() == without


def test_ook_in_het_interne_document_niet(intern_sjabloon, hele_lijst, plannen):
    lijst, plan = internal_part(hele_lijst), plannen.intern("vol")
    assert terug(fill(intern_sjabloon, lijst, plan), lijst, plan).missing == ()


@pytest.mark.parametrize("parent", [lambda _: None, _without_bewijs, _without_properties])
def test_een_vraag_die_weg_is_ontbreekt(made, real_lijst, plan, parent):
    data = edited(made, without_vraag("borgen-budget"), parent)
    reading = terug(data, real_lijst, plan)
    assert "borgen-budget" in reading.missing
    assert set(reading.missing) - real_lijst.veld_ids == {"borgen-budget"}


def test_ook_een_vraag_zonder_antwoord_ontbreekt(sjabloon, real_lijst, plannen):
    """A colleague may have typed there before it went."""
    plan = plannen["leeg"]
    data = edited(fill(sjabloon, real_lijst, plan), without_vraag("lokale-ambitie"))
    assert terug(data, real_lijst, plan).missing == ("lokale-ambitie",)


def test_ook_een_gegeven_ontbreekt(made, real_lijst, plan):
    def gone(reviser: Bewerker) -> None:
        for sdt in reviser.velden("kenmerk"):
            sdt.getparent().remove(sdt)
        for name, data in reviser.parts.items():
            if name.startswith(("word/header", "word/footer")):
                reviser.parts[name] = data.replace(b'w:val="kenmerk"', b'w:val="x"')

    assert terug(edited(made, gone), real_lijst, plan).missing == ("kenmerk",)


def test_een_vraag_die_de_vragenlijst_niet_kent_komt_met_haar_woorden():
    builder = PackageBuilder
    data = fill(
        builder.open(builder.docx()), builder.lijst, builder.plan(eerste="Het *antwoord*.\n\nJa.")
    )
    (hoofdstuk,) = builder.lijst.hoofdstukken
    lijst = builder.lijst._replace(hoofdstukken=(hoofdstuk._replace(vragen=hoofdstuk.vragen[1:]),))
    reading = terug(data, lijst)
    assert reading.provenance.unknown == ("eerste",)
    (doubt,) = reading.doubts
    assert "(eerste)" in doubt.message
    assert "Het antwoord. Ja." in doubt.message

    def gone(reviser: Bewerker) -> None:
        sdt = reviser.control("eerste")
        sdt.getparent().remove(sdt)

    (doubt,) = terug(edited(data, gone), lijst).doubts
    assert "invulveld is er niet meer" in doubt.message


@pytest.mark.parametrize(
    ("application", "program"),
    [
        ("ONLYOFFICE/9.4.0.130", "ONLYOFFICE/9.4.0.130"),
        ("LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project/40$Build-2", "LibreOffice/7.4.7.2"),
        ("Microsoft Office Word", ""),  # so say libraries that began with a file of Word
        ("&#x1b;[31m", ""),
    ],
)
def test_welk_programma_het_bestand_bewaarde(made, application, program):
    def perform(reviser: Bewerker) -> None:
        root = f"<Properties><Application>{application}</Application></Properties>"
        reviser.parts["docProps/app.xml"] = root.encode()
        own = f'<Relationship Id="rId99" Type="{REL_EXTENDED}" Target="docProps/app.xml"/>'
        reviser.parts["_rels/.rels"] = reviser.parts["_rels/.rels"].replace(
            b"</Relationships>", f"{own}</Relationships>".encode()
        )

    assert saved_by(let_in(edited(made, perform), "x.docx")) == program
    assert saved_by(let_in(made, "x.docx")) == ""
