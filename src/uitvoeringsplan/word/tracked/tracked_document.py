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
from uitvoeringsplan.word.tracked.tracked_controls import with_open_controls
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
    field: Invulveld,
    vraag: Vraag,
    old: Side,
    new: Side,
    styles: StyleIds,
    gathered: Gathered | None,
    marks: Marks,
) -> str:
    """Return the content of a control; empty when it has nothing to show in either plan.

    Without `gathered` links become plain text: only the main part can have them.
    """
    if field.form is ControlKind.REGEL:
        return _line(vraag, old, new, marks, field.rpr)
    ppr = inner_xml(field.ppr)
    if vraag.type.shape is Shape.TABLE:
        # Few templates have a table.
        from uitvoeringsplan.word.tracked.tracked_table import tracked_table_xml  # noqa: PLC0415

        return tracked_table_xml(vraag, old, new, ppr, styles, marks)
    if not vraag.type.is_block:
        runs = _line(vraag, old, new, marks, field.rpr)
        paragraph = ParagraphVersion(Verandering.GELIJK, ppr, ppr, runs)
        return tracked_paragraphs_xml([paragraph], ppr, marks) if runs else ""
    links, right = _blocks(old), _blocks(new)
    if gathered is None:
        links, right, gathered = without_links(links), without_links(right), Gathered(0)
    letters = read_looks(field.rpr)
    verschil = compare_blocks(links, right)
    paragraphs: list[ParagraphVersion] = []
    for block, (was, wordt) in zip(
        verschil, properties_of_both(verschil, styles, gathered, ppr), strict=True
    ):
        same_words = all(what is Verandering.GELIJK for what, _ in block.runs)
        if was != wordt and is_numbered(was) and not same_words:
            versies = ((Verandering.WEG, was, block.old), (Verandering.NIEUW, wordt, block.new))
            for what, form, one in versies:
                pieces = [Verschilstuk(what, piece) for piece in one.runs] if one else []
                runs = tracked_runs_xml(pieces, styles, gathered, marks, letters)
                paragraphs.append(ParagraphVersion(what, form, form, runs))
        else:
            runs = tracked_runs_xml(block.runs, styles, gathered, marks, letters)
            paragraphs.append(ParagraphVersion(block.change, was, wordt, runs))
    return tracked_paragraphs_xml(paragraphs, ppr, marks)


def _line(vraag: Vraag, old: Side, new: Side, marks: Marks, rpr: str) -> str:
    """Return the runs of an answer on one line."""
    links, right = (
        field_text(vraag, side.value) if side.value else side.empty_text for side in (old, new)
    )
    pieces = compare_words(*((Run(text),) if text else () for text in (links, right)))
    return tracked_plain_xml(pieces, marks, rpr)


def _blocks(side: Side) -> tuple[Block, ...]:
    """Return the blocks of an answer; blanks alone show nothing."""
    blocks = read_markup(side.value)
    if blocks or not side.empty_text:
        return blocks
    return (Paragraph((Run(side.empty_text),)),)


_LONGEST_NAME = 255  # of an author, to the schema


def write_tracked(
    sjabloon: Sjabloon,
    vragenlijst: Vragenlijst,
    old: Plan,
    new: Plan,
    *,
    auteur: str,
    datum: str,
    pictures: Mapping[str, Sequence[Tekening]] = NO_PICTURES,
) -> bytes:
    """Return the document of the new plan, with real tracked changes in every answer and field.

    Accepting them all leaves the answers of `new`, rejecting them those of `old`; the properties
    of the document are those of `new`. `datum` is a moment as the format writes it
    (`2027-01-31T00:00:00Z`). A part with a condition is there when it holds for the new plan, or
    would hold when the answers that went were still there; its own words have no marks. Where an
    answer came, the control stays empty when that is rejected, without its placeholder.
    Raises SjabloonError.
    """
    old, new = without_hidden(vragenlijst, old), without_hidden(vragenlijst, new)
    name = shortened(one_line(auteur), _LONGEST_NAME)
    numbers = count(first_number(sjabloon.roots.values()))

    unchanged = answer_writer(sjabloon, vragenlijst, new)

    def sides(field: Invulveld, vraag: Vraag) -> tuple[Side, Side]:
        is_vraag = field.tag not in vragenlijst.veld_ids
        return (
            _side(old, field, vraag, is_vraag=is_vraag),
            _side(new, field, vraag, is_vraag=is_vraag),
        )

    def schrijf(field: Invulveld, vraag: Vraag, gathered: Gathered | None) -> str:
        was, is_nu = sides(field, vraag)
        if was == is_nu:
            return unchanged(field, vraag, gathered)
        marks = Marks(name, datum, numbers)
        return tracked_control_xml(field, vraag, was, is_nu, sjabloon.styles, gathered, marks)

    def is_changed(field: Invulveld) -> bool:
        was, is_nu = sides(field, vragenlijst.vraag(field.tag))
        return was != is_nu

    if any(is_changed(field) for part in sjabloon.parts for field in part.fields):
        sjabloon = with_open_controls(
            sjabloon,
            lambda field: (
                is_changed(field)
                or (
                    field.form is ControlKind.BLOK and bool(new.value(vragenlijst.vraag(field.tag)))
                )
            ),
        )
    filling = Filling(schrijf, _together(vragenlijst, old, new), old)
    return fill_with(filling, sjabloon, vragenlijst, new, pictures)


def _side(plan: Plan, field: Invulveld, vraag: Vraag, *, is_vraag: bool) -> Side:
    leegtekst = ""
    if plan.is_definitief:
        is_zin = is_vraag and field.form is ControlKind.BLOK
        leegtekst = vraag.empty_text if is_zin else NOT_KNOWN
    return Side(plan.value(vraag), leegtekst)


def _together(vragenlijst: Vragenlijst, old: Plan, new: Plan) -> Plan:
    """Return a plan with what either of the two has; where both have something, the new one's."""
    gegevens = {v.id: new.value(v) or old.value(v) for v in vragenlijst.gegevens}
    gegevens[STATUS] = new.gegevens.get(STATUS) or ""  # nobody goes back to an adopted plan
    return new._replace(
        gegevens=gegevens,
        antwoorden={v.id: new.text(v) or old.text(v) for v in vragenlijst.vragen},
        hidden=new.hidden & old.hidden,
    )
