"""What a place asks: the words around it that name it, where they stand, and how sure that is.

The order in which places for words are tried was found on real forms. Whatever is left of it that
says more (a title, an example, a sentence) becomes the explanation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.forms import line_context as near
from uitvoeringsplan.forms import table_context as beside
from uitvoeringsplan.forms import wording
from uitvoeringsplan.forms.label import NO_LABEL, Label, Origin, Sureness
from uitvoeringsplan.forms.layout import Cell, Line
from uitvoeringsplan.forms.places import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from uitvoeringsplan.forms.layout import Form, Place
    from uitvoeringsplan.forms.sections import Sections

_MOST_WORDS = 8  # of a label in front of a place that has words of its own
# What Word calls the properties of a document; a form shows them for something of its own.
_PROPERTIES = frozenset(
    ("Author", "Auteur", "Manager", "Subject", "Onderwerp", "Abstract", "Category")
)
# What asks to say more about what stands left of it.
_BARE = frozenset(
    (
        "explain",
        "specify",
        "please specify",
        "toelichting",
        "namelijk",
        "licht toe",
        "nl",
        "anders",
        "reden",
    )
)
_LONG = 110  # a paragraph above a place that is longer explains, and names nothing
_JOIN = " – "


class LabelFinder:
    """Finds the labels of the places of one form."""

    def __init__(self, form: Form, sections: Sections) -> None:
        self._sections = sections
        places = [place for container in form.containers for place in container.places]
        titles: dict[str, int] = {}
        for place in places:
            if place.title:
                titles[place.title] = titles.get(place.title, 0) + 1
        # A title that many places have names none of them; that of two may be the same value twice.
        self._worn = {title for title, times in titles.items() if times > 2}

    def find(self, place: Place) -> Label:
        """Return the label of a place that is no box to tick on its own."""
        for look in self._order(place):
            found = look(place)
            if found.text:
                return self._explained(found, place)
        return self._explained(NO_LABEL, place)

    def _order(self, place: Place) -> tuple[Callable[[Place], Label], ...]:
        """Return where to look for a label, what is most often right first."""
        first: tuple[Callable[[Place], Label], ...] = (
            (self._merge_name,) if place.source is Source.MERGE else ()
        )
        if near.sentence_around(place):
            first = (*first, self._own_words_in_sentence, self._joining)
        return (
            self._marked_before,
            self._head_of_long,
            *first,
            self.before,
            self._marked_above,
            self._captions,
            self.own_cell,
            self.row_and_column,
            self.left,
            self._title,
            self.column,
            self.above,
            self.own_words,
            self.line_above,
            self.heading,
            self._any_line_above,
            self._sentence,
        )

    def _marked_before(self, place: Place) -> Label:
        """Return the words before a place in its line that end as a label does."""
        words = near.words_before(place)
        if words.rstrip()[-1:] not in (":", "?"):
            return NO_LABEL
        if len(words.split()) > _MOST_WORDS and near.is_named(place):
            return NO_LABEL
        tail = near.last_label(words) or words
        label = wording.tidy(tail if wording.has_letters(tail, 1) else words)
        if not wording.has_letters(label, 1):
            return NO_LABEL
        if label.casefold() in _BARE and (cell := near.cell_of(place)) is not None:
            left, _, _ = beside.words_left(cell)
            label = f"{wording.tidy(left)}{_JOIN}{label}" if left else label
        return Label(label, Origin.BEFORE, Sureness.SURE)

    def _head_of_long(self, place: Place) -> Label:
        """Return how a long text before a place begins, when it begins with what it is about."""
        words = " ".join(near.words_before(place).split())
        if (
            len(words.split()) <= _MOST_WORDS
            or not near.is_first(place)
            or near.words_behind(place)
        ):
            return NO_LABEL
        found = re.match(r"(.{3,90}?)(?::| [-–—]) \S", words) or re.match(
            r"(.{3,90}?)\.\s*$", words
        )
        if not found or len(found[1].split()) > _MOST_WORDS:
            return NO_LABEL
        return Label(wording.tidy(found[1]), Origin.BEFORE, Sureness.LIKELY, words)

    def _marked_above(self, place: Place) -> Label:
        """Return the line right above a place on its own line, when it ends as a label does."""
        line = place.line
        if line is None or line.words or isinstance(line.container, Cell):
            return NO_LABEL
        above = self._nearest_above(place)
        if above is None or above.words[-1:] not in (":", "?") or len(above.words) > 2 * _LONG:
            return NO_LABEL
        if len(above.words.split()) > _MOST_WORDS and (title := self._title(place)).text:
            return title._replace(explanation=above.words)  # a sentence, where there is a name
        return Label(wording.tidy(above.words), Origin.LINE_ABOVE, Sureness.SURE)

    def before(self, place: Place) -> Label:
        """Return the words before a place in its line, since the place before it."""
        words = near.words_before(place)
        # Words behind a colon belong to the answer, such as a title before a name.
        head, colon, rest = words.rpartition(":")
        if colon and len(rest.split()) <= 3 and wording.has_letters(head):
            words = f"{head}:"
        label = wording.tidy(words)
        if not wording.has_letters(label):
            return NO_LABEL
        if len(words.split()) > _MOST_WORDS and near.is_named(place):
            return NO_LABEL
        behind = near.words_behind(place)
        is_marked = words.rstrip()[-1:] in (":", "?", "#") or (not behind and near.is_first(place))
        if not is_marked and (near.is_joining(words, place) or near.is_in_sentence(words, behind)):
            return NO_LABEL
        tail = near.last_label(words)
        label = wording.tidy(tail) if tail and wording.has_letters(tail) else label
        return Label(label, Origin.BEFORE, Sureness.SURE if is_marked else Sureness.LIKELY)

    def own_cell(self, place: Place) -> Label:
        """Return the line above a place in its cell."""
        container = near.container_of(place)
        if not isinstance(container, Cell) and (container is None or container.kind != "box"):
            return NO_LABEL
        line = self._nearest_above(place)
        if line is None or len(line.words) > 2 * _LONG or line in self._sections.titles:
            return NO_LABEL
        if near.is_one_of_many(place) and wording.words_of_prompt(place.prompt):
            return NO_LABEL  # what stands above is about all of them
        if len(line.words) > _LONG / 2 and isinstance(container, Cell):
            short = _label_left(container, line.words)
            if short.text:
                return short
        return Label(wording.tidy(line.words), Origin.OWN_CELL, Sureness.SURE)

    def row_and_column(self, place: Place) -> Label:
        """Return the name of the row with the head of the column, where a table has both."""
        cell = near.cell_of(place)
        if cell is None or cell.row.table.columns < 3:
            return NO_LABEL
        head, name = beside.column_head(cell), beside.row_name(cell)
        if head is None or not name:
            return NO_LABEL
        others = [one for one in cell.row.cells if one.places]
        label = wording.tidy(head.words)
        if not wording.has_letters(label, 1):
            return NO_LABEL
        text = f"{name}{_JOIN}{label}" if len(others) > 1 or beside.has_more_places(cell) else name
        return Label(text, Origin.ROW_AND_COLUMN, Sureness.LIKELY)

    def left(self, place: Place) -> Label:
        """Return the words left of a place in its row, back to the place before that."""
        cell = near.cell_of(place)
        if cell is None:
            return NO_LABEL
        if beside.column_head(cell) is not None and not beside.follows_label(cell):
            return NO_LABEL
        words, note, sureness = beside.words_left(cell)
        if not words:
            return NO_LABEL
        return Label(wording.tidy(words), Origin.LEFT, sureness, note)

    def column(self, place: Place) -> Label:
        """Return the head of the column of a place."""
        cell = near.cell_of(place)
        head = beside.column_head(cell) if cell is not None else None
        if head is None or not wording.has_letters(head.words, 1):
            return NO_LABEL
        return Label(wording.tidy(head.words), Origin.COLUMN, Sureness.LIKELY)

    def above(self, place: Place) -> Label:
        """Return what the row above a place says, when nothing is filled in there."""
        cell = near.cell_of(place)
        if cell is None or cell.row.index == 0:
            return NO_LABEL
        for index in range(cell.row.index - 1, max(-1, cell.row.index - 4), -1):
            row = cell.row.table.rows[index]
            over = [one for one in row.over(cell) if not one.goes_on]
            text = " ".join(one.words for one in over if one.words)
            if (
                row in self._sections.bands
                and cell.row.table.columns > 1
                and len(cell.row.cells) > 1
            ):
                return NO_LABEL
            if any(one.places for one in over):
                return NO_LABEL
            if wording.has_letters(text):
                label = wording.tidy(wording.without_number(text))
                band = self._sections.of_place.get(place)
                if (
                    text.endswith(":")
                    and len(text) > _LONG / 2
                    and band is not None
                    and (band in self._sections.bands.values())
                ):
                    return Label(band.title, Origin.ABOVE, Sureness.LIKELY, text)
                return Label(label, Origin.ABOVE, Sureness.LIKELY)
        return NO_LABEL

    def own_words(self, place: Place) -> Label:
        """Return what the prompt of a place asks for in words of its own."""
        label = wording.words_of_prompt(place.prompt)
        if not label or len(label) > _LONG:
            return NO_LABEL
        return Label(label[0].upper() + label[1:], Origin.PROMPT, Sureness.LIKELY)

    def _own_words_in_sentence(self, place: Place) -> Label:
        return self.own_words(place) if near.is_named(place) else NO_LABEL

    def _joining(self, place: Place) -> Label:
        """Return the words that join a place to what is before it, when nothing else names it."""
        words = near.words_before(place)
        if not near.is_joining(words, place) or len(wording.tidy(words)) < 4:
            return NO_LABEL
        return Label(wording.tidy(words).strip("[]()/ "), Origin.SENTENCE, Sureness.GUESS)

    def line_above(self, place: Place) -> Label:
        """Return the line above a place, or above the table or box that it stands in alone."""
        if place.source is Source.UNDER:
            return NO_LABEL  # what stands there asks for it, and the heading names it
        for container, position in near.outward(place):
            line = near.line_above(container, position)
            if line is not None:
                return self._of_line(line)
            if tail := near.words_above(container, position):
                return Label(wording.tidy(tail), Origin.LINE_ABOVE, Sureness.LIKELY)
            found = self._beside(container) if isinstance(container, Cell) else NO_LABEL
            if found.text:
                return found
        return NO_LABEL

    def _of_line(self, line: Line) -> Label:
        """Return a line as the label of what stands below it."""
        if line in self._sections.titles and line.outline is not None:
            return NO_LABEL
        is_marked = line.words.rstrip(" -")[-1:] in (":", "?")
        # A point of a list is what is asked about; other long text explains the heading.
        if len(line.words.split()) > _MOST_WORDS and not is_marked and not line.is_point:
            return NO_LABEL
        sureness = Sureness.LIKELY if is_marked else Sureness.GUESS
        return Label(wording.tidy(line.words), Origin.LINE_ABOVE, sureness)

    def _any_line_above(self, place: Place) -> Label:
        line = self._nearest_above(place)
        if line is None:
            return NO_LABEL
        return Label(wording.tidy(line.words), Origin.LINE_ABOVE, Sureness.GUESS)

    def _beside(self, cell: Cell) -> Label:
        words, note, _ = beside.words_left(cell)
        if not words:
            return NO_LABEL
        return Label(wording.tidy(words), Origin.LEFT, Sureness.LIKELY, note)

    def heading(self, place: Place) -> Label:
        """Return the title of the section of a place."""
        section = self._sections.of_place.get(place)
        while section is not None and not section.title:
            section = section.parent
        if section is None or section.level < 0:
            return NO_LABEL
        return Label(wording.without_number(section.title), Origin.HEADING, Sureness.LIKELY)

    def _captions(self, place: Place) -> Label:
        """Return the words below a blank line without any before it, in the same order."""
        line = place.line
        if place.source is not Source.RULE or line is None or wording.has_letters(line.words):
            return NO_LABEL
        following = line.container.blocks[line.position + 1 : line.position + 2]
        below = following[0] if following else None
        if not isinstance(below, Line) or below.own_places or below.outline is not None:
            return NO_LABEL
        if not below.words or line.is_point:
            return NO_LABEL
        captions = [
            part
            for part in re.split(r"\t+|\s{3,}", "".join(p.text for p in below.pieces))
            if part.strip()
        ]
        own = line.own_places
        if len(captions) != len(own):
            return NO_LABEL
        return Label(wording.tidy(captions[own.index(place)]), Origin.BELOW, Sureness.LIKELY)

    def _title(self, place: Place) -> Label:
        title = place.title
        if not title or wording.is_generic(title) or title in self._worn:
            return NO_LABEL
        if title in _PROPERTIES and near.is_named(place):
            return NO_LABEL
        text = wording.words_of_prompt(title) or title
        return Label(wording.tidy(text), Origin.TITLE, Sureness.SURE)

    def _merge_name(self, place: Place) -> Label:
        if place.source is not Source.MERGE or not place.name:
            return NO_LABEL
        spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", place.name)
        return Label(spaced.strip().capitalize(), Origin.NAME, Sureness.LIKELY)

    def _sentence(self, place: Place) -> Label:
        words = wording.tidy(near.words_before(place)) or wording.tidy(near.words_behind(place))
        if not wording.has_letters(words):
            return NO_LABEL
        return Label(" ".join(words.split()[-6:]), Origin.SENTENCE, Sureness.GUESS)

    def _nearest_above(self, place: Place) -> Line | None:
        """Return the nearest line with words above a place in what holds it, after other places."""
        line = place.line
        if line is None:
            return None
        return near.line_above(line.container, line.position)

    def _explained(self, label: Label, place: Place) -> Label:
        """Return a label with what else is said about its place."""
        extra = [label.explanation, place.explanation]
        title = place.title
        if title and not wording.is_generic(title) and not _same(title, label.text):
            extra.append(title)
        own = wording.words_of_prompt(place.prompt)
        if own and not _same(own, label.text) and label.origin is not Origin.PROMPT:
            extra.append(wording.without_brackets(place.prompt))
        elif example := wording.example_in(place.prompt):
            extra.append(f"Bijvoorbeeld: {example}")
        if sentence := near.sentence_around(place):
            extra.append(sentence)
        extra += self._guide(place, label)
        return label._replace(explanation="\n".join(dict.fromkeys(filter(None, extra))))

    def _guide(self, place: Place, label: Label) -> Iterator[str]:
        """Yield the paragraphs right below the heading that named a place."""
        if label.origin is not Origin.HEADING or place.line is None:
            return
        line = near.line_above(place.line.container, place.line.position)
        if line is not None and len(line.words) > _LONG:
            yield line.words


def _label_left(cell: Cell, long: str) -> Label:
    """Return the words left of a cell when they name it in short; `long` explains them then."""
    left, note, sureness = beside.words_left(cell)
    if not left or len(left) >= len(long) or beside.column_head(cell) is not None:
        return NO_LABEL
    text = "\n".join(filter(None, (note, long)))
    return Label(wording.tidy(left), Origin.LEFT, sureness, text)


def _same(one: str, other: str) -> bool:
    return wording.tidy(one).casefold() in (other.casefold(), f"{other.casefold()}s")
