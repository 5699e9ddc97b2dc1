"""The question set in a file, or the one that was made ready with the wheel.

Reading YAML takes longer than most commands themselves. When the wheel is built, what the shipped
`vragen.yaml` says is written down as Python in `built/question_set.py` (`tasks/ready_made.py`). A
file with exactly those bytes need not be read again; every other one is.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from uitvoeringsplan.files.file_reading import load_bytes
from uitvoeringsplan.model.checksum import digest

if TYPE_CHECKING:
    from pathlib import Path

    from uitvoeringsplan.model.vragenlijst import Vragenlijst


def load_vragenlijst(path: Path) -> Vragenlijst:
    """Return the question set in a file; raises BestandError or VragenlijstError."""
    data = load_bytes(path)
    if (ready := find_ready(data)) is not None:
        return ready
    from uitvoeringsplan.vragenlijst.question_set_reader import read_vragenlijst  # noqa: PLC0415

    return read_vragenlijst(data, path)


def find_ready(data: bytes) -> Vragenlijst | None:
    """Return the question set that was made of exactly these bytes; None in a clone."""
    try:
        built = import_module("uitvoeringsplan.built.question_set")
    except ModuleNotFoundError:
        return None
    ready: Vragenlijst | None = built.load() if digest(data) == built.DIGEST else None
    return ready
