"""The pane behind F8, with a keyboard and the field that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from fake_spelling import Nepspelling
from keystrokes import CTRL_S, ESC, keyboard
from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.layout import HSplit, Layout

from uitvoeringsplan.terminal.field.field import TextField
from uitvoeringsplan.terminal.screen.suggestions import Suggestions, next_stop

F8, CTRL_Z = "\x1b[19~", "\x1a"
TEXT = "een qoord en aqht"


@dataclass
class Proef:
    text: str = ""
    cursor: int = -1
    is_open: bool = False
    pane: str = ""
    said: list[str] = field(default_factory=list)


def press(keys: str, text: str = TEXT, spelling=None, cursor: int = 0) -> Proef:
    """Press these keys in a field with this text; Ctrl+S ends it and looks what there is."""
    trial = Proef()
    field = TextField(text, is_block=True)
    field.buffer.cursor_position = cursor

    def replace(start: int, end: int, word: str) -> None:
        field.buffer.end_step()
        field.buffer.replace(start, end, word)
        field.buffer.end_step()

    pane = Suggestions(field.buffer, spelling or Nepspelling(), replace, trial.said.append)
    screen = KeyBindings()

    @screen.add("c-s")
    def _(event):
        trial.text, trial.cursor = field.text, field.buffer.cursor_position
        trial.is_open, trial.pane = pane.is_open, pane._content()
        event.app.exit()

    with keyboard() as typed:
        if spelling and spelling.is_later:
            spelling.wek = lambda: typed.send_text(CTRL_S)
            typed.send_text(keys)
        else:
            typed.send_text(keys + CTRL_S)
        app = Application(
            layout=Layout(HSplit([field.window, pane.pane])),
            key_bindings=merge_key_bindings([screen, pane.keys]),
        )
        app.timeoutlen = app.ttimeoutlen = 0.001
        app.run()
    return trial


def test_f8_gaat_naar_het_volgende_woord_en_toont_voorstellen():
    trial = press(F8)
    assert (trial.cursor, trial.is_open) == (4, True)
    assert "“qoord” staat niet in het woordenboek." in trial.pane
    assert "1\xa0aoord  2\xa0boord" in trial.pane
    assert "9\xa0ioord" in trial.pane
    assert "10" not in trial.pane
    assert "o onthouden voor dit plan  Esc laat staan  F8 volgende" in trial.pane


def test_nog_een_keer_f8_gaat_verder_en_begint_dan_opnieuw():
    assert press(F8 * 2).cursor == 13
    assert press(F8 * 3).cursor == 4


def test_het_woord_waar_de_cursor_net_achter_staat_is_het_eerste():
    assert press(F8, cursor=9).cursor == 4


def test_een_cijfer_kiest_en_is_een_stap_om_ongedaan_te_maken():
    trial = press(F8 + "2")
    assert trial.text == "een boord en aqht"
    assert not trial.is_open
    assert trial.said[-1] == "“qoord” is nu “boord”."
    assert press(F8 + "2" + CTRL_Z).text == TEXT


def test_een_cijfer_zonder_voorstel_doet_niets():
    trial = press(F8 + "3", "Teneinde te helpen")
    assert (trial.text, trial.is_open) == ("Teneinde te helpen", True)


def test_onthouden():
    spelling = Nepspelling()
    trial = press(F8 + "o", spelling=spelling)
    assert spelling.remembered == ["qoord"]
    assert (trial.text, trial.is_open) == (TEXT, False)
    assert trial.said[-1] == "“qoord” is onthouden voor dit plan."


def test_onthouden_dat_niet_te_bewaren_is_zegt_het():
    assert "lukte niet" in press(F8 + "o", spelling=Nepspelling(saves=False)).said[-1]


def test_esc_laat_staan():
    trial = press(F8 + ESC)
    assert (trial.text, trial.is_open) == (TEXT, False)


@pytest.mark.parametrize("key", ["x", "\x1b[C"])
def test_wie_gewoon_doorgaat_wordt_niet_opgehouden(key):
    assert not press(F8 + key).is_open


def test_letters_en_cijfers_zijn_gewoon_tekst_als_het_paneel_dicht_is():
    assert press("o1").text == f"o1{TEXT}"


def test_een_cijfer_bij_een_lange_zin_is_gewoon_tekst():
    zin = "Woord " * 32 + "af."
    assert press(F8 + "1", zin).text == f"1{zin}"


def test_voorstellen_die_er_nog_niet_of_nooit_zijn():
    assert "Voorstellen zoeken …" in press(F8, "qqqoord").pane
    assert "Er zijn geen voorstellen." in press(F8, "qqoord").pane


def test_niets_gevonden_wordt_gezegd():
    trial = press(F8, "een goed plan")
    assert not trial.is_open
    assert trial.said == ["Er is geen woord gevonden dat verkeerd gespeld is."]


def test_zonder_woordenboek_staat_er_hoe_je_het_krijgt():
    assert press(F8, spelling=Nepspelling(result="Zo krijg je het.")).said == ["Zo krijg je het."]


def test_een_moeilijk_woord_is_te_vervangen():
    trial = press(F8 + "1", "Teneinde te helpen")
    assert trial.text == "Om te helpen"


def test_een_woord_over_twee_regels_staat_op_een_regel_in_wat_er_gezegd_wordt():
    trial = press(F8 + "1", "ten\nbehoeve van jou")
    assert (trial.text, trial.said[-1]) == ("voor jou", "“ten behoeve van” is nu “voor”.")


def test_een_tekst_die_nog_niet_nagekeken_is_komt_daarna_vanzelf():
    trial = press(F8, spelling=Nepspelling(nog_niet=3))
    assert trial.said[0] == "Je tekst wordt nagekeken …"
    assert (trial.cursor, trial.is_open) == (4, True)


OM_NA_TE_KIJKEN = "een qoord en teneinde, nog een aqht"


@pytest.mark.parametrize(
    ("start", "word"),
    [(0, "qoord"), (9, "qoord"), (10, "aqht"), (len(OM_NA_TE_KIJKEN), "aqht"), (99, "qoord")],
)
def test_het_volgende_foute_woord_en_daarna_weer_het_eerste(start, word):
    stop = next_stop(OM_NA_TE_KIJKEN, start, Nepspelling())
    assert OM_NA_TE_KIJKEN[stop.start : stop.end] == word
    assert stop.is_spelling


def test_een_streepje_aan_het_eind_hoort_niet_bij_wat_je_vervangt():
    stop = next_stop("qoord- en meer", 0, Nepspelling())
    assert (stop.start, stop.end) == (0, 5)


@pytest.mark.parametrize("spelling", [None, Nepspelling(result="Zo krijg je het.")])
def test_zonder_spelling_komen_de_moeilijke_woorden(spelling):
    stop = next_stop(OM_NA_TE_KIJKEN, 0, spelling)
    assert OM_NA_TE_KIJKEN[stop.start : stop.end] == "teneinde"
    assert stop.keuzes == ("om",)
    assert not stop.is_spelling


def test_een_moeilijk_woord_houdt_zijn_hoofdletter():
    assert next_stop("Teneinde", 0, None).keuzes == ("Om",)


def test_een_lange_zin_heeft_geen_keuzes():
    stop = next_stop("Kort. " + "Woord " * 31 + "af.", 0, None)
    assert (stop.start, stop.keuzes) == (6, ())
    assert "32 woorden" in stop.explanation


def test_niets_te_doen():
    assert next_stop("een goed plan", 0, Nepspelling()) is None
