"""The marks of changes that someone can accept or reject, around the words of a changed text."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from uitvoeringsplan.model.word_differences import Verandering
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import escape_attribute, escape_text
from uitvoeringsplan.ooxml.tree import finder, number
from uitvoeringsplan.word.writing.answer_xml import link_xml, piece_xml, run_xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from uitvoeringsplan.model.word_differences import Verschilstuk
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.writing.answer_xml import ControlLooks, Gathered, StyleIds


_NAMEN = {Verandering.WEG: "del", Verandering.NIEUW: "ins"}
_WEGGEHAALD = (("t", "delText"), ("instrText", "delInstrText"))
_ids = finder("//@w:id")
# Bookmarks that a contents list still needs get the numbers right behind the highest.
_RUIMTE = 1_000


class Side(NamedTuple):
    """What one plan has for a control: an answer, or else the words that stand for none.

    Both are empty when the control shows its placeholder.
    """

    waarde: str
    empty_text: str


class Marks(NamedTuple):
    """Makes the marks of one document."""

    auteur: str
    datum: str  # as the format wants it: 2027-01-31T00:00:00Z
    nummers: Iterator[int]  # of the whole document: no two marks have one number

    def om(self, wat: Verandering, runs: str) -> str:
        """Return runs of text with what became of them; what stayed has no mark."""
        if not runs or wat not in _NAMEN:
            return runs
        if wat is Verandering.WEG:
            # In text itself every < is escaped, so these are the elements.
            for naam, weg in _WEGGEHAALD:
                runs = runs.replace(f"<w:{naam} ", f"<w:{weg} ")
                runs = runs.replace(f"</w:{naam}>", f"</w:{weg}>")
        return f"<w:{_NAMEN[wat]} {self._kenmerk()}>{runs}</w:{_NAMEN[wat]}>"

    def teken(self, wat: Verandering) -> str:
        """Return the mark itself, for the end of a paragraph or a row; empty when it stayed."""
        return f"<w:{_NAMEN[wat]} {self._kenmerk()}/>" if wat in _NAMEN else ""

    def vorige_vorm(self, ppr: str) -> str:
        """Return what says which properties (their inner XML) a paragraph had before."""
        inhoud = f"<w:pPr>{ppr}</w:pPr>" if ppr else "<w:pPr/>"
        return f"<w:pPrChange {self._kenmerk()}>{inhoud}</w:pPrChange>"

    def _kenmerk(self) -> str:
        return (
            f'w:id="{next(self.nummers)}" w:author="{escape_attribute(self.auteur)}"'
            f' w:date="{self.datum}"'
        )


def first_number(roots: Iterable[Element]) -> int:
    """Return a number from which on no bookmark, note or change in these parts has one."""
    return max((number(id_) or 0 for root in roots for id_ in _ids(root)), default=0) + _RUIMTE


_EIGEN_TEKENS = frozenset('"\\')  # that mean something in the instruction of a field


def tracked_runs_xml(
    stukken: Iterable[Verschilstuk],
    stijlen: StyleIds,
    vangst: Gathered,
    merken: Marks,
    letters: ControlLooks,
) -> str:
    """Return the runs of an answer with markup, in the looks of its control."""
    delen = []
    for adres, groep in groupby(stukken, lambda verschil: verschil.stuk.adres):
        if not adres:
            runs = ((wat, piece_xml(stuk, stijlen, letters)) for wat, stuk in groep)
            delen += [merken.om(wat, run) for wat, run in runs]
        else:
            delen.append(_link(adres, list(groep), stijlen, vangst, merken, letters))
    return "".join(delen)


def tracked_plain_xml(stukken: Iterable[Verschilstuk], merken: Marks, rpr: str = "") -> str:
    """Return the runs of a text without markup, all with the same properties."""
    return "".join(merken.om(wat, run_xml(stuk.tekst, rpr)) for wat, stuk in stukken)


def _link(
    adres: str,
    stukken: Sequence[Verschilstuk],
    stijlen: StyleIds,
    vangst: Gathered,
    merken: Marks,
    letters: ControlLooks,
) -> str:
    """Return one link with the marks in it, or, when it came or went as a whole, a mark around it.

    A mark cannot stand around an element for a link, only around a field; and an element whose
    words all went would stay behind as a link without words.
    """
    runs = [piece_xml(stuk, stijlen, letters) for _, stuk in stukken]
    eerste = stukken[0].wat
    is_heel = eerste is not Verandering.GELIJK and all(wat is eerste for wat, _ in stukken)
    if is_heel and not _EIGEN_TEKENS & set(adres):
        return merken.om(eerste, _veld(adres, "".join(runs)))
    inhoud = "".join(merken.om(wat, run) for (wat, _), run in zip(stukken, runs, strict=True))
    return link_xml(adres, inhoud, vangst)


def _veld(adres: str, runs: str) -> str:
    """Return a link as the field that Word itself makes of it when changes are tracked."""

    def teken(soort: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{soort}"/></w:r>'

    opdracht = f' HYPERLINK "{escape_text(adres)}" '
    return (
        f'{teken("begin")}<w:r><w:instrText xml:space="preserve">{opdracht}</w:instrText></w:r>'
        f"{teken('separate')}{runs}{teken('end')}"
    )
