from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dressed_templates import VOL, bomen, leesbaar, open_
from foreign_templates import plek
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from random_styles import pakket_van, stijldelen

from independent_reader import w
from trials import proeven
from uitvoeringsplan.model.huisstijl import Huisstijl
from uitvoeringsplan.word.completing.completing import complete
from uitvoeringsplan.word.huisstijl.applying import apply_huisstijl, weggelaten, without_huisstijl

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.package import Package

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def accenten(pakket: Package):
    """Yield (value, tint or shade) of every colour that is called accent1 or hyperlink."""
    for boom in bomen(pakket).values():
        for element in boom.iter(etree.Element):
            for thema, naam, mate in (
                ("themeColor", "val" if element.tag == w("color") else "color", "theme"),
                ("themeFill", "fill", "themeFill"),
            ):
                if element.get(w(thema)) in ("accent1", "hyperlink"):
                    anders = any(element.get(w(f"{mate}{m}")) for m in ("Tint", "Shade"))
                    yield element.get(w(naam)), anders


@proeven(40)
@given(accent=leesbaar)
def test_elk_accent_heeft_de_nieuwe_kleur(echt_sjabloon, accent):
    voor = list(accenten(open_(echt_sjabloon)))
    na = list(accenten(apply_huisstijl(open_(echt_sjabloon), Huisstijl("h", accent))))
    assert len(na) == len(voor) > 15
    assert {kleur for kleur, anders in na if not anders} == {accent}


def test_geen_oud_accent_blijft_achter(echt_sjabloon):
    """Every place of the accent in our own template goes through the theme."""
    oud = bomen(open_(echt_sjabloon))["word/theme/theme1.xml"].find(f".//{A}accent1/{A}srgbClr")
    pakket = apply_huisstijl(open_(echt_sjabloon), VOL)
    kleur = f'"{oud.get("val")}"'.encode()
    rest = [naam for naam in pakket.leden if kleur in pakket.inhoud(naam).upper()]
    assert rest == []


def test_het_thema(echt_sjabloon):
    boom = bomen(apply_huisstijl(open_(echt_sjabloon), VOL))["word/theme/theme1.xml"]
    kleur = {n: boom.find(f".//{A}{n}/{A}srgbClr").get("val") for n in ("accent1", "hlink")}
    assert kleur == {"accent1": "B5121B", "hlink": "B5121B"}
    letter = {n: boom.find(f".//{A}{n}/{A}latin").attrib for n in ("majorFont", "minorFont")}
    assert letter == {
        "majorFont": {"typeface": "Liberation Serif"},
        "minorFont": {"typeface": "DejaVu Sans"},
    }


def test_alleen_wat_erin_staat_verandert(echt_sjabloon):
    pakket = open_(echt_sjabloon)
    for stijl, deel in ((VOL._replace(accent="", tekst="", letter_koppen=""), "theme1.xml"),):
        na = without_huisstijl(apply_huisstijl(pakket, stijl))
        voor = without_huisstijl(pakket)
        anders = [n for n in na.leden if na.leden[n] != voor.leden.get(n)]
        assert all(naam.endswith((deel, "glossary/styles.xml")) for naam in anders)
    assert apply_huisstijl(pakket, Huisstijl("h")) == without_huisstijl(pakket)


def test_zonder_huisstijl_gaan_alleen_de_lege_plekken(echt_sjabloon):
    pakket = open_(echt_sjabloon)
    na = without_huisstijl(pakket)
    assert [n for n in na.leden if na.leden[n] != pakket.leden[n]] == ["word/document.xml"]
    voor, document = (p.inhoud("word/document.xml").decode() for p in (pakket, na))
    for tag in ("beeld: logo", "adres"):
        (blok,) = re.findall(
            rf'<w:sdt>(?:(?!</?w:sdt>).)*<w:tag w:val="{tag}"/>(?:(?!</w:sdt>).)*</w:sdt>', voor
        )
        voor = voor.replace(blok, "")
    assert document == voor
    assert without_huisstijl(na) is na


@proeven(100)
@given(delen=stijldelen(), accent=leesbaar, kies=st.data())
def test_twee_keer_is_hetzelfde_als_een_keer(builder, delen, accent, kies):
    letters = st.sampled_from(["", "Arial", "A & B"])
    stijl = Huisstijl("h", accent, kies.draw(leesbaar | st.just("")), kies.draw(letters),
                      kies.draw(letters), None, ("Straat 1 & zo",))  # fmt: skip
    een = apply_huisstijl(open_(pakket_van(builder, delen)), stijl)
    assert apply_huisstijl(een, stijl) == een
    assert complete(een) == een


def test_wat_geen_plek_heeft_wordt_gezegd(builder):
    stijl = Huisstijl("h", adres=("Postbus 1",))
    (melding,) = weggelaten(open_(builder.docx()), stijl)
    assert "(tag) “adres”" in melding
    assert weggelaten(open_(builder.docx()), Huisstijl("h")) == ()
    met = builder.docx(plek("adres"), builder.blok("eerste"), builder.blok("tweede"))
    assert weggelaten(open_(met), stijl) == ()
