"""What a stranger's template says of its maker is in nothing that any command makes with it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

import pytest

from private_pictures import png, svg
from private_template import VOGEL, ZICHTBAAR, beladen
from uitvoeringsplan.files.lookup import find_sjabloon, find_vragen

_CODES = ("utf-8", "utf-16-le", "utf-16-be")


def _van_pdf(data: bytes) -> bytes:
    """Return what is in the streams of a PDF, and its texts that are written as numbers."""
    stromen = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    uit = [data]
    for stroom in stromen:
        try:
            uit.append(zlib.decompress(stroom))
        except zlib.error:
            uit.append(stroom)
    heel = b"".join(uit)
    getallen = re.findall(rb"<((?:[0-9A-Fa-f]{2})+)>", heel)
    return heel + b"".join(bytes.fromhex(getal.decode()) for getal in getallen)


def vogels(data: bytes) -> list[str]:
    """Return where the bird is: in the bytes themselves, or in a member of a package."""
    if data.startswith(b"%PDF"):
        data = _van_pdf(data)
    uit = ["zelf"] if any(VOGEL.encode(code) in data.lower() for code in _CODES) else []
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as pakket:
            for naam in pakket.namelist():
                binnen = pakket.read(naam).lower()
                uit += [naam] if any(VOGEL.encode(code) in binnen for code in _CODES) else []
    return uit


@pytest.fixture
def beladen_sjabloon(werkmap):
    for naam, eind in (
        ("uitvoeringsplan-polarisatie.docx", ""),
        ("uitvoeringsplan-polarisatie-intern.docx", "-intern"),
    ):
        echt = find_sjabloon(naam, None, find_vragen()).read_bytes()
        (werkmap / f"vreemd{eind}.docx").write_bytes(beladen(echt))
    (werkmap / "logo.png").write_bytes(png(VOGEL))
    (werkmap / "logo.svg").write_bytes(svg(VOGEL))
    (werkmap / "huisstijl.yaml").write_text("logo:\n  bestand: logo.svg\n  tekst: Wapen\n", "utf-8")
    return werkmap


@pytest.mark.usefixtures("beladen_sjabloon")
def test_word_markdown_en_html(draai, plan):
    gedraaid = draai("genereer", "--sjabloon", "vreemd.docx", "--naar", "md,html")
    assert gedraaid.code == 0, gedraaid.fout
    assert "Uit het sjabloon gaat niet mee:\n- een opmerking" in gedraaid.fout
    for eind in ("docx", "md", "html"):
        data = plan.with_name(f"dorp.{eind}").read_bytes()
        assert vogels(data) == [], eind
        if eind != "docx":
            assert [w for w in ZICHTBAAR[:3] if w not in data.decode()] == [], eind
    assert "uvp-logo.svg" in str(zipfile.ZipFile(plan.with_name("dorp.docx")).namelist())


@pytest.mark.usefixtures("beladen_sjabloon")
def test_intern_en_met_punten(draai, plan):
    assert draai("punt", plan.name, "--nieuw", "Kijk na.", "--vraag", "borgen-budget").code == 0
    for opties, naam in (
        (("--intern", "--sjabloon", "vreemd-intern.docx"), "dorp-intern.docx"),
        (("--met-punten", "--sjabloon", "vreemd.docx"), "dorp-met-punten.docx"),
    ):
        gedraaid = draai("genereer", *opties)
        assert gedraaid.code == 0, gedraaid.fout
        assert vogels(plan.with_name(naam).read_bytes()) == [], naam


def test_vergelijken_als_word(draai, plan, beladen_sjabloon):
    """Here the template is the one that lies beside the question set."""
    (beladen_sjabloon / "vragen.yaml").write_bytes(find_vragen().read_bytes())
    vreemd = (beladen_sjabloon / "vreemd.docx").read_bytes()
    (beladen_sjabloon / "uitvoeringsplan-polarisatie.docx").write_bytes(vreemd)
    tekst = plan.read_text("utf-8")
    plan.with_name("oud.plan.yaml").write_text(tekst.replace("versie: 0.3", "versie: 0.2"), "utf-8")
    draai("vergelijk", "oud.plan.yaml", plan.name, "--word", "verschil.docx")
    data = plan.with_name("verschil.docx").read_bytes()
    assert "Een gewone link" in zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    assert vogels(data) == []


@pytest.mark.libreoffice
@pytest.mark.usefixtures("beladen_sjabloon")
def test_odt_en_pdf(draai, plan):
    gedraaid = draai("genereer", "--sjabloon", "vreemd.docx", "--naar", "odt,pdf")
    assert gedraaid.code == 0, gedraaid.fout
    for eind in ("odt", "pdf"):
        assert vogels(plan.with_name(f"dorp.{eind}").read_bytes()) == [], eind
