"""What words in a form are, in Dutch and in English."""

from __future__ import annotations

import pytest

from uitvoeringsplan.forms import wording


@pytest.mark.parametrize(
    "prompt",
    [
        "Klik of tik om tekst in te voeren.",
        "Klik hier als u tekst wilt invoeren.",
        "Click or tap here to enter text.",
        "Kies een item.",
        "Choose an item.",
        "[Tekst]",
        "Input text",
        "Vul hier in",
        "...",
        "",
    ],
)
def test_een_tekst_die_niets_zegt(prompt):
    assert wording.is_generic(prompt)
    assert wording.words_of_prompt(prompt) == ""


@pytest.mark.parametrize(
    ("prompt", "words"),
    [
        ("[Naam van het bedrijf]", "Naam van het bedrijf"),
        ("Enter your e-mail here", "e-mail"),
        ("Vul de naam in", "naam"),
        ("Typ hier uw telefoonnummer", "telefoonnummer"),
        ("Klik hier om de naam in te voeren", "naam"),
        ("{party_name}", "party name"),
        ("<Noem het jaar>", "jaar"),
        ("Enter time here, e.g. 10.45", "time"),
        ("Pick the date", "Date"),
    ],
)
def test_een_tekst_met_eigen_woorden(prompt, words):
    assert wording.words_of_prompt(prompt) == words


def test_een_voorbeeld_in_een_tekst():
    assert wording.example_in("Enter time here, e.g. 10.45") == "10.45"
    assert wording.example_in("Vul in") == ""


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("  Naam :", "Naam"),
        ("Bedrag: €", "Bedrag"),
        ("Datum *", "Datum"),
        ("Is dat zo ?", "Is dat zo?"),
        ("- punt -", "punt"),
        ("# Phones:", "# Phones"),
    ],
)
def test_een_label_zonder_wat_naar_zijn_plek_leidt(text, label):
    assert wording.tidy(text) == label


def test_wat_nodig_is_staat_erbij():
    assert wording.is_needed("Naam (verplicht)")
    assert wording.is_needed("Naam *")
    assert not wording.is_needed("Naam")


def test_wat_voor_een_ander_is():
    assert wording.is_official("Niet invullen")
    assert wording.is_official("for official use only")
    assert not wording.is_official("Invullen wat klopt")


def test_een_handtekening():
    assert wording.is_signature("Handtekening aanvrager:")
    assert not wording.is_signature("Naam bij de handtekening")


@pytest.mark.parametrize(
    ("choices", "is_so"),
    [(("Ja", "Nee"), True), (("Yes", "No"), True), (("Nee", "Ja"), False), (("Ja",), False)],
)
def test_ja_en_nee(choices, is_so):
    assert wording.is_yes_or_no(choices) is is_so


def test_een_of_meer():
    assert wording.says_several("check all that apply")
    assert wording.says_several("meerdere antwoorden mogelijk")
    assert wording.says_several("choose one or both")
    assert wording.says_one("Select only one option.")
    assert not wording.says_one("Kies wat past")


@pytest.mark.parametrize(("text", "part"), [("dag", 0), ("MM", 1), ("(jjjj)", 2), ("week", None)])
def test_een_deel_van_een_datum(text, part):
    assert wording.date_part(text) == part


def test_een_lang_label_wordt_korter_tussen_woorden():
    long = (
        "Wat is het doel hiervan? En daarna nog een heel verhaal over alles wat erbij komt kijken."
    )
    assert wording.shortened(long) == "Wat is het doel hiervan?"
    words = wording.shortened("woord " * 40)
    assert words.endswith("woord…")
    assert len(words) <= wording.MAX_LABEL
    assert wording.shortened("Kort") == "Kort"


def test_een_nummer_hoort_niet_bij_het_label():
    assert wording.without_number("1.2.3 Doel") == "Doel"
    assert wording.without_number("2 - Doel") == "Doel"
    assert wording.without_number("2027 begint") == "2027 begint"


def test_een_datum_in_een_label():
    assert wording.names_date("Geboortedatum")
    assert wording.names_date("Date of birth")
    assert not wording.names_date("Dates From - To")
