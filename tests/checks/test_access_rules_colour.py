"""Text that is too pale where it stands is found, and no other text."""

from __future__ import annotations

import pytest
from word_faults import DOC, KLEUR, NIEUWE_STIJL, STIJLEN, VLAK, alinea, in_cel, na_begin

from uitvoeringsplan.checks.access_rules import COLOUR_RULES

FOUT = [
    ("kleurcontrast", na_begin(alinea("Licht", rpr=KLEUR.format("999999", "")))),
    ("kleurcontrast", na_begin(alinea("Wit", VLAK.format("EEEEEE"), KLEUR.format("FFFFFF", "")))),
    (
        "kleurcontrast",  # on the grey of the paragraph, not on the white of the page
        na_begin(alinea("Grijs", VLAK.format("999999"), KLEUR.format("595959", ""))),
    ),
    (
        "kleurcontrast",  # the surface of the run lies over that of the paragraph
        na_begin(
            alinea("Grijs", VLAK.format("FFFFFF"), KLEUR.format("595959", VLAK.format("999999")))
        ),
    ),
    (
        "kleurcontrast",
        (STIJLEN, "</w:styles>", NIEUWE_STIJL.format('<w:rPr><w:color w:val="888888"/></w:rPr>')),
    ),
]

GOED = [
    ("kleurcontrast", na_begin(in_cel(alinea("Wit", rpr=KLEUR.format("FFFFFF", "")), "0B5563"))),
    ("kleurcontrast", na_begin(alinea(" ", rpr=KLEUR.format("FFFFFF", "")))),  # nothing to read
    ("kleurcontrast", na_begin(alinea("Grijs", rpr=KLEUR.format("595959", "")))),
    ("kleurcontrast", na_begin(alinea("Vanzelf", rpr=KLEUR.format("auto", "")))),
    (
        "kleurcontrast",
        na_begin(alinea("Wit", rpr=KLEUR.format("FFFFFF", VLAK.format("0B5563")))),
    ),
]


@pytest.mark.parametrize(("regel", "bewerking"), FOUT)
def test_de_regel_over_kleur_vindt_de_fout(vind, bewerk, gevuld, regel, bewerking):
    assert regel in vind(bewerk(gevuld, *bewerking))


@pytest.mark.parametrize(("regel", "bewerking"), GOED)
def test_de_regel_over_kleur_laat_het_goede_met_rust(vind, bewerk, gevuld, regel, bewerking):
    assert regel not in vind(bewerk(gevuld, *bewerking))


@pytest.mark.parametrize("gevallen", [FOUT, GOED])
def test_elke_regel_over_kleur_heeft_een_geval(gevallen):
    assert {geval[0] for geval in gevallen} == set(COLOUR_RULES)


def met_stijl(soort: str, eigenschappen: str) -> tuple[str, str, str]:
    """Return the change that gives the template a style `Proef`."""
    stijl = f'<w:style w:type="{soort}" w:styleId="Proef"><w:name w:val="Proef"/>{eigenschappen}'
    return STIJLEN, "</w:styles>", f"{stijl}</w:style></w:styles>"


@pytest.mark.parametrize(
    ("soort", "eigenschappen", "melding"),
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
            f"<w:pPr>{VLAK.format('999999')}</w:pPr>{KLEUR.format('595959', '')}",
            "de kleur 595959 op 999999 heeft een contrast van 2.",
        ),
    ],
)
def test_een_stijl_wordt_beoordeeld_ook_als_niets_haar_heeft(
    meldingen, bewerk, gevuld, soort, eigenschappen, melding
):
    ((waar, gezegd),) = meldingen(bewerk(gevuld, *met_stijl(soort, eigenschappen)), "kleurcontrast")
    assert waar == f"{DOC}, bij “stijl Proef”"
    assert gezegd.startswith(melding)
    assert gezegd.endswith("minstens 4.5 is nodig.")


def test_een_stijl_van_een_alinea_kleurt_haar_tekst(meldingen, bewerk, gevuld):
    met = bewerk(gevuld, *met_stijl("paragraph", KLEUR.format("FFFFFF", VLAK.format("0B5563"))))
    goed = bewerk(met, *na_begin(alinea("Wit op blauw", '<w:pStyle w:val="Proef"/>')))
    assert meldingen(goed, "kleurcontrast") == []
    eigen = KLEUR.format("0B5563", "")
    fout = bewerk(met, *na_begin(alinea("Blauw op blauw", '<w:pStyle w:val="Proef"/>', eigen)))
    ((waar, gezegd),) = meldingen(fout, "kleurcontrast")
    assert (waar, gezegd[:24]) == (f"{DOC}, bij “Blauw op blauw”", "de kleur 0B5563 op 0B556")


def test_een_stijl_van_letters_gaat_voor_die_van_de_alinea(meldingen, bewerk, gevuld):
    met = bewerk(gevuld, *met_stijl("character", KLEUR.format("FFFFFF", VLAK.format("0B5563"))))
    stijl = '<w:rPr><w:rStyle w:val="Proef"/></w:rPr>'
    goed = bewerk(met, *na_begin(alinea("Wit op blauw", VLAK.format("FFFFFF"), stijl)))
    ((_, gezegd),) = meldingen(goed, "kleurcontrast")  # the paragraph is nearer than the style
    assert gezegd.startswith("de kleur FFFFFF op FFFFFF heeft een contrast van 1.0;")
    assert meldingen(bewerk(met, *na_begin(alinea("Wit", rpr=stijl))), "kleurcontrast") == []
