"""What a colleague changed outside the answers is named, with its place and its words."""

from __future__ import annotations

import re

import pytest
from changed_parts import DOCUMENT, bewerkt, inhoud, vervang
from hypothesis import given
from hypothesis import strategies as st

from libreoffice_runs import door_libreoffice
from trials import proeven
from uitvoeringsplan.drawing.picture import Tekening
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.fixed.words import read_part
from uitvoeringsplan.word.returned.reading import read_returned

PLANNAMEN = ("oudermeer", "oudermeer-koppen", "vol", "vol-koppen-definitief", "leeg",
             "leeg-definitief")  # fmt: skip
ZIN = "De gemeente heeft de regie."
RIJ = re.compile(rb"<w:tr>(?:(?!</w:tr>).)*?Externe ondersteuning.*?</w:tr>", re.DOTALL)


@pytest.fixture
def vast(echte_lijst):
    def doe(data: bytes, **wens) -> tuple[str, ...]:
        uitkomst = read_returned(data, "x", echte_lijst, **wens).vast
        assert uitkomst.is_bekend
        return uitkomst.verschillen

    return doe


@pytest.mark.parametrize("naam", PLANNAMEN)
def test_wat_niemand_veranderde(sjabloon, echte_lijst, plannen, vast, naam):
    assert vast(fill(sjabloon, echte_lijst, plannen[naam])) == ()


def test_het_interne_document(intern_sjabloon, interne_lijst, plannen):
    data = fill(intern_sjabloon, interne_lijst, plannen["oudermeer"])
    assert read_returned(data, "x", interne_lijst).vast.is_gelijk


@pytest.mark.parametrize(
    ("oud", "nieuw", "zin"),
    [
        (ZIN, "De gemeente heeft niet de regie.",
         "Bij “Doelstellingen” is de vaste tekst veranderd."
         " Er staat nu: “De gemeente heeft niet de regie.”"),
        (ZIN, f"{ZIN} Behalve in mei.",
         "Bij “Doelstellingen” staat buiten de antwoorden tekst die er niet stond:"
         " “Behalve in mei.”"),
        (f"{ZIN} ", "",
         "Bij “Doelstellingen” is vaste tekst weg (een zin), na “De aanpak van ongewenste"
         " polarisatie is in de eerste plaats een taak van het lokaal bestuur.”"),
        ("partners leren meer over polarisatie en over de gevolgen ervan.",
         "partners leren meer over polarisatie en over de gevolgen ervan. En nog iets.",
         "Bij “Deskundigheidsbevordering” staat buiten de antwoorden tekst die er niet stond:"
         " “En nog iets.”"),
    ],
)  # fmt: skip
def test_een_zin_van_de_vaste_tekst(gemaakt, vast, oud, nieuw, zin):
    assert vast(vervang(gemaakt, oud, nieuw)) == (zin,)


def test_een_kop_noemt_zichzelf_niet_als_plaats(gemaakt, vast):
    assert vast(vervang(gemaakt, "Dit zijn de acties:", "Dit is de lijst:")) == (
        "Vaste tekst is veranderd. Er staat nu: “Dit is de lijst:”.",
    )


def test_een_nieuwe_tabelrij_en_een_die_weg_is(gemaakt, vast):
    tekst = inhoud(gemaakt)
    rij = RIJ.search(tekst)
    assert rij is not None
    nieuw = (
        b"<w:tr><w:tc><w:p><w:r><w:t>Nazorg</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>We bellen"
        b" na.</w:t></w:r></w:p></w:tc></w:tr>"
    )
    plek = rij.end()
    erbij = bewerkt(gemaakt, {DOCUMENT: tekst[:plek] + nieuw + tekst[plek:]})
    (zin,) = vast(erbij)
    assert "is een tabelrij bijgekomen: “Nazorg | We bellen na.”" in zin
    begin = tekst.rindex(b"<w:tr>", 0, rij.end())
    zonder = bewerkt(gemaakt, {DOCUMENT: tekst[:begin] + tekst[plek:]})
    assert any("is vaste tekst weg" in zin for zin in vast(zonder))


def test_een_alinea_die_ergens_anders_staat(gemaakt, vast):
    tekst = inhoud(gemaakt)
    plek = tekst.index(b"Voorkomen, signaleren en ingrijpen")
    begin = tekst.rindex(b"<w:p>", 0, plek)
    einde = tekst.index(b"</w:p>", plek) + len(b"</w:p>")
    alinea, rest = tekst[begin:einde], tekst[:begin] + tekst[einde:]
    achter = rest.rindex(b"<w:sectPr")
    verplaatst = bewerkt(gemaakt, {DOCUMENT: rest[:achter] + alinea + rest[achter:]})
    zinnen = vast(verplaatst)
    assert len(zinnen) == 4  # as many sentences as the paragraph has
    assert all("op een andere plaats" in zin for zin in zinnen)


def test_doorhalen_en_verbergen_is_te_zien(gemaakt, vast):
    tekst = inhoud(gemaakt).decode()
    plek = tekst.index(ZIN)
    run = tekst.rindex("<w:r>", 0, plek)
    streep = tekst[:run] + "<w:r><w:rPr><w:strike/></w:rPr>" + tekst[run + len("<w:r>") :]
    assert vast(bewerkt(gemaakt, {DOCUMENT: streep.encode()}))
    weg = streep.replace("<w:strike/>", "<w:vanish/>", 1)
    assert any(
        "is vaste tekst weg" in zin for zin in vast(bewerkt(gemaakt, {DOCUMENT: weg.encode()}))
    )


def test_een_bijgehouden_wijziging_telt_aan_haar_kant(gemaakt, vast):
    tekst = inhoud(gemaakt).decode()
    plek = tekst.index(ZIN)
    einde = tekst.index("</w:r>", plek) + len("</w:r>")
    erbij = '<w:ins w:id="9001" w:author="An"><w:r><w:t> Dit komt erbij.</w:t></w:r></w:ins>'
    data = bewerkt(gemaakt, {DOCUMENT: (tekst[:einde] + erbij + tekst[einde:]).encode()})
    (zin,) = vast(data)
    assert "“Dit komt erbij.”" in zin
    assert vast(data, wijzigingen="verworpen") == ()


@pytest.mark.parametrize(("naam", "waar"), [("header", "koptekst"), ("footer", "voettekst")])
def test_de_kop_en_de_voet(gemaakt, vast, naam, waar):
    delen = [lid for lid in load_package(gemaakt, "x").leden if lid.startswith(f"word/{naam}")]
    for deel in delen:
        was = inhoud(gemaakt, deel)
        nieuw = was.replace(b"</w:p>", b"<w:r><w:t> GEHEIM</w:t></w:r></w:p>", 1)
        (zin,) = vast(bewerkt(gemaakt, {deel: nieuw}))
        assert zin.startswith(f"In de {waar} ")
        assert "GEHEIM" in zin


def test_een_voetnoot_die_iemand_maakte(gemaakt, vast):
    ns = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    rels = "word/_rels/document.xml.rels"
    noten = (
        f'<w:footnotes xmlns:w="{ns}"><w:footnote w:id="2"><w:p><w:r><w:t>Zie de raad.</w:t></w:r>'
        "</w:p></w:footnote></w:footnotes>"
    )
    soort = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relatie = f'<Relationship Id="rIdN" Type="{soort}" Target="footnotes.xml"/></Relationships>'
    data = bewerkt(
        gemaakt,
        {
            "word/footnotes.xml": noten.encode(),
            rels: inhoud(gemaakt, rels).replace(b"</Relationships>", relatie.encode()),
        },
    )
    data = vervang(data, f"{ZIN}", f'{ZIN}</w:t><w:footnoteReference w:id="2"/><w:t>')
    zinnen = vast(data)
    assert any("regie.[noot]" in zin for zin in zinnen)
    assert any("In de voetnoten en eindnoten" in zin and "Zie de raad." in zin for zin in zinnen)


def test_een_afbeelding_die_erbij_kwam_of_vervangen_is(sjabloon, echte_lijst, plannen, vast):
    beelden = {"acties": (Tekening(b"png", 10.0, 5.0, "Een tijdlijn."),)}
    data = fill(sjabloon, echte_lijst, plannen["oudermeer"], beelden)
    assert vast(data) == ()
    (zin,) = vast(bewerkt(data, {"word/media/nieuw.png": b"x"}))
    assert zin == "Er staat een afbeelding in die er niet was."
    (beeld,) = (naam for naam in load_package(data, "x").leden if naam.endswith(".png"))
    (zin,) = vast(bewerkt(data, {beeld: b"ander"}))
    assert zin.startswith("Een afbeelding is weg of vervangen")
    (zin,) = vast(vervang(data, "Een tijdlijn.", "Een andere tijdlijn."))
    assert zin.startswith("In de beschrijving van een afbeelding is tekst veranderd")
    zin = vast(vervang(data, ZIN, f"{ZIN}</w:t><w:drawing/><w:t>"))[0]
    assert "regie.[afbeelding]" in zin


def test_een_tekstvak_en_een_ingevoegd_bestand(gemaakt, vast):
    vak = (
        "</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>In een vak.</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict><w:t>"
    )
    zinnen = vast(vervang(gemaakt, ZIN, f"{ZIN}{vak}"))
    assert any("In een tekstvak staat wat er niet stond: “In een vak.”" in zin for zin in zinnen)
    tekst = inhoud(gemaakt)
    achter = tekst.rindex(b"<w:sectPr")
    data = bewerkt(gemaakt, {DOCUMENT: tekst[:achter] + b"<w:altChunk/>" + tekst[achter:]})
    assert vast(data) == ("Er is een ander bestand ingevoegd. Wat daarin staat is niet gelezen.",)


def test_een_antwoord_veranderen_is_geen_vaste_tekst_veranderen(gemaakt, vast, plannen):
    zin = "Niet elk meningsverschil"
    assert zin in plannen["oudermeer"].antwoorden["lokale-ambitie"]
    assert vast(vervang(gemaakt, zin, "Ieder meningsverschil")) == ()


def test_een_gegeven_veranderen_is_geen_vaste_tekst_veranderen(gemaakt, vast):
    assert vast(vervang(gemaakt, ">Oudermeer<", ">Bovenmeer<")) == ()


def test_heel_veel_verschillen_worden_geteld(gemaakt, vast):
    tekst = re.sub(rb"([a-z]{3})\.</w:t>", rb"\1, zeg ik.</w:t>", inhoud(gemaakt))
    zinnen = vast(bewerkt(gemaakt, {DOCUMENT: tekst}))
    assert len(zinnen) == 20
    assert re.fullmatch(r"Op nog \d+ plaatsen is het document anders\.", zinnen[-1])


def test_zonder_afdrukken_is_niets_te_zeggen(gemaakt, echte_lijst):
    naam = "docProps/custom.xml"
    eigen = inhoud(gemaakt, naam).replace(b'"uvp.vast', b'"uvp.oud')
    uitkomst = read_returned(bewerkt(gemaakt, {naam: eigen}), "x", echte_lijst).vast
    assert not uitkomst.is_bekend
    assert not uitkomst.is_gelijk


@pytest.mark.libreoffice
def test_libreoffice_bewaart_en_er_is_niets_veranderd(
    tmp_path, sjabloon, intern_sjabloon, interne_lijst, echte_lijst, plannen
):
    gemaakt = {naam: fill(sjabloon, echte_lijst, plannen[naam]) for naam in PLANNAMEN}
    gemaakt["intern"] = fill(intern_sjabloon, interne_lijst, plannen["oudermeer"])
    anders = {
        naam: read_returned(data, naam, interne_lijst if naam == "intern" else echte_lijst).vast
        for naam, data in door_libreoffice(tmp_path, gemaakt).items()
    }
    assert {naam: een for naam, een in anders.items() if not een.is_gelijk} == {}


def _erbij(woorden: list[str], _plek: int) -> None:
    woorden.append("VREEMD.")


def _ertussen(woorden: list[str], plek: int) -> None:
    woorden.insert(plek, "VREEMD")


def _anders(woorden: list[str], plek: int) -> None:
    woorden[plek] = "VREEMD"


def _woord_weg(woorden: list[str], plek: int) -> None:
    del woorden[plek]


def _leeg(woorden: list[str], _plek: int) -> None:
    woorden.clear()


def _omgewisseld(woorden: list[str], plek: int) -> None:
    woorden[plek : plek + 2] = reversed(woorden[plek : plek + 2])


BEWERKINGEN = (_erbij, _ertussen, _anders, _woord_weg, _leeg, _omgewisseld)


@pytest.mark.parametrize("indeling", ["oudermeer", "oudermeer-koppen"])
def test_geen_enkele_bewerking_van_de_vaste_tekst_blijft_stil(
    sjabloon, echte_lijst, plannen, vast, indeling
):
    data = fill(sjabloon, echte_lijst, plannen[indeling])
    tekst = inhoud(data).decode()
    tags = {vraag.id for vraag in (*echte_lijst.gegevens, *echte_lijst.vragen)}
    zinnen = {
        zin.woorden
        for zin in read_part(tekst.encode(), DOCUMENT, "x", tags).sentences
        if zin.afdruk and not zin.gevuld and tekst.count(zin.woorden) == 1
    }
    assert len(zinnen) > 100

    @proeven(25)
    @given(st.sampled_from(sorted(zinnen)), st.sampled_from(BEWERKINGEN), st.integers(0, 99))
    def probeer(zin, bewerking, plek):
        woorden = zin.split(" ")
        bewerking(woorden, plek % len(woorden))
        nieuw = " ".join(woorden)
        if nieuw == zin:
            return  # the last word has none to change places with
        verschillen = vast(bewerkt(data, {DOCUMENT: tekst.replace(zin, nieuw).encode()}))
        assert verschillen, (zin, nieuw)
        assert "VREEMD" not in nieuw or "VREEMD" in " ".join(verschillen)

    probeer()
