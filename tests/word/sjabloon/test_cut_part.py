"""A part in pieces: what answers share is made once, and what an answer changes is made anew."""

from __future__ import annotations

import pytest
from contents_list_samples import KOPSTIJLEN, LAGEN, inhoud, kop
from sample_plans import PLANNAMEN

from independent_reader import OFFICE
from uitvoeringsplan.drawing.picture import Tekening
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.filling.made_here import fingerprints
from uitvoeringsplan.word.filling.properties import read_custom
from uitvoeringsplan.word.fixed.parts import fixed_properties
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

DELFT, EDE = {"gemeente": "Delft"}, {"gemeente": "Ede"}


def bladwijzer(deel: str, id_: int = 7) -> str:
    return f'<w:bookmark{deel} w:id="{id_}"' + (' w:name="half"/>' if deel == "Start" else "/>")


# What stands around the control of the first question, and whether an answer in it is apart.
PLAATSEN = {
    "los": (lambda b: b.blok("eerste"), True),
    "in een cel": (
        lambda b: f"<w:tbl><w:tr><w:tc><w:tcPr/>{b.blok('eerste')}<w:p/></w:tc></w:tr></w:tbl>",
        True,
    ),
    "om een cel": (
        lambda b: "<w:tbl><w:tr>"
        + b.blok("eerste").replace("<w:sdtContent>", "<w:sdtContent><w:tc><w:tcPr/>")
        .replace("</w:sdtContent>", "</w:tc></w:sdtContent>")
        + "</w:tr></w:tbl>",
        True,
    ),
    "met een deel erin": (
        lambda b: b.blok("eerste").replace(
            "<w:sdtContent>", f"<w:sdtContent>{b.deel('gemeente = Ede', '<w:p/>')}"
        ),
        False,
    ),
    "met een half deel van een bladwijzer": (
        lambda b: b.blok("eerste").replace(
            "<w:sdtContent><w:p>", f"<w:sdtContent><w:p>{bladwijzer('Start')}"
        )
        + f"<w:p>{bladwijzer('End')}</w:p>",
        False,
    ),
    "met een kop erin": (
        lambda b: b.blok("eerste").replace("<w:sdtContent>", "<w:sdtContent>" + kop(1, "Weg")),
        False,
    ),
}  # fmt: skip


def met_inhoudsopgave(builder, *stukken: str) -> bytes:
    delen = builder.delen(builder.document(inhoud(), *stukken, builder.blok("tweede")))
    delen["word/styles.xml"] = builder.stijlen().replace("</w:styles>", f"{KOPSTIJLEN}</w:styles>")
    delen["word/numbering.xml"] = (
        builder.nummering()
        .replace(
            '<w:num w:numId="7">',
            f'<w:abstractNum w:abstractNumId="9">{LAGEN}</w:abstractNum><w:num w:numId="7">',
            1,
        )
        .replace(
            "</w:numbering>",
            '<w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num></w:numbering>',
        )
    )
    return builder.pak_in(delen)


@pytest.mark.parametrize("plaats", PLAATSEN)
def test_elk_plan_is_zoals_het_alleen_gemaakt_wordt(builder, plaats):
    maak, is_apart = PLAATSEN[plaats]
    data = met_inhoudsopgave(builder, kop(1, "Vast"), maak(builder))
    plannen = [
        builder.plan(gegevens, **antwoorden)
        for gegevens in (DELFT, EDE)
        for antwoorden in ({"eerste": "hier"}, {}, {"eerste": "daar\n\n- punt", "tweede": "- x"})
    ]
    alleen = [fill(builder.open(data), builder.lijst, plan) for plan in plannen]
    sjabloon = builder.open(data)
    for _ in range(2):
        assert [fill(sjabloon, builder.lijst, plan) for plan in plannen] == alleen
    assert len(set(alleen)) == len(plannen)
    veld = next(c for c in sjabloon.parts[0].controls if getattr(c.what, "tag", "") == "eerste")
    assert veld.is_apart is is_apart
    if is_apart:
        assert len(sjabloon.cuts) == 1


def test_een_gegeven_in_een_kop_staat_in_de_inhoudsopgave(builder):
    data = met_inhoudsopgave(builder, kop(1, builder.regel("gemeente")), builder.blok("eerste"))
    sjabloon = builder.open(data)
    for gegevens in (DELFT, EDE, DELFT):
        made = builder.lees(fill(sjabloon, builder.lijst, builder.plan(gegevens)))
        assert "".join(made.document.itertext()).count(gegevens["gemeente"]) == 2


@pytest.mark.parametrize("p", ["w", "x"])
@pytest.mark.parametrize("met_r", [True, False])
def test_zonder_de_gewone_voorvoegsels_staat_er_hetzelfde(builder, p, met_r):
    tekst = builder.document(builder.blok("eerste", p=p), builder.blok("tweede", p=p), p=p)
    tekst = tekst.replace(f' xmlns:r="{OFFICE}"', "") if not met_r else tekst
    delen = builder.delen(tekst)
    sjabloon = builder.open(builder.pak_in(delen))
    plan = builder.plan(DELFT, eerste="[hier](https://a.nl) en **daar**", tweede="1. een\n2. twee")
    gelezen = builder.lees(fill(sjabloon, builder.lijst, plan))
    assert gelezen.veldtekst("eerste") == ["hier en daar"]
    assert gelezen.veldtekst("tweede") == ["eentwee"]
    assert {c.is_apart for c in sjabloon.parts[0].controls} == {p == "w" and met_r}


def test_stukken_van_lang_geleden_worden_vergeten(builder):
    data = met_inhoudsopgave(builder, kop(1, builder.regel("gemeente")), builder.blok("eerste"))
    sjabloon = builder.open(data)
    for nummer in range(60):
        fill(sjabloon, builder.lijst, builder.plan({"gemeente": f"Plaats {nummer}"}))
    assert len(sjabloon.cuts) < 30


@pytest.mark.parametrize("naam", PLANNAMEN)
def test_de_vaste_tekst_is_die_van_het_document(naam, plannen, echte_lijst, echt_sjabloon):
    """What is put together from pieces is what a reader of the finished document finds."""
    sjabloon = open_sjabloon(echt_sjabloon, "s.docx", echte_lijst)
    fill(sjabloon, echte_lijst, plannen["vol"])
    tekeningen = [Tekening(b"geen echt beeld", 9.5, 4.25, f"Stip {n}. En meer.") for n in (1, 2)]
    data = fill(sjabloon, echte_lijst, plannen[naam], {"acties": tekeningen})
    pakket = load_package(data, "")
    tags = fingerprints(data).keys()
    says = read_custom(pakket.inhoud("docProps/custom.xml"))
    vast = fixed_properties(pakket, "word/document.xml", tags, {})
    assert {key: value for key, value in says.items() if key.startswith("vast")} == vast
    assert len(vast) > 5
    assert ("vast.alt.1" in vast) == bool(plannen[naam].antwoorden.get("acties"))
