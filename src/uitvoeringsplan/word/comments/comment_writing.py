"""Open points to comments in a finished document.

A comment stands around the words that the point quotes, when they are still there, else at the line
above the answer. Never in the first paragraph of an answer: a program drops its words then
(COMMENT_TAKES_WORDS in `word/returned/habits.py`), and typing over a placeholder takes everything
in it away. A point about the whole plan stands with the title.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.names import (
    REL_COMMENTS,
    TYPE_COMMENTS,
    TYPES,
    UNKNOWN_AUTHOR,
    shortened,
)
from uitvoeringsplan.ooxml.relationships import (
    Relationship,
    free_ids,
    pointed_ids,
    read_relationships,
    relationships_part,
    with_content_type,
    with_relationships,
)
from uitvoeringsplan.ooxml.tree import new, parse, val, w, write
from uitvoeringsplan.word.comments.comment_marks import mark_paragraph, mark_part, mark_words
from uitvoeringsplan.word.invulvelden import BOOKMARK, bookmark_of, tag_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from uitvoeringsplan.model.open_punt import OpenPunt
    from uitvoeringsplan.ooxml.package import Package
    from uitvoeringsplan.ooxml.tree import Element


_PARAGRAPH, _CONTROL, _BOOKMARK = w("p"), w("sdt"), w("bookmarkStart")


class Punten:
    """Writes points into one document; `without_place` are those whose question is not in it."""

    def __init__(self, punten: Iterable[OpenPunt]) -> None:
        self._punten = tuple(punten)
        self.placed = 0
        self.without_place: tuple[OpenPunt, ...] = ()

    def __call__(
        self, package: Package, document: str, new: Mapping[str, bytes]
    ) -> dict[str, bytes]:
        """Return the parts that change, and remember what found no place.

        `new` holds the parts that differ from those of the package, the main one (`document`)
        among them.
        """

        def content(name: str) -> bytes | None:
            if name in new or name not in package.members:
                return new.get(name)
            return package.content(name)

        tree = parse(new[document], document, package.path)
        relationships = content(relationships_part(document))
        comments = CommentsPart()
        places = _Plekken(tree)
        without = []
        for punt in self._punten:
            if places.mark(punt, comments.following):
                comments.add(punt)
            else:
                without.append(punt)
        self.placed, self.without_place = len(self._punten) - len(without), tuple(without)
        if not self.placed:
            return {}
        part = "/".join(filter(None, (document.rpartition("/")[0], "comments.xml")))
        known = read_relationships(relationships, document, package.path) if relationships else ()
        relationship = Relationship(
            next(free_ids(known, pointed_ids(tree))), REL_COMMENTS, part, extern=False
        )
        types = new.get(TYPES) or package.content(TYPES)
        return {
            document: write(tree),
            relationships_part(document): with_relationships(
                document, relationships, [relationship]
            ),
            TYPES: with_content_type(types, part, TYPE_COMMENTS),
            part: comments.data(),
        }


class _Plekken:
    """Where the questions stand in a document, and the plan as a whole."""

    def __init__(self, tree: Element) -> None:
        self._controls: dict[str, Element] = {}
        self._anchors: dict[str, Element] = {}
        self._above: dict[str, Element] = {}  # the last free paragraph before a control
        # Paragraphs that say nothing about a question: whatever is in a control may.
        self._remaining: list[Element] = []
        for element in tree.iter(_PARAGRAPH, _CONTROL, _BOOKMARK):
            if element.tag == _CONTROL:
                name = tag_of(element)
                if name not in self._controls and self._remaining:
                    self._above[name] = self._remaining[-1]
                self._controls.setdefault(name, element)
            elif element.tag == _BOOKMARK and element.get(w("name"), "").startswith(BOOKMARK):
                paragraph = next(element.iterancestors(_PARAGRAPH), None)
                if paragraph is not None:
                    self._anchors.setdefault(val(element, "name"), paragraph)
            elif element.tag == _PARAGRAPH and next(element.iterancestors(_CONTROL), None) is None:
                self._remaining.append(element)
        anchors = set(self._anchors.values())
        self._remaining = [paragraph for paragraph in self._remaining if paragraph not in anchors]

    def mark(self, punt: OpenPunt, number: int) -> bool:
        """Put the marks of comment `number` where a point belongs; False when that is nowhere."""
        if not punt.vraag:
            return self._mark_plan(punt.citaat, number)
        control = self._controls.get(punt.vraag)
        if control is None:
            return False
        paragraphs = list(control.iter(_PARAGRAPH))
        if not paragraphs:  # within a line: a comment about nothing but this field
            mark_part(control, number)
            return True
        if mark_words(paragraphs[1:], punt.citaat, number):
            return True
        above = self._anchors.get(bookmark_of(punt.vraag), self._above.get(punt.vraag))
        if above is not None:
            mark_paragraph(above, number)
        return above is not None

    def _mark_plan(self, quote: str, number: int) -> bool:
        """Mark the words in the text around the answers, else the first paragraph with words."""
        if mark_words(self._remaining, quote, number):
            return True
        first = next(filter(_has_text, self._remaining), None)
        if first is None:
            return False
        mark_paragraph(first, number)
        return True


def _has_text(paragraph: Element) -> bool:
    return any((t.text or "").strip() for t in paragraph.iter(w("t")))


_LONGEST_NAME = 255  # of an author, to the schema
_LONGEST_LETTERS = 9  # of initials
_MIDDAG = "T12:00:00"  # a moment without a zone, which no program moves to another day


class CommentsPart:
    """The comments of a document; those of its template are not in it."""

    def __init__(self) -> None:
        self._tree = new("comments")
        self.following = 0

    def add(self, punt: OpenPunt) -> None:
        """Write a point as the comment with number `following`."""
        auteur = shortened(punt.auteur or UNKNOWN_AUTHOR, _LONGEST_NAME)
        letters = shortened("".join(word[0] for word in auteur.split()), _LONGEST_LETTERS)
        comment = new("comment", id=str(self.following), author=auteur, initials=letters)
        if punt.datum:
            comment.set(w("date"), punt.datum + _MIDDAG)
        comment.extend(_paragraph(line) for line in punt.tekst.split("\n"))
        self._tree.append(comment)
        self.following += 1

    def data(self) -> bytes:
        """Return the part as it is now."""
        return write(self._tree)


def _paragraph(line: str) -> Element:
    text = new("t")
    text.text = line
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return new("p", new("r", text))
