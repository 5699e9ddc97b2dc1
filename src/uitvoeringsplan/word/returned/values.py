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
from uitvoeringsplan.word.returned.answer_blocks import MAX_TEKENS, without_placeholder
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
TUSSEN_HAKEN = re.compile(r"\[[^\]]*\]")
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

    `afdruk` and `leeg` are fingerprints (None when the document does not say), `eerder` the texts
    that it had before, `plaatshouders` what an empty control shows, `maybe` what may be that.
    """

    vraag: Vraag
    afdruk: str | None = None
    leeg: str | None = None
    eerder: tuple[str, ...] = ()
    plaatshouders: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()

    def is_same(self, tekst: str) -> bool:
        """Whether this is the text that the document was made with."""
        if self.afdruk is None:
            return False
        try:
            return antwoord_fingerprint(self.vraag, tekst) == self.afdruk
        except TabelError:  # no table at all
            return False

    def for_nothing(self) -> tuple[str, ...]:
        """Return the texts that stand for no answer.

        A control that was filled shows those alone that are known; anything else was typed.
        """
        if not self.afdruk:
            return self.plaatshouders
        return tuple(tekst for tekst in self.plaatshouders if tekst not in self.maybe)

    def had_text(self) -> bool:
        """Whether the document was made with an answer, as far as anybody knows."""
        return bool(self.afdruk) if self.afdruk is not None else any(self.eerder)


class StoredText(NamedTuple):
    """A text as a plan stores it, and a sentence when it does not fit or is not certain.

    `geweigerd` and `passend` are those of `ReturnedAnswer`.
    """

    tekst: str
    melding: str = ""
    geweigerd: tuple[Refusal, ...] = ()
    passend: str | None = None


def from_blocks(reading: ReadBlocks, known: KnownAnswer, *, is_los: bool = False) -> StoredText:
    """Return the answer that blocks hold, for a question whose answer has paragraphs.

    `is_los`: no control stands around them, so a program that drops controls may have been there.
    """
    eerder = [read_markup(tekst) for tekst in known.eerder]
    options = [reading.blokken]
    melding = ""
    if reading.plek >= 0:
        equals = find_same(reading.words, eerder)
        options += (reading.met(runs) for runs in equals)
        if not equals:
            restored = restore(reading.words, eerder)
            options.append(reading.met(restored.stukken))
            melding = "" if restored.is_zeker else _LOST_BORDERS
    options = [with_old_addresses(blocks, eerder) for blocks in options]
    if is_los:
        hersteld_ = [with_old_links(blocks, eerder) for blocks in options]
        options = [blocks for blocks, _ in hersteld_]
        melding = melding or ("" if hersteld_[0][1] else _LINK_TOO_LONG)
    for blocks in options:
        tekst = write_canonical(blocks)
        if known.is_same(tekst):
            return StoredText(tekst)
    # The nearest text comes first; without any the words stand as they were found.
    blocks = without_placeholder(options[min(1, len(options) - 1)], known.for_nothing())
    tekst = write_canonical(blocks)
    if _stands_for_nothing(tekst, known):
        return StoredText("")
    stored = _fitting(known, tekst)
    melding = melding or _may_be_empty(plain_text(blocks), known)
    return stored._replace(melding=stored.melding or melding)


def from_line(shown: str, known: KnownAnswer) -> StoredText:
    """Return what one line stands for: a field in a sentence, or an answer of one line."""
    vraag = known.vraag
    shown = one_line(shown)
    if len(shown) > MAX_TEKENS:
        return StoredText("", TE_LANG)
    for eerder in known.eerder:
        is_zelfde = known.afdruk is None or known.is_same(eerder)
        if is_zelfde and one_line(field_text(vraag, eerder)) == shown:
            return StoredText(eerder)
    tekst = _as_stored(known, shown)
    if known.is_same(tekst):
        return StoredText(tekst)
    for plaatshouder in known.for_nothing():
        shown = shown.removeprefix(plaatshouder).removesuffix(plaatshouder).strip()
    if shown == NOT_KNOWN or _stands_for_nothing(shown, known):
        return StoredText("")
    stored = _fitting(known, _as_stored(known, shown))
    return stored._replace(melding=stored.melding or _may_be_empty(shown, known))


def _stands_for_nothing(tekst: str, known: KnownAnswer) -> bool:
    """Whether a text is only what the document shows where there is no answer."""
    vraag = known.vraag
    bare_text = plain_text(read_markup(tekst))
    if not bare_text.strip() or bare_text.strip() in known.for_nothing():
        return True
    if known.afdruk is None:
        return bare_text == vraag.empty_text
    if known.leeg is not None and known.leeg in (fingerprint(tekst), fingerprint(bare_text)):
        return True
    # A default that was shown is no answer either.
    return not known.afdruk and bool(vraag.standaard) and tekst in (
        vraag.standaard, canonical(vraag.standaard), one_line(field_text(vraag, vraag.standaard)),
    )  # fmt: skip


def _may_be_empty(tekst: str, known: KnownAnswer) -> str:
    """Return a sentence when nobody can tell whether a text is only what an empty control shows."""
    tekst = one_line(tekst)
    # A program may leave the words of a placeholder and drop all that tells what they are.
    in_haken = known.afdruk == "" and TUSSEN_HAKEN.fullmatch(tekst)
    return _EMPTY_OR_NOT.format(tekst) if in_haken or tekst in known.maybe else ""


def _as_stored(known: KnownAnswer, shown: str) -> str:
    """Return a line in the form of its type; as it is where it does not fit."""
    getypt = known.vraag.type.off_a_line(shown)
    return getypt if getypt != shown else _fitting(known, shown).tekst


def _fitting(known: KnownAnswer, tekst: str) -> StoredText:
    """Return a text as the plan stores it, or as it is where it does not fit at all."""
    vraag = known.vraag
    try:
        good = vraag.normalise(tekst)
    except AntwoordError as fout:
        if vraag.type.asking is not Asking.CHOICES:
            return StoredText(tekst, geweigerd=(Refusal("", tekst, fout.melding),))
        passend, geweigerd = check_choices(vraag, tekst, next(iter(known.eerder), ""))
        return StoredText(tekst, "", geweigerd, passend)
    return StoredText(canonical(good) if vraag.type.is_blok else good)


def check_choices(vraag: Vraag, tekst: str, old: str) -> tuple[str, tuple[Refusal, ...]]:
    """Return the choices in a list that the question knows, and those that were set apart.

    What stood in the place of an unknown one in `old` stays.
    """
    new, was = _points(tekst), _points(old)
    good: list[str] = []
    geweigerd: list[Refusal] = []
    matcher = SequenceMatcher(None, was, new, autojunk=False)
    for kind, start_at, until, start, end in matcher.get_opcodes():
        apart = []
        for point in new[start:end]:
            try:
                good.append(vraag.normalise(f"- {point}"))
            except AntwoordError as fout:
                apart.append(Refusal("", point, fout.melding))
        if kind == "replace" and apart:
            good += (f"- {point}" for point in was[start_at:until])
        geweigerd += apart
    return "\n".join(dict.fromkeys(good)), tuple(geweigerd)


def _points(tekst: str) -> list[str]:
    return [point for block in read_markup(tekst) if (point := one_line(plain_text((block,))))]
