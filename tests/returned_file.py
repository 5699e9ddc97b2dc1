"""A Word file in the hands of somebody who edits it: its trees, its parts, and the places in it.

The zip is that of the program, for speed; where a paragraph stands is told with lxml alone.
"""

from __future__ import annotations

from copy import deepcopy
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree

from independent_reader import OFFICE, w
from uitvoeringsplan.ooxml.package import load_package, stored, write_package
from uitvoeringsplan.word.filling.properties import add_properties
from uitvoeringsplan.word.fixed.parts import fixed_properties, read_forms

if TYPE_CHECKING:
    import random
    from collections.abc import Collection

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": OFFICE,
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
DOCUMENT, OWN, TYPES = "word/document.xml", "docProps/custom.xml", "[Content_Types].xml"
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_WITH_TEXT = (DOCUMENT, "word/header", "word/footer")
_P, _TBL, _TR, _TC, _SDT = map(w, ("p", "tbl", "tr", "tc", "sdt"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TABLE_OF_ACTIONS = "acties"
_FREE_COLUMNS = (1, 3, 7)  # of that table: those in which any words may stand
_EMPTY_RELATIONSHIPS = f'<Relationships xmlns="{PACKAGE}/relationships"/>'.encode()

#: Where in a document something can be edited.
ANSWER, POINT, CELL = "alinea van een antwoord", "punt", "cel van een antwoord"
ANSWERS = (ANSWER, POINT, CELL)
FIXED, HEADING, LABEL, HOW = "vaste alinea", "kop", "regel boven een antwoord", "cel Hoe"
HEADER, FOOTER, COVER = "koptekst", "voettekst", "voorblad"
ROWS, FIRST, LAST = "tussen rijen", "vóór de eerste alinea", "na de laatste alinea"
PLACES = (*ANSWERS, FIXED, HEADING, LABEL, HOW, HEADER, FOOTER, COVER, ROWS, FIRST, LAST)
#: There stands nothing yet: what is put there is a paragraph or a row of its own.
EMPTY_PLACES = (ROWS, FIRST, LAST)


def elements(xml: str) -> list[Any]:
    """Return the elements that a piece of XML holds."""
    return list(etree.fromstring(f"<x {_DECLARED}>{xml}</x>"))


def new_paragraph(*content: Any, like: Any = None) -> Any:
    """Return a paragraph, with the properties of another."""
    made = etree.Element(_P)
    if like is not None and (own := like.find(w("pPr"))) is not None:
        made.append(deepcopy(own))
    made.extend(content)
    return made


def words_of(element: Any) -> str:
    return "".join(t.text or "" for t in element.iter(w("t")))


def style_of(paragraph: Any) -> str:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if style is None else style.get(w("val"))


class ImpossibleError(Exception):
    """This cannot be done there, or not in this way."""


class Spot(NamedTuple):
    """A paragraph with the part that it is in."""

    part: str
    paragraph: Any


class Piece(NamedTuple):
    """A run with some words of a paragraph, split off from what stood around them."""

    run: Any
    words: str


class MadeFile(NamedTuple):
    """A document as the program made it; `tags` are the ids of all questions and fields."""

    package: Any
    trees: dict[str, Any]
    tags: frozenset[str]
    text: str  # all words of it, to tell which stand there once
    places: dict[str, list[tuple[str, int]]]  # the paragraphs of each, by part and number


def made_file(data: bytes, tags: Collection[str]) -> MadeFile:
    """Return a document to start many edits from."""
    package = load_package(data, "gemaakt.docx")
    trees = {
        name: etree.fromstring(package.content(name))
        for name in package.members
        if name.endswith((".xml", ".rels")) and "glossary" not in name and "theme" not in name
    }
    texts = (words_of(tree) for name, tree in trees.items() if name.startswith(_WITH_TEXT))
    return MadeFile(
        package, trees, frozenset(tags), "\n".join(texts), _find_places(trees, frozenset(tags))
    )


def _find_places(trees: dict[str, Any], tags: frozenset[str]) -> dict[str, list[tuple[str, int]]]:
    found: dict[str, list[Any]] = {place: [] for place in PLACES}
    _Places(found, tags).take(trees[DOCUMENT][0])
    for part, tree in trees.items():
        if place := {"word/heade": HEADER, "word/foote": FOOTER}.get(part[:10]):
            found[place] += tree.iter(_P)
    numbers = {
        paragraph: (part, number)
        for part, tree in trees.items()
        for number, paragraph in enumerate(tree.iter(_P))
    }
    return {place: [numbers[p] for p in paragraphs] for place, paragraphs in found.items()}


class ReturnedFile:
    """A document that is being edited; it starts as it was made."""

    def __init__(self, made: MadeFile) -> None:
        self.made = made
        self._trees: dict[str, Any] = {}
        self._new: dict[str, bytes] = {}
        self._paragraphs: dict[str, list[Any]] = {}
        self._numbers = 0

    def tree(self, part: str) -> Any:
        """Return the tree of a part, to be changed."""
        if part not in self._trees:
            self._trees[part] = deepcopy(self.made.trees[part])
        return self._trees[part]

    def number(self) -> int:
        """Return a number that nothing else has."""
        self._numbers += 1
        return 900_000 + self._numbers

    def relate(self, part: str, kind: str, target: str, *, external: bool = False) -> str:
        """Let a part point at something; returns the id."""
        folder, _, name = part.rpartition("/")
        own = f"{folder}/_rels/{name}.rels"
        if own not in self.made.trees and own not in self._trees:
            self._trees[own] = etree.fromstring(_EMPTY_RELATIONSHIPS)
        id_ = f"rId{self.number()}"
        attributes = {"Id": id_, "Type": f"{OFFICE}/{kind}", "Target": target}
        if external:
            attributes["TargetMode"] = "External"
        etree.SubElement(self.tree(own), f"{{{PACKAGE}/relationships}}Relationship", attributes)
        return id_

    def add_part(self, name: str, data: bytes, content_type: str) -> None:
        """Put a part in the package; one of that name gives way."""
        types = self.tree(TYPES)
        part = f"/{name}"
        if not any(e.get("PartName") == part for e in types):
            attributes = {"PartName": part, "ContentType": content_type}
            etree.SubElement(types, f"{{{PACKAGE}/content-types}}Override", attributes)
        self._new[name] = data

    def has_part(self, name: str) -> bool:
        return name in self._trees or name in self._new or name in self.made.package.members

    def add_tree(self, name: str, xml: str, content_type: str) -> None:
        """Put a part in the package that more will be written in."""
        self.add_part(name, b"", content_type)
        self._trees[name] = etree.fromstring(xml)

    def save(self) -> bytes:
        """Return the file."""
        return write_package(list(self._package().members.values()))

    def as_made(self) -> ReturnedFile:
        """Write down what stands outside the answers now, as if the template had had it."""
        own = self.tree(OWN)
        for kept in [e for e in own if e.get("name").startswith("uvp.vast")]:
            own.remove(kept)
        package = self._package()
        fixed = fixed_properties(
            package, DOCUMENT, self.made.tags, {}, lambda: read_forms(package, DOCUMENT)
        )
        add_properties(own, fixed)
        return self

    def _package(self) -> Any:
        data = self._new | {
            name: etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
            for name, tree in self._trees.items()
        }
        members = self.made.package.members | {
            name: stored(name, content) for name, content in data.items()
        }
        return self.made.package._replace(members=members)

    def spots(self, place: str) -> list[Spot]:
        """Return the paragraphs with words at a place."""
        # By the numbers that they had: what an edit puts in is no place.
        numbers = self.made.places[place]
        for part in {part for part, _ in numbers} - self._paragraphs.keys():
            self._paragraphs[part] = list(self.tree(part).iter(_P))
        return [Spot(part, self._paragraphs[part][number]) for part, number in numbers]

    def spot(self, place: str, r: random.Random, *, besides: Spot | None = None) -> Spot:
        """Return one of those paragraphs, or another one of the same part than `besides`."""
        spots = [
            spot
            for spot in self.spots(place)
            if besides is None
            or (spot.part == besides.part and spot.paragraph is not besides.paragraph)
        ]
        if not spots:
            raise ImpossibleError
        return r.choice(spots)

    def phrase(self, place: str, r: random.Random) -> tuple[Spot, str]:
        """Return a paragraph, and words in it that stand nowhere else."""
        spots = list(self.spots(place))
        r.shuffle(spots)
        for spot in spots:
            if found := phrases(spot.paragraph, self.made.text):
                return spot, r.choice(found)
        raise ImpossibleError


class _Places:
    """Tells of every paragraph of the main part which place it is."""

    def __init__(self, found: dict[str, list[Any]], tags: frozenset[str]) -> None:
        self._found, self._tags = found, tags
        self._is_cover = True

    def take(self, holder: Any, *, answer: str = "", column: int = -1) -> None:
        for element in holder:
            if element.tag == _P:
                self._paragraph(element, answer, column)
            elif element.tag == _TBL:
                self._table(element, answer)
            elif element.tag == _SDT:
                tag = element.find(f"{w('sdtPr')}/{w('tag')}")
                if tag is not None and tag.get(w("val")) in self._tags:
                    self.take(element.find(w("sdtContent")), answer=tag.get(w("val")))
                else:  # the contents list
                    self._is_cover = False

    def _table(self, table: Any, answer: str) -> None:
        for row in table.findall(_TR)[1:]:
            for column, cell in enumerate(row.findall(_TC)):
                if not answer or (answer == _TABLE_OF_ACTIONS and column in _FREE_COLUMNS):
                    self.take(cell, answer=answer, column=column)
            if not answer:
                last = row.findall(_TC)[-1]
                self._found[ROWS].append(last.findall(f".//{_P}")[-1])

    def _paragraph(self, paragraph: Any, answer: str, column: int) -> None:
        style = style_of(paragraph)
        if not words_of(paragraph) or paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None:
            return
        is_label = any(
            mark.get(w("name")).startswith("uvp_") for mark in paragraph.iter(w("bookmarkStart"))
        )
        if answer:
            place = CELL if column >= 0 and answer == _TABLE_OF_ACTIONS else ANSWER
            place = POINT if style.startswith("List") else place
        elif self._is_cover:
            place = COVER
        elif is_label:
            place = LABEL
        elif style.startswith("Heading"):
            place = HEADING
        else:
            place = HOW if column == 1 else FIXED
        self._found[place].append(paragraph)


def split_off(paragraph: Any, words: str) -> Piece:
    """Split words off from the run that they stand in, so that they are a run of their own."""
    for run in plain_runs(paragraph):
        text = run.find(w("t"))
        before, found, behind = (text.text or "").partition(words)
        if found:
            break
    else:
        raise AssertionError(words)
    middle, last = deepcopy(run), deepcopy(run)
    for part, says in ((run, before), (middle, words), (last, behind)):
        part.find(w("t")).text = says
        part.find(w("t")).set(_SPACE, "preserve")
    run.addnext(middle)
    if behind:
        middle.addnext(last)
    if not before:
        run.getparent().remove(run)
    return Piece(middle, words)


def plain_runs(paragraph: Any) -> list[Any]:
    """Return the runs right in a paragraph that hold ordinary text alone, outside fields."""
    runs, depth = [], 0
    for run in paragraph.findall(w("r")):
        for sign in run.findall(w("fldChar")):
            depth += {"begin": 1, "end": -1}.get(sign.get(w("fldCharType")), 0)
        names = [part.tag for part in run if part.tag != w("rPr")]
        is_dressed = any(run.find(f"{w('rPr')}/{w(name)}") is not None for name in ("b", "i"))
        if not depth and not is_dressed and names == [w("t")]:
            runs.append(run)
    return runs


def phrases(paragraph: Any, text: str) -> list[str]:
    """Return pairs of words in one run that stand nowhere else in `text`."""
    found = []
    for run in plain_runs(paragraph):
        for one, other in pairwise(words_of(run).split(" ")):
            if one.isalpha() and other.isalpha() and text.count(f"{one} {other}") == 1:
                found.append(f"{one} {other}")
    return found


def below(element: Any, added: list[Any]) -> None:
    """Put elements behind another, in their order."""
    for one in reversed(added):
        element.addnext(one)


def cut(element: Any) -> None:
    element.getparent().remove(element)


def row_of(element: Any) -> Any:
    return next(element.iterancestors(_TR))


def row_below(paragraph: Any, blocks: list[Any]) -> Any:
    """Put a row below that of a paragraph, with blocks in its second cell; returns the row."""
    row = row_of(paragraph)
    new = deepcopy(row)
    for number, cell in enumerate(new.findall(_TC)):
        for old in cell:
            if old.tag != w("tcPr"):
                cell.remove(old)
        cell.extend([*(blocks if number == 1 else ()), new_paragraph()])
    row.addnext(new)
    return new
