"""What a template lacks for answers: styles, lists, and the language of its words.

A municipality's own template has its own styles; those stay as they are. What answers need and
the template does not have is added, on the base of its own text. The result can be filled like
any other template, and completing it once more changes nothing.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.model.kleur import read_kleur
from uitvoeringsplan.ooxml.names import (
    REL_GLOSSARY,
    REL_NUMBERING,
    REL_STYLES,
    REL_THEME,
    TYPE_DOCUMENT,
    TYPE_DOTX,
    TYPE_NUMBERING,
    TYPE_STYLES,
    TYPES,
)
from uitvoeringsplan.ooxml.relationships import (
    Relationship,
    free_ids,
    load_relationships,
    main_part,
    pointed_ids,
    relationships_part,
    with_content_type,
    with_relationships,
)
from uitvoeringsplan.ooxml.styles import load_styles
from uitvoeringsplan.ooxml.theme import LINK, theme_colour
from uitvoeringsplan.ooxml.tree import parse, w, write
from uitvoeringsplan.word.completing.new_styles import EMPTY_STYLES, complete_styles, set_language
from uitvoeringsplan.word.completing.point_lists import EMPTY_NUMBERING, complete_lists

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.package import Package
    from uitvoeringsplan.ooxml.tree import Element

_MACROS = ("macroenabled", "vbaproject", "vbadata")


def complete(package: Package) -> Package:
    """Return the package of a plain document with all that answers need; raises SjabloonError."""
    document = main_part(package)
    relationships = load_relationships(package, document)
    styles = _place(relationships, REL_STYLES, document, "styles.xml")
    numbering = _place(relationships, REL_NUMBERING, document, "numbering.xml")
    style_data = _content(package, styles, EMPTY_STYLES)
    style_root = parse(style_data, styles, package.path)
    if not len(style_root):
        style_data, style_root = EMPTY_STYLES, parse(EMPTY_STYLES, styles, package.path)
    list_root = parse(_content(package, numbering, EMPTY_NUMBERING), numbering, package.path)
    stylesheet = load_styles(style_data, styles, package.path)
    levels = _count_levels(list_root)
    numbers = complete_lists(list_root, stylesheet)
    new: dict[str, bytes] = {}
    if (
        complete_styles(style_root, stylesheet, numbers, _link_colour(package, relationships))
        or styles not in package.members
    ):
        new[styles] = write(style_root)
    if _count_levels(list_root) > levels or numbering not in package.members:
        new[numbering] = write(list_root)
    for name in _glossary_styles(package, relationships):
        root = parse(package.content(name), name, package.path)
        if set_language(root):
            new[name] = write(root)
    new |= _connected(
        package,
        document,
        relationships,
        ((REL_STYLES, styles, TYPE_STYLES), (REL_NUMBERING, numbering, TYPE_NUMBERING)),
    )
    return package.with_parts(new) if new else package


def as_document(package: Package) -> Package:
    """Return the package as that of a plain document; raises SjabloonError for macros.

    A template of Word (.dotx) becomes a document.
    """
    types = package.content(TYPES)
    traces = (types.decode("utf-8", "replace"), *package.members)
    if any(macro in trace.lower() for trace in traces for macro in _MACROS):
        raise SjabloonError(
            package.path,
            "in dit sjabloon zitten macro's. Zo'n bestand wordt niet gebruikt. Sla het in Word op"
            " als Word-document (*.docx) of Word-sjabloon (*.dotx), zonder macro's.",
        )
    if TYPE_DOTX.encode() not in types:
        return package
    return package.with_parts({TYPES: types.replace(TYPE_DOTX.encode(), TYPE_DOCUMENT.encode())})


def _count_levels(numbering: Element) -> int:
    return sum(1 for _ in numbering.iter(w("lvl")))


def _place(relationships: list[Relationship], kind: str, document: str, name: str) -> str:
    """Return the part that a document has for this, or where it may come."""
    own = (relationship.target for relationship in relationships if relationship.kind == kind)
    return next(own, "") or posixpath.join(posixpath.dirname(document), name)


def _content(package: Package, name: str, otherwise: bytes) -> bytes:
    return package.content(name) if name in package.members else otherwise


def _glossary_styles(package: Package, relationships: list[Relationship]) -> list[str]:
    """Return the styles of the placeholders, which are a document of their own."""
    return [
        own.target
        for relationship in relationships
        if relationship.kind == REL_GLOSSARY
        for own in load_relationships(package, relationship.target)
        if own.kind == REL_STYLES and own.target in package.members
    ]


def _link_colour(package: Package, relationships: list[Relationship]) -> str:
    themes = (
        r.target for r in relationships if r.kind == REL_THEME and r.target in package.members
    )
    theme = next(themes, "")
    return (
        read_kleur(theme_colour(package.content(theme), LINK, package.path)) or "" if theme else ""
    )


def _connected(
    package: Package,
    document: str,
    relationships: list[Relationship],
    parts: tuple[tuple[str, str, str], ...],
) -> dict[str, bytes]:
    """Return the relations and content types with those of (kind, part, type) in them."""
    new: dict[str, bytes] = {}
    known = {relationship.kind for relationship in relationships}
    loose = [(kind, part) for kind, part, _ in parts if kind not in known]
    if loose:
        root = parse(package.content(document), document, package.path)
        ids = free_ids(relationships, pointed_ids(root))
        lines = [Relationship(next(ids), *one, extern=False) for one in loose]
        rels = relationships_part(document)
        new[rels] = with_relationships(
            document, package.content(rels) if rels in package.members else None, lines
        )
    types = package.content(TYPES)
    for kind, part, type_ in parts:
        if kind not in known or part not in package.members:
            types = with_content_type(types, part, type_)
            new[TYPES] = types
    return new
