"""Numbers of persons in a line of text, in every form, and the numbers that only look like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import trials
from uitvoeringsplan.checks.plan.personal_numbers import NumberKind, find_numbers, is_bsn, is_iban

BSN, IBAN, MOBIEL = NumberKind.BSN, NumberKind.IBAN, NumberKind.MOBIEL


def found(text: str) -> list[tuple[NumberKind, str]]:
    return [(number.kind, number.text) for number in find_numbers(text)]


@pytest.mark.parametrize(
    ("number", "holds"),
    [("111222333", True), ("123456782", True), ("123456789", False), ("000000000", False),
     ("11122233", False), ("1112223330", False)],
)  # fmt: skip
def test_de_elfproef(number, holds):
    assert is_bsn(number) is holds


@pytest.mark.parametrize("number", ["111222333", "1112.22.333", "1112 22 333", "111 222 333"])
def test_een_burgerservicenummer_wordt_gevonden(number):
    assert found(f"Meneer heeft nummer {number}.") == [(BSN, number)]


@pytest.mark.parametrize(
    "text",
    [
        "Het nummer 123456789 voldoet niet.",
        "Het kost € 111 222 333 per jaar.",
        "De stichting heeft RSIN 111222333.",
        "Het btw-nummer is NL111222333B01.",
        "Zie https://open.overheid.nl/documenten/111222333 voor meer.",
        "Zaak Z-111222333 en 111222333-01.",
        "Een lang getal 1112223334 of 0,111222333.",
    ],
)
def test_een_ander_nummer_is_geen_burgerservicenummer(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "number", ["06-12345678", "0612345678", "06 12 34 56 78", "+31 6 12345678", "+31612345678"]
)
def test_een_mobiel_nummer_wordt_gevonden(number):
    assert found(f"Bel {number}.") == [(MOBIEL, number)]


@pytest.mark.parametrize(
    "text", ["Bel 14 010 of 0900-8844.", "Bel 010-1234567.", "In 2006 waren er 12345678 inwoners."]
)
def test_een_nummer_van_een_loket_is_goed(text):
    assert found(text) == []


# Between brackets the signs by name: NBSP, narrow NBSP, no-break hyphen, en dash, soft hyphen.
FORMS_MOBIEL = [
    "(06) 12 34 56 78", "+31 (0)6\u20111234 5678", "0031 6 12345678", "06\u00a01234\u00a05678",
    "06\u202f12\u202f34\u202f56\u202f78",
    "06\u201112345678", "06\u201312345678", "06 \u2013 12345678",
    "06.12.34.56.78", "06/12345678", "+31(0)6 12 345 678", "(+31) 6 12345678", "+31 06 1234 5678",
    "06\u00ad1234\u00ad5678", "06-2012 3456", "+32 470 12 34 56", "+49 151 23456789",
]  # fmt: skip


@pytest.mark.parametrize("number", FORMS_MOBIEL)
def test_een_mobiel_nummer_met_elk_soort_tussenteken(number):
    assert found(f"Bel {number}, liefst in de ochtend.") == [(MOBIEL, number)]
    assert found(f"tel.{number}") == [(MOBIEL, number)]


@pytest.mark.parametrize(
    "number", ["010-1234567", "+31 10 123 45 67", "(010)\u00a0123\u00a045\u00a067"]
)
def test_een_vast_nummer_is_prive_als_dat_erbij_staat(number):
    assert found(f"Bel de wijkagent, privé {number}.") != []
    assert found(f"Telefoon thuis: {number}.") != []
    assert found(f"Bel het wijkteam, {number}.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Bel 14 010, 14\u00a00495, 112, 0800-1204, 0900\u20118844.",
        "Bel 088 123 45 67 of 085\u00a0123\u00a045\u00a067.",
        "Van 06-11-2026 12:30 tot 06-11-2026 14:00.",
        "Groep 06 - 2026 - 2027 en 06 2027 2028.",
        "Dat is € 0,06 12345678 keer; samen 12.06.12.34.56.78.",
        "ISBN 978-90-6123-456-8, ISBN 90-6123-456-7 en ISSN 0612-3456.",
        "Zaak Z/06-12345678 en Z06-12345678.",
    ],
)
def test_een_openbaar_nummer_een_datum_of_een_bedrag_is_geen_mobiel_nummer(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "number",
    ["123.456.782", "1234 56 782", "123\u00a0456\u00a0782", "1234\u202f56\u202f782",
     "123\u2011456\u2011782",
     "123\u2013456\u2013782", "123/456/782", "123\u00ad456\u00ad782", "1234.56.782"],
)  # fmt: skip
def test_een_burgerservicenummer_met_elk_soort_tussenteken(number):
    assert found(f"Meneer ({number}) komt ook.") == [(BSN, number)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("BSN: 12 34 56 78 2", "12 34 56 78 2"),
        ("bsn-nummer 12345-6782", "12345-6782"),
        ("Burgerservicenummer (BSN) 123456782", "123456782"),
        ("sofinummer 10000008", "10000008"),  # without the zero in front
        ("burgerservicenummer is 1.2.3.4.5.6.7.8.2", "1.2.3.4.5.6.7.8.2"),
    ],
)
def test_met_de_naam_erbij_telt_elke_vorm(text, number):
    assert found(text) == [(BSN, number)]


@pytest.mark.parametrize(
    "text",
    [
        "Het kost €\u00a0123.456.782 per jaar, of 123.456.782 euro.",
        "De site had 123.456.782 bezoekers en 111 222 333 inwoners.",
        "Een rij getallen: 1 111 222 333 en 111 222 333 444.",
        "Zaaknummer 111222333, kenmerk: 123456782, dossier 111222333, artikelnummer 123456782.",
        "Uw kenmerk (111222333), ons projectnummer 123456782 en ref. 111222333.",
        "BSN 123456789 klopt niet.",
        "Factuur 2027-111222333, order 111222333 en besluitnummer 111222333.",
    ],
)
def test_een_bedrag_of_een_kenmerk_is_geen_burgerservicenummer(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "number",
    ["NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", "NL91\u00a0ABNA\u00a00417\u00a01643\u00a000",
     "NL91\u202fABNA\u202f0417\u202f1643\u202f00", "nl91 abna 0417 1643 00",
     "NL91-ABNA-0417-1643-00",
     "NL91.ABNA.0417.1643.00", "BE68 5390 0754 7034",
     "DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000"],
)  # fmt: skip
def test_een_rekeningnummer_wordt_gevonden(number):
    assert found(f"Op 12 mei naar {number} en niet later.") == [(IBAN, number)]
    assert found(f"Rekening ({number}).") == [(IBAN, number)]


@pytest.mark.parametrize(
    "text",
    [
        "Rekening NL91 ABNA 0417 1643 01.",  # fails the test of 97
        "Van de gemeente: NL61BNGH0285000000.",  # a bank for public bodies
        "De 22 mensen die er waren en de 16 die later kwamen, zijn weer naar huis gegaan.",
        "Sjabloon NL91ABNA04171643009.",
    ],
)
def test_een_ander_nummer_is_geen_rekeningnummer(text):
    assert found(text) == []


def test_de_proef_van_97():
    assert is_iban("NL61 BNGH 0285 0000 00")
    assert not is_iban("NL61 BNGH 0285 0000 01")
    assert not is_iban("NL61 BNGH 0285 0000 0")
    assert not is_iban("XX61BNGH0285000000")
    assert not is_iban("NL61BNGH028500000٠")  # a zero of another alphabet


@pytest.mark.parametrize(
    "number",
    ["AT611904300234573201", "BE68539007547034", "CH9300762011623852957", "DE89370400440532013000",
     "ES9121000418450200051332", "FR1420041010050500013M02606", "GB29NWBK60161331926819",
     "IT60X0542811101000000123456", "LU280019400644750000", "MT84MALT011000012345MTLCAST001S",
     "NO9386011117947", "PL61109010140000071219812874", "SE4550000000058398257466",
     "TR330006100519786457841326"],
)  # fmt: skip
def test_de_lengte_hoort_bij_het_land(number):
    """The examples of the register of ISO 13616."""
    assert is_iban(number)
    assert found(f"Naar {number}.") == [(IBAN, number)]
    assert not is_iban(number[:-1])


@given(st.text("06+31()/.- \u00a0\u2011NLABn27€bs,", max_size=40))
@trials(300)
def test_wat_er_gevonden_wordt_staat_er_precies_zo(text):
    for number in find_numbers(text):
        assert text[number.start : number.start + len(number.text)] == number.text
