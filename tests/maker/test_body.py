"""The body: the contents list, the table and its rows as headings, sections and page breaks."""

from __future__ import annotations

import re

import pytest
from template_reader import (
    W,
    antwoordplekken,
    om,
    tag_van,
    tekst,
    waarde,
)

from uitvoeringsplan.maker.body import ContentsEntry, HeadingCounter
from uitvoeringsplan.maker.build import build_sjabloon


def test_de_vragen_van_de_tabel_hebben_een_tweede_plek_onder_koppen(delen, vragenlijst):
    """Of two places with one code at most one may ever be in a document."""
    plekken: dict[str, list[list[str]]] = {}
    namen: dict[str, list[str]] = {}
    for sdt in antwoordplekken(delen):
        plekken.setdefault(tag_van(sdt), []).append(om(sdt))
        naam = sdt.getprevious().find(f"{W}bookmarkStart").get(f"{W}name")
        namen.setdefault(tag_van(sdt), []).append(naam[:4])
    rijen = {v.id for h in vragenlijst.hoofdstukken for rij in h.rijen for v in rij.vragen}
    assert len(rijen) == 18
    for vraag_id, om_plek in plekken.items():
        if vraag_id in rijen:
            assert om_plek == [["indeling = tabel"], ["indeling = koppen"]]
            assert namen[vraag_id] == ["uvp_", "uvk_"]
        else:
            assert len(om_plek) == 1
            assert namen[vraag_id] == ["uvp_"]
    assert {v.id for v in vragenlijst.vaste_vragen if not plekken[v.id][0]} == {
        "lokale-ambitie", "lokale-doelstellingen",
    }  # fmt: skip


def test_inhoudsopgave_noemt_de_koppen_met_hun_bladwijzer(elk):
    delen = elk.delen
    document = delen["word/document.xml"]
    hoofdstuk, paragraaf, koppen = 0, 0, []
    for alinea in document.iter(f"{W}p"):
        stijl = waarde(alinea, "pPr/pStyle") or ""
        if stijl not in ("Heading1", "Heading2"):
            continue
        nummer = ""
        if waarde(alinea, "pPr/numPr/numId") != "0":
            hoofdstuk, paragraaf = (
                (hoofdstuk + 1, 0) if stijl == "Heading1" else (hoofdstuk, paragraaf + 1)
            )
            nummer = f"{hoofdstuk}.{paragraaf}" if paragraaf else str(hoofdstuk)
        naam = alinea.find(f"{W}bookmarkStart").get(f"{W}name")
        koppen.append((nummer + tekst(alinea), naam))
    ingangen = [
        (re.sub(r"\d+$", "", tekst(link)), link.get(f"{W}anchor"))
        for link in document.iter(f"{W}hyperlink")
        if (link.get(f"{W}anchor") or "").startswith("_Toc")
    ]
    assert ingangen == koppen
    assert koppen[0][0] in ("1Inleiding", "1Doel en gebruik")
    assert koppen[-1][0] == "Over dit document"


def test_word_ververst_de_inhoudsopgave_zonder_vraag(elk):
    delen = elk.delen
    vuil = [f for f in delen["word/document.xml"].iter(f"{W}fldChar") if f.get(f"{W}dirty")]
    assert [f.get(f"{W}fldCharType") for f in vuil] == ["begin"]
    assert not list(delen["word/settings.xml"].iter(f"{W}updateFields"))


def test_tabel_is_toegankelijk(delen, vragenlijst):
    (tabel,) = delen["word/document.xml"].iter(f"{W}tbl")
    rijen = tabel.findall(f"{W}tr")
    hoofdstuk = next(h for h in vragenlijst.hoofdstukken if h.rijen)
    assert len(rijen) == 1 + len(hoofdstuk.rijen)
    assert rijen[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert all(rij.find(f".//{W}cantSplit") is None for rij in rijen[1:])
    breedtes = [kolom.get(f"{W}w") for kolom in tabel.find(f"{W}tblGrid")]
    for rij in rijen:
        cellen = rij.findall(f"{W}tc")
        assert [cel.find(f"{W}tcPr/{W}tcW").get(f"{W}w") for cel in cellen] == breedtes
        for cel in cellen:
            assert tekst(cel).strip()
            assert cel[-1].tag == f"{W}p"
    assert not list(tabel.iter(f"{W}gridSpan", f"{W}vMerge"))


def test_koppen_tellen_zoals_word_ze_telt():
    teller = HeadingCounter()
    koppen = [(1, True), (2, True), (2, True), (1, False), (1, True), (2, False), (2, True)]
    nummers = [teller.tel(niveau, "Doel", genummerd=wel).nummer for niveau, wel in koppen]
    assert nummers == ["1", "1.1", "1.2", "", "2", "", "2.1"]
    assert [ingang.niveau for ingang in teller.ingangen] == [niveau for niveau, _ in koppen]


def test_koppen_van_een_naam_hebben_elk_hun_bladwijzer():
    teller = HeadingCounter()
    een, twee, ander = (teller.tel(1, naam, genummerd=True) for naam in ("Doel", "Doel", "Slot"))
    assert len({een.bladwijzer, twee.bladwijzer, ander.bladwijzer}) == 3
    assert (
        een.bladwijzer == ContentsEntry("9", "Doel", 2, 1).bladwijzer
    )  # it follows from the words
    assert all(re.fullmatch(r"_Toc\d{9}", i.bladwijzer) for i in teller.ingangen)


@pytest.fixture(scope="module")
def alineas(vragenlijst, brontekst, lees_document):
    """Return a function that gives the paragraphs of the body, for a source text that ends so."""
    return lambda slot: lees_document(build_sjabloon(vragenlijst, f"{brontekst}\n{slot}\n"))


def test_een_kop_boven_aan_de_bladzijde_heeft_geen_wit_erboven(alineas):
    gewoon, nieuw, los = alineas("# Een\n\n{{ nieuwepagina }}\n\n# Twee\n\n# Drie {-}")[-3:]
    assert [tekst(kop) for kop in (gewoon, nieuw, los)] == ["Een", "Twee", "Drie"]
    assert gewoon.find(f"{W}pPr/{W}pageBreakBefore") is None
    assert gewoon.find(f"{W}pPr/{W}spacing") is None
    assert nieuw.find(f"{W}pPr/{W}pageBreakBefore") is not None
    assert nieuw.find(f"{W}pPr/{W}spacing").get(f"{W}before") == "0"
    assert waarde(nieuw, "pPr/numPr/numId") is None
    assert waarde(los, "pPr/numPr/numId") == "0"
    assert los.find(f"{W}pPr/{W}ind").get(f"{W}left") == "0"
    assert los.find(f"{W}pPr/{W}pageBreakBefore") is None


def test_een_liggend_deel_begint_en_eindigt_met_een_sectie(alineas):
    *_, voor, liggend, slot = alineas("voor\n\n{{ liggend }}\n\nbreed\n\n{{ staand }}\n\nslot")
    standen = [
        maat.get(f"{W}orient")
        for alinea in (voor, liggend)
        for maat in alinea.iterfind(f"{W}pPr/{W}sectPr/{W}pgSz")
    ]
    assert [tekst(alinea) for alinea in (voor, liggend, slot)] == ["voor", "breed", "slot"]
    assert standen == [None, "landscape"]
    assert slot.find(f"{W}pPr/{W}sectPr") is None  # the last section is the one of the body
