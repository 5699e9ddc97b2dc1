"""Words that are as they were and look otherwise: told once each, and a habit in one line."""

from __future__ import annotations

import pytest

from uitvoeringsplan.model.three_way import FixedChange
from uitvoeringsplan.word.fixed.fingerprints import FixedForm, FixedSentence, KnownSentence
from uitvoeringsplan.word.returned.fixed_form import SeenForm, compare_forms, looks_same
from uitvoeringsplan.word.returned.fixed_order import quote

PLAIN = FixedForm()


def seen(was: FixedForm | None, now: FixedForm, line: int = 0, **rest) -> SeenForm:
    known = KnownSentence("000001", rest.pop("had", ""), was)
    sentence = FixedSentence("De regie.", "000001", rest.pop("has", ""), now)
    return SeenForm(known, sentence, line, "Doel", "Bij “Doel”", vraag_id="doel", **rest)


def said(*pairs: SeenForm) -> list[str]:
    return [one.message for one in compare_forms(pairs, quote)]


@pytest.mark.parametrize(
    ("was", "now", "what"),
    [
        (PLAIN, FixedForm("b"), "nu vet"),
        (FixedForm("b"), PLAIN, "niet meer vet"),
        (PLAIN, FixedForm("b", "12ab", "", (("b", "regie"),)), "nu vet (“regie”)"),
        (FixedForm("i"), FixedForm("B"), "nu niet vet, niet meer cursief"),
        (FixedForm("q", "aaaa"), FixedForm("q", "bbbb", "", (("q", "[veld REF]"),)),
         "op een andere plaats of van een andere soort: een veld ([veld REF])"),
        (FixedForm(paragraph="k1"), FixedForm(paragraph="k2b"),
         "nu een kop van niveau 2 en een rand, niet meer een kop van niveau 1"),
    ],
)  # fmt: skip
def test_wat_er_anders_is_heeft_een_naam_en_een_plaats(was, now, what):
    (one,) = compare_forms([seen(was, now)], quote)
    assert one.message == (
        f"Bij “Doel” is de opmaak van vaste tekst anders, {what}, van “De regie.”"
    )
    assert one[1:] == (FixedChange.FORM, "Doel", "De regie.", "doel")


@pytest.mark.parametrize(
    "pair",
    [
        seen(FixedForm("b", "1234"), FixedForm("b", "1234", said=(("b", "regie"),))),
        seen(None, FixedForm("b")),  # made before documents said how they looked
        seen(FixedForm("t", "1234"), FixedForm("t", "5678"), had="000002"),  # the value is text now
        seen(FixedForm(paragraph="e"), FixedForm(paragraph="E")),  # the answer before it has it
        seen(PLAIN, FixedForm(paragraph="E")),
    ],
)
def test_wat_hetzelfde_is_of_niet_te_weten(pair):
    assert said(pair) == []
    assert looks_same(pair.known, pair.sentence)


def test_een_kop_noemt_zichzelf_niet_als_plaats():
    assert said(seen(PLAIN, FixedForm("u"), is_place=True)) == [
        "De opmaak is anders, nu onderstreept, van “De regie.”"
    ]


def test_wat_van_een_hele_alinea_is_staat_er_een_keer():
    (one,) = said(*(seen(PLAIN, FixedForm(paragraph="b"), line=4) for _ in range(3)))
    assert one.endswith("nu een rand, van “De regie. De regie. De regie.”")
    assert len(said(*(seen(PLAIN, FixedForm("b"), line=4) for _ in range(3)))) == 3


def test_wat_op_veel_plaatsen_hetzelfde_is_deed_een_programma():
    (one,) = said(*(seen(FixedForm("b"), PLAIN, line) for line in range(6)))
    assert one.startswith("Op 6 plaatsen buiten de antwoorden is de opmaak op dezelfde manier")
    assert "niet meer vet" in one
    hidden = FixedForm("v", "1234", "", (("v", "[verborgen: geheim]"),))
    each = said(*(seen(PLAIN, hidden, line) for line in range(6)))
    assert len(each) == 6  # of hidden words nobody wants to know the number alone
    assert all("[verborgen: geheim]" in zin for zin in each)


def test_een_andere_afbeelding():
    now = FixedForm("y", "bbbb", "", (("y", ""),))
    (one,) = compare_forms([seen(FixedForm("y", "aaaa"), now)], quote)
    assert one.change is FixedChange.PICTURE
    assert one.message.startswith("Bij “Doel” staat een andere afbeelding of een ander bestand")
