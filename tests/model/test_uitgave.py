"""Every document is about one part of the question set, and gets the answers to that part alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import proeven
from uitvoeringsplan.errors import GebruikError
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.uitgave import internal_part, plan_for, public_part
from uitvoeringsplan.model.voorwaarde import read_voorwaarde
from uitvoeringsplan.model.vraag import Vraag
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Rij, Uitgave, Vragenlijst


def vraag(id_: str, als: str = "", standaard: str = "") -> Vraag:
    return Vraag(
        id=id_, label=id_, vraag="?", als=read_voorwaarde(als) if als else None, standaard=standaard
    )


LIJST = Vragenlijst(
    soort="proef",
    versie="1",
    titel="Plan",
    sjabloon="plan.docx",
    gegevens=(vraag("naam"), vraag("kring", "geheim is ingevuld")),
    hoofdstukken=(
        Hoofdstuk("open", "Open", vragen=(vraag("een"), vraag("twee", "geheim = x", "Vanzelf."))),
        Hoofdstuk("dicht", "Dicht", vragen=(vraag("geheim"),), is_intern=True),
        Hoofdstuk("meer", "Meer", rijen=(Rij("rij", "Rij", vragen=(vraag("drie"),)),)),
        Hoofdstuk(
            "kamer",
            "Kamer",
            rijen=(Rij("hoek", "Hoek", vragen=(vraag("diep", "een is ingevuld"),)),),
            is_optioneel=True,
            is_intern=True,
        ),
    ),
    intern=Uitgave("Intern beeld", "beeld.docx"),
)
OPENBAAR, INTERN = public_part(LIJST), internal_part(LIJST)


def test_de_hoofdstukken_worden_verdeeld():
    assert [h.id for h in OPENBAAR.hoofdstukken] == ["open", "meer"]
    assert [h.id for h in INTERN.hoofdstukken] == ["dicht", "kamer"]
    assert [v.id for v in INTERN.vragen] == ["geheim", "diep"]
    assert not set(OPENBAAR.vragen) & set(INTERN.vragen)


def test_beide_delen_hebben_alle_gegevens():
    for deel in (OPENBAAR, INTERN):
        assert [veld.id for veld in deel.gegevens] == ["naam", "kring"]
        assert (deel.soort, deel.versie) == ("proef", "1")


def test_het_interne_deel_heeft_een_eigen_titel_en_sjabloon():
    assert (INTERN.titel, INTERN.sjabloon, INTERN.intern) == ("Intern beeld", "beeld.docx", None)
    assert (OPENBAAR.titel, OPENBAAR.sjabloon) == ("Plan", "plan.docx")


def test_zonder_interne_hoofdstukken_is_er_geen_intern_deel():
    kaal = LIJST._replace(hoofdstukken=LIJST.hoofdstukken[:1], intern=None)
    assert public_part(kaal).vragen
    with pytest.raises(GebruikError, match="Laat --intern weg"):
        internal_part(kaal)


def test_voorwaarden_zijn_al_gewogen_en_wegen_niet_nog_een_keer():
    """They may look at answers that this part does not have."""
    for deel in (OPENBAAR, INTERN):
        assert not [v.id for v in (*deel.gegevens, *deel.vragen) if v.als]


@pytest.mark.parametrize(
    ("geheim", "gegevens", "openbaar", "twee"),
    [
        ("", {"naam": "N"}, {"een": "1"}, ""),
        ("x", {"naam": "N", "kring": "K"}, {"een": "1", "twee": "2"}, "2"),
        ("y", {"naam": "N", "kring": "K"}, {"een": "1"}, ""),
    ],
)
def test_een_voorwaarde_ziet_alle_antwoorden(geheim, gegevens, openbaar, twee):
    plan = Plan(
        "proef",
        "1",
        {"naam": "N", "kring": "K"},
        {"een": "1", "twee": "2", "geheim": geheim, "diep": "d"},
    )
    uit = plan_for(OPENBAAR, LIJST, plan)
    assert (dict(uit.gegevens), dict(uit.antwoorden)) == (gegevens, openbaar)
    assert uit.waarde(OPENBAAR.vraag("twee")) == twee
    assert dict(plan_for(INTERN, LIJST, plan).antwoorden) == (
        {"geheim": geheim, "diep": "d"} if geheim else {"geheim": "", "diep": "d"}
    )


def test_een_verborgen_vraag_heeft_ook_geen_standaard():
    zonder = plan_for(OPENBAAR, LIJST, Plan("proef", "1"))
    assert zonder.waarde(OPENBAAR.vraag("twee")) == ""
    met = plan_for(OPENBAAR, LIJST, Plan("proef", "1", {}, {"geheim": "x"}))
    assert met.waarde(OPENBAAR.vraag("twee")) == "Vanzelf."


@proeven(200)
@given(antwoorden=st.dictionaries(st.sampled_from([v.id for v in LIJST.vragen]), st.text()))
def test_een_deel_krijgt_nooit_een_antwoord_van_het_andere(antwoorden):
    plan = Plan("proef", "1", {}, antwoorden)
    openbaar, intern = (plan_for(deel, LIJST, plan).antwoorden for deel in (OPENBAAR, INTERN))
    assert openbaar.keys() <= {v.id for v in OPENBAAR.vragen}
    assert intern.keys() <= {v.id for v in INTERN.vragen}
    assert {**openbaar, **intern}.items() <= antwoorden.items()
