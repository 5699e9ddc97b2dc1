"""A table inside a line, and hidden questions in a document."""

from __future__ import annotations

import pytest

from package_builder import PLAATSHOUDER
from uitvoeringsplan.model.fingerprint import fingerprint
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.voorwaarde import read_voorwaarde
from uitvoeringsplan.model.vraag import Kolom
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.filling.properties import read_custom

KOLOMMEN = (
    Kolom("wie", "Wie"),
    Kolom("wat", "Wat"),
    Kolom("dag", "Dag", TYPES["datum"]),
)


@pytest.mark.parametrize("standaard", ["", "Wat er anders staat."])
def test_een_verborgen_vraag_houdt_haar_plaatshouder(builder, standaard):
    als = read_voorwaarde("gemeente = delft")
    lijst = builder.with_vraag(builder.lijst.vraag("eerste")._replace(standaard=standaard, als=als))
    sjabloon = builder.open(builder.docx())
    fields = {"gemeente": "Gouda"}
    hidden = fill(sjabloon, lijst, builder.plan(fields, eerste="tekst", tweede="- punt"))
    reading = builder.read(hidden)
    assert reading.field_text("eerste") == [PLAATSHOUDER]
    assert reading.field_text("tweede") == ["punt"]
    assert hidden == fill(sjabloon, lijst, builder.plan(fields, tweede="- punt"))
    shown = fill(sjabloon, lijst, builder.plan({"gemeente": "Delft"}, eerste="tekst"))
    assert builder.read(shown).field_text("eerste") == ["tekst"]
    for data, digest in ((hidden, ""), (shown, fingerprint("tekst"))):
        own = read_custom(builder.read(data).parts["docProps/custom.xml"])
        assert own["antwoord.eerste"] == digest
