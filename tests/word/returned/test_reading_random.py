"""Whatever was answered: what is read from the document is what the plan holds."""

from __future__ import annotations

from random_plans import Maker
from returned_documents import deviations, terug

from trials import times
from uitvoeringsplan.model.uitgave import plan_for
from uitvoeringsplan.word.filling.filling import fill, find_without_place

COUNT = max(
    12, times(25)
)  # the first twelve are of every kind; UVP_PROEVEN=80 for the two thousand of the promise


def test_willekeurige_plannen_komen_precies_terug(sjabloon, hele_lijst, real_lijst):
    wrong = {}
    kinds = set()
    for seed in range(COUNT):
        heel = Maker(seed, awkward=True).plan(hele_lijst)
        plan = plan_for(real_lijst, hele_lijst, heel)
        kinds.add((plan.gegevens["indeling"], plan.is_definitief))
        reading = terug(fill(sjabloon, real_lijst, plan), real_lijst, plan)
        otherwise = deviations(real_lijst, plan, reading)
        for vraag in find_without_place(sjabloon, real_lijst, plan):
            assert otherwise.pop(vraag.id) == "staat er niet in"
        if otherwise:
            wrong[seed] = otherwise
    assert wrong == {}
    assert len(kinds) == 6  # both layouts and the default, adopted or not


def test_ook_het_interne_document(intern_sjabloon, hele_lijst, interne_lijst):
    for seed in range(COUNT // 4):
        heel = Maker(seed, awkward=True).plan(hele_lijst)
        plan = plan_for(interne_lijst, hele_lijst, heel)
        reading = terug(fill(intern_sjabloon, interne_lijst, plan), interne_lijst, plan)
        assert deviations(interne_lijst, plan, reading) == {}, seed


def test_zonder_de_oude_teksten(sjabloon, hele_lijst, real_lijst):
    """Word keeps everything, so nothing has to be known to read it; a table comes in its order."""
    for seed in range(COUNT // 4):
        heel = Maker(seed, awkward=True).plan(hele_lijst)
        plan = plan_for(real_lijst, hele_lijst, heel)
        reading = terug(fill(sjabloon, real_lijst, plan), real_lijst)
        otherwise = {
            name: antwoord
            for name, antwoord in reading.antwoorden.items()
            if not antwoord.is_unchanged and name not in ("portefeuillehouders", "acties")
        }
        assert otherwise == {}, seed
        assert reading.antwoorden.keys() >= {v.id for v in real_lijst.fixed_vragen}
