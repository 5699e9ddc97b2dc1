"""A Word file to the document that somebody reads, whoever made the file.

What is read is the main text with its notes. Headers and footers come back on every page, so
they are no part of it; that a document is a concept stands in its properties.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from uitvoeringsplan.document.anchors import Ankers, Noten
from uitvoeringsplan.document.blocks import Bloklezer
from uitvoeringsplan.document.fields import OpenFields
from uitvoeringsplan.document.inline import Regellezer
from uitvoeringsplan.document.paragraphs import ParagraphReader
from uitvoeringsplan.document.pictures import Beelden
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.model.document import Document
from uitvoeringsplan.ooxml.counters import geen_tellers, lees_tellers
from uitvoeringsplan.ooxml.names import REL_KERN, REL_NUMMERING, REL_STIJLEN
from uitvoeringsplan.ooxml.package import lees_pakket
from uitvoeringsplan.ooxml.relationships import hoofddocument, lees_relaties
from uitvoeringsplan.ooxml.styles import LEEG, lees_stijlblad
from uitvoeringsplan.ooxml.tree import child, parse, val, w

if TYPE_CHECKING:
    from uitvoeringsplan.model.document import Inhoud
    from uitvoeringsplan.ooxml.counters import Tellers
    from uitvoeringsplan.ooxml.package import Pakket
    from uitvoeringsplan.ooxml.styles import Stijlblad
    from uitvoeringsplan.ooxml.tree import Element

_OFFICE = REL_STIJLEN.rpartition("/")[0]
_NOTEN = {"footnote": f"{_OFFICE}/footnotes", "endnote": f"{_OFFICE}/endnotes"}
_DC = "{http://purl.org/dc/elements/1.1/}"
_CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_TAAL = re.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
TAAL = "nl-NL"


def lees_document(data: bytes, pad: str) -> Document:
    """Return what a Word file says; raises SjabloonError when it cannot be read."""
    return _Lezer(lees_pakket(data, pad)).document()


class _Lezer:
    """Brings the parts of one package together."""

    def __init__(self, pakket: Pakket) -> None:
        self._pakket = pakket
        self._naam = hoofddocument(pakket)
        self._delen = {
            relatie.soort: relatie.doel
            for relatie in lees_relaties(pakket, self._naam)
            if relatie.doel in pakket.leden
        }
        self._velden = OpenFields()

    def document(self) -> Document:
        wortel = self._boom(self._naam)
        body = child(wortel, "body")
        if body is None:
            raise SjabloonError(self._pakket.pad, "dit Word-bestand heeft geen tekst.")
        stijlblad = self._stijlblad()
        alineas = ParagraphReader(stijlblad, self._tellers())
        noten = {
            soort: self._boom(self._delen[rel])
            for soort, rel in _NOTEN.items()
            if rel in self._delen
        }
        ankers = Ankers(_gezocht(wortel, *noten.values()))
        notenlijst = Noten(noten, ankers)

        def lezer(deel: str) -> Bloklezer:
            regels = self._regels(deel, stijlblad)
            return Bloklezer(regels, alineas, self._velden, ankers, notenlijst)

        def lees_noot(soort: str, element: Element) -> tuple[Inhoud, ...]:
            return lezer(self._delen[_NOTEN[soort]]).lees(element)

        voorblad, inhoud = lezer(self._naam).lees_hoofd(body)
        inhoud += notenlijst.lijst(lees_noot)
        titel, taal, status = self._eigenschappen()
        return Document(titel, taal, status, voorblad, inhoud, ankers.per_bladwijzer)

    def _boom(self, naam: str) -> Element:
        return parse(self._pakket.inhoud(naam), naam, self._pakket.pad)

    def _regels(self, deel: str, stijlblad: Stijlblad) -> Regellezer:
        relaties = {relatie.id: relatie for relatie in lees_relaties(self._pakket, deel)}
        return Regellezer(stijlblad, relaties, Beelden(self._pakket, relaties), self._velden)

    def _stijlblad(self) -> Stijlblad:
        naam = self._delen.get(REL_STIJLEN)
        if naam is None:
            return LEEG
        return lees_stijlblad(self._pakket.inhoud(naam), naam, self._pakket.pad)

    def _tellers(self) -> Tellers:
        naam = self._delen.get(REL_NUMMERING)
        if naam is None:
            return geen_tellers()
        return lees_tellers(self._pakket.inhoud(naam), naam, self._pakket.pad)

    def _eigenschappen(self) -> tuple[str, str, str]:
        """Return title, language and status; a file without a title is called by its name."""
        naam = next((r.doel for r in lees_relaties(self._pakket, "") if r.soort == REL_KERN), "")
        wortel = self._boom(naam) if naam in self._pakket.leden else None

        def lees(sleutel: str) -> str:
            return " ".join(wortel.findtext(sleutel, "").split()) if wortel is not None else ""

        taal = lees(f"{_DC}language")
        return (
            lees(f"{_DC}title") or PurePath(self._pakket.pad).stem,
            taal if _TAAL.fullmatch(taal) else TAAL,
            lees(f"{_CP}contentStatus"),
        )


def _gezocht(*wortels: Element) -> set[str]:
    """Return the names of all places that something links to."""
    uit: set[str] = set()
    for wortel in wortels:
        uit |= {val(link, "anchor") for link in wortel.iter(w("hyperlink"))}
        opdrachten = (
            *(val(veld, "instr") for veld in wortel.iter(w("fldSimple"))),
            *(stuk.text or "" for stuk in wortel.iter(w("instrText"))),
        )
        for opdracht in opdrachten:
            uit |= set(re.findall(r'\\l\s+"?([^"\s]+)', opdracht))
    return uit - {""}
