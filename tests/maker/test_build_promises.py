"""What the finished template promises to whoever fills it, reads it or opens it in Word."""

from __future__ import annotations

import re
from collections import Counter

from template_reader import (
    W,
    antwoordplekken,
    besturingen,
    inhoudsdelen,
    om,
    tag_van,
    tekst,
    waarde,
)

from uitvoeringsplan.maker.controls import ANSWER_HINT

R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def test_elke_vraag_heeft_een_blok_met_bladwijzer(elk):
    blokken = antwoordplekken(elk.delen)
    vragen = {vraag.id: vraag for vraag in elk.vragenlijst.vragen}
    assert {tag_van(sdt) for sdt in blokken} == vragen.keys()
    for sdt in blokken:
        vraag = vragen[tag_van(sdt)]
        assert waarde(sdt, "sdtPr/alias") == vraag.label
        assert waarde(sdt, "sdtPr/lock") == "sdtLocked"
        assert sdt.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
        (alinea,) = sdt.find(f"{W}sdtContent")
        assert tekst(alinea) == ANSWER_HINT
        assert waarde(alinea, "r/rPr/rStyle") == "PlaceholderText"
        label = sdt.getprevious()
        if om(sdt) and "indeling" in om(sdt)[0]:
            kop = {"tabel": "UvpVraag", "koppen": "Heading4"}[om(sdt)[0].rpartition(" ")[2]]
            assert (waarde(label, "pPr/pStyle"), tekst(label)) == (kop, vraag.label)
        else:  # in running text a sentence leads up to the answer, and stays with it
            assert tekst(label).endswith(":")
            assert label.find(f"{W}pPr/{W}keepNext") is not None
        naam = label.find(f"{W}bookmarkStart").get(f"{W}name")
        assert naam.removeprefix("uvp_").removeprefix("uvk_") == vraag.id.replace("-", "_")


def test_in_het_interne_sjabloon_heeft_elke_vraag_een_plek(elk):
    if elk.vragenlijst.intern is None:
        tags = [tag_van(sdt) for sdt in antwoordplekken(elk.delen)]
        assert tags == [vraag.id for vraag in elk.vragenlijst.vragen]


def test_elk_gegeven_minstens_een_keer_in_de_regel(delen, vragenlijst):
    velden = [sdt for sdt in besturingen(delen) if sdt.find(f"{W}sdtPr/{W}text") is not None]
    tags = {tag_van(sdt) for sdt in velden}
    # These two can be read from what is there: they choose between parts.
    in_voorwaarden = {"indeling", "vastgesteld-door"}
    assert tags | in_voorwaarden == {v.id for v in vragenlijst.gegevens}
    assert not tags & in_voorwaarden
    voorwaarden = [tag_van(sdt) for deel in inhoudsdelen(delen) for sdt in deel.iter(f"{W}sdt")]
    for naam in in_voorwaarden:
        keuzes = vragenlijst.vraag(naam).keuzes
        assert all(any(f"{naam} = {keuze}" in tag for tag in voorwaarden) for keuze in keuzes)


def test_een_gegeven_staat_midden_in_een_alinea(elk):
    for sdt in besturingen(elk.delen):
        if sdt.find(f"{W}sdtPr/{W}text") is not None:
            assert sdt.getparent().tag == f"{W}p"
            assert sdt.find(f"{W}sdtContent/{W}r") is not None
            assert waarde(sdt, "sdtPr/lock") == "sdtLocked"


def test_nummers_en_bladwijzers_zijn_uniek(elk):
    delen = elk.delen
    nummers = [
        element.get(f"{W}val") for deel in inhoudsdelen(delen) for element in deel.iter(f"{W}id")
    ]
    assert len(nummers) == len(set(nummers)) > 20
    document = delen["word/document.xml"]
    for kenmerk in ("name", "id"):
        namen = [b.get(W + kenmerk) for b in document.iter(f"{W}bookmarkStart")]
        assert len(namen) == len(set(namen))
    begin = Counter(b.get(f"{W}id") for b in document.iter(f"{W}bookmarkStart"))
    assert begin == Counter(b.get(f"{W}id") for b in document.iter(f"{W}bookmarkEnd"))


def test_velden_van_word_zijn_gesloten(elk):
    delen = elk.delen
    for deel in inhoudsdelen(delen):
        soorten = Counter(f.get(f"{W}fldCharType") for f in deel.iter(f"{W}fldChar"))
        assert soorten["begin"] == soorten["separate"] == soorten["end"]


def test_links_hebben_een_doel_en_woorden(elk):
    delen = elk.delen
    document = delen["word/document.xml"]
    bladwijzers = {b.get(f"{W}name") for b in document.iter(f"{W}bookmarkStart")}
    relaties = {r.get("Id"): r for r in delen["word/_rels/document.xml.rels"]}
    for link in document.iter(f"{W}hyperlink"):
        anker = link.get(f"{W}anchor")
        assert anker in bladwijzers if anker else relaties[link.get(R_ID)].get("TargetMode")
        assert not re.match(r"https?:|www\.|hier$", tekst(link))
