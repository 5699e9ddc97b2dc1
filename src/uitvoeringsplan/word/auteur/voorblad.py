"""The title page: title, municipality, period and the facts of this version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.word.auteur.bron import Paar, Tekst
from uitvoeringsplan.word.auteur.elementen import Element, alinea, run

if TYPE_CHECKING:
    from uitvoeringsplan.word.auteur.schrijver import Schrijver

_STIJLEN = ("Subtitle", "UvpPeriode")  # of the first lines; the facts follow


def voorblad(schrijver: Schrijver) -> list[Element]:
    """Return the paragraphs of the title page; its title is that of the question set."""
    uit = [alinea("UvpBalk", []), alinea("Title", [run(schrijver.vragenlijst.titel)])]
    stijlen = iter(_STIJLEN)
    for blok in schrijver.bron.delen["voorblad"]:
        if isinstance(blok, Paar):
            uit.append(schrijver.paar(blok, "UvpFeit", "UvpFeitlabel"))
        elif isinstance(blok, Tekst) and (stijl := next(stijlen, "")):
            uit.append(schrijver.tekst(blok, stijl))
        else:
            melding = "Op het voorblad staan twee regels tekst en daaronder alleen feiten."
            raise schrijver.bron.fout(melding, blok.regel)
    return uit
