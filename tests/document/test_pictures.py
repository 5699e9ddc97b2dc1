"""Pictures in a Word file, as Word writes them now and as it did long ago."""

from __future__ import annotations

import pytest
from docx_to_read import paragraph, picture, png, read, sketch


def test_afbeeldingen_met_hun_tekst():
    decoration = (
        '<a:extLst><a:ext><d:decorative val="1" xmlns:d="http://schemas.microsoft.com/office/'
        'drawing/2017/decorative"/></a:ext></a:extLst>'
    )
    rels = [
        ("beeld", "image", "media/een.png"), ("emf", "image", "media/twee.emf"),
        ("weg", "image", "media/weg.png"), ("buiten", "image", "!https://a.nl/x.png"),
    ]  # fmt: skip
    document = read(
        paragraph(picture(), "na"), paragraph("voor", picture(text="")),
        paragraph(picture(extra=decoration)),
        paragraph(picture("emf")), paragraph(picture("weg")), paragraph(picture("buiten")),
        relationships=rels, parts={"word/media/een.png": png(), "word/media/twee.emf": b"\1\0\0\0"},
    )  # fmt: skip
    assert sketch(document.content) == [
        "[Een plaatje]", "na", "voor", "[Afbeelding zonder beschrijving]", *["[Een plaatje]"] * 3,
    ]  # fmt: skip
    first, emf = document.content[0], document.content[4]
    assert (first.data, first.kind) == (png(), "image/png")
    assert (first.width, first.height) == (151, 76)
    assert (emf.data, emf.kind) == (b"", "")


@pytest.mark.parametrize(
    ("start", "kind"),
    [(b"\xff\xd8\xff\xe0", "image/jpeg"), (b"GIF89a", "image/gif"), (b"<svg>", ""), (b"", "")],
)
def test_de_bytes_zeggen_wat_voor_beeld_het_is(start, kind):
    rels = [("beeld", "image", "media/x.png")]
    (reading,) = read(
        paragraph(picture()), relationships=rels, parts={"word/media/x.png": start}
    ).content
    assert reading.kind == kind


def test_een_beeld_van_een_oudere_word():
    vml = (
        '<w:r><w:pict><v:shape style="width:75pt;height:30.5pt" alt="Het wapen">'
        '<v:imagedata r:id="beeld"/></v:shape></w:pict></w:r>'
    )
    rels = [("beeld", "image", "media/x.png")]
    (reading,) = read(paragraph(vml), relationships=rels, parts={"word/media/x.png": png()}).content
    assert (reading.text, reading.width, reading.height) == ("Het wapen", 100, 41)
