"""No private part of a template gets into a document, and nothing points at what is gone."""

from __future__ import annotations

import io
import posixpath
import zipfile

import pytest
from lxml import etree

from private_template import DELEN, OFFICE, VOGEL, ZICHTBAAR, beladen
from step_count import groei
from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.model.open_punt import OpenPunt
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.word.cleaning.cleaning import clean
from uitvoeringsplan.word.comments.comment_writing import Punten
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

R = f"{{{OFFICE}}}"


def leden(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        return {naam: pakket.read(naam) for naam in pakket.namelist()}


def vogels(data: bytes) -> list[str]:
    """Return where the bird is: in a part, its name, or in the package around them."""
    zoek = [VOGEL.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    delen = leden(data)
    uit = [naam for naam, deel in delen.items() if any(z in deel.lower() for z in zoek)]
    uit += [naam for naam in delen if VOGEL in naam.lower()]
    return uit + (["zip"] if any(z in data.lower() for z in zoek) else [])


def loshangend(data: bytes) -> list[str]:
    """Return what points at a part that is not there, and parts that nothing points at or types."""
    delen = leden(data)
    uit, gevonden = [], {"[Content_Types].xml"}
    for naam in (n for n in delen if n.endswith(".rels")):
        gevonden.add(naam)
        map_, _, kaal = naam.removesuffix(".rels").rpartition("_rels/")
        bekend = set()
        for relatie in etree.fromstring(delen[naam]):
            bekend.add(relatie.get("Id"))
            if relatie.get("TargetMode") == "External":
                continue
            doel = posixpath.normpath(posixpath.join("/", map_, relatie.get("Target")))[1:]
            gevonden.add(doel)
            uit += [] if doel in delen else [f"{naam}: {doel}"]
        if kaal:
            ids = [
                waarde
                for element in etree.fromstring(delen[map_ + kaal]).iter(etree.Element)
                for kenmerk, waarde in element.attrib.items()
                if kenmerk.startswith(R)
            ]
            uit += [f"{map_}{kaal}: {id_}" for id_ in ids if id_ not in bekend]
    uit += [f"los: {naam}" for naam in delen if naam not in gevonden]
    types = etree.fromstring(delen["[Content_Types].xml"])
    uit += [
        f"type: {t.get('PartName')}"
        for t in types
        if t.get("PartName") and t.get("PartName")[1:] not in delen
    ]
    soorten = {t.get("Extension") for t in types}
    namen = {(t.get("PartName") or "")[1:] for t in types}
    return uit + [
        f"zonder type: {n}" for n in delen if n not in namen and n.rpartition(".")[2] not in soorten
    ]


@pytest.fixture(scope="module")
def document(sjabloon, echte_lijst, plannen):
    return fill(sjabloon, echte_lijst, plannen["oudermeer"])


def test_het_beladen_sjabloon_is_zelf_goed_en_vol(geladen):
    """Otherwise the tests below would find nothing because there was nothing to find."""
    delen = leden(geladen)
    assert set(DELEN) <= set(delen)
    assert [
        n
        for n in DELEN
        if n.endswith((".xml", ".bin")) and VOGEL.encode() not in delen[n].replace(b"\0", b"")
    ] == []
    assert len(vogels(geladen)) > len(DELEN)


def test_geen_onderdeel_van_het_document_heeft_iets_van_de_maker(document):
    assert vogels(document) == []


def test_niets_hangt_los(builder, document):
    assert loshangend(document) == []
    zonder = {n: d for n, d in leden(document).items() if n != "word/media/image8.jpg"}
    assert loshangend(builder.pak_in(zonder)) == [
        "word/_rels/document.xml.rels: word/media/image8.jpg",
        "type: /word/media/image8.jpg",
    ]


def test_wat_de_lezer_ziet_blijft(document):
    tekst = "".join(etree.fromstring(leden(document)["word/document.xml"]).itertext())
    assert [woorden for woorden in ZICHTBAAR if woorden not in tekst] == []
    assert "Tekst met een opmerking." in tekst
    assert "Zichtbaar. " in tekst
    assert "Gebonden tekst" in tekst
    assert b"https://gemeente.example/plan" in leden(document)["word/_rels/document.xml.rels"]
    assert b"Een goede beschrijving" in leden(document)["word/document.xml"]
    # Two pictures had only the name of a file for a description.
    assert {b.rule_id for b in check_docx(document, "s.docx")} <= {"afbeelding-zonder-tekst"}


def test_welke_onderdelen_er_zijn(document, echt_sjabloon):
    """A list of what is there, so that a new part does not come along unseen."""
    extra = {n for n in leden(document) if n not in leden(echt_sjabloon)}
    assert {n for n in extra if not n.startswith("word/media/uvp-")} == {
        "docProps/custom.xml", "word/_rels/document.xml.rels", "word/media/image1.png",
        "word/media/image8.jpg", "word/media/image9.gif", "word/media/image10.svg",
    } - set(leden(echt_sjabloon))  # fmt: skip


def test_de_gebruiker_leest_wat_er_niet_meegaat(sjabloon):
    (zin,) = sjabloon.weggelaten
    assert zin.startswith("Uit het sjabloon gaat niet mee:\n- een opmerking\n- ")
    for deel in (
        "een opmerking", "3 verborgen teksten", f"“verborgen {VOGEL}”", "verandering van opmaak",
        "een link naar een bestand", "een ingesloten bestand", "een veld dat iets",
        "3 velden over de maker", "bouwsteen",
        "het wachtwoord", "beschrijvingen van afbeeldingen", "een afbeelding die op een andere",
    ):  # fmt: skip
        assert deel in zin


def test_een_schoon_sjabloon_blijft_zoals_het_is(echt_sjabloon):
    pakket = load_package(echt_sjabloon, "s.docx")
    assert clean(pakket) == (pakket, ())
    assert clean(pakket).pakket is pakket


def test_twee_keer_schoonmaken_is_hetzelfde(geladen):
    een = clean(load_package(geladen, "s.docx"))
    twee = clean(een.pakket)
    assert twee == (een.pakket, ())


def test_een_document_als_sjabloon_geeft_hetzelfde_document(document, echte_lijst, plannen):
    opnieuw = fill(
        open_sjabloon(document, "s.docx", echte_lijst), echte_lijst, plannen["oudermeer"]
    )
    assert vogels(opnieuw) == []
    assert loshangend(opnieuw) == []


def test_ook_als_dotx_met_punten_en_leeg(echt_sjabloon, echte_lijst, plannen):
    sjabloon = open_sjabloon(beladen(echt_sjabloon, dotx=True), "s.dotx", echte_lijst)
    punt = OpenPunt("lokale-ambitie", "An", "2026-11-20", "", "Klopt dit?")
    for plan in (plannen["oudermeer"], plannen["leeg"]):
        data = fill(sjabloon, echte_lijst, plan, punten=Punten([punt]))
        assert vogels(data) == []
        assert loshangend(data) == []


def test_ook_in_een_koptekst(builder):
    kop = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r><w:r><w:rPr>"
        '<w:vanish w:val="0"/></w:rPr><w:t>te zien</w:t></w:r></w:p>'
    )
    sjabloon = builder.open(builder.pak_in(builder.met_koptekst(kop)))
    data = fill(sjabloon, builder.lijst, builder.plan())
    assert b"geheim" not in leden(data)["word/kop.xml"]
    assert b"te zien" in leden(data)["word/kop.xml"]
    assert sjabloon.weggelaten == (
        "Uit het sjabloon gaat niet mee:\n- een verborgen tekst (“geheim”)",
    )


def test_een_onbekend_onderdeel_en_een_onbekend_beeld_worden_genoemd(builder):
    delen = builder.delen(
        builder.goed().replace(
            "<w:sectPr/>",
            '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"'
            f' xmlns:r="{OFFICE}"><v:shape>'
            '<v:imagedata r:id="rId3"/></v:shape></w:pict></w:r></w:p><w:sectPr/>',
        )
    )
    delen["word/_rels/document.xml.rels"] = builder.relaties(
        ("styles", "styles.xml"), ("numbering", "numbering.xml"), ("image", "media/image1.wmf"),
        ("nogNooitGezien", "raar.xml"),
    )  # fmt: skip
    delen["word/media/image1.wmf"] = b"\xd7\xcd\xc6\x9a" + bytes(20)
    delen["word/raar.xml"] = "<a/>"
    types = builder.types().replace(
        "<Override", '<Default Extension="wmf" ContentType="image/x-wmf"/><Override', 1
    )
    delen["[Content_Types].xml"] = types
    sjabloon = builder.open(builder.pak_in(delen))
    onbekend, beeld = sjabloon.weggelaten
    assert "een onderdeel dat dit programma niet kent" in onbekend
    assert "image1.wmf" in beeld
    assert "word/raar.xml" not in sjabloon.pakket.leden
    assert sjabloon.pakket.inhoud("word/media/image1.wmf") == delen["word/media/image1.wmf"]


def test_veel_afbeeldingen_met_een_eigen_naam_kosten_tijd_naar_hun_aantal(builder):
    def open_it(count: int):
        names = [f"word/media/foto{n}.wmf" for n in range(count)]
        pictures = "".join(
            f'<v:shape><v:imagedata r:id="rId{n + 3}"/></v:shape>' for n in range(count)
        )
        parts = builder.delen(
            builder.goed().replace(
                "<w:sectPr/>",
                '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"'
                f' xmlns:r="{OFFICE}">{pictures}</w:pict></w:r></w:p><w:sectPr/>',
            )
        )
        parts["word/_rels/document.xml.rels"] = builder.relaties(
            ("styles", "styles.xml"),
            ("numbering", "numbering.xml"),
            *(("image", name.removeprefix("word/")) for name in names),
        )
        parts |= dict.fromkeys(names, b"\xd7\xcd\xc6\x9a" + bytes(20))
        parts["[Content_Types].xml"] = builder.types().replace(
            "<Override", '<Default Extension="wmf" ContentType="image/x-wmf"/><Override', 1
        )
        path = builder.pak_in(parts)
        return lambda: builder.open(path)

    leden = open_it(3)().pakket.leden
    assert [name for name in leden if "media" in name] == [
        f"word/media/image{n}.wmf" for n in (1, 2, 3)
    ]
    assert groei(open_it, 100) < 2.5
