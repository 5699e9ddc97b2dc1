"""What stands between the words of an answer, gives no words itself, and so cannot come along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.document.paragraph_content import Kind, words_inside
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.ooxml.tree import child, val, w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.document.paragraph_content import Item
    from uitvoeringsplan.word.returned.answer_blocks import MarkupReader

_THINGS = {
    Kind.PICTURE: "een afbeelding of tekstvak",
    Kind.FILE: "een ingevoegd bestand",
    Kind.NOTE: "een voetnoot",
    Kind.RUBY: "een bijschrift boven woorden",
    Kind.CONTENTS: "een inhoudsopgave",
    Kind.VALUE: "een datum",
    Kind.FORMULA: "een formule",
}
_OTHER_THINGS = {w("endnoteReference"): "een eindnoot", w("pgNum"): "een paginanummer"}
_BREAKS = {"page": "een pagina-einde", "column": "een kolomeinde"}
_FIELDS = (Kind.FIELD_SIGN, Kind.FIELD)
_WITH_WORDS = (Kind.PICTURE, Kind.FILE, Kind.RUBY, Kind.UNKNOWN)
_LONG = 200


def without_words(items: Sequence[Item], style_id: str, reader: MarkupReader) -> list[str]:
    """Return what is to be said of everything in a paragraph that an answer cannot hold."""
    things: dict[tuple[str, str], None] = {}
    has_fields = False
    for kind, element, _, _ in items:
        if kind is Kind.TEXT:
            continue
        if kind is Kind.UNKNOWN:
            local = element.tag.rpartition("}")[2]
            name = f"iets dat dit programma niet kent ({local})"
        elif kind is Kind.CONTROL and child(element, "sdtPr", "docPartObj") is not None:
            name = _THINGS[Kind.CONTENTS]
        elif kind is Kind.SIGN and val(element, "type") in _BREAKS:
            name = _BREAKS[val(element, "type")]
        elif kind in _THINGS:
            name = _OTHER_THINGS.get(element.tag, _THINGS[kind])
        else:
            has_fields |= kind in _FIELDS
            continue
        things[name, words_inside(element) if kind in _WITH_WORDS else ""] = None
    result = []
    for name, words in things:
        met = f" met “{_shortened(words)}”" if words else ""
        result.append(
            f"staat {name}{met}. Dat kan niet mee; de tekst {'eromheen ' * bool(met)}wel."
        )
    for instruction in reader.unread(items, style_id) if has_fields else ():
        field = f"een veld dat Word zelf invult (“{_shortened(instruction)}”)"
        result.append(f"staat {field}. Dat kan niet mee; de tekst eromheen wel.")
    return result


def _shortened(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= _LONG else f"{text[:_LONG].rstrip()}…"
