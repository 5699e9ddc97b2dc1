"""An answer that a program wrote anew without its control: the words are its, the dress is ours.

Nobody takes the controls of all questions away by hand; a program that knows none leaves them out,
and what it loses besides is its habit (`habits.py`). Where the words of a paragraph are those of
the plan, so is everything else of it. What was otherwise is told, once for the whole document.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from uitvoeringsplan.model.answer_markup import (
    EMPHASES,
    Paragraph,
    emphases,
    plain_text,
    read_markup,
)
from uitvoeringsplan.model.fingerprint import fingerprint
from uitvoeringsplan.model.markup_writer import write_canonical
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.address import comparable
from uitvoeringsplan.word.returned.habits import SIGN_LOST
from uitvoeringsplan.word.returned.lost_dress import dressed, is_alike, taken_over

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from uitvoeringsplan.model.answer_markup import Block, Run

_BMP = 0xFFFF  # a sign above it takes two numbers of sixteen bits
_MOST_BLOCKS = 1_000  # comparing may take the square of this
(_SQUARE,) = SIGN_LOST.signs
_HABIT = 3  # answers
_NUMBERS = "nummers"
LINE_BREAK_LOST = (
    "Een programma liet in dit antwoord een regeleinde weg. Kijk na of er woorden aan elkaar staan."
)
_DRESS_LOST = (
    "De woorden zijn gelijk gebleven en alleen de opmaak is anders. Het invulveld is weg, dus"
    " misschien deed een programma dat."
)
_BEGINNING = (
    "Alleen het begin van het antwoord is over. Het invulveld is weg of er staat niet meer waar het"
    " bij hoort, dus misschien liet een programma de rest weg."
)


class Recovered(NamedTuple):
    """An answer with the dress of an older text.

    `lost` says what the document had otherwise, in words for a user; `is_edited` whether its words
    are others too. It is not certain where words may stand together that a line break kept apart.
    """

    text: str
    lost: tuple[str, ...]
    is_edited: bool
    is_certain: bool = True

    @property
    def has_only_other_numbers(self) -> bool:
        """Whether the numbers of its points are all that was otherwise."""
        return self.lost == (_NUMBERS,) and not self.is_edited


def recover(text: str, earlier: Sequence[str]) -> Recovered | None:
    """Return an answer with the dress of the nearest older text that has the same words.

    Of another text than any before, every paragraph that is the same comes back as it was, and of
    one whose words changed the words that did not. None when there is nothing to bring back.
    """
    new = read_markup(text)
    older = [old for old in map(read_markup, earlier) if old and len(old) <= _MOST_BLOCKS]
    if not new or not older or len(new) > _MOST_BLOCKS:
        return None
    old = next((one for one in older if _keys(one, one) == _keys(new, one)), older[0])
    blocks, is_certain = _merged(old, new)
    found = write_canonical(blocks)
    if is_certain and fingerprint(found) == fingerprint(text):
        return None
    is_edited = _keys(new, old) != _keys(old, old)
    return Recovered(found, _losses(blocks, new), is_edited, is_certain)


def is_habit(found: Iterable[Recovered]) -> bool:
    """Whether so many answers differ in their dress alone that a program must have done it.

    `found` is what there is to recover in a document without controls. A habit shows everywhere;
    one answer or two somebody may have made bold.
    """
    return sum(not one.is_edited and not one.has_only_other_numbers for one in found) >= _HABIT


def describe_recovered(program: str, found: Mapping[str, Recovered]) -> str:
    """Return a sentence about answers, by their label, that kept the dress of the plan.

    `program` is how the program calls itself that wrote the document; it may be empty.
    """
    losses = [loss for loss in _DIFFERENCES if any(loss in one.lost for one in found.values())]
    who = f"Een programma ({program})" if program else "Een programma"
    result = f"{who} heeft opmaak veranderd: {', '.join(losses)}."
    if same := _labels(found, is_edited=False):
        result += (
            f" Bij deze antwoorden zijn de woorden gelijk en houdt het plan zijn opmaak: {same}."
        )
    if edited := _labels(found, is_edited=True):
        result += f" Bij deze komen de woorden uit Word, in de opmaak van het plan: {edited}."
    return f"{result} Heeft iemand daar zelf opmaak veranderd, zet dat dan in het plan."


def _labels(found: Mapping[str, Recovered], *, is_edited: bool) -> str:
    return ", ".join(f"“{label}”" for label, one in found.items() if one.is_edited is is_edited)


def _merged(old: Sequence[Block], new: Sequence[Block]) -> tuple[tuple[Block, ...], bool]:
    """Return the blocks of `new`, with what is certain to be of `old` as it was there.

    And whether every line break of a paragraph that changed has its place.
    """
    is_certain = True
    matcher = SequenceMatcher(None, _keys(old, old), _keys(new, old), autojunk=False)
    result: list[Block] = list(new)
    for kind, start, until, first, last in matcher.get_opcodes():
        if kind == "equal":
            result[first:last] = old[start:until]
        elif kind == "replace" and until - start == last - first:
            # As many as there were: each is the one in its place, with other words.
            result[first:last] = map(_with_dress, old[start:until], new[first:last])
        if kind == "replace":
            before, after = sum(map(_line_breaks, old[start:until])), result[first:last]
            is_certain = is_certain and sum(map(_line_breaks, after)) >= before
    return tuple(result), is_certain


def _with_dress(old: Block, new: Block) -> Block:
    """Return a block whose words changed: in the form of the old one, in its dress.

    One that looks like another block altogether stays as it is.
    """
    text = _with_lost_signs(plain_text((new,)), plain_text((old,)))
    if not is_alike(text, old.runs):
        return new
    dresses, ends = taken_over(text, [[old.runs]])
    known = {comparable(run.adres) for run in old.runs if run.adres}
    place = 0
    for run in new.runs:  # a link that was not there before is no habit
        if run.adres and comparable(run.adres) not in known:
            for i in range(place, place + len(run.text)):
                dresses[i] = dresses[i]._replace(adres=run.adres)
        place += len(run.text)
    ends = {end for end in ends if text[end : end + 1] != "\n" and text[end - 1 : end] != "\n"}
    return old._replace(runs=dressed(text, dresses, ends))


def _with_lost_signs(text: str, old: str) -> str:
    """Return a text with the signs of `old` that a program wrote as half a sign, or as a square."""
    high = [sign for sign in old if ord(sign) > _BMP]
    for sign in high:
        text = text.replace(chr(ord(sign) & _BMP), sign)
    if _SQUARE not in old and text.count(_SQUARE) == len(high):
        for sign in high:
            text = text.replace(_SQUARE, sign, 1)
    return text


def _keys(blocks: Iterable[Block], old: Sequence[Block]) -> list[str]:
    """Return the words of every block, alike for whatever a program makes of the same words.

    habits.SIGN_LOST. No program strikes words through by itself.
    """
    lost: dict[int, str] = {}
    for sign in plain_text(tuple(old)):
        if ord(sign) > _BMP:
            lost |= dict.fromkeys((ord(sign), ord(sign) & _BMP), _SQUARE)
    return [
        "".join(letter.text + "~" * letter.doorgehaald for letter in _letters(block)).translate(
            lost
        )
        for block in blocks
    ]


def _losses(blocks: Iterable[Block], new: Iterable[Block]) -> tuple[str, ...]:
    """Return in words what differs between an answer as it was and as a program wrote it."""
    result: dict[str, None] = {}
    for was, now in zip(blocks, new, strict=True):
        for name, of in _DIFFERENCES.items():
            if of(was) != of(now):
                result[name] = None
    return tuple(name for name in _DIFFERENCES if name in result)


def _letters(block: Block) -> list[Run]:
    """Return every sign that can be seen as a run of its own."""
    return [run._replace(text=sign) for run in block.runs for sign in run.text if sign.strip()]


def _emphases(block: Block) -> list[list[str]]:
    return [
        [kind.name for kind in emphases(letter) if not kind.weighs] for letter in _letters(block)
    ]


def _addresses(block: Block) -> list[str]:
    return [letter.adres for letter in _letters(block)]


def _form(block: Block) -> tuple[int, bool]:
    return (-1, False) if isinstance(block, Paragraph) else (block.level, block.number is not None)


def _number(block: Block) -> int:
    return 0 if isinstance(block, Paragraph) else block.number or 0


def _line_breaks(block: Block) -> int:
    return sum(run.text.count("\n") for run in block.runs)


def _signs(block: Block) -> str:
    return "".join(letter.text for letter in _letters(block))


#: What may be otherwise in a paragraph of which the words are the same, in words for a user.
_DIFFERENCES: Mapping[str, Callable[[Block], object]] = {
    " of ".join(kind.name for kind in EMPHASES if not kind.weighs): _emphases,
    "links": _addresses,
    "lijsten": _form,
    _NUMBERS: _number,
    "regeleinden": _line_breaks,
    "tekens": _signs,
}


def describe_loss(text: str, earlier: Sequence[str]) -> str:
    """Return a sentence when an answer has only lost or changed its dress, or lost its end."""
    if fingerprint(text) in map(fingerprint, earlier):
        return ""
    if is_only_beginning(text, earlier):
        return _BEGINNING
    words = _words(text)
    return _DRESS_LOST if any(_words(old) == words for old in earlier) else ""


def is_only_beginning(text: str, earlier: Iterable[str]) -> bool:
    """Whether an answer is the first paragraphs of one that it was before, and no more."""
    paragraphs = _paragraphs(text)
    return any(
        len(paragraphs) < len(old) and old[: len(paragraphs)] == paragraphs
        for old in map(_paragraphs, earlier)
    )


def _paragraphs(text: str) -> list[str]:
    return ["".join(plain_text((block,)).split()) for block in read_markup(text)]


def _words(text: str) -> str:
    return "".join(_paragraphs(text))
