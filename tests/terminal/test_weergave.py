from __future__ import annotations

import os

import pytest

from uitvoeringsplan.model.beurt import Beurt, Stap
from uitvoeringsplan.model.plan import Stand
from uitvoeringsplan.model.vraag import Hulpmiddel, Vraag
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Onderdeel
from uitvoeringsplan.terminal import weergave
from uitvoeringsplan.terminal.weergave import balk, breedte, hulpmiddel, standregel, vouw, vraagkop


@pytest.mark.parametrize(
    ("gedaan", "totaal", "verwacht"),
    [
        (0, 20, "[....................] 0/20"),
        (7, 20, "[#######.............] 7/20"),
        (19, 20, "[###################.] 19/20"),
        (20, 20, "[####################] 20/20"),
        (341, 342, "[###################.] 341/342"),
        (0, 0, "[####################] 0/0"),
    ],
)
def test_de_balk(gedaan, totaal, verwacht):
    assert balk(gedaan, totaal) == verwacht
    assert verwacht.isascii()


@pytest.mark.parametrize(("kolommen", "verwacht"), [(10, 20), (80, 80), (300, 88)])
def test_de_breedte(monkeypatch, kolommen, verwacht):
    maat = os.terminal_size((kolommen, 24))
    monkeypatch.setattr(weergave.shutil, "get_terminal_size", lambda _: maat)
    assert breedte() == verwacht


def test_vouwen_houdt_regels_en_hangt_punten_in():
    tekst = "Een zin die te lang is voor de regel.\n\n- een punt dat te lang is\n  - dieper en lang"
    assert vouw(tekst, 20, "  ").split("\n") == [
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
    assert adres in vouw(f"Zie {adres} voor meer.", 30).split("\n")


def test_een_hulpmiddel_met_en_zonder_adres():
    assert hulpmiddel(Hulpmiddel("a", "Titel", "https://a.nl"), 40) == "  - Titel\n    https://a.nl"
    assert hulpmiddel(Hulpmiddel("a", "Titel"), 40) == "  - Titel"


def beurt(**opties) -> Beurt:
    vraag = Vraag(
        id="v",
        label="L",
        vraag="Wat wil de gemeente?",
        toelichting="Denk aan wonen.",
        hulpmiddelen=(Hulpmiddel("h", "Handreiking", "https://h.nl"),),
        **opties,
    )
    return Beurt(Stap(vraag, "Doel: Wonen", "Eerst het doel."), "", 3, 20)


def test_alles_wat_boven_de_invoer_staat():
    assert vraagkop(beurt(), 80).split("\n") == [
        "Doel: Wonen",
        "[###.................] 3/20",
        "",
        "Eerst het doel.",
        "",
        "Wat wil de gemeente?",
        "",
        "  Denk aan wonen.",
        "",
        "  Hulp hierbij:",
        "  - Handreiking",
        "    https://h.nl",
    ]


def test_het_voorbeeld_staat_er_niet_ongevraagd_bij():
    assert "geheim" not in vraagkop(beurt(voorbeeld="geheim"), 80)


@pytest.mark.parametrize("kolommen", [20, 40, 88])
def test_past_in_het_venster(kolommen):
    regels = vraagkop(beurt(), kolommen).split("\n")
    assert max(map(len, regels)) <= kolommen


def test_de_regel_van_een_onderdeel():
    vragen = tuple(Vraag(id=n, label=n, vraag=n) for n in "ab")
    onderdeel = Onderdeel("o", "Wonen", Hoofdstuk("h", "Doel"), vragen)
    assert standregel(Stand(onderdeel, vragen[1:])) == "[ ] 1/2  Wonen"
    assert standregel(Stand(onderdeel, ())) == "[x] 2/2  Wonen"
