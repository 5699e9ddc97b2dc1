"""The words about the text of an answer that is typed in plain lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from keystrokes import vraag

from trials import proeven
from uitvoeringsplan.model.beurt import Beurt, Stap
from uitvoeringsplan.terminal.lines.typed_lines import (
    DotWord,
    TypedLines,
    count_text,
    do_word,
    find_lines,
    numbered,
    read_word,
    replace_line,
)

TEKST = "Een café.\n\n- twee\n  - drie\n\nVier."


@pytest.mark.parametrize(
    ("regel", "woord"),
    [
        (".lees", DotWord(".lees")),
        (" .LEES ", DotWord(".lees")),
        (".lees 3", DotWord(".lees", "3")),
        (".zoek De wijk", DotWord(".zoek", "De wijk")),
        (".regel  12", DotWord(".regel", "12")),
        (".foo", DotWord(".foo")),
        (".foo bar", None),
        ("..lees", None),
        (".5 miljoen", None),
        ("...en toen", None),
        ("een .lees", None),
        (".", None),
    ],
)
def test_een_woord_of_een_regel_van_het_antwoord(regel, woord):
    assert read_word(regel) == woord


def test_alleen_regels_met_woorden_hebben_een_nummer():
    assert [nummer for nummer, _ in numbered(TEKST)] == [1, 2, 3, 4]
    assert numbered(TEKST)[3] == (4, "Vier.")


@pytest.mark.parametrize(
    ("gezocht", "nummers"),
    [("CAFE", [1]), ("e", [1, 2, 3, 4]), ("- twee", [2]), ("vijf", []), ("Café", [1])],
)
def test_zoeken_let_niet_op_hoofdletters_en_accenten(gezocht, nummers):
    assert [nummer for nummer, _ in find_lines(TEKST, gezocht)] == nummers


@given(st.lists(st.sampled_from(["", " ", "een", "- twee"]), max_size=8), st.integers(1, 9))
@proeven(100)
def test_een_andere_regel_laat_de_rest_zoals_hij_was(regels, nummer):
    tekst = "\n".join(regels)
    oud = numbered(tekst)
    nieuw = numbered(replace_line(tekst, nummer, "NIEUW"))
    assert nieuw == [(n, "NIEUW" if n == nummer else regel) for n, regel in oud]
    weg = numbered(replace_line(tekst, nummer, ""))
    assert [regel for _, regel in weg] == [regel for n, regel in oud if n != nummer]


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("", "Dit is samen 0 woorden in 0 regels."),
        ("een", "Dit is samen 1 woord in 1 regel."),
        (TEKST, "Dit is samen 7 woorden in 4 regels."),
    ],
)
def test_tellen(tekst, zin):
    assert count_text(tekst) == zin


def doe(woord: str, tekst: str = TEKST, nieuw: str = "") -> tuple[str, TypedLines]:
    """Return what is said, and what became of the text."""
    regels = TypedLines(Beurt(Stap(vraag(), ""), tekst, 0, 1))
    gelezen = read_word(woord)
    assert gelezen
    return do_word(gelezen, regels, lambda _vraag, _onderweg: nieuw), regels


@pytest.mark.parametrize(
    ("woord", "gezegd"),
    [
        (".lees", "1. Een café.\n2. - twee\n3. - drie\n4. Vier."),
        (".lees 2", "- twee"),
        (".zoek drie", "3. - drie"),
        (".zoek vijf", "“vijf” staat er niet in."),
        (".zoek", "Typ achter .zoek wat je zoekt, bijvoorbeeld: .zoek wijkagent"),
        (".woorden", "Dit is samen 7 woorden in 4 regels."),
        (".ongedaan", "Er is niets om ongedaan te maken."),
        (".regel", "Typ achter .regel het nummer van een regel, van 1 tot en met 4."),
        (".wis 5", "Typ achter .wis het nummer van een regel, van 1 tot en met 4."),
        (".lees nul", "Typ achter .lees het nummer van een regel, van 1 tot en met 4."),
        (".foo", ".foo ken ik niet. Met .hulp hoor je wat er kan."),
    ],
)
def test_wat_een_woord_zegt_zonder_iets_te_veranderen(woord, gezegd):
    zin, regels = doe(woord)
    assert zin == gezegd
    assert regels.tekst == TEKST


@pytest.mark.parametrize("woord", [".lees", ".regel 1", ".wis 1"])
def test_waar_niets_staat_is_niets_te_doen(woord):
    assert doe(woord, "")[0] == "Er staat nog niets."


@pytest.mark.parametrize(
    ("nummer", "nieuw", "gezegd", "tekst"),
    [
        (1, "Nieuw.", "Nu staat er: Nieuw.", "Nieuw.\n\n- twee\n  - drie\n\nVier."),
        (2, "nieuw", "Nu staat er: - nieuw", "Een café.\n\n- nieuw\n  - drie\n\nVier."),
        (3, "- nieuw", "Nu staat er: - nieuw", "Een café.\n\n- twee\n  - nieuw\n\nVier."),
        (3, "1. nieuw", "Nu staat er: 1. nieuw", "Een café.\n\n- twee\n  1. nieuw\n\nVier."),
        (4, "", "De regel blijft zoals hij was.", TEKST),
        (4, ".", "De regel blijft zoals hij was.", TEKST),
        (4, ".stop", "De regel blijft zoals hij was.", TEKST),
    ],
)
def test_een_regel_opnieuw_typen(nummer, nieuw, gezegd, tekst):
    zin, regels = doe(f".regel {nummer}", nieuw=nieuw)
    assert zin == gezegd
    assert regels.tekst == tekst
    assert regels.is_edited == (tekst != TEKST)


def test_een_regel_weghalen_en_terugkrijgen():
    zin, regels = doe(".wis 2")
    assert zin == "Weggehaald: - twee"
    assert regels.tekst == "Een café.\n\n  - drie\n\nVier."
    assert do_word(DotWord(".ongedaan"), regels, input) == "De laatste verandering is teruggenomen."
    assert regels.tekst == TEKST
    assert not regels.is_edited
