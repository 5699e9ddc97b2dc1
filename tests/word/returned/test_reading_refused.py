"""Files from outside: read, or refused with one sentence, and never more than the bounds allow."""

from __future__ import annotations

import pytest
from attack_parts import keuzes, samen, van_buiten
from attacks import GEWEIGERD, GRENZEN
from docx_builder import GOED, delen, document, docx, zip_

from package_builder import PackageBuilder, W
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml import gate, package
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


@pytest.mark.parametrize("naam", GEWEIGERD)
def test_wat_niet_gelezen_wordt_is_geweigerd_met_een_zin(echte_lijst, naam):
    maak, woord = GEWEIGERD[naam]
    zin = weigering(maak(), echte_lijst)
    assert woord in zin
    assert zin.startswith("terug.docx: ")
    assert zin.endswith(".")
    assert zin.isprintable()  # one line, and nothing in it that a terminal obeys
    assert len(zin) < 250


@pytest.mark.parametrize("grens", GRENZEN, ids=lambda grens: grens.naam)
def test_elke_grens_houdt_tegen_wat_er_net_overheen_gaat(monkeypatch, echte_lijst, grens):
    """With the bound lowered, a small file is past it; what just fits is not refused for it."""
    past, te_veel = grens.maak(grens.laag), grens.maak(grens.laag + 1)
    assert grens.woord not in weigering(te_veel, echte_lijst)  # the bound itself lies far higher
    monkeypatch.setattr(grens.module, grens.naam, grens.laag)
    if grens.naam == "MAX_TAG":
        monkeypatch.setattr(gate, "_STEP", 200)
    assert grens.woord not in weigering(past, echte_lijst)
    assert grens.woord in weigering(te_veel, echte_lijst)


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


def test_van_elke_grens_van_de_poort_is_een_proef():
    """A bound that nobody tries could go without anybody seeing it."""
    genoemd = {naam for naam in vars(gate) if naam.lstrip("_").startswith("MAX_")}
    assert genoemd == {grens.naam for grens in GRENZEN if grens.naam in vars(gate)}


def test_een_groot_lid_wordt_niet_verder_uitgepakt_dan_de_grens(monkeypatch):
    """One byte past it is enough to know."""
    gevraagd = []
    echt = package.zlib.decompressobj

    class Motor:
        def __init__(self, bits: int) -> None:
            self._motor = echt(bits)

        def decompress(self, data: bytes, meeste: int) -> bytes:
            gevraagd.append(meeste)
            return self._motor.decompress(data, meeste)

    monkeypatch.setattr(package.zlib, "decompressobj", Motor)
    monkeypatch.setattr(package, "MAX_PART", 1_000)
    with pytest.raises(SjabloonError, match="groter dan"):
        let_in(samen(4_000), "x.docx")
    assert set(gevraagd) == {1_001}


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


def test_een_deel_in_utf_16_is_daarna_utf_8():
    data = docx(document=GOED.replace("UTF-8", "UTF-16").encode("utf-16"))
    binnen = let_in(data, "x.docx")
    assert binnen.pakket.inhoud("word/document.xml").decode() == GOED.partition("?>")[2]


def test_alleen_vooraan_staat_een_declaratie():
    """To look for one further on would try every blank of a part with nothing but blanks."""
    kaal = GOED.partition("?>")[2].replace("Ervoor", '<!-- <?xml version="1.0"?> -->Ervoor')
    binnen = let_in(docx(document=kaal.encode("utf-16")), "x.docx")
    assert binnen.pakket.inhoud("word/document.xml").decode() == kaal


def test_een_relatie_naar_buiten_is_geen_deel():
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{REL_STYLES}" Target="https://x.nl/styles.xml"'
        ' TargetMode="External"/><Relationship Id="b" Type="x" Target="weg.xml"/></Relationships>'
    )
    leden = {**delen(), "word/_rels/document.xml.rels": rels.encode()}
    assert let_in(zip_(leden), "x.docx").delen(REL_STYLES, "x") == []


def test_een_gewoon_bestand_van_een_ander_mag_naar_binnen():
    assert let_in(PackageBuilder.docx(), "x.docx").document == "word/document.xml"
