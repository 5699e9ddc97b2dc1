"""Saving that fails: the file stays as it is, and our text stands where the message says."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

import pytest

from handwritten_plans import LIJST
from saving_together import failed, names, other, stand, start
from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.plan import saving
from uitvoeringsplan.plan.planbestand import Planbestand, load_plan
from uitvoeringsplan.plan.saving import save_plan

V0 = LIJST.vraag("v0")
posix = pytest.mark.skipif(os.name == "nt", reason="alleen waar rechten en symlinks zo werken")


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    """Return a home folder of our own; temporary files go there too."""
    map_ = tmp_path / "thuis"
    map_.mkdir()
    monkeypatch.setenv("HOME", str(map_))
    monkeypatch.setenv("USERPROFILE", str(map_))
    monkeypatch.setattr(tempfile, "tempdir", str(map_))
    return map_


@pytest.fixture
def old(tmp_path, home) -> Planbestand:
    assert home.is_dir()
    return start(tmp_path / "werk")


# Somebody else made it impossible.


def test_een_weggehaald_bestand_komt_niet_stil_terug(old):
    old.path.unlink()
    message, rescued = failed(old, old.with_answer(V0, "van ons"))
    assert "intussen weggehaald of hernoemd" in message
    assert rescued.path == old.path.with_name("a.herstel-1.yaml")
    assert names(old.path.parent) == ["a.herstel-1.yaml"]


@posix
def test_een_symlink_waarvan_het_doel_weg_is(old, tmp_path):
    link = tmp_path / "link.plan.yaml"
    link.symlink_to(old.path)
    reading = load_plan(link, LIJST)
    old.path.unlink()
    message, rescued = failed(reading, reading.with_answer(V0, "van ons"))
    assert "intussen weggehaald of hernoemd" in message
    assert rescued.path == tmp_path / "link.herstel-1.yaml"


def test_een_map_die_weg_is_brengt_de_tekst_naar_huis(old, tmp_path, home):
    old.path.parent.rename(tmp_path / "anders")
    _, rescued = failed(old, old.with_answer(V0, "van ons"))
    assert rescued.path == home / "a.herstel-1.yaml"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"soort: proef\nsoort: proef\n", "twee keer"),
        (b"<<<<<<< HEAD\nsoort: proef\n", "conflict van git"),
        (b"soort: proef\nvragenlijst: 1\nantwoorden:\n  onbekend: x\n", "onbekend"),
        (b"\xff\xfes\x00", "UTF-16"),
        (b"", "ontbreekt"),
    ],
)
def test_een_bestand_dat_onleesbaar_is_geworden_blijft_zoals_het_is(old, data, words):
    old.path.write_bytes(data)
    message, _ = failed(old, old.with_answer(V0, "van ons"))
    assert "iemand heeft dit bestand intussen veranderd" in message
    assert words in message
    assert old.path.read_bytes() == data


def test_een_antwoord_dat_niet_in_hun_vorm_past_wordt_gered(old):
    v2 = LIJST.vraag("v2")
    old = save_plan(old, old.with_answer(v2, "- a\n- b"))
    # Between brackets the comment has nowhere to go when its list makes way.
    theirs = "antwoorden: {v0: Een., v1: x, v2: [a, # waarom\n    b]}\n"
    kop = "soort: proef\nvragenlijst: 1\ngegevens: {gemeente: Delft}\n"
    old.path.write_text(kop + theirs, "utf-8")
    before = stand(old.path)
    message, _ = failed(old, old.with_answer(v2, "- c"))
    assert "past niet in de vorm" in message
    assert stand(old.path) == before


def test_een_map_op_de_plek_van_het_bestand(old):
    old.path.unlink()
    old.path.mkdir()
    failed(old, old.with_answer(V0, "van ons"))
    assert list(old.path.iterdir()) == []


def test_een_bestand_dat_veel_te_groot_is_geworden(old):
    old.path.write_bytes(b"#" * (6 * 2**20))
    message, _ = failed(old, old.with_answer(V0, "van ons"))
    assert "groter dan 5 MB" in message


# The system says no.


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "de schijf is vol"),
        (OSError(errno.EIO, os.strerror(errno.EIO)), "gestoord"),
        (PermissionError(errno.EACCES, "Permission denied"), "mag niet geschreven worden"),
    ],
    ids=["vol", "stuk", "mag niet"],
)
def test_een_fout_van_het_systeem_laat_beide_teksten_staan(old, monkeypatch, error, words):
    def nee(*_args, **_options):
        raise error

    monkeypatch.setattr(saving, "write_atomic", nee)
    message, rescued = failed(old, old.with_answer(V0, "van ons"))
    assert words in message
    assert old.path.read_bytes() == old.data
    assert rescued.path.parent == old.path.parent
    if os.name != "nt":
        assert rescued.path.stat().st_mode & 0o777 == 0o600


def test_hun_bestand_dat_niet_meer_gelezen_mag_worden(old, monkeypatch):
    other(old, v1="van hen")
    real, times = Path.read_bytes, []

    def second_time_not(path):
        times.append(path)
        if path == old.path and len(times) == 2:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", second_time_not)
    message, _ = failed(old, old.with_answer(V0, "van ons"))
    assert "mag niet gelezen worden" in message


def test_een_alleen_lezen_bestand_wordt_geweigerd(old, monkeypatch):
    # Root may write anywhere, so the answer of the system is made here.
    monkeypatch.setattr(os, "access", lambda what, _how: Path(what) != old.path.resolve())
    message, _ = failed(old, old.with_answer(V0, "van ons"))
    assert "alleen-lezen" in message
    assert old.path.read_bytes() == old.data


def test_een_tweede_herstelbestand_komt_naast_het_eerste(old):
    old.path.unlink()
    for i in (1, 2):
        _, rescued = failed(old, old.with_answer(V0, f"keer {i}"))
        assert rescued.path.name == f"a.herstel-{i}.yaml"
    assert names(old.path.parent) == ["a.herstel-1.yaml", "a.herstel-2.yaml"]


def test_als_niets_meer_te_schrijven_is_wordt_niets_beloofd(old, monkeypatch):
    def nee(*_args, **_options):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", nee)
        with pytest.raises(BestandError) as error:
            save_plan(old, old.with_answer(V0, "van ons"))
    assert "verloren" not in str(error.value)
    assert names(old.path.parent) == ["a.plan.yaml"]
