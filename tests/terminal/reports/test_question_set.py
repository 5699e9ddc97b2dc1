from __future__ import annotations

from pathlib import Path

from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.voorwaarde import read_voorwaarde
from uitvoeringsplan.model.vraag import Controle, Hulpmiddel, Kolom, Verplicht, Vraag
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Rij, Uitgave, Vragenlijst
from uitvoeringsplan.terminal.reports.question_set import (
    render_checked,
    render_kinds,
    render_set,
    summary_of,
)

BUDGET = Vraag(
    "budget", "Budget", "Wat kost het?", TYPES["keuze"], Verplicht.VASTGESTELD,
    "Een lange uitleg die niet op één regel past als het venster smal is, en dus doorgaat.",
    keuzes=("niets", "veel"), standaard="veel", als=read_voorwaarde("gemeente is ingevuld"),
    leeg="Geen geld.", was=("geld",), hulpmiddelen=(Hulpmiddel("gids", "De gids"),),
)  # fmt: skip
ACTIES = Vraag(
    "acties", "Acties", "Wat doe je?", TYPES["tabel"], sorteer="start",
    kolommen=(
        Kolom("wie", "Wie", TYPES["regel"], verplicht=True, is_functie=True),
        Kolom("stand", "Stand", TYPES["keuze"], ("loopt", "klaar")),
    ),
    controle=Controle(min=1, max=9),
)  # fmt: skip
LIJST = Vragenlijst(
    "wonen", "2", "Samen wonen", "wonen.docx",
    (Vraag("gemeente", "Gemeente", "Welke?", TYPES["regel"], Verplicht.ALTIJD),),
    (
        Hoofdstuk("een", "Eerste", "Waar het over gaat.", (BUDGET,)),
        Hoofdstuk("twee", "Tweede", rijen=(Rij("r", "Rij", "Wat.", "Hoe.", "", (ACTIES,)),),
                  is_optioneel=True, is_intern=True),
    ),
    intern=Uitgave("Binnen", "binnen.docx"),
)  # fmt: skip
TEXT = """\
Samen wonen
soort wonen, versie 2, uit wonen/vragen.yaml
sjabloon wonen.docx
intern: Binnen, sjabloon binnen.docx

Gegevens van het plan (1)

  gemeente: Gemeente  [regel, altijd verplicht]
    Welke?

Eerste
  Waar het over gaat.

  budget: Budget  [keuze, verplicht vanaf vastgesteld]
    Wat kost het?
    keuzes: niets / veel
    als: gemeente is ingevuld
    standaard: veel
    leeg: Geen geld.
    was: geld
    hulpmiddelen: De gids
    Een lange uitleg die niet op één regel past als het venster
    smal is, en dus doorgaat.

Tweede (naar keuze, intern)

  Rij
  wat: Wat.
  hoe: Hoe.

  acties: Acties  [tabel]
    Wat doe je?
    kolom wie (regel, in elke rij, een functie, geen naam)
    kolom stand (keuze): loopt / klaar
    min: 1
    max: 9
    sorteer: start"""


def test_alles_van_een_vragenlijst_is_te_lezen(monkeypatch):
    monkeypatch.setenv("COLUMNS", "64")
    assert render_set(LIJST, Path("wonen/vragen.yaml")) == TEXT


def test_welke_soorten_er_zijn():
    said = render_kinds(
        [("wonen", "2", "Samen wonen", "G:\\wonen"), ("a", "1", "A", "meegeleverd")]
    )
    assert said == (
        "wonen: Samen wonen\n    versie 2, G:\\wonen\na: A\n    versie 1, meegeleverd\n\n"
        "Een ervan zien: uitvoeringsplan vragen toon SOORT"
    )


def test_wat_er_gevonden_is():
    path = Path("v.yaml")
    summary = summary_of(LIJST, [Path("wonen.docx")])
    assert summary == "soort wonen, 2 vragen, 1 gegeven, sjabloon wonen.docx"
    assert summary_of(None, []) == "de vragenlijst is niet te lezen"
    assert summary_of(LIJST._replace(hoofdstukken=LIJST.hoofdstukken[:1]), []) == (
        "soort wonen, 1 vraag, 1 gegeven, sjabloon geen"
    )
    assert render_checked([], 0, path, summary) == f"v.yaml: {summary}. Er is niets mis."
    assert render_checked(["a", "b"], 1, path, "x") == "a\n\nb\n\n1 fout en 1 opmerking. v.yaml: x."
    assert render_checked(["a", "b"], 2, path, "x").endswith("\n\n2 fouten. v.yaml: x.")
    assert render_checked(["a", "b"], 0, path, "x").endswith(
        "\n\n0 fouten en 2 opmerkingen. v.yaml: x."
    )
