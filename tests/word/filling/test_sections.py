"""Which pages lie and which stand, in the template and in every document made with it."""

from __future__ import annotations

import pytest

from independent_reader import NS, OFFICE, w
from uitvoeringsplan.word.filling.filling import fill


def liggend(sectie) -> bool:
    return sectie.find(w("pgSz")).get(w("orient")) == "landscape"


def secties(document) -> list[tuple[object, list]]:
    """Return the sections with the blocks in them, as Word divides a document."""
    uit, blokken = [], []
    for blok in document.find(w("body")):
        if blok.tag == w("sectPr"):
            uit.append((blok, blokken))
            continue
        blokken.append(blok)
        if (eind := blok.find(f"{w('pPr')}/{w('sectPr')}")) is not None:
            uit.append((eind, blokken))
            blokken = []
    return uit


def tekst(blokken) -> str:
    return "".join(t for blok in blokken for t in blok.itertext())


# The headers of a table with many columns, and of the table with the rows of the form.
BREED = ("Trekker (functie)", "WatHoeLokale uitwerking")
GEVALLEN = [
    # layout, with a planning, orientation of the sections (True: lying)
    ("tabel", True, [False, False, True, False]),
    ("tabel", False, [False, False, True, False]),
    ("koppen", True, [False, False, True, False]),
    ("koppen", False, [False, False]),
]


@pytest.fixture(params=GEVALLEN, ids=lambda geval: f"{geval[0]}-{'met' if geval[1] else 'zonder'}")
def geval(request, sjabloon, echte_lijst, plannen, builder):
    indeling, planning, verwacht = request.param
    plan = plannen["vol"]
    plan = plan._replace(gegevens={**plan.gegevens, "indeling": indeling})
    if not planning:
        plan = plan._replace(antwoorden={**plan.antwoorden, "acties": ""})
    return builder.lees(fill(sjabloon, echte_lijst, plan)).document, planning, verwacht


def test_de_bladzijden_liggen_waar_dat_nodig_is(geval):
    document, planning, verwacht = geval
    gevonden = secties(document)
    assert [liggend(sectie) for sectie, _ in gevonden] == verwacht
    assert sum(len(blokken) for _, blokken in gevonden) == len(document.find(w("body"))) - 1
    for sectie, blokken in gevonden:
        inhoud = tekst(blokken)
        assert inhoud.strip(), "een lege sectie geeft een lege bladzijde"
        assert not liggend(sectie) or any(breed in inhoud for breed in BREED)
        assert liggend(sectie) or not any(breed in inhoud for breed in BREED)
    assert (BREED[0] in tekst([document])) == planning


def test_alleen_het_voorblad_heeft_geen_kop_en_voettekst(geval):
    document, _, _ = geval
    titel = [sectie.find(w("titlePg")) is not None for sectie, _ in secties(document)]
    assert titel == [True, *[False] * (len(titel) - 1)]


@pytest.mark.parametrize("welk", ["openbaar", "intern"])
def test_kop_en_voettekst_lopen_door_tot_de_rechterkant(
    welk, sjabloon, intern_sjabloon, echte_lijst, interne_lijst, plannen, builder
):
    openbaar = welk == "openbaar"
    data = (
        fill(sjabloon, echte_lijst, plannen["vol"])
        if openbaar
        else fill(intern_sjabloon, interne_lijst, plannen.intern("vol"))
    )
    gelezen = builder.lees(data)
    doelen = {r.get("Id"): r.get("Target") for r in gelezen.bomen["word/_rels/document.xml.rels"]}
    gezien = set()
    for sectie in gelezen.document.iter(w("sectPr")):
        marge = sectie.find(w("pgMar"))
        breedte = int(sectie.find(w("pgSz")).get(w("w")))
        breedte -= int(marge.get(w("left"))) + int(marge.get(w("right")))
        for soort in ("header", "footer"):
            verwijzing = sectie.find(w(f"{soort}Reference")).get(f"{{{OFFICE}}}id")
            rand = gelezen.bomen[f"word/{doelen[verwijzing]}"]
            (stijl_id,) = set(rand.xpath("//w:pStyle/@w:val", namespaces=NS))
            tabs = gelezen.bomen["word/styles.xml"].xpath(
                f"//w:style[@w:styleId='{stijl_id}']//w:tab[@w:val='right']/@w:pos", namespaces=NS
            )
            assert tabs == [str(breedte)]
            gezien.add((soort, stijl_id))
    assert len(gezien) == (4 if openbaar else 2)
