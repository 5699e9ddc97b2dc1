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
NAMEN = [
    pytest.param(LANG, id="255 letters"),
    pytest.param("é" * 122 + ".plan.yaml", id="254 bytes in 132 tekens"),
    pytest.param("x" * 236 + ".plan.yaml", id="zelf past hij wel"),
    pytest.param("x" * 111 + ".plan.yaml", id="net te lang"),
]


def namen(map_: Path) -> list[str]:
    return [pad.name for pad in map_.iterdir()]


@pytest.mark.parametrize("naam", ["oudermeer.plan.yaml", "x" * 110 + ".plan.yaml", ".gitignore"])
def test_een_gewone_naam_blijft_heel(naam):
    assert short_name(naam) == naam


def test_twee_lange_namen_worden_niet_dezelfde():
    kort = {short_name(f"{'x' * 240}{i}.plan.yaml") for i in range(100)}
    assert len(kort) == 100
    assert all(naam.endswith(".plan.yaml") and len(naam) < 30 for naam in kort)


@pytest.mark.parametrize("naam", NAMEN)
def test_een_plan_met_een_lange_naam_wordt_bewaard(tmp_path, naam):
    pad = tmp_path / naam
    save_new(new_planbestand(pad, LIJST, {}))
    oud = load_plan(pad, LIJST)
    save_plan(oud, oud.with_answer(V0, "Bewaard."))
    assert load_plan(pad, LIJST).plan.tekst(V0) == "Bewaard."
    assert namen(tmp_path) == [naam]


@pytest.mark.parametrize("naam", NAMEN)
def test_een_rest_met_een_korte_naam_wordt_gevonden(tmp_path, monkeypatch, naam):
    """A save that is killed just before the file takes its name leaves its text behind."""
    pad = tmp_path / naam
    save_new(new_planbestand(pad, LIJST, {}))
    oud = load_plan(pad, LIJST)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", lambda *_args, **_opties: None)
        patch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            write_atomic(pad, oud.with_answer(V0, "Nog niet weg.").data)
    (tijdelijk,) = set(namen(tmp_path)) - {naam}
    assert any(fnmatch.fnmatch(tijdelijk, patroon) for patroon in _IGNORED)  # git ignores it
    (rest,) = find_leftovers(oud)
    assert (rest.pad.name, rest.antwoorden) == (tijdelijk, {"v0": "Nog niet weg."})


@pytest.mark.parametrize("naam", NAMEN)
def test_een_herstelbestand_past_altijd(tmp_path, naam):
    pad = tmp_path / naam
    save_new(new_planbestand(pad, LIJST, {}))
    oud = load_plan(pad, LIJST)
    herstel = write_rescue(pad, oud.with_answer(V0, "Gered.").data)
    assert herstel is not None
    assert herstel.parent == tmp_path
    assert any(fnmatch.fnmatch(herstel.name, patroon) for patroon in _IGNORED)
    (rest,) = find_leftovers(oud)
    assert (rest.pad, rest.antwoorden) == (herstel, {"v0": "Gered."})


@pytest.mark.skipif(os.name == "nt", reason="daar is dit een andere fout")
def test_een_naam_die_zelf_te_lang_is(tmp_path):
    with pytest.raises(BestandError, match="de naam is te lang"):
        load_plan(tmp_path / f"x{LANG}", LIJST)


@pytest.mark.parametrize("functie", [write_atomic, write_rescue])
def test_een_nummer_waar_geen_bestand_van_komt_wordt_gesloten(tmp_path, monkeypatch, functie):
    nummers: list[int] = []
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))

    def mislukt(nummer, _mode):
        nummers.append(nummer)
        raise OSError(errno.ENOMEM, "geen geheugen")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fdopen", mislukt)
        if functie is write_atomic:
            with pytest.raises(OSError, match="geen geheugen"):
                write_atomic(tmp_path / "x.plan.yaml", b"x")
        else:
            assert write_rescue(tmp_path / "x.plan.yaml", b"x") is None
    assert nummers
    for nummer in nummers:
        with pytest.raises(OSError, match=os.strerror(errno.EBADF)):
            os.fstat(nummer)
    assert namen(tmp_path) == []
