"""The rules together: each has what the reports need, and none of them ever stumbles."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from review_builder import LIJST, keuring

from trials import text as lastige_tekst
from trials import trials
from uitvoeringsplan.checks.plan.keuring import Keuring
from uitvoeringsplan.checks.plan.rules import (
    NOT_COUNTED,
    RULES,
    UNREADABLE,
    check_plan,
)
from uitvoeringsplan.errors import AntwoordError
from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.model.bevinding import Bevinding, Ernst
from uitvoeringsplan.model.open_punt import OpenPunt
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.tabel import write_tabel
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.voorwaarde import read_voorwaarde
from uitvoeringsplan.plan.planbestand import load_plan

# Pieces that the rules look for, whole and in half.
BROKKEN = (
    "**Kop**", "KOP IN KAPITALEN", "[hier](https://x.nl)", "[a](", "https://", "http://[::1", "PM",
    "file:///", "\\\\s\\m", "[naam]", "XXX", "111222333", "a.b@c.nl", "06-12345678", "n.t.b.", "…",
    "](", "mailto:", "woord " * 40, ". A", "\n\n", "\n", "- ", "|", "€ ", "“", "é", "İ", "C:\\",
)  # fmt: skip
text = lastige_tekst | st.lists(st.sampled_from(BROKKEN), max_size=12).map("".join)


@st.composite
def plannen(pull) -> Keuring:
    """Draw a plan with the texts that the questions take, and points about them."""
    put = {}
    for vraag in pull(st.lists(st.sampled_from((*LIJST.gegevens, *LIJST.vragen)), max_size=8)):
        if vraag.type is TYPES["tabel"]:
            width = len(vraag.kolommen)
            rijen = st.lists(st.lists(text, min_size=width, max_size=width), max_size=3)
            raw = write_tabel(pull(rijen))
        elif vraag.type in (TYPES["keuze"], TYPES["datum"], TYPES["getal"]):
            raw = pull(st.sampled_from((*vraag.keuzes, "2027-03-01", "2026", "2099")))
        else:
            raw = pull(text)
        try:
            put[vraag.id] = vraag.normalise(raw)
        except AntwoordError:
            continue
    velden = LIJST.veld_ids
    punt = st.builds(
        OpenPunt,
        st.sampled_from(("", "acties", "gemeente", "beeld-wij-zij")),
        tekst=text,
        klaar=st.sampled_from(("", "2027-01-01")),
    )
    return Keuring(
        pull(text),
        LIJST,
        Plan(
            "polarisatie",
            "1",
            {name: what for name, what in put.items() if name in velden},
            {name: what for name, what in put.items() if name not in velden},
        ),
        tuple(pull(st.lists(punt, max_size=3))),
    )


@trials(150)
@given(plannen())
def test_geen_regel_struikelt_over_een_plan(plan):
    punten = sum(punt.is_open for punt in plan.punten)
    found = list(check_plan(plan))
    assert sum(one.rule_id == "open-punt" for one in found) == punten
    rules = {rule.id: rule for rule in RULES}
    for bevinding in found:
        assert bevinding.message.strip()
        assert list(Ernst).index(bevinding.ernst) >= list(Ernst).index(
            rules[bevinding.rule_id].ernst
        )
        assert bevinding.vraag is None or LIJST.vraag(bevinding.vraag.id) is bevinding.vraag


def test_elke_regel_heeft_wat_de_verslagen_nodig_hebben():
    ids = [line.id for line in (*RULES, NOT_COUNTED, UNREADABLE)]
    assert len(set(ids)) == len(ids) >= 15
    for line in (*RULES, NOT_COUNTED, UNREADABLE):
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", line.id)
        assert line.titel
        assert not line.titel.endswith(".")
        assert line.explanation.endswith(".")
        assert line.source.titel
        assert not line.source.adres or line.source.adres.startswith("https://")


@pytest.mark.parametrize("vraag", [v for v in LIJST.vragen if v.voorbeeld], ids=lambda v: v.id)
def test_de_voorbeelden_bij_de_vragen_hebben_geen_gebrek(vraag):
    plan = keuring(**{vraag.id: vraag.voorbeeld})
    assert [one for one in check_plan(plan) if one.vraag is vraag] == []


def test_het_meegeleverde_voorbeeld_heeft_alleen_wat_het_besluit_nog_mist():
    plan = load_plan(find_voorbeeld(), LIJST).plan
    found = list(check_plan(Keuring("o.plan.yaml", LIJST, plan)))
    veld = LIJST.vraag("datum-vaststelling")
    message = "dit is nog leeg. Vul het uiterlijk bij de vaststelling in."
    assert found == [Bevinding(Ernst.OPMERKING, message, veld, rule_id="verplicht")]


def test_een_antwoord_dat_niet_meedoet_wordt_niet_nagekeken():
    first, *rest = LIJST.hoofdstukken
    vraag, *vragen = first.vragen
    later = vraag._replace(als=read_voorwaarde("status = vastgesteld"))
    lijst = LIJST._replace(hoofdstukken=(first._replace(vragen=(later, *vragen)), *rest))
    for status, expected in (("concept", set()), ("vastgesteld", {"invultekst", "link-tekst"})):
        plan = keuring(status=status, **{vraag.id: "XXX en [hier](https://kis.nl)"})
        plan = plan._replace(vragenlijst=lijst)
        ids = {one.rule_id for one in check_plan(plan) if one.vraag is later}
        assert ids == expected


@pytest.mark.parametrize(
    "brok", ["“", "[aa ", "1234 56 782 ", "https://", "a.", "art. A ", "_", "]("]
)
def test_geen_regel_loopt_vast_op_een_lang_antwoord(brok):
    """A search that looks again from every sign would take minutes here."""
    plan = keuring(lokale_ambitie=(brok * 100_000)[:100_000])
    assert list(check_plan(plan))
