"""`name-van-persoon` and `gemeentenaam`: what is typed in a field that asks for something else."""

from __future__ import annotations

import pytest
from functies_en_namen import FUNCTIES, NAMES
from review_builder import LIJST, bevindingen, short

from uitvoeringsplan.checks.plan.person_names import find_name

GEMIST = {"Tim in 't Veld", "Jansen, P."}


@pytest.mark.parametrize("functie", FUNCTIES)
def test_een_functie_of_team_is_geen_naam(functie):
    assert find_name(functie) == ""


@pytest.mark.parametrize("name", [name for name in NAMES if name not in GEMIST])
def test_een_naam_wordt_herkend(name):
    assert find_name(name)


def test_de_lijsten_zijn_elk_honderd_lang_en_van_de_namen_worden_er_twee_gemist():
    assert (len(set(FUNCTIES)), len(set(NAMES))) == (100, 100)
    assert {name for name in NAMES if not find_name(name)} == GEMIST


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("adviseur veiligheid (Karin Brouwer)", "Karin Brouwer"),
        ("wethouder Zorg en mevrouw A. de Groot", "mevrouw A. de Groot"),
        ("team OOV, t.n.v. J. de Vries", "J. de Vries"),
        ("burgemeester Van der Meer", "Van der Meer"),
        ("jan de vries", "jan de vries"),
    ],
)
def test_de_naam_wordt_genoemd_zonder_de_functie(line, name):
    assert find_name(line) == name


@pytest.mark.parametrize(
    "line", ["Hart van Zuid", "wijkregisseur Broek", "Gebiedsregisseur De Koog", "O.O.V. Westdijk"]
)
def test_een_buurt_is_geen_achternaam(line):
    assert find_name(line) == ""


def test_alleen_waar_een_functie_gevraagd_wordt():
    name = "Jan de Vries"
    assert short("naam-van-persoon", opsteller=name) == [("waarschuwing", "opsteller")]
    assert short("naam-van-persoon", portefeuillehouders=f"griffier\n{name}") == [
        ("waarschuwing", "portefeuillehouders")
    ]
    assert short("naam-van-persoon", gemeente=name, kader=name, lokale_ambitie=name) == []


def test_in_een_tabel_alleen_in_de_kolom_van_de_trekker():
    rij = "|  | {} | {} | {} |  |  |  |  |  |"
    assert short("naam-van-persoon", acties=rij.format("Jan de Vries", "griffier", "An Bos")) == []
    (bevinding,) = bevindingen("naam-van-persoon", acties=rij.format("Lezen", "Jan de Vries", ""))
    assert (bevinding.vraag.id, bevinding.words) == ("acties", "Jan de Vries")


def test_de_voorbeelden_van_de_vragenlijst_hebben_geen_naam():
    for vraag in (*LIJST.gegevens, *LIJST.vragen):
        assert not short("naam-van-persoon", **{vraag.id: vraag.voorbeeld}), vraag.id
        assert not short("gemeentenaam", **{vraag.id: vraag.voorbeeld}), vraag.id


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("gemeente Westerduin", "Westerduin"),
        ("Gemeente  's-Gravenhage", "'s-Gravenhage"),
        ("de gemeente Westerduin", "Westerduin"),
        ("gem. Westerduin", "Westerduin"),
    ],
)
def test_het_woord_gemeente_staat_niet_voor_de_naam(typed, name):
    (bevinding,) = bevindingen("gemeentenaam", gemeente=typed)
    assert bevinding.message.startswith(f"schrijf {name} in plaats van")


@pytest.mark.parametrize("name", ["Westerduin", "Gemert-Bakel", "", "gemeente"])
def test_een_naam_alleen_is_goed(name):
    assert short("gemeentenaam", gemeente=name) == []
