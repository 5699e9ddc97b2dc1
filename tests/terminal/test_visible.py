"""Whatever a stranger wrote, a terminal can only show it."""

from __future__ import annotations

import json
import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.layout.screen import Char

from trials import proeven
from uitvoeringsplan.terminal import visible as z
from uitvoeringsplan.terminal.field.rows import show_every_sign
from uitvoeringsplan.terminal.visible import colour_mark, make_visible, make_visible_json

# Independent of the module: what Unicode itself calls a control, a turn of direction, a separator
# of lines or no character at all.
_DRAAI = {"RLE", "LRE", "RLO", "LRO", "PDF", "RLI", "LRI", "FSI", "PDI"}


def is_gevaarlijk(teken: str) -> bool:
    soort = unicodedata.category(teken)
    return (
        (soort == "Cc" and teken != "\n")
        or soort in ("Zl", "Zp", "Cs")
        or unicodedata.bidirectional(teken) in _DRAAI
        or teken in "\u061c\u200e\u200f\u200b\u2060\ufeff\u00ad"
        or (soort == "Cn" and ord(teken) & 0xFFFE == 0xFFFE)
    )


def test_elk_teken_van_unicode():
    for nummer in range(sys.maxunicode + 1):
        teken = chr(nummer)
        uit = make_visible(f"a{teken}b")
        assert not any(map(is_gevaarlijk, uit)), f"U+{nummer:04X}"
        if is_gevaarlijk(teken) and teken != "\t":
            assert uit == f"a<U+{nummer:04X}>b"


@proeven(300)
@given(st.text())
def test_wat_blijft_is_leesbaar_en_wat_gewoon_is_blijft(tekst):
    uit = make_visible(tekst)
    assert not any(map(is_gevaarlijk, uit))
    assert make_visible(uit) == uit
    gewoon = "".join(teken for teken in tekst if teken.isprintable() and ord(teken) < 0x250)
    assert make_visible(gewoon) == gewoon.replace("\u00ad", "<U+00AD>")


@pytest.mark.parametrize(
    "tekst",
    [
        "één regel\nen nog een",
        "👩‍💻 👨‍👩‍👧",
        "1️⃣ ❤️ ☺️",
        "© ®",
        "می‌خواهم",
        "עברית العربية",
        "e\u0301",
        "\u00a0",
    ],
)
def test_gewone_tekst_blijft_heel(tekst):
    assert make_visible(tekst) == tekst


@pytest.mark.parametrize(
    ("tekst", "getoond"),
    [
        ("lokale\u200d-ambitie", "lokale<U+200D>-ambitie"),
        ("lokale\ufe0f", "lokale<U+FE0F>"),
        ("\u200b\ufe00", "<U+200B><U+FE00>"),
        ("a\ufe00\ufe00", "a<U+FE00><U+FE00>"),
        ("a\u200d\u200d💡", "a<U+200D><U+200D>💡"),
        ("\x1b]0;titel\x07", "<U+001B>]0;titel<U+0007>"),
        ("\x9b2J", "<U+009B>2J"),
        ("plan\u202exslx.docx", "plan<U+202E>xslx.docx"),
        ("a\tb\r\n", "a    b<U+000D>\n"),
        ("\U0001f3f4\U000e0067", "\U0001f3f4<U+E0067>"),
        ("\udce9", "<U+DCE9>"),
    ],
)
def test_wat_verborgen_was_wordt_genoemd(tekst, getoond):
    assert make_visible(tekst) == getoond


def test_alleen_onze_eigen_kleuren_worden_kleuren():
    """The colours that a stranger writes are shown, also when they are written as ours are."""
    assert make_visible(f"{colour_mark(31)}fout\x1b[31m{colour_mark(39)}") == (
        "\033[31mfout<U+001B>[31m\033[39m"
    )
    ander = re.sub("[0-9a-f]{16}", "0" * 16, z.RED)
    assert make_visible(ander) == f"<U+001B>{'0' * 16}31m"


@proeven(200)
@given(st.recursive(st.text(), lambda deel: st.lists(deel) | st.dictionaries(st.text(), deel)))
def test_json_zegt_hetzelfde_en_stuurt_niets(inhoud):
    tekst = make_visible_json(json.dumps(inhoud, ensure_ascii=False, indent=2))
    assert json.loads(tekst) == inhoud
    assert not any(map(is_gevaarlijk, tekst))


def test_een_vraag_toont_wat_ze_anders_zou_sturen():
    show_every_sign()
    for nummer in (*range(0xD800), *range(0xE000, 0x10000), *range(0xE0000, 0xE0200)):
        teken = chr(nummer)
        assert not is_gevaarlijk(teken) or Char(teken).char != teken, f"U+{nummer:04X}"
    assert Char("\u202e").char == "<U+202E>"
    assert Char("\u200d").char == "\u200d"
