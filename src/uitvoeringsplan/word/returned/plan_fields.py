"""The fields of the plan, which stand in sentences all over the document, and empty controls.

What an empty control shows is no answer, whatever the flag of the control says. And the other way
round: programs that type in a control for somebody leave its flag and style, so those alone do not
tell that words are none.
"""

from __future__ import annotations

from enum import IntEnum
from itertools import islice
from typing import TYPE_CHECKING

from uitvoeringsplan.document.paragraph_content import letters, paragraphs_in, read_items
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import PLACEHOLDER_STYLE, REL_GLOSSARY
from uitvoeringsplan.ooxml.tree import child, parse, val, w
from uitvoeringsplan.word.returned.answer_blocks import ReadBlocks, read_blocks
from uitvoeringsplan.word.returned.places import BOUWSTEEN_VELD
from uitvoeringsplan.word.returned.result import Doubt, FoundBy, ReturnedAnswer
from uitvoeringsplan.word.returned.values import (
    TE_LANG,
    TUSSEN_HAKEN,
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
        self._style = stylesheet.id_van(PLACEHOLDER_STYLE)
        self._glossary: dict[str, str] = {}
        for part in inner.delen(REL_GLOSSARY):
            bouwstenen = child(parse(inner.pakket.inhoud(part), part, inner.pakket.pad), "docParts")
            for bouwsteen in bouwstenen if bouwstenen is not None else ():
                name = val(child(bouwsteen, "docPartPr", "name"))
                inhoud = child(bouwsteen, "docPartBody")
                if name and inhoud is not None:
                    self._glossary.setdefault(name, _text(inhoud))

    def van(self, controls: Iterable[ContentControl]) -> tuple[str, ...]:
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
        return not control.placeholder_name or TUSSEN_HAKEN.fullmatch(text) is not None

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

    inhoud: str | ReadBlocks
    heeft_tag: bool
    kracht: _Certainty
    plaatshouders: tuple[str, ...]
    maybe: tuple[str, ...]


class PlanFields:
    """All places of the fields, and of questions that stand in a sentence, part after part."""

    def __init__(
        self, vragenlijst: Vragenlijst, names: QuestionNames, plaatshouders: Placeholders
    ) -> None:
        self._question_set, self._names, self._placeholders = vragenlijst, names, plaatshouders
        self._places: dict[str, dict[_FieldPlace, None]] = {}
        # Those inside a paragraph, with what they show, and by that what stands in them.
        self.controls: dict[Element, str] = {}
        self.contents: dict[str, list[list[Item]]] = {}
        self._work = _MAX_WORK

    def take(self, walk: DocumentWalk, reader: MarkupReader) -> None:
        """Note the places in one part."""
        for regel in walk.paragraphs:
            for control in regel.controls:
                question_id = self._names.of_field(control)
                if not question_id or not self._fits(control):
                    continue
                items = regel.items[control.items]
                self.controls[control.element] = question_id
                self.contents.setdefault(question_id, []).append(items)
                self._note(question_id, control, one_line(reader.words_inside(items)))
        for control in walk.controls:
            question_id = self._names.of_id(control.tag)
            if question_id not in self._question_set.veld_ids or not self._fits(control):
                continue
            regels = walk.paragraphs[control.begin : control.einde]
            if self._question_set.vraag(question_id).type.is_blok:
                self._note(question_id, control, read_blocks(regels, reader))
            else:
                text = " ".join(reader.words(regel) for regel in regels)
                self._note(question_id, control, one_line(text))

    def ids(self) -> list[str]:
        """Return the ids of what has a place."""
        return [*self._places]

    def lees(self, known: KnownAnswer) -> tuple[ReturnedAnswer, list[Doubt]]:
        """Return what the places of a field say together.

        A change counts when every place has it, or when the others show nothing. Places that say
        different things are for the user to choose from: who copied a sentence and changed the
        name in it gave the plan no other name.
        """
        vraag = known.vraag
        alle = self._places[vraag.id]
        kracht = max(place.kracht for place in alle)
        places = [place for place in alle if place.kracht is kracht]
        bekeken = islice(places, _MOST_PLACES)
        outcomes = list(dict.fromkeys(_stored(place, known) for place in bekeken))
        veranderd = [stored for stored in outcomes if not known.is_same(stored.tekst)]
        # What fits comes first, so that a place that does not fit holds up no other.
        choice = sorted(veranderd or outcomes[:1], key=lambda stored: bool(stored.geweigerd))
        vondst = FoundBy.TAG if any(place.heeft_tag for place in places) else FoundBy.NAAM
        equal = None if known.afdruk is None else not veranderd
        read = ReturnedAnswer(
            vraag.id,
            choice[0].tekst,
            vondst,
            equal,
            geweigerd=choice[0].geweigerd,
            passend=choice[0].passend,
        )
        message = choice[0].melding
        verschillend = _different((*choice, *outcomes), known) if veranderd else []
        if len(verschillend) > 1 or len(places) > _MOST_PLACES:
            names = " en ".join(f"“{text or '(leeg)'}”" for text in verschillend[:_MOST_NAMES])
            meer = len(verschillend) - _MOST_NAMES + max(0, len(places) - _MOST_PLACES)
            rest = f" en nog {meer} andere" if meer > 0 else ""
            message = (
                f"Dit gegeven is in het document niet overal hetzelfde: {names}{rest}. Kies er een."
            )
        elif veranderd and kracht is _Certainty.GEBONDEN and not message:
            message = _BOUND.format(read.tekst or "(leeg)")
        if not message:
            return read, []
        others = dict.fromkeys(een.tekst for een in choice if een.tekst != read.tekst)
        read = read._replace(is_zeker=False, anders=tuple(others))
        return read, [Doubt(vraag.id, message)]

    def _fits(self, control: ContentControl) -> bool:
        """Whether there is room to read a control; controls may stand inside each other."""
        if self._work < 0:
            return False
        words = control.element.iter(w("r"), w("t"), w("sdt"))
        self._work -= sum(1 + len(element.text or "") for element in words)
        return self._work >= 0

    def _note(self, question_id: str, control: ContentControl, inhoud: str | ReadBlocks) -> None:
        is_eigen = bool(control.tag) or control.placeholder_name.startswith(BOUWSTEEN_VELD)
        kracht = _Certainty.EIGEN if is_eigen else _Certainty.NAAM
        place = _FieldPlace(
            inhoud,
            bool(control.tag),
            _Certainty.GEBONDEN if control.is_bound else kracht,
            self._placeholders.van([control]),
            self._placeholders.maybe([control]),
        )
        self._places.setdefault(question_id, {})[place] = None


def _different(outcomes: Iterable[StoredText], known: KnownAnswer) -> list[str]:
    """Return the texts that contradict each other.

    Where there was no answer, a place in which nothing was filled in says nothing.
    """
    texts = dict.fromkeys(stored.tekst for stored in outcomes)
    return [text for text in texts if text or known.afdruk != ""]


def _stored(place: _FieldPlace, known: KnownAnswer) -> StoredText:
    known = known._replace(plaatshouders=place.plaatshouders, maybe=place.maybe)
    if isinstance(place.inhoud, str):
        return from_line(place.inhoud, known)
    if place.inhoud.is_te_groot:
        return StoredText("", TE_LANG)
    return from_blocks(place.inhoud, known)
