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

    stukken: list[str | BaseException]
    in_bezit: int = 0

    def __enter__(self):
        self.in_bezit += 1
        return self

    def __exit__(self, *_):
        self.in_bezit -= 1

    def read(self, _timeout):
        assert self.in_bezit == 1
        stuk = self.stukken.pop(0) if self.stukken else EOFError()
        if isinstance(stuk, BaseException):
            raise stuk
        return stuk


@dataclass
class Proef:
    """A reader with what it shows and what it passed on."""

    stukken: list[str | BaseException]
    onderweg: list[str] = field(default_factory=list)

    def __post_init__(self):
        self.scherm = io.StringIO()
        self.toetsen = Toetsen(list(self.stukken))
        self._invoer = LineInput(io.StringIO(), self.scherm, self.toetsen)

    def lees(self) -> str:
        try:
            return self._invoer("> ", self.onderweg.append)
        finally:
            assert self.toetsen.in_bezit == 0


def test_een_regel_per_teken_of_per_stuk():
    proef = Proef(["e", "é", "n", "\r", "twee\ndrie\r\n", "vi", "er\n"])
    assert [proef.lees() for _ in range(4)] == ["eén", "twee", "drie", "vier"]
    assert proef.scherm.getvalue() == "> eén\n> twee\n> drie\n> vier\n"


@pytest.mark.parametrize(
    ("getypt", "regel", "gezien"),
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
def test_verbeteren_en_toetsen_zonder_teken(getypt, regel, gezien):
    proef = Proef([getypt, "\n"])
    assert proef.lees() == regel
    assert proef.scherm.getvalue() == f"> {gezien}\n"


@pytest.mark.parametrize("einde", [EOFError(), KeyboardInterrupt(), OnderbrokenError(15)])
def test_wat_er_ook_een_eind_aan_maakt_de_onaffe_regel_is_doorgegeven(einde):
    proef = Proef(["vorige\nhal", "f", einde])
    assert proef.lees() == "vorige"
    with pytest.raises(type(einde)):
        proef.lees()
    assert proef.onderweg[-1] == "half"
    assert proef.scherm.getvalue().endswith("> half\n")


def test_ctrl_d_is_het_einde_ook_achter_een_tekst():
    proef = Proef(["half\x04rest\n"])
    with pytest.raises(EOFError):
        proef.lees()
    assert proef.onderweg == ["", "half"]
    assert proef.lees() == "rest"


def test_de_onaffe_regel_gaat_op_tijd_door_en_niet_vaker_dan_ze_verandert(monkeypatch):
    nu = iter([0.0, 0.1, 0.2, 0.45, 0.9, 1.4])
    monkeypatch.setattr(line_input.time, "monotonic", lambda: next(nu))
    proef = Proef(["a", "b", "", "", "c\n"])
    assert proef.lees() == "abc"
    assert proef.onderweg == ["", "ab"]


def test_een_scherm_dat_weg_is_verliest_de_regel_niet():
    def weg(_):
        raise OSError(5, "weg")

    proef = Proef(["half", OnderbrokenError(1)])
    proef.scherm.flush = lambda: "half" in proef.onderweg and weg(0)
    with pytest.raises(OnderbrokenError):
        proef.lees()
    assert proef.onderweg == ["", "half"]


def test_zonder_toetsenbord_komen_gewone_regels():
    scherm = io.StringIO()
    invoer = LineInput(io.StringIO("een\ntwee"), scherm)
    assert (invoer("> "), invoer("> ")) == ("een", "twee")
    with pytest.raises(EOFError):
        invoer("> ")
    assert keys_of(io.StringIO()) is None


@settings(derandomize=True, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=20), max_size=9))
def test_elke_regel_komt_over_hoe_de_stukken_ook_vallen(regels):
    alles = "".join(f"{regel}\n" for regel in regels)
    for maat in (1, 3, 1000):
        proef = Proef([alles[i : i + maat] for i in range(0, len(alles), maat)])
        assert [proef.lees() for _ in regels] == regels


class Console:
    """The keys of a Windows console."""

    def __init__(self, toetsen: str) -> None:
        self._toetsen = list(toetsen)

    def kbhit(self) -> bool:
        return bool(self._toetsen)

    def getwch(self) -> str:
        return self._toetsen.pop(0)


@pytest.mark.parametrize(
    ("toetsen", "regel"),
    [
        ("een\r", "een"),
        ("\xe0Ha\x00;b\r", "ab"),
        ("voilà: à la carte\r", "voilà: à la carte"),
        ("\xe0\r", "à"),
        ("\ud83d\ude00\r", "\ud83d\ude00"),
    ],
)
def test_de_toetsen_van_een_windowsconsole(toetsen, regel):
    keys = ConsoleKeys(Console(toetsen), lambda _: None)
    assert LineInput(io.StringIO(), io.StringIO(), keys)("> ") == regel


@pytest.mark.parametrize(("toets", "einde"), [("\x03", KeyboardInterrupt), ("\x1a", EOFError)])
def test_stoppen_in_een_windowsconsole(toets, einde):
    onderweg: list[str] = []
    keys = ConsoleKeys(Console(f"half{toets}"), lambda _: None)
    with pytest.raises(einde):
        LineInput(io.StringIO(), io.StringIO(), keys)("> ", onderweg.append)
    assert onderweg == ["", "half"]


def test_een_windowsconsole_wacht_niet_langer_dan_gevraagd():
    geslapen: list[float] = []
    assert ConsoleKeys(Console(""), geslapen.append).read(0.4) == ""
    assert 0.3 < sum(geslapen) <= 0.5


def test_een_keuze_die_afgebroken_wordt_heet_niet_bewaard():
    """Nobody keeps a number that was half typed, so nobody says so."""
    for onderweg, is_bewaard in ((forget, False), ([].append, True)):
        lezer = LineInput(io.StringIO(), io.StringIO(), Toetsen(["half", OnderbrokenError(15)]))
        with pytest.raises(OnderbrokenError) as fout:
            lezer("Typ een nummer: ", onderweg)
        assert fout.value.signaal == 15
        assert ("bewaard als concept" in str(fout.value)) is is_bewaard
