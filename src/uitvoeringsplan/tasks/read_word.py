"""Reading an edited Word file with the part of the question set that it is about; its doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import GebruikError, SjabloonError
from uitvoeringsplan.model.fingerprint import antwoord_fingerprint
from uitvoeringsplan.model.uitgave import internal_part, public_part
from uitvoeringsplan.model.velden import KENMERKEND
from uitvoeringsplan.word.returned.reading import nothing_earlier, read_returned
from uitvoeringsplan.word.returned.result import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.returned.reading import TrackedChanges
    from uitvoeringsplan.word.returned.result import EarlierTexts, ReturnedDocument


def read_word(
    data: bytes,
    word: Path | str,
    heel: Vragenlijst,
    *,
    wijzigingen: TrackedChanges = "aangenomen",
    eerder: EarlierTexts = nothing_earlier,
) -> tuple[Vragenlijst, ReturnedDocument]:
    """Return what a document says, and the part of the question set that it is about.

    One without a single public question, but with internal ones, is the internal document. Raises
    SjabloonError for a file that cannot be read or holds nothing of the set, and GebruikError for
    one that was made from other questions.
    """
    delen = [public_part(heel)]
    if heel.intern is not None:
        delen.append(internal_part(heel))
    gelezen = []
    for lijst in delen:
        terug = read_returned(data, str(word), lijst, wijzigingen=wijzigingen, eerder=eerder)
        soort = terug.herkomst.soort
        if soort and soort != heel.soort:
            raise GebruikError(
                f"{word} is gemaakt met een andere vragenlijst ({soort}) dan die van nu"
                f" ({heel.soort}). Kies het plan waar het bestand bij hoort, of een andere"
                " vragenlijst met --vragen."
            )
        if terug.antwoorden.keys() - lijst.veld_ids and not _is_van_andere_vragen(lijst, terug):
            return lijst, terug
        gelezen.append((lijst, terug))
    for lijst, terug in gelezen:
        if terug.antwoorden.keys() - lijst.veld_ids:
            return lijst, terug
    if not _heeft_alleen_gegevens(*gelezen[0]):
        raise SjabloonError(
            word,
            "in dit Word-bestand staat geen enkele vraag van het plan. Kies het bestand dat"
            " `uitvoeringsplan genereer` maakte, of zet de tekst zelf over als een ander programma"
            " de invulvelden wegliet.",
        )
    return gelezen[0]


def missing_questions(lijst: Vragenlijst, terug: ReturnedDocument) -> tuple[Vraag, ...]:
    """Return what the document was made with and was not found in it."""
    return tuple(map(lijst.vraag, terug.ontbreekt))


def doubts_about_all(
    versie: str, terug: ReturnedDocument, ontbreekt: Sequence[Vraag]
) -> list[Doubt]:
    """Return sentences about what was not looked at: lost questions, another version of the set.

    `versie` is that of the questions of the plan.
    """
    uit = []
    toen = terug.herkomst.vragenlijst
    if toen and toen != versie:
        uit.append(
            f"Dit bestand is gemaakt met versie {toen} van de vragenlijst, en het plan heeft versie"
            f" {versie}. Alleen wat in allebei staat, is nagekeken."
        )
    if ontbreekt:
        namen = ", ".join(f"“{vraag.label}”" for vraag in ontbreekt)
        wat = (
            "Dit antwoord is in het bestand niet meer te vinden, en dus niet nagekeken"
            if len(ontbreekt) == 1
            else "Deze antwoorden zijn in het bestand niet meer te vinden, en dus niet nagekeken"
        )
        uit.append(
            f"{wat}: {namen}. Het plan houdt zijn tekst. Is er in Word iets aan veranderd, zet dat"
            " dan zelf over."
        )
    return [Doubt("", zin) for zin in uit]


def doubts_about_plan(
    plan: Plan, lijst: Vragenlijst, returned: ReturnedDocument
) -> tuple[str, ...]:
    """Return a sentence for every field by which a document may be of another plan.

    A field that was changed in Word is none: then the fingerprint says that the document was made
    with what the plan has. Nor is one that the document and the plan now agree on.
    """
    return tuple(
        f"{veld.label}: in het plan staat “{plan.tekst(veld)}”, in Word “{in_word}”."
        for veld in lijst.gegevens
        if veld.id in KENMERKEND and (in_word := _differs(plan, veld, returned))
    )


def doubt_sentences(lijst: Vragenlijst, bedenkingen: Iterable[Doubt]) -> tuple[str, ...]:
    """Return doubts as sentences that name their question."""
    labels = {vraag.id: vraag.label for vraag in (*lijst.gegevens, *lijst.vragen)}
    return tuple(
        een.melding if label in een.melding else f"{label}: {een.melding}"
        for een in bedenkingen
        for label in (labels.get(een.vraag_id, ""),)
    )


def _is_van_andere_vragen(lijst: Vragenlijst, terug: ReturnedDocument) -> bool:
    """Whether a document says that it was made with questions, and none of those are of this part.

    What it holds of this part somebody pasted in it.
    """
    herkomst = terug.herkomst
    return bool(herkomst.onbekend) and not herkomst.antwoorden.keys() - lijst.veld_ids


def _heeft_alleen_gegevens(lijst: Vragenlijst, terug: ReturnedDocument) -> bool:
    """Whether a document without a question was made like that: with fields of the plan alone."""
    return (
        bool(terug.antwoorden)
        and terug.herkomst.zonder is not None
        and {vraag.id for vraag in lijst.vragen}.isdisjoint(terug.ontbreekt)
    )


def _differs(plan: Plan, veld: Vraag, returned: ReturnedDocument) -> str:
    """Return what the document has for a field of another plan; empty when it is of this one."""
    reading = returned.antwoorden.get(veld.id)
    own = plan.tekst(veld)
    if reading is None or not reading.tekst or not own:
        return ""
    then = returned.herkomst.antwoorden.get(veld.id)
    if then == "" and reading.tekst == veld.standaard:  # shown, and nobody filled it in
        return ""
    is_same = antwoord_fingerprint(veld, own) in (then, antwoord_fingerprint(veld, reading.tekst))
    return "" if is_same else reading.tekst
