"""What stands between the words of an answer and gives no words itself, so that it gets lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.document.fields import form_choice, shows_result
from uitvoeringsplan.model.tekst import een_regel
from uitvoeringsplan.ooxml.read_tree import val, w
from uitvoeringsplan.word.terug.leesboom import ONBEKEND, M

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.ooxml.read_tree import Element

_TEKST, _TEKEN, _OPDRACHT = w("t"), w("fldChar"), w("instrText")
_KORT_VELD, _BOVEN = w("fldSimple"), w("rt")
_BEELD, _BESTAND, _DATUM = "een afbeelding of tekstvak", "een ingevoegd bestand", "een datum"
_DINGEN = {
    w("drawing"): _BEELD,
    w("pict"): _BEELD,
    w("contentPart"): _BEELD,
    w("object"): _BESTAND,
    w("altChunk"): _BESTAND,
    w("subDoc"): _BESTAND,
    w("footnoteReference"): "een voetnoot",
    w("endnoteReference"): "een eindnoot",
    _BOVEN: "een bijschrift boven woorden",
    w("docPartObj"): "een inhoudsopgave",
    w("pgNum"): "een paginanummer",
    **{
        w(f"{deel}{vorm}"): _DATUM
        for deel in ("day", "month", "year")
        for vorm in ("Short", "Long")
    },
    f"{{{M}}}oMath": "een formule",
}
# Fields that show nothing, whatever they do (ECMA-376 part 1, 17.16.5).
_ONZICHTBAAR = frozenset(
    ("", "ADVANCE", "ASK", "HYPERLINK", "PRIVATE", "RD", "SET", "TA", "TC", "XE")
)
_LANG = 200


def without_words(alinea: Element) -> list[str]:
    """Return a sentence about everything in a paragraph that an answer cannot hold."""
    uit = []
    for element in alinea.iter():
        naam = _DINGEN.get(element.tag, "")
        woorden = element.text or ""
        if element.tag == ONBEKEND:
            naam = f"iets dat dit programma niet kent ({element.get('naam')})"
        elif element.tag == _BOVEN:
            woorden = "".join(t.text or "" for t in element.iter(_TEKST))
        if naam:
            met = f" met “{_kort(woorden)}”" if woorden.strip() else ""
            uit.append(f"{naam}{met}. Dat kan niet mee; de tekst {'eromheen ' * bool(met)}wel.")
    for opdracht in _velden(alinea):
        veld = f"een veld dat Word zelf invult (“{_kort(opdracht)}”)"
        uit.append(f"{veld}. Dat kan niet mee; de tekst eromheen wel.")
    return [f"In dit antwoord staat {zin}" for zin in uit]


class _Veld:
    """A field that is open, whether its result has begun and is read, and whether it has words."""

    __slots__ = ("begon", "opdracht", "toont", "wordt_gelezen")

    def __init__(self, *, toont: bool) -> None:
        self.opdracht: list[str] = []
        self.toont = toont
        self.begon = self.wordt_gelezen = False


def _velden(alinea: Element) -> Iterator[str]:
    """Yield the instructions of the fields of which nobody reads a word, though Word shows some."""
    open_: list[_Veld] = []
    for element in alinea.iter():
        if element.tag == _KORT_VELD:
            opdracht = val(element, "instr")
            if not shows_result(opdracht) or next(element.iter(_TEKST), None) is None:
                yield from _gemist(opdracht)
        elif element.tag == _TEKEN:
            yield from _na_teken(element, open_)
        elif open_ and element.tag == _OPDRACHT:
            open_[-1].opdracht.append(element.text or "")
        elif open_ and element.tag == _TEKST:
            open_[-1].toont |= open_[-1].wordt_gelezen and bool(element.text)
    # A paragraph may end before its field does; the result of that is read where it stands.
    yield from (
        gemist for veld in open_ if not veld.begon for gemist in _gemist("".join(veld.opdracht))
    )


def _na_teken(teken: Element, open_: list[_Veld]) -> Iterator[str]:
    """Take the sign of a field; yields the instruction of one that ends without a word."""
    soort = val(teken, "fldCharType")
    if soort == "begin":
        open_.append(_Veld(toont=form_choice(teken) is not None))
    elif soort == "separate" and open_:
        open_[-1].begon = True
        open_[-1].wordt_gelezen = shows_result("".join(open_[-1].opdracht))
    elif soort == "end" and open_:
        veld = open_.pop()
        if not veld.toont:
            yield from _gemist("".join(veld.opdracht))
        elif open_:
            open_[-1].toont |= open_[-1].wordt_gelezen


def _gemist(opdracht: str) -> Iterator[str]:
    naam = opdracht.split(maxsplit=1)[0].upper() if opdracht.strip() else ""
    if naam not in _ONZICHTBAAR:
        yield opdracht


def _kort(tekst: str) -> str:
    tekst = een_regel(tekst)
    return tekst if len(tekst) <= _LANG else f"{tekst[:_LANG].rstrip()}…"
