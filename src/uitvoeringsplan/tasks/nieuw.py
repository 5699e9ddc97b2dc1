"""`nieuw` and `verder`: starting a plan, and going on with it."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError, BestandError
from uitvoeringsplan.model.beurt import Beurt, Gestopt, Stap
from uitvoeringsplan.model.plan import is_verplicht
from uitvoeringsplan.storage.gitbestanden import aanvullingen
from uitvoeringsplan.storage.planbestand import nieuw_planbestand
from uitvoeringsplan.storage.planbewaring import bewaar_nieuw
from uitvoeringsplan.storage.vindplaats import PLAN_EINDE
from uitvoeringsplan.tasks.gesprek import Uitkomst, bied_resten_aan, stappen, voer_gesprek

if TYPE_CHECKING:
    from uitvoeringsplan.model.beurt import Vragensteller
    from uitvoeringsplan.storage.planbestand import Planbestand
    from uitvoeringsplan.tasks.omgeving import Omgeving


def planpad(pad: Path) -> Path:
    """Return the path with the ending of a plan, which a user need not type."""
    if pad.name.endswith(PLAN_EINDE):
        return pad
    return pad.with_name(pad.name.removesuffix(".yaml").removesuffix(".plan") + PLAN_EINDE)


def begin_plan(
    omgeving: Omgeving, pad: Path | None, vragensteller: Vragensteller
) -> Planbestand | None:
    """Ask the first field and make the project file; None when the user stops before that.

    Without `pad` the file gets the name of the municipality, in this folder. Raises BestandError
    when the file is there already.
    """
    lijst = omgeving.vragenlijst
    eerste = stappen(lijst)[0]
    if pad is not None:
        _moet_nieuw_zijn(planpad(pad))
    melding = tekst = ""
    while True:
        zet = vragensteller.stel(Beurt(eerste, tekst, 0, len(lijst.vragen), melding))
        if isinstance(zet, Gestopt):
            return None
        try:
            tekst = eerste.vraag.normaliseer(zet.tekst)
        except AntwoordError as fout:
            melding, tekst = fout.melding, zet.tekst
            continue
        if pad is not None or bestandsnaam(tekst):
            break
        melding = "Zonder dit antwoord kan het plan geen naam krijgen. Vul het in, of stop."
    doel = planpad(pad if pad is not None else Path(bestandsnaam(tekst)))
    _moet_nieuw_zijn(doel)
    bestand = nieuw_planbestand(doel, lijst, {eerste.vraag.id: tekst} if tekst else {})
    bewaar_nieuw(bestand)
    return bestand


def _moet_nieuw_zijn(pad: Path) -> None:
    if pad.exists():
        raise BestandError(
            pad,
            "dit plan bestaat al. Ga ermee verder met `uitvoeringsplan verder`, of kies een andere"
            " naam.",
        )


def bestandsnaam(gemeente: str) -> str:
    """Return the name of a municipality as a file name: `'s-Hertogenbosch` to `s-hertogenbosch`."""
    kaal = unicodedata.normalize("NFKD", gemeente).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", kaal).strip("-")


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
            aanvulling.schrijf()


def vervolg_nieuw(bestand: Planbestand, vragensteller: Vragensteller) -> Uitkomst:
    """Ask everything that follows the first field of a new plan."""
    return voer_gesprek(bestand, stappen(bestand.vragenlijst)[1:], vragensteller)


def ga_verder(
    bestand: Planbestand,
    vragensteller: Vragensteller,
    *,
    vanaf: str | None = None,
    alles: bool = False,
) -> Uitkomst:
    """Ask what is open (or `alles`), starting at the question `vanaf` when that is given.

    Raises OnbekendeVraagError when there is no such question.
    """
    bestand = bied_resten_aan(bestand, vragensteller)
    return voer_gesprek(bestand, route(bestand, vanaf=vanaf, alles=alles), vragensteller)


def route(bestand: Planbestand, *, vanaf: str | None, alles: bool) -> list[Stap]:
    """Return the questions to ask, in order."""
    lijst = bestand.vragenlijst
    alle = stappen(lijst)
    begin = 0
    if vanaf is not None:
        vraag = lijst.vraag(vanaf)
        begin = next(i for i, stap in enumerate(alle) if stap.vraag is vraag)
    plan = bestand.plan

    def is_open(stap: Stap) -> bool:
        if stap.vraag.id in lijst.veld_ids and not is_verplicht(stap.vraag, plan.status):
            return False
        return not plan.waarde(stap.vraag)

    return [
        stap
        for i, stap in enumerate(alle)
        if i >= begin and (alles or (vanaf is not None and i == begin) or is_open(stap))
    ]
