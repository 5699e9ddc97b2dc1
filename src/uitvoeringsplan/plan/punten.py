"""The open points of a project file: the list under `punten`, read as strictly as the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import PuntError, bedoel_je
from uitvoeringsplan.model.punt import OpenPunt, maak_punt
from uitvoeringsplan.yamltext.yaml_tree import Kaart, Knoop, Lijst, Tekst

if TYPE_CHECKING:
    from collections.abc import Collection

    from uitvoeringsplan.files.source_text import Bron

PUNTEN = "punten"
MAX_PUNTEN = 1_000


def lees_punten(bron: Bron, knoop: Knoop, ids: Collection[str]) -> tuple[OpenPunt, ...]:
    """Return the points in the value of `punten`; `ids` are those of all questions and fields."""
    if isinstance(knoop, Tekst) and not knoop.tekst:
        return ()
    if not isinstance(knoop, Lijst):
        raise bron.mis_bij(f"onder `{PUNTEN}` hoort een lijst met streepjes.", knoop)
    if len(knoop.delen) > MAX_PUNTEN:
        raise bron.mis_bij(
            f"dit zijn meer dan {MAX_PUNTEN} punten. Haal punten weg die klaar zijn.",
            knoop.delen[MAX_PUNTEN],
        )
    punten = []
    regels: dict[str, int] = {}
    for deel in knoop.delen:
        punt = _punt(bron, deel, ids)
        if punt.sleutel and punt.sleutel in regels:
            raise bron.mis_bij(
                f"dit punt staat er twee keer: op regel {regels[punt.sleutel]} en op regel"
                f" {deel.regel} (sleutel {punt.sleutel}). Houd er één over.",
                deel,
            )
        regels[punt.sleutel] = deel.regel
        punten.append(punt)
    return tuple(punten)


def _punt(bron: Bron, knoop: Knoop, ids: Collection[str]) -> OpenPunt:
    if not isinstance(knoop, Kaart):
        raise bron.mis_bij("een punt heeft sleutels, zoals `vraag:` en `tekst:`.", knoop)
    teksten: dict[str, str] = {}
    for naam, (sleutel, waarde) in knoop.paren.items():
        if naam not in OpenPunt._fields:
            tip = bedoel_je(naam, OpenPunt._fields)
            raise bron.mis_bij(f"een punt heeft geen sleutel “{naam}”.{tip}", sleutel)
        if not isinstance(waarde, Tekst):
            raise bron.mis_bij("hier hoort een tekst. Schrijf haar in een blok met |.", waarde)
        teksten[naam] = waarde.tekst
    try:
        punt = maak_punt(OpenPunt(**teksten))
    except PuntError as fout:
        plek = knoop.paren[fout.veld][1] if fout.veld in knoop.paren else knoop
        raise bron.mis_bij(fout.melding, plek) from None
    if punt.vraag and punt.vraag not in ids:
        raise bron.mis_bij(
            f"“{punt.vraag}” is geen vraag of gegeven van deze vragenlijst."
            f"{bedoel_je(punt.vraag, ids)}",
            knoop.paren["vraag"][1],
        )
    return punt
