"""Everything that a command says fits in its window, at words, whatever its width."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from uitvoeringsplan import cli
from uitvoeringsplan.commands.table import COMMANDS
from uitvoeringsplan.terminal.wrapping import columns_of

if TYPE_CHECKING:
    from collections.abc import Callable

BREEDTEN = (40, 60, 80, 120)
_RUIM = 2000  # columns; prose never takes more than 88 of them
# What may be longer than the window, for it is copied: an address, a path, a command.
_HEEL = re.compile(r"\S*[/\\@]\S*|\S*\.[a-z]{2,5}\S*|`uitvoeringsplan [^`]*`\S*|uitvoeringsplan .*")
# Of a line of a file only the part that the caret points at is shown.
_UIT_BESTAND = re.compile(r"^\d+ \| .*\n *\^$", re.MULTILINE)
_KLEUR = re.compile(r"\x1b\[\d+m")


class _Scherm(io.StringIO):
    """A stream that says that it is a screen."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def venster(monkeypatch, werkmap) -> Callable[..., str]:
    """Return what a command says in a window of so many columns."""
    assert werkmap.is_dir()
    monkeypatch.delenv("NO_COLOR", raising=False)

    def doe(kolommen: int, *argumenten: str) -> str:
        monkeypatch.setenv("COLUMNS", str(kolommen))
        scherm = _Scherm()
        monkeypatch.setattr(sys, "stdout", scherm)
        monkeypatch.setattr(sys, "stderr", scherm)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b""), "utf-8"))
        assert cli.run(list(argumenten)) in (0, 1, 2)
        return scherm.getvalue()

    return doe


def bezwaren(gezegd: str, ruim: str, kolommen: int) -> list[str]:
    """Return what is wrong with what was said, beside what is said in a wide window."""
    gezegd, ruim = _KLEUR.sub("", gezegd), _KLEUR.sub("", ruim)
    uit = [
        f"te lang: {regel}"
        for regel in gezegd.split("\n")
        if columns_of(regel) > kolommen and not _HEEL.fullmatch(regel.strip())
    ]
    # One that fits in no window of this width may be broken.
    over = iter(_UIT_BESTAND.sub("", gezegd).split())
    heel = (w for w in _UIT_BESTAND.sub("", ruim).split() if columns_of(w) <= kolommen)
    gebroken = next((woord for woord in heel if woord not in over), None)
    return [*uit, f"gebroken: {gebroken}"] if gebroken else uit


def test_de_zeef_ziet_wat_te_lang_en_wat_gebroken_is():
    lang = "een zin die niet in het venster past"
    assert bezwaren(lang, lang, 20) == [f"te lang: {lang}"]
    assert bezwaren("meest\nal goed", "meestal goed", 20) == ["gebroken: meestal"]
    assert bezwaren("een\nzin", "een zin", 20) == []
    assert bezwaren("een/lang/pad/naar/een/bestand", "een/lang/pad/naar/een/bestand", 20) == []


@pytest.mark.parametrize("kolommen", BREEDTEN)
@pytest.mark.parametrize("opdracht", ["", *COMMANDS])
def test_de_uitleg(venster, opdracht, kolommen):
    vraag = (opdracht, "--help") if opdracht else ("--help",)
    gezegd = venster(kolommen, *vraag)
    assert bezwaren(gezegd, venster(_RUIM, *vraag), kolommen) == []
    # Every option is on a line of its own, and its explanation beside or below it.
    opties = gezegd.partition("Opties:\n")[2].partition("\n\n")[0].split("\n")
    namen = [regel for regel in opties if re.match(r"  -", regel)]
    assert all(re.match(r"  -|    ", regel) for regel in opties if regel)
    assert namen
    assert all(("  " in naam.strip()) == (kolommen > 40) for naam in namen)


def test_in_een_smal_venster_is_niets_weggelaten(venster):
    assert "eerst de gegevens, dan de vragen." in " ".join(venster(40, "--help").split())


@pytest.fixture
def plannen(plan, werkmap, vervang, draai) -> None:
    """Put plans, Word files and a history in the folder, and things to say about them."""
    assert draai("genereer", plan.name).code == 0
    punt = ("--nieuw", "Vraag de wijkagent naar " + "heel " * 12 + "veel.", "--auteur", "Jan Smit")
    assert draai("punt", plan.name, "--vraag", "lokale-ambitie", *punt).code == 0
    for deel in (
        ("init", "-q"), ("add", "-A"),
        ("-c", "user.name=Jan", "-c", "user.email=j@x.example", "commit", "-qm",
         "Een begin dat met opzet een lang onderwerp heeft"),
    ):  # fmt: skip
        subprocess.run(["git", *deel], check=True)
    anders = werkmap / "anders.plan.yaml"
    anders.write_bytes(plan.read_bytes())
    vervang(anders, "genuanceerd geluid", "scherp geluid, met https://voorbeeld.example/adres")
    vervang(anders, "  gemeente: Oudermeer", "  gemeente: Nieuwermeer")
    vervang(anders, "  datum-herziening: 2027-11-18", "  datum-herziening: 2025-11-18")
    mis = werkmap / "mis.plan.yaml"
    mis.write_bytes(plan.read_bytes())
    vervang(mis, "  kader: Integraal", "  kader: [Integraal")


ZEGT = [
    ("status", "dorp.plan.yaml"),
    ("status", "dorp.plan.yaml", "anders.plan.yaml", "mis.plan.yaml", "--alles"),
    ("controleer", "anders.plan.yaml"),
    ("controleer", "dorp.plan.yaml", "anders.plan.yaml"),
    ("vergelijk", "dorp.plan.yaml", "anders.plan.yaml"),
    ("vergelijk", "dorp.docx", "anders.plan.yaml"),
    ("vergelijk", "dorp.plan.yaml", "dorp.plan.yaml"),
    ("inlezen", "dorp.docx", "dorp.plan.yaml", "--proef"),
    ("inlezen", "dorp.docx", "anders.plan.yaml", "--proef"),
    ("inlezen", "dorp.docx", "anders.plan.yaml", "--proef", "--toch"),
    ("punt", "dorp.plan.yaml"),
    ("punt", "dorp.plan.yaml", "--alles"),
    ("geschiedenis", "dorp.plan.yaml", "lokale-ambitie"),
    ("geschiedenis", "anders.plan.yaml", "lokale-ambitie"),
    ("genereer", "dorp.plan.yaml", "--naar", "html"),
    ("genereer", "dorp.plan.yaml", "anders.plan.yaml", "mis.plan.yaml"),
    ("genereer", "dorp.plan.yaml", "--metadata"),
    ("git", ".", "--proef"),
    ("voorbeeld", "een/map/met/een/naam/die/langer/is/dan/veertig/kolommen"),
    # What goes wrong.
    (),
    ("statu",),
    ("status", "--alle"),
    ("status", "--json=3"),
    ("status", "mis.plan.yaml"),
    ("status", "weg.plan.yaml"),
    ("antwoord", "dorp.plan.yaml"),
    ("antwoord", "dorp.plan.yaml", "lokale-ambitei", "x"),
    ("antwoord", "dorp.plan.yaml", "datum", "straks"),
    ("antwoord", "dorp.plan.yaml", "lokale-ambitie", "x", "--leeg"),
    ("genereer",),
    ("genereer", "dorp.plan.yaml", "--naar", "pdfx"),
    ("genereer", "dorp.plan.yaml", "--adres", "x"),
    ("genereer", "dorp.plan.yaml", "--sjabloon", "dorp.plan.yaml"),
    ("controleer", "dorp.plan.yaml", "--formaat", "xml"),
    ("inlezen", "dorp.plan.yaml"),
    ("vergelijk", "weg.plan.yaml", "dorp.plan.yaml"),
    ("punt", "--klaar"),
    ("geschiedenis", "dorp.plan.yaml", "lokale-ambitei"),
    ("nieuw", "x.plan.yaml"),
    ("verder", "dorp.plan.yaml"),
    ("git", "weg"),
]


@pytest.mark.git
@pytest.mark.usefixtures("kale_git", "plannen")
def test_wat_een_opdracht_zegt(venster):
    for opdracht in ZEGT:
        ruim = venster(_RUIM, *opdracht)
        assert ruim, opdracht
        for kolommen in BREEDTEN:
            gezegd = venster(kolommen, *opdracht)
            assert bezwaren(gezegd, ruim, kolommen) == [], (opdracht, kolommen)
            assert _KLEUR.findall(gezegd)[::2].count("\x1b[39m") == 0
            assert bool(_KLEUR.search(gezegd)) == bool(_KLEUR.search(ruim)), opdracht


@pytest.mark.skipif(os.name == "nt", reason="een schil van Unix")
@pytest.mark.usefixtures("plan")
def test_wie_een_pijp_leest_krijgt_hele_zinnen(draai, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    zin = draai("antwoord", "dorp.plan.yaml", "lokale-ambitei", "x").fout
    assert zin.count("\n") == 1
    assert len(zin) > 100
