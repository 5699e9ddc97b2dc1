"""The committed templates are what their sources make of them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from uitvoeringsplan.maker.build import build_sjabloon
from uitvoeringsplan.model.uitgave import internal_part, public_part
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

ROOT = Path(__file__).resolve().parents[1]


def members(data: bytes) -> dict[str, bytes]:
    """Return every member uncompressed: how well it is packed depends on the zlib at hand."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("part_of", [public_part, internal_part])
def test_sjabloon_is_gemaakt_van_de_vragen_en_de_bron(part_of):
    part = part_of(load_vragenlijst(ROOT / "vragen.yaml"))
    sjabloon = ROOT / "templates" / part.sjabloon
    source = ROOT / "templates" / "bron" / f"{sjabloon.stem}.md"
    fresh = members(build_sjabloon(part, source.read_text(encoding="utf-8"), name=source.name))
    saved = members(sjabloon.read_bytes())
    otherwise = [name for name in fresh.keys() | saved.keys() if fresh.get(name) != saved.get(name)]
    assert not otherwise, "draai `python templates/maak_sjabloon.py`"


def test_bij_elk_sjabloon_hoort_een_bron_en_andersom():
    map_ = ROOT / "templates"
    assert {path.stem for path in map_.glob("*.docx")} == {
        path.stem for path in (map_ / "bron").glob("*.md")
    }
