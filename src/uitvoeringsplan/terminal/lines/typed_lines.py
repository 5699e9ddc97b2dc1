"""The lines of one answer that is typed in plain lines, and what they become together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.model.pasted_text import read_pasted
from uitvoeringsplan.model.text_decoding import repair_typed
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from uitvoeringsplan.model.beurt import Beurt

# A word of ours that is not finished, perhaps with something behind it.
_OPDRACHT = re.compile(r"\s*\.(?:[a-z]*\s*|(?:lees|zoek|regel|wis)\s.*)", re.IGNORECASE)
_PUNT = re.compile(r"\s*(?:- |\d+\. )")


class _Saved(NamedTuple):
    """All that one change may change."""

    stond: str
    regels: tuple[str, ...] = ()
    erbij: bool | None = None
    is_edited: bool = False


class TypedLines:
    """What stood there when the question was put, the lines typed since, and the unfinished one.

    Until the user chooses, a long answer is added to and never replaced: that loses nothing. An
    answer of one line is what was typed last.
    """

    def __init__(self, beurt: Beurt) -> None:
        self.beurt = beurt
        self._blok = beurt.stap.vraag.type.is_blok
        self._stond = self._saved = beurt.tekst
        self._regels: list[str] = []
        self._unfinished = ""
        self._erbij: bool | None = None
        self.is_edited = False  # whether a line was changed, which makes a draft an answer
        # What to go back to, one for each change; nothing for a line that was added.
        self._vorige: list[_Saved | None] = []

    @property
    def is_concept(self) -> bool:
        """Whether what stands there is no answer yet; what only got advice is one."""
        is_anders = self._stond != self.beurt.antwoord
        return bool(self._stond) and is_anders and not self.beurt.is_geraden

    @property
    def is_typed(self) -> bool:
        """Whether anything was typed."""
        return bool(self._typed.strip())

    @property
    def must_choose(self) -> bool:
        """Whether only the user knows if what was typed comes beside what stands there."""
        return self._blok and bool(self._stond) and self.is_typed and self._erbij is None

    @property
    def tekst(self) -> str:
        """The answer as it stands now."""
        typed = read_pasted(repair_typed(self._typed).tekst)
        if not typed:
            return self._stond
        if not self._stond or not self._blok or self._erbij is False:
            return typed
        return f"{self._stond}{self._between(typed)}{typed}"

    @property
    def is_cleaned(self) -> bool:
        """Whether what was typed has changed by cleaning."""
        typed = repair_typed(self._typed).tekst.strip("\n")
        return self.is_typed and read_pasted(typed) != typed

    @property
    def melding(self) -> str:
        """What to say of the bytes that the keyboard sent."""
        return repair_typed(self._typed).melding

    def add_line(self, regel: str) -> None:
        """Add a line; a line of ours starts with one dot more.

        It is kept as soon as there are no more to read: keeping the whole after every line of a
        long paste would cost the square of it.
        """
        self._regels.append(_without_dot(regel))
        self._unfinished = ""
        self._vorige.append(None)

    def on_the_way(self, regel: str) -> None:
        """Keep the lines so far and the unfinished one, unless that begins one of our own words.

        To be called when there is nothing more to read for now.
        """
        self._unfinished = "" if _OPDRACHT.fullmatch(regel) else _without_dot(regel)
        self._keep()

    def choose_text(self, *, erbij: bool) -> None:
        """Put what is typed below what stands there, or in its place."""
        self._erbij = erbij
        self._keep()

    def start_again(self, tekst: str) -> None:
        """Go on from this text, which is a draft now."""
        self._vorige.append(self._stand)
        self._set(_Saved(tekst))

    def edit(self, tekst: str) -> None:
        """Go on from this text, in which the user changed a line; what is typed comes below it."""
        self._vorige.append(self._stand)
        self._set(_Saved(tekst, erbij=True, is_edited=True))

    def undo(self) -> str | None:
        """Go back one change; return the line that went, empty for another, None for none."""
        if not self._vorige:
            return None
        stand = self._vorige.pop()
        if stand is None:
            regel = self._regels.pop()
            self._keep()
            return regel
        self._set(stand)
        return ""

    @property
    def _stand(self) -> _Saved:
        return _Saved(self._stond, tuple(self._regels), self._erbij, self.is_edited)

    def _set(self, stand: _Saved) -> None:
        self._stond, regels, self._erbij, self.is_edited = stand
        self._regels = list(regels)
        self._unfinished = ""
        self._keep()

    def _keep(self) -> None:
        if (tekst := self.tekst) != self._saved:
            self._saved = tekst
            self.beurt.concept(tekst)

    @property
    def _typed(self) -> str:
        return "\n".join([*self._regels, self._unfinished] if self._unfinished else self._regels)

    def _between(self, typed: str) -> str:
        """Return what comes between: a new paragraph, but a point belongs to the points above."""
        laatste = self._stond.rstrip("\n").rpartition("\n")[2]
        punten = _PUNT.match(laatste) and _PUNT.match(typed)
        return "\n" if punten else self.beurt.stap.vraag.type.separator


def _without_dot(regel: str) -> str:
    return regel[1:] if regel.startswith("..") else regel
