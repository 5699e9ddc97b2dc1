"""Which words of a text are looked at for their spelling."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import proeven, tekst
from uitvoeringsplan.model.spelling import (
    Woordenschat,
    find_spelwoorden,
    is_gespeld,
    read_spelwoorden,
)

EEN_VORM = str.maketrans("’‑", "'-")


def woorden(tekst: str) -> list[str]:
    return [woord for _, _, woord in find_spelwoorden(tekst, 0, len(tekst))]


@pytest.mark.parametrize(
    ("tekst", "uit"),
    [
        ("Een plan, met wat moed.", ["Een", "plan", "met", "wat", "moed"]),
        ("foto's en foto’s", ["foto's", "en", "foto's"]),
        ("Zuid-Holland of jeugd- en wijkwerk", ["Zuid-Holland", "of", "jeugd-", "en", "wijkwerk"]),
        ("coo\u0308rdinatie", ["coördinatie"]),
        ("- punt\n  1. nog een", ["punt", "nog", "een"]),
        ("**vet** en *cursief*", ["vet", "en", "cursief"]),
        ("lees [dit stuk](https://a.nl/dit) maar", ["lees", "dit", "stuk", "maar"]),
        ("zie https://a.nl/qqq of www.a.nl/qqq", ["zie", "of"]),
        ("mail qqq@gemeente.nl nu", ["mail", "nu"]),
        ("op kis.nl/themas en in plan.docx staat", ["op", "en", "in", "staat"]),
        ("de 2e keer, COVID19, Q4-cijfers", ["de", "keer"]),
        ("VAR en AVG-loket, GGDGHOR", ["en", "AVG-loket", "GGDGHOR"]),
        ("d.w.z. 's avonds", ["avonds"]),
        ("ge**meen**te en a_b", ["en"]),
        ("q" * 61 + " woord", ["woord"]),
    ],
)  # fmt: skip
def test_wat_een_spelling_heeft(tekst, uit):
    assert woorden(tekst) == uit


def test_een_woord_op_de_rand_is_heel():
    tekst = "de verandwoordelijke man"
    assert [woord for _, _, woord in find_spelwoorden(tekst, 8, 12)] == ["verandwoordelijke"]
    assert find_spelwoorden(tekst, 8, 12)[0][:2] == (3, 20)


def test_een_adres_op_de_rand_is_een_adres():
    tekst = "zie https://voorbeeld.nl/qqqq/rrrr nu"
    assert find_spelwoorden(tekst, 26, 30) == []


@proeven(400)
@given(tekst, st.integers(0, 40), st.integers(0, 40))
def test_de_plek_klopt_in_elke_tekst(tekst, a, b):
    begin, eind = sorted((min(a, len(tekst)), min(b, len(tekst))))
    for van, tot, woord in find_spelwoorden(tekst, begin, eind):
        assert van < eind
        assert tot > begin
        assert woord == unicodedata.normalize("NFC", tekst[van:tot]).translate(EEN_VORM)
        assert not any(map(str.isspace, tekst[van:tot]))


def test_lezen_geeft_ook_de_delen():
    assert read_spelwoorden(["Radar-Vertige helpt"]) == {
        "Radar-Vertige",
        "Radar",
        "Vertige",
        "helpt",
    }


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
