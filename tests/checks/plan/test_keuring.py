"""What the rules over a plan look at: which answers stand in public, inside, or nowhere now."""

from __future__ import annotations

import pytest
from review_builder import LIJST, keuring

from uitvoeringsplan.checks.plan.keuring import first_words, listed
from uitvoeringsplan.model.voorwaarde import read_voorwaarde

ACTIE = "| Lokaal beeld | Bellen | | | | | | | |"


def ids(antwoorden) -> list[str]:
    return [antwoord.vraag.id for antwoord in antwoorden]


def verborgen(plan):
    """Return the same plan in a question set that asks the first question only afterwards."""
    eerste, *rest = LIJST.hoofdstukken
    vraag, *vragen = eerste.vragen
    later = vraag._replace(als=read_voorwaarde("status = vastgesteld"))
    lijst = LIJST._replace(hoofdstukken=(eerste._replace(vragen=(later, *vragen)), *rest))
    return plan._replace(vragenlijst=lijst), later


def test_wat_openbaar_is_en_wat_binnen_blijft():
    plan = keuring(beeld_risicofactoren="- druk", acties=ACTIE, kenmerk="Z1", gemeente="Oudermeer")
    assert ids(plan.openbaar) == ["gemeente", "kenmerk", "acties"]
    assert ids(plan.intern) == ["beeld-risicofactoren"]
    assert ids(plan.alles) == [*ids(plan.openbaar), *ids(plan.intern)]
    assert sorted(ids(plan.ingevuld)) == sorted(ids(plan.alles))
    assert plan.openbaar[0] is next(a for a in plan.ingevuld if a.vraag.id == "gemeente")


def test_een_vraag_die_niet_meedoet_staat_alleen_in_het_bestand():
    vraag_id = LIJST.hoofdstukken[0].vragen[0].id
    plan, later = verborgen(keuring(status="concept", **{vraag_id: "Tekst."}))
    assert vraag_id not in ids(plan.alles)
    assert vraag_id in ids(plan.ingevuld)
    assert not plan.counts(later)
    assert plan.counts(LIJST.vraag("status"))
    plan, later = verborgen(keuring(status="vastgesteld", **{vraag_id: "Tekst."}))
    assert vraag_id in ids(plan.openbaar)
    assert plan.counts(later)


def test_over_een_vraag_alleen_het_antwoord_daarop():
    plan = keuring(kenmerk="Z1", lokale_ambitie="Samen.")._replace(over=LIJST.vraag("kenmerk"))
    assert ids(plan.alles) == ids(plan.ingevuld) == ["kenmerk"]
    assert plan.plan.tekst(LIJST.vraag("lokale-ambitie")) == "Samen."


def test_een_plan_dat_binnen_blijft():
    veld = LIJST.vraag("openbaarheid")
    intern = next(keuze for keuze in veld.keuzes if "intern" in keuze.casefold())
    openbaar = next(keuze for keuze in veld.keuzes if "intern" not in keuze.casefold())
    assert keuring(openbaarheid=intern).blijft_binnen
    assert not keuring(openbaarheid=openbaar).blijft_binnen
    zonder = LIJST._replace(gegevens=tuple(v for v in LIJST.gegevens if v is not veld))
    plan = keuring()._replace(vragenlijst=zonder)
    assert plan.veld(veld.id) is None
    assert not plan.blijft_binnen


def test_de_regels_van_een_antwoord_zonder_opmaak():
    plan = keuring(lokale_ambitie="**Vet** en *schuin*.\n\n- punt", kenmerk="*Z1*", acties=ACTIE)
    met = {antwoord.vraag.id: antwoord for antwoord in plan.openbaar}
    assert met["lokale-ambitie"].lines == ("Vet en schuin.", "punt")
    assert met["kenmerk"].lines == ("*Z1*",)
    assert met["acties"].lines == ("Lokaal beeld", "Bellen")
    assert [antwoord.heeft_opmaak for antwoord in met.values()] == [False, True, False]
    assert met["acties"].rijen[0][:3] == ("Lokaal beeld", "Bellen", "")
    assert met["lokale-ambitie"].rijen == ()


@pytest.mark.parametrize(
    ("tekst", "kort"),
    [
        ("een twee", "een twee"),
        ("1 2 3 4\n5 6 7 8", "1 2 3 4 5 6 7 8"),
        ("1 2 3 4 5 6 7 8 9", "1 2 3 4 5 6 7 8 …"),
        ("x" * 80, "x" * 80),
        ("x" * 81, "x" * 79 + "…"),
    ],
)
def test_de_eerste_woorden(tekst, kort):
    assert first_words(tekst) == kort


@pytest.mark.parametrize(("namen", "zin"), [("a", "a"), ("ab", "a en b"), ("abc", "a, b en c")])
def test_namen_in_een_zin(namen, zin):
    assert listed(namen) == zin
