"""Whatever is done to the XML of a document: it is read, or refused with a sentence."""

from __future__ import annotations

import io
import random
import re
import zipfile

from returned_documents import terug

from trials import times
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.word.filling.filling import fill

PARTS = (
    "word/document.xml", "word/document.xml", "word/document.xml", "word/styles.xml",
    "word/numbering.xml", "docProps/custom.xml", "word/glossary/document.xml",
    "word/_rels/document.xml.rels", "_rels/.rels", "[Content_Types].xml", "word/header1.xml",
)  # fmt: skip
_TAG = re.compile(rb"<[^<>]+>")
_NAMES = [b"w:p", b"w:sdt", b"w:tc", b"w:del", b"w:tbl"]


def test_een_verminkt_bestand_laat_niets_vallen(sjabloon, real_lijst, plannen):
    odds = random.Random(20261121)  # noqa: S311 - the same every time is the point
    data = fill(sjabloon, real_lijst, plannen["vol"])
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        heel = {name: package.read(name) for name in package.namelist()}
    zinnen = []
    for _ in range(times(80, 16)):
        members = dict(heel)
        for _ in range(odds.randint(1, 3)):
            name = odds.choice(PARTS)
            members[name] = verminkt(odds, members[name])
        result = io.BytesIO()
        with zipfile.ZipFile(result, "w") as package:
            for name, content in members.items():
                package.writestr(name, content)
        wijzigingen = odds.choice(["aangenomen", "verworpen"])
        zin = refusal(result.getvalue(), real_lijst, plannen["vol"], wijzigingen=wijzigingen)
        zinnen.append(zin)
    refused = [zin for zin in zinnen if zin]
    assert all(zin.startswith("terug.docx: ") for zin in refused)
    assert 1 / 8 < len(refused) / len(zinnen) < 7 / 8


def test_willekeurige_bytes_laten_niets_vallen(sjabloon, real_lijst, plannen):
    odds = random.Random(7)  # noqa: S311 - idem
    data = bytearray(fill(sjabloon, real_lijst, plannen["leeg"]))
    for _ in range(times(200)):
        copy = bytearray(data)
        for _ in range(odds.randint(1, 20)):
            copy[odds.randrange(len(copy))] = odds.randrange(256)
        del copy[odds.choice([len(copy), odds.randrange(len(copy))]) :]
        zin = refusal(bytes(copy), real_lijst)
        assert not zin or zin.startswith("terug.docx: ")


def refusal(data: bytes, *rest, **options) -> str:
    """Return the sentence with which a file is refused; empty for one that is read."""
    try:
        terug(data, *rest, **options)
    except SjabloonError as error:
        return str(error)
    return ""


def verminkt(odds: random.Random, xml: bytes) -> bytes:
    """Return XML in which tags were dropped, doubled, moved or given other values."""
    tags = list(_TAG.finditer(xml))
    count = min(odds.choice([1, 1, 2, 20]), len(tags))
    # From the last to the first, so that the places of the others stay what they are.
    for i in sorted(odds.sample(range(len(tags)), count), reverse=True):
        gone, other = tags[i][0], odds.choice(tags)[0]
        new = odds.choice(
            [
                b"", gone + gone, other, b"<w:ins>" + gone + b"</w:ins>", gone.replace(b"w:",
                b"v:"),
                re.sub(rb'"[^"]*"', odds.choice([b'""', b'"-1"', b'"99999999"', b'"x"']), gone),
                re.sub(rb"w:\w+", odds.choice(_NAMES), gone),
            ]
        )  # fmt: skip
        xml = xml[: tags[i].start()] + new + xml[tags[i].end() :]
    # Mended, so that a reader gets further than the first tag that does not fit.
    return closed(xml) if odds.random() < 0.9 else xml


def closed(xml: bytes) -> bytes:
    """Return XML whose tags fit again: what was left open is closed, a loose end is dropped."""
    open_: list[bytes] = []
    result: list[bytes] = []
    start = 0
    for tag in _TAG.finditer(xml):
        result.append(xml[start : tag.start()])
        start = tag.end()
        name = re.split(rb"[\s/>]", tag[0].lstrip(b"</"), maxsplit=1)[0]
        if tag[0].startswith((b"<?", b"<!")) or tag[0].endswith(b"/>"):
            result.append(tag[0])
        elif not tag[0].startswith(b"</"):
            open_.append(name)
            result.append(tag[0])
        elif name in open_:
            while (closed := open_.pop()) != name:
                result.append(b"</" + closed + b">")
            result.append(tag[0])
    result.append(xml[start:])
    result += (b"</" + name + b">" for name in reversed(open_))
    return b"".join(result)
