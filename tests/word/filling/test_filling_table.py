"""A table inside a line, and hidden questions in a document."""

from __future__ import annotations

import pytest
from bouwdoos import PLAATSHOUDER

from uitvoeringsplan.model.fingerprint import vingerafdruk
from uitvoeringsplan.model.types.registry import TYPES
from uitvoeringsplan.model.voorwaarde import lees_voorwaarde
from uitvoeringsplan.model.vraag import Kolom
from uitvoeringsplan.word.filling.filling import vul_in
from uitvoeringsplan.word.filling.properties import lees_eigen
from uitvoeringsplan.word.writing.control_content import veldtekst

KOLOMMEN = (
    Kolom("wie", "Wie"),
    Kolom("wat", "Wat"),
    Kolom("dag", "Dag", TYPES["datum"]),
)


def test_een_tabel_in_een_regel(doos):
    leden = doos.lijst.vraag("leden")._replace(type=TYPES["tabel"], kolommen=KOLOMMEN)
    assert veldtekst(leden, "| A | x |  |\n| B |  |  |") == "Wie: A; Wat: x; Wie: B"


@pytest.mark.parametrize("standaard", ["", "Wat er anders staat."])
def test_een_verborgen_vraag_houdt_haar_plaatshouder(doos, standaard):
    als = lees_voorwaarde("gemeente = delft")
    lijst = doos.met_vraag(doos.lijst.vraag("eerste")._replace(standaard=standaard, als=als))
    sjabloon = doos.open(doos.docx())
    velden = {"gemeente": "Gouda"}
    verborgen = vul_in(sjabloon, lijst, doos.plan(velden, eerste="tekst", tweede="- punt"))
    gelezen = doos.lees(verborgen)
    assert gelezen.veldtekst("eerste") == [PLAATSHOUDER]
    assert gelezen.veldtekst("tweede") == ["punt"]
    assert verborgen == vul_in(sjabloon, lijst, doos.plan(velden, tweede="- punt"))
    getoond = vul_in(sjabloon, lijst, doos.plan({"gemeente": "Delft"}, eerste="tekst"))
    assert doos.lees(getoond).veldtekst("eerste") == ["tekst"]
    for data, afdruk in ((verborgen, ""), (getoond, vingerafdruk("tekst"))):
        eigen = lees_eigen(doos.lees(data).delen["docProps/custom.xml"])
        assert eigen["antwoord.eerste"] == afdruk
