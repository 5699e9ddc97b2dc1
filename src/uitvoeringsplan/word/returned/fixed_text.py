"""What of a returned document is other than it was made, outside the answers.

An answer goes back to the plan. For the fixed text, headers, notes, text boxes and pictures there
is no place in a plan, so a change there can only be told, with where it is and the words. The
fingerprints in the properties say what there was (`word.fixed.fingerprints`).

"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.three_way import FixedChange, FixedDifference, VasteTekst
from uitvoeringsplan.ooxml.names import REL_FOOTER, REL_HEADER, REL_NOTES
from uitvoeringsplan.word.fixed.parts import (
    DESCRIPTION,
    FOOTER,
    HEADER,
    NOTE,
    PICTURE,
    TEXT,
    VAK,
    pictures,
)
from uitvoeringsplan.word.fixed.words import WordReader, read_part
from uitvoeringsplan.word.invulvelden import BOOKMARK
from uitvoeringsplan.word.returned.fixed_order import PlacedSentence, compare_order, quote
from uitvoeringsplan.word.returned.nearest_question import NearestQuestions
from uitvoeringsplan.word.returned.places import MAX_ANDERS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.ooxml.gate import LetIn
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.fixed.fingerprints import FixedSentence
    from uitvoeringsplan.word.fixed.words import Words
    from uitvoeringsplan.word.returned.places import QuestionPlace
    from uitvoeringsplan.word.returned.walk import DocumentWalk, PlacedParagraph

_WHERE = {
    HEADER: "de koptekst",
    FOOTER: "de voettekst",
    NOTE: "de voetnoten en eindnoten",
    VAK: "een tekstvak",
    DESCRIPTION: "de beschrijving van een afbeelding",
}
_PICTURE_GONE = (
    "Een afbeelding is weg of vervangen, of door een ander programma opnieuw opgeslagen. Dat is van"
    " buiten niet te zien: kijk zelf."
)
_PICTURE_ADDED = "Er staat een afbeelding in die er niet was."
_INSERTED = "Er is een ander bestand ingevoegd. Wat daarin staat is niet gelezen."
_HEADERS_FOOTERS = (REL_HEADER, REL_FOOTER)


class FixedTextReader:
    """Gathers what stands outside the answers, part by part, and compares it in the end."""

    def __init__(
        self, inner: LetIn, then: Mapping[str, Sequence[str]] | None, *, new: bool
    ) -> None:
        self._inside, self._made_with, self._accepted = inner, then, new
        self._headers = frozenset(inner.parts(REL_HEADER))
        self._loose: dict[str, list[FixedSentence]] = {kind: [] for kind in _WHERE}

    def take_margin(self, part: str, walk: DocumentWalk, fields: Collection[Element]) -> None:
        """Take a header or a footer."""
        if self._made_with is not None:
            kind = HEADER if part in self._headers else FOOTER
            for _, sentences in _sentences(walk.paragraphs, range(len(walk.paragraphs)), fields):
                self._loose[kind] += sentences

    def compare(
        self,
        walk: DocumentWalk,
        places: Mapping[str, QuestionPlace],
        fields: Collection[Element],
        vragenlijst: Vragenlijst,
    ) -> VasteTekst:
        """Return what is not as it was; `velden` are the controls inside a line with a value."""
        if self._made_with is None:
            return VasteTekst(is_known=False)
        certain, maybe = _answer_paragraphs(walk, places, vragenlijst.veld_ids)
        pieces = _pieces(walk.paragraphs, certain, maybe, fields)
        nearest = NearestQuestions(walk.paragraphs, places)
        found = compare_order(self._made_with.get(TEXT, ()), pieces, nearest.at)
        self._take_loose({vraag.id for vraag in (*vragenlijst.gegevens, *vragenlijst.vragen)})
        for kind, sentences in self._loose.items():
            found += _compare_unordered(_WHERE[kind], self._made_with.get(kind, ()), sentences)
        found += self._pictures(self._made_with.get(PICTURE, ()))
        return VasteTekst(is_known=True, verschillen=tuple(found))

    def _take_loose(self, tags: Collection[str]) -> None:
        """Take the notes, and of the other parts the text boxes and what is said of pictures."""
        package = self._inside.package
        notes = self._inside.parts(*REL_NOTES)
        for name in (self._inside.document, *notes, *self._inside.parts(*_HEADERS_FOOTERS)):
            data = package.content(name)
            is_note = name in notes
            if not is_note and b"txbxContent" not in data and b"descr" not in data:
                continue
            read = read_part(data, name, package.path, tags, accepted=self._accepted)
            self._loose[VAK] += read.boxes
            self._loose[DESCRIPTION] += read.descriptions
            if is_note:
                self._loose[NOTE] += read.sentences

    def _pictures(self, then: Collection[str]) -> Iterator[FixedDifference]:
        nu = set(pictures(self._inside.package.members))
        if not nu.issuperset(then):
            yield FixedDifference(_PICTURE_GONE, FixedChange.PICTURE)
        elif nu.difference(then):
            yield FixedDifference(_PICTURE_ADDED, FixedChange.PICTURE)
        if b"altChunk" in self._inside.package.content(self._inside.document):
            yield FixedDifference(_INSERTED, FixedChange.FILE)


def _answer_paragraphs(
    walk: DocumentWalk, places: Mapping[str, QuestionPlace], veld_ids: Collection[str]
) -> tuple[set[int], set[int]]:
    """Return the paragraphs that are in an answer for sure, and those that a bookmark leads to.

    Where a program took the control away, nothing tells where an answer ends; fixed text may stand
    among the second.
    """
    certain: set[int] = set()
    maybe: set[int] = set()
    for place in places.values():
        for control in place.blocks[:MAX_ANDERS]:
            certain.update(range(control.start, control.end))
        if not place.blocks:
            maybe.update(place.span)
    for control in walk.controls:
        if control.tag in veld_ids:
            certain.update(range(control.start, control.end))
    return certain, maybe - certain


def _pieces(
    lines: Sequence[PlacedParagraph],
    certain: Collection[int],
    maybe: Collection[int],
    fields: Collection[Element],
) -> list[PlacedSentence]:
    """Return the sentences outside the answers, each with where it stands."""
    result = []
    where = ""
    previous_rij = None
    read = dict(_sentences(lines, (i for i in range(len(lines)) if i not in certain), fields))
    for number, line in enumerate(lines):
        row = (id(line.path[0].tabel), line.path[0].rij) if line.path else None
        if number in certain:
            result.append(PlacedSentence(None, number, where, row, is_antwoord=True))
            continue
        if line.is_heading or any(name.startswith(BOOKMARK) for name in line.anchors):
            where = line.letters() or where
        is_antwoord = number in maybe
        sentences = read.get(number, [])
        result += (
            PlacedSentence(sentence, number, where, row, is_antwoord=is_antwoord)
            for sentence in sentences
        )
        if row and row != previous_rij and sentences:  # a row is known by its first cell
            where, previous_rij = sentences[0].words, row
    return result


def _sentences(
    lines: Sequence[PlacedParagraph], places: Iterable[int], fields: Collection[Element]
) -> Iterator[tuple[int, list[FixedSentence]]]:
    """Yield the sentences of these paragraphs, with their numbers."""
    paragraphs: list[Words] = []
    reader = WordReader(paragraphs.append, fields.__contains__)
    for number in places:
        reader.read_paragraph(lines[number].items)
        yield number, [sentence for paragraph in paragraphs for sentence in paragraph.sentences()]
        paragraphs.clear()


def _compare_unordered(
    where: str, then: Iterable[str], sentences: Iterable[FixedSentence]
) -> Iterator[FixedDifference]:
    """Yield what is new and whether something went, where the order of the parts says nothing."""
    left: dict[str, None] = {}
    known_ones: dict[str, str] = {}
    for code in then:
        digest, _, filled = code.partition("=")
        if digest:
            left[code] = None
        known_ones |= {key: code for key in (digest, filled) if key}
    new: dict[str, None] = {}
    for sentence in sentences:
        if code := known_ones.get(sentence.digest) or known_ones.get(sentence.filled) or "":
            left.pop(code, None)
        elif sentence.digest:
            new[sentence.words] = None
    if new:
        how = "is tekst veranderd. Er staat nu" if left else "staat wat er niet stond"
        change = FixedChange.CHANGED if left else FixedChange.NEW
        words = " ".join(new)
        yield FixedDifference(f"In {where} {how}: {quote(words)}", change, where, words)
    elif left:
        yield FixedDifference(f"Uit {where} is tekst weg.", FixedChange.GONE, where)
