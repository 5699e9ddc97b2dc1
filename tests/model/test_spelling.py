"""Which words of a text are looked at for their spelling."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import text, trials
from uitvoeringsplan.model.spelling import (
    Woordenschat,
    find_spelwoorden,
    is_gespeld,
    read_spelwoorden,
)

ONE_FORM = str.maketrans("’‑", "'-")


def words(text: str) -> list[str]:
    return [word for _, _, word in find_spelwoorden(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "result"),
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
def test_wat_een_spelling_heeft(text, result):
    assert words(text) == result


def test_een_woord_op_de_rand_is_heel():
    text = "de verandwoordelijke man"
    assert [word for _, _, word in find_spelwoorden(text, 8, 12)] == ["verandwoordelijke"]
    assert find_spelwoorden(text, 8, 12)[0][:2] == (3, 20)


def test_een_adres_op_de_rand_is_een_adres():
    text = "zie https://voorbeeld.nl/qqqq/rrrr nu"
    assert find_spelwoorden(text, 26, 30) == []


@trials(400)
@given(text, st.integers(0, 40), st.integers(0, 40))
def test_de_plek_klopt_in_elke_tekst(text, a, b):
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    for since, until, word in find_spelwoorden(text, start, end):
        assert since < end
        assert until > start
        assert word == unicodedata.normalize("NFC", text[since:until]).translate(ONE_FORM)
        assert not any(map(str.isspace, text[since:until]))


def test_lezen_geeft_ook_de_delen():
    assert read_spelwoorden(["Radar-Vertige helpt"]) == {
        "Radar-Vertige",
        "Radar",
        "Vertige",
        "helpt",
    }


BOOK = {
    "gemeente", "beleid", "veiligheid", "overleg", "wijk", "informatie", "bijv.", "wel", "een",
    "jongeren", "praktijk", "raads",
}  # fmt: skip


@pytest.mark.parametrize(
    "word",
    [
        "beleid", "bijv", "wél", "gemeentebeleid", "veiligheidsoverleg", "veiligheids-",
        "gemeente-informatie", "AVG-beleid", "jongeren-", "informatie-x",
    ],
)  # fmt: skip
def test_goed(word):
    assert is_gespeld(word, BOOK.__contains__)


@pytest.mark.parametrize(
    "word",
    [
        "gemeentte", "wijkk", "wijkoverleg",  # a part of four letters says too little
        "gemeenteoverlegg", "gemeente-overlegg", "beleidd-", "Gemeenteelt", "praktijkke",
    ],
)  # fmt: skip
def test_fout(word):
    assert not is_gespeld(word, BOOK.__contains__)


def test_een_dubbele_letter_op_de_naad_is_een_tikfout():
    book = {"knelpunt", "tenten", "knelpun"}
    assert not is_gespeld("knelpuntenten", {"knelpunt", "tenten"}.__contains__)
    assert not is_gespeld("knelpunttenten", book.__contains__)


@pytest.mark.parametrize(
    "word",
    [
        "Oudermeer", "Oudermeers", "Oudermeer's", "Oudermeerse", "OUDERMEER", "Polarisatie",
        "Breda's",
    ],
)  # fmt: skip
def test_een_naam_of_woord_van_het_plan(word):
    assert word in Woordenschat({"Oudermeer", "polarisatie", "Breda"})


@pytest.mark.parametrize("word", ["oudermeer", "polarisatiese", "Oudermer", "As", "ouder"])
def test_wat_erop_lijkt_is_het_niet(word):
    assert word not in Woordenschat({"Oudermeer", "polarisatie", "A"})


def test_erbij_leren():
    vocabulary = Woordenschat()
    assert "Zeilwijk" not in vocabulary
    vocabulary.add("Zeilwijk")
    assert "Zeilwijk" in vocabulary
