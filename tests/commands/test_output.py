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

VIJAND = "x\x1b[2J\x9b31m\x07\u202egnp\u2066\u200b\u2028\x7f\x85\r\b"
ZIN = "De uitvoer kan nergens meer heen"


def alleen_tekst(gezegd: str) -> bool:
    """Whether a terminal has nothing to obey but the end of a line."""
    return not any(
        (ord(t) < 32 and t != "\n") or 0x7F <= ord(t) < 0xA0 or t in "\u202e\u2066\u200b\u2028"
        for t in gezegd
    )


def _met_vijand(soort: type[UitvoeringsplanError]) -> UitvoeringsplanError:
    """Return an error of this kind with hostile words wherever it takes words."""
    waarden: list[object] = []
    for naam, deel in inspect.signature(soort.__init__).parameters.items():
        if naam == "self" or deel.kind in (deel.VAR_KEYWORD, deel.KEYWORD_ONLY):
            continue
        if deel.kind is deel.VAR_POSITIONAL:
            waarden.append(VIJAND)
        elif naam == "plaats":
            waarden.append(Plaats(1, 1, VIJAND))
        elif naam == "botsingen":
            waarden.append([(VIJAND, VIJAND, VIJAND)])
        elif naam == "bekend":
            waarden.append([VIJAND])
        elif naam in ("rij", "plek", "signaal", "nummer"):
            waarden.append(2)
        else:
            waarden.append(VIJAND)
    return soort(*waarden)


SOORTEN = [
    soort
    for soort in vars(errors).values()
    if isinstance(soort, type) and issubclass(soort, UitvoeringsplanError)
]


@pytest.mark.parametrize("soort", SOORTEN, ids=lambda soort: soort.__name__)
def test_elke_fout_komt_als_tekst_op_het_scherm(soort, capsys):
    def mis() -> None:
        raise _met_vijand(soort)

    assert edge.run(mis) in (1, 2, 130)
    gezegd = capsys.readouterr().err
    assert alleen_tekst(gezegd)
    if not issubclass(soort, errors.OnderbrokenError):
        assert "<U+001B>[2J<U+009B>31m" in gezegd


def test_ook_de_fout_die_niemand_verwachtte(capsys, tmp_path, monkeypatch):
    soort = type(f"Mis{VIJAND}", (Exception,), {})

    def mis() -> None:
        raise soort(VIJAND)

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert edge.run(mis) == 3
    assert alleen_tekst(capsys.readouterr().err)


@pytest.mark.parametrize(
    "opdracht",
    [
        (VIJAND,),
        ("status", f"--{VIJAND}"),
        ("status", VIJAND),
        ("controleer", VIJAND),
        ("controleer", VIJAND, "--formaat", "json"),
        ("genereer", VIJAND),
        ("genereer", "--naar", VIJAND),
        ("genereer", "--sjabloon", VIJAND),
        ("antwoord", VIJAND, VIJAND, "tekst"),
        ("antwoord", "dorp.plan.yaml", VIJAND, "tekst"),
        ("inlezen", VIJAND),
        ("vergelijk", VIJAND, VIJAND),
        ("geschiedenis", VIJAND, VIJAND),
        ("punt", VIJAND),
        ("nieuw", VIJAND),
        ("git", VIJAND),
        ("voorbeeld", "dorp.plan.yaml/" + VIJAND),
    ],
    ids=lambda opdracht: opdracht[0] if opdracht[0] != VIJAND else "onbekend",
)
def test_een_naam_van_een_vreemde(draai, plan, opdracht):
    assert plan.is_file()
    gedraaid = draai(*opdracht)
    assert gedraaid.code in (1, 2)
    assert gedraaid.uit + gedraaid.fout
    assert alleen_tekst(gedraaid.uit + gedraaid.fout)


@pytest.mark.skipif(os.name == "nt", reason="Windows staat zulke namen niet toe")
def test_een_plan_en_een_map_met_een_gevaarlijke_naam(draai, plan, werkmap):
    naam = VIJAND.replace("\x85", "").replace("\r", "")
    (werkmap / naam).mkdir()
    vreemd = werkmap / naam / f"{naam}.plan.yaml"
    vreemd.write_bytes(plan.read_bytes())
    pad = str(vreemd.relative_to(werkmap))
    for opdracht in (
        ("genereer", pad), ("status", pad), ("status", pad, "--json"), ("controleer", pad),
        ("controleer", pad, "--formaat", "sarif"), ("antwoord", pad, "gemeente", "Ede"),
        ("vergelijk", pad, plan.name), ("punt", pad, "--nieuw", VIJAND, "--auteur", VIJAND),
        ("punt", pad), ("punt", pad, "--json"),
    ):  # fmt: skip
        gedraaid = draai(*opdracht)
        assert gedraaid.code in (0, 1), gedraaid.fout
        assert alleen_tekst(gedraaid.uit + gedraaid.fout), opdracht


def test_een_sleutel_van_een_vreemde(draai, plan, vervang):
    vervang(plan, "  gemeente: Oudermeer", '  "x\\e[2J\\u202e": a')
    gedraaid = draai("status", plan.name)
    assert gedraaid.code == 1
    assert "x<U+001B>[2J<U+202E>" in gedraaid.fout
    assert alleen_tekst(gedraaid.fout)


def test_een_word_bestand_als_tekst_voor_git(draai, plan, werkmap):
    """C1 controls and turns of direction may stand in XML."""
    assert draai("genereer", plan.name).code == 0
    pakket = load_package((werkmap / "dorp.docx").read_bytes(), "")
    xml = pakket.inhoud("word/document.xml")
    vreemd = xml.replace(b"Oudermeer", "Ouder\u009b2J\u202emeer".encode())
    assert vreemd != xml
    leden = pakket.leden | {"word/document.xml": deflated("word/document.xml", vreemd)}
    (werkmap / "vreemd.docx").write_bytes(write_package(list(leden.values())))
    for opdracht in (
        ("als-tekst", "vreemd.docx"),
        ("vergelijk", plan.name, "vreemd.docx"),
        ("vergelijk", plan.name, "vreemd.docx", "--json"),
        ("inlezen", "vreemd.docx", plan.name, "--proef"),
    ):
        gedraaid = draai(*opdracht)
        assert gedraaid.uit, opdracht
        assert alleen_tekst(gedraaid.uit + gedraaid.fout), opdracht


# An output that takes no more.


def _draai_echt(map_: Path, *opdracht: str, **stromen) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "uitvoeringsplan", *opdracht],
        cwd=map_, check=False, text=True, encoding="utf-8", stdin=subprocess.DEVNULL,
        **({"stderr": subprocess.PIPE} | stromen),
    )  # fmt: skip


_ZEGT_IETS = [
    ("status", "dorp.plan.yaml"),
    ("status", "dorp.plan.yaml", "--json"),
    ("genereer", "dorp.plan.yaml"),
    ("controleer", "dorp.plan.yaml"),
    ("als-tekst", "dorp.docx"),
    ("--help",),
    ("--versie",),
]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="dit systeem heeft geen /dev/full")
@pytest.mark.parametrize("opdracht", _ZEGT_IETS, ids=" ".join)
def test_een_volle_uitvoer(draai, plan, opdracht):
    draai("genereer", plan.name)
    with Path("/dev/full").open("w", encoding="utf-8") as vol:
        gedraaid = _draai_echt(plan.parent, *opdracht, stdout=vol)
    assert gedraaid.returncode == 1
    assert gedraaid.stderr.startswith(ZIN)
    assert gedraaid.stderr.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="een pijp sluit daar anders")
@pytest.mark.parametrize("opdracht", _ZEGT_IETS, ids=" ".join)
def test_een_pijp_waar_niemand_meer_leest(draai, plan, opdracht):
    draai("genereer", plan.name)
    lees, schrijf = os.pipe()
    os.close(lees)
    gedraaid = _draai_echt(plan.parent, *opdracht, stdout=schrijf)
    os.close(schrijf)
    assert gedraaid.returncode == 1
    assert gedraaid.stderr.startswith(ZIN)
    assert gedraaid.stderr.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="een schil van Unix")
@pytest.mark.parametrize("waarheen", ["1>&-", "1>&- 2>&-", "2>&-", "2>/dev/full", "<&-"])
def test_stromen_die_er_niet_zijn(plan, waarheen):
    """A fault says what it can, and never ends in a traceback or another code."""
    for opdracht, goed in (("status dorp.plan.yaml", "1>&-" not in waarheen), ("status x", False)):
        schil = f'"{sys.executable}" -m uitvoeringsplan {opdracht} {waarheen}'
        gedraaid = subprocess.run(
            ["sh", "-c", schil], cwd=plan.parent, check=False, capture_output=True, text=True
        )
        assert gedraaid.returncode == (0 if goed else 1), gedraaid.stderr
        assert "Traceback" not in gedraaid.stderr
        assert gedraaid.stderr.count("\n") <= 1


class _Scherm(io.StringIO):
    """A stream that says that it is a screen."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def scherm(monkeypatch):
    """Return what `zeg` puts on a screen of 40 columns."""
    monkeypatch.setenv("COLUMNS", "40")

    def doe(tekst: str) -> list[str]:
        stroom = _Scherm()
        monkeypatch.setattr(sys, "stdout", stroom)
        say(tekst)
        return stroom.getvalue().removesuffix("\n").split("\n")

    return doe


LANG = "Van dit bestand is nog niets overgenomen, want je moet eerst kiezen."


def test_op_een_scherm_breekt_geen_woord(scherm):
    assert scherm(LANG) == [
        "Van dit bestand is nog niets",
        "overgenomen, want je moet eerst kiezen.",
    ]
    assert scherm(f"  - {LANG}")[1].startswith("    ")
    assert scherm("kort\n\nkort") == ["kort", "", "kort"]


@pytest.mark.parametrize(
    "heel",
    [
        "uitvoeringsplan inlezen een-lange-naam.docx een-lange-naam.plan.yaml",
        "C:/een/heel/lang/pad/naar/een/bestand/met/de/naam/oudermeer.plan.yaml",
        "    https://voorbeeld.example/een/heel/lang/adres/van/een/handreiking.pdf",
        f"{' ' * 60}^",
    ],
)
def test_wat_een_regel_moet_blijven_blijft_dat(scherm, heel):
    assert scherm(heel) == [make_visible(heel)]


def test_een_kleur_telt_niet_mee_en_blijft(scherm):
    rood = f"{colour_mark(31)}{'x' * 20}{colour_mark(39)}"
    assert scherm(f"{rood} {'y' * 19}") == [make_visible(f"{rood} {'y' * 19}")]
    assert scherm(f"{rood} {'y' * 20}") == [make_visible(rood), "y" * 20]


@pytest.mark.parametrize("plek", [0, 16, 17, 40, 50, 66, 67])
def test_van_een_lange_regel_is_te_zien_waar_het_teken_onder_staat(scherm, plek):
    regel = "de naam van de gemeente staat hier twee keer, en dat mag niet zo: x"
    venster, wijzer = scherm(f"54 | {regel}\n{' ' * (5 + plek)}^")
    assert venster[len(wijzer) - 1 : len(wijzer)] == regel[plek : plek + 1]
    assert max(len(venster), len(wijzer)) <= 40
    assert venster[:5] == "54 | "
    assert venster[5:].strip("…") in regel


def test_wat_een_vreemde_schreef_is_ook_gevouwen_te_zien(scherm):
    assert "".join(scherm(f"een twee drie\tvier vijf\r zes zeven {VIJAND}")).count("U+000D") == 2


def test_wie_een_pijp_leest_krijgt_hele_zinnen(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    say(LANG)
    assert capsys.readouterr().out == f"{LANG}\n"
