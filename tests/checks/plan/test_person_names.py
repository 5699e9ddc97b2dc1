"""`naam-van-persoon` and `gemeentenaam`: what is typed in a field that asks for something else."""

from __future__ import annotations

import pytest
from functies_en_namen import FUNCTIES, NAMEN
from review_builder import LIJST, kort, vondsten

from uitvoeringsplan.checks.plan.person_names import find_name

GEMIST = {"Tim in 't Veld", "Jansen, P."}


@pytest.mark.parametrize("functie", FUNCTIES)
def test_een_functie_of_team_is_geen_naam(functie):
    assert find_name(functie) == ""


@pytest.mark.parametrize("naam", [naam for naam in NAMEN if naam not in GEMIST])
def test_een_naam_wordt_herkend(naam):
    assert find_name(naam)


def test_de_lijsten_zijn_elk_honderd_lang_en_van_de_namen_worden_er_twee_gemist():
    assert (len(set(FUNCTIES)), len(set(NAMEN))) == (100, 100)
    assert {naam for naam in NAMEN if not find_name(naam)} == GEMIST


@pytest.mark.parametrize(
    ("regel", "naam"),
    [
        ("adviseur veiligheid (Karin Brouwer)", "Karin Brouwer"),
        ("wethouder Zorg en mevrouw A. de Groot", "mevrouw A. de Groot"),
        ("team OOV, t.n.v. J. de Vries", "J. de Vries"),
        ("burgemeester Van der Meer", "Van der Meer"),
        ("jan de vries", "jan de vries"),
    ],
)
def test_de_naam_wordt_genoemd_zonder_de_functie(regel, naam):
    assert find_name(regel) == naam


@pytest.mark.parametrize(
    "regel", ["Hart van Zuid", "wijkregisseur Broek", "Gebiedsregisseur De Koog", "O.O.V. Westdijk"]
)
def test_een_buurt_is_geen_achternaam(regel):
    assert find_name(regel) == ""


def test_alleen_waar_een_functie_gevraagd_wordt():
    naam = "Jan de Vries"
    assert kort("naam-van-persoon", opsteller=naam) == [("waarschuwing", "opsteller")]
    assert kort("naam-van-persoon", portefeuillehouders=f"griffier\n{naam}") == [
        ("waarschuwing", "portefeuillehouders")
    ]
    assert kort("naam-van-persoon", gemeente=naam, kader=naam, lokale_ambitie=naam) == []


def test_in_een_tabel_alleen_in_de_kolom_van_de_trekker():
    rij = "|  | {} | {} | {} |  |  |  |  |  |"
    assert kort("naam-van-persoon", acties=rij.format("Jan de Vries", "griffier", "An Bos")) == []
    (vondst,) = vondsten("naam-van-persoon", acties=rij.format("Lezen", "Jan de Vries", ""))
    assert (vondst.vraag.id, vondst.woorden) == ("acties", "Jan de Vries")


def test_de_voorbeelden_van_de_vragenlijst_hebben_geen_naam():
    for vraag in (*LIJST.gegevens, *LIJST.vragen):
        assert not kort("naam-van-persoon", **{vraag.id: vraag.voorbeeld}), vraag.id
        assert not kort("gemeentenaam", **{vraag.id: vraag.voorbeeld}), vraag.id


@pytest.mark.parametrize(
    ("getypt", "naam"),
    [
        ("gemeente Westerduin", "Westerduin"),
        ("Gemeente  's-Gravenhage", "'s-Gravenhage"),
        ("de gemeente Westerduin", "Westerduin"),
        ("gem. Westerduin", "Westerduin"),
    ],
)
def test_het_woord_gemeente_staat_niet_voor_de_naam(getypt, naam):
    (vondst,) = vondsten("gemeentenaam", gemeente=getypt)
    assert vondst.melding.startswith(f"schrijf {naam} in plaats van")


@pytest.mark.parametrize("naam", ["Westerduin", "Gemert-Bakel", "", "gemeente"])
def test_een_naam_alleen_is_goed(naam):
    assert kort("gemeentenaam", gemeente=naam) == []
