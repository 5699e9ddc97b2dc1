"""`inlezen` at the command line: what it says, asks and writes."""

from __future__ import annotations

import json
import re
import shutil
import subprocess

import pytest

from edited_docx import LIJST, change, edited, make, met, type_over, without_digest
from uitvoeringsplan.commands import user
from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks import read_back as taak


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


def test_overnemen_noemt_elke_vraag(run_command, plan):
    edited(plan, plan.with_name("dorp.docx"), lokale_ambitie="Uit Word.", borgen_budget="")
    outcome = run_command("inlezen", "dorp.docx")
    assert outcome.code == 0, outcome.error
    assert "Overgenomen uit Word (2):\n  - Lokale ambitie (lokale-ambitie)\n" in outcome.result
    assert "    {+Uit Word.+}\n    en nog 4 zinnen\n" in outcome.result
    assert "- Beschikbaar budget (borgen-budget): leeggemaakt, net als in Word" in outcome.result
    assert outcome.result.endswith("dorp.plan.yaml: 2 antwoorden bijgewerkt.\n")
    assert ambitie(plan) == "Uit Word."
    assert "niets nieuws" in run_command("inlezen", "dorp.docx").result


def test_proef_bewaart_niets(run_command, plan):
    edited(plan, plan.with_name("dorp.docx"), lokale_ambitie="Uit Word.")
    before = plan.read_bytes()
    outcome = run_command("inlezen", "dorp.docx", "--proef")
    assert outcome.code == 0
    assert "Wordt overgenomen uit Word (1):\n  - Lokale ambitie (lokale-ambitie)" in outcome.result
    assert (
        "wordt dit in dorp.plan.yaml: 1 antwoord bijgewerkt. Er is niets bewaard." in outcome.result
    )
    assert plan.read_bytes() == before


def test_een_botsing_zonder_terminal_schrijft_niets(run_command, plan):
    clash(plan)
    before = plan.read_bytes()
    outcome = run_command("inlezen", "dorp.docx")
    assert outcome.code == 1
    assert "In het plan staat:\n  Uit het plan." in outcome.result
    assert "In Word staat:\n  Uit Word." in outcome.result
    assert "Van dit bestand is nog niets overgenomen." in outcome.error
    assert outcome.error.endswith("\nuitvoeringsplan inlezen dorp.docx dorp.plan.yaml\n")
    assert plan.read_bytes() == before


def test_wat_op_een_keuze_wacht_is_nog_niet_overgenomen(run_command, plan):
    edited(plan, plan.with_name("dorp.docx"), lokale_ambitie="Uit Word.", borgen_budget="")
    met(plan, lokale_ambitie="Uit het plan.")
    said = run_command("inlezen", "dorp.docx").result
    assert "Wordt overgenomen uit Word (1):\n  - Beschikbaar budget (borgen-budget): leeg" in said
    assert "Zelf te kiezen (1):\n  - Lokale ambitie (lokale-ambitie): allebei veranderd\n" in said


@pytest.mark.git
@pytest.mark.parametrize(
    ("options", "ook", "kop"),
    [
        ([], {}, "Zo staat het er nu:"),
        (["--proef"], {}, "Zo komt het er te staan:"),
        # Another answer of the file clashes, and there is nobody to ask.
        ([], {"borgen_budget": "Geld uit het plan."}, "Zo komt het er te staan:"),
    ],
)
def test_wat_het_programma_zelf_samenvoegt_laat_het_zien(run_command, plan, options, ook, kop):
    met(plan, lokale_ambitie="De wijk is rustig. De buurt is veilig.", borgen_budget="Geld.")
    for command in (["init", "-q"], ["add", plan.name], ["commit", "-qm", "begin"]):
        subprocess.run(
            ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *command],
            cwd=plan.parent,
            check=True,
        )
    edited(
        plan,
        plan.with_name("dorp.docx"),
        lokale_ambitie="De wijk is rustig. De buurt is gezellig.",
        **dict.fromkeys(ook, "Geld uit Word."),
    )
    met(plan, lokale_ambitie="Elke wijk is rustig. De buurt is veilig.", **ook)
    result = run_command("inlezen", "dorp.docx", *options).result
    assert f"    {kop}\n      Elke wijk is rustig. De buurt is gezellig.\n" in result
    assert "amengevoegd" in result


def test_wat_niet_te_bewaren_is_is_niet_overgenomen(run_command, plan, monkeypatch):
    edited(plan, plan.with_name("dorp.docx"), lokale_ambitie="Uit Word.")

    def full(_old, new):
        raise BestandError(new.path, "de schijf is vol.")

    monkeypatch.setattr(taak, "save_plan", full)
    outcome = run_command("inlezen", "dorp.docx")
    assert outcome.code == 1
    assert "overgenomen" not in outcome.result
    assert "de schijf is vol" in outcome.error


@pytest.mark.usefixtures("terminal")
def test_een_keuze_staat_na_het_bewaren_in_het_verslag(run_command, plan, speel):
    edited(plan, plan.with_name("dorp.docx"), lokale_ambitie="Uit Word.", borgen_budget="Geld.")
    met(plan, lokale_ambitie="Uit het plan.")
    shown = []
    speel(keuzes=["plan"]).show = shown.append
    result = run_command("inlezen", "dorp.docx").result
    assert "Bij 1 antwoord moet je zelf kiezen" in shown[0]
    assert result.endswith(
        "Door jou gekozen (1):\n"
        "  - Lokale ambitie (lokale-ambitie): de tekst van het plan\n"
        "Niet alles staat hier heel; met --alles erbij wel, een volgende keer.\n"
        "dorp.plan.yaml: 1 antwoord bijgewerkt.\n"
    )


def test_meer_bestanden_na_elkaar(run_command, plan):
    """Two colleagues had the same document; each changed another answer."""
    edited(plan, plan.with_name("an.docx"), lokale_ambitie="Van An.")
    edited(plan, plan.with_name("bo.docx"), borgen_budget="Van Bo.")
    outcome = run_command("inlezen", "an.docx", "bo.docx")
    assert outcome.code == 0, outcome.error
    antwoorden = load_plan(plan, LIJST).plan.antwoorden
    assert (antwoorden["lokale-ambitie"], antwoorden["borgen-budget"]) == ("Van An.", "Van Bo.")


def test_het_plan_met_dezelfde_naam_gaat_voor(run_command, plan):
    other = plan.with_name("ander.plan.yaml")
    shutil.copy(plan, other)
    edited(plan, plan.with_name("dorp.docx"), lokale_ambitie="Uit Word.")
    assert run_command("inlezen", "dorp.docx").code == 0
    assert ambitie(plan) == "Uit Word." != ambitie(other)
    shutil.copy(plan.with_name("dorp.docx"), plan.with_name("los.docx"))
    assert "staan meer plannen" in run_command("inlezen", "los.docx").error
    edited(plan, plan.with_name("los.docx"), borgen_budget="Geld.")
    assert run_command("inlezen", "los.docx", "ander.plan.yaml").code == 0
    assert load_plan(other, LIJST).plan.antwoorden["borgen-budget"] == "Geld."


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["dorp.plan.yaml"], 2, "Geef ook het Word-bestand"),
        (["a.docx", "dorp.plan.yaml", "b.plan.yaml"], 2, "Geef één plan."),
        (["weg.docx"], 1, "weg.docx: dit Word-bestand bestaat niet."),
    ],
)
def test_wat_niet_kan(run_command, arguments, code, words):
    outcome = run_command("inlezen", *arguments)
    assert outcome.code == code
    assert words in outcome.error


def test_wat_niet_past_is_genoemd_met_zijn_woorden_en_de_rest_is_bewaard(run_command, plan):
    word = edited(plan, plan.with_name("dorp.docx"), lokale_ambitie="Uit Word.")
    type_over(word, ("8 maart 2027", "voorjaar 2027"))
    outcome = run_command("inlezen", "dorp.docx")
    assert outcome.code == 1
    assert "Past niet in het plan, dat daar houdt wat er stond (1):" in outcome.error
    assert "kolom “Start”\n    In Word staat: voorjaar 2027\n" in outcome.error
    assert ambitie(plan) == "Uit Word."
    once_more = run_command("inlezen", "dorp.docx")
    assert once_more.code == 1
    assert "niets nieuws" not in once_more.result
    assert "dorp.plan.yaml blijft zoals het was." in once_more.result


def test_vaste_tekst_die_veranderde_wordt_genoemd(run_command, plan):
    word = make(plan, plan.with_name("dorp.docx"))
    assert "Er is niets nieuws" in run_command("inlezen", "dorp.docx").result
    change(word, lambda part: part.replace(b"heeft de regie", b"heeft niet de regie"))
    outcome = run_command("inlezen", "dorp.docx")
    assert outcome.code == 0
    assert "niets nieuws" not in outcome.result
    assert "Geen antwoord verandert in dorp.plan.yaml" in outcome.result
    said = " ".join(outcome.error.split())
    assert "Bij “Doelstellingen” is de vaste tekst veranderd. Er staat nu: “De gemeente" in said
    assert "Buiten de antwoorden; dit kan niet mee naar het plan (1):" in said
    assert "Met --als-punten" in said
    compared = run_command("vergelijk", plan.name, "dorp.docx")
    assert "Er is geen verschil" not in compared.result
    assert "heeft niet de regie" in " ".join(compared.error.split())


def test_van_een_oudere_versie_is_de_vaste_tekst_niet_te_zien(run_command, plan):
    without_digest(make(plan, plan.with_name("dorp.docx")))
    outcome = run_command("inlezen", "dorp.docx")
    assert "niets nieuws" not in outcome.result
    assert "is niet te zien" in " ".join(outcome.error.split())


def start_delft(plan):
    """Return the document of another municipality, with an answer of its own."""
    was = plan.read_bytes()
    plan.write_bytes(was.replace(b": Oudermeer", b": Delft"))
    word = edited(plan, plan.with_name("delft.docx"), lokale_ambitie="Van Delft.")
    plan.write_bytes(was)
    return word


@pytest.mark.parametrize("extra", [(), ("--proef",)])
def test_een_bestand_van_een_andere_gemeente_wordt_niet_overgenomen(run_command, plan, extra):
    start_delft(plan)
    before = plan.read_bytes()
    outcome = run_command("inlezen", "delft.docx", plan.name, *extra)
    assert outcome.code == 1
    assert plan.read_bytes() == before
    said = " ".join(outcome.error.split())
    assert "delft.docx lijkt niet bij dorp.plan.yaml te horen" in said
    assert "Gemeente: in het plan staat “Oudermeer”, in Word “Delft”." in said
    assert "--toch" in said
    assert "Van Delft." not in outcome.result
    compared = run_command("vergelijk", plan.name, "delft.docx")
    assert "lijkt niet bij" in compared.error


def test_toch_neemt_het_over(run_command, plan):
    start_delft(plan)
    outcome = run_command("inlezen", "delft.docx", plan.name, "--toch", "--proef")
    assert "Lokale ambitie (lokale-ambitie)" in outcome.result


def test_de_opdracht_om_te_kiezen_doet_hetzelfde_als_deze_keer(run_command, plan):
    start_delft(plan)
    met(plan, lokale_ambitie="Uit het plan.")
    outcome = run_command("inlezen", "delft.docx", plan.name, "--toch", "--zonder-wijzigingen")
    assert outcome.error.endswith(
        "\nuitvoeringsplan inlezen delft.docx dorp.plan.yaml --toch --zonder-wijzigingen\n"
    )


@pytest.mark.parametrize("ja", [True, False])
@pytest.mark.usefixtures("terminal")
def test_in_een_terminal_wordt_het_gevraagd(run_command, plan, speel, ja):
    start_delft(plan)
    before = plan.read_bytes()
    player = speel(keuzes=["ja" if ja else "nee"])
    outcome = run_command("inlezen", "delft.docx", plan.name)
    # The first is what Enter takes.
    assert player.asked_keuze == [("Wil je het toch overnemen?", "nee", "ja")]
    assert outcome.code == (0 if ja else 1)
    assert (plan.read_bytes() == before) is not ja
    if ja:
        assert ambitie(plan) == "Van Delft."


def test_een_andere_naam_die_iemand_in_word_typte_is_geen_ander_plan(run_command, plan):
    make(plan, plan.with_name("dorp.docx"))
    was = plan.read_bytes()
    plan.write_bytes(was.replace(b": Oudermeer", b": Bovenmeer"))
    new = make(plan, plan.with_name("nieuw.docx"))
    plan.write_bytes(was)
    edited(plan, plan.with_name("dorp.docx"), gemeente="Bovenmeer")
    outcome = run_command("inlezen", "dorp.docx", "--proef")
    assert outcome.code == 0, outcome.error
    assert "Gemeente (gemeente)\n    [-Oudermeer-]{+Bovenmeer+}\n" in outcome.result
    # And one that both sides now have is none either.
    plan.write_bytes(was.replace(b": Oudermeer", b": Bovenmeer"))
    assert run_command("inlezen", new.name, plan.name).code == 0


def test_een_periode_die_het_plan_sindsdien_veranderde_is_een_vraag(run_command, plan):
    make(plan, plan.with_name("dorp.docx"))
    was = load_plan(plan, LIJST).plan.gegevens["periode-tot"]
    met(plan, periode_tot=str(int(was) + 1))
    outcome = run_command("inlezen", "dorp.docx")
    assert outcome.code == 1
    assert f"in Word “{was}”" in " ".join(outcome.error.split())


def test_wat_bij_overschrijven_ernaast_bleef_hoort_bij_zijn_plan(run_command, plan):
    edited(plan, plan.with_name("dorp.docx"), lokale_ambitie="Uit Word.")
    outcome = run_command("genereer", plan.name, "--overschrijf")
    assert outcome.code == 0
    assert "is bewaard als dorp-vorige.docx" in outcome.error
    plan.with_name("ander.plan.yaml").write_bytes(plan.read_bytes())
    assert run_command("inlezen", "dorp-vorige.docx").code == 0
    assert ambitie(plan) == "Uit Word."


def test_het_verslag_past_op_een_scherm(run_command, plan, monkeypatch):
    """With a screen it is folded; a pipe, and --alles, get everything."""
    word = make(plan, plan.with_name("dorp.docx"))
    change(word, lambda d: re.sub(rb"([a-z]{3})\.</w:t>", rb"\1, zeg ik.</w:t>", d))
    monkeypatch.setenv("LINES", "24")
    monkeypatch.setattr(user, "has_screen", lambda: True)
    folded = run_command("inlezen", "dorp.docx", "--proef")
    assert (folded.result + folded.error).count("\n") <= 22
    assert "Met --alles zie je alles heel." in folded.result
    heel = run_command("inlezen", "dorp.docx", "--proef", "--alles")
    assert "en nog" not in heel.result + heel.error
    titles = [line for line in folded.error.split("\n") if line.endswith("):")]
    assert titles
    assert all(title in heel.error for title in titles)  # with the same counts


def test_json_zegt_hetzelfde_en_bewaart_hetzelfde(run_command, plan):
    word = edited(plan, plan.with_name("dorp.docx"), lokale_ambitie="Uit Word.")
    type_over(word, ("heeft de regie", "heeft niet de regie"))
    trial = run_command("inlezen", "dorp.docx", "--proef", "--json")
    assert ambitie(plan) != "Uit Word."
    (file,) = json.loads(trial.result)["bestanden"]
    assert (file["overgenomen"], file["bewaard"], file["punten_bewaard"]) == (True, False, [])
    assert len(file["punten_te_bewaren"]) == 1
    outcome = run_command("inlezen", "dorp.docx", "--json", "--als-punten")
    assert (trial.code, outcome.code, outcome.error) == (0, 0, "")
    (file,) = json.loads(outcome.result)["bestanden"]
    assert (file["bewaard"], len(file["punten_bewaard"])) == (True, 1)
    assert ambitie(plan) == "Uit Word."
    assert len(load_plan(plan, LIJST).punten) == 1


def test_json_vraagt_niets(run_command, plan, speel):
    clash(plan)
    before = plan.read_bytes()
    speel(keuzes=[])
    outcome = run_command("inlezen", "dorp.docx", "--json")
    assert outcome.code == 1
    (file,) = json.loads(outcome.result)["bestanden"]
    assert not file["overgenomen"]
    start_delft(plan)
    assert run_command("inlezen", "delft.docx", plan.name, "--json").code == 1
    assert plan.read_bytes() == before
