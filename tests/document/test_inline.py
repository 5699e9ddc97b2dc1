"""What Word wraps around text: controls, links, fields, revisions, notes, text boxes."""

from __future__ import annotations

from docx_to_read import (
    FEITEN_STIJL,
    alinea,
    besturing,
    kop,
    lees,
    nummer,
    punt,
    rij,
    schets,
    stuk,
    tabel,
    veld,
)

from package_builder import KOP, W
from uitvoeringsplan.model.document import Tekstdeel

TOC = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
OPEN = "<w:showingPlcHdr/>"
BEGIN, SCHEIDING, EINDE = (
    stuk(f'<w:fldChar w:fldCharType="{soort}"/>') for soort in ("begin", "separate", "end")
)


def link(*binnen: str, **kenmerken: str) -> str:
    namen = {"rel": "r:id", "anker": "w:anchor"}
    tekst = "".join(f' {namen[naam]}="{waarde}"' for naam, waarde in kenmerken.items())
    inhoud = "".join(deel if deel.startswith("<") else stuk(deel) for deel in binnen)
    return f"<w:hyperlink{tekst}>{inhoud}</w:hyperlink>"


def bladwijzer(naam: str) -> str:
    return f'<w:bookmarkStart w:id="1" w:name="{naam}"/><w:bookmarkEnd w:id="1"/>'


def test_besturing_is_doorzichtig_op_elk_niveau():
    document = lees(
        besturing(besturing(alinea("blok"), punt("punt"))),
        alinea("voor ", besturing(stuk("in "), besturing(stuk("de regel")))),
        tabel(
            besturing(rij("<w:sdt><w:sdtContent><w:tc><w:p/></w:tc></w:sdtContent></w:sdt>", "b")),
            rij(besturing(f"<w:tc>{alinea('c')}</w:tc>"), "d"),
        ),
        "<w:customXml>" + alinea("eigen") + "</w:customXml>",
    )
    assert schets(document.inhoud) == [
        "blok", ["teken", ["punt"]], "voor in de regel", (([], ["b"]), (["c"], ["d"])), "eigen",
    ]  # fmt: skip


def test_een_plaatshouder_is_te_herkennen_op_elk_niveau():
    document = lees(
        besturing(alinea("klik"), eigen=OPEN),
        alinea("op: ", besturing(stuk("datum"), eigen=OPEN)),
        tabel(rij("a", besturing("<w:tc>" + alinea("cel") + "</w:tc>", eigen=OPEN))),
    )
    blok, regel, tabel_ = document.inhoud
    assert blok.tekst == (Tekstdeel("klik", plaatshouder=True),)
    assert regel.tekst == (Tekstdeel("op: "), Tekstdeel("datum", plaatshouder=True))
    assert tabel_.rijen[0][1].inhoud[0].tekst == (Tekstdeel("cel", plaatshouder=True),)


def test_wat_verwijderd_is_is_er_niet_en_wat_ingevoegd_is_wel():
    weg = stuk("<w:delText>weg</w:delText>")
    document = lees(
        alinea("a", f"<w:ins>{stuk('b')}</w:ins>", f"<w:del>{weg}</w:del>", "c"),
        alinea(f"<w:moveFrom>{stuk('weg')}</w:moveFrom>", f"<w:moveTo>{stuk('d')}</w:moveTo>"),
        tabel(rij("a", "b"), rij("weg", "weg", eigen="<w:del/>"), rij("c", "d", eigen="<w:ins/>")),
        f"<w:ins>{alinea('e')}</w:ins>",
    )
    assert schets(document.inhoud) == ["abc", "d", ((["a"], ["b"]), (["c"], ["d"])), "e"]


def test_een_verwijderd_alineateken_trekt_twee_alineas_samen():
    weg = "<w:rPr><w:del/></w:rPr>"
    document = lees(
        alinea("een ", ppr=weg), alinea("twee"), alinea("drie", ppr=weg), tabel(rij("a", "b")),
        alinea("vier", ppr=weg),
    )  # fmt: skip
    assert schets(document.inhoud) == ["een twee", "drie", ((["a"], ["b"]),), "vier"]


def test_een_verwijderd_punt_telt_niet_mee():
    weg = f"{nummer(8)}<w:rPr><w:del/></w:rPr>"
    document = lees(punt("a", 8), alinea(ppr=weg), punt("b", 8))
    assert schets(document.inhoud) == [["cijfer", ["a"], ["b"]]]


def test_links_naar_buiten():
    rels = [
        ("goed", "hyperlink", "!https://a.nl/x?y=1&amp;z=2"),
        ("mail", "hyperlink", "!mailto:post@a.nl"),
        ("ruimte", "hyperlink", "!https://a.nl/een twee"),
        ("kwaad", "hyperlink", "!javascript:alert(1)"),
        ("schijf", "hyperlink", "!file:///C:/geheim.docx"),
    ]
    delen = lees(
        alinea(
            link("a", rel="goed"), link("b", rel="mail"), link("c", rel="kwaad"),
            link("d", rel="schijf"), link("e", rel="weg"), link("f", rel="ruimte"),
            link("g", rel="goed", anker="deel"),
        ),
        relaties=rels,
    ).inhoud[0].tekst  # fmt: skip
    assert [(deel.tekst, deel.adres) for deel in delen] == [
        ("a", "https://a.nl/x?y=1&z=2"), ("b", "mailto:post@a.nl"), ("cde", ""),
        ("f", "https://a.nl/een%20twee"), ("g", "https://a.nl/x?y=1&z=2#deel"),
    ]  # fmt: skip


def test_links_binnen_het_document_komen_ergens_uit():
    document = lees(
        alinea("zie ", link("bron", anker="bron_1"), link("kop", anker="_Toc1"), ". "),
        alinea(veld(" REF bron_1 \\h ", "1"), veld(' HYPERLINK \\l "tekst" ', "daar")),
        alinea(link("niets", anker="weg")),
        bladwijzer("ongebruikt"),
        bladwijzer("tekst"),
        alinea(),
        alinea(bladwijzer("bron_1"), "Bron"),
        alinea(bladwijzer("_Toc1"), "De kop", stijl="Kop1"),
        kop("De kop"),
        punt("x") + alinea(bladwijzer("bron_1"), "dubbel"),
    )
    assert document.ankers == {"bron_1": "bron-1", "tekst": "tekst", "_Toc1": "de-kop"}
    assert [k.anker for k in document.koppen] == ["de-kop", "de-kop-2"]
    ankers = [blok.ankers for blok in document.inhoud if getattr(blok, "ankers", None)]
    assert ankers == [("tekst", "bron-1")]


def test_een_anker_heeft_alleen_gewone_letters():
    koppen = lees(kop("Één “kop”: R&amp;D"), kop("2027"), kop("日本"), kop("x" * 100)).koppen
    assert [k.anker for k in koppen] == ["een-kop-r-d", "n-2027", "plaats", "x" * 60]


def test_van_een_veld_telt_het_resultaat():
    rels = [("l", "hyperlink", "!https://a.nl")]
    document = lees(
        alinea("Bladzijde ", veld(" PAGE ", "3"), " van ", veld("NUMPAGES", "9"), "."),
        alinea("Op ", veld(' DATE \\@ "d MMMM" ', "1 mei"), "."),
        alinea('<w:fldSimple w:instr=" PAGE ">' + stuk("4") + "</w:fldSimple>", "x"),
        alinea('<w:fldSimple w:instr=" TITLE ">' + stuk("Plan") + "</w:fldSimple>"),
        alinea(veld(' HYPERLINK "https://b.nl" \\t "_blank" ', "link ", veld("REF x", "b")), "!"),
        alinea(BEGIN, stuk("<w:instrText>XE begrip</w:instrText>"), EINDE, "term"),
        relaties=rels,
    )
    assert schets(document.inhoud) == [
        "Bladzijde  van .", "Op 1 mei.", "x", "Plan", "link b!", "term",
    ]  # fmt: skip
    delen = document.inhoud[4].tekst
    assert delen[0] == Tekstdeel("link b", adres="https://b.nl")
    assert delen[1] == Tekstdeel("!")


def test_de_inhoudsopgave_blijft_weg_en_begrenst_het_voorblad():
    document = lees(
        alinea("Plan", stijl="Titel"), alinea("een regel"),
        besturing(alinea("Inhoud", stijl="Kop1"), alinea("Een\t1"), eigen=TOC),
        alinea("woord vooraf"), kop("Een"),
    )  # fmt: skip
    assert schets(document.voorblad) == ["Plan", "een regel"]
    assert schets(document.inhoud) == ["woord vooraf", "# 1 Een"]


def test_een_losse_inhoudsopgave_blijft_ook_weg():
    toc = stuk('<w:instrText> TOC \\o "1-3" </w:instrText>')
    document = lees(
        alinea("Plan", stijl="Titel"),
        alinea("Inhoud", stijl="Inhoudskop"),
        alinea(BEGIN, toc, SCHEIDING, "Een"),
        alinea("Twee ", veld("PAGEREF x", "2")),
        alinea(EINDE, "erna"),
        kop("Een"),
        alinea("Verklaring", stijl="Inhoudskop"),
    )
    assert schets(document.voorblad) == ["Plan"]
    assert schets(document.inhoud) == ["erna", "# 1 Een", "Verklaring"]


def test_zonder_inhoudsopgave_eindigt_het_voorblad_bij_gewone_tekst():
    document = lees(alinea("Plan", stijl="Titel"), FEITEN_STIJL, alinea("tekst"), kop("Een"))
    assert schets(document.voorblad) == ["Plan", {"Status": "concept"}]
    assert schets(document.inhoud) == ["tekst", "# 1 Een"]


def test_een_lijst_van_figuren_is_geen_inhoudsopgave():
    figuren = veld(' TOC \\h \\c "Figuur" ', "Figuur 1")
    document = lees(alinea("Plan", stijl="Titel"), alinea("x"), alinea(figuren), kop("Een"))
    assert schets(document.voorblad) == ["Plan"]
    assert schets(document.inhoud) == ["x", "# 1 Een"]


def test_een_veld_dat_pas_na_de_inhoudsopgave_eindigt():
    document = lees(
        besturing(alinea(BEGIN, stuk("<w:instrText>TOC</w:instrText>"), SCHEIDING, "a"), eigen=TOC),
        alinea("b", EINDE, "c"),
    )
    assert schets(document.inhoud) == ["c"]


def noten(soort: str, *paren: tuple[str, str]) -> str:
    binnen = "".join(f'<w:{soort} w:id="{id_}">{inhoud}</w:{soort}>' for id_, inhoud in paren)
    return f'{KOP}<w:{soort}s xmlns:w="{W}">{binnen}</w:{soort}s>'


def verwijzing(soort: str, id_: str) -> str:
    return stuk(f'<w:{soort}Reference w:id="{id_}"/>')


def test_noten_staan_achteraan_in_de_volgorde_van_de_tekst():
    document = lees(
        alinea("a", verwijzing("footnote", "2"), verwijzing("footnote", "9")),
        alinea("b", verwijzing("endnote", "1"), verwijzing("footnote", "1")),
        relaties=[("f", "footnotes", "f.xml"), ("e", "endnotes", "e.xml")],
        delen={
            "word/f.xml": noten("footnote", ("1", alinea("leeg ")), ("2", alinea("twee"))),
            "word/e.xml": noten("endnote", ("1", alinea("eind"))),
        },
    )
    assert schets(document.inhoud) == [
        "a[1]", "b[2][3]", ["cijfer", ["twee"], ["eind"], ["leeg"]],
    ]  # fmt: skip
    lijst = document.inhoud[-1]
    naar = [deel.naar for blok in document.inhoud[:2] for deel in blok.tekst if deel.naar]
    assert [(document.ankers[naam],) for naam in naar] == [p.ankers for p in lijst.punten]


def test_noten_die_elkaar_of_zichzelf_noemen_staan_er_een_keer():
    document = lees(
        alinea("a", verwijzing("footnote", "1"), verwijzing("footnote", "3")),
        relaties=[("f", "footnotes", "f.xml")],
        delen={
            "word/f.xml": noten(
                "footnote",
                ("1", alinea("een", verwijzing("footnote", "2"), verwijzing("footnote", "2"))),
                ("2", alinea("twee", verwijzing("footnote", "1"))),
                ("3", alinea("drie", verwijzing("footnote", "3"))),
            )
        },
    )
    assert schets(document.inhoud) == [
        "a[1][2]", ["cijfer", ["een[3][3]"], ["drie[2]"], ["twee[1]"]],
    ]  # fmt: skip


def test_de_tekst_van_een_tekstvak_komt_na_haar_alinea():
    vak = f"<w:txbxContent>{alinea('in het vak')}{alinea('tweede')}</w:txbxContent>"
    document = lees(
        alinea(
            "voor",
            "<w:r><mc:AlternateContent>"
            f'<mc:Choice Requires="wps"><w:drawing>{vak}</w:drawing></mc:Choice>'
            f"<mc:Fallback><w:pict>{vak}</w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>",
            "na",
        ),
        alinea(f"<w:r><w:pict><v:shape><v:textbox>{vak}</v:textbox></v:shape></w:pict></w:r>"),
    )
    assert schets(document.inhoud) == ["voorna", *["in het vak", "tweede"] * 2]


def test_van_twee_vormen_van_een_zin_telt_de_eerste():
    keuze = f"<mc:Choice>{stuk('nieuw')}</mc:Choice><mc:Fallback>{stuk('oud')}</mc:Fallback>"
    terug = f"<mc:Fallback>{stuk('terug')}</mc:Fallback>"
    alineas = (alinea(f"<mc:AlternateContent>{v}</mc:AlternateContent>") for v in (keuze, terug))
    assert schets(lees(*alineas).inhoud) == ["nieuw", "terug"]


def test_een_versie_die_niemand_hier_kent_geeft_plaats_aan_de_volgende():
    """So Word writes a smiley: as an element of a later year, and as a letter for the others."""
    teken = (
        '<mc:AlternateContent><mc:Choice Requires="se"><se:symEx xmlns:se="urn:x"/></mc:Choice>'
        "<mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    ).format
    document = lees(
        alinea("goed ", stuk(teken("<w:t>😊</w:t>"))), teken(alinea("blok")), alinea("eind")
    )
    assert schets(document.inhoud) == ["goed 😊", "blok", "eind"]
