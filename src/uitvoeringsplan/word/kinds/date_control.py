"""A control for a date: the day that it keeps, and its words in its own format and language."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from uitvoeringsplan.model.datum import read_datum
from uitvoeringsplan.ooxml.tree import child, val, w
from uitvoeringsplan.word.kinds.date_format import date_text, read_date
from uitvoeringsplan.word.kinds.field_kind import (
    FieldKind,
    drop_flag,
    put_content,
    shown_words,
    with_words,
)

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.kinds.field_kind import Value

_DAY = w("fullDate")


class DateControl(FieldKind):
    """A control for a date (ECMA-376 part 1, 17.5.2.7)."""

    def fill(self, control: Element, value: Value) -> None:
        """Put a date in; words that are no date stand there as they are, and no day is kept."""
        if not value.content:
            return
        own = child(control, "sdtPr", "date")  # a comparison may have made it a control for words
        day = read_datum(value.text)
        content = list(value.content)
        if own is not None and day is not None:
            own.set(_DAY, f"{day.isoformat()}T00:00:00Z")
            if not value.is_tracked:
                content = with_words(value.content, date_text(day, *_format(own)))
        elif own is not None:
            own.attrib.pop(_DAY, "")
        drop_flag(control)
        put_content(control, content)

    def shown(self, control: Element, vraag: Vraag) -> str | None:
        """Return the date as a plan shows it; every program shows the words, so those count."""
        words, own = shown_words(control), child(control, "sdtPr", "date")
        if own is None or not words:
            return None
        picture, language = _format(own)
        day = _kept(own)
        if day is None or date_text(day, picture, language) != words:
            day = read_date(words, picture, language)
        return None if day is None else vraag.in_words(day.isoformat())


def _format(own: Element) -> tuple[str, str]:
    return val(child(own, "dateFormat")), val(child(own, "lid"))


def _kept(own: Element) -> dt.date | None:
    try:
        return dt.date.fromisoformat(own.get(_DAY, "")[:10])
    except ValueError:
        return None
