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
    load_relationships,
    main_part,
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
    from uitvoeringsplan.ooxml.relationships import Relationship
    from uitvoeringsplan.ooxml.tree import Element

_MACROS = ("macroenabled", "vbaproject", "vbadata")


def complete(pakket: Package) -> Package:
    """Return the package of a plain document with all that answers need; raises SjabloonError."""
    document = main_part(pakket)
    relaties = load_relationships(pakket, document)
    styles = _place(relaties, REL_STYLES, document, "styles.xml")
    numbering = _place(relaties, REL_NUMBERING, document, "numbering.xml")
    style_data = _content(pakket, styles, EMPTY_STYLES)
    style_root = parse(style_data, styles, pakket.pad)
    if not len(style_root):
        style_data, style_root = EMPTY_STYLES, parse(EMPTY_STYLES, styles, pakket.pad)
    list_root = parse(_content(pakket, numbering, EMPTY_NUMBERING), numbering, pakket.pad)
    stijlblad = load_styles(style_data, styles, pakket.pad)
    levels = _count_levels(list_root)
    numbers = complete_lists(list_root, stijlblad)
    nieuw: dict[str, bytes] = {}
    if (
        complete_styles(style_root, stijlblad, numbers, _link_colour(pakket, relaties))
        or styles not in pakket.leden
    ):
        nieuw[styles] = write(style_root)
    if _count_levels(list_root) > levels or numbering not in pakket.leden:
        nieuw[numbering] = write(list_root)
    for naam in _glossary_styles(pakket, relaties):
        root = parse(pakket.inhoud(naam), naam, pakket.pad)
        if set_language(root):
            nieuw[naam] = write(root)
    nieuw |= _connected(
        pakket,
        document,
        relaties,
        ((REL_STYLES, styles, TYPE_STYLES), (REL_NUMBERING, numbering, TYPE_NUMBERING)),
    )
    return pakket.met_delen(nieuw) if nieuw else pakket


def as_document(pakket: Package) -> Package:
    """Return the package as that of a plain document; raises SjabloonError for macros.

    A template of Word (.dotx) becomes a document.
    """
    types = pakket.inhoud(TYPES)
    traces = (types.decode("utf-8", "replace"), *pakket.leden)
    if any(macro in trace.lower() for trace in traces for macro in _MACROS):
        raise SjabloonError(
            pakket.pad,
            "in dit sjabloon zitten macro's. Zo'n bestand wordt niet gebruikt. Sla het in Word op"
            " als Word-document (*.docx) of Word-sjabloon (*.dotx), zonder macro's.",
        )
    if TYPE_DOTX.encode() not in types:
        return pakket
    return pakket.met_delen({TYPES: types.replace(TYPE_DOTX.encode(), TYPE_DOCUMENT.encode())})


def _count_levels(numbering: Element) -> int:
    return sum(1 for _ in numbering.iter(w("lvl")))


def _place(relaties: list[Relationship], soort: str, document: str, naam: str) -> str:
    """Return the part that a document has for this, or where it may come."""
    own = (relatie.doel for relatie in relaties if relatie.soort == soort)
    return next(own, "") or posixpath.join(posixpath.dirname(document), naam)


def _content(pakket: Package, naam: str, otherwise: bytes) -> bytes:
    return pakket.inhoud(naam) if naam in pakket.leden else otherwise


def _glossary_styles(pakket: Package, relaties: list[Relationship]) -> list[str]:
    """Return the styles of the placeholders, which are a document of their own."""
    return [
        own.doel
        for relatie in relaties
        if relatie.soort == REL_GLOSSARY
        for own in load_relationships(pakket, relatie.doel)
        if own.soort == REL_STYLES and own.doel in pakket.leden
    ]


def _link_colour(pakket: Package, relaties: list[Relationship]) -> str:
    themes = (r.doel for r in relaties if r.soort == REL_THEME and r.doel in pakket.leden)
    theme = next(themes, "")
    return read_kleur(theme_colour(pakket.inhoud(theme), LINK, pakket.pad)) or "" if theme else ""


def _connected(
    pakket: Package,
    document: str,
    relaties: list[Relationship],
    parts: tuple[tuple[str, str, str], ...],
) -> dict[str, bytes]:
    """Return the relations and content types with those of (kind, part, type) in them."""
    nieuw: dict[str, bytes] = {}
    known = {relatie.soort for relatie in relaties}
    loose = [
        (f"uvpStijl{i}", soort, f"/{part}", False)
        for i, (soort, part, _) in enumerate(parts, 1)
        if soort not in known
    ]
    if loose:
        rels = relationships_part(document)
        nieuw[rels] = with_relationships(
            pakket.inhoud(rels) if rels in pakket.leden else None, loose
        )
    types = pakket.inhoud(TYPES)
    for soort, part, type_ in parts:
        if soort not in known or part not in pakket.leden:
            types = with_content_type(types, part, type_)
            nieuw[TYPES] = types
    return nieuw
