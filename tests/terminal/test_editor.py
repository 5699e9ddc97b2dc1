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

    lines: list = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    concepten: list[str] = field(default_factory=list)

    def zeg(self, zin: str, path: object = "") -> None:
        self.said.append(f"{zin} {path}".rstrip())

    def read(self, vraag: str) -> str:
        self.said.append(vraag)
        if not self.lines:
            raise EOFError
        line = self.lines.pop(0)
        if isinstance(line, BaseException):
            raise line
        if callable(line):
            line(self.file)
            return ""
        return line

    @property
    def file(self) -> Path:
        """The file, which an editor of these tests says the name of."""
        return Path(Path(os.environ["TMPDIR"], "naam").read_text("utf-8"))

    @property
    def everything(self) -> str:
        return "\n".join(self.said)


@pytest.fixture
def ga(editor, tmp_path):
    """Visit an editor that does this, and return (the text, the user, whether its file is left)."""

    def perform(
        doet: str, *lines, text: str = "Oud.", concepten: list[str] | None = None, **options
    ):
        noem = f"pathlib.Path({str(tmp_path / 'naam')!r}).write_text(str(pad))"
        editor(f"{noem}\n{doet}")
        somebody = Iemand(list(lines), concepten=[] if concepten is None else concepten)
        new = edit_text(
            text,
            "ambitie",
            EditorUser(somebody.zeg, somebody.read, somebody.concepten.append),
            **options,
        )
        assert somebody.file.name == "ambitie.txt"
        is_over = somebody.file.exists()
        assert is_over == somebody.file.parent.exists()
        assert is_over == (str(somebody.file) in somebody.everything), (
            "wat blijft staan wordt genoemd"
        )
        assert not somebody.lines
        return new, somebody, is_over

    return perform


def schrijf(data: bytes) -> str:
    return f"pad.write_bytes({data!r})"


@pytest.mark.parametrize(
    ("data", "text", "said"),
    [
        ("Eén.\n\n- twee\n".encode(), "Eén.\n\n- twee", ""),
        ("\ufeffEén.\r\n".encode(), "Eén.", ""),
        (UTF16, "Eén € 20.", ""),
        ("Café € 20.\r\n".encode("cp1252"), "Café € 20.", "gelezen als Windows-1252"),
        (b"een\ttab  \n", "een    tab", "opgeschoond"),
    ],
)
def test_wat_de_editor_bewaart_komt_over_en_het_bestand_gaat_weg(ga, data, text, said):
    new, somebody, is_over = ga(schrijf(data))
    assert (new, is_over) == (text, False)
    assert somebody.concepten[-1] == text
    assert said in somebody.everything
    assert bool(said) == bool(somebody.said)


@pytest.mark.parametrize(("system", "end"), [("linux", b"\n"), ("win32", b"\r\n")])
def test_de_editor_krijgt_de_tekst_met_de_regeleindes_van_het_systeem(ga, system, end):
    doet = "data = pad.read_bytes()\npad.write_bytes(data + repr(data).encode())"
    new, _, _ = ga(doet, text="é\n\n- twee", system=system)
    assert new == "é\n\n- twee" + repr("é\n\n- twee".encode().replace(b"\n", end))


def test_halve_tekens_houden_de_editor_niet_tegen(ga):
    new, _, _ = ga("pad.write_bytes(pad.read_bytes() + b'.')", text="\udce9 \ud83d\ude00 \ud83d")
    assert new == "é 😀 \ufffd."


@pytest.mark.parametrize("data", [WORD, b"%PDF-1.7", b"a\x00b", b"{\\rtf1 x}", b"\x81"])
def test_wat_geen_tekst_is_blijft_staan_en_wordt_genoemd(ga, data):
    new, somebody, is_over = ga(schrijf(data), "stop")
    assert (new, is_over, somebody.concepten) == (None, True, [])
    assert somebody.file.read_bytes() == data
    assert "is niet over te nemen: dit is" in somebody.everything


def test_wat_opnieuw_als_tekst_bewaard_is_komt_toch_over(ga):
    new, _, is_over = ga(
        schrijf(WORD),
        lambda path: path.write_bytes(b"\x81"),
        lambda path: path.write_text("Nu goed.", "utf-8"),
    )
    assert (new, is_over) == ("Nu goed.", True)


def test_een_editor_die_meteen_terugkomt_wacht_op_enter(ga):
    new, somebody, is_over = ga("pass", lambda path: path.write_bytes(UTF16))
    assert (new, is_over) == ("Eén € 20.", True)  # it may still be open, and be saved once more
    assert (
        "mijn-editor kwam terug, maar in het bestand is nog niets veranderd." in somebody.everything
    )
    assert "`code --wait` (VS Code)" in somebody.everything
    assert "Druk op Enter als je klaar bent met opslaan." in somebody.everything


@pytest.mark.parametrize("line", ["", KeyboardInterrupt(), EOFError()])
def test_wie_niets_bewaart_houdt_zijn_tekst_en_het_bestand(ga, line):
    new, somebody, is_over = ga("pass", line)
    assert (new, is_over) == (None, True)
    assert somebody.concepten == []


def test_een_editor_die_dezelfde_tekst_bewaarde_is_klaar(ga):
    new, somebody, is_over = ga(
        "import os\ndata = pad.read_bytes()\nos.unlink(pad)\npad.write_bytes(data)\n"
        "os.utime(pad, (1, 1))"
    )
    assert (new, is_over) == (None, False)
    assert somebody.said == ["In je tekstprogramma is niets veranderd."]


def test_een_editor_in_de_terminal_die_niets_bewaart_is_klaar(ga, monkeypatch):
    monkeypatch.setattr(
        "uitvoeringsplan.terminal.editor_choice._STAYING", frozenset({"mijn-editor"})
    )
    new, somebody, is_over = ga("pass")
    assert (new, is_over) == (None, False)
    assert somebody.said == ["In je tekstprogramma is niets veranderd."]


@pytest.mark.parametrize(("antwoord", "new"), [("ja", "Nieuw."), ("nee", None)])
def test_een_editor_die_met_een_fout_eindigt_laat_de_gebruiker_kiezen(ga, antwoord, new):
    received, somebody, is_over = ga(schrijf(b"Nieuw.") + "\nsys.exit(3)", "wat", antwoord)
    assert (received, is_over) == (new, new is None)
    assert "eindigde met een fout (3)" in somebody.everything


@pytest.mark.parametrize(("antwoord", "new"), [("ja", ""), ("nee", None)])
def test_een_leeg_bestand_maakt_de_tekst_niet_zomaar_leeg(ga, antwoord, new):
    received, somebody, is_over = ga(schrijf(b" \n"), antwoord)
    assert (received, is_over) == (new, False)
    assert somebody.concepten == ([""] if antwoord == "ja" else [])


def test_een_bestand_dat_weg_is_laat_de_tekst_zoals_hij_was(editor):
    editor("import shutil\nshutil.rmtree(pad.parent)")
    somebody = Iemand()
    assert edit_text("Oud.", "v", EditorUser(somebody.zeg, somebody.read)) is None
    assert somebody.everything.startswith(
        "Dit bestand is niet te lezen; je tekst is zoals hij was:"
    )


def test_wat_tussendoor_bewaard_is_staat_meteen_in_het_concept(ga, tmp_path):
    """The editor waits until its first version is in the draft, as one that stays open."""
    seen = tmp_path / "gezien"
    os.mkfifo(seen)  # whoever reads it waits until something is written

    class Concepten(list):
        def append(self, text: str) -> None:
            super().append(text)
            if len(self) == 1:
                seen.write_text("ja", "utf-8")

    _, somebody, _ = ga(
        f"pad.write_text('een')\npathlib.Path({str(seen)!r}).read_text()\n"
        "pad.write_text('een, twee')",
        concepten=Concepten(),
    )
    assert somebody.concepten[0] == "een"
    assert somebody.concepten[-1] == "een, twee"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows kent deze signalen niet")
@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGHUP])
def test_een_signaal_houdt_wat_bewaard_is_en_eindigt_dan(ga, kind):
    doet = (
        f"import os, signal\npad.write_text('Bewaard.')\n"
        f"signal.signal({int(kind)}, lambda *_: sys.exit(1))\n"
        f"os.kill(os.getppid(), {int(kind)})\nos.kill(os.getpid(), {int(kind)})\nsignal.pause()"
    )
    old = signal.getsignal(kind)
    with pytest.raises(OnderbrokenError) as error:
        ga(doet)
    assert error.value.signal == kind
    assert signal.getsignal(kind) == old


def test_ctrl_c_is_voor_de_editor_alleen(ga):
    new, _, _ = ga(
        "import os, signal\nos.kill(os.getppid(), signal.SIGINT)\npad.write_text('Bewaard.')"
    )
    assert new == "Bewaard."


def test_zonder_programma_of_plek_blijft_de_tekst(editor, monkeypatch):
    somebody = Iemand()
    who = EditorUser(somebody.zeg, somebody.read)
    assert edit_text("Oud.", "v", who, environment={"VISUAL": "bestaat-niet"}) is None
    assert "“bestaat-niet” (uit VISUAL) is niet te vinden." in somebody.said[0]
    editor("pass").write_bytes(b"\x7fELF geen programma")
    assert edit_text("Oud.", "v", who) is None
    assert "is niet te starten" in somebody.said[1]
    monkeypatch.setattr("tempfile.tempdir", "/bestaat/niet")
    assert edit_text("Oud.", "v", who) is None
    assert "kan geen tijdelijk bestand gemaakt worden" in somebody.said[2]
