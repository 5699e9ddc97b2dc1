"""`persoonsgegevens`: numbers and addresses of persons, and those of teams."""

from __future__ import annotations

import pytest
from keurdoos import kort, vondsten

from uitvoeringsplan.checks.plan.personen import is_bsn


def gevonden(tekst):
    return [(str(v.ernst), v.woorden) for v in vondsten("persoonsgegevens", lokale_ambitie=tekst)]


@pytest.mark.parametrize(
    ("nummer", "klopt"),
    [("111222333", True), ("123456782", True), ("123456789", False), ("000000000", False),
     ("11122233", False), ("1112223330", False)],
)  # fmt: skip
def test_de_elfproef(nummer, klopt):
    assert is_bsn(nummer) is klopt


@pytest.mark.parametrize("nummer", ["111222333", "1112.22.333", "1112 22 333", "111 222 333"])
def test_een_burgerservicenummer_is_een_fout(nummer):
    assert gevonden(f"Meneer heeft nummer {nummer}.") == [("fout", nummer)]


@pytest.mark.parametrize(
    "tekst",
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
def test_een_ander_nummer_is_geen_burgerservicenummer(tekst):
    assert gevonden(tekst) == []


@pytest.mark.parametrize(
    "adres",
    ["jan.jansen@oudermeer.nl", "j.de.vries@oudermeer.nl", "a.bakker-smit@politie.nl",
     "annie1954@gmail.com", "fam.puk@ziggo.nl", "Jan_Jansen@oudermeer.nl"],
)  # fmt: skip
def test_het_adres_van_een_persoon_is_een_waarschuwing(adres):
    assert gevonden(f"Mail {adres}, ook in het weekend.") == [("waarschuwing", adres)]
    assert gevonden(f"Mail [de wijkagent](mailto:{adres}).") == [("waarschuwing", adres)]


@pytest.mark.parametrize(
    "adres",
    ["info@oudermeer.nl", "veiligheid@oudermeer.example", "team.zuid@oudermeer.nl",
     "openbare.orde@oudermeer.nl", "wijkteam-oost@oudermeer.nl", "signalen@oudermeer.example",
     "meld.punt@oudermeer.nl", "team2@oudermeer.nl"],
)  # fmt: skip
def test_het_adres_van_een_team_is_goed(adres):
    assert gevonden(f"Mail {adres} of [stuur bericht](mailto:{adres}).") == []


@pytest.mark.parametrize(
    "nummer", ["06-12345678", "0612345678", "06 12 34 56 78", "+31 6 12345678", "+31612345678"]
)
def test_een_mobiel_nummer_is_een_waarschuwing(nummer):
    assert gevonden(f"Bel {nummer}.") == [("waarschuwing", nummer)]


@pytest.mark.parametrize(
    "tekst", ["Bel 14 010 of 0900-8844.", "Bel 010-1234567.", "In 2006 waren er 12345678 inwoners."]
)
def test_een_nummer_van_een_loket_is_goed(tekst):
    assert gevonden(tekst) == []


def test_elk_gegeven_een_keer_en_alleen_in_wat_openbaar_is():
    mail = "jan.jansen@oudermeer.nl"
    alles = {
        "contact": mail,
        "opsteller": mail,
        "lokale_ambitie": f"{mail} en {mail}",
        "acties": f"| Lokaal beeld | Bellen | {mail} |  |  |  |  |  |  |",
        "beeld_risicofactoren": f"- {mail}",
    }
    assert [naam for _, naam in kort("persoonsgegevens", **alles)] == [
        "opsteller", "lokale-ambitie", "acties",
    ]  # fmt: skip
