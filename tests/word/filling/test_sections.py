"""Which pages lie and which stand, in the template and in every document made with it."""

from __future__ import annotations

import pytest

from independent_reader import NS, OFFICE, w
from uitvoeringsplan.word.filling.filling import fill


def landscape(section) -> bool:
    return section.find(w("pgSz")).get(w("orient")) == "landscape"


def sections(document) -> list[tuple[object, list]]:
    """Return the sections with the blocks in them, as Word divides a document."""
    result, blocks = [], []
    for block in document.find(w("body")):
        if block.tag == w("sectPr"):
            result.append((block, blocks))
            continue
        blocks.append(block)
        if (end := block.find(f"{w('pPr')}/{w('sectPr')}")) is not None:
            result.append((end, blocks))
            blocks = []
    return result


def text(blocks) -> str:
    return "".join(t for block in blocks for t in block.itertext())


# The headers of a table with many columns, and of the table with the rows of the form.
WIDTH = ("Trekker (functie)", "WatHoeLokale uitwerking")
CASES = [
    # layout, with a planning, orientation of the sections (True: lying)
    ("tabel", True, [False, False, True, False]),
    ("tabel", False, [False, False, True, False]),
    ("koppen", True, [False, False, True, False]),
    ("koppen", False, [False, False]),
]


@pytest.fixture(params=CASES, ids=lambda case: f"{case[0]}-{'met' if case[1] else 'zonder'}")
def case(request, sjabloon, real_lijst, plannen, builder):
    indeling, planning, expected = request.param
    plan = plannen["vol"]
    plan = plan._replace(gegevens={**plan.gegevens, "indeling": indeling})
    if not planning:
        plan = plan._replace(antwoorden={**plan.antwoorden, "acties": ""})
    return builder.read(fill(sjabloon, real_lijst, plan)).document, planning, expected


def test_de_bladzijden_liggen_waar_dat_nodig_is(case):
    document, planning, expected = case
    found = sections(document)
    assert [landscape(section) for section, _ in found] == expected
    assert sum(len(blocks) for _, blocks in found) == len(document.find(w("body"))) - 1
    for section, blocks in found:
        content = text(blocks)
        assert content.strip(), "een lege sectie geeft een lege bladzijde"
        assert not landscape(section) or any(width in content for width in WIDTH)
        assert landscape(section) or not any(width in content for width in WIDTH)
    assert (WIDTH[0] in text([document])) == planning


def test_alleen_het_voorblad_heeft_geen_kop_en_voettekst(case):
    document, _, _ = case
    titel = [section.find(w("titlePg")) is not None for section, _ in sections(document)]
    assert titel == [True, *[False] * (len(titel) - 1)]


@pytest.mark.parametrize("welk", ["openbaar", "intern"])
def test_kop_en_voettekst_lopen_door_tot_de_rechterkant(
    welk, sjabloon, intern_sjabloon, real_lijst, interne_lijst, plannen, builder
):
    public = welk == "openbaar"
    data = (
        fill(sjabloon, real_lijst, plannen["vol"])
        if public
        else fill(intern_sjabloon, interne_lijst, plannen.intern("vol"))
    )
    reading = builder.read(data)
    targets = {r.get("Id"): r.get("Target") for r in reading.trees["word/_rels/document.xml.rels"]}
    seen = set()
    for section in reading.document.iter(w("sectPr")):
        margin = section.find(w("pgMar"))
        width = int(section.find(w("pgSz")).get(w("w")))
        width -= int(margin.get(w("left"))) + int(margin.get(w("right")))
        for kind in ("header", "footer"):
            reference = section.find(w(f"{kind}Reference")).get(f"{{{OFFICE}}}id")
            edge = reading.trees[f"word/{targets[reference]}"]
            (style_id,) = set(edge.xpath("//w:pStyle/@w:val", namespaces=NS))
            tabs = reading.trees["word/styles.xml"].xpath(
                f"//w:style[@w:styleId='{style_id}']//w:tab[@w:val='right']/@w:pos", namespaces=NS
            )
            assert tabs == [str(width)]
            seen.add((kind, style_id))
    assert len(seen) == (4 if public else 2)
