"""What is put in comes out, also of templates that others made."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from independent_reader import w
from package_builder import EVERYTHING, PLAATSHOUDER
from trials import text as lastige_tekst
from trials import trials
from uitvoeringsplan.model.answer_markup import read_markup
from uitvoeringsplan.model.cleaning import clean
from uitvoeringsplan.word.filling.filling import fill


def vul_small(builder, antwoord: str, data: bytes | None = None):
    sjabloon = builder.open(data or builder.docx())
    return builder.read(fill(sjabloon, builder.lijst, builder.plan(eerste=antwoord)))


WORD = st.sampled_from(
    ["a", "bé", "**vet**", "*schuin*", "***beide***", "[l](https://x.nl/a?b=1&c)", "**a *b* c**",
     "*", "[x]", "\\*", "&", "<w:p/>", "]]>", "  ", "\n", "1.", "-", "😀", "\u00a0", "\u2003"]
)  # fmt: skip
LINE = st.builds(
    lambda kop, words: kop + " ".join(words),
    st.sampled_from(["", "- ", "  - ", "1. ", "  1. ", "7. ", "    - ", "  "]),
    st.lists(WORD, max_size=5),
)
OPMAAK = st.lists(LINE | st.just(""), max_size=9).map("\n".join)


@trials(300)
@given(text=(lastige_tekst | OPMAAK).map(clean))
@example(text=clean(EVERYTHING))
@example(text="\u2003")
def test_elk_antwoord_komt_er_als_dezelfde_blokken_uit(builder, text):
    reading = vul_small(builder, text)
    blocks = read_markup(text)
    (field,) = reading.velden("eerste")
    if blocks:
        assert reading.blocks("eerste") == blocks
        assert field.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is None
    else:
        assert reading.field_text("eerste") == [PLAATSHOUDER]
        assert field.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None


# Templates that others made.


def test_een_ander_voorvoegsel_dan_w(builder):
    parts = builder.parts(
        builder.document(
            f"<q:p>{builder.line('gemeente', p='q')}</q:p>",
            *(builder.block(v, p="q") for v in ("eerste", "tweede")),
            p="q",
        )
    )
    parts["word/styles.xml"] = builder.styles("s")
    parts["word/numbering.xml"] = builder.numbering("n")
    reading = vul_small(builder, clean(EVERYTHING), builder.pack(parts))
    assert reading.blocks("eerste") == read_markup(clean(EVERYTHING))


def test_een_veld_om_een_cel(builder):
    cell = (
        '<w:tbl><w:tr><w:sdt><w:sdtPr><w:tag w:val="eerste"/><w:showingPlcHdr/></w:sdtPr>'
        '<w:sdtContent><w:tc><w:tcPr><w:tcW w:w="9"/></w:tcPr><w:p><w:r><w:t>hier</w:t></w:r></w:p>'
        "</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>"
    )
    reading = vul_small(builder, "een\n\n- twee", builder.docx(cell, builder.block("tweede")))
    (field,) = reading.velden("eerste")
    (content,) = field.find(w("sdtContent"))
    assert [kind.tag for kind in content] == [w("tcPr"), w("p"), w("p")]
    assert reading.blocks("eerste") == read_markup("een\n\n- twee")


def test_een_gegeven_in_een_ingevulde_vraag_gaat_mee_weg(builder):
    """The field stands in the placeholder of the question; the answer takes the place of both."""
    inside = builder.block("eerste").replace("</w:p>", builder.line("gemeente") + "</w:p>", 1)
    sjabloon = builder.open(builder.docx(inside, builder.block("tweede")))
    plan = builder.plan({"gemeente": "Delft"}, eerste="tekst")
    full = builder.read(fill(sjabloon, builder.lijst, plan))
    assert full.field_text("eerste") == ["tekst"]
    assert not full.velden("gemeente")
    empty = builder.read(fill(sjabloon, builder.lijst, builder.plan({"gemeente": "Delft"})))
    assert empty.field_text("gemeente") == ["Delft"]


def test_gewone_alineas_houden_de_stijl_van_de_plaatshouder(builder):
    ppr = '<w:pPr><w:pStyle w:val="Kader"/></w:pPr>'
    data = builder.docx(builder.block("eerste", ppr=ppr), builder.block("tweede"))
    reading = vul_small(builder, "een\n\n- punt\n\ntwee", data)
    assert [a.style for a in reading.paragraphs("eerste")] == ["Kader", "Opsomteken", "Kader"]


def test_een_gegeven_als_blok(builder):
    data = builder.docx(*map(builder.block, ("leden", "datum", "eerste", "tweede")))
    plan = builder.plan({"leden": "- **a**\n- b", "datum": "2027-01-31"})
    reading = builder.read(fill(builder.open(data), builder.lijst, plan))
    assert reading.blocks("leden") == read_markup("- **a**\n- b")
    assert reading.field_text("datum") == ["31 januari 2027"]


def test_de_opmaak_van_een_veld_in_een_regel_blijft(builder):
    line = builder.line("gemeente", rpr="<w:rPr><w:caps/></w:rPr>")
    data = builder.docx(f"<w:p>{line}</w:p>", builder.block("eerste"), builder.block("tweede"))
    plan = builder.plan({"gemeente": "Delft"})
    (field,) = builder.read(fill(builder.open(data), builder.lijst, plan)).velden("gemeente")
    assert [e.tag for e in field.find(f"{w('sdtContent')}/{w('r')}")] == [w("rPr"), w("t")]


def test_een_verwijzing_zonder_relatie_krijgt_niet_de_link_van_een_antwoord(builder):
    """Whoever made the template lost where it led to; it must not begin to lead elsewhere."""
    lost = '<w:p><w:hyperlink r:id="rId3"><w:r><w:t>kwijt</w:t></w:r></w:hyperlink></w:p>'
    document = builder.document(lost, builder.block("eerste"), builder.block("tweede"))
    data = builder.pack(builder.parts(document))
    addresses = vul_small(builder, "Zie [l](https://x.nl).", data).addresses()
    assert "rId3" not in addresses
    assert list(addresses.values()) == ["https://x.nl"]


def test_een_link_in_een_kopregel_verwijst_niet_naar_een_relatie_van_het_document(builder):
    """A header has relations of its own, so a link there becomes plain text."""
    parts = builder.with_header(builder.block("leden"))
    plan = builder.plan({"leden": "- [a **b**](https://x.nl) c"})
    reading = builder.read(fill(builder.open(builder.pack(parts)), builder.lijst, plan))
    assert reading.field_text("leden", "word/kop.xml") == ["a b c"]
    assert not list(reading.trees["word/kop.xml"].iter(w("hyperlink")))
    assert not reading.addresses()


def test_een_gevuld_document_kan_zelf_sjabloon_zijn(builder):
    """Filled once more, nothing of the first plan is left behind that breaks the second."""
    at_first = fill(
        builder.open(builder.docx()),
        builder.lijst,
        builder.plan(eerste=EVERYTHING, tweede="1. [z](https://z.nl)"),
    )
    reading = builder.read(
        fill(
            builder.open(at_first),
            builder.lijst,
            builder.plan(eerste="a [b](https://b.nl)", tweede=EVERYTHING),
        )
    )
    assert reading.blocks("eerste") == read_markup("a [b](https://b.nl)")
    assert reading.blocks("tweede") == read_markup(EVERYTHING)
    for part in ("word/_rels/document.xml.rels", "_rels/.rels"):
        ids = [relationship.get("Id") for relationship in reading.trees[part]]
        assert len(ids) == len(set(ids))
    numbers = [num.get(w("numId")) for num in reading.trees["word/numbering.xml"].iter(w("num"))]
    assert len(numbers) == len(set(numbers))
    names = [prop.get("name") for prop in reading.trees["docProps/custom.xml"]]
    assert len(names) == len(set(names))


def test_na_een_opsomming_in_het_sjabloon_worden_alineas_geen_punten(builder):
    """A control that already holds points does not make points of plain paragraphs."""
    at_first = fill(builder.open(builder.docx()), builder.lijst, builder.plan(eerste="1. a"))
    reading = vul_small(builder, "gewone tekst", at_first)
    assert reading.blocks("eerste") == read_markup("gewone tekst")
