"""Pictures lose what tells of their maker, and not a pixel, nor how they are to be shown."""

from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageSequence

from private_pictures import exif, gif, jpeg, png, profiel, svg
from trials import proeven
from uitvoeringsplan.drawing.image_metadata import strip_metadata
from uitvoeringsplan.errors import AfbeeldingError

WIE = "kanarie"


def punten(data: bytes) -> list[tuple[tuple[int, int], bytes]]:
    with Image.open(io.BytesIO(data)) as beeld:
        return [(f.size, f.convert("RGBA").tobytes()) for f in ImageSequence.Iterator(beeld)]


@pytest.mark.parametrize(
    "data",
    [png(WIE), jpeg(WIE), jpeg(WIE, progressief=True), gif(WIE)],
    ids=["png", "jpeg", "progressief", "gif"],
)
def test_zonder_gegevens_met_dezelfde_punten(data):
    kaal = strip_metadata(data)
    assert WIE.encode() in data
    assert WIE.encode() not in kaal
    assert len(kaal) < len(data)
    assert punten(kaal) == punten(data)
    assert strip_metadata(kaal) == kaal


def test_in_een_png_blijft_wat_zegt_hoe_hij_getoond_wordt():
    kaal = strip_metadata(png(WIE))
    stukken, plek = [], 8
    while plek < len(kaal):
        lengte, naam = struct.unpack_from(">L4s", kaal, plek)
        stukken.append(naam.decode())
        plek += 12 + lengte
    assert stukken == ["IHDR", "iCCP", "pHYs", "IDAT", "IEND"]
    with Image.open(io.BytesIO(kaal)) as beeld:
        assert beeld.info["icc_profile"] == profiel()
        assert round(beeld.info["dpi"][0]) == 150


@pytest.mark.parametrize("richting", [1, 3, 6, 8])
def test_in_een_jpeg_blijven_richting_profiel_en_maat(richting):
    oud = jpeg(WIE).replace(exif(WIE), exif(WIE, richting))
    kaal = strip_metadata(oud)
    with Image.open(io.BytesIO(kaal)) as beeld:
        assert beeld.info["icc_profile"] == profiel()
        assert beeld.info["dpi"] == (150, 150)
        gelezen = beeld.getexif()
    assert dict(gelezen) == {0x0112: richting, 0x011A: 150.0, 0x011B: 150.0, 0x0128: 2}
    assert not gelezen.get_ifd(0x8825)
    assert b"Photoshop" not in kaal
    assert b"JFXX" not in kaal


def test_een_jpeg_zonder_exif_krijgt_er_geen():
    uit = io.BytesIO()
    Image.new("RGB", (9, 9)).save(uit, "JPEG")
    assert strip_metadata(uit.getvalue()) == uit.getvalue()


def test_een_gif_blijft_bewegen():
    kaal = strip_metadata(gif(WIE))
    assert len(punten(kaal)) == 2
    assert b"NETSCAPE2.0" in kaal
    assert b"XMP" not in kaal


def emf() -> bytes:
    """Return a drawing of Windows: a header with a description, a comment, a line, the end."""
    tekst = f"Tekenaar\0{WIE}.emf\0\0".encode("utf-16-le")
    kop = bytearray(108 + len(tekst))
    struct.pack_into("<LL", kop, 0, 1, len(kop))
    kop[40:44] = b" EMF"
    struct.pack_into("<LL", kop, 60, len(tekst) // 2, 108)
    kop[108:] = tekst
    eigen = struct.pack("<LLL", 70, 12 + 4 + 12, 16) + b"PRIV" + WIE.ljust(12, "\0").encode()
    teken = struct.pack("<LLL", 70, 12 + 4 + 4, 8) + b"EMF+" + b"\1\2\3\4"
    return bytes(kop) + eigen + teken + struct.pack("<LLLLL", 14, 20, 0, 0, 20) + WIE.encode()


def test_een_emf_houdt_elk_onderdeel_op_zijn_plaats():
    oud = emf()
    kaal = strip_metadata(oud)
    assert WIE.encode() not in kaal
    assert WIE.encode("utf-16-le") not in kaal
    assert len(kaal) == len(oud) - len(WIE)
    assert b"EMF+\1\2\3\4" in kaal


@pytest.mark.parametrize("data", [b"II*\0", b"BM", b"RIFF0000WEBP", b"", b"tekst"])
def test_een_onbekende_soort_is_niets(data):
    assert strip_metadata(data) is None


@pytest.mark.parametrize("maak", [png, jpeg, gif, svg, lambda _: emf()])
@given(deel=st.floats(0, 0.98), plek=st.integers(0, 10**6), teken=st.integers(0, 255))
@proeven(60)
def test_een_beschadigd_beeld_geeft_een_zin_of_een_beeld(maak, deel, plek, teken):
    data = bytearray(maak(WIE))
    kort = bytes(data[: int(len(data) * deel)])
    data[plek % len(data)] = teken
    for kapot in (kort, bytes(data)):
        kaal, zin = None, "Sla haar opnieuw op."
        try:
            kaal = strip_metadata(kapot)
        except AfbeeldingError as fout:
            zin = str(fout)
        assert kaal is None or len(kaal) <= len(kapot)
        assert zin.endswith("Sla haar opnieuw op.") or "SVG" in zin
