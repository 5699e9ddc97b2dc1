"""Pictures in a Word file, as Word writes them now and as it did long ago."""

from __future__ import annotations

import pytest
from docx_to_read import alinea, beeld, lees, png, schets


def test_afbeeldingen_met_hun_tekst():
    sier = (
        '<a:extLst><a:ext><d:decorative val="1" xmlns:d="http://schemas.microsoft.com/office/'
        'drawing/2017/decorative"/></a:ext></a:extLst>'
    )
    rels = [
        ("beeld", "image", "media/een.png"), ("emf", "image", "media/twee.emf"),
        ("weg", "image", "media/weg.png"), ("buiten", "image", "!https://a.nl/x.png"),
    ]  # fmt: skip
    document = lees(
        alinea(beeld(), "na"), alinea("voor", beeld(tekst="")), alinea(beeld(extra=sier)),
        alinea(beeld("emf")), alinea(beeld("weg")), alinea(beeld("buiten")),
        relaties=rels, delen={"word/media/een.png": png(), "word/media/twee.emf": b"\1\0\0\0"},
    )  # fmt: skip
    assert schets(document.inhoud) == [
        "[Een plaatje]", "na", "voor", "[Afbeelding zonder beschrijving]", *["[Een plaatje]"] * 3,
    ]  # fmt: skip
    eerste, emf = document.inhoud[0], document.inhoud[4]
    assert (eerste.data, eerste.soort) == (png(), "image/png")
    assert (eerste.breedte, eerste.hoogte) == (151, 76)
    assert (emf.data, emf.soort) == (b"", "")


@pytest.mark.parametrize(
    ("begin", "soort"),
    [(b"\xff\xd8\xff\xe0", "image/jpeg"), (b"GIF89a", "image/gif"), (b"<svg>", ""), (b"", "")],
)
def test_de_bytes_zeggen_wat_voor_beeld_het_is(begin, soort):
    rels = [("beeld", "image", "media/x.png")]
    (gelezen,) = lees(alinea(beeld()), relaties=rels, delen={"word/media/x.png": begin}).inhoud
    assert gelezen.soort == soort


def test_een_beeld_van_een_oudere_word():
    vml = (
        '<w:r><w:pict><v:shape style="width:75pt;height:30.5pt" alt="Het wapen">'
        '<v:imagedata r:id="beeld"/></v:shape></w:pict></w:r>'
    )
    rels = [("beeld", "image", "media/x.png")]
    (gelezen,) = lees(alinea(vml), relaties=rels, delen={"word/media/x.png": png()}).inhoud
    assert (gelezen.tekst, gelezen.breedte, gelezen.hoogte) == ("Het wapen", 100, 41)
