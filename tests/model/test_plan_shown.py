"""Which questions count for a plan."""

from __future__ import annotations

from uitvoeringsplan.model.plan import Plan, is_visible, voortgang, without_hidden
from uitvoeringsplan.model.voorwaarde import MAX_DIEPTE, read_voorwaarde
from uitvoeringsplan.model.vraag import Verplicht, Vraag
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Vragenlijst


def vraag(id_: str, als: str = "", verplicht: str = "nee", standaard: str = "") -> Vraag:
    voorwaarde = read_voorwaarde(als) if als else None
    return Vraag(
        id=id_, label=id_, vraag="?", als=voorwaarde, verplicht=Verplicht(verplicht),
        standaard=standaard,
    )  # fmt: skip


STATUS = vraag("status", standaard="concept")
BESLUIT = vraag("besluit", "status = vastgesteld", "altijd")
EEN = vraag("een")
TWEE = vraag("twee", "een is ingevuld", standaard="twee")
DRIE = vraag("drie", "twee is ingevuld", standaard="Ja.")
VIER = vraag("vier", "een is leeg en besluit is leeg")
LIJST = Vragenlijst(
    "proef", "1", "Proef", "p.docx", (STATUS, BESLUIT),
    (Hoofdstuk("a", "A", vragen=(EEN, TWEE)), Hoofdstuk("b", "B", vragen=(DRIE,)),
     Hoofdstuk("c", "C", vragen=(VIER,))),
)  # fmt: skip
VOL = {"een": "1", "twee": "2", "drie": "3", "vier": "4"}


def plan(gegevens=None, **antwoorden) -> Plan:
    return Plan("proef", "1", gegevens or {}, antwoorden)


def zichtbaar(van: Plan) -> list[str]:
    alle = (*LIJST.gegevens, *LIJST.vragen)
    return [v.id for v in alle if is_visible(LIJST, v, van)]


def test_een_voorwaarde_kijkt_naar_de_antwoorden():
    assert zichtbaar(plan()) == ["status", "een", "vier"]
    assert zichtbaar(plan(een="x")) == ["status", "een", "twee", "drie"]
    assert zichtbaar(plan({"status": "VASTGESTELD"})) == ["status", "besluit", "een", "vier"]


def test_een_standaard_telt_in_een_voorwaarde():
    concept = vraag("nieuw", "status = concept")
    assert is_visible(LIJST, concept, plan())
    assert not is_visible(LIJST, concept, plan({"status": "vervallen"}))


def test_een_verborgen_vraag_telt_als_leeg():
    assert zichtbaar(plan(twee="staat er nog", drie="ook")) == ["status", "een", "vier"]
    verborgen = plan({"besluit": "raad"})
    assert "vier" in zichtbaar(verborgen)
    assert "vier" not in zichtbaar(plan({"besluit": "raad", "status": "vastgesteld"}))


def test_de_voortgang_telt_alleen_wat_meedoet():
    leeg = voortgang(LIJST, plan(twee="staat er nog"))
    assert (leeg.beantwoord, leeg.totaal, leeg.open, leeg.open_velden) == (0, 2, (EEN, VIER), ())
    assert [(s.onderdeel.id, s.onderdeel.vragen, s.totaal) for s in leeg.standen] == [
        ("a", (EEN,), 1),
        ("c", (VIER,), 1),
    ]
    vol = voortgang(LIJST, plan({"status": "vastgesteld"}, een="x"))
    assert (vol.beantwoord, vol.totaal, vol.open, vol.open_velden) == (3, 3, (), (BESLUIT,))


def test_zonder_verborgen():
    alles = plan({"status": "concept", "besluit": "raad"}, **VOL)
    getoond = without_hidden(LIJST, alles)
    assert getoond.gegevens == {"status": "concept"}
    assert getoond.antwoorden == {"een": "1", "twee": "2", "drie": "3"}
    assert getoond.status == "concept"
    assert alles.antwoorden == VOL  # the plan itself keeps everything
    leeg = without_hidden(LIJST, plan(drie="3"))
    assert [leeg.waarde(v) for v in (STATUS, TWEE, DRIE)] == ["concept", "", ""]
    assert without_hidden(LIJST, leeg) == leeg
    gewoon = Vragenlijst("p", "1", "P", "p.docx", (STATUS,), (Hoofdstuk("a", "A", vragen=(EEN,)),))
    assert without_hidden(gewoon, alles) is alles


def test_veel_voorwaarden_op_elkaar_kosten_weinig():
    """Each is weighed once; ten conditions of fifty references would be fifty to the tenth."""
    diep = "(" * MAX_DIEPTE + "niet v{} = {}" + ")" * MAX_DIEPTE
    vragen = [vraag("v0", standaard="x")]
    vragen += [
        vraag(f"v{n + 1}", " en ".join(diep.format(n, i) for i in range(50)), standaard="x")
        for n in range(10)
    ]
    lijst = Vragenlijst("p", "1", "P", "p.docx", (), (Hoofdstuk("a", "A", vragen=tuple(vragen)),))
    assert is_visible(lijst, vragen[-1], plan())
    assert voortgang(lijst, plan()).totaal == 11
