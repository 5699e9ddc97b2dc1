"""Taking an answer in a conversation: what to say of it, and saving it, which may take a choice.

A mistake is told of when it is made: once, in one sentence, and only what this answer brings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError, BestandError, BotsingError, ProjectbestandError
from uitvoeringsplan.plan.leftovers import vind_resten
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.plan.saving import bewaar, gered

if TYPE_CHECKING:
    from uitvoeringsplan.model.beurt import Vragensteller
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.plan.leftovers import Rest
    from uitvoeringsplan.plan.planbestand import Planbestand


def bewaar_antwoord(
    bestand: Planbestand, vraag: Vraag, tekst: str, vragensteller: Vragensteller
) -> Planbestand:
    """Save one answer and return the file as it is on disk; a clash is put to the user.

    Raises AntwoordError when the text does not fit. When the user will not choose, the text in the
    file stays and ours goes to a file beside it, which the BestandError names.
    """
    while True:
        nieuw = bestand.met_antwoord(vraag, tekst)
        try:
            return bewaar(bestand, nieuw)
        except BotsingError as botsing:
            try:
                bestand = load_plan(bestand.pad, bestand.vragenlijst)
            except (BestandError, ProjectbestandError) as fout:
                raise gered(nieuw, fout.melding) from fout
            nu = vraag.in_woorden(bestand.plan.tekst(vraag))
            keuze = vragensteller.kies(vraag, tekst, nu)
            if keuze is None:
                # In their file, so that nothing of theirs ever looks like an older answer of ours.
                raise gered(bestand.met_antwoord(vraag, tekst), botsing.melding) from botsing
            tekst = keuze


def bied_resten_aan(bestand: Planbestand, vragensteller: Vragensteller) -> Planbestand:
    """Offer what an earlier run left behind, and return the plan with what was taken over.

    A leftover may be older than the plan, so where both have a text the user sees the two. Whoever
    will not choose keeps the leftover.
    """
    for rest in vind_resten(bestand):
        if vragensteller.ja_nee(
            f"Een eerdere keer is het bewaren afgebroken. In {rest.pad.name} {_wat(rest)}."
            " Wil je die overnemen?"
        ):
            for vraag_id, tekst in rest.antwoorden.items():
                vraag = bestand.vragenlijst.vraag(vraag_id)
                onze, nu = map(vraag.in_woorden, (tekst, bestand.plan.tekst(vraag)))
                waarom = f"Bij “{vraag.label}” staat in het plan iets anders dan in die tekst."
                keuze = vragensteller.kies(vraag, onze, nu, waarom) if nu else tekst
                if keuze is None:
                    return bestand
                bestand = bewaar_antwoord(bestand, vraag, keuze, vragensteller)
            if rest.punten:
                bestand = bewaar(bestand, _met_punten(bestand, rest))
        elif not vragensteller.ja_nee(f"Mag {rest.pad.name} dan weg?"):
            continue
        rest.ruim_op()
    return bestand


def _wat(rest: Rest) -> str:
    """Return in words what a leftover has that the plan does not."""
    delen = []
    if rest.antwoorden:
        delen.append(f"staat een andere tekst voor: {', '.join(rest.antwoorden)}")
    if aantal := len(rest.punten):
        delen.append("staat 1 punt dat" if aantal == 1 else f"staan {aantal} punten die")
        delen[-1] += " het plan niet heeft"
    return "; er ".join(delen)


def _met_punten(bestand: Planbestand, rest: Rest) -> Planbestand:
    from uitvoeringsplan.plan.punten_patch import voeg_punten_toe  # noqa: PLC0415 - seldom

    return voeg_punten_toe(bestand, rest.punten)


class Raadgever:
    """Gives advice on answers during one conversation, and remembers what it said."""

    def __init__(self, vragenlijst: Vragenlijst) -> None:
        self._vragenlijst = vragenlijst
        self._gezegd: set[tuple[str, str]] = set()

    def over(self, plan: Plan, vraag: Vraag, tekst: str) -> str:
        """Return what to say of an answer as it was typed, before it is taken; or nothing.

        What was said of a question is not said again: whoever goes on means it. A text that does
        not fit is no answer yet.
        """
        # Loading the rules takes longer than all other work for a first question.
        from uitvoeringsplan.checks.plan.rules import brought_by  # noqa: PLC0415

        try:
            waarde = vraag.normaliseer(tekst)
        except AntwoordError:
            return ""
        nieuw = [
            melding
            for melding in brought_by(self._vragenlijst, plan, vraag, waarde)
            if (vraag.id, melding) not in self._gezegd
        ]
        if not nieuw:
            return ""
        self._gezegd.update((vraag.id, melding) for melding in nieuw)
        eerste, *rest = nieuw
        if eerste.split(" ", 1)[0].isalpha():  # and not the address or the words it is about
            eerste = f"{eerste[:1].upper()}{eerste[1:]}"
        meer = f" Er is nog meer ({len(rest)}); `controleer` noemt alles." if rest else ""
        return f"{eerste}{meer}"
