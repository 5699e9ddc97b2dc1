"""`punt`: the open points of a plan."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from uitvoeringsplan.commands.gedeeld import (  # noqa: TC001 - Typer reads the types
    PlanArgument,
    VragenOptie,
)
from uitvoeringsplan.commands.output import zeg, zeg_json
from uitvoeringsplan.errors import GebruikError

if TYPE_CHECKING:
    from uitvoeringsplan.tasks.punt import Gezet


def punt(
    bestand: PlanArgument = None,
    namen: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PUNT]...", help="De namen van de punten die je bedoelt.", show_default=False
        ),
    ] = None,
    *,
    klaar: Annotated[bool, typer.Option("--klaar", help="Sluit deze punten.")] = False,
    heropen: Annotated[bool, typer.Option("--heropen", help="Zet deze punten weer open.")] = False,
    nieuw: Annotated[
        str, typer.Option("--nieuw", metavar="TEKST", help="Voeg een punt toe.", show_default=False)
    ] = "",
    vraag: Annotated[
        str,
        typer.Option(
            "--vraag", metavar="VRAAG", help="De vraag bij een nieuw punt.", show_default=False
        ),
    ] = "",
    auteur: Annotated[
        str,
        typer.Option(
            "--auteur", metavar="NAAM", help="Van wie een nieuw punt komt.", show_default=False
        ),
    ] = "",
    alles: Annotated[bool, typer.Option("--alles", help="Noem ook wat klaar is.")] = False,
    als_json: Annotated[
        bool, typer.Option("--json", help="Schrijf de punten als JSON, voor andere programma's.")
    ] = False,
    vragen: VragenOptie = None,
) -> int:
    """Laat de open punten zien, sluit ze of voeg er een toe."""
    from uitvoeringsplan.files.lookup import find_plan  # noqa: PLC0415
    from uitvoeringsplan.model.punt import OpenPunt  # noqa: PLC0415
    from uitvoeringsplan.model.text_decoding import repair_typed  # noqa: PLC0415
    from uitvoeringsplan.tasks import punt as taak  # noqa: PLC0415
    from uitvoeringsplan.terminal.reports import points  # noqa: PLC0415

    if sum((klaar, heropen, bool(nieuw))) > 1:
        raise GebruikError("Kies één van --klaar, --heropen en --nieuw.")
    if (klaar or heropen) != bool(namen):
        raise GebruikError(
            "Noem bij --klaar of --heropen het plan en de namen van de punten, zoals"
            " `uitvoeringsplan punt delft.plan.yaml pc3eaf --klaar`. Zonder opties staan ze erbij."
        )
    if namen:
        vandaag = dt.datetime.now().astimezone().date().isoformat() if klaar else ""
        gezet = taak.zet_punten(find_plan(bestand), namen, klaar=vandaag, vragen=vragen)
        return _meld(gezet, "klaar" if klaar else "open", weer=not klaar)
    if nieuw:
        vandaag = dt.datetime.now().astimezone().date().isoformat()
        gelezen = repair_typed(nieuw)
        if gelezen.melding:
            zeg(gelezen.melding)
        erbij = OpenPunt(vraag=vraag, auteur=auteur, datum=vandaag, tekst=gelezen.tekst)
        return _meld(taak.voeg_punt_toe(find_plan(bestand), erbij, vragen=vragen), "toegevoegd")
    lijst = taak.lees_puntenlijst(bestand, vragen=vragen)
    if als_json:
        zeg_json(taak.als_json(lijst))
    else:
        zeg(points.lijst(lijst.pad, lijst.punten if alles else lijst.open))
    return 0


def _meld(gezet: Gezet, wat: str, *, weer: bool = False) -> int:
    from uitvoeringsplan.terminal.reports import points  # noqa: PLC0415

    hoe = ("weer " * weer if gezet.veranderd else "was al ") + wat
    for benoemd in gezet.punten:
        zeg(f"{hoe}: {points.regel(benoemd)}")
    if not gezet.veranderd:
        zeg("Er is niets veranderd.")
    return 0
