"""What is a place on a disk or the name of a file, and what only looks like one."""

from __future__ import annotations

import pytest

from uitvoeringsplan.word.cleaning.element_names import is_file_name, points_at_disk


@pytest.mark.parametrize(
    "waarde",
    ["C:\\wie\\x.png", "zie d:/map", "\\\\server\\map", "file:///x", '"/Users/wie/x', "/home/wie",
     "(C:/x)", "Macintosh HD:x", "/Volumes/schijf"],
)  # fmt: skip
def test_een_plek_op_een_schijf(waarde):
    assert points_at_disk(waarde)
    assert is_file_name(waarde)


@pytest.mark.parametrize(
    "waarde",
    ["https://a.nl/home/x", "Een wapen", "a\\b", "deel C: wonen", "profiel:", "", "/huis/x"],
)
def test_geen_plek_op_een_schijf(waarde):
    assert not points_at_disk(waarde)


@pytest.mark.parametrize(
    ("waarde", "is_naam"),
    [
        ("foto1.png", True), (" IMG 001.JPEG ", True), ("logo.docx", True), ("foto.tif", True),
        ("Een foto.png van het wapen", False), (".png", False), ("versie 1.2", False),
        ("Wapen van Oudermeer", False),
    ],
)  # fmt: skip
def test_de_naam_van_een_bestand(waarde, is_naam):
    assert is_file_name(waarde) is is_naam
