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
    lijst = builder.met_vraag(builder.lijst.vraag("eerste")._replace(standaard=standaard, als=als))
    sjabloon = builder.open(builder.docx())
    velden = {"gemeente": "Gouda"}
    verborgen = fill(sjabloon, lijst, builder.plan(velden, eerste="tekst", tweede="- punt"))
    gelezen = builder.lees(verborgen)
    assert gelezen.veldtekst("eerste") == [PLAATSHOUDER]
    assert gelezen.veldtekst("tweede") == ["punt"]
    assert verborgen == fill(sjabloon, lijst, builder.plan(velden, tweede="- punt"))
    getoond = fill(sjabloon, lijst, builder.plan({"gemeente": "Delft"}, eerste="tekst"))
    assert builder.lees(getoond).veldtekst("eerste") == ["tekst"]
    for data, afdruk in ((verborgen, ""), (getoond, fingerprint("tekst"))):
        eigen = read_custom(builder.lees(data).delen["docProps/custom.xml"])
        assert eigen["antwoord.eerste"] == afdruk
