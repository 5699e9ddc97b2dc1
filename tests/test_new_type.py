"""A type of question that only this test knows goes through the whole house.

It is one class and one line in the registry: the question set, both ways of asking, the project
file, the document, reading it back, comparing and merging learn of it by themselves.
"""

from __future__ import annotations

import re
import zipfile
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest

from uitvoeringsplan.errors import AntwoordError, VragenlijstError
from uitvoeringsplan.model.beurt import Beantwoord, Beurt, Stap
from uitvoeringsplan.model.fingerprint import antwoord_fingerprint
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.plan_differences import compare_antwoord
from uitvoeringsplan.model.tabel import visible_tabel
from uitvoeringsplan.model.three_way import Oordeel, merge_antwoorden, weigh
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.uitgave import plan_for, public_part
from uitvoeringsplan.model.vraag import LineType, Vraag
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.terminal.lines.plain_asker import EenvoudigeVragensteller
from uitvoeringsplan.terminal.screen.form import _typed
from uitvoeringsplan.terminal.screen.text_input import TextInput
from uitvoeringsplan.vragenlijst.question_set_reader import read_vragenlijst
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.returned.reading import read_returned
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon
from uitvoeringsplan.yamltext.yaml_writer import plan_text

ROOT = Path(__file__).resolve().parents[1]
VRAGEN = (ROOT / "vragen.yaml").read_text("utf-8")


class BedragType(LineType):
    """An amount in euros, stored as 12500.00."""

    name = "proefbedrag"

    def normalise(self, vraag: Vraag, text: str) -> str:
        """Return the amount with a point and two digits behind it."""
        found = re.fullmatch(r"(?:€|EUR)? ?(\d{1,3}(?:\.\d{3})*|\d+)(?:[,.](\d\d|-))?", text)
        if found is None:
            raise AntwoordError(vraag.id, f"“{text}” is geen bedrag. Schrijf € 12.500,00.")
        return f"{found[1].replace('.', '')}.{(found[2] or '00').replace('-', '00')}"

    def measure(self, text: str) -> tuple[Decimal, str]:
        """Return the euros with their cents."""
        return Decimal(text), " euro"

    def in_words(self, vraag: Vraag, text: str) -> str:
        """Return the amount as people write it."""
        del vraag
        if not re.fullmatch(r"\d+\.\d\d", text):
            return text
        return f"€ {float(text):,.2f}".translate(str.maketrans(",.", ".,"))

    def hint(self, vraag: Vraag) -> str:
        """Return an amount."""
        del vraag
        return "Typ een bedrag, zoals € 12.500,00."

    def sort_key(self, text: str) -> tuple[int, str]:
        """Return the cents."""
        return int(text.replace(".", "") or 0), text


@pytest.fixture
def lijst(monkeypatch):
    monkeypatch.setitem(TYPES, "proefbedrag", BedragType())
    start = VRAGEN.index("- id: borgen-budget\n")
    otherwise = VRAGEN[start:].replace(
        "type: tekst\n", "type: proefbedrag\n            controle: {min: 100, max: 20000}\n", 1
    )
    kolom = re.compile(r"(- id: budget\n +label: Budget\n +type: )regel")
    otherwise, count = kolom.subn(r"\1proefbedrag", otherwise)
    assert count == 1
    return read_vragenlijst((VRAGEN[:start] + otherwise).encode(), "vragen.yaml")


@pytest.fixture
def vraag(lijst):
    return lijst.vraag("borgen-budget")


def test_een_soort_die_niet_in_het_register_staat_is_een_fout():
    start = VRAGEN.index("- id: borgen-budget\n")
    otherwise = VRAGEN[:start] + VRAGEN[start:].replace("type: tekst\n", "type: proefbedrag\n", 1)
    with pytest.raises(
        VragenlijstError, match="“proefbedrag” kan niet bij `type`; kies uit tekst,"
    ):
        read_vragenlijst(otherwise.encode(), "vragen.yaml")


@pytest.mark.parametrize("typed", ["€ 12.500,00", "12500", "EUR 12.500,-", "12500.00"])
def test_wat_past_wordt_in_een_vorm_bewaard(vraag, typed):
    assert vraag.normalise(typed) == "12500.00"
    assert vraag.normalise(vraag.in_words("12500.00")) == "12500.00"


def test_wat_niet_past_zegt_waarom(vraag):
    with pytest.raises(AntwoordError, match="is geen bedrag"):
        vraag.normalise("veel")
    with pytest.raises(AntwoordError, match="minstens 100 euro"):
        vraag.normalise("€ 99,99")


def test_een_grens_geldt_tot_op_de_cent(vraag):
    assert vraag.normalise("€ 100,00") == "100.00"
    assert vraag.normalise("€ 20.000,00") == "20000.00"
    with pytest.raises(AntwoordError, match="hooguit 20000 euro"):
        vraag.normalise("€ 20.000,01")


def test_beide_vragenstellers_stellen_de_vraag(vraag):
    said: list[str] = []
    lines = iter(["veel", "€ 12.500"])
    asker = EenvoudigeVragensteller(said.append, lambda *_: next(lines))
    zet = asker.ask(Beurt(Stap(vraag, "Borgen"), "", 0, 20))
    assert zet == Beantwoord("€ 12.500")
    assert any("Typ een bedrag, zoals € 12.500,00." in zin for zin in said)
    assert any("is geen bedrag" in zin for zin in said)
    assert isinstance(_typed(vraag, "", None), TextInput)


def test_het_plan_het_document_en_terug(lijst, vraag, tmp_path):
    antwoorden = {
        "borgen-budget": vraag.normalise("€ 12.500"),
        "acties": lijst.vraag("acties").normalise(
            "| Handhaving | bellen | team |  | 1-3-2027 |  | 1.200,50 |  |  |"
        ),
    }
    gegevens = {"gemeente": "Oudermeer", "status": "concept"}
    path = tmp_path / "oudermeer.plan.yaml"
    path.write_text(plan_text(lijst, gegevens, antwoorden), "utf-8")
    plan = load_plan(path, lijst).plan
    assert plan.text(vraag) == "12500.00"

    part = public_part(lijst)
    sjabloon = open_sjabloon((ROOT / "templates" / part.sjabloon).read_bytes(), "s.docx", part)
    data = fill(sjabloon, part, plan_for(part, lijst, plan))
    with zipfile.ZipFile(BytesIO(data)) as package:
        xml = package.read("word/document.xml").decode()
    assert "€ 12.500,00" in xml
    assert "€ 1.200,50" in xml

    def earlier(vraag_id: str, _digest: str) -> tuple[str, ...]:
        return (plan.text(lijst.vraag(vraag_id)),)

    reading = read_returned(data, "p.docx", part, earlier=earlier).antwoorden
    assert (reading["borgen-budget"].text, reading["borgen-budget"].is_certain) == (
        "12500.00",
        True,
    )
    assert reading["acties"].text == plan.text(lijst.vraag("acties"))

    with zipfile.ZipFile(BytesIO(data)) as package, BytesIO() as new:
        with zipfile.ZipFile(new, "w") as result:
            for name in package.namelist():
                content = package.read(name)
                if name == "word/document.xml":
                    content = xml.replace("€ 12.500,00", "€ 15.000").encode()
                result.writestr(name, content)
        edited = new.getvalue()
    otherwise = read_returned(edited, "p.docx", part, earlier=earlier).antwoorden["borgen-budget"]
    assert otherwise.text == "15000.00"


def test_vergelijken_en_samenvoegen(vraag):
    verschil = compare_antwoord(vraag, "12500.00", "15000.00")
    words = [run.text for _, run in verschil.blocks[0].runs]
    assert "12.500,00" in "".join(words)
    assert merge_antwoorden(vraag, "1000.00", "2000.00", "3000.00") is None
    digest = antwoord_fingerprint(vraag, "1000.00")
    gone = weigh(vraag, "2000.00", "3000.00", digest, lambda: "1000.00")
    assert gone.oordeel is Oordeel.BOTSING


def test_een_kolom_kan_van_deze_soort_zijn(lijst):
    acties = lijst.vraag("acties")
    rijen = "| a | b | c |  |  |  | 1200.50 |  |  |\n| d | e | f |  |  |  | 90.00 |  |  |"
    koppen, shown = visible_tabel(acties, rijen)
    place = koppen.index(next(k.label for k in acties.kolommen if k.id == "budget"))
    assert {rij[place] for rij in shown} == {"€ 1.200,50", "€ 90,00"}
    assert Plan("s", "1", {}, {"acties": rijen}).text(acties) == rijen
