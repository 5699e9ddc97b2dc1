"""Comments: who said what about which words, and with which question those stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from uitvoeringsplan.document.paragraph_content import Kind, paragraphs_in, read_items
from uitvoeringsplan.model.checksum import digest
from uitvoeringsplan.model.cleaning import clean, one_line
from uitvoeringsplan.model.open_punt import LETTER
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.gate import REL_OPMERKINGEN_EXTRA
from uitvoeringsplan.ooxml.names import REL_COMMENTS, UNKNOWN_AUTHOR, W14, W15
from uitvoeringsplan.ooxml.styles import is_turned_on
from uitvoeringsplan.ooxml.tree import parse, val, w
from uitvoeringsplan.word.returned.result import ReturnedComment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from uitvoeringsplan.document.paragraph_content import Item
    from uitvoeringsplan.ooxml.gate import LetIn
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.returned.walk import DocumentWalk

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?")
_READ = (Kind.TEXT, Kind.SIGN)
_SIGNS = str.maketrans({"\t": " ", "\u00ad": ""})
_BEGINNING, _END, _CONTROL = w("commentRangeStart"), w("commentRangeEnd"), w("sdt")
MAX_COMMENTS = 2_000
_MAX_TEXT = 5_000  # characters of one comment
_MAX_QUOTE = 2_000
_NO_THREAD = ("", False)
_W15 = f"{{{W15}}}"


class _LooseComment:
    """A comment before it has a place: `paragraph` is the id that answers to it use."""

    def __init__(self, element: Element) -> None:
        paragraphs = paragraphs_in(element)
        self.id = val(element, "id")
        self.auteur = one_line(val(element, "author")) or UNKNOWN_AUTHOR
        moment = _MOMENT.match(val(element, "date"))
        self.datum = moment[0] if moment else ""
        text = "\n".join(map(_text, paragraphs))
        self.text = clean(text if len(text) <= _MAX_TEXT else f"{text[:_MAX_TEXT]}…")
        self.paragraph = paragraphs[-1].get(f"{{{W14}}}paraId", "") if paragraphs else ""


def read_comments(
    inner: LetIn,
    walk: DocumentWalk,
    at_line: Mapping[int, str],
    fields: Mapping[Element, str],
) -> tuple[ReturnedComment, ...]:
    """Return the comments in the order of the file, at most MAX_OPMERKINGEN, not the empty ones.

    `at_line` tells with which question a paragraph stands, `velden` which controls inside a
    paragraph show a field of the plan. A comment about nothing but one field belongs to that.
    """
    loose_ones = [
        _LooseComment(element)
        for part in inner.parts(REL_COMMENTS)
        for element in _root(inner, part).iterchildren(w("comment"))
    ][:MAX_COMMENTS]
    if not loose_ones:
        return ()
    places = _places(walk, fields)
    threads = _threads(inner)
    per_paragraph: dict[str, str] = {}
    times: Counter[str] = Counter()
    result = []
    for loose in loose_ones:
        place = places.get(loose.id, _NOWHERE)
        question_id = at_line.get(place.paragraph, place.veld)
        key = _key(loose, question_id, times)
        per_paragraph.setdefault(loose.paragraph, key)
        # Many a program writes no ids: then nothing tells which comment was settled.
        parent, ready = threads.get(loose.paragraph, _NO_THREAD) if loose.paragraph else _NO_THREAD
        if loose.text:
            result.append(
                ReturnedComment(
                    key,
                    loose.auteur,
                    loose.datum,
                    one_line(place.quoted),
                    loose.text,
                    question_id,
                    parent,
                    ready,
                )
            )
    return tuple(
        comment._replace(op=per_paragraph.get(comment.op, "") if comment.op else "")
        for comment in result
    )


def _key(loose: _LooseComment, question_id: str, times: Counter[str]) -> str:
    """Return a key made of what no program changes, and of the question.

    The same words at two questions are two comments, also when only one of them comes back. Two
    that say the same at one question are told apart by their order.
    """
    basis = "\x1f".join((question_id, loose.auteur, loose.datum[:16], " ".join(loose.text.split())))
    times[basis] += 1
    sequence_number = f"\x1f{times[basis]}" if times[basis] > 1 else ""
    return LETTER + digest(f"{basis}{sequence_number}".encode(), 15)


def _threads(inner: LetIn) -> dict[str, tuple[str, bool]]:
    """Return by the id of a comment's last paragraph the one it answers, and whether it is done."""
    return {
        extra.get(f"{_W15}paraId", ""): (
            extra.get(f"{_W15}paraIdParent", ""),
            is_turned_on(extra.get(f"{_W15}done", "0")),
        )
        for part in inner.parts(REL_OPMERKINGEN_EXTRA)
        for extra in _root(inner, part).iter(f"{_W15}commentEx")
    }


class _CommentPlace(NamedTuple):
    """Where a comment stands: the paragraph where it begins, and what it is about."""

    paragraph: int
    quoted: str
    veld: str  # when it is about the words of one field alone


_NOWHERE = _CommentPlace(-1, "", "")


class _DocumentText:
    """The words of a document: which of them show a field, and which each comment is about."""

    def __init__(self, fields: Mapping[Element, str]) -> None:
        self._controls = fields
        self._length = 0
        self._letters: list[str] = []
        # Where words begin that belong to another field than the words before them, and to which.
        self._begin: list[int] = []
        self._fields: list[str] = []
        # By comment the paragraph where it begins, and its range.
        self._paragraph: dict[str, int] = {}
        self._start: dict[str, int] = {}
        self._end: dict[str, int] = {}

    def mark(self, number: int, element: Element) -> None:
        """Take a mark of a comment, in or before the paragraph with this number."""
        id_ = val(element, "id")
        self._paragraph.setdefault(id_, number)
        if element.tag == _BEGINNING:
            self._start.setdefault(id_, self._length)
        elif element.tag == _END:
            self._end.setdefault(id_, self._length)

    def take(self, number: int, items: Iterable[Item]) -> None:
        """Take a paragraph."""
        around = [""]  # of which field the words are, by the controls that are open
        for kind, element, _, text in items:
            if kind in _READ:
                self._add(text.translate(_SIGNS), around[-1])
            elif kind is Kind.COMMENT:
                self.mark(number, element)
            elif kind is Kind.CONTROL:
                around.append(self._controls.get(element, around[-1]))
            elif kind is Kind.END and element.tag == _CONTROL:
                around.pop()
        self._add("\n", "")

    def _add(self, letters: str, field: str) -> None:
        if letters.strip() and (not self._fields or self._fields[-1] != field):
            self._begin.append(self._length)
            self._fields.append(field)
        self._letters.append(letters)
        self._length += len(letters)

    def places(self) -> dict[str, _CommentPlace]:
        """Return by comment where it stands."""
        text = "".join(self._letters)
        result = {}
        for id_, number in self._paragraph.items():
            start_at = self._start.get(id_, self._length)
            until = min(self._end.get(id_, self._length), start_at + _MAX_QUOTE)
            quoted = text[start_at:until]
            words = quoted.strip()
            first = start_at + quoted.find(words)
            fields = {self._field_at(first), self._field_at(first + len(words) - 1)}
            field = fields.pop() if words and len(fields) == 1 else -1
            shown = self._fields[field] if field >= 0 else ""
            result[id_] = _CommentPlace(number, quoted, shown)
        return result

    def _field_at(self, place: int) -> int:
        return bisect_right(self._begin, place) - 1


def _places(walk: DocumentWalk, fields: Mapping[Element, str]) -> dict[str, _CommentPlace]:
    """Return by the id of a comment where it stands."""
    text = _DocumentText(fields)
    marks = walk.marks  # between paragraphs
    i = 0
    for number, paragraph in enumerate(walk.paragraphs):
        while i < len(marks) and marks[i][0] <= number:
            text.mark(number, marks[i][1])
            i += 1
        text.take(number, paragraph.items)
    for number, element in marks[i:]:
        text.mark(number - 1, element)
    return text.places()


def _root(inner: LetIn, part: str) -> Element:
    return parse(inner.package.content(part), part, inner.package.path)


def _text(paragraph: Element) -> str:
    read = (item.text for item in read_items(paragraph) if item.kind in _READ)
    return "".join(read).translate(_SIGNS)
