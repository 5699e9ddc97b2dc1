"""The places for what a house style brings, the logo and the address, and filling them.

A template marks them with a content control that has a tag of its own. In a finished document
there is no such control: it gives way to what came in its place, or goes altogether.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AfbeeldingError, HuisstijlError, SjabloonError
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import (
    REL_FOOTER,
    REL_HEADER,
    REL_IMAGE,
    REL_STYLES,
    TYPES,
)
from uitvoeringsplan.ooxml.relationships import (
    Relationship,
    free_ids,
    load_relationships,
    pointed_ids,
    relationships_part,
    with_content_type,
    with_relationships,
    without_entries,
)
from uitvoeringsplan.ooxml.tree import (
    child,
    ensure,
    finder,
    fragment,
    insert,
    new,
    number,
    parse,
    properties_xml,
    remove,
    val,
    w,
    write,
)
from uitvoeringsplan.word.invulvelden import ADDRESS_TAG, HOUSE_STYLE_TAGS, LOGO_TAG, tag_of
from uitvoeringsplan.word.writing.answer_xml import run_xml
from uitvoeringsplan.word.writing.picture_xml import Picture, picture_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.model.huisstijl import Huisstijl, Logo
    from uitvoeringsplan.ooxml.package import Package
    from uitvoeringsplan.ooxml.tree import Element

#: The paragraph styles that a template may have for them.
STYLES = {LOGO_TAG: "Uvp Logo", ADDRESS_TAG: "Uvp Adres"}
# How the file of a logo is called, and so how one of an earlier time is known.
_LOGO = "uvp-logo"
_BLOCKS = (w("p"), w("sdt"), w("tbl"))
_drawings_of = finder("//w:drawing[.//a:blip/@r:embed = $relation]")
# In twentieths of a point.
_PER_CM = 567
_WIDE = 1000  # more than this was left open for looks
_LEFT = 400


class _Part(NamedTuple):
    """A part with places: controls by their tag, and drawings with an earlier logo.

    `earlier` are the ids of the relationships to that one. `ids` are those of the new one, as a
    picture of dots and as a drawing.
    """

    name: str
    root: Element
    places: list[tuple[str, Element]]
    drawings: list[Element]
    earlier: tuple[str, ...]
    ids: tuple[str, str]

    @property
    def has_logo(self) -> bool:
        return bool(self.drawings) or LOGO_TAG in (tag for tag, _ in self.places)


def fill_places(package: Package, document: str, huisstijl: Huisstijl) -> Package:
    """Return the package with logo and address in it, and no place left.

    Raises SjabloonError, or HuisstijlError for a logo that cannot be read.

    A logo without a place comes above the text. An address without one is left out: nobody can
    tell where the title page of a stranger's template ends.
    """
    logo = huisstijl.logo and _bare(huisstijl.logo, huisstijl.path)
    parts = list(_parts(package, document, always=logo is not None))
    media = _media(document, logo) if logo else []
    is_loose = logo is not None and not any(part.has_logo for part in parts)
    filling = _Filling(package, document, huisstijl)
    new: dict[str, bytes | None] = {}
    for part in parts:
        body = child(part.root, "body") if part.name == document and is_loose else None
        here = body is not None and len(body) > 0
        if body is not None and here:
            body[:0] = filling.loose_logo(part)
        if part.places or part.drawings or here:
            filling.fill(part)
            new[part.name] = write(part.root)
        if media and (here or part.has_logo):
            new |= _connected(package, part, [name for name, _, _ in media])
    if media:
        types = package.content(TYPES)
        for name, kind, data in media:
            new[name] = data
            types = with_content_type(types, name, kind)
        new[TYPES] = types
    return package.with_parts(new) if new else package


def lacks_place(package: Package, document: str, tag: str) -> bool:
    """Whether a template has no place with this tag."""
    parts = _parts(package, document, always=False)
    return not any(tag == own for part in parts for own, _ in part.places)


def _parts(package: Package, document: str, *, always: bool) -> Iterator[_Part]:
    """Yield the parts with a place or a logo; `always` the main text in any case."""
    edges = (
        relationship.target
        for relationship in load_relationships(package, document)
        if relationship.kind in (REL_HEADER, REL_FOOTER) and relationship.target in package.members
    )
    for name in dict.fromkeys((document, *edges)):
        root = parse(package.content(name), name, package.path)
        places = [(tag_of(control), control) for control in root.iter(w("sdt"))]
        places = [(tag, control) for tag, control in places if tag in HOUSE_STYLE_TAGS]
        for tag, control in places:
            _refuse_cells(control, tag, package.path)
        relationships = load_relationships(package, name)
        earlier = tuple(r.id for r in relationships if _is_logo(r))
        drawings = [d for id_ in earlier for d in _drawings_of(root, relation=id_)]
        rest = [r for r in relationships if r.id not in earlier]
        ids = free_ids(rest, pointed_ids(root).difference(earlier))
        if (always and name == document) or places or drawings:
            yield _Part(name, root, places, drawings, earlier, (next(ids), next(ids)))


def _is_logo(relationship: Relationship) -> bool:
    bare = posixpath.basename(relationship.target).partition(".")[0]
    return relationship.kind == REL_IMAGE and not relationship.extern and bare == _LOGO


def _refuse_cells(control: Element, tag: str, path: str) -> None:
    content = child(control, "sdtContent")
    if child(content, "tc") is not None or child(content, "tr") is not None:
        raise SjabloonError(
            path, f"het invulveld “{tag}” staat om een tabelcel of een rij. Zet het in de cel."
        )


class _Filling:
    """Fills the places of one package."""

    def __init__(self, package: Package, document: str, huisstijl: Huisstijl) -> None:
        self._logo, self._address = huisstijl.logo, "\n".join(huisstijl.adres)
        self._spaces = Spaces(package, document)
        self._times = 0

    def loose_logo(self, part: _Part) -> list[Element]:
        """Return the logo as a paragraph of its own, with white below it."""
        ppr = '<w:pPr><w:spacing w:after="360"/></w:pPr>'
        return fragment(f"<w:p>{ppr}<w:r>{self._drawing(part)}</w:r></w:p>")

    def fill(self, part: _Part) -> None:
        """Fill the places of a part."""
        for old in part.drawings if self._logo else ():
            if old.getparent() is not None:  # the one around it may have gone
                old.addprevious(fragment(self._drawing(part))[0])
                remove(old)
        for tag, control in part.places:
            run = self._run(tag, part)
            parent, after = control.getparent(), _next_paragraph(control)
            in_line = parent is not None and parent.tag == w("p")
            if in_line:
                xml = run
            elif run or _is_needed(control):
                xml = self._paragraph(tag, control, run)
            else:
                xml = ""
            for element in fragment(xml):
                control.addprevious(element)
            remove(control)
            if self._logo and tag == LOGO_TAG and after is not None and not in_line:
                self._spaces.give_way(
                    after, self._logo.hoogte, self._spaces.style(STYLES[LOGO_TAG])
                )

    def _run(self, tag: str, part: _Part) -> str:
        if tag == LOGO_TAG and self._logo:
            return f"<w:r>{self._drawing(part)}</w:r>"
        return run_xml(self._address) if tag == ADDRESS_TAG and self._address else ""

    def _paragraph(self, tag: str, control: Element, run: str) -> str:
        ppr = properties_xml(child(control, "sdtContent", "p", "pPr"))
        style = self._spaces.style(STYLES[tag])
        if style and run and not ppr:
            ppr = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        return f"<w:p>{ppr}{run}</w:p>"

    def _drawing(self, part: _Part) -> str:
        logo = self._logo
        if logo is None:
            return ""
        self._times += 1
        name = _LOGO if self._times == 1 else f"{_LOGO}-{self._times}"
        dots, svg = part.ids
        look = logo.tekst, logo.breedte, logo.hoogte
        return picture_xml(Picture(name, dots, *look, svg if logo.svg else ""))


def _next_paragraph(control: Element) -> Element | None:
    """Return the paragraph that follows at once."""
    after = next(control.itersiblings(*_BLOCKS), None)
    return after if after is not None and after.tag == w("p") else None


def _is_needed(control: Element) -> bool:
    """Whether what a control stands in must keep a paragraph here.

    A cell, a header and a control must not become empty, and a cell must end with a paragraph.
    """
    parent = control.getparent()
    if parent is None or parent.tag == w("body"):
        return False
    rest = [block for block in parent if block.tag in _BLOCKS and block is not control]
    return not rest or rest[-1].tag != w("p")


class Spaces:
    """Knows how much white the paragraph styles of a document leave around a paragraph.

    What was left open above a title gives way to a logo there.
    """

    def __init__(self, package: Package, document: str) -> None:
        self._styles: dict[str, Element] = {}
        self._ids: dict[str, str] = {}
        for relationship in load_relationships(package, document):
            if relationship.kind == REL_STYLES and relationship.target in package.members:
                for style in parse(
                    package.content(relationship.target), relationship.target, package.path
                ):
                    id_ = val(style, "styleId")
                    self._styles[id_] = style
                    self._ids.setdefault(val(child(style, "name")).lower(), id_)

    def style(self, name: str) -> str:
        """Return the id of the style with this name, empty when there is none."""
        return self._ids.get(name.lower(), "")

    def give_way(self, paragraph: Element, height: float, above: str) -> None:
        """Make room above a paragraph for something of `height` centimetres.

        So what comes below stays at its height on the page. `above` is the style of the paragraph
        that takes the room.
        """
        spacing = child(paragraph, "pPr", "spacing")
        before = number(val(spacing, "before"))
        old = self._white(val(child(paragraph, "pPr", "pStyle")), "before")
        old = old if before is None else before
        if old < _WIDE:
            return
        needed = round(height * _PER_CM) + self._white(above, "before")
        needed += self._white(above, "after")
        room = new("spacing", before=str(max(_LEFT, old - needed)))
        for key, value in () if spacing is None else spacing.attrib.items():
            if key != w("before"):
                room.set(key, value)
        insert(ensure(paragraph, "pPr"), room)

    def _white(self, style_id: str, side: str) -> int:
        """Return the white that a style leaves on one side, through what it is based on."""
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            style = self._styles[style_id]
            white = number(val(child(style, "pPr", "spacing"), side))
            if white is not None:
                return white
            style_id = val(child(style, "basedOn"))
        return 0


def _media(document: str, logo: Logo) -> list[tuple[str, str, bytes]]:
    """Return (part, type, data) of the picture of dots, and of the drawing if there is one."""
    start = posixpath.join(posixpath.dirname(document), "media", _LOGO)
    media = [(f"{start}.{logo.soort}", f"image/{logo.soort}", logo.data)]
    if logo.svg:
        media.append((f"{start}.svg", "image/svg+xml", logo.svg))
    return media


def _bare(logo: Logo, path: str) -> Logo:
    """Return the logo without who made it, where and with what; `path` is the house style."""
    from uitvoeringsplan.drawing.image_metadata import strip_metadata  # noqa: PLC0415 - few have one

    try:
        data, svg = (strip_metadata(picture) or picture for picture in (logo.data, logo.svg))
    except AfbeeldingError as error:
        raise HuisstijlError(path, f"het logo: {error}") from error
    return logo._replace(data=data, svg=svg)


def _connected(package: Package, part: _Part, media: list[str]) -> dict[str, bytes | None]:
    """Return the relationships of a part with those to the logo; earlier ones give way."""
    name = relationships_part(part.name)
    # Without a drawing the second id is left over.
    ours = [
        Relationship(id_, REL_IMAGE, target, extern=False)
        for id_, target in zip(part.ids, media, strict=False)
    ]
    if ours == [r for r in load_relationships(package, part.name) if r.id in part.earlier]:
        return {}
    old = package.content(name) if name in package.members else None
    if old is not None:
        old = without_entries(
            old, name, package.path, lambda entry: entry.get("Id", "") in part.earlier
        )
    return {name: with_relationships(part.name, old, ours)}
