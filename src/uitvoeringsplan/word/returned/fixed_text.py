"""What of a returned document is other than it was made, outside the answers.

An answer goes back to the plan. For the fixed text, headers, notes, text boxes and pictures there
is no place in a plan, so a change there can only be told, with where it is and the words. The
fingerprints in the properties say what there was (`word.fixed.fingerprints`).

"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.three_way import FixedChange, FixedDifference, VasteTekst
from uitvoeringsplan.ooxml.names import REL_FOOTER, REL_HEADER, REL_NOTES
from uitvoeringsplan.ooxml.tree import child
from uitvoeringsplan.word.fixed.fingerprints import FIXED, VERSIE, decode
from uitvoeringsplan.word.fixed.parts import (
    DESCRIPTION,
    FOOTER,
    HEADER,
    NOTE,
    PICTURE,
    TEXT,
    VAK,
)
from uitvoeringsplan.word.fixed.targets import Targets
from uitvoeringsplan.word.fixed.words import PICTURE_WORDS, WordReader, read_part
from uitvoeringsplan.word.invulvelden import BOOKMARK
from uitvoeringsplan.word.returned.fixed_form import SeenForm, compare_forms, looks_same
from uitvoeringsplan.word.returned.fixed_order import PlacedSentence, compare_order, near, quote
from uitvoeringsplan.word.returned.fixed_pictures import Place, compare_pictures
from uitvoeringsplan.word.returned.nearest_question import NearestQuestions
from uitvoeringsplan.word.returned.places import MAX_ANDERS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.ooxml.gate import LetIn
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.fixed.fingerprints import FixedSentence, KnownSentence
    from uitvoeringsplan.word.fixed.forms import FixedForms
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
_INSERTED = "Er is een ander bestand ingevoegd. Wat daarin staat is niet gelezen."
_HEADERS_FOOTERS = (REL_HEADER, REL_FOOTER)


class FixedTextReader:
    """Gathers what stands outside the answers, part by part, and compares it in the end."""

    def __init__(
        self,
        inner: LetIn,
        then: Mapping[str, Sequence[str]] | None,
        forms: Callable[[], FixedForms],
        *,
        new: bool,
    ) -> None:
        """`forms` gives what tells how the words of a part look, from its beginning."""
        self._inside, self._accepted = inner, new
        self._is_known = then is not None
        self._has_forms = has_forms = then is not None and then.get(FIXED) == [VERSIE]
        self._pictures_then = then.get(PICTURE, ()) if then else ()
        self._made_with = {
            kind: [decode(code, has_forms=has_forms) for code in codes]
            for kind, codes in (then or {}).items()
            if kind not in (FIXED, PICTURE)
        }
        self._forms = forms if has_forms else _no_forms
        self._headers = frozenset(inner.parts(REL_HEADER))
        self._loose: dict[str, list[FixedSentence]] = {kind: [] for kind in _WHERE}

    def take_margin(self, part: str, walk: DocumentWalk, fields: Collection[Element]) -> None:
        """Take a header or a footer."""
        if self._is_known:
            kind = HEADER if part in self._headers else FOOTER
            reader = self._reader(part, fields)
            for line in walk.paragraphs:
                self._loose[kind] += reader.read(line)
            self._loose[kind] += reader.finish()

    def _reader(self, part: str, fields: Collection[Element]) -> _LineReader:
        return _LineReader(fields, self._forms(), Targets(self._inside.package, part))

    def compare(
        self,
        walk: DocumentWalk,
        places: Mapping[str, QuestionPlace],
        fields: Collection[Element],
        vragenlijst: Vragenlijst,
    ) -> VasteTekst:
        """Return what is not as it was; `velden` are the controls inside a line with a value."""
        if not self._is_known:
            return VasteTekst(is_known=False)
        certain, maybe = _answer_paragraphs(walk, places, vragenlijst.veld_ids)
        reader = self._reader(self._inside.document, fields)
        pieces = _pieces(walk, certain, maybe, reader)
        nearest = NearestQuestions(walk.paragraphs, places)
        found = compare_order(self._made_with.get(TEXT, ()), pieces, nearest.at)
        self._take_loose({vraag.id for vraag in (*vragenlijst.gegevens, *vragenlijst.vragen)})
        for kind, sentences in self._loose.items():
            found += _compare_unordered(_WHERE[kind], self._made_with.get(kind, ()), sentences)
        found += self._pictures(walk, pieces, nearest, found)
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
            read = read_part(
                data,
                name,
                package.path,
                tags,
                accepted=self._accepted,
                forms=self._forms(),
                targets=Targets(package, name),
            )
            self._loose[VAK] += read.boxes
            self._loose[DESCRIPTION] += read.descriptions
            if is_note:
                self._loose[NOTE] += read.sentences

    def _pictures(
        self,
        walk: DocumentWalk,
        pieces: Sequence[PlacedSentence],
        nearest: NearestQuestions,
        found: Sequence[FixedDifference],
    ) -> Iterator[FixedDifference]:
        """Yield what became of the pictures, as far as their sentences do not tell it."""
        where = dict.fromkeys(range(len(walk.paragraphs)), "")
        last = ""
        above = {piece.line: piece.where for piece in reversed(pieces)}
        for number in where:
            where[number] = last = above.get(number, last)

        def place_of(number: int) -> Place:
            return Place(near(where[number]), where[number], nearest.at(number))

        told = {
            one.where
            for one in found
            if one.change is FixedChange.PICTURE or PICTURE_WORDS in one.words
        }
        for one in compare_pictures(self._inside, walk.paragraphs, place_of, self._pictures_then):
            is_told = one.where in told if one.where else bool(told)
            if not self._has_forms or not is_told:
                yield one
        is_inserted = b"altChunk" in self._inside.package.content(self._inside.document)
        if is_inserted and not self._has_forms:
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
    walk: DocumentWalk,
    certain: Collection[int],
    maybe: Collection[int],
    reader: _LineReader,
) -> list[PlacedSentence]:
    """Return the sentences outside the answers, each with where it stands."""
    result = []
    where = ""
    previous_rij = None
    for number, line in enumerate(walk.paragraphs):
        if number in walk.sections:
            reader.end_section()
        row = (id(line.path[0].tabel), line.path[0].rij) if line.path else None
        if number in certain:
            reader.pass_over(line)
            result.append(PlacedSentence(None, number, where, row, is_antwoord=True))
            continue
        if line.is_heading or any(name.startswith(BOOKMARK) for name in line.anchors):
            where = line.letters() or where
        is_antwoord = number in maybe
        sentences = reader.read(line)
        result += (
            PlacedSentence(sentence, number, where, row, is_antwoord=is_antwoord)
            for sentence in sentences
        )
        if row and row != previous_rij and sentences:  # a row is known by its first cell
            where, previous_rij = sentences[0].words, row
    last = len(walk.paragraphs) - 1
    return result + [PlacedSentence(sentence, last, where) for sentence in reader.finish()]


class _LineReader:
    """Reads the sentences of paragraphs, one after the other."""

    def __init__(
        self,
        fields: Collection[Element],
        forms: FixedForms | None,
        targets: Targets,
    ) -> None:
        self._read: list[Words] = []
        self._reader = WordReader(
            self._read.append, fields.__contains__, forms=forms, targets=targets
        )

    def read(self, line: PlacedParagraph) -> list[FixedSentence]:
        """Return the sentences of a paragraph."""
        self._reader.read_paragraph(
            line.items, child(line.paragraph, "pPr"), in_table=bool(line.path)
        )
        return self._take()

    def pass_over(self, line: PlacedParagraph) -> None:
        """Take a paragraph of an answer."""
        if child(line.paragraph, "pPr", "sectPr") is not None:
            self._reader.end_section(in_answer=True)

    def end_section(self) -> None:
        """Take that a section ends here."""
        self._reader.end_section(in_answer=False)

    def finish(self) -> list[FixedSentence]:
        """Return what stands behind the last paragraph."""
        self._reader.finish()
        return self._take()

    def _take(self) -> list[FixedSentence]:
        sentences = [sentence for words in self._read for sentence in words.sentences()]
        self._read.clear()
        return sentences


def _compare_unordered(
    where: str, then: Iterable[KnownSentence], sentences: Iterable[FixedSentence]
) -> Iterator[FixedDifference]:
    """Yield what is new and whether something went, where the order of the parts says nothing."""
    left: dict[KnownSentence, None] = {}
    known_ones: dict[str, list[KnownSentence]] = {}
    for known in then:
        if known.digest:
            left[known] = None
        for key in known.keys:
            known_ones.setdefault(key, []).append(known)
    new: dict[str, None] = {}
    seen: list[SeenForm] = []
    for sentence in sentences:
        found = known_ones.get(sentence.digest) or known_ones.get(sentence.filled)
        if found:
            known = next((one for one in found if looks_same(one, sentence)), found[0])
            left.pop(known, None)
            seen.append(SeenForm(known, sentence, -1, where, f"In {where}"))
        elif sentence.digest:
            new[sentence.words] = None
    if new:
        how = "is tekst veranderd. Er staat nu" if left else "staat wat er niet stond"
        change = FixedChange.CHANGED if left else FixedChange.NEW
        words = " ".join(new)
        yield FixedDifference(f"In {where} {how}: {quote(words)}", change, where, words)
    elif left:
        yield FixedDifference(f"Uit {where} is tekst weg.", FixedChange.GONE, where)
    yield from compare_forms(dict.fromkeys(seen), quote)


def _no_forms() -> None:
    """Tell no form: an older version of this program did not say how the fixed text looked."""
