"""On which line of a project file something stands: a question, words of its answer, a point."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.plan.punten import PUNTEN
from uitvoeringsplan.yamltext.yaml_edit import einde_van_waarde
from uitvoeringsplan.yamltext.yaml_tree import Kaart, Lijst

if TYPE_CHECKING:
    from uitvoeringsplan.plan.planbestand import Planbestand

# What the markup adds to the words that a reader sees.
_OPMAAK = re.compile(r"[*\\]|\]\([^()\s]*\)|\[")


def regel_van(bestand: Planbestand, vraag_id: str, woorden: str = "") -> int:
    """Return the line of a question or field, from 1; of what is not in the file its group.

    With `woorden` it is the first line of the answer that has those words, when one has.
    """
    paren = bestand.boom.paren
    groep = "gegevens" if vraag_id in bestand.vragenlijst.veld_ids else "antwoorden"
    if groep not in paren:
        return 1
    kop, kaart = paren[groep]
    if not isinstance(kaart, Kaart) or vraag_id not in kaart.paren:
        return kop.regel
    sleutel, waarde = kaart.paren[vraag_id]
    if gezocht := _kaal(woorden):
        tekst = bestand.bron.tekst
        einde = einde_van_waarde(tekst, sleutel, waarde)
        for i, regel in enumerate(tekst[sleutel.einde : einde].split("\n")):
            if woorden in regel or gezocht in _kaal(regel):
                return sleutel.regel + i
    return sleutel.regel


def regel_van_punt(bestand: Planbestand, nummer: int) -> int:
    """Return the line where the point with this number (from 1) starts."""
    kop, lijst = bestand.boom.paren[PUNTEN]
    if isinstance(lijst, Lijst) and 0 < nummer <= len(lijst.delen):
        return lijst.delen[nummer - 1].regel
    return kop.regel


def _kaal(tekst: str) -> str:
    return " ".join(_OPMAAK.sub("", tekst).split())
