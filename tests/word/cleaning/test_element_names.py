"""What is a place on a disk or the name of a file, and what only looks like one."""

from __future__ import annotations

import pytest

from uitvoeringsplan.word.cleaning.element_names import is_file_name, points_at_disk


@pytest.mark.parametrize(
    "value",
    ["C:\\wie\\x.png", "zie d:/map", "\\\\server\\map", "file:///x", '"/Users/wie/x', "/home/wie",
     "(C:/x)", "Macintosh HD:x", "/Volumes/schijf"],
)  # fmt: skip
def test_een_plek_op_een_schijf(value):
    assert points_at_disk(value)
    assert is_file_name(value)


@pytest.mark.parametrize(
    "value",
    ["https://a.nl/home/x", "Een wapen", "a\\b", "deel C: wonen", "profiel:", "", "/huis/x"],
)
def test_geen_plek_op_een_schijf(value):
    assert not points_at_disk(value)


@pytest.mark.parametrize(
    ("value", "is_name"),
    [
        ("foto1.png", True), (" IMG 001.JPEG ", True), ("logo.docx", True), ("foto.tif", True),
        ("Een foto.png van het wapen", False), (".png", False), ("versie 1.2", False),
        ("Wapen van Oudermeer", False),
    ],
)  # fmt: skip
def test_de_naam_van_een_bestand(value, is_name):
    assert is_file_name(value) is is_name
