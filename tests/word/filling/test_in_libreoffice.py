"""What a real LibreOffice makes of a filled plan: nothing of the answers may get lost."""

from __future__ import annotations

import re
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest
from independent_table import displayed
from lxml import etree

from trials import greep
from uitvoeringsplan.files.lookup import find_sjabloon, find_voorbeeld, find_vragen
from uitvoeringsplan.model.answer_markup import plain_text, read_markup
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.uitgave import plan_for, public_part
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

if TYPE_CHECKING:
    from pathlib import Path

    from uitvoeringsplan.model.vraag import Vraag

pytestmark = pytest.mark.libreoffice

# LibreOffice makes a field of the first paragraph of a block control, and writes the code of a link
# in it as text. The words of the answer are all there; this is what stands between them.
LINKCODE = re.compile(r'HYPERLINK "[^"]*"')

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PDF_UA = (
    'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"SelectPdfVersion":{"type":"long","value":"17"}}'
)


@pytest.fixture(scope="module")
def hele_lijst():
    return load_vragenlijst(find_vragen())


@pytest.fixture(scope="module")
def lijst(hele_lijst):
    return public_part(hele_lijst)


@pytest.fixture(scope="module", params=greep(["tabel", "koppen"]))
def plan(request, hele_lijst, lijst):
    """The filled example, in both layouts."""
    heel = load_plan(find_voorbeeld(), hele_lijst).plan
    heel = heel._replace(gegevens={**heel.gegevens, "indeling": request.param})
    return plan_for(lijst, hele_lijst, heel)


@pytest.fixture(scope="module")
def map_(tmp_path_factory, lijst, plan):
    """A folder with the document, and what LibreOffice made of it."""
    map_ = tmp_path_factory.mktemp("libreoffice")
    sjabloon = find_sjabloon(lijst.sjabloon)
    data = fill(open_sjabloon(sjabloon.read_bytes(), str(sjabloon), lijst), lijst, plan)
    (map_ / "plan.docx").write_bytes(data)
    for naar in ("docx:MS Word 2007 XML", PDF_UA):
        outcome = subprocess.run(
            [
                "soffice", f"-env:UserInstallation={(map_ / 'profiel').as_uri()}", "--headless",
                "--convert-to", naar, "--outdir", map_ / "uit", map_ / "plan.docx",
            ],
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert outcome.returncode == 0, outcome.stderr
    return map_


@pytest.fixture(scope="module")
def made(map_):
    """The main text as we made it."""
    return hoofdtekst(map_ / "plan.docx")


@pytest.fixture(scope="module")
def saved(map_):
    """The main text as LibreOffice saved it."""
    return hoofdtekst(map_ / "uit" / "plan.docx")


def hoofdtekst(path: Path) -> etree._Element:
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read("word/document.xml"))


def words(text: str) -> str:
    return " ".join(text.split())


def text_of(paragraph: etree._Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(f"{W}t"))


def bij_bladwijzers(document: etree._Element) -> dict[str, str]:
    """Return the text of the paragraph that holds the bookmark of a question."""
    return {
        name: text_of(next(start.iterancestors(f"{W}p")))
        for start in document.iter(f"{W}bookmarkStart")
        if (name := start.get(f"{W}name")).startswith("uvp_")
    }


def lines_of(vraag: Vraag, value: str) -> list[str]:
    """Return the lines of an answer as a reader sees them; of a table those are its rows."""
    if vraag.type is TYPES["tabel"]:
        return [" ".join(row) for row in displayed(vraag, value)]
    return plain_text(read_markup(value)).splitlines()


def test_elke_bladwijzer_blijft_bij_zijn_alinea(made, saved, lijst):
    after = bij_bladwijzers(saved)
    assert {f"uvp_{vraag.id.replace('-', '_')}" for vraag in lijst.vragen} <= after.keys()
    assert len(lijst.fixed_vragen) == 20
    assert after == bij_bladwijzers(made)


def test_elk_antwoord_blijft_bij_zijn_vraag(saved, lijst, plan):
    """Between the bookmark of a question and that of the next one stands its whole answer."""
    anchors = {f"uvp_{vraag.id.replace('-', '_')}": vraag for vraag in lijst.vragen}
    parts: dict[str, list[str]] = {anchor: [] for anchor in anchors}
    anchor = ""
    for paragraph in saved.iter(f"{W}p"):
        names = [b.get(f"{W}name") for b in paragraph.iter(f"{W}bookmarkStart")]
        anchor = next((name for name in names if name in anchors), anchor)
        if anchor:
            parts[anchor].append(text_of(paragraph))
    for anchor, vraag in anchors.items():
        antwoord = lines_of(vraag, plan.value(vraag))
        assert antwoord, vraag.id
        saved_antwoord = words(LINKCODE.sub("", " ".join(parts[anchor])))
        for line in antwoord:
            assert words(line) in saved_antwoord, vraag.id


def test_pdf_met_pdf_ua_komt_eruit(map_):
    pdf = (map_ / "uit" / "plan.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-1.")
    assert b"pdfuaid" in pdf
    assert b"/StructTreeRoot" in pdf
