"""Taking an answer in a conversation: what to say of it, and saving it, which may take a choice.

A mistake is told of when it is made: once, in one sentence, and only what this answer brings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError, BestandError, BotsingError, ProjectbestandError
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.plan.saving import find_leftovers, rescued, save_plan

if TYPE_CHECKING:
    from uitvoeringsplan.model.beurt import Vragensteller
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.plan.planbestand import Planbestand
    from uitvoeringsplan.plan.saving import Leftover


def save_answer(
    file: Planbestand, vraag: Vraag, text: str, vragensteller: Vragensteller
) -> Planbestand:
    """Save one answer and return the file as it is on disk; a clash is put to the user.

    Raises AntwoordError when the text does not fit. When the user will not choose, the text in the
    file stays and ours goes to a file beside it, which the BestandError names.
    """
    while True:
        new = file.with_answer(vraag, text)
        try:
            return save_plan(file, new)
        except BotsingError as clash:
            try:
                file = load_plan(file.path, file.vragenlijst)
            except (BestandError, ProjectbestandError) as error:
                raise rescued(new, error.message) from error
            now = vraag.in_words(file.plan.text(vraag))
            choice = vragensteller.choose_text(vraag, text, now)
            if choice is None:
                # In their file, so that nothing of theirs ever looks like an older answer of ours.
                raise rescued(file.with_answer(vraag, text), clash.message) from clash
            text = choice


def offer_leftovers(file: Planbestand, vragensteller: Vragensteller) -> Planbestand:
    """Offer what an earlier run left behind, and return the plan with what was taken over.

    A leftover may be older than the plan, so where both have a text the user sees the two. Whoever
    will not choose keeps the leftover.
    """
    for rest in find_leftovers(file):
        if vragensteller.confirm(
            f"Een eerdere keer is het bewaren afgebroken. In {rest.path.name} {_what(rest)}."
            " Wil je die overnemen?"
        ):
            for vraag_id, text in rest.antwoorden.items():
                vraag = file.vragenlijst.vraag(vraag_id)
                ours, now = map(vraag.in_words, (text, file.plan.text(vraag)))
                why = f"Bij “{vraag.label}” staat in het plan iets anders dan in die tekst."
                choice = vragensteller.choose_text(vraag, ours, now, why) if now else text
                if choice is None:
                    return file
                file = save_answer(file, vraag, choice, vragensteller)
            if rest.punten:
                file = save_plan(file, _with_punten(file, rest))
        elif not vragensteller.confirm(f"Mag {rest.path.name} dan weg?"):
            continue
        rest.clean_up()
    return file


def _what(rest: Leftover) -> str:
    """Return in words what a leftover has that the plan does not."""
    parts = []
    if rest.antwoorden:
        parts.append(f"staat een andere tekst voor: {', '.join(rest.antwoorden)}")
    if count := len(rest.punten):
        parts.append("staat 1 punt dat" if count == 1 else f"staan {count} punten die")
        parts[-1] += " het plan niet heeft"
    return "; er ".join(parts)


def _with_punten(file: Planbestand, rest: Leftover) -> Planbestand:
    from uitvoeringsplan.plan.punten_patch import add_punten  # noqa: PLC0415 - seldom

    return add_punten(file, rest.punten)


class Adviser:
    """Gives advice on answers during one conversation, and remembers what it said."""

    def __init__(self, vragenlijst: Vragenlijst) -> None:
        self._vragenlijst = vragenlijst
        self._said: set[tuple[str, str]] = set()

    def over(self, plan: Plan, vraag: Vraag, text: str) -> str:
        """Return what to say of an answer as it was typed, before it is taken; or nothing.

        What was said of a question is not said again: whoever goes on means it. A text that does
        not fit is no answer yet.
        """
        # Loading the rules takes longer than all other work for a first question.
        from uitvoeringsplan.checks.plan.rules import brought_by  # noqa: PLC0415

        try:
            value = vraag.normalise(text)
        except AntwoordError:
            return ""
        new = [
            message
            for message in brought_by(self._vragenlijst, plan, vraag, value)
            if (vraag.id, message) not in self._said
        ]
        if not new:
            return ""
        self._said.update((vraag.id, message) for message in new)
        first, *rest = new
        if first.split(" ", 1)[0].isalpha():  # and not the address or the words it is about
            first = f"{first[:1].upper()}{first[1:]}"
        more = f" Er is nog meer ({len(rest)}); `controleer` noemt alles." if rest else ""
        return f"{first}{more}"
