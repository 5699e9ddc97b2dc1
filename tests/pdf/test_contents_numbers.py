from __future__ import annotations

import pytest

from conversion_samples import (
    SECTIE,
    STIJLEN,
    W,
    alinea,
    boom,
    docx,
    inhoudsopgave,
    kop,
    regel,
    tekst_van,
)
from conversion_samples import veld as veldcode
from uitvoeringsplan.pdf.copy import make_copy

NUMMERS = {"_Toc1": "3", "_Toc2": "12"}
KOPPEN = kop("Een", "_Toc1", nummer=1) + kop("Twee", "_Toc2", nummer=2)
RECHTS = (
    '<w:style w:type="paragraph" w:styleId="Inhopg"><w:name w:val="toc basis"/><w:pPr><w:tabs>'
    '<w:tab w:val="right" w:pos="9000" w:leader="dot"/></w:tabs></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/>'
    '<w:basedOn w:val="Inhopg"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kaal"><w:name w:val="toc 2"/>'
    '<w:basedOn w:val="Kaal"/><w:pPr><w:ind w:left="220"/></w:pPr></w:style>'
)


def w(naam: str) -> str:
    return f"{{{W}}}{naam}"


def genummerd(*regels: str, nummers=NUMMERS, na: str = KOPPEN, sectie: str = SECTIE, **opties):
    inhoud = inhoudsopgave(*regels, **opties) + na + sectie
    data = docx(inhoud, stijlen=STIJLEN + RECHTS)
    return boom(make_copy(data, lambda a: nummers.get(a, ""), "x.docx").data)


def regels_van(document, aantal: int) -> list[str]:
    return [tekst_van(alinea) for alinea in list(document.iter(w("p")))[:aantal]]


@pytest.mark.parametrize("paginaveld", ["", "99"], ids=["zonder nummer", "met dat van Word"])
def test_elke_regel_eindigt_met_een_tab_en_haar_nummer(paginaveld):
    document = genummerd(
        regel("Een", "_Toc1", nummer="1", paginaveld=paginaveld),
        regel("Twee", "_Toc2", paginaveld=paginaveld),
    )
    assert regels_van(document, 2) == ["1\tEen\t3", "Twee\t12"]


def test_het_nummer_is_tekst_in_de_link_zelf():
    document = genummerd(regel("Een", "_Toc1", paginaveld="99"))
    link = document.find(f".//{w('hyperlink')}")
    assert tekst_van(link) == "Een\t3"
    assert [o.text for o in document.iter(w("instrText"))] == [r' TOC \o "1-2" \h \z \u ']
    soorten = [f.get(w("fldCharType")) for f in document.iter(w("fldChar"))]
    assert soorten == ["begin", "separate", "end"]


def test_het_nummer_ziet_eruit_als_de_tekst_ervoor():
    vet = regel("Een", "_Toc1").replace("<w:r><w:t>", "<w:r><w:rPr><w:b/></w:rPr><w:t>")
    document = genummerd(vet)
    runs = list(document.find(f".//{w('hyperlink')}"))
    assert [run.find(f"{w('rPr')}/{w('b')}") is not None for run in runs] == [True, True]


def test_een_regel_naar_een_kop_die_er_niet_is_krijgt_geen_nummer_en_verliest_een_oud():
    regels = (regel("Weg", "_Toc8", paginaveld="99"), regel("Twee", "_Toc2"))
    document = genummerd(*regels, nummers=NUMMERS | {"_Toc8": "1"})
    assert regels_van(document, 2) == ["Weg", "Twee\t12"]


def test_zonder_nummers_blijft_er_geen_oud_staan():
    document = genummerd(regel("Een", "_Toc1", nummer="1", paginaveld="99"), nummers={})
    assert regels_van(document, 1) == ["1\tEen"]


def test_een_regel_zonder_link_wordt_herkend_aan_het_veld_van_word():
    zonder = f"<w:p><w:hyperlink/><w:r><w:t>Een</w:t></w:r>{veldcode('PAGEREF _Toc1', '99')}</w:p>"
    assert regels_van(genummerd(zonder), 1) == ["Een\t3"]


def test_wat_buiten_de_inhoudsopgave_staat_blijft_zoals_het_is():
    elders = (
        f"<w:p>{veldcode('PAGEREF _Toc1', '99')}</w:p>"
        f"<w:p>{veldcode('PAGE', '1')}</w:p>" + regel("Een", "_Toc1")
    )
    document = genummerd(regel("Een", "_Toc1"), na=KOPPEN + elders)
    assert [tekst_van(a) for a in list(document.iter(w("p")))[-3:]] == ["99", "1", "Een"]
    opdrachten = [(o.text or "").split()[0] for o in document.iter(w("instrText"))]
    assert opdrachten == ["TOC", "PAGEREF", "PAGE"]


def test_een_lijst_van_tabellen_doet_ook_mee_en_een_leeg_veld_stoort_niet():
    leeg = veldcode("", "x")
    document = genummerd(
        regel("Een", "_Toc1"), opdracht=r'TOC \h \z \c "Tabel"', na=KOPPEN + f"<w:p>{leeg}</w:p>"
    )
    assert regels_van(document, 1) == ["Een\t3"]


def tabs(document, plek: int = 0) -> list[tuple[str, str, str]]:
    eigenschappen = list(document.iter(w("p")))[plek].find(w("pPr"))
    gevonden = [] if eigenschappen is None else eigenschappen.findall(f"{w('tabs')}/{w('tab')}")
    return [(t.get(w("val")), t.get(w("pos")), t.get(w("leader"), "")) for t in gevonden]


def test_een_stijl_met_een_tab_rechts_zegt_zelf_waar_het_nummer_staat():
    assert tabs(genummerd(regel("Een", "_Toc1", nummer="1", stijl="Inhopg1"))) == []


@pytest.mark.parametrize(
    ("nummer", "stijl", "verwacht"),
    [
        ("", "", [("right", "9072", "dot")]),
        ("1", "", [("left", "567", ""), ("right", "9072", "dot")]),
        ("1", "Kaal", [("left", "787", ""), ("right", "9072", "dot")]),
    ],
)
def test_zonder_zo_n_tab_krijgt_de_regel_er_een_aan_de_rand_van_de_tekst(nummer, stijl, verwacht):
    assert tabs(genummerd(regel("Een", "_Toc1", nummer=nummer, stijl=stijl))) == verwacht


def test_op_een_liggende_pagina_is_de_rand_verder_weg():
    liggend = SECTIE.replace('w:w="11906"', 'w:w="16838"')
    sectie = f"<w:p><w:pPr>{liggend}</w:pPr></w:p>"
    document = genummerd(regel("Een", "_Toc1"), na=alinea() + sectie + KOPPEN)
    assert tabs(document) == [("right", "14004", "dot")]


def test_zonder_maten_geldt_een_gewone_pagina():
    assert tabs(genummerd(regel("Een", "_Toc1"), sectie="")) == [("right", "9072", "dot")]


def test_een_eigen_tab_rechts_blijft_de_enige():
    eigen = '<w:pPr><w:tabs><w:tab w:val="right" w:pos="5000"/></w:tabs></w:pPr>'
    document = genummerd(regel("Een", "_Toc1").replace("<w:p>", f"<w:p>{eigen}"))
    assert tabs(document) == [("right", "5000", "")]


def test_tabs_komen_op_de_plek_die_het_schema_wil():
    ppr = '<w:pPr><w:pStyle w:val="Kaal"/><w:keepNext/><w:spacing w:after="0"/></w:pPr>'
    document = genummerd(regel("Een", "_Toc1").replace("<w:p>", f"<w:p>{ppr}"))
    eigenschappen = next(document.iter(w("pPr")))
    namen = [kind.tag.partition("}")[2] for kind in eigenschappen]
    assert namen == ["pStyle", "keepNext", "tabs", "spacing"]
