"""`antwoord`, `status` and `voorbeeld`: working on plans without a conversation."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from uitvoeringsplan.commands.edge import INVOER
from uitvoeringsplan.commands.gedeeld import (
    PlannenArgument,
    VastPlanArgument,
    VragenOptie,
    vul_vraag_aan,
)
from uitvoeringsplan.commands.output import zeg, zeg_json
from uitvoeringsplan.errors import BestandError, GebruikError, GeenTekstError

if TYPE_CHECKING:
    from uitvoeringsplan.model.text_decoding import DecodedText

_STDIN = "standaardinvoer"


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
            help="Lees het antwoord uit een tekstbestand.",
            show_default=False,
        ),
    ] = None,
    leeg: Annotated[bool, typer.Option("--leeg", help="Haal het antwoord weg.")] = False,
    vragen: VragenOptie = None,
) -> int:
    """Zet één antwoord zonder te vragen, of haal het weg."""
    from uitvoeringsplan.model.text_decoding import repair_typed  # noqa: PLC0415
    from uitvoeringsplan.tasks.antwoord import lees_tekst, zet_antwoord  # noqa: PLC0415

    if uit_bestand is not None and tekst is not None:
        raise GebruikError("Geef de tekst zelf of een bestand met --uit-bestand, niet allebei.")
    if leeg and (tekst or uit_bestand is not None):
        raise GebruikError("Geef een tekst of --leeg, niet allebei.")
    if leeg:
        gelezen = repair_typed("")
    elif uit_bestand is not None:
        gelezen = lees_tekst(uit_bestand)
    elif tekst is None or tekst == "-":
        gelezen = _standaardinvoer()
    else:
        gelezen = repair_typed(tekst)
    gezet = zet_antwoord(bestand, vraag, gelezen.tekst, leeg=leeg, vragen=vragen)
    if gezet.is_leeg:
        wat = "leeggemaakt" if gezet.veranderd else "was al leeg"
    else:
        wat = "bewaard" if gezet.veranderd else "stond er al"
    zeg(f"{gezet.vraag.id} {wat} in {gezet.plan}.")
    if gelezen.melding:
        zeg(gelezen.melding)
    if gezet.opgeschoond:
        zeg("De tekst is opgeschoond: tabs, spaties aan het eind of onzichtbare tekens.")
    return 0


def status(
    bestanden: PlannenArgument = None,
    *,
    alles: Annotated[bool, typer.Option("--alles", help="Noem alle vragen met hun naam.")] = False,
    als_json: Annotated[
        bool, typer.Option("--json", help="Schrijf de stand als JSON, voor andere programma's.")
    ] = False,
    vragen: VragenOptie = None,
) -> int:
    """Laat zien hoe ver een plan is en wat nog open is."""
    from uitvoeringsplan.tasks.status import Onleesbaar, lees_status  # noqa: PLC0415
    from uitvoeringsplan.tasks.status import als_json as naar_json  # noqa: PLC0415
    from uitvoeringsplan.terminal.reports import progress  # noqa: PLC0415

    stand = lees_status(bestanden or [], vragen=vragen)
    onleesbaar = [s for s in stand if isinstance(s, Onleesbaar)]
    gelezen = [s for s in stand if not isinstance(s, Onleesbaar)]
    if als_json:
        zeg_json(naar_json(stand))
    elif gelezen:
        zeg(
            "\n\n".join(
                progress.status(
                    s.pad,
                    s.plan,
                    s.voortgang,
                    alles=alles,
                    resten=s.resten,
                    open_punten=s.open_punten,
                )
                for s in gelezen
            )
        )
    for mis in onleesbaar:
        zeg(str(mis.fout), err=True)
    if onleesbaar and gelezen:
        zeg(
            f"Van {len(onleesbaar)} van de {len(stand)} plannen is de stand niet te lezen.",
            err=True,
        )
    return INVOER if onleesbaar else 0


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
    zeg(f"Het plan: {gemaakt.plan}\nHet Word-bestand: {gemaakt.word}")
    return 0


def _standaardinvoer() -> DecodedText:
    """Return standard input as text, whatever the console thinks that it is in.

    Raises BestandError when it is no text, is too much, or cannot be read.
    """
    from uitvoeringsplan.files.reading import reden  # noqa: PLC0415
    from uitvoeringsplan.files.source_text import MAX_BYTES  # noqa: PLC0415
    from uitvoeringsplan.model.text_decoding import decode_text  # noqa: PLC0415

    if sys.stdin is None:
        raise BestandError(_STDIN, "die is gesloten. Geef de tekst zelf, of met --uit-bestand.")
    if sys.stdin.isatty():
        zeg("Typ het antwoord. Sluit af met Ctrl+D (Windows: Ctrl+Z en Enter).", err=True)
    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as fout:
        raise BestandError(_STDIN, f"die is niet te lezen ({reden(fout)}).") from fout
    if len(data) > MAX_BYTES:
        raise BestandError(_STDIN, f"dat is meer dan {MAX_BYTES // 2**20} MB.")
    try:
        return decode_text(data)
    except GeenTekstError as fout:
        raise BestandError(_STDIN, fout.melding) from None
