"""The versions of a plan in git, and what they changed of one answer."""

from __future__ import annotations

from typing import NamedTuple


class Versie(NamedTuple):
    """A file in one commit; `datum` is a moment in ISO form, `inhoud` the id of the content.

    `ouders` are the places in the history of the versions that this one was made from: one, more
    after a merge, or none where the file begins.
    """

    commit: str
    auteur: str
    datum: str
    onderwerp: str
    naam: str
    inhoud: str
    maat: int
    ouders: tuple[int, ...]


class Wijziging(NamedTuple):
    """One change of an answer; of what is not committed yet, `versie` is None.

    At a merge, `oud` is the text that made way: one branch had it, and the merge has `nieuw`.
    """

    versie: Versie | None
    oud: str
    nieuw: str

    @property
    def is_merge(self) -> bool:
        """Whether two branches came together here."""
        return self.versie is not None and len(self.versie.ouders) > 1
