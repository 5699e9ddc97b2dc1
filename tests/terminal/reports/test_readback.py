"""What `inlezen` says: of what will happen, of what has happened, and of a clash."""

from __future__ import annotations

from pathlib import Path

import pytest

from uitvoeringsplan.model.three_way import (
    FixedChange,
    FixedDifference,
    Oordeel,
    ThreeWay,
    VasteTekst,
)
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


def way(oordeel, text, plan="in plan", word="in Word", basis="was", vraag=VRAAG, **more):
    return ThreeWay(vraag, plan, word, basis, oordeel, text, **more)


EXPLANATION = (
    "Zo lees je dit: [-weg-] staat er niet meer; {+erbij+} is nieuw; … is tekst die\ngelijk bleef."
)


def clash(*texts, heel=False, vraag=VRAAG):
    basis, plan, word = texts
    one = way(Oordeel.BOTSING, plan, plan, word, basis, vraag)
    return readback.render_clash(one, 80, kleur=False, heel=heel)


def test_korte_teksten_staan_er_heel():
    assert clash("Was.", "Plan.", "") == (
        "Doel (doel)\n\nHet was:\n  Was.\n\nIn het plan staat:\n  Plan.\n\nIn Word staat:\n"
        "  (leeg)\n",
        True,
    )


def test_van_lange_teksten_staat_er_wat_veranderde(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    texts = [f"{LANG}\n\nHet gaat {word} vooruit." for word in ("snel", "traag", "hard")]
    assert clash(*texts) == (
        f"Doel (doel)\n\n{EXPLANATION}\n\nVeranderd in het plan:\n"
        "  …\n  Het gaat [-snel-]{+traag+} vooruit.\n\n"
        "Veranderd in Word:\n  …\n  Het gaat [-snel-]{+hard+} vooruit.\n",
        False,
    )
    without = clash(None, *texts[1:])
    assert without.text.startswith(f"Doel (doel)\n\n{EXPLANATION}\n\nVan het plan naar Word:\n")
    assert "Het gaat [-traag-]{+hard+} vooruit." in without.text
    heel = clash(*texts, heel=True)
    assert heel.is_heel
    assert all(f"  Het gaat {word} vooruit." in heel.text for word in ("snel", "traag", "hard"))


def test_een_oude_tabel_met_andere_kolommen_staat_er_heel():
    rijen = [f"| actie {n} |" for n in range(20)]
    nu, word = "\n".join(rijen), "\n".join(rijen[1:])
    assert not clash(None, nu, word, vraag=TABEL).is_heel
    assert clash("| a | b |\n" * 20, nu, word, vraag=TABEL).is_heel


def test_vooraf_past_het_aantal_en_de_breedte():
    one = readback.before_choosing(1, 40)
    assert one.startswith("Bij 1 antwoord moet je zelf kiezen")
    assert "Bij 3 antwoorden" in readback.before_choosing(3, 40)
    assert max(map(len, one.split("\n"))) <= 40


@pytest.mark.parametrize(
    ("ways", "punten", "saved", "zin"),
    [
        ([], (0, 0), True, "Er is niets nieuws voor a.plan.yaml."),
        ([way(Oordeel.GEKOZEN, "in plan")], (0, 0), True, "a.plan.yaml blijft zoals het was."),
        ([way(Oordeel.GEKOZEN, "x")], (0, 0), True, "a.plan.yaml: 1 antwoord bijgewerkt."),
        ([way(Oordeel.OVERGENOMEN, "x")] * 2, (1, 2), True,
         "a.plan.yaml: 2 antwoorden bijgewerkt, 1 open punt erbij, 2 punten gesloten."),
        ([], (2, 1, 3), False,
         "Zonder --proef wordt dit in a.plan.yaml: 5 open punten erbij, 1 punt gesloten."
         " Er is niets bewaard."),
    ],
)  # fmt: skip
def test_de_laatste_regel(ways, punten, saved, zin):
    telling = readback.PointCounts(*punten)
    slot = readback.last_line(ways, telling, PLAN, saved=saved, otherwise_equal=True)
    assert slot == zin


def test_niets_nieuws_is_alleen_te_zeggen_als_alles_gelijk_is():
    slot = readback.last_line([], readback.PointCounts(), PLAN, saved=True, otherwise_equal=False)
    assert slot == "Geen antwoord verandert in a.plan.yaml. Lees wel wat hierboven staat."


def test_wat_buiten_de_antwoorden_staat():
    assert readback.outside_answers(VasteTekst(is_known=True), 80) == []
    (one,) = readback.outside_answers(VasteTekst(is_known=False), 200)
    assert "is niet te zien" in one
    one = FixedDifference("Bij “Doel” staat iets.", FixedChange.NEW, "Doel", "iets")
    zin, guess = readback.outside_answers(VasteTekst(is_known=True, verschillen=(one,)), 200)
    assert zin == "  Let op: Bij “Doel” staat iets."
    assert "kan niet mee naar het plan" in guess
    assert "als open punt" in guess
    many = VasteTekst(is_known=True, verschillen=(one,) * 25)
    *_, last, _ = readback.outside_answers(many, 200)
    assert last.startswith("  Let op: Op nog 6 plaatsen is het document anders;")


def test_open_wijzigingen_in_de_kop():
    there = readback.heading(Path("a.docx"), 60, has_wijzigingen=True, assumed=True)
    weer = readback.heading(Path("a.docx"), 60, has_wijzigingen=True, assumed=False)
    assert "tellen hier als aangenomen. Met" in " ".join(there.split())
    assert " ".join(weer.split()).endswith("tellen hier als verworpen.")
    assert max(map(len, there.split("\n"))) <= 60
