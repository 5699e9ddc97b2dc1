"""The kinds of places to fill in that take more than words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.word.kinds.check_box import ON, CheckBox
from uitvoeringsplan.word.kinds.date_control import DateControl
from uitvoeringsplan.word.kinds.form_field import FormBox, FormList, FormText, MergeField
from uitvoeringsplan.word.kinds.list_control import ListControl

if TYPE_CHECKING:
    from uitvoeringsplan.word.kinds.field_kind import FieldKind

__all__ = ("KINDS", "ON")

#: By the name that `invulvelden.kind_of` gives.
KINDS: dict[str, FieldKind] = {
    "date": DateControl(),
    "list": ListControl(),
    "box": CheckBox(),
    "formtext": FormText(),
    "formbox": FormBox(),
    "formlist": FormList(),
    "merge": MergeField(),
}
