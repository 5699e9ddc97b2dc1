"""What comes out of reading a Word file back: answers, doubts about them, and comments."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

from uitvoeringsplan.model.three_way import VasteTekst
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOTHING: Mapping[str, str] = MappingProxyType({})

#: The texts that an answer had before, nearest first, for the id of a question and the fingerprint
#: of the text that the document was made with (empty: no answer; None: the document does not say).
EarlierTexts = Callable[[str, str | None], Iterable[str]]


class FoundBy(Enum):
    """What in the document told whose text it was."""

    TAG = "tag"  # a content control with the id of the question
    ANKER = "anker"  # the bookmark in the paragraph above it
    NAAM = "naam"  # what is left of a control: its name, or that of its placeholder


class Refusal(NamedTuple):
    """Words in the document that do not fit: the plan keeps what it had in their place.

    `plek` tells where in the answer they stand, empty when that goes without saying.
    """

    plek: str
    woorden: str
    melding: str  # what is wrong with them


class ReturnedAnswer(NamedTuple):
    """What the document says for one question or field, as a plan stores it.

    `is_zeker` is False when a doubt was raised about it: nobody may take the text over without
    looking. `anders` then holds what else it could be. `is_ongewijzigd` is None when the document
    does not tell what it was made with. A part of `tekst` that does not fit stands in `geweigerd`;
    `passend` is then the text with what was there before in its place.
    """

    id: str
    tekst: str
    vondst: FoundBy
    is_ongewijzigd: bool | None = None
    is_zeker: bool = True
    anders: tuple[str, ...] = ()
    geweigerd: tuple[Refusal, ...] = ()
    passend: str | None = None

    @property
    def over_te_nemen(self) -> str:
        """The text that a plan may get."""
        return self.tekst if self.passend is None else self.passend


class Doubt(NamedTuple):
    """A sentence for the user about something that could not be taken over, or not for sure."""

    vraag_id: str  # empty when it is about the whole document
    melding: str


class ReturnedComment(NamedTuple):
    """A comment. `sleutel` is the same each time that this comment is read, from whatever file.

    `datum` is a moment in ISO form as the file gives it, or empty; `geciteerd` the words that it is
    attached to; `vraag_id` is empty when it stands with no question. `op` is the key of the comment
    that it answers.
    """

    sleutel: str
    auteur: str
    datum: str
    geciteerd: str
    tekst: str
    vraag_id: str
    op: str = ""
    is_afgehandeld: bool = False


class Provenance(NamedTuple):
    """What the properties of the document tell about the plan that it was made from.

    `antwoorden` holds the fingerprint per question or field (empty: it had no answer), `leeg` that
    of the sentence which stands where there was none. `zonder` are those that had no place in the
    document (None: it does not say), `onbekend` the ids that the question set has no more.
    """

    soort: str = ""
    vragenlijst: str = ""
    document: str = ""  # the checksum of the main part as it was made
    antwoorden: Mapping[str, str] = _NOTHING
    leeg: Mapping[str, str] = _NOTHING
    zonder: frozenset[str] | None = None
    onbekend: tuple[str, ...] = ()
    vast: Mapping[str, list[str]] | None = None  # of the text outside the answers; None: not told


class ReturnedDocument(NamedTuple):
    """Everything that was read. A question that is not in `antwoorden` is not in the document.

    `ontbreekt` are those of them that it was made with: nobody knows what became of their words.
    """

    antwoorden: dict[str, ReturnedAnswer]
    bedenkingen: tuple[Doubt, ...]
    opmerkingen: tuple[ReturnedComment, ...]
    herkomst: Provenance
    heeft_wijzigingen: bool  # tracked changes that nobody accepted or rejected
    is_onaangeraakt: bool  # the main part is still the one that was made here
    ontbreekt: tuple[str, ...] = ()
    vast: VasteTekst = VasteTekst(is_bekend=False)
