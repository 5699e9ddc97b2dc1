"""The document of a new plan with everything that changed since an old one as tracked changes."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from uitvoeringsplan.model.answer_markup import Paragraph, Run, read_markup
from uitvoeringsplan.model.block_differences import compare_blocks
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.model.plan import without_hidden
from uitvoeringsplan.model.velden import STATUS
from uitvoeringsplan.model.vraag import Shape
from uitvoeringsplan.model.word_differences import Verandering, Verschilstuk, compare_words
from uitvoeringsplan.ooxml.names import shortened
from uitvoeringsplan.word.filling.filling import (
    NO_PICTURES,
    Filling,
    answer_writer,
    fill_with,
)
from uitvoeringsplan.word.invulvelden import ControlKind
from uitvoeringsplan.word.tracked.tracked_paragraphs import (
    ParagraphVersion,
    inner_xml,
    is_numbered,
    properties_of_both,
    tracked_paragraphs_xml,
)
from uitvoeringsplan.word.tracked.tracked_runs import (
    Marks,
    Side,
    first_number,
    tracked_plain_xml,
    tracked_runs_xml,
)
from uitvoeringsplan.word.writing.answer_xml import Gathered, read_looks, without_links
from uitvoeringsplan.word.writing.control_content import NOT_KNOWN, field_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from uitvoeringsplan.drawing.picture import Tekening
    from uitvoeringsplan.model.answer_markup import Block
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.invulvelden import Invulveld
    from uitvoeringsplan.word.sjabloon.variant import Sjabloon
    from uitvoeringsplan.word.writing.answer_xml import StyleIds


def tracked_control_xml(
    veld: Invulveld,
    vraag: Vraag,
    oud: Side,
    nieuw: Side,
    stijlen: StyleIds,
    vangst: Gathered | None,
    merken: Marks,
) -> str:
    """Return the content of a control; empty when it has nothing to show in either plan.

    Without `vangst` links become plain text: only the main part can have them.
    """
    if veld.vorm is ControlKind.REGEL:
        return _regel(vraag, oud, nieuw, merken, veld.rpr)
    ppr = inner_xml(veld.ppr)
    if vraag.type.shape is Shape.TABLE:
        # Few templates have a table.
        from uitvoeringsplan.word.tracked.tracked_table import tracked_table_xml  # noqa: PLC0415

        return tracked_table_xml(vraag, oud, nieuw, ppr, stijlen, merken)
    if not vraag.type.is_blok:
        runs = _regel(vraag, oud, nieuw, merken, veld.rpr)
        alinea = ParagraphVersion(Verandering.GELIJK, ppr, ppr, runs)
        return tracked_paragraphs_xml([alinea], ppr, merken) if runs else ""
    links, rechts = _blokken(oud), _blokken(nieuw)
    if vangst is None:
        links, rechts, vangst = without_links(links), without_links(rechts), Gathered(0)
    letters = read_looks(veld.rpr)
    verschil = compare_blocks(links, rechts)
    alineas: list[ParagraphVersion] = []
    for blok, (was, wordt) in zip(
        verschil, properties_of_both(verschil, stijlen, vangst, ppr), strict=True
    ):
        zelfde_woorden = all(wat is Verandering.GELIJK for wat, _ in blok.stukken)
        if was != wordt and is_numbered(was) and not zelfde_woorden:
            versies = ((Verandering.WEG, was, blok.oud), (Verandering.NIEUW, wordt, blok.nieuw))
            for wat, vorm, een in versies:
                stukken = [Verschilstuk(wat, stuk) for stuk in een.stukken] if een else []
                runs = tracked_runs_xml(stukken, stijlen, vangst, merken, letters)
                alineas.append(ParagraphVersion(wat, vorm, vorm, runs))
        else:
            runs = tracked_runs_xml(blok.stukken, stijlen, vangst, merken, letters)
            alineas.append(ParagraphVersion(blok.wat, was, wordt, runs))
    return tracked_paragraphs_xml(alineas, ppr, merken)


def _regel(vraag: Vraag, oud: Side, nieuw: Side, merken: Marks, rpr: str) -> str:
    """Return the runs of an answer on one line."""
    links, rechts = (
        field_text(vraag, kant.waarde) if kant.waarde else kant.empty_text for kant in (oud, nieuw)
    )
    stukken = compare_words(*((Run(tekst),) if tekst else () for tekst in (links, rechts)))
    return tracked_plain_xml(stukken, merken, rpr)


def _blokken(kant: Side) -> tuple[Block, ...]:
    """Return the blocks of an answer; blanks alone show nothing."""
    blokken = read_markup(kant.waarde)
    if blokken or not kant.empty_text:
        return blokken
    return (Paragraph((Run(kant.empty_text),)),)


_LANGSTE_NAAM = 255  # of an author, to the schema


def write_tracked(
    sjabloon: Sjabloon,
    vragenlijst: Vragenlijst,
    oud: Plan,
    nieuw: Plan,
    *,
    auteur: str,
    datum: str,
    beelden: Mapping[str, Sequence[Tekening]] = NO_PICTURES,
) -> bytes:
    """Return the document of the new plan, with real tracked changes in every answer and field.

    Accepting them all leaves the answers of `nieuw`, rejecting them those of `oud`; the properties
    of the document are those of `nieuw`. `datum` is a moment as the format writes it
    (`2027-01-31T00:00:00Z`). A part with a condition is there when it holds for the new plan, or
    would hold when the answers that went were still there; its own words have no marks. Where an
    answer came, the control stays empty when that is rejected, without its placeholder.
    Raises SjabloonError.
    """
    oud, nieuw = without_hidden(vragenlijst, oud), without_hidden(vragenlijst, nieuw)
    naam = shortened(one_line(auteur), _LANGSTE_NAAM)
    nummers = count(first_number(sjabloon.roots.values()))

    ongewijzigd = answer_writer(sjabloon, vragenlijst, nieuw)

    def schrijf(veld: Invulveld, vraag: Vraag, vangst: Gathered | None) -> str:
        is_vraag = veld.tag not in vragenlijst.veld_ids
        was, is_nu = (_kant(plan, veld, vraag, is_vraag=is_vraag) for plan in (oud, nieuw))
        if was == is_nu:
            return ongewijzigd(veld, vraag, vangst)
        merken = Marks(naam, datum, nummers)
        return tracked_control_xml(veld, vraag, was, is_nu, sjabloon.stijlen, vangst, merken)

    invulling = Filling(schrijf, _samen(vragenlijst, oud, nieuw), oud)
    return fill_with(invulling, sjabloon, vragenlijst, nieuw, beelden)


def _kant(plan: Plan, veld: Invulveld, vraag: Vraag, *, is_vraag: bool) -> Side:
    leegtekst = ""
    if plan.is_definitief:
        is_zin = is_vraag and veld.vorm is ControlKind.BLOK
        leegtekst = vraag.empty_text if is_zin else NOT_KNOWN
    return Side(plan.waarde(vraag), leegtekst)


def _samen(vragenlijst: Vragenlijst, oud: Plan, nieuw: Plan) -> Plan:
    """Return a plan with what either of the two has; where both have something, the new one's."""
    gegevens = {v.id: nieuw.waarde(v) or oud.waarde(v) for v in vragenlijst.gegevens}
    gegevens[STATUS] = nieuw.gegevens.get(STATUS) or ""  # nobody goes back to an adopted plan
    return nieuw._replace(
        gegevens=gegevens,
        antwoorden={v.id: nieuw.tekst(v) or oud.tekst(v) for v in vragenlijst.vragen},
        verborgen=nieuw.verborgen & oud.verborgen,
    )
