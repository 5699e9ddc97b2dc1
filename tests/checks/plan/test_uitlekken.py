"""`intern-in-openbaar`: eight words in a row of an internal answer in a public one."""

from __future__ import annotations

import pytest
from review_builder import kort, vondsten

ACHT = "oude en nieuwe bewoners spreken elkaar weinig tegenwoordig"


@pytest.mark.parametrize(
    ("intern", "openbaar", "aantal"),
    [
        (ACHT, ACHT, 1),
        (ACHT, f"In de wijk, waar {ACHT.upper()}, is het stil.", 1),
        (ACHT, "**Oude** en nieuwe bewoners\nspreken elkaar, weinig; tegenwoordig", 1),
        (ACHT, ACHT.replace("weinig", "veel"), 0),
        (ACHT.replace(" tegenwoordig", ""), ACHT, 0),
        (ACHT, "Iets heel anders staat hier in dit antwoord.", 0),
    ],
)
def test_acht_woorden_op_rij(intern, openbaar, aantal):
    gevonden = kort(
        "intern-in-openbaar", beeld_risicofactoren=f"- {intern}", lokale_ambitie=openbaar
    )
    assert gevonden == [("fout", "lokale-ambitie")] * aantal


def test_ook_in_tabellen_en_een_keer_per_paar():
    gevonden = vondsten(
        "intern-in-openbaar",
        beeld_gebieden=f"| Zeilwijk | ongemak | {ACHT} |  |",
        beeld_risicofactoren=f"- {ACHT} en nog wat meer woorden",
        acties=f"| Lokaal beeld | {ACHT} |  |  |  |  |  |  |  |",
        lokale_ambitie=f"{ACHT}. {ACHT}.",
    )
    assert [v.vraag.id for v in gevonden] == ["lokale-ambitie", "acties"]
    assert all("“Gebieden en fasen”" in v.melding for v in gevonden)
    assert f"“{ACHT}”" in gevonden[0].melding


def test_twee_openbare_antwoorden_mogen_gelijk_zijn():
    assert kort("intern-in-openbaar", lokale_ambitie=ACHT, borgen_college=ACHT) == []
