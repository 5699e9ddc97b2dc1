"""The fields of the plan: many places, one value, and never a guess between two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree
from returned_documents import Bewerker, deviations, edited, run, terug

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
def made(sjabloon, real_lijst, plan):
    return fill(sjabloon, real_lijst, plan)


def filled(plan: Plan, *content: str, lijst: Vragenlijst = PackageBuilder.lijst) -> bytes:
    """Return a small document; without `content` it has one control per question."""
    return fill(open_sjabloon(PackageBuilder.docx(*content), "proef.docx", lijst), lijst, plan)


def zet(tag: str, text: str, *places: int):
    """Return what types another text in these places of a field; in all without numbers.

    Then those in the headers and footers change too.
    """

    def type_in(sdt) -> None:
        sdt.find(w("sdtContent"))[:] = [run(text)] if text else []

    def perform(reviser: Bewerker) -> None:
        fields = reviser.velden(tag)
        for i in places or range(len(fields)):
            type_in(fields[i])
        edges = [n for n in reviser.parts if n.startswith(("word/header", "word/footer"))]
        for name in () if places else edges:
            root = etree.fromstring(reviser.parts[name])
            for sdt in root.xpath(f"//w:sdt[w:sdtPr/w:tag/@w:val='{tag}']", namespaces=NS):
                type_in(sdt)
            reviser.parts[name] = etree.tostring(root)

    return perform


@pytest.mark.parametrize(
    ("tag", "typed", "stored"),
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
    made, real_lijst, plan, tag, typed, stored
):
    reading = terug(edited(made, zet(tag, typed)), real_lijst, plan)
    assert reading.antwoorden[tag].text == stored
    assert reading.antwoorden[tag].is_certain
    assert deviations(real_lijst, plan, reading, [tag]) == {}


def test_wat_niet_past_blijft_staan_zoals_het_er_staat(made, real_lijst, plan):
    reading = terug(edited(made, zet("datum", "ergens in mei")), real_lijst, plan)
    assert reading.antwoorden["datum"].text == "ergens in mei"
    (refusal,) = reading.antwoorden["datum"].refused
    assert refusal.words == "ergens in mei"
    assert "geen datum" in refusal.message


def test_de_ene_plek_die_anders_is_wint_niet_vanzelf(made, real_lijst, plan):
    """Who copies a sentence and changes the name in it gives the plan no other name."""
    assert len(Bewerker(made).velden("gemeente")) > 3
    reading = terug(edited(made, zet("gemeente", "Elders", 2)), real_lijst, plan)
    field = reading.antwoorden["gemeente"]
    assert (field.text, field.is_certain, field.otherwise) == ("Elders", False, ())
    (doubt,) = reading.doubts
    assert "“Elders” en “Oudermeer”" in doubt.message
    assert deviations(real_lijst, plan, reading, ["gemeente"]) == {}


def test_een_gegeven_dat_op_een_plek_is_ingevuld_is_ingevuld(sjabloon, real_lijst, plannen):
    """The other places show a placeholder still: they say nothing else."""
    plan = plannen["leeg"]
    data = edited(fill(sjabloon, real_lijst, plan), zet("gemeente", "Elders", 2))
    field = terug(data, real_lijst, plan).antwoorden["gemeente"]
    assert (field.text, field.is_certain) == ("Elders", True)


STATUS = (
    '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:sdt><w:sdtPr>'
    '<w:alias w:val="Status"/><w:tag w:val=""/>{}<w:text/></w:sdtPr><w:sdtContent><w:r><w:t>{}'
    "</w:t></w:r></w:sdtContent></w:sdt></w:p>"
)
BINDING = '<w:dataBinding w:xpath="/x" w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/>'


@pytest.mark.parametrize("binding", [BINDING, ""])
@pytest.mark.parametrize("text", ["[Status]", "definitief", "vastgesteld"])
def test_een_veld_van_word_met_dezelfde_naam_is_het_onze_niet(
    made, real_lijst, plan, binding, text
):
    """Word's own control for a property of the document, put in by somebody."""

    def add_to(reviser: Bewerker) -> None:
        reviser.document.find(w("body")).insert(0, etree.fromstring(STATUS.format(binding, text)))

    reading = terug(edited(made, add_to), real_lijst, plan)
    assert deviations(real_lijst, plan, reading) == {}


def test_alleen_een_gebonden_veld_is_een_twijfel(made, real_lijst, plan):
    """A program shows the value that the file has elsewhere; nobody typed it."""

    def bind(reviser: Bewerker) -> None:
        for sdt in reviser.velden("kenmerk"):
            own = sdt.find(w("sdtPr"))
            own.append(own.makeelement(w("dataBinding"), {w("xpath"): "/x"}))
            sdt.find(w("sdtContent"))[:] = [run("OUD-1")]

    reading = terug(edited(made, bind), real_lijst, plan)
    assert (reading.antwoorden["kenmerk"].text, reading.antwoorden["kenmerk"].is_certain) == (
        "OUD-1",
        False,
    )
    (doubt,) = reading.doubts
    assert "“OUD-1”" in doubt.message


def test_twee_verschillende_veranderingen_zijn_een_bedenking(made, real_lijst, plan):
    data = edited(made, zet("gemeente", "Elders", 1), zet("gemeente", "Anders", 2))
    reading = terug(data, real_lijst, plan)
    field = reading.antwoorden["gemeente"]
    assert {field.text, *field.otherwise} == {"Elders", "Anders"}
    assert not field.is_certain
    (doubt,) = reading.doubts
    assert "Elders" in doubt.message
    assert "Anders" in doubt.message


def test_ook_een_veld_in_de_koptekst_telt(made, real_lijst, plan):
    def perform(reviser: Bewerker) -> None:
        for name, data in reviser.parts.items():
            if name.startswith("word/header"):
                reviser.parts[name] = data.replace(b">0.3<", b">0.4<")

    only = terug(edited(made, perform), real_lijst, plan).antwoorden["versie"]
    assert (only.text, only.is_certain) == ("0.4", False)
    reading = terug(edited(made, zet("versie", "0.4")), real_lijst, plan)
    assert (reading.antwoorden["versie"].text, reading.antwoorden["versie"].is_certain) == (
        "0.4",
        True,
    )
    assert deviations(real_lijst, plan, reading, ["versie"]) == {}


@pytest.mark.parametrize("kind", ["", "-koppen", "-definitief"])
def test_een_standaard_is_geen_antwoord(sjabloon, real_lijst, plannen, kind):
    """The document shows a default, but nobody gave that answer."""
    plan = plannen[f"leeg{kind}"]
    reading = terug(fill(sjabloon, real_lijst, plan), real_lijst)
    assert reading.antwoorden["regionale-agenda"].text == ""
    assert reading.antwoorden["status"].text == plan.gegevens.get("status", "")
    assert deviations(real_lijst, plan, reading) == {}


def test_wie_de_standaard_invult_heeft_die_ingevuld(sjabloon, real_lijst, plannen):
    plan = plannen["leeg"]
    vraag = real_lijst.vraag("regionale-agenda")
    plan = plan._replace(gegevens={**plan.gegevens, vraag.id: vraag.standaard})
    reading = terug(fill(sjabloon, real_lijst, plan), real_lijst)
    assert reading.antwoorden[vraag.id].text == vraag.standaard
    assert reading.antwoorden[vraag.id].is_unchanged


@pytest.mark.parametrize(
    ("members", "shown"),
    [
        ("- één\n- twee; drie", "één; twee; drie"),
        ("- **één**\n  - onder", "één; onder"),
        ("gewoon een regel", "gewoon een regel"),
    ],
)
def test_een_lijst_in_een_zin(members, shown):
    """A sentence does not show what kind of points these were; what is known tells."""
    builder = PackageBuilder
    plan = Plan("proef", "3", {"gemeente": "A", "leden": members}, {})
    zin = f"<w:p>{builder.line('gemeente')}{builder.line('leden')}</w:p>"
    content = zin, builder.block("eerste"), builder.block("tweede")
    data = filled(plan, *content)
    reading = terug(data, builder.lijst, plan)
    assert reading.antwoorden["leden"].text == members
    assert reading.antwoorden["leden"].is_unchanged
    changed = terug(edited(data, zet("leden", f"{shown}; nieuw")), builder.lijst, plan)
    assert changed.antwoorden["leden"].text.endswith("\n- nieuw")


def test_een_antwoord_van_een_regel_in_een_eigen_alinea():
    """A question with an answer of one line, and one with bounds that the new answer breaks."""
    builder = PackageBuilder
    getal = Vraag(id="eerste", label="Eerste", vraag="?", type=TYPES["getal"],
                  controle=Controle(max=9))  # fmt: skip
    lijst = builder.with_vraag(getal)
    data = filled(builder.plan(eerste="7"), lijst=lijst)
    assert terug(data, lijst).antwoorden["eerste"].text == "7"

    def type_in(text: str):
        return lambda b: b.replace("7", text)

    assert terug(edited(data, type_in("8")), lijst).antwoorden["eerste"].text == "8"
    te_hoog = terug(edited(data, type_in("12")), lijst)
    assert te_hoog.antwoorden["eerste"].text == "12"
    assert [one.words for one in te_hoog.antwoorden["eerste"].refused] == ["12"]
    assert "hooguit 9" in te_hoog.antwoorden["eerste"].refused[0].message


def test_de_plaatshouder_van_een_ander_sjabloon_is_geen_antwoord():
    """Without a glossary the style of placeholders tells what nobody typed."""
    builder = PackageBuilder
    text = "Schrijf hier iets moois."
    blocks = (builder.block(tag).replace(PLAATSHOUDER, text) for tag in ("eerste", "tweede"))
    data = filled(builder.plan(), *blocks)
    reading = terug(data, builder.lijst)
    assert reading.antwoorden["eerste"].text == ""

    def type_in(reviser: Bewerker) -> None:
        paragraph = reviser.control("eerste").find(f"{w('sdtContent')}/{w('p')}")
        paragraph[:] = [run(f"{text} Of dit.")]

    otherwise = terug(edited(data, type_in), builder.lijst)
    assert otherwise.antwoorden["eerste"].text == f"{text} Of dit."


def test_een_lang_antwoord_op_een_regel_komt_heel_terug(sjabloon, real_lijst, plan):
    lang = "\n".join(f"- Wethouder {n} van de gemeente Oudermeer" for n in range(1_000))
    plan = plan._replace(gegevens={**plan.gegevens, "portefeuillehouders": lang})
    reading = terug(fill(sjabloon, real_lijst, plan), real_lijst, plan)
    assert deviations(real_lijst, plan, reading) == {}
