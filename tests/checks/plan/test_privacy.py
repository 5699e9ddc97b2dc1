"""`persoonsgegevens`: numbers and addresses of persons, and those of teams."""

from __future__ import annotations

from pathlib import Path

import pytest
from review_builder import LIJST, bevindingen, short

from uitvoeringsplan.checks.plan.keuring import Keuring
from uitvoeringsplan.checks.plan.rules import RULES
from uitvoeringsplan.model.open_punt import OpenPunt
from uitvoeringsplan.plan.planbestand import load_plan

_ROOT = Path(__file__).parents[3]
VOORBEELDEN = [*_ROOT.glob("voorbeelden/*.plan.yaml"), *_ROOT.glob("tests/data/*.plan.yaml")]


def found(text):
    return [(str(v.ernst), v.words) for v in bevindingen("persoonsgegevens", lokale_ambitie=text)]


@pytest.mark.parametrize(
    "adres",
    ["jan.jansen@oudermeer.nl", "j.de.vries@oudermeer.nl", "a.bakker-smit@politie.nl",
     "annie1954@gmail.com", "fam.puk@ziggo.nl", "Jan_Jansen@oudermeer.nl"],
)  # fmt: skip
def test_het_adres_van_een_persoon_is_een_waarschuwing(adres):
    assert found(f"Mail {adres}, ook in het weekend.") == [("waarschuwing", adres)]
    assert found(f"Mail [de wijkagent](mailto:{adres}).") == [("waarschuwing", adres)]


@pytest.mark.parametrize(
    "adres",
    ["info@oudermeer.nl", "veiligheid@oudermeer.example", "team.zuid@oudermeer.nl",
     "openbare.orde@oudermeer.nl", "wijkteam-oost@oudermeer.nl", "signalen@oudermeer.example",
     "meld.punt@oudermeer.nl", "team2@oudermeer.nl"],
)  # fmt: skip
def test_het_adres_van_een_team_is_goed(adres):
    assert found(f"Mail {adres} of [stuur bericht](mailto:{adres}).") == []


def test_een_nummer_over_opmaak_heen_in_een_tabel_en_in_een_link():
    assert found("Bel **06**-1234*5678*.") == [("waarschuwing", "06-12345678")]
    assert found("Bel [de wijkagent](tel:+31612345678).") == [("waarschuwing", "+31612345678")]
    rij = "| Lokaal beeld | Bellen | 06\u00a01234\u00a05678 |  |  |  |  |  |  |"
    assert short("persoonsgegevens", acties=rij) == [("waarschuwing", "acties")]


def test_in_een_gegeven_net_zo_goed_als_in_een_antwoord():
    found = short(
        "persoonsgegevens",
        contact="jan.jansen@oudermeer.nl",
        kenmerk="BSN 123456782",
        opsteller="adviseur, 06\u201112345678",
    )
    assert found == [
        ("waarschuwing", "opsteller"),
        ("waarschuwing", "contact"),
        ("fout", "kenmerk"),
    ]
    assert (
        short("persoonsgegevens", contact="veiligheid@oudermeer.example", kenmerk="123456782") == []
    )


def test_intern_en_in_een_punt_is_ook_vastgelegd():
    punt = OpenPunt(tekst="Bel eerst\n06 12345678", citaat="bsn 123456782")
    found = bevindingen(
        "persoonsgegevens",
        beeld_risicofactoren="- 123456782\n- NL91ABNA0417164300",
        punten=(OpenPunt(), punt),
    )
    assert [(str(v.ernst), v.vraag.id if v.vraag else "", v.punt) for v in found] == [
        ("fout", "beeld-risicofactoren", 0),
        ("opmerking", "beeld-risicofactoren", 0),
        ("fout", "", 2),
        ("opmerking", "", 2),
    ]
    assert "git bewaart" in found[0].message


@pytest.mark.parametrize("path", VOORBEELDEN, ids=lambda path: path.name)
def test_in_een_goed_plan_wordt_niets_gevonden(path):
    file = load_plan(path, LIJST)
    line = next(line for line in RULES if line.id == "persoonsgegevens")
    assert list(line.look(Keuring(path.name, LIJST, file.plan, file.punten))) == []


def test_elk_gegeven_een_keer_en_alleen_in_wat_openbaar_is():
    mail = "jan.jansen@oudermeer.nl"
    everything = {
        "contact": mail,
        "opsteller": mail,
        "lokale_ambitie": f"{mail} en {mail}",
        "acties": f"| Lokaal beeld | Bellen | {mail} |  |  |  |  |  |  |",
        "beeld_risicofactoren": f"- {mail}",
    }
    assert [name for _, name in short("persoonsgegevens", **everything)] == [
        "opsteller", "contact", "lokale-ambitie", "acties",
    ]  # fmt: skip
