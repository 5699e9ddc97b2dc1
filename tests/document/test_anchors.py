"""Places that a link can go to: headings, bookmarks and notes, each with an id of its own."""

from __future__ import annotations

from docx_to_read import (
    alinea,
    bladwijzer,
    kop,
    lees,
    link,
    noten,
    punt,
    schets,
    veld,
    verwijzing,
)

from uitvoeringsplan.document.anchors import MAX_ANKER, Anchors


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
    delen = [deel for blok in document.inhoud[:3] for deel in blok.tekst if deel.naar]
    assert [(deel.tekst, deel.naar, deel.adres) for deel in delen] == [
        ("bron", "bron_1", ""), ("kop", "_Toc1", ""), ("daar", "tekst", ""), ("niets", "weg", ""),
    ]  # fmt: skip
    ankers = [blok.ankers for blok in document.inhoud if getattr(blok, "ankers", None)]
    assert ankers == [("tekst", "bron-1")]


def test_een_anker_heeft_alleen_gewone_letters():
    koppen = lees(kop("Één “kop”: R&amp;D"), kop("2027"), kop("日本"), kop("x" * 100)).koppen
    assert [k.anker for k in koppen] == ["een-kop-r-d", "n-2027", "plaats", "x" * 60]


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


def test_een_anker_heeft_geen_ander():
    anchors = Anchors(set())
    gegeven = [anchors.of_heading(tekst, []) for tekst in ("Doel", "doel!", "Doel 2", "Doel")]
    assert gegeven == ["doel", "doel-2", "doel-2-2", "doel-3"]
    assert len(anchors.of_heading("x" * 99, [])) == MAX_ANKER
    assert anchors.of_heading("–", []) == "plaats"


def test_alleen_waar_iets_heen_wijst_komt_een_anker_en_de_eerste_wint():
    anchors = Anchors({"een", "twee"})
    assert anchors.of_text(["los", "twee", "twee"]) == ("twee",)
    assert anchors.of_heading("Kop", ["twee", "een"]) == "kop"
    assert anchors.of_text(["een"]) == ()
    assert anchors.per_bladwijzer == {"twee": "twee", "een": "kop"}
    assert anchors.of_note("noot 1") == ("noot-1",)
