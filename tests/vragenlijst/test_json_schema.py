"""The schema for editors says what the reader says, and what it cannot say is named here."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from editor_yaml import as_editor
from uitvoeringsplan.errors import VragenlijstError
from uitvoeringsplan.tasks.show_question_set import schema_text
from uitvoeringsplan.vragenlijst import json_schema, question_reader, question_set_reader
from uitvoeringsplan.vragenlijst.json_schema import make_json_schema
from uitvoeringsplan.vragenlijst.question_set_reader import read_vragenlijst
from uitvoeringsplan.vragenlijst.schema import Key

ROOT = Path(__file__).resolve().parents[2]
PUBLISHED = ROOT / "docs" / "vragen.schema.json"
SET = """\
soort: proef
versie: 1
titel: Proef
sjabloon: proef.docx
hulpmiddelen:
  gids: {titel: De gids, adres: "https://gids.example"}
gegevens:
  - {id: gemeente, label: G, vraag: G?, type: regel, verplicht: altijd}
  - {id: status, label: S, vraag: S?, type: keuze, keuzes: [concept, vastgesteld]}
intern: {titel: Binnen, sjabloon: binnen.docx}
hoofdstukken:
  - id: een
    titel: Een
    vragen:
      - id: tekst
        label: T
        vraag: T?
        type: tekst
        hulpmiddelen: [gids]
        controle: {min: 2, max: 9, melding: Kort.}
        als: status = vastgesteld
        was: [oud]
      - {id: keus, label: K, vraag: K?, type: meerkeuze, keuzes: [ja, 2, "x"], standaard: }
      - id: acties
        label: A
        vraag: A?
        type: tabel
        sorteer: start
        beeld: tijdlijn
        kolommen:
          - {id: actie, label: A}
          - {id: start, label: S, type: datum}
          - {id: gereed, label: S, type: datum, verplicht: ja}
          - {id: stand, label: S, type: keuze, keuzes: [loopt, klaar]}
    rijen: []
  - id: twee
    titel: Twee
    optioneel: ja
    rijen:
      - id: rij
        titel: R
        wat: W
        vragen: [{id: wie, label: W, vraag: W?, type: regel, functie: ja}]
  - {id: drie, titel: Drie, intern: ja, vragen: [{id: n, label: N, vraag: N?, type: getal}]}
"""

FIRST = ("hoofdstukken", 0, "vragen", 0)
TABLE = ("hoofdstukken", 0, "vragen", 2)
ROW = ("hoofdstukken", 1, "rijen", 0)
#: Every change makes the set wrong, and is what the schema finds too: what is there, what stands
#: there instead, and where in the file the schema points.
WRONG = [
    ("soort: proef", "srt: proef", []),
    ("versie: 1\n", "", []),
    ("titel: Proef", "titel:", ["titel"]),
    ("sjabloon: proef.docx", "sjabloon: map/proef.docx", ["sjabloon"]),
    ("sjabloon: proef.docx", "sjabloon: ..", ["sjabloon"]),
    ("soort: proef", "soort: '  '", ["soort"]),
    ("{titel: De gids,", "{ttel: De gids,", ["hulpmiddelen", "gids"]),
    ('"https://gids.example"', "gids.example", ["hulpmiddelen", "gids", "adres"]),
    ("id: gemeente", "id: Gemeente", ["gegevens", 0, "id"]),
    ("id: gemeente", f"id: {'a' * 37}", ["gegevens", 0, "id"]),
    ("verplicht: altijd", "verplicht: ja", ["gegevens", 0, "verplicht"]),
    (", type: regel, verplicht", ", verplicht", ["gegevens", 0]),
    ("type: regel, verplicht", "type: zin, verplicht", ["gegevens", 0, "type"]),
    ("keuzes: [concept, vastgesteld]", "keuzes: concept", ["gegevens", 1, "keuzes"]),
    (", keuzes: [concept, vastgesteld]", "", ["gegevens", 1]),
    ("intern: {titel: Binnen,", "intern: {", ["intern"]),
    ("{min: 2,", "{min: twee,", [*FIRST, "controle", "min"]),
    ("melding: Kort.", "mlding: Kort.", [*FIRST, "controle"]),
    ("type: tekst\n", "type: tekst\n        keuzes: [a]\n", [*FIRST, "keuzes"]),
    ("beeld: tijdlijn", "beeld: taart", [*TABLE, "beeld"]),
    ("type: datum, verplicht: ja", "type: tekst", [*TABLE, "kolommen", 2, "type"]),
    ("{id: actie, label: A}", "{id: actie}", [*TABLE, "kolommen", 0]),
    ("optioneel: ja", "optioneel: true", ["hoofdstukken", 1, "optioneel"]),
    ("regel, functie: ja", "datum, functie: ja", [*ROW, "vragen", 0, "functie"]),
    ("titel: R\n", "titl: R\n", [*ROW]),
    ("vragen: [{id: n,", "vragen: [[], {id: n,", ["hoofdstukken", 2, "vragen", 0]),
]  # fmt: skip

#: What the schema accepts and the reader refuses. It only shows in more than one place, or in what
#: a text says.
ONLY_THE_READER = {
    "een id dat al gebruikt is": ("id: wie", "id: keus"),
    "een hulpmiddel dat er niet is": ("[gids]", "[gds]"),
    "een voorwaarde die niet kan": ("als: status = vastgesteld", "als: status = klaar"),
    "een patroon dat geen patroon is": ("{min: 2,", "{patroon: '(', min: 2,"),
    "een ondergrens boven de bovengrens": ("{min: 2,", "{min: 20,"),
    "een standaard die niet past": ("standaard: }", "standaard: nee}"),
    "een keuze die twee keer voorkomt": ("[ja, 2, ", "[ja, ja, "),
    "een kolom die er niet is": ("sorteer: start", "sorteer: begin"),
    "een tekening zonder haar kolommen": ("id: gereed", "id: klaar"),
    "een hoofdstuk dat intern is zonder document": (
        "intern: {titel: Binnen, sjabloon: binnen.docx}\n", "",
    ),
    "iets verplichts in een hoofdstuk naar keuze": ("functie: ja}", "verplicht: altijd}"),
    "een gegeven dat het programma nodig heeft": ("id: gemeente", "id: gemeentecode"),
    "geen enkele vraag": (SET[SET.index("hoofdstukken") :], "hoofdstukken: []\n"),
    "een getal dat YAML kent en wij niet": ("{min: 2,", "{min: 0x2,"),
    "een sleutel die er twee keer staat": ("versie: 1\n", "versie: 1\nversie: 2\n"),
    "null waar niets hoort te staan": ("optioneel: ja", "optioneel: null"),
}  # fmt: skip
#: The other way round: what the reader takes for the text that it is, and an editor for nothing.
ONLY_THE_SCHEMA = {
    "null als tekst": ("titel: Proef", "titel: null"),
    "een golfje als tekst": ("label: T\n", "label: ~\n"),
    "alleen spaties waar een woord mag staan": ("optioneel: ja", "optioneel: '  '"),
}


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft7Validator:
    schema = make_json_schema()
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def found(validator, text: str) -> list[list]:
    """Return the deepest places that the schema points at."""
    places = []
    for error in validator.iter_errors(as_editor(text)):
        best = jsonschema.exceptions.best_match([error])
        places.append(list(best.absolute_path))
    return places


def changed(old: str, new: str) -> str:
    assert old in SET
    return SET.replace(old, new, 1)


def test_wat_goed_is_keurt_het_schema_goed(validator):
    read_vragenlijst(SET.encode(), "vragen.yaml")
    assert found(validator, SET) == []
    assert found(validator, (ROOT / "vragen.yaml").read_text("utf-8")) == []


@pytest.mark.parametrize(("old", "new", "place"), WRONG, ids=[new or old for old, new, _ in WRONG])
def test_wat_fout_is_wijst_het_schema_aan(validator, old, new, place):
    text = changed(old, new)
    with pytest.raises(VragenlijstError):
        read_vragenlijst(text.encode(), "vragen.yaml")
    assert place in found(validator, text)


@pytest.mark.parametrize("what", ONLY_THE_READER)
def test_wat_alleen_het_programma_ziet_staat_in_de_lijst(validator, what):
    text = changed(*ONLY_THE_READER[what])
    with pytest.raises(VragenlijstError):
        read_vragenlijst(text.encode(), "vragen.yaml")
    assert found(validator, text) == []


@pytest.mark.parametrize("what", ONLY_THE_SCHEMA)
def test_wat_alleen_een_tekstprogramma_niet_goed_vindt(validator, what):
    text = changed(*ONLY_THE_SCHEMA[what])
    read_vragenlijst(text.encode(), "vragen.yaml")
    assert found(validator, text) != []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("versie: 1", "versie: 2026-11-30"), ("soort: proef", "soort: true"),
        ("titel: Proef", "titel: 12"), ("hulpmiddelen: [gids]", "hulpmiddelen:"),
        ("optioneel: ja", "optioneel: "), ("{min: 2,", '{min: "2",'), ("id: rij", "id: true"),
        ("was: [oud]", "was: []"), ("was: [oud]", "was: ''"), ("beeld: tijdlijn", "beeld:"),
        ("controle: {min: 2, max: 9, melding: Kort.}", "controle:"), ("wat: W\n", "wat:\n"),
        ("    rijen: []\n", "    rijen:\n"), ("verplicht: altijd", "verplicht: vastgesteld"),
    ],
)  # fmt: skip
def test_wat_het_programma_goed_vindt_vindt_het_schema_ook_goed(validator, old, new):
    text = changed(old, new)
    read_vragenlijst(text.encode(), "vragen.yaml")
    assert found(validator, text) == []


def test_elke_sleutel_heeft_uitleg_en_wordt_op_een_bekende_manier_gelezen():
    """A key with a way of reading of its own would raise KeyError when the schema is made."""
    tables = [
        table
        for module in (question_reader, question_set_reader)
        for table in vars(module).values()
        if isinstance(table, dict) and isinstance(next(iter(table.values()), None), Key)
    ]
    assert len(tables) == 8
    for table in tables:
        assert json_schema._group(table)["properties"].keys() == table.keys()
        assert [name for name, key in table.items() if not key.meaning.endswith((".", "…"))] == []


def test_het_bestand_in_docs_is_het_schema():
    """Make it anew with `uitvoeringsplan vragen schema docs/vragen.schema.json`."""
    assert PUBLISHED.read_text("utf-8") == schema_text()
    assert json.loads(schema_text()) == make_json_schema()
