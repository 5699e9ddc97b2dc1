"""The committed templates are what their sources make of them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from uitvoeringsplan.maker.build import build_sjabloon
from uitvoeringsplan.model.uitgave import internal_part, public_part
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

WORTEL = Path(__file__).resolve().parents[1]


def leden(data: bytes) -> dict[str, bytes]:
    """Return every member uncompressed: how well it is packed depends on the zlib at hand."""
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        return {naam: pakket.read(naam) for naam in pakket.namelist()}


@pytest.mark.parametrize("deel_van", [public_part, internal_part])
def test_sjabloon_is_gemaakt_van_de_vragen_en_de_bron(deel_van):
    deel = deel_van(load_vragenlijst(WORTEL / "vragen.yaml"))
    sjabloon = WORTEL / "templates" / deel.sjabloon
    bron = WORTEL / "templates" / "bron" / f"{sjabloon.stem}.md"
    vers = leden(build_sjabloon(deel, bron.read_text(encoding="utf-8"), naam=bron.name))
    bewaard = leden(sjabloon.read_bytes())
    anders = [naam for naam in vers.keys() | bewaard.keys() if vers.get(naam) != bewaard.get(naam)]
    assert not anders, "draai `python templates/maak_sjabloon.py`"


def test_bij_elk_sjabloon_hoort_een_bron_en_andersom():
    map_ = WORTEL / "templates"
    assert {pad.stem for pad in map_.glob("*.docx")} == {
        pad.stem for pad in (map_ / "bron").glob("*.md")
    }
