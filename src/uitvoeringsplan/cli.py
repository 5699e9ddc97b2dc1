"""The commands: options in, one task, a report out.

Everything heavy is imported inside the command that needs it: a user who asks for `status` should
not wait for the libraries of the conversation.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from uitvoeringsplan import __version__
from uitvoeringsplan.rand import INVOER, ONDERBROKEN, Groep, Opdracht, main_met, vereis_terminal

if TYPE_CHECKING:
    from uitvoeringsplan.tasks.gesprek import Uitkomst
    from uitvoeringsplan.terminal.vragensteller import TerminalVragensteller

app = typer.Typer(
    cls=Groep,
    name="uitvoeringsplan",
    help="Van vragenlijst naar een afgerond uitvoeringsplan in Word.",
    epilog="Begin met `uitvoeringsplan nieuw`, of bekijk eerst `uitvoeringsplan voorbeeld`.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
main = main_met(app)

# Typer would check by itself whether a path may be read, and say in English that it may not.
PlanArgument = Annotated[
    Path | None,
    typer.Argument(
        metavar="BESTAND",
        readable=False,
        help="Het plan (*.plan.yaml). Weglaten mag als er één plan in deze map staat.",
        show_default=False,
    ),
]
PlannenArgument = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[BESTAND]...",
        readable=False,
        help="De plannen (*.plan.yaml). Weglaten mag als er één plan in deze map staat.",
        show_default=False,
    ),
]
VragenOptie = Annotated[
    Path | None,
    typer.Option(
        "--vragen",
        metavar="BESTAND",
        readable=False,
        help="Een andere vragenlijst dan de meegeleverde. Een vragen.yaml in deze map gaat voor.",
        show_default=False,
    ),
]


def _versie(toon: bool) -> None:  # noqa: FBT001 - the signature that Typer calls
    if toon:
        typer.echo(f"uitvoeringsplan {__version__}")
        raise typer.Exit


@app.callback()
def _begin(
    *,
    versie: Annotated[
        bool,
        typer.Option(
            "--versie", callback=_versie, is_eager=True, help="Toon de versie.", show_default=False
        ),
    ] = False,
) -> None:
    del versie


@app.command(cls=Opdracht)
def nieuw(
    bestand: Annotated[
        Path | None,
        typer.Argument(
            metavar="BESTAND",
            readable=False,
            help="Hoe het plan moet heten. Anders krijgt het de naam van de gemeente.",
            show_default=False,
        ),
    ] = None,
    vragen: VragenOptie = None,
) -> int:
    """Begin een plan: eerst de gegevens, dan de vragen per hoofdstuk."""
    from uitvoeringsplan.tasks.nieuw import begin_plan, planpad, vervolg_nieuw, vul_git_aan  # noqa: PLC0415
    from uitvoeringsplan.tasks.omgeving import open_omgeving  # noqa: PLC0415

    vereis_terminal("uitvoeringsplan antwoord BESTAND VRAAG TEKST")
    if bestand is not None and planpad(bestand).exists():
        if not _ja(f"{planpad(bestand)} bestaat al. Wil je met dat plan verdergaan?"):
            return INVOER
        return verder(planpad(bestand), vragen=vragen)
    omgeving = open_omgeving(vragen)
    vragensteller = _vragensteller()
    begonnen = begin_plan(omgeving, bestand, vragensteller)
    if begonnen is None:
        typer.echo("Gestopt. Er is nog geen plan gemaakt.")
        return ONDERBROKEN
    typer.echo(f"\nJe plan staat in {begonnen.pad}. Elk antwoord wordt meteen bewaard.")
    vul_git_aan(begonnen, vragensteller)
    return _rond_af(vervolg_nieuw(begonnen, vragensteller))


@app.command(cls=Opdracht)
def verder(
    bestand: PlanArgument = None,
    *,
    vraag: Annotated[
        str | None,
        typer.Option("--vraag", metavar="ID", help="Begin bij deze vraag.", show_default=False),
    ] = None,
    alles: Annotated[
        bool, typer.Option("--alles", help="Loop alle vragen langs, ook de beantwoorde.")
    ] = False,
    vragen: VragenOptie = None,
) -> int:
    """Ga verder bij de eerste open vraag, of bij één vraag."""
    from uitvoeringsplan.tasks.nieuw import ga_verder  # noqa: PLC0415
    from uitvoeringsplan.tasks.omgeving import open_omgeving  # noqa: PLC0415

    vereis_terminal("uitvoeringsplan antwoord BESTAND VRAAG TEKST")
    plan = open_omgeving(vragen).plan(bestand)
    return _rond_af(ga_verder(plan, _vragensteller(), vanaf=vraag, alles=alles))


@app.command(cls=Opdracht)
def antwoord(
    bestand: Annotated[
        Path, typer.Argument(metavar="BESTAND", readable=False, help="Het plan (*.plan.yaml).")
    ],
    vraag: Annotated[
        str,
        typer.Argument(metavar="VRAAG", help="De naam van de vraag, bijvoorbeeld lokale-ambitie."),
    ],
    tekst: Annotated[
        str | None,
        typer.Argument(
            metavar="[TEKST]",
            help="Het antwoord. Een streepje (-) of niets leest van de standaardinvoer.",
            show_default=False,
        ),
    ] = None,
    vragen: VragenOptie = None,
) -> int:
    """Zet één antwoord zonder te vragen; een lege tekst haalt het weg."""
    from uitvoeringsplan.tasks.antwoord import zet_antwoord  # noqa: PLC0415

    if tekst is None or tekst == "-":
        tekst = _standaardinvoer()
    gezet = zet_antwoord(bestand, vraag, tekst, vragen=vragen)
    wat = "bewaard" if gezet.veranderd else "stond er al"
    typer.echo(f"{gezet.vraag.id} {wat} in {gezet.plan}.")
    if gezet.opgeschoond:
        typer.echo("De tekst is opgeschoond: tabs, spaties aan het eind of onzichtbare tekens.")
    return 0


@app.command(cls=Opdracht)
def genereer(
    bestanden: PlannenArgument = None,
    *,
    uit: Annotated[
        Path | None,
        typer.Option(
            "-u",
            "--uit",
            metavar="PAD",
            readable=False,
            help="Het Word-bestand, of de map daarvoor. Anders komt het naast het plan.",
            show_default=False,
        ),
    ] = None,
    sjabloon: Annotated[
        Path | None,
        typer.Option(
            "--sjabloon",
            metavar="WORD",
            readable=False,
            help="Een eigen sjabloon (.docx).",
            show_default=False,
        ),
    ] = None,
    overschrijf: Annotated[
        bool,
        typer.Option(
            "--overschrijf", help="Vervang ook een Word-bestand dat daarna in Word is bewaard."
        ),
    ] = False,
    vragen: VragenOptie = None,
) -> int:
    """Maak het Word-bestand van een plan, of van veel plannen tegelijk."""
    from uitvoeringsplan.tasks.genereer import neem_op  # noqa: PLC0415
    from uitvoeringsplan.terminal import verslag  # noqa: PLC0415

    opdracht = neem_op(
        bestanden or [], uit=uit, sjabloon=sjabloon, vragen=vragen, overschrijf=overschrijf
    )
    totaal = len(opdracht.paren)
    met_balk = totaal >= verslag.BALK_VANAF and sys.stderr.isatty()
    fouten = 0
    for gedaan, gemaakt in enumerate(opdracht.voer_uit(), 1):
        if met_balk:
            typer.echo("\r\033[K", nl=False, err=True)
        if gemaakt.fout is not None:
            fouten += 1
            typer.echo(str(gemaakt.fout), err=True)
        elif gemaakt.word and gemaakt.voortgang:
            typer.echo(verslag.gemaakt(gemaakt.word, gemaakt.voortgang))
        if met_balk:
            typer.echo(verslag.voortgangsbalk(gedaan, totaal), nl=gedaan == totaal, err=True)
    if fouten and totaal > 1:
        typer.echo(f"{totaal - fouten} van de {totaal} plannen gemaakt, {fouten} niet.", err=True)
    return INVOER if fouten else 0


@app.command(cls=Opdracht)
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
            verslag.status(s.pad, s.plan, s.voortgang, alles=alles, resten=s.resten) for s in stand
        )
    )
    return 0


@app.command(cls=Opdracht)
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


def _vragensteller() -> TerminalVragensteller:
    from uitvoeringsplan.terminal.vragensteller import TerminalVragensteller  # noqa: PLC0415

    return TerminalVragensteller(typer.echo)


def _ja(vraag: str) -> bool:
    from uitvoeringsplan.terminal.verslag import vraag_ja_nee  # noqa: PLC0415

    return vraag_ja_nee(vraag)


def _rond_af(uitkomst: Uitkomst) -> int:
    from uitvoeringsplan.terminal import verslag  # noqa: PLC0415

    typer.echo(verslag.einde(uitkomst.bestand.pad, uitkomst.voortgang, gestopt=uitkomst.gestopt))
    return ONDERBROKEN if uitkomst.gestopt else 0


def _standaardinvoer() -> str:
    """Return standard input as text; it is UTF-8, whatever the console thinks."""
    if sys.stdin.isatty():
        typer.echo("Typ het antwoord. Sluit af met Ctrl+D (Windows: Ctrl+Z en Enter).", err=True)
    data = sys.stdin.buffer.read()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
