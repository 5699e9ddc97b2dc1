"""What a real LibreOffice makes of our documents, read back with programs that are not ours."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from lxml import etree

from conversion_samples import (
    SECTIE,
    SVG,
    TEXT,
    alinea,
    boom,
    docx,
    docx_woorden,
    herhaalde_woorden,
    inhoudsopgave,
    kop,
    lees_inhoudsopgave,
    odt_woorden,
    op_de_pagina,
    paginas,
    regel,
    veld,
    woorden,
)
from uitvoeringsplan.errors import OmzetError
from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.pdf.convert import Document, convert, convert_all
from uitvoeringsplan.tasks.generate import take_order

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.libreoffice

MAASTRICHT = Path(__file__).parents[1] / "data" / "maastricht.plan.yaml"
LEEG = "soort: polarisatie\nvragenlijst: 1\n"
FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"


class Gemaakt(NamedTuple):
    docx: bytes
    odt: bytes
    pdf: Path
    bladen: list[str]


@pytest.fixture(scope="module")
def plannen(tmp_path_factory) -> dict[str, Gemaakt]:
    """Three plans, from one start of LibreOffice for all of them in every round."""
    map_ = tmp_path_factory.mktemp("omzetten")
    leeg = map_ / "leeg.plan.yaml"
    leeg.write_text(LEEG, "utf-8")
    bronnen = {"voorbeeld": find_voorbeeld(), "maastricht": MAASTRICHT, "leeg": leeg}
    word = {}
    for naam, bron in bronnen.items():
        (gemaakt,) = take_order([bron], out=map_ / f"{naam}.docx").run()
        assert gemaakt.fout is None
        word[naam] = gemaakt.word.read_bytes()
    omgezet = convert_all([*map(Document, word.values())], ("pdf", "odt"))
    uit = {}
    for (naam, data), een in zip(word.items(), omgezet, strict=True):
        pdf = map_ / f"{naam}.pdf"
        pdf.write_bytes(een["pdf"])
        uit[naam] = Gemaakt(data, een["odt"], pdf, paginas(pdf))
    return uit


@pytest.fixture(params=["voorbeeld", "maastricht", "leeg"])
def plan(request, plannen) -> Gemaakt:
    return plannen[request.param]


def bij_nummer(bladen: list[str]) -> Iterator[tuple[str, str]]:
    """Return (number at the foot of the page, text of the page)."""
    for blad in bladen:
        if gevonden := re.search(r"Pagina (\w+)", blad):
            yield gevonden[1], blad


def controleer_nummers(bladen: list[str], aantal: int) -> None:
    """Check that every heading stands on the page with the number that the list gives."""
    inhoud = next(blad for blad in bladen if re.search(r"^\s*Inhoud\s*$", blad, re.MULTILINE))
    lijst = lees_inhoudsopgave(inhoud)
    assert len(lijst) == aantal
    op_nummer = dict(bij_nummer(bladen))
    mis = {
        kop_: nummer
        for kop_, nummer in lijst.items()
        if not op_de_pagina(op_nummer.get(nummer, "").splitlines(), kop_)
    }
    assert mis == {}


def ingangen(data: bytes) -> int:
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return sum(
        link.get(f"{w}anchor", "").startswith("_Toc") for link in boom(data).iter(f"{w}hyperlink")
    )


def test_elke_kop_staat_op_de_pagina_die_de_inhoudsopgave_noemt(plan):
    assert ingangen(plan.docx) > 5
    controleer_nummers(plan.bladen, ingangen(plan.docx))


def test_de_pdf_zegt_dat_zij_pdf_ua_is_en_heeft_de_goede_volgorde(plan):
    data = plan.pdf.read_bytes()
    assert b"pdfuaid" in data
    assert b"/Lang(nl-NL)" in data
    assert b"/DisplayDocTitle true" in data
    assert data.count(b"/Tabs /S") > 0
    assert b"/Tabs(S)" not in data


def test_de_inhoudsopgave_heeft_haar_eigen_merken(plan):
    data = plan.pdf.read_bytes()
    assert len(re.findall(rb"/S/TOC\s", data)) == 1
    assert len(re.findall(rb"/S/TOCI\s", data)) == ingangen(plan.docx)


def test_elke_regel_van_de_inhoudsopgave_is_een_link_die_zegt_waarheen(plan):
    gevonden = re.findall(rb"/Subtype/Link[^>]*/Contents<FEFF([0-9A-F]*)>\s*/Dest\b",
                          plan.pdf.read_bytes())  # fmt: skip
    teksten = [bytes.fromhex(hex_.decode()).decode("utf-16-be") for hex_ in gevonden]
    naar_koppen = [tekst for tekst in teksten if re.search(r"\t\w+$", tekst)]
    assert len(naar_koppen) == ingangen(plan.docx)


def test_de_odt_heeft_dezelfde_woorden_en_de_paginanummers(plan):
    verwacht, odt = Counter(docx_woorden(plan.docx)), Counter(odt_woorden(plan.odt))
    assert verwacht - odt == Counter()
    erbij = odt - verwacht
    assert all(woord.isdecimal() for woord in erbij)
    assert erbij.total() == ingangen(plan.docx)


def test_de_pdf_heeft_dezelfde_woorden(plan):
    """It also has what stands on every page, and the numbers of headings and lists."""
    tekst = "\n".join(paginas(plan.pdf, "-raw"))
    pdf, verwacht = Counter(woorden(tekst)), Counter(docx_woorden(plan.docx))
    mist, erbij = verwacht - pdf, pdf - verwacht
    # A word that is too long for its column stands on two lines.
    aaneen = re.sub(r"[\s\u00ad-]+", "", tekst)
    assert [woord for woord in mist if woord not in aaneen] == []
    assert mist.total() < 10
    vaker = set(herhaalde_woorden(plan.docx))
    vreemd = [
        woord
        for woord in erbij
        if not (woord.isdecimal() or woord in vaker or any(woord in heel for heel in mist))
    ]
    assert vreemd == []


def test_de_codes_van_links_staan_er_niet_in(plan):
    for tekst in (*plan.bladen, " ".join(odt_woorden(plan.odt))):
        assert "HYPERLINK" not in tekst


def test_de_odt_houdt_de_opbouw(plan):
    inhoud, stijlen = boom(plan.odt, "content.xml"), boom(plan.odt, "styles.xml")
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    document = boom(plan.docx)
    niveaus = {kop_.get(f"{{{TEXT}}}outline-level") for kop_ in inhoud.iter(f"{{{TEXT}}}h")}
    assert {"1", "2"} <= niveaus
    assert len(list(inhoud.iter(f"{{{TEXT}}}list"))) > 0
    kopregels = len(list(document.iter(f"{w}tblHeader")))
    assert len(list(inhoud.iter(f"{{{TABLE}}}table-header-rows"))) == kopregels
    talen = {e.get(f"{{{FO}}}language") for e in stijlen.iter() if e.get(f"{{{FO}}}language")}
    assert talen == {"nl"}
    (index,) = inhoud.iter(f"{{{TEXT}}}table-of-content")
    assert len(index.findall(f"{{{TEXT}}}index-body/{{{TEXT}}}p")) == ingangen(plan.docx)
    beelden = [e.get("descr") for e in document.iter() if etree.QName(e).localname == "docPr"]
    assert [e.text for e in inhoud.iter(f"{{{SVG}}}desc")] == beelden


def test_de_odt_houdt_titel_en_taal(plan):
    meta = boom(plan.odt, "meta.xml")
    dc = "{http://purl.org/dc/elements/1.1/}"
    assert meta.find(f".//{dc}title").text.startswith("Uitvoeringsplan polarisatie")
    assert meta.find(f".//{dc}language").text == "nl-NL"


# A template of somebody else: other page numbers, no styles for the contents list.

_TEKENING = "http://schemas.openxmlformats.org/drawingml/2006"
VERWEZEN_BEELD = (
    f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{_TEKENING}/wordprocessingDrawing"><wp:extent'
    ' cx="900000" cy="900000"/><wp:docPr id="1" name="x" descr="Een vlak"/><a:graphic'
    f' xmlns:a="{_TEKENING}/main"><a:graphicData uri="{_TEKENING}/picture"><pic:pic'
    f' xmlns:pic="{_TEKENING}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="x"/><pic:cNvPicPr/>'
    '</pic:nvPicPr><pic:blipFill><a:blip r:link="beeld"/><a:stretch/></pic:blipFill><pic:spPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom'
    ' prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
    "</w:r></w:p>"
)
VOET = f"<w:p><w:r><w:t xml:space='preserve'>Pagina </w:t></w:r>{veld('PAGE', '1')}</w:p>"
NAMEN = ("Eerste kop", "Onderdeel", "Liggende kop", "Kop erna", "Slot")


def sectie(*nummering: str, liggend: bool = False) -> str:
    voet = '<w:footerReference w:type="default" r:id="footer1"/>'
    eigen = SECTIE.replace("<w:sectPr>", f"<w:sectPr>{voet}")
    eigen = eigen.replace("</w:sectPr>", f"{''.join(nummering)}</w:sectPr>")
    if liggend:
        eigen = eigen.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"')
    return eigen


def einde(sectie_: str) -> str:
    return f"<w:p><w:pPr>{sectie_}</w:pPr></w:p>"


def vreemd(voor: str, na: str) -> bytes:
    lang = alinea("tekst " * 130) * 8
    koppen = [kop(naam, f"_Toc{i}", 1 + i % 2, 40 + i) for i, naam in enumerate(NAMEN)]
    regels = [regel(n, f"_Toc{i}", nummer=str(i), paginaveld="99") for i, n in enumerate(NAMEN)]
    delen = (
        alinea("Inhoud"),
        inhoudsopgave(*regels),
        einde(sectie(voor)),
        koppen[0], lang, koppen[1], einde(sectie(na)),
        koppen[2], lang, einde(sectie(liggend=True)),
        koppen[3], lang, koppen[4], sectie(),
    )  # fmt: skip
    return docx("".join(delen), ftr=VOET)


# How the sections of a template count their pages: the first, and the one behind it.
NUMMERING = {
    "doorlopend": ("", ""),
    "voorwerk met romeinse cijfers": (
        '<w:pgNumType w:fmt="lowerRoman"/>', '<w:pgNumType w:start="1"/>'
    ),
    "vanaf nul": ('<w:pgNumType w:start="0"/>', ""),
    "midden in romeins": ("", '<w:pgNumType w:start="8" w:fmt="upperRoman"/>'),
}  # fmt: skip


@pytest.fixture(scope="module")
def genummerd() -> dict[str, bytes]:
    """The PDFs of all of them, from one start of LibreOffice in every round."""
    documenten = [Document(vreemd(voor, na)) for voor, na in NUMMERING.values()]
    omgezet = convert_all(documenten, ("pdf",))
    return {naam: uit["pdf"] for naam, uit in zip(NUMMERING, omgezet, strict=True)}


@pytest.mark.parametrize("naam", NUMMERING)
def test_een_vreemd_sjabloon_krijgt_ook_de_nummers_die_onder_aan_de_pagina_staan(
    tmp_path, genummerd, naam
):
    pdf = tmp_path / "vreemd.pdf"
    pdf.write_bytes(genummerd[naam])
    bladen = paginas(pdf)
    lijst = lees_inhoudsopgave(bladen[0])
    assert [kop_.split(maxsplit=1)[1] for kop_ in lijst] == list(NAMEN)
    waar = {
        naam: nummer
        for naam in NAMEN
        for nummer, blad in bij_nummer(bladen)
        if op_de_pagina(blad.splitlines(), naam)
    }
    assert list(lijst.values()) == list(waar.values())
    assert len(set(waar.values())) >= 4


def test_een_link_zonder_opmaak_blijft_een_link():
    data = docx(
        '<w:p><w:hyperlink w:anchor="_Toc1"><w:r><w:t>naar de kop</w:t></w:r></w:hyperlink></w:p>'
        + kop("Kop", "_Toc1")
        + SECTIE
    )
    assert b"/Subtype/Link" in convert(data, "pdf")


def test_een_beeld_dat_elders_staat_wordt_niet_opgehaald(tmp_path):
    """It is there: the test draws it itself, as a file that the document only refers to."""
    beeld = tmp_path / "beeld.ppm"
    beeld.write_bytes(b"P6 2 1 255\n" + b"\xff\x00\x00" * 2)
    data = convert(docx(VERWEZEN_BEELD + SECTIE, beeld=beeld.as_uri()), "pdf")
    assert b"/Subtype/Image" not in data


def test_te_weinig_tijd_laat_niets_achter(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(OmzetError, match=r"na 0\.3 seconden"):
        convert(docx(alinea("x") + SECTIE), "pdf", seconds=0.3)
    assert list(tmp_path.iterdir()) == []
    assert _processen(str(tmp_path)) == []


def test_een_gewone_keer_laat_ook_niets_achter(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert convert(docx(alinea("x") + SECTIE), "odt").startswith(b"PK")
    assert list(tmp_path.iterdir()) == []
    assert _processen(str(tmp_path)) == []


def _processen(woord: str) -> list[str]:
    """Return the command lines that name something, zombies not counted."""
    regels = []
    for pad in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            regels.append(pad.read_bytes().replace(b"\0", b" ").decode("utf-8", "replace"))
        except OSError:
            continue  # it ended while we looked
    return [regel_ for regel_ in regels if woord in regel_]
