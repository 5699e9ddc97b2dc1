from __future__ import annotations

import io
import struct
import zipfile

import pytest

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml import package
from uitvoeringsplan.ooxml.package import deflated, load_package, write_package

PARTS: dict[str, bytes] = {"a.xml": b"<a/>" * 500, "word/naïef.xml": b"", "b.bin": bytes(256)}


def zip_of(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", method) as zip_:
        for name, data in parts.items():
            zip_.writestr(name, data)
    return result.getvalue()


def read_everything(data: bytes) -> dict[str, bytes]:
    reading = load_package(data, "plan.docx")
    return {name: reading.content(name) for name in reading.members}


def error_of(data: bytes) -> str:
    with pytest.raises(SjabloonError) as gevangen:
        read_everything(data)
    assert str(gevangen.value).startswith("plan.docx: ")
    return str(gevangen.value)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_leest_wat_een_ander_programma_inpakte(method):
    reading = load_package(zip_of(PARTS, method), "x.docx")
    assert {name: reading.content(name) for name in reading.members} == PARTS


def test_een_map_in_de_zip_is_geen_onderdeel():
    assert list(load_package(zip_of({"word/": b"", "a.xml": b"a"}), "x.docx").members) == ["a.xml"]


def test_een_ander_programma_leest_wat_hier_ingepakt_is():
    data = write_package([deflated(name, content) for name, content in PARTS.items()])
    with zipfile.ZipFile(io.BytesIO(data)) as zip_:
        assert zip_.testzip() is None
        assert {name: zip_.read(name) for name in zip_.namelist()} == PARTS
        assert {member.date_time for member in zip_.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_een_lid_dat_niet_is_aangeraakt_gaat_er_ongelezen_door():
    """Even a member that cannot be inflated is passed on as it lies."""
    data = zip_of({"a.xml": b"a" * 100})
    member = load_package(data, "x.docx").members["a.xml"]
    broken = member._replace(raw=b"\xff" + member.raw[1:])
    weer = load_package(write_package([broken]), "x.docx").members["a.xml"]
    assert weer.raw == broken.raw != member.raw


def test_een_onderdeel_dat_er_niet_is_wordt_genoemd():
    with pytest.raises(SjabloonError, match=r"x\.docx: .*ontbreekt het onderdeel word/styles\.xml"):
        load_package(zip_of(PARTS), "x.docx").content("word/styles.xml")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b"", "geen Word-bestand", id="leeg"),
        pytest.param(b"Beste collega,", "geen Word-bestand", id="tekst"),
        pytest.param(b"PK\5\6", "geen Word-bestand", id="alleen-het-einde"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "oud Word-bestand", id="doc"
        ),
        pytest.param(zip_of(PARTS)[:-40], "geen Word-bestand", id="einde-weg"),
        pytest.param(zip_of(PARTS)[40:], "geen Word-bestand", id="begin-weg"),
        pytest.param(
            zip_of({"a": b"a"}, zipfile.ZIP_BZIP2), "ongewone manier ingepakt", id="bzip2"
        ),
    ],
)
def test_geen_of_een_half_bestand(data, words):
    assert words in error_of(data)


@pytest.mark.parametrize("length", range(0, len(zip_of(PARTS)), 7))
def test_afgebroken_op_elke_plek_geeft_een_zin(length):
    assert "beschadigd" in error_of(zip_of(PARTS)[:length])


def test_een_wachtwoord_in_de_zip():
    data = bytearray(zip_of({"a.xml": b"a"}))
    index = data.index(b"PK\1\2")
    data[index + 8] |= 1
    assert "wachtwoord" in error_of(bytes(data))


def test_een_verkeerde_controlesom():
    data = bytearray(zip_of({"a.xml": b"abc" * 50}))
    index = data.index(b"PK\1\2")
    data[index + 16] ^= 0xFF
    assert "a.xml is beschadigd" in error_of(bytes(data))


def test_verminkte_inhoud():
    data = bytearray(zip_of({"a.xml": bytes(range(256)) * 20}))
    data[45] ^= 0xFF
    assert "a.xml is beschadigd" in error_of(bytes(data))


def test_een_onderdeel_dat_er_twee_keer_in_staat():
    data = zip_of({"a.xml": b"1", "b.xml": b"2"}).replace(b"b.xml", b"a.xml")
    assert "a.xml staat er twee keer in" in error_of(data)


def test_een_onderdeel_dat_precies_past(monkeypatch):
    monkeypatch.setattr(package, "MAX_PART", 1000)
    data = zip_of({"a.xml": bytes(1000)})
    assert load_package(data, "x.docx").content("a.xml") == bytes(1000)
    assert "uitgepakt groter" in error_of(zip_of({"a.xml": bytes(1001)}))
    assert "uitgepakt groter" in error_of(zip_of({"a.xml": bytes(1001)}, zipfile.ZIP_STORED))


def test_een_te_groot_bestand(monkeypatch):
    data = zip_of(PARTS)
    monkeypatch.setattr(package, "MAX_PACKAGE", len(data))
    load_package(data, "x.docx")
    monkeypatch.setattr(package, "MAX_PACKAGE", len(data) - 1)
    assert "groter dan" in error_of(data)


def test_te_veel_onderdelen():
    data = bytearray(zip_of({"a.xml": b"a"}))
    struct.pack_into("<H", data, data.rindex(b"PK\5\6") + 10, package.MAX_MEMBERS + 1)
    assert "meer dan 3000 onderdelen" in error_of(bytes(data))


def test_een_odt_heet_geen_word_bestand_waar_iets_aan_ontbreekt():
    odt = load_package(
        zip_of({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}),
        "x.odt",
    )
    with pytest.raises(SjabloonError, match=r"x\.odt: .*ander programma, zoals een odt"):
        odt.content("[Content_Types].xml")
