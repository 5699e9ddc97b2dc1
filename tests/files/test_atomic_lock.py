from __future__ import annotations

import os
import tempfile
import threading
from pathlib import Path

import filelock
import pytest

from uitvoeringsplan.files import atomic as module
from uitvoeringsplan.files.atomic import hold_lock


@pytest.fixture
def tijdelijk(tmp_path, monkeypatch) -> Path:
    """Return the folder for temporary files, which is ours alone."""
    map_ = tmp_path / "tijdelijk"
    map_.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(map_))
    return map_


@pytest.fixture
def kort(monkeypatch) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.1)


@pytest.fixture
def bezet(tijdelijk, tmp_path):
    """Another holder, who took the lock of `a` and does not let go."""
    binnen, klaar = threading.Event(), threading.Event()

    def houd_vast():
        with hold_lock(tmp_path / "a"):
            binnen.set()
            klaar.wait(60)

    ander = threading.Thread(target=houd_vast)
    ander.start()
    assert binnen.wait(60)
    assert len(list(tijdelijk.iterdir())) == 1
    yield
    klaar.set()
    ander.join()


@pytest.mark.usefixtures("tijdelijk")
def test_wie_het_slot_wil_wacht_tot_de_ander_klaar_is(tmp_path):
    wil, binnen = threading.Event(), threading.Event()
    gekregen: list[bool] = []

    def neem():
        wil.set()
        with hold_lock(tmp_path / "a") as vast:
            gekregen.append(vast)
            binnen.set()

    ander = threading.Thread(target=neem)
    with hold_lock(tmp_path / "a") as vast:
        assert vast
        ander.start()
        assert wil.wait(60)
        assert not binnen.wait(0.2)
    assert binnen.wait(60)
    ander.join()
    assert gekregen == [True]


@pytest.mark.usefixtures("tijdelijk")
def test_houders_zijn_nooit_met_meer(tmp_path):
    binnen, samen, gekregen = [], [], []

    def werk(naam):
        for _ in range(20):
            with hold_lock(tmp_path / "a") as vast:
                gekregen.append(vast)
                binnen.append(naam)
                (tmp_path / "werk").write_text(str(naam))  # a moment in which others may try
                samen.append(len(binnen))
                binnen.remove(naam)

    draden = [threading.Thread(target=werk, args=(naam,)) for naam in range(3)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert samen == [1] * 60
    assert gekregen == [True] * 60


@pytest.mark.usefixtures("bezet", "kort")
def test_een_slot_dat_vastzit_houdt_het_werk_niet_tegen(tmp_path, monkeypatch):
    geduld: list[float] = []
    echt = filelock.FileLock.acquire

    def neem(grendel, *, timeout: float):
        geduld.append(timeout)
        return echt(grendel, timeout=timeout)

    monkeypatch.setattr(filelock.FileLock, "acquire", neem)
    with hold_lock(tmp_path / "a") as vast:
        assert not vast
    assert geduld == [module._PATIENCE]


@pytest.mark.usefixtures("bezet")
def test_een_ander_bestand_heeft_een_ander_slot(tmp_path):
    with hold_lock(tmp_path / "b") as vast:
        assert vast


@pytest.mark.usefixtures("bezet", "kort")
@pytest.mark.skipif(os.name == "nt", reason="alleen waar symlinks zo werken")
def test_een_symlink_heeft_het_slot_van_zijn_doel(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "a")
    with hold_lock(tmp_path / "link") as vast:
        assert not vast


@pytest.mark.usefixtures("bezet", "kort")
def test_een_ander_pad_naar_hetzelfde_bestand_heeft_hetzelfde_slot(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with hold_lock(Path("weg", "..", "a")) as vast:
        assert not vast


@pytest.mark.usefixtures("tijdelijk")
def test_naast_het_plan_komt_niets(tmp_path):
    werk = tmp_path / "werk"
    werk.mkdir()
    with hold_lock(werk / "a"):
        assert list(werk.iterdir()) == []
    assert list(werk.iterdir()) == []


@pytest.mark.parametrize("fout", [OSError("nee"), NotImplementedError("geen flock")])
@pytest.mark.usefixtures("tijdelijk")
def test_zonder_sloten_gaat_het_werk_door(tmp_path, monkeypatch, fout):
    def nee(*_args, **_opties):
        raise fout

    monkeypatch.setattr(filelock.FileLock, "acquire", nee)
    with hold_lock(tmp_path / "a") as vast:
        assert not vast


@pytest.mark.usefixtures("tijdelijk")
def test_een_slot_dat_niet_loslaat_is_geen_fout(tmp_path, monkeypatch):
    def nee(*_args, **_opties):
        raise OSError("nee")

    with monkeypatch.context() as patch:
        patch.setattr(filelock.FileLock, "release", nee)
        with hold_lock(tmp_path / "a") as vast:
            assert vast


@pytest.mark.usefixtures("tijdelijk")
def test_een_fout_onder_het_slot_laat_het_los(tmp_path):
    gekregen = []

    def werk():
        with hold_lock(tmp_path / "a") as vast:
            gekregen.append(vast)
            raise LookupError

    for _ in range(2):
        with pytest.raises(LookupError):
            werk()
    assert gekregen == [True, True]


@pytest.mark.skipif(os.name == "nt", reason="alleen waar symlinks zo werken")
@pytest.mark.usefixtures("tijdelijk")
def test_een_symlink_die_rondloopt_heeft_ook_een_slot(tmp_path):
    lus = tmp_path / "lus"
    lus.symlink_to(lus)
    with hold_lock(lus) as vast:
        assert vast
