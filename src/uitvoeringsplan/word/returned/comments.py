"""Comments: who said what about which words, and with which question those stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.checksum import sha256
from uitvoeringsplan.model.punt import LETTER
from uitvoeringsplan.model.tekst import een_regel, schoon
from uitvoeringsplan.ooxml.gate import REL_OPMERKINGEN_EXTRA
from uitvoeringsplan.ooxml.names import ONBEKENDE_AUTEUR, REL_OPMERKINGEN
from uitvoeringsplan.ooxml.styles import staat_aan
from uitvoeringsplan.ooxml.tree import val, w
from uitvoeringsplan.word.returned.lean_tree import read_lean, w14, w15
from uitvoeringsplan.word.returned.result import Opmerking

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from uitvoeringsplan.ooxml.gate import Doorgelaten
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.returned.walk import Loper

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?")
_TEKENS = {w("tab"): " ", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
_BEGIN, _EINDE = w("commentRangeStart"), w("commentRangeEnd")
_VERWIJZING = w("commentReference")
_MERKEN = (_BEGIN, _EINDE, _VERWIJZING)
MAX_OPMERKINGEN = 2_000
_MAX_TEKST = 5_000  # characters of one comment
_MAX_CITAAT = 2_000
_GEEN_DRAAD = ("", False)


class _Los:
    """A comment before it has a place: `alinea` is the id that answers to it use."""

    def __init__(self, element: Element) -> None:
        alineas = list(element.iter(w("p")))
        self.id = val(element, "id")
        self.auteur = een_regel(val(element, "author")) or ONBEKENDE_AUTEUR
        moment = _MOMENT.match(val(element, "date"))
        self.datum = moment[0] if moment else ""
        tekst = "\n".join("".join(_tekst(alinea)) for alinea in alineas)
        self.tekst = schoon(tekst if len(tekst) <= _MAX_TEKST else f"{tekst[:_MAX_TEKST]}…")
        self.alinea = alineas[-1].get(w14("paraId"), "") if alineas else ""


def lees_opmerkingen(
    binnen: Doorgelaten, loper: Loper, bij_regel: Mapping[int, str], velden: Mapping[Element, str]
) -> tuple[Opmerking, ...]:
    """Return the comments in the order of the file, at most MAX_OPMERKINGEN, not the empty ones.

    `bij_regel` tells with which question a paragraph stands, `velden` which controls inside a
    paragraph show a field of the plan. A comment about nothing but one field belongs to that.
    """
    losse = [
        _Los(element)
        for deel in binnen.delen(REL_OPMERKINGEN)
        for element in read_lean(binnen.pakket, deel).iterchildren(w("comment"))
    ][:MAX_OPMERKINGEN]
    if not losse:
        return ()
    plekken = _plekken(loper, velden)
    draden = _draden(binnen)
    per_alinea: dict[str, str] = {}
    keren: Counter[str] = Counter()
    uit = []
    for los in losse:
        plek = plekken.get(los.id, _NERGENS)
        vraag_id = bij_regel.get(plek.alinea, plek.veld)
        sleutel = _sleutel(los, vraag_id, keren)
        per_alinea.setdefault(los.alinea, sleutel)
        # Many a program writes no ids: then nothing tells which comment was settled.
        ouder, klaar = draden.get(los.alinea, _GEEN_DRAAD) if los.alinea else _GEEN_DRAAD
        if los.tekst:
            uit.append(
                Opmerking(
                    sleutel,
                    los.auteur,
                    los.datum,
                    een_regel(plek.geciteerd),
                    los.tekst,
                    vraag_id,
                    ouder,
                    klaar,
                )
            )
    return tuple(
        opmerking._replace(op=per_alinea.get(opmerking.op, "") if opmerking.op else "")
        for opmerking in uit
    )


def _sleutel(los: _Los, vraag_id: str, keren: Counter[str]) -> str:
    """Return a key made of what no program changes, and of the question.

    The same words at two questions are two comments, also when only one of them comes back. Two
    that say the same at one question are told apart by their order.
    """
    basis = "\x1f".join((vraag_id, los.auteur, los.datum[:16], " ".join(los.tekst.split())))
    keren[basis] += 1
    volgnummer = f"\x1f{keren[basis]}" if keren[basis] > 1 else ""
    return LETTER + sha256(f"{basis}{volgnummer}".encode()).hexdigest()[:15]


def _draden(binnen: Doorgelaten) -> dict[str, tuple[str, bool]]:
    """Return by the id of a comment's last paragraph the one it answers, and whether it is done."""
    return {
        extra.get(w15("paraId"), ""): (
            extra.get(w15("paraIdParent"), ""),
            staat_aan(extra.get(w15("done"), "0")),
        )
        for deel in binnen.delen(REL_OPMERKINGEN_EXTRA)
        for extra in read_lean(binnen.pakket, deel).iter(w15("commentEx"))
    }


class _Plek(NamedTuple):
    """Where a comment stands: the paragraph where it begins, and what it is about."""

    alinea: int
    geciteerd: str
    veld: str  # when it is about the words of one field alone


_NERGENS = _Plek(-1, "", "")


class _Tekst:
    """The words of a document, and which of them show a field."""

    def __init__(self) -> None:
        self.lengte = 0
        self._letters: list[str] = []
        # Where words begin that belong to another field than the words before them, and to which.
        self._begin: list[int] = []
        self._velden: list[str] = []

    def voeg_toe(self, letters: str, veld: str) -> None:
        if letters.strip() and (not self._velden or self._velden[-1] != veld):
            self._begin.append(self.lengte)
            self._velden.append(veld)
        self._letters.append(letters)
        self.lengte += len(letters)

    def plekken(self, bereiken: Mapping[str, tuple[int, int, int]]) -> dict[str, _Plek]:
        """Return by comment where it stands; a range is its paragraph, begin and end."""
        tekst = "".join(self._letters)
        uit = {}
        for id_, (alinea, van, tot) in bereiken.items():
            geciteerd = tekst[van : min(tot, van + _MAX_CITAAT)]
            woorden = geciteerd.strip()
            eerste = van + geciteerd.find(woorden)
            velden = {self._veld_op(eerste), self._veld_op(eerste + len(woorden) - 1)}
            veld = velden.pop() if woorden and len(velden) == 1 else -1
            uit[id_] = _Plek(alinea, geciteerd, self._velden[veld] if veld >= 0 else "")
        return uit

    def _veld_op(self, plek: int) -> int:
        return bisect_right(self._begin, plek) - 1


def _plekken(loper: Loper, velden: Mapping[Element, str]) -> dict[str, _Plek]:
    """Return by the id of a comment where it stands."""
    alinea: dict[str, int] = {}
    begin: dict[str, int] = {}
    einde: dict[str, int] = {}
    tekst = _Tekst()
    for nummer, element, veld in _stroom(loper, velden):
        if element is None:
            tekst.voeg_toe("\n", "")
        elif element.tag in _MERKEN:
            id_ = val(element, "id")
            alinea.setdefault(id_, nummer)
            if element.tag == _BEGIN:
                begin.setdefault(id_, tekst.lengte)
            elif element.tag == _EINDE:
                einde.setdefault(id_, tekst.lengte)
        else:
            tekst.voeg_toe(element.text or _TEKENS.get(element.tag, ""), veld)
    return tekst.plekken(
        {
            id_: (nummer, begin.get(id_, tekst.lengte), einde.get(id_, tekst.lengte))
            for id_, nummer in alinea.items()
        }
    )


def _stroom(
    loper: Loper, velden: Mapping[Element, str]
) -> Iterator[tuple[int, Element | None, str]]:
    """Yield (paragraph, mark of a comment or text, its field) in order; None ends a paragraph."""
    merken: Sequence[tuple[int, Element]] = loper.merken
    i = 0
    for nummer, regel in enumerate(loper.regels):
        while i < len(merken) and merken[i][0] <= nummer:
            yield nummer, merken[i][1], ""
            i += 1
        van_veld = {
            element: naam
            for besturing in regel.besturingen
            if (naam := velden.get(besturing.element))
            for element in besturing.element.iter()
        }
        for element in regel.alinea.iter(*_MERKEN, w("t"), *_TEKENS):
            yield nummer, element, van_veld.get(element, "")
        yield nummer, None, ""
    for nummer, element in merken[i:]:
        yield nummer - 1, element, ""


def _tekst(alinea: Element) -> Iterator[str]:
    for element in alinea.iter(w("t"), *_TEKENS):
        yield element.text or _TEKENS.get(element.tag, "")
