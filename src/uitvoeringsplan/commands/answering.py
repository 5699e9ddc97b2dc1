"""`antwoord` and `punt`: one answer, or the open points of a plan, without a conversation."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING

from uitvoeringsplan.commands.output import say, say_json
from uitvoeringsplan.errors import BestandError, GebruikError, GeenTekstError
from uitvoeringsplan.files import file_reading
from uitvoeringsplan.files.file_reading import reason
from uitvoeringsplan.files.lookup import find_plan
from uitvoeringsplan.model.open_punt import OpenPunt
from uitvoeringsplan.model.text_decoding import decode_text, repair_typed
from uitvoeringsplan.tasks import plan_punten as task
from uitvoeringsplan.tasks.set_answer import load_text, set_answer
from uitvoeringsplan.terminal.reports import progress

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Annotated

    import typer

    from uitvoeringsplan.commands.options import (
        PlanArgument,
        VastPlanArgument,
        VragenOptie,
        complete_vraag,
    )
    from uitvoeringsplan.model.text_decoding import DecodedText
    from uitvoeringsplan.tasks.plan_punten import PuntenSet

_STDIN = "standaardinvoer"


def antwoord(
    bestand: VastPlanArgument,
    vraag: Annotated[
        str,
        typer.Argument(
            metavar="VRAAG",
            help="De naam van de vraag, bijvoorbeeld lokale-ambitie.",
            autocompletion=complete_vraag,
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
    if uit_bestand is not None and tekst is not None:
        raise GebruikError("Geef de tekst zelf of een bestand met --uit-bestand, niet allebei.")
    if leeg and (tekst or uit_bestand is not None):
        raise GebruikError("Geef een tekst of --leeg, niet allebei.")
    if leeg:
        read = repair_typed("")
    elif uit_bestand is not None:
        read = load_text(uit_bestand)
    elif tekst is None or tekst == "-":
        read = _read_stdin()
    else:
        read = repair_typed(tekst)
    done = set_answer(bestand, vraag, read.text, empty=leeg, vragen=vragen)
    if done.is_empty:
        what = "leeggemaakt" if done.changed else "was al leeg"
    else:
        what = "bewaard" if done.changed else "stond er al"
    say(f"{done.vraag.id} {what} in {done.plan}.")
    if read.message:
        say(read.message)
    if done.cleaned:
        say("De tekst is opgeschoond: tabs, spaties aan het eind of onzichtbare tekens.")
    return 0


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
    if sum((klaar, heropen, bool(nieuw))) > 1:
        raise GebruikError("Kies één van --klaar, --heropen en --nieuw.")
    if (klaar or heropen) != bool(namen):
        raise GebruikError(
            "Noem bij --klaar of --heropen het plan en de namen van de punten, zoals"
            " `uitvoeringsplan punt delft.plan.yaml pc3eaf --klaar`. Zonder opties staan ze erbij."
        )
    if namen:
        today = dt.datetime.now().astimezone().date().isoformat() if klaar else ""
        done = task.set_punten(find_plan(bestand), namen, ready=today, vragen=vragen)
        return _report(done, "klaar" if klaar else "open", weer=not klaar)
    if nieuw:
        today = dt.datetime.now().astimezone().date().isoformat()
        read = repair_typed(nieuw)
        if read.message:
            say(read.message)
        added = OpenPunt(vraag=vraag, auteur=auteur, datum=today, tekst=read.text)
        return _report(task.add_punt(find_plan(bestand), added, vragen=vragen), "toegevoegd")
    lijst = task.load_puntenlijst(bestand, vragen=vragen)
    if als_json:
        say_json(task.to_json(lijst))
    else:
        say(progress.point_list(lijst.path, lijst.punten if alles else lijst.open))
    return 0


def _report(done: PuntenSet, what: str, *, weer: bool = False) -> int:
    how = ("weer " * weer if done.changed else "was al ") + what
    for named in done.punten:
        say(f"{how}: {progress.point_line(named)}")
    if not done.changed:
        say("Er is niets veranderd.")
    return 0


def _read_stdin() -> DecodedText:
    """Return standard input as text, whatever the console thinks that it is in.

    Raises BestandError when it is no text, is too much, or cannot be read.
    """
    if sys.stdin is None:
        raise BestandError(_STDIN, "die is gesloten. Geef de tekst zelf, of met --uit-bestand.")
    if sys.stdin.isatty():
        say("Typ het antwoord. Sluit af met Ctrl+D (Windows: Ctrl+Z en Enter).", err=True)
    try:
        data = sys.stdin.buffer.read(file_reading.MAX_BYTES + 1)
    except OSError as error:
        raise BestandError(_STDIN, f"die is niet te lezen ({reason(error)}).") from error
    if len(data) > file_reading.MAX_BYTES:
        raise BestandError(_STDIN, f"dat is meer dan {file_reading.MAX_BYTES // 2**20} MB.")
    try:
        return decode_text(data)
    except GeenTekstError as error:
        raise BestandError(_STDIN, error.message) from None
