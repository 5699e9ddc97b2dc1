"""What is put in comes out, also of templates that others made."""

from __future__ import annotations

from bouwdoos import ALLES, PLAATSHOUDER
from gelezen import w
from hypothesis import example, given
from hypothesis import strategies as st

from proeven import proeven
from proeven import tekst as lastige_tekst
from uitvoeringsplan.model.opmaak import lees_opmaak
from uitvoeringsplan.model.tekst import schoon
from uitvoeringsplan.word.filling.filling import vul_in


def vul_klein(doos, antwoord: str, data: bytes | None = None):
    sjabloon = doos.open(data or doos.docx())
    return doos.lees(vul_in(sjabloon, doos.lijst, doos.plan(eerste=antwoord)))


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
@given(tekst=(lastige_tekst | OPMAAK).map(schoon))
@example(tekst=schoon(ALLES))
@example(tekst="\u2003")
def test_elk_antwoord_komt_er_als_dezelfde_blokken_uit(doos, tekst):
    gelezen = vul_klein(doos, tekst)
    blokken = lees_opmaak(tekst)
    (veld,) = gelezen.velden("eerste")
    if blokken:
        assert gelezen.blokken("eerste") == blokken
        assert veld.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is None
    else:
        assert gelezen.veldtekst("eerste") == [PLAATSHOUDER]
        assert veld.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None


# Templates that others made.


def test_een_ander_voorvoegsel_dan_w(doos):
    delen = doos.delen(
        doos.document(
            f"<q:p>{doos.regel('gemeente', p='q')}</q:p>",
            *(doos.blok(v, p="q") for v in ("eerste", "tweede")),
            p="q",
        )
    )
    delen["word/styles.xml"] = doos.stijlen("s")
    delen["word/numbering.xml"] = doos.nummering("n")
    gelezen = vul_klein(doos, schoon(ALLES), doos.pak_in(delen))
    assert gelezen.blokken("eerste") == lees_opmaak(schoon(ALLES))


def test_een_veld_om_een_cel(doos):
    cel = (
        '<w:tbl><w:tr><w:sdt><w:sdtPr><w:tag w:val="eerste"/><w:showingPlcHdr/></w:sdtPr>'
        '<w:sdtContent><w:tc><w:tcPr><w:tcW w:w="9"/></w:tcPr><w:p><w:r><w:t>hier</w:t></w:r></w:p>'
        "</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>"
    )
    gelezen = vul_klein(doos, "een\n\n- twee", doos.docx(cel, doos.blok("tweede")))
    (veld,) = gelezen.velden("eerste")
    (inhoud,) = veld.find(w("sdtContent"))
    assert [kind.tag for kind in inhoud] == [w("tcPr"), w("p"), w("p")]
    assert gelezen.blokken("eerste") == lees_opmaak("een\n\n- twee")


def test_een_gegeven_in_een_ingevulde_vraag_gaat_mee_weg(doos):
    """The field stands in the placeholder of the question; the answer takes the place of both."""
    binnen = doos.blok("eerste").replace("</w:p>", doos.regel("gemeente") + "</w:p>", 1)
    sjabloon = doos.open(doos.docx(binnen, doos.blok("tweede")))
    plan = doos.plan({"gemeente": "Delft"}, eerste="tekst")
    vol = doos.lees(vul_in(sjabloon, doos.lijst, plan))
    assert vol.veldtekst("eerste") == ["tekst"]
    assert not vol.velden("gemeente")
    leeg = doos.lees(vul_in(sjabloon, doos.lijst, doos.plan({"gemeente": "Delft"})))
    assert leeg.veldtekst("gemeente") == ["Delft"]


def test_gewone_alineas_houden_de_stijl_van_de_plaatshouder(doos):
    ppr = '<w:pPr><w:pStyle w:val="Kader"/></w:pPr>'
    data = doos.docx(doos.blok("eerste", ppr=ppr), doos.blok("tweede"))
    gelezen = vul_klein(doos, "een\n\n- punt\n\ntwee", data)
    assert [a.stijl for a in gelezen.alineas("eerste")] == ["Kader", "Opsomteken", "Kader"]


def test_een_gegeven_als_blok(doos):
    data = doos.docx(*map(doos.blok, ("leden", "datum", "eerste", "tweede")))
    plan = doos.plan({"leden": "- **a**\n- b", "datum": "2027-01-31"})
    gelezen = doos.lees(vul_in(doos.open(data), doos.lijst, plan))
    assert gelezen.blokken("leden") == lees_opmaak("- **a**\n- b")
    assert gelezen.veldtekst("datum") == ["31 januari 2027"]


def test_de_opmaak_van_een_veld_in_een_regel_blijft(doos):
    regel = doos.regel("gemeente", rpr="<w:rPr><w:caps/></w:rPr>")
    data = doos.docx(f"<w:p>{regel}</w:p>", doos.blok("eerste"), doos.blok("tweede"))
    plan = doos.plan({"gemeente": "Delft"})
    (veld,) = doos.lees(vul_in(doos.open(data), doos.lijst, plan)).velden("gemeente")
    assert [e.tag for e in veld.find(f"{w('sdtContent')}/{w('r')}")] == [w("rPr"), w("t")]


def test_een_link_in_een_kopregel_verwijst_niet_naar_een_relatie_van_het_document(doos):
    """A header has relations of its own, so a link there becomes plain text."""
    delen = doos.met_koptekst(doos.blok("leden"))
    plan = doos.plan({"leden": "- [a **b**](https://x.nl) c"})
    gelezen = doos.lees(vul_in(doos.open(doos.pak_in(delen)), doos.lijst, plan))
    assert gelezen.veldtekst("leden", "word/kop.xml") == ["a b c"]
    assert not list(gelezen.bomen["word/kop.xml"].iter(w("hyperlink")))
    assert not gelezen.adressen()


def test_een_gevuld_document_kan_zelf_sjabloon_zijn(doos):
    """Filled once more, nothing of the first plan is left behind that breaks the second."""
    eerst = vul_in(
        doos.open(doos.docx()), doos.lijst, doos.plan(eerste=ALLES, tweede="1. [z](https://z.nl)")
    )
    gelezen = doos.lees(
        vul_in(doos.open(eerst), doos.lijst, doos.plan(eerste="a [b](https://b.nl)", tweede=ALLES))
    )
    assert gelezen.blokken("eerste") == lees_opmaak("a [b](https://b.nl)")
    assert gelezen.blokken("tweede") == lees_opmaak(ALLES)
    for deel in ("word/_rels/document.xml.rels", "_rels/.rels"):
        ids = [relatie.get("Id") for relatie in gelezen.bomen[deel]]
        assert len(ids) == len(set(ids))
    nummers = [num.get(w("numId")) for num in gelezen.bomen["word/numbering.xml"].iter(w("num"))]
    assert len(nummers) == len(set(nummers))
    namen = [prop.get("name") for prop in gelezen.bomen["docProps/custom.xml"]]
    assert len(namen) == len(set(namen))


def test_na_een_opsomming_in_het_sjabloon_worden_alineas_geen_punten(doos):
    """A control that already holds points does not make points of plain paragraphs."""
    eerst = vul_in(doos.open(doos.docx()), doos.lijst, doos.plan(eerste="1. a"))
    gelezen = vul_klein(doos, "gewone tekst", eerst)
    assert gelezen.blokken("eerste") == lees_opmaak("gewone tekst")
