"""How a page looks: quiet, wide enough to read, whole on a phone, and good on paper.

The house style of a municipality comes in as one colour and one or two typefaces. All other
colours follow from it or are neutral, so that the contrast which was checked for that one colour
holds for the page: it stands on white only, and in the dark it is mixed with so much white
that any colour stands out.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uitvoeringsplan.model.huisstijl import Huisstijl

_COLOUR = re.compile("[0-9A-Fa-f]{6}")
_NOT_IN_NAME = re.compile(r"[^\w .-]")
# The metric twin of Calibri, and what each system has that comes near.
_FALLBACK = 'Carlito, "Segoe UI", "Helvetica Neue", Arial, sans-serif'
# Cells of a wide table, set next to each other again where there is room for a few of them.
_CARDS = (
    "  table.breed > tbody > tr { display: grid; gap: 0 1.5rem;"
    " grid-template-columns: repeat(auto-fill, minmax(min(11rem, 100%), 1fr)); }\n"
    "  table.breed > tbody > tr > th { grid-column: 1 / -1; }\n"
)


_ACCENT, _LETTER = "0B5563", "Calibri"


def stylesheet(huisstijl: Huisstijl | None = None, *, concept: bool = False) -> str:
    """Return the style sheet; a concept says so on every page that is printed."""
    accent, text, headings = _ACCENT, _LETTER, ""
    if huisstijl is not None:
        accent = huisstijl.accent or accent
        text, headings = huisstijl.letter_tekst or text, huisstijl.letter_koppen
    if not _COLOUR.fullmatch(accent):
        raise ValueError(accent)
    own = (
        ":root {\n"
        f"  --accent: #{accent.upper()};\n"
        f"  --letter: {_family(text)};\n"
        f"  --kopletter: {_family(headings or text)};\n"
        "}\n"
    )
    mark = '@page { @top-right { content: "Concept"; font: 9pt sans-serif; } }\n'
    parts = (
        own,
        _read("scherm.css"),
        f"@media screen and (max-width: 57rem) {{\n{_stacked('table.breed')}{_CARDS}}}\n",
        f"@media screen and (max-width: 44rem) {{\n{_stacked('table')}}}\n",
        _read("papier.css"),
        mark if concept else "",
    )
    return "".join(parts)


@cache
def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


def _family(name: str) -> str:
    clean = _NOT_IN_NAME.sub("", name).strip()
    return f'"{clean}", {_FALLBACK}' if clean else _FALLBACK


def _stacked(table: str) -> str:
    """Return rules that set the cells of a table below each other, each with its column's name.

    The header row stays for who listens; a column that is named says so before every cell.
    """
    return (
        f"  {table}, {table} > caption, {table} > tbody, {table} > tbody > tr,\n"
        f"  {table} > tbody > tr > * {{ display: block; }}\n"
        f"  {table} > thead {{ position: absolute; clip-path: inset(50%); height: 1px; width: 1px;"
        " overflow: hidden; white-space: nowrap; }\n"
        f"  {table} > tbody > tr {{ padding: 1rem 0 .4rem; border-top: 1px solid var(--lijn); }}\n"
        f"  {table} > tbody > tr:first-child {{ border-top: 2px solid var(--merk); }}\n"
        f"  {table} > tbody > tr > * {{ padding: 0 0 .8rem; border: 0; }}\n"
        f"  {table} > tbody > tr > td:empty {{ display: none; }}\n"
        f"  {table} > tbody > tr > td[data-kolom]::before {{ content: attr(data-kolom);"
        " display: block; font-size: .85rem; font-weight: 700; color: var(--zacht); }\n"
    )
