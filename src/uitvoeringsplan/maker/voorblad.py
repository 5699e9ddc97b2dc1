"""The title page: title, municipality, period and the facts of this version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.maker.bouwsel import Bouwsel
from uitvoeringsplan.maker.bronblokken import Paar, Plek, Tekst
from uitvoeringsplan.maker.elementen import Element, alinea, run

if TYPE_CHECKING:
    from uitvoeringsplan.maker.schrijver import Schrijver

_STIJLEN = ("Subtitle", "UvpPeriode")  # of the first lines; the facts follow


def voorblad(schrijver: Schrijver) -> list[Element]:
    """Return the paragraphs of the title page; its title is that of the question set."""
    uit = Bouwsel(schrijver.besturing)
    stijlen = iter(_STIJLEN)
    kop = [alinea("UvpBalk", []), alinea("Title", [run(schrijver.vragenlijst.titel)])]
    for blok in schrijver.bron.delen["voorblad"]:
        if uit.neem(blok):
            continue
        if isinstance(blok, Plek):  # the logo stands above everything, the address at the end
            uit.inhoud.append(schrijver.huisplek(blok))
            continue
        uit.inhoud.extend(kop)
        kop = []
        if isinstance(blok, Paar):
            uit.inhoud.append(schrijver.paar(blok, "UvpFeit", "UvpFeitlabel"))
        elif isinstance(blok, Tekst) and (stijl := next(stijlen, "")):
            uit.inhoud.append(schrijver.tekst(blok, stijl))
        else:
            melding = "Op het voorblad staan twee regels tekst en daaronder alleen feiten."
            raise schrijver.bron.fout(melding, blok.regel)
    return uit.inhoud
