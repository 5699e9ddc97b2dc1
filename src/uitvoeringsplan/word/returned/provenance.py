"""What a returned file tells of the plan and the questions that it was made from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.model.answer_markup import plain_text
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.ooxml.names import REL_CUSTOM, REL_EXTENDED
from uitvoeringsplan.ooxml.tree import parse
from uitvoeringsplan.word.filling.properties import PREFIX
from uitvoeringsplan.word.fixed.fingerprints import from_properties
from uitvoeringsplan.word.returned.answer_blocks import read_blocks
from uitvoeringsplan.word.returned.result import Doubt, Provenance

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Iterator

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.ooxml.gate import LetIn
    from uitvoeringsplan.word.returned.answer_blocks import MarkupReader
    from uitvoeringsplan.word.returned.places import QuestionNames
    from uitvoeringsplan.word.returned.result import EarlierTexts
    from uitvoeringsplan.word.returned.walk import ContentControl, DocumentWalk

_OWN = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_APPLICATION = re.compile(rb"<Application>([A-Za-z][A-Za-z /]{0,39}[0-9.]{0,19})")
_ANSWER, _EMPTY, _WITHOUT = "antwoord.", "leeg.", "zonder."
_LONG = 2_000  # nobody reads more than this in a message; the rest is in the file
_FOUND = (
    "Het bestand heeft een vraag die de vragenlijst niet kent: “{}” ({}). Dit staat erbij, en komt"
    " niet in het plan: “{}”"
)
_LOST = (
    "Het bestand is gemaakt met een vraag die de vragenlijst niet kent: “{}”. Haar invulveld is er"
    " niet meer. Kijk in het bestand wat erbij staat; dat komt niet in het plan."
)


def read_provenance(inner: LetIn, names: QuestionNames) -> Provenance:
    """Return what the properties say; everything is empty in a file that was not made here."""
    values: dict[str, str] = {}
    for name in inner.parts(REL_CUSTOM):
        root = parse(inner.package.content(name), name, inner.package.path)
        for own in root.iter(_OWN):
            key = own.get("name", "")
            if key.startswith(PREFIX):
                value = "".join(map(str, own.itertext())).strip()
                values.setdefault(key.removeprefix(PREFIX), value)
    return Provenance(
        values.get("soort", ""),
        values.get("vragenlijst", ""),
        values.get("document", ""),
        _by_question(values, _ANSWER, names),
        _by_question(values, _EMPTY, names),
        # Without the number it was made before there was such a list.
        frozenset(_by_question(values, _WITHOUT, names)) if "zonder" in values else None,
        tuple(
            name
            for key in values
            if key.startswith(_ANSWER) and not names.of_id(name := key.removeprefix(_ANSWER))
        ),
        from_properties(values),
    )


def saved_by(inner: LetIn) -> str:
    """Return how the program calls itself that saved the file last, without what it runs on.

    For a message only; empty when the file does not say it, or that it was Word: libraries that
    begin with a file of Word leave its name in it.
    """
    for name in inner.parts(REL_EXTENDED):
        if found := _APPLICATION.search(inner.package.content(name)):
            program = found[1].decode()
            return "" if program.startswith("Microsoft") else program
    return ""


def find_missing(
    provenance: Provenance, question_set: Vragenlijst, found: Container[str], earlier: EarlierTexts
) -> Iterator[str]:
    """Yield the ids of what the document was made with and holds no more.

    Where it does not say what it was made with, those are the ones that `earlier` knows an answer
    of: of a question without one, nobody can tell whether it ever had a place.
    """
    for vraag in (*question_set.gegevens, *question_set.vragen):
        if vraag.id not in found and _belongs(provenance, question_set, vraag, found, earlier):
            yield vraag.id


def _belongs(
    provenance: Provenance,
    question_set: Vragenlijst,
    vraag: Vraag,
    found: Container[str],
    earlier: EarlierTexts,
) -> bool:
    digest = provenance.antwoorden.get(vraag.id)
    if digest is None:
        # Of another version of the questions this one is new; else its property was lost.
        is_new = provenance.vragenlijst not in ("", question_set.versie)
        return not is_new and _has_answer(earlier(vraag.id, None))
    if provenance.without is not None:
        return vraag.id not in provenance.without
    # Made before documents said it. Some fields had no place then, but never all of them.
    is_veld = vraag.id in question_set.veld_ids
    return bool(digest) and not (is_veld and any(name in found for name in question_set.veld_ids))


def _has_answer(texts: Iterable[str]) -> bool:
    return any(text.strip() for text in texts)


def _by_question(values: dict[str, str], start: str, names: QuestionNames) -> dict[str, str]:
    """Return the properties of this kind by the id of their question, also of one renamed since."""
    result: dict[str, str] = {}
    for key, value in values.items():
        if key.startswith(start) and (name := names.of_id(key.removeprefix(start))):
            result.setdefault(name, value)
    return result


def unknown_questions(
    unknown: Collection[str], walk: DocumentWalk, reader: MarkupReader
) -> Iterator[Doubt]:
    """Yield a sentence with the words of every question in `unknown`, or that they are gone."""
    if not unknown:
        return
    found: dict[str, list[ContentControl]] = {name: [] for name in unknown}
    for control in (*walk.controls, *(b for r in walk.paragraphs for b in r.controls)):
        if control.tag in found:
            found[control.tag].append(control)
    for name, controls in found.items():
        if not controls:
            yield Doubt("", _LOST.format(name))
        texts = dict.fromkeys(_words(one, walk, reader) for one in controls)
        for text in texts:
            label = controls[0].alias or name
            yield Doubt("", _FOUND.format(label, name, _shortened(text) or "(leeg)"))


def _words(control: ContentControl, walk: DocumentWalk, reader: MarkupReader) -> str:
    if not control.is_block:
        items = walk.paragraphs[control.start].items[control.items]
        return one_line(reader.words_inside(items))
    reading = read_blocks(walk.paragraphs[control.start : control.end], reader)
    return one_line(plain_text(reading.blocks))


def _shortened(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[:_LONG].rstrip()}… (de rest staat in Word)"
