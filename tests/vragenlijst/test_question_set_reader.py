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
FULL = """\
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


def read(text: str):
    return read_vragenlijst(text.encode(), "map/vragen.yaml")


def test_alles_wat_een_vragenlijst_kan_hebben():
    lijst = read(FULL)
    assert (lijst.soort, lijst.versie, lijst.titel, lijst.sjabloon) == (
        "proef", "2", "Proef", "p.docx",
    )  # fmt: skip
    guide, bare = lijst.hulpmiddelen
    assert (guide.id, guide.titel, guide.adres) == ("gids", "De gids", "https://gids.example/x")
    assert (bare.adres, bare.opmerking) == ("", "Op te vragen.")
    year = lijst.vraag("jaar")
    assert (year.type, year.verplicht) == (TYPES["getal"], Verplicht.ALTIJD)
    assert (year.controle.min, year.controle.max, year.controle.melding) == (
        2000,
        2100,
        "Een jaartal.",
    )
    one = lijst.vraag("v1")
    assert (one.keuzes, one.standaard, one.was) == (("ja", "nee"), "nee", ("oud-een",))
    assert one.verplicht is Verplicht.VASTGESTELD
    assert one.toelichting == "Twee regels\ntoelichting."
    assert one.voorbeeld == "- een"
    assert one.hulpmiddelen == (bare, guide)
    two = lijst.vraag("v2")
    assert two.controle.patroon is not None
    assert two.controle.patroon.fullmatch("gm0935")
    assert (one.controle.hoofdletters, two.controle.hoofdletters) == (True, False)
    rij, fixed = lijst.hoofdstukken[1].rijen
    assert (rij.wat, rij.hoe, fixed.lokaal, fixed.vragen) == ("Wat.", "Hoe.", "Niets.", ())
    assert [o.id for o in lijst.onderdelen] == ["h1", "r1"]


def test_wat_weg_mag_blijven_heeft_een_gewone_waarde():
    vraag = read(KOP + HOOFDSTUK).vragen[0]
    assert (vraag.type, vraag.verplicht) == (TYPES["tekst"], Verplicht.NEE)
    assert (vraag.keuzes, vraag.standaard, vraag.controle.min, vraag.controle.patroon) == (
        (), "", None, None,
    )  # fmt: skip


def test_teksten_worden_ook_hier_schoongemaakt():
    lijst = read(KOP.replace("Proef", '"Proe\\0f\\u2028x\\t"') + HOOFDSTUK)
    assert lijst.titel == "Proef\nx"


def vragen(*vragen: str) -> str:
    return f"{KOP}hoofdstukken:\n  - id: h\n    titel: H\n    vragen:\n" + "".join(
        f"      - {vraag}\n" for vraag in vragen
    )


ERRORS = [
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
            f"past niet bij de vraag: {message}", id=f"standaard {type_}",
        )
        for type_, rest, standaard, kolom, message in [
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
        pytest.param(KOP.replace("p.docx", name), 4, 11, "zonder map ervoor", id=f"sjabloon {name}")
        for name in ("../p.docx", "/p.docx", "map/p.docx", "..", "'.'", "'map\\p.docx'",
                     "'C:p.docx'", "p/", '"p\\nq.docx"', "é" * 128)
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "kolom", "message"), ERRORS)
def test_elke_fout_wijst_de_plaats(text, line, kolom, message):
    with pytest.raises(VragenlijstError) as error:
        read(text)
    assert message in error.value.message
    assert (error.value.place.line, error.value.place.column) == (line, kolom)
    assert str(error.value).startswith(f"map/vragen.yaml, regel {line}, kolom {kolom}: ")


def test_een_standaard_en_keuzes_worden_als_een_antwoord_bewaard():
    lijst = read(
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
    lijst = read(kop + HOOFDSTUK)
    assert (lijst.soort, lijst.versie) == ("een twee", "1 a")


def test_een_onbekend_hulpmiddel_noemt_het_naaste():
    hulp = "hulpmiddelen:\n  gids: {titel: Gids}\n"
    error_ = vragen(V.replace("}", ", hulpmiddelen: [gits]}")).replace(KOP, KOP + hulp)
    with pytest.raises(VragenlijstError, match="Bedoel je “gids”"):
        read(error_)


def test_load_leest_het_bestand(tmp_path):
    path = tmp_path / "vragen.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + FULL.replace("\n", "\r\n").encode())
    assert load_vragenlijst(path) == read(FULL)
    with pytest.raises(BestandError, match="bestaat niet"):
        load_vragenlijst(Path("geen") / "vragen.yaml")


def test_een_vragenlijst_met_alleen_gegevens_mag():
    data = KOP + "gegevens:\n  - {id: naam, label: Naam, vraag: Naam?, type: regel}\n"
    lijst = read_vragenlijst(data.encode(), "vragen.yaml")
    assert ([veld.id for veld in lijst.gegevens], lijst.vragen) == (["naam"], ())
