"""Bytes become text at one place: what is known, what is guessed aloud, what is refused by name."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from uitvoeringsplan.errors import GeenTekstError
from uitvoeringsplan.model.text_decoding import decode_text, looks_like_utf16, repair_typed

ZIN = "Eén café\r\n\r\n- € 20.000 “per jaar”\n"
# The signs that Windows-1252 has, and no control characters.
OLD = st.text(
    st.sampled_from(
        [sign for b in range(32, 256) if (sign := bytes([b]).decode("cp1252", "ignore"))]
    )
)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (ZIN.encode(), "UTF-8"),
        (b"\xef\xbb\xbf" + ZIN.encode(), "UTF-8"),
        (ZIN.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + ZIN.encode("utf-16-be"), "UTF-16"),
        (ZIN.encode("utf-32"), "UTF-32"),
    ],
)
def test_wat_zelf_zegt_wat_het_is_komt_precies_over_zonder_melding(data, encoding):
    reading = decode_text(data)
    assert (reading.text, reading.encoding, reading.message) == (ZIN, encoding, "")


def test_windows_1252_komt_over_en_noemt_de_woorden_om_na_te_kijken():
    reading = decode_text(ZIN.encode("cp1252"))
    assert reading.text == ZIN
    assert reading.message == (
        "De tekst is geen UTF-8 en is gelezen als Windows-1252. Kijk of dit klopt:"
        " Eén, café, €, “per, jaar”."
    )


def test_van_veel_of_lange_woorden_staan_er_een_paar_in_de_melding():
    message = decode_text(" ".join(f"é{n}" for n in range(9)).encode("cp1252")).message
    assert message.endswith("Kijk of dit klopt: é0, é1, é2, é3, é4, ….")
    assert len(decode_text(("é" * 9999).encode("cp1252")).message) < 200


def test_een_tekst_van_een_oude_console_is_te_herkennen_aan_zijn_woorden():
    assert "caf‚" in decode_text("café".encode("cp850")).message


@pytest.mark.parametrize(
    ("data", "zin"),
    [
        (b"PK\x03\x04...word/document.xml\xff", "een Word-bestand, geen tekst. Is het een bewerkt"),
        (b"PK\x03\x04...xl/workbook.xml", "een Excel-bestand"),
        (b"PK\x03\x04...ppt/presentation.xml", "een PowerPoint-bestand"),
        (b"PK\x03\x04...mimetypeapplication/vnd.oasis.opendocument.text", "een ODT-bestand"),
        (b"PK\x03\x04...mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "OpenDocument"),
        (b"PK\x03\x04...", "een ingepakt bestand (zip)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "een oud Word- of Excel-bestand"),
        (b"%PDF-1.7\n", "een pdf"),
        (b"{\\rtf1\\ansi Tekst}", "een RTF-bestand"),
        (b"\x89PNG\r\n\x1a\n", "een afbeelding"),
        (b"\xff\xd8\xff\xe0", "een afbeelding"),
        (b"GIF89a", "een afbeelding"),
        (b"\x1f\x8b\x08", "een ingepakt bestand"),
        (b"tekst\x00met nul", "bytes met de waarde nul"),
        ("a\x00b".encode("utf-16"), "waarde nul in (UTF-16)"),
        (ZIN.encode("utf-16-le"), "UTF-16 zonder merkteken"),
        (b"\xff\xfe\x00", "in UTF-16 is beschadigd"),
        (b"\xff\xfe\x00\xd8", "in UTF-16 is beschadigd"),
        (b"\xef\xbb\xbfa\n\xe9", "zegt UTF-8 te zijn, maar is het niet (regel 2)"),
        (b"een\ntwee \x9d", "geen tekst in UTF-8, UTF-16 of Windows-1252 (regel 2)"),
    ],
)
def test_wat_geen_tekst_is_wordt_bij_zijn_naam_geweigerd(data, zin):
    with pytest.raises(GeenTekstError) as error:
        decode_text(data)
    assert zin in error.value.message
    assert error.value.message.endswith(".")
    assert str(error.value)[0].isupper()


@settings(derandomize=True, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00\ufeff")))
def test_elke_tekst_komt_in_elke_codering_terug(text):
    text = f"- {text}"
    for data in (text.encode(), text.encode("utf-8-sig"), text.encode("utf-16")):
        assert decode_text(data).text == text


@settings(derandomize=True, deadline=None)
@given(OLD)
def test_elke_oude_tekst_komt_over_of_was_ook_goed_als_utf8(text):
    data = f"- {text}".encode("cp1252")
    reading = decode_text(data)
    assert reading.text.encode("utf-8" if reading.is_certain else "cp1252") == data


@settings(derandomize=True, deadline=None)
@given(st.binary())
def test_wat_er_ook_komt_het_is_tekst_of_een_zin(data):
    text = ""
    with contextlib.suppress(GeenTekstError):
        text = decode_text(data).text
    assert "\x00" not in text


def test_losse_bytes_van_een_toetsenbord_worden_letters_met_een_melding():
    reading = repair_typed("goed é, oud \udce9\udc80.")
    assert reading.text == "goed é, oud é€."
    assert "é€." in reading.message
    assert repair_typed("\udc81x").text == "\ufffdx"


@pytest.mark.parametrize("text", ["", "gewoon é €", "halve \ud83d", "\udd00"])
def test_gewoon_typen_verandert_niet(text):
    assert repair_typed(text) == (text, "UTF-8", True)


def test_utf16_zonder_merk_is_geen_gewone_tekst_met_een_nul():
    assert looks_like_utf16("soort: proef".encode("utf-16-be"))
    assert not looks_like_utf16(b"")
    assert not looks_like_utf16(b"soort:\x00 proef")
