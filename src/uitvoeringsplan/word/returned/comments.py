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
from uitvoeringsplan.ooxml.styles import staat_aan
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
MAX_OPMERKINGEN = 2_000
_MAX_TEXT = 5_000  # characters of one comment
_MAX_QUOTE = 2_000
_NO_THREAD = ("", False)
_W15 = f"{{{W15}}}"


class _LooseComment:
    """A comment before it has a place: `alinea` is the id that answers to it use."""

    def __init__(self, element: Element) -> None:
        paragraphs = paragraphs_in(element)
        self.id = val(element, "id")
        self.auteur = one_line(val(element, "author")) or UNKNOWN_AUTHOR
        moment = _MOMENT.match(val(element, "date"))
        self.datum = moment[0] if moment else ""
        text = "\n".join(map(_text, paragraphs))
        self.tekst = clean(text if len(text) <= _MAX_TEXT else f"{text[:_MAX_TEXT]}…")
        self.alinea = paragraphs[-1].get(f"{{{W14}}}paraId", "") if paragraphs else ""


def read_comments(
    inner: LetIn,
    walk: DocumentWalk,
    bij_regel: Mapping[int, str],
    fields: Mapping[Element, str],
) -> tuple[ReturnedComment, ...]:
    """Return the comments in the order of the file, at most MAX_OPMERKINGEN, not the empty ones.

    `bij_regel` tells with which question a paragraph stands, `velden` which controls inside a
    paragraph show a field of the plan. A comment about nothing but one field belongs to that.
    """
    loose_ones = [
        _LooseComment(element)
        for part in inner.delen(REL_COMMENTS)
        for element in _root(inner, part).iterchildren(w("comment"))
    ][:MAX_OPMERKINGEN]
    if not loose_ones:
        return ()
    places = _places(walk, fields)
    draden = _threads(inner)
    per_alinea: dict[str, str] = {}
    keren: Counter[str] = Counter()
    result = []
    for loose in loose_ones:
        place = places.get(loose.id, _NOWHERE)
        question_id = bij_regel.get(place.alinea, place.veld)
        key = _key(loose, question_id, keren)
        per_alinea.setdefault(loose.alinea, key)
        # Many a program writes no ids: then nothing tells which comment was settled.
        parent, klaar = draden.get(loose.alinea, _NO_THREAD) if loose.alinea else _NO_THREAD
        if loose.tekst:
            result.append(
                ReturnedComment(
                    key,
                    loose.auteur,
                    loose.datum,
                    one_line(place.geciteerd),
                    loose.tekst,
                    question_id,
                    parent,
                    klaar,
                )
            )
    return tuple(
        opmerking._replace(op=per_alinea.get(opmerking.op, "") if opmerking.op else "")
        for opmerking in result
    )


def _key(loose: _LooseComment, question_id: str, keren: Counter[str]) -> str:
    """Return a key made of what no program changes, and of the question.

    The same words at two questions are two comments, also when only one of them comes back. Two
    that say the same at one question are told apart by their order.
    """
    basis = "\x1f".join(
        (question_id, loose.auteur, loose.datum[:16], " ".join(loose.tekst.split()))
    )
    keren[basis] += 1
    volgnummer = f"\x1f{keren[basis]}" if keren[basis] > 1 else ""
    return LETTER + digest(f"{basis}{volgnummer}".encode(), 15)


def _threads(inner: LetIn) -> dict[str, tuple[str, bool]]:
    """Return by the id of a comment's last paragraph the one it answers, and whether it is done."""
    return {
        extra.get(f"{_W15}paraId", ""): (
            extra.get(f"{_W15}paraIdParent", ""),
            staat_aan(extra.get(f"{_W15}done", "0")),
        )
        for part in inner.delen(REL_OPMERKINGEN_EXTRA)
        for extra in _root(inner, part).iter(f"{_W15}commentEx")
    }


class _CommentPlace(NamedTuple):
    """Where a comment stands: the paragraph where it begins, and what it is about."""

    alinea: int
    geciteerd: str
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

    def _add(self, letters: str, veld: str) -> None:
        if letters.strip() and (not self._fields or self._fields[-1] != veld):
            self._begin.append(self._length)
            self._fields.append(veld)
        self._letters.append(letters)
        self._length += len(letters)

    def plekken(self) -> dict[str, _CommentPlace]:
        """Return by comment where it stands."""
        text = "".join(self._letters)
        result = {}
        for id_, number in self._paragraph.items():
            start_at = self._start.get(id_, self._length)
            until = min(self._end.get(id_, self._length), start_at + _MAX_QUOTE)
            geciteerd = text[start_at:until]
            words = geciteerd.strip()
            first = start_at + geciteerd.find(words)
            fields = {self._field_at(first), self._field_at(first + len(words) - 1)}
            veld = fields.pop() if words and len(fields) == 1 else -1
            shown = self._fields[veld] if veld >= 0 else ""
            result[id_] = _CommentPlace(number, geciteerd, shown)
        return result

    def _field_at(self, place: int) -> int:
        return bisect_right(self._begin, place) - 1


def _places(walk: DocumentWalk, fields: Mapping[Element, str]) -> dict[str, _CommentPlace]:
    """Return by the id of a comment where it stands."""
    text = _DocumentText(fields)
    marks = walk.merken  # between paragraphs
    i = 0
    for number, paragraph in enumerate(walk.paragraphs):
        while i < len(marks) and marks[i][0] <= number:
            text.mark(number, marks[i][1])
            i += 1
        text.take(number, paragraph.items)
    for number, element in marks[i:]:
        text.mark(number - 1, element)
    return text.plekken()


def _root(inner: LetIn, part: str) -> Element:
    return parse(inner.pakket.inhoud(part), part, inner.pakket.pad)


def _text(alinea: Element) -> str:
    read = (item.text for item in read_items(alinea) if item.kind in _READ)
    return "".join(read).translate(_SIGNS)
