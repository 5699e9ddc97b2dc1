"""Content controls and bookmarks, with ids that follow from their names alone.

The same template text gives the same ids on every machine, and an id never moves because a
sentence elsewhere was added. While a condition is open, what comes goes into its control.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from uitvoeringsplan.maker.elements import Element, el, emphasis, paragraph, run
from uitvoeringsplan.maker.source import ConditionEnd, ConditionStart
from uitvoeringsplan.model.answer_markup import PLAIN
from uitvoeringsplan.word.invulvelden import CONDITION_TAG, SECOND_BOOKMARK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.maker.elements import Element
    from uitvoeringsplan.maker.source import Blok
    from uitvoeringsplan.model.answer_markup import Run
    from uitvoeringsplan.model.vraag import Vraag


ANSWER_HINT = "Klik of tik om tekst in te voeren."
ANSWER_ENTRY = "UvpAntwoord"

_MAX_BOOKMARK = 40  # Word cuts longer names off
MAX_CONDITION = 64 - len(CONDITION_TAG)  # Word keeps 64 characters of a tag


def field_hint(vraag: Vraag) -> str:
    """Return what an empty field shows inside a sentence: its own name, not a whole sentence."""
    label = vraag.label
    small = label[:1].lower() + label[1:] if label[1:2].islower() else label
    return f"[{small}]"


def field_entry(vraag: Vraag) -> str:
    """Return the name of the glossary entry with the placeholder of a field."""
    return f"UvpVeld-{vraag.id}"


def question_bookmark(vraag_id: str) -> str:
    """Return the name of the bookmark in the paragraph of a question."""
    return f"uvp_{vraag_id.replace('-', '_')}"


class Controls:
    """Gives out the content controls and bookmarks of one document."""

    def __init__(self) -> None:
        self._ids: set[int] = set()
        self._times: Counter[str] = Counter()
        self._bookmarks: set[str] = set()

    def antwoord(self, vraag: Vraag) -> Element:
        """Return the block control that holds the answer to a question.

        A question may have a place in each of two parts that are never both there.
        """
        self._times[vraag.id] += 1
        time = self._times[vraag.id]
        return el(
            "sdt",
            self._properties(
                vraag, self._id(vraag.id if time == 1 else f"{vraag.id}#{time}"), ANSWER_ENTRY
            ),
            el("sdtContent", paragraph("", [run(ANSWER_HINT, "PlaceholderText")])),
        )

    def veld(self, vraag: Vraag, dress: Run = PLAIN) -> Element:
        """Return an inline control for a field of the plan; a field may occur more than once."""
        self._times[vraag.id] += 1
        id_ = self._id(f"{vraag.id}#{self._times[vraag.id]}")
        properties = self._properties(vraag, id_, field_entry(vraag))
        properties.append(el("text"))
        if nadruk := emphasis(dress):  # how the text must look once the placeholder is gone
            properties.insert(0, el("rPr", *nadruk))
        hint = run(field_hint(vraag), "PlaceholderText", dress)
        return el("sdt", properties, el("sdtContent", hint))

    def onderdeel(self, gallery: str, content: Iterable[Element]) -> Element:
        """Return a block control around a part that Word itself makes, such as a contents list."""
        docpart = el("docPartObj", el("docPartGallery", val=gallery), el("docPartUnique"))
        return el(
            "sdt", el("sdtPr", el("id", val=self._id(gallery)), docpart), el("sdtContent", *content)
        )

    def part(self, voorwaarde: str, content: Iterable[Element]) -> Element:
        """Return a block control around a part that is there only when a condition holds."""
        tag = f"{CONDITION_TAG}{voorwaarde}"
        self._times[tag] += 1
        return self._holder(
            f"Alleen als {voorwaarde}", tag, f"{tag}#{self._times[tag]}", "sdtLocked", content
        )

    def place(self, tag: str, label: str, content: Element) -> Element:
        """Return a block control that marks where something comes that is no answer."""
        return self._holder(label, tag, tag, "sdtLocked", [content])

    def _holder(
        self, label: str, tag: str, key: str, slot: str, content: Iterable[Element]
    ) -> Element:
        properties = el(
            "sdtPr",
            el("alias", val=label),
            el("tag", val=tag),
            el("id", val=self._id(key)),
            el("lock", val=slot),
        )
        return el("sdt", properties, el("sdtContent", *content))

    def bookmark_vraag(self, vraag_id: str) -> str:
        """Return the name for the next bookmark of a question: its own, or that of a second place.

        Word drops a name that stands in a document twice, so two places need two names; making
        the document leaves one of them, under its own name.
        """
        name = question_bookmark(vraag_id)
        return name if name not in self._bookmarks else name.replace("uvp_", SECOND_BOOKMARK, 1)

    def bookmark(self, name: str, content: Iterable[Element]) -> list[Element]:
        """Return the content between the two ends of a bookmark."""
        if name in self._bookmarks or len(name) > _MAX_BOOKMARK:
            raise ValueError(f"bladwijzer dubbel of te lang: {name}")
        self._bookmarks.add(name)
        number = len(self._bookmarks)
        return [
            el("bookmarkStart", id=number, name=name),
            *content,
            el("bookmarkEnd", id=number),
        ]

    def _properties(self, vraag: Vraag, id_: int, building_block: str) -> Element:
        return el(
            "sdtPr",
            el("alias", val=vraag.label),
            el("tag", val=vraag.id),
            el("id", val=id_),
            el("lock", val="sdtLocked"),
            el("placeholder", el("docPart", val=building_block)),
            el("showingPlcHdr"),
        )

    def _id(self, name: str) -> int:
        """Return a positive 31-bit number for `name`; a clash would make Word renumber controls."""
        number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:4]) & 0x7FFFFFFF or 1
        if number in self._ids:
            raise ValueError(f"twee besturingselementen met nummer {number}: {name}")
        self._ids.add(number)
        return number


class ElementRow:
    """A row of elements; while a condition is open, what comes goes into its part."""

    def __init__(self, control: Controls) -> None:
        self._control = control
        self._stack: list[tuple[str, list[Element]]] = [("", [])]

    @property
    def content(self) -> list[Element]:
        """The elements of the part that is open now; new ones are added here."""
        return self._stack[-1][1]

    def take(self, block: Blok) -> bool:
        """Open or close a part when `block` says so; False when it says something else."""
        if isinstance(block, ConditionStart):
            self._stack.append((block.voorwaarde, []))
        elif isinstance(block, ConditionEnd):
            voorwaarde, content = self._stack.pop()
            self.content.append(self._control.part(voorwaarde, content))
        else:
            return False
        return True
