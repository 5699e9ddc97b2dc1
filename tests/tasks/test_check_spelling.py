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

HELP = (sys.executable, str(Path(__file__).parents[1] / "spelling" / "fake_speller.py"))
TEXT = "een qoord en Qmeer, qoord"


class Wacht:
    """Counts how often the screen was woken; `end` waits for what must come."""

    def __init__(self, spelling: SpellingChecker) -> None:
        self.times = 0
        self._something = threading.Semaphore(0)
        self.reported: list[str] = []
        spelling.wek = self._wake
        spelling.meld = self.reported.append

    def _wake(self) -> None:
        self.times += 1
        self._something.release()

    def end(self) -> None:
        assert self._something.acquire(timeout=60)


@pytest.fixture
def own(tmp_path) -> OwnWords:
    return OwnWords(tmp_path / "a.plan.yaml", tmp_path / "staat")


@pytest.fixture
def spelling(own):
    spelling = SpellingChecker(lambda: {"Qplan"}, lambda: own, lambda: HELP, delay=0)
    yield spelling
    process = spelling._process
    spelling.stop()
    assert process is None or process.wait(60)


def errors(spelling: SpellingChecker, text: str = TEXT) -> list[str]:
    """Return the marked words, once they are known."""
    assert spelling._wait(lambda: spelling.is_ready(text), 60)
    return [text[start:end] for start, end in spelling.errors(text, 0, len(text))]


def test_niets_begint_voordat_er_een_tekst_is_en_dan_nog_even_niet(spelling):
    wait = Wacht(spelling)
    assert spelling._process is None
    assert list(spelling.errors(TEXT, 0, len(TEXT))) == []
    assert list(spelling.errors(TEXT, 0, len(TEXT))) == []
    wait.end()
    assert spelling._process is not None


def test_stoppen_voor_het_begin_begint_niets(own):
    spelling = SpellingChecker(set, lambda: own, lambda: HELP, delay=0)
    spelling.stop()
    list(spelling.errors(TEXT, 0, len(TEXT)))
    assert spelling.why_off
    assert spelling._process is None
    assert spelling._later is None


def test_tekenen_wacht_niet_en_wordt_gewekt(spelling):
    assert spelling._wait(lambda: spelling.is_ready("begin"), 60)
    wait = Wacht(spelling)
    assert list(spelling.errors(TEXT, 0, len(TEXT))) == []
    wait.end()
    assert errors(spelling) == ["qoord", "Qmeer", "qoord"]


def test_goede_woorden_wekken_niemand(spelling):
    wait = Wacht(spelling)
    assert errors(spelling, "een goed plan") == []
    assert wait.times == 0


def test_het_woord_bij_de_cursor_blijft_met_rust(spelling):
    errors(spelling)
    for cursor in (4, 9):
        spelling.cursor = lambda place=cursor: place
        assert errors(spelling) == ["Qmeer", "qoord"]
    assert len(spelling.all_fouten(TEXT)) == 3


def test_een_rij_die_midden_in_een_woord_begint(spelling):
    errors(spelling)
    assert list(spelling.errors(TEXT, 6, 15)) == [(6, 9), (13, 15)]


def test_onthouden_geldt_meteen_en_in_het_volgende_gesprek(spelling, own):
    assert "qoord" in errors(spelling)
    assert spelling.remember("qoord")
    assert errors(spelling) == ["Qmeer"]
    again = SpellingChecker(set, lambda: own, lambda: HELP)
    assert errors(again) == ["Qmeer"]
    again.stop()


def test_woorden_van_het_plan_zijn_goed(spelling):
    assert errors(spelling, "het Qplan en Qplannen") == ["Qplannen"]


def test_voorstellen_komen_later(spelling):
    wait = Wacht(spelling)
    assert spelling.suggestions("qoord") is None
    wait.end()
    assert spelling.suggestions("qoord")[:2] == ("aoord", "boord")


def test_in_gewone_regels_wordt_even_gewacht(spelling):
    assert spelling._wait(lambda: spelling.is_ready("begin"), 60)
    assert spelling.find_fouten(TEXT) == ("qoord", "Qmeer")
    assert spelling.wait_for_voorstellen("qoord")[0] == "aoord"


def test_wie_niet_op_tijd_is_zegt_niets(own):
    time = iter(range(1000))
    spelling = SpellingChecker(set, lambda: own, lambda: HELP, lambda: float(next(time)))
    assert spelling.find_fouten("hang") == ()
    spelling.stop()


def test_een_hulp_die_stopt_geeft_een_melding_en_verder_niets(spelling):
    wait = Wacht(spelling)
    spelling.is_ready("weg")
    wait.end()
    assert len(wait.reported) == 1
    assert spelling.why_off == wait.reported[0]
    assert errors(spelling) == []
    assert spelling.suggestions("qoord") == ()


def test_een_hulp_die_niet_eens_begint_geeft_dezelfde_melding(own):
    spelling = SpellingChecker(set, lambda: own, lambda: ["/bestaat/niet"])
    wait = Wacht(spelling)
    assert spelling._wait(lambda: spelling.is_ready(TEXT), 60)
    wait.end()
    assert spelling.why_off == wait.reported[0]


def test_zonder_woordenboek_is_alles_goed_en_staat_er_waarom(own):
    spelling = SpellingChecker(set, lambda: own, lambda: "Zo krijg je het.")
    assert not spelling.is_off  # asking that looks for nothing: the first screen asks it
    assert spelling.why_off == "Zo krijg je het."
    assert spelling.is_off
    assert spelling.find_fouten(TEXT) == ()
    assert spelling.wait_for_voorstellen("qoord") == ()
    assert spelling.remember("qoord")
    assert own.read() == {"qoord"}


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
    known_words = vocabulary(vragenlijst(), plan)
    assert known_words >= {
        "Xtitel", "Xhoofdstuk", "Xinleiding", "Xlabel", "Xvraag", "Xuitleg", "Xkolom", "Xhulp",
        "Xmaker", "xconcept", "Oudermeer",
    }  # fmt: skip
    assert not known_words & {"Xvoorbeeld", "xzee", "Xgekozen"}
