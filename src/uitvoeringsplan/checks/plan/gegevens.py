"""Rules on what people type in a field that asks for something else: a name, a word too many."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.checks.plan.basis import Bron, Ernst, Planregel, Vondst
from uitvoeringsplan.checks.plan.persoonsnamen import find_name
from uitvoeringsplan.model import velden
from uitvoeringsplan.model.tabel import lees_tabel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.checks.plan.basis import Antwoord, Keuring

_MET_WOORD = re.compile(r"(?:de )?(?:gemeente|gem\.?) +(\S.*)", re.IGNORECASE)


def naam_van_persoon(keuring: Keuring) -> Iterator[Vondst]:
    """Find names of persons where the question set asks for a function or a team."""
    for antwoord in keuring.alles:
        for regel in _functies(antwoord):
            if naam := find_name(regel):
                yield Vondst(
                    Ernst.WAARSCHUWING,
                    f"“{naam}” lijkt de naam van een persoon. Noem de functie of het team.",
                    antwoord.vraag,
                    naam,
                )


def _functies(antwoord: Antwoord) -> Iterator[str]:
    """Yield the lines of an answer, and the cells of a table, that should be a function."""
    vraag = antwoord.vraag
    if vraag.is_functie:
        yield from antwoord.regels()
    plekken = [i for i, kolom in enumerate(vraag.kolommen) if kolom.is_functie]
    if plekken:
        for rij in lees_tabel(vraag.kolommen, antwoord.tekst):
            yield from (rij[i] for i in plekken)


def gemeentenaam(keuring: Keuring) -> Iterator[Vondst]:
    """Find the word in front of the name of the municipality that the documents put there."""
    veld = keuring.veld(velden.GEMEENTE)
    if veld is None:
        return
    naam = keuring.getoond.waarde(veld)
    if met := _MET_WOORD.fullmatch(naam):
        yield Vondst(
            Ernst.WAARSCHUWING,
            f"schrijf {met[1]} in plaats van “{naam}”. Het woord gemeente staat in het document al"
            " voor de naam.",
            veld,
        )


GEGEVENSREGELS = (
    Planregel(
        "naam-van-persoon",
        "Waar een functie hoort, staat geen naam",
        "Een plan geldt langer dan iemand zijn werk doet, en van wie bij een overheid werkt hoort"
        " de naam niet zonder reden op het web. Noem de functie of het team.",
        Ernst.WAARSCHUWING,
        naam_van_persoon,
        Bron(
            "AVG, artikel 5; Wet open overheid, artikel 5.1",
            "https://wetten.overheid.nl/BWBR0045754",
        ),
    ),
    Planregel(
        "gemeentenaam",
        "De gemeente heet zoals ze heet",
        "In het document staat het woord gemeente al voor de naam, en het bestand krijgt die naam."
        " Schrijf alleen de naam.",
        Ernst.WAARSCHUWING,
        gemeentenaam,
    ),
)
