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
def temporary(tmp_path, monkeypatch) -> Path:
    """Return the folder for temporary files, which is ours alone."""
    map_ = tmp_path / "tijdelijk"
    map_.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(map_))
    return map_


@pytest.fixture
def short(monkeypatch) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.1)


@pytest.fixture
def taken(temporary, tmp_path):
    """Another holder, who took the lock of `a` and does not let go."""
    inside, ready = threading.Event(), threading.Event()

    def hold_on():
        with hold_lock(tmp_path / "a"):
            inside.set()
            ready.wait(60)

    other = threading.Thread(target=hold_on)
    other.start()
    assert inside.wait(60)
    assert len(list(temporary.iterdir())) == 1
    yield
    ready.set()
    other.join()


@pytest.mark.usefixtures("temporary")
def test_wie_het_slot_wil_wacht_tot_de_ander_klaar_is(tmp_path):
    wil, inside = threading.Event(), threading.Event()
    received: list[bool] = []

    def take():
        wil.set()
        with hold_lock(tmp_path / "a") as fixed:
            received.append(fixed)
            inside.set()

    other = threading.Thread(target=take)
    with hold_lock(tmp_path / "a") as fixed:
        assert fixed
        other.start()
        assert wil.wait(60)
        assert not inside.wait(0.2)
    assert inside.wait(60)
    other.join()
    assert received == [True]


@pytest.mark.usefixtures("temporary")
def test_houders_zijn_nooit_met_meer(tmp_path):
    inside, together, received = [], [], []

    def work(name):
        for _ in range(20):
            with hold_lock(tmp_path / "a") as fixed:
                received.append(fixed)
                inside.append(name)
                (tmp_path / "werk").write_text(str(name))  # a moment in which others may try
                together.append(len(inside))
                inside.remove(name)

    threads = [threading.Thread(target=work, args=(name,)) for name in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert together == [1] * 60
    assert received == [True] * 60


@pytest.mark.usefixtures("taken", "short")
def test_een_slot_dat_vastzit_houdt_het_werk_niet_tegen(tmp_path, monkeypatch):
    geduld: list[float] = []
    real = filelock.FileLock.acquire

    def take(grendel, *, timeout: float):
        geduld.append(timeout)
        return real(grendel, timeout=timeout)

    monkeypatch.setattr(filelock.FileLock, "acquire", take)
    with hold_lock(tmp_path / "a") as fixed:
        assert not fixed
    assert geduld == [module._PATIENCE]


@pytest.mark.usefixtures("taken")
def test_een_ander_bestand_heeft_een_ander_slot(tmp_path):
    with hold_lock(tmp_path / "b") as fixed:
        assert fixed


@pytest.mark.usefixtures("taken", "short")
@pytest.mark.skipif(os.name == "nt", reason="alleen waar symlinks zo werken")
def test_een_symlink_heeft_het_slot_van_zijn_doel(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "a")
    with hold_lock(tmp_path / "link") as fixed:
        assert not fixed


@pytest.mark.usefixtures("taken", "short")
def test_een_ander_pad_naar_hetzelfde_bestand_heeft_hetzelfde_slot(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with hold_lock(Path("weg", "..", "a")) as fixed:
        assert not fixed


@pytest.mark.usefixtures("temporary")
def test_naast_het_plan_komt_niets(tmp_path):
    work = tmp_path / "werk"
    work.mkdir()
    with hold_lock(work / "a"):
        assert list(work.iterdir()) == []
    assert list(work.iterdir()) == []


@pytest.mark.parametrize("error", [OSError("nee"), NotImplementedError("geen flock")])
@pytest.mark.usefixtures("temporary")
def test_zonder_sloten_gaat_het_werk_door(tmp_path, monkeypatch, error):
    def nee(*_args, **_options):
        raise error

    monkeypatch.setattr(filelock.FileLock, "acquire", nee)
    with hold_lock(tmp_path / "a") as fixed:
        assert not fixed


@pytest.mark.usefixtures("temporary")
def test_een_slot_dat_niet_loslaat_is_geen_fout(tmp_path, monkeypatch):
    def nee(*_args, **_options):
        raise OSError("nee")

    with monkeypatch.context() as patch:
        patch.setattr(filelock.FileLock, "release", nee)
        with hold_lock(tmp_path / "a") as fixed:
            assert fixed


@pytest.mark.usefixtures("temporary")
def test_een_fout_onder_het_slot_laat_het_los(tmp_path):
    received = []

    def work():
        with hold_lock(tmp_path / "a") as fixed:
            received.append(fixed)
            raise LookupError

    for _ in range(2):
        with pytest.raises(LookupError):
            work()
    assert received == [True, True]


@pytest.mark.skipif(os.name == "nt", reason="alleen waar symlinks zo werken")
@pytest.mark.usefixtures("temporary")
def test_een_symlink_die_rondloopt_heeft_ook_een_slot(tmp_path):
    loop = tmp_path / "lus"
    loop.symlink_to(loop)
    with hold_lock(loop) as fixed:
        assert fixed
