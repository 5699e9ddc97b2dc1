"""Which editor is started, from what a user may have set on any system."""

from __future__ import annotations

import stat

import pytest

from uitvoeringsplan.errors import TekstprogrammaError
from uitvoeringsplan.terminal.editor_choice import TextEditor, find_text_editor


@pytest.fixture
def program(tmp_path):
    """Make a program of this name, and return its path."""

    def make(name: str) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("#!/bin/sh\n", "utf-8")
        path.chmod(stat.S_IRWXU)
        return str(path)

    return make


def find(tmp_path, system: str = "linux", **environment: str) -> tuple[str, ...]:
    return find_text_editor({"PATH": str(tmp_path), **environment}, system).command


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
@pytest.mark.parametrize(
    ("value", "arguments"),
    [
        ("{pad}", ()),
        ("  {pad} ", ()),
        ('"{pad}"', ()),
        ('"{pad}" --wait', ("--wait",)),
        ("{pad} -multiInst -nosession", ("-multiInst", "-nosession")),
        ('"{pad}" --titel "twee woorden"', ("--titel", "twee woorden")),
    ],
)
@pytest.mark.parametrize("map_", ["bin", "Program Files/Mijn editor"])
def test_een_instelling_met_spaties_aanhalingstekens_en_opties(
    program, tmp_path, system, value, arguments, map_
):
    path = program(f"{map_}/editor.exe")
    assert find(tmp_path, system, VISUAL=value.format(pad=path)) == (path, *arguments)


def test_een_schuine_streep_van_windows_is_gewoon_een_schuine_streep(program, tmp_path):
    path = program("edit")
    found = find(tmp_path, "win32", VISUAL=r'edit --map="C:\Mijn map\a" C:\b\c')
    assert found == (path, r"--map=C:\Mijn map\a", r"C:\b\c")


def test_visual_gaat_voor_editor_en_een_lege_instelling_telt_niet(program, tmp_path):
    one, two = program("een"), program("twee")
    assert find(tmp_path, VISUAL="een", EDITOR="twee") == (one,)
    assert find(tmp_path, VISUAL=" ", EDITOR="twee -x") == (two, "-x")


@pytest.mark.parametrize(
    ("system", "name"), [("linux", "nano"), ("darwin", "vi"), ("win32", "notepad")]
)
def test_zonder_instelling_is_het_het_programma_van_het_systeem(program, tmp_path, system, name):
    path = program(name)
    assert find(tmp_path, system) == (path,)


@pytest.mark.parametrize("system", ["linux", "win32"])
@pytest.mark.parametrize(
    ("environment", "zin"),
    [
        ({}, "Hier is geen tekstprogramma gevonden. Zet er een in VISUAL of EDITOR"),
        ({"VISUAL": "cod --wait"}, "“cod” (uit VISUAL) is niet te vinden."),
        ({"EDITOR": "/weg/cod"}, "“/weg/cod” (uit EDITOR) is niet te vinden."),
        ({"VISUAL": '"cod --wait'}, "De aanhalingstekens in VISUAL kloppen niet"),
        ({"VISUAL": '""'}, "(uit VISUAL) is niet te vinden."),
    ],
)
def test_wat_er_niet_is_is_een_zin_met_wat_je_doet(tmp_path, system, environment, zin):
    with pytest.raises(TekstprogrammaError) as error:
        find(tmp_path, system, **environment)
    assert zin in str(error.value)


def test_een_verkeerde_instelling_kiest_geen_ander_programma(program, tmp_path):
    program("nano")
    with pytest.raises(TekstprogrammaError):
        find(tmp_path, VISUAL="cod", EDITOR="nano")


@pytest.mark.parametrize(
    ("command", "advies"),
    [
        (("C:\\bin\\code.CMD",), "Zet in VISUAL `code --wait`"),
        (("/usr/bin/code", "--wait"), ""),
        (("notepad++.exe", "-multiInst"), "Zet in VISUAL `notepad++ -multiInst -nosession`"),
        (("/usr/bin/subl",), "`subl --wait`"),
        (("/usr/bin/gedit",), "`gedit --wait`"),
        (("/usr/bin/kate",), "`kate --block`"),
        (("iets-anders",), "`code --wait` (VS Code)"),
    ],
)
def test_hoe_een_programma_dat_niet_wacht_wel_wacht(command, advies):
    gegeven = TextEditor(command).advies
    assert advies in gegeven
    assert bool(advies) == bool(gegeven)


def test_welke_programmas_blijven_tot_je_klaar_bent(program, tmp_path):
    vim = program("vim.basic")
    (tmp_path / "editor").symlink_to(vim)
    assert TextEditor((vim,)).is_staying
    assert TextEditor((str(tmp_path / "editor"),)).is_staying
    assert not TextEditor((program("code"),)).is_staying
    assert not TextEditor((program("vimspector"),)).is_staying
