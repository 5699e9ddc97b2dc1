"""Open points to comments in a finished document.

A comment stands around the words that the point quotes, when they are still there, else at the line
above the answer. Never in the first paragraph of an answer: LibreOffice makes a plain field of it
and drops its words, with the first line of the comment, when a comment stands in it (seen in 7.4);
and typing over a placeholder takes everything in it away. A point about the whole plan stands with
the title.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.names import (
    REL_COMMENTS,
    TYPE_COMMENTS,
    TYPES,
    UNKNOWN_AUTHOR,
    shortened,
)
from uitvoeringsplan.ooxml.relationships import (
    free_id,
    relationships_part,
    with_content_type,
    with_relationships,
)
from uitvoeringsplan.ooxml.tree import new, parse, val, w, write
from uitvoeringsplan.word.comments.comment_marks import mark_paragraph, mark_part, mark_words
from uitvoeringsplan.word.invulvelden import BOOKMARK, bookmark_of, tag_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from uitvoeringsplan.model.open_punt import OpenPunt
    from uitvoeringsplan.ooxml.package import Package
    from uitvoeringsplan.ooxml.tree import Element


_ALINEA, _BESTURING, _BLADWIJZER = w("p"), w("sdt"), w("bookmarkStart")


class Punten:
    """Writes points into one document; `zonder_plaats` are those whose question is not in it."""

    def __init__(self, punten: Iterable[OpenPunt]) -> None:
        self._punten = tuple(punten)
        self.geplaatst = 0
        self.zonder_plaats: tuple[OpenPunt, ...] = ()

    def __call__(
        self, pakket: Package, document: str, nieuw: Mapping[str, bytes]
    ) -> dict[str, bytes]:
        """Return the parts that change, and remember what found no place.

        `nieuw` holds the parts that differ from those of the package, the main one (`document`)
        among them.
        """

        def inhoud(naam: str) -> bytes | None:
            if naam in nieuw or naam not in pakket.leden:
                return nieuw.get(naam)
            return pakket.inhoud(naam)

        boom = parse(nieuw[document], document, pakket.pad)
        relaties = inhoud(relationships_part(document))
        opmerkingen = CommentsPart()
        plekken = _Plekken(boom)
        zonder = []
        for punt in self._punten:
            if plekken.merk(punt, opmerkingen.volgende):
                opmerkingen.voeg_toe(punt)
            else:
                zonder.append(punt)
        self.geplaatst, self.zonder_plaats = len(self._punten) - len(zonder), tuple(zonder)
        if not self.geplaatst:
            return {}
        deel = "/".join(filter(None, (document.rpartition("/")[0], "comments.xml")))
        relatie = (free_id(relaties, "uvpOpmerkingen"), REL_COMMENTS, f"/{deel}", False)
        types = nieuw.get(TYPES) or pakket.inhoud(TYPES)
        return {
            document: write(boom),
            relationships_part(document): with_relationships(relaties, [relatie]),
            TYPES: with_content_type(types, deel, TYPE_COMMENTS),
            deel: opmerkingen.data(),
        }


class _Plekken:
    """Where the questions stand in a document, and the plan as a whole."""

    def __init__(self, boom: Element) -> None:
        self._besturingen: dict[str, Element] = {}
        self._ankers: dict[str, Element] = {}
        self._boven: dict[str, Element] = {}  # the last free paragraph before a control
        # Paragraphs that say nothing about a question: whatever is in a control may.
        self._overig: list[Element] = []
        for element in boom.iter(_ALINEA, _BESTURING, _BLADWIJZER):
            if element.tag == _BESTURING:
                naam = tag_of(element)
                if naam not in self._besturingen and self._overig:
                    self._boven[naam] = self._overig[-1]
                self._besturingen.setdefault(naam, element)
            elif element.tag == _BLADWIJZER and element.get(w("name"), "").startswith(BOOKMARK):
                alinea = next(element.iterancestors(_ALINEA), None)
                if alinea is not None:
                    self._ankers.setdefault(val(element, "name"), alinea)
            elif element.tag == _ALINEA and next(element.iterancestors(_BESTURING), None) is None:
                self._overig.append(element)
        ankers = set(self._ankers.values())
        self._overig = [alinea for alinea in self._overig if alinea not in ankers]

    def merk(self, punt: OpenPunt, nummer: int) -> bool:
        """Put the marks of comment `nummer` where a point belongs; False when that is nowhere."""
        if not punt.vraag:
            return self._merk_plan(punt.citaat, nummer)
        besturing = self._besturingen.get(punt.vraag)
        if besturing is None:
            return False
        alineas = list(besturing.iter(_ALINEA))
        if not alineas:  # within a line: a comment about nothing but this field
            mark_part(besturing, nummer)
            return True
        if mark_words(alineas[1:], punt.citaat, nummer):
            return True
        boven = self._ankers.get(bookmark_of(punt.vraag), self._boven.get(punt.vraag))
        if boven is not None:
            mark_paragraph(boven, nummer)
        return boven is not None

    def _merk_plan(self, citaat: str, nummer: int) -> bool:
        """Mark the words in the text around the answers, else the first paragraph with words."""
        if mark_words(self._overig, citaat, nummer):
            return True
        eerste = next(filter(_heeft_tekst, self._overig), None)
        if eerste is None:
            return False
        mark_paragraph(eerste, nummer)
        return True


def _heeft_tekst(alinea: Element) -> bool:
    return any((t.text or "").strip() for t in alinea.iter(w("t")))


_LANGSTE_NAAM = 255  # of an author, to the schema
_LANGSTE_LETTERS = 9  # of initials
_MIDDAG = "T12:00:00"  # a moment without a zone, which no program moves to another day


class CommentsPart:
    """The comments of a document; those of its template are not in it."""

    def __init__(self) -> None:
        self._boom = new("comments")
        self.volgende = 0

    def voeg_toe(self, punt: OpenPunt) -> None:
        """Write a point as the comment with number `volgende`."""
        auteur = shortened(punt.auteur or UNKNOWN_AUTHOR, _LANGSTE_NAAM)
        letters = shortened("".join(woord[0] for woord in auteur.split()), _LANGSTE_LETTERS)
        opmerking = new("comment", id=str(self.volgende), author=auteur, initials=letters)
        if punt.datum:
            opmerking.set(w("date"), punt.datum + _MIDDAG)
        opmerking.extend(_alinea(regel) for regel in punt.tekst.split("\n"))
        self._boom.append(opmerking)
        self.volgende += 1

    def data(self) -> bytes:
        """Return the part as it is now."""
        return write(self._boom)


def _alinea(regel: str) -> Element:
    tekst = new("t")
    tekst.text = regel
    tekst.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return new("p", new("r", tekst))
