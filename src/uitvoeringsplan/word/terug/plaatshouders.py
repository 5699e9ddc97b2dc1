"""What an empty control shows: that is no answer, whatever the flag of the control says.

And the other way round: programs that type in a control for somebody leave its flag and style, so
those alone do not tell that words are none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.model.tekst import een_regel
from uitvoeringsplan.ooxml.names import REL_GLOSSARIUM, STIJL_PLAATSHOUDER
from uitvoeringsplan.ooxml.read_tree import kind, val, w
from uitvoeringsplan.word.terug.leesboom import lees_leesboom

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.ooxml.gate import Doorgelaten
    from uitvoeringsplan.ooxml.read_tree import Element
    from uitvoeringsplan.ooxml.styles import Stijlblad
    from uitvoeringsplan.word.terug.plekken import Besturing

#: What Word shows in an empty control by itself, in the languages of our users.
VANZELF = ("Klik of tik om tekst in te voeren.", "Click or tap here to enter text.")
#: So do our own templates write what an empty field shows, and many others.
TUSSEN_HAKEN = re.compile(r"\[[^\]]*\]")


class Plaatshouders:
    """The placeholders of one document, by the name of their entry in the glossary."""

    def __init__(self, binnen: Doorgelaten, stijlblad: Stijlblad) -> None:
        self._stijl = stijlblad.id_van(STIJL_PLAATSHOUDER)
        self._bouwstenen: dict[str, str] = {}
        for deel in binnen.delen(REL_GLOSSARIUM):
            bouwstenen = kind(lees_leesboom(binnen.pakket, deel), "docParts")
            for bouwsteen in bouwstenen if bouwstenen is not None else ():
                naam = val(kind(bouwsteen, "docPartPr", "name"))
                inhoud = kind(bouwsteen, "docPartBody")
                if naam and inhoud is not None:
                    self._bouwstenen.setdefault(naam, _tekst(inhoud))

    def van(self, besturingen: Iterable[Besturing]) -> tuple[str, ...]:
        """Return the texts that stand for nothing in these controls."""
        uit = dict.fromkeys(VANZELF)
        for besturing in besturingen:
            if tekst := self._bouwstenen.get(besturing.bouwsteen):
                uit[tekst] = None
            elif self._zegt_leeg(besturing) and self._is_gewoon(besturing):
                uit[_tekst(besturing.element)] = None
        return tuple(tekst for tekst in uit if tekst)

    def misschien(self, besturingen: Iterable[Besturing]) -> tuple[str, ...]:
        """Return the texts of which nobody can tell whether they are placeholders.

        The control says that it is empty, and shows something else than is known to be shown then.
        """
        return tuple(
            tekst
            for besturing in besturingen
            if self._zegt_leeg(besturing)
            and (tekst := _tekst(besturing.element))
            and tekst not in (*VANZELF, self._bouwstenen.get(besturing.bouwsteen))
        )

    def _is_gewoon(self, besturing: Besturing) -> bool:
        """Whether what a control shows may be its own placeholder, which the file has no more."""
        tekst = _tekst(besturing.element)
        return not besturing.bouwsteen or TUSSEN_HAKEN.fullmatch(tekst) is not None

    def _zegt_leeg(self, besturing: Besturing) -> bool:
        # The flag alone may stay behind on a control that was filled, so the style must agree.
        return besturing.toont_plaatshouder and self._is_open(besturing.element)

    def _is_open(self, sdt: Element) -> bool:
        """Whether every word in a control is in the style of placeholders."""
        runs = [run for run in sdt.iter(w("r")) if run.find(w("t")) is not None]
        return bool(self._stijl and runs) and all(
            val(kind(run, "rPr", "rStyle")) == self._stijl for run in runs
        )


def _tekst(houder: Element) -> str:
    alineas = list(houder.iter(w("p"))) or [houder]
    return een_regel(
        " ".join("".join(t.text or "" for t in alinea.iter(w("t"))) for alinea in alineas)
    )
