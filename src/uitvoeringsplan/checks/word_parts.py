"""A Word file as the rules see it: its parts with text, parsed once, and the styles of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from uitvoeringsplan.model.bevinding import Bevinding, Ernst
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import (
    REL_CORE,
    REL_FOOTER,
    REL_GLOSSARY,
    REL_HEADER,
    REL_NOTES,
    REL_NUMBERING,
    REL_STYLES,
)
from uitvoeringsplan.ooxml.package import inflated
from uitvoeringsplan.ooxml.relationships import load_relationships, main_part
from uitvoeringsplan.ooxml.tree import ALTERNATE_CONTENT, child, new, parse, val, w

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from uitvoeringsplan.ooxml.package import Member, Package
    from uitvoeringsplan.ooxml.relationships import Relationship
    from uitvoeringsplan.ooxml.tree import Element

_TEXT, _TAB, _BREAK, _PARAGRAPH, _RUN = w("t"), w("tab"), w("br"), w("p"), w("r")
_WHITE_SPACE = {_TAB: "\t", _BREAK: "\n"}
_PARAGRAPH_PROPERTIES, _RUN_PROPERTIES = w("pPr"), w("rPr")

_BODY_TEXT = 9  # outline level 10 in Word's words: no heading


class Kind(Enum):
    """What a part with text is to the reader."""

    DOCUMENT = "document"
    HEADER_OR_FOOTER = "kop- of voettekst"
    NOTE = "noot"
    GLOSSARY = "plaatshouders"


_KINDS = {
    REL_HEADER: Kind.HEADER_OR_FOOTER,
    REL_FOOTER: Kind.HEADER_OR_FOOTER,
    REL_GLOSSARY: Kind.GLOSSARY,
    **dict.fromkeys(REL_NOTES, Kind.NOTE),
}


class Run(NamedTuple):
    """A run: its properties, its visible text, and the id of its character style or nothing."""

    element: Element
    properties: Element | None
    text: str
    style: str


class Paragraph(NamedTuple):
    """A paragraph: its properties, the id of its style (the default one too) and its runs."""

    element: Element
    properties: Element | None
    style: str
    runs: list[Run]

    @property
    def text(self) -> str:
        """The visible text."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, eq=False)
class StyleSheet:
    """A styles part with its styles by id; it does not change, so that answers are kept."""

    root: Element
    styles: dict[str, Element]
    _first: dict[tuple[str, ...], Element | None] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, root: Element) -> StyleSheet:
        """Return the style sheet of a styles part."""
        return cls(root, {val(style, "styleId"): style for style in root.findall(w("style"))})

    def name(self, style_id: str) -> str:
        """Return the name of a style in lower case; it is English in every Word, an id is not."""
        return val(child(self.styles.get(style_id), "name")).lower()

    def chain(self, style_id: str) -> Iterator[Element]:
        """Return the style and those it is based on, nearest first; stops at a circle."""
        seen: set[str] = set()
        while style_id in self.styles and style_id not in seen:
            seen.add(style_id)
            yield self.styles[style_id]
            style_id = val(child(self.styles[style_id], "basedOn"))

    def first(self, style_id: str, *names: str) -> Element | None:
        """Return the element at this path from the nearest style that has it."""
        question = (style_id, *names)
        if question not in self._first:
            places = (child(style, *names) for style in self.chain(style_id))
            self._first[question] = next((place for place in places if place is not None), None)
        return self._first[question]

    @cached_property
    def default(self) -> str:
        """The id of the style of a paragraph that names none."""
        for style_id, style in self.styles.items():
            if val(style, "type") == "paragraph" and val(style, "default") == "1":
                return style_id
        return ""

    def of_paragraph(self, paragraph: Paragraph, name: str) -> Element | None:
        """Return a property of a paragraph: its own, else the one of its style."""
        own = child(paragraph.properties, name)
        return own if own is not None else self.first(paragraph.style, "pPr", name)


@dataclass(frozen=True)
class Part:
    """One part with text; its styles and numbering are those of its own document."""

    name: str
    kind: Kind
    root: Element
    relationships: tuple[Relationship, ...]
    styles: StyleSheet
    numbering: Element
    _found: dict[str, list[Element]] = field(default_factory=dict, compare=False)

    @property
    def is_glossary(self) -> bool:
        """Whether this part is never read, only copied from."""
        return self.kind is Kind.GLOSSARY

    def all(self, name: str) -> list[Element]:
        """Return every element of this name in namespace w, in order."""
        if name not in self._found:
            self._found[name] = list(self.root.iter(w(name)))
        return self._found[name]

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs with their runs, each run under the nearest paragraph around it."""
        paragraphs: dict[Element, Paragraph] = {}
        for element in self.all("p"):
            properties = element.find(_PARAGRAPH_PROPERTIES)
            style = val(child(properties, "pStyle")) or self.styles.default
            paragraphs[element] = Paragraph(element, properties, style, [])
        for element in self.all("r"):
            run = _run(element)
            if not run.text:
                continue
            around = element.getparent()
            while around is not None and around.tag != _PARAGRAPH:
                around = around.getparent()
            if around is not None:
                paragraphs[around].runs.append(run)
        return tuple(paragraphs.values())

    @cached_property
    def headings(self) -> tuple[tuple[Paragraph, int], ...]:
        """The headings in order, with their level from 1."""
        own = {level.getparent(): level for level in reversed(self.all("outlineLvl"))}
        levels = (
            (paragraph, val(own.get(paragraph.properties, self._level(paragraph.style))))
            for paragraph in self.paragraphs
        )
        return tuple(
            (paragraph, int(level) + 1)
            for paragraph, level in levels
            if level.isdecimal() and int(level) < _BODY_TEXT
        )

    def _level(self, style: str) -> Element | None:
        return self.styles.first(style, "pPr", "outlineLvl")


@dataclass(frozen=True)
class WordFile:
    """The whole file: package, core properties (None when absent) and the parts with text."""

    package: Package
    core: Element | None
    parts: tuple[Part, ...]

    @cached_property
    def running(self) -> tuple[Part, ...]:
        """The parts that somebody reads."""
        return tuple(part for part in self.parts if not part.is_glossary)

    @property
    def main(self) -> Part:
        """The main text."""
        return self.parts[0]


def fault(part: Part | str, message: str, text: str = "") -> Bevinding:
    """Return a finding in a part, with the words by which to find the place in Word."""
    name = part if isinstance(part, str) else part.name
    short = " ".join(text.split())
    short = short if len(short) <= 40 else f"{short[:39]}…"
    return Bevinding(Ernst.FOUT, message, place=f"{name}, bij “{short}”" if short else name)


def text_of(element: Element) -> str:
    """Return the visible text, without field codes; a new paragraph is a new line."""
    pieces: list[str] = []
    for inner in element.iter(_TEXT, _TAB, _BREAK, _PARAGRAPH):
        if inner.tag == _TEXT:
            pieces.append(inner.text or "")
        elif inner.tag == _PARAGRAPH:
            pieces.extend("\n" if pieces else "")
        # A tab stop in the properties is not text.
        elif (parent := inner.getparent()) is not None and parent.tag == _RUN:
            pieces.append(_WHITE_SPACE[inner.tag])
    return "".join(pieces)


def _run(element: Element) -> Run:
    """Return a run with its own text: what is in a box inside it has runs of its own."""
    properties, pieces = None, []
    for inner in element:
        if inner.tag == _TEXT:
            pieces.append(inner.text or "")
        elif inner.tag == _RUN_PROPERTIES:
            properties = inner
        elif inner.tag in _WHITE_SPACE:
            pieces.append(_WHITE_SPACE[inner.tag])
        elif inner.tag == ALTERNATE_CONTENT:  # a letter for everybody else
            pieces.append(text_of(inner))
    return Run(element, properties, "".join(pieces), val(child(properties, "rStyle")))


def read_word_file(package: Package, filled: Collection[str]) -> WordFile:
    """Return the parts of a package, parsed; raises SjabloonError when one cannot be read.

    `filled` are the parts that no other document has.
    """
    name = main_part(package)
    relationships = tuple(load_relationships(package, name))
    own = _styles_and_numbering(package, relationships)
    main = _root(package, name)
    parts = {name: Part(name, Kind.DOCUMENT, main, relationships, *own)}
    for relationship in relationships:
        target, kind = relationship.target, _KINDS.get(relationship.kind)
        if kind and target in package.members and target not in parts:
            its = tuple(load_relationships(package, target))
            shared = _styles_and_numbering(package, its) if kind is Kind.GLOSSARY else own
            if target in filled:
                part = Part(target, kind, _root(package, target), its, *shared)
            else:
                part = _fixed_part(package.members[target], package.path, kind, its, *shared)
            parts[target] = part
    core = _target(package, load_relationships(package, ""), REL_CORE)
    properties = _root(package, core) if core else None
    return WordFile(package, properties, tuple(parts.values()))


def _styles_and_numbering(
    package: Package, relationships: Sequence[Relationship]
) -> tuple[StyleSheet, Element]:
    """Return those of one document, empty where it has none."""
    styles = _target(package, relationships, REL_STYLES)
    numbering = _target(package, relationships, REL_NUMBERING)
    return (
        _styles(package.members[styles], package.path) if styles else _NO_STYLES,
        _numbering(package.members[numbering], package.path) if numbering else _NO_NUMBERING,
    )


def _root(package: Package, name: str) -> Element:
    return parse(package.content(name), name, package.path)


# Plans that are looked at together share what their template has; nothing here changes a tree.
_NO_STYLES, _NO_NUMBERING = StyleSheet.of(new("x")), new("x")


@lru_cache(maxsize=8)
def _styles(member: Member, path: str) -> StyleSheet:
    return StyleSheet.of(_parsed(member, path))


@lru_cache(maxsize=8)
def _numbering(member: Member, path: str) -> Element:
    return _parsed(member, path)


@lru_cache(maxsize=8)
def _fixed_part(
    member: Member,
    path: str,
    kind: Kind,
    relationships: tuple[Relationship, ...],
    styles: StyleSheet,
    numbering: Element,
) -> Part:
    return Part(member.name, kind, _parsed(member, path), relationships, styles, numbering)


def _parsed(member: Member, path: str) -> Element:
    return parse(inflated(member, path), member.name, path)


def _target(package: Package, relationships: Sequence[Relationship], kind: str) -> str:
    """Return the part that a relationship of this kind points at, empty when there is none."""
    targets = [rel.target for rel in relationships if rel.kind == kind]
    return targets[0] if targets and targets[0] in package.members else ""
