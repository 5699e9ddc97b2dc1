"""The pictures in the documentation show the example as it is made now."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).parents[1]


def _maker():
    spec = importlib.util.spec_from_file_location("maak_plaatjes", ROOT / "docs/maak_plaatjes.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKER = _maker()


@pytest.mark.parametrize("name", MAKER.PICTURES)
def test_een_plaatje_toont_het_document_van_nu(name):
    wens, _ = MAKER.PICTURES[name]
    with Image.open(ROOT / "docs/beeld" / name) as picture:
        code = picture.text[MAKER.SOURCE]
    assert code == MAKER.document_code(wens), "draai: python docs/maak_plaatjes.py"


def test_elk_plaatje_wordt_gebruikt_en_elk_gebruikt_plaatje_bestaat():
    texts = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    used = {
        Path(target).name
        for text in texts
        for target in re.findall(r"!\[[^\]]{20,}\]\(([^)]+\.png)\)", text.read_text("utf-8"))
    }
    assert used == set(MAKER.PICTURES) == {p.name for p in (ROOT / "docs/beeld").iterdir()}
