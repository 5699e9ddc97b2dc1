"""The body: the contents list, the table and its rows as headings, sections and page breaks."""

from __future__ import annotations

import re

import pytest
from template_reader import (
    W,
    antwoordplekken,
    around,
    tag_of,
    text,
    value,
)

from uitvoeringsplan.maker.body import ContentsEntry, HeadingCounter
from uitvoeringsplan.maker.build import build_sjabloon


def test_de_vragen_van_de_tabel_hebben_een_tweede_plek_onder_koppen(parts, vragenlijst):
    """Of two places with one code at most one may ever be in a document."""
    places: dict[str, list[list[str]]] = {}
    names: dict[str, list[str]] = {}
    for sdt in antwoordplekken(parts):
        places.setdefault(tag_of(sdt), []).append(around(sdt))
        name = sdt.getprevious().find(f"{W}bookmarkStart").get(f"{W}name")
        names.setdefault(tag_of(sdt), []).append(name[:4])
    rows = {v.id for h in vragenlijst.hoofdstukken for row in h.rijen for v in row.vragen}
    assert len(rows) == 18
    for vraag_id, around_place in places.items():
        if vraag_id in rows:
            assert around_place == [["indeling = tabel"], ["indeling = koppen"]]
            assert names[vraag_id] == ["uvp_", "uvk_"]
        else:
            assert len(around_place) == 1
            assert names[vraag_id] == ["uvp_"]
    assert {v.id for v in vragenlijst.fixed_vragen if not places[v.id][0]} == {
        "lokale-ambitie", "lokale-doelstellingen",
    }  # fmt: skip


def test_inhoudsopgave_noemt_de_koppen_met_hun_bladwijzer(elk):
    parts = elk.parts
    document = parts["word/document.xml"]
    hoofdstuk, section, koppen = 0, 0, []
    for paragraph in document.iter(f"{W}p"):
        style = value(paragraph, "pPr/pStyle") or ""
        if style not in ("Heading1", "Heading2"):
            continue
        number = ""
        if value(paragraph, "pPr/numPr/numId") != "0":
            hoofdstuk, section = (
                (hoofdstuk + 1, 0) if style == "Heading1" else (hoofdstuk, section + 1)
            )
            number = f"{hoofdstuk}.{section}" if section else str(hoofdstuk)
        name = paragraph.find(f"{W}bookmarkStart").get(f"{W}name")
        koppen.append((number + text(paragraph), name))
    entries = [
        (re.sub(r"\d+$", "", text(link)), link.get(f"{W}anchor"))
        for link in document.iter(f"{W}hyperlink")
        if (link.get(f"{W}anchor") or "").startswith("_Toc")
    ]
    assert entries == koppen
    assert koppen[0][0] in ("1Inleiding", "1Doel en gebruik")
    assert koppen[-1][0] == "Over dit document"


def test_word_ververst_de_inhoudsopgave_zonder_vraag(elk):
    parts = elk.parts
    dirty = [f for f in parts["word/document.xml"].iter(f"{W}fldChar") if f.get(f"{W}dirty")]
    assert [f.get(f"{W}fldCharType") for f in dirty] == ["begin"]
    assert not list(parts["word/settings.xml"].iter(f"{W}updateFields"))


def test_tabel_is_toegankelijk(parts, vragenlijst):
    (tabel,) = parts["word/document.xml"].iter(f"{W}tbl")
    rows = tabel.findall(f"{W}tr")
    hoofdstuk = next(h for h in vragenlijst.hoofdstukken if h.rijen)
    assert len(rows) == 1 + len(hoofdstuk.rijen)
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f".//{W}cantSplit") is None for row in rows[1:])
    widths = [column.get(f"{W}w") for column in tabel.find(f"{W}tblGrid")]
    for row in rows:
        cells = row.findall(f"{W}tc")
        assert [cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w") for cell in cells] == widths
        for cell in cells:
            assert text(cell).strip()
            assert cell[-1].tag == f"{W}p"
    assert not list(tabel.iter(f"{W}gridSpan", f"{W}vMerge"))


def test_koppen_tellen_zoals_word_ze_telt():
    counter = HeadingCounter()
    koppen = [(1, True), (2, True), (2, True), (1, False), (1, True), (2, False), (2, True)]
    numbers = [counter.tel(level, "Doel", numbered=wel).number for level, wel in koppen]
    assert numbers == ["1", "1.1", "1.2", "", "2", "", "2.1"]
    assert [entry.level for entry in counter.entries] == [level for level, _ in koppen]


def test_koppen_van_een_naam_hebben_elk_hun_bladwijzer():
    counter = HeadingCounter()
    one, two, other = (counter.tel(1, name, numbered=True) for name in ("Doel", "Doel", "Slot"))
    assert len({one.bookmark, two.bookmark, other.bookmark}) == 3
    assert one.bookmark == ContentsEntry("9", "Doel", 2, 1).bookmark  # it follows from the words
    assert all(re.fullmatch(r"_Toc\d{9}", i.bookmark) for i in counter.entries)


@pytest.fixture(scope="module")
def paragraphs(vragenlijst, source_text, read_document):
    """Return a function that gives the paragraphs of the body, for a source text that ends so."""
    return lambda slot: read_document(build_sjabloon(vragenlijst, f"{source_text}\n{slot}\n"))


def test_een_kop_boven_aan_de_bladzijde_heeft_geen_wit_erboven(paragraphs):
    plain, new, los = paragraphs("# Een\n\n{{ nieuwepagina }}\n\n# Twee\n\n# Drie {-}")[-3:]
    assert [text(kop) for kop in (plain, new, los)] == ["Een", "Twee", "Drie"]
    assert plain.find(f"{W}pPr/{W}pageBreakBefore") is None
    assert plain.find(f"{W}pPr/{W}spacing") is None
    assert new.find(f"{W}pPr/{W}pageBreakBefore") is not None
    assert new.find(f"{W}pPr/{W}spacing").get(f"{W}before") == "0"
    assert value(new, "pPr/numPr/numId") is None
    assert value(los, "pPr/numPr/numId") == "0"
    assert los.find(f"{W}pPr/{W}ind").get(f"{W}left") == "0"
    assert los.find(f"{W}pPr/{W}pageBreakBefore") is None


def test_een_liggend_deel_begint_en_eindigt_met_een_sectie(paragraphs):
    *_, before, landscape, slot = paragraphs(
        "voor\n\n{{ liggend }}\n\nbreed\n\n{{ staand }}\n\nslot"
    )
    standen = [
        size.get(f"{W}orient")
        for paragraph in (before, landscape)
        for size in paragraph.iterfind(f"{W}pPr/{W}sectPr/{W}pgSz")
    ]
    assert [text(paragraph) for paragraph in (before, landscape, slot)] == ["voor", "breed", "slot"]
    assert standen == [None, "landscape"]
    assert slot.find(f"{W}pPr/{W}sectPr") is None  # the last section is the one of the body
