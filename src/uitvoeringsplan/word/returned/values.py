"""From what the document shows to what a plan stores.

The document shows more than was answered: a default, a dash for a fact that is missing, a sentence
that stands for no answer, a date in words. The fingerprint in its properties tells what it was
made with, so nothing of that comes back as an answer that nobody gave.

"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError, TabelError
from uitvoeringsplan.model.answer_markup import plain_text, read_markup
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.model.fingerprint import antwoord_fingerprint, fingerprint
from uitvoeringsplan.model.markup_writer import canonical, write_canonical
from uitvoeringsplan.model.vraag import Asking
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.word.returned.answer_blocks import MAX_SIGNS, without_placeholder
from uitvoeringsplan.word.returned.lost_dress import (
    find_same,
    restore,
    with_old_addresses,
    with_old_links,
)
from uitvoeringsplan.word.returned.result import Refusal
from uitvoeringsplan.word.writing.control_content import NOT_KNOWN, field_text

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.word.returned.answer_blocks import ReadBlocks

TE_LANG = "Dit antwoord is te lang om terug te lezen."

#: So our own templates write what an empty field shows, and many others do.
BETWEEN_BRACKETS = re.compile(r"\[[^\]]*\]")
_LOST_BORDERS = (
    "LibreOffice heeft in de eerste alinea de plaats van een link of regeleinde weggelaten."
    " Kijk die na."
)


_EMPTY_OR_NOT = (
    "Er staat “{}”, maar volgens het bestand of aan de haken te zien is hier niets ingevuld. Kies"
    " of dat het antwoord is."
)


_LINK_TOO_LONG = (
    "De eerste link van een alinea begint misschien te vroeg; LibreOffice doet dat. Kijk na welke"
    " woorden erbij horen."
)


class KnownAnswer(NamedTuple):
    """What is known of an answer before it is read: how it was, and what stands for nothing.

    `digest` and `empty` are fingerprints (None when the document does not say), `earlier` the texts
    that it had before, `plaatshouders` what an empty control shows, `maybe` what may be that.
    """

    vraag: Vraag
    digest: str | None = None
    empty: str | None = None
    earlier: tuple[str, ...] = ()
    plaatshouders: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()

    def is_same(self, text: str) -> bool:
        """Whether this is the text that the document was made with."""
        if self.digest is None:
            return False
        try:
            return antwoord_fingerprint(self.vraag, text) == self.digest
        except TabelError:  # no table at all
            return False

    def for_nothing(self) -> tuple[str, ...]:
        """Return the texts that stand for no answer.

        A control that was filled shows those alone that are known; anything else was typed.
        """
        if not self.digest:
            return self.plaatshouders
        return tuple(text for text in self.plaatshouders if text not in self.maybe)

    def had_text(self) -> bool:
        """Whether the document was made with an answer, as far as anybody knows."""
        return bool(self.digest) if self.digest is not None else any(self.earlier)


class StoredText(NamedTuple):
    """A text as a plan stores it, and a sentence when it does not fit or is not certain.

    `refused` and `fitting` are those of `ReturnedAnswer`; `notes` tell what to know besides.
    """

    text: str
    message: str = ""
    refused: tuple[Refusal, ...] = ()
    fitting: str | None = None
    notes: tuple[str, ...] = ()


def from_blocks(reading: ReadBlocks, known: KnownAnswer, *, is_los: bool = False) -> StoredText:
    """Return the answer that blocks hold, for a question whose answer has paragraphs.

    `is_los`: no control stands around them, so a program that drops controls may have been there.
    """
    earlier = [read_markup(text) for text in known.earlier]
    options = [reading.blocks]
    message = ""
    if reading.place >= 0:
        equals = find_same(reading.words, earlier)
        options += (reading.met(runs) for runs in equals)
        if not equals:
            restored = restore(reading.words, earlier)
            options.append(reading.met(restored.runs))
            message = "" if restored.is_certain else _LOST_BORDERS
    options = [with_old_addresses(blocks, earlier) for blocks in options]
    if is_los:
        relinked = [with_old_links(blocks, earlier) for blocks in options]
        options = [blocks for blocks, _ in relinked]
        message = message or ("" if relinked[0][1] else _LINK_TOO_LONG)
    for blocks in options:
        text = write_canonical(blocks)
        if known.is_same(text):
            return StoredText(text)
    # The nearest text comes first; without any the words stand as they were found.
    blocks = without_placeholder(options[min(1, len(options) - 1)], known.for_nothing())
    text = write_canonical(blocks)
    if _stands_for_nothing(text, known):
        return StoredText("")
    stored = _fitting(known, text)
    message = message or _may_be_empty(plain_text(blocks), known)
    return stored._replace(message=stored.message or message)


def from_line(shown: str, known: KnownAnswer) -> StoredText:
    """Return what one line stands for: a field in a sentence, or an answer of one line."""
    vraag = known.vraag
    shown = one_line(shown)
    if len(shown) > MAX_SIGNS:
        return StoredText("", TE_LANG)
    for earlier in known.earlier:
        is_same = known.digest is None or known.is_same(earlier)
        if is_same and one_line(field_text(vraag, earlier)) == shown:
            return StoredText(earlier)
    text = _as_stored(known, shown)
    if known.is_same(text):
        return StoredText(text)
    for plaatshouder in known.for_nothing():
        shown = shown.removeprefix(plaatshouder).removesuffix(plaatshouder).strip()
    if shown == NOT_KNOWN or _stands_for_nothing(shown, known):
        return StoredText("")
    stored = _fitting(known, _as_stored(known, shown))
    return stored._replace(message=stored.message or _may_be_empty(shown, known))


def _stands_for_nothing(text: str, known: KnownAnswer) -> bool:
    """Whether a text is only what the document shows where there is no answer."""
    vraag = known.vraag
    bare_text = plain_text(read_markup(text))
    if not bare_text.strip() or bare_text.strip() in known.for_nothing():
        return True
    if known.digest is None:
        return bare_text == vraag.empty_text
    if known.empty is not None and known.empty in (fingerprint(text), fingerprint(bare_text)):
        return True
    # A default that was shown is no answer either.
    return not known.digest and bool(vraag.standaard) and text in (
        vraag.standaard, canonical(vraag.standaard), one_line(field_text(vraag, vraag.standaard)),
    )  # fmt: skip


def _may_be_empty(text: str, known: KnownAnswer) -> str:
    """Return a sentence when nobody can tell whether a text is only what an empty control shows."""
    text = one_line(text)
    # A program may leave the words of a placeholder and drop all that tells what they are.
    in_brackets = known.digest == "" and BETWEEN_BRACKETS.fullmatch(text)
    return _EMPTY_OR_NOT.format(text) if in_brackets or text in known.maybe else ""


def _as_stored(known: KnownAnswer, shown: str) -> str:
    """Return a line in the form of its type; as it is where it does not fit."""
    typed = known.vraag.type.off_a_line(shown)
    return typed if typed != shown else _fitting(known, shown).text


def _fitting(known: KnownAnswer, text: str) -> StoredText:
    """Return a text as the plan stores it, or as it is where it does not fit at all."""
    vraag = known.vraag
    try:
        good = vraag.normalise(text)
    except AntwoordError as error:
        if vraag.type.asking is not Asking.CHOICES:
            return StoredText(text, refused=(Refusal("", text, error.message),))
        fitting, refused = check_choices(vraag, text, next(iter(known.earlier), ""))
        return StoredText(text, "", refused, fitting)
    return StoredText(canonical(good) if vraag.type.is_block else good)


def check_choices(vraag: Vraag, text: str, old: str) -> tuple[str, tuple[Refusal, ...]]:
    """Return the choices in a list that the question knows, and those that were set apart.

    What stood in the place of an unknown one in `old` stays.
    """
    new, was = _points(text), _points(old)
    good: list[str] = []
    refused: list[Refusal] = []
    matcher = SequenceMatcher(None, was, new, autojunk=False)
    for kind, start_at, until, start, end in matcher.get_opcodes():
        apart = []
        for point in new[start:end]:
            try:
                good.append(vraag.normalise(f"- {point}"))
            except AntwoordError as error:
                apart.append(Refusal("", point, error.message))
        if kind == "replace" and apart:
            good += (f"- {point}" for point in was[start_at:until])
        refused += apart
    return "\n".join(dict.fromkeys(good)), tuple(refused)


def _points(text: str) -> list[str]:
    return [point for block in read_markup(text) if (point := one_line(plain_text((block,))))]
