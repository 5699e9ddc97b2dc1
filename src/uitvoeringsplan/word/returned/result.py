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

    `place` tells where in the answer they stand, empty when that goes without saying.
    """

    place: str
    words: str
    message: str  # what is wrong with them


class ReturnedAnswer(NamedTuple):
    """What the document says for one question or field, as a plan stores it.

    `is_certain` is False when a doubt was raised about it: nobody may take the text over without
    looking. `otherwise` then holds what else it could be. `is_unchanged` is None when the document
    does not tell what it was made with. A part of `text` that does not fit stands in `refused`;
    `fitting` is then the text with what was there before in its place.
    """

    id: str
    text: str
    bevinding: FoundBy
    is_unchanged: bool | None = None
    is_certain: bool = True
    otherwise: tuple[str, ...] = ()
    refused: tuple[Refusal, ...] = ()
    fitting: str | None = None

    @property
    def to_take_over(self) -> str:
        """The text that a plan may get."""
        return self.text if self.fitting is None else self.fitting


class Doubt(NamedTuple):
    """A sentence for the user about something that could not be taken over, or not for sure."""

    vraag_id: str  # empty when it is about the whole document
    message: str


class ReturnedComment(NamedTuple):
    """A comment. `key` is the same each time that this comment is read, from whatever file.

    `datum` is a moment in ISO form as the file gives it, or empty; `quoted` the words that it is
    attached to; `vraag_id` is empty when it stands with no question. `op` is the key of the comment
    that it answers.
    """

    key: str
    auteur: str
    datum: str
    quoted: str
    text: str
    vraag_id: str
    op: str = ""
    is_handled: bool = False


class Provenance(NamedTuple):
    """What the properties of the document tell about the plan that it was made from.

    `antwoorden` holds the fingerprint per question or field (empty: it had no answer), `empty` that
    of the sentence which stands where there was none. `without` are those that had no place in the
    document (None: it does not say), `unknown` the ids that the question set has no more.
    """

    kind: str = ""
    vragenlijst: str = ""
    document: str = ""  # the checksum of the main part as it was made
    antwoorden: Mapping[str, str] = _NOTHING
    empty: Mapping[str, str] = _NOTHING
    without: frozenset[str] | None = None
    unknown: tuple[str, ...] = ()
    fixed: Mapping[str, list[str]] | None = None  # of the text outside the answers; None: not told


class ReturnedDocument(NamedTuple):
    """Everything that was read. A question that is not in `antwoorden` is not in the document.

    `missing` are those of them that it was made with: nobody knows what became of their words.
    """

    antwoorden: dict[str, ReturnedAnswer]
    doubts: tuple[Doubt, ...]
    comments: tuple[ReturnedComment, ...]
    provenance: Provenance
    has_wijzigingen: bool  # tracked changes that nobody accepted or rejected
    is_untouched: bool  # the main part is still the one that was made here
    missing: tuple[str, ...] = ()
    fixed: VasteTekst = VasteTekst(is_known=False)
