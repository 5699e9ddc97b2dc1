"""Names that leave no room for what we add to them."""

from __future__ import annotations

import errno
import fnmatch
import os
from pathlib import Path

import pytest

from handwritten_plans import LIJST
from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.files.atomic import short_name, write_atomic
from uitvoeringsplan.git.git_setup import _IGNORED
from uitvoeringsplan.plan.planbestand import load_plan, new_planbestand
from uitvoeringsplan.plan.saving import find_leftovers, save_new, save_plan, write_rescue

V0 = LIJST.vraag("v0")
LANG = "x" * 245 + ".plan.yaml"
NAMES = [
    pytest.param(LANG, id="255 letters"),
    pytest.param("é" * 122 + ".plan.yaml", id="254 bytes in 132 tekens"),
    pytest.param("x" * 236 + ".plan.yaml", id="zelf past hij wel"),
    pytest.param("x" * 111 + ".plan.yaml", id="net te lang"),
]


def names(map_: Path) -> list[str]:
    return [path.name for path in map_.iterdir()]


@pytest.mark.parametrize("name", ["oudermeer.plan.yaml", "x" * 110 + ".plan.yaml", ".gitignore"])
def test_een_gewone_naam_blijft_heel(name):
    assert short_name(name) == name


def test_twee_lange_namen_worden_niet_dezelfde():
    short = {short_name(f"{'x' * 240}{i}.plan.yaml") for i in range(100)}
    assert len(short) == 100
    assert all(name.endswith(".plan.yaml") and len(name) < 30 for name in short)


@pytest.mark.parametrize("name", NAMES)
def test_een_plan_met_een_lange_naam_wordt_bewaard(tmp_path, name):
    path = tmp_path / name
    save_new(new_planbestand(path, LIJST, {}))
    old = load_plan(path, LIJST)
    save_plan(old, old.with_answer(V0, "Bewaard."))
    assert load_plan(path, LIJST).plan.text(V0) == "Bewaard."
    assert names(tmp_path) == [name]


@pytest.mark.parametrize("name", NAMES)
def test_een_rest_met_een_korte_naam_wordt_gevonden(tmp_path, monkeypatch, name):
    """A save that is killed just before the file takes its name leaves its text behind."""
    path = tmp_path / name
    save_new(new_planbestand(path, LIJST, {}))
    old = load_plan(path, LIJST)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", lambda *_args, **_options: None)
        patch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            write_atomic(path, old.with_answer(V0, "Nog niet weg.").data)
    (temporary,) = set(names(tmp_path)) - {name}
    assert any(fnmatch.fnmatch(temporary, patroon) for patroon in _IGNORED)  # git ignores it
    (rest,) = find_leftovers(old)
    assert (rest.path.name, rest.antwoorden) == (temporary, {"v0": "Nog niet weg."})


@pytest.mark.parametrize("name", NAMES)
def test_een_herstelbestand_past_altijd(tmp_path, name):
    path = tmp_path / name
    save_new(new_planbestand(path, LIJST, {}))
    old = load_plan(path, LIJST)
    recovery = write_rescue(path, old.with_answer(V0, "Gered.").data)
    assert recovery is not None
    assert recovery.parent == tmp_path
    assert any(fnmatch.fnmatch(recovery.name, patroon) for patroon in _IGNORED)
    (rest,) = find_leftovers(old)
    assert (rest.path, rest.antwoorden) == (recovery, {"v0": "Gered."})


@pytest.mark.skipif(os.name == "nt", reason="daar is dit een andere fout")
def test_een_naam_die_zelf_te_lang_is(tmp_path):
    with pytest.raises(BestandError, match="de naam is te lang"):
        load_plan(tmp_path / f"x{LANG}", LIJST)


@pytest.mark.parametrize("functie", [write_atomic, write_rescue])
def test_een_nummer_waar_geen_bestand_van_komt_wordt_gesloten(tmp_path, monkeypatch, functie):
    numbers: list[int] = []
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))

    def failed(number, _mode):
        numbers.append(number)
        raise OSError(errno.ENOMEM, "geen geheugen")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fdopen", failed)
        if functie is write_atomic:
            with pytest.raises(OSError, match="geen geheugen"):
                write_atomic(tmp_path / "x.plan.yaml", b"x")
        else:
            assert write_rescue(tmp_path / "x.plan.yaml", b"x") is None
    assert numbers
    for number in numbers:
        with pytest.raises(OSError, match=os.strerror(errno.EBADF)):
            os.fstat(number)
    assert names(tmp_path) == []
