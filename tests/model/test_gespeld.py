"""Right words that a dictionary does not have, and wrong ones that look like them."""

from __future__ import annotations

import pytest

from uitvoeringsplan.model.gespeld import Woordenschat, is_gespeld

BOEK = {
    "gemeente", "beleid", "veiligheid", "overleg", "wijk", "informatie", "bijv.", "wel", "een",
    "jongeren", "praktijk", "raads",
}  # fmt: skip


@pytest.mark.parametrize(
    "woord",
    [
        "beleid", "bijv", "wél", "gemeentebeleid", "veiligheidsoverleg", "veiligheids-",
        "gemeente-informatie", "AVG-beleid", "jongeren-", "informatie-x",
    ],
)  # fmt: skip
def test_goed(woord):
    assert is_gespeld(woord, BOEK.__contains__)


@pytest.mark.parametrize(
    "woord",
    [
        "gemeentte", "wijkk", "wijkoverleg",  # a part of four letters says too little
        "gemeenteoverlegg", "gemeente-overlegg", "beleidd-", "Gemeenteelt", "praktijkke",
    ],
)  # fmt: skip
def test_fout(woord):
    assert not is_gespeld(woord, BOEK.__contains__)


def test_een_dubbele_letter_op_de_naad_is_een_tikfout():
    boek = {"knelpunt", "tenten", "knelpun"}
    assert not is_gespeld("knelpuntenten", {"knelpunt", "tenten"}.__contains__)
    assert not is_gespeld("knelpunttenten", boek.__contains__)


@pytest.mark.parametrize(
    "woord",
    [
        "Oudermeer", "Oudermeers", "Oudermeer's", "Oudermeerse", "OUDERMEER", "Polarisatie",
        "Breda's",
    ],
)  # fmt: skip
def test_een_naam_of_woord_van_het_plan(woord):
    assert woord in Woordenschat({"Oudermeer", "polarisatie", "Breda"})


@pytest.mark.parametrize("woord", ["oudermeer", "polarisatiese", "Oudermer", "As", "ouder"])
def test_wat_erop_lijkt_is_het_niet(woord):
    assert woord not in Woordenschat({"Oudermeer", "polarisatie", "A"})


def test_erbij_leren():
    schat = Woordenschat()
    assert "Zeilwijk" not in schat
    schat.add("Zeilwijk")
    assert "Zeilwijk" in schat
