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

_START, _END = "«{}»", "«/{}»"
_MARK = re.compile("«(/?)([^»]*)»")


def with_marks(data: bytes) -> bytes:
    """Return a copy with a mark before and behind every control: LibreOffice forgets their tags."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                tree = etree.fromstring(part)
                _put_marks(tree)
                part = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
            target.writestr(name, part)
    return result.getvalue()


def _put_marks(tree: Any) -> None:
    for number, field in enumerate(tree.xpath("//w:sdt[w:sdtPr/w:tag]", namespaces=NS)):
        tag = field.find(f"{w('sdtPr')}/{w('tag')}").get(w("val"))
        content = [field]
        if field.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None:
            content = []
        in_paragraph = next(field.iterancestors(w("p")), None) is not None
        around = [
            _mark(form.format(f"{tag}#{number}"), in_paragraph=in_paragraph)
            for form in (_START, _END)
        ]
        parent = field.getparent()
        place = parent.index(field)
        parent[place : place + 1] = [around[0], *content, around[1]]


def _mark(text: str, *, in_paragraph: bool) -> Any:
    run = etree.Element(w("r"))
    etree.SubElement(run, w("t")).text = text
    if in_paragraph:
        return run
    paragraph = etree.Element(w("p"))
    paragraph.append(run)
    return paragraph


def _without_controls(parent: Any) -> Iterator[Any]:
    """Yield what stands in a holder; a control for a building block is all that comes back."""
    for kind in parent:
        yield from kind.find(w("sdtContent")) if kind.tag == w("sdt") else (kind,)


def gemerkte_content(data: bytes) -> Iterator[tuple[str, Any]]:
    """Yield (tag, what stands between its marks) of such a copy, after someone saved it."""
    document = Document(data)
    for parent in document.tree.iter(w("body"), w("tc")):
        tag, content = "", []
        for kind in _without_controls(parent):
            mark = _MARK.fullmatch("".join(kind.xpath(".//w:t/text()", namespaces=NS)))
            if mark is None or kind.tag != w("p"):
                content.append(kind)
            elif not mark[1]:
                assert not tag
                tag, content = mark[2], []
            else:
                assert mark[2] == tag
                yield tag.partition("#")[0], document.content_of(content)
                tag = ""
        assert not tag
    for paragraph in document.tree.iter(w("p")):
        text = "".join(paragraph.xpath(".//w:t/text()", namespaces=NS))
        for field in re.finditer("«([^/»][^»]*)»(.*?)«/\\1»", text):
            yield field[1].partition("#")[0], field[2]


def oordeel(map_: Path, names: list[str]) -> dict[str, tuple[int, int]]:
    """Let LibreOffice judge these files in a folder: `a.docx` gives `a.aan.docx`, `a.ver.docx`.

    Returns for every new file how many changes it saw, and how many were left.
    """
    said = laat_werken(map_, "judge_revisions.py", *names)
    result = {}
    for line in said.splitlines():
        name, seen, over = line.split("\t")
        result[name] = (int(seen), int(over))
    return result
