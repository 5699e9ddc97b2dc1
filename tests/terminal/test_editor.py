"""A visit to the user's own editor: whatever it leaves is taken over, or stays and is named."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from uitvoeringsplan.errors import OnderbrokenError
from uitvoeringsplan.terminal.editor import EditorUser, edit_text

UTF16 = "Eén € 20.\r\n".encode("utf-16")
WORD = b"PK\x03\x04\x00word/document.xml"


@dataclass
class Iemand:
    """A user who types these lines when asked; a function among them is done, and types nothing."""

    regels: list = field(default_factory=list)
    gezegd: list[str] = field(default_factory=list)
    concepten: list[str] = field(default_factory=list)

    def zeg(self, zin: str, pad: object = "") -> None:
        self.gezegd.append(f"{zin} {pad}".rstrip())

    def lees(self, vraag: str) -> str:
        self.gezegd.append(vraag)
        if not self.regels:
            raise EOFError
        regel = self.regels.pop(0)
        if isinstance(regel, BaseException):
            raise regel
        if callable(regel):
            regel(self.bestand)
            return ""
        return regel

    @property
    def bestand(self) -> Path:
        """The file, which an editor of these tests says the name of."""
        return Path(Path(os.environ["TMPDIR"], "naam").read_text("utf-8"))

    @property
    def alles(self) -> str:
        return "\n".join(self.gezegd)


@pytest.fixture
def ga(editor, tmp_path):
    """Visit an editor that does this, and return (the text, the user, whether its file is left)."""

    def doe(doet: str, *regels, tekst: str = "Oud.", concepten: list[str] | None = None, **opties):
        noem = f"pathlib.Path({str(tmp_path / 'naam')!r}).write_text(str(pad))"
        editor(f"{noem}\n{doet}")
        iemand = Iemand(list(regels), concepten=[] if concepten is None else concepten)
        nieuw = edit_text(
            tekst, "ambitie", EditorUser(iemand.zeg, iemand.lees, iemand.concepten.append), **opties
        )
        assert iemand.bestand.name == "ambitie.txt"
        is_over = iemand.bestand.exists()
        assert is_over == iemand.bestand.parent.exists()
        assert is_over == (str(iemand.bestand) in iemand.alles), "wat blijft staan wordt genoemd"
        assert not iemand.regels
        return nieuw, iemand, is_over

    return doe


def schrijf(data: bytes) -> str:
    return f"pad.write_bytes({data!r})"


@pytest.mark.parametrize(
    ("data", "tekst", "gezegd"),
    [
        ("Eén.\n\n- twee\n".encode(), "Eén.\n\n- twee", ""),
        ("\ufeffEén.\r\n".encode(), "Eén.", ""),
        (UTF16, "Eén € 20.", ""),
        ("Café € 20.\r\n".encode("cp1252"), "Café € 20.", "gelezen als Windows-1252"),
        (b"een\ttab  \n", "een    tab", "opgeschoond"),
    ],
)
def test_wat_de_editor_bewaart_komt_over_en_het_bestand_gaat_weg(ga, data, tekst, gezegd):
    nieuw, iemand, is_over = ga(schrijf(data))
    assert (nieuw, is_over) == (tekst, False)
    assert iemand.concepten[-1] == tekst
    assert gezegd in iemand.alles
    assert bool(gezegd) == bool(iemand.gezegd)


@pytest.mark.parametrize(("systeem", "einde"), [("linux", b"\n"), ("win32", b"\r\n")])
def test_de_editor_krijgt_de_tekst_met_de_regeleindes_van_het_systeem(ga, systeem, einde):
    doet = "data = pad.read_bytes()\npad.write_bytes(data + repr(data).encode())"
    nieuw, _, _ = ga(doet, tekst="é\n\n- twee", systeem=systeem)
    assert nieuw == "é\n\n- twee" + repr("é\n\n- twee".encode().replace(b"\n", einde))


def test_halve_tekens_houden_de_editor_niet_tegen(ga):
    nieuw, _, _ = ga("pad.write_bytes(pad.read_bytes() + b'.')", tekst="\udce9 \ud83d\ude00 \ud83d")
    assert nieuw == "é 😀 \ufffd."


@pytest.mark.parametrize("data", [WORD, b"%PDF-1.7", b"a\x00b", b"{\\rtf1 x}", b"\x81"])
def test_wat_geen_tekst_is_blijft_staan_en_wordt_genoemd(ga, data):
    nieuw, iemand, is_over = ga(schrijf(data), "stop")
    assert (nieuw, is_over, iemand.concepten) == (None, True, [])
    assert iemand.bestand.read_bytes() == data
    assert "is niet over te nemen: dit is" in iemand.alles


def test_wat_opnieuw_als_tekst_bewaard_is_komt_toch_over(ga):
    nieuw, _, is_over = ga(
        schrijf(WORD),
        lambda pad: pad.write_bytes(b"\x81"),
        lambda pad: pad.write_text("Nu goed.", "utf-8"),
    )
    assert (nieuw, is_over) == ("Nu goed.", True)


def test_een_editor_die_meteen_terugkomt_wacht_op_enter(ga):
    nieuw, iemand, is_over = ga("pass", lambda pad: pad.write_bytes(UTF16))
    assert (nieuw, is_over) == ("Eén € 20.", True)  # it may still be open, and be saved once more
    assert "mijn-editor kwam terug, maar in het bestand is nog niets veranderd." in iemand.alles
    assert "`code --wait` (VS Code)" in iemand.alles
    assert "Druk op Enter als je klaar bent met opslaan." in iemand.alles


@pytest.mark.parametrize("regel", ["", KeyboardInterrupt(), EOFError()])
def test_wie_niets_bewaart_houdt_zijn_tekst_en_het_bestand(ga, regel):
    nieuw, iemand, is_over = ga("pass", regel)
    assert (nieuw, is_over) == (None, True)
    assert iemand.concepten == []


def test_een_editor_die_dezelfde_tekst_bewaarde_is_klaar(ga):
    nieuw, iemand, is_over = ga(
        "import os\ndata = pad.read_bytes()\nos.unlink(pad)\npad.write_bytes(data)\n"
        "os.utime(pad, (1, 1))"
    )
    assert (nieuw, is_over) == (None, False)
    assert iemand.gezegd == ["In je tekstprogramma is niets veranderd."]


def test_een_editor_in_de_terminal_die_niets_bewaart_is_klaar(ga, monkeypatch):
    monkeypatch.setattr(
        "uitvoeringsplan.terminal.editor_choice._STAYING", frozenset({"mijn-editor"})
    )
    nieuw, iemand, is_over = ga("pass")
    assert (nieuw, is_over) == (None, False)
    assert iemand.gezegd == ["In je tekstprogramma is niets veranderd."]


@pytest.mark.parametrize(("antwoord", "nieuw"), [("ja", "Nieuw."), ("nee", None)])
def test_een_editor_die_met_een_fout_eindigt_laat_de_gebruiker_kiezen(ga, antwoord, nieuw):
    gekregen, iemand, is_over = ga(schrijf(b"Nieuw.") + "\nsys.exit(3)", "wat", antwoord)
    assert (gekregen, is_over) == (nieuw, nieuw is None)
    assert "eindigde met een fout (3)" in iemand.alles


@pytest.mark.parametrize(("antwoord", "nieuw"), [("ja", ""), ("nee", None)])
def test_een_leeg_bestand_maakt_de_tekst_niet_zomaar_leeg(ga, antwoord, nieuw):
    gekregen, iemand, is_over = ga(schrijf(b" \n"), antwoord)
    assert (gekregen, is_over) == (nieuw, False)
    assert iemand.concepten == ([""] if antwoord == "ja" else [])


def test_een_bestand_dat_weg_is_laat_de_tekst_zoals_hij_was(editor):
    editor("import shutil\nshutil.rmtree(pad.parent)")
    iemand = Iemand()
    assert edit_text("Oud.", "v", EditorUser(iemand.zeg, iemand.lees)) is None
    assert iemand.alles.startswith("Dit bestand is niet te lezen; je tekst is zoals hij was:")


def test_wat_tussendoor_bewaard_is_staat_meteen_in_het_concept(ga, tmp_path):
    """The editor waits until its first version is in the draft, as one that stays open."""
    gezien = tmp_path / "gezien"
    os.mkfifo(gezien)  # whoever reads it waits until something is written

    class Concepten(list):
        def append(self, tekst: str) -> None:
            super().append(tekst)
            if len(self) == 1:
                gezien.write_text("ja", "utf-8")

    _, iemand, _ = ga(
        f"pad.write_text('een')\npathlib.Path({str(gezien)!r}).read_text()\n"
        "pad.write_text('een, twee')",
        concepten=Concepten(),
    )
    assert iemand.concepten[0] == "een"
    assert iemand.concepten[-1] == "een, twee"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows kent deze signalen niet")
@pytest.mark.parametrize("soort", [signal.SIGTERM, signal.SIGHUP])
def test_een_signaal_houdt_wat_bewaard_is_en_eindigt_dan(ga, soort):
    doet = (
        f"import os, signal\npad.write_text('Bewaard.')\n"
        f"signal.signal({int(soort)}, lambda *_: sys.exit(1))\n"
        f"os.kill(os.getppid(), {int(soort)})\nos.kill(os.getpid(), {int(soort)})\nsignal.pause()"
    )
    oud = signal.getsignal(soort)
    with pytest.raises(OnderbrokenError) as fout:
        ga(doet)
    assert fout.value.signaal == soort
    assert signal.getsignal(soort) == oud


def test_ctrl_c_is_voor_de_editor_alleen(ga):
    nieuw, _, _ = ga(
        "import os, signal\nos.kill(os.getppid(), signal.SIGINT)\npad.write_text('Bewaard.')"
    )
    assert nieuw == "Bewaard."


def test_zonder_programma_of_plek_blijft_de_tekst(editor, monkeypatch):
    iemand = Iemand()
    wie = EditorUser(iemand.zeg, iemand.lees)
    assert edit_text("Oud.", "v", wie, omgeving={"VISUAL": "bestaat-niet"}) is None
    assert "“bestaat-niet” (uit VISUAL) is niet te vinden." in iemand.gezegd[0]
    editor("pass").write_bytes(b"\x7fELF geen programma")
    assert edit_text("Oud.", "v", wie) is None
    assert "is niet te starten" in iemand.gezegd[1]
    monkeypatch.setattr("tempfile.tempdir", "/bestaat/niet")
    assert edit_text("Oud.", "v", wie) is None
    assert "kan geen tijdelijk bestand gemaakt worden" in iemand.gezegd[2]
