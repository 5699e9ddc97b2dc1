"""Rules on the package: what makes Word refuse a file, repair it, or lose an answer.

They complement the Open XML SDK and `ooxml-integrity`, which see the schema but not, for example,
two controls with one id.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from lxml import etree

from uitvoeringsplan.checks.word_parts import fault, text_of
from uitvoeringsplan.ooxml.names import R
from uitvoeringsplan.ooxml.relationships import load_relationships, relationships_part
from uitvoeringsplan.ooxml.tree import child, val, w
from uitvoeringsplan.word.invulvelden import CONDITION_TAG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from uitvoeringsplan.checks.word_parts import Part, WordFile
    from uitvoeringsplan.model.bevinding import Bevinding
    from uitvoeringsplan.ooxml.tree import Element

    Findings = Iterator[Bevinding]

_STYLE_REFERENCES = tuple(map(w, ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")))
_relationship_ids = etree.XPath("//@r:*", namespaces={"r": R})


def dubbel_id(file: WordFile) -> Findings:
    """Find two controls with one id: Word gives one of them a new one, silently.

    The placeholders are a document of their own. Source: ECMA-376-1, 17.5.2 (id).
    """
    for group in (file.running, [part for part in file.parts if part.is_glossary]):
        pairs = ((val(child(c, "sdtPr", "id")), part) for part in group for c in part.all("sdt"))
        for id_, part in _double(pairs):
            yield fault(part, f"twee invulvelden hebben hetzelfde nummer ({id_}).")


def dubbele_code(file: WordFile) -> Findings:
    """Find two block controls with one tag: nobody can tell which one holds the answer.

    A field inside a line may occur many times. In a template each of two parts with a condition
    may have one: a document gets at most one of those parts. Source: ECMA-376-1, 17.5.2 (tag), and
    our design.
    """
    controls = [
        (tag, _condition_around(control), part)
        for part in file.running
        for control in part.all("sdt")
        if next(control.iterancestors(w("p")), None) is None
        and not (tag := _tag(control)).startswith(CONDITION_TAG)
    ]
    for tag, part in _double((tag, part) for tag, _, part in controls):
        around = [condition for own, condition, _ in controls if own == tag]
        if "" in around or len(set(around)) < len(around):
            yield fault(part, f"twee invulvelden hebben dezelfde code (tag) “{tag}”.")


def bladwijzerpaar(file: WordFile) -> Findings:
    """Find a bookmark that starts and never ends, or the reverse: Word drops it.

    Source: ECMA-376-1, 17.13.6 (bookmarkStart, bookmarkEnd).
    """
    for part in file.parts:
        starts = Counter(val(mark, "id") for mark in part.all("bookmarkStart"))
        ends = Counter(val(mark, "id") for mark in part.all("bookmarkEnd"))
        for id_ in sorted(starts | ends):
            if (starts[id_], ends[id_]) != (1, 1):
                yield fault(
                    part,
                    f"bladwijzer {id_} begint {starts[id_]} keer en eindigt {ends[id_]} keer;"
                    " het moet allebei één keer zijn.",
                )


def dubbele_bladwijzer(file: WordFile) -> Findings:
    """Find two bookmarks with one name, capitals aside: Word keeps the first.

    Source: ECMA-376-1, 17.13.6 (bookmarkStart).
    """
    for name, part in _double((name.lower(), part) for name, part in _bookmarks(file)):
        yield fault(part, f"twee bladwijzers heten “{name}”.")


def anker_ontbreekt(file: WordFile) -> Findings:
    """Find a link inside the document to a bookmark that is not there.

    Source: ECMA-376-1, 17.16 (hyperlink).
    """
    names = {name for name, _ in _bookmarks(file)} | {"", "_top"}
    for part in file.running:
        for link in part.all("hyperlink"):
            if (anchor := val(link, "anchor")) not in names:
                yield fault(
                    part,
                    f"deze verwijzing wijst naar de bladwijzer “{anchor}”, die er niet is.",
                    text_of(link),
                )


def cel_zonder_slotalinea(file: WordFile) -> Findings:
    """Find a table cell that does not end with a paragraph: Word calls the file corrupt.

    Source: ECMA-376-1, 17.4 (tc).
    """
    for part in file.parts:
        for cell in part.all("tc"):
            last = next((block for block in reversed(cell) if block.tag != w("tcPr")), None)
            if last is None or last.tag != w("p"):
                yield fault(part, "deze tabelcel eindigt niet met een alinea.", text_of(cell))


def stijl_ontbreekt(file: WordFile) -> Findings:
    """Find a reference to a style that is not there: the text falls back to Normal, unseen.

    Source: ECMA-376-1, 17.7.4 (style), 17.3 (pStyle, rStyle).
    """
    for part in file.parts:
        for used in (
            _used_styles(part.root),
            _used_in_template(part.styles.root),
            _used_in_template(part.numbering),
        ):
            for style_id in sorted(used - part.styles.styles.keys()):
                yield fault(part, f"de stijl “{style_id}” wordt gebruikt, maar bestaat niet.")


def _used_styles(root: Element) -> frozenset[str]:
    return frozenset(val(reference) for reference in root.iter(*_STYLE_REFERENCES))


@lru_cache(maxsize=8)  # the parts of a document share them
def _used_in_template(root: Element) -> frozenset[str]:
    return _used_styles(root)


def nummering_ontbreekt(file: WordFile) -> Findings:
    """Find a list number that is not defined: bullets and numbers vanish; 0 means no list.

    Source: ECMA-376-1, 17.9 (numId, abstractNumId).
    """
    for part in file.parts:
        lists = {val(a, "abstractNumId") for a in part.numbering.findall(w("abstractNum"))}
        numbers = {"0"}
        for num in part.numbering.findall(w("num")):
            numbers.add(val(num, "numId"))
            if (lijst := val(child(num, "abstractNumId"))) not in lists:
                yield fault(part, f"de nummering wijst naar lijst {lijst}, die niet bestaat.")
        used = {val(num) for root in (part.root, part.styles.root) for num in root.iter(w("numId"))}
        for number in sorted(used - numbers):
            yield fault(part, f"nummering {number} wordt gebruikt, maar bestaat niet.")


def relatie_ontbreekt(file: WordFile) -> Findings:
    """Find an r:id without a relationship: Word calls the file corrupt.

    Source: ECMA-376-2 (Open Packaging Conventions), relationships.
    """
    for part in file.parts:
        known = {relationship.id for relationship in part.relationships}
        for id_ in cast("list[Any]", _relationship_ids(part.root)):  # they know where they stand
            if id_ not in known:
                yield fault(
                    part,
                    f"hier wordt relatie “{id_}” gebruikt, maar die bestaat niet.",
                    text_of(id_.getparent()),
                )


def doel_ontbreekt(file: WordFile) -> Findings:
    """Find a relationship to a part that is not in the package: Word calls the file corrupt.

    Source: ECMA-376-2 (Open Packaging Conventions), relationships.
    """
    members = file.package.members
    for name in members:
        folder, base = posixpath.split(name)
        if posixpath.basename(folder) != "_rels" or not base.endswith(".rels"):
            continue
        owner = posixpath.join(posixpath.dirname(folder), base.removesuffix(".rels"))
        if owner and owner not in members:
            yield fault(name, f"deze relaties horen bij {owner}, maar dat onderdeel is er niet.")
        for relationship in load_relationships(file.package, owner):
            if not relationship.extern and relationship.target not in members:
                yield fault(
                    relationships_part(owner),
                    f"het onderdeel {relationship.target} ontbreekt in het pakket.",
                )


def _tag(control: Element) -> str:
    return val(child(control, "sdtPr", "tag"))


def _condition_around(control: Element) -> str:
    """Return the condition of the part that a control stands in; empty when it is in none."""
    tags = (_tag(around) for around in control.iterancestors(w("sdt")))
    return next((tag for tag in tags if tag.startswith(CONDITION_TAG)), "")


def _bookmarks(file: WordFile) -> Iterator[tuple[str, Part]]:
    """Return the name of every bookmark, with its part."""
    for part in file.running:
        for mark in part.all("bookmarkStart"):
            yield val(mark, "name"), part


def _double(pairs: Iterable[tuple[str, Part]]) -> Iterator[tuple[str, Part]]:
    """Return every value that is there more than once, with the part of its second place."""
    seen: Counter[str] = Counter()
    for value, part in pairs:
        seen[value] += 1
        if value and seen[value] == 2:
            yield value, part


PACKAGE_RULES = {
    "dubbel-id": dubbel_id,
    "dubbele-code": dubbele_code,
    "bladwijzerpaar": bladwijzerpaar,
    "dubbele-bladwijzer": dubbele_bladwijzer,
    "anker-ontbreekt": anker_ontbreekt,
    "cel-zonder-slotalinea": cel_zonder_slotalinea,
    "stijl-ontbreekt": stijl_ontbreekt,
    "nummering-ontbreekt": nummering_ontbreekt,
    "relatie-ontbreekt": relatie_ontbreekt,
    "doel-ontbreekt": doel_ontbreekt,
}
