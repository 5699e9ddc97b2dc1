"""The marks of a comment: around the words that it is about, or around a whole paragraph.

A mark stands between the parts of a paragraph, never inside a link or a control: a control for
plain text may hold one run only. Words in the middle of a run are set apart in a run of their own.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.tree import new, parent_of, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from uitvoeringsplan.ooxml.tree import Element

_ALINEA, _RUN, _TEKST = w("p"), w("r"), w("t")
_DOORZICHTIG = frozenset(map(w, ("hyperlink", "ins", "smartTag", "sdt", "sdtContent", "fldSimple")))
_TEKENS = {w("tab"): " ", w("br"): " ", w("cr"): " ", w("noBreakHyphen"): "\u2011"}
_SPATIE = "{http://www.w3.org/XML/1998/namespace}space"


class _Teken(NamedTuple):
    """One sign of a text: the run and the element that hold it, and its place in there."""

    teken: str
    run: Element
    houder: Element
    plek: int


def mark_words(alineas: Iterable[Element], woorden: str, nummer: int) -> bool:
    """Put the marks of comment `nummer` around the first place with these words.

    Blanks between words count as one, and so does the end of a paragraph. Returns False when the
    words are not there; nothing is changed then.
    """
    tekens = _zichtbaar(alineas)
    gezocht = " ".join(woorden.split())
    begin = "".join(een.teken for een in tekens).find(gezocht) if gezocht else -1
    if begin < 0:
        return False
    eerste, laatste = tekens[begin], tekens[begin + len(gezocht) - 1]
    # The end first: setting the words behind it apart leaves the place of the first sign as it is.
    _sluit(_deel_met(laatste, achter=True), nummer)
    _deel_met(eerste, achter=False).addprevious(new("commentRangeStart", id=str(nummer)))
    return True


def mark_paragraph(alinea: Element, nummer: int) -> None:
    """Put the marks of comment `nummer` around all that stands in a paragraph."""
    begin = new("commentRangeStart", id=str(nummer))
    alinea.insert(0 if alinea.find(w("pPr")) is None else 1, begin)
    _sluit(alinea[-1], nummer)


def mark_part(deel: Element, nummer: int) -> None:
    """Put the marks of comment `nummer` around a part of a line, and whatever it stands in."""
    while parent_of(deel).tag != _ALINEA:
        deel = parent_of(deel)
    _sluit(deel, nummer)
    deel.addprevious(new("commentRangeStart", id=str(nummer)))


def _sluit(deel: Element, nummer: int) -> None:
    """Let the comment end behind a part of a paragraph."""
    deel.addnext(new("r", new("commentReference", id=str(nummer))))
    deel.addnext(new("commentRangeEnd", id=str(nummer)))


def _zichtbaar(alineas: Iterable[Element]) -> list[_Teken]:
    """Return what a reader sees of paragraphs, every run of blanks as one."""
    uit: list[_Teken] = []
    for alinea in alineas:
        for run in _runs(alinea):
            for houder in run:
                tekst = (houder.text or "") if houder.tag == _TEKST else _TEKENS.get(houder.tag, "")
                for plek, teken in enumerate(tekst):
                    _voeg_toe(uit, _Teken(teken, run, houder, plek))
        if uit:
            _voeg_toe(uit, uit[-1]._replace(teken=" "))
    return uit


def _voeg_toe(tekens: list[_Teken], een: _Teken) -> None:
    if not een.teken.isspace():
        tekens.append(een)
    elif tekens and tekens[-1].teken != " ":
        tekens.append(een._replace(teken=" "))


def _runs(ouder: Element) -> Iterator[Element]:
    """Yield the runs in the line of a paragraph, not those of a drawing or text box in it."""
    for kind in ouder:
        if kind.tag == _RUN:
            yield kind
        elif kind.tag in _DOORZICHTIG:
            yield from _runs(kind)


def _deel_met(teken: _Teken, *, achter: bool) -> Element:
    """Return the part of the paragraph that begins (`achter`: ends) with a sign."""
    run = teken.run
    if parent_of(run).tag == _ALINEA:
        rest = _gesplitst(teken, teken.plek + 1 if achter else teken.plek)
        return run if achter else rest
    while parent_of(run).tag != _ALINEA:
        run = parent_of(run)
    return run


def _gesplitst(teken: _Teken, plek: int) -> Element:
    """Return the run that begins at a place in the element of `teken`.

    What stands before it stays in its run; nothing is split where a run begins or ends.
    """
    run, houder = teken.run, teken.houder
    opmaak = run.find(w("rPr"))
    delen = [kind for kind in run if kind is not opmaak]
    i = delen.index(houder)
    tekst = (houder.text or "") if houder.tag == _TEKST else "?"
    if 0 < plek < len(tekst):
        rest = new("t")
        houder.text, rest.text = tekst[:plek], tekst[plek:]
        for stuk in (houder, rest):
            stuk.set(_SPATIE, "preserve")
        achter = [rest, *delen[i + 1 :]]
    else:
        achter = delen[i + bool(plek) :]
        if len(achter) in (0, len(delen)):
            return run
    nieuw = new("r", *([] if opmaak is None else [deepcopy(opmaak)]), *achter)
    run.addnext(nieuw)
    return nieuw
