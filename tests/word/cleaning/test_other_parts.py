"""Settings, building blocks and hiding styles: what stays of each."""

from __future__ import annotations

import pytest
from lxml import etree
from small_parts import inside, part

from private_template import W
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.word.cleaning.left_out import LeftOut
from uitvoeringsplan.word.cleaning.other_parts import (
    building_block_names,
    clean_building_blocks,
    clean_settings,
    hidden_styles,
    placeholders_asked_for,
)


def test_de_instellingen_houden_wat_het_uiterlijk_bepaalt(sjabloon, real_sjabloon):
    nu = etree.fromstring(sjabloon.package.content("word/settings.xml"))
    own = [
        kind.tag
        for kind in etree.fromstring(
            load_package(real_sjabloon, "s.docx").content("word/settings.xml")
        )
    ]
    assert [k.tag for k in nu if k.tag != f"{{{W}}}documentProtection"] == own
    beveiliging = nu.find(f"{{{W}}}documentProtection")
    assert dict(beveiliging.attrib) == {f"{{{W}}}edit": "comments", f"{{{W}}}enforcement": "1"}


@pytest.mark.parametrize(
    ("setting", "stays"),
    [
        ("<w:compat/>", True), ('<w:defaultTabStop w:val="709"/>', True),
        ('<w:attachedTemplate r:id="rId9"/>', False), ("<w:rsids/>", False),
        ("<w:docVars/>", False), ("<w:nogNooitGezien/>", False),
        ('<w:hdrShapeDefaults r:id="rId1"/>', False), ('<w:hdrShapeDefaults r:id="rId2"/>', True),
    ],
)  # fmt: skip
def test_een_instelling_blijft_als_zij_op_de_lijst_staat(setting, stays):
    data = clean_settings(part(setting, "settings"), "x", "s.docx", {"rId1"}, LeftOut())
    assert inside(data) == (setting if stays else "")


def test_de_beveiliging_blijft_en_haar_wachtwoord_niet():
    report = LeftOut()
    setting = (
        '<w:documentProtection w:edit="forms" w:hash="x" w:saltValue="y" w:cryptSpinCount="9"/>'
    )
    data = clean_settings(part(setting, "settings"), "x", "s.docx", (), report)
    assert inside(data) == '<w:documentProtection w:edit="forms"/>'
    assert "het wachtwoord van de beveiliging" in report.zinnen()[0]
    without, report = part('<w:documentProtection w:edit="forms"/>', "settings"), LeftOut()
    assert clean_settings(without, "x", "s.docx", (), report) is without
    assert report.zinnen() == ()


def block(name: str, kind: str = "bbPlcHdr", inner: str = "") -> str:
    types = f'<w:types><w:type w:val="{kind}"/></w:types>'
    return (
        f'<w:docPart><w:docPartPr><w:name w:val="{name}"/>{types}{inner}</w:docPartPr></w:docPart>'
    )


def test_alleen_bouwstenen_waar_iets_om_vraagt_blijven():
    wanted = block("Gevraagd", inner="<w:description w:val='wie'/>")
    data = part(
        wanted + block("Los") + block("Brief", "autoTxt") + block("UvpAntwoord") + "<w:docPart/>",
        "docParts",
    )
    report = LeftOut()
    left = clean_building_blocks(data, "x", "s.docx", {"Gevraagd"}, report)
    assert building_block_names(left, "x", "s.docx") == {"Gevraagd", "UvpAntwoord"}
    assert b"wie" not in left
    assert b"<w:docPart/>" in left  # what a control in a placeholder asks for
    (said,) = report.zinnen()
    assert "een bouwsteen (autotekst)" in said  # a placeholder that nobody asks for is no loss
    again = clean_building_blocks(left, "x", "s.docx", {"Gevraagd"}, report)
    assert again is left


def test_waar_de_invulvelden_om_vragen():
    control = '<w:placeholder><w:docPart w:val="{}"/></w:placeholder>'
    data = part(control.format("een") + control.format("twee") + control.format("een"))
    assert placeholders_asked_for(data, "x", "s.docx") == {"een", "twee"}
    assert placeholders_asked_for(part("<w:docPart w:val='los'/>"), "x", "s.docx") == set()


def test_stijlen_die_hun_tekst_verbergen():
    shown = '<w:vanish w:val="0"/>'
    styles = "".join(
        f'<w:style w:styleId="{id_}"><w:basedOn w:val="{base}"/><w:rPr>{rpr}</w:rPr></w:style>'
        for id_, base, rpr in (
            ("Weg", "", "<w:vanish/>"), ("Ook", "Weg", ""), ("Weer", "Ook", shown),
            ("Dan", "Weer", ""), ("Gewoon", "", "<w:b/>"), ("Rond", "Om", ""), ("Om", "Rond", ""),
        )
    )  # fmt: skip
    assert hidden_styles(part(styles, "styles"), "x", "s.docx") == {"Weg", "Ook"}
    assert hidden_styles(part("<w:style w:styleId='a'/>", "styles"), "x", "s.docx") == frozenset()
