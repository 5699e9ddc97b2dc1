"""A Word template, read once and ready to be filled many times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.model.kleur import read_kleur
from uitvoeringsplan.ooxml.counters import load_counters
from uitvoeringsplan.ooxml.names import (
    LINK_STYLE,
    REL_FOOTER,
    REL_HEADER,
    REL_NUMBERING,
    REL_STYLES,
    REL_THEME,
    TABLE_HEAD_STYLE,
    TABLE_STYLES,
)
from uitvoeringsplan.ooxml.relationships import load_relationships, main_part, relationships_part
from uitvoeringsplan.ooxml.styles import load_styles
from uitvoeringsplan.ooxml.theme import ACCENT, theme_colour
from uitvoeringsplan.ooxml.tree import child, number, parse, val, w
from uitvoeringsplan.word.completing.point_lists import own_list
from uitvoeringsplan.word.invulvelden import Invulveld
from uitvoeringsplan.word.sjabloon.conditions import known_names
from uitvoeringsplan.word.sjabloon.preparing import load_prepared
from uitvoeringsplan.word.sjabloon.template_checks import check_sjabloon
from uitvoeringsplan.word.sjabloon.template_parts import load_part
from uitvoeringsplan.word.sjabloon.variant import NewNumberings, Sjabloon
from uitvoeringsplan.word.writing.answer_xml import StyleIds
from uitvoeringsplan.word.writing.point_levels import BULLET_STYLES, NUMBER_STYLES

if TYPE_CHECKING:
    from uitvoeringsplan.model.huisstijl import Huisstijl
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.ooxml.package import Package
    from uitvoeringsplan.ooxml.relationships import Relationship
    from uitvoeringsplan.ooxml.styles import Styles
    from uitvoeringsplan.word.sjabloon.template_parts import Control, TemplatePart


def open_sjabloon(
    data: bytes, pad: str, vragenlijst: Vragenlijst, huisstijl: Huisstijl | None = None
) -> Sjabloon:
    """Return the template in `data`, checked against the questions; raises SjabloonError.

    `vragenlijst` is the part of the question set that the document is about; the template gets
    the looks of `huisstijl`.
    """
    pakket, weggelaten = load_prepared(data, pad)
    if huisstijl is not None:
        # Only who has a house style waits for what applies it.
        from uitvoeringsplan.word.huisstijl.applying import apply_huisstijl  # noqa: PLC0415

        pakket = apply_huisstijl(pakket, huisstijl)
    document = main_part(pakket)
    relaties = load_relationships(pakket, document)
    stijldeel = _doel(relaties, REL_STYLES, pakket)
    stijlblad = load_styles(pakket.inhoud(stijldeel), stijldeel, pad)
    bekend = known_names(vragenlijst)
    randen = (r.doel for r in relaties if r.soort in (REL_HEADER, REL_FOOTER))
    parts = (
        load_part(pakket, document, bekend, stijlblad),
        *(load_part(pakket, naam, bekend) for naam in dict.fromkeys(randen)),
    )
    check_sjabloon(pad, parts, vragenlijst)
    stijlen = _stijlen(pakket, stijlblad, _accent(pakket, relaties))
    nummerdeel = _doel(relaties, REL_NUMBERING, pakket)
    lijst = stijlblad.nummering(stijlen.nummer[0])
    eigen = relationships_part(document)
    return Sjabloon(
        pakket,
        document,
        tuple(_without_list_style(part, stijlen) for part in parts if not part.is_fixed),
        stijlen,
        _nummering(pakket, nummerdeel, lijst[0] if lijst else ""),
        load_counters(pakket.inhoud(nummerdeel), nummerdeel, pad),
        pakket.inhoud(eigen) if eigen in pakket.leden else None,
        {relatie.soort: relatie.doel for relatie in load_relationships(pakket, "")},
        {},
        {},
        weggelaten,
    )


def knows_field(sjabloon: Sjabloon, veld: str) -> bool:
    """Whether a part of the template depends on this field of the plan."""
    return any(veld in choice.voorwaarde.ids for part in sjabloon.parts for choice in part.choices)


def _without_list_style(part: TemplatePart, stijlen: StyleIds) -> TemplatePart:
    """Return the part with controls whose first paragraph is a point not passing that on."""
    ids = [f'"{stijl}"' for stijl in (*stijlen.punt, *stijlen.nummer)]

    def without(control: Control) -> Control:
        what = control.what
        if isinstance(what, Invulveld) and any(id_ in what.ppr for id_ in ids):
            return control._replace(what=what._replace(ppr=""))
        return control

    return part._replace(controls=tuple(map(without, part.controls)))


def _doel(relaties: list[Relationship], soort: str, pakket: Package) -> str:
    wat = "stijlen" if soort == REL_STYLES else "opsommingen"
    for relatie in relaties:
        if relatie.soort == soort and relatie.doel in pakket.leden:
            return relatie.doel
    raise SjabloonError(
        pakket.pad,
        f"dit sjabloon heeft geen {wat}. Open het in Word, maak er een opsomming in en sla het op.",
    )


def _stijlen(pakket: Package, stijlblad: Styles, accent: str) -> StyleIds:
    """Return the ids of the styles that answers need."""

    def zoek(stijl: str) -> str:
        if stijl_id := stijlblad.id_van(stijl):
            return stijl_id
        raise SjabloonError(
            pakket.pad,
            f"dit sjabloon mist de stijl “{stijl}”. Gebruik hem in Word één keer en sla het"
            " sjabloon op.",
        )

    return StyleIds(
        tuple(zoek(stijl) for stijl in BULLET_STYLES),
        tuple(zoek(stijl) for stijl in NUMBER_STYLES),
        zoek(LINK_STYLE),
        next(filter(None, map(stijlblad.id_van, TABLE_STYLES)), ""),
        stijlblad.id_van(TABLE_HEAD_STYLE),
        accent,
    )


def _accent(pakket: Package, relaties: list[Relationship]) -> str:
    """Return the accent colour of the theme; empty when there is no theme or it has none."""
    deel = next((r.doel for r in relaties if r.soort == REL_THEME), "")
    if deel not in pakket.leden:
        return ""
    return read_kleur(theme_colour(pakket.inhoud(deel), ACCENT, pakket.pad)) or ""


def _nummering(pakket: Package, naam: str, num_id: str) -> NewNumberings:
    """Return where new numberings go, and the list that the style for numbered points uses."""
    root = parse(pakket.inhoud(naam), naam, pakket.pad)
    nums = {val(num, "numId"): num for num in root.findall(w("num"))}
    # One with all levels, in a template whose own list lacks some.
    lijst = own_list(root) or val(child(nums.get(num_id), "abstractNumId"))
    if not lijst:
        raise SjabloonError(
            pakket.pad,
            f"de stijl “{NUMBER_STYLES[0]}” van dit sjabloon heeft geen nummering. Koppel er in"
            " Word een genummerde lijst aan.",
        )
    return NewNumberings(naam, root, lijst, 1 + max((number(id_) or 0 for id_ in nums), default=0))
