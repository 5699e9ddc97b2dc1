"""A stand-in for LibreOffice: a shell script that does what a test asks."""

from __future__ import annotations

import os
import select

import pytest

from uitvoeringsplan.errors import OmzetError
from uitvoeringsplan.pdf.libreoffice import PDF, libreoffice

# The stand-in gets the same arguments; the last but one is the folder for the result.
KOP = """#!/bin/sh
echo $$ > "$PIDBESTAND"
printf '%s\\n' "$@" > "$ARGUMENTEN"
while [ "$1" != --outdir ]; do shift; done
uit=$2 bron=$3
"""
GOOD = "printf '%%PDF-1.7 %s %%%%EOF' \"$(cat $bron)\" > $uit/document.pdf\n"


def convert(target=PDF, time: float = 20, data: bytes = b"inhoud") -> bytes:
    with libreoffice(time) as program:
        (made,) = program.convert([data], target)
    if isinstance(made, OmzetError):
        raise made
    return made


def leeft(pid: int) -> bool:
    """Whether a process goes on; one that was just killed may take a moment to end."""
    if not hasattr(os, "pidfd_open"):
        pytest.skip("alleen waar een proces te volgen is (Linux)")
    try:
        end = os.pidfd_open(pid)
    except ProcessLookupError:
        return False
    try:
        return not select.select([end], [], [], 10)[0]
    finally:
        os.close(end)
