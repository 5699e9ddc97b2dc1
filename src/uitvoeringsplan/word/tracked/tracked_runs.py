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


_NAMES = {Verandering.WEG: "del", Verandering.NIEUW: "ins"}
_WEGGEHAALD = (("t", "delText"), ("instrText", "delInstrText"))
_ids = finder("//@w:id")
# Bookmarks that a contents list still needs get the numbers right behind the highest.
_SPACE = 1_000


class Side(NamedTuple):
    """What one plan has for a control: an answer, or else the words that stand for none.

    Both are empty when the control shows its placeholder.
    """

    value: str
    empty_text: str


class Marks(NamedTuple):
    """Makes the marks of one document."""

    auteur: str
    datum: str  # as the format wants it: 2027-01-31T00:00:00Z
    numbers: Iterator[int]  # of the whole document: no two marks have one number

    def around(self, what: Verandering, runs: str) -> str:
        """Return runs of text with what became of them; what stayed has no mark."""
        if not runs or what not in _NAMES:
            return runs
        if what is Verandering.WEG:
            # In text itself every < is escaped, so these are the elements.
            for name, gone in _WEGGEHAALD:
                runs = runs.replace(f"<w:{name} ", f"<w:{gone} ")
                runs = runs.replace(f"</w:{name}>", f"</w:{gone}>")
        return f"<w:{_NAMES[what]} {self._attribute()}>{runs}</w:{_NAMES[what]}>"

    def sign(self, what: Verandering) -> str:
        """Return the mark itself, for the end of a paragraph or a row; empty when it stayed."""
        return f"<w:{_NAMES[what]} {self._attribute()}/>" if what in _NAMES else ""

    def previous_form(self, ppr: str) -> str:
        """Return what says which properties (their inner XML) a paragraph had before."""
        content = f"<w:pPr>{ppr}</w:pPr>" if ppr else "<w:pPr/>"
        return f"<w:pPrChange {self._attribute()}>{content}</w:pPrChange>"

    def _attribute(self) -> str:
        return (
            f'w:id="{next(self.numbers)}" w:author="{escape_attribute(self.auteur)}"'
            f' w:date="{self.datum}"'
        )


def first_number(roots: Iterable[Element]) -> int:
    """Return a number from which on no bookmark, note or change in these parts has one."""
    return max((number(id_) or 0 for root in roots for id_ in _ids(root)), default=0) + _SPACE


_OWN_SIGNS = frozenset('"\\')  # that mean something in the instruction of a field


def tracked_runs_xml(
    pieces: Iterable[Verschilstuk],
    styles: StyleIds,
    gathered: Gathered,
    marks: Marks,
    letters: ControlLooks,
) -> str:
    """Return the runs of an answer with markup, in the looks of its control."""
    parts = []
    for adres, group in groupby(pieces, lambda verschil: verschil.run.adres):
        if not adres:
            runs = ((what, piece_xml(piece, styles, letters)) for what, piece in group)
            parts += [marks.around(what, run) for what, run in runs]
        else:
            parts.append(_link(adres, list(group), styles, gathered, marks, letters))
    return "".join(parts)


def tracked_plain_xml(pieces: Iterable[Verschilstuk], marks: Marks, rpr: str = "") -> str:
    """Return the runs of a text without markup, all with the same properties."""
    return "".join(marks.around(what, run_xml(piece.text, rpr)) for what, piece in pieces)


def _link(
    adres: str,
    pieces: Sequence[Verschilstuk],
    styles: StyleIds,
    gathered: Gathered,
    marks: Marks,
    letters: ControlLooks,
) -> str:
    """Return one link with the marks in it, or, when it came or went as a whole, a mark around it.

    A mark cannot stand around an element for a link, only around a field; and an element whose
    words all went would stay behind as a link without words.
    """
    runs = [piece_xml(piece, styles, letters) for _, piece in pieces]
    first = pieces[0].change
    is_heel = first is not Verandering.GELIJK and all(what is first for what, _ in pieces)
    if is_heel and not _OWN_SIGNS & set(adres):
        return marks.around(first, _veld(adres, "".join(runs)))
    content = "".join(marks.around(what, run) for (what, _), run in zip(pieces, runs, strict=True))
    return link_xml(adres, content, gathered)


def _veld(adres: str, runs: str) -> str:
    """Return a link as the field that Word itself makes of it when changes are tracked."""

    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    command = f' HYPERLINK "{escape_text(adres)}" '
    return (
        f'{sign("begin")}<w:r><w:instrText xml:space="preserve">{command}</w:instrText></w:r>'
        f"{sign('separate')}{runs}{sign('end')}"
    )
