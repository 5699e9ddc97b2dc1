"""Values as Python: whoever runs that has the same values again."""

from __future__ import annotations

import re

import pytest

from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Verplicht, Vraag
from uitvoeringsplan.tasks.ready_made import write_code, write_imports


@pytest.mark.parametrize(
    "value",
    [
        'een "aanhaling", een \\ en een\nregel',
        (),
        ("a",),
        (1, None, (True, 1.5)),
        {"a": (1, 2), ("b", "c"): {}},
        frozenset((1,)),
        re.compile(r"\d+'", re.IGNORECASE),
        Verplicht.ALTIJD,
        TYPES["lijst"],
        Plan("polarisatie", "1", {"gemeente": "Delft"}),
        Vraag("a", "A", "Wat?", type=TYPES["regel"], verplicht=Verplicht.VASTGESTELD),
    ],
)
def test_wie_het_uitvoert_heeft_dezelfde_waarde(value):
    names: dict[str, str] = {}
    code = write_code(value, names)
    space: dict[str, object] = {}
    exec(f"{write_imports(names)}\nvalue = {code}", space)  # noqa: S102 - what the wheel does
    assert (space["value"], type(space["value"])) == (value, type(value))


def test_wat_al_de_standaard_is_staat_er_niet():
    assert write_code(Plan("polarisatie", "1"), {}) == "Plan(soort='polarisatie', vragenlijst='1')"


def test_elke_naam_wordt_een_keer_ingevoerd():
    names: dict[str, str] = {}
    write_code((Verplicht.NEE, Verplicht.ALTIJD, re.compile("a")), names)
    assert write_imports(names) == ("import re\nfrom uitvoeringsplan.model.vraag import Verplicht")
