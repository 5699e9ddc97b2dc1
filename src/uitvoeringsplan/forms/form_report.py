"""What was found in a form and what was not, as a short text beside its question set."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from uitvoeringsplan.forms.label import Sureness
from uitvoeringsplan.model.cleaning import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from uitvoeringsplan.forms.proposal import Proposal
    from uitvoeringsplan.forms.question_file import PlannedSet
    from uitvoeringsplan.forms.questions import FormQuestion

_MOST_WORDS = 90  # signs of what a line quotes
_PROTECTED = {
    "forms": "alleen de invulvelden zijn te bewerken",
    "readOnly": "alleen lezen",
    "comments": "alleen opmerkingen",
    "trackedChanges": "elke wijziging wordt bijgehouden",
}


def form_report(proposal: Proposal, planned: PlannedSet, dropped: Sequence[str]) -> str:
    """Return the report in Markdown; `dropped` are tags of the form that the template has not."""
    return "\n".join(_lines(proposal, planned, dropped)) + "\n"


def _lines(proposal: Proposal, planned: PlannedSet, dropped: Sequence[str]) -> Iterator[str]:
    asked = [*planned.fields, *(q for chapter in planned.chapters for q in chapter.questions)]
    yield f"# Wat er in {planned.source} staat"
    yield ""
    yield (
        f"- {_count(len(asked), 'vraag', 'vragen')} in `vragen.yaml`, waarvan"
        f" {len(planned.fields)} als gegeven."
    )
    yield (
        f"- {_count(len(planned.not_yet), 'vraag die', 'vragen die')} het programma nog niet kan"
        " invullen."
    )
    yield (
        f"- {_count(len(proposal.left), 'plek', 'plekken')} die geen vraag"
        f" {'is' if len(proposal.left) == 1 else 'zijn'}."
    )
    sources = Counter(str(place.source) for q in proposal.questions for place in q.places)
    if sources:
        named = ", ".join(f"{count} × {source}" for source, count in sources.most_common())
        yield f"- Daarvoor is gebruikt: {named}."
    if proposal.form.protection:
        how = _PROTECTED.get(proposal.form.protection, proposal.form.protection)
        yield f"- Het formulier is beveiligd: {how}. Dat blijft zo in wat je ervan maakt."
    unsure = [q for q in asked if q.sureness is Sureness.GUESS or q.doubts]
    likely = [q for q in asked if q not in unsure and q.sureness is Sureness.LIKELY]
    yield from _section("Kijk deze vragen na", (_doubted(q) for q in unsure))
    yield from _section("Waarschijnlijk goed", (f"{_quote(q.label)}: {q.origin}" for q in likely))
    yield from _section(
        "Nog niet in te vullen",
        (f"{_quote(q.label)} ({q.type}): {reason}" for q, reason in planned.not_yet),
    )
    yield from _section(
        "Geen vraag",
        (f"{_quote(one.words) or 'zonder naam'}: {one.reason}" for one in proposal.left),
    )
    yield from _section(
        "Codes van het formulier zelf die in het sjabloon niet meer staan", map(_quote, dropped)
    )


def _doubted(question: FormQuestion) -> str:
    said = [f"de naam komt van: {question.origin}"] if question.sureness is Sureness.GUESS else []
    return f"{_quote(question.label)}: {'; '.join([*said, *question.doubts])}"


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    points = [f"- {line}" for line in lines]
    if points:
        yield from ("", f"## {title}", "", *points)


def _quote(text: str) -> str:
    text = one_line(text)
    short = text if len(text) <= _MOST_WORDS else f"{text[:_MOST_WORDS]}…"
    return f"“{short}”" if text else ""


def _count(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
