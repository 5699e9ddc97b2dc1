"""A part of a template: what is in it, and the tree that is filled."""

from __future__ import annotations

import pytest

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.ooxml.tree import val, w
from uitvoeringsplan.word.sjabloon.template_parts import load_root

DOCUMENT = "word/document.xml"


def loaded(builder, *content: str):
    return load_root(load_package(builder.docx(*content), "x.docx"), DOCUMENT)


def bookmark(name: str) -> str:
    return f'<w:p><w:bookmarkStart w:id="1" w:name="{name}"/><w:bookmarkEnd w:id="1"/></w:p>'


def test_een_gewoon_deel_is_zoals_het_in_het_pakket_zit(builder):
    root, verandert = loaded(builder, builder.block("eerste"), bookmark("uvp_eerste"))
    assert not verandert
    assert len(list(root.iter(w("sdt")))) == 1


def test_een_bladwijzer_van_een_tweede_plek_krijgt_zijn_eigen_naam(builder):
    root, verandert = loaded(builder, bookmark("uvk_eerste"), bookmark("los_uvk_x"))
    assert verandert
    names = [val(m, "name") for m in root.iter(w("bookmarkStart"))]
    assert names == ["uvp_eerste", "los_uvk_x"]


def test_bladwijzers_van_antwoorden_komen_niet_mee_uit_een_document(builder):
    other = bookmark("uvp_eerste").replace('"1"', '"2"')
    root, verandert = loaded(builder, bookmark("uva_eerste"), other)
    assert verandert
    marks = [(m.tag, val(m, "id")) for m in root.iter(w("bookmarkStart"), w("bookmarkEnd"))]
    assert marks == [(w("bookmarkStart"), "2"), (w("bookmarkEnd"), "2")]


@pytest.mark.parametrize("tag", ["adres", "beeld: logo"])
def test_een_lege_plek_van_de_huisstijl_is_er_niet(builder, tag):
    root, verandert = loaded(builder, builder.block(tag), builder.block("eerste"))
    assert verandert
    tags = [val(t) for t in root.iter(w("tag"))]
    assert tags == ["eerste"]


def test_de_inhoud_van_een_deel_van_het_sjabloon(sjabloon):
    part = sjabloon.parts[0]
    kinds = [type(c.what).__name__ for c in part.controls]
    assert len(part.fields) == kinds.count("Invulveld") > 20
    assert len(part.choices) == kinds.count("Keuzedeel") > 0
    assert len(part.picture_places) == kinds.count("PicturePlace") > 0


def test_een_deel_dat_niet_deugt(builder):
    package = load_package(builder.docx(), "x.docx").with_parts({DOCUMENT: b"<w:d"})
    with pytest.raises(SjabloonError, match="geen geldige XML"):
        load_root(package, DOCUMENT)
