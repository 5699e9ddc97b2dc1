"""What became of a document since it was made: each answer in three versions, and the fixed text.

The document carries a fingerprint of every answer it was made from. That tells who changed an
answer, without the old text. The old text itself is only needed when both did; then changes in
different sentences of it go together, and changes in the same sentence are left to the user.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError
from uitvoeringsplan.model.alignment import equal_pairs
from uitvoeringsplan.model.fingerprint import antwoord_fingerprint
from uitvoeringsplan.model.vraag import Shape
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.model.vraag import Vraag


class Oordeel(StrEnum):
    """What becomes of one answer."""

    GELIJK = "gelijk"  # both have the same text
    BEHOUDEN = "behouden"  # Word did not change it, or the plan has it already
    OVERGENOMEN = "overgenomen"  # only Word changed it
    SAMENGEVOEGD = "samengevoegd"  # both did, in different sentences
    BOTSING = "botsing"  # both did; the user chooses
    GEKOZEN = "gekozen"  # both did, and the user chose


class ThreeWay(NamedTuple):
    """One answer in three versions, and what comes of them.

    `text` is the answer that the plan should have; with a clash that of the plan itself. `basis`
    is None when nobody knows the text that the document was made from.
    """

    vraag: Vraag
    plan: str
    word: str
    basis: str | None
    oordeel: Oordeel
    text: str

    is_certain: bool = True  # False: what the document says was read with doubt
    otherwise: tuple[str, ...] = ()  # what else the document says, when it says more than one thing
    is_marked: bool = True  # False: the document does not tell which text it was made with

    @property
    def changes(self) -> bool:
        """Whether the plan gets another text."""
        return self.text != self.plan

    @property
    def is_for_user(self) -> bool:
        """Whether it is the user who says what the plan gets, or said so."""
        return self.oordeel in (Oordeel.BOTSING, Oordeel.GEKOZEN)


class FixedChange(StrEnum):
    """What became of something outside the answers."""

    NEW = "nieuw"
    ROW = "rij"  # a row of a table that was not there
    CHANGED = "gewijzigd"
    GONE = "weg"
    MOVED = "verplaatst"
    FORM = "opmaak"  # the words are as they were
    PICTURE = "afbeelding"  # one that came, went or was replaced
    FILE = "bestand"  # another file, put in


class FixedDifference(NamedTuple):
    """One difference outside the answers.

    `message` is the whole of it as a sentence for the user, with the place and the words. `where`
    is the place alone: the heading or question above it, or the part of the document; empty at the
    beginning. `words` is what stands there now, whole; nothing of what is gone. `vraag_id` is the
    question or field that it stands nearest to, empty when it is about the whole document.
    """

    message: str
    change: FixedChange
    where: str = ""
    words: str = ""
    vraag_id: str = ""


class VasteTekst(NamedTuple):
    """The fixed text of a document, compared with how it was made.

    When `is_known` is False the document does not tell how that was, as one of an older version.
    """

    is_known: bool
    verschillen: tuple[FixedDifference, ...] = ()

    @property
    def is_equal(self) -> bool:
        """Whether everything was looked at, and is as it was made."""
        return self.is_known and not self.verschillen


def weigh(
    vraag: Vraag,
    plan: str,
    word: str,
    digest: str | None,
    basis: Callable[[], str | None],
) -> ThreeWay:
    """Return what becomes of an answer.

    `digest` is the fingerprint that the document holds, None when it holds none; `basis` finds the
    text with that fingerprint, and is asked only when both changed the answer.
    """

    def verdict(oordeel: Oordeel, text: str, old: str | None = None) -> ThreeWay:
        return ThreeWay(vraag, plan, word, old, oordeel, text)

    start_word, start_plan = antwoord_fingerprint(vraag, word), antwoord_fingerprint(vraag, plan)
    if start_word == start_plan:
        return verdict(Oordeel.GELIJK, plan)
    # A default that nobody filled in stands in the document, and is no answer.
    if start_word == digest or (not digest and word == vraag.standaard and digest is not None):
        return verdict(Oordeel.BEHOUDEN, plan)
    if start_plan == digest or (digest is None and not plan):
        return verdict(Oordeel.OVERGENOMEN, word)
    if digest is None and not word:
        return verdict(Oordeel.BEHOUDEN, plan)
    old = "" if digest == "" else basis() if digest else None
    if old and vraag.type.shape is not Shape.TABLE:
        together = merge_antwoorden(vraag, old, plan, word)
        if together is not None:
            oordeel = Oordeel.BEHOUDEN if together == plan else Oordeel.SAMENGEVOEGD
            return verdict(oordeel, together, old)
    return verdict(Oordeel.BOTSING, plan, old)._replace(is_marked=digest is not None)


def merge_antwoorden(vraag: Vraag, basis: str, one: str, other: str) -> str | None:
    """Return `basis` with the changes of both; None when they clash, or what comes does not fit.

    Only texts and lists have sentences, and only tables rows, that can be taken from either. Of
    another answer one version may already have everything that the other changed.
    """
    together = vraag.type.merge(vraag, basis, one, other)
    try:
        return together if together is None or vraag.normalise(together) else None
    except AntwoordError:  # each is short enough, and both together are not
        return None


def keep_both(vraag: Vraag, one: str, other: str) -> str:
    """Return two answers as one: what both say once, and where they differ the one, then the other.

    The parts are paragraphs, or the lines of an answer that is a list or a table.
    """
    between = vraag.type.separator
    left, right = ([part for part in text.split(between) if part] for text in (one, other))
    result: list[str] = []
    start = target = 0
    for i, j in (*equal_pairs(left, right), (len(left), len(right))):
        result += (*left[start:i], *right[target:j], *left[i : i + 1])
        start, target = i + 1, j + 1
    return between.join(result)
