"""Writing, wiping out, and the clipboard."""

from __future__ import annotations

import base64
import gc

import pytest
from keystrokes import plak, toetsenbord
from prompt_toolkit.application import Application
from prompt_toolkit.key_binding.defaults import load_key_bindings
from prompt_toolkit.layout import HSplit, Layout, Window
from prompt_toolkit.output.vt100 import Vt100_Output
from text_field_driver import (
    BACKSPACE,
    C_DELETE,
    C_END,
    C_HOME,
    C_LINKS,
    C_RECHTS,
    CS_END,
    CS_HOME,
    CS_LINKS,
    CS_RECHTS,
    CTRL_A,
    CTRL_V,
    CTRL_X,
    CTRL_Z,
    DELETE,
    END,
    ENTER,
    ESC,
    HOME,
    LINKS,
    OMHOOG,
    OMLAAG,
    PAGEDOWN,
    PAGEUP,
    RECHTS,
    S_END,
    S_HOME,
    S_LINKS,
    S_OMLAAG,
    S_PAGEDOWN,
    S_RECHTS,
    TAB,
    schrijf,
)

from uitvoeringsplan.model.beurt import forget
from uitvoeringsplan.terminal.field.editing import CLIPBOARD, clean_paste, tell
from uitvoeringsplan.terminal.field.field import TextField
from uitvoeringsplan.terminal.screen.window import run_guarded

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
    CLIPBOARD.text = "eerder"
    assert schrijf(CTRL_X, CTRL_V, tekst="een ").tekst == "een eerder"


def test_esc_laat_de_selectie_los():
    proef = schrijf(CTRL_A, ESC, "x", tekst="een")
    assert proef.tekst == "eenx"


def test_kopieren_laat_de_selectie_staan_en_zegt_het_de_terminal():
    proef = schrijf(CTRL_A, CTRL_X, tekst="reëel")
    assert f"\x1b]52;c;{base64.b64encode('reëel'.encode()).decode()}\x07" in proef.ruw
    veld = schrijf(CTRL_A, tekst="reëel").veld
    assert veld.has_selection
    assert veld.copy_selection() == "reëel" == CLIPBOARD.text
    assert veld.has_selection


def test_zonder_selectie_is_er_niets_te_kopieren():
    CLIPBOARD.text = "eerder"
    assert not schrijf(tekst="een").veld.copy_selection()
    assert CLIPBOARD.text == "eerder"


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
    geplakt = clean_paste("caf\udce9", is_block=True)
    assert geplakt.text == "café"
    assert geplakt.remark.startswith("De tekst is geen UTF-8")


def test_een_lange_plak_wijst_op_een_bestand():
    assert "F4" in schrijf(plak("woord " * 4000)).gezegd[0]


# Keys that do nothing.


def test_toetsen_van_emacs_doen_niets():
    veld = TextField("", is_block=True)
    eigen = {b.keys[0] for b in veld.bindings.bindings if len(b.keys) == 1}
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
    assert schrijf(" drie", tekst="een twee").veld.word_count == 3


def test_een_toets_laat_geen_schermen_achter_in_het_geheugen():
    """Whole screens would be left, which are only cleared up when garbage is looked for."""

    def achtergelaten(toetsen: int) -> int:
        veld = TextField("", is_block=True)
        with toetsenbord() as invoer:
            app: Application[None] = Application(Layout(HSplit([veld.window, Window(height=1)])))
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
                run_guarded(app, lambda: veld.text, forget)
                return gc.collect()
            finally:
                gc.enable()

    assert achtergelaten(60) - achtergelaten(20) < 400


def test_de_cursor_gaat_per_schermregel():
    proef = schrijf(OMHOOG, tekst="een twee drie vier vijf zes zeven acht negen tien", maat=(20, 6))
    assert proef.regels[:3] == ["een twee drie vier", "vijf zes zeven acht", "negen tien"]
    assert proef.cursor == (10, 1)


def test_omlaag_onthoudt_de_kolom_waar_de_cursor_begon():
    tekst = "een lange eerste regel\nkort\nnog een lange regel"
    proef = schrijf(OMLAAG, OMLAAG, tekst=tekst, plek=15)
    assert proef.cursor == (15, 2)


def test_end_laat_de_gewenste_kolom_los_ook_als_de_cursor_daar_al_staat():
    tekst = "een lange eerste regel\nkort\nnog een lange regel"
    proef = schrijf(OMLAAG, END, OMLAAG, tekst=tekst, plek=15)
    assert proef.cursor == (4, 2)


def test_een_emoji_van_meer_tekens_is_een_stap():
    familie = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
    assert schrijf(RECHTS, RECHTS, tekst=f"a{familie}b", plek=0).plek == 6


TWEE = "een twee drie vier vijf zes zeven acht negen tien"


@pytest.mark.parametrize(
    ("toets", "begin", "plek"),
    [
        (LINKS, 5, 4), (RECHTS, 5, 6), (LINKS, 0, 0), (RECHTS, 49, 49),
        (C_LINKS, 6, 4), (C_LINKS, 4, 0), (C_RECHTS, 5, 9), (C_RECHTS, 46, 49),
        (HOME, 25, 19), (END, 25, 38), (END, 45, 49), (C_HOME, 25, 0), (C_END, 25, 49),
    ],
)  # fmt: skip
def test_waar_een_toets_heen_gaat(toets, begin, plek):
    """The rows begin at 0, 19 and 39."""
    assert schrijf(toets, tekst=TWEE, plek=begin, maat=(20, 6)).plek == plek


@pytest.mark.parametrize(
    ("toets", "gekozen"),
    [
        (S_LINKS, "w"), (S_RECHTS, "e"), (S_HOME, "een tw"), (S_END, "ee drie vier"),
        (CS_LINKS, "tw"), (CS_RECHTS, "ee "), (CS_HOME, "een tw"),
        (CS_END, TWEE[6:]), (S_OMLAAG, TWEE[6:25]), (S_PAGEDOWN, TWEE[6:45]),
    ],
)  # fmt: skip
def test_shift_kiest_tot_waar_de_cursor_heen_gaat(toets, gekozen):
    assert schrijf(toets, tekst=TWEE, plek=6, maat=(20, 6)).gekozen == gekozen


def test_heen_en_terug_met_shift_kiest_niets():
    proef = schrijf(S_RECHTS, S_LINKS, tekst="een", plek=1)
    assert not proef.veld.has_selection


def test_een_pijltje_gaat_naar_het_einde_van_de_selectie():
    assert schrijf(S_LINKS * 3, LINKS, tekst="een twee").plek == 5
    assert schrijf(S_LINKS * 3, RECHTS, tekst="een twee").plek == 8


def test_pagedown_gaat_een_venster_verder_min_een_regel():
    tekst = "\n".join(map(str, range(30)))
    proef = schrijf(PAGEDOWN, PAGEDOWN, PAGEUP, tekst=tekst, plek=0, maat=(20, 8))
    assert tekst[: proef.plek].count("\n") == 7


def test_een_smal_en_een_breed_venster_breken_elk_op_hun_eigen_plek_af():
    assert schrijf(tekst=TWEE, maat=(11, 8)).regels[:3] == ["een twee", "drie vier", "vijf zes"]
    assert schrijf(tekst=TWEE, maat=(60, 8)).regels[0] == TWEE


def test_spaties_buiten_het_venster_houden_de_cursor_in_de_laatste_kolom():
    assert schrijf(tekst="een twee" + " " * 30 + "x", plek=30, maat=(20, 4)).cursor == (19, 0)
