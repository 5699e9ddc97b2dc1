"""Sentences outside the answers whose words are as they were, and whose form is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.three_way import FixedChange, FixedDifference
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.word.fixed.fingerprints import PLAIN
from uitvoeringsplan.word.fixed.forms import (
    FIELD,
    FILE,
    LINK,
    PICTURE,
    SECTION_CODE,
    SECTION_IN_ANSWER,
    UNSEEN,
    name_paragraph_codes,
    name_run_codes,
    split_paragraph_codes,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from uitvoeringsplan.word.fixed.fingerprints import FixedForm, FixedSentence, KnownSentence

# What is the same in more places than this is what a program did, or a style: told once.
_MANY = 5
# Of these somebody wants to know every one.
_EACH = frozenset((FIELD, FILE, LINK, UNSEEN))


class SeenForm(NamedTuple):
    """A sentence that was found again: what was known of it, and what stands there now.

    `line` is the number of its paragraph, `where` names the place and `vraag_id` the question
    nearest to it. Where the sentence `is_place`, it names the place itself.
    """

    known: KnownSentence
    sentence: FixedSentence
    line: int
    where: str
    name: str = ""
    is_place: bool = False
    vraag_id: str = ""


class _Change(NamedTuple):
    """What is different of a form, in codes; the same in many places when a program did it."""

    new: tuple[str, ...]
    gone: tuple[str, ...]
    elsewhere: tuple[str, ...]
    new_paragraph: tuple[str, ...]
    gone_paragraph: tuple[str, ...]


_OTHER_PICTURE = _Change((), (), (PICTURE,), (), ())
_PICTURE_CHANGED = (
    "staat een andere afbeelding of een ander bestand dan er stond, of een programma bewaarde het"
    " opnieuw:"
)


def compare_forms(seen: Iterable[SeenForm], quote: Callable[[str], str]) -> list[FixedDifference]:
    """Return what looks otherwise than it did, of what is known how it looked."""
    groups: dict[_Change, list[list[SeenForm]]] = {}
    for one in seen:
        change = _changed(one)
        if change is None:
            continue
        found = groups.setdefault(change, [])
        # A form of a paragraph is one thing, however many sentences are in it.
        is_more = not any((change.new, change.gone, change.elsewhere))
        if is_more and found and (found[-1][-1].line, found[-1][-1].where) == (one.line, one.where):
            found[-1].append(one)
        else:
            found.append([one])
    result = []
    for change, found in groups.items():
        if len(found) > _MANY and _EACH.isdisjoint(change.new):
            result.append(_in_many_places(change, found, quote))
        else:
            result += [_in_one_place(change, pieces, quote) for pieces in found]
    return result


def _changed(one: SeenForm) -> _Change | None:
    was, now = one.known.form, one.sentence.form
    if was is None:
        return None
    if SECTION_IN_ANSWER in now.paragraph:
        is_known = SECTION_CODE in was.paragraph
        codes = now.paragraph.replace(SECTION_IN_ANSWER, SECTION_CODE if is_known else "")
        now = now._replace(paragraph=codes)
    # Where the value of a field is plain text now, nothing stands on the place that it had.
    is_loose = bool(one.known.filled) and not one.sentence.filled
    if was[:3] == now[:3] or (is_loose and _loosely(was) == _loosely(now)):
        return None
    new, gone = _more(now.codes, was.codes), _more(was.codes, now.codes)
    elsewhere: tuple[str, ...] = ()
    if not new and not gone and not is_loose and was.places != now.places:
        elsewhere = tuple(now.codes)
    before, after = split_paragraph_codes(was.paragraph), split_paragraph_codes(now.paragraph)
    change = _Change(new, gone, elsewhere, _more(after, before), _more(before, after))
    return change if any(change) else None


def looks_same(known: KnownSentence, sentence: FixedSentence) -> bool:
    """Whether a sentence looks as it did, as far as is known."""
    return _changed(SeenForm(known, sentence, 0, "")) is None


def _loosely(form: FixedForm) -> FixedForm:
    return form._replace(places="", said=PLAIN.said)


def _more(here: Iterable[str], there: Iterable[str]) -> tuple[str, ...]:
    there = set(there)
    return tuple(code for code in here if code not in there)


def _in_one_place(
    change: _Change, pieces: Sequence[SeenForm], quote: Callable[[str], str]
) -> FixedDifference:
    one = pieces[0]
    words = " ".join(piece.sentence.words for piece in pieces)
    what = _said(change, one.sentence)
    if change == _OTHER_PICTURE and not one.is_place:
        message = f"{one.name} {_PICTURE_CHANGED} {quote(words)}"
        return FixedDifference(message, FixedChange.PICTURE, one.where, words, one.vraag_id)
    if one.is_place:
        message = f"De opmaak is anders, {what}, van {quote(words)}"
    else:
        message = f"{one.name} is de opmaak van vaste tekst anders, {what}, van {quote(words)}"
    return FixedDifference(message, FixedChange.FORM, one.where, words, one.vraag_id)


def _in_many_places(
    change: _Change, found: Sequence[Sequence[SeenForm]], quote: Callable[[str], str]
) -> FixedDifference:
    words = found[0][0].sentence.words
    message = (
        f"Op {len(found)} plaatsen buiten de antwoorden is de opmaak op dezelfde manier anders,"
        f" {_said(change, None)}. Misschien deed een programma dat. De eerste is {quote(words)}"
    )
    return FixedDifference(message, FixedChange.FORM)


def _said(change: _Change, sentence: FixedSentence | None) -> str:
    """Say what is new of a form, what is gone, and what stands on another place."""
    new = [_with_words(code, sentence) for code in change.new]
    new += name_paragraph_codes(change.new_paragraph)
    gone = [*name_run_codes(change.gone), *name_paragraph_codes(change.gone_paragraph)]
    moved = [_with_words(code, sentence) for code in change.elsewhere]
    parts = []
    if new:
        parts.append(f"nu {' en '.join(new)}")
    if gone:
        parts.append(f"niet meer {' en '.join(gone)}")
    if moved:
        parts.append(f"op een andere plaats of van een andere soort: {' en '.join(moved)}")
    return ", ".join(parts) or "en niet te zeggen hoe"


def _with_words(code: str, sentence: FixedSentence | None) -> str:
    """Return what a code is called, with the words that have it when not all of them do."""
    (name,) = name_run_codes(code)
    said = [words for own, words in sentence.form.said if own == code] if sentence else []
    words = " … ".join(filter(None, said))
    if not words or (sentence and words == sentence.words):
        return name
    return f"{name} ({words})" if words.startswith("[") else f"{name} (“{words}”)"
