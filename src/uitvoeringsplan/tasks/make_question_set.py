"""`sjabloon maak`: a Word form to a question set of its own, with its template and a report."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.files.atomic import write_atomic
from uitvoeringsplan.files.file_reading import load_bytes, reason
from uitvoeringsplan.files.word_file import load_word, make_folder
from uitvoeringsplan.forms.form_reader import read_form
from uitvoeringsplan.forms.form_report import form_report
from uitvoeringsplan.forms.proposal import propose
from uitvoeringsplan.forms.question_file import plan_set, question_file
from uitvoeringsplan.forms.template import dropped_tags, make_template
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.gate import check_package
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.vragenlijst.question_set_reader import read_vragenlijst
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

if TYPE_CHECKING:
    from pathlib import Path

    from uitvoeringsplan.forms.question_file import PlannedSet

QUESTIONS, REPORT = "vragen.yaml", "verslag.md"
_BEHIND = "-sjabloon"
_MOST_NAMED = 5


class MadeSet(NamedTuple):
    """The files that were made of a form, and how much is in them."""

    vragen: Path
    sjabloon: Path
    report: Path
    asked: int
    fields: int
    to_check: int
    not_yet: int
    left: int


def make_question_set(formulier: Path, folder: Path | None = None) -> MadeSet:
    """Make the question set of a form, its template and a report, in a folder.

    Without `folder` they come in one with the name of the form, beside it. Nothing that is there is
    replaced by something else. Raises BestandError, SjabloonError or UitvoerError.
    """
    data = load_word(formulier)
    if data is None:
        raise BestandError(formulier, "dit formulier bestaat niet. Controleer de naam en de map.")
    folder = formulier.with_suffix("") if folder is None else folder
    package = check_package(load_package(data, str(formulier))).package
    form = read_form(package)
    proposal = propose(form)
    name = f"{formulier.stem}{_BEHIND}{formulier.suffix.lower()}"
    planned = plan_set(proposal, formulier.name, name)
    asked = [*planned.fields, *(q for chapter in planned.chapters for q in chapter.questions)]
    if not asked:
        raise BestandError(formulier, _nothing(planned))
    text = question_file(planned)
    template = make_template(package, form, asked)
    # What comes out must go in: a set or a template that cannot be used is not written.
    open_sjabloon(template, str(formulier), read_vragenlijst(text.encode(), folder / QUESTIONS))
    report = form_report(proposal, planned, dropped_tags(form, asked))
    made = {QUESTIONS: text.encode(), name: template, REPORT: report.encode()}
    _write(folder, made)
    unsure = sum(bool(q.doubts) or not q.sureness for q in asked)
    return MadeSet(
        folder / QUESTIONS,
        folder / name,
        folder / REPORT,
        len(asked),
        len(planned.fields),
        unsure,
        len(planned.not_yet),
        len(proposal.left),
    )


def _write(folder: Path, made: dict[str, bytes]) -> None:
    make_folder(folder)
    for name, data in made.items():
        path = folder / name
        if os.path.lexists(path) and load_bytes(path) != data:
            raise BestandError(
                path,
                "dit bestand is er al, en anders. Kies met -m een andere map, of hernoem het.",
            )
    for name, data in made.items():
        try:
            write_atomic(folder / name, data)
        except OSError as error:
            raise BestandError(folder / name, f"opslaan lukt niet ({reason(error)}).") from error


def _nothing(planned: PlannedSet) -> str:
    """Return why there is no question set to make of a form."""
    if not planned.not_yet:
        return (
            "in dit formulier is geen plek gevonden om in te vullen: geen invulvelden, lege cellen,"
            " invullijnen of tekst tussen haken."
        )
    names = ", ".join(f"“{q.label}” ({why})" for q, why in planned.not_yet[:_MOST_NAMED])
    more = len(planned.not_yet) - _MOST_NAMED
    rest = f" en nog {more}" if more > 0 else ""
    return f"het programma kan van dit formulier nog niets invullen: {names}{rest}."
