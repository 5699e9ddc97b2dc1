"""The pictures in the documentation show the example as it is made now."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest
from PIL import Image

WORTEL = Path(__file__).parents[1]


def _maker():
    spec = importlib.util.spec_from_file_location("maak_plaatjes", WORTEL / "docs/maak_plaatjes.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKER = _maker()


@pytest.mark.parametrize("naam", MAKER.PLAATJES)
def test_een_plaatje_toont_het_document_van_nu(naam):
    wens, _ = MAKER.PLAATJES[naam]
    with Image.open(WORTEL / "docs/beeld" / naam) as beeld:
        code = beeld.text[MAKER.BRON]
    assert code == MAKER.documentcode(wens), "draai: python docs/maak_plaatjes.py"


def test_elk_plaatje_wordt_gebruikt_en_elk_gebruikt_plaatje_bestaat():
    teksten = [WORTEL / "README.md", *(WORTEL / "docs").glob("*.md")]
    gebruikt = {
        Path(doel).name
        for tekst in teksten
        for doel in re.findall(r"!\[[^\]]{20,}\]\(([^)]+\.png)\)", tekst.read_text("utf-8"))
    }
    assert gebruikt == set(MAKER.PLAATJES) == {p.name for p in (WORTEL / "docs/beeld").iterdir()}
