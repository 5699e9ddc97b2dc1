"""The question set that is made ready with the wheel is the one in the file."""

from __future__ import annotations

import types
from typing import TYPE_CHECKING

import pytest

from uitvoeringsplan.files.lookup import find_vragen
from uitvoeringsplan.tasks.ready_made import make_question_set
from uitvoeringsplan.vragenlijst import vragenbestand
from uitvoeringsplan.vragenlijst.question_set_reader import read_vragenlijst

if TYPE_CHECKING:
    from pathlib import Path

# What the shipped set has no example of: conditions, and bounds of every kind.
MORE = """
  - id: extra
    titel: Extra
    vragen:
      - id: hoeveel
        label: Hoeveel
        vraag: Hoeveel?
        type: getal
        als: status = vastgesteld en (gemeente is leeg of niet periode-van = "2027")
        controle:
          min: 1
          max: 9
          melding: "Een 'getal' van 1 tot 9, met \\\\ en “aanhaling”."
      - id: vorm
        label: Vorm
        vraag: Welke vorm?
        type: regel
        was: [vroeger, eerder]
        controle:
          patroon: "[a-z]'+\\\\d"
"""


def made(path: Path) -> types.ModuleType:
    module = types.ModuleType("question_set")
    exec(make_question_set(path), vars(module))  # noqa: S102 - what the wheel does
    return module


@pytest.fixture(params=["", MORE], ids=["meegeleverd", "uitgebreid"])
def vragen(request, tmp_path) -> Path:
    path = tmp_path / "vragen.yaml"
    path.write_text(find_vragen().read_text("utf-8") + request.param, "utf-8")
    return path


def test_de_klaargemaakte_vragenlijst_is_die_van_het_bestand(vragen, monkeypatch):
    module = made(vragen)
    reading = read_vragenlijst(vragen.read_bytes(), vragen)
    assert module.load() == reading
    assert module.load().vragen == reading.vragen
    monkeypatch.setattr(vragenbestand, "import_module", lambda _: module)
    monkeypatch.setattr(module, "load", lambda: "klaar")
    assert vragenbestand.load_vragenlijst(vragen) == "klaar"


def test_een_ander_bestand_wordt_gelezen(vragen, monkeypatch):
    monkeypatch.setattr(vragenbestand, "import_module", lambda _: made(find_vragen()))
    otherwise = vragen.read_text("utf-8").replace("titel: ", "titel: Ander ", 1)
    vragen.write_text(otherwise, "utf-8")
    assert vragenbestand.load_vragenlijst(vragen).titel.startswith("Ander ")


def test_in_een_kloon_wordt_het_bestand_gelezen():
    assert vragenbestand.find_ready(find_vragen().read_bytes()) is None
