from __future__ import annotations

from completed_templates import aangevuld, boom, elementen, laag, stijl
from hypothesis import given
from lxml import etree
from random_styles import LIJSTSTIJLEN, pakket_van, stijldelen

from independent_reader import NS, w
from package_builder import ALLES
from trials import proeven
from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.model.answer_markup import read_markup
from uitvoeringsplan.ooxml.package import load_package, write_package
from uitvoeringsplan.ooxml.tree import SCHEMA_ORDER
from uitvoeringsplan.word.completing.completing import complete
from uitvoeringsplan.word.filling.filling import fill

VOLGORDES = {n: SCHEMA_ORDER[n] for n in ("pPr", "rPr", "style", "styles", "numbering")}


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
