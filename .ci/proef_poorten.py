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

from gereedschap import POORTEN
from tests_draaien import ReadmeError, bezwaar, opdracht
from versies import bezwaren, lees

if TYPE_CHECKING:
    from collections.abc import Callable

DOC = "word/document.xml"
VELD = r'(<w:tag w:val="lokale-ambitie"/>.*?)<w:sdtContent>.*?</w:sdtContent>'


@dataclass(frozen=True)
class Fout:
    """One fault: what a pattern in one part of the package becomes, and who must say what of it."""

    naam: str
    poort: str
    verwacht: str
    deel: str
    patroon: str
    vervanging: str


FOUTEN = (
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
        r'r:id="uvpLink1"',
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

ONGETYPT = '"""Proef."""\n\n\ndef dubbel(getal):\n    return getal * 2\n'
LELIJK = "import os\ndef Dubbel( getal ): return getal*2\n"
README = "# Proef\n\n## Tests draaien\n\n```sh\npytest\n```\n\n## Verder\n\n```sh\nniets\n```\n"


def bederf(goed: Path, uit: Path, fout: Fout) -> None:
    """Write a copy of a package with one fault in it."""
    with zipfile.ZipFile(goed) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for naam in oud.namelist():
            inhoud = oud.read(naam)
            if naam == fout.deel:
                tekst, aantal = re.subn(
                    fout.patroon, fout.vervanging, inhoud.decode(), count=1, flags=re.DOTALL
                )
                if not aantal:
                    raise LookupError(f"{fout.naam}: {fout.patroon} staat niet in {fout.deel}")
                inhoud = tekst.encode()
            nieuw.writestr(naam, inhoud)


def houdt_tegen(map_: Path, goed: Path, fout: Fout) -> tuple[str, bool]:
    """Return what was tried, and whether the gate saw it."""
    uit = map_ / f"{re.sub('[^a-z]+', '-', fout.naam)}.docx"
    bederf(goed, uit, fout)
    fouten = POORTEN[fout.poort](uit)
    return f"{fout.poort}: {fout.naam}", any(fout.verwacht in regel for regel in fouten)


def dubbel_onderdeel(map_: Path, goed: Path) -> tuple[str, bool]:
    """Return whether our own rules see a part that is in the package twice."""
    uit = map_ / "dubbel-onderdeel.docx"
    shutil.copy(goed, uit)
    with warnings.catch_warnings(), zipfile.ZipFile(uit, "a") as pakket:
        warnings.simplefilter("ignore")
        pakket.writestr("word/styles.xml", pakket.read("word/styles.xml"))
    (fout,) = POORTEN["eigen controles"](uit)
    return "eigen controles: onderdeel dubbel", "dubbel-onderdeel" in fout


def weigert(naam: str, *opdrachtregel: str | Path) -> tuple[str, bool]:
    """Return whether a command says no."""
    proces = subprocess.run(opdrachtregel, capture_output=True, text=True, check=False, timeout=120)
    return naam, proces.returncode == 1


def code_en_tests(map_: Path) -> list[tuple[str, bool]]:
    """Return whether the gates on code and on the run of the tests say no."""
    ongetypt, lelijk = map_ / "ongetypt.py", map_ / "lelijk.py"
    ongetypt.write_text(ONGETYPT, encoding="utf-8")
    lelijk.write_text(LELIJK, encoding="utf-8")
    instellingen = Path("pyproject.toml").resolve()
    return [
        weigert("mypy: functie zonder types", "mypy", "--strict", "--cache-dir", map_, ongetypt),
        weigert("ruff check: rommelige code", "ruff", "check", "--config", instellingen, lelijk),
        weigert("ruff format: slordige opmaak", "ruff", "format", "--check", lelijk),
        ("tests: een test faalt", bool(bezwaar("1 failed, 3 passed in 2s\n", 1))),
        ("tests: een test is overgeslagen", bool(bezwaar("== 3 passed, 1 skipped in 2s ==\n", 0))),
        ("tests: er is niets gedraaid", bool(bezwaar("no tests ran in 0.01s\n", 0))),
        ("versies: een andere versie", bool(bezwaren(lees("a_b==1\n"), {"a-b": "2"}))),
        ("versies: een pakket dat er niet bij staat", bool(bezwaren({}, {"a": "1"}))),
        ("versies: de vaste versies mogen door", not bezwaren(lees("#\nA.b==1\n"), {"a-b": "1"})),
        ("tests: alles geslaagd mag door", not bezwaar("== 3 passed in 2.10s ==\n", 0)),
        ("tests: README met opdracht mag door", opdracht(README) == "pytest"),
        ("tests: README zonder kop", _geen_opdracht(README.replace("## Tests", "## Toets"))),
        ("tests: README met twee regels", _geen_opdracht(README.replace("pytest", "cd x\npytest"))),
    ]


def dekking(map_: Path) -> tuple[str, bool]:
    """Return whether the gate on coverage sees that most of a module is never reached."""
    half, gemeten = map_ / "half.py", f"--data-file={map_ / 'gemeten'}"
    half.write_text("def nooit(ja):\n" + "    if ja:\n        ja += 1\n" * 20, encoding="utf-8")
    meten: list[str | Path] = ["coverage", "run", "--rcfile=", "--branch", gemeten, half]
    subprocess.run(meten, check=True, timeout=120)
    proces = subprocess.run(
        ["coverage", "report", gemeten], capture_output=True, text=True, check=False, timeout=120
    )
    return "dekking: bijna niets bereikt", "less than fail-under" in proces.stdout + proces.stderr


def wiel(map_: Path) -> tuple[str, bool]:
    """Return whether the wheel gate sees that the questions were left out; spoils that wheel."""
    werk = Path(os.environ["WERK"])
    (vragen,) = (werk / "wielomgeving").glob(
        "lib/*/site-packages/uitvoeringsplan/meegeleverd/*.yaml"
    )
    vragen.rename(map_ / vragen.name)
    return weigert("wiel: zonder vragen.yaml", "bash", ".ci/wiel.sh", "gebruik")


def _geen_opdracht(readme: str) -> bool:
    try:
        opdracht(readme)
    except ReadmeError:
        return True
    return False


def main() -> int:
    """Return an exit code."""
    with tempfile.TemporaryDirectory() as tijdelijk, ThreadPoolExecutor(2) as helpers:
        map_ = Path(tijdelijk)
        goed = map_ / "goed.docx"
        plan = "voorbeelden/oudermeer.plan.yaml"
        subprocess.run(
            ["uitvoeringsplan", "genereer", plan, "-u", goed], check=True, stdout=subprocess.DEVNULL
        )
        pogingen: list[Callable[[], tuple[str, bool]]] = [
            *((lambda fout=fout: houdt_tegen(map_, goed, fout)) for fout in FOUTEN),
            lambda: dubbel_onderdeel(map_, goed),
            lambda: dekking(map_),
            lambda: wiel(map_),
        ]
        uitslagen = [*helpers.map(lambda poging: poging(), pogingen), *code_en_tests(map_)]
    for naam, gezien in uitslagen:
        print(f"{'goed' if gezien else 'fout'}  {naam}")
    print(f"{sum(gezien for _, gezien in uitslagen)} van {len(uitslagen)} goed")
    return 0 if all(gezien for _, gezien in uitslagen) else 1


if __name__ == "__main__":
    sys.exit(main())
