"""What of a document must come back as it was made: its parts, the words outside the answers."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING
from zlib import crc32

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.counters import load_counters, no_counters
from uitvoeringsplan.ooxml.names import (
    REL_FOOTER,
    REL_HEADER,
    REL_NOTES,
    REL_NUMBERING,
    REL_STYLES,
    TYPES,
)
from uitvoeringsplan.ooxml.relationships import load_relationships
from uitvoeringsplan.ooxml.styles import NO_STYLES, load_styles
from uitvoeringsplan.ooxml.tree import fragment, new, parse
from uitvoeringsplan.word.field_marks import wrap_marked
from uitvoeringsplan.word.fixed.fingerprints import VALUE, as_properties, encode
from uitvoeringsplan.word.fixed.forms import FixedForms
from uitvoeringsplan.word.fixed.targets import NO_TARGETS, Targets, is_picture
from uitvoeringsplan.word.fixed.words import Words, read_open_part, value_text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from uitvoeringsplan.ooxml.counters import Counters
    from uitvoeringsplan.ooxml.package import Member, Package
    from uitvoeringsplan.ooxml.relationships import Relationship
    from uitvoeringsplan.ooxml.tree import Element

#: The kinds of fixed text, as the properties name them.
TEXT, HEADER, FOOTER, NOTE = "tekst", "kop", "voet", "noot"
VAK, DESCRIPTION, PICTURE = "vak", "alt", "beeld"
_KINDS = {REL_HEADER: HEADER, REL_FOOTER: FOOTER, **dict.fromkeys(REL_NOTES, NOTE)}
_DOC_PROPS = "docProps/"  # a thumbnail of the first page stands there


class Fingerprints(NamedTuple):
    """Those of what stands outside the answers of a part."""

    sentences: list[str]
    boxes: list[str]
    descriptions: list[str]


class FixedPart:
    """What stands outside the answers of a part, read once for many plans.

    `tags` are those of the controls for answers; `places` number the controls inside a line, and
    the paragraphs, that each plan has another answer for. `forms` tells how words look, `targets`
    where what has an id leads.
    """

    def __init__(
        self,
        root: Element,
        tags: Collection[str],
        places: Mapping[Element, int] | None = None,
        forms: FixedForms | None = None,
        targets: Targets = NO_TARGETS,
    ) -> None:
        self._forms, self._targets = forms, targets
        read = read_open_part(root, tags, places or {}, forms, targets)
        self._empty = read.empty
        self._descriptions = list(map(encode, read.descriptions))
        self._paragraphs = [
            words if any(value.startswith(VALUE) for value in words.values) else _closed(words)
            for words in read.paragraphs
        ]

    def fingerprints(
        self, answers: Sequence[str] = (), checksums: Mapping[str, str] = MappingProxyType({})
    ) -> Fingerprints:
        """Return the fingerprints with these answers, as XML, by number.

        `checksums` are those of the pictures in them, by their id.
        """
        out = Fingerprints([], [], [*self._descriptions])
        targets = self._targets.with_more(checksums)
        for words in self._paragraphs:
            if isinstance(words, Words):
                self._take_open(words, answers, targets, out)
            else:
                in_box, sentences = words
                (out.boxes if in_box else out.sentences).extend(sentences)
        return out

    def _take_open(
        self, words: Words, answers: Sequence[str], targets: Targets, out: Fingerprints
    ) -> None:
        values = []
        for value in words.values:
            number = int(value[1:]) if value.startswith(VALUE) else -1
            if number in self._empty:
                xml = answers[number]
                values.append(value_text(xml) if xml else self._empty[number])
            elif number < 0:
                values.append(value)
            else:
                self._take_paragraphs(words, answers[number], targets, out)
                return
        in_box, sentences = _closed(words._replace(values=values))
        (out.boxes if in_box else out.sentences).extend(sentences)

    def _take_paragraphs(self, words: Words, xml: str, targets: Targets, out: Fingerprints) -> None:
        """Take paragraphs that stand where `words` stand."""
        holder = new("body", *fragment(xml))
        read = read_open_part(holder, (), {}, self._forms, targets)
        out.descriptions.extend(map(encode, read.descriptions))
        for inner in read.paragraphs if words.text else ():
            is_box = words.in_box or inner.in_box
            own = inner._replace(codes=inner.codes + words.codes).sentences()
            sentences = map(encode, words.marked(own))
            (out.boxes if is_box else out.sentences).extend(sentences)


def read_forms(package: Package, document: str, counters: Counters | None = None) -> FixedForms:
    """Return what tells how words look in a package; `document` is the main part.

    `counters` are those at hand.
    """
    stylesheet = NO_STYLES
    for relationship in load_relationships(package, document):
        target = relationship.target
        if relationship.extern or target not in package.members:
            continue
        if relationship.kind == REL_STYLES:
            stylesheet = load_styles(package.content(target), target, package.path)
        elif relationship.kind == REL_NUMBERING and counters is None:
            counters = load_counters(package.content(target), target, package.path)
    return FixedForms(stylesheet, counters or no_counters())


def _closed(words: Words) -> tuple[bool, list[str]]:
    """Return whether a paragraph is in a text box, and the fingerprints of its sentences."""
    return words.in_box, list(map(encode, words.sentences()))


def fixed_properties(
    package: Package,
    document: str,
    tags: Collection[str],
    at_hand: Mapping[str, Fingerprints],
    forms: Callable[[], FixedForms],
) -> dict[str, str]:
    """Return the properties that tell later what stood outside the answers.

    `tags` are those of the controls for answers; `at_hand` are parts that were read already, and
    `forms` tells how the words of the others look.
    """
    kinds: dict[str, dict[str, None] | list[str]] = {TEXT: []}
    boxes: list[str] = []
    descriptions: list[str] = []
    for name, kind in text_parts(load_relationships(package, document), document, package.members):
        read = at_hand.get(name)
        if read is None:
            root = parse(package.content(name), name, package.path)
            wrap_marked(root)
            read = FixedPart(
                root, tags, None, forms().again(), Targets(package, name)
            ).fingerprints()
        kinds[kind] = [*kinds.get(kind, ()), *read.sentences]
        boxes += read.boxes
        descriptions += read.descriptions
    kinds |= {VAK: boxes, DESCRIPTION: descriptions, PICTURE: pictures(package.members)}
    once = (HEADER, FOOTER, NOTE, VAK, DESCRIPTION)  # these have no order
    return as_properties(
        {kind: sorted(set(one)) if kind in once else one for kind, one in kinds.items()}
    )


def text_parts(
    relationships: Iterable[Relationship], document: str, members: Collection[str]
) -> list[tuple[str, str]]:
    """Return the parts with text of their own and what kind they are, the main part first."""
    parts = {document: TEXT}
    for relationship in relationships:
        if (
            relationship.kind in _KINDS
            and not relationship.extern
            and relationship.target in members
        ):
            parts.setdefault(relationship.target, _KINDS[relationship.kind])
    return list(parts.items())


def pictures(members: Mapping[str, Member]) -> list[str]:
    """Return a checksum of every picture in a package, each once."""
    crcs = {
        member.crc
        for name, member in members.items()
        if is_picture(name) and not name.startswith(_DOC_PROPS)
    }
    return [f"{crc:08x}" for crc in sorted(crcs)]


def parts_checksum(members: Mapping[str, Member], apart: Collection[str]) -> str:
    """Return one checksum of all parts, without those in `apart` and the lists of the package.

    Those are the properties, which hold it themselves.
    """
    lijsten = (TYPES, "_rels/.rels", *apart)
    lines = sorted(
        f"{name} {member.crc:08x}\n" for name, member in members.items() if name not in lijsten
    )
    return f"{crc32(''.join(lines).encode()):08x}"
