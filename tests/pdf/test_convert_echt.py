"""What a real LibreOffice makes of our documents, read back with programs that are not ours."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from lxml import etree

from conversion_samples import (
    SECTION,
    SVG,
    TEXT,
    docx,
    docx_words,
    herhaalde_words,
    inhoudsopgave,
    kop,
    line,
    odt_words,
    op_de_pagina,
    pages,
    paragraph,
    read_inhoudsopgave,
    tree,
    veld,
    words,
)
from uitvoeringsplan.errors import OmzetError
from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.pdf.convert import Document, convert, convert_all
from uitvoeringsplan.tasks.generate import take_order

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.libreoffice

MAASTRICHT = Path(__file__).parents[1] / "data" / "maastricht.plan.yaml"
EMPTY = "soort: polarisatie\nvragenlijst: 1\n"
FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"


class Gemaakt(NamedTuple):
    docx: bytes
    odt: bytes
    pdf: Path
    sheets: list[str]


@pytest.fixture(scope="module")
def plannen(tmp_path_factory) -> dict[str, Gemaakt]:
    """Three plans, from one start of LibreOffice for all of them in every round."""
    map_ = tmp_path_factory.mktemp("omzetten")
    empty = map_ / "leeg.plan.yaml"
    empty.write_text(EMPTY, "utf-8")
    sources = {"voorbeeld": find_voorbeeld(), "maastricht": MAASTRICHT, "leeg": empty}
    word = {}
    for name, source in sources.items():
        (made,) = take_order([source], out=map_ / f"{name}.docx").run()
        assert made.error is None
        word[name] = made.word.read_bytes()
    converted = convert_all([*map(Document, word.values())], ("pdf", "odt"))
    result = {}
    for (name, data), one in zip(word.items(), converted, strict=True):
        pdf = map_ / f"{name}.pdf"
        pdf.write_bytes(one["pdf"])
        result[name] = Gemaakt(data, one["odt"], pdf, pages(pdf))
    return result


@pytest.fixture(params=["voorbeeld", "maastricht", "leeg"])
def plan(request, plannen) -> Gemaakt:
    return plannen[request.param]


def bij_nummer(sheets: list[str]) -> Iterator[tuple[str, str]]:
    """Return (number at the foot of the page, text of the page)."""
    for sheet in sheets:
        if found := re.search(r"Pagina (\w+)", sheet):
            yield found[1], sheet


def controleer_nummers(sheets: list[str], count: int) -> None:
    """Check that every heading stands on the page with the number that the list gives."""
    content = next(sheet for sheet in sheets if re.search(r"^\s*Inhoud\s*$", sheet, re.MULTILINE))
    lijst = read_inhoudsopgave(content)
    assert len(lijst) == count
    op_nummer = dict(bij_nummer(sheets))
    wrong = {
        kop_: number
        for kop_, number in lijst.items()
        if not op_de_pagina(op_nummer.get(number, "").splitlines(), kop_)
    }
    assert wrong == {}


def entries(data: bytes) -> int:
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return sum(
        link.get(f"{w}anchor", "").startswith("_Toc") for link in tree(data).iter(f"{w}hyperlink")
    )


def test_elke_kop_staat_op_de_pagina_die_de_inhoudsopgave_noemt(plan):
    assert entries(plan.docx) > 5
    controleer_nummers(plan.sheets, entries(plan.docx))


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
    assert len(re.findall(rb"/S/TOCI\s", data)) == entries(plan.docx)


def test_elke_regel_van_de_inhoudsopgave_is_een_link_die_zegt_waarheen(plan):
    found = re.findall(rb"/Subtype/Link[^>]*/Contents<FEFF([0-9A-F]*)>\s*/Dest\b",
                          plan.pdf.read_bytes())  # fmt: skip
    texts = [bytes.fromhex(hex_.decode()).decode("utf-16-be") for hex_ in found]
    naar_koppen = [text for text in texts if re.search(r"\t\w+$", text)]
    assert len(naar_koppen) == entries(plan.docx)


def test_de_odt_heeft_dezelfde_woorden_en_de_paginanummers(plan):
    expected, odt = Counter(docx_words(plan.docx)), Counter(odt_words(plan.odt))
    assert expected - odt == Counter()
    added = odt - expected
    assert all(word.isdecimal() for word in added)
    assert added.total() == entries(plan.docx)


def test_de_pdf_heeft_dezelfde_woorden(plan):
    """It also has what stands on every page, and the numbers of headings and lists."""
    text = "\n".join(pages(plan.pdf, "-raw"))
    pdf, expected = Counter(words(text)), Counter(docx_words(plan.docx))
    mist, added = expected - pdf, pdf - expected
    # A word that is too long for its column stands on two lines.
    aaneen = re.sub(r"[\s\u00ad-]+", "", text)
    assert [word for word in mist if word not in aaneen] == []
    assert mist.total() < 10
    vaker = set(herhaalde_words(plan.docx))
    foreign = [
        word
        for word in added
        if not (word.isdecimal() or word in vaker or any(word in heel for heel in mist))
    ]
    assert foreign == []


def test_de_codes_van_links_staan_er_niet_in(plan):
    for text in (*plan.sheets, " ".join(odt_words(plan.odt))):
        assert "HYPERLINK" not in text


def test_de_odt_houdt_de_opbouw(plan):
    content, styles = tree(plan.odt, "content.xml"), tree(plan.odt, "styles.xml")
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    document = tree(plan.docx)
    levels = {kop_.get(f"{{{TEXT}}}outline-level") for kop_ in content.iter(f"{{{TEXT}}}h")}
    assert {"1", "2"} <= levels
    assert len(list(content.iter(f"{{{TEXT}}}list"))) > 0
    header_rows = len(list(document.iter(f"{w}tblHeader")))
    assert len(list(content.iter(f"{{{TABLE}}}table-header-rows"))) == header_rows
    talen = {e.get(f"{{{FO}}}language") for e in styles.iter() if e.get(f"{{{FO}}}language")}
    assert talen == {"nl"}
    (index,) = content.iter(f"{{{TEXT}}}table-of-content")
    assert len(index.findall(f"{{{TEXT}}}index-body/{{{TEXT}}}p")) == entries(plan.docx)
    pictures = [e.get("descr") for e in document.iter() if etree.QName(e).localname == "docPr"]
    assert [e.text for e in content.iter(f"{{{SVG}}}desc")] == pictures


def test_de_odt_houdt_titel_en_taal(plan):
    meta = tree(plan.odt, "meta.xml")
    dc = "{http://purl.org/dc/elements/1.1/}"
    assert meta.find(f".//{dc}title").text.startswith("Uitvoeringsplan polarisatie")
    assert meta.find(f".//{dc}language").text == "nl-NL"


# A template of somebody else: other page numbers, no styles for the contents list.

_TEKENING = "http://schemas.openxmlformats.org/drawingml/2006"
VERWEZEN_PICTURE = (
    f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{_TEKENING}/wordprocessingDrawing"><wp:extent'
    ' cx="900000" cy="900000"/><wp:docPr id="1" name="x" descr="Een vlak"/><a:graphic'
    f' xmlns:a="{_TEKENING}/main"><a:graphicData uri="{_TEKENING}/picture"><pic:pic'
    f' xmlns:pic="{_TEKENING}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="x"/><pic:cNvPicPr/>'
    '</pic:nvPicPr><pic:blipFill><a:blip r:link="beeld"/><a:stretch/></pic:blipFill><pic:spPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom'
    ' prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
    "</w:r></w:p>"
)
FOOTER = f"<w:p><w:r><w:t xml:space='preserve'>Pagina </w:t></w:r>{veld('PAGE', '1')}</w:p>"
NAMES = ("Eerste kop", "Onderdeel", "Liggende kop", "Kop erna", "Slot")


def section(*numbering: str, landscape: bool = False) -> str:
    footer = '<w:footerReference w:type="default" r:id="footer1"/>'
    own = SECTION.replace("<w:sectPr>", f"<w:sectPr>{footer}")
    own = own.replace("</w:sectPr>", f"{''.join(numbering)}</w:sectPr>")
    if landscape:
        own = own.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"')
    return own


def end(section_: str) -> str:
    return f"<w:p><w:pPr>{section_}</w:pPr></w:p>"


def foreign(before: str, after: str) -> bytes:
    lang = paragraph("tekst " * 130) * 8
    koppen = [kop(name, f"_Toc{i}", 1 + i % 2, 40 + i) for i, name in enumerate(NAMES)]
    lines = [line(n, f"_Toc{i}", number=str(i), paginaveld="99") for i, n in enumerate(NAMES)]
    parts = (
        paragraph("Inhoud"),
        inhoudsopgave(*lines),
        end(section(before)),
        koppen[0], lang, koppen[1], end(section(after)),
        koppen[2], lang, end(section(landscape=True)),
        koppen[3], lang, koppen[4], section(),
    )  # fmt: skip
    return docx("".join(parts), ftr=FOOTER)


# How the sections of a template count their pages: the first, and the one behind it.
NUMBERING = {
    "doorlopend": ("", ""),
    "voorwerk met romeinse cijfers": (
        '<w:pgNumType w:fmt="lowerRoman"/>', '<w:pgNumType w:start="1"/>'
    ),
    "vanaf nul": ('<w:pgNumType w:start="0"/>', ""),
    "midden in romeins": ("", '<w:pgNumType w:start="8" w:fmt="upperRoman"/>'),
}  # fmt: skip


@pytest.fixture(scope="module")
def numbered() -> dict[str, bytes]:
    """The PDFs of all of them, from one start of LibreOffice in every round."""
    documents = [Document(foreign(before, after)) for before, after in NUMBERING.values()]
    converted = convert_all(documents, ("pdf",))
    return {name: result["pdf"] for name, result in zip(NUMBERING, converted, strict=True)}


@pytest.mark.parametrize("name", NUMBERING)
def test_een_vreemd_sjabloon_krijgt_ook_de_nummers_die_onder_aan_de_pagina_staan(
    tmp_path, numbered, name
):
    pdf = tmp_path / "vreemd.pdf"
    pdf.write_bytes(numbered[name])
    sheets = pages(pdf)
    lijst = read_inhoudsopgave(sheets[0])
    assert [kop_.split(maxsplit=1)[1] for kop_ in lijst] == list(NAMES)
    where = {
        name: number
        for name in NAMES
        for number, sheet in bij_nummer(sheets)
        if op_de_pagina(sheet.splitlines(), name)
    }
    assert list(lijst.values()) == list(where.values())
    assert len(set(where.values())) >= 4


def test_een_link_zonder_opmaak_blijft_een_link():
    data = docx(
        '<w:p><w:hyperlink w:anchor="_Toc1"><w:r><w:t>naar de kop</w:t></w:r></w:hyperlink></w:p>'
        + kop("Kop", "_Toc1")
        + SECTION
    )
    assert b"/Subtype/Link" in convert(data, "pdf")


def test_een_beeld_dat_elders_staat_wordt_niet_opgehaald(tmp_path):
    """It is there: the test draws it itself, as a file that the document only refers to."""
    picture = tmp_path / "beeld.ppm"
    picture.write_bytes(b"P6 2 1 255\n" + b"\xff\x00\x00" * 2)
    data = convert(docx(VERWEZEN_PICTURE + SECTION, picture=picture.as_uri()), "pdf")
    assert b"/Subtype/Image" not in data


def test_te_weinig_tijd_laat_niets_achter(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(OmzetError, match=r"na 0\.3 seconden"):
        convert(docx(paragraph("x") + SECTION), "pdf", seconds=0.3)
    assert list(tmp_path.iterdir()) == []
    assert _processes(str(tmp_path)) == []


def test_een_gewone_keer_laat_ook_niets_achter(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert convert(docx(paragraph("x") + SECTION), "odt").startswith(b"PK")
    assert list(tmp_path.iterdir()) == []
    assert _processes(str(tmp_path)) == []


def _processes(word: str) -> list[str]:
    """Return the command lines that name something, zombies not counted."""
    lines = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            lines.append(path.read_bytes().replace(b"\0", b" ").decode("utf-8", "replace"))
        except OSError:
            continue  # it ended while we looked
    return [line_ for line_ in lines if word in line_]
