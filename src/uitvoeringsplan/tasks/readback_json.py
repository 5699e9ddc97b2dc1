"""What `inlezen --json` writes: everything that the report says, never less."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import TabelError
from uitvoeringsplan.model.open_punt import new_punten
from uitvoeringsplan.model.plan_differences import Vraagverschil, as_json, compare_antwoord
from uitvoeringsplan.model.three_way import Oordeel
from uitvoeringsplan.model.word_differences import Verandering

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from uitvoeringsplan.model.open_punt import OpenPunt
    from uitvoeringsplan.model.three_way import ThreeWay
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.tasks.read_back import Readback


def file_json(
    readback: Readback,
    *,
    accepted: bool,
    taken: bool,
    saved: bool,
    to_keep: Iterable[OpenPunt] = (),
) -> dict[str, object]:
    """Return what became of one Word file in the documented shape (docs/formaten.md).

    `accepted` tells how tracked changes counted, `taken` that nothing of the file waits for a
    choice, `saved` that the plan was written; `to_keep` is what could be kept as an open point.
    """
    velden = readback.old.vragenlijst.veld_ids
    accepted_as = "aangenomen" if accepted else "verworpen"
    return {
        "word": str(readback.word),
        "overgenomen": taken,
        "bewaard": saved,
        "alles_nagekeken": readback.is_heel and readback.fixed.is_known,
        "niets_nieuws": taken and readback.is_equal and readback.new.data == readback.old.data,
        "bijgehouden_wijzigingen": accepted_as if readback.has_wijzigingen else "",
        "ander_plan": [*readback.foreign],
        "andere_versie": readback.other_version,
        "antwoorden": [
            _antwoord(way, is_gegeven=way.vraag.id in velden)
            for way in readback.three_ways
            if way.changes or way.oordeel is Oordeel.BOTSING
        ],
        "past_niet": [
            {**_name(vraag), "plaats": place, "woorden": words, "melding": message}
            for vraag, (place, words, message) in readback.refused
        ],
        "meldingen": [
            {"vraag": doubt.vraag_id, "melding": doubt.message} for doubt in readback.doubts
        ],
        "vaste_tekst_bekend": readback.fixed.is_known,
        "buiten_de_antwoorden": [
            {
                "wat": one.change.value,
                "waar": one.where,
                "woorden": one.words,
                "vraag": one.vraag_id,
                "melding": one.message,
            }
            for one in readback.fixed.verschillen
        ],
        "niet_gevonden": [_name(vraag) for vraag in readback.missing],
        "punten_uit_opmerkingen": _punten(new_punten(readback.old.punten, readback.punten)),
        "punten_gesloten": sorted(readback.handled),
        "punten_bewaard": _punten(readback.kept),
        "punten_te_bewaren": _punten(to_keep),
    }


def _antwoord(way: ThreeWay, *, is_gegeven: bool) -> dict[str, object]:
    """Return an answer that changes, or that somebody has to choose about."""
    new = way.word if way.oordeel is Oordeel.BOTSING else way.text
    try:
        verschil = compare_antwoord(way.vraag, way.plan, new, is_gegeven=is_gegeven)
    except TabelError:  # an old table, of other columns: then the texts alone
        what = Verandering.GEWIJZIGD
        verschil = Vraagverschil(way.vraag, is_gegeven, way.plan, new, what)
    (change,) = as_json([verschil])
    return {
        "oordeel": way.oordeel.value,
        **change,
        "word": way.word,
        "was": way.basis,
        "word_ook": [*way.otherwise],
        "zeker": way.is_certain,
    }


def _punten(punten: Iterable[OpenPunt]) -> list[dict[str, str]]:
    return [punt._asdict() for punt in punten]


def to_json(
    plan: Path, lijst: Vragenlijst, files: Iterable[object], *, trial: bool
) -> dict[str, object]:
    """Return the files that were read, in the documented shape of `inlezen --json`."""
    return {
        "plan": str(plan),
        "vragenlijst": lijst.versie,
        "proef": trial,
        "bestanden": [*files],
    }


def _name(vraag: Vraag) -> dict[str, object]:
    return {"id": vraag.id, "label": vraag.label}
