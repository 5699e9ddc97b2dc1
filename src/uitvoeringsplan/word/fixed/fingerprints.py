"""The words of a document that are no answer, and fingerprints of them, sentence by sentence.

A document that comes back may have been changed where no answer stands: in the fixed text, a
header, a note, a text box. The properties hold a short fingerprint of every sentence there, so
that a later reader can name what is new and where something went, without the old text in it.

White space is left out, for programs change it without anybody seeing it. The value of a field of
the plan is no fixed text; a sentence that holds one has two fingerprints, without and with it, for
programs that make plain text of a control.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zlib import crc32

from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

#: The version of what is written here. A reader with other rules cannot compare.
VERSIE = "1"
FIXED = "vast"  # how the names of these properties begin
_LENGTH = 240  # of one property: Word itself shows and keeps no more than 255 signs

#: Where the value of a field of the plan stands in a sentence; no text of XML can hold it.
VALUE = "\0"
_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=\S)")
# Signs that programs put in or take out by themselves, and what they are read as.
_ORDINARY = (("\u00ad", ""), ("\u2011", "-"), ("\u200b", ""), ("\ufeff", ""))


class FixedSentence(NamedTuple):
    """A sentence that is no answer: its words, and its fingerprints.

    `digest` is that without the values of fields, empty when nothing else is in it; `filled` the
    one with them, empty when it has no field.
    """

    words: str
    digest: str
    filled: str = ""


def make_sentences(text: str, values: Iterable[str] = ()) -> list[FixedSentence]:
    """Return the sentences of a paragraph; `values` are the values that its marks stand for."""
    left = iter(values)
    result = []
    for sentence in _SENTENCE_END.split(_plain(text)):
        if VALUE not in sentence:
            if sentence:
                result.append(FixedSentence(sentence, _fingerprint(sentence)))
            continue
        parts = sentence.split(VALUE)
        bare_text = " ".join("".join(parts).split())
        whole = parts[0] + "".join(next(left, "") + part for part in parts[1:])
        whole = _plain(whole)
        # A stop or a comma behind a value that stands alone is no text to keep.
        is_text = any(sign.isalnum() for sign in bare_text)
        if whole:
            result.append(
                FixedSentence(
                    whole, _fingerprint(bare_text) if is_text else "", _fingerprint(whole)
                )
            )
    return result


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
    """Return the fingerprints by kind; None when a document does not hold ours."""
    if properties.get(FIXED) != VERSIE:
        return None
    result: dict[str, list[str]] = {}
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
    return f"{sentence.digest}={sentence.filled}" if sentence.filled else sentence.digest


def _plain(text: str) -> str:
    if not text.isascii():
        for sign, plain in _ORDINARY:
            text = text.replace(sign, plain)
    return " ".join(text.split())


def _fingerprint(words: str) -> str:
    # Nobody hides a change from this on purpose: who can write the text can write the property.
    return f"{crc32(words.encode('utf-8', 'surrogatepass')) & 0xFFFFFF:06x}"
