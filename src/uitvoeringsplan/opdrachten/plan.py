"""`antwoord`, `status` and `voorbeeld`: working on plans without a conversation."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from uitvoeringsplan.errors import GebruikError
from uitvoeringsplan.opdrachten.gedeeld import (
    PlannenArgument,
    VastPlanArgument,
    VragenOptie,
    vul_vraag_aan,
)


def antwoord(
    bestand: VastPlanArgument,
    vraag: Annotated[
        str,
        typer.Argument(
            metavar="VRAAG",
            help="De naam van de vraag, bijvoorbeeld lokale-ambitie.",
            autocompletion=vul_vraag_aan,
        ),
    ],
    tekst: Annotated[
        str | None,
        typer.Argument(
            metavar="[TEKST]",
            help="Het antwoord. Een streepje (-) of niets leest van de standaardinvoer.",
            show_default=False,
        ),
    ] = None,
    *,
    uit_bestand: Annotated[
        Path | None,
        typer.Option(
            "--uit-bestand",
            metavar="PAD",
            readable=False,
            help="Lees het antwoord uit een tekstbestand (UTF-8).",
            show_default=False,
        ),
    ] = None,
    vragen: VragenOptie = None,
) -> int:
    """Zet één antwoord zonder te vragen; een lege tekst haalt het weg."""
    from uitvoeringsplan.tasks.antwoord import lees_tekst, zet_antwoord  # noqa: PLC0415

    if uit_bestand is not None:
        if tekst is not None:
            raise GebruikError("Geef de tekst zelf of een bestand met --uit-bestand, niet allebei.")
        tekst = lees_tekst(uit_bestand)
    elif tekst is None or tekst == "-":
        tekst = _standaardinvoer()
    gezet = zet_antwoord(bestand, vraag, tekst, vragen=vragen)
    wat = "bewaard" if gezet.veranderd else "stond er al"
    typer.echo(f"{gezet.vraag.id} {wat} in {gezet.plan}.")
    if gezet.opgeschoond:
        typer.echo("De tekst is opgeschoond: tabs, spaties aan het eind of onzichtbare tekens.")
    return 0


def status(
    bestanden: PlannenArgument = None,
    *,
    alles: Annotated[bool, typer.Option("--alles", help="Noem alle vragen met hun id.")] = False,
    als_json: Annotated[
        bool, typer.Option("--json", help="Schrijf de stand als JSON, voor andere programma's.")
    ] = False,
    vragen: VragenOptie = None,
) -> int:
    """Laat zien hoe ver een plan is en wat nog open is."""
    from uitvoeringsplan.tasks.status import als_json as naar_json  # noqa: PLC0415
    from uitvoeringsplan.tasks.status import lees_status  # noqa: PLC0415
    from uitvoeringsplan.terminal import verslag  # noqa: PLC0415

    stand = lees_status(bestanden or [], vragen=vragen)
    if als_json:
        import json  # noqa: PLC0415

        typer.echo(json.dumps(naar_json(stand), ensure_ascii=False, indent=2))
        return 0
    typer.echo(
        "\n\n".join(
            verslag.status(
                s.pad,
                s.plan,
                s.voortgang,
                alles=alles,
                resten=s.resten,
                open_punten=s.open_punten,
            )
            for s in stand
        )
    )
    return 0


def voorbeeld(
    map_: Annotated[
        Path,
        typer.Argument(
            metavar="[MAP]",
            readable=False,
            help="Waar het voorbeeld komt.",
            show_default="deze map",
        ),
    ] = Path(),
) -> int:
    """Schrijf een ingevuld voorbeeld en het Word-bestand ervan."""
    from uitvoeringsplan.tasks.voorbeeld import maak_voorbeeld  # noqa: PLC0415

    gemaakt = maak_voorbeeld(map_)
    typer.echo(f"Het plan: {gemaakt.plan}\nHet Word-bestand: {gemaakt.word}")
    return 0


def _standaardinvoer() -> str:
    """Return standard input as text; it is UTF-8, whatever the console thinks."""
    if sys.stdin.isatty():
        typer.echo("Typ het antwoord. Sluit af met Ctrl+D (Windows: Ctrl+Z en Enter).", err=True)
    data = sys.stdin.buffer.read()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
