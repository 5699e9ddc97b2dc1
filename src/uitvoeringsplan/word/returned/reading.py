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
from uitvoeringsplan.word.fixed.forms import FixedForms
from uitvoeringsplan.word.returned.answer_blocks import MarkupReader
from uitvoeringsplan.word.returned.answers import AnswerReader
from uitvoeringsplan.word.returned.caveats import remarks_on
from uitvoeringsplan.word.returned.comments import MAX_COMMENTS, read_comments
from uitvoeringsplan.word.returned.drop_caps import join_drop_caps
from uitvoeringsplan.word.returned.fixed_text import FixedTextReader
from uitvoeringsplan.word.returned.places import (
    MAX_ANDERS,
    QuestionNames,
    find_places,
    has_no_controls,
)
from uitvoeringsplan.word.returned.plan_fields import Placeholders, PlanFields
from uitvoeringsplan.word.returned.provenance import (
    find_missing,
    read_provenance,
    saved_by,
    unknown_questions,
)
from uitvoeringsplan.word.returned.repair import repair
from uitvoeringsplan.word.returned.result import Doubt, ReturnedDocument
from uitvoeringsplan.word.returned.revisions import settle
from uitvoeringsplan.word.returned.rewritten import describe_recovered, is_habit
from uitvoeringsplan.word.returned.typed_places import write_out
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


def nothing_earlier(_vraag_id: str, _digest: str | None) -> tuple[str, ...]:
    """Tell that nothing is known of what an answer was before."""
    return ()


def read_returned(
    data: bytes,
    path: str,
    vragenlijst: Vragenlijst,
    *,
    wijzigingen: TrackedChanges = "aangenomen",
    earlier: EarlierTexts = nothing_earlier,
) -> ReturnedDocument:
    """Return what an edited document says; raises SjabloonError when it cannot be read.

    `wijzigingen` tells how tracked changes count that nobody accepted or rejected yet. `earlier`
    gives the texts that an answer had before. With those comes back what a program left out
    (`habits.py`) and what a document does not show (the order in the plan of the rows of a table).
    """
    reader = _DocumentReader(let_in(data, path), vragenlijst, earlier)
    return reader.terug(new=wijzigingen == "aangenomen")


class _DocumentReader:
    """Brings the parts of one document together."""

    def __init__(self, inner: LetIn, vragenlijst: Vragenlijst, earlier: EarlierTexts) -> None:
        self._inside, self._question_set, self._earlier = inner, vragenlijst, earlier
        self._names = QuestionNames(vragenlijst)
        self._provenance = read_provenance(inner, self._names)
        self._stylesheet = self._read_stylesheet()
        self._placeholders = Placeholders(inner, self._stylesheet)
        self._has_changes = False

    def terug(self, *, new: bool) -> ReturnedDocument:
        counters = self._read_counters()
        walk, reader = self._walk(self._inside.document, counters, new=new)
        fields = PlanFields(self._question_set, self._names, self._placeholders)
        fields.take(walk, reader)
        fixed = FixedTextReader(
            self._inside,
            self._provenance.fixed,
            lambda: FixedForms(self._stylesheet, counters.again()),
            new=new,
        )
        for part in self._inside.parts(REL_HEADER, REL_FOOTER):
            edge, randlezer = self._walk(part, no_counters(), new=new)
            fields.take(edge, randlezer)
            fixed.take_margin(part, edge, fields.controls)
        question_places = find_places(walk, self._names, self._question_set.vragen)
        is_rewritten = has_no_controls(question_places.values())
        has_habit = is_rewritten and self._has_habit(question_places, fields, walk, reader)
        answers = AnswerReader(
            walk.paragraphs, reader, is_rewritten=is_rewritten, has_habit=has_habit
        )
        antwoorden, doubts = self._answers(question_places, fields, answers)
        if answers.recovered:
            message = describe_recovered(saved_by(self._inside), answers.recovered)
            doubts.insert(0, Doubt("", message))
        if antwoorden.keys() - self._question_set.veld_ids:  # else it is about other questions
            doubts += unknown_questions(self._provenance.unknown, walk, reader)
        at_line = {
            place: control_id
            for control in walk.controls
            if (control_id := self._names.of_id(control.tag)) in self._question_set.veld_ids
            for place in range(control.start, control.end)
        }
        at_line |= {
            place: name
            for name, question_place in question_places.items()
            for place in question_place.places()
        }
        comments = read_comments(self._inside, walk, at_line, fields.controls)
        if len(comments) == MAX_COMMENTS:
            message = f"Alleen de eerste {MAX_COMMENTS} opmerkingen zijn gelezen."
            doubts.append(Doubt("", message))
        document = self._inside.package.members[self._inside.document]
        return ReturnedDocument(
            antwoorden,
            tuple(doubts),
            comments,
            self._provenance,
            self._has_changes,
            self._provenance.document == f"{document.crc:08x}",
            tuple(find_missing(self._provenance, self._question_set, antwoorden, self._earlier)),
            fixed.compare(walk, question_places, fields.controls, self._question_set),
        )

    def _has_habit(
        self,
        question_places: Mapping[str, QuestionPlace],
        fields: PlanFields,
        walk: DocumentWalk,
        reader: MarkupReader,
    ) -> bool:
        """Whether the program that left out all controls changed the dress of answers as well."""
        trial = AnswerReader(walk.paragraphs, reader, is_rewritten=True, has_habit=True)
        self._answers(question_places, fields, trial)
        return is_habit(trial.recovered.values())

    def _answers(
        self, question_places: Mapping[str, QuestionPlace], fields: PlanFields, reader: AnswerReader
    ) -> tuple[dict[str, ReturnedAnswer], list[Doubt]]:
        """Return what was read, in the order of the question set, and the doubts about it."""
        result: dict[str, ReturnedAnswer] = {}
        doubts: list[Doubt] = []
        in_zinnen = fields.ids()
        for vraag in (*self._question_set.gegevens, *self._question_set.vragen):
            question_place = question_places.get(vraag.id)
            if question_place is not None:
                controls = [
                    *question_place.blocks[:MAX_ANDERS],
                    *([question_place.bare] if question_place.bare else []),
                ]
                result[vraag.id] = reader.read(question_place, self._known_answer(vraag, controls))
                doubts += reader.take_doubts()
            elif vraag.id in in_zinnen:
                result[vraag.id], added = fields.read(self._known_answer(vraag, ()))
                places = fields.contents.get(vraag.id, ())
                for one in remarks_on(places, reader.reader):
                    added.append(Doubt(vraag.id, one.message))
                    if one.is_doubt:
                        result[vraag.id] = result[vraag.id]._replace(is_certain=False)
                doubts += added
        return result, doubts

    def _known_answer(self, vraag: Vraag, controls: Sequence[ContentControl]) -> KnownAnswer:
        digest = self._provenance.antwoorden.get(vraag.id)
        return KnownAnswer(
            vraag,
            digest,
            self._provenance.empty.get(vraag.id),
            tuple(self._earlier(vraag.id, digest)),
            self._placeholders.start(controls),
            self._placeholders.maybe(controls),
        )

    def _walk(
        self, part: str, counters: Counters, *, new: bool
    ) -> tuple[DocumentWalk, MarkupReader]:
        package = self._inside.package
        root = parse(package.content(part), part, package.path)
        holder = child(root, "body") if part == self._inside.document else root
        if holder is None or root.tag not in _ROOTS:
            raise SjabloonError(package.path, f"het onderdeel {part} heeft geen tekst van Word.")
        self._has_changes |= settle(root, accepted=new)
        digest_of = self._provenance.antwoorden.get
        write_out(root, self._question_set, self._names.of_id, digest_of)
        repair(root)
        join_drop_caps(root)
        walk = DocumentWalk(ParagraphReader(self._stylesheet, counters))
        walk.read(holder)
        is_head = part == self._inside.document  # of which the gate read the relationships
        relationships = self._inside.relationships if is_head else load_relationships(package, part)
        return walk, MarkupReader(package, relationships, self._stylesheet)

    def _read_stylesheet(self) -> Styles:
        for name in self._inside.parts(REL_STYLES):
            return load_styles(self._inside.package.content(name), name, self._inside.package.path)
        return NO_STYLES

    def _read_counters(self) -> Counters:
        for name in self._inside.parts(REL_NUMBERING):
            return load_counters(
                self._inside.package.content(name), name, self._inside.package.path
            )
        return no_counters()
