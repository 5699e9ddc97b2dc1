from __future__ import annotations

import pytest
from docx_to_read import (
    alinea,
    besturing,
    docx,
    kop,
    lees,
    nummer,
    nummering_xml,
    punt,
    schets,
    stuk,
)

from package_builder import KOP, PackageBuilder, W
from uitvoeringsplan.document.reader import read_document
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.model.document import Aard, Kop, Lijst, Passage, Tekstdeel, Telwijze


def test_koppen_met_hun_nummer():
    document = lees(kop("Een"), kop("Twee", 2), kop("Drie", 2), kop("Vier"), kop("Vijf", 2))
    assert schets(document.inhoud) == [
        "# 1 Een", "## 1.1 Twee", "## 1.2 Drie", "# 2 Vier", "## 2.1 Vijf",
    ]  # fmt: skip


def test_een_kop_zonder_nummer_telt_niet_mee_en_een_lege_wel():
    zonder = alinea("Voorwoord", stijl="Kop1", ppr=nummer(0))
    document = lees(kop("Een"), zonder, kop(""), kop("Drie"))
    assert schets(document.inhoud) == ["# 1 Een", "# Voorwoord", "# 3 Drie"]


def test_een_kop_gaat_hooguit_een_niveau_dieper():
    document = lees(kop("Een", 3), kop("Twee", 3), kop("Drie", 1), kop("Vier", 3))
    assert [k.niveau for k in document.koppen] == [1, 2, 1, 2]


def test_een_niveau_in_de_alinea_zelf_gaat_voor():
    document = lees(
        alinea("Kop", ppr='<w:outlineLvl w:val="0"/>'),
        alinea("Geen kop", stijl="Kop1", ppr=f'{nummer(0)}<w:outlineLvl w:val="9"/>'),
    )
    assert schets(document.inhoud) == ["# Kop", "Geen kop"]
    assert isinstance(document.inhoud[0], Kop)
    assert isinstance(document.inhoud[1], Passage)


def test_een_kop_is_nooit_vet_of_afgebroken():
    regel = alinea(stuk("Een", "<w:b/>"), "<w:r><w:br/></w:r>", stuk("twee"), stijl="Kop1")
    (gelezen,) = lees(regel).inhoud
    assert gelezen.tekst == (Tekstdeel("Een twee"),)


def test_tekst_in_haar_jas():
    (gelezen,) = lees(
        alinea(
            "  gewoon ", stuk("vet", "<w:b/>"), stuk("sterk", '<w:rStyle w:val="Sterk"/>'),
            stuk("niet", '<w:rStyle w:val="Sterk"/><w:b w:val="0"/>'), stuk("schuin", "<w:i/>"),
            stuk("weg", "<w:vanish/>"),
        )
    ).inhoud  # fmt: skip
    assert gelezen.tekst == (
        Tekstdeel("gewoon "),
        Tekstdeel("vetsterk", vet=True),
        Tekstdeel("niet"),
        Tekstdeel("schuin", cursief=True),
    )


def test_tekens_die_geen_letter_zijn():
    (gelezen,) = lees(
        alinea(
            "a", "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>",
            '<w:r><w:br w:type="page"/><w:t>e</w:t><w:noBreakHyphen/><w:softHyphen/></w:r>',
            '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:char="F123"/></w:r>',
            "<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>",
        )
    ).inhoud  # fmt: skip
    assert gelezen.tekst == (Tekstdeel("a b\nc\nd\ne\u2011\u00ad☑\ufffdx+y"),)


def test_lege_alineas_verdwijnen():
    assert lees(alinea(), alinea("  "), alinea("<w:r><w:br/></w:r>")).inhoud == ()


def test_de_aard_van_een_alinea():
    document = lees(
        alinea("Plan", stijl="Titel"), alinea("Delft", stijl="Ondertitel"), kop("Een"),
        alinea("“Zo”", stijl="Citaat"), alinea("Wie?", stijl="Vraag"),
        alinea("Figuur", stijl="Bijschrift"), alinea("Gewoon"), alinea("Weer", stijl="Titel"),
    )  # fmt: skip
    aarden = [blok.aard for blok in (*document.voorblad, *document.inhoud) if type(blok) is Passage]
    assert aarden == [
        Aard.TITEL, Aard.ONDERTITEL, Aard.CITAAT, Aard.OPSCHRIFT, Aard.BIJSCHRIFT, Aard.ALINEA,
        Aard.OPSCHRIFT,
    ]  # fmt: skip


def test_een_document_heeft_hooguit_een_titel():
    document = lees(alinea("Een", stijl="Titel"), alinea("Twee", stijl="Titel"), kop("Kop"))
    assert [blok.aard for blok in document.voorblad] == [Aard.TITEL, Aard.ONDERTITEL]


FEITEN = [
    alinea("Status", stuk("<w:tab/>"), "concept", stijl="UvpFeit"),
    alinea("Datum", stuk("<w:tab/>"), besturing(stuk("1 mei 2027")), stijl="UvpFeit"),
]


def test_feiten_staan_bij_elkaar():
    document = lees(*FEITEN, alinea("Los", stijl="UvpFeit"), alinea("Kaal<w:tab/>"))
    assert schets((*document.voorblad, *document.inhoud))[:2] == [
        {"Status": "concept", "Datum": "1 mei 2027"}, "Los",
    ]  # fmt: skip


def test_een_lijst_in_een_lijst():
    document = lees(
        punt("a"), punt("b", ilvl=1), punt("c", ilvl=1), punt("d"), alinea("tussen"), punt("e")
    )
    assert schets(document.inhoud) == [
        ["teken", ["a", ["teken", ["b"], ["c"]]], ["d"]], "tussen", ["teken", ["e"]],
    ]  # fmt: skip


def test_een_genummerde_lijst_telt_en_begint_waar_ze_zegt():
    document = lees(
        punt("a", 8), punt("b", 8, 1), punt("c", 8), punt("d", 18), punt("e", 18), punt("f", 7)
    )
    assert schets(document.inhoud) == [
        ["cijfer", ["a", ["letter", ["b"]]], ["c"], ["d"], ["e"]], ["teken", ["f"]],
    ]  # fmt: skip
    los = lees(punt("a", 18), alinea("tussen"), punt("b", 18))
    assert schets(los.inhoud) == [["cijfer 3", ["a"]], "tussen", ["cijfer 4", ["b"]]]


def test_een_sprong_in_de_telling_begint_een_nieuwe_lijst():
    document = lees(punt("a", 8), punt("b", 18), punt("c", 18))
    assert schets(document.inhoud) == [["cijfer", ["a"]], ["cijfer 3", ["b"], ["c"]]]


def test_de_laag_waar_een_stijl_aan_vastzit_gaat_voor_die_van_de_stijl():
    tekst = '<w:lvlText w:val="%1.%2"/>'
    nummering = nummering_xml().replace(tekst, f'<w:pStyle w:val="Kop3"/>{tekst}')
    document = lees(kop("Een"), kop("Drie", 3), delen={"word/numbering.xml": nummering})
    assert schets(document.inhoud) == ["# 1 Een", "## 1.1 Drie"]


def test_een_lijst_die_dieper_begint():
    document = lees(punt("a", ilvl=1), punt("b"), punt("c", ilvl=1))
    assert schets(document.inhoud) == [["teken", ["a"], ["b", ["teken", ["c"]]]]]


def test_een_nummer_met_meer_erin_blijft_zoals_het_is():
    (lijst,) = lees(punt("a", 9), punt("b", 9, 1)).inhoud
    assert isinstance(lijst, Lijst)
    assert lijst.telwijze is Telwijze.CIJFER
    (onder,) = lijst.punten[0].inhoud[1:]
    assert (onder.telwijze, onder.punten[0].nummer) == (Telwijze.EIGEN, "1.1")


def test_punten_in_de_stijlen_van_word_zelf():
    """`List Bullet 2` counts in a list of its own, on its first level."""
    regel = 'w:numId="7"><w:abstractNumId w:val="'
    lijst = nummering_xml().partition(regel)[2].partition('"')[0]
    eigen = f'<w:num w:numId="27"><w:abstractNumId w:val="{lijst}"/></w:num></w:numbering>'
    delen = {
        "word/styles.xml": PackageBuilder.stijlen().replace(
            '<w:ilvl w:val="1"/><w:numId w:val="7"/>', '<w:numId w:val="27"/>'
        ),
        "word/numbering.xml": nummering_xml().replace("</w:numbering>", eigen),
    }
    diep, ondiep = alinea("b", stijl="Opsomteken2", ppr=nummer(27, 0)), punt("c", 8)
    document = lees(alinea("a", stijl="Opsomteken"), diep, ondiep, delen=delen)
    assert schets(document.inhoud) == [["teken", ["a", ["teken", ["b"]]]], ["cijfer", ["c"]]]


def test_het_niveau_dat_een_alinea_zelf_noemt_gaat_voor_dat_van_haar_stijl():
    """So it does when the answer is taken back (`test_answer_blocks`): there is one reader."""
    document = lees(
        alinea("a", stijl="Opsomteken"), alinea("b", stijl="Opsomteken2", ppr=nummer(7, 0))
    )
    assert schets(document.inhoud) == [["teken", ["a"], ["b"]]]


def test_de_eigenschappen_van_het_bestand():
    kern = (
        f'{KOP}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata'
        '/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title> Plan  Delft '
        "</dc:title><dc:language>fy-NL</dc:language><cp:contentStatus>Concept</cp:contentStatus>"
        "</cp:coreProperties>"
    )
    soort = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    rels = PackageBuilder.relaties(
        ("officeDocument", "word/document.xml"), (soort, "docProps/core.xml")
    )
    document = lees(alinea("x"), delen={"_rels/.rels": rels, "docProps/core.xml": kern})
    assert (document.titel, document.taal, document.status) == ("Plan Delft", "fy-NL", "Concept")
    assert document.is_concept
    gek = kern.replace("fy-NL", '"><script>')
    with pytest.raises(SjabloonError, match="geen geldige XML"):
        lees(alinea("x"), delen={"_rels/.rels": rels, "docProps/core.xml": gek})
    gek = kern.replace("fy-NL", "geen taal")
    assert lees(delen={"_rels/.rels": rels, "docProps/core.xml": gek}).taal == "nl-NL"


def test_een_bestand_zonder_eigenschappen_heet_naar_zichzelf():
    document = read_document(docx(alinea("x")), "map/mijn plan.docx")
    assert (document.titel, document.taal, document.status) == ("mijn plan", "nl-NL", "")
    assert not document.is_concept


@pytest.mark.parametrize("status", ["vastgesteld", "Vervallen"])
def test_een_vastgesteld_plan_is_geen_concept(status):
    assert not lees(alinea("x"))._replace(status=status).is_concept


@pytest.mark.parametrize(
    ("document", "melding"),
    [
        ("<w:document", "is geen geldige XML"),
        (f'<!DOCTYPE x [<!ENTITY a "b">]><w:document xmlns:w="{W}"/>', "bevat een DTD"),
        (f'<w:document xmlns:w="{W}"/>', "heeft geen tekst"),
        (f'<w:document xmlns:w="{W}">{"<w:p>" * 300}', "te diep genest"),
        ('<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>', "strikte"),
    ],
)
def test_een_kapot_bestand_geeft_een_zin(document, melding):
    data = PackageBuilder.pak_in({**PackageBuilder.delen(), "word/document.xml": document})
    with pytest.raises(SjabloonError, match=melding):
        read_document(data, "proef.docx")


def test_wat_geen_word_bestand_is_geeft_een_zin():
    with pytest.raises(SjabloonError, match=r"geen Word-bestand"):
        read_document(b"plat", "proef.docx")


def test_een_bestand_zonder_stijlen_en_nummering_leest_als_platte_tekst():
    delen = {**PackageBuilder.delen(PackageBuilder.document(kop("Een"), punt("a")))}
    delen["word/_rels/document.xml.rels"] = PackageBuilder.relaties()
    document = read_document(PackageBuilder.pak_in(delen), "proef.docx")
    assert schets(document.inhoud) == ["Een", "a"]


def test_heel_diep_geneste_besturing_wordt_gelezen():
    diep = alinea("diep")
    for _ in range(120):
        diep = besturing(diep)
    assert schets(lees(diep).inhoud) == ["diep"]
