"""What the document says for one question: by its control, by its bookmark, and whether both agree.

Nothing is guessed. Where two places say different things, or a program left something half, the
answer is not certain, and a sentence says why.

"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.answer_markup import Paragraph, Run, plain_text
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.model.vraag import Shape
from uitvoeringsplan.ooxml.tree import w
from uitvoeringsplan.word.returned.answer_blocks import (
    MAX_PARAGRAPHS,
    read_blocks,
    without_placeholder,
)
from uitvoeringsplan.word.returned.answer_table import from_table, tables_in
from uitvoeringsplan.word.returned.caveats import remarks
from uitvoeringsplan.word.returned.places import MAX_ANDERS
from uitvoeringsplan.word.returned.result import Doubt, FoundBy, ReturnedAnswer
from uitvoeringsplan.word.returned.rewritten import (
    LINE_BREAK_LOST,
    Recovered,
    describe_loss,
    is_only_beginning,
    recover,
)
from uitvoeringsplan.word.returned.values import TE_LANG, StoredText, from_blocks, from_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.word.returned.answer_blocks import MarkupReader
    from uitvoeringsplan.word.returned.places import QuestionPlace
    from uitvoeringsplan.word.returned.values import KnownAnswer
    from uitvoeringsplan.word.returned.walk import ContentControl, PlacedParagraph

_SHORT = 60
_REFERENCE = w("commentReference")
_DOUBLE = "Het invulveld van deze vraag staat {} keer in het document. Kies welke tekst geldt."
_NO_TABLE = "Hier hoort een tabel, maar er staat alleen tekst: “{}”. Zet die in het plan zelf."
_BESIDE_TABLE = "Naast de tabel staat tekst die niet in het plan past: “{}”."
_TABLE_IN_CELL = (
    "In een cel van deze tabel staat een andere tabel. De woorden daarvan staan nu achter elkaar in"
    " die cel."
)
_TABLES = "Hier staan {} tabellen onder elkaar. Alleen de eerste is gelezen."
_TWO_ANCHORS = "Deze vraag staat {} keer in het document. Kijk na welke tekst geldt."
_WITHOUT_END = "Het document zegt niet waar dit antwoord eindigt. Kijk na wat erbij hoort."
_BROKEN_OFF = (
    "Dit antwoord eindigt bij een kop die iemand maakte: “{}”. Hoort de tekst eronder erbij, maak"
    " dan een gewone alinea van die kop."
)
_ALL_GONE = (
    "Het invulveld van deze vraag is weg, en de tekst ook. Kies of het antwoord leeg moet worden."
)
_LOST = (
    "In de eerste alinea van dit antwoord stond een opmerking. LibreOffice laat de tekst van zo'n"
    " alinea weg. Kijk na wat er stond."
)


class AnswerReader:
    """Reads the answers of one document, and keeps the doubts until somebody takes them.

    `is_rewritten` tells that a program left out every control, `has_habit` that it changed the
    dress of words too. `recovered` are the answers, by the label of their question, that got from
    an older text what the program changed.
    """

    def __init__(
        self,
        lines: Sequence[PlacedParagraph],
        reader: MarkupReader,
        *,
        is_rewritten: bool = False,
        has_habit: bool = False,
    ) -> None:
        self._paragraphs, self.reader = lines, reader
        self._doubts: list[Doubt] = []
        self._is_rewritten, self._has_habit = is_rewritten, has_habit
        self.recovered: dict[str, Recovered] = {}

    def take_doubts(self) -> list[Doubt]:
        """Return the doubts since this was last asked."""
        new, self._doubts = self._doubts, []
        return new

    def read(self, question_place: QuestionPlace, known: KnownAnswer) -> ReturnedAnswer:
        """Return the answer to a question that is in the document."""
        if question_place.blocks:
            read = self._from_control(question_place, known)
        else:
            read = self._from_span(question_place, known)
        if question_place.more:
            elsewhere = (self._in(span, known).text for span in question_place.more)
            others = _others(read.text, (*read.otherwise, *elsewhere))
            read = read._replace(is_certain=False, otherwise=others)
            if len(question_place.anchors) < 2:  # else that was said
                self._raise_doubt(known.vraag, _DOUBLE.format("meer dan één"))
        self._look_at_label(known.vraag, question_place)
        equal = None if known.digest is None else known.is_same(read.text)
        is_same = read.text in known.earlier if equal is None else equal
        read = self._with_caveats(known.vraag, question_place, read, is_same=is_same)
        return read._replace(is_unchanged=equal)

    def _with_caveats(
        self, vraag: Vraag, question_place: QuestionPlace, read: ReturnedAnswer, *, is_same: bool
    ) -> ReturnedAnswer:
        """Raise what the words of an answer cannot say once they are plain text."""
        places = [_span(block) for block in question_place.blocks[:MAX_ANDERS]] or [
            question_place.span
        ]
        if vraag.type.shape is Shape.TABLE:  # of every cell it was told with the rows
            return read
        lines = [self._paragraphs[i] for bereik in places for i in bereik]
        has_markup = vraag.type.is_block
        for one in remarks(lines[:MAX_PARAGRAPHS], self.reader, has_markup=has_markup):
            if one.is_habit and is_same:
                continue
            self._raise_doubt(vraag, one.message)
            read = read._replace(is_certain=read.is_certain and not one.is_doubt)
        return read

    def _from_control(self, question_place: QuestionPlace, known: KnownAnswer) -> ReturnedAnswer:
        vraag = known.vraag
        texts = [
            self._read(vraag, self._in(_span(block), known, block), FoundBy.TAG)
            for block in question_place.blocks[:MAX_ANDERS]
        ]
        read = texts[0]
        if len(texts) > 1:
            others = _others(read.text, (other.text for other in texts))
            equal = "" if others else " De teksten zijn gelijk."
            self._raise_doubt(vraag, _DOUBLE.format(len(question_place.blocks)) + equal)
            return read._replace(is_certain=False, otherwise=others)
        if vraag.type.shape is Shape.TABLE:
            return read
        if not question_place.anchors:
            # What stands behind the control cannot be told from the text of the document.
            is_start = read.text and is_only_beginning(read.text, known.earlier)
            return self._checked(read, known) if is_start else read
        read = self._compared(question_place, known, read)
        # habits.NUMBERS_RUN_ON: with the fingerprint at hand it would be somebody's own doing.
        if known.digest is None and read.is_certain:
            found = self._recover(read, known)
            if found is not None and found.has_only_other_numbers:
                return self._recovered(read, known, found)
        return read

    def _compared(
        self, question_place: QuestionPlace, known: KnownAnswer, read: ReturnedAnswer
    ) -> ReturnedAnswer:
        """Compare what the control holds with what the bookmark leads to."""
        own = _span(question_place.blocks[0])
        added = [i for i in question_place.span if i not in own]
        words = self._words(added, known)
        if len(question_place.anchors) == 1 and (set(own) & set(question_place.span)) and not words:
            return read
        if words:
            message = (
                f"Bij deze vraag staat tekst buiten het invulveld: “{words}”. Kijk na of die bij"
                " het antwoord hoort."
            )
        else:
            message = (
                "Het invulveld staat niet meer onder zijn eigen vraag. Kijk na of de tekst hier"
                " hoort."
            )
        self._raise_doubt(known.vraag, message)
        by_anchor = self._in(question_place.span, known)
        others = _others(read.text, [by_anchor.text])
        return read._replace(is_certain=False, otherwise=others)

    def _from_span(self, question_place: QuestionPlace, known: KnownAnswer) -> ReturnedAnswer:
        by_beginning = question_place.beginning >= 0
        stored = self._in(
            question_place.span, known, bare=question_place.bare, is_below=not by_beginning
        )
        by_bookmark = question_place.anchors or by_beginning
        found = FoundBy.ANKER if by_bookmark else FoundBy.NAAM
        read = self._read(known.vraag, stored, found)
        message = self._why_uncertain(question_place, known, read)
        if message:
            self._raise_doubt(known.vraag, message)
            return read._replace(is_certain=False)
        # What is left of a control tells which program it was, and what that does is known.
        return read if question_place.bare else self._checked(read, known)

    def _why_uncertain(
        self, question_place: QuestionPlace, known: KnownAnswer, read: ReturnedAnswer
    ) -> str:
        """Return why the place of an answer leaves a doubt about it; empty when it leaves none."""
        is_same = known.is_same(read.text)
        is_empty = not read.text and read.is_certain
        message = ""
        if len(question_place.anchors) > 1:
            message = _TWO_ANCHORS.format(len(question_place.anchors))
        elif question_place.bare_count > 1 and not is_same:
            message = _DOUBLE.format(question_place.bare_count)
        elif is_empty and not question_place.bare and known.had_text():
            message = _ALL_GONE  # habits.WORDS_GONE
        elif self._is_left_empty(question_place.span):
            message = _LOST
        elif question_place.kop >= 0:
            heading = _shortened(one_line(self.reader.words(self._paragraphs[question_place.kop])))
            message = _BROKEN_OFF.format(heading)
        elif read.bevinding is not FoundBy.ANKER and len(question_place.span) > 1 and not is_same:
            message = _WITHOUT_END
        return message

    def _checked(self, read: ReturnedAnswer, known: KnownAnswer) -> ReturnedAnswer:
        """Raise a doubt about what a program may have done that lost the control."""
        if not read.is_certain or known.is_same(read.text):
            return read
        if self._is_rewritten and not is_only_beginning(read.text, known.earlier):
            # habits.DROPPED_CONTROLS; of one control that is gone nobody knows who did that.
            found = self._recover(read, known)
            if found is not None and (self._has_habit or found.has_only_other_numbers):
                return self._recovered(read, known, found)
        message = describe_loss(read.text, known.earlier)
        if message:
            self._raise_doubt(known.vraag, message)
        return read._replace(is_certain=not message)

    def _recover(self, read: ReturnedAnswer, known: KnownAnswer) -> Recovered | None:
        return recover(read.text, known.earlier) if known.vraag.type.is_block else None

    def _recovered(
        self, read: ReturnedAnswer, known: KnownAnswer, found: Recovered
    ) -> ReturnedAnswer:
        if found.lost:
            self.recovered[known.vraag.label] = found
        if not found.is_certain:
            self._raise_doubt(known.vraag, LINE_BREAK_LOST)
        return read._replace(text=found.text, is_certain=found.is_certain)

    def _is_left_empty(self, span: range) -> bool:
        """Whether an answer begins with a comment at no words at all.

        habits.COMMENT_TAKES_WORDS.
        """
        if not span:
            return False
        paragraph = self._paragraphs[span.start]
        has_comment = any(item.element.tag == _REFERENCE for item in paragraph.items)
        return has_comment and not self.reader.words(paragraph).strip()

    def _in(
        self,
        places: range,
        known: KnownAnswer,
        block: ContentControl | None = None,
        *,
        bare: ContentControl | None = None,
        is_below: bool = True,
    ) -> StoredText:
        """Return what stands in a range of paragraphs; `block` is the control that they fill.

        `is_below` tells that the line of the question stands above them.
        """
        vraag = known.vraag
        if vraag.type.shape is Shape.TABLE:  # habits.MOVED_CONTROL: into its first cell
            depth = self._depth(places, block, is_below=True)
            return self._table(places, known, depth, is_heel=block is not None)
        depth = self._depth(places, block, is_below=is_below and bare is None)
        lines = [
            line
            for line in self._paragraphs[places.start : places.stop]
            if not any(cell.is_hidden for cell in line.path[depth:])
        ]
        if not vraag.type.is_block:
            return from_line(" ".join(self.reader.words(r) for r in lines), known)
        reading = read_blocks(lines, self.reader, bare)
        if reading.is_too_large:
            return StoredText("", TE_LANG)
        if any(len(line.path) > depth for line in lines):
            self._raise_doubt(
                vraag, "In dit antwoord staat een tabel. Elke cel is een alinea geworden."
            )
        return from_blocks(reading, known, is_los=block is None)

    def _depth(self, places: range, block: ContentControl | None, *, is_below: bool) -> int:
        """Return how many cells an answer stands in itself."""
        if block is not None:
            return block.depth
        if not places:
            return 0
        # Above an answer stands its bookmark, in the same cells; a control tells where itself is.
        start = places.start - is_below
        return len(self._paragraphs[start].path) if start >= 0 else 0

    def _table(self, places: range, known: KnownAnswer, depth: int, *, is_heel: bool) -> StoredText:
        tables = tables_in(self._paragraphs, places, depth)
        loose = [i for i in places if len(self._paragraphs[i].path) == depth]
        if not tables:
            # Behind the place of a table other words may follow; a placeholder is all there is.
            words = self._words(loose if is_heel else loose[:1], known)
            empty = not words or from_line(words, known) == StoredText("")
            return StoredText("") if empty else StoredText("", _NO_TABLE.format(_shortened(words)))
        if any(len(self._paragraphs[i].path) > depth + 1 for i in places):
            self._raise_doubt(known.vraag, _TABLE_IN_CELL)
        stored = from_table(tables[0], self._paragraphs, self.reader, known)
        if not is_heel:
            first = tables[0].rijen[0][0].start if tables[0].rijen[0] else places.start
            loose = [i for i in loose if i < first]
        elif len(tables) > 1:
            return stored._replace(message=_TABLES.format(len(tables)))
        words = self._words(loose, known)
        if words and not stored.message:
            return stored._replace(message=_BESIDE_TABLE.format(words))
        return stored

    def _read(self, vraag: Vraag, stored: StoredText, found: FoundBy) -> ReturnedAnswer:
        if stored.message:
            self._raise_doubt(vraag, stored.message)
        for note in stored.notes:
            self._raise_doubt(vraag, note)
        return ReturnedAnswer(
            vraag.id,
            stored.text,
            found,
            is_certain=not stored.message,
            refused=stored.refused,
            fitting=stored.fitting,
        )

    def _words(self, places: Iterable[int], known: KnownAnswer) -> str:
        """Return the beginning of the words in these paragraphs, without a placeholder."""
        paragraphs = (self.reader.words(self._paragraphs[i]) for i in places)
        blocks = tuple(Paragraph((Run(text),)) for text in paragraphs if text.strip())
        return _shortened(one_line(plain_text(without_placeholder(blocks, known.for_nothing()))))

    def _look_at_label(self, vraag: Vraag, question_place: QuestionPlace) -> None:
        """Raise a doubt about words typed behind the label of a question."""
        for place in question_place.anchors[:MAX_ANDERS]:
            text = one_line(self.reader.words(self._paragraphs[place]))
            rest = text.removeprefix(vraag.label).strip(" :")
            if rest and text.startswith(vraag.label):
                self._raise_doubt(
                    vraag,
                    f"Achter “{vraag.label}” staat tekst die niet in het antwoord is gekomen:"
                    f" “{_shortened(rest)}”.",
                )

    def _raise_doubt(self, vraag: Vraag, message: str) -> None:
        doubt = Doubt(vraag.id, message)
        if doubt not in self._doubts:
            self._doubts.append(doubt)


def _span(control: ContentControl) -> range:
    return range(control.start, control.end)


def _others(text: str, texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(other for other in dict.fromkeys(texts) if other != text)


def _shortened(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1].rstrip()}…"
