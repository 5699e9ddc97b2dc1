"""Text that is too pale where it stands is found, and no other text."""

from __future__ import annotations

import pytest
from word_faults import DOC, KLEUR, NEW_STYLE, STYLES, SURFACE, after_start, in_cel, paragraph

from uitvoeringsplan.checks.access_rules import COLOUR_RULES

ERROR = [
    ("kleurcontrast", after_start(paragraph("Licht", rpr=KLEUR.format("999999", "")))),
    (
        "kleurcontrast",
        after_start(paragraph("Wit", SURFACE.format("EEEEEE"), KLEUR.format("FFFFFF", ""))),
    ),
    (
        "kleurcontrast",  # on the grey of the paragraph, not on the white of the page
        after_start(paragraph("Grijs", SURFACE.format("999999"), KLEUR.format("595959", ""))),
    ),
    (
        "kleurcontrast",  # the surface of the run lies over that of the paragraph
        after_start(
            paragraph(
                "Grijs", SURFACE.format("FFFFFF"), KLEUR.format("595959", SURFACE.format("999999"))
            )
        ),
    ),
    (
        "kleurcontrast",
        (STYLES, "</w:styles>", NEW_STYLE.format('<w:rPr><w:color w:val="888888"/></w:rPr>')),
    ),
]

GOOD = [
    (
        "kleurcontrast",
        after_start(in_cel(paragraph("Wit", rpr=KLEUR.format("FFFFFF", "")), "0B5563")),
    ),
    (
        "kleurcontrast",
        after_start(paragraph(" ", rpr=KLEUR.format("FFFFFF", ""))),
    ),  # nothing to read
    ("kleurcontrast", after_start(paragraph("Grijs", rpr=KLEUR.format("595959", "")))),
    ("kleurcontrast", after_start(paragraph("Vanzelf", rpr=KLEUR.format("auto", "")))),
    (
        "kleurcontrast",
        after_start(paragraph("Wit", rpr=KLEUR.format("FFFFFF", SURFACE.format("0B5563")))),
    ),
]


@pytest.mark.parametrize(("line", "edit"), ERROR)
def test_de_regel_over_kleur_vindt_de_fout(find, bewerk, filled, line, edit):
    assert line in find(bewerk(filled, *edit))


@pytest.mark.parametrize(("line", "edit"), GOOD)
def test_de_regel_over_kleur_laat_het_goede_met_rust(find, bewerk, filled, line, edit):
    assert line not in find(bewerk(filled, *edit))


@pytest.mark.parametrize("cases", [ERROR, GOOD])
def test_elke_regel_over_kleur_heeft_een_geval(cases):
    assert {case[0] for case in cases} == set(COLOUR_RULES)


def met_stijl(kind: str, properties: str) -> tuple[str, str, str]:
    """Return the change that gives the template a style `Proef`."""
    style = f'<w:style w:type="{kind}" w:styleId="Proef"><w:name w:val="Proef"/>{properties}'
    return STYLES, "</w:styles>", f"{style}</w:style></w:styles>"


@pytest.mark.parametrize(
    ("kind", "properties", "message"),
    [
        (
            "paragraph",
            KLEUR.format("888888", ""),
            "de kleur 888888 op FFFFFF heeft",
        ),
        (
            "character",
            KLEUR.format("888888", ""),
            "de kleur 888888 op FFFFFF heeft",
        ),
        (
            "paragraph",
            f"<w:pPr>{SURFACE.format('999999')}</w:pPr>{KLEUR.format('595959', '')}",
            "de kleur 595959 op 999999 heeft een contrast van 2.",
        ),
    ],
)
def test_een_stijl_wordt_beoordeeld_ook_als_niets_haar_heeft(
    messages, bewerk, filled, kind, properties, message
):
    ((where, said),) = messages(bewerk(filled, *met_stijl(kind, properties)), "kleurcontrast")
    assert where == f"{DOC}, bij “stijl Proef”"
    assert said.startswith(message)
    assert said.endswith("minstens 4.5 is nodig.")


def test_een_stijl_van_een_alinea_kleurt_haar_tekst(messages, bewerk, filled):
    met = bewerk(filled, *met_stijl("paragraph", KLEUR.format("FFFFFF", SURFACE.format("0B5563"))))
    good = bewerk(met, *after_start(paragraph("Wit op blauw", '<w:pStyle w:val="Proef"/>')))
    assert messages(good, "kleurcontrast") == []
    own = KLEUR.format("0B5563", "")
    error = bewerk(met, *after_start(paragraph("Blauw op blauw", '<w:pStyle w:val="Proef"/>', own)))
    ((where, said),) = messages(error, "kleurcontrast")
    assert (where, said[:24]) == (f"{DOC}, bij “Blauw op blauw”", "de kleur 0B5563 op 0B556")


def test_een_stijl_van_letters_gaat_voor_die_van_de_alinea(messages, bewerk, filled):
    met = bewerk(filled, *met_stijl("character", KLEUR.format("FFFFFF", SURFACE.format("0B5563"))))
    style = '<w:rPr><w:rStyle w:val="Proef"/></w:rPr>'
    good = bewerk(met, *after_start(paragraph("Wit op blauw", SURFACE.format("FFFFFF"), style)))
    ((_, said),) = messages(good, "kleurcontrast")  # the paragraph is nearer than the style
    assert said.startswith("de kleur FFFFFF op FFFFFF heeft een contrast van 1.0;")
    assert messages(bewerk(met, *after_start(paragraph("Wit", rpr=style))), "kleurcontrast") == []
