"""A control with a list to choose from: the words of the choice, and the value that it keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.ooxml.tree import child, val, w
from uitvoeringsplan.word.kinds.field_kind import (
    FieldKind,
    drop_flag,
    put_content,
    shown_words,
    with_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.kinds.field_kind import Value

_LAST = w("lastValue")


class ListControl(FieldKind):
    """A drop-down list or a combo box (ECMA-376 part 1, 17.5.2.5 and 17.5.2.15)."""

    def fill(self, control: Element, value: Value) -> None:
        """Put a choice in; words that are in no item stand there as they are."""
        if not value.content:
            return
        own = _list(control)
        content = list(value.content)
        if own is not None:
            asked = value.words.casefold()
            item = next((one for one in _items(own) if one[0].casefold() == asked), None)
            if item is None:
                own.attrib.pop(_LAST, "")
            else:
                own.set(_LAST, item[1])
                if not value.is_tracked:
                    content = with_words(value.content, item[0])
        drop_flag(control)
        put_content(control, content)

    def shown(self, control: Element, vraag: Vraag) -> str | None:
        """Return the words of the choice.

        LibreOffice 7.4 shows the value of an item for its words in a control around paragraphs.
        """
        del vraag
        words, own = shown_words(control), _list(control)
        items = list(_items(own)) if own is not None else []
        if any(words == shown for shown, _ in items):
            return None
        return next((shown for shown, kept in items if kept == words), None)


def _list(control: Element) -> Element | None:
    properties = child(control, "sdtPr")
    found = child(properties, "dropDownList")
    return child(properties, "comboBox") if found is None else found


def _items(own: Element) -> Iterator[tuple[str, str]]:
    """Yield what each item shows, and the value that it keeps."""
    for item in own.iterchildren(w("listItem")):
        kept = val(item, "value")
        yield one_line(val(item, "displayText") or kept), kept
