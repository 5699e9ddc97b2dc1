"""What became of a document outside its answers: the text that no plan has a place for."""

from __future__ import annotations

from typing import NamedTuple


class VasteTekst(NamedTuple):
    """The fixed text of a document, compared with how it was made.

    When `is_bekend` is False the document does not tell how that was, as one of an older version.
    `verschillen` are sentences for the user, each with the place and the words.
    """

    is_bekend: bool
    verschillen: tuple[str, ...] = ()

    @property
    def is_gelijk(self) -> bool:
        """Whether everything was looked at, and is as it was made."""
        return self.is_bekend and not self.verschillen
