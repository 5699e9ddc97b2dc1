"""Paragraphs that came, went or changed, so that accepting and rejecting leave whole paragraphs.

A mark at the end of a paragraph says that this end came or went; where an end goes, the words
before it join the next paragraph and take its properties. The last end in a control belongs to the
control and never has a mark: there it is the end before it that came or went, as when somebody
types on at the end of an answer. How a paragraph was before stands in its properties.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.model.answer_markup import ListItem
from uitvoeringsplan.model.block_differences import list_numbers
from uitvoeringsplan.model.word_differences import Verandering
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.word.writing.answer_xml import point_properties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.model.answer_markup import Block
    from uitvoeringsplan.model.block_differences import Blokverschil
    from uitvoeringsplan.word.tracked.tracked_runs import Marks
    from uitvoeringsplan.word.writing.answer_xml import Gathered, StyleIds


_WEG, _NIEUW, _BLIJFT = Verandering.WEG, Verandering.NIEUW, Verandering.GELIJK


class ParagraphVersion(NamedTuple):
    """A paragraph in the old text, in the new one or in both, and what became of its end.

    `oud` and `nieuw` are the inner XML of its properties; `runs` are its words, marks included.
    """

    wat: Verandering
    oud: str
    nieuw: str
    runs: str


def tracked_paragraphs_xml(alineas: Sequence[ParagraphVersion], leeg: str, merken: Marks) -> str:
    """Return the paragraphs of a control; `leeg` are the properties of one without words."""
    return "".join(_alinea(alinea, merken) for alinea in _met_vast_einde(alineas, leeg))


def is_numbered(vorm: str) -> bool:
    """Whether these properties put a paragraph in a numbering of its own.

    Not every program finds that numbering back when it has to undo a change of such properties; a
    paragraph that went and comes back has it. One that came with the very words of one that went
    is a move to some programs, which is worse.
    """
    return "<w:numId " in vorm


def inner_xml(ppr: str) -> str:
    """Return what stands in an element with properties, as XML; empty text for none."""
    opening = re.match(r"<[^>]*>", ppr)
    if opening is None or opening[0].endswith("/>"):
        return ""
    return ppr[opening.end() : ppr.rindex("</")]


def _met_vast_einde(alineas: Sequence[ParagraphVersion], leeg: str) -> list[ParagraphVersion]:
    """Return the same paragraphs in such a way that the end of the last one stays."""
    uit = list(alineas)
    blijft = max((i for i, a in enumerate(uit) if a.wat not in (_WEG, _NIEUW)), default=-1)
    ging = max((i for i, a in enumerate(uit) if a.wat is _WEG), default=-1)
    kwam = max((i for i, a in enumerate(uit) if a.wat is _NIEUW), default=-1)
    if blijft == len(uit) - 1:
        return uit
    if ging > blijft and kwam > blijft:  # the last that went and the last that came share the end
        oud, nieuw = uit[ging], uit[kwam]
        laatste = ParagraphVersion(_BLIJFT, oud.oud, nieuw.nieuw, oud.runs + nieuw.runs)
        rest = [alinea for i, alinea in enumerate(uit) if i not in (ging, kwam)]
    else:
        rand = uit[blijft] if blijft >= 0 else ParagraphVersion(_BLIJFT, leeg, leeg, "")
        wat = uit[-1].wat
        laatste = uit[-1]._replace(wat=_BLIJFT)
        weg = wat is _WEG
        laatste = laatste._replace(nieuw=rand.nieuw) if weg else laatste._replace(oud=rand.oud)
        rest = [a._replace(wat=wat) if i == blijft else a for i, a in enumerate(uit[:-1])]
    if ging > blijft and laatste.oud != laatste.nieuw and is_numbered(laatste.oud):
        return [*uit, ParagraphVersion(_BLIJFT, leeg, leeg, "")]  # an empty line is the lesser evil
    return [*rest, laatste]


def _alinea(alinea: ParagraphVersion, merken: Marks) -> str:
    vorm, letters = _gesplitst(alinea.nieuw)
    if teken := merken.teken(alinea.wat):
        letters = f"<w:rPr>{teken}{inner_xml(letters)}</w:rPr>"
    eerder, _ = _gesplitst(alinea.oud)
    vorige = merken.vorige_vorm(eerder) if eerder != vorm else ""
    eigenschappen = f"{vorm}{letters}{vorige}"
    ppr = f"<w:pPr>{eigenschappen}</w:pPr>" if eigenschappen else ""
    return f"<w:p>{ppr}{alinea.runs}</w:p>"


def _gesplitst(ppr: str) -> tuple[str, str]:
    """Return the properties of a paragraph, and those of the sign at its end, which come last."""
    letters = re.search(r"<w:rPr\b(?:[^>]*/>|.*</w:rPr>)", ppr, re.DOTALL)
    return (ppr.replace(letters[0], ""), letters[0]) if letters else (ppr, "")


class _Lijst(NamedTuple):
    """A numbered list of one of the two texts: which one it is, and where it starts."""

    nummer: int
    niveau: int
    begin: int


def properties_of_both(
    verschil: Sequence[Blokverschil], stijlen: StyleIds, vangst: Gathered, leeg: str
) -> list[tuple[str, str]]:
    """Return per block its properties in the old and in the new text, as inner XML.

    A list that has points in both texts and starts at the same number keeps its numbering, so that
    it counts on whatever comes or goes; every other list of either text has one of its own.
    `leeg` are the properties of a plain paragraph. What is in one text only has those twice.
    """
    oud = _lijsten([blok.oud for blok in verschil])
    nieuw = _lijsten([blok.nieuw for blok in verschil])
    num_ids: dict[tuple[str, _Lijst], int] = {}
    gedeeld: set[_Lijst] = set()  # of the old text
    for een, ander in zip(oud, nieuw, strict=True):
        if een is None or ander is None or een[1:] != ander[1:]:
            continue
        if een not in gedeeld and ("nieuw", ander) not in num_ids:
            gedeeld.add(een)
            num_ids["oud", een] = num_ids["nieuw", ander] = vangst.nummering(*een[1:])

    def vorm(kant: str, blok: Block | None, lijst: _Lijst | None) -> str:
        if not isinstance(blok, ListItem):
            return leeg
        if lijst is None:
            return point_properties(stijlen, stijlen.niveau(blok))
        if (kant, lijst) not in num_ids:
            num_ids[kant, lijst] = vangst.nummering(*lijst[1:])
        return point_properties(stijlen, lijst.niveau, num_ids[kant, lijst])

    uit = []
    for blok, een, ander in zip(verschil, oud, nieuw, strict=True):
        was = vorm("oud", blok.oud, een) if blok.oud else None
        wordt = vorm("nieuw", blok.nieuw, ander) if blok.nieuw else was or ""
        uit.append((wordt if was is None else was, wordt))
    return uit


def _lijsten(blokken: Sequence[Block | None]) -> list[_Lijst | None]:
    """Return for every place the numbered list that the point there belongs to."""
    aanwezig = [blok for blok in blokken if blok is not None]
    bekend: dict[int, _Lijst] = {}
    per_blok: list[_Lijst | None] = []
    for blok, nummer in zip(aanwezig, list_numbers(aanwezig), strict=True):
        if nummer is None or not isinstance(blok, ListItem) or blok.nummer is None:
            per_blok.append(None)
        else:
            per_blok.append(bekend.setdefault(nummer, _Lijst(nummer, blok.niveau, blok.nummer)))
    volgende = iter(per_blok)
    return [None if blok is None else next(volgende) for blok in blokken]
