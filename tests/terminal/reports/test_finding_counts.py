"""How many findings there are, as a user reads it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from uitvoeringsplan.terminal.reports import finding_counts


class Een(NamedTuple):
    ernst: str


@pytest.mark.parametrize(
    ("weights", "plannen", "zin"),
    [
        ([], 2, "0 fouten, 0 waarschuwingen en 0 opmerkingen in 2 plannen."),
        (["fout"], 1, "1 fout, 0 waarschuwingen en 0 opmerkingen in 1 plan."),
        (
            ["fout", "fout", "opmerking"],
            3,
            "2 fouten, 0 waarschuwingen en 1 opmerking in 3 plannen.",
        ),
        (["waarschuwing"], 2, "0 fouten, 1 waarschuwing en 0 opmerkingen in 2 plannen."),
    ],
)
def test_de_laatste_regel_telt(weights, plannen, zin):
    assert finding_counts.count_line([Een(ernst=one) for one in weights], plannen) == zin


@pytest.mark.parametrize(
    ("severities", "zin"),
    [
        ([], ""),
        (["opmerking"], "1 opmerking"),
        (["opmerking", "fout", "fout"], "2 fouten en 1 opmerking"),
        (["opmerking", "waarschuwing", "fout"], "1 fout, 1 waarschuwing en 1 opmerking"),
    ],
)
def test_kort_noemt_alleen_wat_er_is(severities, zin):
    assert finding_counts.counts(severities) == zin


def test_bij_een_document_staat_waarop_is_nagekeken():
    one = finding_counts.with_document(["fout"], Path("mijn plan.plan.yaml"), is_complete_text=True)
    assert one.startswith("Nagekeken op alles: 1 fout. Je leest het met: uitvoeringsplan")
    more = finding_counts.with_document(["fout"], None, is_complete_text=False)
    assert more.startswith("Nagekeken op wat ontbreekt, open punten en datums: 1 fout.")
    assert more.endswith("uitvoeringsplan controleer, met dezelfde plannen")
