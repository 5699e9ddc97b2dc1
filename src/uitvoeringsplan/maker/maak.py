"""Makes the Word template of a question set from its source text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx

from uitvoeringsplan.maker.basis import leeg_pakket
from uitvoeringsplan.maker.bron import lees_bron
from uitvoeringsplan.maker.controle import controleer_bron
from uitvoeringsplan.maker.inpakken import pak_in
from uitvoeringsplan.maker.kopvoet import Secties
from uitvoeringsplan.maker.schrijver import Schrijver
from uitvoeringsplan.maker.tekst import Tekstbouwer

if TYPE_CHECKING:
    from uitvoeringsplan.model.vragenlijst import Vragenlijst


def build_sjabloon(vragenlijst: Vragenlijst, brontekst: str, *, naam: str = "brontekst") -> bytes:
    """Return the template as a .docx; the same input gives the same bytes.

    `vragenlijst` is the part of the question set that the document is about. `naam` is the file
    that errors in the source text name. Raises BronError.
    """
    bron = lees_bron(brontekst, naam)
    controleer_bron(bron, vragenlijst)
    document = docx.Document(leeg_pakket(vragenlijst))
    schrijver = Schrijver(vragenlijst, bron, document.part)
    tekst = Tekstbouwer(schrijver, Secties(schrijver, document.part))
    for blok in bron.delen["tekst"]:
        tekst.schrijf(blok)
    tekst.zet_in(document.element.body)
    return pak_in(document)
