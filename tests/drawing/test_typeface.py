from __future__ import annotations

import string
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import proeven, tekst
from uitvoeringsplan.drawing import typeface as lettertype
from uitvoeringsplan.drawing.typeface import (
    _heeft_vorm,
    break_lines,
    drawable,
    line_height,
    load_typeface,
    text_width,
)
from uitvoeringsplan.errors import TekenError

NEDERLANDS = "áàäâéèëêíìïîóòöôúùüûçñÁÉËÏÓÖÜ€“”‘’„–—…•«»½²°§±×÷·"
NAMEN = "Şükrü Çağlar İnönü ığĞ Łukasz Żółć Wiśniewski Ňůřž Đặng Nguyễn Ōta Œuvre ß ẞ Þór"
ANDERS = "Ελλάδα Россия Україна"
# With and without an accent, in both typefaces.
SOORTEN = [pytest.param(vet, id="vet" if vet else "gewoon") for vet in (False, True)]


@pytest.mark.parametrize("vet", SOORTEN)
def test_de_letter_heeft_elk_teken_dat_een_gemeente_gebruikt(vet):
    soort = load_typeface(24, vet=vet)
    leeg = lettertype._vorm(soort, lettertype._NOOIT)
    tekens = set(string.printable + NEDERLANDS + NAMEN + ANDERS) - set(string.whitespace)
    assert [teken for teken in sorted(tekens) if lettertype._vorm(soort, teken) == leeg] == []


@pytest.mark.parametrize(
    ("ruw", "verwacht"),
    [
        ("gewoon", "gewoon"),
        (NEDERLANDS, NEDERLANDS),
        (NAMEN, NAMEN),
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
def test_wat_getekend_wordt(ruw, verwacht):
    assert drawable(ruw) == verwacht


@proeven(400)
@given(tekst)
def test_er_komt_nooit_een_leeg_vakje(ruw):
    uit = drawable(ruw)
    assert all(teken == " " or _heeft_vorm(teken) for teken in uit)
    assert drawable(uit) == uit
    assert uit == " ".join(uit.split())


@proeven(300)
@given(tekst, st.integers(1, 900), st.integers(1, 4), st.booleans())
def test_elke_regel_past(ruw, ruimte, regels, vet):
    soort = load_typeface(30, vet=vet)
    uit = break_lines(ruw, soort, ruimte, regels)
    assert len(uit) <= regels
    assert all(uit)
    assert all(text_width(regel, soort) <= ruimte for regel in uit if len(regel) > 2)
    assert bool(uit) == bool(drawable(ruw))
    if uit and not uit[-1].endswith("…"):
        # Nothing was lost: only spaces were taken away, and dashes put where a word was cut.
        kaal = drawable(ruw).replace(" ", "").replace("-", "")
        assert "".join(uit).replace(" ", "").replace("-", "") == kaal


def test_breken():
    soort = load_typeface(30)
    zin = "Netwerk van sleutelfiguren uitbreiden tot vijftien leden"
    een, twee = break_lines(zin, soort, 420, 3)
    assert f"{een} {twee}" == zin
    assert abs(text_width(een, soort) - text_width(twee, soort)) < 100
    assert break_lines(zin, soort, 2000, 3) == (zin,)
    assert break_lines(zin, soort, 300, 1) == ("Netwerk van…",)
    assert (
        break_lines("analyse-instrument", soort, text_width("analyse-", soort), 3)[0] == "analyse-"
    )
    lang = break_lines("Arbeidsongeschiktheidsverzekering", soort, 200, 3)
    assert [regel[-1] for regel in lang] == ["-", "-", "g"]
    assert break_lines("x" * 9000, soort, 200, 2)[-1].endswith("…")


def test_de_hoogte_van_een_regel_is_meer_dan_die_van_de_letter():
    assert line_height(load_typeface(30)) == 36


def test_zonder_pillow_komt_er_een_zin(monkeypatch):
    load_typeface.cache_clear()
    monkeypatch.setitem(sys.modules, "PIL", None)
    with pytest.raises(TekenError, match="Pillow ontbreekt of is beschadigd"):
        load_typeface(30)


@proeven(300)
@given(tekst, st.booleans())
def test_een_tekst_is_zo_breed_als_hij_getekend_wordt(ruw, vet):
    soort = load_typeface(30, vet=vet)
    assert text_width(drawable(ruw), soort) == soort.getlength(drawable(ruw))
