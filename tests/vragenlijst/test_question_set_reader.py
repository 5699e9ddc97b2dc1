from __future__ import annotations

from pathlib import Path

import pytest

from uitvoeringsplan.errors import BestandError, VragenlijstError
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Verplicht
from uitvoeringsplan.vragenlijst.question_set_reader import read_vragenlijst
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

KOP = "soort: proef\nversie: 1\ntitel: Proef\nsjabloon: p.docx\n"
V = "{id: v, label: V, vraag: V?, type: tekst}"
HOOFDSTUK = f"hoofdstukken:\n  - id: h\n    titel: H\n    vragen: [{V}]\n"
VOL = """\
soort: proef
versie: 2
titel: Proef
sjabloon: p.docx
hulpmiddelen:
  gids:
    titel: De gids
    adres: https://gids.example/x
  kaal: {titel: Zonder adres, opmerking: Op te vragen.}
gegevens:
  - {id: jaar, label: Jaar, vraag: Welk jaar?, type: getal, verplicht: altijd,
     controle: {min: 2000, max: 2100, melding: Een jaartal.}}
  - {id: status, label: S, vraag: S?, type: keuze, keuzes: [concept, vastgesteld]}
hoofdstukken:
  - id: h1
    titel: Een
    inleiding: |
      Waar het over gaat.
    vragen:
      - id: v1
        label: Eerste
        vraag: Wat is het eerste?
        type: keuze
        keuzes: [ja, "nee"]
        standaard: nee
        verplicht: vastgesteld
        toelichting: |
          Twee regels
          toelichting.
        voorbeeld: |
          - een
        hulpmiddelen: [kaal, gids]
        was: [oud-een]
  - id: h2
    titel: Twee
    rijen:
      - {id: r1, titel: Rij, wat: Wat., hoe: Hoe., vragen: [{id: v2, label: L, vraag: Q?,
         type: regel, controle: {patroon: "gm[0-9]{4}", hoofdletters: nee}}]}
      - {id: r2, titel: Vast, lokaal: Niets.}
"""


def lees(tekst: str):
    return read_vragenlijst(tekst.encode(), "map/vragen.yaml")


def test_alles_wat_een_vragenlijst_kan_hebben():
    lijst = lees(VOL)
    assert (lijst.soort, lijst.versie, lijst.titel, lijst.sjabloon) == (
        "proef", "2", "Proef", "p.docx",
    )  # fmt: skip
    gids, kaal = lijst.hulpmiddelen
    assert (gids.id, gids.titel, gids.adres) == ("gids", "De gids", "https://gids.example/x")
    assert (kaal.adres, kaal.opmerking) == ("", "Op te vragen.")
    jaar = lijst.vraag("jaar")
    assert (jaar.type, jaar.verplicht) == (TYPES["getal"], Verplicht.ALTIJD)
    assert (jaar.controle.min, jaar.controle.max, jaar.controle.melding) == (
        2000,
        2100,
        "Een jaartal.",
    )
    een = lijst.vraag("v1")
    assert (een.keuzes, een.standaard, een.was) == (("ja", "nee"), "nee", ("oud-een",))
    assert een.verplicht is Verplicht.VASTGESTELD
    assert een.toelichting == "Twee regels\ntoelichting."
    assert een.voorbeeld == "- een"
    assert een.hulpmiddelen == (kaal, gids)
    twee = lijst.vraag("v2")
    assert twee.controle.patroon is not None
    assert twee.controle.patroon.fullmatch("gm0935")
    assert (een.controle.hoofdletters, twee.controle.hoofdletters) == (True, False)
    rij, vast = lijst.hoofdstukken[1].rijen
    assert (rij.wat, rij.hoe, vast.lokaal, vast.vragen) == ("Wat.", "Hoe.", "Niets.", ())
    assert [o.id for o in lijst.onderdelen] == ["h1", "r1"]


def test_wat_weg_mag_blijven_heeft_een_gewone_waarde():
    vraag = lees(KOP + HOOFDSTUK).vragen[0]
    assert (vraag.type, vraag.verplicht) == (TYPES["tekst"], Verplicht.NEE)
    assert (vraag.keuzes, vraag.standaard, vraag.controle.min, vraag.controle.patroon) == (
        (), "", None, None,
    )  # fmt: skip


def test_teksten_worden_ook_hier_schoongemaakt():
    lijst = lees(KOP.replace("Proef", '"Proe\\0f\\u2028x\\t"') + HOOFDSTUK)
    assert lijst.titel == "Proef\nx"


def vragen(*vragen: str) -> str:
    return f"{KOP}hoofdstukken:\n  - id: h\n    titel: H\n    vragen:\n" + "".join(
        f"      - {vraag}\n" for vraag in vragen
    )


FOUTEN = [
    pytest.param(KOP, 1, 1, "geen enkele vraag", id="zonder vragen"),
    pytest.param("soort: x\n", 1, 1, "ontbreekt de sleutel “versie”", id="zonder versie"),
    pytest.param(KOP + "hoofdstuken: []\n", 5, 1, "Bedoel je “hoofdstukken”?", id="sleutel"),
    pytest.param(KOP + "hoofdstukken: tekst\n", 5, 15, "hoort een lijst", id="tekst voor lijst"),
    pytest.param(KOP + "hoofdstukken:\n  - tekst\n", 6, 5, "een groep van sleutels", id="tekst"),
    pytest.param(KOP + "hulpmiddelen: [a]\n", 5, 15, "een groep van sleutels", id="lijst"),
    pytest.param(KOP.replace("Proef", "[a]"), 3, 8, "geen lijst of groep", id="lijst voor tekst"),
    pytest.param(
        KOP + "hulpmiddelen:\n  a: {titel: A, adres: gids.nl}\n", 6, 24, "https://", id="adres"
    ),
    pytest.param(KOP + "hulpmiddelen:\n  a: {adres: http://x}\n", 6, 6, "“titel”", id="titel"),
    pytest.param(vragen(V.replace("label", "labl")), 9, 17, "Bedoel je “label”?", id="label"),
    pytest.param(vragen(V.replace("id: v", "id: ''")), 9, 9, "ontbreekt de sleutel “id”", id="id"),
    pytest.param(vragen(V.replace("id: v", "id: Vraag 1")), 9, 14, "kleine letters", id="vorm id"),
    pytest.param(vragen(V.replace("id: v", f"id: {'v' * 37}")), 9, 14, "36 tekens", id="lang id"),
    pytest.param(vragen(V, V), 10, 14, "al gebruikt op regel 9", id="dubbel id"),
    pytest.param(vragen(V.replace("id: v", "id: h")), 9, 14, "op regel 6", id="id van hoofdstuk"),
    pytest.param(vragen(V.replace("tekst", "text")), 9, 44, "Bedoel je “tekst”?", id="type"),
    pytest.param(
        vragen(V.replace("}", ", verplicht: ja}")), 9, 62, "kies uit nee, altijd", id="verplicht"
    ),
    pytest.param(vragen(V.replace("tekst", "keuze")), 9, 9, "`keuzes` hoort bij", id="geen keuzes"),
    pytest.param(
        vragen(V.replace("}", ", keuzes: [a]}")), 9, 9, "`keuzes` hoort bij", id="keuzes te veel"
    ),
    pytest.param(
        vragen(V.replace("}", ", hulpmiddelen: [gids]}")), 9, 66, "niet onder `hulpmiddelen`",
        id="onbekend hulpmiddel",
    ),
    pytest.param(
        vragen(V.replace("}", ", controle: {min: veel}}")), 9, 67, "heel getal", id="grens"
    ),
    pytest.param(
        vragen(V.replace("}", ", controle: {patroon: '['}}")), 9, 71, "reguliere", id="patroon"
    ),
    pytest.param(
        vragen(V.replace("}", ", controle: {minn: 1}}")), 9, 62, "Bedoel je “min”?", id="controle"
    ),
    pytest.param(
        vragen(V.replace("}", ", controle: {min: 9, max: 8}}")), 9, 61, "`min` (9) is meer dan",
        id="leeg bereik",
    ),
    *(
        pytest.param(
            vragen(V.replace("tekst}", f"{type_}, {rest}, standaard: {standaard}}}")), 9, kolom,
            f"past niet bij de vraag: {melding}", id=f"standaard {type_}",
        )
        for type_, rest, standaard, kolom, melding in [
            ("keuze", "keuzes: [a, b]", "c", 78, "“c” is geen keuze"),
            ("meerkeuze", "keuzes: [a, b]", "'- a\n\n- c'", 82, "“c” is geen keuze"),
            ("datum", "verplicht: nee", "morgen", 78, "“morgen” is geen datum"),
            ("getal", "controle: {min: 3}", "2", 82, "Het antwoord moet minstens 3"),
            ("jaanee", "verplicht: nee", "misschien", 79, "“misschien” is geen antwoord"),
            ("regel", "controle: {patroon: x}", "y", 86, "“y” heeft niet de vorm"),
        ]
    ),
    *(
        pytest.param(
            vragen(V.replace("tekst}", f"{type_}, keuzes: {keuzes}}}")), 9, 54 + len(type_),
            f"“{keuze}” kan hier niet", id=f"keuzes {keuzes}",
        )
        for type_, keuzes, keuze in [
            ("keuze", "[a, '']", ""),
            ("keuze", "[Ja, 'JA ']", "JA"),
            ("meerkeuze", "[a, '--']", "--"),
        ]
    ),
    *(
        pytest.param(KOP.replace("p.docx", naam), 4, 11, "zonder map ervoor", id=f"sjabloon {naam}")
        for naam in ("../p.docx", "/p.docx", "map/p.docx", "..", "'.'", "'map\\p.docx'",
                     "'C:p.docx'", "p/", '"p\\nq.docx"', "é" * 128)
    ),
]  # fmt: skip


@pytest.mark.parametrize(("tekst", "regel", "kolom", "melding"), FOUTEN)
def test_elke_fout_wijst_de_plaats(tekst, regel, kolom, melding):
    with pytest.raises(VragenlijstError) as fout:
        lees(tekst)
    assert melding in fout.value.melding
    assert (fout.value.plaats.regel, fout.value.plaats.kolom) == (regel, kolom)
    assert str(fout.value).startswith(f"map/vragen.yaml, regel {regel}, kolom {kolom}: ")


def test_een_standaard_en_keuzes_worden_als_een_antwoord_bewaard():
    lijst = lees(
        vragen(
            "{id: a, label: A, vraag: Q, type: keuze, keuzes: ['in  doel ', Nee], standaard: NEE}",
            "{id: b, label: B, vraag: Q, type: datum, standaard: 31 jan 2027}",
            "{id: c, label: C, vraag: Q, type: meerkeuze, keuzes: [Een, '- x'], standaard: een}",
            "{id: d, label: D, vraag: Q, type: lijst, standaard: punt}",
        )
    )
    a, b, c, d = lijst.vragen
    assert (a.keuzes, a.standaard) == (("in doel", "Nee"), "Nee")
    assert a.normalise("In  Doel") == "in doel"
    assert (b.standaard, c.standaard, d.standaard) == ("2027-01-31", "- Een", "- punt")
    assert c.normalise("- - x\n- een") == "- - x\n- Een"


def test_soort_en_versie_zijn_een_regel():
    kop = KOP.replace("proef", '"een\\ntwee"').replace("versie: 1", "versie: |\n  1\n  a")
    lijst = lees(kop + HOOFDSTUK)
    assert (lijst.soort, lijst.versie) == ("een twee", "1 a")


def test_een_onbekend_hulpmiddel_noemt_het_naaste():
    hulp = "hulpmiddelen:\n  gids: {titel: Gids}\n"
    fout_ = vragen(V.replace("}", ", hulpmiddelen: [gits]}")).replace(KOP, KOP + hulp)
    with pytest.raises(VragenlijstError, match="Bedoel je “gids”"):
        lees(fout_)


def test_load_leest_het_bestand(tmp_path):
    pad = tmp_path / "vragen.yaml"
    pad.write_bytes(b"\xef\xbb\xbf" + VOL.replace("\n", "\r\n").encode())
    assert load_vragenlijst(pad) == lees(VOL)
    with pytest.raises(BestandError, match="bestaat niet"):
        load_vragenlijst(Path("geen") / "vragen.yaml")
