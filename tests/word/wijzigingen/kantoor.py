"""LibreOffice as a judge: it opens files with tracked changes, and accepts or rejects them all."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from antwoordlezer import Document
from gelezen import NS, w
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

_OORDEEL = Path(__file__).with_name("oordeel_uno.py")
_TIJD = 300
_BEGIN, _EINDE = "«{}»", "«/{}»"
_MERK = re.compile("«(/?)([^»]*)»")


def zonder_invulvelden(data: bytes) -> bytes:
    """Return a copy with a mark before and behind what stands in a control, without the control.

    LibreOffice 7.4 makes a field of the first paragraph in a control, in which no change can be
    told from the rest; later ones do not. Here the changes themselves are judged.
    """
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as bron, zipfile.ZipFile(uit, "w") as doel:
        for naam in bron.namelist():
            deel = bron.read(naam)
            if naam == "word/document.xml":
                boom = etree.fromstring(deel)
                _pak_uit(boom)
                deel = etree.tostring(boom, xml_declaration=True, encoding="UTF-8", standalone=True)
            doel.writestr(naam, deel)
    return uit.getvalue()


def _pak_uit(boom: Any) -> None:
    for nummer, veld in enumerate(boom.xpath("//w:sdt[w:sdtPr/w:tag]", namespaces=NS)):
        tag = veld.find(f"{w('sdtPr')}/{w('tag')}").get(w("val"))
        inhoud = list(veld.find(w("sdtContent")))
        if veld.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None:
            inhoud = []
        in_alinea = next(veld.iterancestors(w("p")), None) is not None
        om = [
            _merk(vorm.format(f"{tag}#{nummer}"), in_alinea=in_alinea) for vorm in (_BEGIN, _EINDE)
        ]
        ouder = veld.getparent()
        plek = ouder.index(veld)
        ouder[plek : plek + 1] = [om[0], *inhoud, om[1]]


def _merk(tekst: str, *, in_alinea: bool) -> Any:
    run = etree.Element(w("r"))
    etree.SubElement(run, w("t")).text = tekst
    if in_alinea:
        return run
    alinea = etree.Element(w("p"))
    alinea.append(run)
    return alinea


def gemerkte_inhoud(data: bytes) -> Iterator[tuple[str, Any]]:
    """Yield (tag, what stands between its marks) of such a copy, after someone saved it."""
    document = Document(data)
    for ouder in document.boom.iter(w("body"), w("tc")):
        tag, inhoud = "", []
        for kind in ouder:
            merk = _MERK.fullmatch("".join(kind.xpath(".//w:t/text()", namespaces=NS)))
            if merk is None or kind.tag != w("p"):
                inhoud.append(kind)
            elif not merk[1]:
                assert not tag
                tag, inhoud = merk[2], []
            else:
                assert merk[2] == tag
                yield tag.partition("#")[0], document.inhoud_van(inhoud)
                tag = ""
        assert not tag
    for alinea in document.boom.iter(w("p")):
        tekst = "".join(alinea.xpath(".//w:t/text()", namespaces=NS))
        for veld in re.finditer("«([^/»][^»]*)»(.*?)«/\\1»", tekst):
            yield veld[1].partition("#")[0], veld[2]


def python_met_uno() -> str:
    """Return a Python that can talk to LibreOffice; without one the test is skipped, not in CI."""
    soffice = shutil.which("soffice")
    naast = Path(soffice).resolve().parent if soffice else Path()
    for kandidaat in (naast / "python", Path("/usr/bin/python3")):
        if (
            kandidaat.is_file()
            and not subprocess.run(
                [kandidaat, "-c", "import uno"], capture_output=True, check=False
            ).returncode
        ):
            return str(kandidaat)
    melding = "geen Python met uno (Debian: python3-uno)"
    if os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail(f"{melding}, en in CI mag deze test niet worden overgeslagen")
    pytest.skip(melding)


def oordeel(map_: Path, namen: list[str]) -> dict[str, tuple[int, int]]:
    """Let LibreOffice judge these files in a folder: `a.docx` gives `a.aan.docx`, `a.ver.docx`.

    Returns for every new file how many changes it saw, and how many were left.
    """
    python = python_met_uno()
    pijp = f"uvp{os.getpid()}"
    opdracht = [
        "soffice", f"-env:UserInstallation={(map_ / 'profiel').as_uri()}", "--headless",
        "--norestore", "--nolockcheck", "--nologo", "--nodefault",
        f"--accept=pipe,name={pijp};urp;",
    ]  # fmt: skip
    with (map_ / "verslag.txt").open("wb") as verslag:
        kantoor = subprocess.Popen(
            opdracht, stdin=subprocess.DEVNULL, stdout=verslag, stderr=verslag
        )
    try:
        uitkomst = subprocess.run(
            [python, _OORDEEL, pijp, *namen],
            cwd=map_, capture_output=True, text=True, timeout=_TIJD, check=False,
        )  # fmt: skip
        assert uitkomst.returncode == 0, uitkomst.stderr
    finally:
        try:
            kantoor.wait(20)
        except subprocess.TimeoutExpired:
            kantoor.kill()
            kantoor.wait()
    uit = {}
    for regel in uitkomst.stdout.splitlines():
        naam, gezien, over = regel.split("\t")
        uit[naam] = (int(gezien), int(over))
    return uit
