"""A template from outside made fit; the shipped ones need no more than a look at their bytes."""

from __future__ import annotations

import hashlib
import sys
import types

import pytest

from private_template import beladen
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.word.sjabloon.preparing import digest, find_ready, prepare


def test_ons_sjabloon_blijft_zoals_het_is(real_sjabloon):
    package = load_package(real_sjabloon, "s.docx")
    assert prepare(package) == (package, ())


def test_een_vreemd_sjabloon_wordt_nagekeken_aangevuld_en_schoongemaakt(builder, real_sjabloon):
    parts = builder.parts()
    parts["word/styles.xml"] = builder.styles().replace('"Hyperlink"', '"Anders"')
    package, omitted = prepare(load_package(builder.pack(parts), "s.docx"))
    assert '"Hyperlink"' in package.content("word/styles.xml").decode()
    assert omitted == ()
    _, (zin,) = prepare(load_package(beladen(real_sjabloon), "s.docx"))
    assert zin.startswith("Uit het sjabloon gaat niet mee:")
    with pytest.raises(SjabloonError, match="macro"):
        prepare(load_package(builder.pack({**builder.parts(), "word/vbaProject.bin": "x"}), "s"))


def test_alleen_precies_deze_bytes_zijn_klaar(monkeypatch):
    built = types.ModuleType("uitvoeringsplan.built.ready_templates")
    built.READY = {digest(b"klaar"): lambda: "wat erin zit"}
    monkeypatch.setitem(sys.modules, built.__name__, built)
    assert find_ready(b"klaar") == "wat erin zit"
    assert find_ready(b"klaar ") is None
    assert digest(b"klaar") == hashlib.sha256(b"klaar").hexdigest()


def test_in_een_kloon_is_niets_klaar(monkeypatch):
    monkeypatch.setitem(sys.modules, "uitvoeringsplan.built.ready_templates", None)
    assert find_ready(b"klaar") is None
