"""Every command once around: what a user types, sees, and finds on disk."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
import typer

from uitvoeringsplan import __version__
from uitvoeringsplan.model.beurt import Beantwoord, Gestopt
from uitvoeringsplan.opdrachten import gesprek
from uitvoeringsplan.terminal.eenvoudig import EenvoudigeVragensteller
from uitvoeringsplan.terminal.vragensteller import TerminalVragensteller

OPDRACHTEN = ("nieuw", "verder", "antwoord", "genereer", "status", "voorbeeld")


class Script:
    """The user: what is answered to each question, chosen from each list, and agreed to."""

    def __init__(self, *zetten, keuzes=(), ja=()) -> None:
        self.zetten = list(zetten)
        self.keuzes = list(keuzes)
        self.ja = list(ja)
        self.gevraagd: list[str] = []
        self.gevraagd_ja: list[str] = []
        self.eenvoudig: bool | None = None

    def stel(self, beurt):
        self.gevraagd.append(beurt.stap.vraag.id)
        return self.zetten.pop(0)

    def kies_uit(self, _vraag, _keuzes):
        return self.keuzes.pop(0)

    def ja_nee(self, vraag):
        self.gevraagd_ja.append(vraag)
        return self.ja.pop(0)

    def overzicht(self, voortgang):
        assert voortgang.totaal == 20


@pytest.fixture
def speel(monkeypatch):
    """Put a script in the place of the user at a terminal."""

    def zet_klaar(*zetten, **wat) -> Script:
        speler = Script(*zetten, **wat)

        def vragensteller(*, eenvoudig: bool) -> Script:
            speler.eenvoudig = eenvoudig
            return speler

        monkeypatch.setattr(gesprek, "is_terminal", lambda: True)
        monkeypatch.setattr(gesprek, "vereis_terminal", lambda _: None)
        monkeypatch.setattr(gesprek, "_vragensteller", vragensteller)
        return speler

    return zet_klaar


def kopieen(plan, aantal: int) -> list[str]:
    namen = [f"p{n}.plan.yaml" for n in range(aantal)]
    for naam in namen:
        shutil.copy(plan, plan.with_name(naam))
    return namen


# Help.

ENGELS = re.compile(
    r"\b(show|this|message|exit|options?|usage|arguments?|commands?|required|default|the|and|with"
    r"|file|files|error|try|for|help|text|write|read|completion|install)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("opdracht", [(), *((naam,) for naam in OPDRACHTEN)])
@pytest.mark.parametrize("vraag", ["--help", "-h"])
def test_de_hulp_is_helemaal_nederlands(draai, opdracht, vraag):
    gedraaid = draai(*opdracht, vraag)
    assert gedraaid.code == 0
    assert gedraaid.fout == ""
    assert gedraaid.uit.startswith("Gebruik: uitvoeringsplan")
    # The names of these three options belong to the command line, not to the language.
    woorden = re.sub(r"--(help|install-completion|show-completion)", "", gedraaid.uit)
    assert ENGELS.findall(woorden) == []
    assert "Toon deze uitleg." in gedraaid.uit
    assert max(map(len, gedraaid.uit.splitlines())) <= 80


def test_de_zeef_voor_engels_vangt_de_hulp_van_typer():
    engels = "Usage: x [OPTIONS]\nOptions:\n  --help  Show this message and exit."
    assert len(ENGELS.findall(engels)) > 5


def test_de_hulp_noemt_elke_opdracht(draai):
    uit = draai("--help").uit
    assert [naam for naam in OPDRACHTEN if re.search(rf"^  {naam} ", uit, re.MULTILINE)] == [
        *OPDRACHTEN
    ]


def test_de_hulp_zegt_in_het_nederlands_hoe_aanvullen_met_tab_gaat(draai):
    uit = " ".join(draai("--help").uit.split())
    assert "--install-completion Zet aanvullen met Tab aan in deze shell." in uit
    assert "--show-completion Toon wat daarvoor nodig is" in uit


def test_de_versie(draai):
    assert draai("--versie") == (0, f"uitvoeringsplan {__version__}\n", "")


# The conversation.


def test_nieuw_maakt_een_plan_en_bewaart_elk_antwoord(draai, speel, werkmap):
    speler = speel(Beantwoord("Delft"), Beantwoord("gm0503"), Gestopt("2027"))
    gedraaid = draai("nieuw")
    assert gedraaid.code == 130
    assert speler.gevraagd == ["gemeente", "gemeentecode", "periode-van"]
    assert "Je plan staat in delft.plan.yaml" in gedraaid.uit
    assert "Alles is bewaard in delft.plan.yaml; 20 vragen zijn nog open." in gedraaid.uit
    assert "uitvoeringsplan verder delft.plan.yaml" in gedraaid.uit
    tekst = (werkmap / "delft.plan.yaml").read_text("utf-8")
    assert all(regel in tekst for regel in ("gemeente: Delft", "gm0503"))
    assert "2027" not in tekst  # stopping keeps it as a draft
    assert "die blijft bewaard als concept" in gedraaid.uit


def test_nieuw_stoppen_voor_het_begin(draai, speel, mapstand):
    speel(Gestopt(""))
    assert draai("nieuw") == (130, "Gestopt. Er is nog geen plan gemaakt.\n", "")
    assert mapstand() == {}


def test_nieuw_bij_een_plan_dat_er_is_biedt_aan_verder_te_gaan(draai, speel, plan, mapstand):
    voor = mapstand()
    speler = speel(ja=[False])
    assert draai("nieuw", "dorp").code == 1
    assert speler.gevraagd == []
    assert speler.gevraagd_ja == ["dorp.plan.yaml bestaat al. Wil je met dat plan verdergaan?"]
    assert mapstand() == voor
    draai("antwoord", plan.name, "dialoog-overheid", "")
    speler = speel(Gestopt(""), ja=[True], keuzes=["open"])
    assert draai("nieuw", "dorp").code == 130
    assert speler.gevraagd == ["dialoog-overheid"]


def test_nieuw_met_de_antwoorden_van_een_ander_plan(draai, plan, werkmap):
    """Without a terminal it asks nothing."""
    gedraaid = draai("nieuw", "volgend", "--antwoorden", plan.name)
    assert gedraaid == (0, "Het plan: volgend.plan.yaml\n", "")
    tekst = (werkmap / "volgend.plan.yaml").read_text("utf-8")
    assert "  gemeente: Oudermeer\n" in tekst
    assert "] 20/20" in draai("status", "volgend.plan.yaml").uit
    assert re.search(r"^  datum: *$", tekst, re.MULTILINE)
    opnieuw = draai("nieuw", "volgend", "--antwoorden", plan.name)
    assert opnieuw.code == 1
    assert "bestaat al" in opnieuw.fout


def test_nieuw_met_antwoorden_zonder_naam_heeft_een_terminal_nodig(draai, plan, mapstand):
    voor = mapstand()
    assert draai("nieuw", "--antwoorden", plan.name).code == 2
    assert mapstand() == voor


def test_nieuw_met_antwoorden_in_een_terminal_vraagt_ze_na(draai, speel, plan, werkmap):
    speler = speel(Beantwoord("Ede"), Gestopt(""))
    assert draai("nieuw", "--antwoorden", plan.name).code == 130
    assert speler.gevraagd == ["gemeente", "gemeentecode"]
    assert "] 20/20" in draai("status", "ede.plan.yaml").uit
    assert (werkmap / "ede.plan.yaml").is_file()


def test_nieuw_met_antwoorden_gaat_niet_stil_verder_met_een_bestaand_plan(draai, speel, plan):
    voor = plan.read_bytes()
    speel()
    gedraaid = draai("nieuw", plan.name, "--antwoorden", plan.name)
    assert gedraaid.code == 1
    assert "bestaat al" in gedraaid.fout
    assert plan.read_bytes() == voor


def test_nieuw_met_antwoorden_uit_een_bestand_dat_er_niet_is(draai, mapstand):
    gedraaid = draai("nieuw", "volgend", "--antwoorden", "weg.plan.yaml")
    assert gedraaid.code == 1
    assert gedraaid.fout.startswith("weg.plan.yaml: dit bestand bestaat niet")
    assert mapstand() == {}


def test_nieuw_in_git_vraagt_een_keer_om_de_map_aan_te_vullen(draai, speel, werkmap):
    (werkmap / ".git").mkdir()
    speler = speel(Beantwoord("Delft"), Gestopt(""), ja=[True])
    draai("nieuw")
    assert len(speler.gevraagd_ja) == 1
    assert (werkmap / ".gitattributes").is_file()
    speler = speel(Beantwoord("Ede"), Gestopt(""))
    draai("nieuw")
    assert speler.gevraagd_ja == []


def test_verder_met_wat_open_is(draai, speel, plan):
    draai("antwoord", plan.name, "lokale-ambitie", "")
    speler = speel(Beantwoord("Weer ingevuld."), keuzes=["open"], ja=[False])
    gedraaid = draai("verder")
    assert gedraaid.code == 0
    assert speler.gevraagd == ["lokale-ambitie"]
    assert "alle vragen zijn beantwoord" in gedraaid.uit
    assert "uitvoeringsplan genereer dorp.plan.yaml" in gedraaid.uit
    assert "Weer ingevuld." in plan.read_text("utf-8")


def test_verder_bij_een_vraag_en_met_alles(draai, speel, plan):
    speler = speel(Beantwoord("Anders."), ja=[False])
    assert draai("verder", plan.name, "--vraag", "borgen-budget").code == 0
    assert speler.gevraagd == ["borgen-budget"]
    speler = speel(Gestopt())
    draai("verder", "--alles")
    assert speler.gevraagd == ["gemeente"]


def test_aan_het_eind_kan_het_word_bestand_meteen_gemaakt_worden(draai, speel, plan, werkmap):
    speler = speel(keuzes=["open"], ja=[True])
    gedraaid = draai("verder", plan.name)
    assert gedraaid.code == 0
    assert speler.gevraagd_ja == ["Zal ik nu het Word-bestand maken?"]
    assert gedraaid.uit.endswith("Het Word-bestand: dorp.docx\n")
    assert (werkmap / "dorp.docx").is_file()


def test_aan_het_eind_gaat_niets_over_andermans_word_bestand_heen(draai, speel, plan, werkmap):
    (werkmap / "dorp.docx").write_bytes(b"brief")
    speel(keuzes=["open"], ja=[True])
    gedraaid = draai("verder", plan.name)
    assert gedraaid.code == 1
    assert "--overschrijf" in gedraaid.fout
    assert (werkmap / "dorp.docx").read_bytes() == b"brief"


def test_stoppen_zegt_dat_het_concept_bewaard_is(draai, speel, plan):
    voor = plan.read_bytes()
    speel(Gestopt("half"))
    gedraaid = draai("verder", "--vraag", "lokale-ambitie")
    assert gedraaid.code == 130
    assert "die blijft bewaard als concept" in gedraaid.uit
    assert plan.read_bytes() == voor


def test_stoppen_in_het_menu(draai, speel, plan):
    speel(keuzes=[None])
    gedraaid = draai("verder", plan.name)
    assert gedraaid.code == 130
    assert "concept." not in gedraaid.uit


@pytest.mark.parametrize("opdracht", [("nieuw",), ("verder", "--vraag", "gemeente")])
@pytest.mark.parametrize("opties", [(), ("--eenvoudig",)])
def test_eenvoudig_is_een_keuze(draai, speel, plan, opdracht, opties):
    assert plan.is_file()
    speler = speel(Gestopt(""))
    assert draai(*opdracht, *opties).code == 130
    assert speler.eenvoudig is bool(opties)


@pytest.mark.parametrize(
    ("eenvoudig", "term", "soort"),
    [
        (False, "xterm", TerminalVragensteller),
        (True, "xterm", EenvoudigeVragensteller),
        (False, "dumb", EenvoudigeVragensteller),
    ],
)
def test_een_domme_terminal_krijgt_gewone_regels(monkeypatch, eenvoudig, term, soort):
    monkeypatch.setenv("TERM", term)
    assert type(gesprek._vragensteller(eenvoudig=eenvoudig)) is soort


def test_een_heel_gesprek_in_gewone_regels(draai, plan, monkeypatch):
    regels = iter([".voorbeeld", "Nieuwe ambitie.", "", "- met een punt", ".", ".stop"])
    monkeypatch.setattr(gesprek, "vereis_terminal", lambda _: None)
    vragensteller = EenvoudigeVragensteller(typer.echo, lambda _: next(regels))
    monkeypatch.setattr(gesprek, "_vragensteller", lambda **_: vragensteller)
    gedraaid = draai("verder", plan.name, "--vraag", "lokale-ambitie", "--alles", "--eenvoudig")
    assert gedraaid.code == 130
    assert "    Nieuwe ambitie.\n\n    - met een punt\n" in plan.read_text("utf-8")


# One answer.


def test_antwoord_als_argument(draai, plan):
    assert draai("antwoord", plan.name, "gemeente", "Ede") == (
        0,
        "gemeente bewaard in dorp.plan.yaml.\n",
        "",
    )
    assert draai("antwoord", plan.name, "gemeente", "Ede").uit == (
        "gemeente stond er al in dorp.plan.yaml.\n"
    )


@pytest.mark.parametrize("streepje", [(), ("-",)])
@pytest.mark.parametrize(
    "invoer",
    [
        "Één.\n\n- punt\n".encode(),
        "\ufeffÉén.\r\n\r\n- punt\r\n".encode(),
        "Één.\n\n- punt\n".encode("cp1252"),
    ],
)
def test_antwoord_van_standaardinvoer(draai, plan, streepje, invoer):
    assert draai("antwoord", plan.name, "lokale-ambitie", *streepje, invoer=invoer).code == 0
    assert "lokale-ambitie: |\n    Één.\n\n    - punt\n\n" in plan.read_text("utf-8")


@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_een_merk_vooraan_de_invoer_is_geen_tekst(draai, plan, bom):
    gedraaid = draai("antwoord", plan.name, "lokale-ambitie", invoer=f"{bom}Tekst\n".encode())
    assert gedraaid.uit == "lokale-ambitie bewaard in dorp.plan.yaml.\n"


def test_antwoord_zegt_dat_er_is_opgeschoond(draai, plan):
    gedraaid = draai("antwoord", plan.name, "lokale-ambitie", "een\ttab")
    assert "De tekst is opgeschoond" in gedraaid.uit


def test_antwoord_uit_een_bestand(draai, plan, werkmap):
    (werkmap / "tekst.txt").write_bytes("Één.\r\n\r\n- punt\r\n".encode())
    gedraaid = draai("antwoord", plan.name, "lokale-ambitie", "--uit-bestand", "tekst.txt")
    assert gedraaid == (0, "lokale-ambitie bewaard in dorp.plan.yaml.\n", "")
    assert "lokale-ambitie: |\n    Één.\n\n    - punt\n\n" in plan.read_text("utf-8")


def test_antwoord_uit_een_bestand_dat_niet_kan(draai, plan, werkmap):
    voor = plan.read_bytes()
    for argumenten, code, woorden in (
        (("tekst", "--uit-bestand", "t.txt"), 2, "niet allebei"),
        (("--uit-bestand", "weg.txt"), 1, "weg.txt: dit bestand bestaat niet"),
        (("--uit-bestand", "."), 1, "dit is een map"),
        (("--uit-bestand", "word.docx"), 1, "geen tekst in UTF-8"),
    ):
        (werkmap / "word.docx").write_bytes(b"PK\xff\xfe")
        gedraaid = draai("antwoord", plan.name, "lokale-ambitie", *argumenten)
        assert (gedraaid.code, gedraaid.uit) == (code, "")
        assert woorden in gedraaid.fout
    assert plan.read_bytes() == voor


# How far.


def test_status(draai, plan):
    draai("antwoord", plan.name, "borgen-budget", "")
    gedraaid = draai("status")
    assert gedraaid.code == 0
    assert "dorp.plan.yaml: Oudermeer, status concept" in gedraaid.uit
    assert "] 19/20" in gedraaid.uit
    assert re.findall(r"open (\S+):", gedraaid.uit) == ["borgen-budget"]
    assert len(re.findall(r"^ {9}.{5}\S+: ", draai("status", "--alles").uit, re.MULTILINE)) == 20


def test_status_van_meer_plannen(draai, plan):
    gedraaid = draai("status", *kopieen(plan, 2))
    assert re.findall(r"^p\d", gedraaid.uit, re.MULTILINE) == ["p0", "p1"]


def test_status_als_json(draai, plan):
    (stand,) = json.loads(draai("status", plan.name, "--json").uit)
    assert (stand["plan"], stand["gemeente"], stand["vragen"]) == (
        "dorp.plan.yaml",
        "Oudermeer",
        20,
    )
    assert stand["beantwoord"] == 20 - sum(len(o["open"]) for o in stand["onderdelen"])


# Word.


def test_genereer_zegt_waar_het_staat_en_wat_open_is(draai, plan, werkmap):
    assert draai("genereer", plan.name) == (0, "dorp.docx (alle vragen zijn beantwoord)\n", "")
    draai("antwoord", plan.name, "borgen-budget", "")
    assert draai("genereer").uit == "dorp.docx (1 vraag is nog open)\n"
    assert (werkmap / "dorp.docx").is_file()


def test_genereer_veel_plannen(draai, plan, werkmap):
    namen = kopieen(plan, 6)
    gedraaid = draai("genereer", *namen)
    assert (gedraaid.code, gedraaid.fout) == (0, "")
    assert len(gedraaid.uit.splitlines()) == 6
    assert len(list(werkmap.glob("p?.docx"))) == 6


def test_een_balk_vanaf_vijf_plannen(draai, plan):
    namen = kopieen(plan, 5)
    assert draai("genereer", *namen[:4], scherm=True).fout == ""
    assert draai("genereer", *namen).fout == ""
    balk = draai("genereer", *namen, scherm=True).fout
    assert "] 1/5 plannen" in balk
    assert balk.rstrip("\n").endswith("[####################] 5/5 plannen")
    assert balk.endswith("\n")


def test_de_balk_laat_een_fout_heel(draai, plan):
    namen = kopieen(plan, 5)
    plan.with_name("p1.plan.yaml").write_text("soort: anders\nvragenlijst: 1\n", "utf-8")
    fout = draai("genereer", *namen, scherm=True).fout
    assert re.search(r"(\r\x1b\[K)p1\.plan\.yaml, regel 1, kolom 8: ", fout)


def test_voorbeeld(draai):
    gedraaid = draai("voorbeeld", "eerste")
    assert gedraaid.code == 0
    assert gedraaid.uit.splitlines()[-1] == "Het Word-bestand: " + str(
        Path("eerste", "oudermeer.docx")
    )
    assert draai("genereer", "eerste/oudermeer.plan.yaml").code == 0
    assert draai("voorbeeld").uit.splitlines()[0] == "Het plan: oudermeer.plan.yaml"
