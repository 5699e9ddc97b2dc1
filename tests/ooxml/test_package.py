from __future__ import annotations

import io
import struct
import zipfile

import pytest

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml import package
from uitvoeringsplan.ooxml.package import deflated, load_package, write_package

DELEN: dict[str, bytes] = {"a.xml": b"<a/>" * 500, "word/naïef.xml": b"", "b.bin": bytes(256)}


def zip_van(delen: dict[str, bytes], methode: int = zipfile.ZIP_DEFLATED) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", methode) as zip_:
        for naam, data in delen.items():
            zip_.writestr(naam, data)
    return uit.getvalue()


def lees_alles(data: bytes) -> dict[str, bytes]:
    gelezen = load_package(data, "plan.docx")
    return {naam: gelezen.inhoud(naam) for naam in gelezen.leden}


def fout_van(data: bytes) -> str:
    with pytest.raises(SjabloonError) as gevangen:
        lees_alles(data)
    assert str(gevangen.value).startswith("plan.docx: ")
    return str(gevangen.value)


@pytest.mark.parametrize("methode", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_leest_wat_een_ander_programma_inpakte(methode):
    gelezen = load_package(zip_van(DELEN, methode), "x.docx")
    assert {naam: gelezen.inhoud(naam) for naam in gelezen.leden} == DELEN


def test_een_map_in_de_zip_is_geen_onderdeel():
    assert list(load_package(zip_van({"word/": b"", "a.xml": b"a"}), "x.docx").leden) == ["a.xml"]


def test_een_ander_programma_leest_wat_hier_ingepakt_is():
    data = write_package([deflated(naam, inhoud) for naam, inhoud in DELEN.items()])
    with zipfile.ZipFile(io.BytesIO(data)) as zip_:
        assert zip_.testzip() is None
        assert {naam: zip_.read(naam) for naam in zip_.namelist()} == DELEN
        assert {lid.date_time for lid in zip_.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_een_lid_dat_niet_is_aangeraakt_gaat_er_ongelezen_door():
    """Even a member that cannot be inflated is passed on as it lies."""
    data = zip_van({"a.xml": b"a" * 100})
    lid = load_package(data, "x.docx").leden["a.xml"]
    kapot = lid._replace(ruw=b"\xff" + lid.ruw[1:])
    weer = load_package(write_package([kapot]), "x.docx").leden["a.xml"]
    assert weer.ruw == kapot.ruw != lid.ruw


def test_een_onderdeel_dat_er_niet_is_wordt_genoemd():
    with pytest.raises(SjabloonError, match=r"x\.docx: .*ontbreekt het onderdeel word/styles\.xml"):
        load_package(zip_van(DELEN), "x.docx").inhoud("word/styles.xml")


@pytest.mark.parametrize(
    ("data", "woorden"),
    [
        pytest.param(b"", "geen Word-bestand", id="leeg"),
        pytest.param(b"Beste collega,", "geen Word-bestand", id="tekst"),
        pytest.param(b"PK\5\6", "geen Word-bestand", id="alleen-het-einde"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "oud Word-bestand", id="doc"
        ),
        pytest.param(zip_van(DELEN)[:-40], "geen Word-bestand", id="einde-weg"),
        pytest.param(zip_van(DELEN)[40:], "geen Word-bestand", id="begin-weg"),
        pytest.param(
            zip_van({"a": b"a"}, zipfile.ZIP_BZIP2), "ongewone manier ingepakt", id="bzip2"
        ),
    ],
)
def test_geen_of_een_half_bestand(data, woorden):
    assert woorden in fout_van(data)


@pytest.mark.parametrize("lengte", range(0, len(zip_van(DELEN)), 7))
def test_afgebroken_op_elke_plek_geeft_een_zin(lengte):
    assert "beschadigd" in fout_van(zip_van(DELEN)[:lengte])


def test_een_wachtwoord_in_de_zip():
    data = bytearray(zip_van({"a.xml": b"a"}))
    index = data.index(b"PK\1\2")
    data[index + 8] |= 1
    assert "wachtwoord" in fout_van(bytes(data))


def test_een_verkeerde_controlesom():
    data = bytearray(zip_van({"a.xml": b"abc" * 50}))
    index = data.index(b"PK\1\2")
    data[index + 16] ^= 0xFF
    assert "a.xml is beschadigd" in fout_van(bytes(data))


def test_verminkte_inhoud():
    data = bytearray(zip_van({"a.xml": bytes(range(256)) * 20}))
    data[45] ^= 0xFF
    assert "a.xml is beschadigd" in fout_van(bytes(data))


def test_een_onderdeel_dat_er_twee_keer_in_staat():
    data = zip_van({"a.xml": b"1", "b.xml": b"2"}).replace(b"b.xml", b"a.xml")
    assert "a.xml staat er twee keer in" in fout_van(data)


def test_een_onderdeel_dat_precies_past(monkeypatch):
    monkeypatch.setattr(package, "MAX_PART", 1000)
    data = zip_van({"a.xml": bytes(1000)})
    assert load_package(data, "x.docx").inhoud("a.xml") == bytes(1000)
    assert "uitgepakt groter" in fout_van(zip_van({"a.xml": bytes(1001)}))
    assert "uitgepakt groter" in fout_van(zip_van({"a.xml": bytes(1001)}, zipfile.ZIP_STORED))


def test_een_te_groot_bestand(monkeypatch):
    data = zip_van(DELEN)
    monkeypatch.setattr(package, "MAX_PACKAGE", len(data))
    load_package(data, "x.docx")
    monkeypatch.setattr(package, "MAX_PACKAGE", len(data) - 1)
    assert "groter dan" in fout_van(data)


def test_te_veel_onderdelen():
    data = bytearray(zip_van({"a.xml": b"a"}))
    struct.pack_into("<H", data, data.rindex(b"PK\5\6") + 10, package.MAX_MEMBERS + 1)
    assert "meer dan 3000 onderdelen" in fout_van(bytes(data))


def test_een_odt_heet_geen_word_bestand_waar_iets_aan_ontbreekt():
    odt = load_package(
        zip_van({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}),
        "x.odt",
    )
    with pytest.raises(SjabloonError, match=r"x\.odt: .*ander programma, zoals een odt"):
        odt.inhoud("[Content_Types].xml")
