"""Content controls and fields of Word as places to fill in, by their properties alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.document.fields import field_name, form_choice
from uitvoeringsplan.document.paragraph_content import (
    Kind,
    paragraphs_in,
    read_items,
    words_inside,
)
from uitvoeringsplan.document.paragraphs import is_contents_list
from uitvoeringsplan.forms.layout import Place
from uitvoeringsplan.forms.places import Level, Source, Takes
from uitvoeringsplan.forms.wording import BRACKETED, is_generic
from uitvoeringsplan.ooxml.names import PLACEHOLDER_STYLE, W14, W15
from uitvoeringsplan.ooxml.tree import child, is_on, is_true, val, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uitvoeringsplan.ooxml.styles import Styles
    from uitvoeringsplan.ooxml.tree import Element

_SDT = w("sdt")
_BOX = f"{{{W14}}}checkbox"
# Before Word 2013 was finished it wrote repeating sections in a namespace of their own.
_PREVIEW = "http://schemas.microsoft.com/office/word/2010/11/wordml"
_REPEATS = tuple(f"{{{namespace}}}repeatingSection" for namespace in (W15, _PREVIEW))
_ITEM = tuple(f"{name}Item" for name in _REPEATS)
_LOCKED = ("contentLocked", "sdtContentLocked")
# Controls that hold something of Word itself, which nobody fills in.
_MADE_BY_WORD = ("equation", "citation", "bibliography")
_TAKES = (
    ("date", Takes.DATE),
    ("dropDownList", Takes.CHOICE),
    ("comboBox", Takes.COMBO),
    ("picture", Takes.PICTURE),
)
_LEGACY_TEXT = {"number": Takes.NUMBER, "date": Takes.DATE}
_COMPUTED = ("calculated", "currentTime", "currentDate")


class ControlReader:
    """Tells what the controls of a form are; `prompts` are the placeholders in its glossary."""

    def __init__(self, stylesheet: Styles, prompts: Mapping[str, str]) -> None:
        self._style = stylesheet.id_start(PLACEHOLDER_STYLE)
        self._prompts = prompts

    def place(self, sdt: Element, level: Level) -> Place:
        """Return a control that nothing else to fill in stands in as a place."""
        properties = child(sdt, "sdtPr")
        takes, own = _takes(properties)
        place = Place(
            Source.CONTROL,
            takes,
            level,
            sdt,
            title=" ".join(val(child(properties, "alias")).split()),
            tag=val(child(properties, "tag")),
            choices=_choices(own),
            binding=_binding(properties),
            is_long=(takes is Takes.WORDS and own is None)
            or (own is not None and is_true(val(own, "multiLine") or "0")),
        )
        if takes is Takes.TICK:
            checked = (
                next((one for one in own if one.tag.endswith("}checked")), None)
                if own is not None
                else None
            )
            place.default = "ja" if checked is not None and _is_ticked(checked) else ""
        elif takes is not Takes.PICTURE:
            place.prompt, place.default = self._shown(sdt, properties)
            # Lists made by hand often begin with their prompt as if it were a choice.
            place.choices = tuple(one for one in place.choices if one != place.prompt)
        return place

    def _shown(self, sdt: Element, properties: Element | None) -> tuple[str, str]:
        """Return what a control shows as its prompt, and what as an answer that is there."""
        content = child(sdt, "sdtContent")
        text = _text_in(content) if content is not None else ""
        prompt = self._prompts.get(val(child(properties, "placeholder", "docPart")), "")
        if not text:
            return prompt, ""
        # Programs that fill a control may leave the flag, and others write a prompt without it.
        in_style = self._is_in_style(sdt)
        is_same = text.split() == prompt.split()
        if is_on(properties, "showingPlcHdr"):
            is_prompt = in_style or not is_generic(prompt) or not self._has_answer_looks(sdt)
            is_prompt |= is_same or BRACKETED.fullmatch(text) is not None
        else:
            is_prompt = in_style or is_same
        return (" ".join(text.split()), "") if is_prompt else (prompt, text)

    def _is_in_style(self, sdt: Element) -> bool:
        runs = [run for run in sdt.iter(w("r")) if child(run, "t") is not None]
        return bool(self._style and runs) and all(
            val(child(run, "rPr", "rStyle")) == self._style for run in runs
        )

    def _has_answer_looks(self, sdt: Element) -> bool:
        """Whether the words stand in no style of their own, as Word writes what somebody types."""
        return all(child(run, "rPr") is None for run in sdt.iter(w("r")))


def is_wrapper(sdt: Element) -> bool:
    """Whether something to fill in stands in a control, so that it is only around that."""
    inside = sdt.iter(_SDT, w("fldChar"))
    next(inside)  # itself
    return any(
        is_open(one) and not is_made_by_word(one)
        if one.tag == _SDT
        else child(one, "ffData") is not None
        for one in inside
    )


def is_open(sdt: Element) -> bool:
    """Whether somebody may type in a control."""
    return val(child(sdt, "sdtPr", "lock")) not in _LOCKED


def is_made_by_word(sdt: Element) -> bool:
    """Whether a control holds what Word makes, such as a contents list or an equation."""
    properties = child(sdt, "sdtPr")
    if properties is None:
        return False
    made = any(child(properties, name) is not None for name in _MADE_BY_WORD)
    return made or child(properties, "docPartObj") is not None or is_contents_list(sdt)


def repeats(sdt: Element) -> bool:
    """Whether a control is a repeating section."""
    return _has(sdt, _REPEATS)


def is_item(sdt: Element) -> bool:
    """Whether a control is one item of a repeating section."""
    return _has(sdt, _ITEM)


def is_group(sdt: Element) -> bool:
    """Whether a control only holds others together, and locks the words around them."""
    return child(sdt, "sdtPr", "group") is not None


def legacy_place(sign: Element) -> Place:
    """Return a field of an old form as a place, by the sign that begins it."""
    data = child(sign, "ffData")
    name, help_ = val(child(data, "name")), val(child(data, "helpText"))
    help_ = help_ or val(child(data, "statusText"))
    takes, default, computed = Takes.WORDS, "", False
    choices: tuple[str, ...] = ()
    if child(data, "checkBox") is not None:
        takes, default = Takes.TICK, "ja" if form_choice(sign) == "☑" else ""
    elif (items := child(data, "ddList")) is not None:
        takes = Takes.CHOICE
        choices = tuple(dict.fromkeys(val(item) for item in items.iterchildren(w("listEntry"))))
        if child(items, "result") is not None:
            default = form_choice(sign) or ""
    else:
        kind = val(child(data, "textInput", "type"))
        takes, computed = _LEGACY_TEXT.get(kind, Takes.WORDS), kind in _COMPUTED
    return Place(
        Source.LEGACY,
        takes,
        Level.INLINE,
        sign,
        name=name,
        default=default,
        choices=tuple(filter(str.strip, choices)),
        explanation=" ".join(help_.split()),
        is_computed=computed,
    )


def merge_place(element: Element, instruction: str) -> Place:
    """Return a merge field as a place, by the element or sign that begins it."""
    words = instruction.split(maxsplit=1)
    name = words[1].strip() if len(words) > 1 else ""
    name = name[1:].partition('"')[0] if name.startswith('"') else name.partition(" ")[0]
    shown = words_inside(element)
    return Place(Source.MERGE, Takes.WORDS, Level.INLINE, element, name=name, prompt=shown)


def is_merge(instruction: str) -> bool:
    """Whether the instruction of a field is that of a merge field."""
    return field_name(instruction) == "MERGEFIELD"


def _takes(properties: Element | None) -> tuple[Takes, Element | None]:
    """Return what a control takes, and the element that says so."""
    if properties is None:
        return Takes.WORDS, None
    for name, takes in _TAKES:
        if (own := child(properties, name)) is not None:
            return takes, own
    if (box := next(properties.iterchildren(_BOX), None)) is not None:
        return Takes.TICK, box
    return Takes.WORDS, child(properties, "text")


def _choices(own: Element | None) -> tuple[str, ...]:
    items = own.iterchildren(w("listItem")) if own is not None else ()
    # An item without a value is the prompt of the list: Word does not let anyone choose it.
    shown = (
        " ".join((val(item, "displayText") or val(item, "value")).split())
        for item in items
        if val(item, "value") or not val(item, "displayText")
    )
    return tuple(dict.fromkeys(filter(None, shown)))


def _text_in(content: Element) -> str:
    """Return the words in a control, each paragraph and each break a line."""
    shown = (Kind.TEXT, Kind.SIGN)
    lines = (
        "".join(item.text for item in read_items(paragraph) if item.kind in shown)
        for paragraph in paragraphs_in(content) or [content]
    )
    return "\n".join(lines).strip()


def _binding(properties: Element | None) -> str:
    """Return to which value elsewhere in the file a control is bound; empty when to none."""
    for one in properties if properties is not None else ():
        if one.tag in (w("dataBinding"), f"{{{W15}}}dataBinding"):
            return f"{val(one, 'storeItemID')} {val(one, 'xpath')}"
    return ""


def _has(sdt: Element, names: tuple[str, ...]) -> bool:
    properties = child(sdt, "sdtPr")
    return properties is not None and any(one.tag in names for one in properties)


def _is_ticked(checked: Element) -> bool:
    return is_true(checked.get(f"{{{W14}}}val"))
