"""What is left of a template for one plan: the parts whose condition holds, and their controls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.splice import Splice
from uitvoeringsplan.word.sjabloon.controle import controleer_variant
from uitvoeringsplan.word.sjabloon.deel import Variantdeel

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.sjabloon.deel import Deel
    from uitvoeringsplan.word.sjabloon.openen import Sjabloon


def kies_variant(
    sjabloon: Sjabloon, waarde: Callable[[str], str], vragenlijst: Vragenlijst
) -> tuple[Variantdeel, ...]:
    """Return the parts as they are for the answers that `waarde` tells; raises SjabloonError."""
    uitkomst = tuple(
        keuze.voorwaarde.geldt(waarde) for deel in sjabloon.delen for keuze in deel.keuzedelen
    )
    if uitkomst not in sjabloon.varianten:
        geldt = iter(uitkomst)
        delen = tuple(
            _variant(deel, [next(geldt) for _ in deel.keuzedelen]) for deel in sjabloon.delen
        )
        velden = [veld for deel in delen for veld in deel.velden]
        controleer_variant(sjabloon.pakket.pad, velden, vragenlijst)
        sjabloon.varianten[uitkomst] = delen
    return sjabloon.varianten[uitkomst]


def _variant(deel: Deel, geldt: list[bool]) -> Variantdeel:
    knippen: list[Splice] = []
    weg: list[tuple[int, int]] = []
    for keuze, blijft in zip(deel.keuzedelen, geldt, strict=True):
        if weg and keuze.begin < weg[-1][1]:  # goes with the part around it
            continue
        if blijft:
            knippen += (Splice(keuze.begin, keuze.binnen), Splice(keuze.slot, keuze.einde))
        else:
            knippen.append(Splice(keuze.begin, keuze.einde))
            weg.append((keuze.begin, keuze.einde))
    variant = Variantdeel(deel, tuple(knippen), (), (), tuple(weg))
    return variant._replace(
        knippen=(*knippen, *(knip for knip in deel.altijd if variant.staat_er(knip.begin))),
        velden=tuple(veld for veld in deel.velden if variant.staat_er(veld.vlag[0])),
        plekken=tuple(plek for plek in deel.plekken if variant.staat_er(plek.begin)),
    )
