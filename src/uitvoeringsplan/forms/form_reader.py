"""A Word file to a form: every part that somebody reads, with its places to fill in.

Content controls and fields are found here; what is only seen to be a place is for `blanks.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.document.paragraph_content import words_inside
from uitvoeringsplan.forms.controls import ControlReader
from uitvoeringsplan.forms.layout import Form
from uitvoeringsplan.forms.part_reader import PartReader
from uitvoeringsplan.ooxml.counters import Counters, read_counters
from uitvoeringsplan.ooxml.gate import check_package
from uitvoeringsplan.ooxml.names import (
    CORE_PART,
    PLACEHOLDER_STYLE,
    REL_FOOTER,
    REL_GLOSSARY,
    REL_HEADER,
    REL_NOTES,
    REL_NUMBERING,
    REL_SETTINGS,
    REL_STYLES,
)
from uitvoeringsplan.ooxml.styles import NO_STYLES, read_styles
from uitvoeringsplan.ooxml.tree import child, is_true, parse, val

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from uitvoeringsplan.forms.layout import Line
    from uitvoeringsplan.ooxml.gate import LetIn
    from uitvoeringsplan.ooxml.package import Package
    from uitvoeringsplan.ooxml.styles import Styles
    from uitvoeringsplan.ooxml.tree import Element

# The id that Word gives that style, as does what completes a template without it.
_WORDS_OWN = "PlaceholderText"
_TITLES = ("title", "titel")
_MOST_WORDS = 10  # of a title


def read_form(package: Package) -> Form:
    """Return the form in a package; raises SjabloonError when it may not be read."""
    inside = check_package(package)
    package = inside.package
    stylesheet = _styles(inside)
    prompts = _prompts(inside)
    counters = _counters(inside)
    form = Form([], prompt_style=stylesheet.id_start(PLACEHOLDER_STYLE) or _WORDS_OWN)
    for name, kind in _parts(inside):
        root = parse(package.content(name), name, package.path)
        form.part_roots[name] = root
        reader = PartReader(name, stylesheet, counters, ControlReader(stylesheet, prompts))
        form.containers += reader.read(root, kind)
    form.protection = _protection(inside)
    form.title = _title(inside, form)
    return form


def _parts(inside: LetIn) -> Iterator[tuple[str, str]]:
    yield inside.document, "body"
    for kinds, what in (((REL_HEADER,), "header"), ((REL_FOOTER,), "footer"), (REL_NOTES, "note")):
        for name in inside.parts(*kinds):
            yield name, what


def _root_of(inside: LetIn, kind: str) -> Element | None:
    name = next(iter(inside.parts(kind)), "")
    package = inside.package
    return parse(package.content(name), name, package.path) if name else None


def _styles(inside: LetIn) -> Styles:
    root = _root_of(inside, REL_STYLES)
    return NO_STYLES if root is None else read_styles(root)


def _counters(inside: LetIn) -> Counters:
    root = _root_of(inside, REL_NUMBERING)
    return Counters({}, {}) if root is None else read_counters(root)


def _prompts(inside: LetIn) -> dict[str, str]:
    """Return the placeholders in the glossary by their names."""
    root = _root_of(inside, REL_GLOSSARY)
    result: dict[str, str] = {}
    blocks = child(root, "docParts")
    for block in blocks if blocks is not None else ():
        name, content = val(child(block, "docPartPr", "name")), child(block, "docPartBody")
        if name and content is not None:
            result.setdefault(name, words_inside(content))
    return result


def _protection(inside: LetIn) -> str:
    protection = child(_root_of(inside, REL_SETTINGS), "documentProtection")
    is_enforced = protection is not None and is_true(val(protection, "enforcement") or "0")
    return val(protection, "edit") if is_enforced else ""


def _opening(lines: Sequence[Line]) -> str:
    """Return the first line with words when it stands out as a title does."""
    first = next((line for line in lines if line.words or line.places), None)
    if first is None or first.places or not first.is_bold or first.outline is not None:
        return ""
    is_short = len(first.words.split()) <= _MOST_WORDS
    return first.words if is_short and not first.words[0].isdigit() else ""


def _title(inside: LetIn, form: Form) -> str:
    """Return what the form is called: its title in the text, or else in its properties."""
    lines = form.containers[0].lines if form.containers else []
    named = (line.words for line in lines if line.style in _TITLES)
    first = next(filter(None, named), "") or _opening(lines)
    if first or CORE_PART not in inside.package.members:
        return first
    core = parse(inside.package.content(CORE_PART), CORE_PART, inside.package.path)
    title = next(core.iter("{http://purl.org/dc/elements/1.1/}title"), None)
    return " ".join((title.text or "").split()) if title is not None else ""
