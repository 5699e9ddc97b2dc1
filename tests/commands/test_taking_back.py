"""`inlezen` at the command line: what it says, asks and writes."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from edited_docx import LIJST, bewerkt, maak, met, typ_over, verander, zonder_afdruk
from uitvoeringsplan.commands import taking_back, user
from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.model.beurt import Beantwoord, Gestopt, Spring, Terug
from uitvoeringsplan.model.vraag import Controle
from uitvoeringsplan.plan.drafts import Concepten
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks import read_back as taak
from uitvoeringsplan.tasks.read_back import settle


@pytest.fixture
def terminal(monkeypatch):
    monkeypatch.setattr(user, "is_terminal", lambda: True)


def ambitie(plan):
    return load_plan(plan, LIJST).plan.antwoorden["lokale-ambitie"]


def botsing(plan):
    """Return a document that clashes with the plan, which has its own new text."""
    word = bewerkt(plan, plan.with_name("dorp.docx"), lokale_ambitie="Uit Word.")
    met(plan, lokale_ambitie="Uit het plan.")
    return word


def test_overnemen_noemt_elke_vraag(draai, plan):
    bewerkt(plan, plan.with_name("dorp.docx"), lokale_ambitie="Uit Word.", borgen_budget="")
    gedraaid = draai("inlezen", "dorp.docx")
    assert gedraaid.code == 0, gedraaid.fout
    assert "- Lokale ambitie (lokale-ambitie): overgenomen uit Word" in gedraaid.uit
    assert "- Beschikbaar budget (borgen-budget): leeggemaakt, net als in Word" in gedraaid.uit
    assert gedraaid.uit.endswith("dorp.plan.yaml: 2 antwoorden bijgewerkt.\n")
    assert ambitie(plan) == "Uit Word."
    assert "niets nieuws" in draai("inlezen", "dorp.docx").uit


def test_proef_bewaart_niets(draai, plan):
    bewerkt(plan, plan.with_name("dorp.docx"), lokale_ambitie="Uit Word.")
    voor = plan.read_bytes()
    gedraaid = draai("inlezen", "dorp.docx", "--proef")
    assert gedraaid.code == 0
    assert "(lokale-ambitie): wordt overgenomen uit Word" in gedraaid.uit
    assert (
        "wordt dit in dorp.plan.yaml: 1 antwoord bijgewerkt. Er is niets bewaard." in gedraaid.uit
    )
    assert plan.read_bytes() == voor


def test_een_botsing_zonder_terminal_schrijft_niets(draai, plan):
    botsing(plan)
    voor = plan.read_bytes()
    gedraaid = draai("inlezen", "dorp.docx")
    assert gedraaid.code == 1
    assert "In het plan staat:\n  Uit het plan." in gedraaid.uit
    assert "In Word staat:\n  Uit Word." in gedraaid.uit
    assert "Van dit bestand is nog niets overgenomen." in gedraaid.fout
    assert gedraaid.fout.endswith("\nuitvoeringsplan inlezen dorp.docx dorp.plan.yaml\n")
    assert plan.read_bytes() == voor


def test_wat_op_een_keuze_wacht_is_nog_niet_overgenomen(draai, plan):
    bewerkt(plan, plan.with_name("dorp.docx"), lokale_ambitie="Uit Word.", borgen_budget="")
    met(plan, lokale_ambitie="Uit het plan.")
    gezegd = draai("inlezen", "dorp.docx").uit
    assert "(borgen-budget): wordt leeggemaakt, net als in Word" in gezegd
    assert "(lokale-ambitie): botsing:" in gezegd


@pytest.mark.git
@pytest.mark.parametrize(
    ("opties", "ook", "kop"),
    [
        ([], {}, "Zo staat het er nu:"),
        (["--proef"], {}, "Zo komt het er te staan:"),
        # Another answer of the file clashes, and there is nobody to ask.
        ([], {"borgen_budget": "Geld uit het plan."}, "Zo komt het er te staan:"),
    ],
)
def test_wat_het_programma_zelf_samenvoegt_laat_het_zien(draai, plan, opties, ook, kop):
    met(plan, lokale_ambitie="De wijk is rustig. De buurt is veilig.", borgen_budget="Geld.")
    for opdracht in (["init", "-q"], ["add", plan.name], ["commit", "-qm", "begin"]):
        subprocess.run(
            ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *opdracht],
            cwd=plan.parent,
            check=True,
        )
    bewerkt(
        plan,
        plan.with_name("dorp.docx"),
        lokale_ambitie="De wijk is rustig. De buurt is gezellig.",
        **dict.fromkeys(ook, "Geld uit Word."),
    )
    met(plan, lokale_ambitie="Elke wijk is rustig. De buurt is veilig.", **ook)
    uit = draai("inlezen", "dorp.docx", *opties).uit
    assert f"    {kop}\n      Elke wijk is rustig. De buurt is gezellig.\n" in uit
    assert "samengevoegd: Word en het plan veranderden andere zinnen" in " ".join(uit.split())


def test_wat_niet_te_bewaren_is_is_niet_overgenomen(draai, plan, monkeypatch):
    bewerkt(plan, plan.with_name("dorp.docx"), lokale_ambitie="Uit Word.")

    def vol(_oud, nieuw):
        raise BestandError(nieuw.pad, "de schijf is vol.")

    monkeypatch.setattr(taak, "save_plan", vol)
    gedraaid = draai("inlezen", "dorp.docx")
    assert gedraaid.code == 1
    assert "overgenomen" not in gedraaid.uit
    assert "de schijf is vol" in gedraaid.fout


@pytest.mark.usefixtures("terminal")
def test_een_keuze_staat_na_het_bewaren_in_het_verslag(draai, plan, speel):
    bewerkt(plan, plan.with_name("dorp.docx"), lokale_ambitie="Uit Word.", borgen_budget="Geld.")
    met(plan, lokale_ambitie="Uit het plan.")
    getoond = []
    speel(keuzes=["plan"]).show = getoond.append
    uit = draai("inlezen", "dorp.docx").uit
    assert "Bij 1 antwoord moet je zelf kiezen" in getoond[0]
    assert uit.endswith(
        "  - Lokale ambitie (lokale-ambitie): gekozen: de tekst van het plan\n"
        "  - Beschikbaar budget (borgen-budget): overgenomen uit Word\n"
        "dorp.plan.yaml: 1 antwoord bijgewerkt.\n"
    )


@pytest.mark.usefixtures("terminal")
def test_lange_teksten_eerst_lezen_en_dan_kiezen(draai, plan, speel):
    lang = "\n\n".join(f"Alinea {n} blijft zoals hij is." for n in range(9))
    bewerkt(plan, plan.with_name("dorp.docx"), lokale_ambitie=f"{lang}\n\nUit Word.")
    met(plan, lokale_ambitie=f"{lang}\n\nUit het plan.")
    getoond = []
    speel(keuzes=["heel", "beide"]).show = getoond.append
    assert draai("inlezen", "dorp.docx").code == 0
    kort, heel = getoond[1:]
    assert "Alinea 3" not in kort
    assert heel.count("Alinea 3") == 2
    assert ambitie(plan) == f"{lang}\n\nUit het plan.\n\nUit Word."


@pytest.mark.usefixtures("terminal")
def test_wie_bewerkt_kan_terug_naar_de_keuze_en_raakt_niets_kwijt(draai, plan, speel):
    """There is no other question to jump to, so then the text just stays as it is."""
    botsing(plan)
    zetten = [Spring("half", "borgen-budget"), Terug("half en"), Beantwoord("Half en heel.")]
    speler = speel(*zetten, keuzes=["zelf", "zelf"])
    speler.show = lambda _: None
    begonnen = []
    stel = speler.ask
    speler.ask = lambda beurt: (begonnen.append(beurt.tekst), stel(beurt))[1]
    assert draai("inlezen", "dorp.docx").code == 0
    assert begonnen == ["Uit het plan.\n\nUit Word.", "half", "half en"]
    assert ambitie(plan) == "Half en heel."


@pytest.mark.usefixtures("terminal")
def test_beide_teksten_die_samen_te_lang_zijn_wil_iemand_inkorten(draai, plan, speel, monkeypatch):
    botsing(plan)
    vraag = LIJST.vraag("lokale-ambitie")
    grens = vraag._replace(controle=Controle(max=20, melding="Hooguit 20 tekens."))
    monkeypatch.setattr(taking_back, "settle", lambda inlezing, kies: settle(
        inlezing._replace(driewegen=tuple(
            weg._replace(vraag=grens) if weg.vraag.id == vraag.id else weg
            for weg in inlezing.driewegen
        )), kies,
    ))  # fmt: skip
    speler = speel(
        Beantwoord("Samen veel te lang, dus niet."), Beantwoord("Kort."), keuzes=["beide"]
    )
    speler.show = lambda _: None
    meldingen = []
    stel = speler.ask
    speler.ask = lambda beurt: (meldingen.append(beurt.melding), stel(beurt))[1]
    assert draai("inlezen", "dorp.docx").code == 0
    assert meldingen == ["Hooguit 20 tekens."] * 2
    assert ambitie(plan) == "Kort."


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    ("keuze", "tekst"),
    [
        ("plan", "Uit het plan."),
        ("word", "Uit Word."),
        ("beide", "Uit het plan.\n\nUit Word."),
        ("zelf", "Van allebei iets."),
    ],
)
def test_bij_een_botsing_kiest_de_gebruiker(draai, plan, speel, keuze, tekst):
    botsing(plan)
    speler = speel(Beantwoord("Van allebei iets."), keuzes=[keuze])
    speler.show = lambda _: None
    assert draai("inlezen", "dorp.docx").code == 0
    assert ambitie(plan) == tekst


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(("zetten", "keuzes"), [([], [None]), ([Gestopt("half")], ["zelf"])])
def test_stoppen_bij_een_botsing_laat_alles_zoals_het_was(draai, plan, speel, zetten, keuzes):
    botsing(plan)
    voor = plan.read_bytes()
    speler = speel(*zetten, keuzes=keuzes)
    speler.show = lambda _: None
    gedraaid = draai("inlezen", "dorp.docx")
    assert gedraaid.code == 130
    assert "niets overgenomen" in gedraaid.fout
    assert plan.read_bytes() == voor


@pytest.mark.usefixtures("terminal")
def test_wat_iemand_bij_een_botsing_typt_blijft_bewaard(draai, plan, speel, monkeypatch, tmp_path):
    monkeypatch.setenv("UITVOERINGSPLAN_CONCEPTEN", str(tmp_path / "concepten"))
    botsing(plan)
    getoond = []
    speel(Gestopt("Half getypt"), keuzes=["zelf"]).show = getoond.append
    assert draai("inlezen", "dorp.docx").code == 130
    assert getoond[-1] == "Je tekst is nog geen antwoord; die blijft bewaard als concept."
    assert Concepten(plan).lees("lokale-ambitie").tekst == "Half getypt"
    # A choice after typing says nothing about a draft of an earlier time, which nobody was shown.
    speel(Terug("Weer half"), keuzes=["zelf", "plan"]).show = getoond.append
    assert draai("inlezen", "dorp.docx").code == 0
    assert [concept.tekst for concept in Concepten(plan).alle()] == ["Half getypt"]


@pytest.mark.usefixtures("terminal")
def test_na_een_keuze_is_er_niets_onafs_meer(draai, plan, speel, monkeypatch, tmp_path):
    monkeypatch.setenv("UITVOERINGSPLAN_CONCEPTEN", str(tmp_path / "concepten"))
    botsing(plan)
    speler = speel(Terug("Weer half"), keuzes=["zelf", "plan"])
    echt = speler.ask

    def typ(beurt):
        beurt.concept("Weer half")
        assert Concepten(plan).lees("lokale-ambitie").tekst == "Weer half"
        return echt(beurt)

    monkeypatch.setattr(speler, "ask", typ)
    assert draai("inlezen", "dorp.docx").code == 0
    assert Concepten(plan).alle() == []


@pytest.mark.usefixtures("terminal")
def test_wat_niet_te_bewaren_is_komt_op_het_scherm(draai, plan, speel, monkeypatch, tmp_path):
    (tmp_path / "dicht").write_text("", "utf-8")
    monkeypatch.setenv("UITVOERINGSPLAN_CONCEPTEN", str(tmp_path / "dicht"))
    botsing(plan)
    getoond = []
    speel(Gestopt("Half getypt"), keuzes=["zelf"]).show = getoond.append
    assert draai("inlezen", "dorp.docx").code == 130
    assert getoond[-1].endswith("Dit typte je:\nHalf getypt")


def test_meer_bestanden_na_elkaar(draai, plan):
    """Two colleagues had the same document; each changed another answer."""
    bewerkt(plan, plan.with_name("an.docx"), lokale_ambitie="Van An.")
    bewerkt(plan, plan.with_name("bo.docx"), borgen_budget="Van Bo.")
    gedraaid = draai("inlezen", "an.docx", "bo.docx")
    assert gedraaid.code == 0, gedraaid.fout
    antwoorden = load_plan(plan, LIJST).plan.antwoorden
    assert (antwoorden["lokale-ambitie"], antwoorden["borgen-budget"]) == ("Van An.", "Van Bo.")


def test_het_plan_met_dezelfde_naam_gaat_voor(draai, plan):
    ander = plan.with_name("ander.plan.yaml")
    shutil.copy(plan, ander)
    bewerkt(plan, plan.with_name("dorp.docx"), lokale_ambitie="Uit Word.")
    assert draai("inlezen", "dorp.docx").code == 0
    assert ambitie(plan) == "Uit Word." != ambitie(ander)
    shutil.copy(plan.with_name("dorp.docx"), plan.with_name("los.docx"))
    assert "staan meer plannen" in draai("inlezen", "los.docx").fout
    bewerkt(plan, plan.with_name("los.docx"), borgen_budget="Geld.")
    assert draai("inlezen", "los.docx", "ander.plan.yaml").code == 0
    assert load_plan(ander, LIJST).plan.antwoorden["borgen-budget"] == "Geld."


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(
    ("argumenten", "code", "woorden"),
    [
        (["dorp.plan.yaml"], 2, "Geef ook het Word-bestand"),
        (["a.docx", "dorp.plan.yaml", "b.plan.yaml"], 2, "Geef één plan."),
        (["weg.docx"], 1, "weg.docx: dit Word-bestand bestaat niet."),
    ],
)
def test_wat_niet_kan(draai, argumenten, code, woorden):
    gedraaid = draai("inlezen", *argumenten)
    assert gedraaid.code == code
    assert woorden in gedraaid.fout


def test_wat_niet_past_is_genoemd_met_zijn_woorden_en_de_rest_is_bewaard(draai, plan):
    word = bewerkt(plan, plan.with_name("dorp.docx"), lokale_ambitie="Uit Word.")
    typ_over(word, ("8 maart 2027", "voorjaar 2027"))
    gedraaid = draai("inlezen", "dorp.docx")
    assert gedraaid.code == 1
    assert "kolom “Start”:\n    botsing: dit past niet in het plan\n" in gedraaid.uit
    assert "    In Word staat: voorjaar 2027\n" in gedraaid.uit
    assert "1 stuk uit Word staat niet in het plan" in gedraaid.fout
    assert ambitie(plan) == "Uit Word."
    nogmaals = draai("inlezen", "dorp.docx")
    assert nogmaals.code == 1
    assert "niets nieuws" not in nogmaals.uit
    assert "dorp.plan.yaml blijft zoals het was." in nogmaals.uit


def test_vaste_tekst_die_veranderde_wordt_genoemd(draai, plan):
    word = maak(plan, plan.with_name("dorp.docx"))
    assert "Er is niets nieuws" in draai("inlezen", "dorp.docx").uit
    verander(word, lambda deel: deel.replace(b"heeft de regie", b"heeft niet de regie"))
    gedraaid = draai("inlezen", "dorp.docx")
    assert gedraaid.code == 0
    assert "niets nieuws" not in gedraaid.uit
    assert "Geen antwoord verandert in dorp.plan.yaml" in gedraaid.uit
    gezegd = " ".join(gedraaid.fout.split())
    assert "Bij “Doelstellingen” is de vaste tekst veranderd. Er staat nu: “De gemeente" in gezegd
    assert "kan niet mee naar het plan" in gezegd
    vergeleken = draai("vergelijk", plan.name, "dorp.docx")
    assert "Er is geen verschil" not in vergeleken.uit
    assert "heeft niet de regie" in " ".join(vergeleken.fout.split())


def test_van_een_oudere_versie_is_de_vaste_tekst_niet_te_zien(draai, plan):
    zonder_afdruk(maak(plan, plan.with_name("dorp.docx")))
    gedraaid = draai("inlezen", "dorp.docx")
    assert "niets nieuws" not in gedraaid.uit
    assert "is niet te zien" in " ".join(gedraaid.fout.split())


def van_delft(plan):
    """Return the document of another municipality, with an answer of its own."""
    was = plan.read_bytes()
    plan.write_bytes(was.replace(b": Oudermeer", b": Delft"))
    word = bewerkt(plan, plan.with_name("delft.docx"), lokale_ambitie="Van Delft.")
    plan.write_bytes(was)
    return word


@pytest.mark.parametrize("extra", [(), ("--proef",)])
def test_een_bestand_van_een_andere_gemeente_wordt_niet_overgenomen(draai, plan, extra):
    van_delft(plan)
    voor = plan.read_bytes()
    gedraaid = draai("inlezen", "delft.docx", plan.name, *extra)
    assert gedraaid.code == 1
    assert plan.read_bytes() == voor
    gezegd = " ".join(gedraaid.fout.split())
    assert "delft.docx lijkt niet bij dorp.plan.yaml te horen" in gezegd
    assert "Gemeente: in het plan staat “Oudermeer”, in Word “Delft”." in gezegd
    assert "--toch" in gezegd
    assert "Van Delft." not in gedraaid.uit
    vergeleken = draai("vergelijk", plan.name, "delft.docx")
    assert "lijkt niet bij" in vergeleken.fout


def test_toch_neemt_het_over(draai, plan):
    van_delft(plan)
    gedraaid = draai("inlezen", "delft.docx", plan.name, "--toch", "--proef")
    assert "Lokale ambitie (lokale-ambitie)" in gedraaid.uit


def test_de_opdracht_om_te_kiezen_doet_hetzelfde_als_deze_keer(draai, plan):
    van_delft(plan)
    met(plan, lokale_ambitie="Uit het plan.")
    gedraaid = draai("inlezen", "delft.docx", plan.name, "--toch", "--zonder-wijzigingen")
    assert gedraaid.fout.endswith(
        "\nuitvoeringsplan inlezen delft.docx dorp.plan.yaml --toch --zonder-wijzigingen\n"
    )


@pytest.mark.parametrize("ja", [True, False])
@pytest.mark.usefixtures("terminal")
def test_in_een_terminal_wordt_het_gevraagd(draai, plan, speel, ja):
    van_delft(plan)
    voor = plan.read_bytes()
    speler = speel(keuzes=["ja" if ja else "nee"])
    gedraaid = draai("inlezen", "delft.docx", plan.name)
    # The first is what Enter takes.
    assert speler.gevraagd_keuze == [("Wil je het toch overnemen?", "nee", "ja")]
    assert gedraaid.code == (0 if ja else 1)
    assert (plan.read_bytes() == voor) is not ja
    if ja:
        assert ambitie(plan) == "Van Delft."


def test_een_andere_naam_die_iemand_in_word_typte_is_geen_ander_plan(draai, plan):
    maak(plan, plan.with_name("dorp.docx"))
    was = plan.read_bytes()
    plan.write_bytes(was.replace(b": Oudermeer", b": Bovenmeer"))
    nieuw = maak(plan, plan.with_name("nieuw.docx"))
    plan.write_bytes(was)
    bewerkt(plan, plan.with_name("dorp.docx"), gemeente="Bovenmeer")
    gedraaid = draai("inlezen", "dorp.docx", "--proef")
    assert gedraaid.code == 0, gedraaid.fout
    assert "Gemeente (gemeente): wordt overgenomen" in gedraaid.uit
    # And one that both sides now have is none either.
    plan.write_bytes(was.replace(b": Oudermeer", b": Bovenmeer"))
    assert draai("inlezen", nieuw.name, plan.name).code == 0


def test_een_periode_die_het_plan_sindsdien_veranderde_is_een_vraag(draai, plan):
    maak(plan, plan.with_name("dorp.docx"))
    was = load_plan(plan, LIJST).plan.gegevens["periode-tot"]
    met(plan, periode_tot=str(int(was) + 1))
    gedraaid = draai("inlezen", "dorp.docx")
    assert gedraaid.code == 1
    assert f"in Word “{was}”" in " ".join(gedraaid.fout.split())


def test_wat_bij_overschrijven_ernaast_bleef_hoort_bij_zijn_plan(draai, plan):
    bewerkt(plan, plan.with_name("dorp.docx"), lokale_ambitie="Uit Word.")
    gedraaid = draai("genereer", plan.name, "--overschrijf")
    assert gedraaid.code == 0
    assert "is bewaard als dorp-vorige.docx" in gedraaid.fout
    plan.with_name("ander.plan.yaml").write_bytes(plan.read_bytes())
    assert draai("inlezen", "dorp-vorige.docx").code == 0
    assert ambitie(plan) == "Uit Word."
