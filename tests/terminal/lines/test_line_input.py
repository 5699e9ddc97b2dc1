"""Lines from a keyboard, of which the unfinished one is never lost."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from uitvoeringsplan.errors import OnderbrokenError
from uitvoeringsplan.model.beurt import forget
from uitvoeringsplan.terminal.lines import line_input
from uitvoeringsplan.terminal.lines.line_input import ConsoleKeys, LineInput, keys_of


@dataclass
class Toetsen:
    """Keys that come in these chunks; an exception among them is raised."""

    runs: list[str | BaseException]
    in_possession: int = 0

    def __enter__(self):
        self.in_possession += 1
        return self

    def __exit__(self, *_):
        self.in_possession -= 1

    def read(self, _timeout):
        assert self.in_possession == 1
        run = self.runs.pop(0) if self.runs else EOFError()
        if isinstance(run, BaseException):
            raise run
        return run


@dataclass
class Proef:
    """A reader with what it shows and what it passed on."""

    runs: list[str | BaseException]
    under_way: list[str] = field(default_factory=list)

    def __post_init__(self):
        self.screen = io.StringIO()
        self.keys = Toetsen(list(self.runs))
        self._typed = LineInput(io.StringIO(), self.screen, self.keys)

    def read(self) -> str:
        try:
            return self._typed("> ", self.under_way.append)
        finally:
            assert self.keys.in_possession == 0


def test_een_regel_per_teken_of_per_stuk():
    trial = Proef(["e", "é", "n", "\r", "twee\ndrie\r\n", "vi", "er\n"])
    assert [trial.read() for _ in range(4)] == ["eén", "twee", "drie", "vier"]
    assert trial.screen.getvalue() == "> eén\n> twee\n> drie\n> vier\n"


@pytest.mark.parametrize(
    ("typed", "line", "seen"),
    [
        ("abc\x7fd", "abd", "abc\b \bd"),
        ("abc\bd", "abd", "abc\b \bd"),
        ("\x7fa", "a", "a"),
        ("e\u0301\x7fa", "a", "e\u0301\b \ba"),
        ("漢\x7fa", "a", "漢\b \b\b \ba"),
        ("\t\x7fa", "a", "    " + "\b \b" * 4 + "a"),
        ("een twee \x17x", "een x", "een twee " + "\b \b" * 5 + "x"),
        ("een\x15x", "x", "een" + "\b \b" * 3 + "x"),
        ("a\x1b[Ab\x1bOPc\x1b[1;5Cd\x1bxe\x1b", "abcde", "abcde"),
        ("a\x00\x07\x9bb", "ab", "ab"),
        ("- een\ttab", "- een\ttab", "- een    tab"),
    ],
)
def test_verbeteren_en_toetsen_zonder_teken(typed, line, seen):
    trial = Proef([typed, "\n"])
    assert trial.read() == line
    assert trial.screen.getvalue() == f"> {seen}\n"


@pytest.mark.parametrize("end", [EOFError(), KeyboardInterrupt(), OnderbrokenError(15)])
def test_wat_er_ook_een_eind_aan_maakt_de_onaffe_regel_is_doorgegeven(end):
    trial = Proef(["vorige\nhal", "f", end])
    assert trial.read() == "vorige"
    with pytest.raises(type(end)):
        trial.read()
    assert trial.under_way[-1] == "half"
    assert trial.screen.getvalue().endswith("> half\n")


def test_ctrl_d_is_het_einde_ook_achter_een_tekst():
    trial = Proef(["half\x04rest\n"])
    with pytest.raises(EOFError):
        trial.read()
    assert trial.under_way == ["", "half"]
    assert trial.read() == "rest"


def test_de_onaffe_regel_gaat_op_tijd_door_en_niet_vaker_dan_ze_verandert(monkeypatch):
    nu = iter([0.0, 0.1, 0.2, 0.45, 0.9, 1.4])
    monkeypatch.setattr(line_input.time, "monotonic", lambda: next(nu))
    trial = Proef(["a", "b", "", "", "c\n"])
    assert trial.read() == "abc"
    assert trial.under_way == ["", "ab"]


def test_een_scherm_dat_weg_is_verliest_de_regel_niet():
    def gone(_):
        raise OSError(5, "weg")

    trial = Proef(["half", OnderbrokenError(1)])
    trial.screen.flush = lambda: "half" in trial.under_way and gone(0)
    with pytest.raises(OnderbrokenError):
        trial.read()
    assert trial.under_way == ["", "half"]


def test_zonder_toetsenbord_komen_gewone_regels():
    screen = io.StringIO()
    typed = LineInput(io.StringIO("een\ntwee"), screen)
    assert (typed("> "), typed("> ")) == ("een", "twee")
    with pytest.raises(EOFError):
        typed("> ")
    assert keys_of(io.StringIO()) is None


@settings(derandomize=True, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=20), max_size=9))
def test_elke_regel_komt_over_hoe_de_stukken_ook_vallen(lines):
    everything = "".join(f"{line}\n" for line in lines)
    for size in (1, 3, 1000):
        trial = Proef([everything[i : i + size] for i in range(0, len(everything), size)])
        assert [trial.read() for _ in lines] == lines


class Console:
    """The keys of a Windows console."""

    def __init__(self, pressed: str) -> None:
        self._keys = list(pressed)

    def kbhit(self) -> bool:
        return bool(self._keys)

    def getwch(self) -> str:
        return self._keys.pop(0)


@pytest.mark.parametrize(
    ("pressed", "line"),
    [
        ("een\r", "een"),
        ("\xe0Ha\x00;b\r", "ab"),
        ("voilà: à la carte\r", "voilà: à la carte"),
        ("\xe0\r", "à"),
        ("\ud83d\ude00\r", "\ud83d\ude00"),
    ],
)
def test_de_toetsen_van_een_windowsconsole(pressed, line):
    keys = ConsoleKeys(Console(pressed), lambda _: None)
    assert LineInput(io.StringIO(), io.StringIO(), keys)("> ") == line


@pytest.mark.parametrize(("key", "end"), [("\x03", KeyboardInterrupt), ("\x1a", EOFError)])
def test_stoppen_in_een_windowsconsole(key, end):
    under_way: list[str] = []
    keys = ConsoleKeys(Console(f"half{key}"), lambda _: None)
    with pytest.raises(end):
        LineInput(io.StringIO(), io.StringIO(), keys)("> ", under_way.append)
    assert under_way == ["", "half"]


def test_een_windowsconsole_wacht_niet_langer_dan_gevraagd():
    geslapen: list[float] = []
    assert ConsoleKeys(Console(""), geslapen.append).read(0.4) == ""
    assert 0.3 < sum(geslapen) <= 0.5


def test_een_keuze_die_afgebroken_wordt_heet_niet_bewaard():
    """Nobody keeps a number that was half typed, so nobody says so."""
    for under_way, is_saved in ((forget, False), ([].append, True)):
        reader = LineInput(io.StringIO(), io.StringIO(), Toetsen(["half", OnderbrokenError(15)]))
        with pytest.raises(OnderbrokenError) as error:
            reader("Typ een nummer: ", under_way)
        assert error.value.signal == 15
        assert ("bewaard als concept" in str(error.value)) is is_saved
