"""The rule on colour: text stands out against what is behind it.

Colours are those written in the file; where a theme names them too, Word writes the same value
beside it. Shading by conditional formatting of a table style is not followed: our tables shade
their own cells.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from uitvoeringsplan.checks.word_parts import fault
from uitvoeringsplan.model.kleur import MIN_CONTRAST, WHITE, contrast_ratio
from uitvoeringsplan.ooxml.tree import child, val, w

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from uitvoeringsplan.checks.word_parts import Run, StyleSheet, WordFile
    from uitvoeringsplan.model.bevinding import Bevinding
    from uitvoeringsplan.ooxml.tree import Element

_HEX = re.compile(r"[0-9A-Fa-f]{6}")


def kleurcontrast(file: WordFile) -> Iterator[Bevinding]:
    """Find text with a contrast below 4.5 to 1, also where it is large.

    Text is judged where it stands. A style that no text uses yet is judged against its own
    shading, because an answer may use it tomorrow. Source: WCAG 2.2, 1.4.3.
    """
    used: set[str] = set()
    for part in file.running:
        for paragraph in part.paragraphs:
            shade = _hex(child(paragraph.properties, "shd"), "fill") if paragraph.runs else ""
            for run in paragraph.runs:
                if run.text.strip():
                    used.update((run.style, paragraph.style))
                    wrong = _judge(run, paragraph.style, shade, part.styles)
                    if wrong:
                        yield fault(part, wrong, run.text)
    yield from _unused(file, used)


def _judge(run: Run, paragraph_style: str, paragraph_shade: str, styles: StyleSheet) -> str:
    """Return what is wrong with the colour of a text; empty when nothing is."""
    own = child(run.properties, "color")
    of_styles, surface = _of_styles(styles, run.style, paragraph_style)
    colour = of_styles if own is None else _hex(own)
    if not colour:
        return ""
    shade = _hex(child(run.properties, "shd"), "fill") or paragraph_shade
    return _too_close(colour, shade or surface or _of_cell(run.element))


@lru_cache(maxsize=256)  # a document has few styles, and many words in them
def _of_styles(styles: StyleSheet, run_style: str, paragraph_style: str) -> tuple[str, str]:
    """Return the colour that these styles give, the nearest first, and that behind it."""
    style_ids = (run_style, paragraph_style)
    found = (styles.first(style_id, "rPr", "color") for style_id in style_ids)
    colour = next((element for element in found if element is not None), None)
    surfaces = (_of_style(styles, style_id) for style_id in style_ids)
    return _hex(colour), next(filter(None, surfaces), "")


@lru_cache(maxsize=256)
def _too_close(colour: str, surface: str) -> str:
    """Return what is wrong with a colour on another; empty when nothing is."""
    contrast = contrast_ratio(colour, surface)
    if contrast >= MIN_CONTRAST:
        return ""
    return (
        f"de kleur {colour} op {surface} heeft een contrast van {contrast:.1f};"
        f" minstens {MIN_CONTRAST} is nodig."
    )


def _unused(file: WordFile, used: Collection[str]) -> Iterator[Bevinding]:
    main = file.main
    for style_id, style in main.styles.styles.items():
        if style_id not in used and val(style, "type") in ("paragraph", "character"):
            colour = _hex(main.styles.first(style_id, "rPr", "color"))
            surface = _of_style(main.styles, style_id) or WHITE
            if colour and (wrong := _too_close(colour, surface)):
                yield fault(main, wrong, f"stijl {val(child(style, 'name'))}")


def _of_cell(element: Element) -> str:
    """Return the colour of the nearest cell around a text that has one, else white."""
    cells = element.iterancestors(w("tc"))
    surfaces = (_hex(child(cell, "tcPr", "shd"), "fill") for cell in cells)
    return next(filter(None, surfaces), WHITE)


def _of_style(styles: StyleSheet, style_id: str) -> str:
    surfaces = (_hex(styles.first(style_id, holder, "shd"), "fill") for holder in ("rPr", "pPr"))
    return next(filter(None, surfaces), "")


def _hex(element: Element | None, name: str = "val") -> str:
    colour = "" if element is None else val(element, name)
    return colour.upper() if colour and _HEX.fullmatch(colour) else ""


COLOUR_RULES = {"kleurcontrast": kleurcontrast}
