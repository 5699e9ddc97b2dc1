"""A format that we write ourselves is one module and one line."""

from __future__ import annotations

import sys
from types import ModuleType

from document_builder import document, p

from uitvoeringsplan.document import writers
from uitvoeringsplan.model.document import words
from uitvoeringsplan.tasks.output_formats import FORMATS, own_formats


def test_een_nieuw_formaat_is_een_module_en_een_regel(monkeypatch):
    module = ModuleType("woordenlijst")
    module.schrijf = lambda reading, _: " ".join(words(reading.content))
    monkeypatch.setitem(sys.modules, f"{writers.__name__}.woordenlijst", module)
    monkeypatch.setitem(writers.WRITERS, "woorden", ("woordenlijst", "schrijf"))
    assert writers.write("woorden", document(p("een twee")), None) == b"een twee"


def test_alle_formaten_staan_in_de_keuze():
    assert FORMATS[: len(writers.WRITERS)] == tuple(writers.WRITERS)
    assert list(own_formats(None, b"", [])) == []
