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
FOUTEN = {
    "EIO": partial(OSError, errno.EIO, os.strerror(errno.EIO)),
    "ENOSPC": partial(OSError, errno.ENOSPC, os.strerror(errno.ENOSPC)),
    "EACCES": partial(PermissionError, errno.EACCES, os.strerror(errno.EACCES)),
}


class Proef(NamedTuple):
    """A save to disturb: what to call, the plan to save, and what may be on disk afterwards."""

    bewaar: Callable[[], object]
    nieuw: Planbestand
    mag: tuple[bytes | None, bytes]
    is_symlink: bool = False


ER = Path("a.plan.yaml")
OUD = new_planbestand(ER, LIJST, {"gemeente": "Delft"}, {"v0": "Een."})
ONZE, HUNNE = OUD.with_answer(V0, ANTWOORD), OUD.with_answer(V1, "van hen")
SAMEN = HUNNE.with_answer(V0, ANTWOORD)


def gewoon(map_: Path, staat_er: Planbestand = OUD, wordt: Planbestand = ONZE) -> Proef:
    pad = map_ / ER
    pad.write_bytes(staat_er.data)
    oud, onze = OUD._replace(pad=pad), ONZE._replace(pad=pad)
    return Proef(lambda: save_plan(oud, onze), onze, (staat_er.data, wordt.data))


def samenvoegen(map_: Path) -> Proef:
    return gewoon(map_, HUNNE, SAMEN)


def nieuw(map_: Path) -> Proef:
    onze = ONZE._replace(pad=map_ / ER)
    return Proef(lambda: save_new(onze), onze, (None, onze.data))


def symlink(map_: Path) -> Proef:
    proef = gewoon(map_)
    (map_ / ER).rename(map_ / "echt.plan.yaml")
    (map_ / ER).symlink_to("echt.plan.yaml")
    return proef._replace(is_symlink=True)


PROEVEN = [gewoon, samenvoegen, nieuw] + ([symlink] if os.name != "nt" else [])
elke_proef = pytest.mark.parametrize("soort", PROEVEN, ids=lambda soort: soort.__name__)


@pytest.fixture
def verse_map(tmp_path, monkeypatch) -> Callable[[], Path]:
    """Return a function that gives a new folder, with a home and temporary files elsewhere."""
    monkeypatch.setattr(atomic, "_PATIENCE", 0.2)
    teller = itertools.count()

    def maak() -> Path:
        # Thousands of folders would keep the next runs busy with sweeping them; the last one stays.
        for vorige in tmp_path.iterdir():
            shutil.rmtree(vorige)
        map_ = tmp_path / f"{next(teller)}"
        thuis = map_ / "thuis"
        thuis.mkdir(parents=True)
        monkeypatch.setenv("HOME", str(thuis))
        monkeypatch.setenv("USERPROFILE", str(thuis))
        monkeypatch.setattr(tempfile, "tempdir", str(thuis))
        (map_ / "werk").mkdir()
        return map_ / "werk"

    return maak


def beproef(proef: Proef, zender: Stoorzender) -> BaseException | None:
    """Save with faults; whatever happens, nothing is half and our answer is somewhere."""
    fout: BaseException | None = None
    with zender.aan():
        try:
            proef.bewaar()
        except (BestandError, KeyboardInterrupt) as gevangen:
            fout = gevangen
    waar = [aanroep for aanroep in zender.gedaan if zender.raakt(aanroep)]
    pad = proef.nieuw.pad
    staat_er = pad.read_bytes() if pad.exists() else None
    assert pad.is_symlink() == proef.is_symlink, waar
    assert staat_er in proef.mag, waar
    if fout is None:
        assert staat_er == proef.mag[1], waar
    elif isinstance(fout, BestandError):
        genoemd = re.search(r"het plan met je antwoord staat in (.+)\.$", str(fout))
        assert genoemd, (waar, str(fout))
        assert Path(genoemd[1]).read_bytes() == proef.nieuw.data, waar
    return fout


def resten_na(proef: Proef) -> set[str]:
    """Return what is left in the folder after a sweep, without the plan and what it offers."""
    map_ = proef.nieuw.pad.parent
    toen = time.time() - 2 * 3600
    for pad in map_.iterdir():
        os.utime(pad, (toen, toen))
    bestand = load_plan(proef.nieuw.pad, LIJST)
    aangeboden = {rest.pad for rest in find_leftovers(bestand)}
    plannen = {bestand.pad, Path(os.path.realpath(bestand.pad))}
    return {pad.name for pad in {*map_.iterdir()} - plannen - aangeboden}


def aanroepen(verse_map, soort) -> list[str]:
    """Return the names of the calls of an undisturbed save."""
    zender = Stoorzender()
    assert beproef(soort(verse_map()), zender) is None
    return [aanroep.naam for aanroep in zender.gedaan]


@elke_proef
def test_de_stoorzender_zit_overal_tussen(verse_map, soort):
    namen = aanroepen(verse_map, soort)
    verwacht = {"io.open", "read", "open", "fdopen", "write", "fsync", "close", "stat", "chmod"}
    assert {*namen} >= (verwacht | {"replace"}) - ({"io.open", "read"} if soort is nieuw else set())
    assert namen.count("fsync") == (1 if os.name == "nt" else 2)
    assert namen.count("replace") == 1


@elke_proef
@pytest.mark.parametrize("fout", [*list(FOUTEN)[: 1 if FACTOR < 8 else None], "Ctrl+C"])
@pytest.mark.parametrize("daarna", [False, True], ids=["niet gedaan", "wel gedaan"])
def test_een_fout_bij_elke_aanroep(verse_map, soort, fout, daarna, record_property):
    namen = aanroepen(verse_map, soort)
    maak_fout = FOUTEN.get(fout, KeyboardInterrupt)
    fouten = 0
    for n in range(1, len(namen) + 1):
        proef = soort(verse_map())
        zender = Stoorzender(lambda a, n=n: a.nummer == n, maak_fout, daarna=daarna)
        gevangen = beproef(proef, zender)
        assert zender.gestoord == 1
        fouten += gevangen is not None
        if not daarna:
            # Nothing to sweep even: the save cleaned up after itself.
            assert [p for p in proef.nieuw.pad.parent.iterdir() if p.suffix == ".tmp"] == [], n
        if proef.nieuw.pad.exists():
            assert resten_na(proef) == set(), (n, namen[n - 1])
    record_property("storingen", len(namen))
    assert fouten > 5


@elke_proef
@pytest.mark.parametrize("fout", list(FOUTEN)[-1 if FACTOR < 8 else None :])
def test_een_schijf_die_het_begeeft(verse_map, soort, fout, record_property):
    """From some call on the folder of the plan is gone; the text goes elsewhere."""
    aantal = len(aanroepen(verse_map, soort))
    record_property("storingen", aantal)
    for n in range(1, aantal + 1):
        proef = soort(verse_map())
        map_ = str(proef.nieuw.pad.parent)
        beproef(
            proef,
            Stoorzender(
                lambda a, n=n, map_=map_: a.nummer >= n and a.pad.startswith(map_), FOUTEN[fout]
            ),
        )
        if proef.nieuw.pad.exists():
            assert resten_na(proef) == set(), n


@elke_proef
def test_elke_twee_fouten(verse_map, soort, record_property):
    """A second fault while the first is being mended; a plain run tries one pair in ten."""
    stap = 1 if FACTOR >= 8 else 10
    paren = 0
    for n in range(1, len(aanroepen(verse_map, soort)) + 1):
        een = Stoorzender(lambda a, n=n: a.nummer == n, FOUTEN["EIO"])
        beproef(soort(verse_map()), een)
        for m in range(n + 1 + n % stap, len(een.gedaan) + 1, stap):
            proef = soort(verse_map())
            beproef(proef, Stoorzender(lambda a, p=(n, m): a.nummer in p, FOUTEN["EIO"]))
            paren += 1
            if proef.nieuw.pad.exists():
                assert resten_na(proef) == set(), (n, m)
    record_property("paren van storingen", paren)


@pytest.mark.skipif(sys.platform != "linux", reason="telt de bestanden van een proces")
def test_er_blijft_geen_bestand_open(verse_map):
    namen = aanroepen(verse_map, gewoon)
    voor = len(os.listdir("/proc/self/fd"))  # noqa: PTH208
    for n in range(1, len(namen) + 1):
        beproef(gewoon(verse_map()), Stoorzender(lambda a, n=n: a.nummer == n, FOUTEN["EIO"]))
    assert len(os.listdir("/proc/self/fd")) == voor  # noqa: PTH208
