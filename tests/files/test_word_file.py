from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from uitvoeringsplan.errors import BestandError, UitvoerError
from uitvoeringsplan.files.word_file import load_word, remove_temporary, save_word


def test_bewaren_en_lezen(tmp_path):
    path = tmp_path / "plan.docx"
    assert load_word(path) is None
    save_word(path, b"PK een")
    save_word(path, b"PK twee")
    assert load_word(path) == b"PK twee"
    assert [p.name for p in tmp_path.iterdir()] == ["plan.docx"]


@pytest.mark.parametrize("slot", ["~$an.docx", "~$plan.docx", ".~lock.plan.docx#"])
def test_een_document_dat_open_is_wordt_niet_vervangen(tmp_path, slot):
    path = tmp_path / "plan.docx"
    path.write_bytes(b"oud")
    (tmp_path / slot).write_bytes(b"")
    with pytest.raises(UitvoerError, match="open in Word of LibreOffice") as error:
        save_word(path, b"nieuw")
    assert slot in str(error.value)
    assert path.read_bytes() == b"oud"


def test_een_slot_van_een_ander_document_zit_niet_in_de_weg(tmp_path):
    (tmp_path / "~$dere.docx").write_bytes(b"")
    save_word(tmp_path / "plan.docx", b"x")
    assert (tmp_path / "plan.docx").read_bytes() == b"x"


def test_een_map_die_er_niet_is(tmp_path):
    with pytest.raises(UitvoerError, match=r"bestaat niet\. Maak die eerst"):
        save_word(tmp_path / "weg" / "plan.docx", b"x")
    (tmp_path / "bestand").write_bytes(b"")
    with pytest.raises(UitvoerError, match=r"bestaat niet\. Maak die eerst"):
        save_word(tmp_path / "bestand" / "plan.docx", b"x")
    assert [p.name for p in tmp_path.iterdir()] == ["bestand"]


def test_een_map_is_geen_document(tmp_path):
    with pytest.raises(UitvoerError, match="dit is een map"):
        load_word(tmp_path)
    with pytest.raises(UitvoerError, match="geen gewoon bestand"):
        save_word(tmp_path, b"x")


@pytest.mark.parametrize(
    ("error", "message"),
    [
        pytest.param(PermissionError(13, "nee"), "alleen-lezen, of het document is open", id="13"),
        pytest.param(OSError(errno.ENOSPC, "No space"), r"niet \(de schijf is vol\)", id="28"),
    ],
)
def test_opslaan_dat_niet_lukt(tmp_path, monkeypatch, error, message):
    def failed(_start, _naar):
        raise error

    path = tmp_path / "plan.docx"
    path.write_bytes(b"oud")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", failed)
        with pytest.raises(UitvoerError, match=message):
            save_word(path, b"nieuw")
    assert path.read_bytes() == b"oud"
    assert [p.name for p in tmp_path.iterdir()] == ["plan.docx"]


@pytest.mark.parametrize(
    ("error", "message"),
    [
        pytest.param(PermissionError(13, "nee"), "mag niet gelezen worden", id="rechten"),
        pytest.param(OSError(errno.EIO, "I/O"), r"te lezen \(de schijf of", id="schijf"),
    ],
)
def test_lezen_dat_niet_lukt(tmp_path, monkeypatch, error, message):
    def failed(_path):
        raise error

    (tmp_path / "plan.docx").write_bytes(b"x")
    monkeypatch.setattr(Path, "read_bytes", failed)
    with pytest.raises(BestandError, match=message):
        load_word(tmp_path / "plan.docx")


def test_de_volgende_keer_ruimt_halve_bestanden_op(tmp_path):
    """Of these files alone, and only what nobody can be writing any more."""
    old = [".plan.docx.123-0.tmp", ".plan.pdf.9-4.tmp"]
    stays = [".ander.docx.123-0.tmp", ".plan.docx.tmp", "plan.docx.123-0.tmp", "plan.docx"]
    for name in (*old, *stays):
        (tmp_path / name).write_bytes(b"half")
        os.utime(tmp_path / name, (0, 0))
    (tmp_path / ".plan.docx.124-0.tmp").write_bytes(b"een ander is bezig")
    paths = [tmp_path / "plan.docx", tmp_path / "plan.pdf", tmp_path / "weg" / "plan.docx"]
    remove_temporary(paths)
    assert {path.name for path in tmp_path.iterdir()} == {*stays, ".plan.docx.124-0.tmp"}
