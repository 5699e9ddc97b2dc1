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
    from uitvoeringsplan.ooxml.tree import Element

# Of these a result says nothing where there are no pages; the contents list is made anew.
_NOOIT = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES", "TOC"))
_LINK = re.compile(r'\s*HYPERLINK\s+(?:\\[a-z]\s+)*(?:"([^"]*)"|([^\s"\\]+))?', re.IGNORECASE)
_PLAATS = re.compile(r'\\l\s+(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_FIGUREN = re.compile(r"\\c\b", re.IGNORECASE)
_GEEN_LINK = ("", "")


def form_choice(teken: Element) -> str | None:
    """Return what a field of a form shows by its data, not its result; None for any other field.

    `teken` is the sign that begins it (ECMA-376 part 1, 17.16.5.20 and 17.16.5.22).
    """
    data = child(teken, "ffData")
    if (lijst := child(data, "ddList")) is not None:
        punten = [val(punt) for punt in lijst.findall(w("listEntry"))]
        gekozen = getal(val(child(lijst, "result")) or val(child(lijst, "default"))) or 0
        return punten[gekozen] if gekozen < len(punten) else ""
    if (vak := child(data, "checkBox")) is not None:
        schakelaar = "checked" if child(vak, "checked") is not None else "default"
        return "☑" if is_on(vak, schakelaar) else "☐"
    return None


def shows_result(opdracht: str) -> bool:
    """Whether the result that is stored with a field is read."""
    return not opdracht.strip() or opdracht.split(maxsplit=1)[0].upper() not in _NOOIT


class _Veld:
    """One field that has begun; `link` is (address, place in the document)."""

    __slots__ = ("getoond", "link", "opdracht", "verborgen")

    def __init__(self, *, getoond: bool) -> None:
        self.getoond = getoond  # what it shows was read already, so its result is not
        self.opdracht: list[str] = []
        self.verborgen = True  # until its result begins
        self.link = _GEEN_LINK


class Tekstvelden:
    """The fields that are open at a place in the text."""

    def __init__(self) -> None:
        self._open: list[_Veld] = []
        # How many of those hide their text, and which links they are: every run asks for both.
        self._verborgen = 0
        self._links: list[tuple[str, str]] = []
        self._inhoudsopgave = False

    @property
    def is_zichtbaar(self) -> bool:
        """Whether text here is read."""
        return not self._verborgen

    @property
    def link(self) -> tuple[str, str]:
        """The link that text here is part of; two empty texts when there is none."""
        return self._links[-1] if self._links else _GEEN_LINK

    def teken(self, soort: str, *, getoond: bool = False) -> None:
        """Take a sign of a field: `begin`, `separate` or `end`.

        `getoond` tells of one that begins that `form_choice` gave what it shows.
        """
        if soort == "begin":
            self._open.append(_Veld(getoond=getoond))
            self._verborgen += 1
        elif soort == "separate" and self._open:
            veld = self._open[-1]
            self._sluit(veld)
            verborgen, veld.link = self._gelezen("".join(veld.opdracht))
            veld.verborgen = verborgen or veld.getoond
            self._verborgen += veld.verborgen
            if any(veld.link):
                self._links.append(veld.link)
        elif soort == "end" and self._open:
            self._sluit(self._open.pop())

    def _sluit(self, veld: _Veld) -> None:
        """Forget what the innermost field did to the text."""
        self._verborgen -= veld.verborgen
        if any(veld.link):
            self._links.pop()

    def opdracht(self, tekst: str) -> None:
        """Take a piece of an instruction."""
        if self._open:
            self._open[-1].opdracht.append(tekst)

    def loop_na(self, element: Element) -> None:
        """Follow the fields through something that is not read itself."""
        for deel in element.iter():
            if deel.tag == w("fldChar"):
                self.teken(val(deel, "fldCharType"))
            elif deel.tag == w("instrText"):
                self.opdracht(deel.text or "")
        self.neem_inhoudsopgave()

    def neem_inhoudsopgave(self) -> bool:
        """Return whether a contents list began since this was last asked."""
        begon, self._inhoudsopgave = self._inhoudsopgave, False
        return begon

    def eenvoudig(self, opdracht: str) -> None:
        """Begin the result of a field that stands in one element; `teken("end")` ends it."""
        self.teken("begin")
        self.opdracht(opdracht)
        self.teken("separate")

    def _gelezen(self, opdracht: str) -> tuple[bool, tuple[str, str]]:
        naam = opdracht.split(maxsplit=1)[0].upper() if opdracht.strip() else ""
        if naam == "TOC" and not _FIGUREN.search(opdracht):
            self._inhoudsopgave = True
        link = _LINK.match(opdracht)
        if link is None:
            return not shows_result(opdracht), ("", "")
        plaats = _PLAATS.search(opdracht)
        doel = (plaats[1] or plaats[2]) if plaats else ""
        return False, (link[1] or link[2] or "", doel)
