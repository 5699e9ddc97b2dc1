"""What every kind of place to fill in can do, and what those have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from copy import deepcopy
from typing import TYPE_CHECKING

from uitvoeringsplan.document.paragraph_content import read_items
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import escape_text
from uitvoeringsplan.ooxml.tree import child, fragment, new, parent_of, w

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.ooxml.tree import Element

_STAYS = (w("pPr"), w("bookmarkStart"), w("bookmarkEnd"))
_CHANGES = tuple(map(w, ("ins", "del")))


class Value(NamedTuple):
    """The answer that comes in a place.

    `content` is what a control for words would hold; with tracked changes in it the answer was
    `earlier`. `choice` is the number of the choice that a box stands for.
    """

    vraag: Vraag
    text: str
    content: tuple[Element, ...] = ()
    choice: int = 0
    earlier: str | None = None

    @property
    def is_tracked(self) -> bool:
        """Whether the answer changed, and the document shows that."""
        return any(next(one.iter(*_CHANGES), None) is not None for one in self.content)

    @property
    def words(self) -> str:
        """What a control for words would show."""
        return words_in(self.content)


class FieldKind(ABC):
    """A kind of place; each is a class, and an entry in `kinds.KINDS`."""

    @abstractmethod
    def fill(self, control: Element, value: Value) -> None:
        """Put an answer in a control: what it shows and what it says of itself agree."""

    @abstractmethod
    def shown(self, control: Element, vraag: Vraag) -> str | None:
        """Return what a control shows as a control for words would; None when it is words."""

    def preset(self, control: Element) -> str:
        """Return what a control shows that nobody filled in; empty when it tells."""
        del control
        return ""


def holder_of(control: Element) -> Element:
    """Return what holds the runs of a control: the first paragraph in it, or its content."""
    content = child(control, "sdtContent")
    if content is None:
        control.append(content := new("sdtContent"))
    paragraph = next(content.iter(w("p")), None)
    return content if paragraph is None else paragraph


def put_content(control: Element, content: tuple[Element, ...] | list[Element]) -> None:
    """Put runs, or the runs of a paragraph, in the place of those of a control.

    The paragraph stays, and a cell around it; bookmarks come along.
    """
    holder = holder_of(control)
    going = [old for old in holder if old.tag not in _STAYS]
    place = holder.index(going[0]) if going else len(holder)
    for old in going:
        holder.remove(old)
    runs: list[Element] = []
    for one in content:
        runs += [run for run in one if run.tag != w("pPr")] if one.tag == w("p") else [one]
    holder[place:place] = runs
    body = child(control, "sdtContent")
    for paragraph in list(body.iter(w("p"))) if body is not None else ():
        if paragraph is not holder and holder.tag == w("p"):
            parent_of(paragraph).remove(paragraph)


def with_words(content: tuple[Element, ...], words: str) -> list[Element]:
    """Return a copy of content that has other words, in the dress of its first ones."""
    rest = [run for one in content for run in one.iter(w("r"))][1:]
    copied: list[Element] = []
    for one in content:
        if one in rest:
            continue
        copied.append(new_one := deepcopy(one))
        runs = list(new_one.iter(w("r")))
        for run in runs[1:]:
            parent_of(run).remove(run)
        for part in [part for part in runs[0] if part.tag != w("rPr")] if runs else ():
            runs[0].remove(part)
        if runs:
            runs[0].extend(fragment(f'<w:t xml:space="preserve">{escape_text(words)}</w:t>'))
    return copied


def drop_flag(control: Element) -> None:
    """Let a control say no longer that it shows its placeholder."""
    properties = child(control, "sdtPr")
    flag = child(properties, "showingPlcHdr")
    if properties is not None and flag is not None:
        properties.remove(flag)


def words_in(elements: tuple[Element, ...] | list[Element]) -> str:
    """Return the words in runs and paragraphs, on one line."""
    return one_line("".join(item.text for item in read_items(_flat(elements))))


def shown_words(control: Element) -> str:
    """Return the words that a control shows, on one line."""
    content = child(control, "sdtContent")
    return "" if content is None else words_in([content])


def _flat(elements: tuple[Element, ...] | list[Element]) -> list[Element]:
    """Return what stands in paragraphs and cells, of all that is somewhere in these things."""
    flat: list[Element] = []
    for one in elements:
        paragraphs = list(one.iter(w("p")))
        flat += [inner for paragraph in paragraphs for inner in paragraph] if paragraphs else [one]
    return flat
