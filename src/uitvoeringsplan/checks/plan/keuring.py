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

    `zonder_plaats` are the answers that the template has no place for.
    """

    inhoud: bytes | FilledPackage = b""
    zonder_plaats: tuple[Vraag, ...] = ()
    bezwaar: str = ""


class FileBeside(NamedTuple):
    """What is known of the Word file beside a plan.

    `is_bewerkt`: somebody saved it after it was made. `is_actueel`: it holds, byte for byte, what
    would be made now. `anders` are the questions whose answers differ from the plan, of an edited
    file those that `inlezen` would take over or ask about; `opmerkingen` counts the comments that
    are no open points yet. `bezwaar` says why it could not be read; `eigen` names the options by
    which it was made with files that are not at hand, so that the rest could not be looked at.
    `opties` are the words behind `genereer` that make it in the same way again, as far as known.
    """

    naam: str
    is_bewerkt: bool = False
    is_actueel: bool = False
    anders: tuple[Vraag, ...] = ()
    eigen: tuple[str, ...] = ()
    opties: tuple[str, ...] = ()
    opmerkingen: int = 0
    afgehandeld: int = 0
    bezwaar: str = ""
    vreemd: tuple[str, ...] = ()
    twijfels: tuple[str, ...] = ()
    buiten: tuple[str, ...] = ()
    is_nagekeken: bool = False


class _Answered(NamedTuple):
    """A question or field, and what was filled in."""

    vraag: Vraag
    tekst: str


class Antwoord(_Answered):
    """A question or field that was answered; what rules ask of it is worked out once."""

    @property
    def heeft_opmaak(self) -> bool:
        """Whether the signs of the markup mean something here."""
        return self.vraag.type.shape is Shape.BLOCKS

    @cached_property
    def rijen(self) -> tuple[tuple[str, ...], ...]:
        """The rows of a table; none for any other kind of answer."""
        is_table = self.vraag.type.shape is Shape.TABLE
        return tuple(map(tuple, read_tabel(self.vraag.kolommen, self.tekst))) if is_table else ()

    @cached_property
    def blokken(self) -> tuple[Block, ...]:
        """The blocks of the text; a cell of a table is a paragraph."""
        if self.heeft_opmaak:
            return read_markup(self.tekst)
        if self.vraag.type.shape is Shape.TABLE:
            return tuple(Paragraph((Run(cel),)) for rij in self.rijen for cel in rij if cel)
        return (Paragraph((Run(self.tekst),)),)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The words of every block, without its markup."""
        return tuple("".join(stuk.tekst for stuk in blok.stukken) for blok in self.blokken)


class _Given(NamedTuple):
    """What a rule may look at, apart from what follows from it."""

    naam: str
    vragenlijst: Vragenlijst
    plan: Plan
    punten: tuple[OpenPunt, ...] = ()
    document: MadeDocument | None = None
    ernaast: FileBeside | None = None
    over: Vraag | None = None


class Keuring(_Given):
    """A plan with all that the rules look at. `naam` is how the user names the file.

    With `over` the answers are that to one question; the fields of the plan stay known.

    `document` is what comes of the plan now, `ernaast` the Word file that lies beside it; without
    them the rules about them find nothing.
    """

    @cached_property
    def _known(self) -> dict[tuple[str, str], Antwoord]:
        return {}

    @cached_property
    def getoond(self) -> Plan:
        """The plan as the documents show it: without answers to questions that do not count."""
        return without_hidden(self.vragenlijst, self.plan)

    @cached_property
    def openbaar(self) -> tuple[Antwoord, ...]:
        """What was filled in and stands in the public document, in the order of the questions."""
        intern = {vraag.id for vraag in self._interne_vragen}
        alle = (*self.vragenlijst.gegevens, *self.vragenlijst.vragen)
        return self._antwoorden(self.getoond, (vraag for vraag in alle if vraag.id not in intern))

    @cached_property
    def intern(self) -> tuple[Antwoord, ...]:
        """What must stay out of the public document, also where its question does not count now."""
        return self._antwoorden(self.plan, self._interne_vragen)

    @cached_property
    def alles(self) -> tuple[Antwoord, ...]:
        """Everything that was filled in."""
        return (*self.openbaar, *self.intern)

    @cached_property
    def ingevuld(self) -> tuple[Antwoord, ...]:
        """Everything that the file has, also what no document shows now."""
        return self._antwoorden(self.plan, (*self.vragenlijst.gegevens, *self.vragenlijst.vragen))

    @property
    def blijft_binnen(self) -> bool:
        """Whether also the public part of this plan is for colleagues only."""
        veld = self.veld(velden.OPENBAARHEID)
        return veld is not None and "intern" in self.getoond.waarde(veld).casefold()

    @property
    def _interne_vragen(self) -> Iterator[Vraag]:
        for onderdeel in self.vragenlijst.onderdelen:
            if onderdeel.hoofdstuk.is_intern:
                yield from onderdeel.vragen

    def counts(self, vraag: Vraag) -> bool:
        """Whether a question or field counts for this plan."""
        return vraag.id not in self.getoond.verborgen

    def veld(self, veld_id: str) -> Vraag | None:
        """Return the field with this id, None when this question set does not have it."""
        return next((veld for veld in self.vragenlijst.gegevens if veld.id == veld_id), None)

    def _antwoorden(self, plan: Plan, vragen: Iterable[Vraag]) -> tuple[Antwoord, ...]:
        return tuple(
            self._known.setdefault((vraag.id, tekst), Antwoord(vraag, tekst))
            for vraag in vragen
            if self.over in (None, vraag) and (tekst := plan.tekst(vraag))
        )


def first_words(tekst: str, woorden: int = 8) -> str:
    """Return the first words of a text on one line, with three dots when there are more."""
    delen = tekst.split()
    kort = " ".join(delen[:woorden])
    if len(kort) > 80:  # words can be very long
        return f"{kort[:79]}…"
    return f"{kort} …" if len(delen) > woorden else kort


def listed(namen: Iterable[str]) -> str:
    """Return names as `a, b en c`."""
    *voor, laatste = namen
    return f"{', '.join(voor)} en {laatste}" if voor else laatste
