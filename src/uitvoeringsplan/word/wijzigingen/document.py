"""The document of a new plan with everything that changed since an old one as tracked changes."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from uitvoeringsplan.model.plan import zonder_verborgen
from uitvoeringsplan.model.tekst import een_regel
from uitvoeringsplan.model.velden import STATUS
from uitvoeringsplan.ooxml.names import ingekort
from uitvoeringsplan.word.invullen import (
    GEEN_BEELDEN,
    Invulling,
    antwoordschrijver,
    vul_met,
)
from uitvoeringsplan.word.invulvelden import Vorm
from uitvoeringsplan.word.veldinhoud import NIET_BEKEND
from uitvoeringsplan.word.wijzigingen.inhoud import inhoud_xml
from uitvoeringsplan.word.wijzigingen.kant import Kant
from uitvoeringsplan.word.wijzigingen.merken import Merken, eerste_nummer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from uitvoeringsplan.drawing.picture import Tekening
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.antwoordxml import Bijvangst
    from uitvoeringsplan.word.invulvelden import Invulveld
    from uitvoeringsplan.word.sjabloon.openen import Sjabloon

_LANGSTE_NAAM = 255  # of an author, to the schema


def met_wijzigingen(
    sjabloon: Sjabloon,
    vragenlijst: Vragenlijst,
    oud: Plan,
    nieuw: Plan,
    *,
    auteur: str,
    datum: str,
    beelden: Mapping[str, Sequence[Tekening]] = GEEN_BEELDEN,
) -> bytes:
    """Return the document of the new plan, with real tracked changes in every answer and field.

    Accepting them all leaves the answers of `nieuw`, rejecting them those of `oud`; the properties
    of the document are those of `nieuw`. `datum` is a moment as the format writes it
    (`2027-01-31T00:00:00Z`). A part with a condition is there when it holds for the new plan, or
    would hold when the answers that went were still there; its own words have no marks. Where an
    answer came, the control stays empty when that is rejected, without its placeholder.
    Raises SjabloonError.
    """
    oud, nieuw = zonder_verborgen(vragenlijst, oud), zonder_verborgen(vragenlijst, nieuw)
    naam = ingekort(een_regel(auteur), _LANGSTE_NAAM)
    nummers = count(eerste_nummer(part.root for part in sjabloon.parts))

    ongewijzigd = antwoordschrijver(sjabloon, vragenlijst, nieuw)

    def schrijf(veld: Invulveld, vraag: Vraag, vangst: Bijvangst | None) -> str:
        is_vraag = veld.tag not in vragenlijst.veld_ids
        was, is_nu = (_kant(plan, veld, vraag, is_vraag=is_vraag) for plan in (oud, nieuw))
        if was == is_nu:
            return ongewijzigd(veld, vraag, vangst)
        merken = Merken(naam, datum, nummers)
        return inhoud_xml(veld, vraag, was, is_nu, sjabloon.stijlen, vangst, merken)

    invulling = Invulling(schrijf, _samen(vragenlijst, oud, nieuw), oud)
    return vul_met(invulling, sjabloon, vragenlijst, nieuw, beelden)


def _kant(plan: Plan, veld: Invulveld, vraag: Vraag, *, is_vraag: bool) -> Kant:
    leegtekst = ""
    if plan.is_definitief:
        is_zin = is_vraag and veld.vorm is Vorm.BLOK
        leegtekst = vraag.leegtekst if is_zin else NIET_BEKEND
    return Kant(plan.waarde(vraag), leegtekst)


def _samen(vragenlijst: Vragenlijst, oud: Plan, nieuw: Plan) -> Plan:
    """Return a plan with what either of the two has; where both have something, the new one's."""
    gegevens = {v.id: nieuw.waarde(v) or oud.waarde(v) for v in vragenlijst.gegevens}
    gegevens[STATUS] = nieuw.gegevens.get(STATUS) or ""  # nobody goes back to an adopted plan
    return replace(
        nieuw,
        gegevens=gegevens,
        antwoorden={v.id: nieuw.tekst(v) or oud.tekst(v) for v in vragenlijst.vragen},
        verborgen=nieuw.verborgen & oud.verborgen,
    )
