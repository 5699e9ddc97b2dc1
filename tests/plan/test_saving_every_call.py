"""A fault at every call of the system, one by one: old or new, never half, and no answer lost."""

from __future__ import annotations

import errno
import itertools
import os
import re
import shutil
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from failing_calls import Stoorzender
from handwritten_plans import LIJST
from trials import FACTOR
from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.files import atomic
from uitvoeringsplan.plan.planbestand import Planbestand, load_plan, new_planbestand
from uitvoeringsplan.plan.saving import find_leftovers, save_new, save_plan

if TYPE_CHECKING:
    from collections.abc import Callable

V0, V1 = LIJST.vraag("v0"), LIJST.vraag("v1")
ANTWOORD = "Van ons. " * 2000  # more than one buffer
ERRORS = {
    "EIO": partial(OSError, errno.EIO, os.strerror(errno.EIO)),
    "ENOSPC": partial(OSError, errno.ENOSPC, os.strerror(errno.ENOSPC)),
    "EACCES": partial(PermissionError, errno.EACCES, os.strerror(errno.EACCES)),
}


class Proef(NamedTuple):
    """A save to disturb: what to call, the plan to save, and what may be on disk afterwards."""

    save: Callable[[], object]
    new: Planbestand
    allowed: tuple[bytes | None, bytes]
    is_symlink: bool = False


ER = Path("a.plan.yaml")
OLD = new_planbestand(ER, LIJST, {"gemeente": "Delft"}, {"v0": "Een."})
OURS, THEIRS = OLD.with_answer(V0, ANTWOORD), OLD.with_answer(V1, "van hen")
TOGETHER = THEIRS.with_answer(V0, ANTWOORD)


def plain(map_: Path, stands_there: Planbestand = OLD, wordt: Planbestand = OURS) -> Proef:
    path = map_ / ER
    path.write_bytes(stands_there.data)
    old, ours = OLD._replace(path=path), OURS._replace(path=path)
    return Proef(lambda: save_plan(old, ours), ours, (stands_there.data, wordt.data))


def samenvoegen(map_: Path) -> Proef:
    return plain(map_, THEIRS, TOGETHER)


def new(map_: Path) -> Proef:
    ours = OURS._replace(path=map_ / ER)
    return Proef(lambda: save_new(ours), ours, (None, ours.data))


def symlink(map_: Path) -> Proef:
    trial = plain(map_)
    (map_ / ER).rename(map_ / "echt.plan.yaml")
    (map_ / ER).symlink_to("echt.plan.yaml")
    return trial._replace(is_symlink=True)


TRIALS = [plain, samenvoegen, new] + ([symlink] if os.name != "nt" else [])
elke_trial = pytest.mark.parametrize("kind", TRIALS, ids=lambda kind: kind.__name__)


@pytest.fixture
def verse_map(tmp_path, monkeypatch) -> Callable[[], Path]:
    """Return a function that gives a new folder, with a home and temporary files elsewhere."""
    monkeypatch.setattr(atomic, "_PATIENCE", 0.2)
    counter = itertools.count()

    def make() -> Path:
        # Thousands of folders would keep the next runs busy with sweeping them; the last one stays.
        for previous in tmp_path.iterdir():
            shutil.rmtree(previous)
        map_ = tmp_path / f"{next(counter)}"
        home = map_ / "thuis"
        home.mkdir(parents=True)
        monkeypatch.setenv("HOME", str(home))
        monkeypatch.setenv("USERPROFILE", str(home))
        monkeypatch.setattr(tempfile, "tempdir", str(home))
        (map_ / "werk").mkdir()
        return map_ / "werk"

    return make


def beproef(trial: Proef, zender: Stoorzender) -> BaseException | None:
    """Save with faults; whatever happens, nothing is half and our answer is somewhere."""
    error: BaseException | None = None
    with zender.aan():
        try:
            trial.save()
        except (BestandError, KeyboardInterrupt) as gevangen:
            error = gevangen
    where = [call for call in zender.done if zender.touches(call)]
    path = trial.new.path
    stands_there = path.read_bytes() if path.exists() else None
    assert path.is_symlink() == trial.is_symlink, where
    assert stands_there in trial.allowed, where
    if error is None:
        assert stands_there == trial.allowed[1], where
    elif isinstance(error, BestandError):
        named = re.search(r"het plan met je antwoord staat in (.+)\.$", str(error))
        assert named, (where, str(error))
        assert Path(named[1]).read_bytes() == trial.new.data, where
    return error


def leftovers_after(trial: Proef) -> set[str]:
    """Return what is left in the folder after a sweep, without the plan and what it offers."""
    map_ = trial.new.path.parent
    then_ = time.time() - 2 * 3600
    for path in map_.iterdir():
        os.utime(path, (then_, then_))
    file = load_plan(trial.new.path, LIJST)
    aangeboden = {rest.path for rest in find_leftovers(file)}
    plannen = {file.path, Path(os.path.realpath(file.path))}
    return {path.name for path in {*map_.iterdir()} - plannen - aangeboden}


def calls(verse_map, kind) -> list[str]:
    """Return the names of the calls of an undisturbed save."""
    zender = Stoorzender()
    assert beproef(kind(verse_map()), zender) is None
    return [call.name for call in zender.done]


@elke_trial
def test_de_stoorzender_zit_overal_tussen(verse_map, kind):
    names = calls(verse_map, kind)
    expected = {"io.open", "read", "open", "fdopen", "write", "fsync", "close", "stat", "chmod"}
    assert {*names} >= (expected | {"replace"}) - ({"io.open", "read"} if kind is new else set())
    assert names.count("fsync") == (1 if os.name == "nt" else 2)
    assert names.count("replace") == 1


@elke_trial
@pytest.mark.parametrize("error", [*list(ERRORS)[: 1 if FACTOR < 8 else None], "Ctrl+C"])
@pytest.mark.parametrize("daarna", [False, True], ids=["niet gedaan", "wel gedaan"])
def test_een_fout_bij_elke_aanroep(verse_map, kind, error, daarna, record_property):
    names = calls(verse_map, kind)
    make_error = ERRORS.get(error, KeyboardInterrupt)
    errors = 0
    for n in range(1, len(names) + 1):
        trial = kind(verse_map())
        zender = Stoorzender(lambda a, n=n: a.number == n, make_error, daarna=daarna)
        gevangen = beproef(trial, zender)
        assert zender.disturbed == 1
        errors += gevangen is not None
        if not daarna:
            # Nothing to sweep even: the save cleaned up after itself.
            assert [p for p in trial.new.path.parent.iterdir() if p.suffix == ".tmp"] == [], n
        if trial.new.path.exists():
            assert leftovers_after(trial) == set(), (n, names[n - 1])
    record_property("storingen", len(names))
    assert errors > 5


@elke_trial
@pytest.mark.parametrize("error", list(ERRORS)[-1 if FACTOR < 8 else None :])
def test_een_schijf_die_het_begeeft(verse_map, kind, error, record_property):
    """From some call on the folder of the plan is gone; the text goes elsewhere."""
    count = len(calls(verse_map, kind))
    record_property("storingen", count)
    for n in range(1, count + 1):
        trial = kind(verse_map())
        map_ = str(trial.new.path.parent)
        beproef(
            trial,
            Stoorzender(
                lambda a, n=n, map_=map_: a.number >= n and a.path.startswith(map_), ERRORS[error]
            ),
        )
        if trial.new.path.exists():
            assert leftovers_after(trial) == set(), n


@elke_trial
def test_elke_twee_fouten(verse_map, kind, record_property):
    """A second fault while the first is being mended; a plain run tries one pair in ten."""
    stap = 1 if FACTOR >= 8 else 10
    pairs = 0
    for n in range(1, len(calls(verse_map, kind)) + 1):
        one = Stoorzender(lambda a, n=n: a.number == n, ERRORS["EIO"])
        beproef(kind(verse_map()), one)
        for m in range(n + 1 + n % stap, len(one.done) + 1, stap):
            trial = kind(verse_map())
            beproef(trial, Stoorzender(lambda a, p=(n, m): a.number in p, ERRORS["EIO"]))
            pairs += 1
            if trial.new.path.exists():
                assert leftovers_after(trial) == set(), (n, m)
    record_property("paren van storingen", pairs)


@pytest.mark.skipif(sys.platform != "linux", reason="telt de bestanden van een proces")
def test_er_blijft_geen_bestand_open(verse_map):
    names = calls(verse_map, plain)
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208
    for n in range(1, len(names) + 1):
        beproef(plain(verse_map()), Stoorzender(lambda a, n=n: a.number == n, ERRORS["EIO"]))
    assert len(os.listdir("/proc/self/fd")) == before  # noqa: PTH208
