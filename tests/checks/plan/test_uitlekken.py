"""`intern-in-public`: eight words in a row of an internal answer in a public one."""

from __future__ import annotations

import pytest
from review_builder import bevindingen, short

ACHT = "oude en nieuwe bewoners spreken elkaar weinig tegenwoordig"


@pytest.mark.parametrize(
    ("intern", "public", "count"),
    [
        (ACHT, ACHT, 1),
        (ACHT, f"In de wijk, waar {ACHT.upper()}, is het stil.", 1),
        (ACHT, "**Oude** en nieuwe bewoners\nspreken elkaar, weinig; tegenwoordig", 1),
        (ACHT, ACHT.replace("weinig", "veel"), 0),
        (ACHT.replace(" tegenwoordig", ""), ACHT, 0),
        (ACHT, "Iets heel anders staat hier in dit antwoord.", 0),
    ],
)
def test_acht_woorden_op_rij(intern, public, count):
    found = short("intern-in-openbaar", beeld_risicofactoren=f"- {intern}", lokale_ambitie=public)
    assert found == [("fout", "lokale-ambitie")] * count


def test_ook_in_tabellen_en_een_keer_per_paar():
    found = bevindingen(
        "intern-in-openbaar",
        beeld_gebieden=f"| Zeilwijk | ongemak | {ACHT} |  |",
        beeld_risicofactoren=f"- {ACHT} en nog wat meer woorden",
        acties=f"| Lokaal beeld | {ACHT} |  |  |  |  |  |  |  |",
        lokale_ambitie=f"{ACHT}. {ACHT}.",
    )
    assert [v.vraag.id for v in found] == ["lokale-ambitie", "acties"]
    assert all("“Gebieden en fasen”" in v.message for v in found)
    assert f"“{ACHT}”" in found[0].message


def test_twee_openbare_antwoorden_mogen_gelijk_zijn():
    assert short("intern-in-openbaar", lokale_ambitie=ACHT, borgen_college=ACHT) == []
