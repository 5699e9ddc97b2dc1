"""Places in a document that a link can go to: every one gets an id that no other has.

Notes are such places too: they are numbered through in the order in which the text names them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from uitvoeringsplan.model.document import Lijst, Lijstpunt, Tekstdeel, Telwijze
from uitvoeringsplan.ooxml.tree import val, w

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from uitvoeringsplan.document.inline import NoteReference
    from uitvoeringsplan.model.document import Inhoud
    from uitvoeringsplan.ooxml.tree import Element

_NO_LETTER = re.compile("[^a-z0-9]+")
MAX_ANCHOR = 60


class Anchors:
    """Gives out ids, and remembers which bookmark stands where.

    Only bookmarks that something links to get an id of their own; Word is full of others.
    """

    def __init__(self, wanted: set[str]) -> None:
        self._wanted = wanted
        self._taken: set[str] = set()
        self._count: dict[str, int] = {}  # how often a name was given out
        self.per_bookmark: dict[str, str] = {}

    def of_heading(self, text: str, bookmarks: list[str]) -> str:
        """Return the id of a heading, made from its words; its bookmarks lead to it."""
        anchor = self._free(text)
        for name in self._accepted(bookmarks):
            self.per_bookmark[name] = anchor
        return anchor

    def of_text(self, bookmarks: list[str]) -> tuple[str, ...]:
        """Return the ids of the bookmarks in a paragraph that something links to."""
        for name in (new := self._accepted(bookmarks)):
            self.per_bookmark[name] = self._free(name)
        return tuple(self.per_bookmark[name] for name in new)

    def of_note(self, name: str) -> tuple[str, ...]:
        """Return the id of a note, which its own reference leads to."""
        self._wanted.add(name)
        return self.of_text([name])

    def _accepted(self, bookmarks: list[str]) -> list[str]:
        """Return the sought ones that stand nowhere yet: the first of two wins, as in Word."""
        return [
            name
            for name in dict.fromkeys(bookmarks)
            if name in self._wanted and name not in self.per_bookmark
        ]

    def _free(self, text: str) -> str:
        bare_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
        basis = _NO_LETTER.sub("-", bare_text)[:MAX_ANCHOR].strip("-") or "plaats"
        if not basis[0].isalpha():
            basis = f"n-{basis}"
        self._count.setdefault(basis, 1)
        anchor = basis
        while anchor in self._taken:
            self._count[basis] += 1  # not from the first again: headings may have one name
            anchor = f"{basis}-{self._count[basis]}"
        self._taken.add(anchor)
        return anchor


class Notes:
    """The notes of a document by their parts, and those that the text named so far."""

    def __init__(self, parts: Mapping[str, Element], anchors: Anchors) -> None:
        self._anchors = anchors
        self._content = {
            (kind, val(element, "id")): element
            for kind, part in parts.items()
            for element in part.findall(w(kind))
            if any(t.text and t.text.strip() for t in element.iter(w("t")))
        }
        self._named: list[tuple[str, Element, tuple[str, ...]]] = []
        self._number: dict[tuple[str, str], int] = {}  # of every note, its latest one
        self._in_a_note = False

    def reference(self, note: NoteReference, dress: Tekstdeel) -> Tekstdeel:
        """Return the text that leads to a note; empty text when there is no such note.

        Every reference in the text makes a note of its own. A note that names another, which Word
        does not let anyone write, leads to the one that is there: they may name each other.
        """
        key = (note.kind, note.id)
        element = self._content.get(key)
        if element is None:
            return dress
        number = self._number.get(key) if self._in_a_note else None
        if number is None:
            self._number[key] = number = len(self._named) + 1
            self._named.append((note.kind, element, self._anchors.of_note(f"noot {number}")))
        return dress._replace(text=f"[{number}]", target=f"noot {number}")

    def lijst(self, read: Callable[[str, Element], tuple[Inhoud, ...]]) -> tuple[Inhoud, ...]:
        """Return the notes as a counted list; `read` reads one, given its kind. None: nothing."""
        self._in_a_note = True
        points = tuple(
            Lijstpunt(read(kind, element), anchors=anchors)
            for kind, element, anchors in self._named
        )
        return (Lijst(points, Telwijze.CIJFER),) if points else ()
