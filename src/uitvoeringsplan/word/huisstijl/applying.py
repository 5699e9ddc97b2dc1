"""A house style on a template: colours, typefaces, logo and address.

Only what the house style says changes, and applying it once more changes
nothing. Without one, only the empty places for a logo and an address go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import HuisstijlError
from uitvoeringsplan.model.huisstijl import Huisstijl, kleur_objection
from uitvoeringsplan.model.kleur import WHITE
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import (
    REL_FOOTER,
    REL_GLOSSARY,
    REL_HEADER,
    REL_NOTES,
    REL_NUMBERING,
    REL_STYLES,
    REL_THEME,
)
from uitvoeringsplan.ooxml.relationships import load_relationships, main_part
from uitvoeringsplan.ooxml.theme import (
    ACCENT,
    BODY_TYPEFACE,
    HEADING_TYPEFACE,
    LINK,
    has_typefaces,
    with_theme,
)
from uitvoeringsplan.ooxml.tree import parse, write
from uitvoeringsplan.word.huisstijl.house_colours import Backgrounds, recolour
from uitvoeringsplan.word.huisstijl.logo_and_address import fill_places, lacks_place
from uitvoeringsplan.word.huisstijl.typefaces import set_typefaces
from uitvoeringsplan.word.invulvelden import ADDRESS_TAG

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.package import Package

_GEEN = Huisstijl("")
_WITH_TEXT = (REL_HEADER, REL_FOOTER, *REL_NOTES)


def apply_huisstijl(package: Package, huisstijl: Huisstijl | None) -> Package:
    """Return the package in the house style; raises HuisstijlError or SjabloonError."""
    document = main_part(package)
    if huisstijl and huisstijl.dresses_text:
        package = _in_style(package, document, huisstijl)
        _check_surfaces(package, document, huisstijl)
    return fill_places(package, document, huisstijl or _GEEN)


def without_huisstijl(package: Package) -> Package:
    """Return the package without its empty places for a logo and an address."""
    return apply_huisstijl(package, None)


def omitted(package: Package, huisstijl: Huisstijl) -> tuple[str, ...]:
    """Return what of a house style finds no place in this template, as sentences for the user."""
    if huisstijl.adres and lacks_place(package, main_part(package), ADDRESS_TAG):
        return (
            f"Het sjabloon heeft geen plek voor het adres. Voeg in Word een"
            f" inhoudsbesturingselement toe met de code (tag) “{ADDRESS_TAG}”.",
        )
    return ()


class _Boekdeel(NamedTuple):
    """A document within the package: the text itself, or the placeholders."""

    document: str
    styles: tuple[str, ...]
    themes: tuple[str, ...]
    texts: tuple[str, ...]  # its other parts with colours


def _boekdelen(package: Package, document: str) -> list[_Boekdeel]:
    per_kind: dict[str, list[str]] = {}
    for relationship in load_relationships(package, document):
        if relationship.target in package.members and not relationship.extern:
            per_kind.setdefault(relationship.kind, []).append(relationship.target)
    own = _Boekdeel(
        document,
        tuple(per_kind.get(REL_STYLES, ())),
        tuple(per_kind.get(REL_THEME, ())),
        tuple(name for kind in (REL_NUMBERING, *_WITH_TEXT) for name in per_kind.get(kind, ())),
    )
    glossaries = per_kind.get(REL_GLOSSARY, ())
    return [own, *(part for name in glossaries for part in _boekdelen(package, name))]


def _in_style(package: Package, document: str, huisstijl: Huisstijl) -> Package:
    """Return the package with the colours and typefaces."""
    path, accent = package.path, huisstijl.accent
    kleuren = dict.fromkeys((ACCENT, LINK), accent) if accent else {}
    letters = {HEADING_TYPEFACE: huisstijl.letter_koppen, BODY_TYPEFACE: huisstijl.letter_tekst}
    letters = {kind: letter for kind, letter in letters.items() if letter}
    new: dict[str, bytes | None] = {}
    for book in _boekdelen(package, document):
        has_theme = False
        for name in book.themes:
            data = package.content(name)
            has_theme = has_theme or has_typefaces(data, path)
            new[name] = with_theme(data, kleuren, letters, path)
        for name in (book.document, *book.texts, *book.styles):
            root = parse(package.content(name), name, path)
            was = write(root)
            if accent:
                recolour(root, accent)
            if name in book.styles:
                set_typefaces(root, huisstijl, theme=has_theme)
            if write(root) != was:
                new[name] = write(root)
    return package.with_parts(new)


def _check_surfaces(package: Package, document: str, huisstijl: Huisstijl) -> None:
    """Raise when a colour cannot be read on a background that the template gives to text."""
    book = _boekdelen(package, document)[0]
    backgrounds = Backgrounds([parse(package.content(n), n, package.path) for n in book.styles])
    for name in (book.document, *book.texts):
        backgrounds.read(parse(package.content(name), name, package.path))
    if huisstijl.tekst and backgrounds.dark:
        raise HuisstijlError(
            huisstijl.path,
            f"`tekst` kan niet bij het sjabloon {package.path}: daarin staat tekst zonder eigen"
            f" kleur"
            f" op de donkere achtergrond #{min(backgrounds.dark)}. Laat `tekst` weg, of geef die"
            " tekst in Word een lichte kleur.",
        )
    for key, kleur, behind in (
        ("accent", huisstijl.accent, backgrounds.behind_accent),
        ("tekst", huisstijl.tekst, backgrounds.behind_text),
    ):
        if kleur and (objection := kleur_objection(kleur, (WHITE, *sorted(behind)))):
            raise HuisstijlError(
                huisstijl.path, f"`{key}` in het sjabloon {package.path}: {objection}"
            )
