"""A document that holds nothing of the plan, or belongs to other questions."""

from __future__ import annotations

import pytest

from edited_docx import EIGEN, LIJST, maak, verander
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.read_back import read_back


@pytest.fixture
def plan(tmp_path):
    pad = tmp_path / "dorp.plan.yaml"
    pad.write_bytes(find_voorbeeld().read_bytes())
    return pad


def test_een_ander_lijf_onder_onze_kopteksten_wordt_geweigerd(plan, tmp_path):
    def ander(data: bytes) -> bytes:
        begin, eind = data.index(b"<w:body>") + 8, data.rindex(b"<w:sectPr")
        return data[:begin] + b"<w:p><w:r><w:t>Iets anders</w:t></w:r></w:p>" + data[eind:]

    word = verander(maak(plan, tmp_path / "a.docx"), ander)
    with pytest.raises(SjabloonError, match="geen enkele vraag"):
        read_back(load_plan(plan, LIJST), word)
    # Also when nothing tells any more what it was made with.
    verander(word, lambda data: data.replace(b"uvp.", b"iets."), deel=EIGEN)
    with pytest.raises(SjabloonError, match="geen enkele vraag"):
        read_back(load_plan(plan, LIJST), word)


def test_een_andere_versie_van_de_vragenlijst_wordt_genoemd(plan, tmp_path):
    oud = b'name="uvp.vragenlijst"><vt:lpwstr>1<'
    nieuw = b'name="uvp.vragenlijst"><vt:lpwstr>0<'
    word = verander(maak(plan, tmp_path / "a.docx"), lambda d: d.replace(oud, nieuw), deel=EIGEN)
    (bedenking,) = read_back(load_plan(plan, LIJST), word).bedenkingen
    assert "versie 0 van de vragenlijst" in bedenking.melding
