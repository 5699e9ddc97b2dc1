"""A letter that stands large beside a paragraph, and is the first of its first word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.document.paragraph_content import letters, read_items
from uitvoeringsplan.ooxml.tree import child, parent_of, remove, val, w

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.tree import Element

_DROPPED = ("drop", "margin")
_LONGEST = 3  # signs: with a quotation mark in front, or IJ


def is_drop_cap(properties: Element | None) -> bool:
    """Whether the `w:pPr` of a paragraph sets its letters large beside the next one."""
    return val(child(properties, "framePr"), "dropCap") in _DROPPED


def join_drop_caps(root: Element) -> None:
    """Put drop caps in a control back in the word that they are of, where that is certain.

    Word has them in a paragraph of their own. They belong to the word behind them when that goes on
    with a small letter; otherwise nobody can tell (`A` may be a word), and they stay.
    """
    for frame in list(root.iter(w("framePr"))):
        properties = parent_of(frame)
        paragraph = properties.getparent()
        if paragraph is None or paragraph.tag != w("p") or not is_drop_cap(properties):
            continue
        # Outside the answers a drop cap may be the template's own, which is compared as it stands.
        if next(paragraph.iterancestors(w("sdt")), None) is None:
            continue
        after = paragraph.getnext()
        if after is None or after.tag != w("p"):
            continue
        large, text = letters(read_items(paragraph)), letters(read_items(after))
        if large.isspace() or len(large) > _LONGEST or not text[:1].islower():
            continue
        if large and not large[-1].isspace():
            _join(paragraph, after)


def _join(paragraph: Element, after: Element) -> None:
    own = child(after, "pPr")
    place = 0 if own is None else after.index(own) + 1
    for low in list(paragraph.iter(w("position"))):  # that is how Word makes it fit beside a line
        parent_of(low).remove(low)
    content = [part for part in paragraph if part.tag != w("pPr")]
    for number, part in enumerate(content):
        after.insert(place + number, part)
    remove(paragraph)
