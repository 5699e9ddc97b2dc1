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

from trials import trials
from uitvoeringsplan.terminal import visible as z
from uitvoeringsplan.terminal.field.rows import show_every_sign
from uitvoeringsplan.terminal.visible import colour_mark, make_visible, make_visible_json

# Independent of the module: what Unicode itself calls a control, a turn of direction, a separator
# of lines or no character at all.
_RUN = {"RLE", "LRE", "RLO", "LRO", "PDF", "RLI", "LRI", "FSI", "PDI"}


def is_gevaarlijk(sign: str) -> bool:
    kind = unicodedata.category(sign)
    return (
        (kind == "Cc" and sign != "\n")
        or kind in ("Zl", "Zp", "Cs")
        or unicodedata.bidirectional(sign) in _RUN
        or sign in "\u061c\u200e\u200f\u200b\u2060\ufeff\u00ad"
        or (kind == "Cn" and ord(sign) & 0xFFFE == 0xFFFE)
    )


def test_elk_teken_van_unicode():
    for number in range(sys.maxunicode + 1):
        sign = chr(number)
        result = make_visible(f"a{sign}b")
        assert not any(map(is_gevaarlijk, result)), f"U+{number:04X}"
        if is_gevaarlijk(sign) and sign != "\t":
            assert result == f"a<U+{number:04X}>b"


@trials(300)
@given(st.text())
def test_wat_blijft_is_leesbaar_en_wat_gewoon_is_blijft(text):
    result = make_visible(text)
    assert not any(map(is_gevaarlijk, result))
    assert make_visible(result) == result
    plain = "".join(sign for sign in text if sign.isprintable() and ord(sign) < 0x250)
    assert make_visible(plain) == plain.replace("\u00ad", "<U+00AD>")


@pytest.mark.parametrize(
    "text",
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
def test_gewone_tekst_blijft_heel(text):
    assert make_visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
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
def test_wat_verborgen_was_wordt_genoemd(text, shown):
    assert make_visible(text) == shown


def test_alleen_onze_eigen_kleuren_worden_kleuren():
    """The colours that a stranger writes are shown, also when they are written as ours are."""
    assert make_visible(f"{colour_mark(31)}fout\x1b[31m{colour_mark(39)}") == (
        "\033[31mfout<U+001B>[31m\033[39m"
    )
    other = re.sub("[0-9a-f]{16}", "0" * 16, z.RED)
    assert make_visible(other) == f"<U+001B>{'0' * 16}31m"


@trials(200)
@given(st.recursive(st.text(), lambda part: st.lists(part) | st.dictionaries(st.text(), part)))
def test_json_zegt_hetzelfde_en_stuurt_niets(content):
    text = make_visible_json(json.dumps(content, ensure_ascii=False, indent=2))
    assert json.loads(text) == content
    assert not any(map(is_gevaarlijk, text))


def test_een_vraag_toont_wat_ze_anders_zou_sturen():
    show_every_sign()
    for number in (*range(0xD800), *range(0xE000, 0x10000), *range(0xE0000, 0xE0200)):
        sign = chr(number)
        assert not is_gevaarlijk(sign) or Char(sign).char != sign, f"U+{number:04X}"
    assert Char("\u202e").char == "<U+202E>"
    assert Char("\u200d").char == "\u200d"
