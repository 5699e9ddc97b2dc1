"""Drawings in a document: the file, what points at it, and the words for who does not see it."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given

from independent_reader import NS, OFFICE, w
from trials import proeven
from trials import tekst as lastige_tekst
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


def png(grijs: int) -> bytes:
    """Return a picture of one dot."""

    def blok(soort: bytes, data: bytes) -> bytes:
        som = zlib.crc32(soort + data)
        return struct.pack(">I", len(data)) + soort + data + struct.pack(">I", som)

    kop = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    inhoud = zlib.compress(bytes([0, grijs]))
    return b"\x89PNG\r\n\x1a\n" + blok(b"IHDR", kop) + blok(b"IDAT", inhoud) + blok(b"IEND", b"")


def tekening(grijs: int = 0, alternatief: str = "Een stip.") -> Tekening:
    return Tekening(png(grijs), 10.5, 4.25, alternatief)


def plek(builder, vraag_id: str, inhoud: str = "") -> str:
    aanloop = inhoud or f"<w:p><w:r><w:t>Zo ziet {vraag_id} eruit:</w:t></w:r></w:p>"
    return builder.deel("x", aanloop).replace("als: x", f"beeld: {vraag_id}")


@pytest.fixture
def lijst(builder):
    return getekend(builder)


def getekend(builder):
    """Return the small question set with a drawing for each question."""
    return builder.met_vraag(
        *(builder.lijst.vraag(v)._replace(beeld=Beeldsoort.TIJDLIJN) for v in ("eerste", "tweede"))
    )


def maak(builder, lijst, beelden, *blokken: str, delen=None, plan=None):
    inhoud = (builder.blok("eerste"), builder.blok("tweede"), *blokken)
    pakket = {**builder.delen(builder.document(*inhoud)), **(delen or {})}
    open_ = open_sjabloon(builder.pak_in(pakket), "s.docx", lijst)
    return builder.lees(fill(open_, lijst, plan or builder.plan(), beelden))


def beelden_van(gelezen) -> list[tuple[bytes, str]]:
    """Return file and words of every picture, the way a reader finds them."""
    relaties = {r.get("Id"): r for r in gelezen.bomen["word/_rels/document.xml.rels"]}
    uit = []
    for tekening_ in gelezen.document.iter(w("drawing")):
        (blip,) = tekening_.xpath(".//a:blip/@r:embed", namespaces=DRAW)
        relatie = relaties[blip]
        assert relatie.get("Type") == f"{OFFICE}/image"
        assert relatie.get("TargetMode") is None
        doel = relatie.get("Target")
        naam = doel[1:] if doel.startswith("/") else f"word/{doel}"
        (woorden,) = tekening_.xpath(".//wp:docPr/@descr", namespaces=DRAW)
        uit.append((gelezen.delen[naam], woorden))
    return uit


def teksten(gelezen) -> list[str]:
    return [
        "".join(p.itertext())
        for p in gelezen.document.xpath("//w:p[not(ancestor::w:sdt)]", namespaces=NS)
    ]


def test_een_tekening_komt_achter_haar_aanloop(builder, lijst):
    na = "<w:p><w:r><w:t>Daarna.</w:t></w:r></w:p>"
    gelezen = maak(builder, lijst, {"eerste": [tekening()]}, plek(builder, "eerste"), na)
    assert teksten(gelezen) == ["Zo ziet eerste eruit:", "", "Daarna."]
    (alinea,) = gelezen.document.xpath("//w:p[w:r/w:drawing]", namespaces=NS)
    assert "".join(alinea.getprevious().itertext()) == "Zo ziet eerste eruit:"
    assert beelden_van(gelezen) == [(png(0), "Een stip.")]
    assert not gelezen.document.xpath("//w:tag[starts-with(@w:val, 'beeld: ')]", namespaces=NS)


def test_zonder_tekening_valt_de_plek_weg(builder, lijst):
    gelezen = maak(builder, lijst, {}, plek(builder, "eerste"), "<w:p/>")
    assert teksten(gelezen) == [""]
    assert not [naam for naam in gelezen.delen if "media" in naam]
    assert b"png" not in gelezen.delen["[Content_Types].xml"].lower()


def test_meer_tekeningen_bij_een_vraag_en_op_meer_plekken(builder, lijst):
    beelden = {"eerste": [tekening(1, "a"), tekening(2, "b")], "tweede": [tekening(3, "c")]}
    gelezen = maak(builder, lijst, beelden, plek(builder, "tweede"), plek(builder, "eerste"))
    assert beelden_van(gelezen) == [(png(3), "c"), (png(1), "a"), (png(2), "b")]
    assert len([naam for naam in gelezen.delen if naam.startswith("word/media/")]) == 3


def test_een_tekening_zonder_plek_komt_niet_in_het_pakket(builder, lijst):
    gelezen = maak(builder, lijst, {"eerste": [tekening()]})
    assert not [naam for naam in gelezen.delen if "media" in naam]
    weg = builder.deel("gemeente = delft", plek(builder, "eerste"))
    gelezen = maak(builder, lijst, {"eerste": [tekening()]}, weg)
    assert not [naam for naam in gelezen.delen if "media" in naam]
    assert len(gelezen.bomen["word/_rels/document.xml.rels"]) == 2


def test_de_maat_is_die_op_papier(builder, lijst):
    gelezen = maak(builder, lijst, {"eerste": [tekening()]}, plek(builder, "eerste"))
    maten = gelezen.document.xpath("//wp:extent|//a:ext", namespaces=DRAW)
    assert [(int(m.get("cx")), int(m.get("cy"))) for m in maten] == [(3_780_000, 1_530_000)] * 2


def test_elk_nummer_van_een_tekening_is_er_een_keer(builder, lijst):
    eigen = (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{WP}"><wp:docPr id="1" name="Wapen"'
        ' descr="Wapen"/></wp:inline></w:drawing></w:r></w:p>'
    )
    beelden = {v: [tekening(n) for n in range(20)] for v in ("eerste", "tweede")}
    gelezen = maak(builder, lijst, beelden, eigen, plek(builder, "eerste"), plek(builder, "tweede"))
    nummers = gelezen.document.xpath("//wp:docPr/@id", namespaces=DRAW)
    assert len(set(nummers)) == len(nummers) == 41
    assert all(0 < int(nummer) < 2**31 for nummer in nummers)
    namen = gelezen.document.xpath("//wp:docPr/@name", namespaces=DRAW)
    assert len(set(namen)) == len(namen)
    ids = [r.get("Id") for r in gelezen.bomen["word/_rels/document.xml.rels"]]
    assert len(set(ids)) == len(ids)


@proeven(80)
@given(woorden=lastige_tekst.map(clean))
def test_de_woorden_komen_er_precies_zo_uit(builder, woorden):
    lijst = getekend(builder)
    gelezen = maak(builder, lijst, {"eerste": [tekening(0, woorden)]}, plek(builder, "eerste"))
    assert beelden_van(gelezen) == [(png(0), woorden)]


# What the package must know.


def types(gelezen) -> list[tuple[str, str]]:
    return [
        (e.get("Extension"), e.get("ContentType"))
        for e in gelezen.bomen["[Content_Types].xml"]
        if e.tag.endswith("Default")
    ]


@pytest.mark.parametrize(
    ("extensie", "soort", "verwacht"),
    [
        ("", "", [("png", "image/png")]),
        ("PNG", "image/png", [("PNG", "image/png")]),
        ("jpeg", "image/jpeg", [("jpeg", "image/jpeg"), ("png", "image/png")]),
    ],
)
def test_het_pakket_kent_png_precies_een_keer(builder, lijst, extensie, soort, verwacht):
    eigen = builder.types()
    if extensie:
        regel = f'<Default Extension="{extensie}" ContentType="{soort}"/><Default '
        eigen = eigen.replace("<Default ", regel, 1)
    gelezen = maak(
        builder, lijst, {"eerste": [tekening()] * 2}, plek(builder, "eerste"),
        delen={"[Content_Types].xml": eigen},
    )  # fmt: skip
    gevonden = [paar for paar in types(gelezen) if paar[0] not in ("rels", "xml")]
    assert sorted(gevonden) == sorted(verwacht)


def test_een_lijst_van_soorten_met_een_voorvoegsel(builder, lijst):
    eigen = (
        builder.types()
        .replace("<Types xmlns=", "<t:Types xmlns:t=")
        .replace("</Types", "</t:Types")
        .replace("<Default", "<t:Default")
        .replace("<Override", "<t:Override")
    )
    gelezen = maak(
        builder, lijst, {"eerste": [tekening()]}, plek(builder, "eerste"),
        delen={"[Content_Types].xml": eigen},
    )  # fmt: skip
    assert ("png", "image/png") in types(gelezen)
    (naam,) = {e.tag for e in gelezen.bomen["[Content_Types].xml"] if e.get("Extension")}
    assert naam.startswith("{http://schemas.openxmlformats.org/package/2006/content-types}")


def test_een_relatie_die_al_zo_heet(builder, lijst):
    relaties = builder.relaties(
        ("styles", "styles.xml"), ("numbering", "numbering.xml"), ("theme", "weg.xml")
    ).replace('"rId3"', '"uvp-eerste-1"')
    gelezen = maak(
        builder, lijst, {"eerste": [tekening()]}, plek(builder, "eerste"),
        delen={"word/_rels/document.xml.rels": relaties},
    )  # fmt: skip
    ids = [r.get("Id") for r in gelezen.bomen["word/_rels/document.xml.rels"]]
    assert len(set(ids)) == len(ids)
    assert beelden_van(gelezen) == [(png(0), "Een stip.")]


def test_een_ander_voorvoegsel(builder, lijst):
    document = builder.document(
        *(builder.blok(v, p="q") for v in ("eerste", "tweede")),
        plek(builder, "eerste", "<w:p/>").replace("w:", "q:"), p="q",
    )  # fmt: skip
    open_ = open_sjabloon(builder.pak_in(builder.delen(document)), "s.docx", lijst)
    gelezen = builder.lees(fill(open_, lijst, builder.plan(), {"eerste": [tekening()]}))
    assert beelden_van(gelezen) == [(png(0), "Een stip.")]


# What is wrong with a template, and the shipped ones.


@pytest.mark.parametrize(
    ("tag", "melding"),
    [
        ("eerst", "bij “eerst” hoort geen tekening. Bedoel je “eerste”?"),
        ("gemeente", "bij “gemeente” hoort geen tekening."),
    ],
)
def test_een_plek_voor_een_tekening_die_er_niet_is(builder, lijst, tag, melding):
    data = builder.docx(builder.blok("eerste"), builder.blok("tweede"), plek(builder, tag))
    with pytest.raises(SjabloonError) as fout:
        open_sjabloon(data, "s.docx", lijst)
    assert melding in str(fout.value)
    assert str(fout.value).endswith("Verander de code (tag) van dat veld of haal het weg.")


@pytest.mark.parametrize("naam", ["oudermeer", "oudermeer-koppen-definitief", "leeg"])
def test_de_tekeningen_van_het_meegeleverde_sjabloon(
    naam, sjabloon, intern_sjabloon, echte_lijst, interne_lijst, plannen, builder
):
    gevallen = [
        (sjabloon, echte_lijst, plannen[naam], "acties", "De tijdlijn laat"),
        (intern_sjabloon, interne_lijst, plannen.intern(naam), "beeld-wij-zij", "De tekening laat"),
    ]
    for open_, lijst_, plan, vraag_id, aanloop in gevallen:
        beelden = {vraag_id: [tekening()]} if naam != "leeg" else {}
        data = fill(open_, lijst_, plan, beelden)
        gelezen = builder.lees(data)
        assert beelden_van(gelezen) == [(png(0), "Een stip.")] * len(beelden)
        assert any(aanloop in tekst for tekst in teksten(gelezen)) == bool(beelden)
        assert [str(bevinding) for bevinding in check_docx(data, "d.docx")] == []
