"""`schijnkop`, `doorgehaald`, `lange-zin`: no heading, no decision, no sentence to read."""

from __future__ import annotations

import pytest
from review_builder import bevindingen, short

from uitvoeringsplan.model.readability import split_zinnen

DERTIG = " ".join(["woord"] * 30)


@pytest.mark.parametrize(
    "text",
    [
        "**Onze ambitie**\n\nWe doen veel.",
        "**Onze ambitie:**\n\n- een punt",
        "**Onze** **ambitie**\n\nWe doen veel.",
        "***Onze ambitie***\n\nWe doen veel.",
        "**Onze ambitie**\nWe doen veel.",
        "ROL VAN HET COLLEGE\n\nWe doen veel.",
        "We doen veel.\n\n**Verder**\n\nWe doen meer.",
    ],
)
def test_een_kop_die_er_geen_is(text):
    assert short("schijnkop", lokale_ambitie=text) == [("waarschuwing", "lokale-ambitie")]


@pytest.mark.parametrize(
    "text",
    [
        "**De wethouder** is trekker.\n\nWe doen veel.",
        "**Dit is een hele zin in vet.**\n\nWe doen veel.",
        "**Botsen mag, breken niet!**\n\nWe doen veel.",
        "We doen veel.\n\n**Het laatste woord**",
        "- **Intern:**\n  - wijkregie\n- **Extern:**\n  - politie",
        "VAR\n\nDe alliantie doet mee.",
        "KIS EN\n\nEen afkorting.",
        "VEILIGHEIDSREGIO\n\nEen naam van één woord.",
        "*Schuin*\n\nWe doen veel.",
        "2027\n\nEen jaar.",
        f"**{'lang ' * 20}**\n\nWe doen veel.",
    ],
)
def test_wat_geen_kop_is(text):
    assert short("schijnkop", lokale_ambitie=text) == []


def test_doorgehaalde_woorden():
    assert short("doorgehaald", lokale_ambitie="Er is ~~€ 35.000~~ € 50.000.") == [
        ("waarschuwing", "lokale-ambitie")
    ]
    assert short("doorgehaald", lokale_ambitie=r"Van ~30 naar \~\~40\~\~", kader="~~x~~") == []


def test_een_cel_of_een_regel_heeft_geen_kop():
    tabel = "| Lokaal beeld | BELLEN MET BUREN |  |  |  |  |  |  |  |\n| | Nog iets | | | | | | | |"
    assert short("schijnkop", acties=tabel, kader="PLAN VAN HET COLLEGE") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (DERTIG, 0),
        (f"{DERTIG} woord.", 1),
        (f"{DERTIG}. En {DERTIG}.", 1),
        (f"Kort. {DERTIG} woord. Kort.", 1),
        (f"{DERTIG} o.a. De woorden.", 1),
        (f"{DERTIG} – € … .", 0),
        ("\n".join(f"- {DERTIG}" for _ in range(3)), 0),
        (f"{DERTIG}\nwoord", 1),
    ],
)
def test_een_zin_van_meer_dan_dertig_woorden(text, count):
    assert short("lange-zin", lokale_ambitie=text) == [("opmerking", "lokale-ambitie")] * count


def test_een_vondst_per_antwoord_met_het_aantal_en_de_eerste_woorden():
    lang = " ".join(["woord"] * 40)
    (one,) = bevindingen("lange-zin", lokale_ambitie=f"{DERTIG} woord. De langste {lang}. Kort.")
    assert "2 zinnen hebben meer dan 30 woorden, de langste 42" in one.message
    assert "“De langste woord woord woord woord woord woord …”" in one.message
    assert one.words == "De langste woord"
    (one,) = bevindingen("lange-zin", lokale_ambitie=f"{DERTIG} woord.")
    assert "één zin heeft meer dan 30 woorden, namelijk 31" in one.message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een. Twee! Drie? Vier", ["Een.", "Twee!", "Drie?", "Vier"]),
        ("Zie art. 5 en dhr. De Vries.", ["Zie art. 5 en dhr. De Vries."]),
        ("Het kost ca. 5 euro. Dat is veel.", ["Het kost ca. 5 euro.", "Dat is veel."]),
        ("“Ja.” Zei hij.", ["“Ja.", "Zei hij."]),
        ("Om 12.30 uur. “Nee” klinkt het.", ["Om 12.30 uur.", "“Nee” klinkt het."]),
        ("De bijv. kleine letter. gaat door", ["De bijv. kleine letter. gaat door"]),
        ("Eén. Élan.", ["Eén.", "Élan."]),
        ("  ", []),
    ],
)
def test_zinnen(text, expected):
    assert split_zinnen(text) == expected
