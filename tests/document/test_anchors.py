"""Places that a link can go to: headings, bookmarks and notes, each with an id of its own."""

from __future__ import annotations

from docx_to_read import (
    bookmark,
    field,
    kop,
    link,
    notes,
    paragraph,
    punt,
    read,
    reference,
    sketch,
)

from uitvoeringsplan.document.anchors import MAX_ANCHOR, Anchors


def test_links_binnen_het_document_komen_ergens_uit():
    document = read(
        paragraph("zie ", link("bron", anker="bron_1"), link("kop", anker="_Toc1"), ". "),
        paragraph(field(" REF bron_1 \\h ", "1"), field(' HYPERLINK \\l "tekst" ', "daar")),
        paragraph(link("niets", anker="weg")),
        bookmark("ongebruikt"),
        bookmark("tekst"),
        paragraph(),
        paragraph(bookmark("bron_1"), "Bron"),
        paragraph(bookmark("_Toc1"), "De kop", style="Kop1"),
        kop("De kop"),
        punt("x") + paragraph(bookmark("bron_1"), "dubbel"),
    )
    assert document.anchors == {"bron_1": "bron-1", "tekst": "tekst", "_Toc1": "de-kop"}
    assert [k.anchor for k in document.koppen] == ["de-kop", "de-kop-2"]
    parts = [part for block in document.content[:3] for part in block.text if part.target]
    assert [(part.text, part.target, part.adres) for part in parts] == [
        ("bron", "bron_1", ""), ("kop", "_Toc1", ""), ("daar", "tekst", ""), ("niets", "weg", ""),
    ]  # fmt: skip
    anchors = [block.anchors for block in document.content if getattr(block, "anchors", None)]
    assert anchors == [("tekst", "bron-1")]


def test_een_anker_heeft_alleen_gewone_letters():
    koppen = read(kop("Één “kop”: R&amp;D"), kop("2027"), kop("日本"), kop("x" * 100)).koppen
    assert [k.anchor for k in koppen] == ["een-kop-r-d", "n-2027", "plaats", "x" * 60]


def test_noten_staan_achteraan_in_de_volgorde_van_de_tekst():
    document = read(
        paragraph("a", reference("footnote", "2"), reference("footnote", "9")),
        paragraph("b", reference("endnote", "1"), reference("footnote", "1")),
        relationships=[("f", "footnotes", "f.xml"), ("e", "endnotes", "e.xml")],
        parts={
            "word/f.xml": notes("footnote", ("1", paragraph("leeg ")), ("2", paragraph("twee"))),
            "word/e.xml": notes("endnote", ("1", paragraph("eind"))),
        },
    )
    assert sketch(document.content) == [
        "a[1]", "b[2][3]", ["cijfer", ["twee"], ["eind"], ["leeg"]],
    ]  # fmt: skip
    lijst = document.content[-1]
    naar = [part.target for block in document.content[:2] for part in block.text if part.target]
    assert [(document.anchors[name],) for name in naar] == [p.anchors for p in lijst.punten]


def test_noten_die_elkaar_of_zichzelf_noemen_staan_er_een_keer():
    document = read(
        paragraph("a", reference("footnote", "1"), reference("footnote", "3")),
        relationships=[("f", "footnotes", "f.xml")],
        parts={
            "word/f.xml": notes(
                "footnote",
                ("1", paragraph("een", reference("footnote", "2"), reference("footnote", "2"))),
                ("2", paragraph("twee", reference("footnote", "1"))),
                ("3", paragraph("drie", reference("footnote", "3"))),
            )
        },
    )
    assert sketch(document.content) == [
        "a[1][2]", ["cijfer", ["een[3][3]"], ["drie[2]"], ["twee[1]"]],
    ]  # fmt: skip


def test_een_anker_heeft_geen_ander():
    anchors = Anchors(set())
    gegeven = [anchors.of_heading(text, []) for text in ("Doel", "doel!", "Doel 2", "Doel")]
    assert gegeven == ["doel", "doel-2", "doel-2-2", "doel-3"]
    assert len(anchors.of_heading("x" * 99, [])) == MAX_ANCHOR
    assert anchors.of_heading("–", []) == "plaats"


def test_alleen_waar_iets_heen_wijst_komt_een_anker_en_de_eerste_wint():
    anchors = Anchors({"een", "twee"})
    assert anchors.of_text(["los", "twee", "twee"]) == ("twee",)
    assert anchors.of_heading("Kop", ["twee", "een"]) == "kop"
    assert anchors.of_text(["een"]) == ()
    assert anchors.per_bookmark == {"twee": "twee", "een": "kop"}
    assert anchors.of_note("noot 1") == ("noot-1",)
