"""What is put in comes out, also of templates that others made."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from independent_reader import w
from package_builder import ALLES, PLAATSHOUDER
from trials import proeven
from trials import tekst as lastige_tekst
from uitvoeringsplan.model.answer_markup import read_markup
from uitvoeringsplan.model.cleaning import clean
from uitvoeringsplan.word.filling.filling import fill


def vul_klein(builder, antwoord: str, data: bytes | None = None):
    sjabloon = builder.open(data or builder.docx())
    return builder.lees(fill(sjabloon, builder.lijst, builder.plan(eerste=antwoord)))


WOORD = st.sampled_from(
    ["a", "bé", "**vet**", "*schuin*", "***beide***", "[l](https://x.nl/a?b=1&c)", "**a *b* c**",
     "*", "[x]", "\\*", "&", "<w:p/>", "]]>", "  ", "\n", "1.", "-", "😀", "\u00a0", "\u2003"]
)  # fmt: skip
REGEL = st.builds(
    lambda kop, woorden: kop + " ".join(woorden),
    st.sampled_from(["", "- ", "  - ", "1. ", "  1. ", "7. ", "    - ", "  "]),
    st.lists(WOORD, max_size=5),
)
OPMAAK = st.lists(REGEL | st.just(""), max_size=9).map("\n".join)


@proeven(300)
@given(tekst=(lastige_tekst | OPMAAK).map(clean))
@example(tekst=clean(ALLES))
@example(tekst="\u2003")
def test_elk_antwoord_komt_er_als_dezelfde_blokken_uit(builder, tekst):
    gelezen = vul_klein(builder, tekst)
    blokken = read_markup(tekst)
    (veld,) = gelezen.velden("eerste")
    if blokken:
        assert gelezen.blokken("eerste") == blokken
        assert veld.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is None
    else:
        assert gelezen.veldtekst("eerste") == [PLAATSHOUDER]
        assert veld.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None


# Templates that others made.


def test_een_ander_voorvoegsel_dan_w(builder):
    delen = builder.delen(
        builder.document(
            f"<q:p>{builder.regel('gemeente', p='q')}</q:p>",
            *(builder.blok(v, p="q") for v in ("eerste", "tweede")),
            p="q",
        )
    )
    delen["word/styles.xml"] = builder.stijlen("s")
    delen["word/numbering.xml"] = builder.nummering("n")
    gelezen = vul_klein(builder, clean(ALLES), builder.pak_in(delen))
    assert gelezen.blokken("eerste") == read_markup(clean(ALLES))


def test_een_veld_om_een_cel(builder):
    cel = (
        '<w:tbl><w:tr><w:sdt><w:sdtPr><w:tag w:val="eerste"/><w:showingPlcHdr/></w:sdtPr>'
        '<w:sdtContent><w:tc><w:tcPr><w:tcW w:w="9"/></w:tcPr><w:p><w:r><w:t>hier</w:t></w:r></w:p>'
        "</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>"
    )
    gelezen = vul_klein(builder, "een\n\n- twee", builder.docx(cel, builder.blok("tweede")))
    (veld,) = gelezen.velden("eerste")
    (inhoud,) = veld.find(w("sdtContent"))
    assert [kind.tag for kind in inhoud] == [w("tcPr"), w("p"), w("p")]
    assert gelezen.blokken("eerste") == read_markup("een\n\n- twee")


def test_een_gegeven_in_een_ingevulde_vraag_gaat_mee_weg(builder):
    """The field stands in the placeholder of the question; the answer takes the place of both."""
    binnen = builder.blok("eerste").replace("</w:p>", builder.regel("gemeente") + "</w:p>", 1)
    sjabloon = builder.open(builder.docx(binnen, builder.blok("tweede")))
    plan = builder.plan({"gemeente": "Delft"}, eerste="tekst")
    vol = builder.lees(fill(sjabloon, builder.lijst, plan))
    assert vol.veldtekst("eerste") == ["tekst"]
    assert not vol.velden("gemeente")
    leeg = builder.lees(fill(sjabloon, builder.lijst, builder.plan({"gemeente": "Delft"})))
    assert leeg.veldtekst("gemeente") == ["Delft"]


def test_gewone_alineas_houden_de_stijl_van_de_plaatshouder(builder):
    ppr = '<w:pPr><w:pStyle w:val="Kader"/></w:pPr>'
    data = builder.docx(builder.blok("eerste", ppr=ppr), builder.blok("tweede"))
    gelezen = vul_klein(builder, "een\n\n- punt\n\ntwee", data)
    assert [a.stijl for a in gelezen.alineas("eerste")] == ["Kader", "Opsomteken", "Kader"]


def test_een_gegeven_als_blok(builder):
    data = builder.docx(*map(builder.blok, ("leden", "datum", "eerste", "tweede")))
    plan = builder.plan({"leden": "- **a**\n- b", "datum": "2027-01-31"})
    gelezen = builder.lees(fill(builder.open(data), builder.lijst, plan))
    assert gelezen.blokken("leden") == read_markup("- **a**\n- b")
    assert gelezen.veldtekst("datum") == ["31 januari 2027"]


def test_de_opmaak_van_een_veld_in_een_regel_blijft(builder):
    regel = builder.regel("gemeente", rpr="<w:rPr><w:caps/></w:rPr>")
    data = builder.docx(f"<w:p>{regel}</w:p>", builder.blok("eerste"), builder.blok("tweede"))
    plan = builder.plan({"gemeente": "Delft"})
    (veld,) = builder.lees(fill(builder.open(data), builder.lijst, plan)).velden("gemeente")
    assert [e.tag for e in veld.find(f"{w('sdtContent')}/{w('r')}")] == [w("rPr"), w("t")]


def test_een_link_in_een_kopregel_verwijst_niet_naar_een_relatie_van_het_document(builder):
    """A header has relations of its own, so a link there becomes plain text."""
    delen = builder.met_koptekst(builder.blok("leden"))
    plan = builder.plan({"leden": "- [a **b**](https://x.nl) c"})
    gelezen = builder.lees(fill(builder.open(builder.pak_in(delen)), builder.lijst, plan))
    assert gelezen.veldtekst("leden", "word/kop.xml") == ["a b c"]
    assert not list(gelezen.bomen["word/kop.xml"].iter(w("hyperlink")))
    assert not gelezen.adressen()


def test_een_gevuld_document_kan_zelf_sjabloon_zijn(builder):
    """Filled once more, nothing of the first plan is left behind that breaks the second."""
    eerst = fill(
        builder.open(builder.docx()),
        builder.lijst,
        builder.plan(eerste=ALLES, tweede="1. [z](https://z.nl)"),
    )
    gelezen = builder.lees(
        fill(
            builder.open(eerst),
            builder.lijst,
            builder.plan(eerste="a [b](https://b.nl)", tweede=ALLES),
        )
    )
    assert gelezen.blokken("eerste") == read_markup("a [b](https://b.nl)")
    assert gelezen.blokken("tweede") == read_markup(ALLES)
    for deel in ("word/_rels/document.xml.rels", "_rels/.rels"):
        ids = [relatie.get("Id") for relatie in gelezen.bomen[deel]]
        assert len(ids) == len(set(ids))
    nummers = [num.get(w("numId")) for num in gelezen.bomen["word/numbering.xml"].iter(w("num"))]
    assert len(nummers) == len(set(nummers))
    namen = [prop.get("name") for prop in gelezen.bomen["docProps/custom.xml"]]
    assert len(namen) == len(set(namen))


def test_na_een_opsomming_in_het_sjabloon_worden_alineas_geen_punten(builder):
    """A control that already holds points does not make points of plain paragraphs."""
    eerst = fill(builder.open(builder.docx()), builder.lijst, builder.plan(eerste="1. a"))
    gelezen = vul_klein(builder, "gewone tekst", eerst)
    assert gelezen.blokken("eerste") == read_markup("gewone tekst")
