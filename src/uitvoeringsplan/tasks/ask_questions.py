"""The conversation: which question comes next, and saving every answer as it is given.

What asks is passed in (a `Vragensteller`), so that the same conversation runs in a rich terminal,
in plain lines, and from a script in the tests.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError, OnderbrokenError, not_saved
from uitvoeringsplan.model.beurt import (
    Beantwoord,
    Beurt,
    Gestopt,
    Overgeslagen,
    Spring,
    Terug,
    list_steps,
    position_of,
    with_way_out,
)
from uitvoeringsplan.model.fingerprint import fingerprint
from uitvoeringsplan.model.plan import is_required, is_visible, voortgang
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.tasks.take_answer import Adviser, save_answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.model.beurt import Plekken, Positie, Vragensteller, Zet
    from uitvoeringsplan.model.plan import Voortgang
    from uitvoeringsplan.plan.drafts import Concepten
    from uitvoeringsplan.plan.planbestand import Planbestand

_CHANGED = "Het antwoord op “{label}” is veranderd sinds je concept van {moment}."
_UNKNOWN = (
    "Bij “{label}” staat een antwoord en een concept van {moment}. Welk van de twee nieuwer is, is"
    " niet bekend."
)


@dataclass(frozen=True, slots=True)
class ConversationOutcome:
    """How a conversation ended."""

    file: Planbestand
    gestopt: bool
    voortgang: Voortgang
    concept: bool = False  # whether the text of an unfinished answer was kept


def when_kept(moment: dt.datetime) -> str:
    """Return when a draft was kept, for a reader of today: `12:30 uur`, or with the day."""
    if moment.date() == dt.datetime.now(moment.tzinfo).date():
        return f"{moment:%H:%M} uur"
    return f"{moment:%d-%m-%Y} om {moment:%H:%M} uur"


class _Start(NamedTuple):
    """What the input of a question starts with, what to say about it, and if that is advice."""

    text: str
    message: str = ""
    is_guessed: bool = False


class Gesprek:
    """One conversation about one plan; `file` is the plan as it is on disk now."""

    def __init__(
        self, file: Planbestand, vragensteller: Vragensteller, concepten: Concepten
    ) -> None:
        self.file = file
        self.vragensteller = vragensteller
        self.concepten = concepten
        self.stappen = list_steps(file.vragenlijst)
        self._optional = {
            vraag.id: section.hoofdstuk.id
            for section in file.vragenlijst.onderdelen
            if not section.hoofdstuk.counts
            for vraag in section.vragen
        }
        self._visited: list[int] = []
        self._adviser = Adviser(file.vragenlijst)

    def place_of(self, vraag_id: str) -> int:
        """Return where a question stands; raises OnbekendeVraagError."""
        vraag = self.file.vragenlijst.vraag(vraag_id)
        return next(i for i, step in enumerate(self.stappen) if step.vraag is vraag)

    def first_open(self) -> int | None:
        """Return the first question that still needs an answer."""
        return next((i for i in range(len(self.stappen)) if self._is_open(i)), None)

    def places(self) -> Plekken:
        """Return the list of the questions that count now; it takes a look at the whole plan."""
        # The rules take a while to load, and many who write never open the list.
        from uitvoeringsplan.tasks.question_overview import find_plekken  # noqa: PLC0415

        stappen = [
            (step, self._is_open(i)) for i, step in enumerate(self.stappen) if self._is_visible(i)
        ]
        return find_plekken(self.file, stappen, self.concepten)

    def counts(self, vraag_id: str) -> bool:
        """Whether there is such a question, and it counts for the plan as it is now."""
        return any(
            step.vraag.id == vraag_id and self._is_visible(i) for i, step in enumerate(self.stappen)
        )

    def run(self, start: int | None, *, everything: bool = False) -> ConversationOutcome:
        """Ask from `start` on what is open or `everything`; each answer is on disk before the next.

        None asks nothing. An optional chapter is only walked through when it starts there or the
        user jumps to it. Answers that somebody else saves meanwhile show up in what follows.
        """
        i = start
        if everything and start is not None and not self._is_visible(start):
            i = self._after(start, everything=True)
        again: _Start | None = None
        while i is not None:
            now = again or self._start_with(i)
            if now is None:
                return self._outcome(stopped=True, concept=True)
            move = self._ask(i, now)
            if isinstance(move, Gestopt):
                return self._stop(i, move)
            again = None
            if isinstance(move, Overgeslagen) or self._is_past(i, move, now):
                i = self._next(i, move, everything=everything)
            elif isinstance(move, Spring) and self.place_of(move.vraag_id) == i:
                self._keep(i, move.text)
                again = now._replace(text=move.text, message="")
            else:
                again = self._take(i, move)
                i = i if again else self._next(i, move, everything=everything)
        return self._outcome(stopped=False)

    def _start_with(self, i: int) -> _Start | None:
        """Return what the input starts with; None when the user stops at the choice between two.

        A draft may be older than the answer. Whoever goes on with one sees what it would replace
        when that is no longer what it started from, or when nobody knows.
        """
        vraag = self.stappen[i].vraag
        concept = self.concepten.read(vraag.id)
        now = self.file.plan.value(vraag)
        if concept is None or self._is_now(i, concept.text):
            return _Start(vraag.in_words(now))
        text, moment = concept.text, when_kept(concept.moment)
        if concept.basis is None:
            different, why = bool(self.file.plan.text(vraag)), _UNKNOWN
        else:
            different, why = concept.basis != fingerprint(now), _CHANGED
        if different:
            sentence = why.format(label=vraag.label, moment=moment)
            ours, theirs = map(vraag.in_words, (text, now))
            chosen = self.vragensteller.choose_text(vraag, ours, theirs, sentence)
            if chosen is None:
                return None
            text = chosen
            self._keep(i, text)
            if self._is_now(i, text):
                return _Start(vraag.in_words(now))
        return _Start(text, f"Dit is je concept van {moment}.")

    def _advice(self, i: int, text: str) -> str:
        return self._adviser.over(self.file.plan, self.stappen[i].vraag, text)

    def _ask(self, i: int, now: _Start) -> Zet:
        """Ask; raises OnderbrokenError, with the text when it could not be kept."""
        lost = ""

        def keep(text: str) -> None:
            nonlocal lost
            lost = "" if self._keep(i, text) else text

        try:
            return self._ask_with(i, now, keep)
        except OnderbrokenError as error:
            if lost:
                raise OnderbrokenError(error.signal, lost=lost) from error
            raise

    def _ask_with(self, i: int, now: _Start, keep: Callable[[str], object]) -> Zet:
        progress = voortgang(self.file.vragenlijst, self.file.plan)
        vraag = self.stappen[i].vraag
        return self.vragensteller.ask(
            Beurt(
                self.stappen[i],
                now.text,
                progress.beantwoord,
                progress.total,
                now.message,
                self.places,
                keep,
                vraag.in_words(self.file.plan.value(vraag)),
                positie=self._position(i),
                advies=lambda text: self._advice(i, text),
                is_guessed=now.is_guessed,
            )
        )

    def _position(self, i: int) -> Positie:
        plan = self.file.plan
        visible = [j for j in range(len(self.stappen)) if j == i or self._is_visible(j)]
        filled = {j for j in visible if plan.value(self.stappen[j].vraag)}
        return position_of(self.stappen, i, visible, filled, self._optional)

    def _is_past(self, i: int, move: Zet, start: _Start) -> bool:
        """Whether the user went elsewhere past a draft without touching it: it stays a draft."""
        shown = start.text
        if not isinstance(move, Terug | Spring) or move.text != shown or start.is_guessed:
            return False
        is_here = isinstance(move, Spring) and self.place_of(move.vraag_id) == i
        return not is_here and not self._is_now(i, shown)

    def _is_now(self, i: int, text: str) -> bool:
        """Whether a text is what the plan has now, as it is stored or as it is shown."""
        vraag = self.stappen[i].vraag
        now = self.file.plan.value(vraag)
        return text.strip("\n") in (now, vraag.in_words(now))

    def _keep(self, i: int, text: str) -> bool:
        """Keep the unfinished text, unless the plan has it already; False when that fails."""
        vraag = self.stappen[i].vraag
        now = self.file.plan.value(vraag)
        if not self._is_now(i, text):
            return self.concepten.save(vraag.id, text, fingerprint(now))
        self.concepten.remove(vraag.id)
        return True

    def _stop(self, i: int, move: Gestopt) -> ConversationOutcome:
        """Keep the text as a draft: only the user knows whether it was finished."""
        if not self._keep(i, move.text):
            self.vragensteller.show(not_saved(move.text))
        concept = self.concepten.read(self.stappen[i].vraag.id)
        return self._outcome(stopped=True, concept=concept is not None)

    def _take(self, i: int, move: Beantwoord | Terug | Spring) -> _Start | None:
        """Save what the user gave; return how the question comes again when it is not taken yet.

        Advice comes before an answer is taken. Who goes elsewhere reads it on the way.
        """
        advice = self._advice(i, move.text)
        if advice and isinstance(move, Beantwoord):
            self._keep(i, move.text)
            return _Start(move.text, with_way_out(advice), is_guessed=True)
        try:
            self._save(i, move)
        except AntwoordError as error:
            return _Start(move.text, error.message)
        if advice:
            self.vragensteller.show(f"“{self.stappen[i].vraag.label}”: {advice}")
        return None

    def _save(self, i: int, move: Beantwoord | Terug | Spring) -> None:
        """Save what the user gave; raises AntwoordError when an answer does not fit.

        Going elsewhere keeps the text as the answer when it fits, else as a draft.
        """
        vraag = self.stappen[i].vraag
        had_text = bool(self.file.plan.text(vraag))
        try:
            self.file = save_answer(self.file, vraag, move.text, self.vragensteller)
        except AntwoordError:
            self._keep(i, move.text)
            if isinstance(move, Beantwoord):
                raise
        else:
            self.concepten.remove(vraag.id)
            if had_text and not self.file.plan.text(vraag):
                self.vragensteller.show(f"“{vraag.label}” is leeggemaakt.")

    def _next(self, i: int, move: Zet, *, everything: bool) -> int | None:
        if isinstance(move, Terug):
            while self._visited:
                previous = self._visited.pop()
                if self._is_visible(previous):
                    return previous
            return next((j for j in range(i - 1, -1, -1) if self._is_visible(j)), i)
        self._visited.append(i)
        if isinstance(move, Spring):
            return self.place_of(move.vraag_id)
        return self._after(i, everything=everything)

    def _after(self, i: int, *, everything: bool) -> int | None:
        """Return what comes after question `i` by itself."""
        here = self._optional.get(self.stappen[i].vraag.id)
        for j in range(i + 1, len(self.stappen)):
            vraag = self.stappen[j].vraag
            there = self._optional.get(vraag.id)
            if not self._is_visible(j) or (there is not None and there != here):
                continue
            is_filled = bool(self.file.plan.value(vraag))
            if everything or self._is_open(j) or (there is not None and not is_filled):
                return j
        return None

    def _is_visible(self, i: int) -> bool:
        return is_visible(self.file.vragenlijst, self.stappen[i].vraag, self.file.plan)

    def _is_open(self, i: int) -> bool:
        """Whether an answer is needed: to the questions of the format, and the required fields."""
        vraag, plan = self.stappen[i].vraag, self.file.plan
        if not self._is_visible(i) or plan.value(vraag):
            return False
        is_field = vraag.id in self.file.vragenlijst.veld_ids
        if is_field:
            return is_required(vraag, plan.status)
        return vraag.id not in self._optional

    def _outcome(self, *, stopped: bool, concept: bool = False) -> ConversationOutcome:
        progress = voortgang(self.file.vragenlijst, self.file.plan)
        return ConversationOutcome(self.file, gestopt=stopped, voortgang=progress, concept=concept)
