"""A stand-in for LibreOffice: a shell script that does what a test asks."""

from __future__ import annotations

from pathlib import Path

from uitvoeringsplan.storage.libreoffice import PDF, libreoffice

# The stand-in gets the same arguments; the last but one is the folder for the result.
KOP = """#!/bin/sh
echo $$ > "$PIDBESTAND"
printf '%s\\n' "$@" > "$ARGUMENTEN"
while [ "$1" != --outdir ]; do shift; done
uit=$2 bron=$3
"""
GOED = "printf '%%PDF-1.7 %s %%%%EOF' \"$(cat $bron)\" > $uit/document.pdf\n"


def zet_om(doel=PDF, tijd: float = 20, data: bytes = b"inhoud") -> bytes:
    with libreoffice(tijd) as programma:
        return programma.zet_om(data, doel)


def leeft(pid: int) -> bool:
    """Whether a process is there that still does something."""
    try:
        stand = Path(f"/proc/{pid}/stat").read_text("utf-8")
    except FileNotFoundError:
        return False
    return stand.rpartition(")")[2].split()[0] != "Z"
