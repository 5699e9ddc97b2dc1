"""Tables and hidden questions in a document."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bouwdoos import PLAATSHOUDER

from uitvoeringsplan.model.opmaak import Punt, Stuk
from uitvoeringsplan.model.vingerafdruk import vingerafdruk
from uitvoeringsplan.model.voorwaarde import lees_voorwaarde
from uitvoeringsplan.model.vraag import Kolom, VraagType
from uitvoeringsplan.word.eigenschappen import lees_eigen
from uitvoeringsplan.word.invullen import veldtekst, vul_in

KOLOMMEN = (
    Kolom("wie", "Wie"),
    Kolom("wat", "Wat"),
    Kolom("dag", "Dag", VraagType.DATUM),
)
RIJEN = "| Bo \\| Bas | **hulp** & [x](https://x.nl) | 2027-05-01 |\n| C |  |  |"


def met(doos, vraag_id: str, **anders):
    """Return the small question set in which one question is different."""
    lijst = doos.lijst

    def andere(vragen):
        return tuple(replace(v, **anders) if v.id == vraag_id else v for v in vragen)

    (hoofdstuk,) = lijst.hoofdstukken
    return replace(
        lijst,
        gegevens=andere(lijst.gegevens),
        hoofdstukken=(hoofdstuk._replace(vragen=andere(hoofdstuk.vragen)),),
    )


def test_een_tabel_wordt_een_punt_per_rij(doos):
    lijst = met(doos, "eerste", type=VraagType.TABEL, kolommen=KOLOMMEN)
    gelezen = doos.lees(vul_in(doos.open(doos.docx()), lijst, doos.plan(eerste=RIJEN)))
    assert gelezen.blokken("eerste") == (
        Punt((Stuk("Wie: Bo | Bas; Wat: **hulp** & [x](https://x.nl); Dag: 1 mei 2027"),)),
        Punt((Stuk("Wie: C"),)),
    )
    assert not gelezen.adressen()


def test_een_tabel_in_een_regel(doos):
    vraag = met(doos, "leden", type=VraagType.TABEL, kolommen=KOLOMMEN).vraag("leden")
    assert veldtekst(vraag, "| A | x |  |\n| B |  |  |") == "Wie: A; Wat: x; Wie: B"


@pytest.mark.parametrize("standaard", ["", "Wat er anders staat."])
def test_een_verborgen_vraag_houdt_haar_plaatshouder(doos, standaard):
    lijst = met(doos, "eerste", standaard=standaard, als=lees_voorwaarde("gemeente = delft"))
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
        eigen = lees_eigen(doos.open(data).pakket.inhoud("docProps/custom.xml"))
        assert eigen["antwoord.eerste"] == afdruk
