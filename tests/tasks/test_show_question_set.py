from __future__ import annotations

import json
from pathlib import Path

import pytest

from question_set_builder import set_text, write_set
from uitvoeringsplan.errors import BestandError, OnbekendeSoortError, UitvoerError
from uitvoeringsplan.files.lookup import find_vragen
from uitvoeringsplan.tasks.environment import Environment
from uitvoeringsplan.tasks.show_question_set import (
    find_shown,
    kinds_to_json,
    schema_text,
    to_json,
    write_schema,
)
from uitvoeringsplan.vragenlijst.question_set_reader import read_vragenlijst
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

FULL = """\
soort: proef
versie: 1
titel: Proef
sjabloon: p.docx
hulpmiddelen: {gids: {titel: De gids}}
gegevens: [{id: gemeente, label: G, vraag: G?, type: regel}]
hoofdstukken:
  - id: een
    titel: Een
    vragen:
      - {id: a, label: A, vraag: A?, type: regel, verplicht: altijd, hulpmiddelen: [gids], was: [z],
         functie: ja, als: gemeente is ingevuld, controle: {min: 2, patroon: "[a-z]+"}}
      - {id: b, label: B, vraag: B?, type: tabel, kolommen: [{id: k, label: K, type: keuze,
         keuzes: [x, y]}]}
    rijen: [{id: r, titel: R, wat: W, vragen: [{id: c, label: C, vraag: C?, type: jaanee}]}]
"""


@pytest.fixture
def regional(work_folder, monkeypatch) -> Path:
    monkeypatch.setenv("UITVOERINGSPLAN_SETS", str(work_folder / "regio"))
    return write_set(work_folder / "regio" / "wonen" / "vragen.yaml", set_text("wonen"))


def test_zonder_soort_de_enige_of_welke_er_zijn(work_folder):
    only = find_shown("")
    assert isinstance(only, Environment)
    assert only.vragenlijst.soort == "polarisatie"
    own = write_set(work_folder / "wonen.vragen.yaml", set_text("wonen", titel="Samen wonen"))
    kinds = find_shown("")
    assert isinstance(kinds, list)
    assert kinds_to_json(kinds) == [
        {"soort": "wonen", "versie": "1", "titel": "Samen wonen", "bestand": own.name},
        {
            "soort": "polarisatie",
            "versie": "1",
            "titel": "Uitvoeringsplan polarisatie",
            "bestand": str(find_vragen()),
        },
    ]


def test_een_soort_of_een_bestand(regional):
    by_kind, by_file = find_shown("wonen"), find_shown("", regional.parent)
    assert by_kind == by_file
    assert by_kind == Environment(regional, load_vragenlijst(regional))
    with pytest.raises(OnbekendeSoortError):
        find_shown("wone")


def test_als_json_staat_alles_erin():
    said = to_json(Environment(Path("v.yaml"), read_vragenlijst(FULL.encode(), "v.yaml")))
    assert json.loads(json.dumps(said)) == said
    assert (said["bestand"], said["intern"]) == ("v.yaml", None)
    assert said["hulpmiddelen"] == [
        {"id": "gids", "titel": "De gids", "adres": "", "opmerking": ""}
    ]
    (hoofdstuk,) = said["hoofdstukken"]
    first, table = hoofdstuk["vragen"]
    assert {key: first[key] for key in ("type", "verplicht", "hulpmiddelen", "was", "functie")} == {
        "type": "regel", "verplicht": "altijd", "hulpmiddelen": ["gids"], "was": ["z"],
        "functie": True,
    }  # fmt: skip
    assert first["als"] == "gemeente is ingevuld"
    assert first["controle"] == {
        "min": 2, "max": None, "patroon": "[a-z]+", "melding": "", "hoofdletters": True,
    }  # fmt: skip
    assert table["kolommen"] == [
        {"id": "k", "label": "K", "type": "keuze", "keuzes": ["x", "y"], "verplicht": False,
         "functie": False},
    ]  # fmt: skip
    assert [vraag["id"] for vraag in hoofdstuk["rijen"][0]["vragen"]] == ["c"]


def test_het_schema_vervangt_alleen_een_schema(tmp_path):
    path = tmp_path / "vragen.schema.json"
    write_schema(path)
    write_schema(path)
    assert path.read_text("utf-8") == schema_text()
    for content in ("soort: wonen\n", "[]", '{"title": "Iets anders"}'):
        path.write_text(content, "utf-8")
        with pytest.raises(BestandError, match="geen schema"):
            write_schema(path)
        assert path.read_text("utf-8") == content
    with pytest.raises(UitvoerError):
        write_schema(tmp_path / "geen map" / "x.json")
