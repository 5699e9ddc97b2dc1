"""`inlezen`: taking the changes from an edited Word file back, per answer and three ways.

Nothing is written before everything is known: which answers Word changed, which the plan changed
meanwhile, and for every clash what the user wants.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError, BestandError, GitError
from uitvoeringsplan.files.word_file import load_word
from uitvoeringsplan.git.git_history import AnswerArchive
from uitvoeringsplan.model.fingerprint import antwoord_fingerprint
from uitvoeringsplan.model.open_punt import OpenPunt, new_punten, recognise
from uitvoeringsplan.model.three_way import Oordeel, ThreeWay, VasteTekst, weigh
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import UNKNOWN_AUTHOR
from uitvoeringsplan.plan.punten_patch import add_punten, close_punten
from uitvoeringsplan.plan.saving import save_plan
from uitvoeringsplan.tasks.read_word import (
    about_missing,
    about_version,
    doubt_sentences,
    doubts_about_plan,
    missing_questions,
    read_word,
)
from uitvoeringsplan.word.returned.result import Doubt, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.plan.planbestand import Planbestand
    from uitvoeringsplan.word.returned.reading import TrackedChanges
    from uitvoeringsplan.word.returned.result import ReturnedAnswer, ReturnedComment

_EMPTY_IN_WORD = (
    "Dit antwoord is leeg in Word. Of iemand het leegmaakte is niet te zien: het bestand zegt niet"
    " waarmee het is gemaakt. Het plan houdt zijn tekst."
)


class Readback(NamedTuple):
    """What one Word file brought.

    `new` is the plan with everything taken over, not yet saved; it equals `old` as long as a
    clash waits for a choice (`clashes`).
    """

    word: Path
    old: Planbestand
    new: Planbestand
    three_ways: tuple[ThreeWay, ...]
    doubts: tuple[Doubt, ...]
    punten: tuple[OpenPunt, ...]  # the comments, also those that the plan knows already
    has_wijzigingen: bool  # tracked changes that nobody had accepted or rejected
    handled: frozenset[str] = frozenset()  # keys of open points that somebody settled in Word
    today: str = ""  # the day on which those are closed
    is_heel: bool = True  # all questions that the document was made with were looked at
    missing: tuple[Vraag, ...] = ()  # those of them that were not found
    other_version: str = ""  # that it was made with another version of the set, as a sentence
    refused: tuple[tuple[Vraag, Refusal], ...] = ()  # words that the plan cannot hold
    fixed: VasteTekst = VasteTekst(is_known=False)  # what stands outside the answers
    foreign: tuple[str, ...] = ()  # why it may be the file of another plan, as sentences
    about_all: str = ""  # the question that stands for the whole document; empty: the plan itself
    kept: tuple[OpenPunt, ...] = ()  # what could not come along and stays as an open point

    @property
    def clashes(self) -> tuple[ThreeWay, ...]:
        """The answers that somebody has to choose about."""
        return tuple(way for way in self.three_ways if way.oordeel is Oordeel.BOTSING)

    @property
    def told_doubts(self) -> tuple[str, ...]:
        """Everything that is to be said of what was read, as sentences that name their question."""
        about_file = (self.other_version, about_missing(self.missing))
        doubts = doubt_sentences(self.old.vragenlijst, self.doubts)
        return (*filter(None, about_file), *doubts)

    @property
    def is_equal(self) -> bool:
        """Whether everything but the answers was looked at, and is as it was made."""
        return self.fixed.is_equal and not (self.told_doubts or self.foreign or self.refused)

    @property
    def new_punt_count(self) -> int:
        """How many comments the plan did not know yet."""
        return len(new_punten(self.old.punten, self.punten))


def read_back(file: Planbestand, word: Path, *, accepted: bool = True, today: str = "") -> Readback:
    """Return what a Word file changes in a plan; nothing is written.

    `accepted` takes tracked changes that are still open as accepted, else as rejected. Open
    points whose comment was settled in Word are closed on `today`, an ISO date. Raises
    BestandError or SjabloonError for a file that cannot be read, and GebruikError for one that was
    made from other questions.
    """
    data = load_word(word)
    if data is None:
        raise BestandError(word, "dit Word-bestand bestaat niet. Controleer de naam en de map.")
    earlier = EarlierTexts(file)
    changes: TrackedChanges = "aangenomen" if accepted else "verworpen"
    lijst, returned = read_word(
        data, word, file.vragenlijst, wijzigingen=changes, earlier=earlier.texts
    )
    missing = missing_questions(lijst, returned)
    doubts = [*returned.doubts]
    ways = []
    refused: list[tuple[Vraag, Refusal]] = []
    for vraag in (*lijst.gegevens, *lijst.vragen):
        reading = returned.antwoorden.get(vraag.id)
        if reading is None:
            continue
        way, declined = _way(
            file, vraag, reading, returned.provenance.antwoorden.get(vraag.id), earlier
        )
        if way is not None:
            ways.append(way)
            is_unknown = reading.is_unchanged is None and reading.is_certain
            if is_unknown and way.plan and not way.word:
                doubts.append(Doubt(vraag.id, _EMPTY_IN_WORD))
            declined = (*declined, *reading.refused)
        refused += ((vraag, refusal) for refusal in declined)
    intern = [vraag for h in lijst.hoofdstukken if h.is_intern for vraag in h.vragen]
    # What is said about the internal document stays with its questions.
    about_all = intern[0].id if intern else ""
    punten, handled = _to_punten(file, about_all, returned.comments)
    readback = Readback(
        word, file, file, tuple(ways), tuple(doubts), punten,
        returned.has_wijzigingen, handled if today else frozenset(), today,
        refused=tuple(refused), fixed=returned.fixed,
        foreign=doubts_about_plan(file.plan, lijst, returned),
        is_heel=not missing and not returned.provenance.unknown,
        missing=missing,
        other_version=about_version(file.plan.vragenlijst, returned),
        about_all=about_all,
    )  # fmt: skip
    return readback if readback.clashes else _processed(readback)


def settle(readback: Readback, choose: Callable[[ThreeWay], str | None]) -> Readback | None:
    """Return the reading with every clash settled by `choose`; None when the user stops."""
    ways = []
    for way in readback.three_ways:
        if way.oordeel is not Oordeel.BOTSING:
            ways.append(way)
            continue
        text = choose(way)
        if text is None:
            return None
        chosen = way.vraag.normalise(text)
        ways.append(way._replace(oordeel=Oordeel.GEKOZEN, text=chosen))
    return _processed(readback._replace(three_ways=tuple(ways)))


def save_readback(readback: Readback) -> Planbestand:
    """Save the plan with everything that was taken over; raises as saving an answer does."""
    return save_plan(readback.old, readback.new)


class EarlierTexts:
    """What an answer was before: in the plan now, and in git when the document was made."""

    def __init__(self, file: Planbestand) -> None:
        self._file = file
        self._archive = AnswerArchive(file.path)
        self._from_git: dict[tuple[str, str], str | None] = {}

    def texts(self, vraag_id: str, fingerprint: str | None) -> tuple[str, ...]:
        """Return the texts that are known, the nearest first."""
        vraag = self._file.vragenlijst.vraag(vraag_id)
        plan = self._file.plan.text(vraag)
        if not fingerprint or antwoord_fingerprint(vraag, plan) == fingerprint:
            return (plan,)
        old = self.basis(vraag, fingerprint)
        return (plan,) if old is None else (old, plan)

    def basis(self, vraag: Vraag, fingerprint: str) -> str | None:
        """Return the text with this fingerprint, when git holds it."""
        key = (vraag.id, fingerprint)
        if key not in self._from_git:
            try:
                found = self._archive.with_fingerprint(vraag, fingerprint)
            except GitError:  # no git, or a plan outside it: then nobody knows the old text
                found = None
            self._from_git[key] = found.text if found else None
        return self._from_git[key]


def _way(
    file: Planbestand,
    vraag: Vraag,
    reading: ReturnedAnswer,
    fingerprint: str | None,
    earlier: EarlierTexts,
) -> tuple[ThreeWay | None, tuple[Refusal, ...]]:
    """Return what becomes of an answer, and the words that the plan cannot hold.

    Of several texts those that fit are to be chosen from; None when there is none.
    """
    plan = file.plan.text(vraag)
    if reading.is_unchanged and not reading.otherwise:
        return ThreeWay(vraag, plan, plan, None, Oordeel.BEHOUDEN, plan), ()
    ways, refused = [], []
    for said in (reading.to_take_over, *reading.otherwise):
        try:
            text = vraag.normalise(said)
        except AntwoordError as error:
            refused.append(Refusal("", said, error.message))
            continue
        ways.append(
            weigh(vraag, plan, text, fingerprint, lambda: earlier.basis(vraag, fingerprint or ""))
        )
    return _choice(ways, plan, is_certain=reading.is_certain), tuple(refused)


def _choice(ways: list[ThreeWay], plan: str, *, is_certain: bool) -> ThreeWay | None:
    """Return these as one: where the document says more than one thing, somebody has to choose."""
    # What is new in it may stand in any of them.
    new = [way for way in ways if way.oordeel not in (Oordeel.GELIJK, Oordeel.BEHOUDEN)]
    if is_certain or not new:
        return next(iter(ways), None)
    different = tuple(dict.fromkeys(way.word for way in new if way.word != new[0].word))
    return new[0]._replace(
        oordeel=Oordeel.BOTSING, text=plan, is_certain=False, otherwise=different
    )


def _to_punten(
    file: Planbestand, whole: str, comments: Iterable[ReturnedComment]
) -> tuple[tuple[OpenPunt, ...], frozenset[str]]:
    """Return the comments as points, and the keys of open points that were settled in Word.

    `whole` is the question of one about the whole document. A comment that was settled before the
    plan knew it is no point.
    """
    comments = list(comments)
    pairs = recognise(file.punten, (_to_punt(o, whole) for o in comments), elders=True)
    handled = {
        known.attribute
        for (_, known), comment in zip(pairs, comments, strict=True)
        if known and known.is_open and comment.is_handled
    }
    punten = tuple(
        punt._replace(vraag=known.vraag) if known else punt
        for (punt, known), comment in zip(pairs, comments, strict=True)
        if known or not comment.is_handled
    )
    return punten, frozenset(handled)


def _to_punt(comment: ReturnedComment, whole: str) -> OpenPunt:
    """Return a comment as a point; `whole` is the question of one about the whole document."""
    return OpenPunt(
        vraag=comment.vraag_id or whole,
        auteur="" if comment.auteur == UNKNOWN_AUTHOR else comment.auteur,
        datum=comment.datum[:10],
        citaat=comment.quoted,
        tekst=comment.text,
        sleutel=comment.key,
    )


def _processed(readback: Readback) -> Readback:
    """Return the reading with the plan as it becomes; nothing may wait for a choice any more."""
    file = readback.old
    for way in readback.three_ways:
        if way.changes:
            file = file.with_answer(way.vraag, way.text)
    file = add_punten(file, readback.punten)
    ready = (i for i, p in enumerate(file.punten) if p.attribute in readback.handled)
    file = close_punten(file, dict.fromkeys(ready, readback.today))
    return readback._replace(new=file)
