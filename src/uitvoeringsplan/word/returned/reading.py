"""A returned Word file to answers, fields and comments, whatever program saved it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from uitvoeringsplan.document.paragraphs import ParagraphReader
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.counters import load_counters, no_counters
from uitvoeringsplan.ooxml.gate import let_in
from uitvoeringsplan.ooxml.names import REL_FOOTER, REL_HEADER, REL_NUMBERING, REL_STYLES
from uitvoeringsplan.ooxml.relationships import load_relationships
from uitvoeringsplan.ooxml.styles import NO_STYLES, load_styles
from uitvoeringsplan.ooxml.tree import child, parse, w
from uitvoeringsplan.word.returned.answer_blocks import MarkupReader
from uitvoeringsplan.word.returned.answers import AnswerReader
from uitvoeringsplan.word.returned.caveats import remarks_on
from uitvoeringsplan.word.returned.comments import MAX_OPMERKINGEN, read_comments
from uitvoeringsplan.word.returned.fixed_text import FixedTextReader
from uitvoeringsplan.word.returned.places import MAX_ANDERS, QuestionNames, find_places
from uitvoeringsplan.word.returned.plan_fields import Placeholders, PlanFields
from uitvoeringsplan.word.returned.provenance import (
    find_missing,
    read_provenance,
    unknown_questions,
)
from uitvoeringsplan.word.returned.repair import repair
from uitvoeringsplan.word.returned.result import Doubt, ReturnedDocument
from uitvoeringsplan.word.returned.revisions import settle
from uitvoeringsplan.word.returned.values import KnownAnswer
from uitvoeringsplan.word.returned.walk import DocumentWalk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.ooxml.counters import Counters
    from uitvoeringsplan.ooxml.gate import LetIn
    from uitvoeringsplan.ooxml.styles import Styles
    from uitvoeringsplan.word.returned.places import QuestionPlace
    from uitvoeringsplan.word.returned.result import EarlierTexts, ReturnedAnswer
    from uitvoeringsplan.word.returned.walk import ContentControl

TrackedChanges = Literal["aangenomen", "verworpen"]
_ROOTS = (w("document"), w("hdr"), w("ftr"))


def nothing_earlier(_vraag_id: str, _afdruk: str | None) -> tuple[str, ...]:
    """Tell that nothing is known of what an answer was before."""
    return ()


def read_returned(
    data: bytes,
    path: str,
    vragenlijst: Vragenlijst,
    *,
    wijzigingen: TrackedChanges = "aangenomen",
    eerder: EarlierTexts = nothing_earlier,
) -> ReturnedDocument:
    """Return what an edited document says; raises SjabloonError when it cannot be read.

    `wijzigingen` tells how tracked changes count that nobody accepted or rejected yet. `eerder`
    gives the texts that an answer had before. With those comes back what a program left out
    (LibreOffice: bold, links and line breaks in a first paragraph) and what a document does not
    show (the order in the plan of the rows of a table).
    """
    reader = _DocumentReader(let_in(data, path), vragenlijst, eerder)
    return reader.terug(nieuw=wijzigingen == "aangenomen")


class _DocumentReader:
    """Brings the parts of one document together."""

    def __init__(self, inner: LetIn, vragenlijst: Vragenlijst, eerder: EarlierTexts) -> None:
        self._binnen, self._question_set, self._earlier = inner, vragenlijst, eerder
        self._names = QuestionNames(vragenlijst)
        self._provenance = read_provenance(inner, self._names)
        self._stylesheet = self._read_stylesheet()
        self._placeholders = Placeholders(inner, self._stylesheet)
        self._has_changes = False

    def terug(self, *, nieuw: bool) -> ReturnedDocument:
        walk, reader = self._walk(self._binnen.document, self._read_counters(), nieuw=nieuw)
        fields = PlanFields(self._question_set, self._names, self._placeholders)
        fields.take(walk, reader)
        vast = FixedTextReader(self._binnen, self._provenance.vast, nieuw=nieuw)
        for part in self._binnen.delen(REL_HEADER, REL_FOOTER):
            rand, randlezer = self._walk(part, no_counters(), nieuw=nieuw)
            fields.take(rand, randlezer)
            vast.take_margin(part, rand, fields.controls)
        plaatsen = find_places(walk, self._names, self._question_set.vragen)
        antwoorden, doubts = self._answers(plaatsen, fields, AnswerReader(walk.paragraphs, reader))
        if antwoorden.keys() - self._question_set.veld_ids:  # else it is about other questions
            doubts += unknown_questions(self._provenance.onbekend, walk, reader)
        bij_regel = {
            place: besturing_id
            for control in walk.controls
            if (besturing_id := self._names.of_id(control.tag)) in self._question_set.veld_ids
            for place in range(control.begin, control.einde)
        }
        bij_regel |= {
            place: name for name, plaats in plaatsen.items() for place in plaats.plekken()
        }
        opmerkingen = read_comments(self._binnen, walk, bij_regel, fields.controls)
        if len(opmerkingen) == MAX_OPMERKINGEN:
            message = f"Alleen de eerste {MAX_OPMERKINGEN} opmerkingen zijn gelezen."
            doubts.append(Doubt("", message))
        document = self._binnen.pakket.leden[self._binnen.document]
        return ReturnedDocument(
            antwoorden,
            tuple(doubts),
            opmerkingen,
            self._provenance,
            self._has_changes,
            self._provenance.document == f"{document.crc:08x}",
            tuple(find_missing(self._provenance, self._question_set, antwoorden, self._earlier)),
            vast.compare(walk, plaatsen, fields.controls, self._question_set),
        )

    def _answers(
        self, plaatsen: Mapping[str, QuestionPlace], fields: PlanFields, reader: AnswerReader
    ) -> tuple[dict[str, ReturnedAnswer], list[Doubt]]:
        """Return what was read, in the order of the question set, and the doubts about it."""
        result: dict[str, ReturnedAnswer] = {}
        doubts: list[Doubt] = []
        in_zinnen = fields.ids()
        for vraag in (*self._question_set.gegevens, *self._question_set.vragen):
            plaats = plaatsen.get(vraag.id)
            if plaats is not None:
                controls = [
                    *plaats.blokken[:MAX_ANDERS],
                    *([plaats.bare] if plaats.bare else []),
                ]
                result[vraag.id] = reader.lees(plaats, self._known_answer(vraag, controls))
                doubts += reader.take_doubts()
            elif vraag.id in in_zinnen:
                result[vraag.id], erbij = fields.lees(self._known_answer(vraag, ()))
                places = fields.contents.get(vraag.id, ())
                erbij += (Doubt(vraag.id, een.melding) for een in remarks_on(places, reader.reader))
                doubts += erbij
        return result, doubts

    def _known_answer(self, vraag: Vraag, controls: Sequence[ContentControl]) -> KnownAnswer:
        afdruk = self._provenance.antwoorden.get(vraag.id)
        return KnownAnswer(
            vraag,
            afdruk,
            self._provenance.leeg.get(vraag.id),
            tuple(self._earlier(vraag.id, afdruk)),
            self._placeholders.van(controls),
            self._placeholders.maybe(controls),
        )

    def _walk(
        self, part: str, counters: Counters, *, nieuw: bool
    ) -> tuple[DocumentWalk, MarkupReader]:
        package = self._binnen.pakket
        root = parse(package.inhoud(part), part, package.pad)
        holder = child(root, "body") if part == self._binnen.document else root
        if holder is None or root.tag not in _ROOTS:
            raise SjabloonError(package.pad, f"het onderdeel {part} heeft geen tekst van Word.")
        self._has_changes |= settle(root, accepted=nieuw)
        repair(root)
        walk = DocumentWalk(ParagraphReader(self._stylesheet, counters))
        walk.lees(holder)
        is_hoofd = part == self._binnen.document  # of which the gate read the relationships
        relationships = self._binnen.relaties if is_hoofd else load_relationships(package, part)
        return walk, MarkupReader(package, relationships, self._stylesheet)

    def _read_stylesheet(self) -> Styles:
        for name in self._binnen.delen(REL_STYLES):
            return load_styles(self._binnen.pakket.inhoud(name), name, self._binnen.pakket.pad)
        return NO_STYLES

    def _read_counters(self) -> Counters:
        for name in self._binnen.delen(REL_NUMBERING):
            return load_counters(self._binnen.pakket.inhoud(name), name, self._binnen.pakket.pad)
        return no_counters()
