"""`link-adres` and `link-text`: addresses that work for every reader, and texts that say so."""

from __future__ import annotations

import pytest
from review_builder import bevindingen, short


def addresses(text, **plan):
    return [(str(v.ernst), v.words) for v in bevindingen("link-adres", lokale_ambitie=text, **plan)]


@pytest.mark.parametrize(
    "adres",
    [
        "https:///zonder-website",
        "http://localhost:8000/x",
        "https://127.0.0.1/",
        "http://192.168.1.7/map",
        "https://intranet/beleid",
        "https://mozard.intern/zaak",
        "https://server.local",
        "https://[::1",
        "mailto:veiligheid",
    ],
)
def test_een_adres_dat_niet_werkt(adres):
    assert addresses(f"Zie [het plan]({adres}).") == [("fout", adres)]


@pytest.mark.parametrize(
    ("text", "adres"),
    [
        ("Het staat op file:///H:/plannen/plan.docx.", "file:///H:/plannen/plan.docx"),
        (r"Het staat op \\server\plannen\plan.docx, zie daar.", r"\\server\plannen\plan.docx"),
        (r"Het staat op H:\plannen", r"H:\plannen"),
        ("Zie https://intranet/beleid.", "https://intranet/beleid"),
    ],
)
def test_een_adres_in_de_tekst_dat_niet_werkt(text, adres):
    assert addresses(text) == [("fout", adres)]


@pytest.mark.parametrize(
    "text",
    [
        "Zie [het plan](https://www.oudermeer.nl/plan) of [mail](mailto:veiligheid@oudermeer.nl).",
        "Zie [het plan](https://8.8.8.8/plan).",
        "In het profile: iets. Een verhouding van 1:2, om 12:30 uur, en/of niet.",
        "Kijk op www.oudermeer.nl of bel.",
        r"Een deling a\b en een \*ster.",
        r"Dit is letterlijk: \[tekst](https://www.kis.nl).",
        "Een [aanvulling] (zie hierna).",
    ],
)
def test_een_adres_dat_werkt_of_geen_adres(text):
    assert addresses(text) == []


def test_een_adres_zonder_beveiliging_is_een_opmerking():
    assert addresses("[KIS](http://www.kis.nl)") == [("opmerking", "http://www.kis.nl")]


@pytest.mark.parametrize(
    "adres", ["www.kis.nl", "", "https://www.kis.nl/een pagina", "bijlage.docx"]
)
def test_een_link_die_geen_link_wordt(adres):
    (found,) = bevindingen("link-adres", lokale_ambitie=f"Zie [de handreiking]({adres}).")
    assert found.ernst == "fout"
    assert f"[de handreiking]({adres})" in found.message


def test_in_een_tabel_of_op_een_regel_kan_geen_link_staan():
    found = bevindingen(
        "link-adres",
        kader="[IVP](https://www.oudermeer.nl)",
        acties="| Lokaal beeld | [bel](https://www.oudermeer.nl) |  |  |  |  |  |  |  |",
    )
    assert [v.vraag.id for v in found] == ["kader", "acties"]
    assert all("kan geen link staan" in v.message for v in found)


def test_intern_mag_een_adres_van_binnen():
    assert short("link-adres", beeld_risicofactoren="- [monitor](https://intranet/monitor)") == []
    inside = r"[plan](https://intranet/plan) en H:\plannen"
    assert addresses(inside, openbaarheid="alleen intern") == []
    assert len(addresses(inside, openbaarheid="openbaar")) == 2
    broken = "[plan](https:///plan)"
    assert addresses(broken, openbaarheid="alleen intern") == [("fout", "https:///plan")]


def texts(text, **plan):
    return [(str(v.ernst), v.words) for v in bevindingen("link-tekst", lokale_ambitie=text, **plan)]


@pytest.mark.parametrize(
    "linktekst",
    ["hier", "Hier", "klik hier", "Klik hier.", "link", "lees meer", "https://www.kis.nl",
     "www.kis.nl", "**hier**", "klik *hier*"],
)  # fmt: skip
def test_een_linktekst_die_niets_zegt(linktekst):
    found = texts(f"Kijk [{linktekst}](https://www.kis.nl/x).")
    assert found == [("waarschuwing", "https://www.kis.nl/x")]


@pytest.mark.parametrize(
    "text",
    [
        "Lees [de handreiking van KIS](https://www.kis.nl).",
        "Lees [hier alles over de wijktafel](https://www.kis.nl).",
        "Klik hier niet op, en lees meer boeken.",
        "Kijk op www.kis.nl.",
    ],
)
def test_een_linktekst_die_iets_zegt(text):
    assert texts(text) == []


def test_een_los_adres_is_een_opmerking_waar_een_link_kan_staan():
    assert texts("Zie https://www.kis.nl/x, of bel.") == [("opmerking", "https://www.kis.nl/x")]
    tabel = "| Lokaal beeld | Zie https://www.kis.nl/x |  |  |  |  |  |  |  |"
    assert short("link-tekst", acties=tabel, kader="Zie https://www.kis.nl/x") == []


def test_een_link_met_opmaak_in_de_tekst_is_een_link():
    assert texts("Zie [de **hele** lijst](https://www.kis.nl).") == []
