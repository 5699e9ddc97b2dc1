"""Controls of a kind in which every program shows the words as they are, and what changed.

LibreOffice (seen in 7.4) makes a plain field of a control for text in a line, and of the first
paragraph in a control of no kind: words that went and words that came then stand there as one
text, "35.00040.000", without a mark; bold is lost, and the address of a link stands among the
words. It leaves alone a control of no kind in a line, and one for a building block around
paragraphs. To Word these hold the same; a control for plain text has one run by rights, and not
what went and what came side by side.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, cast

from uitvoeringsplan.ooxml.tree import child, new, remove, w
from uitvoeringsplan.word.invulvelden import ControlKind, Invulveld

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.sjabloon.variant import Sjabloon

#: What a control can be (ECMA-376-1, 17.5.2.38); one with none of these is for rich text.
_KINDS = tuple(
    map(
        w,
        (
            "equation", "comboBox", "date", "docPartObj", "docPartList", "dropDownList", "picture",
            "richText", "text", "citation", "group", "bibliography",
        ),
    )
)  # fmt: skip
_GALLERY = "Quick Parts"  # where Word keeps building blocks of no special use


def with_open_controls(sjabloon: Sjabloon, is_open: Callable[[Invulveld], bool]) -> Sjabloon:
    """Return a template that differs in the kind alone of those controls that must be open."""
    roots = dict(sjabloon.roots)
    for part in sjabloon.parts:
        opened = {
            control.place: control.what.form
            for control in part.controls
            if isinstance(control.what, Invulveld) and is_open(control.what)
        }
        if opened:
            roots[part.name] = root = deepcopy(roots[part.name])
            for place, control in enumerate(root.iter(w("sdt"))):
                if place in opened:
                    _open(control, opened[place])
    return sjabloon._replace(roots=roots, cuts={})


def _open(control: Element, form: ControlKind) -> None:
    properties = cast("Element", child(control, "sdtPr"))  # its tag stands there
    for kind in list(properties.iterchildren(*_KINDS)):
        remove(kind)
    if form is ControlKind.BLOK:
        properties.append(new("docPartObj", new("docPartGallery", val=_GALLERY)))
