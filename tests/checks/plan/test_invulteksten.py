"""`invultekst`: leftovers of filling in, and what only looks like them."""

from __future__ import annotations

import pytest
from review_builder import bevindingen, short


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Klik of tik om tekst in te voeren.", "Klik of tik om tekst in te voeren."),
        ("Dit doet XXX in de wijk.", "XXX"),
        ("Budget: xxxx euro.", "xxxx"),
        ("Op XX-XX-2027 begint het.", "XX-XX-2027"),
        ("Trekker n.t.b.", "n.t.b."),
        ("Trekker: N.T.B. in maart", "N.T.B."),
        ("Trekker: NTB", "NTB"),
        ("Het budget is PM.", "PM"),
        ("Kosten: P.M.", "P.M."),
        ("TODO: aanvullen", "TODO"),
        ("Dit is nader in te vullen door het college.", "nader in te vullen"),
        ("Nog in te vullen.", "Nog in te vullen"),
        ("De [naam functionaris] belt.", "[naam functionaris]"),
        ("Vanaf [datum] geldt dit.", "[datum]"),
        ("Lorem ipsum dolor sit amet.", "Lorem ipsum"),
        ("Naam: ________", "________"),
        ("Vanaf ......... geldt dit.", "........."),
    ],
)
def test_een_rest_van_het_invullen(text, rest):
    found = bevindingen("invultekst", lokale_ambitie=text)
    assert [(v.ernst, v.vraag.id, v.words) for v in found] == [
        ("waarschuwing", "lokale-ambitie", rest)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "De e-mail gaat naar alle PM'ers en naar PM’ers van nu.",
        "Fijnstof (PM10, PM2,5 en PM 10) is een onderwerp.",
        "Een medewerker verdient € 100 pm en werkt tot 8 PM.",
        "De to-dolijst en de TODO-lijst bespreken we; dit is wat er te doen is.",
        "Lodewijk XIV, XX en de maat XXL.",
        "Zie [de handreiking](https://www.kis.nl) en [mail ons](mailto:info@x.nl).",
        "Volgens de brief “is [de gemeente] aan zet”.",
        "Dat staat er zo [sic], zie noot [1] en [2, 3].",
        "Een […] weglating, een [x] vakje en een [ ] leeg vakje.",
        "We wachten ... en gaan dan verder… Dat is alles.",
        "De datum is nog te bepalen door de raad, die invult wat nodig is.",
        "Ontbijt en knutselen: n.t.box is een naam.",
        "ntbA is een afkorting.",
        "De snake_case en __init__ namen.",
    ],
)
def test_wat_er_alleen_op_lijkt(text):
    assert bevindingen("invultekst", lokale_ambitie=text) == []


def test_elke_rest_een_keer_per_antwoord_ook_in_gegevens_tabellen_en_interne_antwoorden():
    found = short(
        "invultekst",
        kenmerk="XXX",
        lokale_ambitie="XXX en nog eens XXX",
        acties="| Lokaal beeld | Bellen | ? |  |  |  | pm |  |  |",
        beeld_risicofactoren="- TODO",
    )
    names = ["kenmerk", "lokale-ambitie", "acties", "acties", "beeld-risicofactoren"]
    assert found == [("waarschuwing", name) for name in names]


def test_vraagtekens_in_een_zin_zijn_gewone_tekens():
    assert bevindingen("invultekst", lokale_ambitie="Wat werkt hier? En waarom?") == []
