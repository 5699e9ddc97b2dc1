"""The document of a new plan with everything that changed since an old one as tracked changes."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from uitvoeringsplan.model.block_differences import vergelijk_blokken
from uitvoeringsplan.model.opmaak import Alinea, Stuk, lees_opmaak
from uitvoeringsplan.model.plan import zonder_verborgen
from uitvoeringsplan.model.tekst import een_regel
from uitvoeringsplan.model.velden import STATUS
from uitvoeringsplan.model.vraag import Shape
from uitvoeringsplan.model.word_differences import Verandering, Verschilstuk, vergelijk_woorden
from uitvoeringsplan.ooxml.names import ingekort
from uitvoeringsplan.word.filling.filling import (
    GEEN_BEELDEN,
    Invulling,
    antwoordschrijver,
    vul_met,
)
from uitvoeringsplan.word.invulvelden import Vorm
from uitvoeringsplan.word.tracked.tracked_paragraphs import (
    Alineaversie,
    alineas_xml,
    inwendig,
    is_genummerd,
    vormen,
)
from uitvoeringsplan.word.tracked.tracked_runs import (
    Kant,
    Merken,
    eerste_nummer,
    kale_loops_xml,
    loops_xml,
)
from uitvoeringsplan.word.writing.answer_xml import Bijvangst, lees_letters, zonder_links
from uitvoeringsplan.word.writing.control_content import NIET_BEKEND, veldtekst

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from uitvoeringsplan.drawing.picture import Tekening
    from uitvoeringsplan.model.opmaak import Blok
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.invulvelden import Invulveld
    from uitvoeringsplan.word.sjabloon.variant import Sjabloon
    from uitvoeringsplan.word.writing.answer_xml import Stijlen


def inhoud_xml(
    veld: Invulveld,
    vraag: Vraag,
    oud: Kant,
    nieuw: Kant,
    stijlen: Stijlen,
    vangst: Bijvangst | None,
    merken: Merken,
) -> str:
    """Return the content of a control; empty when it has nothing to show in either plan.

    Without `vangst` links become plain text: only the main part can have them.
    """
    if veld.vorm is Vorm.REGEL:
        return _regel(vraag, oud, nieuw, merken, veld.rpr)
    ppr = inwendig(veld.ppr)
    if vraag.type.shape is Shape.TABLE:
        # Few templates have a table.
        from uitvoeringsplan.word.tracked.tracked_table import tabelinhoud  # noqa: PLC0415

        return tabelinhoud(vraag, oud, nieuw, ppr, stijlen, merken)
    if not vraag.type.is_blok:
        runs = _regel(vraag, oud, nieuw, merken, veld.rpr)
        alinea = Alineaversie(Verandering.GELIJK, ppr, ppr, runs)
        return alineas_xml([alinea], ppr, merken) if runs else ""
    links, rechts = _blokken(oud), _blokken(nieuw)
    if vangst is None:
        links, rechts, vangst = zonder_links(links), zonder_links(rechts), Bijvangst(0)
    letters = lees_letters(veld.rpr)
    verschil = vergelijk_blokken(links, rechts)
    alineas: list[Alineaversie] = []
    for blok, (was, wordt) in zip(verschil, vormen(verschil, stijlen, vangst, ppr), strict=True):
        zelfde_woorden = all(wat is Verandering.GELIJK for wat, _ in blok.stukken)
        if was != wordt and is_genummerd(was) and not zelfde_woorden:
            versies = ((Verandering.WEG, was, blok.oud), (Verandering.NIEUW, wordt, blok.nieuw))
            for wat, vorm, een in versies:
                stukken = [Verschilstuk(wat, stuk) for stuk in een.stukken] if een else []
                runs = loops_xml(stukken, stijlen, vangst, merken, letters)
                alineas.append(Alineaversie(wat, vorm, vorm, runs))
        else:
            runs = loops_xml(blok.stukken, stijlen, vangst, merken, letters)
            alineas.append(Alineaversie(blok.wat, was, wordt, runs))
    return alineas_xml(alineas, ppr, merken)


def _regel(vraag: Vraag, oud: Kant, nieuw: Kant, merken: Merken, rpr: str) -> str:
    """Return the runs of an answer on one line."""
    links, rechts = (
        veldtekst(vraag, kant.waarde) if kant.waarde else kant.leegtekst for kant in (oud, nieuw)
    )
    stukken = vergelijk_woorden(*((Stuk(tekst),) if tekst else () for tekst in (links, rechts)))
    return kale_loops_xml(stukken, merken, rpr)


def _blokken(kant: Kant) -> tuple[Blok, ...]:
    """Return the blocks of an answer; blanks alone show nothing."""
    blokken = lees_opmaak(kant.waarde)
    if blokken or not kant.leegtekst:
        return blokken
    return (Alinea((Stuk(kant.leegtekst),)),)


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
    return nieuw._replace(
        gegevens=gegevens,
        antwoorden={v.id: nieuw.tekst(v) or oud.tekst(v) for v in vragenlijst.vragen},
        verborgen=nieuw.verborgen & oud.verborgen,
    )
