"""A part of a template with controls (the main text, a header or a footer), and what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import R, W
from uitvoeringsplan.ooxml.tree import around, child, finder, number, parse, remove, val, w
from uitvoeringsplan.word.invulvelden import (
    BOOKMARK,
    CONDITION_TAG,
    HOUSE_STYLE_TAGS,
    PICTURE_TAG,
    SECOND_BOOKMARK,
    ControlKind,
    Invulveld,
    read_field,
    tag_of,
)
from uitvoeringsplan.word.sjabloon.conditions import Keuzedeel, read_choice
from uitvoeringsplan.word.sjabloon.contents_list import Inhoudsopgave, find_contents
from uitvoeringsplan.word.sjabloon.mending import Mending

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.ooxml.package import Package
    from uitvoeringsplan.ooxml.styles import Styles
    from uitvoeringsplan.ooxml.tree import Element

#: The text of a standing A4 page with usual margins: width and height in centimetres.
A4_ROOM = (16.0, 24.7)
_PER_CM = 567  # twentieths of a point
# Of the section that something stands in: its properties come behind it.
_next_page = finder("(following::w:pgSz)[1] | (following::w:pgMar)[1]")
_tagged = finder("//w:sdt[w:sdtPr/w:tag/@w:val = $tag]")


class PicturePlace(NamedTuple):
    """The control that marks where the drawing of a question comes.

    What stands in it leads up to the drawing, and goes when there is nothing to draw. `room` is
    the width and height of the text on its page, in centimetres.
    """

    vraag_id: str
    room: tuple[float, float]


class Control(NamedTuple):
    """A content control: its place among all of the part, how many are in it, and what it is.

    Of one that is apart, what a plan puts there changes nothing else of the part, and may be
    written with the prefixes that it has in a document.
    """

    place: int
    inside: int
    what: Invulveld | Keuzedeel | PicturePlace
    outer: str = ""  # the tag of the field for an answer that it stands in
    is_apart: bool = False


class TemplatePart(NamedTuple):
    """A part: its tree, which is copied to be filled, and what stands in it."""

    name: str
    root: Element
    controls: tuple[Control, ...]
    contents: Inhoudsopgave | None = None
    is_fixed: bool = False  # every document has it as it is in the template

    @property
    def fields(self) -> list[Invulveld]:
        """The places for answers."""
        return [c.what for c in self.controls if isinstance(c.what, Invulveld)]

    @property
    def choices(self) -> list[Keuzedeel]:
        """The parts with a condition."""
        return [c.what for c in self.controls if isinstance(c.what, Keuzedeel)]

    @property
    def picture_places(self) -> list[PicturePlace]:
        """The places for drawings."""
        return [c.what for c in self.controls if isinstance(c.what, PicturePlace)]


def load_part(
    pakket: Package, name: str, known: frozenset[str], stijlblad: Styles | None = None
) -> TemplatePart:
    """Return a part of a template; raises SjabloonError.

    `known` holds the names for conditions; a contents list is looked for when there are styles.
    Bookmarks of a second place have their own name in it, and the places for logo and address that
    no house style has filled are not in it.
    """
    root = parse(pakket.inhoud(name), name, pakket.pad)
    is_changed = _name_bookmarks(root) | _drop_empty_places(root)
    controls = _controls(root, pakket.pad, known)
    contents = find_contents(root, stijlblad) if stijlblad else None
    apart = _apart(root, controls, contents, has_links=stijlblad is not None)
    controls = tuple(control._replace(is_apart=control in apart) for control in controls)
    return TemplatePart(name, root, controls, contents, not (controls or contents or is_changed))


def _name_bookmarks(root: Element) -> bool:
    second = [
        m for m in root.iter(w("bookmarkStart")) if val(m, "name").startswith(SECOND_BOOKMARK)
    ]
    for mark in second:
        mark.set(w("name"), BOOKMARK + val(mark, "name").removeprefix(SECOND_BOOKMARK))
    return bool(second)


def _drop_empty_places(root: Element) -> bool:
    empty = [control for tag in HOUSE_STYLE_TAGS for control in _tagged(root, tag=tag)]
    if empty:
        mending = Mending(root, empty)
        for control in empty:
            remove(control)
        mending.finish()
    return bool(empty)


def _controls(root: Element, path: str, known: frozenset[str]) -> tuple[Control, ...]:
    """Return the controls with a tag, in document order."""
    found: list[Control] = []
    until, outer = 0, ""  # the field for an answer that we are in
    for place, element in enumerate(root.iter(w("sdt"))):
        tag = tag_of(element)
        what = _what(element, tag, path, known) if tag else None
        if what is None:
            continue
        inside = sum(1 for _ in element.iter(w("sdt"))) - 1
        found.append(Control(place, inside, what, outer if place < until else ""))
        if isinstance(what, Invulveld) and place >= until:
            until, outer = place + 1 + inside, tag
    return tuple(found)


def _apart(
    root: Element, controls: Sequence[Control], contents: Inhoudsopgave | None, *, has_links: bool
) -> frozenset[Control]:
    """Return the controls of which what a plan puts there changes nothing else of the part.

    Others have a control or one end of a bookmark in them, or have to do with the contents list:
    its headings are there or not, and have their words. Answers have links if `has_links`.
    """
    if root.nsmap.get("w") != W:
        return frozenset()
    may_have_relationships = root.nsmap.get("r") == R
    sdt = w("sdt")
    inside = list(root.iter(w("bookmarkStart"), w("bookmarkEnd")))
    headings: list[Element] = []
    if contents:
        paragraphs = list(root.iter(w("p")))
        headings = [paragraphs[heading.place] for heading in contents.headings]
        inside += (paragraphs[contents.first], paragraphs[contents.last], *headings)
    bound = {outer for element in inside for outer in element.iterancestors(sdt)}
    bound.update(control for heading in headings for control in heading.iter(sdt))
    elements = list(root.iter(sdt))

    def is_apart(control: Control) -> bool:
        element, what = elements[control.place], control.what
        if not isinstance(what, Invulveld):
            return isinstance(what, PicturePlace) and may_have_relationships
        # A paragraph in a text box is read with the one that the box is in.
        return (
            (may_have_relationships or not has_links)
            and not (control.inside or control.outer or element in bound)
            and (what.vorm is ControlKind.REGEL or around(element, "p") is None)
        )

    return frozenset(filter(is_apart, controls))


def _what(
    element: Element, tag: str, path: str, known: frozenset[str]
) -> Invulveld | Keuzedeel | PicturePlace | None:
    if tag.startswith(CONDITION_TAG):
        return read_choice(element, tag, path, known)
    if not tag.startswith(PICTURE_TAG):
        return read_field(element, tag, path)
    if child(element, "sdtContent") is None:
        return None
    return PicturePlace(tag.removeprefix(PICTURE_TAG), _room(element))


def _room(element: Element) -> tuple[float, float]:
    """Return the room for text on the page of a control."""
    found = {found.tag: found for found in _next_page(element)}
    size, margins = found.get(w("pgSz")), found.get(w("pgMar"))
    wide, high = (number(val(size, side)) or 0 for side in ("w", "h"))
    if not (wide and high):
        return A4_ROOM
    left, right, top, bottom = (
        number(val(margins, side)) or 0 for side in ("left", "right", "top", "bottom")
    )
    return (wide - left - right) / _PER_CM, (high - top - bottom) / _PER_CM
