from __future__ import annotations

import pytest

from uitvoeringsplan.errors import BestandError, UitvoerError
from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.tasks.make_example import make_example


def inhoud(map_) -> dict[str, bytes]:
    return {pad.name: pad.read_bytes() for pad in map_.iterdir()}


def test_het_voorbeeld_en_zijn_word_bestand(tmp_path):
    map_ = tmp_path / "nieuw" / "diep"
    gemaakt = make_example(map_)
    assert gemaakt.word == map_ / "oudermeer.docx"
    assert gemaakt.plan.read_bytes() == find_voorbeeld().read_bytes()
    assert sorted(inhoud(map_)) == ["oudermeer.docx", "oudermeer.plan.yaml"]
    assert gemaakt.word.read_bytes()[:2] == b"PK"


def test_nog_een_keer_verandert_niets(tmp_path):
    make_example(tmp_path)
    voor = inhoud(tmp_path)
    make_example(tmp_path)
    assert inhoud(tmp_path) == voor


def test_een_veranderd_voorbeeld_blijft(tmp_path):
    make_example(tmp_path)
    (tmp_path / "oudermeer.plan.yaml").write_text("van mij", "utf-8")
    voor = inhoud(tmp_path)
    with pytest.raises(BestandError, match="bestaat al en is veranderd"):
        make_example(tmp_path)
    assert inhoud(tmp_path) == voor


def test_een_word_bestand_van_een_ander_blijft(tmp_path):
    (tmp_path / "oudermeer.docx").write_bytes(b"van mij")
    with pytest.raises(UitvoerError, match="niets overschreven"):
        make_example(tmp_path)
    assert (tmp_path / "oudermeer.docx").read_bytes() == b"van mij"


def test_een_bestand_in_plaats_van_een_map(tmp_path):
    pad = tmp_path / "bezet"
    pad.write_text("van mij", "utf-8")
    with pytest.raises(BestandError, match="dit is een bestand, geen map"):
        make_example(pad)
    assert pad.read_text("utf-8") == "van mij"
