"""Rules on what is still missing: required answers, open questions and open points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.checks.plan.keuring import first_words
from uitvoeringsplan.model.bevinding import Bevinding, Ernst, Rule
from uitvoeringsplan.model.cleaning import typed_command
from uitvoeringsplan.model.open_punt import names_of
from uitvoeringsplan.model.plan import is_required
from uitvoeringsplan.model.vraag import Verplicht

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.checks.plan.keuring import Keuring
    from uitvoeringsplan.model.vraag import Vraag


def verplicht(keuring: Keuring) -> Iterator[Bevinding]:
    """Find what this status requires and nobody filled in, and what adoption will require."""
    lijst, plan = keuring.vragenlijst, keuring.shown
    for vraag in (*lijst.gegevens, *lijst.vragen):
        if not keuring.counts(vraag) or plan.value(vraag):
            continue
        if is_required(vraag, plan.status):
            als = (
                "" if vraag.verplicht is Verplicht.ALTIJD else f" in een plan dat {plan.status} is"
            )
            yield Bevinding(Ernst.FOUT, f"dit is verplicht{als}, maar nog leeg. Vul het in.", vraag)
        elif _later_verplicht(keuring, vraag):
            yield Bevinding(
                Ernst.OPMERKING,
                "dit is nog leeg. Vul het uiterlijk bij de vaststelling in.",
                vraag,
            )


def open_vraag(keuring: Keuring) -> Iterator[Bevinding]:
    """Find the fixed questions without an answer, apart from those that are required."""
    plan = keuring.shown
    for vraag in keuring.vragenlijst.fixed_vragen:
        otherwise = is_required(vraag, plan.status) or _later_verplicht(keuring, vraag)
        if otherwise or not keuring.counts(vraag) or plan.value(vraag):
            continue
        if plan.is_definitief:
            yield Bevinding(
                Ernst.WAARSCHUWING,
                f"hier is geen antwoord. In het document staat nu: “{vraag.empty_text}”"
                " Beantwoord de vraag, of ga na of dat klopt.",
                vraag,
            )
        else:
            yield Bevinding(
                Ernst.OPMERKING,
                "deze vraag is nog open. Beantwoord haar, of laat haar leeg.",
                vraag,
            )


def open_punt(keuring: Keuring) -> Iterator[Bevinding]:
    """Find every open point."""
    definitief = keuring.plan.is_definitief
    named = zip(names_of(keuring.punten), keuring.punten, strict=True)
    for number, (name, punt) in enumerate(named, 1):
        if not punt.is_open:
            continue
        who = f" van {punt.auteur}" if punt.auteur else ""
        command = typed_command("punt", keuring.name, name, "--klaar")
        yield Bevinding(
            Ernst.FOUT if definitief else Ernst.WAARSCHUWING,
            f"punt {name}{who} staat nog open: “{first_words(punt.tekst or punt.citaat)}” Verwerk"
            f" het en sluit het met `{command}`.",
            keuring.vragenlijst.vraag(punt.vraag) if punt.vraag else None,
            punt=number,
        )


def _later_verplicht(keuring: Keuring, vraag: Vraag) -> bool:
    return vraag.verplicht is Verplicht.VASTGESTELD and not keuring.plan.is_definitief


COMPLETENESS_RULES = (
    Rule(
        "verplicht",
        "Wat verplicht is, is ingevuld",
        "Een gegeven of vraag die bij deze status verplicht is, mag niet leeg zijn. Wat pas bij"
        " vaststelling verplicht is, is in een concept een opmerking.",
        Ernst.FOUT,
        verplicht,
    ),
    Rule(
        "open-vraag",
        "De vaste vragen hebben een antwoord",
        "Een vraag die niet verplicht is, mag leeg blijven. Het vastgestelde plan zegt daar dan dat"
        " er niets is vastgelegd, of wat de vragenlijst ervoor heeft.",
        Ernst.WAARSCHUWING,
        open_vraag,
    ),
    Rule(
        "open-punt",
        "Er staan geen punten meer open",
        "Een open punt is iets wat iemand over het plan opmerkte. Verwerk het en sluit het met"
        " `uitvoeringsplan punt`. In een vastgesteld plan is een open punt een fout.",
        Ernst.FOUT,
        open_punt,
    ),
)
