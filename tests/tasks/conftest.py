"""A small question set, and an asker that plays a script and remembers what it was asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Controle, Verplicht, Vraag
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Rij, Vragenlijst
from uitvoeringsplan.plan.planbestand import Planbestand, new_planbestand
from uitvoeringsplan.plan.saving import save_new

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from uitvoeringsplan.model.beurt import Beurt, Gestopt, Plekken, Zet
    from uitvoeringsplan.model.plan import Voortgang

LIJST = Vragenlijst(
    soort="proef",
    versie="1",
    titel="Proefplan",
    sjabloon="proef.docx",
    gegevens=(
        Vraag(
            id="gemeente",
            label="Gemeente",
            vraag="Welke?",
            type=TYPES["regel"],
            verplicht=Verplicht.ALTIJD,
            controle=Controle(min=2, melding="Een naam heeft minstens twee letters."),
        ),
        Vraag(
            id="status",
            label="Status",
            vraag="Hoe staat het?",
            type=TYPES["keuze"],
            keuzes=("concept", "vastgesteld"),
            standaard="concept",
        ),
        Vraag(
            id="datum",
            label="Datum",
            vraag="Wanneer?",
            type=TYPES["datum"],
            verplicht=Verplicht.VASTGESTELD,
        ),
    ),
    hoofdstukken=(
        Hoofdstuk(
            "doel",
            "Doel",
            inleiding="Waar gaan we heen?",
            vragen=(Vraag(id="ambitie", label="Ambitie", vraag="Wat wil je?"),),
        ),
        Hoofdstuk(
            "werk",
            "Werk",
            inleiding="Wat gaan we doen?",
            rijen=(
                Rij("leeg", "Leeg", lokaal="Niets te vragen."),
                Rij(
                    "mensen",
                    "Mensen",
                    vragen=(
                        Vraag(id="team", label="Team", vraag="Wie?", type=TYPES["lijst"]),
                        Vraag(id="uren", label="Uren", vraag="Hoeveel?", type=TYPES["getal"]),
                    ),
                ),
                Rij("geld", "Geld", vragen=(Vraag(id="budget", label="B", vraag="Wat kost het?"),)),
            ),
        ),
    ),
)


@dataclass
class Script:
    """Answers the questions in order; `bij_vraag` is called at each, before the answer.

    `keuzes` and `ja` are what it chooses and whether it agrees, in order; what it was shown then
    is in `shown` and `lijsten`, and what it was asked in `asked_yes`.
    """

    zetten: list[Zet]
    bij_vraag: Callable[[Beurt], None] = lambda _: None
    beurten: list[Beurt] = field(default_factory=list)
    keuzes: list[str | Gestopt | None] = field(default_factory=list)
    ja: list[bool] = field(default_factory=list)
    shown: list[tuple[str, ...]] = field(default_factory=list)
    asked_yes: list[str] = field(default_factory=list)
    lijsten: list[Plekken] = field(default_factory=list)

    def ask(self, beurt: Beurt) -> Zet:
        self.bij_vraag(beurt)
        self.beurten.append(beurt)
        return self.zetten[len(self.beurten) - 1]

    def choose_text(self, vraag: Vraag, ours: str, theirs: str, why: str = "") -> str | None:
        self.shown.append((vraag.id, ours, theirs, *([why] if why else [])))
        return self.keuzes.pop(0)

    def choose_value(self, vraag: str, keuzes: Sequence[tuple[str, str]]) -> str | None:
        self.shown.append((vraag, *(value for value, _ in keuzes)))
        return self.keuzes.pop(0)

    def choose_question(
        self, plekken: Plekken, _current: str | None = None
    ) -> str | Gestopt | None:
        self.lijsten.append(plekken)
        return self.keuzes.pop(0)

    def confirm(self, vraag: str) -> bool:
        self.asked_yes.append(vraag)
        return self.ja.pop(0)

    def show(self, text: str) -> None:
        self.shown.append((text,))

    def show_progress(self, voortgang: Voortgang) -> None:
        self.shown.append((f"{voortgang.beantwoord} van {voortgang.total}",))

    @property
    def asked(self) -> list[str]:
        return [beurt.stap.vraag.id for beurt in self.beurten]


@pytest.fixture(autouse=True)
def draft_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which every draft of this test lands."""
    map_ = tmp_path_factory.mktemp("concepten")
    monkeypatch.setenv("UITVOERINGSPLAN_CONCEPTEN", str(map_))
    return map_


@pytest.fixture
def lijst() -> Vragenlijst:
    return LIJST


@pytest.fixture
def script() -> type[Script]:
    return Script


@pytest.fixture
def plan() -> Callable[..., Plan]:
    def make(gegevens: dict[str, str] | None = None, **antwoorden: str) -> Plan:
        return Plan("proef", "1", gegevens or {}, antwoorden)

    return make


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Planbestand]:
    """Make a project file of the small set on disk."""

    def make(
        gegevens: dict[str, str] | None = None, lijst: Vragenlijst = LIJST, **antwoorden: str
    ) -> Planbestand:
        new = new_planbestand(tmp_path / "a.plan.yaml", lijst, gegevens or {}, antwoorden)
        save_new(new)
        return new

    return make


@pytest.fixture
def work_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def example_plan(work_folder: Path) -> Path:
    """Return the shipped example as a plan in the current folder."""
    path = work_folder / "dorp.plan.yaml"
    path.write_bytes(find_voorbeeld().read_bytes())
    return path
