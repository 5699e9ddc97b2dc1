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
_LEEG = (
    "\u00ad\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\u3164"
    "\ufeff\uffa0\ufff0-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(
        f"{chr(vlak + 0xFFFE)}{chr(vlak + 0xFFFF)}" for vlak in range(0x10000, 0x110000, 0x10000)
    )
)
# A joiner belongs between emoji or in scripts of Asia, and a selector of a variant behind those or
# a key such as 1; between letters as ours they only make two equal words differ.
_LAATSTE_LATIJN = "\u024f"
# What is shown as a name counts as one of ours: its name is.
_LATIJN = f"\x00-{_LAATSTE_LATIJN}{_DRAAIEND}{_LEEG}"
_TUSSEN = (
    f"(?<![^{_LATIJN}])[\u200c\u200d]+|[\u200c\u200d]+(?![^{_LATIJN}])"
    f"|(?<![^{_LATIJN}])(?<![0-9#*\u00a9\u00ae])[\ufe00-\ufe0f]+"
)
_TUSSENTEKEN = "[\u200c\u200d\ufe00-\ufe0f]"
# What stands in most of our sentences, and is shown as it is.
_GEWOON = dict.fromkeys(map(ord, "\n‘’“”…–"))
# New at every start, so that no file can hold it.
_EIGEN = f"\x1b{os.urandom(8).hex()}"

_TE_TONEN = f"{_EIGEN}([0-9]+)m|[{_STUUR}{_DRAAIEND}{_LEEG}]|{_TUSSEN}"  # few texts ask for it
KLEUR = rf"{_EIGEN}[0-9]+m|\x1b\[[0-9]+m"  # the mark of a colour, and the colour
_IN_JSON = f"[\x7f-\x9f{_DRAAIEND}{_LEEG}]|{_TUSSEN}"  # few commands are asked for JSON


def colour_mark(code: int) -> str:
    """Return the mark of a colour (an SGR parameter of ECMA-48), which `make_visible` makes one."""
    return f"{_EIGEN}{code}m"


RED, GREEN, YELLOW, CYAN, DEFAULT_COLOUR = (colour_mark(code) for code in (31, 32, 33, 36, 39))


def make_visible(tekst: str) -> str:
    """Return a text in which every sign that a terminal would obey is written out.

    Line feeds stay, a tab becomes four spaces, the marks of our own colours become colours.
    """
    # Nearly every text has nothing in it, and that printable Latin has nothing is quickly seen.
    kaal = tekst.translate(_GEWOON)
    if kaal.isprintable() and (kaal.isascii() or max(kaal) <= _LAATSTE_LATIJN):
        return tekst
    return re.sub(_TE_TONEN, _shown, tekst)


def make_visible_json(tekst: str) -> str:
    """Return JSON in which those signs are escaped; what a program reads in it stays the same.

    `json.dumps` itself escapes what is below a space.
    """
    return re.sub(_IN_JSON, _as_json, tekst)


def is_hidden(teken: str) -> bool:
    """Whether a sign by itself is shown by its name, whatever stands beside it."""
    return re.fullmatch(_TE_TONEN, teken) is not None and not re.fullmatch(_TUSSENTEKEN, teken)


def sign_name(teken: str) -> str:
    """Return `<U+001B>` for a sign."""
    return f"<U+{ord(teken):04X}>"


def _shown(gevonden: re.Match[str]) -> str:
    if gevonden[1]:
        return f"\033[{gevonden[1]}m"
    return "    " if gevonden[0] == "\t" else "".join(map(sign_name, gevonden[0]))


def _as_json(gevonden: re.Match[str]) -> str:
    helften = gevonden[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{helften[i : i + 2].hex()}" for i in range(0, len(helften), 2))
