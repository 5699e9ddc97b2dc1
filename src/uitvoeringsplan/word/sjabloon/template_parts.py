"""A part of a template with controls (the main text, a header or a footer), and what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.tree import parse, remove, val, w
from uitvoeringsplan.word.field_marks import wrap_marked
from uitvoeringsplan.word.invulvelden import (
    ANSWER_BOOKMARK,
    BOOKMARK,
    HOUSE_STYLE_TAGS,
    SECOND_BOOKMARK,
    Invulveld,
    tag_of,
)
from uitvoeringsplan.word.sjabloon.conditions import Keuzedeel
from uitvoeringsplan.word.sjabloon.mending import Mending

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.counters import Numbering
    from uitvoeringsplan.ooxml.package import Package
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.sjabloon.contents_list import Inhoudsopgave
    from uitvoeringsplan.word.writing.answer_xml import StyleIds


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
    """What stands in a part, by its place in the tree."""

    name: str
    controls: tuple[Control, ...]
    contents: Inhoudsopgave | None = None

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


class Inventory(NamedTuple):
    """What there is to know of a template before it is filled.

    The main part is the first of `parts`, when it is there; a part that is the same in every
    document is not. `numbering` is the part with the lists, the one that numbered points use and
    the first free id; `lists` is what counters count in; from `bookmarks` on there are numbers
    that no bookmark of the main part has; `relationships` of the package itself are by kind.
    """

    document: str
    parts: tuple[TemplatePart, ...]
    styles: StyleIds
    numbering: tuple[str, str, int]
    lists: tuple[dict[str, Numbering], dict[tuple[str, str], int]]
    bookmarks: int
    relationships: dict[str, str]


def load_root(package: Package, name: str) -> tuple[Element, bool]:
    """Return the tree of a part as it is filled, and whether it differs from what is in the part.

    Bookmarks of a second place have their own name in it. Not in it are those of answers, which
    are there when somebody made a template of a document, and the places for logo and address that
    no house style has filled. Around places that bookmarks mark a control stands
    (`field_marks`). Raises SjabloonError.
    """
    root = parse(package.content(name), name, package.path)
    return root, _name_bookmarks(root) | _drop_empty_places(root) | wrap_marked(root)


def _name_bookmarks(root: Element) -> bool:
    ours = [
        mark
        for mark in root.iter(w("bookmarkStart"))
        if val(mark, "name").startswith((SECOND_BOOKMARK, ANSWER_BOOKMARK))
    ]
    of_answers = set()
    for mark in ours:
        name = val(mark, "name")
        if name.startswith(ANSWER_BOOKMARK):
            of_answers.add(val(mark, "id"))
        else:
            mark.set(w("name"), BOOKMARK + name.removeprefix(SECOND_BOOKMARK))
    if of_answers:
        for mark in list(root.iter(w("bookmarkStart"), w("bookmarkEnd"))):
            if val(mark, "id") in of_answers:
                remove(mark)
    return bool(ours)


def _drop_empty_places(root: Element) -> bool:
    empty = [control for control in root.iter(w("sdt")) if tag_of(control) in HOUSE_STYLE_TAGS]
    if empty:
        mending = Mending(root, empty)
        for control in empty:
            remove(control)
        mending.finish()
    return bool(empty)
