"""The words of a document that are no answer, and fingerprints of them, sentence by sentence.

A document that comes back may have been changed where no answer stands: in the fixed text, a
header, a note, a text box. The properties hold a short fingerprint of every sentence there, so
that a later reader can name what is new and where something went, without the old text in it.

White space is left out, for programs change it without anybody seeing it. The value of a field of
the plan is no fixed text; a sentence that holds one has two fingerprints, without and with it, for
programs that make plain text of a control.

Behind its words comes how a sentence looks (`word.fixed.forms`), when that is not plain: the codes
of its words, a short checksum of where each of them stands, and the codes of its paragraph. So a
reader who finds the same words can say what of their form is new, and what is gone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category
from zlib import crc32

from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

#: The version of what is written here. The first one did not say how sentences look.
VERSIE, WITHOUT_FORMS = "2", "1"
FIXED = "vast"  # how the names of these properties begin
_LENGTH = 240  # of one property: Word itself shows and keeps no more than 255 signs

#: Where the value of a field of the plan stands in a sentence; no text of XML can hold it.
VALUE = "\0"
_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=\S)")
_HIDDEN = "v"  # the code of hidden words
_UNNAMED = ("[tab]", "[regeleinde]")  # a quotation reads better without
# Signs that programs put in or take out by themselves, and what they are read as.
_ORDINARY = (("\u00ad", ""), ("\u2011", "-"), ("\u200b", ""), ("\ufeff", ""))


class Mark(NamedTuple):
    """How a piece of a text looks, or what stands at its place without letters (`is_point`).

    `codes` are those of `word.fixed.forms`, `detail` tells it from others with the same codes, and
    `said` is how to name it.
    """

    codes: str
    detail: str = ""
    said: str = ""
    is_point: bool = False


class FixedForm(NamedTuple):
    """How a sentence looks: the codes of its words and of its paragraph, and where they are.

    `said` names what has a code, with its words; no document holds that.
    """

    codes: str = ""
    places: str = ""
    paragraph: str = ""
    said: tuple[tuple[str, str], ...] = ()

    def encoded(self) -> str:
        """Return it as a property holds it."""
        words = f"{self.codes}.{self.places}" if self.places else self.codes
        return f"{words};{self.paragraph}" if self.paragraph else words


PLAIN = FixedForm()


class FixedSentence(NamedTuple):
    """A sentence that is no answer: its words, and its fingerprints.

    `digest` is that without the values of fields, empty when nothing else is in it; `filled` the
    one with them, empty when it has no field. One that `is_bare` has no words, and names what
    stands there instead.
    """

    words: str
    digest: str
    filled: str = ""
    form: FixedForm = PLAIN
    is_bare: bool = False


class KnownSentence(NamedTuple):
    """What a document tells of a sentence that it had; without `form` not how it looked."""

    digest: str
    filled: str
    form: FixedForm | None

    @property
    def keys(self) -> tuple[str, ...]:
        """The fingerprints that it may have now."""
        return tuple(filter(None, (self.digest, self.filled)))


def make_sentences(text: str, values: Iterable[str] = ()) -> list[FixedSentence]:
    """Return the sentences of a paragraph; `values` are the values that its marks stand for."""
    left = iter(values)
    result = []
    for sentence in split_sentences(text):
        if VALUE not in sentence:
            result.append(FixedSentence(sentence, _fingerprint(sentence)))
            continue
        parts = sentence.split(VALUE)
        bare_text = " ".join("".join(parts).split())
        whole = parts[0] + "".join(next(left, "") + part for part in parts[1:])
        whole = _plain(whole)
        # A stop or a comma behind a value that stands alone is no text to keep; a tick is.
        is_text = any(sign.isalnum() or category(sign) == "So" for sign in bare_text)
        if whole:
            result.append(
                FixedSentence(
                    whole, _fingerprint(bare_text) if is_text else "", _fingerprint(whole)
                )
            )
    return result


def split_sentences(text: str) -> list[str]:
    """Return the sentences in a text, in the form in which they are compared."""
    return [sentence for sentence in _SENTENCE_END.split(_plain(text)) if sentence]


def with_forms(
    sentences: list[FixedSentence],
    text: list[str],
    values: Iterable[str],
    marks: dict[int, Mark],
    paragraph: str,
) -> list[FixedSentence]:
    """Return the sentences that a text in pieces gave, each with how it looks.

    `marks` has those of its pieces by number, `paragraph` the codes of the paragraph. What stands
    between the words is named in them now.
    """
    if not marks:
        form = FixedForm(paragraph=paragraph)
        return [sentence._replace(form=form) for sentence in sentences] if paragraph else sentences
    placed = _placed(text, marks)
    left = iter(values)
    result, start = [], 0
    own = split_sentences("".join(text))
    if len(own) != len(sentences):  # a value of nothing leaves no sentence
        own = [sentence.words for sentence in sentences]
    for sentence, words in zip(sentences, own, strict=True):
        end = start + _size(words)
        here = [
            _clipped(mark, max(first, start) - start, min(last, end) - start, words)
            for first, last, mark in placed
            if (
                first <= end and (first > start or not start)
                if mark.is_point
                else first < end and last > start
            )
        ]
        form = _form(here, end - start, paragraph)
        shown = _shown(words, here)
        for _ in range(words.count(VALUE)):
            shown = shown.replace(VALUE, next(left, ""), 1)
        # What stands beside the value of a field alone is as much as words.
        named = " ".join(mark.said for *_, mark in here if mark.is_point and _is_named(mark))
        digest = sentence.digest or (_fingerprint(named) if named else "")
        result.append(sentence._replace(words=" ".join(shown.split()), digest=digest, form=form))
        start = end
    return result


def _clipped(mark: Mark, first: int, last: int, words: str) -> tuple[int, int, Mark]:
    """Return a mark of a sentence with the words that have it, unless all of them do."""
    if not mark.is_point:
        start, end = _place_of(words, first), _place_of(words, last)
        said = words[start:end].replace(VALUE, "…").strip()
        mark = mark._replace(said="" if said == words else said)
    return first, last, mark


def _shown(words: str, marks: Iterable[tuple[int, int, Mark]]) -> str:
    """Return the words of a sentence with what stands between them."""
    points = [(start, mark.said) for start, _, mark in marks if mark.is_point and _is_named(mark)]
    for start, said in reversed(points):
        place = _place_of(words, start)
        words = f"{words[:place]} {said} {words[place:]}"
    return words


def _is_named(mark: Mark) -> bool:
    return mark.said not in _UNNAMED


def _place_of(words: str, size: int) -> int:
    """Return where in a text so many signs are past."""
    for place, sign in enumerate(words):
        if not size:
            return place
        size -= sign != " "
    return len(words)


def bare_sentence(marks: Iterable[Mark], paragraph: str, name: str) -> FixedSentence:
    """Return what stands in a paragraph without words, as a sentence; `name`: of the paragraph."""
    marks = list(marks)
    words = " ".join(mark.said for mark in marks) or name
    form = _form([(0, 0, mark) for mark in marks], 0, paragraph)
    return FixedSentence(words, _fingerprint(words), form=form, is_bare=True)


def _placed(text: list[str], marks: dict[int, Mark]) -> list[tuple[int, int, Mark]]:
    """Return the marks with where they begin and end, counted in signs; equal ones as one."""
    result: list[tuple[int, int, Mark]] = []
    place = 0
    for number, piece in enumerate(text):
        start, place = place, place + _size(_plain(piece))
        mark = marks.get(number)
        if mark is None or (start == place and not mark.is_point):
            continue
        if result and result[-1][1] == start and _goes_on(result[-1][2], mark):
            first, _, before = result.pop()
            start, mark = first, mark._replace(said=before.said + mark.said)
            if mark.is_point:
                mark = mark._replace(detail=before.detail + mark.detail)
        result.append((start, place, mark))
    return result


def _goes_on(before: Mark, mark: Mark) -> bool:
    """Whether a mark is more of the one before it, which programs may cut in pieces."""
    if before.is_point or mark.is_point:
        return before.codes == mark.codes == _HIDDEN
    return before.codes == mark.codes and before.detail == mark.detail


def _form(marks: list[tuple[int, int, Mark]], size: int, paragraph: str) -> FixedForm:
    if not marks:
        return FixedForm(paragraph=paragraph)
    codes = "".join(sorted({code for _, _, mark in marks for code in mark.codes}))
    (first, last, one), *more = marks
    is_whole = not more and (first, last) == (0, size) and not one.detail and not one.is_point
    places = ""
    if not is_whole:
        exact = [(start, end, *mark[:2]) for start, end, mark in marks]
        places = f"{crc32(repr(exact).encode('utf-8', 'surrogatepass')) & 0xFFFF:04x}"
    said = tuple((code, mark.said) for _, _, mark in marks for code in mark.codes)
    return FixedForm(codes, places, paragraph, said)


def _size(text: str) -> int:
    return len(text) - text.count(" ")


def as_properties(kinds: dict[str, Iterable[str]]) -> dict[str, str]:
    """Return the properties that hold these fingerprints, in pieces that every program keeps."""
    result = {FIXED: VERSIE}
    for kind, digests in kinds.items():
        piece = ""
        number = 1
        for digest in digests:
            if piece and len(piece) + len(digest) >= _LENGTH:
                result[f"{FIXED}.{kind}.{number}"] = piece
                number += 1
                piece = ""
            piece = f"{piece} {digest}" if piece else digest
        if piece:
            result[f"{FIXED}.{kind}.{number}"] = piece
    return result


def from_properties(properties: dict[str, str]) -> dict[str, list[str]] | None:
    """Return the fingerprints by kind; None when a document does not hold ours.

    Of the kind `FIXED` is the version.
    """
    version = properties.get(FIXED)
    if version not in (VERSIE, WITHOUT_FORMS):
        return None
    result: dict[str, list[str]] = {FIXED: [version]}
    pieces = []
    for name, value in properties.items():
        _, kind, number = (*name.split("."), "", "")[:3]
        if name.startswith(f"{FIXED}.") and number.isdecimal() and number.isascii():
            pieces.append((kind, int(number), value))
    for kind, _, value in sorted(pieces):
        result.setdefault(kind, []).extend(value.split())
    return result


def encode(sentence: FixedSentence) -> str:
    """Return the fingerprints of a sentence as a property holds them."""
    code = f"{sentence.digest}={sentence.filled}" if sentence.filled else sentence.digest
    form = sentence.form.encoded()
    return f"{code}:{form}" if form else code


def decode(code: str, *, has_forms: bool = True) -> KnownSentence:
    """Return what a property says of a sentence."""
    words, _, said = code.partition(":")
    digest, _, filled = words.partition("=")
    run, _, paragraph = said.partition(";")
    codes, _, places = run.partition(".")
    return KnownSentence(digest, filled, FixedForm(codes, places, paragraph) if has_forms else None)


def _plain(text: str) -> str:
    if not text.isascii():
        for sign, plain in _ORDINARY:
            text = text.replace(sign, plain)
    return " ".join(text.split())


def _fingerprint(words: str) -> str:
    # Nobody hides a change from this on purpose: who can write the text can write the property.
    return f"{crc32(words.encode('utf-8', 'surrogatepass')) & 0xFFFFFF:06x}"
