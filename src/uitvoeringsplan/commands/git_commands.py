"""`git`, and what git itself calls: showing a Word file as text, and merging plans.

Git calls the last two for every file, so each loads only what it needs.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from uitvoeringsplan.commands import user
from uitvoeringsplan.commands.edge import INPUT, INTERRUPTED
from uitvoeringsplan.commands.output import say, say_utf8
from uitvoeringsplan.errors import GebruikError

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from uitvoeringsplan.commands.options import EenvoudigOptie, GitArgument, VragenOptie
    from uitvoeringsplan.tasks.set_up_git import Uitkomst, Vrager


def git(
    map_: Annotated[
        Path,
        typer.Argument(metavar="[MAP]", readable=False, help="De map.", show_default="deze map"),
    ] = Path(),
    *,
    ja: Annotated[bool, typer.Option("--ja", help="Doe alles zonder te vragen.")] = False,
    proef: Annotated[
        bool, typer.Option("--proef", help="Laat zien wat er zou veranderen; verander niets.")
    ] = False,
    weg: Annotated[bool, typer.Option("--weg", help="Haal alles weer weg.")] = False,
    klaargezet: Annotated[
        bool, typer.Option("--klaargezet", help="Kijk de plannen na die je gaat vastleggen.")
    ] = False,
    eenvoudig: EenvoudigOptie = False,
    vragen: VragenOptie = None,
) -> int:
    """Stel git in voor plannen: samenvoegen, tonen en nakijken."""
    if klaargezet:
        from uitvoeringsplan.tasks.check_staged import kijk_klaargezette_na  # noqa: PLC0415

        fouten = kijk_klaargezette_na(vragen=vragen)
        for fout in fouten:
            say(str(fout), err=True)
        return INPUT if fouten else 0
    from uitvoeringsplan.tasks.set_up_git import haal_weg, richt_in  # noqa: PLC0415

    doe = haal_weg if weg else richt_in
    uitkomst = doe(map_, _vrager(ja=ja or proef, eenvoudig=eenvoudig), dry_run=proef)
    _meld(uitkomst, proef=proef)
    if uitkomst.is_gestopt:
        say("Gestopt. Wat hierboven niet staat, is niet veranderd.", err=True)
        return INTERRUPTED
    return 0


def als_tekst(bestand: GitArgument) -> int:
    """Schrijf een Word-bestand als tekst (voor `git diff`)."""
    from uitvoeringsplan.tasks.as_text import als_tekst as lees  # noqa: PLC0415

    say_utf8(lees(bestand))
    return 0


def voeg_samen(
    onze: GitArgument,
    oud: GitArgument,
    hunne: GitArgument,
    naam: GitArgument,
    *,
    vragen: VragenOptie = None,
) -> int:
    """Voeg twee versies van een plan samen (voor `git merge`)."""
    from uitvoeringsplan.tasks.merge_for_git import voeg_samen_voor_git  # noqa: PLC0415

    return 0 if voeg_samen_voor_git(onze, oud, hunne, naam, vragen=vragen) else INPUT


def _vrager(*, ja: bool, eenvoudig: bool) -> Vrager:
    if ja:
        return lambda _: True
    if not user.is_terminal():
        raise GebruikError(
            "Hier is geen terminal om in te vragen. Gebruik --ja om alles te doen, of --proef om te"
            " zien wat er zou veranderen."
        )
    vragensteller = user.open_vragensteller(eenvoudig=eenvoudig)

    def vraag(zin: str) -> bool | None:
        # Not `ja_nee`, for which Ctrl+C is a no: the next question would follow.
        keuze = vragensteller.kies_uit(zin, [("ja", "ja"), ("nee", "nee")])
        return None if keuze is None else keuze == "ja"

    return vraag


def _meld(uitkomst: Uitkomst, *, proef: bool) -> None:
    if not uitkomst.gedaan:
        over = uitkomst.niet or uitkomst.is_gestopt
        say("Er is niets veranderd." if over else "Er is niets te veranderen.")
    for stap in uitkomst.gedaan:
        for wijziging in stap.wijzigingen:
            say(f"{'zou veranderen' if proef else 'veranderd'}: {wijziging.waar}")
            for regel in wijziging.wat:
                say(f"  {regel}")
    for melding in uitkomst.meldingen:
        say(melding, err=True)
