"""Three ways: what was read, what we want to save, and what stands there by now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
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
    from uitvoeringsplan.plan.punten_patch import (  # noqa: PLC0415
        voeg_punten_toe,
        zet_allemaal_klaar,
    )

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
