"""Writing, wiping out, and the clipboard."""

from __future__ import annotations

import base64
import gc

import pytest
from keystrokes import keyboard, plak
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
    C_RIGHT,
    CS_END,
    CS_HOME,
    CS_LINKS,
    CS_RIGHT,
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
    RIGHT,
    S_END,
    S_HOME,
    S_LINKS,
    S_OMLAAG,
    S_PAGEDOWN,
    S_RIGHT,
    TAB,
    schrijf,
)

from uitvoeringsplan.model.beurt import forget
from uitvoeringsplan.terminal.field.editing import CLIPBOARD, clean_paste, tell
from uitvoeringsplan.terminal.field.field import TextField
from uitvoeringsplan.terminal.screen.window import run_guarded

FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
# Keys of the library that the screen binds, or that do nothing by themselves.
OTHERWISE = {"<cursor-position-response>", "<sigint>", "<scroll-up>", "<scroll-down>", "<ignore>"}
OTHERWISE |= {"<windows-mouse-event>", "<vt100-mouse-event>", "c-c", "c-d", "c-s", "c-j", "c-m"}


@pytest.mark.parametrize("letter", ["e\u0301", FAMILY, "⚠\ufe0f", "\U0001f1f3\U0001f1f1", "漢"])
def test_wissen_neemt_wat_een_lezer_als_een_letter_ziet(letter):
    assert schrijf(BACKSPACE, text=f"a{letter}").text == "a"
    assert schrijf(DELETE, text=f"{letter}b", place=0).text == "b"


def test_ctrl_delete_wist_een_woord():
    assert schrijf(C_DELETE, text="een twee drie", place=4).text == "een drie"


def test_een_harde_spatie_en_een_emoji_zijn_te_typen():
    assert schrijf(f"a\u00a0{FAMILY}").text == f"a\u00a0{FAMILY}"


def test_wissen_en_typen_nemen_de_selectie():
    assert schrijf(S_LINKS * 3, BACKSPACE, text="een twee").text == "een t"
    assert schrijf(S_LINKS * 3, "oe", text="een twee").text == "een toe"


def test_knippen_en_plakken():
    trial = schrijf(S_HOME, CTRL_X, "x", CTRL_V, CTRL_V, text="een")
    assert trial.text == "xeeneen"


def test_knippen_zonder_selectie_laat_het_klembord_staan():
    CLIPBOARD.text = "eerder"
    assert schrijf(CTRL_X, CTRL_V, text="een ").text == "een eerder"


def test_esc_laat_de_selectie_los():
    trial = schrijf(CTRL_A, ESC, "x", text="een")
    assert trial.text == "eenx"


def test_kopieren_laat_de_selectie_staan_en_zegt_het_de_terminal():
    trial = schrijf(CTRL_A, CTRL_X, text="reëel")
    assert f"\x1b]52;c;{base64.b64encode('reëel'.encode()).decode()}\x07" in trial.raw
    field = schrijf(CTRL_A, text="reëel").veld
    assert field.has_selection
    assert field.copy_selection() == "reëel" == CLIPBOARD.text
    assert field.has_selection


def test_zonder_selectie_is_er_niets_te_kopieren():
    CLIPBOARD.text = "eerder"
    assert not schrijf(text="een").veld.copy_selection()
    assert CLIPBOARD.text == "eerder"


@pytest.mark.parametrize(
    ("text", "terminal", "said"),
    [
        ("a", "xterm", True),
        ("a", "linux", False),
        ("a", "dumb", False),
        ("a" * 99_999, "xterm", False),
    ],
)
def test_alleen_een_terminal_die_het_kan_hoort_wat_er_gekopieerd_is(text, terminal, said):
    class Uit:
        encoding = "utf-8"
        written = ""

        def write(self, data: str) -> None:
            self.written += data

        def flush(self) -> None:
            pass

    result = Uit()
    tell(Vt100_Output(result, lambda: None), text, terminal)
    assert ("]52;c;" in result.written) == said


# Pasting.


def test_geplakte_tekst_uit_word_wordt_onze_opmaak_en_dat_wordt_gezegd():
    trial = schrijf(plak("•\teen\r\no\tdieper"))
    assert trial.text == "- een\n  - dieper"
    assert ["opgeschoond" in zin for zin in trial.said] == [True]


def test_gewone_tekst_plakken_is_een_stap_en_daar_is_niets_over_te_zeggen():
    assert schrijf(plak("a\nb\n\n- c")).said == []
    assert schrijf("x", plak("a\nb"), CTRL_Z).text == "x"


def test_plakken_neemt_de_plaats_van_de_selectie():
    assert schrijf(CTRL_A, plak("nieuw"), text="oud").text == "nieuw"


def test_in_een_veld_van_een_regel_wordt_een_regeleinde_een_spatie():
    assert schrijf(plak("een\ntwee"), block=False).text == "een twee"


def test_losse_bytes_in_een_plak_worden_letters():
    pasted = clean_paste("caf\udce9", is_block=True)
    assert pasted.text == "café"
    assert pasted.remark.startswith("De tekst is geen UTF-8")


def test_een_lange_plak_wijst_op_een_bestand():
    assert "F4" in schrijf(plak("woord " * 4000)).said[0]


# Keys that do nothing.


def test_toetsen_van_emacs_doen_niets():
    field = TextField("", is_block=True)
    own = {b.keys[0] for b in field.bindings.bindings if len(b.keys) == 1}
    own = {getattr(key, "value", key) for key in own}
    bieb = {b.keys[0] for b in load_key_bindings().bindings if len(b.keys) == 1}
    bieb = {getattr(key, "value", key) for key in bieb}
    over = {key for key in bieb - own - OTHERWISE if len(key) > 1}
    assert {key for key in over if not (key[0] == "f" and key[1:].isdigit())} == set()


@pytest.mark.parametrize("key", ["\x0b", "\x15", "\x17", "\x14", "\x0f", "\x11", "\x12", "\x1f"])
def test_ctrl_letters_zonder_betekenis_veranderen_niets(key):
    trial = schrijf(key, "x", text="een twee", place=4)
    assert trial.text == "een xtwee"


def test_tab_en_enter_doen_niets_in_een_veld_van_een_regel():
    assert schrijf(TAB, ENTER, "x", text="- een", block=False).text == "- eenx"


def test_het_aantal_woorden():
    assert schrijf(" drie", text="een twee").veld.word_count == 3


def test_een_toets_laat_geen_schermen_achter_in_het_geheugen():
    """Whole screens would be left, which are only cleared up when garbage is looked for."""

    def achtergelaten(keys: int) -> int:
        field = TextField("", is_block=True)
        with keyboard() as typed:
            app: Application[None] = Application(Layout(HSplit([field.window, Window(height=1)])))
            nog = keys

            def press(_app: object) -> None:
                nonlocal nog
                nog -= 1
                typed.send_text("a" if nog > 0 else CTRL_Z)
                if nog == 0:
                    app.exit()

            app.after_render += press
            gc.collect()
            gc.disable()
            try:
                run_guarded(app, lambda: field.text, forget)
                return gc.collect()
            finally:
                gc.enable()

    assert achtergelaten(60) - achtergelaten(20) < 400


def test_de_cursor_gaat_per_schermregel():
    trial = schrijf(OMHOOG, text="een twee drie vier vijf zes zeven acht negen tien", size=(20, 6))
    assert trial.lines[:3] == ["een twee drie vier", "vijf zes zeven acht", "negen tien"]
    assert trial.cursor == (10, 1)


def test_omlaag_onthoudt_de_kolom_waar_de_cursor_begon():
    text = "een lange eerste regel\nkort\nnog een lange regel"
    trial = schrijf(OMLAAG, OMLAAG, text=text, place=15)
    assert trial.cursor == (15, 2)


def test_end_laat_de_gewenste_kolom_los_ook_als_de_cursor_daar_al_staat():
    text = "een lange eerste regel\nkort\nnog een lange regel"
    trial = schrijf(OMLAAG, END, OMLAAG, text=text, place=15)
    assert trial.cursor == (4, 2)


def test_een_emoji_van_meer_tekens_is_een_stap():
    family = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
    assert schrijf(RIGHT, RIGHT, text=f"a{family}b", place=0).place == 6


TWO = "een twee drie vier vijf zes zeven acht negen tien"


@pytest.mark.parametrize(
    ("key", "start", "place"),
    [
        (LINKS, 5, 4), (RIGHT, 5, 6), (LINKS, 0, 0), (RIGHT, 49, 49),
        (C_LINKS, 6, 4), (C_LINKS, 4, 0), (C_RIGHT, 5, 9), (C_RIGHT, 46, 49),
        (HOME, 25, 19), (END, 25, 38), (END, 45, 49), (C_HOME, 25, 0), (C_END, 25, 49),
    ],
)  # fmt: skip
def test_waar_een_toets_heen_gaat(key, start, place):
    """The rows begin at 0, 19 and 39."""
    assert schrijf(key, text=TWO, place=start, size=(20, 6)).place == place


@pytest.mark.parametrize(
    ("key", "chosen"),
    [
        (S_LINKS, "w"), (S_RIGHT, "e"), (S_HOME, "een tw"), (S_END, "ee drie vier"),
        (CS_LINKS, "tw"), (CS_RIGHT, "ee "), (CS_HOME, "een tw"),
        (CS_END, TWO[6:]), (S_OMLAAG, TWO[6:25]), (S_PAGEDOWN, TWO[6:45]),
    ],
)  # fmt: skip
def test_shift_kiest_tot_waar_de_cursor_heen_gaat(key, chosen):
    assert schrijf(key, text=TWO, place=6, size=(20, 6)).chosen == chosen


def test_heen_en_terug_met_shift_kiest_niets():
    trial = schrijf(S_RIGHT, S_LINKS, text="een", place=1)
    assert not trial.veld.has_selection


def test_een_pijltje_gaat_naar_het_einde_van_de_selectie():
    assert schrijf(S_LINKS * 3, LINKS, text="een twee").place == 5
    assert schrijf(S_LINKS * 3, RIGHT, text="een twee").place == 8


def test_pagedown_gaat_een_venster_verder_min_een_regel():
    text = "\n".join(map(str, range(30)))
    trial = schrijf(PAGEDOWN, PAGEDOWN, PAGEUP, text=text, place=0, size=(20, 8))
    assert text[: trial.place].count("\n") == 7


def test_een_smal_en_een_breed_venster_breken_elk_op_hun_eigen_plek_af():
    assert schrijf(text=TWO, size=(11, 8)).lines[:3] == ["een twee", "drie vier", "vijf zes"]
    assert schrijf(text=TWO, size=(60, 8)).lines[0] == TWO


def test_spaties_buiten_het_venster_houden_de_cursor_in_de_laatste_kolom():
    assert schrijf(text="een twee" + " " * 30 + "x", place=30, size=(20, 4)).cursor == (19, 0)
