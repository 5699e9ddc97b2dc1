"""`genereer` looks at the plan: an adopted one with faults gets no document."""

from __future__ import annotations

import pytest

from uitvoeringsplan.commands.making import _make
from uitvoeringsplan.tasks.generate import Request, take_order

KLAAR = {
    "status": "vastgesteld",
    "datum-vaststelling": "2026-11-20",
    "bestuurlijk-trekker": "wethouder Samenleving",
}
NOG_NIET = "het plan is vastgesteld, maar nog niet klaar. Er is niets gemaakt."


@pytest.fixture
def zet(draai):
    def doe(plan, **teksten) -> None:
        for naam, tekst in teksten.items():
            assert draai("antwoord", plan.name, naam.replace("_", "-"), tekst).code == 0

    return doe


@pytest.fixture
def klaar(plan, zet):
    """Make the example a plan that was adopted and has no findings."""
    zet(plan, **KLAAR)
    return plan


def test_van_een_concept_staat_er_hoeveel_er_gevonden_is_en_waarop(draai, plan, zet):
    (regel,) = draai("genereer").fout.splitlines()
    assert regel == (
        "Nagekeken op wat ontbreekt, open punten en datums: 1 opmerking. Je leest het met:"
        f" uitvoeringsplan controleer {plan.name}"
    )
    draai("punt", plan.name, "--nieuw", "Klopt dit?")
    zet(plan, periode_van="2027", periode_tot="2026", lokale_ambitie="Nummer 111222333.")
    gedraaid = draai("genereer")
    assert gedraaid.code == 0  # a concept may have faults
    assert "datums: 1 fout, 1 waarschuwing en 1 opmerking." in gedraaid.fout


def test_zonder_bevindingen_staat_er_niets_bij(draai, klaar):
    assert draai("genereer", klaar.name) == (0, "dorp.docx (alle vragen zijn beantwoord)\n", "")


def test_een_vastgesteld_plan_zonder_fout_wordt_gemaakt_en_is_op_alles_nagekeken(draai, klaar, zet):
    zet(klaar, lokale_ambitie="Dit staat op XXX.")
    gedraaid = draai("genereer")
    assert gedraaid.code == 0
    assert "Nagekeken op alles: 1 waarschuwing." in gedraaid.fout


@pytest.mark.parametrize(
    ("naam", "tekst", "waarom"),
    [
        ("opsteller", "--leeg", "- Opsteller: dit is verplicht, maar nog leeg. Vul het in."),
        ("datum-vaststelling", "--leeg", "- Vastgesteld op: dit is verplicht in een plan dat"),
        ("periode-tot", "2020", "- Laatste jaar: het plan loopt tot en met 2020, maar"),
        ("lokale-ambitie", "Nummer 111222333.", "- Lokale ambitie: 111222333 kan een"),
    ],
)
def test_van_een_vastgesteld_plan_met_een_fout_komt_niets(
    draai, klaar, mapstand, naam, tekst, waarom
):
    draai("antwoord", klaar.name, naam, tekst)
    voor = mapstand()
    gedraaid = draai("genereer", "--naar", "md,html", "--metadata")
    assert (gedraaid.code, gedraaid.uit) == (1, "")
    eerste, reden, *_, slot = gedraaid.fout.splitlines()
    assert eerste == f"{klaar.name}: {NOG_NIET}"
    assert reden.startswith(waarom)
    assert slot == (
        f"Alles staat in `uitvoeringsplan controleer {klaar.name}`. Met --toch komt het er toch."
    )
    assert mapstand() == voor


def test_er_staan_er_hooguit_drie(draai, klaar):
    for naam in ("gemeente", "opsteller", "versie", "datum", "periode-van"):
        draai("antwoord", klaar.name, naam, "--leeg")
    regels = draai("genereer").fout.splitlines()
    assert [regel[:2] for regel in regels[1:-1]] == ["- "] * 4
    assert regels[-2] == "- en nog 2"


def test_met_toch_komt_het_er_en_staat_er_wat_er_mis_is(draai, klaar, werkmap, zet):
    zet(klaar, opsteller="--leeg")
    gedraaid = draai("genereer", "--toch")
    assert gedraaid.code == 0
    assert (werkmap / "dorp.docx").is_file()
    assert "Nagekeken op alles: 1 fout." in gedraaid.fout


def test_een_document_dat_er_stond_blijft_staan(draai, klaar, werkmap, zet):
    draai("genereer")
    voor = (werkmap / "dorp.docx").read_bytes()
    zet(klaar, opsteller="--leeg")
    assert draai("genereer", "--overschrijf").code == 1
    assert (werkmap / "dorp.docx").read_bytes() == voor


@pytest.mark.parametrize("optie", ["--intern", "--met-punten"])
def test_wat_binnen_blijft_wordt_niet_tegengehouden(draai, klaar, zet, optie):
    zet(klaar, opsteller="--leeg")
    gedraaid = draai("genereer", optie)
    assert (gedraaid.code, gedraaid.fout) == (0, "")


def test_een_vervallen_plan_wordt_niet_tegengehouden(draai, klaar, zet):
    zet(klaar, status="vervallen", opsteller="--leeg")
    gedraaid = draai("genereer")
    assert gedraaid.code == 0
    assert "datums: 1 fout." in gedraaid.fout


def test_van_meer_plannen_houdt_er_een_de_andere_niet_tegen(draai, klaar, kopieen, werkmap, zet):
    een, twee, drie = kopieen(klaar, 3)
    zet(klaar.with_name(twee), opsteller="--leeg")
    zet(klaar.with_name(drie), status="concept")
    gedraaid = draai("genereer", een, twee, drie)
    assert gedraaid.code == 1
    assert sorted(pad.name for pad in werkmap.glob("*.docx")) == ["p0.docx", "p2.docx"]
    assert f"{twee}: {NOG_NIET}" in gedraaid.fout
    assert "Nagekeken op wat ontbreekt, open punten en datums: 1 fout." in gedraaid.fout
    assert "uitvoeringsplan controleer, met dezelfde plannen" in gedraaid.fout
    assert gedraaid.fout.endswith("2 van de 3 plannen gemaakt, 1 niet.\n")


def test_bij_volgen_wordt_gezegd_waarom_er_niets_komt(klaar, werkmap, zet, capsys):
    """What is followed is made by the same order, again and again."""
    zet(klaar, opsteller="--leeg")
    opdracht = take_order([klaar], request=Request(kijk_na=True))
    _make(opdracht.renewed((klaar,)))
    assert NOG_NIET in capsys.readouterr().err
    zet(klaar, opsteller="griffier")
    _make(opdracht.renewed((klaar,)))
    assert (werkmap / "dorp.docx").is_file()
