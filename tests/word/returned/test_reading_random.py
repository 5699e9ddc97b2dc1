"""Whatever was answered: what is read from the document is what the plan holds."""

from __future__ import annotations

from random_plans import Maker
from returned_documents import afwijkingen, terug

from trials import keren
from uitvoeringsplan.model.uitgave import plan_for
from uitvoeringsplan.word.filling.filling import fill, zonder_plaats

AANTAL = max(
    12, keren(25)
)  # the first twelve are of every kind; UVP_PROEVEN=80 for the two thousand of the promise


def test_willekeurige_plannen_komen_precies_terug(sjabloon, hele_lijst, echte_lijst):
    mis = {}
    soorten = set()
    for zaad in range(AANTAL):
        heel = Maker(zaad, lastig=True).plan(hele_lijst)
        plan = plan_for(echte_lijst, hele_lijst, heel)
        soorten.add((plan.gegevens["indeling"], plan.is_definitief))
        gelezen = terug(fill(sjabloon, echte_lijst, plan), echte_lijst, plan)
        anders = afwijkingen(echte_lijst, plan, gelezen)
        for vraag in zonder_plaats(sjabloon, echte_lijst, plan):
            assert anders.pop(vraag.id) == "staat er niet in"
        if anders:
            mis[zaad] = anders
    assert mis == {}
    assert len(soorten) == 6  # both layouts and the default, adopted or not


def test_ook_het_interne_document(intern_sjabloon, hele_lijst, interne_lijst):
    for zaad in range(AANTAL // 4):
        heel = Maker(zaad, lastig=True).plan(hele_lijst)
        plan = plan_for(interne_lijst, hele_lijst, heel)
        gelezen = terug(fill(intern_sjabloon, interne_lijst, plan), interne_lijst, plan)
        assert afwijkingen(interne_lijst, plan, gelezen) == {}, zaad


def test_zonder_de_oude_teksten(sjabloon, hele_lijst, echte_lijst):
    """Word keeps everything, so nothing has to be known to read it; a table comes in its order."""
    for zaad in range(AANTAL // 4):
        heel = Maker(zaad, lastig=True).plan(hele_lijst)
        plan = plan_for(echte_lijst, hele_lijst, heel)
        gelezen = terug(fill(sjabloon, echte_lijst, plan), echte_lijst)
        anders = {
            naam: antwoord
            for naam, antwoord in gelezen.antwoorden.items()
            if not antwoord.is_ongewijzigd and naam not in ("portefeuillehouders", "acties")
        }
        assert anders == {}, zaad
        assert gelezen.antwoorden.keys() >= {v.id for v in echte_lijst.vaste_vragen}
