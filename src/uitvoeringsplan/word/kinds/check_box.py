"""A control that is a box to tick: whether it is, and the sign of that in its own font."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import W14, escape_attribute
from uitvoeringsplan.ooxml.tree import child, fragment, is_true, new, w
from uitvoeringsplan.word.kinds.field_kind import (
    FieldKind,
    drop_flag,
    holder_of,
    put_content,
    shown_words,
)
from uitvoeringsplan.word.kinds.ticked import is_ticked

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.kinds.field_kind import Value

_W14 = f"{{{W14}}}"
_STATES = {True: ("checkedState", "2612"), False: ("uncheckedState", "2610")}
_FONT = "MS Gothic"
# The fonts whose signs have a place and no character.
_SYMBOL_FONTS = ("wingdings", "wingdings 2", "wingdings 3", "webdings", "symbol")
_TICKED, _EMPTY = frozenset("☒☑✓✔✗✘⌧"), frozenset("☐□")
#: What a box says to who reads it.
ON, OFF = "☒", "☐"


class _Sign(NamedTuple):
    code: int
    font: str

    @property
    def is_symbol(self) -> bool:
        return self.font.lower() in _SYMBOL_FONTS


class CheckBox(FieldKind):
    """A box to tick ([MS-DOCX] 2.6.1.9)."""

    def fill(self, control: Element, value: Value) -> None:
        """Tick the box or not; the sign is that of its state."""
        is_on = is_ticked(value.vraag, value.choice, value.text)
        was_on = (
            is_on if value.earlier is None else is_ticked(value.vraag, value.choice, value.earlier)
        )
        own = _box(control)
        if own is None:
            return
        checked = next(own.iterchildren(f"{_W14}checked"), None)
        if checked is None:
            checked = own.makeelement(f"{_W14}checked")
            own.insert(0, checked)
        checked.set(f"{_W14}val", str(int(is_on)))
        drop_flag(control)
        run = _run(control, _sign(own, is_on=is_on))
        if value.is_tracked and was_on != is_on:
            old = _run(control, _sign(own, is_on=was_on))
            put_content(control, tracked_runs(value, old, run))
        else:
            put_content(control, [run])

    def shown(self, control: Element, vraag: Vraag) -> str | None:
        """Return the sign of the state that the box shows; None when it holds other words."""
        del vraag
        own = _box(control)
        if own is None:
            return None
        symbols = [_code(one.get(w("char"), "")) for one in control.iter(w("sym"))]
        words = shown_words(control)
        codes = symbols or [ord(sign) for sign in words]
        if len(codes) > 1:
            return None
        for is_on in (True, False):
            own_code = _sign(own, is_on=is_on).code
            plain = _TICKED if is_on else _EMPTY
            # A program may drop the font; the place in a symbol font tells enough.
            same = codes and (codes[0] == own_code or _place(codes[0]) == _place(own_code))
            if same or (words and words in plain):
                return ON if is_on else OFF
        if codes:
            return None
        checked = next(own.iterchildren(f"{_W14}checked"), None)
        return ON if checked is not None and is_true(checked.get(f"{_W14}val")) else OFF


def tracked_runs(value: Value, old: Element, run: Element) -> list[Element]:
    """Return one run that goes and one that comes, as the changes in the answer's words do."""
    changes = [one for part in value.content for one in part.iter(w("ins"), w("del"))]
    for text in old.iter(w("t")):
        text.tag = w("delText")
    gone, came = new("del", old), new("ins", run)
    gone.attrib.update(changes[0].attrib)
    came.attrib.update(changes[-1].attrib)
    return [gone, came]


def _box(control: Element) -> Element | None:
    properties = child(control, "sdtPr")
    return None if properties is None else next(properties.iterchildren(f"{_W14}checkbox"), None)


def _sign(own: Element, *, is_on: bool) -> _Sign:
    name, plain = _STATES[is_on]
    state = next(own.iterchildren(f"{_W14}{name}"), None)
    if state is None:
        return _Sign(int(plain, 16), _FONT)
    code = _code(state.get(f"{_W14}val", ""))
    return _Sign(code or int(plain, 16), state.get(f"{_W14}font") or _FONT)


def _run(control: Element, sign: _Sign) -> Element:
    """Return the run with a sign, in the size and colour that it has there."""
    old = next(holder_of(control).iter(w("r")), None)
    own = child(old, "rPr")
    run = new("r")
    font = escape_attribute(sign.font)
    if sign.is_symbol:
        fonts = ""
        text = f'<w:sym w:font="{font}" w:char="{0xF000 + _place(sign.code):04X}"/>'
    else:
        fonts = (
            f'<w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}" w:hint="eastAsia"/>'
        )
        text = f"<w:t>{chr(sign.code)}</w:t>"
    properties = new("rPr") if own is None else deepcopy(own)
    for one in list(properties):
        if one.tag in (w("rStyle"), w("rFonts")):
            properties.remove(one)
    if fonts:
        properties[0:0] = fragment(fonts)
    if len(properties):
        run.append(properties)
    run.extend(fragment(text))
    return run


def _place(code: int) -> int:
    """Return the place in a symbol font, which is written with and without F000."""
    return code - 0xF000 if 0xF000 <= code <= 0xF0FF else code


def _code(text: str) -> int:
    try:
        return int(text, 16)
    except ValueError:
        return 0
