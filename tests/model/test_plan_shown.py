"""Which questions count for a plan."""

from __future__ import annotations

from uitvoeringsplan.model.plan import Plan, is_visible, voortgang, without_hidden
from uitvoeringsplan.model.voorwaarde import MAX_DEPTH, read_voorwaarde
from uitvoeringsplan.model.vraag import Verplicht, Vraag
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Vragenlijst


def vraag(id_: str, als: str = "", verplicht: str = "nee", standaard: str = "") -> Vraag:
    voorwaarde = read_voorwaarde(als) if als else None
    return Vraag(
        id=id_, label=id_, vraag="?", als=voorwaarde, verplicht=Verplicht(verplicht),
        standaard=standaard,
    )  # fmt: skip


STATUS = vraag("status", standaard="concept")
DECISION = vraag("besluit", "status = vastgesteld", "altijd")
ONE = vraag("een")
TWO = vraag("twee", "een is ingevuld", standaard="twee")
THREE = vraag("drie", "twee is ingevuld", standaard="Ja.")
FOUR = vraag("vier", "een is leeg en besluit is leeg")
LIJST = Vragenlijst(
    "proef", "1", "Proef", "p.docx", (STATUS, DECISION),
    (Hoofdstuk("a", "A", vragen=(ONE, TWO)), Hoofdstuk("b", "B", vragen=(THREE,)),
     Hoofdstuk("c", "C", vragen=(FOUR,))),
)  # fmt: skip
FULL = {"een": "1", "twee": "2", "drie": "3", "vier": "4"}


def plan(gegevens=None, **antwoorden) -> Plan:
    return Plan("proef", "1", gegevens or {}, antwoorden)


def visible(start: Plan) -> list[str]:
    every = (*LIJST.gegevens, *LIJST.vragen)
    return [v.id for v in every if is_visible(LIJST, v, start)]


def test_een_voorwaarde_kijkt_naar_de_antwoorden():
    assert visible(plan()) == ["status", "een", "vier"]
    assert visible(plan(een="x")) == ["status", "een", "twee", "drie"]
    assert visible(plan({"status": "VASTGESTELD"})) == ["status", "besluit", "een", "vier"]


def test_een_standaard_telt_in_een_voorwaarde():
    concept = vraag("nieuw", "status = concept")
    assert is_visible(LIJST, concept, plan())
    assert not is_visible(LIJST, concept, plan({"status": "vervallen"}))


def test_een_verborgen_vraag_telt_als_leeg():
    assert visible(plan(twee="staat er nog", drie="ook")) == ["status", "een", "vier"]
    hidden = plan({"besluit": "raad"})
    assert "vier" in visible(hidden)
    assert "vier" not in visible(plan({"besluit": "raad", "status": "vastgesteld"}))


def test_de_voortgang_telt_alleen_wat_meedoet():
    empty = voortgang(LIJST, plan(twee="staat er nog"))
    assert (empty.beantwoord, empty.total, empty.open, empty.open_velden) == (0, 2, (ONE, FOUR), ())
    assert [(s.onderdeel.id, s.onderdeel.vragen, s.total) for s in empty.standen] == [
        ("a", (ONE,), 1),
        ("c", (FOUR,), 1),
    ]
    full = voortgang(LIJST, plan({"status": "vastgesteld"}, een="x"))
    assert (full.beantwoord, full.total, full.open, full.open_velden) == (3, 3, (), (DECISION,))


def test_zonder_verborgen():
    everything = plan({"status": "concept", "besluit": "raad"}, **FULL)
    shown = without_hidden(LIJST, everything)
    assert shown.gegevens == {"status": "concept"}
    assert shown.antwoorden == {"een": "1", "twee": "2", "drie": "3"}
    assert shown.status == "concept"
    assert everything.antwoorden == FULL  # the plan itself keeps everything
    empty = without_hidden(LIJST, plan(drie="3"))
    assert [empty.value(v) for v in (STATUS, TWO, THREE)] == ["concept", "", ""]
    assert without_hidden(LIJST, empty) == empty
    plain = Vragenlijst("p", "1", "P", "p.docx", (STATUS,), (Hoofdstuk("a", "A", vragen=(ONE,)),))
    assert without_hidden(plain, everything) is everything


def test_veel_voorwaarden_op_elkaar_kosten_weinig():
    """Each is weighed once; ten conditions of fifty references would be fifty to the tenth."""
    deep = "(" * MAX_DEPTH + "niet v{} = {}" + ")" * MAX_DEPTH
    vragen = [vraag("v0", standaard="x")]
    vragen += [
        vraag(f"v{n + 1}", " en ".join(deep.format(n, i) for i in range(50)), standaard="x")
        for n in range(10)
    ]
    lijst = Vragenlijst("p", "1", "P", "p.docx", (), (Hoofdstuk("a", "A", vragen=tuple(vragen)),))
    assert is_visible(lijst, vragen[-1], plan())
    assert voortgang(lijst, plan()).total == 11
