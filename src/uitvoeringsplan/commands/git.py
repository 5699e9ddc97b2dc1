"""`git`, and what git itself calls: showing a Word file as text, and merging plans."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from uitvoeringsplan.commands.edge import INVOER, ONDERBROKEN, is_terminal
from uitvoeringsplan.commands.gedeeld import EenvoudigOptie, VragenOptie  # noqa: TC001 - Typer
from uitvoeringsplan.commands.output import zeg, zeg_utf8
from uitvoeringsplan.errors import GebruikError

if TYPE_CHECKING:
    from uitvoeringsplan.tasks.git_inrichten import Uitkomst, Vrager

_Bestand = Annotated[Path, typer.Argument(readable=False)]


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
        from uitvoeringsplan.tasks.klaargezet import kijk_klaargezette_na  # noqa: PLC0415

        fouten = kijk_klaargezette_na(vragen=vragen)
        for fout in fouten:
            zeg(str(fout), err=True)
        return INVOER if fouten else 0
    from uitvoeringsplan.tasks.git_inrichten import haal_weg, richt_in  # noqa: PLC0415

    doe = haal_weg if weg else richt_in
    uitkomst = doe(map_, _vrager(ja=ja or proef, eenvoudig=eenvoudig), proef=proef)
    _meld(uitkomst, proef=proef)
    if uitkomst.is_gestopt:
        zeg("Gestopt. Wat hierboven niet staat, is niet veranderd.", err=True)
        return ONDERBROKEN
    return 0


def als_tekst(bestand: _Bestand) -> int:
    """Schrijf een Word-bestand als tekst (voor `git diff`)."""
    from uitvoeringsplan.tasks.alstekst import als_tekst as lees  # noqa: PLC0415

    zeg_utf8(lees(bestand))
    return 0


def voeg_samen(
    onze: _Bestand,
    oud: _Bestand,
    hunne: _Bestand,
    naam: _Bestand,
    *,
    vragen: VragenOptie = None,
) -> int:
    """Voeg twee versies van een plan samen (voor `git merge`)."""
    from uitvoeringsplan.tasks.voegsamen import voeg_samen_voor_git  # noqa: PLC0415

    return 0 if voeg_samen_voor_git(onze, oud, hunne, naam, vragen=vragen) else INVOER


def _vrager(*, ja: bool, eenvoudig: bool) -> Vrager:
    if ja:
        return lambda _: True
    if not is_terminal():
        raise GebruikError(
            "Hier is geen terminal om in te vragen. Gebruik --ja om alles te doen, of --proef om te"
            " zien wat er zou veranderen."
        )
    from uitvoeringsplan.commands.gesprek import maak_vragensteller  # noqa: PLC0415

    vragensteller = maak_vragensteller(eenvoudig=eenvoudig)

    def vraag(zin: str) -> bool | None:
        # Not `ja_nee`, for which Ctrl+C is a no: the next question would follow.
        keuze = vragensteller.kies_uit(zin, [("ja", "ja"), ("nee", "nee")])
        return None if keuze is None else keuze == "ja"

    return vraag


def _meld(uitkomst: Uitkomst, *, proef: bool) -> None:
    if not uitkomst.gedaan:
        over = uitkomst.niet or uitkomst.is_gestopt
        zeg("Er is niets veranderd." if over else "Er is niets te veranderen.")
    for stap in uitkomst.gedaan:
        for wijziging in stap.wijzigingen:
            zeg(f"{'zou veranderen' if proef else 'veranderd'}: {wijziging.waar}")
            for regel in wijziging.wat:
                zeg(f"  {regel}")
    for melding in uitkomst.meldingen:
        zeg(melding, err=True)
