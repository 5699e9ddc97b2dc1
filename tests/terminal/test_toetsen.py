"""What the keys do in a text field, and what pasting does."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from prompt_toolkit.buffer import Buffer
from toetsenbord import (
    CTRL_C,
    CTRL_S,
    CTRL_U,
    ENTER,
    F1,
    F2,
    F3,
    F4,
    plak,
    stel,
    toetsenbord,
    vraag,
    zet,
)

from uitvoeringsplan.model.beurt import Beantwoord, Beurt, Stap, Terug
from uitvoeringsplan.model.vraag import VraagType
from uitvoeringsplan.terminal import formulier
from uitvoeringsplan.terminal.toetsen import HULP, LANG, werkbalk
from uitvoeringsplan.terminal.vragensteller import TerminalVragensteller
from werk import groei

if TYPE_CHECKING:
    from collections.abc import Callable


def test_f1_legt_de_toetsen_uit_en_houdt_de_tekst():
    gesteld = stel(f"half{F1} af{CTRL_S}", vraag())
    assert gesteld.zet == Beantwoord("half af")
    for toets in ("Ctrl+S of F10", "F2", "F3", "F4", "F5", "Ctrl+C", "**vet**"):
        assert toets in gesteld.getoond


@pytest.mark.parametrize("soort", [VraagType.KEUZE, VraagType.MEERKEUZE, VraagType.JANEE])
def test_de_hulp_is_er_ook_bij_keuzes(soort):
    assert "Ctrl+S of F10" in stel(F1 + ENTER, vraag(soort)).getoond


def test_f3_toont_het_voorbeeld_en_houdt_de_tekst():
    gesteld = stel(f"half{F3} af{CTRL_S}", vraag(voorbeeld="Zo kan het."))
    assert gesteld.zet == Beantwoord("half af")
    assert "Voorbeeld:\n  Zo kan het." in gesteld.getoond


def test_f3_zonder_voorbeeld():
    assert "geen voorbeeld" in stel(F3 + CTRL_S, vraag()).getoond


@pytest.mark.parametrize("soort", [VraagType.TEKST, VraagType.REGEL])
def test_f4_bewerkt_het_antwoord_in_een_eigen_programma(soort, editor):
    editor("pad.write_bytes(pad.read_bytes() + b' uit de editor\\n')")
    gesteld = stel(f"{F4}, en meer{CTRL_S}", vraag(soort), tekst="één tekst")
    assert gesteld.zet == Beantwoord("één tekst uit de editor, en meer")
    assert gesteld.concepten[0] == "één tekst uit de editor"


def test_f4_neemt_de_onaffe_tekst_mee_en_een_regel_blijft_een_regel(editor):
    editor("pad.write_bytes(pad.read_bytes() + b'\\ntwee\\n')")
    gesteld = stel(f" half{F4}{CTRL_S}", vraag(VraagType.REGEL), tekst="een")
    assert gesteld.zet == Beantwoord("een half twee")


def test_f4_met_een_oude_codering_houdt_wat_er_geschreven_is(editor):
    editor("pad.write_bytes('Café € 20.\\r\\n'.encode('cp1252'))")
    gesteld = stel(f"{F4}{CTRL_S}", vraag(), tekst="Oud.")
    assert gesteld.zet == Beantwoord("Café € 20.")
    assert "gelezen als Windows-1252. Kijk of dit klopt: Café, €." in platte(gesteld.getoond)


def test_f4_met_een_programma_dat_meteen_terugkomt_wacht_op_enter(editor, tmp_path):
    """The second editor is what the user saves in the window that is still open."""
    later = tmp_path / "later.txt"
    editor(f"pathlib.Path({str(later)!r}).write_text(str(pad))")

    def bewaar(zin: str) -> None:
        getoond.append(zin)
        if "kwam terug" in zin:
            Path(later.read_text()).write_text("Later bewerkt.\n", "utf-8")

    getoond: list[str] = []
    with toetsenbord() as invoer:
        invoer.send_text(F4 + ENTER + CTRL_S)
        invoer.close()
        beurt = Beurt(Stap(vraag(), ""), "Oud.", 0, 1)
        assert TerminalVragensteller(bewaar).stel(beurt) == Beantwoord("Later bewerkt.")
    assert "code --wait" in platte("\n".join(getoond))
    assert getoond[-1].endswith(later.read_text())  # the file stays, and is named
    assert Path(later.read_text()).exists()


def test_f4_met_ctrl_c_bij_het_wachten_houdt_de_tekst(editor):
    editor("pass")
    gesteld = stel(f"{F4}{CTRL_C} af{CTRL_S}", vraag(), tekst="half")
    assert gesteld.zet == Beantwoord("half af")
    assert "Het bestand blijft staan:" in gesteld.getoond


def test_f4_zonder_programma_zegt_wat_er_mis_is_en_houdt_de_tekst(monkeypatch):
    monkeypatch.setenv("VISUAL", "bestaat-niet --wait")
    gesteld = stel(f"{F4} af{CTRL_S}", vraag(), tekst="half")
    assert gesteld.zet == Beantwoord("half af")
    assert "“bestaat-niet” (uit VISUAL) is niet te vinden." in platte(gesteld.getoond)


def test_losse_bytes_van_een_oude_terminal_worden_letters_en_dat_wordt_gezegd():
    with toetsenbord() as invoer:
        invoer.send_bytes(b"caf\xe9 \x80 20" + CTRL_S.encode())
        invoer.close()
        getoond: list[str] = []
        gedaan = TerminalVragensteller(getoond.append).stel(Beurt(Stap(vraag(), ""), "", 0, 1))
    assert gedaan == Beantwoord("café € 20")
    assert "gelezen als Windows-1252" in platte("\n".join(getoond))


def platte(tekst: str) -> str:
    """Return a text without the line ends of folding."""
    return " ".join(tekst.split())


# Pasting.


class Seintjes(list[str]):
    """The remarks that the toolbar shows, each once; and something to wait for the first with."""

    def __init__(self) -> None:
        super().__init__()
        self.er_is_een = threading.Event()


@pytest.fixture
def seintjes(monkeypatch) -> Seintjes:
    gezien = Seintjes()
    echt = formulier.werkbalk

    def kijk(de_vraag, kolommen: int, seintje: str) -> str:
        if seintje and seintje not in gezien:
            gezien.append(seintje)
            gezien.er_is_een.set()
        return echt(de_vraag, kolommen, seintje)

    monkeypatch.setattr(formulier, "werkbalk", kijk)
    return gezien


def geplakt(
    tekst: str, soort: VraagType = VraagType.TEKST, seintjes: Seintjes | None = None
) -> str:
    """Return the answer after pasting; with `seintjes` a remark is waited for before going on."""
    beurt = Beurt(Stap(vraag(soort), ""), "", 0, 1)
    with toetsenbord() as invoer:
        draad = threading.Thread(target=_plak_en_ga_verder, args=(invoer, tekst, seintjes))
        draad.start()
        gedaan = TerminalVragensteller(lambda _: None).stel(beurt)
        draad.join()
    assert isinstance(gedaan, Beantwoord)
    return gedaan.tekst


def _plak_en_ga_verder(invoer, tekst: str, seintjes: Seintjes | None) -> None:
    invoer.send_text(plak(tekst))  # a pipe takes no more than somebody reads meanwhile
    if seintjes is not None:
        seintjes.er_is_een.wait(20)
    invoer.send_text(CTRL_S)


def test_tekst_uit_word_wordt_onze_opmaak_en_dat_wordt_gezegd(seintjes):
    tekst = geplakt("•\teen\r\no\tdieper\r\n1.\teerst\x0bzachte regel", seintjes=seintjes)
    assert tekst == "- een\n  - dieper\n1. eerst\nzachte regel"
    assert ["opgeschoond" in seintje for seintje in seintjes] == [True]


def test_gewone_tekst_wordt_niet_veranderd_en_daar_is_niets_over_te_zeggen(seintjes):
    assert geplakt("“Slim” – en ‘meer’…\r\nnog een regel") == "“Slim” – en ‘meer’…\nnog een regel"
    assert seintjes == []


def test_plakken_in_een_veld_van_een_regel_geeft_een_regel():
    assert geplakt("eerste\r\n tweede\tderde\n", VraagType.REGEL) == "eerste tweede derde"


def test_plakken_komt_waar_de_cursor_staat():
    assert zet(f"a{plak('b')}c{F2}", vraag()) == Terug("abc")


def test_een_lange_tekst_wijst_op_een_bestand(seintjes):
    lang = "woord " * (LANG // 6) + "nog een paar woorden"
    assert len(lang) > LANG
    assert geplakt(lang, seintjes=seintjes) == lang
    (seintje,) = seintjes
    assert "F4" in seintje
    assert "`antwoord" in seintje


def test_een_lange_tekst_komt_in_een_keer_in_het_antwoord(monkeypatch):
    """Each time costs the whole text over again, in the answer and on the screen."""
    erin: list[int] = []
    echt = Buffer.insert_text

    def zet_erin(buffer, data: str, **opties) -> None:
        erin.append(len(data))
        echt(buffer, data, **opties)

    monkeypatch.setattr(Buffer, "insert_text", zet_erin)
    tekst = "Een regel met woorden erin.\n" * 3700
    assert geplakt(tekst).count("\n") == 3699
    assert erin == [len(tekst) - 1]


def test_tweemaal_zo_veel_plakken_is_tweemaal_zo_veel_werk():
    def van(regels: int) -> Callable[[], object]:
        return lambda: geplakt("Een regel met woorden erin.\n" * regels)

    assert groei(van, 900) < 2.5  # 25 and 50 kB


# The toolbar.


@pytest.mark.parametrize("soort", [VraagType.TEKST, VraagType.REGEL])
@pytest.mark.parametrize("voorbeeld", ["", "Zo."])
@pytest.mark.parametrize("kolommen", [20, 40, 80])
def test_de_werkbalk_past(soort, voorbeeld, kolommen):
    balk = werkbalk(vraag(soort, voorbeeld=voorbeeld), kolommen, "")
    assert max(map(len, balk.split("\n"))) <= kolommen
    assert "F1 hulp" in balk
    assert balk.startswith("Ctrl+S verder" if soort is VraagType.TEKST else "Enter verder")


@pytest.mark.parametrize("soort", [VraagType.TEKST, VraagType.REGEL])
def test_bij_tachtig_kolommen_staan_alle_toetsen_in_de_werkbalk(soort):
    balk = werkbalk(vraag(soort, voorbeeld="Zo."), 80, "")
    assert [t for t in ("F1", "F2", "F3", "F4", "F5", "Ctrl+C") if t not in balk] == []


def test_de_werkbalk_belooft_geen_voorbeeld_dat_er_niet_is():
    assert "F3" not in werkbalk(vraag(), 80, "")


@pytest.mark.parametrize("kolommen", [20, 40, 80])
def test_een_seintje_is_helemaal_te_lezen(kolommen):
    zin = "De geplakte tekst is opgeschoond: opsommingstekens, tabs of lege randen."
    balk = werkbalk(vraag(), kolommen, zin)
    assert max(map(len, balk.split("\n"))) <= kolommen
    assert " ".join(balk.split()) == zin


def test_na_verder_typen_is_het_seintje_weg(monkeypatch):
    """Each key is pressed when the screen shows what it waits for."""
    getoond: list[str] = []
    with toetsenbord() as invoer:

        def kijk(de_vraag, kolommen: int, seintje: str) -> str:
            vorig = getoond[-1] if getoond else ""
            getoond.append(seintje)
            if seintje and not vorig:
                invoer.send_text("x")
            elif vorig and not seintje:
                invoer.send_text(CTRL_S)
            return werkbalk(de_vraag, kolommen, "")

        monkeypatch.setattr(formulier, "werkbalk", kijk)
        invoer.send_text(plak("•\tpunt"))
        beurt = Beurt(Stap(vraag(), ""), "", 0, 1)
        assert TerminalVragensteller(print).stel(beurt) == Beantwoord("- puntx")
    assert any(getoond)
    assert getoond[-1] == ""


def test_de_hulp_past_op_tachtig_kolommen_zonder_te_vouwen():
    assert max(map(len, HULP.split("\n")[:7])) <= 80


def test_ctrl_u_wist_een_regel():
    assert zet(f"weg{CTRL_U}nieuw{ENTER}", vraag(VraagType.REGEL)) == Beantwoord("nieuw")
