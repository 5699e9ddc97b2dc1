"""What a stranger's template says of its maker is in nothing that any command makes with it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

import pytest

from private_pictures import png, svg
from private_template import VISIBLE, VOGEL, beladen
from uitvoeringsplan.files.lookup import find_sjabloon, find_vragen

_CODES = ("utf-8", "utf-16-le", "utf-16-be")


def _start_pdf(data: bytes) -> bytes:
    """Return what is in the streams of a PDF, and its texts that are written as numbers."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    result = [data]
    for stream in streams:
        try:
            result.append(zlib.decompress(stream))
        except zlib.error:
            result.append(stream)
    heel = b"".join(result)
    getallen = re.findall(rb"<((?:[0-9A-Fa-f]{2})+)>", heel)
    return heel + b"".join(bytes.fromhex(getal.decode()) for getal in getallen)


def vogels(data: bytes) -> list[str]:
    """Return where the bird is: in the bytes themselves, or in a member of a package."""
    if data.startswith(b"%PDF"):
        data = _start_pdf(data)
    result = ["zelf"] if any(VOGEL.encode(code) in data.lower() for code in _CODES) else []
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for name in package.namelist():
                inside = package.read(name).lower()
                result += [name] if any(VOGEL.encode(code) in inside for code in _CODES) else []
    return result


@pytest.fixture
def beladen_sjabloon(work_folder):
    for name, end in (
        ("uitvoeringsplan-polarisatie.docx", ""),
        ("uitvoeringsplan-polarisatie-intern.docx", "-intern"),
    ):
        real = find_sjabloon(name, None, find_vragen()).read_bytes()
        (work_folder / f"vreemd{end}.docx").write_bytes(beladen(real))
    (work_folder / "logo.png").write_bytes(png(VOGEL))
    (work_folder / "logo.svg").write_bytes(svg(VOGEL))
    (work_folder / "huisstijl.yaml").write_text(
        "logo:\n  bestand: logo.svg\n  tekst: Wapen\n", "utf-8"
    )
    return work_folder


@pytest.mark.usefixtures("beladen_sjabloon")
def test_word_markdown_en_html(run_command, plan):
    outcome = run_command("genereer", "--sjabloon", "vreemd.docx", "--naar", "md,html")
    assert outcome.code == 0, outcome.error
    assert "Uit het sjabloon gaat niet mee:\n- een opmerking" in outcome.error
    for end in ("docx", "md", "html"):
        data = plan.with_name(f"dorp.{end}").read_bytes()
        assert vogels(data) == [], end
        if end != "docx":
            assert [w for w in VISIBLE[:3] if w not in data.decode()] == [], end
    assert "uvp-logo.svg" in str(zipfile.ZipFile(plan.with_name("dorp.docx")).namelist())


@pytest.mark.usefixtures("beladen_sjabloon")
def test_intern_en_met_punten(run_command, plan):
    assert (
        run_command("punt", plan.name, "--nieuw", "Kijk na.", "--vraag", "borgen-budget").code == 0
    )
    for options, name in (
        (("--intern", "--sjabloon", "vreemd-intern.docx"), "dorp-intern.docx"),
        (("--met-punten", "--sjabloon", "vreemd.docx"), "dorp-met-punten.docx"),
    ):
        outcome = run_command("genereer", *options)
        assert outcome.code == 0, outcome.error
        assert vogels(plan.with_name(name).read_bytes()) == [], name


def test_vergelijken_als_word(run_command, plan, beladen_sjabloon):
    """Here the template is the one that lies beside the question set."""
    (beladen_sjabloon / "vragen.yaml").write_bytes(find_vragen().read_bytes())
    foreign = (beladen_sjabloon / "vreemd.docx").read_bytes()
    (beladen_sjabloon / "uitvoeringsplan-polarisatie.docx").write_bytes(foreign)
    text = plan.read_text("utf-8")
    plan.with_name("oud.plan.yaml").write_text(text.replace("versie: 0.3", "versie: 0.2"), "utf-8")
    run_command("vergelijk", "oud.plan.yaml", plan.name, "--word", "verschil.docx")
    data = plan.with_name("verschil.docx").read_bytes()
    assert "Een gewone link" in zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    assert vogels(data) == []


@pytest.mark.libreoffice
@pytest.mark.usefixtures("beladen_sjabloon")
def test_odt_en_pdf(run_command, plan):
    outcome = run_command("genereer", "--sjabloon", "vreemd.docx", "--naar", "odt,pdf")
    assert outcome.code == 0, outcome.error
    for end in ("odt", "pdf"):
        assert vogels(plan.with_name(f"dorp.{end}").read_bytes()) == [], end
