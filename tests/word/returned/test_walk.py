"""What Word can put in a paragraph besides letters: its words come home, or it is named."""

from __future__ import annotations

import pytest
from lxml import etree
from returned_documents import Bewerker, bewerkt, terug

from independent_reader import OFFICE, W, w
from uitvoeringsplan.word.filling.filling import fill

RUIMTEN = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:se="http://schemas.microsoft.com/office/word/2015/wordml/symex"'
)
VRAAG = "borgen-budget"


@pytest.fixture(scope="module")
def plan(plannen):
    return plannen["oudermeer"]


@pytest.fixture(scope="module")
def gemaakt(sjabloon, echte_lijst, plan):
    return fill(sjabloon, echte_lijst, plan)


@pytest.fixture
def lees(gemaakt, echte_lijst, plan):
    """Return the text of an answer that somebody replaced, whether it is sure, and what is said."""

    def doe(blokken: str) -> tuple[str, bool, str]:
        nieuw = [*etree.fromstring(f"<x {RUIMTEN}>{blokken}</x>")]

        def vervang(bewerker: Bewerker) -> None:
            bewerker.besturing(VRAAG).find(w("sdtContent"))[:] = nieuw
            stijlen = etree.fromstring(bewerker.delen["word/styles.xml"])
            stijlen.extend(etree.fromstring(f"<x {RUIMTEN}>{STIJLEN}</x>"))
            bewerker.delen["word/styles.xml"] = etree.tostring(stijlen)

        gelezen = terug(bewerkt(gemaakt, vervang), echte_lijst, plan)
        antwoord = gelezen.antwoorden[VRAAG]
        zinnen = [b.melding for b in gelezen.bedenkingen if b.vraag_id == VRAAG]
        return antwoord.tekst, antwoord.is_zeker, "\n".join(zinnen)

    return doe


def _stijl(soort: str, naam: str, rpr: str) -> str:
    return (
        f'<w:style w:type="{soort}" w:styleId="{naam}"><w:name w:val="{naam}"/><w:rPr>{rpr}</w:rPr>'
        "</w:style>"
    )


STIJLEN = (
    _stijl("character", "Streep", "<w:strike/>")
    + _stijl("character", "Hoog", '<w:vertAlign w:val="superscript"/>')
    + _stijl("character", "Weg", "<w:vanish/>")
    + _stijl("paragraph", "Streepalinea", "<w:strike/>")
    + _stijl("paragraph", "Wegalinea", "<w:vanish/>")
)


def r(tekst: str, rpr: str = "") -> str:
    return f'<w:r><w:rPr>{rpr}</w:rPr><w:t xml:space="preserve">{tekst}</w:t></w:r>'


def p(*delen: str, ppr: str = "") -> str:
    return f"<w:p><w:pPr>{ppr}</w:pPr>{''.join(delen)}</w:p>"


def veld(opdracht: str, *uitkomst: str, data: str = "") -> str:
    teken = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    scheiding = teken("separate") if uitkomst else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
        f"<w:r><w:instrText> {opdracht} </w:instrText></w:r>{scheiding}{''.join(uitkomst)}"
        f"{teken('end')}"
    )


def keus(*namen: str, gekozen: str = "") -> str:
    punten = "".join(f'<w:listEntry w:val="{naam}"/>' for naam in namen)
    return f"<w:ddList>{gekozen}{punten}</w:ddList>"


def tabel(*rijen: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{rij}</w:tr>' for rij in rijen)}</w:tbl>"


def cel(tekst: str, eigen: str = "") -> str:
    return f"<w:tc><w:tcPr>{eigen}</w:tcPr>{p(r(tekst))}</w:tc>"


def versies(keuze: str, terugval: str) -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="se">{keuze}</mc:Choice>'
        f"<mc:Fallback>{terugval}</mc:Fallback></mc:AlternateContent>"
    )


EERSTE, TWEEDE = '<w:result w:val="1"/>', '<w:default w:val="1"/>'
VINKJE, GEEN = "<w:default/>", '<w:default/><w:checked w:val="0"/>'


@pytest.mark.parametrize("soort", ["page", "column", "textWrapping"])
def test_een_nieuwe_bladzijde_plakt_geen_woorden_aan_elkaar(lees, soort):
    einde = f'<w:r><w:br w:type="{soort}"/></w:r>'
    assert lees(p(r("drie"), einde, r("vier"))) == ("drie\nvier", True, "")
    assert lees(p(r("drie"), einde) + p(einde, r("vier"))) == ("drie\n\nvier", True, "")


@pytest.mark.parametrize(
    ("data", "tekst"),
    [
        (keus("appel", "peer", gekozen=EERSTE), "Kies peer."),
        (keus("appel", "peer", gekozen=TWEEDE), "Kies peer."),
        (keus("appel", "peer"), "Kies appel."),
        (keus(), "Kies ."),
    ],
)
def test_de_keuze_in_een_oud_formulierveld(lees, data, tekst):
    for uitkomst in ((), (r("appel of peer"),)):
        gelezen = lees(p(r("Kies "), veld("FORMDROPDOWN", *uitkomst, data=data), r(".")))
        assert gelezen == (tekst, True, "")


@pytest.mark.parametrize(
    ("data", "tekst"), [(VINKJE, "☑ ja"), ("<w:checked/>", "☑ ja"), (GEEN, "☐ ja"), ("", "☐ ja")]
)
def test_een_vinkje_in_een_oud_formulierveld(lees, data, tekst):
    vak = f"<w:checkBox><w:sizeAuto/>{data}</w:checkBox>"
    assert lees(p(veld("FORMCHECKBOX", data=vak), r(" ja"))) == (tekst, True, "")


def test_wat_boven_woorden_staat(lees):
    ruby = (
        f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('boven')}</w:rt><w:rubyBase>{r('basis')}</w:rubyBase>"
        "</w:ruby></w:r>"
    )
    tekst, is_zeker, zin = lees(p(ruby))
    assert (tekst, is_zeker) == ("basis", True)
    assert "“boven”" in zin


def test_tekens_van_een_symbolenlettertype_in_gewone_tekst(lees):
    symbol = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'
    assert lees(p(r("5 "), r("\uf0a3", symbol), r(" 7"))) == ("5 ≤ 7", True, "")
    assert lees(p(r("\uf0fc gedaan"))) == ("✓ gedaan", True, "")
    tekst, _, zin = lees(p(r("x"), r("\uf021", '<w:rFonts w:ascii="Webdings"/>')))
    assert tekst == "x\ufffd"
    assert "symbolenlettertype" in zin


def test_letters_die_een_symbolenlettertype_als_teken_toont_zijn_een_vraag(lees):
    tekst, is_zeker, zin = lees(p(r("gedaan "), r("ü", '<w:rFonts w:hAnsi="Wingdings"/>')))
    assert (tekst, is_zeker) == ("gedaan ü", False)
    assert "Wingdings" in zin
    assert "“ü”" in zin


@pytest.mark.parametrize(
    ("rpr", "woord"),
    [('<w:position w:val="6"/>', "hoog"), ('<w:position w:val="-6"/>', "laag"),
     ('<w:rStyle w:val="Hoog"/>', "hoog")],
)  # fmt: skip
def test_verhoogde_cijfers(lees, rpr, woord):
    tekst, is_zeker, zin = lees(p(r("400 m"), r("2", rpr)))
    assert (tekst, is_zeker) == ("400 m2", woord == "laag")
    assert f"{woord} geschreven: “2”" in zin


def test_doorgehaald_door_een_stijl(lees):
    uit = r(" niet", '<w:rStyle w:val="Streep"/><w:strike w:val="0"/>')
    tekst, is_zeker, zin = lees(p(r("10"), r("000", '<w:rStyle w:val="Streep"/>'), uit))
    assert (tekst, is_zeker) == ("10000 niet", False)
    assert "doorgehaald: “000”" in zin
    assert not lees(p(r("vervallen"), ppr='<w:pStyle w:val="Streepalinea"/>'))[1]


def test_verborgen_door_een_stijl(lees):
    tekst, is_zeker, zin = lees(
        p(r("zichtbaar"), r("een", '<w:rStyle w:val="Weg"/>'))
        + p(r("twee"), ppr='<w:pStyle w:val="Wegalinea"/>')
    )
    assert (tekst, is_zeker) == ("zichtbaar", True)
    assert "verborgen tekst" in zin
    assert "“een … twee”" in zin


@pytest.mark.parametrize("erna", ["", p()])
def test_een_tabel_in_een_antwoord_wordt_genoemd(lees, erna):
    tekst, _, zin = lees(tabel(cel("links") + cel("rechts")) + erna)
    assert tekst == "links\n\nrechts"
    assert "een tabel" in zin


def test_een_samengevoegde_cel_verbergt_haar_tekst(lees):
    boven, onder = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    tekst, _, zin = lees(tabel(cel("boven", boven), cel("onder", onder)) + p(r("na")))
    assert tekst == "boven\n\nna"
    assert "verborgen tekst" in zin
    assert "“onder”" in zin


def test_een_verborgen_rij_komt_niet_mee(lees):
    rij = "<w:trPr><w:hidden/></w:trPr>" + cel("onder")
    tekst, _, zin = lees(tabel(cel("boven"), rij) + p(r("na")))
    assert tekst == "boven\n\nna"
    assert "“onder”" in zin


def test_een_inhoudsopgave_in_een_antwoord_wordt_genoemd(lees):
    lijst = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{p(r('Een regel'))}</w:sdtContent></w:sdt>"
    )
    tekst, _, zin = lees(p(r("Eerst")) + lijst)
    assert tekst == "Eerst"
    assert "een inhoudsopgave" in zin


def test_van_twee_versies_telt_de_leesbare(lees):
    symex = '<se:symEx se:font="Segoe UI Emoji" se:char="1F60A"/>'
    emoji = f"<w:r>{versies(symex, '<w:t>😊</w:t>')}</w:r>"
    assert lees(p(r("Goed "), emoji)) == ("Goed 😊", True, "")
    assert lees(p(versies(r("keuze"), r("terugval")))) == ("keuze", True, "")
    assert lees(versies("<se:nieuw/>", p(r("terugval"))))[0] == "terugval"


@pytest.mark.parametrize(
    ("delen", "woorden"),
    [
        (veld("MACROBUTTON NoMacro klik hier"), ["een veld", "klik hier"]),
        (veld(r"EQ \f(3;4)"), ["een veld", "EQ"]),
        (veld("PAGE", r("17")), ["een veld", "PAGE"]),
        ('<w:fldSimple w:instr="NUMPAGES"><w:r><w:t>9</w:t></w:r></w:fldSimple>', ["NUMPAGES"]),
        ("<w:r><w:pgNum/></w:r>", ["paginanummer"]),
        ("<w:r><w:dayShort/></w:r>", ["datum"]),
        ('<w:r><w:contentPart r:id="x"/></w:r>', ["afbeelding"]),
        ('<w:subDoc r:id="x"/>', ["ingevoegd bestand"]),
        ("<w:r><w:nieuw><w:t>onbekende woorden</w:t></w:nieuw></w:r>",
         ["niet kent", "onbekende woorden"]),
        (f"<w:nieuw>{r('onbekende woorden')}</w:nieuw>", ["niet kent", "onbekende woorden"]),
        (f"<se:nieuw>{r('van een ander')}</se:nieuw>", ["niet kent (nieuw)", "van een ander"]),
        (f"<w:tbl><w:tr><w:tc><w:p>{r('in een cel')}</w:p></w:tc></w:tr></w:tbl>",
         ["niet kent (tbl)", "in een cel"]),
        (
            "<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>in het</w:t></w:r>"
            "</w:p><w:p><w:r><w:t>vak</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>"
            "</w:pict></w:r>",
            ["tekstvak", "“in het vak”"],
        ),
    ],
)  # fmt: skip
def test_wat_geen_woorden_geeft_wordt_genoemd(lees, delen, woorden):
    tekst, _, zin = lees(p(r("Zie "), delen))
    assert tekst == "Zie"
    assert [woord for woord in woorden if woord not in zin] == []


@pytest.mark.parametrize("opdracht", ["XE trefwoord", r"ADVANCE \u6", "TC regel", "HYPERLINK"])
def test_een_veld_dat_niets_toont_is_geen_bericht_waard(lees, opdracht):
    assert lees(p(r("Tekst"), veld(opdracht))) == ("Tekst", True, "")


def test_een_formule_op_een_eigen_regel(lees):
    formule = "<m:oMathPara><m:oMath><m:r><m:t>9</m:t></m:r></m:oMath></m:oMathPara>"
    tekst, _, zin = lees(p(r("Eerst")) + formule)
    assert tekst == "Eerst\n\n9"
    assert "een formule" in zin


def test_woorden_die_in_geen_alinea_staan_komen_ook_mee(lees):
    assert lees(p(r("Eerst")) + r("los")) == ("Eerst\n\nlos", True, "")


def test_een_onbekend_blok_wordt_genoemd(lees):
    tekst, _, zin = lees(p(r("Eerst")) + f"<se:blok>{p(r('erin'))}</se:blok>")
    assert tekst == "Eerst"
    assert "niet kent (blok) met “erin”" in zin


def test_veel_van_wat_niemand_kent_wordt_een_keer_genoemd(lees):
    _, _, zin = lees(p(r("Zie"), f"<w:nieuw><w:x>{'<w:y/>' * 1_500}</w:x></w:nieuw>" * 3))
    assert zin.count("niet kent (nieuw)") == 1
