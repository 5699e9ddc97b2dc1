"""Comments: who said what about which words, and with which question those stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from uitvoeringsplan.model.checksum import sha256
from uitvoeringsplan.model.cleaning import clean, one_line
from uitvoeringsplan.model.open_punt import LETTER
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.gate import REL_OPMERKINGEN_EXTRA
from uitvoeringsplan.ooxml.names import REL_COMMENTS, UNKNOWN_AUTHOR
from uitvoeringsplan.ooxml.styles import staat_aan
from uitvoeringsplan.ooxml.tree import val, w
from uitvoeringsplan.word.returned.lean_tree import read_lean, w14, w15
from uitvoeringsplan.word.returned.result import ReturnedComment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from uitvoeringsplan.ooxml.gate import LetIn
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.returned.walk import DocumentWalk

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?")
_SIGNS = {w("tab"): " ", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
_BEGINNING, _END = w("commentRangeStart"), w("commentRangeEnd")
_REFERENCE = w("commentReference")
_MARKS = (_BEGINNING, _END, _REFERENCE)
MAX_OPMERKINGEN = 2_000
_MAX_TEXT = 5_000  # characters of one comment
_MAX_QUOTE = 2_000
_NO_THREAD = ("", False)


class _LooseComment:
    """A comment before it has a place: `alinea` is the id that answers to it use."""

    def __init__(self, element: Element) -> None:
        paragraphs = list(element.iter(w("p")))
        self.id = val(element, "id")
        self.auteur = one_line(val(element, "author")) or UNKNOWN_AUTHOR
        moment = _MOMENT.match(val(element, "date"))
        self.datum = moment[0] if moment else ""
        text = "\n".join("".join(_text(alinea)) for alinea in paragraphs)
        self.tekst = clean(text if len(text) <= _MAX_TEXT else f"{text[:_MAX_TEXT]}…")
        self.alinea = paragraphs[-1].get(w14("paraId"), "") if paragraphs else ""


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
        for element in read_lean(inner.pakket, part).iterchildren(w("comment"))
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
    return LETTER + sha256(f"{basis}{volgnummer}".encode()).hexdigest()[:15]


def _threads(inner: LetIn) -> dict[str, tuple[str, bool]]:
    """Return by the id of a comment's last paragraph the one it answers, and whether it is done."""
    return {
        extra.get(w15("paraId"), ""): (
            extra.get(w15("paraIdParent"), ""),
            staat_aan(extra.get(w15("done"), "0")),
        )
        for part in inner.delen(REL_OPMERKINGEN_EXTRA)
        for extra in read_lean(inner.pakket, part).iter(w15("commentEx"))
    }


class _CommentPlace(NamedTuple):
    """Where a comment stands: the paragraph where it begins, and what it is about."""

    alinea: int
    geciteerd: str
    veld: str  # when it is about the words of one field alone


_NOWHERE = _CommentPlace(-1, "", "")


class _DocumentText:
    """The words of a document, and which of them show a field."""

    def __init__(self) -> None:
        self.lengte = 0
        self._letters: list[str] = []
        # Where words begin that belong to another field than the words before them, and to which.
        self._begin: list[int] = []
        self._fields: list[str] = []

    def add(self, letters: str, veld: str) -> None:
        if letters.strip() and (not self._fields or self._fields[-1] != veld):
            self._begin.append(self.lengte)
            self._fields.append(veld)
        self._letters.append(letters)
        self.lengte += len(letters)

    def plekken(self, bereiken: Mapping[str, tuple[int, int, int]]) -> dict[str, _CommentPlace]:
        """Return by comment where it stands; a range is its paragraph, begin and end."""
        text = "".join(self._letters)
        result = {}
        for id_, (alinea, start_at, until) in bereiken.items():
            geciteerd = text[start_at : min(until, start_at + _MAX_QUOTE)]
            words = geciteerd.strip()
            first = start_at + geciteerd.find(words)
            fields = {self._field_at(first), self._field_at(first + len(words) - 1)}
            veld = fields.pop() if words and len(fields) == 1 else -1
            result[id_] = _CommentPlace(alinea, geciteerd, self._fields[veld] if veld >= 0 else "")
        return result

    def _field_at(self, place: int) -> int:
        return bisect_right(self._begin, place) - 1


def _places(walk: DocumentWalk, fields: Mapping[Element, str]) -> dict[str, _CommentPlace]:
    """Return by the id of a comment where it stands."""
    alinea: dict[str, int] = {}
    start: dict[str, int] = {}
    end: dict[str, int] = {}
    text = _DocumentText()
    for number, element, veld in _stream(walk, fields):
        if element is None:
            text.add("\n", "")
        elif element.tag in _MARKS:
            id_ = val(element, "id")
            alinea.setdefault(id_, number)
            if element.tag == _BEGINNING:
                start.setdefault(id_, text.lengte)
            elif element.tag == _END:
                end.setdefault(id_, text.lengte)
        else:
            text.add(element.text or _SIGNS.get(element.tag, ""), veld)
    return text.plekken(
        {
            id_: (number, start.get(id_, text.lengte), end.get(id_, text.lengte))
            for id_, number in alinea.items()
        }
    )


def _stream(
    walk: DocumentWalk, fields: Mapping[Element, str]
) -> Iterator[tuple[int, Element | None, str]]:
    """Yield (paragraph, mark of a comment or text, its field) in order; None ends a paragraph."""
    marks: Sequence[tuple[int, Element]] = walk.merken
    i = 0
    for number, paragraph in enumerate(walk.paragraphs):
        while i < len(marks) and marks[i][0] <= number:
            yield number, marks[i][1], ""
            i += 1
        van_veld = {
            element: name
            for control in paragraph.controls
            if (name := fields.get(control.element))
            for element in control.element.iter()
        }
        for element in paragraph.alinea.iter(*_MARKS, w("t"), *_SIGNS):
            yield number, element, van_veld.get(element, "")
        yield number, None, ""
    for number, element in marks[i:]:
        yield number - 1, element, ""


def _text(alinea: Element) -> Iterator[str]:
    for element in alinea.iter(w("t"), *_SIGNS):
        yield element.text or _SIGNS.get(element.tag, "")
