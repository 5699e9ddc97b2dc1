"""One tree for the XML of every part: what is refused, and what stays as it was."""

from __future__ import annotations

import re

import pytest

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml import tree
from uitvoeringsplan.ooxml.names import W_STRICT, W
from uitvoeringsplan.ooxml.tree import (
    MAX_DEPTH,
    child,
    insert,
    new,
    parse,
    remove,
    replace_content,
    val,
    w,
    write,
)

BODY = f'<w:p xmlns:w="{W}">%s</w:p>'


def of(inner: str) -> tree.Element:
    return parse((BODY % inner).encode(), "document.xml", "x.docx")


def names(element: tree.Element) -> list[str]:
    return [str(e.tag).partition("}")[2] for e in element]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b'<!DOCTYPE p [<!ENTITY a "b">]><p>&a;</p>', "bevat een DTD"),
        (b'<!-- x --><?x y?> <!DOCTYPE p SYSTEM "http://x/y"><p/>', "bevat een DTD"),
        ("<p/>".encode("utf-16"), "niet als UTF-8"),
        ("<p/>".encode("utf-16-be"), "niet als UTF-8"),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?><p>\xe9</p>', "niet als UTF-8"),
        (b'<?xml version="1.0" encoding="UTF-7"?><p>+ADw-</p>', "niet als UTF-8"),
        (b"<p>\n<q></p>", "is geen geldige XML (regel 2)"),
        (b"<p>\xe9</p>", "is geen geldige XML"),
        (b"", "is geen geldige XML"),
        (f'<p xmlns="{W_STRICT}"/>'.encode(), "strikte vorm"),
        (b"<p>" * (MAX_DEPTH + 1) + b"</p>" * (MAX_DEPTH + 1), "te diep genest"),
        (b"<p>" * 5000 + b"</p>" * 5000, "te diep genest"),
    ],
)
def test_wat_niet_gelezen_wordt_krijgt_een_zin(data: bytes, sentence: str) -> None:
    with pytest.raises(SjabloonError, match=re.escape(sentence)) as caught:
        parse(data, "document.xml", "x.docx")
    assert "x.docx" in str(caught.value)
    assert "het onderdeel document.xml" in str(caught.value)


def test_zo_diep_als_mag_gaat_goed() -> None:
    parse(b"<p>" * MAX_DEPTH + b"</p>" * MAX_DEPTH, "x", "x")


def test_de_letters_van_een_dtd_in_een_tekst_zijn_er_geen() -> None:
    assert parse(b"<p><![CDATA[<!DOCTYPE p>]]></p>", "x", "x").text == "<!DOCTYPE p>"


def test_wat_niemand_aanraakt_staat_er_na_het_schrijven_weer() -> None:
    data = (
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
        f'<w:p xmlns:w="{W}" xmlns:mc="{tree.MC}" xmlns:w14="urn:w14" mc:Ignorable="w14">'
        '<w14:x w14:y="1&amp;&quot;2&#10;"/><w:t xml:space="preserve"> é &lt; </w:t></w:p>'
    ).encode()
    assert write(parse(data, "x", "x")) == data


def test_een_element_komt_waar_het_schema_het_wil() -> None:
    ppr = of("<w:pPr><w:keepNext/><w:x/><w:jc/></w:pPr>")[0]
    insert(ppr, new("pStyle", val="a"))
    insert(ppr, new("spacing"))
    insert(ppr, new("pStyle", val="b"))
    assert names(ppr) == ["pStyle", "keepNext", "spacing", "x", "jc"]
    assert val(child(ppr, "pStyle")) == "b"


def test_een_element_kan_achter_zijn_gelijken_komen() -> None:
    styles = new("styles", new("style", styleId="a"), new("docDefaults"))
    insert(styles, new("style", styleId="b"), among=True)
    assert [val(e, "styleId") for e in styles] == ["a", "", "b"]


def test_een_element_gaat_weg_zonder_de_tekst_erachter() -> None:
    p = of("<w:a/>een<w:b/>twee")
    remove(p[0])
    remove(p[0])
    assert p.text == "eentwee"


def test_wat_groot_is_gaat_stuk_voor_stuk_weg_en_laat_de_rest_staan() -> None:
    """Together they would leave in the square of their number; see `_TOGETHER`."""
    root = of("<w:r>%s</w:r>achter<w:r/>" % ("<w:a w:id='1'><w:b/></w:a>" * tree._TOGETHER))
    large, mark = root[0], root[0][0][0]
    remove(large)
    assert (root.text, names(root), len(large)) == ("achter", ["r"], 0)
    assert next(mark.iterancestors(root.tag), None) is None


def test_wat_er_voor_in_de_plaats_komt_mag_er_al_in_staan() -> None:
    root = of("tekst<w:tcPr/>%s" % ("<w:a w:id='1'/>" * 2 * tree._TOGETHER))
    replace_content(root, [*root.iterchildren(w("tcPr")), new("p")])
    assert (root.text, names(root)) == (None, ["tcPr", "p"])


def test_elke_volgorde_noemt_elk_element_een_keer() -> None:
    for order in tree.SCHEMA_ORDER.values():
        assert len(set(order)) == len(order)


def test_een_aan_uit_element_zonder_waarde_is_aan() -> None:
    p = of('<w:b/><w:i w:val="0"/>')
    assert tree.is_on(p, "b")
    assert not tree.is_on(p, "i")
    assert not tree.is_on(p, "u")


def test_van_een_keuze_telt_de_eerste_die_hier_bekend_is() -> None:
    keuze = (
        f'<mc:AlternateContent xmlns:mc="{tree.MC}"><mc:Choice Requires="z"><z xmlns="urn:z"/>'
        "</mc:Choice><mc:Fallback><w:t>a</w:t></mc:Fallback></mc:AlternateContent>"
    )
    (versie,) = tree.chosen(of(keuze)[0])
    assert versie[0].text == "a"
    assert [e.tag for e in tree.outside(of("<w:a><w:c/></w:a><w:b/>"), w("a"))] == [w("a"), w("b")]
