"""Every command once around: what a user types, sees, and finds on disk."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from uitvoeringsplan import __version__, cli
from uitvoeringsplan.model.beurt import Gegeven, Gestopt

OPDRACHTEN = ("nieuw", "verder", "antwoord", "genereer", "status", "voorbeeld")


class Script:
    def __init__(self, *zetten) -> None:
        self.zetten = list(zetten)
        self.gevraagd: list[str] = []

    def stel(self, beurt):
        self.gevraagd.append(beurt.stap.vraag.id)
        return self.zetten.pop(0)


@pytest.fixture
def speel(monkeypatch):
    """Put a script in the place of the user at a terminal."""

    def zet_klaar(*zetten) -> Script:
        speler = Script(*zetten)
        monkeypatch.setattr(cli, "vereis_terminal", lambda _: None)
        monkeypatch.setattr(cli, "_vragensteller", lambda: speler)
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
    assert ENGELS.findall(gedraaid.uit.replace("--help", "")) == []
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


def test_de_versie(draai):
    assert draai("--versie") == (0, f"uitvoeringsplan {__version__}\n", "")


# The conversation.


def test_nieuw_maakt_een_plan_en_bewaart_elk_antwoord(draai, speel, werkmap):
    speler = speel(Gegeven("Delft"), Gegeven("gm0503"), Gestopt("2027"))
    gedraaid = draai("nieuw")
    assert gedraaid.code == 130
    assert speler.gevraagd == ["gemeente", "gemeentecode", "periode-van"]
    assert "Je plan staat in delft.plan.yaml" in gedraaid.uit
    assert "Alles is bewaard in delft.plan.yaml; 20 vragen zijn nog open." in gedraaid.uit
    assert "uitvoeringsplan verder delft.plan.yaml" in gedraaid.uit
    tekst = (werkmap / "delft.plan.yaml").read_text("utf-8")
    assert all(regel in tekst for regel in ("gemeente: Delft", "gm0503", "2027"))


def test_nieuw_stoppen_voor_het_begin(draai, speel, mapstand):
    speel(Gestopt(""))
    assert draai("nieuw") == (130, "Gestopt. Er is nog geen plan gemaakt.\n", "")
    assert mapstand() == {}


def test_nieuw_bij_een_plan_dat_er_is_biedt_aan_verder_te_gaan(
    draai, speel, plan, mapstand, monkeypatch
):
    speler = speel(Gestopt(""))
    voor = mapstand()
    monkeypatch.setattr(cli, "_ja", lambda _: False)
    assert draai("nieuw", "dorp").code == 1
    assert speler.gevraagd == []
    monkeypatch.setattr(cli, "_ja", lambda vraag: "dorp.plan.yaml bestaat al" in vraag)
    draai("antwoord", plan.name, "dialoog-overheid", "")
    assert draai("nieuw", "dorp").code == 130
    assert speler.gevraagd == ["dialoog-overheid"]
    draai("antwoord", plan.name, "dialoog-overheid", invoer=_oud(voor))
    assert mapstand() == voor


def _oud(stand) -> bytes:
    tekst = stand["dorp.plan.yaml"].decode()
    blok = re.search(r"^  dialoog-overheid: \|\n((?:    .*\n|\n)*)", tekst, re.MULTILINE)
    return re.sub(r"^    ", "", blok[1], flags=re.MULTILINE).encode()


def test_verder_met_wat_open_is(draai, speel, plan):
    draai("antwoord", plan.name, "lokale-ambitie", "")
    speler = speel(Gegeven("Weer ingevuld."))
    gedraaid = draai("verder")
    assert gedraaid.code == 0
    assert speler.gevraagd == ["lokale-ambitie"]
    assert "alle vragen zijn beantwoord" in gedraaid.uit
    assert "uitvoeringsplan genereer dorp.plan.yaml" in gedraaid.uit
    assert "Weer ingevuld." in plan.read_text("utf-8")


def test_verder_bij_een_vraag_en_met_alles(draai, speel, plan):
    speler = speel(Gegeven("Anders."))
    assert draai("verder", plan.name, "--vraag", "borgen-budget").code == 0
    assert speler.gevraagd == ["borgen-budget"]
    speler = speel(*[Gestopt()])
    draai("verder", "--alles")
    assert speler.gevraagd == ["gemeente"]


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
