"""No private part of a template gets into a document, and nothing points at what is gone."""

from __future__ import annotations

import io
import posixpath
import zipfile

import pytest
from lxml import etree

from private_template import OFFICE, PARTS, VISIBLE, VOGEL, beladen
from step_count import growth
from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.model.open_punt import OpenPunt
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.word.cleaning.cleaning import clean
from uitvoeringsplan.word.comments.comment_writing import Punten
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

R = f"{{{OFFICE}}}"


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def vogels(data: bytes) -> list[str]:
    """Return where the bird is: in a part, its name, or in the package around them."""
    search = [VOGEL.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    parts = members(data)
    result = [name for name, part in parts.items() if any(z in part.lower() for z in search)]
    result += [name for name in parts if VOGEL in name.lower()]
    return result + (["zip"] if any(z in data.lower() for z in search) else [])


def detached(data: bytes) -> list[str]:
    """Return what points at a part that is not there, and parts that nothing points at or types."""
    parts = members(data)
    result, found = [], {"[Content_Types].xml"}
    for name in (n for n in parts if n.endswith(".rels")):
        found.add(name)
        map_, _, bare = name.removesuffix(".rels").rpartition("_rels/")
        known = set()
        for relationship in etree.fromstring(parts[name]):
            known.add(relationship.get("Id"))
            if relationship.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join("/", map_, relationship.get("Target")))[1:]
            found.add(target)
            result += [] if target in parts else [f"{name}: {target}"]
        if bare:
            ids = [
                value
                for element in etree.fromstring(parts[map_ + bare]).iter(etree.Element)
                for attribute, value in element.attrib.items()
                if attribute.startswith(R)
            ]
            result += [f"{map_}{bare}: {id_}" for id_ in ids if id_ not in known]
    result += [f"los: {name}" for name in parts if name not in found]
    types = etree.fromstring(parts["[Content_Types].xml"])
    result += [
        f"type: {t.get('PartName')}"
        for t in types
        if t.get("PartName") and t.get("PartName")[1:] not in parts
    ]
    kinds = {t.get("Extension") for t in types}
    names = {(t.get("PartName") or "")[1:] for t in types}
    return result + [
        f"zonder type: {n}" for n in parts if n not in names and n.rpartition(".")[2] not in kinds
    ]


@pytest.fixture(scope="module")
def document(sjabloon, real_lijst, plannen):
    return fill(sjabloon, real_lijst, plannen["oudermeer"])


def test_het_beladen_sjabloon_is_zelf_goed_en_vol(loaded):
    """Otherwise the tests below would find nothing because there was nothing to find."""
    parts = members(loaded)
    assert set(PARTS) <= set(parts)
    assert [
        n
        for n in PARTS
        if n.endswith((".xml", ".bin")) and VOGEL.encode() not in parts[n].replace(b"\0", b"")
    ] == []
    assert len(vogels(loaded)) > len(PARTS)


def test_geen_onderdeel_van_het_document_heeft_iets_van_de_maker(document):
    assert vogels(document) == []


def test_niets_hangt_los(builder, document):
    assert detached(document) == []
    without = {n: d for n, d in members(document).items() if n != "word/media/image8.jpg"}
    assert detached(builder.pack(without)) == [
        "word/_rels/document.xml.rels: word/media/image8.jpg",
        "type: /word/media/image8.jpg",
    ]


def test_wat_de_lezer_ziet_blijft(document):
    text = "".join(etree.fromstring(members(document)["word/document.xml"]).itertext())
    assert [words for words in VISIBLE if words not in text] == []
    assert "Tekst met een opmerking." in text
    assert "Zichtbaar. " in text
    assert "Gebonden tekst" in text
    assert b"https://gemeente.example/plan" in members(document)["word/_rels/document.xml.rels"]
    assert b"Een goede beschrijving" in members(document)["word/document.xml"]
    # Two pictures had only the name of a file for a description.
    assert {b.rule_id for b in check_docx(document, "s.docx")} <= {"afbeelding-zonder-tekst"}


def test_welke_onderdelen_er_zijn(document, real_sjabloon):
    """A list of what is there, so that a new part does not come along unseen."""
    extra = {n for n in members(document) if n not in members(real_sjabloon)}
    assert {n for n in extra if not n.startswith("word/media/uvp-")} == {
        "docProps/custom.xml", "word/_rels/document.xml.rels", "word/media/image1.png",
        "word/media/image8.jpg", "word/media/image9.gif", "word/media/image10.svg",
    } - set(members(real_sjabloon))  # fmt: skip


def test_de_gebruiker_leest_wat_er_niet_meegaat(sjabloon):
    (zin,) = sjabloon.omitted
    assert zin.startswith("Uit het sjabloon gaat niet mee:\n- een opmerking\n- ")
    for part in (
        "een opmerking", "3 verborgen teksten", f"“verborgen {VOGEL}”", "verandering van opmaak",
        "een link naar een bestand", "een ingesloten bestand", "een veld dat iets",
        "3 velden over de maker", "bouwsteen",
        "het wachtwoord", "beschrijvingen van afbeeldingen", "een afbeelding die op een andere",
    ):  # fmt: skip
        assert part in zin


def test_een_schoon_sjabloon_blijft_zoals_het_is(real_sjabloon):
    package = load_package(real_sjabloon, "s.docx")
    assert clean(package) == (package, ())
    assert clean(package).package is package


def test_twee_keer_schoonmaken_is_hetzelfde(loaded):
    one = clean(load_package(loaded, "s.docx"))
    two = clean(one.package)
    assert two == (one.package, ())


def test_een_document_als_sjabloon_geeft_hetzelfde_document(document, real_lijst, plannen):
    again = fill(open_sjabloon(document, "s.docx", real_lijst), real_lijst, plannen["oudermeer"])
    assert vogels(again) == []
    assert detached(again) == []


def test_ook_als_dotx_met_punten_en_leeg(real_sjabloon, real_lijst, plannen):
    sjabloon = open_sjabloon(beladen(real_sjabloon, dotx=True), "s.dotx", real_lijst)
    punt = OpenPunt("lokale-ambitie", "An", "2026-11-20", "", "Klopt dit?")
    for plan in (plannen["oudermeer"], plannen["leeg"]):
        data = fill(sjabloon, real_lijst, plan, punten=Punten([punt]))
        assert vogels(data) == []
        assert detached(data) == []


def test_ook_in_een_koptekst(builder):
    kop = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r><w:r><w:rPr>"
        '<w:vanish w:val="0"/></w:rPr><w:t>te zien</w:t></w:r></w:p>'
    )
    sjabloon = builder.open(builder.pack(builder.with_header(kop)))
    data = fill(sjabloon, builder.lijst, builder.plan())
    assert b"geheim" not in members(data)["word/kop.xml"]
    assert b"te zien" in members(data)["word/kop.xml"]
    assert sjabloon.omitted == (
        "Uit het sjabloon gaat niet mee:\n- een verborgen tekst (“geheim”)",
    )


def test_een_onbekend_onderdeel_en_een_onbekend_beeld_worden_genoemd(builder):
    parts = builder.parts(
        builder.good().replace(
            "<w:sectPr/>",
            '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"'
            f' xmlns:r="{OFFICE}"><v:shape>'
            '<v:imagedata r:id="rId3"/></v:shape></w:pict></w:r></w:p><w:sectPr/>',
        )
    )
    parts["word/_rels/document.xml.rels"] = builder.relationships(
        ("styles", "styles.xml"), ("numbering", "numbering.xml"), ("image", "media/image1.wmf"),
        ("nogNooitGezien", "raar.xml"),
    )  # fmt: skip
    parts["word/media/image1.wmf"] = b"\xd7\xcd\xc6\x9a" + bytes(20)
    parts["word/raar.xml"] = "<a/>"
    types = builder.types().replace(
        "<Override", '<Default Extension="wmf" ContentType="image/x-wmf"/><Override', 1
    )
    parts["[Content_Types].xml"] = types
    sjabloon = builder.open(builder.pack(parts))
    unknown, picture = sjabloon.omitted
    assert "een onderdeel dat dit programma niet kent" in unknown
    assert "image1.wmf" in picture
    assert "word/raar.xml" not in sjabloon.package.members
    assert sjabloon.package.content("word/media/image1.wmf") == parts["word/media/image1.wmf"]


def test_veel_afbeeldingen_met_een_eigen_naam_kosten_tijd_naar_hun_aantal(builder):
    def open_it(count: int):
        names = [f"word/media/foto{n}.wmf" for n in range(count)]
        pictures = "".join(
            f'<v:shape><v:imagedata r:id="rId{n + 3}"/></v:shape>' for n in range(count)
        )
        parts = builder.parts(
            builder.good().replace(
                "<w:sectPr/>",
                '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"'
                f' xmlns:r="{OFFICE}">{pictures}</w:pict></w:r></w:p><w:sectPr/>',
            )
        )
        parts["word/_rels/document.xml.rels"] = builder.relationships(
            ("styles", "styles.xml"),
            ("numbering", "numbering.xml"),
            *(("image", name.removeprefix("word/")) for name in names),
        )
        parts |= dict.fromkeys(names, b"\xd7\xcd\xc6\x9a" + bytes(20))
        parts["[Content_Types].xml"] = builder.types().replace(
            "<Override", '<Default Extension="wmf" ContentType="image/x-wmf"/><Override', 1
        )
        path = builder.pack(parts)
        return lambda: builder.open(path)

    members = open_it(3)().package.members
    assert [name for name in members if "media" in name] == [
        f"word/media/image{n}.wmf" for n in (1, 2, 3)
    ]
    assert growth(open_it, 100) < 2.5
