"""What the finished template promises to whoever fills it, reads it or opens it in Word."""

from __future__ import annotations

import re
from collections import Counter

from template_reader import (
    W,
    antwoordplekken,
    around,
    controls,
    inhoudsdelen,
    tag_of,
    text,
    value,
)

from uitvoeringsplan.maker.controls import ANSWER_HINT

R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def test_elke_vraag_heeft_een_blok_met_bladwijzer(elk):
    blocks = antwoordplekken(elk.parts)
    vragen = {vraag.id: vraag for vraag in elk.vragenlijst.vragen}
    assert {tag_of(sdt) for sdt in blocks} == vragen.keys()
    for sdt in blocks:
        vraag = vragen[tag_of(sdt)]
        assert value(sdt, "sdtPr/alias") == vraag.label
        assert value(sdt, "sdtPr/lock") == "sdtLocked"
        assert sdt.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
        (paragraph,) = sdt.find(f"{W}sdtContent")
        assert text(paragraph) == ANSWER_HINT
        assert value(paragraph, "r/rPr/rStyle") == "PlaceholderText"
        label = sdt.getprevious()
        if around(sdt) and "indeling" in around(sdt)[0]:
            kop = {"tabel": "UvpVraag", "koppen": "Heading4"}[around(sdt)[0].rpartition(" ")[2]]
            assert (value(label, "pPr/pStyle"), text(label)) == (kop, vraag.label)
        else:  # in running text a sentence leads up to the answer, and stays with it
            assert text(label).endswith(":")
            assert label.find(f"{W}pPr/{W}keepNext") is not None
        name = label.find(f"{W}bookmarkStart").get(f"{W}name")
        assert name.removeprefix("uvp_").removeprefix("uvk_") == vraag.id.replace("-", "_")


def test_in_het_interne_sjabloon_heeft_elke_vraag_een_plek(elk):
    if elk.vragenlijst.intern is None:
        tags = [tag_of(sdt) for sdt in antwoordplekken(elk.parts)]
        assert tags == [vraag.id for vraag in elk.vragenlijst.vragen]


def test_elk_gegeven_minstens_een_keer_in_de_regel(parts, vragenlijst):
    fields = [sdt for sdt in controls(parts) if sdt.find(f"{W}sdtPr/{W}text") is not None]
    tags = {tag_of(sdt) for sdt in fields}
    # These two can be read from what is there: they choose between parts.
    in_voorwaarden = {"indeling", "vastgesteld-door"}
    assert tags | in_voorwaarden == {v.id for v in vragenlijst.gegevens}
    assert not tags & in_voorwaarden
    voorwaarden = [tag_of(sdt) for part in inhoudsdelen(parts) for sdt in part.iter(f"{W}sdt")]
    for name in in_voorwaarden:
        keuzes = vragenlijst.vraag(name).keuzes
        assert all(any(f"{name} = {keuze}" in tag for tag in voorwaarden) for keuze in keuzes)


def test_een_gegeven_staat_midden_in_een_alinea(elk):
    for sdt in controls(elk.parts):
        if sdt.find(f"{W}sdtPr/{W}text") is not None:
            assert sdt.getparent().tag == f"{W}p"
            assert sdt.find(f"{W}sdtContent/{W}r") is not None
            assert value(sdt, "sdtPr/lock") == "sdtLocked"


def test_nummers_en_bladwijzers_zijn_uniek(elk):
    parts = elk.parts
    numbers = [
        element.get(f"{W}val") for part in inhoudsdelen(parts) for element in part.iter(f"{W}id")
    ]
    assert len(numbers) == len(set(numbers)) > 20
    document = parts["word/document.xml"]
    for attribute in ("name", "id"):
        names = [b.get(W + attribute) for b in document.iter(f"{W}bookmarkStart")]
        assert len(names) == len(set(names))
    start = Counter(b.get(f"{W}id") for b in document.iter(f"{W}bookmarkStart"))
    assert start == Counter(b.get(f"{W}id") for b in document.iter(f"{W}bookmarkEnd"))


def test_velden_van_word_zijn_gesloten(elk):
    parts = elk.parts
    for part in inhoudsdelen(parts):
        kinds = Counter(f.get(f"{W}fldCharType") for f in part.iter(f"{W}fldChar"))
        assert kinds["begin"] == kinds["separate"] == kinds["end"]


def test_links_hebben_een_doel_en_woorden(elk):
    parts = elk.parts
    document = parts["word/document.xml"]
    bookmarks = {b.get(f"{W}name") for b in document.iter(f"{W}bookmarkStart")}
    relationships = {r.get("Id"): r for r in parts["word/_rels/document.xml.rels"]}
    for link in document.iter(f"{W}hyperlink"):
        anchor = link.get(f"{W}anchor")
        assert anchor in bookmarks if anchor else relationships[link.get(R_ID)].get("TargetMode")
        assert not re.match(r"https?:|www\.|hier$", text(link))
