"""The spelling of one plan: what is marked, what is left alone, what a user says is right."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Hulpmiddel, Kolom, Vraag
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Vragenlijst
from uitvoeringsplan.plan.drafts import OwnWords
from uitvoeringsplan.tasks.check_spelling import SpellingChecker, vocabulary

HULP = (sys.executable, str(Path(__file__).parents[1] / "spelling" / "fake_speller.py"))
TEKST = "een qoord en Qmeer, qoord"


class Wacht:
    """Counts how often the screen was woken; `tot` waits for what must come."""

    def __init__(self, spelling: SpellingChecker) -> None:
        self.keren = 0
        self._iets = threading.Semaphore(0)
        self.gemeld: list[str] = []
        spelling.wek = self._wek
        spelling.meld = self.gemeld.append

    def _wek(self) -> None:
        self.keren += 1
        self._iets.release()

    def tot(self) -> None:
        assert self._iets.acquire(timeout=60)


@pytest.fixture
def eigen(tmp_path) -> OwnWords:
    return OwnWords(tmp_path / "a.plan.yaml", tmp_path / "staat")


@pytest.fixture
def spelling(eigen):
    spelling = SpellingChecker(lambda: {"Qplan"}, lambda: eigen, lambda: HULP, delay=0)
    yield spelling
    proces = spelling._process
    spelling.stop()
    assert proces is None or proces.wait(60)


def fouten(spelling: SpellingChecker, tekst: str = TEKST) -> list[str]:
    """Return the marked words, once they are known."""
    assert spelling._wait(lambda: spelling.is_klaar(tekst), 60)
    return [tekst[van:tot] for van, tot in spelling.fouten(tekst, 0, len(tekst))]


def test_niets_begint_voordat_er_een_tekst_is_en_dan_nog_even_niet(spelling):
    wacht = Wacht(spelling)
    assert spelling._process is None
    assert list(spelling.fouten(TEKST, 0, len(TEKST))) == []
    assert list(spelling.fouten(TEKST, 0, len(TEKST))) == []
    wacht.tot()
    assert spelling._process is not None


def test_stoppen_voor_het_begin_begint_niets(eigen):
    spelling = SpellingChecker(set, lambda: eigen, lambda: HULP, delay=0)
    spelling.stop()
    list(spelling.fouten(TEKST, 0, len(TEKST)))
    assert spelling.waarom_uit
    assert spelling._process is None
    assert spelling._later is None


def test_tekenen_wacht_niet_en_wordt_gewekt(spelling):
    assert spelling._wait(lambda: spelling.is_klaar("begin"), 60)
    wacht = Wacht(spelling)
    assert list(spelling.fouten(TEKST, 0, len(TEKST))) == []
    wacht.tot()
    assert fouten(spelling) == ["qoord", "Qmeer", "qoord"]


def test_goede_woorden_wekken_niemand(spelling):
    wacht = Wacht(spelling)
    assert fouten(spelling, "een goed plan") == []
    assert wacht.keren == 0


def test_het_woord_bij_de_cursor_blijft_met_rust(spelling):
    fouten(spelling)
    for cursor in (4, 9):
        spelling.cursor = lambda plek=cursor: plek
        assert fouten(spelling) == ["Qmeer", "qoord"]
    assert len(spelling.all_fouten(TEKST)) == 3


def test_een_rij_die_midden_in_een_woord_begint(spelling):
    fouten(spelling)
    assert list(spelling.fouten(TEKST, 6, 15)) == [(6, 9), (13, 15)]


def test_onthouden_geldt_meteen_en_in_het_volgende_gesprek(spelling, eigen):
    assert "qoord" in fouten(spelling)
    assert spelling.onthoud("qoord")
    assert fouten(spelling) == ["Qmeer"]
    opnieuw = SpellingChecker(set, lambda: eigen, lambda: HULP)
    assert fouten(opnieuw) == ["Qmeer"]
    opnieuw.stop()


def test_woorden_van_het_plan_zijn_goed(spelling):
    assert fouten(spelling, "het Qplan en Qplannen") == ["Qplannen"]


def test_voorstellen_komen_later(spelling):
    wacht = Wacht(spelling)
    assert spelling.voorstellen("qoord") is None
    wacht.tot()
    assert spelling.voorstellen("qoord")[:2] == ("aoord", "boord")


def test_in_gewone_regels_wordt_even_gewacht(spelling):
    assert spelling._wait(lambda: spelling.is_klaar("begin"), 60)
    assert spelling.find_fouten(TEKST) == ("qoord", "Qmeer")
    assert spelling.wait_for_voorstellen("qoord")[0] == "aoord"


def test_wie_niet_op_tijd_is_zegt_niets(eigen):
    tijd = iter(range(1000))
    spelling = SpellingChecker(set, lambda: eigen, lambda: HULP, lambda: float(next(tijd)))
    assert spelling.find_fouten("hang") == ()
    spelling.stop()


def test_een_hulp_die_stopt_geeft_een_melding_en_verder_niets(spelling):
    wacht = Wacht(spelling)
    spelling.is_klaar("weg")
    wacht.tot()
    assert len(wacht.gemeld) == 1
    assert spelling.waarom_uit == wacht.gemeld[0]
    assert fouten(spelling) == []
    assert spelling.voorstellen("qoord") == ()


def test_een_hulp_die_niet_eens_begint_geeft_dezelfde_melding(eigen):
    spelling = SpellingChecker(set, lambda: eigen, lambda: ["/bestaat/niet"])
    wacht = Wacht(spelling)
    assert spelling._wait(lambda: spelling.is_klaar(TEKST), 60)
    wacht.tot()
    assert spelling.waarom_uit == wacht.gemeld[0]


def test_zonder_woordenboek_is_alles_goed_en_staat_er_waarom(eigen):
    spelling = SpellingChecker(set, lambda: eigen, lambda: "Zo krijg je het.")
    assert not spelling.is_uit  # asking that looks for nothing: the first screen asks it
    assert spelling.waarom_uit == "Zo krijg je het."
    assert spelling.is_uit
    assert spelling.find_fouten(TEKST) == ()
    assert spelling.wait_for_voorstellen("qoord") == ()
    assert spelling.onthoud("qoord")
    assert eigen.lees() == {"qoord"}


def vragenlijst() -> Vragenlijst:
    velden = (
        Vraag(id="gemeente", label="Gemeente", vraag="Welke?", type=TYPES["regel"]),
        Vraag(id="status", label="Status", vraag="Hoe?", type=TYPES["keuze"], keuzes=("xconcept",)),
    )
    vraag = Vraag(
        id="v", label="Xlabel", vraag="Xvraag?", toelichting="Xuitleg", voorbeeld="Xvoorbeeld",
        kolommen=(Kolom("k", "Xkolom"),),
    )  # fmt: skip
    return Vragenlijst(
        "s", "1", "Xtitel", "s.docx", velden,
        (Hoofdstuk("h", "Xhoofdstuk", "Xinleiding", (vraag,)),),
        (Hulpmiddel("x", "Xhulp", opmerking="Van Xmaker."),),
    )  # fmt: skip


def test_woorden_van_de_vragen_en_namen_van_het_plan():
    plan = Plan("s", "1", {"gemeente": "Oudermeer aan de xzee", "status": "Xgekozen"})
    schat = vocabulary(vragenlijst(), plan)
    assert schat >= {
        "Xtitel", "Xhoofdstuk", "Xinleiding", "Xlabel", "Xvraag", "Xuitleg", "Xkolom", "Xhulp",
        "Xmaker", "xconcept", "Oudermeer",
    }  # fmt: skip
    assert not schat & {"Xvoorbeeld", "xzee", "Xgekozen"}
