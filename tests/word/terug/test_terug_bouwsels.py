"""What Word can put in a paragraph besides letters: its words come home, or it is named."""

from __future__ import annotations

import pytest
from gelezen import OFFICE, W, w
from lxml import etree
from terugproef import Bewerker, bewerkt, terug

from uitvoeringsplan.word.invullen import vul_in

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
    return vul_in(sjabloon, echte_lijst, plan)


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


def test_van_twee_versies_telt_de_leesbare(lees):
    symex = '<se:symEx se:font="Segoe UI Emoji" se:char="1F60A"/>'
    emoji = f"<w:r>{versies(symex, '<w:t>😊</w:t>')}</w:r>"
    assert lees(p(r("Goed "), emoji)) == ("Goed 😊", True, "")
    assert lees(p(versies(r("keuze"), r("terugval")))) == ("keuze", True, "")
    assert lees(versies("<se:nieuw/>", p(r("terugval"))))[0] == "terugval"
