"""A Word template, read once and ready to be filled many times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.model.kleur import lees_kleur
from uitvoeringsplan.ooxml.counters import lees_tellers
from uitvoeringsplan.ooxml.gate import check_package
from uitvoeringsplan.ooxml.names import (
    REL_KOPTEKST,
    REL_NUMMERING,
    REL_STIJLEN,
    REL_THEMA,
    REL_VOETTEKST,
    STIJL_LINK,
    STIJL_NUMMER,
    STIJL_PUNT,
    STIJL_TABEL,
    STIJL_TABELKOP,
)
from uitvoeringsplan.ooxml.package import lees_pakket
from uitvoeringsplan.ooxml.relationships import hoofddocument, lees_relaties, relatiedeel
from uitvoeringsplan.ooxml.styles import lees_stijlblad
from uitvoeringsplan.ooxml.theme import ACCENT, themakleur
from uitvoeringsplan.ooxml.tree import child, number, parse, val, w
from uitvoeringsplan.word.cleaning.cleaning import clean
from uitvoeringsplan.word.completing.completing import as_document, complete
from uitvoeringsplan.word.completing.point_lists import own_list
from uitvoeringsplan.word.invulvelden import Invulveld
from uitvoeringsplan.word.sjabloon.conditions import bekende_namen
from uitvoeringsplan.word.sjabloon.template_checks import controleer_sjabloon
from uitvoeringsplan.word.sjabloon.template_parts import load_part
from uitvoeringsplan.word.sjabloon.variant import Nummering, Sjabloon
from uitvoeringsplan.word.writing.answer_xml import Stijlen

if TYPE_CHECKING:
    from uitvoeringsplan.model.huisstijl import Huisstijl
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.ooxml.package import Pakket
    from uitvoeringsplan.ooxml.relationships import Relatie
    from uitvoeringsplan.ooxml.styles import Stijlblad
    from uitvoeringsplan.word.sjabloon.template_parts import Control, Part


def open_sjabloon(
    data: bytes, pad: str, vragenlijst: Vragenlijst, huisstijl: Huisstijl | None = None
) -> Sjabloon:
    """Return the template in `data`, checked against the questions; raises SjabloonError.

    `vragenlijst` is the part of the question set that the document is about; the template gets
    the looks of `huisstijl`.
    """
    pakket, weggelaten = clean(complete(check_package(as_document(lees_pakket(data, pad))).pakket))
    if huisstijl is not None:
        # Only who has a house style waits for what applies it.
        from uitvoeringsplan.word.huisstijl.applying import pas_huisstijl_toe  # noqa: PLC0415

        pakket = pas_huisstijl_toe(pakket, huisstijl)
    document = hoofddocument(pakket)
    relaties = lees_relaties(pakket, document)
    stijldeel = _doel(relaties, REL_STIJLEN, pakket)
    stijlblad = lees_stijlblad(pakket.inhoud(stijldeel), stijldeel, pad)
    bekend = bekende_namen(vragenlijst)
    randen = (r.doel for r in relaties if r.soort in (REL_KOPTEKST, REL_VOETTEKST))
    parts = (
        load_part(pakket, document, bekend, stijlblad),
        *(load_part(pakket, naam, bekend) for naam in dict.fromkeys(randen)),
    )
    controleer_sjabloon(pad, parts, vragenlijst)
    stijlen = _stijlen(pakket, stijlblad, _accent(pakket, relaties))
    nummerdeel = _doel(relaties, REL_NUMMERING, pakket)
    lijst = stijlblad.nummering(stijlen.nummer[0])
    eigen = relatiedeel(document)
    return Sjabloon(
        pakket,
        document,
        tuple(_without_list_style(part, stijlen) for part in parts if not part.is_fixed),
        stijlen,
        _nummering(pakket, nummerdeel, lijst[0] if lijst else ""),
        lees_tellers(pakket.inhoud(nummerdeel), nummerdeel, pad),
        pakket.inhoud(eigen) if eigen in pakket.leden else None,
        {relatie.soort: relatie.doel for relatie in lees_relaties(pakket, "")},
        {},
        weggelaten,
    )


def kent_indeling(sjabloon: Sjabloon, veld: str) -> bool:
    """Whether a part of the template depends on this field of the plan."""
    return any(veld in choice.voorwaarde.ids for part in sjabloon.parts for choice in part.choices)


def _without_list_style(part: Part, stijlen: Stijlen) -> Part:
    """Return the part with controls whose first paragraph is a point not passing that on."""
    ids = [f'"{stijl}"' for stijl in (*stijlen.punt, *stijlen.nummer)]

    def without(control: Control) -> Control:
        what = control.what
        if isinstance(what, Invulveld) and any(id_ in what.ppr for id_ in ids):
            return control._replace(what=what._replace(ppr=""))
        return control

    return part._replace(controls=tuple(map(without, part.controls)))


def _doel(relaties: list[Relatie], soort: str, pakket: Pakket) -> str:
    wat = "stijlen" if soort == REL_STIJLEN else "opsommingen"
    for relatie in relaties:
        if relatie.soort == soort and relatie.doel in pakket.leden:
            return relatie.doel
    raise SjabloonError(
        pakket.pad,
        f"dit sjabloon heeft geen {wat}. Open het in Word, maak er een opsomming in en sla het op.",
    )


def _stijlen(pakket: Pakket, stijlblad: Stijlblad, accent: str) -> Stijlen:
    """Return the ids of the styles that answers need."""

    def zoek(stijl: str) -> str:
        if stijl_id := stijlblad.id_van(stijl):
            return stijl_id
        raise SjabloonError(
            pakket.pad,
            f"dit sjabloon mist de stijl “{stijl}”. Gebruik hem in Word één keer en sla het"
            " sjabloon op.",
        )

    return Stijlen(
        tuple(zoek(stijl) for stijl in STIJL_PUNT),
        tuple(zoek(stijl) for stijl in STIJL_NUMMER),
        zoek(STIJL_LINK),
        next(filter(None, map(stijlblad.id_van, STIJL_TABEL)), ""),
        stijlblad.id_van(STIJL_TABELKOP),
        accent,
    )


def _accent(pakket: Pakket, relaties: list[Relatie]) -> str:
    """Return the accent colour of the theme; empty when there is no theme or it has none."""
    deel = next((r.doel for r in relaties if r.soort == REL_THEMA), "")
    if deel not in pakket.leden:
        return ""
    return lees_kleur(themakleur(pakket.inhoud(deel), ACCENT, pakket.pad)) or ""


def _nummering(pakket: Pakket, naam: str, num_id: str) -> Nummering:
    """Return where new numberings go, and the list that the style for numbered points uses."""
    root = parse(pakket.inhoud(naam), naam, pakket.pad)
    nums = {val(num, "numId"): num for num in root.findall(w("num"))}
    # One with two levels, in a template whose own list has one.
    lijst = own_list(root) or val(child(nums.get(num_id), "abstractNumId"))
    if not lijst:
        raise SjabloonError(
            pakket.pad,
            f"de stijl “{STIJL_NUMMER[0]}” van dit sjabloon heeft geen nummering. Koppel er in"
            " Word een genummerde lijst aan.",
        )
    return Nummering(naam, root, lijst, 1 + max((number(id_) or 0 for id_ in nums), default=0))
