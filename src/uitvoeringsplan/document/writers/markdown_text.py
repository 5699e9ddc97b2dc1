"""Text in its dress as Markdown, so that every sign of an answer stays the sign that it was.

Emphasis in Markdown only works where the stars touch a letter on the inside, or nothing but a
blank on the outside. So blanks and marks at the edge of bold text are set outside the stars, and
where two kinds of emphasis touch, the second is left plain: the words go before their dress.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.model.document import Tekst, Tekstdeel

# What means something wherever it stands. A dollar starts a formula on some platforms.
_OVERAL = re.compile(r"[\\`*_\[\]<|~$]|&(?=#|[A-Za-z])|!(?=$|\[)")
# What means something at the start of a line only: headings, points, numbers, quotations, rulers.
_AAN_HET_BEGIN = re.compile(r"#{1,6}(?:\s|$)|>|[-+](?:[\s:+-]|$)|=+\s*$|:-")
_CIJFERS = re.compile(r"(\d{1,9})(?=[.)](?:\s|$))")
_WIT = re.compile(r"[ \t\r\f\v]+")
_IN_ADRES = re.compile(r"[\s()<>\\|`]")


def regels(tekst: Tekst) -> list[str]:
    """Return text line by line; a line that could start a block of its own is made not to."""
    return [_begin_letterlijk(_regel(delen)) for delen in _gesplitst(tekst)]


def een_regel(tekst: Tekst) -> str:
    """Return text on one line, for a heading or a cell."""
    plat = tuple(deel._replace(tekst=deel.tekst.replace("\n", " ")) for deel in tekst)
    return _regel(plat)


def _gesplitst(tekst: Tekst) -> list[list[Tekstdeel]]:
    uit: list[list[Tekstdeel]] = [[]]
    for deel in tekst:
        eerste, *rest = deel.tekst.split("\n")
        uit[-1].append(deel._replace(tekst=eerste))
        uit += [[deel._replace(tekst=regel)] for regel in rest]
    return uit


def _regel(delen: Sequence[Tekstdeel]) -> str:
    regel = _Regel()
    groepen = _groepen(_samengevoegd(delen))
    for (adres, groep), na in zip_longest(groepen, groepen[1:]):
        volgend = "" if na is None else "[" if na[0] else na[1][0].tekst[:1]
        regel.voeg_toe(groep, adres, volgend)
    return regel.tekst.strip(" ")


def _samengevoegd(delen: Sequence[Tekstdeel]) -> list[Tekstdeel]:
    """Return the runs of a line, those in the same dress as one, with single blanks."""
    uit: list[Tekstdeel] = []
    for jas, groep in groupby(delen, key=lambda deel: deel._replace(tekst="", naar="")):
        if tekst := _WIT.sub(" ", "".join(deel.tekst for deel in groep)):
            uit.append(jas._replace(tekst=tekst))
    return uit


def _groepen(delen: Iterable[Tekstdeel]) -> list[tuple[str, list[Tekstdeel]]]:
    return [(adres, list(groep)) for adres, groep in groupby(delen, key=lambda deel: deel.adres)]


class _Regel:
    """A line that grows from left to right, and knows what it ends with."""

    def __init__(self) -> None:
        self.tekst = ""
        self._na_sterren = False  # whether it ends with the stars of an emphasis

    def voeg_toe(self, delen: list[Tekstdeel], adres: str, volgend: str) -> None:
        """Add runs that share one link, or none; `volgend` is the sign that comes after them."""
        if adres:
            heel = "".join(deel.tekst for deel in delen)
            voor, na = heel[: len(heel) - len(heel.lstrip())], heel[len(heel.rstrip()) :]
            delen = _zonder_randen(delen)
            if not delen:
                self._plat(heel)
                return
            self._plat(voor)
            self._ruw("[")
        for i, deel in enumerate(delen):
            hierna = delen[i + 1].tekst[:1] if i + 1 < len(delen) else "]" if adres else volgend
            self._deel(deel, hierna)
        if adres:
            self._ruw(f"]({_adres(adres)})")
            self._plat(na)

    def _deel(self, deel: Tekstdeel, volgend: str) -> None:
        sterren = "**" * deel.vet + "*" * (deel.cursief or deel.plaatshouder)
        if not sterren or self._na_sterren:
            self._plat(deel.tekst)
            return
        voor, kern, na = _kern(deel.tekst, self.tekst[-1:], volgend)
        self._plat(voor)
        if kern:
            self._ruw(sterren)
            self._plat(kern)
            self._ruw(sterren)
            self._na_sterren = True
        self._plat(na)

    def _plat(self, tekst: str) -> None:
        if tekst:
            self._ruw(_OVERAL.sub(r"\\\g<0>", tekst))

    def _ruw(self, tekst: str) -> None:
        self.tekst += tekst
        self._na_sterren = False


def _kern(tekst: str, ervoor: str, erna: str) -> tuple[str, str, str]:
    """Return what comes before the stars, between them and after them."""
    begin, einde = 0, len(tekst)
    while begin < einde and _moet_buiten(tekst[begin], ervoor):
        ervoor = tekst[begin]
        begin += 1
    while begin < einde and _moet_buiten(tekst[einde - 1], erna):
        einde -= 1
        erna = tekst[einde]
    return tekst[:begin], tekst[begin:einde], tekst[einde:]


def _moet_buiten(teken: str, buur: str) -> bool:
    """Whether a sign at the edge of emphasis keeps the stars from working, next to this one."""
    if teken.isspace():
        return True
    return bool(buur) and not buur.isspace() and unicodedata.category(teken)[0] in "PS"


def _zonder_randen(delen: list[Tekstdeel]) -> list[Tekstdeel]:
    """Return runs without the blanks at both ends."""
    delen = [*delen]
    while delen and not (kort := delen[0].tekst.lstrip()):
        delen.pop(0)
    if delen:
        delen[0] = delen[0]._replace(tekst=kort)
    while delen and not (kort := delen[-1].tekst.rstrip()):
        delen.pop()
    if delen:
        delen[-1] = delen[-1]._replace(tekst=kort)
    return delen


def _adres(adres: str) -> str:
    """Return an address that cannot end the link it stands in."""
    veilig = _IN_ADRES.sub(lambda m: "".join(f"%{b:02X}" for b in m[0].encode()), adres)
    return re.sub(r"&(?=#|[A-Za-z])", r"\\&", veilig)


def _begin_letterlijk(regel: str) -> str:
    if cijfers := _CIJFERS.match(regel):
        return f"{cijfers[1]}\\{regel[cijfers.end() :]}"
    return f"\\{regel}" if _AAN_HET_BEGIN.match(regel) else regel
