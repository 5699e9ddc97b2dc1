"""The words of a paragraph as they stand out: their forms, and where a link leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.document.fields import OpenFields
from uitvoeringsplan.document.paragraph_content import Kind
from uitvoeringsplan.document.visible_form import (
    CAPITALS,
    COLOURED,
    HIGH,
    LOW,
    SMALL_CAPITALS,
    UNDERLINED,
)
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.symbols import raised_or_lowered
from uitvoeringsplan.ooxml.tree import child, val, w

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from uitvoeringsplan.document.paragraph_content import Item
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.returned.answer_blocks import MarkupReader

_HYPERLINK, _SIMPLE_FIELD = w("hyperlink"), w("fldSimple")
_NO_LINK = ("", "")
_PLACES = {HIGH: "superscript", LOW: "subscript"}


class RunWords(NamedTuple):
    """The letters of a run, and where they lead: an address, and a place in the document."""

    run: Element | None
    text: str
    link: tuple[str, str] = _NO_LINK


class DressedWords(NamedTuple):
    """Words that follow each other, with the forms that they have and where they lead."""

    text: str
    forms: tuple[str, ...]
    link: tuple[str, str] = _NO_LINK


def words_of_runs(items: Iterable[Item], reader: MarkupReader) -> list[RunWords]:
    """Return the letters of every run in order; the results of fields are letters too."""
    result: list[RunWords] = []
    links: list[tuple[str, str]] = []
    fields: OpenFields | None = None  # most paragraphs have none
    for kind, element, run, text in items:
        if kind is Kind.TEXT:
            link = links[-1] if links else fields.link if fields else _NO_LINK
            if result and result[-1].run is run and result[-1].link == link:
                text = result.pop().text + text  # noqa: PLW2901 - the same words go on
            result.append(RunWords(run, text, link))
        elif kind is Kind.LINK:
            links.append(reader.leads_to(element))
        elif kind is Kind.END and element.tag == _HYPERLINK:
            links.pop()
        elif kind in (Kind.FIELD_SIGN, Kind.INSTRUCTION, Kind.FIELD):
            fields = fields or OpenFields()
            if kind is Kind.FIELD_SIGN:
                fields.sign(val(element, "fldCharType"))
            elif kind is Kind.FIELD:
                fields.start_simple(val(element, "instr"))
            else:
                fields.instruct(element.text or "")
        elif fields and kind is Kind.END and element.tag == _SIMPLE_FIELD:
            fields.sign("end")
    return result


def dressed_words(
    runs: Iterable[RunWords],
    reader: MarkupReader,
    style_id: str,
    from_style: tuple[str, ...],
    besides: Collection[str],
) -> Iterator[DressedWords]:
    """Yield the words of runs; those in the same forms that follow each other as one.

    The style of the paragraph gives its words the forms in `from_style`; those in `besides` say
    nothing there.
    """
    so_far = DressedWords("", ())
    for run, text, link in runs:
        properties = child(run, "rPr")
        forms = from_style
        if properties is not None:
            own = reader.forms.of_run(properties, style_id)
            forms = tuple(sorted(_said(own, from_style, text, properties, is_link=any(link))))
        forms = tuple(form for form in forms if form not in besides)
        if (forms, link) != so_far[1:]:
            yield so_far
            so_far = DressedWords("", forms, link)
        so_far = so_far._replace(text=so_far.text + text)
    yield so_far


def _said(
    own: list[str], from_style: tuple[str, ...], raw: str, properties: Element, *, is_link: bool
) -> set[str]:
    """Return the forms that say something of these words."""
    forms = {form for form in from_style if f"niet {form}" not in own} | set(own)
    text = one_line(raw)
    if is_link:  # that is how a link looks
        forms -= {UNDERLINED, COLOURED}
    if text == text.upper():
        forms -= {CAPITALS, SMALL_CAPITALS}
    for form, place in _PLACES.items():
        # The letter of 1e reads the same on the line, and a figure is set there by its own sign.
        has_sign = child(properties, "position") is None and raised_or_lowered(raw, place) != raw
        if text.isalpha() or has_sign:
            forms.discard(form)
    return forms
