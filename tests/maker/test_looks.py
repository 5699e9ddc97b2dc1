from __future__ import annotations

import pytest

from uitvoeringsplan.maker.looks import ACCENT, GREY

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def helderheid(kleur: str) -> float:
    """Return the relative luminance of WCAG 2."""
    parts = [int(kleur[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    lineair = [d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in parts]
    return 0.2126 * lineair[0] + 0.7152 * lineair[1] + 0.0722 * lineair[2]


@pytest.mark.parametrize("kleur", [ACCENT, GREY])
def test_kleuren_zijn_leesbaar_op_wit(kleur):
    assert (1 + 0.05) / (helderheid(kleur) + 0.05) >= 4.5


def test_alleen_bekende_kleuren(parts):
    kleuren = {k.get(f"{W}val") for k in parts["word/styles.xml"].iter(f"{W}color")}
    assert kleuren == {ACCENT, GREY, "FFFFFF"}


@pytest.mark.parametrize(
    ("name", "kind", "level"),
    [
        ("List Bullet", "bullet", "0"),
        ("List Bullet 2", "bullet", "1"),
        ("List Number", "decimal", "0"),
        ("List Number 2", "lowerLetter", "1"),
    ],
)
def test_lijststijl_draagt_zijn_nummering(parts, name, kind, level):
    (style,) = (
        s
        for s in parts["word/styles.xml"].iter(f"{W}style")
        if s.find(f"{W}name").get(f"{W}val") == name
    )
    numbering = style.find(f"{W}pPr/{W}numPr")
    assert numbering.find(f"{W}ilvl").get(f"{W}val") == level
    number = numbering.find(f"{W}numId").get(f"{W}val")
    (abstract,) = (
        a
        for a in parts["word/numbering.xml"].iter(f"{W}abstractNum")
        if a.get(f"{W}abstractNumId") == number
    )
    levels = {n.get(f"{W}ilvl"): n for n in abstract.iter(f"{W}lvl")}
    assert len(levels) >= 2
    assert levels[level].find(f"{W}numFmt").get(f"{W}val") == kind


def test_tekenstijlen_voor_het_invullen_bestaan(parts):
    kinds = {
        s.find(f"{W}name").get(f"{W}val"): s.get(f"{W}type")
        for s in parts["word/styles.xml"].iter(f"{W}style")
    }
    assert kinds["Hyperlink"] == kinds["Placeholder Text"] == "character"


def test_lopende_tekst_heeft_geen_eigen_maat(parts):
    """Else the smaller size of the table would not reach answers and lists in its cells."""
    styles = {s.get(f"{W}styleId"): s for s in parts["word/styles.xml"].iter(f"{W}style")}
    for name in ("Normal", "ListBullet", "ListBullet2", "ListNumber", "ListNumber2"):
        assert styles[name].find(f"{W}rPr") is None


def test_geen_randen_om_alineas(parts):
    """LibreOffice 7.4 exports those to PDF without a tag, which breaks PDF/UA."""
    assert not [part for part in parts.values() if list(part.iter(f"{W}pBdr"))]
