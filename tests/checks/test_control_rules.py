"""Each rule on content controls finds its fault, and leaves alone what only looks like it."""

from __future__ import annotations

import pytest
from word_faults import DOC, GRIJS, VLAG, alinea, na_begin, veld

from uitvoeringsplan.checks.control_rules import CONTROL_RULES

FOUT = [
    ("invulveld-zonder-inhoud", na_begin(veld("proef", inhoud=""))),
    (
        "invulveld-zonder-inhoud",
        na_begin('<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr></w:sdt>'),
    ),
    ("invulveld-zonder-titel", na_begin(veld("proef", alias=""))),
    ("vlag-op-tekst", (DOC, r'(<w:tag w:val="lokale-ambitie"/>)', rf"\1{VLAG}")),
    ("tekst-als-plaatshouder", na_begin(alinea("Klik hier eens", rpr=GRIJS))),
    (
        "plaatshouder-ontbreekt",
        na_begin(veld("proef", pr='<w:placeholder><w:docPart w:val="Weg"/></w:placeholder>')),
    ),
]

GOED = [
    ("invulveld-zonder-inhoud", na_begin(veld("proef"))),
    (
        "invulveld-zonder-titel",  # a contents list has its own name
        na_begin(
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
            "</w:docPartObj></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>"
        ),
    ),
    (
        "vlag-op-tekst",
        (DOC, r'(<w:tag w:val="lokale-ambitie"/>)', r'\1<w:showingPlcHdr w:val="0"/>'),
    ),
    (
        "vlag-op-tekst",
        na_begin(veld("proef", pr=VLAG, inhoud=alinea("Typ hier uw tekst.", rpr=GRIJS))),
    ),
    (
        "tekst-als-plaatshouder",
        na_begin(veld("proef", pr=VLAG, inhoud=alinea("Typ hier uw tekst.", rpr=GRIJS))),
    ),
    (
        "plaatshouder-ontbreekt",
        na_begin(
            veld("proef", pr='<w:placeholder><w:docPart w:val="UvpAntwoord"/></w:placeholder>')
        ),
    ),
]


@pytest.mark.parametrize(("regel", "bewerking"), FOUT)
def test_een_regel_over_invulvelden_vindt_de_fout(vind, bewerk, gevuld, regel, bewerking):
    assert regel in vind(bewerk(gevuld, *bewerking))


@pytest.mark.parametrize(("regel", "bewerking"), GOED)
def test_een_regel_over_invulvelden_laat_het_goede_met_rust(vind, bewerk, gevuld, regel, bewerking):
    assert regel not in vind(bewerk(gevuld, *bewerking))


@pytest.mark.parametrize("gevallen", [FOUT, GOED])
def test_elke_regel_over_invulvelden_heeft_een_geval(gevallen):
    assert {geval[0] for geval in gevallen} == set(CONTROL_RULES)


@pytest.mark.parametrize(
    ("kenmerken", "naam"),
    [
        ('<w:alias w:val="Titel"/><w:tag w:val="code"/><w:id w:val="7"/>', "code"),
        ('<w:alias w:val="Titel"/><w:id w:val="7"/>', "Titel"),
        ('<w:id w:val="7"/>', "7"),
    ],
)
def test_een_invulveld_heet_naar_wat_het_heeft(meldingen, bewerk, gevuld, kenmerken, naam):
    leeg = f"<w:sdt><w:sdtPr>{kenmerken}</w:sdtPr><w:sdtContent/></w:sdt>"
    ((waar, _),) = meldingen(bewerk(gevuld, *na_begin(leeg)), "invulveld-zonder-inhoud")
    assert waar == f"word/document.xml, bij “{naam}”"


def test_een_vlag_op_andere_woorden_dan_die_van_de_plaatshouder(meldingen, bewerk, gevuld):
    """Grey words may still be an answer: somebody typed in the style of the placeholder."""
    plaats = '<w:placeholder><w:docPart w:val="UvpAntwoord"/></w:placeholder>'
    anders = veld("proef", pr=f"{plaats}{VLAG}", inhoud=alinea("Mijn antwoord", rpr=GRIJS))
    ((waar, gezegd),) = meldingen(bewerk(gevuld, *na_begin(anders)), "vlag-op-tekst")
    assert waar == f"{DOC}, bij “Mijn antwoord”"
    assert "“proef”" in gezegd
