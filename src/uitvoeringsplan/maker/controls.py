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

_MAX_BLADWIJZER = 40  # Word cuts longer names off
MAX_CONDITION = 64 - len(CONDITION_TAG)  # Word keeps 64 characters of a tag


def field_hint(vraag: Vraag) -> str:
    """Return what an empty field shows inside a sentence: its own name, not a whole sentence."""
    label = vraag.label
    klein = label[:1].lower() + label[1:] if label[1:2].islower() else label
    return f"[{klein}]"


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
        self._keren: Counter[str] = Counter()
        self._bladwijzers: set[str] = set()

    def antwoord(self, vraag: Vraag) -> Element:
        """Return the block control that holds the answer to a question.

        A question may have a place in each of two parts that are never both there.
        """
        self._keren[vraag.id] += 1
        keer = self._keren[vraag.id]
        return el(
            "sdt",
            self._eigenschappen(
                vraag, self._id(vraag.id if keer == 1 else f"{vraag.id}#{keer}"), ANSWER_ENTRY
            ),
            el("sdtContent", paragraph("", [run(ANSWER_HINT, "PlaceholderText")])),
        )

    def veld(self, vraag: Vraag, jas: Run = PLAIN) -> Element:
        """Return an inline control for a field of the plan; a field may occur more than once."""
        self._keren[vraag.id] += 1
        id_ = self._id(f"{vraag.id}#{self._keren[vraag.id]}")
        eigenschappen = self._eigenschappen(vraag, id_, field_entry(vraag))
        eigenschappen.append(el("text"))
        if nadruk := emphasis(jas):  # how the text must look once the placeholder is gone
            eigenschappen.insert(0, el("rPr", *nadruk))
        aanwijzing = run(field_hint(vraag), "PlaceholderText", jas)
        return el("sdt", eigenschappen, el("sdtContent", aanwijzing))

    def onderdeel(self, galerij: str, inhoud: Iterable[Element]) -> Element:
        """Return a block control around a part that Word itself makes, such as a contents list."""
        docpart = el("docPartObj", el("docPartGallery", val=galerij), el("docPartUnique"))
        return el(
            "sdt", el("sdtPr", el("id", val=self._id(galerij)), docpart), el("sdtContent", *inhoud)
        )

    def deel(self, voorwaarde: str, inhoud: Iterable[Element]) -> Element:
        """Return a block control around a part that is there only when a condition holds."""
        tag = f"{CONDITION_TAG}{voorwaarde}"
        self._keren[tag] += 1
        return self._houder(
            f"Alleen als {voorwaarde}", tag, f"{tag}#{self._keren[tag]}", "sdtLocked", inhoud
        )

    def plek(self, tag: str, label: str, inhoud: Element) -> Element:
        """Return a block control that marks where something comes that is no answer."""
        return self._houder(label, tag, tag, "sdtLocked", [inhoud])

    def _houder(
        self, label: str, tag: str, sleutel: str, slot: str, inhoud: Iterable[Element]
    ) -> Element:
        eigenschappen = el(
            "sdtPr",
            el("alias", val=label),
            el("tag", val=tag),
            el("id", val=self._id(sleutel)),
            el("lock", val=slot),
        )
        return el("sdt", eigenschappen, el("sdtContent", *inhoud))

    def bladwijzer_vraag(self, vraag_id: str) -> str:
        """Return the name for the next bookmark of a question: its own, or that of a second place.

        Word drops a name that stands in a document twice, so two places need two names; making
        the document leaves one of them, under its own name.
        """
        naam = question_bookmark(vraag_id)
        return naam if naam not in self._bladwijzers else naam.replace("uvp_", SECOND_BOOKMARK, 1)

    def bladwijzer(self, naam: str, inhoud: Iterable[Element]) -> list[Element]:
        """Return the content between the two ends of a bookmark."""
        if naam in self._bladwijzers or len(naam) > _MAX_BLADWIJZER:
            raise ValueError(f"bladwijzer dubbel of te lang: {naam}")
        self._bladwijzers.add(naam)
        nummer = len(self._bladwijzers)
        return [
            el("bookmarkStart", id=nummer, name=naam),
            *inhoud,
            el("bookmarkEnd", id=nummer),
        ]

    def _eigenschappen(self, vraag: Vraag, id_: int, bouwsteen: str) -> Element:
        return el(
            "sdtPr",
            el("alias", val=vraag.label),
            el("tag", val=vraag.id),
            el("id", val=id_),
            el("lock", val="sdtLocked"),
            el("placeholder", el("docPart", val=bouwsteen)),
            el("showingPlcHdr"),
        )

    def _id(self, naam: str) -> int:
        """Return a positive 31-bit number for `naam`; a clash would make Word renumber controls."""
        nummer = int.from_bytes(hashlib.sha256(naam.encode()).digest()[:4]) & 0x7FFFFFFF or 1
        if nummer in self._ids:
            raise ValueError(f"twee besturingselementen met nummer {nummer}: {naam}")
        self._ids.add(nummer)
        return nummer


class ElementRow:
    """A row of elements; while a condition is open, what comes goes into its part."""

    def __init__(self, besturing: Controls) -> None:
        self._besturing = besturing
        self._stapel: list[tuple[str, list[Element]]] = [("", [])]

    @property
    def inhoud(self) -> list[Element]:
        """The elements of the part that is open now; new ones are added here."""
        return self._stapel[-1][1]

    def neem(self, blok: Blok) -> bool:
        """Open or close a part when `blok` says so; False when it says something else."""
        if isinstance(blok, ConditionStart):
            self._stapel.append((blok.voorwaarde, []))
        elif isinstance(blok, ConditionEnd):
            voorwaarde, inhoud = self._stapel.pop()
            self.inhoud.append(self._besturing.deel(voorwaarde, inhoud))
        else:
            return False
        return True
