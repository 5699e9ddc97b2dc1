"""What Word can put in a paragraph besides letters: its words come home, or it is named."""

from __future__ import annotations

import pytest
from lxml import etree
from returned_documents import Bewerker, edited, terug

from independent_reader import OFFICE, W, w
from uitvoeringsplan.word.filling.filling import fill

SPACES = (
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
def made(sjabloon, real_lijst, plan):
    return fill(sjabloon, real_lijst, plan)


@pytest.fixture
def read(made, real_lijst, plan):
    """Return the text of an answer that somebody replaced, whether it is sure, and what is said."""

    def perform(blocks: str) -> tuple[str, bool, str]:
        new = [*etree.fromstring(f"<x {SPACES}>{blocks}</x>")]

        def replace(reviser: Bewerker) -> None:
            reviser.control(VRAAG).find(w("sdtContent"))[:] = new
            styles = etree.fromstring(reviser.parts["word/styles.xml"])
            styles.extend(etree.fromstring(f"<x {SPACES}>{STYLES}</x>"))
            reviser.parts["word/styles.xml"] = etree.tostring(styles)

        reading = terug(edited(made, replace), real_lijst, plan)
        antwoord = reading.antwoorden[VRAAG]
        zinnen = [b.message for b in reading.doubts if b.vraag_id == VRAAG]
        return antwoord.text, antwoord.is_certain, "\n".join(zinnen)

    return perform


def _style(kind: str, name: str, rpr: str) -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/><w:rPr>{rpr}</w:rPr>'
        "</w:style>"
    )


STYLES = (
    _style("character", "Streep", "<w:strike/>")
    + _style("character", "Hoog", '<w:vertAlign w:val="superscript"/>')
    + _style("character", "Weg", "<w:vanish/>")
    + _style("paragraph", "Streepalinea", "<w:strike/>")
    + _style("paragraph", "Wegalinea", "<w:vanish/>")
)


def r(text: str, rpr: str = "") -> str:
    return f'<w:r><w:rPr>{rpr}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*parts: str, ppr: str = "") -> str:
    return f"<w:p><w:pPr>{ppr}</w:pPr>{''.join(parts)}</w:p>"


def field(command: str, *outcome: str, data: str = "") -> str:
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    separator = sign("separate") if outcome else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
        f"<w:r><w:instrText> {command} </w:instrText></w:r>{separator}{''.join(outcome)}"
        f"{sign('end')}"
    )


def keus(*names: str, chosen: str = "") -> str:
    punten = "".join(f'<w:listEntry w:val="{name}"/>' for name in names)
    return f"<w:ddList>{chosen}{punten}</w:ddList>"


def tabel(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(text: str, own: str = "") -> str:
    return f"<w:tc><w:tcPr>{own}</w:tcPr>{p(r(text))}</w:tc>"


def versies(keuze: str, terugval: str) -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="se">{keuze}</mc:Choice>'
        f"<mc:Fallback>{terugval}</mc:Fallback></mc:AlternateContent>"
    )


FIRST, SECOND = '<w:result w:val="1"/>', '<w:default w:val="1"/>'
VINKJE, GEEN = "<w:default/>", '<w:default/><w:checked w:val="0"/>'


@pytest.mark.parametrize(
    ("kind", "name"), [("page", "een pagina-einde"), ("column", "een kolomeinde")]
)
def test_een_nieuwe_bladzijde_plakt_geen_woorden_aan_elkaar(read, kind, name):
    end = f'<w:r><w:br w:type="{kind}"/></w:r>'
    said = f"In dit antwoord staat {name}. Dat kan niet mee; de tekst wel."
    assert read(p(r("drie"), end, r("vier"))) == ("drie\nvier", True, said)
    assert read(p(r("drie"), end) + p(end, r("vier"))) == ("drie\n\nvier", True, said)


def test_een_regeleinde_staat_ook_in_het_plan(read):
    end = '<w:r><w:br w:type="textWrapping"/></w:r>'
    assert read(p(r("drie"), end, r("vier"))) == ("drie\nvier", True, "")
    assert read(p(r("drie"), end) + p(end, r("vier"))) == ("drie\n\nvier", True, "")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (keus("appel", "peer", chosen=FIRST), "Kies peer."),
        (keus("appel", "peer", chosen=SECOND), "Kies peer."),
        (keus("appel", "peer"), "Kies appel."),
        (keus(), "Kies ."),
    ],
)
def test_de_keuze_in_een_oud_formulierveld(read, data, text):
    for outcome in ((), (r("appel of peer"),)):
        reading = read(p(r("Kies "), field("FORMDROPDOWN", *outcome, data=data), r(".")))
        assert reading == (text, True, "")


@pytest.mark.parametrize(
    ("data", "text"), [(VINKJE, "☑ ja"), ("<w:checked/>", "☑ ja"), (GEEN, "☐ ja"), ("", "☐ ja")]
)
def test_een_vinkje_in_een_oud_formulierveld(read, data, text):
    vak = f"<w:checkBox><w:sizeAuto/>{data}</w:checkBox>"
    assert read(p(field("FORMCHECKBOX", data=vak), r(" ja"))) == (text, True, "")


def test_wat_boven_woorden_staat(read):
    ruby = (
        f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('boven')}</w:rt><w:rubyBase>{r('basis')}</w:rubyBase>"
        "</w:ruby></w:r>"
    )
    text, is_certain, zin = read(p(ruby))
    assert (text, is_certain) == ("basis", True)
    assert "“boven”" in zin


def test_tekens_van_een_symbolenlettertype_in_gewone_tekst(read):
    symbol = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'
    assert read(p(r("5 "), r("\uf0a3", symbol), r(" 7"))) == ("5 ≤ 7", True, "")
    assert read(p(r("\uf0fc gedaan"))) == ("✓ gedaan", True, "")
    text, _, zin = read(p(r("x"), r("\uf021", '<w:rFonts w:ascii="Webdings"/>')))
    assert text == "x\ufffd"
    assert "symbolenlettertype" in zin


def test_letters_die_een_symbolenlettertype_als_teken_toont_zijn_een_vraag(read):
    text, is_certain, zin = read(p(r("gedaan "), r("ü", '<w:rFonts w:hAnsi="Wingdings"/>')))
    assert (text, is_certain) == ("gedaan ü", False)
    assert "Wingdings" in zin
    assert "“ü”" in zin


@pytest.mark.parametrize(
    ("rpr", "word"),
    [('<w:position w:val="6"/>', "hoog"), ('<w:position w:val="-6"/>', "laag")],
)
def test_verhoogde_cijfers(read, rpr, word):
    text, is_certain, zin = read(p(r("400 m"), r("2", rpr)))
    assert (text, is_certain) == ("400 m2", word == "laag")
    assert f"{word} geschreven: “2”" in zin


def test_hoge_en_lage_cijfers_hebben_een_eigen_teken(read):
    low = '<w:vertAlign w:val="subscript"/>'
    raised, lowered = r("-2", '<w:rStyle w:val="Hoog"/>'), r("2", low)
    assert read(p(r("m"), raised, r(" CO"), lowered)) == ("m⁻² CO₂", True, "")


def test_doorgehaald_door_een_stijl(read):
    result = r(" niet", '<w:rStyle w:val="Streep"/><w:strike w:val="0"/>')
    text, is_certain, zin = read(p(r("10"), r("000", '<w:rStyle w:val="Streep"/>'), result))
    assert (text, is_certain) == ("10~~000~~ niet", True)
    assert "doorgehaald: “000”" in zin
    text, is_certain, zin = read(p(r("vervallen"), ppr='<w:pStyle w:val="Streepalinea"/>'))
    assert (text, is_certain) == ("~~vervallen~~", True)
    assert "doorgehaald: “vervallen”" in zin


def test_verborgen_door_een_stijl(read):
    text, is_certain, zin = read(
        p(r("zichtbaar"), r("een", '<w:rStyle w:val="Weg"/>'))
        + p(r("twee"), ppr='<w:pStyle w:val="Wegalinea"/>')
    )
    assert (text, is_certain) == ("zichtbaar", True)
    assert "verborgen tekst" in zin
    assert "“een … twee”" in zin


@pytest.mark.parametrize("erna", ["", p()])
def test_een_tabel_in_een_antwoord_wordt_genoemd(read, erna):
    text, _, zin = read(tabel(cell("links") + cell("rechts")) + erna)
    assert text == "links\n\nrechts"
    assert "een tabel" in zin


def test_een_samengevoegde_cel_verbergt_haar_tekst(read):
    above, below = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    text, _, zin = read(tabel(cell("boven", above), cell("onder", below)) + p(r("na")))
    assert text == "boven\n\nna"
    assert "verborgen tekst" in zin
    assert "“onder”" in zin


def test_een_verborgen_rij_komt_niet_mee(read):
    row = "<w:trPr><w:hidden/></w:trPr>" + cell("onder")
    text, _, zin = read(tabel(cell("boven"), row) + p(r("na")))
    assert text == "boven\n\nna"
    assert "“onder”" in zin


def test_een_inhoudsopgave_in_een_antwoord_wordt_genoemd(read):
    lijst = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{p(r('Een regel'))}</w:sdtContent></w:sdt>"
    )
    text, _, zin = read(p(r("Eerst")) + lijst)
    assert text == "Eerst"
    assert "een inhoudsopgave" in zin


def test_van_twee_versies_telt_de_leesbare(read):
    symex = '<se:symEx se:font="Segoe UI Emoji" se:char="1F60A"/>'
    emoji = f"<w:r>{versies(symex, '<w:t>😊</w:t>')}</w:r>"
    assert read(p(r("Goed "), emoji)) == ("Goed 😊", True, "")
    assert read(p(versies(r("keuze"), r("terugval")))) == ("keuze", True, "")
    assert read(versies("<se:nieuw/>", p(r("terugval"))))[0] == "terugval"


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (field("MACROBUTTON NoMacro klik hier"), ["een veld", "klik hier"]),
        (field(r"EQ \f(3;4)"), ["een veld", "EQ"]),
        (field("PAGE", r("17")), ["een veld", "PAGE"]),
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
def test_wat_geen_woorden_geeft_wordt_genoemd(read, parts, words):
    text, _, zin = read(p(r("Zie "), parts))
    assert text == "Zie"
    assert [word for word in words if word not in zin] == []


@pytest.mark.parametrize("command", ["XE trefwoord", r"ADVANCE \u6", "TC regel", "HYPERLINK"])
def test_een_veld_dat_niets_toont_is_geen_bericht_waard(read, command):
    assert read(p(r("Tekst"), field(command))) == ("Tekst", True, "")


def test_een_formule_op_een_eigen_regel(read):
    formule = "<m:oMathPara><m:oMath><m:r><m:t>9</m:t></m:r></m:oMath></m:oMathPara>"
    text, _, zin = read(p(r("Eerst")) + formule)
    assert text == "Eerst\n\n9"
    assert "een formule" in zin


def test_woorden_die_in_geen_alinea_staan_komen_ook_mee(read):
    assert read(p(r("Eerst")) + r("los")) == ("Eerst\n\nlos", True, "")


def test_een_onbekend_blok_wordt_genoemd(read):
    text, _, zin = read(p(r("Eerst")) + f"<se:blok>{p(r('erin'))}</se:blok>")
    assert text == "Eerst"
    assert "niet kent (blok) met “erin”" in zin


def test_veel_van_wat_niemand_kent_wordt_een_keer_genoemd(read):
    _, _, zin = read(p(r("Zie"), f"<w:nieuw><w:x>{'<w:y/>' * 1_500}</w:x></w:nieuw>" * 3))
    assert zin.count("niet kent (nieuw)") == 1
