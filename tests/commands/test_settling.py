"""What `inlezen` asks about a clash, and what becomes of what somebody typed there."""

from __future__ import annotations

import pytest

from edited_docx import LIJST, edited, met
from uitvoeringsplan.commands import settling, user
from uitvoeringsplan.model.beurt import Beantwoord, Gestopt, Spring, Terug
from uitvoeringsplan.model.vraag import Controle
from uitvoeringsplan.plan.drafts import Concepten
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.read_back import settle


@pytest.fixture
def terminal(monkeypatch):
    monkeypatch.setattr(user, "is_terminal", lambda: True)


def ambitie(plan):
    return load_plan(plan, LIJST).plan.antwoorden["lokale-ambitie"]


def clash(plan):
    """Return a document that clashes with the plan, which has its own new text."""
    word = edited(plan, plan.with_name("dorp.docx"), lokale_ambitie="Uit Word.")
    met(plan, lokale_ambitie="Uit het plan.")
    return word


@pytest.mark.usefixtures("terminal")
def test_lange_teksten_eerst_lezen_en_dan_kiezen(run_command, plan, speel):
    lang = "\n\n".join(f"Alinea {n} blijft zoals hij is." for n in range(9))
    edited(plan, plan.with_name("dorp.docx"), lokale_ambitie=f"{lang}\n\nUit Word.")
    met(plan, lokale_ambitie=f"{lang}\n\nUit het plan.")
    shown = []
    speel(keuzes=["heel", "beide"]).show = shown.append
    assert run_command("inlezen", "dorp.docx").code == 0
    short, heel = shown[1:]
    assert "Alinea 3" not in short
    assert heel.count("Alinea 3") == 2
    assert ambitie(plan) == f"{lang}\n\nUit het plan.\n\nUit Word."


@pytest.mark.usefixtures("terminal")
def test_wie_bewerkt_kan_terug_naar_de_keuze_en_raakt_niets_kwijt(run_command, plan, speel):
    """There is no other question to jump to, so then the text just stays as it is."""
    clash(plan)
    zetten = [Spring("half", "borgen-budget"), Terug("half en"), Beantwoord("Half en heel.")]
    player = speel(*zetten, keuzes=["zelf", "zelf"])
    player.show = lambda _: None
    begun = []
    stel = player.ask
    player.ask = lambda beurt: (begun.append(beurt.text), stel(beurt))[1]
    assert run_command("inlezen", "dorp.docx").code == 0
    assert begun == ["Uit het plan.\n\nUit Word.", "half", "half en"]
    assert ambitie(plan) == "Half en heel."


@pytest.mark.usefixtures("terminal")
def test_beide_teksten_die_samen_te_lang_zijn_wil_iemand_inkorten(
    run_command, plan, speel, monkeypatch
):
    clash(plan)
    vraag = LIJST.vraag("lokale-ambitie")
    bound = vraag._replace(controle=Controle(max=20, melding="Hooguit 20 tekens."))
    monkeypatch.setattr(settling, "settle", lambda readback, choose: settle(
        readback._replace(three_ways=tuple(
            gone._replace(vraag=bound) if gone.vraag.id == vraag.id else gone
            for gone in readback.three_ways
        )), choose,
    ))  # fmt: skip
    player = speel(
        Beantwoord("Samen veel te lang, dus niet."), Beantwoord("Kort."), keuzes=["beide"]
    )
    player.show = lambda _: None
    messages = []
    stel = player.ask
    player.ask = lambda beurt: (messages.append(beurt.message), stel(beurt))[1]
    assert run_command("inlezen", "dorp.docx").code == 0
    assert messages == ["Hooguit 20 tekens."] * 2
    assert ambitie(plan) == "Kort."


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    ("keuze", "text"),
    [
        ("plan", "Uit het plan."),
        ("word", "Uit Word."),
        ("beide", "Uit het plan.\n\nUit Word."),
        ("zelf", "Van allebei iets."),
    ],
)
def test_bij_een_botsing_kiest_de_gebruiker(run_command, plan, speel, keuze, text):
    clash(plan)
    player = speel(Beantwoord("Van allebei iets."), keuzes=[keuze])
    player.show = lambda _: None
    assert run_command("inlezen", "dorp.docx").code == 0
    assert ambitie(plan) == text


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(("zetten", "keuzes"), [([], [None]), ([Gestopt("half")], ["zelf"])])
def test_stoppen_bij_een_botsing_laat_alles_zoals_het_was(run_command, plan, speel, zetten, keuzes):
    clash(plan)
    before = plan.read_bytes()
    player = speel(*zetten, keuzes=keuzes)
    player.show = lambda _: None
    outcome = run_command("inlezen", "dorp.docx")
    assert outcome.code == 130
    assert "niets overgenomen" in outcome.error
    assert plan.read_bytes() == before


@pytest.mark.usefixtures("terminal")
def test_wat_iemand_bij_een_botsing_typt_blijft_bewaard(
    run_command, plan, speel, monkeypatch, tmp_path
):
    monkeypatch.setenv("UITVOERINGSPLAN_CONCEPTEN", str(tmp_path / "concepten"))
    clash(plan)
    shown = []
    speel(Gestopt("Half getypt"), keuzes=["zelf"]).show = shown.append
    assert run_command("inlezen", "dorp.docx").code == 130
    assert shown[-1] == "Je tekst is nog geen antwoord; die blijft bewaard als concept."
    assert Concepten(plan).read("lokale-ambitie").text == "Half getypt"
    # A choice after typing says nothing about a draft of an earlier time, which nobody was shown.
    speel(Terug("Weer half"), keuzes=["zelf", "plan"]).show = shown.append
    assert run_command("inlezen", "dorp.docx").code == 0
    assert [concept.text for concept in Concepten(plan).every()] == ["Half getypt"]


@pytest.mark.usefixtures("terminal")
def test_na_een_keuze_is_er_niets_onafs_meer(run_command, plan, speel, monkeypatch, tmp_path):
    monkeypatch.setenv("UITVOERINGSPLAN_CONCEPTEN", str(tmp_path / "concepten"))
    clash(plan)
    player = speel(Terug("Weer half"), keuzes=["zelf", "plan"])
    real = player.ask

    def type_in(beurt):
        beurt.concept("Weer half")
        assert Concepten(plan).read("lokale-ambitie").text == "Weer half"
        return real(beurt)

    monkeypatch.setattr(player, "ask", type_in)
    assert run_command("inlezen", "dorp.docx").code == 0
    assert Concepten(plan).every() == []


@pytest.mark.usefixtures("terminal")
def test_wat_niet_te_bewaren_is_komt_op_het_scherm(run_command, plan, speel, monkeypatch, tmp_path):
    (tmp_path / "dicht").write_text("", "utf-8")
    monkeypatch.setenv("UITVOERINGSPLAN_CONCEPTEN", str(tmp_path / "dicht"))
    clash(plan)
    shown = []
    speel(Gestopt("Half getypt"), keuzes=["zelf"]).show = shown.append
    assert run_command("inlezen", "dorp.docx").code == 130
    assert shown[-1].endswith("Dit typte je:\nHalf getypt")
