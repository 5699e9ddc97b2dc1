from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from uitvoeringsplan.files import atomic
from uitvoeringsplan.files.atomic import write_atomic

posix = pytest.mark.skipif(os.name == "nt", reason="alleen waar rechten en symlinks zo werken")


@pytest.fixture
def pad(tmp_path) -> Path:
    pad = tmp_path / "plan.yaml"
    pad.write_bytes(b"oud")
    return pad


@pytest.fixture
def slaap(monkeypatch) -> list[float]:
    """The pauses that were taken, without taking them."""
    pauzes: list[float] = []
    monkeypatch.setattr("time.sleep", pauzes.append)
    return pauzes


def inhoud(map_: Path) -> dict[str, bytes]:
    return {pad.name: pad.read_bytes() for pad in map_.iterdir()}


def rechten(pad: Path) -> int:
    return pad.stat().st_mode & 0o777


@pytest.mark.parametrize("data", [b"", b"nieuw\r\n", bytes(range(256)) * 5000])
def test_schrijft_precies_deze_bytes(pad, data):
    write_atomic(pad, data)
    write_atomic(pad.with_name("ander.yaml"), data)
    assert inhoud(pad.parent) == {"plan.yaml": data, "ander.yaml": data}


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666, 0o755])
def test_een_bestaand_bestand_houdt_zijn_rechten(pad, mode):
    pad.chmod(mode)
    write_atomic(pad, b"nieuw", mode=0o644)
    assert (rechten(pad), pad.read_bytes()) == (mode, b"nieuw")


@posix
@pytest.mark.parametrize(("masker", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_een_nieuw_bestand_volgt_het_masker(tmp_path, masker, mode):
    eerder = os.umask(masker)
    try:
        write_atomic(tmp_path / "nieuw", b"x")
        assert os.umask(masker) == masker
    finally:
        os.umask(eerder)
    assert rechten(tmp_path / "nieuw") == mode


@posix
def test_een_nieuw_bestand_met_eigen_rechten(tmp_path):
    write_atomic(tmp_path / "geheim", b"x", mode=0o600)
    assert rechten(tmp_path / "geheim") == 0o600


@posix
def test_een_symlink_blijft_een_symlink(tmp_path):
    doel, link = tmp_path / "map" / "echt.yaml", tmp_path / "link.yaml"
    doel.parent.mkdir()
    doel.write_bytes(b"oud")
    link.symlink_to(doel)
    write_atomic(link, b"nieuw")
    assert link.is_symlink()
    assert inhoud(doel.parent) == {"echt.yaml": b"nieuw"}
    assert sorted(naam.name for naam in tmp_path.iterdir()) == ["link.yaml", "map"]


@posix
def test_een_symlink_die_rondloopt(tmp_path):
    lus = tmp_path / "lus"
    lus.symlink_to(lus)
    with pytest.raises(OSError, match="lus"):
        write_atomic(lus, b"x")
    assert lus.is_symlink()


@posix
def test_een_symlink_die_even_niet_te_volgen_is_wordt_niet_vervangen(pad, monkeypatch):
    link = pad.with_name("link.yaml")
    link.symlink_to(pad)

    echt, keren = os.lstat, []

    def eerst_niet(wat, *rest, **opties):
        if Path(wat) == link and not keren:
            keren.append(wat)
            raise OSError(errno.EIO, "I/O error")
        return echt(wat, *rest, **opties)

    with monkeypatch.context() as patch:
        patch.setattr(os, "lstat", eerst_niet)
        with pytest.raises(OSError, match=r"link\.yaml"):
            write_atomic(link, b"nieuw")
    assert len(keren) == 1
    assert link.is_symlink()
    assert inhoud(pad.parent) == {"plan.yaml": b"oud", "link.yaml": b"oud"}


def test_een_alleen_lezen_bestand_wordt_geweigerd(pad, monkeypatch):
    # Root may write anywhere, so the answer of the system is made here.
    monkeypatch.setattr(os, "access", lambda wat, _hoe: Path(wat) != pad.resolve())
    with pytest.raises(PermissionError) as fout:
        write_atomic(pad, b"nieuw")
    assert fout.value.filename == str(pad)
    assert inhoud(pad.parent) == {"plan.yaml": b"oud"}


@posix
@pytest.mark.parametrize("soort", ["map", "pijp"])
def test_wat_geen_gewoon_bestand_is_wordt_niet_vervangen(tmp_path, soort):
    doel = tmp_path / "doel"
    doel.mkdir() if soort == "map" else os.mkfifo(doel)
    oud = doel.stat().st_mode
    with pytest.raises(OSError, match="geen gewoon bestand"):
        write_atomic(doel, b"x")
    assert [pad.name for pad in tmp_path.iterdir()] == ["doel"]
    assert doel.stat().st_mode == oud


def test_een_map_die_er_niet_is(tmp_path):
    with pytest.raises(FileNotFoundError):
        write_atomic(tmp_path / "weg" / "plan.yaml", b"x")
    assert list(tmp_path.iterdir()) == []


class VolleSchijf:
    """A file on which only half of the data fits."""

    def __init__(self, bestand) -> None:
        self.bestand = bestand

    def __enter__(self):
        return self

    def __exit__(self, *_rest) -> None:
        self.bestand.close()

    def write(self, data: bytes) -> None:
        self.bestand.write(data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")


STAPPEN = {
    "openen": (os, "open"),
    "bestand": (os, "fdopen"),
    "spoelen": (os, "fsync"),
    "rechten": (Path, "chmod"),
    "vervangen": (Path, "replace"),
}


@pytest.mark.parametrize("fout", [OSError(errno.EIO, "I/O error"), KeyboardInterrupt()], ids=repr)
@pytest.mark.parametrize("stap", STAPPEN)
def test_een_fout_bij_een_stap_laat_alles_zoals_het_was(pad, monkeypatch, stap, fout):
    def mislukt(*_args, **_opties):
        raise fout

    with monkeypatch.context() as patch:
        patch.setattr(*STAPPEN[stap], mislukt)
        with pytest.raises(type(fout)):
            write_atomic(pad, b"nieuw")
    assert inhoud(pad.parent) == {"plan.yaml": b"oud"}


def test_een_volle_schijf_laat_alles_zoals_het_was(pad, monkeypatch):
    echt = os.fdopen
    with monkeypatch.context() as patch:
        patch.setattr(os, "fdopen", lambda *args: VolleSchijf(echt(*args)))
        with pytest.raises(OSError, match="No space left"):
            write_atomic(pad, b"nieuw" * 1000)
    assert inhoud(pad.parent) == {"plan.yaml": b"oud"}


def test_vlak_voor_het_vervangen_kan_het_nog_worden_afgebroken(pad):
    gezien = []

    def nee() -> None:
        gezien.append(sorted(inhoud(pad.parent).values()))
        raise LookupError

    with pytest.raises(LookupError):
        write_atomic(pad, b"nieuw", just_before=nee)
    assert gezien == [[b"nieuw", b"oud"]]  # all of the new text was on disk by then
    assert inhoud(pad.parent) == {"plan.yaml": b"oud"}


@posix
@pytest.mark.parametrize("functie", ["open", "fsync"])
def test_een_map_die_niet_gespoeld_kan_worden_is_geen_fout(pad, monkeypatch, functie):
    echt = getattr(os, functie)
    mappen = []

    def mislukt(wat, *rest):
        is_map = Path(wat).is_dir() if functie == "open" else os.path.isdir(wat)  # noqa: PTH112
        if is_map:
            mappen.append(wat)
            raise PermissionError(errno.EACCES, "Permission denied")
        return echt(wat, *rest)

    monkeypatch.setattr(os, functie, mislukt)
    write_atomic(pad, b"nieuw")
    assert len(mappen) == 1
    assert inhoud(pad.parent) == {"plan.yaml": b"nieuw"}


def test_wat_opnieuw_gemaakt_kan_worden_hoeft_niet_gespoeld(pad, monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda _nummer: pytest.fail("gespoeld"))
    write_atomic(pad, b"nieuw", durable=False)
    assert inhoud(pad.parent) == {"plan.yaml": b"nieuw"}


def test_een_rest_van_een_afgebroken_run_zit_niet_in_de_weg(pad):
    rest = pad.with_name(f".plan.yaml.{os.getpid()}-0.tmp")
    rest.write_bytes(b"half")
    write_atomic(pad, b"nieuw")
    assert inhoud(pad.parent) == {"plan.yaml": b"nieuw", rest.name: b"half"}


def windowsfout(nummer: int) -> PermissionError:
    fout = PermissionError(errno.EACCES, "Access is denied")
    fout.winerror = nummer
    return fout


@pytest.mark.parametrize("nummer", [5, 32, 33])
@pytest.mark.parametrize("keer", [1, 6])
def test_een_deelfout_van_windows_wordt_opnieuw_geprobeerd(pad, monkeypatch, slaap, nummer, keer):
    echt, fouten = Path.replace, [windowsfout(nummer)] * keer

    def vervang(van, naar):
        if fouten:
            raise fouten.pop()
        return echt(van, naar)

    monkeypatch.setattr(Path, "replace", vervang)
    write_atomic(pad, b"nieuw")
    assert inhoud(pad.parent) == {"plan.yaml": b"nieuw"}
    assert slaap == list(atomic._PAUSES[:keer])


def test_een_deelfout_die_blijft_is_een_fout(pad, monkeypatch, slaap):
    def vervang(_van, _naar):
        raise windowsfout(32)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", vervang)
        with pytest.raises(PermissionError):
            write_atomic(pad, b"nieuw")
    assert slaap == list(atomic._PAUSES)
    assert inhoud(pad.parent) == {"plan.yaml": b"oud"}


@pytest.mark.parametrize("fout", [PermissionError(13, "nee"), windowsfout(1)], ids=["posix", "1"])
def test_een_andere_fout_wordt_niet_opnieuw_geprobeerd(pad, monkeypatch, slaap, fout):
    def vervang(_van, _naar):
        raise fout

    monkeypatch.setattr(Path, "replace", vervang)
    with pytest.raises(PermissionError):
        write_atomic(pad, b"nieuw")
    assert slaap == []


@pytest.mark.skipif(sys.platform != "linux", reason="telt de bestanden van een proces")
def test_er_blijft_geen_bestand_open(pad, monkeypatch):
    voor = len(os.listdir("/proc/self/fd"))  # noqa: PTH208
    write_atomic(pad, b"nieuw")
    monkeypatch.setattr(Path, "chmod", lambda *_: (_ for _ in ()).throw(OSError("nee")))
    with pytest.raises(OSError, match="nee"):
        write_atomic(pad, b"nieuwer")
    assert len(os.listdir("/proc/self/fd")) == voor  # noqa: PTH208
