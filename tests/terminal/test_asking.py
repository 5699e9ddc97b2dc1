"""X"""

from __future__ import annotations

import os
import shutil

import pytest

from uitvoeringsplan.files.lookup import find_vragen
from uitvoeringsplan.model.beurt import Beurt, Plek, Positie, Stap, list_steps
from uitvoeringsplan.model.plan import Plan, Stand, voortgang
from uitvoeringsplan.model.vraag import Hulpmiddel, Verplicht, Vraag
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Onderdeel, Vragenlijst
from uitvoeringsplan.terminal import wrapping
from uitvoeringsplan.terminal.asking import (
    choice_line,
    guidance_lines,
    part_line,
    place_line,
    progress_lines,
    question_state,
    tool_lines,
    tool_text,
    two_texts,
)
from uitvoeringsplan.terminal.wrapping import text_width, wrap_text
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst


@pytest.mark.parametrize(("kolommen", "expected"), [(10, 20), (80, 80), (300, 88)])
def test_de_breedte(monkeypatch, kolommen, expected):
    size = os.terminal_size((kolommen, 24))
    monkeypatch.setattr(shutil, "get_terminal_size", lambda _: size)
    assert text_width() == expected


def test_vouwen_houdt_regels_en_hangt_punten_in():
    text = "Een zin die te lang is voor de regel.\n\n- een punt dat te lang is\n  - dieper en lang"
    assert wrap_text(text, 20, "  ").split("\n") == [
        "  Een zin die te",
        "  lang is voor de",
        "  regel.",
        "",
        "  - een punt dat te",
        "    lang is",
        "    - dieper en lang",
    ]


def test_een_adres_wordt_niet_afgebroken():
    adres = "https://www.voorbeeld.nl/een-heel-lang-adres-dat-niet-past"
    assert adres in wrap_text(f"Zie {adres} voor meer.", 30).split("\n")


def test_een_hulpmiddel_met_en_zonder_adres():
    assert tool_text(Hulpmiddel("a", "Titel", "https://a.nl"), 40) == "  - Titel\n    https://a.nl"
    assert tool_text(Hulpmiddel("a", "Titel"), 40) == "  - Titel"


def beurt(**options) -> Beurt:
    vraag = Vraag(
        id="v",
        label="L",
        vraag="Wat wil de gemeente?",
        toelichting="Denk aan wonen.",
        hulpmiddelen=(Hulpmiddel("h", "Handreiking", "https://h.nl"),),
        **options,
    )
    return Beurt(Stap(vraag, "Doel: Wonen", "Eerst het doel."), "", 3, 20)


def test_waar_een_vraag_staat():
    without = beurt()
    assert place_line(without) == "Doel: Wonen"
    met = without._replace(positie=Positie("vraag", 7, 20, 1, 3))
    assert place_line(met) == "vraag 7 van 20 | Doel: Wonen (1 van 3 klaar)"


def test_de_uitleg_bij_een_vraag():
    assert guidance_lines(beurt(), 80) == [
        "Denk aan wonen.",
        "",
        "Deze vraag mag je overslaan.",
        "",
        "Eerst het doel.",
    ]


def test_de_hulpmiddelen_bij_een_vraag():
    assert tool_lines(beurt().stap.vraag, 80) == ["  - Handreiking", "    https://h.nl"]
    without = Vraag(id="v", label="L", vraag="?")
    assert tool_lines(without, 80) == ["Bij deze vraag zijn geen hulpmiddelen."]


def test_de_regel_van_een_onderdeel():
    vragen = tuple(Vraag(id=n, label=n, vraag=n) for n in "ab")
    onderdeel = Onderdeel("o", "Wonen", Hoofdstuk("h", "Doel"), vragen)
    assert part_line(Stand(onderdeel, vragen[1:])) == "[ ] 1/2  Wonen"
    assert part_line(Stand(onderdeel, ())) == "[x] 2/2  Wonen"


@pytest.mark.parametrize(
    ("verplicht", "zin"),
    [
        (Verplicht.NEE, "Deze vraag mag je overslaan."),
        (Verplicht.ALTIJD, "Deze vraag is verplicht. Je mag haar wel even overslaan."),
        (Verplicht.VASTGESTELD, "Deze vraag is verplicht zodra het plan is vastgesteld."),
    ],
)
def test_er_staat_of_een_antwoord_moet(verplicht, zin):
    assert zin in guidance_lines(beurt(verplicht=verplicht), 80)


def test_een_venster_van_windows_heeft_een_kolom_minder(monkeypatch):
    class Os:
        name = "nt"

    monkeypatch.setattr(shutil, "get_terminal_size", lambda _: os.terminal_size((80, 24)))
    monkeypatch.setattr(wrapping, "os", Os)
    assert text_width() == 79


def test_een_lang_woord_past_ook_in_een_smal_venster():
    word = "verantwoordelijkheidsverdeling"
    assert wrap_text(f"De {word}.", 20).replace("\n", "").replace(" ", "") == f"De{word}."
    assert max(map(len, wrap_text(f"De {word}.", 20).split("\n"))) <= 20


def test_genummerde_punten_hangen_in():
    assert wrap_text("12. een punt dat te lang is", 20) == "12. een punt dat te\n    lang is"


def test_een_hulpmiddel_zonder_adres_zegt_waarom():
    assert tool_text(Hulpmiddel("a", "Titel", opmerking="Staat op papier."), 40) == (
        "  - Titel\n    Staat op papier."
    )


LIJST = Vragenlijst(
    "p",
    "1",
    "P",
    "p.docx",
    (Vraag(id="gemeente", label="Gemeente", vraag="?", verplicht=Verplicht.ALTIJD),),
    (
        Hoofdstuk("a", "Ambitie en doelstellingen", vragen=(Vraag(id="x", label="X", vraag="?"),)),
        Hoofdstuk("b", "Werk", vragen=(Vraag(id="y", label="Y", vraag="?"),)),
    ),
)


def test_het_overzicht():
    stand = voortgang(LIJST, Plan("p", "1", {}, {"y": "ja"}))
    assert progress_lines(stand, 80).split("\n") == [
        "",
        "[##########..........] 1/2",
        "[ ] 0/1  Ambitie en doelstellingen",
        "[x] 1/1  Werk",
        "Nog nodig: Gemeente.",
        "",
    ]


def test_het_overzicht_in_twintig_kolommen():
    stand = voortgang(LIJST, Plan("p", "1", {}, {"y": "ja"}))
    assert progress_lines(stand, 20).split("\n") == [
        "",
        "[####....] 1/2",
        "[ ] 0/1  Ambitie en",
        "      doelstellingen",
        "[x] 1/1  Werk",
        "Nog nodig: Gemeente.",
        "",
    ]


@pytest.mark.parametrize("kolommen", [20, 40, 80])
def test_de_uitleg_van_elke_vraag_past_in_het_venster(kolommen):
    """Only an address may be longer than the window: it must stay whole to be of use."""
    lijst = load_vragenlijst(find_vragen())
    for stap in list_steps(lijst):
        beurt = Beurt(stap, "", 7, 20)
        lines = [*guidance_lines(beurt, kolommen), *tool_lines(stap.vraag, kolommen)]
        lang = [line for line in lines if len(line) > kolommen]
        assert [line for line in lang if "://" not in line] == []
    stand = progress_lines(voortgang(lijst, Plan("p", "1")), kolommen)
    assert max(map(len, stand.split("\n"))) <= kolommen


def test_twee_teksten_onder_elkaar():
    text = two_texts(Vraag(id="v", label="Ambitie", vraag="?"), "mijn\n\n- punt", "", 80)
    assert "“Ambitie”" in text
    assert "In het bestand staat:\n  (leeg)" in text
    assert "Jij schreef:\n  mijn\n\n  - punt" in text


@pytest.mark.parametrize(
    ("how", "word"),
    [
        ({"is_open": True}, "open"),
        ({"is_open": False, "is_filled": True}, "ingevuld"),
        ({"is_open": False}, "naar keuze"),
        ({"is_open": True, "has_concept": True}, "concept"),
        ({"is_open": False, "is_filled": True, "has_concept": True}, "concept"),
    ],
)
def test_hoe_ver_een_vraag_is(how, word):
    assert question_state(Plek("v", "Ambitie", "Borgen", **how)) == word


def test_een_keuze_in_een_smal_venster_is_helemaal_te_lezen():
    assert choice_line("kort", 20) == "kort"
    lines = choice_line("open  naar de eerste open vraag", 20).split("\n")
    assert max(map(len, lines)) <= 16  # the pointer stands before it
    assert " ".join(" ".join(lines).split()) == "open naar de eerste open vraag"
    assert all(line.startswith("  ") for line in lines[1:])
    assert choice_line("      ingesprongen", 40) == "      ingesprongen"
    assert choice_line("", 20) == ""
