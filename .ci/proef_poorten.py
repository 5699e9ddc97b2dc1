"""The test of the gates: a gate that lets a deliberate fault through is no gate.

Every gate gets a faulty file of its own, and must say no.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gereedschap import GATES
from tests_draaien import ReadmeError, command, objection
from versies import objections, read

if TYPE_CHECKING:
    from collections.abc import Callable

DOC = "word/document.xml"
VELD = r'(<w:tag w:val="lokale-ambitie"/>.*?)<w:sdtContent>.*?</w:sdtContent>'


@dataclass(frozen=True)
class Fout:
    """One fault: what a pattern in one part of the package becomes, and who must say what of it."""

    name: str
    gate: str
    expected: str
    part: str
    patroon: str
    replacement: str


ERRORS = (
    Fout(
        "losse tekst in een invulveld",
        "Open XML SDK",
        "invalid child element",
        DOC,
        VELD,
        r"\1<w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent>",
    ),
    Fout(
        "alinea in een alinea",
        "Open XML SDK",
        "invalid child element",
        DOC,
        r"<w:p>(?=<w:r>)",
        "<w:p><w:p/>",
    ),
    Fout(
        "onbekende uitlijning",
        "Open XML SDK",
        "Enumeration constraint",
        DOC,
        r"<w:body>",
        '<w:body><w:p><w:pPr><w:jc w:val="links"/></w:pPr></w:p>',
    ),
    Fout(
        "stijl die er niet is", "ooxml-integrity", "STY001", DOC, r'w:val="Heading1"', 'w:val="Weg"'
    ),
    Fout("invulveld zonder inhoud", "ooxml-integrity", "SDT002", DOC, VELD, r"\1"),
    Fout(
        "relatie die er niet is",
        "ooxml-integrity",
        "REL001",
        DOC,
        r'(?<=<w:hyperlink )r:id="rId[0-9]+"',
        'r:id="rId999"',
    ),
    Fout(
        "dubbele code",
        "eigen controles",
        "dubbele-code",
        DOC,
        r'w:tag w:val="lokale-doelstellingen"',
        'w:tag w:val="lokale-ambitie"',
    ),
    Fout(
        "bladwijzer zonder einde",
        "eigen controles",
        "bladwijzerpaar",
        DOC,
        r"<w:bookmarkEnd [^>]*/>",
        "",
    ),
    Fout(
        "vlag op een antwoord",
        "eigen controles",
        "vlag-op-tekst",
        DOC,
        r'(<w:tag w:val="lokale-ambitie"/>)',
        r"\1<w:showingPlcHdr/>",
    ),
    Fout(
        "tabel zonder kopregel",
        "eigen controles",
        "tabel-zonder-kopregel",
        DOC,
        r"<w:tblHeader/>",
        "",
    ),
    Fout(
        "geen titel",
        "PDF/UA-1",
        "PDFUA1-METADATA-TITLE",
        "docProps/core.xml",
        r"<dc:title>.*?</dc:title>",
        "",
    ),
    Fout(
        "kop overgeslagen",
        "PDF/UA-1",
        "PDFUA1-HEADING-NESTING",
        DOC,
        r'w:val="Heading2"',
        'w:val="Heading3"',
    ),
)

UNTYPED = '"""Proef."""\n\n\ndef dubbel(getal):\n    return getal * 2\n'
UGLY = "import os\ndef Dubbel( getal ): return getal*2\n"
README = "# Proef\n\n## Tests draaien\n\n```sh\npytest\n```\n\n## Verder\n\n```sh\nniets\n```\n"


def corruption(good: Path, result: Path, error: Fout) -> None:
    """Write a copy of a package with one fault in it."""
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == error.part:
                text, count = re.subn(
                    error.patroon, error.replacement, content.decode(), count=1, flags=re.DOTALL
                )
                if not count:
                    raise LookupError(f"{error.name}: {error.patroon} staat niet in {error.part}")
                content = text.encode()
            new.writestr(name, content)


def houdt_tegen(map_: Path, good: Path, error: Fout) -> tuple[str, bool]:
    """Return what was tried, and whether the gate saw it."""
    result = map_ / f"{re.sub('[^a-z]+', '-', error.name)}.docx"
    corruption(good, result, error)
    errors = GATES[error.gate](result)
    return f"{error.gate}: {error.name}", any(error.expected in line for line in errors)


def double_onderdeel(map_: Path, good: Path) -> tuple[str, bool]:
    """Return whether our own rules see a part that is in the package twice."""
    result = map_ / "dubbel-onderdeel.docx"
    shutil.copy(good, result)
    with warnings.catch_warnings(), zipfile.ZipFile(result, "a") as package:
        warnings.simplefilter("ignore")
        package.writestr("word/styles.xml", package.read("word/styles.xml"))
    (error,) = GATES["eigen controles"](result)
    return "eigen controles: onderdeel dubbel", "dubbel-onderdeel" in error


def refuses(name: str, *opdrachtregel: str | Path) -> tuple[str, bool]:
    """Return whether a command says no."""
    process = subprocess.run(
        opdrachtregel, capture_output=True, text=True, check=False, timeout=120
    )
    return name, process.returncode == 1


def code_en_tests(map_: Path) -> list[tuple[str, bool]]:
    """Return whether the gates on code and on the run of the tests say no."""
    untyped, ugly = map_ / "ongetypt.py", map_ / "lelijk.py"
    untyped.write_text(UNTYPED, encoding="utf-8")
    ugly.write_text(UGLY, encoding="utf-8")
    settings = Path("pyproject.toml").resolve()
    return [
        refuses("mypy: functie zonder types", "mypy", "--strict", "--cache-dir", map_, untyped),
        refuses("ruff check: rommelige code", "ruff", "check", "--config", settings, ugly),
        refuses("ruff format: slordige opmaak", "ruff", "format", "--check", ugly),
        ("tests: een test faalt", bool(objection("1 failed, 3 passed in 2s\n", 1))),
        (
            "tests: een test is overgeslagen",
            bool(objection("== 3 passed, 1 skipped in 2s ==\n", 0)),
        ),
        ("tests: er is niets gedraaid", bool(objection("no tests ran in 0.01s\n", 0))),
        ("versies: een andere versie", bool(objections(read("a_b==1\n"), {"a-b": "2"}))),
        ("versies: een pakket dat er niet bij staat", bool(objections({}, {"a": "1"}))),
        ("versies: de vaste versies mogen door", not objections(read("#\nA.b==1\n"), {"a-b": "1"})),
        ("tests: alles geslaagd mag door", not objection("== 3 passed in 2.10s ==\n", 0)),
        ("tests: README met opdracht mag door", command(README) == "pytest"),
        ("tests: README zonder kop", _geen_opdracht(README.replace("## Tests", "## Toets"))),
        ("tests: README met twee regels", _geen_opdracht(README.replace("pytest", "cd x\npytest"))),
    ]


def dekking(map_: Path) -> tuple[str, bool]:
    """Return whether the gate on coverage sees that most of a module is never reached."""
    half, measured = map_ / "half.py", f"--data-file={map_ / 'gemeten'}"
    half.write_text("def nooit(ja):\n" + "    if ja:\n        ja += 1\n" * 20, encoding="utf-8")
    meten: list[str | Path] = ["coverage", "run", "--rcfile=", "--branch", measured, half]
    subprocess.run(meten, check=True, timeout=120)
    process = subprocess.run(
        ["coverage", "report", measured], capture_output=True, text=True, check=False, timeout=120
    )
    return "dekking: bijna niets bereikt", "less than fail-under" in process.stdout + process.stderr


def wiel(map_: Path) -> tuple[str, bool]:
    """Return whether the wheel gate sees that the questions were left out; spoils that wheel."""
    work = Path(os.environ["WERK"])
    (vragen,) = (work / "wielomgeving").glob(
        "lib/*/site-packages/uitvoeringsplan/meegeleverd/*.yaml"
    )
    vragen.rename(map_ / vragen.name)
    return refuses("wiel: zonder vragen.yaml", "bash", ".ci/wiel.sh", "gebruik")


def _geen_opdracht(readme: str) -> bool:
    try:
        command(readme)
    except ReadmeError:
        return True
    return False


def main() -> int:
    """Return an exit code."""
    with tempfile.TemporaryDirectory() as temporary, ThreadPoolExecutor(2) as helpers:
        map_ = Path(temporary)
        good = map_ / "goed.docx"
        plan = "voorbeelden/oudermeer.plan.yaml"
        subprocess.run(
            ["uitvoeringsplan", "genereer", plan, "-u", good], check=True, stdout=subprocess.DEVNULL
        )
        attempts: list[Callable[[], tuple[str, bool]]] = [
            *((lambda error=error: houdt_tegen(map_, good, error)) for error in ERRORS),
            lambda: double_onderdeel(map_, good),
            lambda: dekking(map_),
            lambda: wiel(map_),
        ]
        uitslagen = [*helpers.map(lambda attempt: attempt(), attempts), *code_en_tests(map_)]
    for name, seen in uitslagen:
        print(f"{'goed' if seen else 'fout'}  {name}")
    print(f"{sum(seen for _, seen in uitslagen)} van {len(uitslagen)} goed")
    return 0 if all(seen for _, seen in uitslagen) else 1


if __name__ == "__main__":
    sys.exit(main())
