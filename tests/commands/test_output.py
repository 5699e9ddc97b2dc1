"""What is said reaches a terminal as text alone, and an output that takes no more ends the work."""

from __future__ import annotations

import inspect
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from uitvoeringsplan import errors
from uitvoeringsplan.commands import edge
from uitvoeringsplan.commands.output import say
from uitvoeringsplan.errors import Plaats, UitvoeringsplanError
from uitvoeringsplan.ooxml.package import deflated, load_package, write_package
from uitvoeringsplan.terminal.visible import colour_mark, make_visible

ENEMY = "x\x1b[2J\x9b31m\x07\u202egnp\u2066\u200b\u2028\x7f\x85\r\b"
ZIN = "De uitvoer kan nergens meer heen"


def only_text(said: str) -> bool:
    """Whether a terminal has nothing to obey but the end of a line."""
    return not any(
        (ord(t) < 32 and t != "\n") or 0x7F <= ord(t) < 0xA0 or t in "\u202e\u2066\u200b\u2028"
        for t in said
    )


def _met_vijand(kind: type[UitvoeringsplanError]) -> UitvoeringsplanError:
    """Return an error of this kind with hostile words wherever it takes words."""
    values: list[object] = []
    for name, part in inspect.signature(kind.__init__).parameters.items():
        if name == "self" or part.kind in (part.VAR_KEYWORD, part.KEYWORD_ONLY):
            continue
        if part.kind is part.VAR_POSITIONAL:
            values.append(ENEMY)
        elif name == "place":
            values.append(Plaats(1, 1, ENEMY))
        elif name == "clashes":
            values.append([(ENEMY, ENEMY, ENEMY)])
        elif name == "known":
            values.append([ENEMY])
        elif name in ("rij", "position", "signal", "number"):
            values.append(2)
        else:
            values.append(ENEMY)
    return kind(*values)


KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, UitvoeringsplanError)
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_elke_fout_komt_als_tekst_op_het_scherm(kind, capsys):
    def wrong() -> None:
        raise _met_vijand(kind)

    assert edge.run(wrong) in (1, 2, 130)
    said = capsys.readouterr().err
    assert only_text(said)
    if not issubclass(kind, errors.OnderbrokenError):
        assert "<U+001B>[2J<U+009B>31m" in said


def test_ook_de_fout_die_niemand_verwachtte(capsys, tmp_path, monkeypatch):
    kind = type(f"Mis{ENEMY}", (Exception,), {})

    def wrong() -> None:
        raise kind(ENEMY)

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert edge.run(wrong) == 3
    assert only_text(capsys.readouterr().err)


@pytest.mark.parametrize(
    "command",
    [
        (ENEMY,),
        ("status", f"--{ENEMY}"),
        ("status", ENEMY),
        ("controleer", ENEMY),
        ("controleer", ENEMY, "--formaat", "json"),
        ("genereer", ENEMY),
        ("genereer", "--naar", ENEMY),
        ("genereer", "--sjabloon", ENEMY),
        ("antwoord", ENEMY, ENEMY, "tekst"),
        ("antwoord", "dorp.plan.yaml", ENEMY, "tekst"),
        ("inlezen", ENEMY),
        ("vergelijk", ENEMY, ENEMY),
        ("geschiedenis", ENEMY, ENEMY),
        ("punt", ENEMY),
        ("nieuw", ENEMY),
        ("git", ENEMY),
        ("voorbeeld", "dorp.plan.yaml/" + ENEMY),
    ],
    ids=lambda command: command[0] if command[0] != ENEMY else "onbekend",
)
def test_een_naam_van_een_vreemde(run_command, plan, command):
    assert plan.is_file()
    outcome = run_command(*command)
    assert outcome.code in (1, 2)
    assert outcome.result + outcome.error
    assert only_text(outcome.result + outcome.error)


@pytest.mark.skipif(os.name == "nt", reason="Windows staat zulke namen niet toe")
def test_een_plan_en_een_map_met_een_gevaarlijke_naam(run_command, plan, work_folder):
    name = ENEMY.replace("\x85", "").replace("\r", "")
    (work_folder / name).mkdir()
    foreign = work_folder / name / f"{name}.plan.yaml"
    foreign.write_bytes(plan.read_bytes())
    path = str(foreign.relative_to(work_folder))
    for command in (
        ("genereer", path), ("status", path), ("status", path, "--json"), ("controleer", path),
        ("controleer", path, "--formaat", "sarif"), ("antwoord", path, "gemeente", "Ede"),
        ("vergelijk", path, plan.name), ("punt", path, "--nieuw", ENEMY, "--auteur", ENEMY),
        ("punt", path), ("punt", path, "--json"),
    ):  # fmt: skip
        outcome = run_command(*command)
        assert outcome.code in (0, 1), outcome.error
        assert only_text(outcome.result + outcome.error), command


def test_een_sleutel_van_een_vreemde(run_command, plan, replace):
    replace(plan, "  gemeente: Oudermeer", '  "x\\e[2J\\u202e": a')
    outcome = run_command("status", plan.name)
    assert outcome.code == 1
    assert "x<U+001B>[2J<U+202E>" in outcome.error
    assert only_text(outcome.error)


def test_een_word_bestand_als_tekst_voor_git(run_command, plan, work_folder):
    """C1 controls and turns of direction may stand in XML."""
    assert run_command("genereer", plan.name).code == 0
    package = load_package((work_folder / "dorp.docx").read_bytes(), "")
    xml = package.content("word/document.xml")
    foreign = xml.replace(b"Oudermeer", "Ouder\u009b2J\u202emeer".encode())
    assert foreign != xml
    members = package.members | {"word/document.xml": deflated("word/document.xml", foreign)}
    (work_folder / "vreemd.docx").write_bytes(write_package(list(members.values())))
    for command in (
        ("als-tekst", "vreemd.docx"),
        ("vergelijk", plan.name, "vreemd.docx"),
        ("vergelijk", plan.name, "vreemd.docx", "--json"),
        ("inlezen", "vreemd.docx", plan.name, "--proef"),
    ):
        outcome = run_command(*command)
        assert outcome.result, command
        assert only_text(outcome.result + outcome.error), command


# An output that takes no more.


def _run_real(map_: Path, *command: str, **streams) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "uitvoeringsplan", *command],
        cwd=map_, check=False, text=True, encoding="utf-8", stdin=subprocess.DEVNULL,
        **({"stderr": subprocess.PIPE} | streams),
    )  # fmt: skip


_ZEGT_SOMETHING = [
    ("status", "dorp.plan.yaml"),
    ("status", "dorp.plan.yaml", "--json"),
    ("genereer", "dorp.plan.yaml"),
    ("controleer", "dorp.plan.yaml"),
    ("als-tekst", "dorp.docx"),
    ("--help",),
    ("--versie",),
]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="dit systeem heeft geen /dev/full")
@pytest.mark.parametrize("command", _ZEGT_SOMETHING, ids=" ".join)
def test_een_volle_uitvoer(run_command, plan, command):
    run_command("genereer", plan.name)
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        outcome = _run_real(plan.parent, *command, stdout=full)
    assert outcome.returncode == 1
    assert outcome.stderr.startswith(ZIN)
    assert outcome.stderr.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="een pijp sluit daar anders")
@pytest.mark.parametrize("command", _ZEGT_SOMETHING, ids=" ".join)
def test_een_pijp_waar_niemand_meer_leest(run_command, plan, command):
    run_command("genereer", plan.name)
    read, schrijf = os.pipe()
    os.close(read)
    outcome = _run_real(plan.parent, *command, stdout=schrijf)
    os.close(schrijf)
    assert outcome.returncode == 1
    assert outcome.stderr.startswith(ZIN)
    assert outcome.stderr.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="een schil van Unix")
@pytest.mark.parametrize("waarheen", ["1>&-", "1>&- 2>&-", "2>&-", "2>/dev/full", "<&-"])
def test_stromen_die_er_niet_zijn(plan, waarheen):
    """A fault says what it can, and never ends in a traceback or another code."""
    for command, good in (("status dorp.plan.yaml", "1>&-" not in waarheen), ("status x", False)):
        schil = f'"{sys.executable}" -m uitvoeringsplan {command} {waarheen}'
        outcome = subprocess.run(
            ["sh", "-c", schil], cwd=plan.parent, check=False, capture_output=True, text=True
        )
        assert outcome.returncode == (0 if good else 1), outcome.stderr
        assert "Traceback" not in outcome.stderr
        assert outcome.stderr.count("\n") <= 1


class _Scherm(io.StringIO):
    """A stream that says that it is a screen."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def screen(monkeypatch):
    """Return what `zeg` puts on a screen of 40 columns."""
    monkeypatch.setenv("COLUMNS", "40")

    def perform(text: str) -> list[str]:
        stream = _Scherm()
        monkeypatch.setattr(sys, "stdout", stream)
        say(text)
        return stream.getvalue().removesuffix("\n").split("\n")

    return perform


LANG = "Van dit bestand is nog niets overgenomen, want je moet eerst kiezen."


def test_op_een_scherm_breekt_geen_woord(screen):
    assert screen(LANG) == [
        "Van dit bestand is nog niets",
        "overgenomen, want je moet eerst kiezen.",
    ]
    assert screen(f"  - {LANG}")[1].startswith("    ")
    assert screen("kort\n\nkort") == ["kort", "", "kort"]


@pytest.mark.parametrize(
    "heel",
    [
        "uitvoeringsplan inlezen een-lange-naam.docx een-lange-naam.plan.yaml",
        "C:/een/heel/lang/pad/naar/een/bestand/met/de/naam/oudermeer.plan.yaml",
        "    https://voorbeeld.example/een/heel/lang/adres/van/een/handreiking.pdf",
        f"{' ' * 60}^",
    ],
)
def test_wat_een_regel_moet_blijven_blijft_dat(screen, heel):
    assert screen(heel) == [make_visible(heel)]


def test_een_kleur_telt_niet_mee_en_blijft(screen):
    red = f"{colour_mark(31)}{'x' * 20}{colour_mark(39)}"
    assert screen(f"{red} {'y' * 19}") == [make_visible(f"{red} {'y' * 19}")]
    assert screen(f"{red} {'y' * 20}") == [make_visible(red), "y" * 20]


@pytest.mark.parametrize("place", [0, 16, 17, 40, 50, 66, 67])
def test_van_een_lange_regel_is_te_zien_waar_het_teken_onder_staat(screen, place):
    line = "de naam van de gemeente staat hier twee keer, en dat mag niet zo: x"
    window, pointer = screen(f"54 | {line}\n{' ' * (5 + place)}^")
    assert window[len(pointer) - 1 : len(pointer)] == line[place : place + 1]
    assert max(len(window), len(pointer)) <= 40
    assert window[:5] == "54 | "
    assert window[5:].strip("…") in line


def test_wat_een_vreemde_schreef_is_ook_gevouwen_te_zien(screen):
    assert "".join(screen(f"een twee drie\tvier vijf\r zes zeven {ENEMY}")).count("U+000D") == 2


def test_wie_een_pijp_leest_krijgt_hele_zinnen(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    say(LANG)
    assert capsys.readouterr().out == f"{LANG}\n"
