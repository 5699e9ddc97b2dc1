"""`inlezen`: what colleagues changed in Word, back into the plan."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - Typer reads the types at run time
from typing import TYPE_CHECKING, Annotated

import typer

from uitvoeringsplan.errors import GebruikError
from uitvoeringsplan.opdrachten.gedeeld import EenvoudigOptie, VragenOptie  # noqa: TC001 - idem
from uitvoeringsplan.rand import INVOER, ONDERBROKEN, is_terminal

if TYPE_CHECKING:
    from uitvoeringsplan.model.beurt import Vragensteller
    from uitvoeringsplan.model.driewegs import Drieweg
    from uitvoeringsplan.storage.planbestand import Planbestand
    from uitvoeringsplan.tasks.inlezen import Inlezing

_PLAN, _WORD, _BEIDE, _ZELF = "plan", "word", "beide", "zelf"


def inlezen(
    bestanden: Annotated[
        list[Path],
        typer.Argument(
            metavar="WORD... [BESTAND]",
            readable=False,
            help="De Word-bestanden, en het plan (*.plan.yaml) als dat niet vanzelf spreekt.",
        ),
    ],
    *,
    zonder_wijzigingen: Annotated[
        bool,
        typer.Option(
            "--zonder-wijzigingen",
            help="Laat bijgehouden wijzigingen die nog open staan niet meetellen.",
        ),
    ] = False,
    proef: Annotated[
        bool, typer.Option("--proef", help="Laat alles zien en bewaar niets.")
    ] = False,
    eenvoudig: EenvoudigOptie = False,
    vragen: VragenOptie = None,
) -> int:
    """Neem over wat anderen in het Word-bestand hebben veranderd."""
    from uitvoeringsplan.storage.planbestand import load_plan  # noqa: PLC0415
    from uitvoeringsplan.tasks.inlezen import bewaar_inlezing, lees_in  # noqa: PLC0415
    from uitvoeringsplan.tasks.omgeving import open_omgeving  # noqa: PLC0415
    from uitvoeringsplan.terminal import inleesverslag  # noqa: PLC0415
    from uitvoeringsplan.terminal.weergave import breedte  # noqa: PLC0415

    words, pad = _verdeel(bestanden)
    lijst = open_omgeving(vragen).vragenlijst
    plan = load_plan(pad, lijst)
    onopgelost = False
    for word in words:
        inlezing = lees_in(plan, word, aangenomen=not zonder_wijzigingen)
        typer.echo(
            inleesverslag.kop(
                word,
                heeft_wijzigingen=inlezing.heeft_wijzigingen,
                aangenomen=not zonder_wijzigingen,
            )
        )
        for regel in inleesverslag.regels(inlezing.driewegen, breedte()):
            typer.echo(regel)
        for bedenking in inlezing.bedenkingen:
            typer.echo(f"  Let op: {bedenking.melding}", err=True)
        if inlezing.botsingen and (proef or not is_terminal()):
            onopgelost = True
            _toon_botsingen(inlezing)
            continue
        klaar = _los_op(inlezing, eenvoudig=eenvoudig)
        if klaar is None:
            typer.echo("Gestopt. Van dit bestand is niets overgenomen.", err=True)
            return ONDERBROKEN
        gewijzigd = [weg for weg in klaar.driewegen if weg.verandert]
        typer.echo(inleesverslag.slot(gewijzigd, klaar.nieuwe_punten, pad, proef=proef))
        plan = klaar.nieuw if proef else bewaar_inlezing(klaar)
    return INVOER if onopgelost else 0


def _verdeel(bestanden: list[Path]) -> tuple[list[Path], Path]:
    """Return the Word files and the plan: the one given, the one of that name, or the only one."""
    from uitvoeringsplan.storage.vindplaats import PLAN_EINDE, find_plan  # noqa: PLC0415

    plannen = [pad for pad in bestanden if pad.suffix in (".yaml", ".yml")]
    words = [pad for pad in bestanden if pad not in plannen]
    if not words:
        raise GebruikError("Geef ook het Word-bestand dat je wilt inlezen.")
    if len(plannen) > 1:
        raise GebruikError("Geef één plan. Word-bestanden mogen er meer zijn.")
    if plannen:
        return words, plannen[0]
    zelfde_naam = words[0].with_name(words[0].stem + PLAN_EINDE)
    return words, zelfde_naam if zelfde_naam.is_file() else find_plan(None)


def _toon_botsingen(inlezing: Inlezing) -> None:
    from uitvoeringsplan.terminal import inleesverslag  # noqa: PLC0415
    from uitvoeringsplan.terminal.weergave import breedte  # noqa: PLC0415

    for weg in inlezing.botsingen:
        typer.echo("")
        typer.echo(inleesverslag.botsing(weg, breedte()), nl=False)
    typer.echo(
        "Er is niets overgenomen. Kies per vraag in een terminal met `uitvoeringsplan inlezen`, of"
        " maak het plan en Word eerst gelijk.",
        err=True,
    )


def _los_op(inlezing: Inlezing, *, eenvoudig: bool) -> Inlezing | None:
    if not inlezing.botsingen:
        return inlezing
    from uitvoeringsplan.opdrachten.gesprek import maak_vragensteller  # noqa: PLC0415
    from uitvoeringsplan.tasks.inlezen import los_op  # noqa: PLC0415

    vragensteller = maak_vragensteller(eenvoudig=eenvoudig)
    return los_op(inlezing, lambda weg: _kies(weg, inlezing.oud, vragensteller))


def _kies(weg: Drieweg, bestand: Planbestand, vragensteller: Vragensteller) -> str | None:
    """Let the user choose what the plan gets; None to stop."""
    from uitvoeringsplan.model.beurt import Beantwoord, Beurt, Stap  # noqa: PLC0415
    from uitvoeringsplan.model.plan import voortgang  # noqa: PLC0415
    from uitvoeringsplan.terminal import inleesverslag  # noqa: PLC0415
    from uitvoeringsplan.terminal.weergave import breedte  # noqa: PLC0415

    vragensteller.toon(inleesverslag.botsing(weg, breedte()))
    keuzes = [(_PLAN, "de tekst van het plan houden"), (_WORD, "de tekst uit Word overnemen")]
    if weg.vraag.type.is_blok:
        keuzes.append((_BEIDE, "beide, onder elkaar"))
    keuzes.append((_ZELF, "zelf bewerken"))
    keuze = vragensteller.kies_uit("Welke tekst krijgt het plan?", keuzes)
    samen = f"{weg.plan}\n\n{weg.word}" if weg.vraag.type.is_blok else weg.word
    if keuze != _ZELF:
        return {_PLAN: weg.plan, _WORD: weg.word, _BEIDE: samen}.get(keuze or "")
    stand = voortgang(bestand.vragenlijst, bestand.plan)
    tekst, melding = samen, ""
    while True:
        zet = vragensteller.stel(
            Beurt(Stap(weg.vraag, "Inlezen"), tekst, stand.beantwoord, stand.totaal, melding)
        )
        if not isinstance(zet, Beantwoord):
            return None
        melding = _bezwaar(weg, zet.tekst)
        if not melding:
            return zet.tekst
        tekst = zet.tekst


def _bezwaar(weg: Drieweg, tekst: str) -> str:
    from uitvoeringsplan.errors import AntwoordError  # noqa: PLC0415

    try:
        weg.vraag.normaliseer(tekst)
    except AntwoordError as fout:
        return fout.melding
    return ""
