"""Files from outside: read, or refused with one sentence, and never more than the bounds allow."""

from __future__ import annotations

import pytest

from attack_parts import keuzes, van_buiten
from attacks import AAN_DE_POORT, BINNEN
from docx_builder import GOED, document, docx
from package_builder import W
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.gate import let_in
from uitvoeringsplan.ooxml.names import REL_STYLES
from uitvoeringsplan.ooxml.tree import MAX_DEPTH
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.returned.reading import read_returned

KLEINSTE = 100_000  # bytes; no file of these tests comes near what a bound is for


def weigering(data: bytes, lijst) -> str:
    """Return the sentence that a file is refused with; empty when it is read."""
    assert len(data) < KLEINSTE
    try:
        read_returned(data, "terug.docx", lijst)
    except SjabloonError as fout:
        return str(fout)
    return ""


@pytest.mark.parametrize("naam", [*BINNEN, "geen zip", "entiteit", "kapotte XML"])
def test_wat_niet_gelezen_wordt_is_geweigerd_met_een_zin(echte_lijst, naam):
    maak, woord = (BINNEN | AAN_DE_POORT)[naam]
    zin = weigering(maak(), echte_lijst)
    assert woord in zin
    assert zin.startswith("terug.docx: ")
    assert zin.endswith(".")
    assert zin.isprintable()  # one line, and nothing in it that a terminal obeys
    assert len(zin) < 250


@pytest.mark.parametrize("naam", ["x", "w:customXml"])
def test_wat_te_diep_genest_is_wordt_niet_gelezen(echte_lijst, naam):
    def maak(diepte: int) -> bytes:
        om = diepte - 2  # the document and its body are around it
        return docx(document=document(f"<{naam}>" * om + f"</{naam}>" * om))

    def met_stijlen(diepte: int) -> bytes:
        om = diepte - 1
        return docx(styles=f'<w:styles xmlns:w="{W}">{"<x>" * om}{"</x>" * om}</w:styles>')

    for een in (maak, met_stijlen):
        assert "te diep genest" not in weigering(een(MAX_DEPTH), echte_lijst)
        assert "te diep genest" in weigering(een(MAX_DEPTH + 1), echte_lijst)


def test_dubbele_tekst_is_een_keer_gelezen(echte_lijst):
    def gelezen(data: bytes) -> dict[str, str]:
        antwoorden = read_returned(data, "x.docx", echte_lijst).antwoorden
        return {naam: een.tekst for naam, een in antwoorden.items()}

    assert gelezen(docx(document=keuzes())) == {"lokale-ambitie": "één keer"}
    assert gelezen(van_buiten()) == {"lokale-ambitie": "uitkomst"}
    utf16 = docx(document=GOED.replace("UTF-8", "UTF-16").encode("utf-16"))
    assert gelezen(utf16) == {"lokale-ambitie": "Het antwoord."}


@pytest.mark.parametrize("bestand", ["openbaar", "intern"])
def test_onze_eigen_documenten_mogen_naar_binnen(
    sjabloon, echte_lijst, intern_sjabloon, interne_lijst, plannen, bestand
):
    if bestand == "openbaar":
        data = fill(sjabloon, echte_lijst, plannen["vol"])
    else:
        data = fill(intern_sjabloon, interne_lijst, plannen.intern("vol"))
    binnen = let_in(data, "x.docx")
    assert binnen.document == "word/document.xml"
    assert binnen.delen(REL_STYLES) == ["word/styles.xml"]
    assert binnen.pakket.inhoud("word/document.xml").startswith(b"<?xml")
