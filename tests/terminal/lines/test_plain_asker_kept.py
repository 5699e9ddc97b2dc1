"""Plain lines: what was typed is kept, however it ends, and a draft stays a draft."""

from __future__ import annotations

import io

import pytest
from keystrokes import vraag
from plain_answers import STOND, Regels, stel, zet
from test_line_input import Toetsen

from uitvoeringsplan.errors import OnderbrokenError
from uitvoeringsplan.model.beurt import (
    Beantwoord,
    Beurt,
    Gestopt,
    Overgeslagen,
    Stap,
    Terug,
)
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.terminal.lines.line_input import LineInput
from uitvoeringsplan.terminal.lines.plain_asker import EenvoudigeVragensteller
from uitvoeringsplan.terminal.lines.typed_lines import TypedLines as Getypt


@pytest.mark.parametrize(
    ("regels", "tekst"), [(["half"], f"{STOND}\n\nhalf"), ([], STOND), ([".vervang", "h"], "h")]
)
def test_stoppen_houdt_alles(regels, tekst):
    assert zet([*regels, " .STOP "], tekst=STOND) == Gestopt(tekst)


@pytest.mark.parametrize("einde", [EOFError, KeyboardInterrupt, lambda: OnderbrokenError(15)])
@pytest.mark.parametrize(
    ("stond", "getypt", "tekst"),
    [
        ("", ["een", "twe|-"], "een\ntwe"),
        ("", ["twe|-"], "twe"),
        ("", ["..zo|-"], ".zo"),
        ("", ["een", ".sto|-"], "een"),
        ("", ["een", ".onthoud Zeilw|-"], "een"),
        ("", ["een", ".zoek wijk|-"], "een"),
        (STOND, ["twe|-"], f"{STOND}\n\ntwe"),
        (STOND, ["een", "twe|-"], f"{STOND}\n\neen\ntwe"),
        (STOND, [".vervang", "twe|-"], "twe"),
    ],
)
def test_de_onaffe_regel_is_bewaard_hoe_het_ook_eindigt(einde, stond, getypt, tekst):
    typist = Regels(list(getypt), einde)
    beurt = Beurt(Stap(vraag(), ""), stond, 0, 1, concept=typist.concepten.append, antwoord=stond)
    if not isinstance(einde, type):  # nobody is there any more to return anything to
        with pytest.raises(OnderbrokenError):
            typist.vragensteller.ask(beurt)
    else:
        assert typist.vragensteller.ask(beurt) == Gestopt(tekst)
    assert typist.concepten[-1] == tekst


@pytest.mark.parametrize("einde", [EOFError, KeyboardInterrupt])
def test_het_einde_bij_de_keuze_is_stoppen_en_houdt_alles(einde):
    gedaan, typist = stel(["Nieuw.", "."], tekst=STOND, einde=einde)
    assert gedaan == Gestopt(f"{STOND}\n\nNieuw.")
    assert typist.concepten[-1] == f"{STOND}\n\nNieuw."


def test_een_weggehaalde_regel_blijft_niet_in_het_concept():
    typist = Regels([])
    regels = Getypt(Beurt(Stap(vraag(), ""), "", 0, 1, concept=typist.concepten.append))
    for onaf in ("tw", "twee", "", "dr"):
        regels.on_the_way(onaf)
    regels.add_line("drie")
    regels.on_the_way("")
    assert typist.concepten == ["tw", "twee", "", "dr", "drie"]


@pytest.mark.parametrize("soort", [TYPES["tekst"], TYPES["regel"]])
def test_een_punt_laat_een_concept_een_concept(soort):
    gedaan, typist = stel(["."], vraag(soort), "Half.", antwoord="Heel.")
    assert gedaan == Overgeslagen()
    assert "Er staat nu:\n  Heel." in typist.scherm
    assert "Je concept, nog geen antwoord:\n  Half." in typist.scherm
    assert typist.concepten == []


def test_een_concept_wordt_het_antwoord_als_de_gebruiker_het_zegt():
    assert zet_concept([".concept"]) == Beantwoord("Half.")
    assert zet_concept(["Erbij.", ".concept"]) == Beantwoord("Half.\n\nErbij.")
    assert zet_concept(["Anders.", ".", "2"]) == Beantwoord("Anders.")
    assert zet_concept([".terug"]) == Terug("Half.")
    gedaan, typist = stel([".concept", "."], tekst="Heel.")
    assert gedaan == Beantwoord("Heel.")
    assert "Er is hier geen concept." in typist.scherm


def zet_concept(regels: list[str]):
    return stel(regels, tekst="Half.", antwoord="Heel.")[0]


def test_een_regel_veranderen_maakt_van_een_concept_een_antwoord():
    gedaan, typist = stel([".regel 2", "Drie.", "."], tekst="Een.\n\nTwee.")
    assert gedaan == Beantwoord("Een.\n\nDrie.")
    assert typist.gezegd[-1] == "Nu staat er: Drie."
    assert typist.concepten[-1] == "Een.\n\nDrie."
    gedaan, _ = stel([".regel 1", "Nul.", "Vier.", "."], tekst="Een.\n\nTwee.")
    assert gedaan == Beantwoord("Nul.\n\nTwee.\n\nVier.")
    assert zet([".regel 1", "Nul.", ".ongedaan", "."], tekst="Een.") == Beantwoord("Een.")


def test_de_laatste_regel_terugnemen():
    gedaan, typist = stel(["een", "tweee", ".ongedaan", "twee", "."])
    assert gedaan == Beantwoord("een\ntwee")
    assert "Weggehaald: tweee" in typist.gezegd
    assert zet(["een", ".ongedaan", ".ongedaan", "."], tekst="stond") == Beantwoord("stond")
    assert "niets om ongedaan" in stel([".ongedaan"])[1].gezegd[-1]


@pytest.mark.parametrize("einde", [EOFError, KeyboardInterrupt])
def test_een_onaffe_nieuwe_regel_gaat_niet_verloren(einde):
    gedaan, typist = stel([".regel 1", "Nu half|-"], tekst="Een.\nTwee.", einde=einde)
    assert gedaan == Gestopt("Nu half\nTwee.")
    assert typist.concepten[-1] == "Nu half\nTwee."


@pytest.mark.parametrize("einde", [EOFError, KeyboardInterrupt])
def test_het_einde_van_de_invoer_is_stoppen(einde):
    typist = Regels([], einde)
    assert typist.vragensteller.choose_value("Welke?", [("a", "A")]) is None
    assert typist.vragensteller.confirm("Ja?") is False
    assert typist.vragensteller.choose_text(vraag(), "a", "b") is None


def test_stop_in_de_lijst_stopt_en_houdt_alles():
    assert zet(["half", ".lijst", ".stop"]) == Gestopt("half")


def test_elke_regel_komt_in_het_concept():
    _, typist = stel(["een", "twee", ".stop"])
    assert typist.concepten == ["een", "een\ntwee"]


def test_een_lange_plak_wordt_niet_na_elke_regel_opnieuw_bewaard():
    """As many drafts as there were moments without anything to read, however many lines."""
    bewaard: list[str] = []
    stukken = ["".join(f"Regel {n}.\n" for n in range(500))] * 3 + [".\n"]
    invoer = LineInput(io.StringIO(), io.StringIO(), Toetsen(stukken))
    beurt = Beurt(Stap(vraag(), ""), "", 0, 1, concept=bewaard.append)
    gedaan = EenvoudigeVragensteller(lambda _: None, invoer).ask(beurt)
    assert gedaan.tekst.count("\n") == 3 * 500 - 1
    assert len(bewaard) == 3
