"""Comments: who said what about which words, and with which question those stand."""

from __future__ import annotations

import re
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from uitvoeringsplan.model.tekst import een_regel, schoon
from uitvoeringsplan.word.lezer.boom import val, w
from uitvoeringsplan.word.poortwacht import REL_OPMERKINGEN, REL_OPMERKINGEN_EXTRA
from uitvoeringsplan.word.stijlblad import staat_aan
from uitvoeringsplan.word.terug.leesboom import lees_leesboom, w14, w15
from uitvoeringsplan.word.terug.uitkomst import Opmerking

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from uitvoeringsplan.word.lezer.boom import Element
    from uitvoeringsplan.word.poortwacht import Doorgelaten
    from uitvoeringsplan.word.terug.regels import Loper

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?")
_TEKENS = {w("tab"): " ", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
_BEGIN, _EINDE = w("commentRangeStart"), w("commentRangeEnd")
_VERWIJZING = w("commentReference")
_ONBEKEND = "onbekend"
MAX_OPMERKINGEN = 2_000
_MAX_TEKST = 5_000  # characters of one comment
_MAX_CITAAT = 2_000


class _Los:
    """A comment before it has a place: `alinea` is the id that answers to it use."""

    def __init__(self, element: Element) -> None:
        alineas = list(element.iter(w("p")))
        self.id = val(element, "id")
        self.auteur = een_regel(val(element, "author")) or _ONBEKEND
        moment = _MOMENT.match(val(element, "date"))
        self.datum = moment[0] if moment else ""
        tekst = "\n".join("".join(_tekst(alinea)) for alinea in alineas)
        self.tekst = schoon(tekst if len(tekst) <= _MAX_TEKST else f"{tekst[:_MAX_TEKST]}…")
        self.alinea = alineas[-1].get(w14("paraId"), "") if alineas else ""


def lees_opmerkingen(
    binnen: Doorgelaten, loper: Loper, bij_regel: Mapping[int, str]
) -> tuple[Opmerking, ...]:
    """Return the comments in the order of the file, at most MAX_OPMERKINGEN, not the empty ones.

    `bij_regel` tells with which question a paragraph stands.
    """
    losse = [
        _Los(element)
        for deel in binnen.delen(REL_OPMERKINGEN)
        for element in lees_leesboom(binnen.pakket, deel).findall(w("comment"))
    ][:MAX_OPMERKINGEN]
    if not losse:
        return ()
    plekken = _plekken(loper)
    draden = _draden(binnen)
    per_alinea: dict[str, str] = {}
    keren: Counter[str] = Counter()
    uit = []
    for los in losse:
        sleutel = _sleutel(los, keren)
        per_alinea.setdefault(los.alinea, sleutel)
        nummer, geciteerd = plekken.get(los.id, (-1, ""))
        ouder, klaar = draden.get(los.alinea, ("", False))
        if los.tekst:
            uit.append(
                Opmerking(
                    sleutel,
                    los.auteur,
                    los.datum,
                    een_regel(geciteerd),
                    los.tekst,
                    bij_regel.get(nummer, ""),
                    ouder,
                    klaar,
                )
            )
    return tuple(
        opmerking._replace(op=per_alinea.get(opmerking.op, "") if opmerking.op else "")
        for opmerking in uit
    )


def _sleutel(los: _Los, keren: Counter[str]) -> str:
    """Return a key made of what no program changes; two that say the same are told apart."""
    basis = "\x1f".join((los.auteur, los.datum[:16], " ".join(los.tekst.split())))
    keren[basis] += 1
    volgnummer = f"\x1f{keren[basis]}" if keren[basis] > 1 else ""
    return sha256(f"{basis}{volgnummer}".encode()).hexdigest()[:16]


def _draden(binnen: Doorgelaten) -> dict[str, tuple[str, bool]]:
    """Return by the id of a comment's last paragraph the one it answers, and whether it is done."""
    return {
        extra.get(w15("paraId"), ""): (
            extra.get(w15("paraIdParent"), ""),
            staat_aan(extra.get(w15("done"), "0")),
        )
        for deel in binnen.delen(REL_OPMERKINGEN_EXTRA)
        for extra in lees_leesboom(binnen.pakket, deel).iter(w15("commentEx"))
    }


def _plekken(loper: Loper) -> dict[str, tuple[int, str]]:
    """Return by the id of a comment the paragraph where it begins, and the words it is about."""
    alinea: dict[str, int] = {}
    begin: dict[str, int] = {}
    einde: dict[str, int] = {}
    letters: list[str] = []
    lengte = 0
    for nummer, soort, inhoud in _stroom(loper):
        if soort == "":
            letters.append(inhoud)
            lengte += len(inhoud)
            continue
        alinea.setdefault(inhoud, nummer)
        if soort == _BEGIN:
            begin.setdefault(inhoud, lengte)
        elif soort == _EINDE:
            einde.setdefault(inhoud, lengte)
    tekst = "".join(letters)

    def geciteerd(id_: str) -> str:
        van = begin.get(id_, lengte)
        return tekst[van : min(einde.get(id_, lengte), van + _MAX_CITAAT)]

    return {id_: (nummer, geciteerd(id_)) for id_, nummer in alinea.items()}


def _stroom(loper: Loper) -> Iterator[tuple[int, str, str]]:
    """Yield (paragraph, kind, id or text) for marks of comments and for words, in order."""
    merken: Sequence[tuple[int, Element]] = loper.merken
    i = 0
    for nummer, regel in enumerate(loper.regels):
        while i < len(merken) and merken[i][0] <= nummer:
            yield nummer, merken[i][1].tag, val(merken[i][1], "id")
            i += 1
        for element in regel.alinea.iter():
            if element.tag in (_BEGIN, _EINDE, _VERWIJZING):
                yield nummer, element.tag, val(element, "id")
            elif element.tag == w("t") or element.tag in _TEKENS:
                yield nummer, "", element.text or _TEKENS.get(element.tag, "")
        yield nummer, "", "\n"
    for nummer, element in merken[i:]:
        yield nummer - 1, element.tag, val(element, "id")


def _tekst(alinea: Element) -> Iterator[str]:
    for element in alinea.iter():
        if element.tag == w("t") or element.tag in _TEKENS:
            yield element.text or _TEKENS.get(element.tag, "")
