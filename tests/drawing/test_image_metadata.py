"""Pictures lose what tells of their maker, and not a pixel, nor how they are to be shown."""

from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageSequence

from private_pictures import exif, gif, jpeg, png, profile, svg
from trials import trials
from uitvoeringsplan.drawing.image_metadata import strip_metadata
from uitvoeringsplan.errors import AfbeeldingError

WHO = "kanarie"


def punten(data: bytes) -> list[tuple[tuple[int, int], bytes]]:
    with Image.open(io.BytesIO(data)) as picture:
        return [(f.size, f.convert("RGBA").tobytes()) for f in ImageSequence.Iterator(picture)]


@pytest.mark.parametrize(
    "data",
    [png(WHO), jpeg(WHO), jpeg(WHO, progressief=True), gif(WHO)],
    ids=["png", "jpeg", "progressief", "gif"],
)
def test_zonder_gegevens_met_dezelfde_punten(data):
    bare = strip_metadata(data)
    assert WHO.encode() in data
    assert WHO.encode() not in bare
    assert len(bare) < len(data)
    assert punten(bare) == punten(data)
    assert strip_metadata(bare) == bare


def test_in_een_png_blijft_wat_zegt_hoe_hij_getoond_wordt():
    bare = strip_metadata(png(WHO))
    runs, place = [], 8
    while place < len(bare):
        length, name = struct.unpack_from(">L4s", bare, place)
        runs.append(name.decode())
        place += 12 + length
    assert runs == ["IHDR", "iCCP", "pHYs", "IDAT", "IEND"]
    with Image.open(io.BytesIO(bare)) as picture:
        assert picture.info["icc_profile"] == profile()
        assert round(picture.info["dpi"][0]) == 150


@pytest.mark.parametrize("direction", [1, 3, 6, 8])
def test_in_een_jpeg_blijven_richting_profiel_en_maat(direction):
    old = jpeg(WHO).replace(exif(WHO), exif(WHO, direction))
    bare = strip_metadata(old)
    with Image.open(io.BytesIO(bare)) as picture:
        assert picture.info["icc_profile"] == profile()
        assert picture.info["dpi"] == (150, 150)
        reading = picture.getexif()
    assert dict(reading) == {0x0112: direction, 0x011A: 150.0, 0x011B: 150.0, 0x0128: 2}
    assert not reading.get_ifd(0x8825)
    assert b"Photoshop" not in bare
    assert b"JFXX" not in bare


def test_een_jpeg_zonder_exif_krijgt_er_geen():
    result = io.BytesIO()
    Image.new("RGB", (9, 9)).save(result, "JPEG")
    assert strip_metadata(result.getvalue()) == result.getvalue()


def test_een_gif_blijft_bewegen():
    bare = strip_metadata(gif(WHO))
    assert len(punten(bare)) == 2
    assert b"NETSCAPE2.0" in bare
    assert b"XMP" not in bare


def emf() -> bytes:
    """Return a drawing of Windows: a header with a description, a comment, a line, the end."""
    text = f"Tekenaar\0{WHO}.emf\0\0".encode("utf-16-le")
    kop = bytearray(108 + len(text))
    struct.pack_into("<LL", kop, 0, 1, len(kop))
    kop[40:44] = b" EMF"
    struct.pack_into("<LL", kop, 60, len(text) // 2, 108)
    kop[108:] = text
    own = struct.pack("<LLL", 70, 12 + 4 + 12, 16) + b"PRIV" + WHO.ljust(12, "\0").encode()
    sign = struct.pack("<LLL", 70, 12 + 4 + 4, 8) + b"EMF+" + b"\1\2\3\4"
    return bytes(kop) + own + sign + struct.pack("<LLLLL", 14, 20, 0, 0, 20) + WHO.encode()


def test_een_emf_houdt_elk_onderdeel_op_zijn_plaats():
    old = emf()
    bare = strip_metadata(old)
    assert WHO.encode() not in bare
    assert WHO.encode("utf-16-le") not in bare
    assert len(bare) == len(old) - len(WHO)
    assert b"EMF+\1\2\3\4" in bare


@pytest.mark.parametrize("data", [b"II*\0", b"BM", b"RIFF0000WEBP", b"", b"tekst"])
def test_een_onbekende_soort_is_niets(data):
    assert strip_metadata(data) is None


@pytest.mark.parametrize("make", [png, jpeg, gif, svg, lambda _: emf()])
@given(part=st.floats(0, 0.98), place=st.integers(0, 10**6), sign=st.integers(0, 255))
@trials(60)
def test_een_beschadigd_beeld_geeft_een_zin_of_een_beeld(make, part, place, sign):
    data = bytearray(make(WHO))
    short = bytes(data[: int(len(data) * part)])
    data[place % len(data)] = sign
    for broken in (short, bytes(data)):
        bare, zin = None, "Sla haar opnieuw op."
        try:
            bare = strip_metadata(broken)
        except AfbeeldingError as error:
            zin = str(error)
        assert bare is None or len(bare) <= len(broken)
        assert zin.endswith("Sla haar opnieuw op.") or "SVG" in zin
