"""The summary fits a screen, says how many there are of everything, and folds what does not fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import trials
from uitvoeringsplan.model.three_way import FixedChange, FixedDifference, Oordeel, ThreeWay
from uitvoeringsplan.model.vraag import Vraag
from uitvoeringsplan.terminal.reports import readback_summary as summary

VRAAG = Vraag(id="doel", label="Doel", vraag="Wat is het doel?")
LANG = "\n\n".join(f"Alinea {n} is gelijk gebleven en blijft dat ook." for n in range(14))


def way(oordeel, text, plan="Het plan.", word="Uit Word.", basis=None, **more):
    return ThreeWay(VRAAG, plan, word, basis, oordeel, text, **more)


def shown(groups, rows=None, *, everything=False):
    found = summary.show_groups(groups, 80, rows, everything=everything)
    return "\n".join(one.text for one in found)


def answers(*ways, saved=True, **wish):
    return shown(summary.answer_groups(ways, 80, saved=saved, kleur=False), **wish)


def warnings(*, refused=(), doubts=(), differences=(), missing=()):
    return summary.warning_groups(refused, doubts, differences, missing, 80)


def difference(number, change=FixedChange.CHANGED):
    words = f"Zin {number} is anders."
    message = f"Bij “Doel” is de vaste tekst veranderd. Er staat nu: “{words}”"
    return summary.outside(FixedDifference(message, change, "Doel", words, "doel"), is_known=False)


@pytest.mark.parametrize(
    ("one", "straks", "nu"),
    [
        (way(Oordeel.OVERGENOMEN, "Uit Word."), "Wordt overgenomen", "Overgenomen uit Word"),
        (way(Oordeel.SAMENGEVOEGD, "Samen."), "Wordt samengevoegd", "Samengevoegd uit Word"),
        (way(Oordeel.SAMENGEVOEGD, "Samen."), "Zo komt het er te staan", "Zo staat het er nu"),
    ],
)  # fmt: skip
def test_wat_nog_niet_bewaard_is_moet_nog_gebeuren(one, straks, nu):
    assert straks in answers(one, saved=False)
    assert nu not in answers(one, saved=False)
    assert nu in answers(one, saved=True)


def test_van_elk_antwoord_staat_er_wat_verandert():
    text = answers(
        way(Oordeel.OVERGENOMEN, "Ons plan.", plan="Het plan."),
        way(Oordeel.OVERGENOMEN, ""),
        way(Oordeel.GEKOZEN, "Uit Word."),
        way(Oordeel.BOTSING, "Ons plan.", plan="Ons plan.", word="Dit plan.", basis="Het plan."),
    )
    assert text == (
        "Overgenomen uit Word (2):\n"
        "  - Doel (doel)\n    [-Het-]{+Ons+} plan.\n"
        "  - Doel (doel): leeggemaakt, net als in Word\n    [-Het plan.-]\n"
        "Door jou gekozen (1):\n"
        "  - Doel (doel): de tekst uit Word\n    [-Het plan.-]\n    {+Uit Word.+}\n"
        "Zelf te kiezen (1):\n"
        "  - Doel (doel): allebei veranderd\n"
        "    In Word:\n      [-Het-]{+Dit+} plan.\n"
        "    In het plan:\n      [-Het-]{+Ons+} plan."
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Het plan.", "de tekst van het plan"),
        ("Uit Word.", "de tekst uit Word"),
        ("Nog iets.", "een andere tekst uit Word"),
        ("Het plan.\n\nUit Word.", "beide, onder elkaar"),
        ("Iets anders.", "een nieuwe tekst"),
    ],
)
def test_wat_de_gebruiker_koos(text, words):
    assert f"- Doel (doel): {words}" in answers(
        way(Oordeel.GEKOZEN, text, otherwise=("Nog iets.",))
    )


def test_waarom_iemand_moet_kiezen():
    one = way(Oordeel.BOTSING, "Het plan.")
    assert "Van het plan naar Word:" in answers(one)
    assert "wie wat veranderde is niet te zien" in answers(one._replace(is_marked=False))
    doubt = answers(one._replace(is_certain=False, otherwise=("Nog iets.",)))
    assert "twijfel over de tekst in Word" in doubt
    assert "In Word staat ook een andere tekst." in doubt


def test_van_een_lang_samengevoegd_antwoord_staat_er_wat_van_wie_kwam():
    plan, word, together = (
        f"De wijk {a}.\n\n{LANG}\n\nHet gaat {b} vooruit."
        for a, b in (("wacht", "snel"), ("werkt", "hard"), ("wacht", "hard"))
    )
    one = way(Oordeel.SAMENGEVOEGD, together, plan, word)
    assert answers(one).endswith(
        "    Uit Word kwam:\n      Het gaat [-snel-]{+hard+} vooruit.\n"
        "    Uit het plan bleef:\n      De wijk [-werkt-]{+wacht+}."
    )
    assert "Alinea 7" in answers(one, everything=True)
    assert answers(one, rows=4).endswith(
        "    Uit Word kwam: Het gaat [-snel-]{+hard+} vooruit.\n"
        "    Uit het plan bleef: De wijk [-werkt-]{+wacht+}."
    )


def test_wat_blijft_zoals_het_was_wordt_niet_genoemd():
    ways = [way(Oordeel.GELIJK, "Het plan."), way(Oordeel.BEHOUDEN, "Het plan.")]
    assert answers(*ways) == ""


def test_wat_niet_mee_kan_staat_er_met_zijn_plaats_en_zijn_woorden():
    left = summary.Left("Acties, rij 2", "dit is geen datum.", "voorjaar")
    doubt = summary.Left("Doel", "In dit antwoord staat een afbeelding.", is_known=True)
    groups = warnings(refused=[left], doubts=[doubt], differences=[difference(1)], missing=["Wie"])
    assert all(group.is_warning for group in groups)
    assert shown(groups) == (
        "Past niet in het plan, dat daar houdt wat er stond (1):\n"
        "  - Acties, rij 2\n    In Word staat: voorjaar\n    Dit is geen datum.\n"
        "Let op (1):\n"
        "  - Doel\n"
        "    In dit antwoord staat een afbeelding. (staat al als open punt bij het plan)\n"
        "Buiten de antwoorden; dit kan niet mee naar het plan (1):\n"
        "  - Bij “Doel” is de vaste tekst veranderd. Er staat nu: “Zin 1 is anders.”\n"
        "Niet gevonden, dus niet nagekeken; het plan houdt zijn tekst (1):\n"
        "  - Wie"
    )


def test_met_alles_staan_ook_de_woorden_er_die_een_zin_inkort():
    words = " ".join(f"woord{n}" for n in range(90))
    one = summary.Left("", "Bij “Doel” staat: “woord0 …”", words)
    assert "woord89" not in shown(warnings(differences=[one]))
    assert "woord89" in shown(warnings(differences=[one]), everything=True)


def test_wat_niet_past_wordt_gevouwen_en_geteld():
    groups = warnings(differences=[difference(n) for n in range(18)], missing=["Wie", "Wat"])
    assert shown(groups, rows=8) == (
        "Buiten de antwoorden; dit kan niet mee naar het plan (18):\n"
        "  - Doel (gewijzigd): “Zin 0 is anders.”\n"
        "  - Doel (gewijzigd): “Zin 1 is anders.”\n"
        "  - Doel (gewijzigd): “Zin 2 is anders.”\n"
        "  en nog 15\n"
        "Niet gevonden, dus niet nagekeken; het plan houdt zijn tekst (2):\n"
        "  - Wie\n  - Wat"
    )
    assert not summary.is_heel(groups, summary.show_groups(groups, 80, 8), 80)
    assert summary.is_heel(groups, summary.show_groups(groups, 80, None), 80)


def test_altijd_een_scherm_en_altijd_elk_aantal():
    counts = st.tuples(*[st.integers(0, 30)] * 4)

    @trials(40)
    @given(counts, st.integers(10, 40))
    def try_it(counts, rows):
        ways = [way(Oordeel.OVERGENOMEN, LANG)] * counts[0] + [way(Oordeel.BOTSING, LANG)] * counts[
            1
        ]
        groups = [
            *summary.answer_groups(ways, 80, saved=True, kleur=False),
            *warnings(
                differences=[difference(n) for n in range(counts[2])], missing=["Wie"] * counts[3]
            ),
        ]
        text = shown(groups, rows=rows)
        assert not text or text.count("\n") + 1 <= max(rows, 3 * sum(map(bool, counts)))
        for count, title in zip(
            counts, ("Overgenomen", "Zelf te kiezen", "Buiten", "Niet gevonden"), strict=True
        ):
            assert (f"({count}):" in text and title in text) == bool(count) or not count

    try_it()
