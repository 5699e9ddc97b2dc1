"""`vergelijk` and `geschiedenis`: what changed, and how it came to be."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from uitvoeringsplan.commands import user
from uitvoeringsplan.commands.output import say, say_json
from uitvoeringsplan.errors import GebruikError
from uitvoeringsplan.model import plan_differences
from uitvoeringsplan.tasks import answer_history as history
from uitvoeringsplan.tasks import compare_plans as comparison
from uitvoeringsplan.terminal.reports import changes, progress, readback
from uitvoeringsplan.terminal.wrapping import breedte, vouw

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Annotated

    import typer

    from uitvoeringsplan.commands.options import VastPlanArgument, VragenOptie, complete_vraag
    from uitvoeringsplan.tasks.compare_plans import Vergelijking


def vergelijk(
    oud: Annotated[
        str,
        typer.Argument(
            metavar="[OUD]", help="Een plan, een Word-bestand, of VERSIE:BESTAND in git."
        ),
    ] = "",
    nieuw: Annotated[
        str,
        typer.Argument(metavar="[NIEUW]", help="Het andere. Weglaten mag: dan de laatste commit."),
    ] = "",
    *,
    word: Annotated[
        Path | None,
        typer.Option(
            "--word",
            metavar="UIT",
            readable=False,
            help="Schrijf een Word-bestand met bijgehouden wijzigingen.",
            show_default=False,
        ),
    ] = None,
    auteur: Annotated[
        str,
        typer.Option(
            "--auteur", metavar="NAAM", help="De auteur van de wijzigingen.", show_default=False
        ),
    ] = "",
    overschrijf: Annotated[
        bool,
        typer.Option(
            "--overschrijf",
            help="Vervang het bestand van --word als het er al is;"
            " was het bewerkt, dan blijft het ernaast staan als -vorige.",
        ),
    ] = False,
    als_json: Annotated[
        bool, typer.Option("--json", help="Schrijf de verschillen als JSON.")
    ] = False,
    vragen: VragenOptie = None,
) -> int:
    """Laat per vraag zien wat er veranderde."""
    uitkomst = comparison.vergelijk(oud, nieuw, vragen=vragen)
    if word is not None:
        van_git, wanneer = comparison.wie_en_wanneer(uitkomst)
        nu = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        vorige = comparison.schrijf_wijzigingen(
            uitkomst,
            word,
            author=auteur or van_git or "uitvoeringsplan",
            datum=_moment(wanneer) or nu,
            overwrite=overschrijf,
        )
        say(f"{word}: het nieuwe plan, met de wijzigingen bijgehouden.")
        if vorige is not None:
            say(progress.vorige(vorige), err=True)
    elif als_json:
        say_json(plan_differences.als_json(uitkomst.verschillen))
    else:
        kleur = user.wants_colour()
        say(f"{uitkomst.oud.naam} -> {uitkomst.nieuw.naam}\n")
        say(
            changes.verschillen(
                uitkomst.verschillen, kleur=kleur, is_alles_bekeken=uitkomst.is_alles_bekeken
            )
        )
    _say_of_word(uitkomst)
    return 0


def _say_of_word(uitkomst: Vergelijking) -> None:
    """Say what of a Word file no comparison of answers shows."""
    for kant, ander in ((uitkomst.oud, uitkomst.nieuw), (uitkomst.nieuw, uitkomst.oud)):
        regels = [vouw(f"Let op: {zin}", breedte(), "  ") for zin in kant.twijfels]
        if kant.vast is not None:
            regels += readback.buiten_antwoorden(kant.vast, breedte())
        if kant.vreemd:
            regels.insert(0, readback.ander_plan(kant.pad, ander.pad, kant.vreemd, breedte()))
        if regels:
            say("\n".join(["", kant.naam, *regels]), err=True)


def geschiedenis(
    bestand: VastPlanArgument,
    vraag: Annotated[
        str,
        typer.Argument(metavar="VRAAG", help="De vraag.", autocompletion=complete_vraag),
    ],
    *,
    als_json: Annotated[
        bool, typer.Option("--json", help="Schrijf de geschiedenis als JSON.")
    ] = False,
    vragen: VragenOptie = None,
) -> int:
    """Laat zien wie wanneer wat aan één antwoord veranderde."""
    gelezen = history.lees_antwoordgeschiedenis(bestand, vraag, vragen=vragen)
    if not gelezen.in_git and not als_json:
        raise GebruikError(f"{bestand} heeft nog geen versies in git. Leg het eerst vast.")
    if als_json:
        say_json(history.als_json(gelezen))
        return 0
    say(changes.verslag(gelezen.vraag, gelezen.wijzigingen, kleur=user.wants_colour()))
    for mis in gelezen.onleesbaar:
        naam = mis.versie.commit[:10] if mis.versie else str(bestand)
        say(f"Niet te lezen: {naam}: {mis.bezwaar}", err=True)
    if gelezen.is_ondiep:
        say("Het begin ontbreekt: deze map heeft niet de hele geschiedenis.", err=True)
    return 0


def _moment(iso: str) -> str:
    """Return a moment of git in the form of Word; empty for none."""
    if not iso:
        return ""
    return dt.datetime.fromisoformat(iso).astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
