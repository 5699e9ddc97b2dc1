"""Reading an edited Word file with the part of the question set that it is about; its doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import GebruikError, SjabloonError
from uitvoeringsplan.model.fingerprint import antwoord_fingerprint
from uitvoeringsplan.model.uitgave import internal_part, public_part
from uitvoeringsplan.model.velden import CHARACTERISTIC
from uitvoeringsplan.word.returned.reading import nothing_earlier, read_returned

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.returned.reading import TrackedChanges
    from uitvoeringsplan.word.returned.result import Doubt, EarlierTexts, ReturnedDocument


def read_word(
    data: bytes,
    word: Path | str,
    heel: Vragenlijst,
    *,
    wijzigingen: TrackedChanges = "aangenomen",
    earlier: EarlierTexts = nothing_earlier,
) -> tuple[Vragenlijst, ReturnedDocument]:
    """Return what a document says, and the part of the question set that it is about.

    One without a single public question, but with internal ones, is the internal document. Raises
    SjabloonError for a file that cannot be read or holds nothing of the set, and GebruikError for
    one that was made from other questions.
    """
    parts = [public_part(heel)]
    if heel.intern is not None:
        parts.append(internal_part(heel))
    reading = []
    for lijst in parts:
        terug = read_returned(data, str(word), lijst, wijzigingen=wijzigingen, earlier=earlier)
        kind = terug.provenance.kind
        if kind and kind != heel.soort:
            raise GebruikError(
                f"{word} is gemaakt met een andere vragenlijst ({kind}) dan die van nu"
                f" ({heel.soort}). Kies het plan waar het bestand bij hoort, of een andere"
                " vragenlijst met --vragen."
            )
        if terug.antwoorden.keys() - lijst.veld_ids and not _is_of_other_vragen(lijst, terug):
            return lijst, terug
        reading.append((lijst, terug))
    for lijst, terug in reading:
        if terug.antwoorden.keys() - lijst.veld_ids:
            return lijst, terug
    if not _has_only_gegevens(*reading[0]):
        raise SjabloonError(
            word,
            "in dit Word-bestand staat geen enkele vraag van het plan. Kies het bestand dat"
            " `uitvoeringsplan genereer` maakte, of zet de tekst zelf over als een ander programma"
            " de invulvelden wegliet.",
        )
    return reading[0]


def missing_questions(lijst: Vragenlijst, terug: ReturnedDocument) -> tuple[Vraag, ...]:
    """Return what the document was made with and was not found in it."""
    return tuple(map(lijst.vraag, terug.missing))


def about_version(versie: str, terug: ReturnedDocument) -> str:
    """Return a sentence when a document was made with another version of the set; else nothing.

    `versie` is that of the questions of the plan.
    """
    made_with = terug.provenance.vragenlijst
    if not made_with or made_with == versie:
        return ""
    return (
        f"Dit bestand is gemaakt met versie {made_with} van de vragenlijst, en het plan heeft"
        f" versie {versie}. Alleen wat in allebei staat, is nagekeken."
    )


def about_missing(missing: Sequence[Vraag]) -> str:
    """Return a sentence about the questions that were not found; nothing when there are none."""
    if not missing:
        return ""
    names = ", ".join(f"“{vraag.label}”" for vraag in missing)
    what = (
        "Dit antwoord is in het bestand niet meer te vinden, en dus niet nagekeken"
        if len(missing) == 1
        else "Deze antwoorden zijn in het bestand niet meer te vinden, en dus niet nagekeken"
    )
    return (
        f"{what}: {names}. Het plan houdt zijn tekst. Is er in Word iets aan veranderd, zet dat"
        " dan zelf over."
    )


def doubts_about_plan(
    plan: Plan, lijst: Vragenlijst, returned: ReturnedDocument
) -> tuple[str, ...]:
    """Return a sentence for every field by which a document may be of another plan.

    A field that was changed in Word is none: then the fingerprint says that the document was made
    with what the plan has. Nor is one that the document and the plan now agree on.
    """
    return tuple(
        f"{veld.label}: in het plan staat “{plan.text(veld)}”, in Word “{in_word}”."
        for veld in lijst.gegevens
        if veld.id in CHARACTERISTIC and (in_word := _differs(plan, veld, returned))
    )


def doubt_sentences(lijst: Vragenlijst, doubts: Iterable[Doubt]) -> tuple[str, ...]:
    """Return doubts as sentences that name their question."""
    labels = {vraag.id: vraag.label for vraag in (*lijst.gegevens, *lijst.vragen)}
    return tuple(
        one.message if label in one.message else f"{label}: {one.message}"
        for one in doubts
        for label in (labels.get(one.vraag_id, ""),)
    )


def _is_of_other_vragen(lijst: Vragenlijst, terug: ReturnedDocument) -> bool:
    """Whether a document says that it was made with questions, and none of those are of this part.

    What it holds of this part somebody pasted in it.
    """
    provenance = terug.provenance
    return bool(provenance.unknown) and not provenance.antwoorden.keys() - lijst.veld_ids


def _has_only_gegevens(lijst: Vragenlijst, terug: ReturnedDocument) -> bool:
    """Whether a document without a question was made like that: with fields of the plan alone."""
    return (
        bool(terug.antwoorden)
        and terug.provenance.without is not None
        and {vraag.id for vraag in lijst.vragen}.isdisjoint(terug.missing)
    )


def _differs(plan: Plan, veld: Vraag, returned: ReturnedDocument) -> str:
    """Return what the document has for a field of another plan; empty when it is of this one."""
    reading = returned.antwoorden.get(veld.id)
    own = plan.text(veld)
    if reading is None or not reading.text or not own:
        return ""
    then = returned.provenance.antwoorden.get(veld.id)
    if then == "" and reading.text == veld.standaard:  # shown, and nobody filled it in
        return ""
    is_same = antwoord_fingerprint(veld, own) in (then, antwoord_fingerprint(veld, reading.text))
    return "" if is_same else reading.text
