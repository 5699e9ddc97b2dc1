"""A Word file as the rules see it: its parts with text, parsed once, and the styles of each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.bevinding import Bevinding, Ernst
from uitvoeringsplan.ooxml.names import (
    REL_GLOSSARIUM,
    REL_KERN,
    REL_KOPTEKST,
    REL_NOTEN,
    REL_NUMMERING,
    REL_STIJLEN,
    REL_VOETTEKST,
)
from uitvoeringsplan.ooxml.relationships import hoofddocument, lees_relaties
from uitvoeringsplan.ooxml.tree import child, new, parse, val, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.ooxml.package import Pakket
    from uitvoeringsplan.ooxml.relationships import Relatie
    from uitvoeringsplan.ooxml.tree import Element

_TEXT, _TAB, _BREAK, _PARAGRAPH, _RUN = w("t"), w("tab"), w("br"), w("p"), w("r")


class Kind(Enum):
    """What a part with text is to the reader."""

    DOCUMENT = "document"
    HEADER_OR_FOOTER = "kop- of voettekst"
    NOTE = "noot"
    GLOSSARY = "plaatshouders"


_KINDS = {
    REL_KOPTEKST: Kind.HEADER_OR_FOOTER,
    REL_VOETTEKST: Kind.HEADER_OR_FOOTER,
    REL_GLOSSARIUM: Kind.GLOSSARY,
    **dict.fromkeys(REL_NOTEN, Kind.NOTE),
}


class Run(NamedTuple):
    """A run with its visible text and the id of its character style, empty when it has none."""

    element: Element
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


@dataclass(frozen=True)
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
    relationships: tuple[Relatie, ...]
    styles: StyleSheet
    numbering: Element

    @property
    def is_glossary(self) -> bool:
        """Whether this part is never read, only copied from."""
        return self.kind is Kind.GLOSSARY

    def all(self, name: str) -> list[Element]:
        """Return every element of this name in namespace w, in order."""
        return self._elements[w(name)]

    @cached_property
    def _elements(self) -> defaultdict[str, list[Element]]:
        elements: defaultdict[str, list[Element]] = defaultdict(list)
        for element in self.root.iter("*"):
            elements[element.tag].append(element)
        return elements

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs with their runs, each run under the nearest paragraph around it."""
        paragraphs: dict[Element, Paragraph] = {}
        for element in self.all("p"):
            properties = child(element, "pPr")
            style = val(child(properties, "pStyle")) or self.styles.default
            paragraphs[element] = Paragraph(element, properties, style, [])
        for element in self.all("r"):
            if text := text_of(element):
                style = val(child(element, "rPr", "rStyle"))
                around = next(element.iterancestors(_PARAGRAPH), None)
                if around is not None:
                    paragraphs[around].runs.append(Run(element, text, style))
        return tuple(paragraphs.values())


@dataclass(frozen=True)
class WordFile:
    """The whole file: package, core properties (None when absent) and the parts with text."""

    package: Pakket
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


def fault(part: Part | str, melding: str, text: str = "") -> Bevinding:
    """Return a finding in a part, with the words by which to find the place in Word."""
    name = part if isinstance(part, str) else part.name
    short = " ".join(text.split())
    short = short if len(short) <= 40 else f"{short[:39]}…"
    return Bevinding(Ernst.FOUT, melding, plaats=f"{name}, bij “{short}”" if short else name)


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
            pieces.append("\t" if inner.tag == _TAB else "\n")
    return "".join(pieces)


def read_word_file(package: Pakket) -> WordFile:
    """Return the parts of a package, parsed; raises SjabloonError when one cannot be read."""
    name = hoofddocument(package)
    core = _target(package, "", REL_KERN)
    parts = {name: _part(package, name, Kind.DOCUMENT, name)}
    for relationship in lees_relaties(package, name):
        target, kind = relationship.doel, _KINDS.get(relationship.soort)
        if kind and target in package.leden and target not in parts:
            owner = target if kind is Kind.GLOSSARY else name
            parts[target] = _part(package, target, kind, owner)
    root = parse(package.inhoud(core), core, package.pad) if core else None
    return WordFile(package, root, tuple(parts.values()))


def _part(package: Pakket, name: str, kind: Kind, owner: str) -> Part:
    styles = _target(package, owner, REL_STIJLEN)
    numbering = _target(package, owner, REL_NUMMERING)
    return Part(
        name,
        kind,
        parse(package.inhoud(name), name, package.pad),
        tuple(lees_relaties(package, name)),
        _styles(package.inhoud(styles), styles, package.pad) if styles else StyleSheet.of(new("x")),
        parse(package.inhoud(numbering), numbering, package.pad) if numbering else new("x"),
    )


@lru_cache(maxsize=8)  # plans that are looked at together have the styles of one template
def _styles(data: bytes, name: str, path: str) -> StyleSheet:
    return StyleSheet.of(parse(data, name, path))


def _target(package: Pakket, part: str, kind: str) -> str:
    """Return the part that a relationship of this kind points at, empty when there is none."""
    targets = [rel.doel for rel in lees_relaties(package, part) if rel.soort == kind]
    return targets[0] if targets and targets[0] in package.leden else ""
