"""The content controls of a part: where an answer goes, and what stands there now."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, cast

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import W14
from uitvoeringsplan.ooxml.tree import (
    child,
    number,
    parent_of,
    properties_xml,
    replace_content,
    val,
    w,
)

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.tree import Element

# Tags of controls that hold no answer: a part with a condition, and a place for something else.
CONDITION_TAG = "als: "
PICTURE_TAG = "beeld: "
ADDRESS_TAG, LOGO_TAG = "adres", f"{PICTURE_TAG}logo"
HOUSE_STYLE_TAGS = (ADDRESS_TAG, LOGO_TAG)
# How the bookmark of a question begins, and the one of its second place in a template.
BOOKMARK, SECOND_BOOKMARK = "uvp_", "uvk_"
ANSWER_BOOKMARK = "uva_"  # how that of its answer begins, which every document gets anew
CHOICE_SIGN = (
    "#"  # in a tag, between the id of a question and the number of the choice that a box is
)
IN_CONTENTS = "_Toc"  # in the name of every bookmark that a contents list leads to


#: The name of the placeholder of a control that `field_marks` put around a marked place.
AROUND_MARKED = "UvpBookmarks"
_MERGE = "MERGEFIELD"
# What among the properties of a control says that it takes more than words, by `word/kinds`.
_KINDS = {
    w("date"): "date",
    w("dropDownList"): "list",
    w("comboBox"): "list",
    f"{{{W14}}}checkbox": "box",
}
# The same of what begins a form field.
_FORM_KINDS = {w("textInput"): "formtext", w("checkBox"): "formbox", w("ddList"): "formlist"}


class ControlKind(Enum):
    """What a control may hold: paragraphs, or only a run of text within one."""

    BLOK = "blok"
    REGEL = "regel"


class Invulveld(NamedTuple):
    """One control for an answer.

    `ppr` and `rpr` are the properties, as XML with the prefix `w`, that the paragraphs or the run
    of an answer take over. `kind` is the name of what it takes besides words (`word/kinds`), and
    `choice` the number of the choice that a box stands for.
    """

    tag: str
    form: ControlKind
    ppr: str
    rpr: str
    kind: str = ""
    choice: int = 0


def bookmark_of(vraag_id: str) -> str:
    """Return the name of the bookmark of a question."""
    return BOOKMARK + vraag_id.replace("-", "_")


def answer_bookmark_of(vraag_id: str) -> str:
    """Return the name of the bookmark at the beginning of the answer to a question."""
    return ANSWER_BOOKMARK + vraag_id.replace("-", "_")


def tag_of(control: Element) -> str:
    """Return the tag of a control, without the number of a choice; empty when it has none."""
    return _split_tag(control)[0]


def choice_of(control: Element) -> int:
    """Return the number of the choice that a control is the box of; 0 when its tag has none."""
    return _split_tag(control)[1]


def kind_of(control: Element) -> str:
    """Return the name of the kind of a control; empty for one that takes words.

    One that `field_marks` put around a form field or a merge field is of the kind of that.
    """
    properties = child(control, "sdtPr")
    for part in properties if properties is not None else ():
        if part.tag in _KINDS:
            return _KINDS[part.tag]
    if val(child(properties, "placeholder", "docPart")) != AROUND_MARKED:
        return ""
    data = next(control.iter(w("ffData")), None)
    for part in data if data is not None else ():
        if part.tag in _FORM_KINDS:
            return _FORM_KINDS[part.tag]
    codes = control.iter(w("instrText"), w("fldSimple"))
    is_merge = any(_MERGE in (one.text or val(one, "instr")) for one in codes)
    return "merge" if is_merge else ""


def _split_tag(control: Element) -> tuple[str, int]:
    tag = val(child(control, "sdtPr", "tag"))
    name, _, digits = tag.rpartition(CHOICE_SIGN)
    # The tag of a condition has blanks in it, and may compare with any text.
    if name and " " not in name and (choice := number(digits)):
        return name, choice
    return tag, 0


def read_field(control: Element, tag: str, path: str) -> Invulveld:
    """Return a control as a place for an answer; raises SjabloonError for an odd one."""
    content = child(control, "sdtContent")
    if content is None:
        raise SjabloonError(path, f"het invulveld “{tag}” heeft geen inhoud. Maak het opnieuw.")
    if child(content, "tr") is not None:
        raise SjabloonError(
            path,
            f"het invulveld “{tag}” staat om een hele tabelrij. Zet het in een cel.",
        )
    paragraph = child(_holder(content), "p")
    in_line = paragraph is None and next(control.iterancestors(w("p")), None) is not None
    return Invulveld(
        tag,
        ControlKind.REGEL if in_line else ControlKind.BLOK,
        properties_xml(child(paragraph, "pPr")),
        properties_xml(child(control, "sdtPr", "rPr")),
        kind_of(control),
        choice_of(control),
    )


def fill_field(control: Element, content: list[Element]) -> None:
    """Put an answer into a control, which then shows no placeholder any more.

    A control around a whole cell keeps the cell; the answer goes inside it.
    """
    flag, holder = answer_place(control)
    if flag is not None:
        parent_of(flag).remove(flag)
    replace_content(holder, [*holder.iterchildren(w("tcPr")), *content])


def answer_place(control: Element) -> tuple[Element | None, Element]:
    """Return what says that a control shows its placeholder, and what an answer stands in.

    The control has been read (`read_field`), so it has a content.
    """
    flag = child(control, "sdtPr", "showingPlcHdr")
    return flag, _holder(cast("Element", child(control, "sdtContent")))


def _holder(content: Element) -> Element:
    cell = child(content, "tc")
    return content if cell is None else cell
