"""The content controls of a part: where an answer goes, and what stands there now."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, cast

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.tree import child, parent_of, properties_xml, replace_content, val, w

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
IN_CONTENTS = "_Toc"  # in the name of every bookmark that a contents list leads to


class ControlKind(Enum):
    """What a control may hold: paragraphs, or only a run of text within one."""

    BLOK = "blok"
    REGEL = "regel"


class Invulveld(NamedTuple):
    """One control for an answer.

    `ppr` and `rpr` are the properties, as XML with the prefix `w`, that the paragraphs or the run
    of an answer take over.
    """

    tag: str
    form: ControlKind
    ppr: str
    rpr: str


def bookmark_of(vraag_id: str) -> str:
    """Return the name of the bookmark of a question."""
    return BOOKMARK + vraag_id.replace("-", "_")


def answer_bookmark_of(vraag_id: str) -> str:
    """Return the name of the bookmark at the beginning of the answer to a question."""
    return ANSWER_BOOKMARK + vraag_id.replace("-", "_")


def tag_of(control: Element) -> str:
    """Return the tag of a control; empty when it has none."""
    return val(child(control, "sdtPr", "tag"))


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
