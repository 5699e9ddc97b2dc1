"""X"""

from __future__ import annotations

from pathlib import Path

import pytest

from uitvoeringsplan.model.plan import Plan, voortgang
from uitvoeringsplan.model.vraag import Verplicht, Vraag
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Vragenlijst
from uitvoeringsplan.terminal.reports import progress

LIJST = Vragenlijst(
    soort="proef",
    versie="1",
    titel="Proefplan",
    sjabloon="p.docx",
    gegevens=(Vraag(id="gemeente", label="Gemeente", vraag="Welke?", verplicht=Verplicht.ALTIJD),),
    hoofdstukken=(
        Hoofdstuk(
            "doel",
            "Doel",
            vragen=tuple(Vraag(id=n, label=n.title(), vraag="?") for n in ("een", "twee")),
        ),
    ),
)
PATH = Path("a.plan.yaml")


def stand(**antwoorden: str):
    plan = Plan("proef", "1", {}, antwoorden)
    return plan, voortgang(LIJST, plan)


def test_de_stand_van_een_plan():
    plan, voort = stand(een="x")
    assert progress.render_status(PATH, plan, voort, everything=False).split("\n") == [
        "a.plan.yaml: gemeente nog niet ingevuld, status concept",
        "[##########..........] 1/2",
        "",
        "[ ] 1/2  Doel",
        "         open twee: Twee",
        "",
        "Deze gegevens ontbreken nog:",
        "         open gemeente: Gemeente",
    ]


def test_alle_vragen_met_hun_id():
    plan, voort = stand(een="x")
    lines = progress.render_status(PATH, plan, voort, everything=True).split("\n")
    assert lines[4:6] == ["              een: Een", "         open twee: Twee"]


def test_een_plan_dat_af_is():
    plan = Plan("proef", "1", {"gemeente": "Delft"}, {"een": "x", "twee": "y"})
    lines = progress.render_status(PATH, plan, voortgang(LIJST, plan), everything=False).split("\n")
    assert lines[0] == "a.plan.yaml: Delft, status concept"
    assert lines[3:] == ["[x] 2/2  Doel"]


def test_hoe_een_gesprek_eindigt():
    _, voort = stand()
    stop = progress.render_end(PATH, voort, gestopt=True)
    assert "Je antwoorden staan in a.plan.yaml; 2 vragen zijn nog open." in stop
    assert "uitvoeringsplan verder a.plan.yaml" in stop
    assert "verder" not in progress.render_end(PATH, voort, gestopt=False)
    assert progress.make_later(PATH).endswith("uitvoeringsplan genereer a.plan.yaml")


def test_het_vervolg_is_te_typen_en_houdt_de_opties():
    _, voort = stand()
    zin = progress.render_end(
        Path("mijn plan.yaml"), voort, gestopt=True, options=["--eenvoudig", "--vragen", "v 1.yaml"]
    )
    assert zin.endswith('\nuitvoeringsplan verder "mijn plan.yaml" --eenvoudig --vragen "v 1.yaml"')


def test_de_stand_zegt_wat_je_typt_voor_punten_en_resten():
    plan, voort = stand()
    lines = progress.render_status(
        Path("a b.yaml"),
        plan,
        voort,
        everything=False,
        leftovers=[Path("a.herstel-1.yaml")],
        open_punten=["pc3eaf"],
    ).split("\n")
    assert 'uitvoeringsplan punt "a b.yaml"' in lines
    assert 'uitvoeringsplan verder "a b.yaml"' in lines


def test_na_stoppen_staat_er_of_er_een_concept_is():
    _, voort = stand()
    met = progress.render_end(PATH, voort, gestopt=True, concept=True)
    assert "Je laatste tekst is nog geen antwoord; die blijft bewaard als concept." in met
    assert met.endswith("uitvoeringsplan verder a.plan.yaml")
    assert "concept" not in progress.render_end(PATH, voort, gestopt=True)


# Chapters of choice.

EXTRA = (
    Hoofdstuk(
        "meer", "Meer", vragen=(Vraag(id="drie", label="Drie", vraag="?"),), is_optioneel=True
    ),
    Hoofdstuk(
        "dicht", "Dicht", vragen=(Vraag(id="vier", label="Vier", vraag="?"),), is_intern=True
    ),
)
ROOMY = LIJST._replace(hoofdstukken=(*LIJST.hoofdstukken, *EXTRA))


@pytest.mark.parametrize("everything", [True, False])
def test_hoofdstukken_naar_keuze_staan_apart_en_tellen_niet(everything):
    plan = Plan("proef", "1", {"gemeente": "Ede"}, {"een": "x", "twee": "y", "drie": "z"})
    lines = progress.render_status(PATH, plan, voortgang(ROOMY, plan), everything=everything).split(
        "\n"
    )
    assert lines[1] == "[####################] 2/2"
    place = lines.index("Deze hoofdstukken mag je ook invullen:")
    assert lines[place - 1] == ""
    rest = [line for line in lines[place + 1 :] if not line.startswith(" ")]
    assert rest == ["[x] 1/1  Meer", "[ ] 0/1  Dicht (intern)"]
    assert ("              vier: Vier" in lines) == everything
    assert not [line for line in lines if line.startswith("         open")]


def test_aan_het_eind_staat_wat_je_nog_mag_invullen():
    plan = Plan("proef", "1", {}, {"drie": "z"})
    ready = progress.render_end(PATH, voortgang(ROOMY, plan), gestopt=False)
    assert "Je mag ook nog invullen: Dicht." in ready
    assert "uitvoeringsplan verder a.plan.yaml" in ready
    assert "ook nog" not in progress.render_end(PATH, voortgang(ROOMY, plan), gestopt=True)
    full = Plan("proef", "1", {}, {"drie": "z", "vier": "z"})
    assert "ook nog" not in progress.render_end(PATH, voortgang(ROOMY, full), gestopt=False)


def test_aan_het_eind_staat_wat_er_gevonden_is_en_hoe_je_het_leest():
    path = Path("delft.plan.yaml")
    assert progress.checked("", path) == "Het plan is nagekeken: er zijn geen bevindingen.\n"
    assert progress.checked("2 fouten", path, ["--vragen", "v.yaml"]) == (
        "Het plan is nagekeken: 2 fouten. Je leest het met:\n"
        "uitvoeringsplan controleer delft.plan.yaml --vragen v.yaml\n"
    )
