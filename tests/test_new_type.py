"""A type of question that only this test knows goes through the whole house.

It is one class and one line in the registry: the question set, both ways of asking, the project
file, the document, reading it back, comparing and merging learn of it by themselves.
"""

from __future__ import annotations

import re
import zipfile
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
from uitvoeringsplan.terminal.screen.form import _invoer
from uitvoeringsplan.terminal.screen.text_input import TextInput
from uitvoeringsplan.vragenlijst.question_set_reader import read_vragenlijst
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.returned.reading import read_returned
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon
from uitvoeringsplan.yamltext.yaml_writer import plan_text

WORTEL = Path(__file__).resolve().parents[1]
VRAGEN = (WORTEL / "vragen.yaml").read_text("utf-8")


class BedragType(LineType):
    """An amount in euros, stored as 12500.00."""

    name = "proefbedrag"

    def normalise(self, vraag: Vraag, tekst: str) -> str:
        """Return the amount with a point and two digits behind it."""
        gevonden = re.fullmatch(r"(?:€|EUR)? ?(\d{1,3}(?:\.\d{3})*|\d+)(?:[,.](\d\d|-))?", tekst)
        if gevonden is None:
            raise AntwoordError(vraag.id, f"“{tekst}” is geen bedrag. Schrijf € 12.500,00.")
        return f"{gevonden[1].replace('.', '')}.{(gevonden[2] or '00').replace('-', '00')}"

    def measure(self, tekst: str) -> tuple[int, str]:
        """Return the whole euros."""
        return int(tekst.partition(".")[0]), " euro"

    def in_words(self, vraag: Vraag, tekst: str) -> str:
        """Return the amount as people write it."""
        del vraag
        if not re.fullmatch(r"\d+\.\d\d", tekst):
            return tekst
        return f"€ {float(tekst):,.2f}".translate(str.maketrans(",.", ".,"))

    def hint(self, vraag: Vraag) -> str:
        """Return an amount."""
        del vraag
        return "Typ een bedrag, zoals € 12.500,00."

    def sort_key(self, tekst: str) -> tuple[int, str]:
        """Return the cents."""
        return int(tekst.replace(".", "") or 0), tekst


@pytest.fixture
def lijst(monkeypatch):
    monkeypatch.setitem(TYPES, "proefbedrag", BedragType())
    begin = VRAGEN.index("- id: borgen-budget\n")
    anders = VRAGEN[begin:].replace(
        "type: tekst\n", "type: proefbedrag\n            controle: {min: 100}\n", 1
    )
    kolom = re.compile(r"(- id: budget\n +label: Budget\n +type: )regel")
    anders, aantal = kolom.subn(r"\1proefbedrag", anders)
    assert aantal == 1
    return read_vragenlijst((VRAGEN[:begin] + anders).encode(), "vragen.yaml")


@pytest.fixture
def vraag(lijst):
    return lijst.vraag("borgen-budget")


def test_een_soort_die_niet_in_het_register_staat_is_een_fout():
    begin = VRAGEN.index("- id: borgen-budget\n")
    anders = VRAGEN[:begin] + VRAGEN[begin:].replace("type: tekst\n", "type: proefbedrag\n", 1)
    with pytest.raises(
        VragenlijstError, match="“proefbedrag” kan niet bij `type`; kies uit tekst,"
    ):
        read_vragenlijst(anders.encode(), "vragen.yaml")


@pytest.mark.parametrize("getypt", ["€ 12.500,00", "12500", "EUR 12.500,-", "12500.00"])
def test_wat_past_wordt_in_een_vorm_bewaard(vraag, getypt):
    assert vraag.normalise(getypt) == "12500.00"
    assert vraag.normalise(vraag.in_words("12500.00")) == "12500.00"


def test_wat_niet_past_zegt_waarom(vraag):
    with pytest.raises(AntwoordError, match="is geen bedrag"):
        vraag.normalise("veel")
    with pytest.raises(AntwoordError, match="minstens 100 euro"):
        vraag.normalise("€ 99,00")


def test_beide_vragenstellers_stellen_de_vraag(vraag):
    gezegd: list[str] = []
    regels = iter(["veel", "€ 12.500"])
    asker = EenvoudigeVragensteller(gezegd.append, lambda *_: next(regels))
    zet = asker.ask(Beurt(Stap(vraag, "Borgen"), "", 0, 20))
    assert zet == Beantwoord("€ 12.500")
    assert any("Typ een bedrag, zoals € 12.500,00." in zin for zin in gezegd)
    assert any("is geen bedrag" in zin for zin in gezegd)
    assert isinstance(_invoer(vraag, "", None), TextInput)


def test_het_plan_het_document_en_terug(lijst, vraag, tmp_path):
    antwoorden = {
        "borgen-budget": vraag.normalise("€ 12.500"),
        "acties": lijst.vraag("acties").normalise(
            "| Handhaving | bellen | team |  | 1-3-2027 |  | 1.200,50 |  |  |"
        ),
    }
    gegevens = {"gemeente": "Oudermeer", "status": "concept"}
    pad = tmp_path / "oudermeer.plan.yaml"
    pad.write_text(plan_text(lijst, gegevens, antwoorden), "utf-8")
    plan = load_plan(pad, lijst).plan
    assert plan.tekst(vraag) == "12500.00"

    deel = public_part(lijst)
    sjabloon = open_sjabloon((WORTEL / "templates" / deel.sjabloon).read_bytes(), "s.docx", deel)
    data = fill(sjabloon, deel, plan_for(deel, lijst, plan))
    with zipfile.ZipFile(BytesIO(data)) as pakket:
        xml = pakket.read("word/document.xml").decode()
    assert "€ 12.500,00" in xml
    assert "€ 1.200,50" in xml

    def eerder(vraag_id: str, _afdruk: str) -> tuple[str, ...]:
        return (plan.tekst(lijst.vraag(vraag_id)),)

    gelezen = read_returned(data, "p.docx", deel, eerder=eerder).antwoorden
    assert (gelezen["borgen-budget"].tekst, gelezen["borgen-budget"].is_zeker) == ("12500.00", True)
    assert gelezen["acties"].tekst == plan.tekst(lijst.vraag("acties"))

    with zipfile.ZipFile(BytesIO(data)) as pakket, BytesIO() as nieuw:
        with zipfile.ZipFile(nieuw, "w") as uit:
            for naam in pakket.namelist():
                inhoud = pakket.read(naam)
                if naam == "word/document.xml":
                    inhoud = xml.replace("€ 12.500,00", "€ 15.000").encode()
                uit.writestr(naam, inhoud)
        bewerkt = nieuw.getvalue()
    anders = read_returned(bewerkt, "p.docx", deel, eerder=eerder).antwoorden["borgen-budget"]
    assert anders.tekst == "15000.00"


def test_vergelijken_en_samenvoegen(vraag):
    verschil = compare_antwoord(vraag, "12500.00", "15000.00")
    woorden = [stuk.tekst for _, stuk in verschil.blokken[0].stukken]
    assert "12.500,00" in "".join(woorden)
    assert merge_antwoorden(vraag, "1000.00", "2000.00", "3000.00") is None
    afdruk = antwoord_fingerprint(vraag, "1000.00")
    weg = weigh(vraag, "2000.00", "3000.00", afdruk, lambda: "1000.00")
    assert weg.oordeel is Oordeel.BOTSING


def test_een_kolom_kan_van_deze_soort_zijn(lijst):
    acties = lijst.vraag("acties")
    rijen = "| a | b | c |  |  |  | 1200.50 |  |  |\n| d | e | f |  |  |  | 90.00 |  |  |"
    koppen, getoond = visible_tabel(acties, rijen)
    plek = koppen.index(next(k.label for k in acties.kolommen if k.id == "budget"))
    assert {rij[plek] for rij in getoond} == {"€ 1.200,50", "€ 90,00"}
    assert Plan("s", "1", {}, {"acties": rijen}).tekst(acties) == rijen
