"""Three versions of one answer: as it was, in the plan, and in the Word file that came back.

The document carries a fingerprint of every answer it was made from. That tells who changed an
answer, without the old text. The old text itself is only needed when both did; then changes in
different words of it go together, and changes in the same words are left to the user.
"""

from __future__ import annotations

import difflib
import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.vingerafdruk import antwoordafdruk
from uitvoeringsplan.model.vraag import VraagType

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.model.vraag import Vraag

_DEEL = re.compile(r"\w+|[^\S\n]+|\n+|[^\w\s]")


class Oordeel(StrEnum):
    """What becomes of one answer."""

    GELIJK = "gelijk"  # both have the same text
    BEHOUDEN = "behouden"  # Word did not change it, or the plan has it already
    OVERGENOMEN = "overgenomen"  # only Word changed it
    SAMENGEVOEGD = "samengevoegd"  # both did, in different words
    BOTSING = "botsing"  # both did; the user chooses
    GEKOZEN = "gekozen"  # both did, and the user chose


class Drieweg(NamedTuple):
    """One answer in three versions, and what comes of them.

    `tekst` is the answer that the plan should have; with a clash that of the plan itself. `basis`
    is None when nobody knows the text that the document was made from.
    """

    vraag: Vraag
    plan: str
    word: str
    basis: str | None
    oordeel: Oordeel
    tekst: str

    is_zeker: bool = True  # False: what the document says was read with doubt

    @property
    def verandert(self) -> bool:
        """Whether the plan gets another text."""
        return self.tekst != self.plan


def weeg(
    vraag: Vraag,
    plan: str,
    word: str,
    afdruk: str | None,
    basis: Callable[[], str | None],
) -> Drieweg:
    """Return what becomes of an answer.

    `afdruk` is the fingerprint that the document holds, None when it holds none; `basis` finds the
    text with that fingerprint, and is asked only when both changed the answer.
    """

    def uit(oordeel: Oordeel, tekst: str, oud: str | None = None) -> Drieweg:
        return Drieweg(vraag, plan, word, oud, oordeel, tekst)

    van_word, van_plan = antwoordafdruk(vraag, word), antwoordafdruk(vraag, plan)
    if van_word == van_plan:
        return uit(Oordeel.GELIJK, plan)
    # A default that nobody filled in stands in the document, and is no answer.
    if van_word == afdruk or (not afdruk and word == vraag.standaard and afdruk is not None):
        return uit(Oordeel.BEHOUDEN, plan)
    if van_plan == afdruk or (afdruk is None and not plan):
        return uit(Oordeel.OVERGENOMEN, word)
    if afdruk is None and not word:
        return uit(Oordeel.BEHOUDEN, plan)
    oud = "" if afdruk == "" else basis() if afdruk else None
    if oud and not vraag.kolommen:
        samen = voeg_woorden_samen(oud, plan, word)
        if samen is not None:
            oordeel = Oordeel.BEHOUDEN if samen == plan else Oordeel.SAMENGEVOEGD
            return uit(oordeel, samen, oud)
    return uit(Oordeel.BOTSING, plan, oud)


def voeg_woorden_samen(basis: str, een: str, ander: str) -> str | None:
    """Return `basis` with the changes of both, or None when those touch the same words.

    Between two changes by different people at least one piece of the old text must stand: what
    touches belongs together, and only a reader can tell how.
    """
    delen = _DEEL.findall(basis)
    alle = sorted({*_veranderingen(delen, een), *_veranderingen(delen, ander)})
    uit: list[str] = []
    tot = 0
    for i, (begin, einde, nieuw) in enumerate(alle):
        if i and begin <= alle[i - 1][1]:
            return None
        uit += (*delen[tot:begin], *nieuw)
        tot = einde
    return "".join((*uit, *delen[tot:]))


def onder_elkaar(vraag: Vraag, een: str, ander: str) -> str:
    """Return two answers as one: what both say once, and where they differ the one, then the other.

    The parts are paragraphs, or the lines of an answer that is a list or a table.
    """
    tussen = "\n\n" if vraag.type is VraagType.TEKST else "\n"
    links, rechts = ([deel for deel in tekst.split(tussen) if deel] for tekst in (een, ander))
    vergelijker = difflib.SequenceMatcher(None, links, rechts, autojunk=False)
    uit: list[str] = []
    for soort, i1, i2, j1, j2 in vergelijker.get_opcodes():
        uit += links[i1:i2] if soort == "equal" else (*links[i1:i2], *rechts[j1:j2])
    return tussen.join(uit)


def _veranderingen(oud: list[str], tekst: str) -> list[tuple[int, int, tuple[str, ...]]]:
    """Return (from, up to, new pieces) for every place in which a text differs from the old one."""
    nieuw = _DEEL.findall(tekst)
    vergelijker = difflib.SequenceMatcher(None, oud, nieuw, autojunk=False)
    return [
        (i1, i2, tuple(nieuw[j1:j2]))
        for soort, i1, i2, j1, j2 in vergelijker.get_opcodes()
        if soort != "equal"
    ]
