"""What the rules over a plan look at: which answers stand in public, inside, or nowhere now."""

from __future__ import annotations

import pytest
from review_builder import LIJST, keuring

from uitvoeringsplan.checks.plan.keuring import first_words, listed
from uitvoeringsplan.model.voorwaarde import read_voorwaarde

ACTIE = "| Lokaal beeld | Bellen | | | | | | | |"


def ids(antwoorden) -> list[str]:
    return [antwoord.vraag.id for antwoord in antwoorden]


def hidden(plan):
    """Return the same plan in a question set that asks the first question only afterwards."""
    first, *rest = LIJST.hoofdstukken
    vraag, *vragen = first.vragen
    later = vraag._replace(als=read_voorwaarde("status = vastgesteld"))
    lijst = LIJST._replace(hoofdstukken=(first._replace(vragen=(later, *vragen)), *rest))
    return plan._replace(vragenlijst=lijst), later


def test_wat_openbaar_is_en_wat_binnen_blijft():
    plan = keuring(beeld_risicofactoren="- druk", acties=ACTIE, kenmerk="Z1", gemeente="Oudermeer")
    assert ids(plan.public) == ["gemeente", "kenmerk", "acties"]
    assert ids(plan.intern) == ["beeld-risicofactoren"]
    assert ids(plan.everything) == [*ids(plan.public), *ids(plan.intern)]
    assert sorted(ids(plan.filled)) == sorted(ids(plan.everything))
    assert plan.public[0] is next(a for a in plan.filled if a.vraag.id == "gemeente")


def test_een_vraag_die_niet_meedoet_staat_alleen_in_het_bestand():
    vraag_id = LIJST.hoofdstukken[0].vragen[0].id
    plan, later = hidden(keuring(status="concept", **{vraag_id: "Tekst."}))
    assert vraag_id not in ids(plan.everything)
    assert vraag_id in ids(plan.filled)
    assert not plan.counts(later)
    assert plan.counts(LIJST.vraag("status"))
    plan, later = hidden(keuring(status="vastgesteld", **{vraag_id: "Tekst."}))
    assert vraag_id in ids(plan.public)
    assert plan.counts(later)


def test_over_een_vraag_alleen_het_antwoord_daarop():
    plan = keuring(kenmerk="Z1", lokale_ambitie="Samen.")._replace(over=LIJST.vraag("kenmerk"))
    assert ids(plan.everything) == ids(plan.filled) == ["kenmerk"]
    assert plan.plan.text(LIJST.vraag("lokale-ambitie")) == "Samen."


def test_een_plan_dat_binnen_blijft():
    veld = LIJST.vraag("openbaarheid")
    intern = next(keuze for keuze in veld.keuzes if "intern" in keuze.casefold())
    public = next(keuze for keuze in veld.keuzes if "intern" not in keuze.casefold())
    assert keuring(openbaarheid=intern).stays_inside
    assert not keuring(openbaarheid=public).stays_inside
    without = LIJST._replace(gegevens=tuple(v for v in LIJST.gegevens if v is not veld))
    plan = keuring()._replace(vragenlijst=without)
    assert plan.veld(veld.id) is None
    assert not plan.stays_inside


def test_de_regels_van_een_antwoord_zonder_opmaak():
    plan = keuring(lokale_ambitie="**Vet** en *schuin*.\n\n- punt", kenmerk="*Z1*", acties=ACTIE)
    met = {antwoord.vraag.id: antwoord for antwoord in plan.public}
    assert met["lokale-ambitie"].lines == ("Vet en schuin.", "punt")
    assert met["kenmerk"].lines == ("*Z1*",)
    assert met["acties"].lines == ("Lokaal beeld", "Bellen")
    assert [antwoord.has_markup for antwoord in met.values()] == [False, True, False]
    assert met["acties"].rijen[0][:3] == ("Lokaal beeld", "Bellen", "")
    assert met["lokale-ambitie"].rijen == ()


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("een twee", "een twee"),
        ("1 2 3 4\n5 6 7 8", "1 2 3 4 5 6 7 8"),
        ("1 2 3 4 5 6 7 8 9", "1 2 3 4 5 6 7 8 …"),
        ("x" * 80, "x" * 80),
        ("x" * 81, "x" * 79 + "…"),
    ],
)
def test_de_eerste_woorden(text, short):
    assert first_words(text) == short


@pytest.mark.parametrize(("names", "zin"), [("a", "a"), ("ab", "a en b"), ("abc", "a, b en c")])
def test_namen_in_een_zin(names, zin):
    assert listed(names) == zin
