"""A part in pieces: what answers share is made once, and what an answer changes is made anew."""

from __future__ import annotations

import pytest
from contents_list_samples import HEADING_STYLES, LAYERS, content, kop
from sample_plans import PLAN_NAMES

from independent_reader import OFFICE
from uitvoeringsplan.drawing.picture import Tekening
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.filling.made_here import fingerprints
from uitvoeringsplan.word.filling.properties import read_custom
from uitvoeringsplan.word.fixed.parts import fixed_properties, read_forms
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

DELFT, EDE = {"gemeente": "Delft"}, {"gemeente": "Ede"}


def bookmark(part: str, id_: int = 7) -> str:
    return f'<w:bookmark{part} w:id="{id_}"' + (' w:name="half"/>' if part == "Start" else "/>")


# What stands around the control of the first question, and whether an answer in it is apart.
PLACES = {
    "los": (lambda b: b.block("eerste"), True),
    "in een cel": (
        lambda b: f"<w:tbl><w:tr><w:tc><w:tcPr/>{b.block('eerste')}<w:p/></w:tc></w:tr></w:tbl>",
        True,
    ),
    "om een cel": (
        lambda b: "<w:tbl><w:tr>"
        + b.block("eerste").replace("<w:sdtContent>", "<w:sdtContent><w:tc><w:tcPr/>")
        .replace("</w:sdtContent>", "</w:tc></w:sdtContent>")
        + "</w:tr></w:tbl>",
        True,
    ),
    "met een deel erin": (
        lambda b: b.block("eerste").replace(
            "<w:sdtContent>", f"<w:sdtContent>{b.part('gemeente = Ede', '<w:p/>')}"
        ),
        False,
    ),
    "met een half deel van een bladwijzer": (
        lambda b: b.block("eerste").replace(
            "<w:sdtContent><w:p>", f"<w:sdtContent><w:p>{bookmark('Start')}"
        )
        + f"<w:p>{bookmark('End')}</w:p>",
        False,
    ),
    "met een kop erin": (
        lambda b: b.block("eerste").replace("<w:sdtContent>", "<w:sdtContent>" + kop(1, "Weg")),
        False,
    ),
}  # fmt: skip


def met_inhoudsopgave(builder, *runs: str) -> bytes:
    parts = builder.parts(builder.document(content(), *runs, builder.block("tweede")))
    parts["word/styles.xml"] = builder.styles().replace(
        "</w:styles>", f"{HEADING_STYLES}</w:styles>"
    )
    parts["word/numbering.xml"] = (
        builder.numbering()
        .replace(
            '<w:num w:numId="7">',
            f'<w:abstractNum w:abstractNumId="9">{LAYERS}</w:abstractNum><w:num w:numId="7">',
            1,
        )
        .replace(
            "</w:numbering>",
            '<w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num></w:numbering>',
        )
    )
    return builder.pack(parts)


@pytest.mark.parametrize("place", PLACES)
def test_elk_plan_is_zoals_het_alleen_gemaakt_wordt(builder, place):
    make, is_apart = PLACES[place]
    data = met_inhoudsopgave(builder, kop(1, "Vast"), make(builder))
    plannen = [
        builder.plan(gegevens, **antwoorden)
        for gegevens in (DELFT, EDE)
        for antwoorden in ({"eerste": "hier"}, {}, {"eerste": "daar\n\n- punt", "tweede": "- x"})
    ]
    only = [fill(builder.open(data), builder.lijst, plan) for plan in plannen]
    sjabloon = builder.open(data)
    for _ in range(2):
        assert [fill(sjabloon, builder.lijst, plan) for plan in plannen] == only
    assert len(set(only)) == len(plannen)
    field = next(c for c in sjabloon.parts[0].controls if getattr(c.what, "tag", "") == "eerste")
    assert field.is_apart is is_apart
    if is_apart:
        assert len(sjabloon.cuts) == 1


def test_een_gegeven_in_een_kop_staat_in_de_inhoudsopgave(builder):
    data = met_inhoudsopgave(builder, kop(1, builder.line("gemeente")), builder.block("eerste"))
    sjabloon = builder.open(data)
    for gegevens in (DELFT, EDE, DELFT):
        made = builder.read(fill(sjabloon, builder.lijst, builder.plan(gegevens)))
        assert "".join(made.document.itertext()).count(gegevens["gemeente"]) == 2


@pytest.mark.parametrize("p", ["w", "x"])
@pytest.mark.parametrize("met_r", [True, False])
def test_zonder_de_gewone_voorvoegsels_staat_er_hetzelfde(builder, p, met_r):
    text = builder.document(builder.block("eerste", p=p), builder.block("tweede", p=p), p=p)
    text = text.replace(f' xmlns:r="{OFFICE}"', "") if not met_r else text
    parts = builder.parts(text)
    sjabloon = builder.open(builder.pack(parts))
    plan = builder.plan(DELFT, eerste="[hier](https://a.nl) en **daar**", tweede="1. een\n2. twee")
    reading = builder.read(fill(sjabloon, builder.lijst, plan))
    assert reading.field_text("eerste") == ["hier en daar"]
    assert reading.field_text("tweede") == ["eentwee"]
    assert {c.is_apart for c in sjabloon.parts[0].controls} == {p == "w" and met_r}


def test_stukken_van_lang_geleden_worden_vergeten(builder):
    data = met_inhoudsopgave(builder, kop(1, builder.line("gemeente")), builder.block("eerste"))
    sjabloon = builder.open(data)
    for number in range(60):
        fill(sjabloon, builder.lijst, builder.plan({"gemeente": f"Plaats {number}"}))
    assert len(sjabloon.cuts) < 30


@pytest.mark.parametrize("name", PLAN_NAMES)
def test_de_vaste_tekst_is_die_van_het_document(name, plannen, real_lijst, real_sjabloon):
    """What is put together from pieces is what a reader of the finished document finds."""
    sjabloon = open_sjabloon(real_sjabloon, "s.docx", real_lijst)
    fill(sjabloon, real_lijst, plannen["vol"])
    tekeningen = [Tekening(b"geen echt beeld", 9.5, 4.25, f"Stip {n}. En meer.") for n in (1, 2)]
    data = fill(sjabloon, real_lijst, plannen[name], {"acties": tekeningen})
    package = load_package(data, "")
    tags = fingerprints(data).keys()
    says = read_custom(package.content("docProps/custom.xml"))
    fixed = fixed_properties(
        package, "word/document.xml", tags, {}, lambda: read_forms(package, "word/document.xml")
    )
    assert {key: value for key, value in says.items() if key.startswith("vast")} == fixed
    assert len(fixed) > 5
    assert ("vast.alt.1" in fixed) == bool(plannen[name].antwoorden.get("acties"))
