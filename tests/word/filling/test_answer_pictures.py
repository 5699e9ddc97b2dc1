"""Drawings in a document: the file, what points at it, and the words for who does not see it."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given

from independent_reader import NS, OFFICE, w
from trials import text as lastige_tekst
from trials import trials
from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.drawing.picture import Tekening
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.model.cleaning import clean
from uitvoeringsplan.model.vraag import Beeldsoort
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
DRAW = {**NS, "wp": WP, "a": A, "pic": PIC}


def png(grey: int) -> bytes:
    """Return a picture of one dot."""

    def block(kind: bytes, data: bytes) -> bytes:
        som = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", som)

    kop = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    content = zlib.compress(bytes([0, grey]))
    return (
        b"\x89PNG\r\n\x1a\n" + block(b"IHDR", kop) + block(b"IDAT", content) + block(b"IEND", b"")
    )


def tekening(grey: int = 0, alternatief: str = "Een stip.") -> Tekening:
    return Tekening(png(grey), 10.5, 4.25, alternatief)


def place(builder, vraag_id: str, content: str = "") -> str:
    run_up = content or f"<w:p><w:r><w:t>Zo ziet {vraag_id} eruit:</w:t></w:r></w:p>"
    return builder.part("x", run_up).replace("als: x", f"beeld: {vraag_id}")


@pytest.fixture
def lijst(builder):
    return drawn(builder)


def drawn(builder):
    """Return the small question set with a drawing for each question."""
    return builder.with_vraag(
        *(builder.lijst.vraag(v)._replace(beeld=Beeldsoort.TIJDLIJN) for v in ("eerste", "tweede"))
    )


def make(builder, lijst, pictures, *blocks: str, parts=None, plan=None):
    content = (builder.block("eerste"), builder.block("tweede"), *blocks)
    package = {**builder.parts(builder.document(*content)), **(parts or {})}
    open_ = open_sjabloon(builder.pack(package), "s.docx", lijst)
    return builder.read(fill(open_, lijst, plan or builder.plan(), pictures))


def pictures_of(reading) -> list[tuple[bytes, str]]:
    """Return file and words of every picture, the way a reader finds them."""
    relationships = {r.get("Id"): r for r in reading.trees["word/_rels/document.xml.rels"]}
    result = []
    for tekening_ in reading.document.iter(w("drawing")):
        (blip,) = tekening_.xpath(".//a:blip/@r:embed", namespaces=DRAW)
        relationship = relationships[blip]
        assert relationship.get("Type") == f"{OFFICE}/image"
        assert relationship.get("TargetMode") is None
        target = relationship.get("Target")
        name = target[1:] if target.startswith("/") else f"word/{target}"
        (words,) = tekening_.xpath(".//wp:docPr/@descr", namespaces=DRAW)
        result.append((reading.parts[name], words))
    return result


def texts(reading) -> list[str]:
    return [
        "".join(p.itertext())
        for p in reading.document.xpath("//w:p[not(ancestor::w:sdt)]", namespaces=NS)
    ]


def test_een_tekening_komt_achter_haar_aanloop(builder, lijst):
    after = "<w:p><w:r><w:t>Daarna.</w:t></w:r></w:p>"
    reading = make(builder, lijst, {"eerste": [tekening()]}, place(builder, "eerste"), after)
    assert texts(reading) == ["Zo ziet eerste eruit:", "", "Daarna."]
    (paragraph,) = reading.document.xpath("//w:p[w:r/w:drawing]", namespaces=NS)
    assert "".join(paragraph.getprevious().itertext()) == "Zo ziet eerste eruit:"
    assert pictures_of(reading) == [(png(0), "Een stip.")]
    assert not reading.document.xpath("//w:tag[starts-with(@w:val, 'beeld: ')]", namespaces=NS)


def test_zonder_tekening_valt_de_plek_weg(builder, lijst):
    reading = make(builder, lijst, {}, place(builder, "eerste"), "<w:p/>")
    assert texts(reading) == [""]
    assert not [name for name in reading.parts if "media" in name]
    assert b"png" not in reading.parts["[Content_Types].xml"].lower()


def test_meer_tekeningen_bij_een_vraag_en_op_meer_plekken(builder, lijst):
    pictures = {"eerste": [tekening(1, "a"), tekening(2, "b")], "tweede": [tekening(3, "c")]}
    reading = make(builder, lijst, pictures, place(builder, "tweede"), place(builder, "eerste"))
    assert pictures_of(reading) == [(png(3), "c"), (png(1), "a"), (png(2), "b")]
    assert len([name for name in reading.parts if name.startswith("word/media/")]) == 3


def test_een_tekening_zonder_plek_komt_niet_in_het_pakket(builder, lijst):
    reading = make(builder, lijst, {"eerste": [tekening()]})
    assert not [name for name in reading.parts if "media" in name]
    gone = builder.part("gemeente = delft", place(builder, "eerste"))
    reading = make(builder, lijst, {"eerste": [tekening()]}, gone)
    assert not [name for name in reading.parts if "media" in name]
    assert len(reading.trees["word/_rels/document.xml.rels"]) == 2


def test_de_maat_is_die_op_papier(builder, lijst):
    reading = make(builder, lijst, {"eerste": [tekening()]}, place(builder, "eerste"))
    sizes = reading.document.xpath("//wp:extent|//a:ext", namespaces=DRAW)
    assert [(int(m.get("cx")), int(m.get("cy"))) for m in sizes] == [(3_780_000, 1_530_000)] * 2


def test_elk_nummer_van_een_tekening_is_er_een_keer(builder, lijst):
    own = (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{WP}"><wp:docPr id="1" name="Wapen"'
        ' descr="Wapen"/></wp:inline></w:drawing></w:r></w:p>'
    )
    pictures = {v: [tekening(n) for n in range(20)] for v in ("eerste", "tweede")}
    reading = make(
        builder, lijst, pictures, own, place(builder, "eerste"), place(builder, "tweede")
    )
    numbers = reading.document.xpath("//wp:docPr/@id", namespaces=DRAW)
    assert len(set(numbers)) == len(numbers) == 41
    assert all(0 < int(number) < 2**31 for number in numbers)
    names = reading.document.xpath("//wp:docPr/@name", namespaces=DRAW)
    assert len(set(names)) == len(names)
    ids = [r.get("Id") for r in reading.trees["word/_rels/document.xml.rels"]]
    assert len(set(ids)) == len(ids)


@trials(80)
@given(words=lastige_tekst.map(clean))
def test_de_woorden_komen_er_precies_zo_uit(builder, words):
    lijst = drawn(builder)
    reading = make(builder, lijst, {"eerste": [tekening(0, words)]}, place(builder, "eerste"))
    assert pictures_of(reading) == [(png(0), words)]


# What the package must know.


def types(reading) -> list[tuple[str, str]]:
    return [
        (e.get("Extension"), e.get("ContentType"))
        for e in reading.trees["[Content_Types].xml"]
        if e.tag.endswith("Default")
    ]


@pytest.mark.parametrize(
    ("extensie", "kind", "expected"),
    [
        ("", "", [("png", "image/png")]),
        ("PNG", "image/png", [("PNG", "image/png")]),
        ("jpeg", "image/jpeg", [("jpeg", "image/jpeg"), ("png", "image/png")]),
    ],
)
def test_het_pakket_kent_png_precies_een_keer(builder, lijst, extensie, kind, expected):
    own = builder.types()
    if extensie:
        line = f'<Default Extension="{extensie}" ContentType="{kind}"/><Default '
        own = own.replace("<Default ", line, 1)
    reading = make(
        builder, lijst, {"eerste": [tekening()] * 2}, place(builder, "eerste"),
        parts={"[Content_Types].xml": own},
    )  # fmt: skip
    found = [pair for pair in types(reading) if pair[0] not in ("rels", "xml")]
    assert sorted(found) == sorted(expected)


def test_een_lijst_van_soorten_met_een_voorvoegsel(builder, lijst):
    own = (
        builder.types()
        .replace("<Types xmlns=", "<t:Types xmlns:t=")
        .replace("</Types", "</t:Types")
        .replace("<Default", "<t:Default")
        .replace("<Override", "<t:Override")
    )
    reading = make(
        builder, lijst, {"eerste": [tekening()]}, place(builder, "eerste"),
        parts={"[Content_Types].xml": own},
    )  # fmt: skip
    assert ("png", "image/png") in types(reading)
    (name,) = {e.tag for e in reading.trees["[Content_Types].xml"] if e.get("Extension")}
    assert name.startswith("{http://schemas.openxmlformats.org/package/2006/content-types}")


def test_een_relatie_die_al_zo_heet(builder, lijst):
    relationships = builder.relationships(
        ("styles", "styles.xml"), ("numbering", "numbering.xml"), ("theme", "weg.xml")
    ).replace('"rId3"', '"rId4"')
    reading = make(
        builder, lijst, {"eerste": [tekening()]}, place(builder, "eerste"),
        parts={"word/_rels/document.xml.rels": relationships},
    )  # fmt: skip
    ids = [r.get("Id") for r in reading.trees["word/_rels/document.xml.rels"]]
    assert len(set(ids)) == len(ids)
    assert pictures_of(reading) == [(png(0), "Een stip.")]


def test_een_ander_voorvoegsel(builder, lijst):
    document = builder.document(
        *(builder.block(v, p="q") for v in ("eerste", "tweede")),
        place(builder, "eerste", "<w:p/>").replace("w:", "q:"), p="q",
    )  # fmt: skip
    open_ = open_sjabloon(builder.pack(builder.parts(document)), "s.docx", lijst)
    reading = builder.read(fill(open_, lijst, builder.plan(), {"eerste": [tekening()]}))
    assert pictures_of(reading) == [(png(0), "Een stip.")]


# What is wrong with a template, and the shipped ones.


@pytest.mark.parametrize(
    ("tag", "message"),
    [
        ("eerst", "bij “eerst” hoort geen tekening. Bedoel je “eerste”?"),
        ("gemeente", "bij “gemeente” hoort geen tekening."),
    ],
)
def test_een_plek_voor_een_tekening_die_er_niet_is(builder, lijst, tag, message):
    data = builder.docx(builder.block("eerste"), builder.block("tweede"), place(builder, tag))
    with pytest.raises(SjabloonError) as error:
        open_sjabloon(data, "s.docx", lijst)
    assert message in str(error.value)
    assert str(error.value).endswith("Verander de code (tag) van dat veld of haal het weg.")


@pytest.mark.parametrize("name", ["oudermeer", "oudermeer-koppen-definitief", "leeg"])
def test_de_tekeningen_van_het_meegeleverde_sjabloon(
    name, sjabloon, intern_sjabloon, real_lijst, interne_lijst, plannen, builder
):
    cases = [
        (sjabloon, real_lijst, plannen[name], "acties", "De tijdlijn laat"),
        (intern_sjabloon, interne_lijst, plannen.intern(name), "beeld-wij-zij", "De tekening laat"),
    ]
    for open_, lijst_, plan, vraag_id, run_up in cases:
        pictures = {vraag_id: [tekening()]} if name != "leeg" else {}
        data = fill(open_, lijst_, plan, pictures)
        reading = builder.read(data)
        assert pictures_of(reading) == [(png(0), "Een stip.")] * len(pictures)
        assert any(run_up in text for text in texts(reading)) == bool(pictures)
        assert [str(bevinding) for bevinding in check_docx(data, "d.docx")] == []
