"""Saving that fails: the file stays as it is, and our text stands where the message says."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

import pytest

from handwritten_plans import LIJST
from saving_together import ander, begin, mislukt, namen, stand
from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.plan import saving
from uitvoeringsplan.plan.planbestand import Planbestand, load_plan
from uitvoeringsplan.plan.saving import save_plan

V0 = LIJST.vraag("v0")
posix = pytest.mark.skipif(os.name == "nt", reason="alleen waar rechten en symlinks zo werken")


@pytest.fixture
def thuis(tmp_path, monkeypatch) -> Path:
    """Return a home folder of our own; temporary files go there too."""
    map_ = tmp_path / "thuis"
    map_.mkdir()
    monkeypatch.setenv("HOME", str(map_))
    monkeypatch.setenv("USERPROFILE", str(map_))
    monkeypatch.setattr(tempfile, "tempdir", str(map_))
    return map_


@pytest.fixture
def oud(tmp_path, thuis) -> Planbestand:
    assert thuis.is_dir()
    return begin(tmp_path / "werk")


# Somebody else made it impossible.


def test_een_weggehaald_bestand_komt_niet_stil_terug(oud):
    oud.pad.unlink()
    melding, gered = mislukt(oud, oud.with_answer(V0, "van ons"))
    assert "intussen weggehaald of hernoemd" in melding
    assert gered.pad == oud.pad.with_name("a.herstel-1.yaml")
    assert namen(oud.pad.parent) == ["a.herstel-1.yaml"]


@posix
def test_een_symlink_waarvan_het_doel_weg_is(oud, tmp_path):
    link = tmp_path / "link.plan.yaml"
    link.symlink_to(oud.pad)
    gelezen = load_plan(link, LIJST)
    oud.pad.unlink()
    melding, gered = mislukt(gelezen, gelezen.with_answer(V0, "van ons"))
    assert "intussen weggehaald of hernoemd" in melding
    assert gered.pad == tmp_path / "link.herstel-1.yaml"


def test_een_map_die_weg_is_brengt_de_tekst_naar_huis(oud, tmp_path, thuis):
    oud.pad.parent.rename(tmp_path / "anders")
    _, gered = mislukt(oud, oud.with_answer(V0, "van ons"))
    assert gered.pad == thuis / "a.herstel-1.yaml"


@pytest.mark.parametrize(
    ("data", "woorden"),
    [
        (b"soort: proef\nsoort: proef\n", "twee keer"),
        (b"<<<<<<< HEAD\nsoort: proef\n", "conflict van git"),
        (b"soort: proef\nvragenlijst: 1\nantwoorden:\n  onbekend: x\n", "onbekend"),
        (b"\xff\xfes\x00", "UTF-16"),
        (b"", "ontbreekt"),
    ],
)
def test_een_bestand_dat_onleesbaar_is_geworden_blijft_zoals_het_is(oud, data, woorden):
    oud.pad.write_bytes(data)
    melding, _ = mislukt(oud, oud.with_answer(V0, "van ons"))
    assert "iemand heeft dit bestand intussen veranderd" in melding
    assert woorden in melding
    assert oud.pad.read_bytes() == data


def test_een_antwoord_dat_niet_in_hun_vorm_past_wordt_gered(oud):
    v2 = LIJST.vraag("v2")
    oud = save_plan(oud, oud.with_answer(v2, "- a\n- b"))
    # Between brackets the comment has nowhere to go when its list makes way.
    hunne = "antwoorden: {v0: Een., v1: x, v2: [a, # waarom\n    b]}\n"
    kop = "soort: proef\nvragenlijst: 1\ngegevens: {gemeente: Delft}\n"
    oud.pad.write_text(kop + hunne, "utf-8")
    voor = stand(oud.pad)
    melding, _ = mislukt(oud, oud.with_answer(v2, "- c"))
    assert "past niet in de vorm" in melding
    assert stand(oud.pad) == voor


def test_een_map_op_de_plek_van_het_bestand(oud):
    oud.pad.unlink()
    oud.pad.mkdir()
    mislukt(oud, oud.with_answer(V0, "van ons"))
    assert list(oud.pad.iterdir()) == []


def test_een_bestand_dat_veel_te_groot_is_geworden(oud):
    oud.pad.write_bytes(b"#" * (6 * 2**20))
    melding, _ = mislukt(oud, oud.with_answer(V0, "van ons"))
    assert "groter dan 5 MB" in melding


# The system says no.


@pytest.mark.parametrize(
    ("fout", "woorden"),
    [
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "de schijf is vol"),
        (OSError(errno.EIO, os.strerror(errno.EIO)), "gestoord"),
        (PermissionError(errno.EACCES, "Permission denied"), "mag niet geschreven worden"),
    ],
    ids=["vol", "stuk", "mag niet"],
)
def test_een_fout_van_het_systeem_laat_beide_teksten_staan(oud, monkeypatch, fout, woorden):
    def nee(*_args, **_opties):
        raise fout

    monkeypatch.setattr(saving, "write_atomic", nee)
    melding, gered = mislukt(oud, oud.with_answer(V0, "van ons"))
    assert woorden in melding
    assert oud.pad.read_bytes() == oud.data
    assert gered.pad.parent == oud.pad.parent
    if os.name != "nt":
        assert gered.pad.stat().st_mode & 0o777 == 0o600


def test_hun_bestand_dat_niet_meer_gelezen_mag_worden(oud, monkeypatch):
    ander(oud, v1="van hen")
    echt, keren = Path.read_bytes, []

    def tweede_keer_niet(pad):
        keren.append(pad)
        if pad == oud.pad and len(keren) == 2:
            raise PermissionError(errno.EACCES, "Permission denied", str(pad))
        return echt(pad)

    monkeypatch.setattr(Path, "read_bytes", tweede_keer_niet)
    melding, _ = mislukt(oud, oud.with_answer(V0, "van ons"))
    assert "mag niet gelezen worden" in melding


def test_een_alleen_lezen_bestand_wordt_geweigerd(oud, monkeypatch):
    # Root may write anywhere, so the answer of the system is made here.
    monkeypatch.setattr(os, "access", lambda wat, _hoe: Path(wat) != oud.pad.resolve())
    melding, _ = mislukt(oud, oud.with_answer(V0, "van ons"))
    assert "alleen-lezen" in melding
    assert oud.pad.read_bytes() == oud.data


def test_een_tweede_herstelbestand_komt_naast_het_eerste(oud):
    oud.pad.unlink()
    for i in (1, 2):
        _, gered = mislukt(oud, oud.with_answer(V0, f"keer {i}"))
        assert gered.pad.name == f"a.herstel-{i}.yaml"
    assert namen(oud.pad.parent) == ["a.herstel-1.yaml", "a.herstel-2.yaml"]


def test_als_niets_meer_te_schrijven_is_wordt_niets_beloofd(oud, monkeypatch):
    def nee(*_args, **_opties):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", nee)
        with pytest.raises(BestandError) as fout:
            save_plan(oud, oud.with_answer(V0, "van ons"))
    assert "verloren" not in str(fout.value)
    assert namen(oud.pad.parent) == ["a.plan.yaml"]
