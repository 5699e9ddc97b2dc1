"""The fields of the plan: many places, one value, and never a guess between two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree
from returned_documents import Bewerker, afwijkingen, bewerkt, run, terug

from independent_reader import NS, w
from package_builder import PLAATSHOUDER, PackageBuilder
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Controle, Vraag
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

if TYPE_CHECKING:
    from uitvoeringsplan.model.vragenlijst import Vragenlijst


@pytest.fixture(scope="module")
def plan(plannen):
    return plannen["oudermeer"]


@pytest.fixture(scope="module")
def gemaakt(sjabloon, echte_lijst, plan):
    return fill(sjabloon, echte_lijst, plan)


def gevuld(plan: Plan, *inhoud: str, lijst: Vragenlijst = PackageBuilder.lijst) -> bytes:
    """Return a small document; without `inhoud` it has one control per question."""
    return fill(open_sjabloon(PackageBuilder.docx(*inhoud), "proef.docx", lijst), lijst, plan)


def zet(tag: str, tekst: str, *plekken: int):
    """Return what types another text in these places of a field; in all without numbers.

    Then those in the headers and footers change too.
    """

    def typ(sdt) -> None:
        sdt.find(w("sdtContent"))[:] = [run(tekst)] if tekst else []

    def doe(bewerker: Bewerker) -> None:
        velden = bewerker.velden(tag)
        for i in plekken or range(len(velden)):
            typ(velden[i])
        randen = [n for n in bewerker.delen if n.startswith(("word/header", "word/footer"))]
        for naam in () if plekken else randen:
            wortel = etree.fromstring(bewerker.delen[naam])
            for sdt in wortel.xpath(f"//w:sdt[w:sdtPr/w:tag/@w:val='{tag}']", namespaces=NS):
                typ(sdt)
            bewerker.delen[naam] = etree.tostring(wortel)

    return doe


@pytest.mark.parametrize(
    ("tag", "getypt", "opgeslagen"),
    [
        ("gemeente", "Nieuw Oudermeer", "Nieuw Oudermeer"),
        ("gemeente", "  Nieuw   Oudermeer ", "Nieuw Oudermeer"),
        ("datum", "1 februari 2027", "2027-02-01"),
        ("datum", "1-2-2027", "2027-02-01"),
        ("status", "Ter bespreking", "ter bespreking"),
        ("periode-tot", "2029", "2029"),
        ("kenmerk", "–", ""),
        ("kenmerk", "", ""),
        ("kenmerk", "[kenmerk]", ""),
        ("kenmerk", "[kenmerk] Z-1", "Z-1"),
    ],
)
def test_een_gegeven_komt_terug_in_de_vorm_van_zijn_soort(
    gemaakt, echte_lijst, plan, tag, getypt, opgeslagen
):
    gelezen = terug(bewerkt(gemaakt, zet(tag, getypt)), echte_lijst, plan)
    assert gelezen.antwoorden[tag].tekst == opgeslagen
    assert gelezen.antwoorden[tag].is_zeker
    assert afwijkingen(echte_lijst, plan, gelezen, [tag]) == {}


def test_wat_niet_past_blijft_staan_zoals_het_er_staat(gemaakt, echte_lijst, plan):
    gelezen = terug(bewerkt(gemaakt, zet("datum", "ergens in mei")), echte_lijst, plan)
    assert gelezen.antwoorden["datum"].tekst == "ergens in mei"
    (weigering,) = gelezen.antwoorden["datum"].geweigerd
    assert weigering.woorden == "ergens in mei"
    assert "geen datum" in weigering.melding


def test_de_ene_plek_die_anders_is_wint_niet_vanzelf(gemaakt, echte_lijst, plan):
    """Who copies a sentence and changes the name in it gives the plan no other name."""
    assert len(Bewerker(gemaakt).velden("gemeente")) > 3
    gelezen = terug(bewerkt(gemaakt, zet("gemeente", "Elders", 2)), echte_lijst, plan)
    veld = gelezen.antwoorden["gemeente"]
    assert (veld.tekst, veld.is_zeker, veld.anders) == ("Elders", False, ())
    (bedenking,) = gelezen.bedenkingen
    assert "“Elders” en “Oudermeer”" in bedenking.melding
    assert afwijkingen(echte_lijst, plan, gelezen, ["gemeente"]) == {}


def test_een_gegeven_dat_op_een_plek_is_ingevuld_is_ingevuld(sjabloon, echte_lijst, plannen):
    """The other places show a placeholder still: they say nothing else."""
    plan = plannen["leeg"]
    data = bewerkt(fill(sjabloon, echte_lijst, plan), zet("gemeente", "Elders", 2))
    veld = terug(data, echte_lijst, plan).antwoorden["gemeente"]
    assert (veld.tekst, veld.is_zeker) == ("Elders", True)


STATUS = (
    '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:sdt><w:sdtPr>'
    '<w:alias w:val="Status"/><w:tag w:val=""/>{}<w:text/></w:sdtPr><w:sdtContent><w:r><w:t>{}'
    "</w:t></w:r></w:sdtContent></w:sdt></w:p>"
)
BINDING = '<w:dataBinding w:xpath="/x" w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/>'


@pytest.mark.parametrize("binding", [BINDING, ""])
@pytest.mark.parametrize("tekst", ["[Status]", "definitief", "vastgesteld"])
def test_een_veld_van_word_met_dezelfde_naam_is_het_onze_niet(
    gemaakt, echte_lijst, plan, binding, tekst
):
    """Word's own control for a property of the document, put in by somebody."""

    def zet_erbij(bewerker: Bewerker) -> None:
        bewerker.document.find(w("body")).insert(0, etree.fromstring(STATUS.format(binding, tekst)))

    gelezen = terug(bewerkt(gemaakt, zet_erbij), echte_lijst, plan)
    assert afwijkingen(echte_lijst, plan, gelezen) == {}


def test_alleen_een_gebonden_veld_is_een_twijfel(gemaakt, echte_lijst, plan):
    """A program shows the value that the file has elsewhere; nobody typed it."""

    def bind(bewerker: Bewerker) -> None:
        for sdt in bewerker.velden("kenmerk"):
            eigen = sdt.find(w("sdtPr"))
            eigen.append(eigen.makeelement(w("dataBinding"), {w("xpath"): "/x"}))
            sdt.find(w("sdtContent"))[:] = [run("OUD-1")]

    gelezen = terug(bewerkt(gemaakt, bind), echte_lijst, plan)
    assert (gelezen.antwoorden["kenmerk"].tekst, gelezen.antwoorden["kenmerk"].is_zeker) == (
        "OUD-1",
        False,
    )
    (bedenking,) = gelezen.bedenkingen
    assert "“OUD-1”" in bedenking.melding


def test_twee_verschillende_veranderingen_zijn_een_bedenking(gemaakt, echte_lijst, plan):
    data = bewerkt(gemaakt, zet("gemeente", "Elders", 1), zet("gemeente", "Anders", 2))
    gelezen = terug(data, echte_lijst, plan)
    veld = gelezen.antwoorden["gemeente"]
    assert {veld.tekst, *veld.anders} == {"Elders", "Anders"}
    assert not veld.is_zeker
    (bedenking,) = gelezen.bedenkingen
    assert "Elders" in bedenking.melding
    assert "Anders" in bedenking.melding


def test_ook_een_veld_in_de_koptekst_telt(gemaakt, echte_lijst, plan):
    def doe(bewerker: Bewerker) -> None:
        for naam, data in bewerker.delen.items():
            if naam.startswith("word/header"):
                bewerker.delen[naam] = data.replace(b">0.3<", b">0.4<")

    alleen = terug(bewerkt(gemaakt, doe), echte_lijst, plan).antwoorden["versie"]
    assert (alleen.tekst, alleen.is_zeker) == ("0.4", False)
    gelezen = terug(bewerkt(gemaakt, zet("versie", "0.4")), echte_lijst, plan)
    assert (gelezen.antwoorden["versie"].tekst, gelezen.antwoorden["versie"].is_zeker) == (
        "0.4",
        True,
    )
    assert afwijkingen(echte_lijst, plan, gelezen, ["versie"]) == {}


@pytest.mark.parametrize("soort", ["", "-koppen", "-definitief"])
def test_een_standaard_is_geen_antwoord(sjabloon, echte_lijst, plannen, soort):
    """The document shows a default, but nobody gave that answer."""
    plan = plannen[f"leeg{soort}"]
    gelezen = terug(fill(sjabloon, echte_lijst, plan), echte_lijst)
    assert gelezen.antwoorden["regionale-agenda"].tekst == ""
    assert gelezen.antwoorden["status"].tekst == plan.gegevens.get("status", "")
    assert afwijkingen(echte_lijst, plan, gelezen) == {}


def test_wie_de_standaard_invult_heeft_die_ingevuld(sjabloon, echte_lijst, plannen):
    plan = plannen["leeg"]
    vraag = echte_lijst.vraag("regionale-agenda")
    plan = plan._replace(gegevens={**plan.gegevens, vraag.id: vraag.standaard})
    gelezen = terug(fill(sjabloon, echte_lijst, plan), echte_lijst)
    assert gelezen.antwoorden[vraag.id].tekst == vraag.standaard
    assert gelezen.antwoorden[vraag.id].is_ongewijzigd


@pytest.mark.parametrize(
    ("leden", "getoond"),
    [
        ("- één\n- twee; drie", "één; twee; drie"),
        ("- **één**\n  - onder", "één; onder"),
        ("gewoon een regel", "gewoon een regel"),
    ],
)
def test_een_lijst_in_een_zin(leden, getoond):
    """A sentence does not show what kind of points these were; what is known tells."""
    builder = PackageBuilder
    plan = Plan("proef", "3", {"gemeente": "A", "leden": leden}, {})
    zin = f"<w:p>{builder.regel('gemeente')}{builder.regel('leden')}</w:p>"
    inhoud = zin, builder.blok("eerste"), builder.blok("tweede")
    data = gevuld(plan, *inhoud)
    gelezen = terug(data, builder.lijst, plan)
    assert gelezen.antwoorden["leden"].tekst == leden
    assert gelezen.antwoorden["leden"].is_ongewijzigd
    veranderd = terug(bewerkt(data, zet("leden", f"{getoond}; nieuw")), builder.lijst, plan)
    assert veranderd.antwoorden["leden"].tekst.endswith("\n- nieuw")


def test_een_antwoord_van_een_regel_in_een_eigen_alinea():
    """A question with an answer of one line, and one with bounds that the new answer breaks."""
    builder = PackageBuilder
    getal = Vraag(id="eerste", label="Eerste", vraag="?", type=TYPES["getal"],
                  controle=Controle(max=9))  # fmt: skip
    lijst = builder.met_vraag(getal)
    data = gevuld(builder.plan(eerste="7"), lijst=lijst)
    assert terug(data, lijst).antwoorden["eerste"].tekst == "7"

    def typ(tekst: str):
        return lambda b: b.vervang("7", tekst)

    assert terug(bewerkt(data, typ("8")), lijst).antwoorden["eerste"].tekst == "8"
    te_hoog = terug(bewerkt(data, typ("12")), lijst)
    assert te_hoog.antwoorden["eerste"].tekst == "12"
    assert [een.woorden for een in te_hoog.antwoorden["eerste"].geweigerd] == ["12"]
    assert "hooguit 9" in te_hoog.antwoorden["eerste"].geweigerd[0].melding


def test_de_plaatshouder_van_een_ander_sjabloon_is_geen_antwoord():
    """Without a glossary the style of placeholders tells what nobody typed."""
    builder = PackageBuilder
    tekst = "Schrijf hier iets moois."
    blokken = (builder.blok(tag).replace(PLAATSHOUDER, tekst) for tag in ("eerste", "tweede"))
    data = gevuld(builder.plan(), *blokken)
    gelezen = terug(data, builder.lijst)
    assert gelezen.antwoorden["eerste"].tekst == ""

    def typ(bewerker: Bewerker) -> None:
        alinea = bewerker.besturing("eerste").find(f"{w('sdtContent')}/{w('p')}")
        alinea[:] = [run(f"{tekst} Of dit.")]

    anders = terug(bewerkt(data, typ), builder.lijst)
    assert anders.antwoorden["eerste"].tekst == f"{tekst} Of dit."


def test_een_lang_antwoord_op_een_regel_komt_heel_terug(sjabloon, echte_lijst, plan):
    lang = "\n".join(f"- Wethouder {n} van de gemeente Oudermeer" for n in range(1_000))
    plan = plan._replace(gegevens={**plan.gegevens, "portefeuillehouders": lang})
    gelezen = terug(fill(sjabloon, echte_lijst, plan), echte_lijst, plan)
    assert afwijkingen(echte_lijst, plan, gelezen) == {}
