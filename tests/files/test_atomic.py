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
def path(tmp_path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"oud")
    return path


@pytest.fixture
def sleep(monkeypatch) -> list[float]:
    """The pauses that were taken, without taking them."""
    pauzes: list[float] = []
    monkeypatch.setattr("time.sleep", pauzes.append)
    return pauzes


def content(map_: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in map_.iterdir()}


def rechten(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.mark.parametrize("data", [b"", b"nieuw\r\n", bytes(range(256)) * 5000])
def test_schrijft_precies_deze_bytes(path, data):
    write_atomic(path, data)
    write_atomic(path.with_name("ander.yaml"), data)
    assert content(path.parent) == {"plan.yaml": data, "ander.yaml": data}


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666, 0o755])
def test_een_bestaand_bestand_houdt_zijn_rechten(path, mode):
    path.chmod(mode)
    write_atomic(path, b"nieuw", mode=0o644)
    assert (rechten(path), path.read_bytes()) == (mode, b"nieuw")


@posix
@pytest.mark.parametrize(("masker", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_een_nieuw_bestand_volgt_het_masker(tmp_path, masker, mode):
    earlier = os.umask(masker)
    try:
        write_atomic(tmp_path / "nieuw", b"x")
        assert os.umask(masker) == masker
    finally:
        os.umask(earlier)
    assert rechten(tmp_path / "nieuw") == mode


@posix
def test_een_nieuw_bestand_met_eigen_rechten(tmp_path):
    write_atomic(tmp_path / "geheim", b"x", mode=0o600)
    assert rechten(tmp_path / "geheim") == 0o600


@posix
def test_een_symlink_blijft_een_symlink(tmp_path):
    target, link = tmp_path / "map" / "echt.yaml", tmp_path / "link.yaml"
    target.parent.mkdir()
    target.write_bytes(b"oud")
    link.symlink_to(target)
    write_atomic(link, b"nieuw")
    assert link.is_symlink()
    assert content(target.parent) == {"echt.yaml": b"nieuw"}
    assert sorted(name.name for name in tmp_path.iterdir()) == ["link.yaml", "map"]


@posix
def test_een_symlink_die_rondloopt(tmp_path):
    loop = tmp_path / "lus"
    loop.symlink_to(loop)
    with pytest.raises(OSError, match="lus"):
        write_atomic(loop, b"x")
    assert loop.is_symlink()


@posix
def test_een_symlink_die_even_niet_te_volgen_is_wordt_niet_vervangen(path, monkeypatch):
    link = path.with_name("link.yaml")
    link.symlink_to(path)

    real, times = os.lstat, []

    def at_first_not(what, *rest, **options):
        if Path(what) == link and not times:
            times.append(what)
            raise OSError(errno.EIO, "I/O error")
        return real(what, *rest, **options)

    with monkeypatch.context() as patch:
        patch.setattr(os, "lstat", at_first_not)
        with pytest.raises(OSError, match=r"link\.yaml"):
            write_atomic(link, b"nieuw")
    assert len(times) == 1
    assert link.is_symlink()
    assert content(path.parent) == {"plan.yaml": b"oud", "link.yaml": b"oud"}


def test_een_alleen_lezen_bestand_wordt_geweigerd(path, monkeypatch):
    # Root may write anywhere, so the answer of the system is made here.
    monkeypatch.setattr(os, "access", lambda what, _how: Path(what) != path.resolve())
    with pytest.raises(PermissionError) as error:
        write_atomic(path, b"nieuw")
    assert error.value.filename == str(path)
    assert content(path.parent) == {"plan.yaml": b"oud"}


@posix
@pytest.mark.parametrize("kind", ["map", "pijp"])
def test_wat_geen_gewoon_bestand_is_wordt_niet_vervangen(tmp_path, kind):
    target = tmp_path / "doel"
    target.mkdir() if kind == "map" else os.mkfifo(target)
    old = target.stat().st_mode
    with pytest.raises(OSError, match="geen gewoon bestand"):
        write_atomic(target, b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["doel"]
    assert target.stat().st_mode == old


def test_een_map_die_er_niet_is(tmp_path):
    with pytest.raises(FileNotFoundError):
        write_atomic(tmp_path / "weg" / "plan.yaml", b"x")
    assert list(tmp_path.iterdir()) == []


class VolleSchijf:
    """A file on which only half of the data fits."""

    def __init__(self, file) -> None:
        self.file = file

    def __enter__(self):
        return self

    def __exit__(self, *_rest) -> None:
        self.file.close()

    def write(self, data: bytes) -> None:
        self.file.write(data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")


STAPPEN = {
    "openen": (os, "open"),
    "bestand": (os, "fdopen"),
    "spoelen": (os, "fsync"),
    "rechten": (Path, "chmod"),
    "vervangen": (Path, "replace"),
}


@pytest.mark.parametrize("error", [OSError(errno.EIO, "I/O error"), KeyboardInterrupt()], ids=repr)
@pytest.mark.parametrize("stap", STAPPEN)
def test_een_fout_bij_een_stap_laat_alles_zoals_het_was(path, monkeypatch, stap, error):
    def failed(*_args, **_options):
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(*STAPPEN[stap], failed)
        with pytest.raises(type(error)):
            write_atomic(path, b"nieuw")
    assert content(path.parent) == {"plan.yaml": b"oud"}


def test_een_volle_schijf_laat_alles_zoals_het_was(path, monkeypatch):
    real = os.fdopen
    with monkeypatch.context() as patch:
        patch.setattr(os, "fdopen", lambda *args: VolleSchijf(real(*args)))
        with pytest.raises(OSError, match="No space left"):
            write_atomic(path, b"nieuw" * 1000)
    assert content(path.parent) == {"plan.yaml": b"oud"}


def test_vlak_voor_het_vervangen_kan_het_nog_worden_afgebroken(path):
    seen = []

    def nee() -> None:
        seen.append(sorted(content(path.parent).values()))
        raise LookupError

    with pytest.raises(LookupError):
        write_atomic(path, b"nieuw", just_before=nee)
    assert seen == [[b"nieuw", b"oud"]]  # all of the new text was on disk by then
    assert content(path.parent) == {"plan.yaml": b"oud"}


@posix
@pytest.mark.parametrize("functie", ["open", "fsync"])
def test_een_map_die_niet_gespoeld_kan_worden_is_geen_fout(path, monkeypatch, functie):
    real = getattr(os, functie)
    mappen = []

    def failed(what, *rest):
        is_map = Path(what).is_dir() if functie == "open" else os.path.isdir(what)  # noqa: PTH112
        if is_map:
            mappen.append(what)
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(what, *rest)

    monkeypatch.setattr(os, functie, failed)
    write_atomic(path, b"nieuw")
    assert len(mappen) == 1
    assert content(path.parent) == {"plan.yaml": b"nieuw"}


def test_wat_opnieuw_gemaakt_kan_worden_hoeft_niet_gespoeld(path, monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda _number: pytest.fail("gespoeld"))
    write_atomic(path, b"nieuw", durable=False)
    assert content(path.parent) == {"plan.yaml": b"nieuw"}


def test_een_rest_van_een_afgebroken_run_zit_niet_in_de_weg(path):
    rest = path.with_name(f".plan.yaml.{os.getpid()}-0.tmp")
    rest.write_bytes(b"half")
    write_atomic(path, b"nieuw")
    assert content(path.parent) == {"plan.yaml": b"nieuw", rest.name: b"half"}


def windowsfout(number: int) -> PermissionError:
    error = PermissionError(errno.EACCES, "Access is denied")
    error.winerror = number
    return error


@pytest.mark.parametrize("number", [5, 32, 33])
@pytest.mark.parametrize("time", [1, 6])
def test_een_deelfout_van_windows_wordt_opnieuw_geprobeerd(path, monkeypatch, sleep, number, time):
    real, errors = Path.replace, [windowsfout(number)] * time

    def replace(start, naar):
        if errors:
            raise errors.pop()
        return real(start, naar)

    monkeypatch.setattr(Path, "replace", replace)
    write_atomic(path, b"nieuw")
    assert content(path.parent) == {"plan.yaml": b"nieuw"}
    assert sleep == list(atomic._PAUSES[:time])


def test_een_deelfout_die_blijft_is_een_fout(path, monkeypatch, sleep):
    def replace(_start, _naar):
        raise windowsfout(32)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        with pytest.raises(PermissionError):
            write_atomic(path, b"nieuw")
    assert sleep == list(atomic._PAUSES)
    assert content(path.parent) == {"plan.yaml": b"oud"}


@pytest.mark.parametrize("error", [PermissionError(13, "nee"), windowsfout(1)], ids=["posix", "1"])
def test_een_andere_fout_wordt_niet_opnieuw_geprobeerd(path, monkeypatch, sleep, error):
    def replace(_start, _naar):
        raise error

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(PermissionError):
        write_atomic(path, b"nieuw")
    assert sleep == []


@pytest.mark.skipif(sys.platform != "linux", reason="telt de bestanden van een proces")
def test_er_blijft_geen_bestand_open(path, monkeypatch):
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208
    write_atomic(path, b"nieuw")
    monkeypatch.setattr(Path, "chmod", lambda *_: (_ for _ in ()).throw(OSError("nee")))
    with pytest.raises(OSError, match="nee"):
        write_atomic(path, b"nieuwer")
    assert len(os.listdir("/proc/self/fd")) == before  # noqa: PTH208
