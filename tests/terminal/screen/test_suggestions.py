"""The pane behind F8, with a keyboard and the field that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from fake_spelling import Nepspelling
from keystrokes import CTRL_S, ESC, toetsenbord
from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.layout import HSplit, Layout

from uitvoeringsplan.terminal.field.field import TextField
from uitvoeringsplan.terminal.screen.suggestions import Suggestions, next_stop

F8, CTRL_Z = "\x1b[19~", "\x1a"
TEKST = "een qoord en aqht"


@dataclass
class Proef:
    tekst: str = ""
    cursor: int = -1
    is_open: bool = False
    paneel: str = ""
    gezegd: list[str] = field(default_factory=list)


def druk(toetsen: str, tekst: str = TEKST, spelling=None, cursor: int = 0) -> Proef:
    """Press these keys in a field with this text; Ctrl+S ends it and looks what there is."""
    proef = Proef()
    veld = TextField(tekst, is_block=True)
    veld.buffer.cursor_position = cursor

    def vervang(van: int, tot: int, woord: str) -> None:
        veld.buffer.end_step()
        veld.buffer.replace(van, tot, woord)
        veld.buffer.end_step()

    pane = Suggestions(veld.buffer, spelling or Nepspelling(), vervang, proef.gezegd.append)
    scherm = KeyBindings()

    @scherm.add("c-s")
    def _(event):
        proef.tekst, proef.cursor = veld.text, veld.buffer.cursor_position
        proef.is_open, proef.paneel = pane.is_open, pane._content()
        event.app.exit()

    with toetsenbord() as invoer:
        if spelling and spelling.is_later:
            spelling.wek = lambda: invoer.send_text(CTRL_S)
            invoer.send_text(toetsen)
        else:
            invoer.send_text(toetsen + CTRL_S)
        app = Application(
            layout=Layout(HSplit([veld.window, pane.paneel])),
            key_bindings=merge_key_bindings([scherm, pane.toetsen]),
        )
        app.timeoutlen = app.ttimeoutlen = 0.001
        app.run()
    return proef


def test_f8_gaat_naar_het_volgende_woord_en_toont_voorstellen():
    proef = druk(F8)
    assert (proef.cursor, proef.is_open) == (4, True)
    assert "“qoord” staat niet in het woordenboek." in proef.paneel
    assert "1\xa0aoord  2\xa0boord" in proef.paneel
    assert "9\xa0ioord" in proef.paneel
    assert "10" not in proef.paneel
    assert "o onthouden voor dit plan  Esc laat staan  F8 volgende" in proef.paneel


def test_nog_een_keer_f8_gaat_verder_en_begint_dan_opnieuw():
    assert druk(F8 * 2).cursor == 13
    assert druk(F8 * 3).cursor == 4


def test_het_woord_waar_de_cursor_net_achter_staat_is_het_eerste():
    assert druk(F8, cursor=9).cursor == 4


def test_een_cijfer_kiest_en_is_een_stap_om_ongedaan_te_maken():
    proef = druk(F8 + "2")
    assert proef.tekst == "een boord en aqht"
    assert not proef.is_open
    assert proef.gezegd[-1] == "“qoord” is nu “boord”."
    assert druk(F8 + "2" + CTRL_Z).tekst == TEKST


def test_een_cijfer_zonder_voorstel_doet_niets():
    proef = druk(F8 + "3", "Teneinde te helpen")
    assert (proef.tekst, proef.is_open) == ("Teneinde te helpen", True)


def test_onthouden():
    spelling = Nepspelling()
    proef = druk(F8 + "o", spelling=spelling)
    assert spelling.onthouden == ["qoord"]
    assert (proef.tekst, proef.is_open) == (TEKST, False)
    assert proef.gezegd[-1] == "“qoord” is onthouden voor dit plan."


def test_onthouden_dat_niet_te_bewaren_is_zegt_het():
    assert "lukte niet" in druk(F8 + "o", spelling=Nepspelling(bewaart=False)).gezegd[-1]


def test_esc_laat_staan():
    proef = druk(F8 + ESC)
    assert (proef.tekst, proef.is_open) == (TEKST, False)


@pytest.mark.parametrize("toets", ["x", "\x1b[C"])
def test_wie_gewoon_doorgaat_wordt_niet_opgehouden(toets):
    assert not druk(F8 + toets).is_open


def test_letters_en_cijfers_zijn_gewoon_tekst_als_het_paneel_dicht_is():
    assert druk("o1").tekst == f"o1{TEKST}"


def test_een_cijfer_bij_een_lange_zin_is_gewoon_tekst():
    zin = "Woord " * 32 + "af."
    assert druk(F8 + "1", zin).tekst == f"1{zin}"


def test_voorstellen_die_er_nog_niet_of_nooit_zijn():
    assert "Voorstellen zoeken …" in druk(F8, "qqqoord").paneel
    assert "Er zijn geen voorstellen." in druk(F8, "qqoord").paneel


def test_niets_gevonden_wordt_gezegd():
    proef = druk(F8, "een goed plan")
    assert not proef.is_open
    assert proef.gezegd == ["Er is geen woord gevonden dat verkeerd gespeld is."]


def test_zonder_woordenboek_staat_er_hoe_je_het_krijgt():
    assert druk(F8, spelling=Nepspelling(uit="Zo krijg je het.")).gezegd == ["Zo krijg je het."]


def test_een_moeilijk_woord_is_te_vervangen():
    proef = druk(F8 + "1", "Teneinde te helpen")
    assert proef.tekst == "Om te helpen"


def test_een_woord_over_twee_regels_staat_op_een_regel_in_wat_er_gezegd_wordt():
    proef = druk(F8 + "1", "ten\nbehoeve van jou")
    assert (proef.tekst, proef.gezegd[-1]) == ("voor jou", "“ten behoeve van” is nu “voor”.")


def test_een_tekst_die_nog_niet_nagekeken_is_komt_daarna_vanzelf():
    proef = druk(F8, spelling=Nepspelling(nog_niet=3))
    assert proef.gezegd[0] == "Je tekst wordt nagekeken …"
    assert (proef.cursor, proef.is_open) == (4, True)


OM_NA_TE_KIJKEN = "een qoord en teneinde, nog een aqht"


@pytest.mark.parametrize(
    ("vanaf", "woord"),
    [(0, "qoord"), (9, "qoord"), (10, "aqht"), (len(OM_NA_TE_KIJKEN), "aqht"), (99, "qoord")],
)
def test_het_volgende_foute_woord_en_daarna_weer_het_eerste(vanaf, woord):
    halte = next_stop(OM_NA_TE_KIJKEN, vanaf, Nepspelling())
    assert OM_NA_TE_KIJKEN[halte.van : halte.tot] == woord
    assert halte.is_spelling


def test_een_streepje_aan_het_eind_hoort_niet_bij_wat_je_vervangt():
    halte = next_stop("qoord- en meer", 0, Nepspelling())
    assert (halte.van, halte.tot) == (0, 5)


@pytest.mark.parametrize("spelling", [None, Nepspelling(uit="Zo krijg je het.")])
def test_zonder_spelling_komen_de_moeilijke_woorden(spelling):
    halte = next_stop(OM_NA_TE_KIJKEN, 0, spelling)
    assert OM_NA_TE_KIJKEN[halte.van : halte.tot] == "teneinde"
    assert halte.keuzes == ("om",)
    assert not halte.is_spelling


def test_een_moeilijk_woord_houdt_zijn_hoofdletter():
    assert next_stop("Teneinde", 0, None).keuzes == ("Om",)


def test_een_lange_zin_heeft_geen_keuzes():
    halte = next_stop("Kort. " + "Woord " * 31 + "af.", 0, None)
    assert (halte.van, halte.keuzes) == (6, ())
    assert "32 woorden" in halte.uitleg


def test_niets_te_doen():
    assert next_stop("een goed plan", 0, Nepspelling()) is None
