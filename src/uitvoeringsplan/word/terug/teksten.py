"""The words of paragraphs, as runs of our markup."""

from __future__ import annotations

import re
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING
from urllib.parse import quote
from xml.etree.ElementTree import Element

from uitvoeringsplan.document.fields import Tekstvelden
from uitvoeringsplan.document.inline import Regellezer
from uitvoeringsplan.document.pictures import Beelden
from uitvoeringsplan.model.document import Tekstdeel
from uitvoeringsplan.model.opmaak import Stuk
from uitvoeringsplan.ooxml.read_tree import w

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.ooxml.package import Pakket
    from uitvoeringsplan.ooxml.relationships import Relatie
    from uitvoeringsplan.ooxml.styles import Stijlblad

_KAAL = Tekstdeel("")
_jas = attrgetter("vet", "cursief", "adres")
_WEBADRES = ("http://", "https://", "mailto:")
# What would end an address in the markup too early.
_NIET_IN_ADRES = re.compile(r"[\s()<>]")


class Tekstlezer:
    """Reads the words of one part."""

    def __init__(self, pakket: Pakket, relaties: Iterable[Relatie], stijlblad: Stijlblad) -> None:
        op_id = {relatie.id: relatie for relatie in relaties}
        self.stijlblad, self._relaties = stijlblad, op_id
        self._beelden = Beelden(pakket, op_id)

    def stukken(self, alinea: Element) -> tuple[Stuk, ...]:
        """Return the runs of a paragraph, or of anything that holds runs."""
        # New fields each time: one that another paragraph left open is not for this one.
        velden = Tekstvelden()
        regels = Regellezer(self.stijlblad, self._relaties, self._beelden, velden)
        delen = (d for d in regels.lees(alinea, _KAAL, []) if isinstance(d, Tekstdeel))
        # Word cuts a line in as many runs as it likes; here those that look alike are one.
        return tuple(
            Stuk("".join(deel.tekst for deel in gelijk), vet, cursief, _adres(adres))
            for (vet, cursief, adres), gelijk in groupby(delen, _jas)
        )

    def van(self, elementen: Iterable[Element]) -> tuple[Stuk, ...]:
        """Return the runs of pieces of a paragraph."""
        houder = Element(w("p"))
        houder.extend(elementen)
        return self.stukken(houder)

    def plat(self, houder: Element) -> str:
        """Return the words alone of a paragraph, or of anything that holds runs."""
        return "".join(stuk.tekst for stuk in self.stukken(houder))


def _adres(adres: str) -> str:
    """Return an address as the markup writes it; empty for one that it has no place for."""
    soort, punt, rest = adres.partition(":")
    adres = f"{soort.lower()}{punt}{rest}"
    if not adres.startswith(_WEBADRES):
        return ""
    return _NIET_IN_ADRES.sub(lambda teken: quote(teken[0], safe=""), adres)
