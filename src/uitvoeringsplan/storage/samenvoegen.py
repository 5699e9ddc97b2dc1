"""Three ways: what was read, what we want to save, and what stands there by now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.storage.planbestand import Planbestand


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
    return Samenvoeging(bestand, tuple(botsingen))
