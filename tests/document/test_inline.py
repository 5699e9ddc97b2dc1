"""What Word wraps around text: controls, links, fields, revisions, notes, text boxes."""

from __future__ import annotations

from docx_to_read import (
    alinea,
    lees,
    link,
    rij,
    schets,
    stuk,
    tabel,
)

from uitvoeringsplan.model.document import Tekstdeel


def test_wat_verwijderd_is_is_er_niet_en_wat_ingevoegd_is_wel():
    weg = stuk("<w:delText>weg</w:delText>")
    document = lees(
        alinea("a", f"<w:ins>{stuk('b')}</w:ins>", f"<w:del>{weg}</w:del>", "c"),
        alinea(f"<w:moveFrom>{stuk('weg')}</w:moveFrom>", f"<w:moveTo>{stuk('d')}</w:moveTo>"),
        tabel(rij("a", "b"), rij("weg", "weg", eigen="<w:del/>"), rij("c", "d", eigen="<w:ins/>")),
        f"<w:ins>{alinea('e')}</w:ins>",
    )
    assert schets(document.inhoud) == ["abc", "d", ((["a"], ["b"]), (["c"], ["d"])), "e"]


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


def test_van_twee_vormen_van_een_zin_telt_de_eerste():
    keuze = f"<mc:Choice>{stuk('nieuw')}</mc:Choice><mc:Fallback>{stuk('oud')}</mc:Fallback>"
    terug = f"<mc:Fallback>{stuk('terug')}</mc:Fallback>"
    alineas = (alinea(f"<mc:AlternateContent>{v}</mc:AlternateContent>") for v in (keuze, terug))
    assert schets(lees(*alineas).inhoud) == ["nieuw", "terug"]


def test_tekst_in_haar_jas():
    (gelezen,) = lees(
        alinea(
            "  gewoon ", stuk("vet", "<w:b/>"), stuk("sterk", '<w:rStyle w:val="Sterk"/>'),
            stuk("niet", '<w:rStyle w:val="Sterk"/><w:b w:val="0"/>'), stuk("schuin", "<w:i/>"),
            stuk("weg", "<w:vanish/>"),
        )
    ).inhoud  # fmt: skip
    assert gelezen.tekst == (
        Tekstdeel("gewoon "),
        Tekstdeel("vetsterk", vet=True),
        Tekstdeel("niet"),
        Tekstdeel("schuin", cursief=True),
    )


def test_tekens_die_geen_letter_zijn():
    (gelezen,) = lees(
        alinea(
            "a", "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>",
            '<w:r><w:br w:type="page"/><w:t>e</w:t><w:noBreakHyphen/><w:softHyphen/></w:r>',
            '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:char="F123"/></w:r>',
            "<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>",
        )
    ).inhoud  # fmt: skip
    assert gelezen.tekst == (Tekstdeel("a b\nc\nd\ne\u2011\u00ad☑\ufffdx+y"),)
