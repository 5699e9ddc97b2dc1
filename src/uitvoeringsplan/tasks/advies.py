"""Telling of a mistake when it is made: once, in one sentence, and only what this answer brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError

if TYPE_CHECKING:
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst


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
        from uitvoeringsplan.checks.plan.invoer import brought_by  # noqa: PLC0415

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
