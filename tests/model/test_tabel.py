from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from trials import text, trials
from uitvoeringsplan.errors import AntwoordError, TabelError
from uitvoeringsplan.model.cleaning import clean, one_line
from uitvoeringsplan.model.tabel import (
    delete_row,
    move_row,
    read_tabel,
    replace_row,
    write_tabel,
)
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Controle, Kolom, Verplicht, Vraag

KOLOMMEN = (
    Kolom("wie", "Wie", verplicht=True),
    Kolom("soort", "Soort", TYPES["keuze"], ("Overleg", "Actie")),
    Kolom("wanneer", "Wanneer", TYPES["datum"]),
)
TABEL = Vraag(id="t", label="T", vraag="T?", type=TYPES["tabel"], kolommen=KOLOMMEN)
CEL = (text | st.text("ab|\\ ", max_size=8)).map(one_line)


def kolommen(count: int) -> tuple[Kolom, ...]:
    return tuple(Kolom(f"k{i}", f"K{i}") for i in range(count))


@pytest.mark.parametrize(
    ("rij", "line"),
    [
        (("a", "b"), "| a | b |"),
        (("", ""), "|  |  |"),
        (("a|b", "|"), r"| a\|b | \| |"),
        ((r"a\|b", r"\\|"), r"| a\\\|b | \\\\\| |"),
        ((r"a\b", "c\\"), "| a\\b | c\\ |"),
        (("a\n b", "\tc "), "| a b | c |"),
    ],
)
def test_schrijven(rij, line):
    assert write_tabel([rij]) == line
    assert read_tabel(kolommen(2), line) == (tuple(map(one_line, rij)),)


@pytest.mark.parametrize("line", ["|a|b|", "  |  a|b  |  ", "\n\n|a |b|\n  \n", "|\ta | b\u00a0|"])
def test_een_rij_met_de_hand(line):
    assert read_tabel(kolommen(2), line) == (("a", "b"),)


@trials(400)
@given(
    rijen=st.integers(1, 4).flatmap(
        lambda width: st.lists(st.tuples(*[CEL] * width), max_size=4).map(tuple)
    )
)
@example(rijen=(("\\",), ("\\|",), ("|\\",), ("",)))
def test_wat_geschreven_is_komt_precies_zo_terug(rijen):
    result = write_tabel(rijen)
    assert clean(result) == result  # so the file keeps it as it is
    assert result.count("\n") == max(0, len(rijen) - 1)
    assert read_tabel(kolommen(len(rijen[0]) if rijen else 1), result) == rijen


@trials(300)
@given(rubbish=text.map(clean) | st.text("|\\a \n", max_size=12))
def test_elke_tekst_is_een_tabel_of_een_fout_met_een_rij(rubbish):
    rij, rijen = 1, ()
    try:
        rijen = read_tabel(kolommen(2), rubbish)
    except TabelError as error:
        rij = error.rij
    assert 1 <= rij <= rubbish.count("\n") + 1
    assert read_tabel(kolommen(2), write_tabel(rijen)) == rijen


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("a | b", "Rij 1: een rij begint en eindigt met |"),
        ("| a | b |\n\n| c | d", "Rij 2: een rij begint en eindigt met |"),
        ("| a | b \\|", "Rij 1: een rij begint en eindigt met |"),
        ("|", "Rij 1: een rij begint en eindigt met |"),
        ("| a |", "Rij 1: hier horen 2 cellen (K0, K1), maar er staan er 1. Schrijf een |"),
        ("| a | b | c |", "maar er staan er 3"),
    ],
)
def test_een_rij_die_niet_klopt(lines, message):
    with pytest.raises(TabelError, match=re.escape(message)):
        read_tabel(kolommen(2), lines)


A, B, C, D = ("a",), ("b",), ("c",), ("d",)


def test_rijen_anders_verplaatst_en_weg():
    rijen = (A, B, C)
    assert replace_row(rijen, 1, D) == (A, D, C)
    assert delete_row(rijen, 2) == (A, B)
    assert move_row(rijen, 0, 2) == (B, C, A)
    assert move_row(rijen, 2, 0) == (C, A, B)
    assert move_row(rijen, 1, 1) == rijen


@pytest.mark.parametrize("place", [-1, 2])
def test_een_plek_die_er_niet_is(place):
    rijen = (A, B)
    for perform in (
        lambda: delete_row(rijen, place),
        lambda: replace_row(rijen, place, D),
        lambda: move_row(rijen, place, 0),
        lambda: move_row(rijen, 0, place),
    ):
        with pytest.raises(IndexError):
            perform()


def test_een_tabel_als_antwoord():
    assert TABEL.type.is_block
    typed = "|Wijkteam| ACTIE |1 maart 2027|\r\n\r\n|  |  |  |\n| Gemeente |  | |\n"
    neat = "| Wijkteam | Actie | 2027-03-01 |\n| Gemeente |  |  |"
    assert TABEL.normalise(typed) == neat
    assert TABEL.normalise(neat) == neat
    assert TABEL.normalise("|  |  |  |") == TABEL.normalise(" \n") == ""


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("- een punt", "Rij 1: een rij begint en eindigt met |"),
        ("| a |  |  |\n| b |", "Rij 2: hier horen 3 cellen (Wie, Soort, Wanneer)"),
        ("| a |  |  |\n|  | Actie |  |", "Rij 2: de kolom “Wie” moet ingevuld zijn."),
        ("| a | Feest |  |", "Rij 1: kolom “Soort”: “Feest” is geen keuze. Kies uit: Overleg"),
        ("|  |  |  |\n| a |  | ooit |", "Rij 2: kolom “Wanneer”: “ooit” is geen datum."),
    ],
)
def test_een_cel_die_niet_past(typed, message):
    with pytest.raises(AntwoordError, match=re.escape(message)) as error:
        TABEL.normalise(typed)
    assert error.value.vraag_id == "t"


def test_de_grenzen_tellen_rijen():
    vraag = Vraag(
        id="t", label="T", vraag="T?", type=TYPES["tabel"], kolommen=kolommen(1),
        controle=Controle(min=2, max=2),
    )  # fmt: skip
    assert vraag.normalise("| een lange cel |\n| b |") == "| een lange cel |\n| b |"
    with pytest.raises(AntwoordError, match="minstens 2 rijen"):
        vraag.normalise("| een lange cel |")
    with pytest.raises(AntwoordError, match="hooguit 2 rijen"):
        vraag.normalise("| a |\n| b |\n| c |")


def test_een_kolom_als_vraag():
    who, kind, _ = (kolom.vraag for kolom in KOLOMMEN)
    assert (who.id, who.label, who.verplicht) == ("wie", "Wie", Verplicht.ALTIJD)
    assert (kind.type, kind.keuzes, kind.verplicht) == (
        TYPES["keuze"],
        ("Overleg", "Actie"),
        Verplicht.NEE,
    )
