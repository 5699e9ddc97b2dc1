"""What the rules over a plan look at: its answers, its open points, and the documents of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from uitvoeringsplan.model import velden
from uitvoeringsplan.model.answer_markup import Block, Paragraph, Run, read_markup
from uitvoeringsplan.model.plan import Plan, without_hidden
from uitvoeringsplan.model.tabel import read_tabel
from uitvoeringsplan.model.vraag import Shape, Vraag
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from uitvoeringsplan.model.open_punt import OpenPunt
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.filling.filling import FilledPackage


class MadeDocument(NamedTuple):
    """What became of a plan as a document: its bytes or its parts, or why there are none.

    `without_place` are the answers that the template has no place for.
    """

    content: bytes | FilledPackage = b""
    without_place: tuple[Vraag, ...] = ()
    objection: str = ""


class FileBeside(NamedTuple):
    """What is known of the Word file beside a plan.

    `is_edited`: somebody saved it after it was made. `is_current`: it holds, byte for byte, what
    would be made now. `otherwise` are the questions whose answers differ from the plan, of an
    edited file those that `inlezen` would take over or ask about; `comments` counts the comments
    that are no open points yet, and `kept` what is one already. `objection` says why it could not
    be read; `own` names the options by which it was made with files that are not at hand, so that
    the rest could not be looked at. `options` are the words behind `genereer` that make it in the
    same way again, as far as known.
    """

    name: str
    is_edited: bool = False
    is_current: bool = False
    otherwise: tuple[Vraag, ...] = ()
    own: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    comments: int = 0
    handled: int = 0
    objection: str = ""
    foreign: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    kept: int = 0
    is_checked: bool = False


class _Answered(NamedTuple):
    """A question or field, and what was filled in."""

    vraag: Vraag
    text: str


class Antwoord(_Answered):
    """A question or field that was answered; what rules ask of it is worked out once."""

    @property
    def has_markup(self) -> bool:
        """Whether the signs of the markup mean something here."""
        return self.vraag.type.shape is Shape.BLOCKS

    @cached_property
    def rijen(self) -> tuple[tuple[str, ...], ...]:
        """The rows of a table; none for any other kind of answer."""
        is_table = self.vraag.type.shape is Shape.TABLE
        return tuple(map(tuple, read_tabel(self.vraag.kolommen, self.text))) if is_table else ()

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the text; a cell of a table is a paragraph."""
        if self.has_markup:
            return read_markup(self.text)
        if self.vraag.type.shape is Shape.TABLE:
            return tuple(Paragraph((Run(cel),)) for rij in self.rijen for cel in rij if cel)
        return (Paragraph((Run(self.text),)),)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The words of every block, without its markup."""
        return tuple("".join(run.text for run in block.runs) for block in self.blocks)


class _Given(NamedTuple):
    """What a rule may look at, apart from what follows from it."""

    name: str
    vragenlijst: Vragenlijst
    plan: Plan
    punten: tuple[OpenPunt, ...] = ()
    document: MadeDocument | None = None
    beside: FileBeside | None = None
    over: Vraag | None = None


class Keuring(_Given):
    """A plan with all that the rules look at. `name` is how the user names the file.

    With `over` the answers are that to one question; the fields of the plan stay known.

    `document` is what comes of the plan now, `beside` the Word file that lies beside it; without
    them the rules about them find nothing.
    """

    @cached_property
    def _known(self) -> dict[tuple[str, str], Antwoord]:
        return {}

    @cached_property
    def shown(self) -> Plan:
        """The plan as the documents show it: without answers to questions that do not count."""
        return without_hidden(self.vragenlijst, self.plan)

    @cached_property
    def public(self) -> tuple[Antwoord, ...]:
        """What was filled in and stands in the public document, in the order of the questions."""
        intern = {vraag.id for vraag in self._interne_vragen}
        every = (*self.vragenlijst.gegevens, *self.vragenlijst.vragen)
        return self._antwoorden(self.shown, (vraag for vraag in every if vraag.id not in intern))

    @cached_property
    def intern(self) -> tuple[Antwoord, ...]:
        """What must stay out of the public document, also where its question does not count now."""
        return self._antwoorden(self.plan, self._interne_vragen)

    @cached_property
    def everything(self) -> tuple[Antwoord, ...]:
        """Everything that was filled in."""
        return (*self.public, *self.intern)

    @cached_property
    def filled(self) -> tuple[Antwoord, ...]:
        """Everything that the file has, also what no document shows now."""
        return self._antwoorden(self.plan, (*self.vragenlijst.gegevens, *self.vragenlijst.vragen))

    @property
    def stays_inside(self) -> bool:
        """Whether also the public part of this plan is for colleagues only."""
        veld = self.veld(velden.OPENBAARHEID)
        return veld is not None and "intern" in self.shown.value(veld).casefold()

    @property
    def _interne_vragen(self) -> Iterator[Vraag]:
        for onderdeel in self.vragenlijst.onderdelen:
            if onderdeel.hoofdstuk.is_intern:
                yield from onderdeel.vragen

    def counts(self, vraag: Vraag) -> bool:
        """Whether a question or field counts for this plan."""
        return vraag.id not in self.shown.hidden

    def veld(self, veld_id: str) -> Vraag | None:
        """Return the field with this id, None when this question set does not have it."""
        return next((veld for veld in self.vragenlijst.gegevens if veld.id == veld_id), None)

    def _antwoorden(self, plan: Plan, vragen: Iterable[Vraag]) -> tuple[Antwoord, ...]:
        return tuple(
            self._known.setdefault((vraag.id, text), Antwoord(vraag, text))
            for vraag in vragen
            if self.over in (None, vraag) and (text := plan.text(vraag))
        )


def first_words(text: str, words: int = 8) -> str:
    """Return the first words of a text on one line, with three dots when there are more."""
    parts = text.split()
    short = " ".join(parts[:words])
    if len(short) > 80:  # words can be very long
        return f"{short[:79]}…"
    return f"{short} …" if len(parts) > words else short


def listed(names: Iterable[str]) -> str:
    """Return names as `a, b en c`."""
    *before, last = names
    return f"{', '.join(before)} en {last}" if before else last
