"""LibreOffice as a judge: it opens files with tracked changes, and accepts or rejects them all."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from control_reader import Document
from lxml import etree

from independent_reader import NS, w
from libreoffice_runs import laat_werken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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


def oordeel(map_: Path, namen: list[str]) -> dict[str, tuple[int, int]]:
    """Let LibreOffice judge these files in a folder: `a.docx` gives `a.aan.docx`, `a.ver.docx`.

    Returns for every new file how many changes it saw, and how many were left.
    """
    gezegd = laat_werken(map_, "judge_revisions.py", *namen)
    uit = {}
    for regel in gezegd.splitlines():
        naam, gezien, over = regel.split("\t")
        uit[naam] = (int(gezien), int(over))
    return uit
