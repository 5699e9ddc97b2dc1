"""The theme part: which colour and typeface it names, and what is written in their place."""

from __future__ import annotations

import pytest

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.names import DRAWINGML
from uitvoeringsplan.ooxml.theme import (
    ACCENT,
    BODY_TYPEFACE,
    HEADING_TYPEFACE,
    LINK,
    has_typefaces,
    theme_colour,
    with_theme,
)

KLEUREN = (
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:accent1><a:srgbClr val="4472C4"><a:alpha val="5"/></a:srgbClr></a:accent1>'
)
LETTERS = (
    '<a:{0}><a:latin typeface="{1}" panose="020F0502020204030204"/><a:ea typeface="x"/></a:{0}>'
)


def theme(kleuren: str = KLEUREN, kop: str = "Calibri Light", text: str = "Calibri") -> bytes:
    letters = "".join(
        LETTERS.format(kind, name)
        for kind, name in ((HEADING_TYPEFACE, kop), (BODY_TYPEFACE, text))
        if name
    )
    return f'<a:theme xmlns:a="{DRAWINGML}">{kleuren}{letters}</a:theme>'.encode()


def test_een_kleur_die_het_thema_zelf_opschrijft():
    assert theme_colour(theme(), ACCENT, "x.docx") == "4472C4"
    assert theme_colour(theme(), LINK, "x.docx") == ""
    assert theme_colour(theme(), "dk1", "x.docx") == ""  # what the system makes of it is not known


def test_de_kleur_van_een_link_heet_in_een_thema_hlink():
    link = '<a:hlink><a:srgbClr val="0563C1"/></a:hlink>'
    assert theme_colour(theme(KLEUREN + link), LINK, "x.docx") == "0563C1"
    otherwise = with_theme(theme(KLEUREN + link), {LINK: "112233"}, {}, "x.docx")
    assert theme_colour(otherwise, LINK, "x.docx") == "112233"


@pytest.mark.parametrize(
    ("kop", "text", "heeft"),
    [("A", "B", True), ("", "B", False), ("A", "", False), ("", "", False)],
)
def test_beide_lettertypen_of_geen(kop, text, heeft):
    assert has_typefaces(theme(kop=kop, text=text), "x.docx") is heeft


def test_andere_kleuren_en_letters():
    data = with_theme(
        theme(), {ACCENT: "0B5563", LINK: "112233"}, {BODY_TYPEFACE: "Verdana"}, "x.docx"
    )
    assert theme_colour(data, ACCENT, "x.docx") == "0B5563"
    assert theme_colour(data, LINK, "x.docx") == ""  # what is not there is not made
    assert b"alpha" not in data  # nor does the old colour shine through
    assert b'<a:latin typeface="Verdana"/>' in data
    assert LETTERS.format(HEADING_TYPEFACE, "Calibri Light").encode() in data
    assert b"windowText" in data


def test_een_kapot_thema_geeft_een_zin():
    for vraag in (
        lambda data: theme_colour(data, ACCENT, "x.docx"),
        lambda data: has_typefaces(data, "x.docx"),
        lambda data: with_theme(data, {}, {}, "x.docx"),
    ):
        with pytest.raises(SjabloonError, match=r"x\.docx: het onderdeel thema"):
            vraag(b"<a:theme")
