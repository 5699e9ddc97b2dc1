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
from uitvoeringsplan.commands.table import COMMANDS, GROUPS
from uitvoeringsplan.terminal.wrapping import columns_of

if TYPE_CHECKING:
    from collections.abc import Callable

WIDTHS = (40, 60, 80, 120)
_ROOMY = 2000  # columns; prose never takes more than 88 of them
# What may be longer than the window, for it is copied: an address, a path, a command.
_HEEL = re.compile(r"\S*[/\\@]\S*|\S*\.[a-z]{2,5}\S*|`uitvoeringsplan [^`]*`\S*|uitvoeringsplan .*")
# Of a line of a file only the part that the caret points at is shown.
_RESULT_FILE = re.compile(r"^\d+ \| .*\n *\^$", re.MULTILINE)
_KLEUR = re.compile(r"\x1b\[\d+m")


class _Scherm(io.StringIO):
    """A stream that says that it is a screen."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def window(monkeypatch, work_folder) -> Callable[..., str]:
    """Return what a command says in a window of so many columns."""
    assert work_folder.is_dir()
    monkeypatch.delenv("NO_COLOR", raising=False)

    def perform(kolommen: int, *arguments: str) -> str:
        monkeypatch.setenv("COLUMNS", str(kolommen))
        screen = _Scherm()
        monkeypatch.setattr(sys, "stdout", screen)
        monkeypatch.setattr(sys, "stderr", screen)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b""), "utf-8"))
        assert cli.run(list(arguments)) in (0, 1, 2)
        return screen.getvalue()

    return perform


def objections(said: str, roomy: str, kolommen: int) -> list[str]:
    """Return what is wrong with what was said, beside what is said in a wide window."""
    said, roomy = _KLEUR.sub("", said), _KLEUR.sub("", roomy)
    result = [
        f"te lang: {line}"
        for line in said.split("\n")
        if columns_of(line) > kolommen and not _HEEL.fullmatch(line.strip())
    ]
    # One that fits in no window of this width may be broken.
    over = iter(_RESULT_FILE.sub("", said).split())
    heel = (w for w in _RESULT_FILE.sub("", roomy).split() if columns_of(w) <= kolommen)
    gebroken = next((word for word in heel if word not in over), None)
    return [*result, f"gebroken: {gebroken}"] if gebroken else result


def test_de_zeef_ziet_wat_te_lang_en_wat_gebroken_is():
    lang = "een zin die niet in het venster past"
    assert objections(lang, lang, 20) == [f"te lang: {lang}"]
    assert objections("meest\nal goed", "meestal goed", 20) == ["gebroken: meestal"]
    assert objections("een\nzin", "een zin", 20) == []
    assert objections("een/lang/pad/naar/een/bestand", "een/lang/pad/naar/een/bestand", 20) == []


@pytest.mark.parametrize("kolommen", WIDTHS)
@pytest.mark.parametrize("command", ["", *GROUPS, *COMMANDS])
def test_de_uitleg(window, command, kolommen):
    vraag = (*command.split(), "--help")
    said = window(kolommen, *vraag)
    assert objections(said, window(_ROOMY, *vraag), kolommen) == []
    # Every option is on a line of its own, and its explanation beside or below it.
    options = said.partition("Opties:\n")[2].partition("\n\n")[0].split("\n")
    names = [line for line in options if re.match(r"  -", line)]
    assert all(re.match(r"  -|    ", line) for line in options if line)
    assert names
    assert all(("  " in name.strip()) == (kolommen > 40) for name in names)


def test_in_een_smal_venster_is_niets_weggelaten(window):
    assert "eerst de gegevens, dan de vragen." in " ".join(window(40, "--help").split())


@pytest.fixture
def plannen(plan, work_folder, replace, run_command) -> None:
    """Put plans, Word files and a history in the folder, and things to say about them."""
    assert run_command("genereer", plan.name).code == 0
    punt = ("--nieuw", "Vraag de wijkagent naar " + "heel " * 12 + "veel.", "--auteur", "Jan Smit")
    assert run_command("punt", plan.name, "--vraag", "lokale-ambitie", *punt).code == 0
    for part in (
        ("init", "-q"), ("add", "-A"),
        ("-c", "user.name=Jan", "-c", "user.email=j@x.example", "commit", "-qm",
         "Een begin dat met opzet een lang onderwerp heeft"),
    ):  # fmt: skip
        subprocess.run(["git", *part], check=True)
    otherwise = work_folder / "anders.plan.yaml"
    otherwise.write_bytes(plan.read_bytes())
    replace(otherwise, "genuanceerd geluid", "scherp geluid, met https://voorbeeld.example/adres")
    replace(otherwise, "  gemeente: Oudermeer", "  gemeente: Nieuwermeer")
    replace(otherwise, "  datum-herziening: 2027-11-18", "  datum-herziening: 2025-11-18")
    wrong = work_folder / "mis.plan.yaml"
    wrong.write_bytes(plan.read_bytes())
    replace(wrong, "  kader: Integraal", "  kader: [Integraal")


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
@pytest.mark.usefixtures("bare_git", "plannen")
def test_wat_een_opdracht_zegt(window):
    for command in ZEGT:
        roomy = window(_ROOMY, *command)
        assert roomy, command
        for kolommen in WIDTHS:
            said = window(kolommen, *command)
            assert objections(said, roomy, kolommen) == [], (command, kolommen)
            assert _KLEUR.findall(said)[::2].count("\x1b[39m") == 0
            assert bool(_KLEUR.search(said)) == bool(_KLEUR.search(roomy)), command


@pytest.mark.skipif(os.name == "nt", reason="een schil van Unix")
@pytest.mark.usefixtures("plan")
def test_wie_een_pijp_leest_krijgt_hele_zinnen(run_command, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    zin = run_command("antwoord", "dorp.plan.yaml", "lokale-ambitei", "x").error
    assert zin.count("\n") == 1
    assert len(zin) > 100
