"""The bytes of a part, changed by putting things in: what is not touched stays as it was.

A tree that is written again may say the same in other bytes. Here the tree only tells which element
is meant; where that stands in the bytes, a second reading of them tells.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING
from xml.parsers import expat

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import W

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.tree import Element

_TAG = re.compile(rb"<(?:[^\"'>]|\"[^\"]*\"|'[^']*')*>")
_SIGN = re.compile(r"&[^;]+;|.", re.DOTALL)


class Span(NamedTuple):
    """Where an element stands: its start tag, and its end tag; an empty one is all start tag."""

    start: int
    open_end: int
    close_start: int
    end: int

    @property
    def is_one_tag(self) -> bool:
        """Whether it has no end tag."""
        return self.open_end == self.end


class RawPart:
    """A part to put things in, by the elements of its tree; `root` was read from `data`."""

    def __init__(self, data: bytes, root: Element) -> None:
        self.data = data
        self._index = {element: number for number, element in enumerate(root.iter())}
        self._spans = _read_spans(data)
        if len(self._spans) != len(self._index):
            raise ValueError  # another part
        self.kept: set[Element] = set()  # texts whose blanks count already
        self._edits: list[tuple[int, int, int, bytes]] = []

    def span(self, element: Element) -> Span:
        """Return where an element stands."""
        return self._spans[self._index[element]]

    def raw(self, element: Element) -> bytes:
        """Return the bytes of an element."""
        span = self.span(element)
        return self.data[span.start : span.end]

    def insert(self, place: int, added: str) -> None:
        """Put something in; what is put in one place later comes behind."""
        self._edits.append((place, place, len(self._edits), added.encode()))

    def replace(self, element: Element, text: str) -> None:
        """Put something in the place of an element."""
        span = self.span(element)
        self._edits.append((span.start, span.end, len(self._edits), text.encode()))

    def place_in_text(self, element: Element, signs: int) -> int:
        """Return where the first signs of the text in an element end."""
        span = self.span(element)
        raw = self.data[span.open_end : span.close_start].decode()
        if "<" in raw:
            raise ValueError  # a section of bare text, which no program for Word writes
        found = [match.end() for match in _SIGN.finditer(raw)]
        return span.open_end + len(raw[: found[signs - 1] if signs else 0].encode())

    def written(self) -> bytes:
        """Return the part with everything put in."""
        pieces: list[bytes] = []
        done = 0
        for start, end, _, added in sorted(self._edits):
            pieces += (self.data[done:start], added)
            done = max(done, end)
        return b"".join(chain(pieces, (self.data[done:],)))


def prefix_of(element: Element) -> str:
    """Return the prefix of the names of Word where an element stands, with its colon."""
    names = {uri: name for name, uri in element.nsmap.items() if name}
    return f"{names[W]}:" if W in names else ""


def _read_spans(data: bytes) -> list[Span]:
    """Return where every element stands, in the order of their start tags."""
    spans: list[Span] = []
    open_: list[int] = []
    parser = expat.ParserCreate()

    def start(_name: str, _attributes: object) -> None:
        place = parser.CurrentByteIndex
        found = _TAG.match(data, place)
        end = found.end() if found else place
        open_.append(len(spans))
        spans.append(Span(place, end, end, end))

    def close(_name: str) -> None:
        number = open_.pop()
        span, place = spans[number], parser.CurrentByteIndex
        if not data.endswith(b"/>", 0, span.open_end):
            spans[number] = Span(span.start, span.open_end, place, data.index(b">", place) + 1)

    parser.StartElementHandler, parser.EndElementHandler = start, close
    parser.Parse(data, True)  # noqa: FBT003 - expat's own signature
    return spans
