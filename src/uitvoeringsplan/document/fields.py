"""Fields of Word: an instruction, and the result that was stored with it.

A reader shows the result and never the instruction. A field may begin in one paragraph and end in
another, and stand inside another field, so the state lives as long as the document.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.styles import getal
from uitvoeringsplan.ooxml.tree import child, is_on, val, w

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.ooxml.tree import Element

# Of these a result says nothing where there are no pages; the contents list is made anew.
_NEVER_READ = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES", "TOC"))
# These show nothing, whatever they do (ECMA-376 part 1, 17.16.5).
_INVISIBLE = frozenset(
    ("", "ADVANCE", "ASK", "HYPERLINK", "PRIVATE", "RD", "SET", "TA", "TC", "XE")
)
# The switches l, o and t have a word of their own (ECMA-376 part 1, 17.16.5.25).
# Patterns that only a reader asks for, and no document that is made; `re` keeps them.
_LINK = (
    r'(?i)\s*HYPERLINK\s+(?:\\[lot]\s+(?:"[^"]*"|[^\s"]+)\s*|\\[a-z]\s+)*(?:"([^"]*)"|([^\s"\\]+))?'
)
_PLACE = r'(?i)\\l\s+(?:"([^"]*)"|(\S+))'
_FIGURES = r"(?i)\\c\b"
_NO_LINK = ("", "")


def form_choice(sign: Element) -> str | None:
    """Return what a field of a form shows by its data, not its result; None for any other field.

    `sign` is the one that begins it (ECMA-376 part 1, 17.16.5.20 and 17.16.5.22).
    """
    data = child(sign, "ffData")
    if (choices := child(data, "ddList")) is not None:
        items = [val(item) for item in choices.iterchildren(w("listEntry"))]
        chosen = getal(val(child(choices, "result")) or val(child(choices, "default"))) or 0
        return items[chosen] if chosen < len(items) else ""
    if (box := child(data, "checkBox")) is not None:
        switch = "checked" if child(box, "checked") is not None else "default"
        return "☑" if is_on(box, switch) else "☐"
    return None


def field_name(instruction: str) -> str:
    """Return the name of a field, such as `PAGE`; empty for an empty instruction."""
    return next(iter(instruction.split(maxsplit=1)), "").upper()


def _is_never_read(instruction: str) -> bool:
    return field_name(instruction) in _NEVER_READ


class _Field:
    """One field that has begun; `link` is (address, place in the document)."""

    __slots__ = ("has_begun", "has_words", "instruction", "is_chosen", "is_hidden", "link")

    def __init__(self, *, is_chosen: bool, is_hidden: bool) -> None:
        self.is_chosen = is_chosen  # what it shows was read already, so its result is not
        self.has_words = is_chosen
        self.instruction: list[str] = []
        self.is_hidden = is_hidden  # until its result begins
        self.has_begun = False
        self.link = _NO_LINK


class OpenFields:
    """The fields that are open at a place in the text.

    `is_silent` tells of an instruction that nobody reads its result. Text that stands before a
    result begins is no text, unless `is_strict` is False: a damaged field may have no result.
    """

    def __init__(
        self, is_silent: Callable[[str], bool] = _is_never_read, *, is_strict: bool = True
    ) -> None:
        self._is_silent, self._is_strict = is_silent, is_strict
        self._open: list[_Field] = []
        # How many of those hide their text, and which links they are: every run asks for both.
        self._hidden = 0
        self._links: list[tuple[str, str]] = []
        self._contents = False
        self._unread: list[str] = []

    @property
    def is_visible(self) -> bool:
        """Whether text here is read."""
        return not self._hidden

    @property
    def link(self) -> tuple[str, str]:
        """The link that text here is part of; two empty texts when there is none."""
        return self._links[-1] if self._links else _NO_LINK

    @property
    def instruction(self) -> str:
        """The instruction of the innermost field that is open, as far as it was read."""
        return "".join(self._open[-1].instruction) if self._open else ""

    def sign(self, kind: str, *, is_chosen: bool = False) -> None:
        """Take a sign of a field: `begin`, `separate` or `end`.

        `is_chosen` tells of one that begins that `form_choice` gave what it shows.
        """
        if kind == "begin":
            self._open.append(_Field(is_chosen=is_chosen, is_hidden=self._is_strict))
            self._hidden += self._is_strict
        elif kind == "separate" and self._open:
            field = self._open[-1]
            self._close(field)
            instruction = "".join(field.instruction)
            field.has_begun, field.link = True, self._take_link(instruction)
            field.is_hidden = field.is_chosen or self._is_silent(instruction)
            self._hidden += field.is_hidden
            if any(field.link):
                self._links.append(field.link)
        elif kind == "end" and self._open:
            field = self._open.pop()
            self._close(field)
            if self._hidden:  # what is around it says what is shown
                return
            if not field.has_words:
                self._unread.append("".join(field.instruction))
            elif self._open:
                self._open[-1].has_words = True

    def say(self) -> None:
        """Take that words were read here."""
        if self._open:
            self._open[-1].has_words = True

    def instruct(self, text: str) -> None:
        """Take a piece of an instruction."""
        if self._open:
            self._open[-1].instruction.append(text)

    def start_simple(self, instruction: str) -> None:
        """Begin the result of a field that stands in one element; `sign("end")` ends it."""
        self.sign("begin")
        self.instruct(instruction)
        self.sign("separate")

    def follow(self, element: Element) -> None:
        """Follow the fields through something that is not read itself."""
        for part in element.iter(w("fldChar"), w("instrText")):
            if part.tag == w("fldChar"):
                self.sign(val(part, "fldCharType"))
            else:
                self.instruct(part.text or "")
        self.take_contents()

    def take_contents(self) -> bool:
        """Return whether a contents list began since this was last asked."""
        began, self._contents = self._contents, False
        return began

    def unread(self) -> list[str]:
        """Return the instructions of the fields of which no word was read, though Word shows some.

        A paragraph may end before its field does; the result of that is read where it stands.
        """
        waiting = ("".join(field.instruction) for field in self._open if not field.has_begun)
        return [one for one in (*self._unread, *waiting) if field_name(one) not in _INVISIBLE]

    def _close(self, field: _Field) -> None:
        """Forget what the innermost field did to the text."""
        self._hidden -= field.is_hidden
        if any(field.link):
            self._links.pop()

    def _take_link(self, instruction: str) -> tuple[str, str]:
        """Return where a field leads; notes that a contents list begins."""
        name = field_name(instruction)
        if name == "TOC" and not re.search(_FIGURES, instruction):
            self._contents = True
        link = re.match(_LINK, instruction) if name == "HYPERLINK" else None
        if link is None:
            return _NO_LINK
        place = re.search(_PLACE, instruction)
        return link[1] or link[2] or "", (place[1] or place[2]) if place else ""
