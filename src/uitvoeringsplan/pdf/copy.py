"""The copy of a document that LibreOffice turns into a PDF or an ODT.

What Word makes of our documents and what LibreOffice makes of them differ in three places, and
the copy is changed there:

- LibreOffice turns the first paragraph of a content control into a plain field, without bold type
  and with the code of a link instead of the link. The copy has no controls, only what is in them.
- A link whose letters have no character style gets lost in the PDF. The copy gives it an empty one.
- Word works out the page numbers of the contents list itself; LibreOffice never does on converting.
  The copy has them as text (see `contents_numbers`), which is why it is made again once they are
  known. A live field would do it in one go, but LibreOffice takes the list for loose paragraphs
  then, with two links on every line of which one is not tagged.

The copy has a bookmark at every place of which the page must be known. Their names have only
letters and digits, because LibreOffice does not write other signs as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import REL_STYLES
from uitvoeringsplan.ooxml.package import deflated, load_package, write_package
from uitvoeringsplan.ooxml.relationships import load_relationships, main_part
from uitvoeringsplan.ooxml.tree import child, new, parent_of, parse, remove, w, write
from uitvoeringsplan.pdf.contents_numbers import fill_numbers, find_contents_lines
from uitvoeringsplan.pdf.page_numbers import Counting, Section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from uitvoeringsplan.ooxml.tree import Element

_WITH_TEXT = ("header", "footer", "footnotes", "endnotes", "comments")
_LINK_STYLE = "UvpLinkZonderOpmaak"
_MARK = "uvpplek"


class Copy(NamedTuple):
    """A copy for LibreOffice, and what to look for in the PDF to learn its page numbers."""

    data: bytes
    telling: Counting


def make_copy(docx: bytes, number_of: Callable[[str], str], path: str) -> Copy:
    """Return the copy, with a page number on every line of its contents list.

    `number_of` gives it by the bookmark that the line points at; no text means no number. `path`
    names the document in messages.
    """
    package = load_package(docx, path)
    document = main_part(package)
    relationships = [
        r for r in load_relationships(package, document) if r.target in package.members
    ]
    parts = {
        name: parse(package.content(name), name, path)
        for name in (
            document,
            *(r.target for r in relationships if r.kind.rpartition("/")[2] in _WITH_TEXT),
        )
    }
    styles_part = next((r.target for r in relationships if r.kind == REL_STYLES), "")
    styles = parse(package.content(styles_part), styles_part, path) if styles_part else None
    for tree in parts.values():
        _unpack(tree)
    lines = find_contents_lines(parts[document])
    telling = _mark(parts[document], [line.anchor for line in lines])
    fill_numbers(lines, number_of, styles, telling.places)
    had_bare_link = [_give_link_style(tree) for tree in parts.values()]
    if styles is not None and any(had_bare_link):
        styles.append(new("style", new("name", val=_LINK_STYLE), type="character",
                           customStyle="1", styleId=_LINK_STYLE))  # fmt: skip
        parts[styles_part] = styles
    members = package.members | {name: deflated(name, write(tree)) for name, tree in parts.items()}
    return Copy(write_package(list(members.values())), telling)


def _unpack(tree: Element) -> None:
    """Put what is in a content control in its place, of every control at every level."""
    for sdt in list(tree.iter(w("sdt"))):
        content = child(sdt, "sdtContent")
        for inner in () if content is None else list(content):
            sdt.addprevious(inner)
        remove(sdt)
    for cel in tree.iter(w("tc")):
        # A cell ends with a paragraph; the control around its last one may have held a table.
        blocks = [block.tag for block in cel if block.tag in (w("p"), w("tbl"))]
        if blocks[-1:] != [w("p")]:
            cel.append(new("p"))


def _give_link_style(tree: Element) -> bool:
    """Give the letters of every link a character style; return whether any had none."""
    touched = False
    for link in tree.iter(w("hyperlink")):
        for run in link.iter(w("r")):
            opmaak = run.find(w("rPr"))
            if opmaak is None:
                opmaak = new("rPr")
                run.insert(0, opmaak)
            if opmaak.find(w("rStyle")) is None:
                opmaak.insert(0, new("rStyle", val=_LINK_STYLE))
                touched = True
    return touched


def _mark(tree: Element, anchors: list[str]) -> Counting:
    """Put a bookmark where each anchor stands and where each section begins."""
    ids = (b.get(w("id"), "") for b in tree.iter(w("bookmarkStart")))
    following = 1 + max((int(i) for i in ids if i.isdecimal()), default=0)
    sought = set(anchors)
    plekken: dict[str, str] = {}
    for start in list(tree.iter(w("bookmarkStart"))):
        anchor = start.get(w("name"), "")
        if anchor in sought and anchor not in plekken:
            plekken[anchor] = f"{_MARK}{following}"
            parent = parent_of(start)
            _set_mark(parent, parent.index(start), following)
            following += 1
    sections: list[Section] = []
    for paragraph, properties in _sections(tree):
        if paragraph is None:
            continue
        sections.append(_section(f"{_MARK}{following}", properties))
        _set_mark(paragraph, 0 if paragraph.find(w("pPr")) is None else 1, following)
        following += 1
    return Counting(plekken, tuple(sections))


def _set_mark(parent: Element, place: int, number: int) -> None:
    parent[place:place] = [
        new("bookmarkStart", id=str(number), name=f"{_MARK}{number}"),
        new("bookmarkEnd", id=str(number)),
    ]


def _sections(tree: Element) -> Iterator[tuple[Element | None, Element]]:
    """Yield the first paragraph of every section and the properties at the end of it."""
    first: Element | None = None
    body = child(tree, "body")
    for block in () if body is None else body:
        if first is None:
            first = next(block.iter(w("p")), None)
        properties = next(block.iter(w("sectPr")), None)
        if properties is not None:
            yield first, properties
            first = None


def _section(mark: str, properties: Element) -> Section:
    numbering = properties.find(w("pgNumType"))
    kind = properties.find(w("type"))
    start = "" if numbering is None else numbering.get(w("start"), "")
    return Section(
        mark,
        int(start) if start.isdecimal() else None,
        "decimal" if numbering is None else numbering.get(w("fmt"), "decimal"),
        "nextPage" if kind is None else kind.get(w("val"), "nextPage"),
    )
