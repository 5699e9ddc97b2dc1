"""What breaks when something goes from a part, and mending it.

Word calls a file with an empty cell damaged, and also one with a cell that ends in a table; the
format allows no table without a row, and a bookmark needs both of its ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.tree import child, new, remove, val, w
from uitvoeringsplan.word.invulvelden import CONDITION_TAG, tag_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from uitvoeringsplan.ooxml.tree import Element

_EDGES = (w("hdr"), w("ftr"))
_BLOCKS = (w("p"), w("sdt"), w("tbl"))


class Mending:
    """Takes things out of one part, and in the end mends what that broke.

    `may_go` are the controls that can go or lose their wrapper.
    """

    def __init__(self, root: Element, may_go: Iterable[Element]) -> None:
        self._root = root
        self._bookmarks = list(_pairs(root))
        self._tables: dict[Element, None] = {}
        self._holders: dict[
            Element, list[Element]
        ] = {}  # a cell, header or footer to its last block
        for control in may_go:
            parent = control.getparent()
            if parent is None:
                continue
            if parent.tag == w("tbl"):
                self._tables[parent] = None
            elif parent.tag == w("tc") or (parent is root and root.tag in _EDGES):
                self._holders[parent] = list(_blocks(parent))[-1:]

    def unwrap(self, control: Element, behind: Iterable[Element] = ()) -> None:
        """Take only the wrapper away; `behind` comes behind what stood in it."""
        if control.getparent() is None:  # what was around it has gone
            return
        content = child(control, "sdtContent")
        for element in (*(() if content is None else content), *behind):
            control.addprevious(element)
        remove(control)

    def finish(self) -> None:
        """Mend what the part misses now."""
        for table in self._tables:
            if next(_rows(table), None) is None:
                remove(table)
        for holder, last in self._holders.items():
            blocks = [block for block in holder if block.tag in _BLOCKS]
            # How a cell ends in the template itself is not ours to judge.
            is_good = bool(blocks) and (
                holder.tag != w("tc") or blocks[-1].tag == w("p") or blocks[-1:] == last
            )
            if not is_good:
                holder.append(new("p"))
        for pair in self._bookmarks:
            here = [mark for mark in pair if self.is_here(mark)]
            if len(here) == 1:
                remove(here[0])

    def is_here(self, element: Element) -> bool:
        """Whether an element is still in the part."""
        return next(element.iterancestors(self._root.tag), None) is self._root


def _pairs(root: Element) -> Iterator[tuple[Element, Element]]:
    """Yield the bookmarks that have both of their ends."""
    open_: dict[str, Element] = {}
    for mark in root.iter(w("bookmarkStart"), w("bookmarkEnd")):
        id_ = val(mark, "id")
        if mark.tag == w("bookmarkStart"):
            open_.setdefault(id_, mark)
        elif id_ in open_:
            yield open_.pop(id_), mark


def _blocks(holder: Element) -> Iterator[Element]:
    """Yield what stands in a holder, in order; of a part with a condition what stands in that."""
    for block in holder:
        content = child(block, "sdtContent") if block.tag == w("sdt") else None
        if content is not None and tag_of(block).startswith(CONDITION_TAG):
            yield from _blocks(content)
        elif block.tag in _BLOCKS:
            yield block


def _rows(table: Element) -> Iterator[Element]:
    """Yield the rows of a table, also those in controls."""
    for row in table:
        content = child(row, "sdtContent") if row.tag == w("sdt") else None
        if content is not None:
            yield from _rows(content)
        elif row.tag == w("tr"):
            yield row
