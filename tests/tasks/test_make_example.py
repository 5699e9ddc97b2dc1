from __future__ import annotations

import pytest

from uitvoeringsplan.errors import BestandError, UitvoerError
from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.tasks.make_example import make_example


def content(map_) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in map_.iterdir()}


def test_het_voorbeeld_en_zijn_word_bestand(tmp_path):
    map_ = tmp_path / "nieuw" / "diep"
    made = make_example(map_)
    assert made.word == map_ / "oudermeer.docx"
    assert made.plan.read_bytes() == find_voorbeeld().read_bytes()
    assert sorted(content(map_)) == ["oudermeer.docx", "oudermeer.plan.yaml"]
    assert made.word.read_bytes()[:2] == b"PK"


def test_nog_een_keer_verandert_niets(tmp_path):
    make_example(tmp_path)
    before = content(tmp_path)
    make_example(tmp_path)
    assert content(tmp_path) == before


def test_een_veranderd_voorbeeld_blijft(tmp_path):
    make_example(tmp_path)
    (tmp_path / "oudermeer.plan.yaml").write_text("van mij", "utf-8")
    before = content(tmp_path)
    with pytest.raises(BestandError, match="bestaat al en is veranderd"):
        make_example(tmp_path)
    assert content(tmp_path) == before


def test_een_word_bestand_van_een_ander_blijft(tmp_path):
    (tmp_path / "oudermeer.docx").write_bytes(b"van mij")
    with pytest.raises(UitvoerError, match="niets overschreven"):
        make_example(tmp_path)
    assert (tmp_path / "oudermeer.docx").read_bytes() == b"van mij"


def test_een_bestand_in_plaats_van_een_map(tmp_path):
    path = tmp_path / "bezet"
    path.write_text("van mij", "utf-8")
    with pytest.raises(BestandError, match="dit is een bestand, geen map"):
        make_example(path)
    assert path.read_text("utf-8") == "van mij"
