"""A document that holds nothing of the plan, or belongs to other questions."""

from __future__ import annotations

import pytest

from edited_docx import LIJST, OWN, change, make
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.read_back import read_back


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "dorp.plan.yaml"
    path.write_bytes(find_voorbeeld().read_bytes())
    return path


def test_een_ander_lijf_onder_onze_kopteksten_wordt_geweigerd(plan, tmp_path):
    def other(data: bytes) -> bytes:
        start, end = data.index(b"<w:body>") + 8, data.rindex(b"<w:sectPr")
        return data[:start] + b"<w:p><w:r><w:t>Iets anders</w:t></w:r></w:p>" + data[end:]

    word = change(make(plan, tmp_path / "a.docx"), other)
    with pytest.raises(SjabloonError, match="geen enkele vraag"):
        read_back(load_plan(plan, LIJST), word)
    # Also when nothing tells any more what it was made with.
    change(word, lambda data: data.replace(b"uvp.", b"iets."), part=OWN)
    with pytest.raises(SjabloonError, match="geen enkele vraag"):
        read_back(load_plan(plan, LIJST), word)


def test_een_andere_versie_van_de_vragenlijst_wordt_genoemd(plan, tmp_path):
    old = b'name="uvp.vragenlijst"><vt:lpwstr>1<'
    new = b'name="uvp.vragenlijst"><vt:lpwstr>0<'
    word = change(make(plan, tmp_path / "a.docx"), lambda d: d.replace(old, new), part=OWN)
    (told,) = read_back(load_plan(plan, LIJST), word).told_doubts
    assert "versie 0 van de vragenlijst" in told
