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
OUD = st.text(
    st.sampled_from(
        [teken for b in range(32, 256) if (teken := bytes([b]).decode("cp1252", "ignore"))]
    )
)


@pytest.mark.parametrize(
    ("data", "codering"),
    [
        (ZIN.encode(), "UTF-8"),
        (b"\xef\xbb\xbf" + ZIN.encode(), "UTF-8"),
        (ZIN.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + ZIN.encode("utf-16-be"), "UTF-16"),
        (ZIN.encode("utf-32"), "UTF-32"),
    ],
)
def test_wat_zelf_zegt_wat_het_is_komt_precies_over_zonder_melding(data, codering):
    gelezen = decode_text(data)
    assert (gelezen.tekst, gelezen.codering, gelezen.melding) == (ZIN, codering, "")


def test_windows_1252_komt_over_en_noemt_de_woorden_om_na_te_kijken():
    gelezen = decode_text(ZIN.encode("cp1252"))
    assert gelezen.tekst == ZIN
    assert gelezen.melding == (
        "De tekst is geen UTF-8 en is gelezen als Windows-1252. Kijk of dit klopt:"
        " Eén, café, €, “per, jaar”."
    )


def test_van_veel_of_lange_woorden_staan_er_een_paar_in_de_melding():
    melding = decode_text(" ".join(f"é{n}" for n in range(9)).encode("cp1252")).melding
    assert melding.endswith("Kijk of dit klopt: é0, é1, é2, é3, é4, ….")
    assert len(decode_text(("é" * 9999).encode("cp1252")).melding) < 200


def test_een_tekst_van_een_oude_console_is_te_herkennen_aan_zijn_woorden():
    assert "caf‚" in decode_text("café".encode("cp850")).melding


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
    with pytest.raises(GeenTekstError) as fout:
        decode_text(data)
    assert zin in fout.value.melding
    assert fout.value.melding.endswith(".")
    assert str(fout.value)[0].isupper()


@settings(derandomize=True, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00\ufeff")))
def test_elke_tekst_komt_in_elke_codering_terug(tekst):
    tekst = f"- {tekst}"
    for data in (tekst.encode(), tekst.encode("utf-8-sig"), tekst.encode("utf-16")):
        assert decode_text(data).tekst == tekst


@settings(derandomize=True, deadline=None)
@given(OUD)
def test_elke_oude_tekst_komt_over_of_was_ook_goed_als_utf8(tekst):
    data = f"- {tekst}".encode("cp1252")
    gelezen = decode_text(data)
    assert gelezen.tekst.encode("utf-8" if gelezen.is_certain else "cp1252") == data


@settings(derandomize=True, deadline=None)
@given(st.binary())
def test_wat_er_ook_komt_het_is_tekst_of_een_zin(data):
    tekst = ""
    with contextlib.suppress(GeenTekstError):
        tekst = decode_text(data).tekst
    assert "\x00" not in tekst


def test_losse_bytes_van_een_toetsenbord_worden_letters_met_een_melding():
    gelezen = repair_typed("goed é, oud \udce9\udc80.")
    assert gelezen.tekst == "goed é, oud é€."
    assert "é€." in gelezen.melding
    assert repair_typed("\udc81x").tekst == "\ufffdx"


@pytest.mark.parametrize("tekst", ["", "gewoon é €", "halve \ud83d", "\udd00"])
def test_gewoon_typen_verandert_niet(tekst):
    assert repair_typed(tekst) == (tekst, "UTF-8", True)


def test_utf16_zonder_merk_is_geen_gewone_tekst_met_een_nul():
    assert looks_like_utf16("soort: proef".encode("utf-16-be"))
    assert not looks_like_utf16(b"")
    assert not looks_like_utf16(b"soort:\x00 proef")
