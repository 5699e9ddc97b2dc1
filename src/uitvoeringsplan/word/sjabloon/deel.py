"""A part of a template with controls: the main text, a header or a footer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.ooxml.scan import tast_af
from uitvoeringsplan.ooxml.splice import Splice
from uitvoeringsplan.word.inhoudsopgave import BLADWIJZER as W_BLADWIJZER
from uitvoeringsplan.word.inhoudsopgave import NODIG, Inhoudsopgave, vind_inhoudsopgave
from uitvoeringsplan.word.invulvelden import (
    BLADWIJZER,
    HUISSTIJL,
    NODIG_VELDEN,
    SDT,
    TWEEDE,
    Invulveld,
    tag_van,
    vind_invulvelden,
)
from uitvoeringsplan.word.sjabloon.beeldplekken import Beeldplek, vind_beeldplekken
from uitvoeringsplan.word.sjabloon.bladwijzers import (
    BLADWIJZER_EINDE,
    Bladwijzerpaar,
    vind_paren,
)
from uitvoeringsplan.word.sjabloon.houders import Houder, Tabel, vind_houders, vind_tabellen
from uitvoeringsplan.word.sjabloon.keuzedelen import Keuzedeel, vind_keuzedelen

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.package import Pakket
    from uitvoeringsplan.ooxml.scan import Afdruk
    from uitvoeringsplan.ooxml.styles import Stijlblad


_BEWAAR = (NODIG_VELDEN | NODIG | {BLADWIJZER_EINDE}).__contains__


class Deel(NamedTuple):
    """A part: its bytes, the prefix of its elements, and what stands in it."""

    naam: str
    data: bytes
    prefix: str  # with its colon; empty when there is nothing to write
    velden: tuple[Invulveld, ...]
    keuzedelen: tuple[Keuzedeel, ...] = ()
    plekken: tuple[Beeldplek, ...] = ()  # where drawings go
    altijd: tuple[Splice, ...] = ()  # what is other than in the template in every document
    inhoud: Inhoudsopgave | None = None
    houders: tuple[Houder, ...] = ()  # what must keep a paragraph when something in it goes
    tabellen: tuple[Tabel, ...] = ()  # what goes when all of its rows do
    bladwijzers: tuple[Bladwijzerpaar, ...] = ()

    @property
    def is_vast(self) -> bool:
        """Whether every document has this part as it is in the template."""
        return not (self.velden or self.keuzedelen or self.plekken or self.altijd or self.inhoud)


class Variantdeel(NamedTuple):
    """A part of the package for one plan: what is cut from it, and what there is to fill."""

    deel: Deel
    knippen: tuple[Splice, ...]
    velden: tuple[Invulveld, ...]
    plekken: tuple[Beeldplek, ...]
    weg: tuple[tuple[int, int], ...]  # ranges that go as a whole

    def staat_er(self, plaats: int) -> bool:
        """Whether what stands at this place in the template is in the document too."""
        return not any(begin <= plaats < einde for begin, einde in self.weg)


def lees_deel(
    pakket: Pakket, naam: str, bekend: frozenset[str], stijlblad: Stijlblad | None = None
) -> Deel:
    """Return a part of a template; raises SjabloonError.

    `bekend` holds the names for conditions; a contents list is looked for when there are styles.
    """
    data = pakket.inhoud(naam)
    afdruk = tast_af(data, naam, pakket.pad, bewaar=_BEWAAR)
    deel = Deel(
        naam,
        data,
        "",
        tuple(vind_invulvelden(afdruk, pakket.pad)),
        vind_keuzedelen(afdruk, pakket.pad, bekend),
        tuple(vind_beeldplekken(afdruk)),
        (*_namen(afdruk), *_lege_plekken(afdruk)),
        vind_inhoudsopgave(afdruk, stijlblad) if stijlblad else None,
        vind_houders(afdruk),
        vind_tabellen(afdruk),
        vind_paren(afdruk),
    )
    return deel if deel.is_vast else deel._replace(prefix=afdruk.prefix(pakket.pad, naam))


def _namen(afdruk: Afdruk) -> list[Splice]:
    """Return what gives the bookmark of a second place its own name."""
    uit = []
    for element in afdruk.alle(W_BLADWIJZER):
        naam = re.compile(rf"[\"']{TWEEDE}".encode()).search(
            afdruk.data, element.begin, element.binnen
        )
        if naam:
            uit.append(Splice(naam.start() + 1, naam.end(), BLADWIJZER.encode()))
    return uit


def _lege_plekken(afdruk: Afdruk) -> list[Splice]:
    """Return the places for logo and address that no house style has filled."""
    return [
        Splice(element.begin, element.einde)
        for element in afdruk.alle(SDT)
        if tag_van(element) in HUISSTIJL
    ]
