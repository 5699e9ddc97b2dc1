from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dressed_templates import FULL, open_, readable, trees
from foreign_templates import plek
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from random_styles import package_of, style_parts

from independent_reader import w
from trials import trials
from uitvoeringsplan.model.huisstijl import Huisstijl
from uitvoeringsplan.word.completing.completing import complete
from uitvoeringsplan.word.huisstijl.applying import apply_huisstijl, omitted, without_huisstijl

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.package import Package

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def accenten(package: Package):
    """Yield (value, tint or shade) of every colour that is called accent1 or hyperlink."""
    for tree in trees(package).values():
        for element in tree.iter(etree.Element):
            for theme, name, mate in (
                ("themeColor", "val" if element.tag == w("color") else "color", "theme"),
                ("themeFill", "fill", "themeFill"),
            ):
                if element.get(w(theme)) in ("accent1", "hyperlink"):
                    otherwise = any(element.get(w(f"{mate}{m}")) for m in ("Tint", "Shade"))
                    yield element.get(w(name)), otherwise


@trials(40)
@given(accent=readable)
def test_elk_accent_heeft_de_nieuwe_kleur(real_sjabloon, accent):
    before = list(accenten(open_(real_sjabloon)))
    after = list(accenten(apply_huisstijl(open_(real_sjabloon), Huisstijl("h", accent))))
    assert len(after) == len(before) > 15
    assert {kleur for kleur, otherwise in after if not otherwise} == {accent}


def test_geen_oud_accent_blijft_achter(real_sjabloon):
    """Every place of the accent in our own template goes through the theme."""
    old = trees(open_(real_sjabloon))["word/theme/theme1.xml"].find(f".//{A}accent1/{A}srgbClr")
    package = apply_huisstijl(open_(real_sjabloon), FULL)
    kleur = f'"{old.get("val")}"'.encode()
    rest = [name for name in package.members if kleur in package.content(name).upper()]
    assert rest == []


def test_het_thema(real_sjabloon):
    tree = trees(apply_huisstijl(open_(real_sjabloon), FULL))["word/theme/theme1.xml"]
    kleur = {n: tree.find(f".//{A}{n}/{A}srgbClr").get("val") for n in ("accent1", "hlink")}
    assert kleur == {"accent1": "B5121B", "hlink": "B5121B"}
    letter = {n: tree.find(f".//{A}{n}/{A}latin").attrib for n in ("majorFont", "minorFont")}
    assert letter == {
        "majorFont": {"typeface": "Liberation Serif"},
        "minorFont": {"typeface": "DejaVu Sans"},
    }


def test_alleen_wat_erin_staat_verandert(real_sjabloon):
    package = open_(real_sjabloon)
    for style, part in ((FULL._replace(accent="", tekst="", letter_koppen=""), "theme1.xml"),):
        after = without_huisstijl(apply_huisstijl(package, style))
        before = without_huisstijl(package)
        otherwise = [n for n in after.members if after.members[n] != before.members.get(n)]
        assert all(name.endswith((part, "glossary/styles.xml")) for name in otherwise)
    assert apply_huisstijl(package, Huisstijl("h")) == without_huisstijl(package)


def test_zonder_huisstijl_gaan_alleen_de_lege_plekken(real_sjabloon):
    package = open_(real_sjabloon)
    after = without_huisstijl(package)
    assert [n for n in after.members if after.members[n] != package.members[n]] == [
        "word/document.xml"
    ]
    before, document = (p.content("word/document.xml").decode() for p in (package, after))
    for tag in ("beeld: logo", "adres"):
        (block,) = re.findall(
            rf'<w:sdt>(?:(?!</?w:sdt>).)*<w:tag w:val="{tag}"/>(?:(?!</w:sdt>).)*</w:sdt>', before
        )
        before = before.replace(block, "")
    assert document == before
    assert without_huisstijl(after) is after


@trials(100)
@given(parts=style_parts(), accent=readable, choose=st.data())
def test_twee_keer_is_hetzelfde_als_een_keer(builder, parts, accent, choose):
    letters = st.sampled_from(["", "Arial", "A & B"])
    style = Huisstijl("h", accent, choose.draw(readable | st.just("")), choose.draw(letters),
                      choose.draw(letters), None, ("Straat 1 & zo",))  # fmt: skip
    one = apply_huisstijl(open_(package_of(builder, parts)), style)
    assert apply_huisstijl(one, style) == one
    assert complete(one) == one


def test_wat_geen_plek_heeft_wordt_gezegd(builder):
    style = Huisstijl("h", adres=("Postbus 1",))
    (message,) = omitted(open_(builder.docx()), style)
    assert "(tag) “adres”" in message
    assert omitted(open_(builder.docx()), Huisstijl("h")) == ()
    met = builder.docx(plek("adres"), builder.block("eerste"), builder.block("tweede"))
    assert omitted(open_(met), style) == ()
