"""What Word wraps around text: controls, links, fields, revisions, notes, text boxes."""

from __future__ import annotations

from docx_to_read import (
    link,
    paragraph,
    read,
    rij,
    run,
    sketch,
    tabel,
)

from uitvoeringsplan.model.document import Tekstdeel


def test_wat_verwijderd_is_is_er_niet_en_wat_ingevoegd_is_wel():
    gone = run("<w:delText>weg</w:delText>")
    document = read(
        paragraph("a", f"<w:ins>{run('b')}</w:ins>", f"<w:del>{gone}</w:del>", "c"),
        paragraph(f"<w:moveFrom>{run('weg')}</w:moveFrom>", f"<w:moveTo>{run('d')}</w:moveTo>"),
        tabel(rij("a", "b"), rij("weg", "weg", own="<w:del/>"), rij("c", "d", own="<w:ins/>")),
        f"<w:ins>{paragraph('e')}</w:ins>",
    )
    assert sketch(document.content) == ["abc", "d", ((["a"], ["b"]), (["c"], ["d"])), "e"]


def test_links_naar_buiten():
    rels = [
        ("goed", "hyperlink", "!https://a.nl/x?y=1&amp;z=2"),
        ("mail", "hyperlink", "!mailto:post@a.nl"),
        ("ruimte", "hyperlink", "!https://a.nl/een twee"),
        ("kwaad", "hyperlink", "!javascript:alert(1)"),
        ("schijf", "hyperlink", "!file:///C:/geheim.docx"),
    ]
    parts = read(
        paragraph(
            link("a", rel="goed"), link("b", rel="mail"), link("c", rel="kwaad"),
            link("d", rel="schijf"), link("e", rel="weg"), link("f", rel="ruimte"),
            link("g", rel="goed", anker="deel"),
        ),
        relationships=rels,
    ).content[0].text  # fmt: skip
    assert [(part.text, part.adres) for part in parts] == [
        ("a", "https://a.nl/x?y=1&z=2"), ("b", "mailto:post@a.nl"), ("cde", ""),
        ("f", "https://a.nl/een%20twee"), ("g", "https://a.nl/x?y=1&z=2#deel"),
    ]  # fmt: skip


def test_van_twee_vormen_van_een_zin_telt_de_eerste():
    keuze = f"<mc:Choice>{run('nieuw')}</mc:Choice><mc:Fallback>{run('oud')}</mc:Fallback>"
    terug = f"<mc:Fallback>{run('terug')}</mc:Fallback>"
    paragraphs = (
        paragraph(f"<mc:AlternateContent>{v}</mc:AlternateContent>") for v in (keuze, terug)
    )
    assert sketch(read(*paragraphs).content) == ["nieuw", "terug"]


def test_tekst_in_haar_jas():
    (reading,) = read(
        paragraph(
            "  gewoon ", run("vet", "<w:b/>"), run("sterk", '<w:rStyle w:val="Sterk"/>'),
            run("niet", '<w:rStyle w:val="Sterk"/><w:b w:val="0"/>'), run("schuin", "<w:i/>"),
            run("weg", "<w:vanish/>"),
        )
    ).content  # fmt: skip
    assert reading.text == (
        Tekstdeel("gewoon "),
        Tekstdeel("vetsterk", vet=True),
        Tekstdeel("niet"),
        Tekstdeel("schuin", cursief=True),
    )


def test_tekens_die_geen_letter_zijn():
    (reading,) = read(
        paragraph(
            "a", "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>",
            '<w:r><w:br w:type="page"/><w:t>e</w:t><w:noBreakHyphen/><w:softHyphen/></w:r>',
            '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:char="F123"/></w:r>',
            "<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>",
        )
    ).content  # fmt: skip
    assert reading.text == (Tekstdeel("a b\nc\nd\ne\u2011\u00ad☑\ufffdx+y"),)
