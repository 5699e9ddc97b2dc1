from __future__ import annotations

import pytest

from conversion_samples import (
    SECTION,
    STYLES,
    W,
    docx,
    inhoudsopgave,
    kop,
    line,
    paragraph,
    text_of,
    tree,
)
from conversion_samples import veld as veldcode
from uitvoeringsplan.pdf.copy import make_copy

NUMBERS = {"_Toc1": "3", "_Toc2": "12"}
KOPPEN = kop("Een", "_Toc1", number=1) + kop("Twee", "_Toc2", number=2)
RIGHT = (
    '<w:style w:type="paragraph" w:styleId="Inhopg"><w:name w:val="toc basis"/><w:pPr><w:tabs>'
    '<w:tab w:val="right" w:pos="9000" w:leader="dot"/></w:tabs></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/>'
    '<w:basedOn w:val="Inhopg"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kaal"><w:name w:val="toc 2"/>'
    '<w:basedOn w:val="Kaal"/><w:pPr><w:ind w:left="220"/></w:pPr></w:style>'
)


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def numbered(*lines: str, numbers=NUMBERS, after: str = KOPPEN, section: str = SECTION, **options):
    content = inhoudsopgave(*lines, **options) + after + section
    data = docx(content, styles=STYLES + RIGHT)
    return tree(make_copy(data, lambda a: numbers.get(a, ""), "x.docx").data)


def lines_of(document, count: int) -> list[str]:
    return [text_of(paragraph) for paragraph in list(document.iter(w("p")))[:count]]


@pytest.mark.parametrize("paginaveld", ["", "99"], ids=["zonder nummer", "met dat van Word"])
def test_elke_regel_eindigt_met_een_tab_en_haar_nummer(paginaveld):
    document = numbered(
        line("Een", "_Toc1", number="1", paginaveld=paginaveld),
        line("Twee", "_Toc2", paginaveld=paginaveld),
    )
    assert lines_of(document, 2) == ["1\tEen\t3", "Twee\t12"]


def test_het_nummer_is_tekst_in_de_link_zelf():
    document = numbered(line("Een", "_Toc1", paginaveld="99"))
    link = document.find(f".//{w('hyperlink')}")
    assert text_of(link) == "Een\t3"
    assert [o.text for o in document.iter(w("instrText"))] == [r' TOC \o "1-2" \h \z \u ']
    kinds = [f.get(w("fldCharType")) for f in document.iter(w("fldChar"))]
    assert kinds == ["begin", "separate", "end"]


def test_het_nummer_ziet_eruit_als_de_tekst_ervoor():
    vet = line("Een", "_Toc1").replace("<w:r><w:t>", "<w:r><w:rPr><w:b/></w:rPr><w:t>")
    document = numbered(vet)
    runs = list(document.find(f".//{w('hyperlink')}"))
    assert [run.find(f"{w('rPr')}/{w('b')}") is not None for run in runs] == [True, True]


def test_een_regel_naar_een_kop_die_er_niet_is_krijgt_geen_nummer_en_verliest_een_oud():
    lines = (line("Weg", "_Toc8", paginaveld="99"), line("Twee", "_Toc2"))
    document = numbered(*lines, numbers=NUMBERS | {"_Toc8": "1"})
    assert lines_of(document, 2) == ["Weg", "Twee\t12"]


def test_zonder_nummers_blijft_er_geen_oud_staan():
    document = numbered(line("Een", "_Toc1", number="1", paginaveld="99"), numbers={})
    assert lines_of(document, 1) == ["1\tEen"]


def test_een_regel_zonder_link_wordt_herkend_aan_het_veld_van_word():
    without = f"<w:p><w:hyperlink/><w:r><w:t>Een</w:t></w:r>{veldcode('PAGEREF _Toc1', '99')}</w:p>"
    assert lines_of(numbered(without), 1) == ["Een\t3"]


def test_wat_buiten_de_inhoudsopgave_staat_blijft_zoals_het_is():
    elders = (
        f"<w:p>{veldcode('PAGEREF _Toc1', '99')}</w:p>"
        f"<w:p>{veldcode('PAGE', '1')}</w:p>" + line("Een", "_Toc1")
    )
    document = numbered(line("Een", "_Toc1"), after=KOPPEN + elders)
    assert [text_of(a) for a in list(document.iter(w("p")))[-3:]] == ["99", "1", "Een"]
    commands = [(o.text or "").split()[0] for o in document.iter(w("instrText"))]
    assert commands == ["TOC", "PAGEREF", "PAGE"]


def test_een_lijst_van_tabellen_doet_ook_mee_en_een_leeg_veld_stoort_niet():
    empty = veldcode("", "x")
    document = numbered(
        line("Een", "_Toc1"), command=r'TOC \h \z \c "Tabel"', after=KOPPEN + f"<w:p>{empty}</w:p>"
    )
    assert lines_of(document, 1) == ["Een\t3"]


def tabs(document, place: int = 0) -> list[tuple[str, str, str]]:
    properties = list(document.iter(w("p")))[place].find(w("pPr"))
    found = [] if properties is None else properties.findall(f"{w('tabs')}/{w('tab')}")
    return [(t.get(w("val")), t.get(w("pos")), t.get(w("leader"), "")) for t in found]


def test_een_stijl_met_een_tab_rechts_zegt_zelf_waar_het_nummer_staat():
    assert tabs(numbered(line("Een", "_Toc1", number="1", style="Inhopg1"))) == []


@pytest.mark.parametrize(
    ("number", "style", "expected"),
    [
        ("", "", [("right", "9072", "dot")]),
        ("1", "", [("left", "567", ""), ("right", "9072", "dot")]),
        ("1", "Kaal", [("left", "787", ""), ("right", "9072", "dot")]),
    ],
)
def test_zonder_zo_n_tab_krijgt_de_regel_er_een_aan_de_rand_van_de_tekst(number, style, expected):
    assert tabs(numbered(line("Een", "_Toc1", number=number, style=style))) == expected


def test_op_een_liggende_pagina_is_de_rand_verder_weg():
    landscape = SECTION.replace('w:w="11906"', 'w:w="16838"')
    section = f"<w:p><w:pPr>{landscape}</w:pPr></w:p>"
    document = numbered(line("Een", "_Toc1"), after=paragraph() + section + KOPPEN)
    assert tabs(document) == [("right", "14004", "dot")]


def test_zonder_maten_geldt_een_gewone_pagina():
    assert tabs(numbered(line("Een", "_Toc1"), section="")) == [("right", "9072", "dot")]


def test_een_eigen_tab_rechts_blijft_de_enige():
    own = '<w:pPr><w:tabs><w:tab w:val="right" w:pos="5000"/></w:tabs></w:pPr>'
    document = numbered(line("Een", "_Toc1").replace("<w:p>", f"<w:p>{own}"))
    assert tabs(document) == [("right", "5000", "")]


def test_tabs_komen_op_de_plek_die_het_schema_wil():
    ppr = '<w:pPr><w:pStyle w:val="Kaal"/><w:keepNext/><w:spacing w:after="0"/></w:pPr>'
    document = numbered(line("Een", "_Toc1").replace("<w:p>", f"<w:p>{ppr}"))
    properties = next(document.iter(w("pPr")))
    names = [kind.tag.partition("}")[2] for kind in properties]
    assert names == ["pStyle", "keepNext", "tabs", "spacing"]
