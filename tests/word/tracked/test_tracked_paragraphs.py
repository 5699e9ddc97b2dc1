"""The shape of the marks in a control, in a short notation.

A paragraph is `[style, was style, mark of its end] words`; words that went stand between [- and -],
words that came between {+ and +}.
"""

from __future__ import annotations

import pytest
from control_reader import Document

from independent_reader import NS, w
from uitvoeringsplan.word.tracked.tracked_document import write_tracked

_TEKST = {
    w("t"): "{}", w("delText"): "[-{}-]", w("instrText"): "<{}>", w("delInstrText"): "<-{}->",
}  # fmt: skip


@pytest.fixture(scope="module")
def klein(builder):
    return builder.open(builder.docx(builder.blok("eerste"), builder.blok("tweede"), "<w:p/>"))


def kort(builder, sjabloon, oud: str, nieuw: str) -> list[str]:
    """Return the paragraphs of the first control."""
    plannen = (builder.plan(eerste=tekst) for tekst in (oud, nieuw))
    data = write_tracked(
        sjabloon, builder.lijst, *plannen, auteur="A", datum="2027-01-01T00:00:00Z"
    )
    pad = "//w:sdt[w:sdtPr/w:tag/@w:val='eerste']/w:sdtContent/w:p"
    return [_kort(alinea) for alinea in Document(data).boom.xpath(pad, namespaces=NS)]


def _kort(alinea) -> str:
    def waarde(pad: str) -> str:
        return "".join(alinea.xpath(f"{pad}/@w:val", namespaces=NS))

    delen = [waarde("w:pPr/w:pStyle") or "-"]
    if alinea.find(f"{w('pPr')}/{w('pPrChange')}") is not None:
        delen.append(f"was {waarde('w:pPr/w:pPrChange/w:pPr/w:pStyle') or '-'}")
    delen += [merk.tag.rpartition("}")[2] for merk in alinea.xpath("w:pPr/w:rPr/*", namespaces=NS)]
    woorden = ""
    for run in alinea.iter(w("r")):
        tekst = "".join(_TEKST[kind.tag].format(kind.text) for kind in run if kind.tag in _TEKST)
        erbij = next(run.iterancestors(w("ins")), None) is not None
        woorden += f"{{+{tekst}+}}" if erbij and tekst else tekst
    return f"[{', '.join(delen)}] {woorden}"


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        pytest.param(
            "een oude kat", "een nieuwe kat", ["[-] een [-oude-]{+nieuwe+} kat"], id="woord"
        ),
        pytest.param("a", "a\n\nb c", ["[-, ins] a", "[-] {+b c+}"], id="alinea achteraan"),
        pytest.param("a\n\nb c", "a", ["[-, del] a", "[-] [-b c-]"], id="achteraan weg"),
        pytest.param("a\n\nb", "b", ["[-, del] [-a-]", "[-] b"], id="vooraan weg"),
        pytest.param("b", "a\n\nb", ["[-, ins] {+a+}", "[-] b"], id="alinea vooraan"),
        pytest.param(
            "a\n\nb\n\nc",
            "a\n\nd\n\ne\n\nf",
            ["[-] a", "[-, del] [-b-]", "[-, ins] {+d+}", "[-, ins] {+e+}", "[-] [-c-]{+f+}"],
            id="andere alinea's achteraan",
        ),
        pytest.param("- een punt", "een punt", ["[-, was Opsomteken] een punt"], id="punt af"),
        pytest.param("een punt", "1. een punt", ["[Nummering, was -] een punt"], id="nummer"),
        pytest.param(
            "- a\n- b",
            "- a\n  - b",
            ["[Opsomteken] a", "[Opsomteken2, was Opsomteken] b"],
            id="dieper",
        ),
        pytest.param("", "- a", ["[Opsomteken, was -] {+a+}"], id="ingevuld"),
        pytest.param("- a", "", ["[-, was Opsomteken] [-a-]"], id="leeggemaakt"),
        pytest.param(
            "- a",
            "- a\n\nb",
            ["[Opsomteken, ins] a", "[-, was Opsomteken] {+b+}"],
            id="alinea achter een punt",
        ),
        pytest.param(
            "a\n\n- b",
            "a",
            ["[-, del] a", "[-, was Opsomteken] [-b-]"],
            id="punt achter een alinea weg",
        ),
        # What was numbered has to come back with its number.
        pytest.param(
            "a\n\n1. b\n2. c",
            "a",
            ["[-] a", "[Nummering, del] [-b-]", "[Nummering, del] [-c-]", "[-] "],
            id="nummers achteraan weg",
        ),
        pytest.param(
            "1. een twee drie\n\nx",
            "- een twee vier\n\nx",
            ["[Nummering, del] [-een twee drie-]", "[Opsomteken, ins] {+een twee vier+}", "[-] x"],
            id="nummer wordt punt, met andere woorden",
        ),
    ],
)
def test_vorm(builder, klein, oud, nieuw, verwacht):
    assert kort(builder, klein, oud, nieuw) == verwacht


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        (
            "a [b](https://x.nl/?a=1&b=2) c",
            "a c",
            '[-] a <- HYPERLINK "https://x.nl/?a=1&b=2" ->[-b-][- -]c',
        ),
        ("a c", "a [b](https://x.nl) c", '[-] a {+< HYPERLINK "https://x.nl" >+}{+b+}{+ +}c'),
    ],
)
def test_een_hele_link_komt_en_gaat_als_veld(builder, klein, oud, nieuw, verwacht):
    """So that no link without words is left behind."""
    assert kort(builder, klein, oud, nieuw) == [verwacht]


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        ("zie [hier](https://a.nl)", "zie [daar](https://a.nl)"),
        ("zie [hier](https://a.nl)", "zie [**hier**](https://a.nl)"),
        # In the instruction of a field these signs would mean something.
        ('zie [hier](https://a.nl/"x")', "zie"),
        ("zie [hier](https://a.nl/\\x)", "zie"),
    ],
)
def test_een_link_die_blijft_houdt_zijn_element(builder, klein, oud, nieuw):
    plannen = (builder.plan(eerste=tekst) for tekst in (oud, nieuw))
    data = write_tracked(klein, builder.lijst, *plannen, auteur="A", datum="2027-01-01T00:00:00Z")
    boom = Document(data).boom
    (link,) = boom.iter(w("hyperlink"))
    assert "hier" in "".join(link.itertext())
    assert not list(boom.iter(w("fldChar")))


@pytest.mark.parametrize("lijst", ["1. a\n2. b", "4. a", "- a\n  1. b\n  2. c"])
@pytest.mark.parametrize(("voor", "na"), [("x\n\n", ""), ("", "\n\nx"), ("x\n\n", "\n\ny")])
def test_een_lijst_die_blijft_houdt_haar_nummering(builder, klein, lijst, voor, na):
    plannen = (
        builder.plan(eerste=tekst) for tekst in (f"{lijst}\n\nslot", f"{voor}{lijst}{na}\n\nslot")
    )
    data = write_tracked(klein, builder.lijst, *plannen, auteur="A", datum="2027-01-01T00:00:00Z")
    assert b"pPrChange" not in Document(data).delen["word/document.xml"]
