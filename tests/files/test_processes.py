from __future__ import annotations

import os

import pytest

from uitvoeringsplan.errors import OpenError
from uitvoeringsplan.files import processes
from uitvoeringsplan.files.processes import can_open, open_file


@pytest.fixture(autouse=True)
def _time_genoeg(monkeypatch):
    """Wait for what a helper says, however busy the machine is."""
    monkeypatch.setattr(processes, "_A_MOMENT", 60)


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "mijn plan.docx"
    path.write_bytes(b"x")
    return path


@pytest.fixture
def desktop(tmp_path):
    """Return a function that puts a helper on a desktop, and the environment there."""
    bin_ = tmp_path / "bin"
    bin_.mkdir()

    def make(name: str, script: str) -> dict[str, str]:
        (bin_ / name).write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        (bin_ / name).chmod(0o755)
        return {"PATH": str(bin_), "DISPLAY": ":0"}

    return make


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("xdg-open", ""), ("gio", "open "), ("kde-open", ""), ("wslview", "")],
)
def test_de_hulp_van_het_systeem_krijgt_het_hele_pad(
    desktop, plan, tmp_path, monkeypatch, name, arguments
):
    environment = desktop(name, f'echo "$@" > "{tmp_path}/gekregen"')
    monkeypatch.chdir(tmp_path)
    open_file(plan.relative_to(tmp_path), environment=environment, system="linux")
    assert (tmp_path / "gekregen").read_text("utf-8") == f"{arguments}{plan}\n"


def test_op_macos_is_het_open(desktop, plan, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", desktop("open", f'PATH=/bin echo "$1" > "{tmp_path}/x"')["PATH"])
    open_file(plan, system="darwin")
    assert (tmp_path / "x").read_text("utf-8").strip() == str(plan)


def test_er_wordt_niet_gewacht_tot_het_bestand_weer_dicht_is(desktop, plan, tmp_path, monkeypatch):
    monkeypatch.setattr(processes, "_A_MOMENT", 0.05)
    os.mkfifo(tmp_path / "dicht")
    os.mkfifo(tmp_path / "klaar")
    environment = desktop("xdg-open", f'read x < "{tmp_path}/dicht"; echo k > "{tmp_path}/klaar"')
    open_file(plan, environment=environment, system="linux")
    # It is still open: only now it hears that it may close.
    (tmp_path / "dicht").write_text("ja\n", "utf-8")
    assert (tmp_path / "klaar").read_text("utf-8") == "k\n"


def test_geen_programma_voor_dit_soort_bestand(desktop, plan):
    with pytest.raises(OpenError, match="geen programma dat dit soort bestanden toont"):
        open_file(plan, environment=desktop("xdg-open", "exit 3"), system="linux")


def test_een_server_zonder_bureaublad(desktop, plan):
    environment = desktop("xdg-open", "exit 0") | {"DISPLAY": ""}
    with pytest.raises(OpenError) as error:
        open_file(plan, environment=environment, system="linux")
    assert str(error.value) == (
        f"{plan} is gemaakt, maar niet te openen: hier is geen bureaublad. Open het zelf, of"
        " kopieer het naar een computer waar dat kan."
    )


def test_wayland_is_ook_een_bureaublad(desktop, plan):
    environment = desktop("xdg-open", "exit 0") | {"DISPLAY": "", "WAYLAND_DISPLAY": "wayland-0"}
    open_file(plan, environment=environment, system="linux")


def test_een_bureaublad_zonder_hulp(plan, tmp_path):
    with pytest.raises(OpenError, match=r"xdg-open ontbreekt \(pakket xdg-utils\)"):
        open_file(plan, environment={"PATH": str(tmp_path), "DISPLAY": ":0"}, system="linux")


def test_een_hulp_die_niet_te_starten_is(plan, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OpenError, match=r"open doet het niet \(het bestand of de map bestaat nie"):
        open_file(plan, system="darwin")


def test_windows_weet_het_zelf(plan, monkeypatch):
    opened = []
    monkeypatch.setattr(os, "startfile", opened.append, raising=False)
    open_file(plan, system="win32")
    assert opened == [plan]


def test_windows_zonder_programma_voor_dit_soort(plan, monkeypatch):
    def weet_het_niet(_path: object) -> None:
        raise OSError(0, "geen koppeling")

    monkeypatch.setattr(os, "startfile", weet_het_niet, raising=False)
    with pytest.raises(OpenError, match=r"Windows weet niet waarmee \(geen koppeling\)"):
        open_file(plan, system="win32")


def test_een_bestand_dat_er_niet_is(tmp_path):
    with pytest.raises(OpenError, match="dit bestand bestaat niet"):
        open_file(tmp_path / "weg.docx")


def test_alleen_waar_een_scherm_is_valt_er_iets_te_openen(desktop):
    met = desktop("xdg-open", "exit 0")
    assert can_open(environment=met, system="linux")
    assert not can_open(environment={"PATH": met["PATH"]}, system="linux")
    assert not can_open(environment={"PATH": "", "DISPLAY": ":0"}, system="linux")


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_windows_en_een_mac_openen_zelf(system):
    assert can_open(environment={}, system=system)
