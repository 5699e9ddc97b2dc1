"""Writing, wiping out, and the clipboard."""

from __future__ import annotations

import base64
import gc

import pytest
from prompt_toolkit.application import Application
from prompt_toolkit.key_binding.defaults import load_key_bindings
from prompt_toolkit.layout import HSplit, Layout, Window
from prompt_toolkit.output.vt100 import Vt100_Output
from toetsenbord import plak, toetsenbord
from veldproef import (
    BACKSPACE,
    C_DELETE,
    CTRL_A,
    CTRL_V,
    CTRL_X,
    CTRL_Z,
    DELETE,
    ENTER,
    ESC,
    S_HOME,
    S_LINKS,
    TAB,
    schrijf,
)

from uitvoeringsplan.model.beurt import vergeet
from uitvoeringsplan.terminal.bewaker import vraag_bewaakt
from uitvoeringsplan.terminal.field.klembord import KLEMBORD, tell
from uitvoeringsplan.terminal.field.plakken import clean_paste
from uitvoeringsplan.terminal.field.veld import Veld

FAMILIE = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
# Keys of the library that the screen binds, or that do nothing by themselves.
ANDERS = {"<cursor-position-response>", "<sigint>", "<scroll-up>", "<scroll-down>", "<ignore>"}
ANDERS |= {"<windows-mouse-event>", "<vt100-mouse-event>", "c-c", "c-d", "c-s", "c-j", "c-m"}


@pytest.mark.parametrize("letter", ["e\u0301", FAMILIE, "⚠\ufe0f", "\U0001f1f3\U0001f1f1", "漢"])
def test_wissen_neemt_wat_een_lezer_als_een_letter_ziet(letter):
    assert schrijf(BACKSPACE, tekst=f"a{letter}").tekst == "a"
    assert schrijf(DELETE, tekst=f"{letter}b", plek=0).tekst == "b"


def test_ctrl_delete_wist_een_woord():
    assert schrijf(C_DELETE, tekst="een twee drie", plek=4).tekst == "een drie"


def test_een_harde_spatie_en_een_emoji_zijn_te_typen():
    assert schrijf(f"a\u00a0{FAMILIE}").tekst == f"a\u00a0{FAMILIE}"


def test_wissen_en_typen_nemen_de_selectie():
    assert schrijf(S_LINKS * 3, BACKSPACE, tekst="een twee").tekst == "een t"
    assert schrijf(S_LINKS * 3, "oe", tekst="een twee").tekst == "een toe"


def test_knippen_en_plakken():
    proef = schrijf(S_HOME, CTRL_X, "x", CTRL_V, CTRL_V, tekst="een")
    assert proef.tekst == "xeeneen"


def test_knippen_zonder_selectie_laat_het_klembord_staan():
    KLEMBORD.tekst = "eerder"
    assert schrijf(CTRL_X, CTRL_V, tekst="een ").tekst == "een eerder"


def test_esc_laat_de_selectie_los():
    proef = schrijf(CTRL_A, ESC, "x", tekst="een")
    assert proef.tekst == "eenx"


def test_kopieren_laat_de_selectie_staan_en_zegt_het_de_terminal():
    proef = schrijf(CTRL_A, CTRL_X, tekst="reëel")
    assert f"\x1b]52;c;{base64.b64encode('reëel'.encode()).decode()}\x07" in proef.ruw
    veld = schrijf(CTRL_A, tekst="reëel").veld
    assert veld.heeft_selectie
    assert veld.copy_selection() == "reëel" == KLEMBORD.tekst
    assert veld.heeft_selectie


def test_zonder_selectie_is_er_niets_te_kopieren():
    KLEMBORD.tekst = "eerder"
    assert not schrijf(tekst="een").veld.copy_selection()
    assert KLEMBORD.tekst == "eerder"


@pytest.mark.parametrize(
    ("tekst", "terminal", "gezegd"),
    [
        ("a", "xterm", True),
        ("a", "linux", False),
        ("a", "dumb", False),
        ("a" * 99_999, "xterm", False),
    ],
)
def test_alleen_een_terminal_die_het_kan_hoort_wat_er_gekopieerd_is(tekst, terminal, gezegd):
    class Uit:
        encoding = "utf-8"
        geschreven = ""

        def write(self, data: str) -> None:
            self.geschreven += data

        def flush(self) -> None:
            pass

    uit = Uit()
    tell(Vt100_Output(uit, lambda: None), tekst, terminal)
    assert ("]52;c;" in uit.geschreven) == gezegd


# Pasting.


def test_geplakte_tekst_uit_word_wordt_onze_opmaak_en_dat_wordt_gezegd():
    proef = schrijf(plak("•\teen\r\no\tdieper"))
    assert proef.tekst == "- een\n  - dieper"
    assert ["opgeschoond" in zin for zin in proef.gezegd] == [True]


def test_gewone_tekst_plakken_is_een_stap_en_daar_is_niets_over_te_zeggen():
    assert schrijf(plak("a\nb\n\n- c")).gezegd == []
    assert schrijf("x", plak("a\nb"), CTRL_Z).tekst == "x"


def test_plakken_neemt_de_plaats_van_de_selectie():
    assert schrijf(CTRL_A, plak("nieuw"), tekst="oud").tekst == "nieuw"


def test_in_een_veld_van_een_regel_wordt_een_regeleinde_een_spatie():
    assert schrijf(plak("een\ntwee"), blok=False).tekst == "een twee"


def test_losse_bytes_in_een_plak_worden_letters():
    geplakt = clean_paste("caf\udce9", blok=True)
    assert geplakt.tekst == "café"
    assert geplakt.melding.startswith("De tekst is geen UTF-8")


def test_een_eigen_schoonmaker():
    assert schrijf(plak("abc"), plak=str.upper).tekst == "ABC"


def test_een_lange_plak_wijst_op_een_bestand():
    assert "F4" in schrijf(plak("woord " * 4000)).gezegd[0]


# Keys that do nothing.


def test_toetsen_van_emacs_doen_niets():
    veld = Veld("", blok=True)
    eigen = {b.keys[0] for b in veld.toetsen.bindings if len(b.keys) == 1}
    eigen = {getattr(key, "value", key) for key in eigen}
    bieb = {b.keys[0] for b in load_key_bindings().bindings if len(b.keys) == 1}
    bieb = {getattr(key, "value", key) for key in bieb}
    over = {key for key in bieb - eigen - ANDERS if len(key) > 1}
    assert {key for key in over if not (key[0] == "f" and key[1:].isdigit())} == set()


@pytest.mark.parametrize("toets", ["\x0b", "\x15", "\x17", "\x14", "\x0f", "\x11", "\x12", "\x1f"])
def test_ctrl_letters_zonder_betekenis_veranderen_niets(toets):
    proef = schrijf(toets, "x", tekst="een twee", plek=4)
    assert proef.tekst == "een xtwee"


def test_tab_en_enter_doen_niets_in_een_veld_van_een_regel():
    assert schrijf(TAB, ENTER, "x", tekst="- een", blok=False).tekst == "- eenx"


def test_het_aantal_woorden():
    assert schrijf(" drie", tekst="een twee").veld.aantal_woorden == 3


def test_een_toets_laat_geen_schermen_achter_in_het_geheugen():
    """Whole screens would be left, which are only cleared up when garbage is looked for."""

    def achtergelaten(toetsen: int) -> int:
        veld = Veld("", blok=True)
        with toetsenbord() as invoer:
            app: Application[None] = Application(Layout(HSplit([veld.venster, Window(height=1)])))
            nog = toetsen

            def druk(_app: object) -> None:
                nonlocal nog
                nog -= 1
                invoer.send_text("a" if nog > 0 else CTRL_Z)
                if nog == 0:
                    app.exit()

            app.after_render += druk
            gc.collect()
            gc.disable()
            try:
                vraag_bewaakt(app, lambda: veld.tekst, vergeet)
                return gc.collect()
            finally:
                gc.enable()

    assert achtergelaten(60) - achtergelaten(20) < 400
