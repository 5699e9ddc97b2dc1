"""Plain lines: what was typed is kept, however it ends, and a draft stays a draft."""

from __future__ import annotations

import io

import pytest
from keystrokes import vraag
from plain_answers import STOOD, Regels, stel, zet
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
    ("lines", "text"), [(["half"], f"{STOOD}\n\nhalf"), ([], STOOD), ([".vervang", "h"], "h")]
)
def test_stoppen_houdt_alles(lines, text):
    assert zet([*lines, " .STOP "], text=STOOD) == Gestopt(text)


@pytest.mark.parametrize("end", [EOFError, KeyboardInterrupt, lambda: OnderbrokenError(15)])
@pytest.mark.parametrize(
    ("stood", "typed", "text"),
    [
        ("", ["een", "twe|-"], "een\ntwe"),
        ("", ["twe|-"], "twe"),
        ("", ["..zo|-"], ".zo"),
        ("", ["een", ".sto|-"], "een"),
        ("", ["een", ".onthoud Zeilw|-"], "een"),
        ("", ["een", ".zoek wijk|-"], "een"),
        (STOOD, ["twe|-"], f"{STOOD}\n\ntwe"),
        (STOOD, ["een", "twe|-"], f"{STOOD}\n\neen\ntwe"),
        (STOOD, [".vervang", "twe|-"], "twe"),
    ],
)
def test_de_onaffe_regel_is_bewaard_hoe_het_ook_eindigt(end, stood, typed, text):
    typist = Regels(list(typed), end)
    beurt = Beurt(Stap(vraag(), ""), stood, 0, 1, concept=typist.concepten.append, antwoord=stood)
    if not isinstance(end, type):  # nobody is there any more to return anything to
        with pytest.raises(OnderbrokenError):
            typist.vragensteller.ask(beurt)
    else:
        assert typist.vragensteller.ask(beurt) == Gestopt(text)
    assert typist.concepten[-1] == text


@pytest.mark.parametrize("end", [EOFError, KeyboardInterrupt])
def test_het_einde_bij_de_keuze_is_stoppen_en_houdt_alles(end):
    done, typist = stel(["Nieuw.", "."], text=STOOD, end=end)
    assert done == Gestopt(f"{STOOD}\n\nNieuw.")
    assert typist.concepten[-1] == f"{STOOD}\n\nNieuw."


def test_een_weggehaalde_regel_blijft_niet_in_het_concept():
    typist = Regels([])
    lines = Getypt(Beurt(Stap(vraag(), ""), "", 0, 1, concept=typist.concepten.append))
    for unfinished in ("tw", "twee", "", "dr"):
        lines.on_the_way(unfinished)
    lines.add_line("drie")
    lines.on_the_way("")
    assert typist.concepten == ["tw", "twee", "", "dr", "drie"]


@pytest.mark.parametrize("kind", [TYPES["tekst"], TYPES["regel"]])
def test_een_punt_laat_een_concept_een_concept(kind):
    done, typist = stel(["."], vraag(kind), "Half.", antwoord="Heel.")
    assert done == Overgeslagen()
    assert "Er staat nu:\n  Heel." in typist.screen
    assert "Je concept, nog geen antwoord:\n  Half." in typist.screen
    assert typist.concepten == []


def test_een_concept_wordt_het_antwoord_als_de_gebruiker_het_zegt():
    assert set_concept([".concept"]) == Beantwoord("Half.")
    assert set_concept(["Erbij.", ".concept"]) == Beantwoord("Half.\n\nErbij.")
    assert set_concept(["Anders.", ".", "2"]) == Beantwoord("Anders.")
    assert set_concept([".terug"]) == Terug("Half.")
    done, typist = stel([".concept", "."], text="Heel.")
    assert done == Beantwoord("Heel.")
    assert "Er is hier geen concept." in typist.screen


def set_concept(lines: list[str]):
    return stel(lines, text="Half.", antwoord="Heel.")[0]


def test_een_regel_veranderen_maakt_van_een_concept_een_antwoord():
    done, typist = stel([".regel 2", "Drie.", "."], text="Een.\n\nTwee.")
    assert done == Beantwoord("Een.\n\nDrie.")
    assert typist.said[-1] == "Nu staat er: Drie."
    assert typist.concepten[-1] == "Een.\n\nDrie."
    done, _ = stel([".regel 1", "Nul.", "Vier.", "."], text="Een.\n\nTwee.")
    assert done == Beantwoord("Nul.\n\nTwee.\n\nVier.")
    assert zet([".regel 1", "Nul.", ".ongedaan", "."], text="Een.") == Beantwoord("Een.")


def test_de_laatste_regel_terugnemen():
    done, typist = stel(["een", "tweee", ".ongedaan", "twee", "."])
    assert done == Beantwoord("een\ntwee")
    assert "Weggehaald: tweee" in typist.said
    assert zet(["een", ".ongedaan", ".ongedaan", "."], text="stond") == Beantwoord("stond")
    assert "niets om ongedaan" in stel([".ongedaan"])[1].said[-1]


@pytest.mark.parametrize("end", [EOFError, KeyboardInterrupt])
def test_een_onaffe_nieuwe_regel_gaat_niet_verloren(end):
    done, typist = stel([".regel 1", "Nu half|-"], text="Een.\nTwee.", end=end)
    assert done == Gestopt("Nu half\nTwee.")
    assert typist.concepten[-1] == "Nu half\nTwee."


@pytest.mark.parametrize("end", [EOFError, KeyboardInterrupt])
def test_het_einde_van_de_invoer_is_stoppen(end):
    typist = Regels([], end)
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
    saved: list[str] = []
    runs = ["".join(f"Regel {n}.\n" for n in range(500))] * 3 + [".\n"]
    typed = LineInput(io.StringIO(), io.StringIO(), Toetsen(runs))
    beurt = Beurt(Stap(vraag(), ""), "", 0, 1, concept=saved.append)
    done = EenvoudigeVragensteller(lambda _: None, typed).ask(beurt)
    assert done.text.count("\n") == 3 * 500 - 1
    assert len(saved) == 3
