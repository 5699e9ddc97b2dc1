"""A Word file to the document that somebody reads, whoever made the file.

What is read is the main text with its notes. Headers and footers come back on every page, so
they are no part of it; that a document is a concept stands in its properties.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from uitvoeringsplan.document.anchors import Anchors, Notes
from uitvoeringsplan.document.blocks import BlockReader
from uitvoeringsplan.document.fields import OpenFields
from uitvoeringsplan.document.inline import InlineReader
from uitvoeringsplan.document.paragraphs import ParagraphReader
from uitvoeringsplan.document.pictures import Pictures
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.model.document import Document
from uitvoeringsplan.ooxml.counters import load_counters, no_counters
from uitvoeringsplan.ooxml.names import REL_CORE, REL_NUMBERING, REL_STYLES
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.ooxml.relationships import load_relationships, main_part
from uitvoeringsplan.ooxml.styles import NO_STYLES, load_styles
from uitvoeringsplan.ooxml.tree import child, parse, val, w

if TYPE_CHECKING:
    from uitvoeringsplan.model.document import Inhoud
    from uitvoeringsplan.ooxml.counters import Counters
    from uitvoeringsplan.ooxml.package import Package
    from uitvoeringsplan.ooxml.styles import Styles
    from uitvoeringsplan.ooxml.tree import Element

_OFFICE = REL_STYLES.rpartition("/")[0]
_NOTES = {"footnote": f"{_OFFICE}/footnotes", "endnote": f"{_OFFICE}/endnotes"}
_DC = "{http://purl.org/dc/elements/1.1/}"
_CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_LANGUAGE = re.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
TAAL = "nl-NL"


def read_document(data: bytes, path: str) -> Document:
    """Return what a Word file says; raises SjabloonError when it cannot be read."""
    return _Reader(load_package(data, path)).document()


class _Reader:
    """Brings the parts of one package together."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._name = main_part(package)
        self._parts = {
            relationship.kind: relationship.target
            for relationship in load_relationships(package, self._name)
            if relationship.target in package.members
        }
        self._fields = OpenFields()

    def document(self) -> Document:
        root = self._tree(self._name)
        body = child(root, "body")
        if body is None:
            raise SjabloonError(self._package.path, "dit Word-bestand heeft geen tekst.")
        stylesheet = self._stylesheet()
        paragraphs = ParagraphReader(stylesheet, self._counters())
        notes = {
            kind: self._tree(self._parts[rel]) for kind, rel in _NOTES.items() if rel in self._parts
        }
        anchors = Anchors(_sought(root, *notes.values()))
        note_list = Notes(notes, anchors)

        def reader(part: str) -> BlockReader:
            lines = self._paragraphs(part, stylesheet)
            return BlockReader(lines, paragraphs, self._fields, anchors, note_list)

        def read_note(kind: str, element: Element) -> tuple[Inhoud, ...]:
            return reader(self._parts[_NOTES[kind]]).read(element)

        title_page, content = reader(self._name).read_main(body)
        content += note_list.lijst(read_note)
        title, language, status = self._properties()
        return Document(title, language, status, title_page, content, anchors.per_bookmark)

    def _tree(self, name: str) -> Element:
        return parse(self._package.content(name), name, self._package.path)

    def _paragraphs(self, part: str, stylesheet: Styles) -> InlineReader:
        relationships = {
            relationship.id: relationship
            for relationship in load_relationships(self._package, part)
        }
        return InlineReader(
            stylesheet, relationships, Pictures(self._package, relationships), self._fields
        )

    def _stylesheet(self) -> Styles:
        name = self._parts.get(REL_STYLES)
        if name is None:
            return NO_STYLES
        return load_styles(self._package.content(name), name, self._package.path)

    def _counters(self) -> Counters:
        name = self._parts.get(REL_NUMBERING)
        if name is None:
            return no_counters()
        return load_counters(self._package.content(name), name, self._package.path)

    def _properties(self) -> tuple[str, str, str]:
        """Return title, language and status; a file without a title is called by its name."""
        name = next(
            (r.target for r in load_relationships(self._package, "") if r.kind == REL_CORE), ""
        )
        root = self._tree(name) if name in self._package.members else None

        def read(key: str) -> str:
            return " ".join(root.findtext(key, "").split()) if root is not None else ""

        language = read(f"{_DC}language")
        return (
            read(f"{_DC}title") or PurePath(self._package.path).stem,
            language if _LANGUAGE.fullmatch(language) else TAAL,
            read(f"{_CP}contentStatus"),
        )


def _sought(*roots: Element) -> set[str]:
    """Return the names of all places that something links to."""
    result: set[str] = set()
    for root in roots:
        result |= {val(link, "anchor") for link in root.iter(w("hyperlink"))}
        commands = (
            *(val(field, "instr") for field in root.iter(w("fldSimple"))),
            *(piece.text or "" for piece in root.iter(w("instrText"))),
        )
        for instruction in commands:
            result |= set(re.findall(r'\\l\s+"?([^"\s]+)', instruction))
    return result - {""}
