"""Whatever is done to the XML of a document: it is read, or refused with a sentence."""

from __future__ import annotations

import io
import random
import re
import zipfile

from returned_documents import terug

from trials import keren
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.word.filling.filling import fill

DELEN = (
    "word/document.xml", "word/document.xml", "word/document.xml", "word/styles.xml",
    "word/numbering.xml", "docProps/custom.xml", "word/glossary/document.xml",
    "word/_rels/document.xml.rels", "_rels/.rels", "[Content_Types].xml", "word/header1.xml",
)  # fmt: skip
_TAG = re.compile(rb"<[^<>]+>")
_NAMEN = [b"w:p", b"w:sdt", b"w:tc", b"w:del", b"w:tbl"]


def test_een_verminkt_bestand_laat_niets_vallen(sjabloon, echte_lijst, plannen):
    kans = random.Random(20261121)  # noqa: S311 - the same every time is the point
    data = fill(sjabloon, echte_lijst, plannen["vol"])
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        heel = {naam: pakket.read(naam) for naam in pakket.namelist()}
    zinnen = []
    for _ in range(keren(80, 16)):
        leden = dict(heel)
        for _ in range(kans.randint(1, 3)):
            naam = kans.choice(DELEN)
            leden[naam] = verminkt(kans, leden[naam])
        uit = io.BytesIO()
        with zipfile.ZipFile(uit, "w") as pakket:
            for naam, inhoud in leden.items():
                pakket.writestr(naam, inhoud)
        wijzigingen = kans.choice(["aangenomen", "verworpen"])
        zin = weigering(uit.getvalue(), echte_lijst, plannen["vol"], wijzigingen=wijzigingen)
        zinnen.append(zin)
    geweigerd = [zin for zin in zinnen if zin]
    assert all(zin.startswith("terug.docx: ") for zin in geweigerd)
    assert 1 / 8 < len(geweigerd) / len(zinnen) < 7 / 8


def test_willekeurige_bytes_laten_niets_vallen(sjabloon, echte_lijst, plannen):
    kans = random.Random(7)  # noqa: S311 - idem
    data = bytearray(fill(sjabloon, echte_lijst, plannen["leeg"]))
    for _ in range(keren(200)):
        kopie = bytearray(data)
        for _ in range(kans.randint(1, 20)):
            kopie[kans.randrange(len(kopie))] = kans.randrange(256)
        del kopie[kans.choice([len(kopie), kans.randrange(len(kopie))]) :]
        zin = weigering(bytes(kopie), echte_lijst)
        assert not zin or zin.startswith("terug.docx: ")


def weigering(data: bytes, *rest, **opties) -> str:
    """Return the sentence with which a file is refused; empty for one that is read."""
    try:
        terug(data, *rest, **opties)
    except SjabloonError as fout:
        return str(fout)
    return ""


def verminkt(kans: random.Random, xml: bytes) -> bytes:
    """Return XML in which tags were dropped, doubled, moved or given other values."""
    tags = list(_TAG.finditer(xml))
    aantal = min(kans.choice([1, 1, 2, 20]), len(tags))
    # From the last to the first, so that the places of the others stay what they are.
    for i in sorted(kans.sample(range(len(tags)), aantal), reverse=True):
        weg, ander = tags[i][0], kans.choice(tags)[0]
        nieuw = kans.choice(
            [
                b"", weg + weg, ander, b"<w:ins>" + weg + b"</w:ins>", weg.replace(b"w:", b"v:"),
                re.sub(rb'"[^"]*"', kans.choice([b'""', b'"-1"', b'"99999999"', b'"x"']), weg),
                re.sub(rb"w:\w+", kans.choice(_NAMEN), weg),
            ]
        )  # fmt: skip
        xml = xml[: tags[i].start()] + nieuw + xml[tags[i].end() :]
    # Mended, so that a reader gets further than the first tag that does not fit.
    return gesloten(xml) if kans.random() < 0.9 else xml


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
