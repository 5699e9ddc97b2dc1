"""`nieuw`: starting a plan."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError, BestandError
from uitvoeringsplan.files.lookup import PLAN_EINDE
from uitvoeringsplan.git.git_setup import aanvullingen
from uitvoeringsplan.model.beurt import (
    Beantwoord,
    Beurt,
    Gestopt,
    Overgeslagen,
    Positie,
    met_uitweg,
)
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.tekst import typed_command
from uitvoeringsplan.model.vraag import Verplicht
from uitvoeringsplan.plan.drafts import Concepten
from uitvoeringsplan.plan.planbestand import load_plan, nieuw_planbestand
from uitvoeringsplan.plan.saving import bewaar_nieuw
from uitvoeringsplan.tasks.ask_questions import Gesprek, Uitkomst
from uitvoeringsplan.tasks.steps import stappen
from uitvoeringsplan.tasks.take_answer import Raadgever

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uitvoeringsplan.model.beurt import Vragensteller
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.plan.planbestand import Planbestand
    from uitvoeringsplan.tasks.environment import Omgeving


def planpad(pad: Path) -> Path:
    """Return the path with the ending of a plan, which a user need not type."""
    if pad.name.endswith(PLAN_EINDE):
        return pad
    return pad.with_name(pad.name.removesuffix(".yaml").removesuffix(".plan") + PLAN_EINDE)


def bestandsnaam(gemeente: str) -> str:
    """Return the name of a municipality as a file name: `'s-Hertogenbosch` to `s-hertogenbosch`."""
    kaal = unicodedata.normalize("NFKD", gemeente).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", kaal).strip("-")


def overgenomen(vragenlijst: Vragenlijst, bron: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Return the fields and answers that a new plan takes over from another plan.

    All answers, and the fields that say what the plan is about. What belongs to one version or
    one decision starts anew: dates, choices with a default, and what only an adopted plan needs.
    """
    plan = load_plan(bron, vragenlijst).plan
    gegevens = {
        veld.id: plan.tekst(veld)
        for veld in vragenlijst.gegevens
        if veld.type.is_carried_over(veld) and veld.verplicht is not Verplicht.VASTGESTELD
    }
    return gegevens, dict(plan.antwoorden)


def maak_plan(omgeving: Omgeving, pad: Path, antwoorden: Path) -> Planbestand:
    """Make a plan with the answers of another one, without asking; raises BestandError."""
    gegevens, teksten = overgenomen(omgeving.vragenlijst, antwoorden)
    bestand = nieuw_planbestand(planpad(pad), omgeving.vragenlijst, gegevens, teksten)
    bewaar_nieuw(bestand)
    return bestand


def begin_plan(
    omgeving: Omgeving,
    pad: Path | None,
    vragensteller: Vragensteller,
    antwoorden: Path | None = None,
) -> Planbestand | None:
    """Ask the first field and make the project file; None when the user stops before that.

    Without `pad` the file gets the name of the municipality, in this folder. `antwoorden` is a
    plan to take answers from. Raises BestandError when the file is there already.
    """
    lijst = omgeving.vragenlijst
    gegevens: Mapping[str, str] = {}
    teksten: Mapping[str, str] = {}
    if antwoorden is not None:
        gegevens, teksten = overgenomen(lijst, antwoorden)
    if pad is not None:
        _moet_nieuw_zijn(planpad(pad))
    naam = _eerste_antwoord(lijst, gegevens, vragensteller, mag_leeg=pad is not None)
    if naam is None:
        return None
    doel = planpad(pad if pad is not None else Path(bestandsnaam(naam)))
    _moet_nieuw_zijn(doel)
    gegevens = {**gegevens, lijst.gegevens[0].id: naam} if lijst.gegevens else gegevens
    bestand = nieuw_planbestand(doel, lijst, gegevens, teksten)
    bewaar_nieuw(bestand)
    return bestand


def _eerste_antwoord(
    lijst: Vragenlijst, gegevens: Mapping[str, str], vragensteller: Vragensteller, *, mag_leeg: bool
) -> str | None:
    """Return the answer to the first field, which names the file; None when the user stops."""
    eerste = stappen(lijst)[0]
    melding, tekst = "", gegevens.get(eerste.vraag.id, "")
    over, raadgever, advies = tekst, Raadgever(lijst), ""
    plan = Plan(lijst.soort, lijst.versie, gegevens)
    while True:
        zet = vragensteller.stel(
            Beurt(
                eerste,
                tekst,
                0,
                len(lijst.vaste_vragen),
                melding,
                antwoord=over,
                is_nodig=not mag_leeg,
                positie=Positie("gegeven", 1, len(lijst.gegevens), 0, len(lijst.gegevens))
                if lijst.gegevens
                else None,
                is_geraden=bool(advies),
            )
        )
        advies = ""
        if isinstance(zet, Gestopt):
            return None
        if isinstance(zet, Overgeslagen):
            continue
        if not isinstance(zet, Beantwoord):  # there is no plan yet to go to another place in
            melding, tekst = "", zet.tekst
            continue
        try:
            tekst = eerste.vraag.normaliseer(zet.tekst)
        except AntwoordError as fout:
            melding, tekst = fout.melding, zet.tekst
            continue
        if advies := raadgever.over(plan, eerste.vraag, tekst):
            melding = met_uitweg(advies)
            continue
        if mag_leeg or bestandsnaam(tekst):
            return tekst
        melding = "Zonder dit antwoord kan het plan geen naam krijgen. Vul het in, of stop."


def _moet_nieuw_zijn(pad: Path) -> None:
    if pad.exists():
        raise BestandError(
            pad,
            f"dit plan bestaat al. Ga ermee verder met `{typed_command('verder', pad)}`, of kies"
            " een andere naam.",
        )


def vul_git_aan(bestand: Planbestand, vragensteller: Vragensteller) -> None:
    """Let git treat the new plan well, if its folder is in git and the user agrees."""
    nodig = aanvullingen(bestand.pad.parent)
    if not nodig:
        return
    namen = " en ".join(aanvulling.pad.name for aanvulling in nodig)
    if vragensteller.ja_nee(
        f"Deze map is in git. Mag ik {namen} aanvullen, zodat plannen goed samengevoegd worden en"
        " hulpbestanden buiten git blijven?"
    ):
        for aanvulling in nodig:
            try:
                aanvulling.schrijf()
            except BestandError as fout:  # the plan is there, and can be worked on without
                vragensteller.toon(str(fout))


def vervolg_nieuw(bestand: Planbestand, vragensteller: Vragensteller) -> Uitkomst:
    """Ask everything that follows the first field of a new plan."""
    gesprek = Gesprek(bestand, vragensteller, Concepten(bestand.pad))
    return gesprek.voer(1 if len(gesprek.stappen) > 1 else None, alles=True)
