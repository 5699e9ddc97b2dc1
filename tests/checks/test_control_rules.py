"""Each rule on content controls finds its fault, and leaves alone what only looks like it."""

from __future__ import annotations

import pytest
from word_faults import DOC, FLAG, GREY, after_start, paragraph, veld

from uitvoeringsplan.checks.control_rules import CONTROL_RULES

ERROR = [
    ("invulveld-zonder-inhoud", after_start(veld("proef", content=""))),
    (
        "invulveld-zonder-inhoud",
        after_start('<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr></w:sdt>'),
    ),
    ("invulveld-zonder-titel", after_start(veld("proef", alias=""))),
    ("vlag-op-tekst", (DOC, r'(<w:tag w:val="lokale-ambitie"/>)', rf"\1{FLAG}")),
    ("tekst-als-plaatshouder", after_start(paragraph("Klik hier eens", rpr=GREY))),
    (
        "plaatshouder-ontbreekt",
        after_start(veld("proef", pr='<w:placeholder><w:docPart w:val="Weg"/></w:placeholder>')),
    ),
]

GOOD = [
    ("invulveld-zonder-inhoud", after_start(veld("proef"))),
    (
        "invulveld-zonder-titel",  # a contents list has its own name
        after_start(
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
        after_start(veld("proef", pr=FLAG, content=paragraph("Typ hier uw tekst.", rpr=GREY))),
    ),
    (
        "tekst-als-plaatshouder",
        after_start(veld("proef", pr=FLAG, content=paragraph("Typ hier uw tekst.", rpr=GREY))),
    ),
    (
        "plaatshouder-ontbreekt",
        after_start(
            veld("proef", pr='<w:placeholder><w:docPart w:val="UvpAntwoord"/></w:placeholder>')
        ),
    ),
]


@pytest.mark.parametrize(("line", "edit"), ERROR)
def test_een_regel_over_invulvelden_vindt_de_fout(find, bewerk, filled, line, edit):
    assert line in find(bewerk(filled, *edit))


@pytest.mark.parametrize(("line", "edit"), GOOD)
def test_een_regel_over_invulvelden_laat_het_goede_met_rust(find, bewerk, filled, line, edit):
    assert line not in find(bewerk(filled, *edit))


@pytest.mark.parametrize("cases", [ERROR, GOOD])
def test_elke_regel_over_invulvelden_heeft_een_geval(cases):
    assert {case[0] for case in cases} == set(CONTROL_RULES)


@pytest.mark.parametrize(
    ("attributes", "name"),
    [
        ('<w:alias w:val="Titel"/><w:tag w:val="code"/><w:id w:val="7"/>', "code"),
        ('<w:alias w:val="Titel"/><w:id w:val="7"/>', "Titel"),
        ('<w:id w:val="7"/>', "7"),
    ],
)
def test_een_invulveld_heet_naar_wat_het_heeft(messages, bewerk, filled, attributes, name):
    empty = f"<w:sdt><w:sdtPr>{attributes}</w:sdtPr><w:sdtContent/></w:sdt>"
    ((where, _),) = messages(bewerk(filled, *after_start(empty)), "invulveld-zonder-inhoud")
    assert where == f"word/document.xml, bij “{name}”"


def test_een_vlag_op_andere_woorden_dan_die_van_de_plaatshouder(messages, bewerk, filled):
    """Grey words may still be an answer: somebody typed in the style of the placeholder."""
    place = '<w:placeholder><w:docPart w:val="UvpAntwoord"/></w:placeholder>'
    otherwise = veld("proef", pr=f"{place}{FLAG}", content=paragraph("Mijn antwoord", rpr=GREY))
    ((where, said),) = messages(bewerk(filled, *after_start(otherwise)), "vlag-op-tekst")
    assert where == f"{DOC}, bij “Mijn antwoord”"
    assert "“proef”" in said
