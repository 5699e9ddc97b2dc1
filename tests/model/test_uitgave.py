"""Every document is about one part of the question set, and gets the answers to that part alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import trials
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
PUBLIC, INTERN = public_part(LIJST), internal_part(LIJST)


def test_de_hoofdstukken_worden_verdeeld():
    assert [h.id for h in PUBLIC.hoofdstukken] == ["open", "meer"]
    assert [h.id for h in INTERN.hoofdstukken] == ["dicht", "kamer"]
    assert [v.id for v in INTERN.vragen] == ["geheim", "diep"]
    assert not set(PUBLIC.vragen) & set(INTERN.vragen)


def test_beide_delen_hebben_alle_gegevens():
    for part in (PUBLIC, INTERN):
        assert [veld.id for veld in part.gegevens] == ["naam", "kring"]
        assert (part.soort, part.versie) == ("proef", "1")


def test_het_interne_deel_heeft_een_eigen_titel_en_sjabloon():
    assert (INTERN.titel, INTERN.sjabloon, INTERN.intern) == ("Intern beeld", "beeld.docx", None)
    assert (PUBLIC.titel, PUBLIC.sjabloon) == ("Plan", "plan.docx")


def test_zonder_interne_hoofdstukken_is_er_geen_intern_deel():
    bare = LIJST._replace(hoofdstukken=LIJST.hoofdstukken[:1], intern=None)
    assert public_part(bare).vragen
    with pytest.raises(GebruikError, match="Laat --intern weg"):
        internal_part(bare)


def test_voorwaarden_zijn_al_gewogen_en_wegen_niet_nog_een_keer():
    """They may look at answers that this part does not have."""
    for part in (PUBLIC, INTERN):
        assert not [v.id for v in (*part.gegevens, *part.vragen) if v.als]


@pytest.mark.parametrize(
    ("secret", "gegevens", "public", "two"),
    [
        ("", {"naam": "N"}, {"een": "1"}, ""),
        ("x", {"naam": "N", "kring": "K"}, {"een": "1", "twee": "2"}, "2"),
        ("y", {"naam": "N", "kring": "K"}, {"een": "1"}, ""),
    ],
)
def test_een_voorwaarde_ziet_alle_antwoorden(secret, gegevens, public, two):
    plan = Plan(
        "proef",
        "1",
        {"naam": "N", "kring": "K"},
        {"een": "1", "twee": "2", "geheim": secret, "diep": "d"},
    )
    result = plan_for(PUBLIC, LIJST, plan)
    assert (dict(result.gegevens), dict(result.antwoorden)) == (gegevens, public)
    assert result.value(PUBLIC.vraag("twee")) == two
    assert dict(plan_for(INTERN, LIJST, plan).antwoorden) == (
        {"geheim": secret, "diep": "d"} if secret else {"geheim": "", "diep": "d"}
    )


def test_een_verborgen_vraag_heeft_ook_geen_standaard():
    without = plan_for(PUBLIC, LIJST, Plan("proef", "1"))
    assert without.value(PUBLIC.vraag("twee")) == ""
    met = plan_for(PUBLIC, LIJST, Plan("proef", "1", {}, {"geheim": "x"}))
    assert met.value(PUBLIC.vraag("twee")) == "Vanzelf."


@trials(200)
@given(antwoorden=st.dictionaries(st.sampled_from([v.id for v in LIJST.vragen]), st.text()))
def test_een_deel_krijgt_nooit_een_antwoord_van_het_andere(antwoorden):
    plan = Plan("proef", "1", {}, antwoorden)
    public, intern = (plan_for(part, LIJST, plan).antwoorden for part in (PUBLIC, INTERN))
    assert public.keys() <= {v.id for v in PUBLIC.vragen}
    assert intern.keys() <= {v.id for v in INTERN.vragen}
    assert {**public, **intern}.items() <= antwoorden.items()
