"""Text of anyone as text that a terminal can only show.

A terminal obeys what it is sent: a sign in a file name can clear the screen, change the title, hide
the words behind it or turn their order around. Such a sign is shown as `<U+001B>` and never sent.
The colours of our own are written as marks that nobody else can write, and become colours in the
same step.
"""

from __future__ import annotations

import os
import re

# Control characters but the line feed (C0, DEL, C1), with the tab among them.
_STUUR = "\x00-\x09\x0b-\x1f\x7f-\x9f"
# What turns the order of signs on a line around: the implicit and explicit directional formatting
# characters of Unicode Standard Annex 9.
_DRAAIEND = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# What takes no room of its own, ends a line where an editor does not, or is no sign at all.
_EMPTY = (
    "\u00ad\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\u3164"
    "\ufeff\uffa0\ufff0-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(
        f"{chr(surface + 0xFFFE)}{chr(surface + 0xFFFF)}"
        for surface in range(0x10000, 0x110000, 0x10000)
    )
)
# A joiner belongs between emoji or in scripts of Asia, and a selector of a variant behind those or
# a key such as 1; between letters as ours they only make two equal words differ.
_LAST_LATIN = "\u024f"
# What is shown as a name counts as one of ours: its name is.
_LATIN = f"\x00-{_LAST_LATIN}{_DRAAIEND}{_EMPTY}"
_BETWEEN = (
    f"(?<![^{_LATIN}])[\u200c\u200d]+|[\u200c\u200d]+(?![^{_LATIN}])"
    f"|(?<![^{_LATIN}])(?<![0-9#*\u00a9\u00ae])[\ufe00-\ufe0f]+"
)
_TUSSENTEKEN = "[\u200c\u200d\ufe00-\ufe0f]"
# What stands in most of our sentences, and is shown as it is.
_PLAIN = dict.fromkeys(map(ord, "\n‘’“”…–"))
# New at every start, so that no file can hold it.
_OWN = f"\x1b{os.urandom(8).hex()}"

_TO_SHOW = f"{_OWN}([0-9]+)m|[{_STUUR}{_DRAAIEND}{_EMPTY}]|{_BETWEEN}"  # few texts ask for it
KLEUR = rf"{_OWN}[0-9]+m|\x1b\[[0-9]+m"  # the mark of a colour, and the colour
_IN_JSON = f"[\x7f-\x9f{_DRAAIEND}{_EMPTY}]|{_BETWEEN}"  # few commands are asked for JSON


def colour_mark(code: int) -> str:
    """Return the mark of a colour (an SGR parameter of ECMA-48), which `make_visible` makes one."""
    return f"{_OWN}{code}m"


RED, GREEN, YELLOW, CYAN, DEFAULT_COLOUR = (colour_mark(code) for code in (31, 32, 33, 36, 39))


def make_visible(text: str) -> str:
    """Return a text in which every sign that a terminal would obey is written out.

    Line feeds stay, a tab becomes four spaces, the marks of our own colours become colours.
    """
    # Nearly every text has nothing in it, and that printable Latin has nothing is quickly seen.
    bare = text.translate(_PLAIN)
    if bare.isprintable() and (bare.isascii() or max(bare) <= _LAST_LATIN):
        return text
    return re.sub(_TO_SHOW, _shown, text)


def make_visible_json(text: str) -> str:
    """Return JSON in which those signs are escaped; what a program reads in it stays the same.

    `json.dumps` itself escapes what is below a space.
    """
    return re.sub(_IN_JSON, _as_json, text)


def is_hidden(sign: str) -> bool:
    """Whether a sign by itself is shown by its name, whatever stands beside it."""
    return re.fullmatch(_TO_SHOW, sign) is not None and not re.fullmatch(_TUSSENTEKEN, sign)


def sign_name(sign: str) -> str:
    """Return `<U+001B>` for a sign."""
    return f"<U+{ord(sign):04X}>"


def _shown(found: re.Match[str]) -> str:
    if found[1]:
        return f"\033[{found[1]}m"
    return "    " if found[0] == "\t" else "".join(map(sign_name, found[0]))


def _as_json(found: re.Match[str]) -> str:
    halves = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{halves[i : i + 2].hex()}" for i in range(0, len(halves), 2))
