"""Filling the real template, judged by readers that are not ours: lxml and python-docx."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from independent_filler import Vuller, snijd, tag_of, values
from independent_table import without_sizes
from lxml import etree
from sample_plans import FILES, PLAN_NAMES

from independent_reader import NS, w
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("name", PLAN_NAMES)
def test_het_document_is_gelijk_aan_dat_van_een_andere_vuller(
    name, sjabloon, plannen, real_lijst, real_sjabloon, builder
):
    old = builder.read(real_sjabloon)
    hoogste = max(
        int(num.get(w("numId"))) for num in old.trees["word/numbering.xml"].iter(w("num"))
    )
    before = {r.get("Id") for r in old.trees["word/_rels/document.xml.rels"]}
    filler = Vuller(old.document, hoogste + 1, len(before))
    filler.vul(real_lijst, plannen[name])
    made = builder.read(fill(sjabloon, real_lijst, plannen[name]))
    for document in (filler.document, made.document):
        without_sizes(document)
    assert etree.tostring(made.document, method="c14n") == etree.tostring(
        filler.document, method="c14n"
    )
    assert {d: i for i, d in made.addresses().items() if i not in before} == filler.addresses


@pytest.mark.parametrize("name", PLAN_NAMES)
def test_python_docx_opent_het_document(name, sjabloon, plannen, real_lijst):
    document = docx.Document(io.BytesIO(fill(sjabloon, real_lijst, plannen[name])))
    assert document.core_properties.language == "nl-NL"
    assert document.paragraphs
    assert bool(document.tables) == ("koppen" not in name)


def ongebruikt(reading, document) -> set[str]:
    """Return the headers and footers of a template that no page of a document has."""
    used = document.xpath("//w:headerReference/@r:id|//w:footerReference/@r:id", namespaces=NS)
    return {
        f"word/{relationship.get('Target')}"
        for relationship in reading.trees["word/_rels/document.xml.rels"]
        if relationship.get("Type").endswith(("/header", "/footer"))
        and relationship.get("Id") not in used
    }


@pytest.mark.parametrize("name", PLAN_NAMES)
def test_alleen_wat_moet_veranderen_verandert(
    name, sjabloon, plannen, real_lijst, real_sjabloon, builder
):
    old = builder.read(real_sjabloon).parts
    made = builder.read(fill(sjabloon, real_lijst, plannen[name]))
    new, document = made.parts, made.document
    otherwise = {d for d in new if new[d] != old.get(d)}
    always = {"docProps/core.xml", "docProps/custom.xml", "[Content_Types].xml", "_rels/.rels"}
    filled = {
        "word/document.xml",
        "word/numbering.xml",
        "word/_rels/document.xml.rels",
        *(part.name for part in sjabloon.parts),
    }
    assert always <= otherwise <= always | filled
    assert old.keys() - new.keys() == ongebruikt(builder.read(real_sjabloon), document)
    if name.startswith("vol"):
        assert filled & new.keys() <= otherwise


@pytest.mark.parametrize("name", PLAN_NAMES)
def test_velden_sloten_en_bladwijzers_blijven(
    name, sjabloon, plannen, real_lijst, real_sjabloon, builder
):
    def attributes(reading) -> list[list[str]]:
        paths = (
            "//w:sdtPr/w:tag/@w:val",
            "//w:sdtPr/w:alias/@w:val",
            "//w:sdtPr/w:id/@w:val",
            "//w:sdtPr/w:lock/@w:val",
            "//w:sdtPr/w:placeholder/w:docPart/@w:val",
            "//w:bookmarkStart/@w:name",
            "//w:bookmarkStart/@w:id",
            "//w:bookmarkEnd/@w:id",
        )
        parts = [d for d in reading.trees if d.startswith("word/")]
        return [reading.trees[d].xpath(path, namespaces=NS) for d in parts for path in paths]

    plan = plannen[name]
    before = builder.read(real_sjabloon)
    for piece, tree in before.trees.items():
        if piece.startswith("word/"):
            snijd(tree, values(real_lijst, plan))
    for piece in ongebruikt(before, before.document):
        del before.trees[piece]
    expected = attributes(before)
    assert sum(map(len, expected)) > 100
    after = builder.read(fill(sjabloon, real_lijst, plan))
    for mark in after.document.xpath(
        "//*[@w:id = //w:bookmarkStart[starts-with(@w:name, 'uva_')]/@w:id]"
        "[self::w:bookmarkStart or self::w:bookmarkEnd]",
        namespaces=NS,
    ):
        mark.getparent().remove(mark)
    assert attributes(after) == expected


@pytest.mark.parametrize("name", PLAN_NAMES)
def test_elk_antwoord_heeft_een_bladwijzer_in_zijn_eerste_alinea(
    name, sjabloon, plannen, real_lijst, builder
):
    plan = plannen[name]
    document = builder.read(fill(sjabloon, real_lijst, plan)).document
    marks = document.xpath("//w:bookmarkStart", namespaces=NS)
    for values_ in ([m.get(w(name)) for m in marks] for name in ("id", "name")):
        assert len(set(values_)) == len(values_)
    found = [m for m in marks if m.get(w("name")).startswith("uva_")]
    for mark in found:
        assert mark.getnext().tag == w("bookmarkEnd")
        assert mark.getnext().get(w("id")) == mark.get(w("id"))
        control = next(a for a in mark.iterancestors(w("sdt")))
        assert next(control.iter(w("p"))) is mark.getparent()
        assert mark.get(w("name")) == f"uva_{tag_of(control).replace('-', '_')}"
        before = [e.tag for e in mark.itersiblings(preceding=True)]
        assert set(before) <= {w("pPr")}
    placed = {tag_of(c) for c in document.xpath("//w:body//w:sdt[w:sdtPr/w:tag]", namespaces=NS)}
    told = [
        v for v in real_lijst.vragen if v.id in placed and (plan.value(v) or plan.is_definitief)
    ]
    assert len(found) == len(told)


@pytest.mark.parametrize("name", PLAN_NAMES)
def test_de_plaatshouder_blijft_precies_waar_niets_is_ingevuld(
    name, sjabloon, plannen, real_lijst, builder
):
    plan = plannen[name]
    reading = builder.read(fill(sjabloon, real_lijst, plan))
    seen = set()
    for piece in reading.trees.keys() & {part.name for part in sjabloon.parts}:
        for field in reading.trees[piece].xpath("//w:sdt[w:sdtPr/w:tag]", namespaces=NS):
            tag = tag_of(field)
            empty = not plan.value(real_lijst.vraag(tag))
            seen.add(empty)
            flag = field.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None
            grey = bool(field.xpath(".//w:rStyle[@w:val='PlaceholderText']", namespaces=NS))
            open_ = empty and not plan.is_definitief  # an adopted plan has words instead
            assert (flag, grey) == (open_, open_), tag
    assert seen == ({False} if name.startswith(("vol", "oudermeer")) else {True, False})


def test_gegevens_staan_op_het_voorblad_in_de_kop_en_in_de_tekst(
    sjabloon, plannen, real_lijst, builder
):
    reading = builder.read(fill(sjabloon, real_lijst, plannen["oudermeer"]))
    subtitle = reading.document.xpath("//w:p[w:pPr/w:pStyle/@w:val='Subtitle']", namespaces=NS)[0]
    assert "".join(subtitle.itertext()) == "Gemeente Oudermeer"
    for kop in ("word/header1.xml", "word/header2.xml"):
        text = "".join(reading.trees[kop].itertext())
        assert "Gemeente Oudermeer" in text
        assert "Concept, versie 0.3" in text
    assert len(reading.field_text("gemeente")) >= 3
    assert set(reading.field_text("gemeente")) == {"Oudermeer"}
    assert reading.field_text("datum") == ["12 november 2026"]
    assert (
        "burgemeester (openbare orde en veiligheid); wethouder Jeugd en Onderwijs; "
        in (reading.field_text("portefeuillehouders")[0])
    )


def test_een_standaard_wordt_getoond_als_er_niets_is_ingevuld(
    sjabloon, plannen, real_lijst, builder
):
    reading = builder.read(fill(sjabloon, real_lijst, plannen["leeg"]))
    assert set(reading.field_text("status")) == {"concept"}


# Same input, same bytes.


def test_zelfde_invoer_zelfde_bytes(sjabloon, plannen, real_lijst, real_sjabloon):
    first = fill(sjabloon, real_lijst, plannen["vol"])
    fill(sjabloon, real_lijst, plannen["leeg"])
    assert fill(sjabloon, real_lijst, plannen["vol"]) == first
    fresh = open_sjabloon(real_sjabloon, "ergens/anders.docx", real_lijst)
    assert fill(fresh, real_lijst, plannen["vol"]) == first


_IN_ONE_OTHER_PROCESS = """
import hashlib, sys
from pathlib import Path
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon
vragen, sjabloon, plan = map(Path, sys.argv[1:])
lijst = load_vragenlijst(vragen)
open_ = open_sjabloon(sjabloon.read_bytes(), str(sjabloon), lijst)
print(hashlib.sha256(fill(open_, lijst, load_plan(plan, lijst).plan)).hexdigest())
"""


def test_zelfde_bytes_in_elk_proces(real_lijst):
    paths = [
        ROOT / "vragen.yaml",
        ROOT / "templates" / real_lijst.sjabloon,
        ROOT / FILES[0],
    ]
    sommen = {
        subprocess.run(
            [sys.executable, "-c", _IN_ONE_OTHER_PROCESS, *map(str, paths)],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed, zone in (("0", "UTC"), ("1", "Asia/Tokyo"), ("4242", "America/New_York"))
    }
    assert len(sommen) == 1
    assert len(sommen.pop().strip()) == 64
