"""Writes down what a question set says as Python, when the wheel is built and in tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.files.file_reading import load_bytes
from uitvoeringsplan.files.lookup import find_vragen
from uitvoeringsplan.vragenlijst.python_code import write_code, write_imports
from uitvoeringsplan.vragenlijst.question_set_reader import read_vragenlijst
from uitvoeringsplan.vragenlijst.vragenbestand import digest

if TYPE_CHECKING:
    from pathlib import Path


def make_module(pad: Path | None = None) -> str:
    """Return the source of a module with the `DIGEST` of a question set, and `load` to get it.

    By default it is the shipped one.
    """
    pad = pad or find_vragen()
    data = load_bytes(pad)
    names: dict[str, str] = {}
    code = write_code(read_vragenlijst(data, pad), names)
    return (
        f'"""What {pad.name} says."""\n\n{write_imports(names)}\n\n'
        f"DIGEST = {digest(data)!r}\n\n\ndef load():\n    return {code}\n"
    )
