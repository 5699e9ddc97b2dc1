from __future__ import annotations

import pytest
from hypothesis import given
from lxml import etree
from random_styles import LIJSTSTIJLEN, OVERIGE, pakket_van, stijldelen

from independent_reader import NS, W, w
from package_builder import ALLES
from trials import proeven
from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.model.answer_markup import LEVELS, read_markup
from uitvoeringsplan.ooxml.package import Package, load_package, write_package
from uitvoeringsplan.ooxml.tree import SCHEMA_ORDER
from uitvoeringsplan.word.completing.completing import complete
from uitvoeringsplan.word.filling.filling import fill

VOLGORDES = {n: SCHEMA_ORDER[n] for n in ("pPr", "rPr", "style", "styles", "numbering")}


def aangevuld(data: bytes) -> Package:
    return complete(load_package(data, "eigen.docx"))


def boom(pakket: Package, naam: str):
    return etree.fromstring(pakket.inhoud(naam))


def elementen(pakket: Package, naam: str) -> set[bytes]:
    """Return every child of the root of a part in canonical form."""
    return {etree.tostring(e, method="c14n", with_tail=False) for e in boom(pakket, naam)}


def stijl(wortel, naam: str):
    (element,) = (
        s
        for s in wortel.iter(w("style"))
        if s.find(w("name")) is not None and s.find(w("name")).get(w("val")).lower() == naam.lower()
    )
    return element


def laag(pakket: Package, naam: str):
    """Return the level of the list that a style ends up with, by walking there with lxml."""
    stijlen, nummering = boom(pakket, "word/styles.xml"), boom(pakket, "word/numbering.xml")
    element = stijl(stijlen, naam)
    while element.find("w:pPr/w:numPr/w:numId", NS) is None:
        basis = element.find("w:basedOn", NS).get(w("val"))
        (element,) = (s for s in stijlen.iter(w("style")) if s.get(w("styleId")) == basis)
    num_id = element.find("w:pPr/w:numPr/w:numId", NS).get(w("val"))
    ilvl = element.find("w:pPr/w:numPr/w:ilvl", NS)
    niveau = "0" if ilvl is None else ilvl.get(w("val"))
    (lijst_id,) = nummering.xpath(
        f"w:num[@w:numId='{num_id}']/w:abstractNumId/@w:val", namespaces=NS
    )
    (uit,) = nummering.xpath(
        f"w:abstractNum[@w:abstractNumId='{lijst_id}']/w:lvl[@w:ilvl='{niveau}']", namespaces=NS
    )
    return uit


@proeven(150)
@given(delen=stijldelen())
def test_elk_sjabloon_krijgt_wat_het_mist(builder, delen):
    data = pakket_van(builder, delen)
    pakket = aangevuld(data)
    for naam in LIJSTSTIJLEN:
        vorm = laag(pakket, naam).find("w:numFmt", NS).get(w("val"))
        assert (vorm == "bullet") == naam.startswith("List Bullet")
    stijlen = boom(pakket, "word/styles.xml")
    for naam in ("Hyperlink", "Placeholder Text", "caption"):
        stijl(stijlen, naam)
    assert stijlen.xpath(
        "w:style[@w:type='table']/w:name[@w:val='Uvp Tabel' or @w:val='UVP TABEL' or"
        " @w:val='Table Grid' or @w:val='TABLE GRID']",
        namespaces=NS,
    )
    ids = [s.get(w("styleId")).lower() for s in stijlen.iter(w("style"))]
    assert len(set(ids)) == len(ids)
    taal = stijlen.find("w:docDefaults/w:rPrDefault/w:rPr/w:lang", NS)
    assert taal.get(w("val")) == "nl-NL"


@proeven(100)
@given(delen=stijldelen())
def test_alles_staat_waar_het_schema_het_wil(builder, delen):
    pakket = aangevuld(pakket_van(builder, delen))
    for deel in ("word/styles.xml", "word/numbering.xml"):
        for element in boom(pakket, deel).iter():
            volgorde = VOLGORDES.get(etree.QName(element).localname)
            if volgorde:
                plekken = [volgorde.index(etree.QName(kind).localname) for kind in element]
                assert plekken == sorted(plekken)


@proeven(100)
@given(delen=stijldelen())
def test_wat_er_al_was_blijft(builder, delen):
    """A style only changes when it has to get a list, a list never does."""
    oud, nieuw = (
        load_package(pakket_van(builder, delen), "x"),
        aangevuld(pakket_van(builder, delen)),
    )
    if delen.stijlen is not None:
        na = elementen(nieuw, "word/styles.xml")
        kaal = {naam for naam, band in delen.banden.items() if band not in ("eigen", "geërfd")}
        for element in boom(oud, "word/styles.xml").iter(w("style")):
            naam = element.find(w("name")).get(w("val"))
            if naam.lower() not in map(str.lower, (*kaal, "Normal")):
                assert etree.tostring(element, method="c14n", with_tail=False) in na
    if delen.nummering is not None:
        assert elementen(oud, "word/numbering.xml") <= elementen(nieuw, "word/numbering.xml")


@proeven(100)
@given(delen=stijldelen())
def test_een_antwoord_met_alle_opmaak_past_erin(builder, delen):
    data = pakket_van(builder, delen)
    plan = builder.plan({"gemeente": "Delft"}, eerste=ALLES, tweede="- een")
    uit = fill(builder.open(data), builder.lijst, plan)
    gelezen = builder.lees(uit)
    stijlnamen = {naam: id_.title() for id_, naam in gelezen.stijl_ids().items()}
    alineas = gelezen.alineas("eerste")
    assert [stijlnamen.get(a.stijl, "") for a in alineas] == [
        "" if not hasattr(blok, "niveau") else
        f"List {'Bullet' if blok.nummer is None else 'Number'}{' 2' * blok.niveau}"
        for blok in read_markup(ALLES)
    ]  # fmt: skip
    fouten = {b.rule_id for b in check_docx(uit, "x.docx")}
    assert not fouten & {"stijl-ontbreekt", "nummering-ontbreekt", "doel-ontbreekt", "onleesbaar",
                         "taal-standaard"}  # fmt: skip
    nummering = gelezen.bomen["word/numbering.xml"]
    for alinea in alineas:
        if alinea.lijst:  # the level that the paragraph asks for is there
            (lijst,) = nummering.xpath(
                f"w:num[@w:numId='{alinea.lijst}']/w:abstractNumId/@w:val", namespaces=NS
            )
            assert nummering.xpath(
                f"w:abstractNum[@w:abstractNumId='{lijst}']/w:lvl[@w:ilvl='{alinea.niveau}']",
                namespaces=NS,
            )


@proeven(100)
@given(delen=stijldelen())
def test_nog_een_keer_aanvullen_verandert_niets(builder, delen):
    pakket = aangevuld(pakket_van(builder, delen))
    assert complete(pakket) == pakket
    assert load_package(write_package(list(pakket.leden.values())), pakket.pad) == pakket


def test_het_meegeleverde_sjabloon_is_compleet(echt_sjabloon):
    pakket = load_package(echt_sjabloon, "x")
    assert complete(pakket) is pakket


def test_een_lijst_van_een_niveau_krijgt_een_broertje_dat_er_net_zo_uitziet(builder):
    """As in Word's own templates: a list for each style, and only one level in each."""
    delen = builder.delen()
    stijlen = builder.stijlen().replace('<w:ilvl w:val="1"/><w:numId w:val="4"/>',
                                     '<w:numId w:val="8"/>')  # fmt: skip
    laag_ = (
        '<w:abstractNum w:abstractNumId="{0}"><w:multiLevelType w:val="singleLevel"/><w:lvl'
        ' w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{1}"/><w:pStyle w:val="{2}"/><w:lvlText'
        ' w:val="({3})"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{0}00"/></w:pPr></w:lvl>'
        "</w:abstractNum>"
    )
    nummering = (
        builder.nummering()
        .replace(
            '<w:num w:numId="7">',
            laag_.format(8, "upperRoman", "Nummering", "%1")
            + laag_.format(9, "lowerRoman", "Nummering2", "%1")
            + '<w:num w:numId="8"><w:abstractNumId w:val="9"/></w:num><w:num w:numId="7">',
        )
        .replace('<w:abstractNumId w:val="5"/>', '<w:abstractNumId w:val="8"/>')
    )
    delen |= {"word/styles.xml": stijlen, "word/numbering.xml": nummering}
    sjabloon = builder.open(builder.pak_in(delen))
    (lijst,) = boom(sjabloon.pakket, "word/numbering.xml").xpath(
        f"w:abstractNum[@w:abstractNumId='{sjabloon.nummering.lijst}']", namespaces=NS
    )
    assert lijst.find("w:name", NS).get(w("val")) == "UvpNummers"
    assert not list(lijst.iter(w("pStyle")))
    een, twee, *_ = lijst.findall("w:lvl", NS)
    assert [lvl.find("w:numFmt", NS).get(w("val")) for lvl in (een, twee)] == [
        "upperRoman",
        "lowerRoman",
    ]
    assert [lvl.find("w:lvlText", NS).get(w("val")) for lvl in (een, twee)] == ["(%1)", "(%2)"]
    assert [lvl.find(".//w:ind", NS).get(w("left")) for lvl in (een, twee)] == ["800", "900"]
    assert [lvl.get(w("ilvl")) for lvl in (een, twee)] == ["0", "1"]
    # The styles of the template itself keep the lists they had.
    assert sjabloon.pakket.inhoud("word/styles.xml").decode().count('w:numId w:val="8"') == 1


@pytest.mark.parametrize("naam", ["UvpNummers", "UvpPunten"])
def test_een_lijst_van_ons_met_te_weinig_niveaus_krijgt_die_erbij(builder, naam):
    """As one that a template got when points had fewer levels."""
    delen = builder.delen()
    delen["word/styles.xml"] = f'<w:styles xmlns:w="{W}"/>'
    compleet = aangevuld(builder.pak_in(delen))
    nummering = boom(compleet, "word/numbering.xml")
    (lijst,) = nummering.xpath(f"w:abstractNum[w:name/@w:val='{naam}']", namespaces=NS)
    heel = etree.tostring(nummering, method="c14n")
    lijst.remove(lijst.findall("w:lvl", NS)[-1])
    pakket = compleet.met_delen({"word/numbering.xml": etree.tostring(nummering)})
    gemend = complete(pakket)
    assert etree.tostring(boom(gemend, "word/numbering.xml"), method="c14n") == heel
    assert complete(gemend) is gemend


def test_een_lijst_die_haar_niveaus_aan_een_stijl_overlaat(builder):
    delen = builder.delen()
    delen["word/numbering.xml"] = builder.nummering().replace(
        '<w:num w:numId="7">',
        '<w:abstractNum w:abstractNumId="6"><w:numStyleLink w:val="Huislijst"/></w:abstractNum>'
        '<w:num w:numId="6"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="7">',
    ).replace('<w:num w:numId="4"><w:abstractNumId w:val="5"/>',
              '<w:num w:numId="4"><w:abstractNumId w:val="6"/>')  # fmt: skip
    delen["word/styles.xml"] = builder.stijlen().replace(
        "</w:styles>",
        '<w:style w:type="numbering" w:styleId="Huislijst"><w:name w:val="Huislijst"/><w:pPr>'
        '<w:numPr><w:numId w:val="6"/></w:numPr></w:pPr></w:style></w:styles>',
    )
    sjabloon = builder.open(builder.pak_in(delen))
    (lijst,) = boom(sjabloon.pakket, "word/numbering.xml").xpath(
        f"w:abstractNum[@w:abstractNumId='{sjabloon.nummering.lijst}']", namespaces=NS
    )
    vormen = [lvl.find("w:numFmt", NS).get(w("val")) for lvl in lijst.findall("w:lvl", NS)]
    assert vormen == ["decimal"] * LEVELS


@pytest.mark.parametrize(
    ("thema", "kleur", "naam"),
    [
        ("0563C1", "0563C1", "hyperlink"),
        ("A5E8F5", None, None),  # nobody could read it
        (None, "0563C1", None),
    ],
)
def test_een_nieuwe_link_heeft_de_kleur_van_het_thema(builder, thema, kleur, naam):
    delen = builder.delen()
    delen["word/styles.xml"] = builder.stijlen().replace('"Hyperlink"', '"Anders"')
    if thema:
        delen["word/thema.xml"] = (
            '<t:theme xmlns:t="http://schemas.openxmlformats.org/drawingml/2006/main"><t:themeElements>'
            f'<t:clrScheme><t:hlink><t:srgbClr val="{thema}"/></t:hlink></t:clrScheme>'
            "</t:themeElements></t:theme>"
        )
        delen["word/_rels/document.xml.rels"] = builder.relaties(
            ("styles", "styles.xml"), ("numbering", "numbering.xml"), ("theme", "thema.xml")
        )
    element = stijl(boom(aangevuld(builder.pak_in(delen)), "word/styles.xml"), "Hyperlink")
    eigen = element.find("w:rPr/w:color", NS)
    assert eigen.get(w("themeColor")) == naam
    assert (eigen.get(w("val")) == kleur) if kleur else eigen.get(w("val")) != thema


def test_het_voorvoegsel_van_het_deel_zelf(builder):
    delen = {
        **builder.delen(),
        "word/styles.xml": builder.stijlen("q").replace("Hyperlink", "Anders"),
    }
    pakket = aangevuld(builder.pak_in(delen))
    assert '<q:name q:val="Hyperlink"/>' in pakket.inhoud("word/styles.xml").decode()


def test_een_naamruimte_zonder_voorvoegsel(builder):
    stijlen = f'<styles xmlns="{W}"><style/></styles>'
    pakket = aangevuld(builder.pak_in({**builder.delen(), "word/styles.xml": stijlen}))
    assert stijl(boom(pakket, "word/styles.xml"), LIJSTSTIJLEN[0]) is not None
    assert complete(pakket) == pakket


@pytest.mark.parametrize("naam", OVERIGE[:3])
def test_een_naam_met_andere_hoofdletters_telt(builder, naam):
    delen = {**builder.delen(), "word/styles.xml": builder.stijlen().replace(naam, naam.upper())}
    namen = [
        s.find(w("name")).get(w("val")).lower()
        for s in boom(aangevuld(builder.pak_in(delen)), "word/styles.xml").iter(w("style"))
    ]
    assert namen.count(naam.lower()) == 1
