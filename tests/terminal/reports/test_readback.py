"""What `inlezen` says: of what will happen, of what has happened, and of a clash."""

from __future__ import annotations

from pathlib import Path

import pytest

from uitvoeringsplan.model.three_way import Oordeel, ThreeWay, VasteTekst
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Kolom, Vraag
from uitvoeringsplan.terminal.reports import readback

VRAAG = Vraag(id="doel", label="Doel", vraag="Wat is het doel?")
TABEL = Vraag(
    id="acties", label="Acties", vraag="Welke?", type=TYPES["tabel"],
    kolommen=(Kolom("actie", "Actie"),),
)  # fmt: skip
PLAN = Path("a.plan.yaml")
LANG = "\n\n".join(f"Alinea {n} is gelijk gebleven en blijft dat ook." for n in range(8))


def weg(oordeel, tekst, plan="in plan", word="in Word", basis="was", vraag=VRAAG, **meer):
    return ThreeWay(vraag, plan, word, basis, oordeel, tekst, **meer)


@pytest.mark.parametrize(
    ("een", "straks", "nu"),
    [
        (weg(Oordeel.OVERGENOMEN, "in Word"), "wordt overgenomen uit Word", "overgenomen uit Word"),
        (weg(Oordeel.OVERGENOMEN, "", word=""), "wordt leeggemaakt, net als in Word",
         "leeggemaakt, net als in Word"),
    ],
)  # fmt: skip
def test_wat_nog_niet_bewaard_is_wordt_pas_overgenomen(een, straks, nu):
    assert readback.answer_lines([een], 100, bewaard=False) == [f"  - Doel (doel): {straks}"]
    assert readback.answer_lines([een], 100, bewaard=True) == [f"  - Doel (doel): {nu}"]


@pytest.mark.parametrize(
    ("bewaard", "wat", "kop"),
    [
        (False, "wordt samengevoegd", "Zo komt het er te staan:"),
        (True, "samengevoegd", "Zo staat het er nu:"),
    ],
)
def test_wat_samengevoegd_is_staat_erbij(bewaard, wat, kop):
    een = weg(Oordeel.SAMENGEVOEGD, "Elke wijk doet mee.\n\n- en iedereen")
    assert readback.answer_lines([een], 100, bewaard=bewaard) == [
        f"  - Doel (doel): {wat}: Word en het plan veranderden andere zinnen",
        f"    {kop}\n      Elke wijk doet mee.\n\n      - en iedereen\n",
    ]


UITLEG = (
    "Zo lees je dit: [-weg-] staat er niet meer; {+erbij+} is nieuw; … is tekst die\ngelijk bleef."
)


def test_van_een_lang_samengevoegd_antwoord_staat_er_wat_van_wie_kwam(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    plan, word, samen = (
        f"De wijk {a}.\n\n{LANG}\n\nHet gaat {b} vooruit."
        for a, b in (("wacht", "snel"), ("werkt", "hard"), ("wacht", "hard"))
    )
    een = weg(Oordeel.SAMENGEVOEGD, samen, plan, word)
    uitleg, _, getoond = readback.answer_lines([een], 80, bewaard=True)
    assert uitleg == UITLEG
    assert getoond == (
        "    Uit Word kwam:\n      …\n      Het gaat [-snel-]{+hard+} vooruit.\n"
        "    Uit het plan bleef:\n      De wijk [-werkt-]{+wacht+}.\n      …\n"
    )


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        ("in plan", "de tekst van het plan"),
        ("in Word", "de tekst uit Word"),
        ("in plan\n\nin Word", "beide, onder elkaar"),
        ("iets anders", "een nieuwe tekst"),
    ],
)
def test_wat_de_gebruiker_koos(tekst, woorden):
    regels = readback.answer_lines([weg(Oordeel.GEKOZEN, tekst)], 100, bewaard=True)
    assert regels == [f"  - Doel (doel): gekozen: {woorden}"]


def test_wat_blijft_zoals_het_was_wordt_niet_genoemd():
    wegen = [weg(Oordeel.GELIJK, "in plan"), weg(Oordeel.BEHOUDEN, "in plan")]
    assert readback.answer_lines(wegen, 100, bewaard=True) == []


def test_een_botsing_en_een_twijfel():
    botst = weg(Oordeel.BOTSING, "in plan")
    wegen = [botst, botst._replace(is_gemerkt=False), botst._replace(is_zeker=False)]
    assert [r.partition("): ")[2] for r in readback.answer_lines(wegen, 100, bewaard=False)] == [
        "botsing: Word en het plan zijn allebei veranderd",
        "botsing: Word en het plan verschillen; wie wat veranderde is niet te zien",
        "twijfel: kijk of de tekst uit Word klopt",
    ]


def botsing(*teksten, heel=False, vraag=VRAAG):
    basis, plan, word = teksten
    een = weg(Oordeel.BOTSING, plan, plan, word, basis, vraag)
    return readback.render_clash(een, 80, kleur=False, heel=heel)


def test_korte_teksten_staan_er_heel():
    assert botsing("Was.", "Plan.", "") == (
        "Doel (doel)\n\nHet was:\n  Was.\n\nIn het plan staat:\n  Plan.\n\nIn Word staat:\n"
        "  (leeg)\n",
        True,
    )


def test_van_lange_teksten_staat_er_wat_veranderde(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    teksten = [f"{LANG}\n\nHet gaat {woord} vooruit." for woord in ("snel", "traag", "hard")]
    assert botsing(*teksten) == (
        f"Doel (doel)\n\n{UITLEG}\n\nVeranderd in het plan:\n"
        "  …\n  Het gaat [-snel-]{+traag+} vooruit.\n\n"
        "Veranderd in Word:\n  …\n  Het gaat [-snel-]{+hard+} vooruit.\n",
        False,
    )
    zonder = botsing(None, *teksten[1:])
    assert zonder.tekst.startswith(f"Doel (doel)\n\n{UITLEG}\n\nVan het plan naar Word:\n")
    assert "Het gaat [-traag-]{+hard+} vooruit." in zonder.tekst
    heel = botsing(*teksten, heel=True)
    assert heel.is_heel
    assert all(f"  Het gaat {woord} vooruit." in heel.tekst for woord in ("snel", "traag", "hard"))


def test_een_oude_tabel_met_andere_kolommen_staat_er_heel():
    rijen = [f"| actie {n} |" for n in range(20)]
    nu, word = "\n".join(rijen), "\n".join(rijen[1:])
    assert not botsing(None, nu, word, vraag=TABEL).is_heel
    assert botsing("| a | b |\n" * 20, nu, word, vraag=TABEL).is_heel


def test_vooraf_past_het_aantal_en_de_breedte():
    een = readback.before_choosing(1, 40)
    assert een.startswith("Bij 1 antwoord moet je zelf kiezen")
    assert "Bij 3 antwoorden" in readback.before_choosing(3, 40)
    assert max(map(len, een.split("\n"))) <= 40


@pytest.mark.parametrize(
    ("wegen", "punten", "bewaard", "zin"),
    [
        ([], (0, 0), True, "Er is niets nieuws voor a.plan.yaml."),
        ([weg(Oordeel.GEKOZEN, "in plan")], (0, 0), True, "a.plan.yaml blijft zoals het was."),
        ([weg(Oordeel.GEKOZEN, "x")], (0, 0), True, "a.plan.yaml: 1 antwoord bijgewerkt."),
        ([weg(Oordeel.OVERGENOMEN, "x")] * 2, (1, 2), True,
         "a.plan.yaml: 2 antwoorden bijgewerkt, 1 open punt erbij, 2 punten gesloten."),
        ([], (2, 1), False,
         "Zonder --proef wordt dit in a.plan.yaml: 2 open punten erbij, 1 punt gesloten."
         " Er is niets bewaard."),
    ],
)  # fmt: skip
def test_de_laatste_regel(wegen, punten, bewaard, zin):
    telling = readback.PointCounts(*punten)
    slot = readback.last_line(wegen, telling, PLAN, bewaard=bewaard, verder_gelijk=True)
    assert slot == zin


def test_niets_nieuws_is_alleen_te_zeggen_als_alles_gelijk_is():
    slot = readback.last_line([], readback.PointCounts(), PLAN, bewaard=True, verder_gelijk=False)
    assert slot == "Geen antwoord verandert in a.plan.yaml. Lees wel wat hierboven staat."


def test_wat_buiten_de_antwoorden_staat():
    assert readback.outside_answers(VasteTekst(is_bekend=True), 80) == []
    (een,) = readback.outside_answers(VasteTekst(is_bekend=False), 200)
    assert "is niet te zien" in een
    zin, raad = readback.outside_answers(
        VasteTekst(is_bekend=True, verschillen=("Bij “Doel” staat iets.",)), 200
    )
    assert zin == "  Let op: Bij “Doel” staat iets."
    assert "kan niet mee naar het plan" in raad


def test_open_wijzigingen_in_de_kop():
    heen = readback.heading(Path("a.docx"), 60, heeft_wijzigingen=True, aangenomen=True)
    weer = readback.heading(Path("a.docx"), 60, heeft_wijzigingen=True, aangenomen=False)
    assert "tellen hier als aangenomen. Met" in " ".join(heen.split())
    assert " ".join(weer.split()).endswith("tellen hier als verworpen.")
    assert max(map(len, heen.split("\n"))) <= 60
