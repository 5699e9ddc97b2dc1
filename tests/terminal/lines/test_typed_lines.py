"""The words about the text of an answer that is typed in plain lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from keystrokes import vraag

from trials import trials
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

TEXT = "Een café.\n\n- twee\n  - drie\n\nVier."


@pytest.mark.parametrize(
    ("line", "word"),
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
def test_een_woord_of_een_regel_van_het_antwoord(line, word):
    assert read_word(line) == word


def test_alleen_regels_met_woorden_hebben_een_nummer():
    assert [number for number, _ in numbered(TEXT)] == [1, 2, 3, 4]
    assert numbered(TEXT)[3] == (4, "Vier.")


@pytest.mark.parametrize(
    ("sought", "numbers"),
    [("CAFE", [1]), ("e", [1, 2, 3, 4]), ("- twee", [2]), ("vijf", []), ("Café", [1])],
)
def test_zoeken_let_niet_op_hoofdletters_en_accenten(sought, numbers):
    assert [number for number, _ in find_lines(TEXT, sought)] == numbers


@given(st.lists(st.sampled_from(["", " ", "een", "- twee"]), max_size=8), st.integers(1, 9))
@trials(100)
def test_een_andere_regel_laat_de_rest_zoals_hij_was(lines, number):
    text = "\n".join(lines)
    old = numbered(text)
    new = numbered(replace_line(text, number, "NIEUW"))
    assert new == [(n, "NIEUW" if n == number else line) for n, line in old]
    gone = numbered(replace_line(text, number, ""))
    assert [line for _, line in gone] == [line for n, line in old if n != number]


@pytest.mark.parametrize(
    ("text", "zin"),
    [
        ("", "Dit is samen 0 woorden in 0 regels."),
        ("een", "Dit is samen 1 woord in 1 regel."),
        (TEXT, "Dit is samen 7 woorden in 4 regels."),
    ],
)
def test_tellen(text, zin):
    assert count_text(text) == zin


def perform(word: str, text: str = TEXT, new: str = "") -> tuple[str, TypedLines]:
    """Return what is said, and what became of the text."""
    lines = TypedLines(Beurt(Stap(vraag(), ""), text, 0, 1))
    reading = read_word(word)
    assert reading
    return do_word(reading, lines, lambda _vraag, _under_way: new), lines


@pytest.mark.parametrize(
    ("word", "said"),
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
def test_wat_een_woord_zegt_zonder_iets_te_veranderen(word, said):
    zin, lines = perform(word)
    assert zin == said
    assert lines.text == TEXT


@pytest.mark.parametrize("word", [".lees", ".regel 1", ".wis 1"])
def test_waar_niets_staat_is_niets_te_doen(word):
    assert perform(word, "")[0] == "Er staat nog niets."


@pytest.mark.parametrize(
    ("number", "new", "said", "text"),
    [
        (1, "Nieuw.", "Nu staat er: Nieuw.", "Nieuw.\n\n- twee\n  - drie\n\nVier."),
        (2, "nieuw", "Nu staat er: - nieuw", "Een café.\n\n- nieuw\n  - drie\n\nVier."),
        (3, "- nieuw", "Nu staat er: - nieuw", "Een café.\n\n- twee\n  - nieuw\n\nVier."),
        (3, "1. nieuw", "Nu staat er: 1. nieuw", "Een café.\n\n- twee\n  1. nieuw\n\nVier."),
        (4, "", "De regel blijft zoals hij was.", TEXT),
        (4, ".", "De regel blijft zoals hij was.", TEXT),
        (4, ".stop", "De regel blijft zoals hij was.", TEXT),
    ],
)
def test_een_regel_opnieuw_typen(number, new, said, text):
    zin, lines = perform(f".regel {number}", new=new)
    assert zin == said
    assert lines.text == text
    assert lines.is_edited == (text != TEXT)


def test_een_regel_weghalen_en_terugkrijgen():
    zin, lines = perform(".wis 2")
    assert zin == "Weggehaald: - twee"
    assert lines.text == "Een café.\n\n  - drie\n\nVier."
    assert do_word(DotWord(".ongedaan"), lines, input) == "De laatste verandering is teruggenomen."
    assert lines.text == TEXT
    assert not lines.is_edited
