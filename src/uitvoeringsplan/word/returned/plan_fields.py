"""The fields of the plan, which stand in sentences all over the document, and empty controls.

What an empty control shows is no answer, whatever the flag of the control says. And the other way
round: programs that type in a control for somebody leave its flag and style, so those alone do not
tell that words are none.
"""

from __future__ import annotations

import re
from enum import IntEnum
from itertools import islice
from typing import TYPE_CHECKING

from uitvoeringsplan.document.paragraph_content import letters, paragraphs_in, read_items
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import PLACEHOLDER_STYLE, REL_GLOSSARY
from uitvoeringsplan.ooxml.tree import child, parse, val, w
from uitvoeringsplan.word.returned.answer_blocks import ReadBlocks, read_blocks
from uitvoeringsplan.word.returned.places import BUILDING_BLOCK_FIELD
from uitvoeringsplan.word.returned.result import Doubt, FoundBy, ReturnedAnswer
from uitvoeringsplan.word.returned.values import (
    TE_LANG,
    StoredText,
    from_blocks,
    from_line,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.document.paragraph_content import Item
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.ooxml.gate import LetIn
    from uitvoeringsplan.ooxml.styles import Styles
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.returned.answer_blocks import MarkupReader
    from uitvoeringsplan.word.returned.places import QuestionNames
    from uitvoeringsplan.word.returned.values import KnownAnswer
    from uitvoeringsplan.word.returned.walk import ContentControl, DocumentWalk

#: What Word shows in an empty control by itself, in the languages of our users.
VANZELF = ("Klik of tik om tekst in te voeren.", "Click or tap here to enter text.")
# What a form shows where nothing is filled in yet: words between brackets, or a line to write on.
_PROMPT = re.compile(r"\[[^\]]*\]|<[^>]*>|\{[^}]*\}|«[^»]*»|[\W_]*")
# How much may be read for all places together; one that would take more than is left is not read.
_MAX_WORK = 400_000
# Of places that all say something else so many are judged; that the others are there is said.
_MOST_PLACES = 1_000
_MOST_NAMES = 5  # in a sentence
_BOUND = (
    "Dit gegeven toont een waarde die elders in het bestand is opgeslagen: “{}”. Kijk of iemand die"
    " zo bedoelde."
)


class Placeholders:
    """The placeholders of one document, by the name of their entry in the glossary."""

    def __init__(self, inner: LetIn, stylesheet: Styles) -> None:
        self._style = stylesheet.id_start(PLACEHOLDER_STYLE)
        self._glossary: dict[str, str] = {}
        for part in inner.parts(REL_GLOSSARY):
            building_blocks = child(
                parse(inner.package.content(part), part, inner.package.path), "docParts"
            )
            for building_block in building_blocks if building_blocks is not None else ():
                name = val(child(building_block, "docPartPr", "name"))
                content = child(building_block, "docPartBody")
                if name and content is not None:
                    self._glossary.setdefault(name, _text(content))

    def start(self, controls: Iterable[ContentControl]) -> tuple[str, ...]:
        """Return the texts that stand for nothing in these controls."""
        result = dict.fromkeys(VANZELF)
        for control in controls:
            if text := self._glossary.get(control.placeholder_name):
                result[text] = None
            elif self._says_empty(control) and self._is_ordinary(control):
                result[_text(control.element)] = None
        return tuple(text for text in result if text)

    def maybe(self, controls: Iterable[ContentControl]) -> tuple[str, ...]:
        """Return the texts of which nobody can tell whether they are placeholders.

        habits.PLACEHOLDER_FLAG.
        The control says that it is empty, and shows something else than is known to be shown then.
        """
        return tuple(
            text
            for control in controls
            if self._says_empty(control)
            and (text := _text(control.element))
            and text not in (*VANZELF, self._glossary.get(control.placeholder_name))
        )

    def _is_ordinary(self, control: ContentControl) -> bool:
        """Whether what a control shows may be its own placeholder, which the file has no more."""
        text = _text(control.element)
        return not control.placeholder_name or _PROMPT.fullmatch(text) is not None

    def _says_empty(self, control: ContentControl) -> bool:
        # The flag alone may stay behind on a control that was filled, so the style must agree.
        return control.shows_placeholder and self._is_open(control.element)

    def _is_open(self, sdt: Element) -> bool:
        """Whether every word in a control is in the style of placeholders."""
        runs = [run for run in sdt.iter(w("r")) if child(run, "t") is not None]
        return bool(self._style and runs) and all(
            val(child(run, "rPr", "rStyle")) == self._style for run in runs
        )


def _text(holder: Element) -> str:
    paragraphs = paragraphs_in(holder) or [holder]
    return one_line(" ".join(letters(read_items(paragraph)) for paragraph in paragraphs))


class _Certainty(IntEnum):
    """How sure it is that a control is ours; a weaker one never counts beside a stronger."""

    GEBONDEN = 0  # shows a value from elsewhere in the file, such as Word's own "Status"
    NAAM = 1  # only the label of the field
    EIGEN = 2  # the id of the field, or the name of its placeholder


class _FieldPlace(NamedTuple):
    """One place of a field: a line of text or paragraphs, and whether its tag was still there."""

    content: str | ReadBlocks
    has_tag: bool
    force: _Certainty
    plaatshouders: tuple[str, ...]
    maybe: tuple[str, ...]


class PlanFields:
    """All places of the fields, and of questions that stand in a sentence, part after part."""

    def __init__(
        self, vragenlijst: Vragenlijst, names: QuestionNames, plaatshouders: Placeholders
    ) -> None:
        self._question_set, self._names, self._placeholders = vragenlijst, names, plaatshouders
        self._places: dict[str, dict[_FieldPlace, None]] = {}
        # Those inside a paragraph, with what they show, and by that what stands in them and how it
        # looks by itself.
        self.controls: dict[Element, str] = {}
        self.contents: dict[str, list[tuple[list[Item], list[str]]]] = {}
        self._work = _MAX_WORK

    def take(self, walk: DocumentWalk, reader: MarkupReader) -> None:
        """Note the places in one part."""
        for line in walk.paragraphs:
            for control in line.controls:
                question_id = self._names.of_field(control)
                if not question_id or not self._fits(control):
                    continue
                items = line.items[control.items]
                self.controls[control.element] = question_id
                looks = reader.forms.of_run(child(control.element, "sdtPr", "rPr"))
                self.contents.setdefault(question_id, []).append((items, looks))
                self._note(question_id, control, one_line(reader.words_inside(items)))
        for control in walk.controls:
            question_id = self._names.of_id(control.tag)
            if question_id not in self._question_set.veld_ids or not self._fits(control):
                continue
            lines = walk.paragraphs[control.start : control.end]
            if self._question_set.vraag(question_id).type.is_block:
                self._note(question_id, control, read_blocks(lines, reader))
            else:
                text = " ".join(reader.words(line) for line in lines)
                self._note(question_id, control, one_line(text))

    def ids(self) -> list[str]:
        """Return the ids of what has a place."""
        return [*self._places]

    def read(self, known: KnownAnswer) -> tuple[ReturnedAnswer, list[Doubt]]:
        """Return what the places of a field say together.

        A change counts when every place has it, or when the others show nothing. Places that say
        different things are for the user to choose from: who copied a sentence and changed the
        name in it gave the plan no other name.
        """
        vraag = known.vraag
        every = self._places[vraag.id]
        force = max(place.force for place in every)
        places = [place for place in every if place.force is force]
        viewed = islice(places, _MOST_PLACES)
        outcomes = list(dict.fromkeys(_stored(place, known) for place in viewed))
        changed = [stored for stored in outcomes if not known.is_same(stored.text)]
        # What fits comes first, so that a place that does not fit holds up no other.
        choice = sorted(changed or outcomes[:1], key=lambda stored: bool(stored.refused))
        found = FoundBy.TAG if any(place.has_tag for place in places) else FoundBy.NAAM
        equal = None if known.digest is None else not changed
        read = ReturnedAnswer(
            vraag.id,
            choice[0].text,
            found,
            equal,
            refused=choice[0].refused,
            fitting=choice[0].fitting,
        )
        message = choice[0].message
        different = _different((*choice, *outcomes), known) if changed else []
        if len(different) > 1 or len(places) > _MOST_PLACES:
            names = " en ".join(f"“{text or '(leeg)'}”" for text in different[:_MOST_NAMES])
            more = len(different) - _MOST_NAMES + max(0, len(places) - _MOST_PLACES)
            rest = f" en nog {more} andere" if more > 0 else ""
            message = (
                f"Dit gegeven is in het document niet overal hetzelfde: {names}{rest}. Kies er een."
            )
        elif changed and force is _Certainty.GEBONDEN and not message:
            message = _BOUND.format(read.text or "(leeg)")
        if not message:
            return read, []
        others = dict.fromkeys(one.text for one in choice if one.text != read.text)
        read = read._replace(is_certain=False, otherwise=tuple(others))
        return read, [Doubt(vraag.id, message)]

    def _fits(self, control: ContentControl) -> bool:
        """Whether there is room to read a control; controls may stand inside each other."""
        if self._work < 0:
            return False
        words = control.element.iter(w("r"), w("t"), w("sdt"))
        self._work -= sum(1 + len(element.text or "") for element in words)
        return self._work >= 0

    def _note(self, question_id: str, control: ContentControl, content: str | ReadBlocks) -> None:
        is_own = bool(control.tag) or control.placeholder_name.startswith(BUILDING_BLOCK_FIELD)
        force = _Certainty.EIGEN if is_own else _Certainty.NAAM
        place = _FieldPlace(
            content,
            bool(control.tag),
            _Certainty.GEBONDEN if control.is_bound else force,
            self._placeholders.start([control]),
            self._placeholders.maybe([control]),
        )
        self._places.setdefault(question_id, {})[place] = None


def _different(outcomes: Iterable[StoredText], known: KnownAnswer) -> list[str]:
    """Return the texts that contradict each other.

    Where there was no answer, a place in which nothing was filled in says nothing.
    """
    texts = dict.fromkeys(stored.text for stored in outcomes)
    return [text for text in texts if text or known.digest != ""]


def _stored(place: _FieldPlace, known: KnownAnswer) -> StoredText:
    known = known._replace(plaatshouders=place.plaatshouders, maybe=place.maybe)
    if isinstance(place.content, str):
        return from_line(place.content, known)
    if place.content.is_too_large:
        return StoredText("", TE_LANG)
    return from_blocks(place.content, known)
