"""The folder that LibreOffice works in, and taking away those of runs that were killed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import pytest
from fake_office import GOOD, convert
from filelock import FileLock, Timeout

from uitvoeringsplan.pdf import office_leftovers
from uitvoeringsplan.pdf.office_leftovers import remove_folder, work_folder


@pytest.fixture
def rest():
    """Return a function that makes the folder of a run that was killed, some seconds ago."""

    def make(name: str, *, met_slot: bool = True, old: float = 60) -> Path:
        map_ = Path(tempfile.gettempdir()) / f"uitvoeringsplan-{name}"
        (map_ / office_leftovers.PROFILE).mkdir(parents=True)
        (map_ / "document.docx").write_bytes(b"een intern document")
        if met_slot:
            (map_ / "slot").touch()
        then_ = time.time() - old
        for path in (*map_.iterdir(), map_):
            os.utime(path, (then_, then_))
        return map_

    return make


def test_de_volgende_keer_ruimt_op_wat_een_harde_stop_achterliet(fake, rest):
    fake(GOOD)
    map_ = rest("gestopt")
    hangs = subprocess.Popen(
        ["sh", "-c", "sleep 600", f"-env:UserInstallation={(map_ / 'profiel').as_uri()}"]
    )
    other = subprocess.Popen(["sh", "-c", "sleep 600", "-env:UserInstallation=file:///srv/x"])
    try:
        convert()
        assert hangs.wait(20) == -signal.SIGKILL
        assert other.poll() is None
    finally:
        other.kill()
        other.wait()
    assert not map_.exists()


def test_een_map_waarin_gewerkt_wordt_blijft(fake, rest):
    fake(GOOD)
    map_ = rest("bezig")
    slot = FileLock(map_ / "slot")
    with slot:
        then_ = time.time() - 60
        os.utime(map_ / "slot", (then_, then_))
        convert()
        assert (map_ / "document.docx").is_file()
    convert()
    assert not map_.exists()


@pytest.mark.parametrize(
    ("met_slot", "old", "stays"),
    [(True, 1, True), (True, 60, False), (False, 3600, True), (False, 30 * 3600, False)],
)
def test_wat_net_gemaakt_is_blijft(fake, rest, met_slot, old, stays):
    """Between making a folder and locking it another run may look."""
    fake(GOOD)
    map_ = rest("jong", met_slot=met_slot, old=old)
    convert()
    assert map_.exists() == stays
    shutil.rmtree(map_, ignore_errors=True)


def test_wat_van_een_ander_is_blijft(fake, rest, tmp_path):
    """A link, and a folder that is none of ours, whatever its name."""
    fake(GOOD)
    elders = tmp_path / "elders"
    rest("doel").rename(elders)
    link = Path(tempfile.gettempdir()) / "uitvoeringsplan-link"
    link.symlink_to(elders)
    los = Path(tempfile.gettempdir()) / "uitvoeringsplan-los"
    los.mkdir()
    convert()
    assert (elders / "document.docx").is_file()
    link.unlink()
    los.rmdir()


def test_de_pijp_van_een_gestopt_libreoffice_gaat_weg(tmp_path, monkeypatch):
    """The name is one that LibreOffice 7.4 really left for this profile."""
    monkeypatch.setattr(office_leftovers, "_PIPE_FOLDERS", (tmp_path, tmp_path / "is er niet"))
    own = tmp_path / "OSL_PIPE_0_SingleOfficeIPC_477f47924dd5cfa432263b6d333857c"
    other = tmp_path / "OSL_PIPE_0_SingleOfficeIPC_503664b6645a3954a4d9a86b7382bb4"
    for pijp in (other, own):
        pijp.touch()
    office_leftovers.remove_pipe("file:///srv/uvp/profiel")
    assert list(tmp_path.iterdir()) == [other]


def test_een_werkmap_is_op_slot_zolang_er_gewerkt_wordt(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with work_folder() as folder:
        assert folder.parent == tmp_path
        assert folder.stat().st_mode & 0o077 == 0  # only for this user
        with pytest.raises(Timeout):
            FileLock(folder / "slot").acquire(timeout=0)
        (folder / "document.docx").write_bytes(b"x")
    assert list(tmp_path.iterdir()) == []


def test_een_map_die_nog_even_in_gebruik_is_gaat_toch_weg(tmp_path, monkeypatch):
    """Windows holds a file for a moment after its program was stopped."""
    folder = tmp_path / "map"
    (folder / "diep").mkdir(parents=True)
    times = []
    real = shutil.rmtree

    def pas_de_derde_keer(path, **how):
        times.append(path)
        if len(times) == 3:
            real(path, **how)

    monkeypatch.setattr(office_leftovers, "_PAUSES", (0, 0, 0, 0))
    monkeypatch.setattr(office_leftovers.shutil, "rmtree", pas_de_derde_keer)
    remove_folder(folder)
    assert times == [folder] * 3
    assert not folder.exists()
