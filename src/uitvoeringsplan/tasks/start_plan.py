"""`nieuw`: starting a plan."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError, BestandError, GebruikError
from uitvoeringsplan.files.lookup import PLAN_SUFFIX, find_vragen
from uitvoeringsplan.git.git_setup import find_missing_lines
from uitvoeringsplan.model.beurt import (
    Beantwoord,
    Beurt,
    Gestopt,
    Overgeslagen,
    Positie,
    list_steps,
    with_way_out,
)
from uitvoeringsplan.model.cleaning import typed_command
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.vraag import Verplicht
from uitvoeringsplan.plan.drafts import Concepten
from uitvoeringsplan.plan.planbestand import load_plan, new_planbestand
from uitvoeringsplan.plan.saving import save_new
from uitvoeringsplan.tasks.ask_questions import ConversationOutcome, Gesprek
from uitvoeringsplan.tasks.take_answer import Adviser

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uitvoeringsplan.model.beurt import Vragensteller
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.plan.planbestand import Planbestand
    from uitvoeringsplan.tasks.environment import Environment, Vragenlijsten


def plan_path(path: Path) -> Path:
    """Return the path with the ending of a plan, which a user need not type."""
    if path.name.endswith(PLAN_SUFFIX):
        return path
    return path.parent / (path.name.removesuffix(".yaml").removesuffix(".plan") + PLAN_SUFFIX)


def file_name_of(gemeente: str) -> str:
    """Return the name of a municipality as a file name: `'s-Hertogenbosch` to `s-hertogenbosch`."""
    bare = unicodedata.normalize("NFKD", gemeente).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def taken_over(vragenlijst: Vragenlijst, source: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Return the fields and answers that a new plan takes over from another plan.

    All answers, and the fields that say what the plan is about. What belongs to one version or
    one decision starts anew: dates, choices with a default, and what only an adopted plan needs.
    """
    plan = load_plan(source, vragenlijst).plan
    gegevens = {
        veld.id: plan.text(veld)
        for veld in vragenlijst.gegevens
        if veld.type.is_carried_over(veld) and veld.verplicht is not Verplicht.VASTGESTELD
    }
    return gegevens, dict(plan.antwoorden)


def find_soort(lijsten: Vragenlijsten, plan: Path, vragensteller: Vragensteller) -> str | None:
    """Return the kind of a plan that does not exist yet; None when the user stops.

    The user is asked when there are more kinds, and there is not one set in the folder itself.
    """
    if lijsten.asked is not None:
        return lijsten.read(find_vragen(lijsten.asked)).vragenlijst.soort
    found = lijsten.found(plan.parent)
    if len(found.files) == 1:
        return lijsten.of(plan).vragenlijst.soort
    # Most users have one question set.
    from uitvoeringsplan.tasks.question_sets import find_own, list_kinds  # noqa: PLC0415

    kinds = list_kinds(found)
    own = kinds[0] if len(kinds) == 1 else find_own(kinds)
    if own is not None:
        return own.soort
    return vragensteller.choose_value(
        "Welke soort plan wil je maken?",
        [
            (one.soort, f"{one.titel or one.soort} ({one.soort}, versie {one.versie})")
            for one in kinds
        ],
    )


def open_soort(lijsten: Vragenlijsten, soort: str, plan: Path) -> Environment:
    """Return the question set of a kind for a plan at this path.

    Raises OnbekendeSoortError, and GebruikError when another set was asked for as well.
    """
    environment = lijsten.of_kind(soort, plan)
    if environment.vragenlijst.soort != soort:
        raise GebruikError(
            f"De vragenlijst {environment.vragen_path} is van de soort"
            f" “{environment.vragenlijst.soort}”, niet van “{soort}”. Laat --soort of --vragen weg."
        )
    return environment


def make_plan(environment: Environment, path: Path, antwoorden: Path) -> Planbestand:
    """Make a plan with the answers of another one, without asking; raises BestandError."""
    gegevens, texts = taken_over(environment.vragenlijst, antwoorden)
    file = new_planbestand(plan_path(path), environment.vragenlijst, gegevens, texts)
    save_new(file)
    return file


def start_plan(
    environment: Environment,
    path: Path | None,
    vragensteller: Vragensteller,
    antwoorden: Path | None = None,
) -> Planbestand | None:
    """Ask the first field and make the project file; None when the user stops before that.

    Without `path` the file gets the name of the municipality, in this folder. `antwoorden` is a
    plan to take answers from. Raises BestandError when the file is there already.
    """
    lijst = environment.vragenlijst
    gegevens: Mapping[str, str] = {}
    texts: Mapping[str, str] = {}
    if antwoorden is not None:
        gegevens, texts = taken_over(lijst, antwoorden)
    if path is not None:
        _must_be_new(plan_path(path))
    name = _first_answer(lijst, gegevens, vragensteller, may_be_empty=path is not None)
    if name is None:
        return None
    target = plan_path(path if path is not None else Path(file_name_of(name)))
    _must_be_new(target)
    gegevens = {**gegevens, lijst.gegevens[0].id: name} if lijst.gegevens else gegevens
    file = new_planbestand(target, lijst, gegevens, texts)
    save_new(file)
    return file


def _first_answer(
    lijst: Vragenlijst,
    gegevens: Mapping[str, str],
    vragensteller: Vragensteller,
    *,
    may_be_empty: bool,
) -> str | None:
    """Return the answer to the first field, which names the file; None when the user stops."""
    first = list_steps(lijst)[0]
    message, text = "", gegevens.get(first.vraag.id, "")
    left, adviser, advice = text, Adviser(lijst), ""
    plan = Plan(lijst.soort, lijst.versie, gegevens)
    while True:
        move = vragensteller.ask(
            Beurt(
                first,
                text,
                0,
                len(lijst.fixed_vragen),
                message,
                antwoord=left,
                is_needed=not may_be_empty,
                positie=Positie("gegeven", 1, len(lijst.gegevens), 0, len(lijst.gegevens))
                if lijst.gegevens
                else None,
                is_guessed=bool(advice),
            )
        )
        advice = ""
        if isinstance(move, Gestopt):
            return None
        if isinstance(move, Overgeslagen):
            continue
        if not isinstance(move, Beantwoord):  # there is no plan yet to go to another place in
            message, text = "", move.text
            continue
        try:
            text = first.vraag.normalise(move.text)
        except AntwoordError as error:
            message, text = error.message, move.text
            continue
        if advice := adviser.over(plan, first.vraag, text):
            message = with_way_out(advice)
            continue
        if may_be_empty or file_name_of(text):
            return text
        message = "Zonder dit antwoord kan het plan geen naam krijgen. Vul het in, of stop."


def _must_be_new(path: Path) -> None:
    if path.exists():
        raise BestandError(
            path,
            f"dit plan bestaat al. Ga ermee verder met `{typed_command('verder', path)}`, of kies"
            " een andere naam.",
        )


def complete_git(file: Planbestand, vragensteller: Vragensteller) -> None:
    """Let git treat the new plan well, if its folder is in git and the user agrees."""
    needed = find_missing_lines(file.path.parent)
    if not needed:
        return
    names = " en ".join(addition.path.name for addition in needed)
    if vragensteller.confirm(
        f"Deze map is in git. Mag ik {names} aanvullen, zodat plannen goed samengevoegd worden en"
        " hulpbestanden buiten git blijven?"
    ):
        for addition in needed:
            try:
                addition.schrijf()
            except BestandError as error:  # the plan is there, and can be worked on without
                vragensteller.show(str(error))


def ask_rest(file: Planbestand, vragensteller: Vragensteller) -> ConversationOutcome:
    """Ask everything that follows the first field of a new plan."""
    gesprek = Gesprek(file, vragensteller, Concepten(file.path))
    return gesprek.run(1 if len(gesprek.stappen) > 1 else None, everything=True)
