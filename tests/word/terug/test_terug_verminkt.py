"""Whatever is done to the XML of a document: it is read, or refused with a sentence."""

# ruff: noqa: E501 - XML that is cut in the middle reads worse

# ruff: noqa: PT017 - most files may be read; only a refusal has a message to look at

from __future__ import annotations

import io
import random
import re
import zipfile

from terugproef import terug

from proeven import FACTOR
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.word.invullen import vul_in

DELEN = (
    "word/document.xml", "word/document.xml", "word/document.xml", "word/styles.xml",
    "word/numbering.xml", "docProps/custom.xml", "word/glossary/document.xml",
    "word/_rels/document.xml.rels", "_rels/.rels", "[Content_Types].xml", "word/header1.xml",
)  # fmt: skip
_TAG = re.compile(rb"<[^<>]+>")


def test_een_verminkt_bestand_laat_niets_vallen(sjabloon, echte_lijst, plannen):
    kans = random.Random(20261121)  # noqa: S311 - the same every time is the point
    data = vul_in(sjabloon, echte_lijst, plannen["vol"])
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        heel = {naam: pakket.read(naam) for naam in pakket.namelist()}
    gelezen = geweigerd = 0
    for _ in range(150 * FACTOR):
        leden = dict(heel)
        for _ in range(kans.randint(1, 4)):
            naam = kans.choice(DELEN)
            leden[naam] = verminkt(kans, leden[naam])
        uit = io.BytesIO()
        with zipfile.ZipFile(uit, "w") as pakket:
            for naam, inhoud in leden.items():
                pakket.writestr(naam, inhoud)
        wijzigingen = kans.choice(["aangenomen", "verworpen"])
        try:
            terug(uit.getvalue(), echte_lijst, plannen["vol"], wijzigingen=wijzigingen)
            gelezen += 1
        except SjabloonError as fout:
            assert str(fout).startswith("terug.docx: ")
            geweigerd += 1
    assert gelezen > 20
    assert geweigerd > 20


def test_willekeurige_bytes_laten_niets_vallen(sjabloon, echte_lijst, plannen):
    kans = random.Random(7)  # noqa: S311 - idem
    data = bytearray(vul_in(sjabloon, echte_lijst, plannen["leeg"]))
    for _ in range(200 * FACTOR):
        kopie = bytearray(data)
        for _ in range(kans.randint(1, 20)):
            kopie[kans.randrange(len(kopie))] = kans.randrange(256)
        del kopie[kans.choice([len(kopie), kans.randrange(len(kopie))]) :]
        try:
            terug(bytes(kopie), echte_lijst)
        except SjabloonError as fout:
            assert str(fout).startswith("terug.docx: ")


def verminkt(kans: random.Random, xml: bytes) -> bytes:
    """Return XML in which tags were dropped, doubled, moved or given other values."""
    tags = list(_TAG.finditer(xml))
    for _ in range(kans.choice([1, 1, 2, 20])):
        if not tags:
            break
        tag = kans.choice(tags)
        ander = kans.choice(tags)[0]
        weg = xml[tag.start() : tag.end()]
        nieuw = kans.choice(
            [
                b"", weg + weg, ander, b"<w:ins>" + weg + b"</w:ins>", weg.replace(b"w:", b"v:"),
                re.sub(rb'"[^"]*"', kans.choice([b'""', b'"-1"', b'"99999999"', b'"x"']), weg),
                re.sub(rb"w:(\w+)", b"w:" + kans.choice([b"p", b"sdt", b"tc", b"del", b"tbl"]), weg),
            ]
        )  # fmt: skip
        xml = xml[: tag.start()] + nieuw + xml[tag.end() :]
        tags = list(_TAG.finditer(xml))
    # Mended, so that a reader gets further than the first tag that does not fit.
    return gesloten(xml) if kans.random() < 0.7 else xml


def gesloten(xml: bytes) -> bytes:
    """Return XML whose tags fit again: what was left open is closed, a loose end is dropped."""
    open_: list[bytes] = []
    uit: list[bytes] = []
    vanaf = 0
    for tag in _TAG.finditer(xml):
        uit.append(xml[vanaf : tag.start()])
        vanaf = tag.end()
        naam = re.split(rb"[\s/>]", tag[0].lstrip(b"</"), maxsplit=1)[0]
        if tag[0].startswith((b"<?", b"<!")) or tag[0].endswith(b"/>"):
            uit.append(tag[0])
        elif not tag[0].startswith(b"</"):
            open_.append(naam)
            uit.append(tag[0])
        elif naam in open_:
            while (dicht := open_.pop()) != naam:
                uit.append(b"</" + dicht + b">")
            uit.append(tag[0])
    uit.append(xml[vanaf:])
    uit += (b"</" + naam + b">" for naam in reversed(open_))
    return b"".join(uit)
