"""Merging versions of a plan: what was read, what we want to save, what stands there by now.

Two people who both add the first point to a plan write it in the same place, and nothing in the
lines tells git that both belong there. Points have keys. So the new ones are taken out, what
remains is merged as text, and they go in again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import InhoudError
from uitvoeringsplan.plan.planbestand import lees_planbestand
from uitvoeringsplan.plan.punten_patch import voeg_punten_toe, zet_allemaal_klaar, zonder_punten

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.model.punt import OpenPunt
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.plan.planbestand import Planbestand


class Botsing(NamedTuple):
    """One question that both sides answered differently."""

    vraag: Vraag
    onze: str
    hunne: str


class Samenvoeging(NamedTuple):
    """Their file with our answers in it, and what could not be settled."""

    bestand: Planbestand
    botsingen: tuple[Botsing, ...]


def voeg_samen(oud: Planbestand, onze: Planbestand, hunne: Planbestand) -> Samenvoeging:
    """Return `hunne` with every answer that only we changed since `oud`.

    Answers that only they changed stay theirs; the same answer changed in the same way is no
    clash. An answer that both changed differently stays theirs too, and is listed as a clash.
    Points that we added or closed are added and closed in theirs; those never clash.
    """
    bestand = hunne
    botsingen: list[Botsing] = []
    lijst = oud.vragenlijst
    for vraag in (*lijst.gegevens, *lijst.vragen):
        was = oud.plan.tekst(vraag)
        van_ons = onze.plan.tekst(vraag)
        van_hen = hunne.plan.tekst(vraag)
        if van_ons in (was, van_hen):
            continue
        if van_hen == was:
            bestand = bestand.met_antwoord(vraag, van_ons)
        else:
            botsingen.append(Botsing(vraag, van_ons, van_hen))
    if onze.punten != oud.punten:
        bestand = _met_onze_punten(oud, onze, bestand)
    return Samenvoeging(bestand, tuple(botsingen))


def _met_onze_punten(oud: Planbestand, onze: Planbestand, bestand: Planbestand) -> Planbestand:
    """Return the file with the points that we added, and with those closed that we closed.

    A point that they opened or closed themselves, or took away, stays as they have it.
    """
    was = {punt.kenmerk: punt for punt in oud.punten}
    van_ons = {punt.kenmerk: punt for punt in onze.punten}
    datums = {
        i: nu.klaar
        for i, punt in enumerate(bestand.punten)
        if (vorig := was.get(punt.kenmerk))
        and (nu := van_ons.get(punt.kenmerk))
        and vorig.klaar == punt.klaar
    }
    bestand = zet_allemaal_klaar(bestand, datums)
    return voeg_punten_toe(bestand, [p for naam, p in van_ons.items() if naam not in was])


def voeg_versies_samen(
    oud: Planbestand,
    onze: Planbestand,
    hunne: Planbestand,
    tekstmerge: Callable[[bytes, bytes, bytes], bytes | None],
) -> bytes | None:
    """Return our version with their changes since `oud`; None when that takes a person.

    `tekstmerge` merges three texts (ours, old, theirs), or returns None where they clash. A point
    that both added is there once, and closed when one of them closed it.
    """
    bekend = {punt.kenmerk for punt in oud.punten}
    erbij: dict[str, OpenPunt] = {}
    kaal: list[bytes] = []
    try:
        for kant in (onze, hunne):
            nieuw = {p.kenmerk: p for p in kant.punten if p.kenmerk not in bekend}
            for naam, punt in nieuw.items():
                if naam not in erbij or erbij[naam].is_open:
                    erbij[naam] = punt
            kaal.append(zonder_punten(kant, nieuw).data)
        data = tekstmerge(kaal[0], oud.data, kaal[1])
        if data is None:
            return None
        samen = lees_planbestand(data, onze.pad, onze.vragenlijst)
        return voeg_punten_toe(samen, erbij.values()).data
    except InhoudError:
        return None
