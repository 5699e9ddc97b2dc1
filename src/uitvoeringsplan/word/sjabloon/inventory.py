"""What there is to know of a template before it is filled: its inventory.

To take it costs more than to fill the template. Of the shipped ones it is taken when the wheel is
built (`tasks/ready_made.py`), so only who has another template needs this module.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.model.kleur import read_kleur
from uitvoeringsplan.ooxml.counters import read_counters
from uitvoeringsplan.ooxml.names import (
    LINK_STYLE,
    REL_FOOTER,
    REL_HEADER,
    REL_NUMBERING,
    REL_STYLES,
    REL_THEME,
    TABLE_HEAD_STYLE,
    TABLE_STYLES,
    R,
    W,
)
from uitvoeringsplan.ooxml.relationships import load_relationships, main_part
from uitvoeringsplan.ooxml.styles import load_styles
from uitvoeringsplan.ooxml.theme import ACCENT, theme_colour
from uitvoeringsplan.ooxml.tree import around, child, finder, number, parse, val, w
from uitvoeringsplan.word.completing.point_lists import own_list
from uitvoeringsplan.word.invulvelden import (
    CONDITION_TAG,
    PICTURE_TAG,
    ControlKind,
    Invulveld,
    read_field,
    tag_of,
)
from uitvoeringsplan.word.sjabloon.conditions import Keuzedeel, read_choice
from uitvoeringsplan.word.sjabloon.contents_list import Inhoudsopgave, find_contents
from uitvoeringsplan.word.sjabloon.template_parts import (
    Control,
    Inventory,
    PicturePlace,
    TemplatePart,
    load_root,
)
from uitvoeringsplan.word.writing.answer_xml import StyleIds
from uitvoeringsplan.word.writing.point_levels import BULLET_STYLES, NUMBER_STYLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.ooxml.package import Package
    from uitvoeringsplan.ooxml.relationships import Relationship
    from uitvoeringsplan.ooxml.styles import Styles
    from uitvoeringsplan.ooxml.tree import Element

#: The text of a standing A4 page with usual margins: width and height in centimetres.
A4_ROOM = (16.0, 24.7)
_PER_CM = 567  # twentieths of a point
_MANY = 10_000  # more than there are questions
# Of the section that something stands in: its properties come behind it.
_next_page = finder("(following::w:pgSz)[1] | (following::w:pgMar)[1]")


def take_inventory(package: Package) -> Inventory:
    """Return what there is to know of a template; raises SjabloonError."""
    document = main_part(package)
    relationships = load_relationships(package, document)
    styles_part = _target(relationships, REL_STYLES, package)
    stylesheet = load_styles(package.content(styles_part), styles_part, package.path)
    styles = _styles(package, stylesheet, _accent(package, relationships))
    edges = (r.target for r in relationships if r.kind in (REL_HEADER, REL_FOOTER))
    parts = [_find(package, document, stylesheet)]
    parts += [_find(package, name) for name in dict.fromkeys(edges)]
    number_part = _target(relationships, REL_NUMBERING, package)
    numbering = parse(package.content(number_part), number_part, package.path)
    own = stylesheet.numbering(styles.number[0])
    return Inventory(
        document,
        tuple(_without_list_style(part, styles) for part in parts if part is not None),
        styles,
        (number_part, *_numbering(numbering, package.path, own[0] if own else "")),
        read_counters(numbering).lists,
        _free_bookmark(load_root(package, document)[0]),
        {
            relationship.kind: relationship.target
            for relationship in load_relationships(package, "")
        },
    )


def _free_bookmark(root: Element) -> int:
    """Return the first of many numbers in a row that no bookmark of a part has."""
    free = 1
    marks = root.iter(w("bookmarkStart"), w("bookmarkEnd"))
    for taken in sorted(number(val(mark, "id")) or 0 for mark in marks):
        if taken >= free + _MANY:
            break
        free = max(free, taken + 1)
    return free


def _find(package: Package, name: str, stylesheet: Styles | None = None) -> TemplatePart | None:
    """Return what stands in a part; None of one that every document has as it is in the template.

    There is a contents list only in the main part, which is the one with styles here.
    """
    root, is_changed = load_root(package, name)
    controls = _controls(root, package.path)
    contents = find_contents(root, stylesheet) if stylesheet else None
    apart = _apart(root, controls, contents, has_links=stylesheet is not None)
    controls = tuple(control._replace(is_apart=control in apart) for control in controls)
    return TemplatePart(name, controls, contents) if controls or contents or is_changed else None


def _controls(root: Element, path: str) -> tuple[Control, ...]:
    """Return the controls with a tag, in document order."""
    found: list[Control] = []
    until, outer = 0, ""  # the field for an answer that we are in
    for place, element in enumerate(root.iter(w("sdt"))):
        tag = tag_of(element)
        what = _what(element, tag, path) if tag else None
        if what is None:
            continue
        inside = sum(1 for _ in element.iter(w("sdt"))) - 1
        found.append(Control(place, inside, what, outer if place < until else ""))
        if isinstance(what, Invulveld) and place >= until:
            until, outer = place + 1 + inside, tag
    return tuple(found)


def _apart(
    root: Element, controls: Sequence[Control], contents: Inhoudsopgave | None, *, has_links: bool
) -> frozenset[Control]:
    """Return the controls of which what a plan puts there changes nothing else of the part.

    Others have a control or one end of a bookmark in them, or have to do with the contents list:
    its headings are there or not, and have their words. Answers have links if `has_links`.
    """
    if root.nsmap.get("w") != W:
        return frozenset()
    may_have_relationships = root.nsmap.get("r") == R
    sdt = w("sdt")
    inside = list(root.iter(w("bookmarkStart"), w("bookmarkEnd")))
    headings: list[Element] = []
    if contents:
        paragraphs = list(root.iter(w("p")))
        headings = [paragraphs[heading.place] for heading in contents.headings]
        inside += (paragraphs[contents.first], paragraphs[contents.last], *headings)
    bound = {outer for element in inside for outer in element.iterancestors(sdt)}
    bound.update(control for heading in headings for control in heading.iter(sdt))
    elements = list(root.iter(sdt))

    def is_apart(control: Control) -> bool:
        element, what = elements[control.place], control.what
        if not isinstance(what, Invulveld):
            return isinstance(what, PicturePlace) and may_have_relationships
        # A paragraph in a text box is read with the one that the box is in.
        return (
            (may_have_relationships or not has_links)
            and not (control.inside or control.outer or what.kind or element in bound)
            and (what.form is ControlKind.REGEL or around(element, "p") is None)
        )

    return frozenset(filter(is_apart, controls))


def _what(element: Element, tag: str, path: str) -> Invulveld | Keuzedeel | PicturePlace | None:
    if tag.startswith(CONDITION_TAG):
        return read_choice(element, tag, path)
    if not tag.startswith(PICTURE_TAG):
        return read_field(element, tag, path)
    if child(element, "sdtContent") is None:
        return None
    return PicturePlace(tag.removeprefix(PICTURE_TAG), _room(element))


def _room(element: Element) -> tuple[float, float]:
    """Return the room for text on the page of a control."""
    found = {found.tag: found for found in _next_page(element)}
    size, margins = found.get(w("pgSz")), found.get(w("pgMar"))
    wide, high = (number(val(size, side)) or 0 for side in ("w", "h"))
    if not (wide and high):
        return A4_ROOM
    left, right, top, bottom = (
        number(val(margins, side)) or 0 for side in ("left", "right", "top", "bottom")
    )
    return (wide - left - right) / _PER_CM, (high - top - bottom) / _PER_CM


def _without_list_style(part: TemplatePart, styles: StyleIds) -> TemplatePart:
    """Return the part with controls whose first paragraph is a point not passing that on."""
    ids = [f'"{style}"' for style in (*styles.punt, *styles.number)]

    def without(control: Control) -> Control:
        what = control.what
        if isinstance(what, Invulveld) and any(id_ in what.ppr for id_ in ids):
            return control._replace(what=what._replace(ppr=""))
        return control

    return part._replace(controls=tuple(map(without, part.controls)))


def _target(relationships: list[Relationship], kind: str, package: Package) -> str:
    what = "stijlen" if kind == REL_STYLES else "opsommingen"
    for relationship in relationships:
        if relationship.kind == kind and relationship.target in package.members:
            return relationship.target
    raise SjabloonError(
        package.path,
        f"dit sjabloon heeft geen {what}. Open het in Word, maak er een opsomming in en sla het"
        f" op.",
    )


def _styles(package: Package, stylesheet: Styles, accent: str) -> StyleIds:
    """Return the ids of the styles that answers need."""

    def search(style: str) -> str:
        if style_id := stylesheet.id_start(style):
            return style_id
        raise SjabloonError(
            package.path,
            f"dit sjabloon mist de stijl “{style}”. Gebruik hem in Word één keer en sla het"
            " sjabloon op.",
        )

    return StyleIds(
        tuple(search(style) for style in BULLET_STYLES),
        tuple(search(style) for style in NUMBER_STYLES),
        search(LINK_STYLE),
        next(filter(None, map(stylesheet.id_start, TABLE_STYLES)), ""),
        stylesheet.id_start(TABLE_HEAD_STYLE),
        accent,
    )


def _accent(package: Package, relationships: list[Relationship]) -> str:
    """Return the accent colour of the theme; empty when there is no theme or it has none."""
    part = next((r.target for r in relationships if r.kind == REL_THEME), "")
    if part not in package.members:
        return ""
    return read_kleur(theme_colour(package.content(part), ACCENT, package.path)) or ""


def _numbering(root: Element, path: str, num_id: str) -> tuple[str, int]:
    """Return the list that the style for numbered points uses, and the next free id."""
    nums = {val(num, "numId"): num for num in root.findall(w("num"))}
    # One with two levels, in a template whose own list has one.
    lijst = own_list(root) or val(child(nums.get(num_id), "abstractNumId"))
    if not lijst:
        raise SjabloonError(
            path,
            f"de stijl “{NUMBER_STYLES[0]}” van dit sjabloon heeft geen nummering. Koppel er in"
            " Word een genummerde lijst aan.",
        )
    return lijst, 1 + max((number(id_) or 0 for id_ in nums), default=0)
