"""Which editor is started, from what a user may have set on any system."""

from __future__ import annotations

import stat

import pytest

from uitvoeringsplan.errors import TekstprogrammaError
from uitvoeringsplan.terminal.editor_choice import TextEditor, find_text_editor


@pytest.fixture
def programma(tmp_path):
    """Make a program of this name, and return its path."""

    def maak(naam: str) -> str:
        pad = tmp_path / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text("#!/bin/sh\n", "utf-8")
        pad.chmod(stat.S_IRWXU)
        return str(pad)

    return maak


def vind(tmp_path, systeem: str = "linux", **omgeving: str) -> tuple[str, ...]:
    return find_text_editor({"PATH": str(tmp_path), **omgeving}, systeem).opdracht


@pytest.mark.parametrize("systeem", ["linux", "darwin", "win32"])
@pytest.mark.parametrize(
    ("waarde", "argumenten"),
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
    programma, tmp_path, systeem, waarde, argumenten, map_
):
    pad = programma(f"{map_}/editor.exe")
    assert vind(tmp_path, systeem, VISUAL=waarde.format(pad=pad)) == (pad, *argumenten)


def test_een_schuine_streep_van_windows_is_gewoon_een_schuine_streep(programma, tmp_path):
    pad = programma("edit")
    gevonden = vind(tmp_path, "win32", VISUAL=r'edit --map="C:\Mijn map\a" C:\b\c')
    assert gevonden == (pad, r"--map=C:\Mijn map\a", r"C:\b\c")


def test_visual_gaat_voor_editor_en_een_lege_instelling_telt_niet(programma, tmp_path):
    een, twee = programma("een"), programma("twee")
    assert vind(tmp_path, VISUAL="een", EDITOR="twee") == (een,)
    assert vind(tmp_path, VISUAL=" ", EDITOR="twee -x") == (twee, "-x")


@pytest.mark.parametrize(
    ("systeem", "naam"), [("linux", "nano"), ("darwin", "vi"), ("win32", "notepad")]
)
def test_zonder_instelling_is_het_het_programma_van_het_systeem(programma, tmp_path, systeem, naam):
    pad = programma(naam)
    assert vind(tmp_path, systeem) == (pad,)


@pytest.mark.parametrize("systeem", ["linux", "win32"])
@pytest.mark.parametrize(
    ("omgeving", "zin"),
    [
        ({}, "Hier is geen tekstprogramma gevonden. Zet er een in VISUAL of EDITOR"),
        ({"VISUAL": "cod --wait"}, "“cod” (uit VISUAL) is niet te vinden."),
        ({"EDITOR": "/weg/cod"}, "“/weg/cod” (uit EDITOR) is niet te vinden."),
        ({"VISUAL": '"cod --wait'}, "De aanhalingstekens in VISUAL kloppen niet"),
        ({"VISUAL": '""'}, "(uit VISUAL) is niet te vinden."),
    ],
)
def test_wat_er_niet_is_is_een_zin_met_wat_je_doet(tmp_path, systeem, omgeving, zin):
    with pytest.raises(TekstprogrammaError) as fout:
        vind(tmp_path, systeem, **omgeving)
    assert zin in str(fout.value)


def test_een_verkeerde_instelling_kiest_geen_ander_programma(programma, tmp_path):
    programma("nano")
    with pytest.raises(TekstprogrammaError):
        vind(tmp_path, VISUAL="cod", EDITOR="nano")


@pytest.mark.parametrize(
    ("opdracht", "advies"),
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
def test_hoe_een_programma_dat_niet_wacht_wel_wacht(opdracht, advies):
    gegeven = TextEditor(opdracht).advies
    assert advies in gegeven
    assert bool(advies) == bool(gegeven)


def test_welke_programmas_blijven_tot_je_klaar_bent(programma, tmp_path):
    vim = programma("vim.basic")
    (tmp_path / "editor").symlink_to(vim)
    assert TextEditor((vim,)).is_staying
    assert TextEditor((str(tmp_path / "editor"),)).is_staying
    assert not TextEditor((programma("code"),)).is_staying
    assert not TextEditor((programma("vimspector"),)).is_staying
