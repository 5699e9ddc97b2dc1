"""A part of a template: what is in it, and the tree that is filled."""

from __future__ import annotations

import pytest

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.ooxml.tree import val, w
from uitvoeringsplan.word.sjabloon.template_parts import load_root

DOCUMENT = "word/document.xml"


def geladen(builder, *inhoud: str):
    return load_root(load_package(builder.docx(*inhoud), "x.docx"), DOCUMENT)


def bladwijzer(naam: str) -> str:
    return f'<w:p><w:bookmarkStart w:id="1" w:name="{naam}"/><w:bookmarkEnd w:id="1"/></w:p>'


def test_een_gewoon_deel_is_zoals_het_in_het_pakket_zit(builder):
    root, verandert = geladen(builder, builder.blok("eerste"), bladwijzer("uvp_eerste"))
    assert not verandert
    assert len(list(root.iter(w("sdt")))) == 1


def test_een_bladwijzer_van_een_tweede_plek_krijgt_zijn_eigen_naam(builder):
    root, verandert = geladen(builder, bladwijzer("uvk_eerste"), bladwijzer("los_uvk_x"))
    assert verandert
    namen = [val(m, "name") for m in root.iter(w("bookmarkStart"))]
    assert namen == ["uvp_eerste", "los_uvk_x"]


@pytest.mark.parametrize("tag", ["adres", "beeld: logo"])
def test_een_lege_plek_van_de_huisstijl_is_er_niet(builder, tag):
    root, verandert = geladen(builder, builder.blok(tag), builder.blok("eerste"))
    assert verandert
    tags = [val(t) for t in root.iter(w("tag"))]
    assert tags == ["eerste"]


def test_de_inhoud_van_een_deel_van_het_sjabloon(sjabloon):
    deel = sjabloon.parts[0]
    soorten = [type(c.what).__name__ for c in deel.controls]
    assert len(deel.fields) == soorten.count("Invulveld") > 20
    assert len(deel.choices) == soorten.count("Keuzedeel") > 0
    assert len(deel.picture_places) == soorten.count("PicturePlace") > 0


def test_een_deel_dat_niet_deugt(builder):
    pakket = load_package(builder.docx(), "x.docx").met_delen({DOCUMENT: b"<w:d"})
    with pytest.raises(SjabloonError, match="geen geldige XML"):
        load_root(pakket, DOCUMENT)
