from __future__ import annotations

import string
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import text, trials
from uitvoeringsplan.drawing import typeface as lettertype
from uitvoeringsplan.drawing.typeface import (
    _has_form,
    break_lines,
    drawable,
    line_height,
    load_typeface,
    text_width,
)
from uitvoeringsplan.errors import TekenError

DUTCH = "áàäâéèëêíìïîóòöôúùüûçñÁÉËÏÓÖÜ€“”‘’„–—…•«»½²°§±×÷·"
NAMES = "Şükrü Çağlar İnönü ığĞ Łukasz Żółć Wiśniewski Ňůřž Đặng Nguyễn Ōta Œuvre ß ẞ Þór"
OTHERWISE = "Ελλάδα Россия Україна"
# With and without an accent, in both typefaces.
KINDS = [pytest.param(vet, id="vet" if vet else "gewoon") for vet in (False, True)]


@pytest.mark.parametrize("vet", KINDS)
def test_de_letter_heeft_elk_teken_dat_een_gemeente_gebruikt(vet):
    kind = load_typeface(24, vet=vet)
    empty = lettertype._form(kind, lettertype._NOOIT)
    signs = set(string.printable + DUTCH + NAMES + OTHERWISE) - set(string.whitespace)
    assert [sign for sign in sorted(signs) if lettertype._form(kind, sign) == empty] == []


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("gewoon", "gewoon"),
        (DUTCH, DUTCH),
        (NAMES, NAMES),
        ("e\u0301e\u0308n", "éën"),
        ("a\u00a0b\u202fc\u2009d", "a b c d"),
        ("blij\u2011moedig af\u00adbreken", "blij-moedig af-breken"),
        ("regel\neen\ttwee", "regel een twee"),
        ("buurt\U0001f3e1huis \U0001f600", "buurthuis"),
        ("\u200bon\u200dzicht\ufeffbaar", "onzichtbaar"),
        ("x\u0323 n\u0338", "x n"),
        ("ﬁets", "fiets"),
        ("\ud800half", "half"),
        ("العربية", "…"),
        ("中文 en 日本", "… en …"),
        ("中 文", "…"),
        ("", ""),
    ],
)
def test_wat_getekend_wordt(raw, expected):
    assert drawable(raw) == expected


@trials(400)
@given(text)
def test_er_komt_nooit_een_leeg_vakje(raw):
    result = drawable(raw)
    assert all(sign == " " or _has_form(sign) for sign in result)
    assert drawable(result) == result
    assert result == " ".join(result.split())


@trials(300)
@given(text, st.integers(1, 900), st.integers(1, 4), st.booleans())
def test_elke_regel_past(raw, space, lines, vet):
    kind = load_typeface(30, vet=vet)
    result = break_lines(raw, kind, space, lines)
    assert len(result) <= lines
    assert all(result)
    assert all(text_width(line, kind) <= space for line in result if len(line) > 2)
    assert bool(result) == bool(drawable(raw))
    if result and not result[-1].endswith("…"):
        # Nothing was lost: only spaces were taken away, and dashes put where a word was cut.
        bare = drawable(raw).replace(" ", "").replace("-", "")
        assert "".join(result).replace(" ", "").replace("-", "") == bare


def test_breken():
    kind = load_typeface(30)
    zin = "Netwerk van sleutelfiguren uitbreiden tot vijftien leden"
    one, two = break_lines(zin, kind, 420, 3)
    assert f"{one} {two}" == zin
    assert abs(text_width(one, kind) - text_width(two, kind)) < 100
    assert break_lines(zin, kind, 2000, 3) == (zin,)
    assert break_lines(zin, kind, 300, 1) == ("Netwerk van…",)
    assert break_lines("analyse-instrument", kind, text_width("analyse-", kind), 3)[0] == "analyse-"
    lang = break_lines("Arbeidsongeschiktheidsverzekering", kind, 200, 3)
    assert [line[-1] for line in lang] == ["-", "-", "g"]
    assert break_lines("x" * 9000, kind, 200, 2)[-1].endswith("…")


def test_de_hoogte_van_een_regel_is_meer_dan_die_van_de_letter():
    assert line_height(load_typeface(30)) == 36


def test_zonder_pillow_komt_er_een_zin(monkeypatch):
    load_typeface.cache_clear()
    monkeypatch.setitem(sys.modules, "PIL", None)
    with pytest.raises(TekenError, match="Pillow ontbreekt of is beschadigd"):
        load_typeface(30)


@trials(300)
@given(text, st.booleans())
def test_een_tekst_is_zo_breed_als_hij_getekend_wordt(raw, vet):
    kind = load_typeface(30, vet=vet)
    assert text_width(drawable(raw), kind) == kind.getlength(drawable(raw))
