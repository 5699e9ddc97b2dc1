"""`compare_plans`: two versions of a plan side by side, from files, Word files and git."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import BestandError, GebruikError, GitError
from uitvoeringsplan.files.file_reading import load_bytes
from uitvoeringsplan.files.lookup import find_plan
from uitvoeringsplan.git.git_command import find_work_tree, show
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.plan_differences import Vraagverschil, compare_plannen
from uitvoeringsplan.model.uitgave import plan_for, public_part
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.plan.planbestand import read_with_notices
from uitvoeringsplan.tasks.environment import Environment, Vragenlijsten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.model.three_way import VasteTekst
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.returned.result import ReturnedDocument

LAST_COMMIT = "HEAD"


class Side(NamedTuple):
    """One side: how it was named, the plan in it, and the questions that it has nothing to say on.

    `path` is the file; `rev` the version of it in git, empty for the one on disk.
    """

    name: str
    plan: Plan
    path: Path
    rev: str = ""
    without: frozenset[str] = frozenset()
    fixed: VasteTekst | None = None  # of a Word file
    doubts: tuple[str, ...] = ()  # about what of it has no place in a plan
    foreign: tuple[str, ...] = ()  # why it may be of another plan than the other side


class Comparison(NamedTuple):
    """Two sides, and what changed from the one to the other."""

    environment: Environment
    old: Side
    new: Side
    verschillen: tuple[Vraagverschil, ...]

    @property
    def is_all_viewed(self) -> bool:
        """Whether nothing that a reader sees was left out of the comparison."""
        return all(
            not side.doubts and (side.fixed is None or side.fixed.is_equal)
            for side in (self.old, self.new)
        )


def compare_plans(old: str = "", new: str = "", *, vragen: Path | None = None) -> Comparison:
    """Return what changed; each side is a plan, a Word file or `REV:path` in git.

    With one side or none, that plan (or the only one here) is held against the last commit.
    Raises BestandError, GebruikError, GitError, ProjectbestandError or SjabloonError.
    """
    if not new:
        new = old or str(find_plan(None))
        old = f"{LAST_COMMIT}:{new}"
    left, right = _open(old), _open(new)
    environment = _find_environment(left, right, Vragenlijsten(vragen))
    lijst = environment.vragenlijst
    start, to = _sides(left, right, lijst)
    without = start.without | to.without
    return Comparison(
        environment, start, to, compare_plannen(lijst, start.plan, to.plan, without=without)
    )


def write_changes(
    comparison: Comparison, out: Path, *, author: str, datum: str, overwrite: bool
) -> Path | None:
    """Write the document of the new side with the changes tracked; raises as `genereer` does.

    It has the house style of the new side. Answers that one of the sides does not show count as
    unchanged. Returns where a file went that was not ours or was edited, and had to give way.
    """
    from uitvoeringsplan.tasks.destinations import replace  # noqa: PLC0415 - idem
    from uitvoeringsplan.tasks.fill_plan import Sjablonen, draw_beelden  # noqa: PLC0415 - idem
    from uitvoeringsplan.word.tracked.tracked_document import write_tracked  # noqa: PLC0415 - idem

    sides = (comparison.old, comparison.new)
    if out.exists() and any(not side.rev and side.path.samefile(out) for side in sides):
        raise BestandError(out, "dit is een van de twee die je vergelijkt. Kies een andere naam.")
    if out.exists() and not overwrite:
        raise BestandError(out, "dit bestand bestaat al. Kies een andere naam, of --overschrijf.")
    whole = comparison.environment.vragenlijst
    part = public_part(whole)
    sjablonen = Sjablonen(part, comparison.environment.vragen_path)
    sjabloon, huisstijl, _ = sjablonen.before(comparison.new.path)
    old, new = (plan_for(part, whole, plan) for plan in _completed(comparison.old, comparison.new))
    document = write_tracked(
        sjabloon,
        part,
        old,
        new,
        auteur=author,
        datum=datum,
        pictures=draw_beelden(sjabloon, part, new, huisstijl),
    )
    return replace(out, document)


def author_and_moment(comparison: Comparison) -> tuple[str, str]:
    """Return author and moment of the last commit of the new side; empty when git has none."""
    side = comparison.new
    try:
        tree = find_work_tree(side.path)
        commit = tree.commit(side.rev or LAST_COMMIT)
        said = tree.read("log", "-1", "--format=%aN%n%aI", commit, "--", tree.name)
    except GitError:
        return "", ""
    author, _, datum = said.decode("utf-8", "replace").strip().partition("\n")
    return author, datum


class _SideData(NamedTuple):
    """The bytes of one side."""

    name: str
    data: bytes
    path: Path
    rev: str

    @property
    def is_word(self) -> bool:
        return self.path.suffix.lower() == ".docx"


def _find_environment(left: _SideData, right: _SideData, lijsten: Vragenlijsten) -> Environment:
    """Return the question set of the new side; raises GebruikError for two plans of other kinds."""
    plans = [side for side in (right, left) if not side.is_word]
    if not plans:
        # Only for Word files.
        from uitvoeringsplan.word.filling.made_here import made_for  # noqa: PLC0415

        return lijsten.of_kind(made_for(right.data) or made_for(left.data), right.path)
    first, *other = [lijsten.of_data(side.data, side.path) for side in plans]
    for environment in other:
        if environment.vragenlijst.soort != first.vragenlijst.soort:
            raise GebruikError(
                f"{left.name} is van de soort “{environment.vragenlijst.soort}” en {right.name} van"
                f" de soort “{first.vragenlijst.soort}”. Alleen plannen van één soort zijn te"
                " vergelijken."
            )
    return first


def _sides(left: _SideData, right: _SideData, lijst: Vragenlijst) -> tuple[Side, Side]:
    """Return both sides; a Word file is read with the plan on the other side as what it was."""
    plan_left, plan_right = (
        None if source.is_word else _from_plan(source, lijst) for source in (left, right)
    )
    return (
        plan_left or _from_word(left, lijst, plan_right),
        plan_right or _from_word(right, lijst, plan_left),
    )


def _open(name: str) -> _SideData:
    path = Path(name)
    rev, _, rest = name.partition(":")
    if rev and rest and not path.exists():
        return _SideData(name, show(rev, Path(rest)), Path(rest), rev)
    return _SideData(name, load_bytes(path), path, "")


def _from_plan(source: _SideData, lijst: Vragenlijst) -> Side:
    plan = read_with_notices(source.data, Path(source.name), lijst).plan
    return Side(source.name, plan, source.path, source.rev)


def _from_word(source: _SideData, lijst: Vragenlijst, other: Side | None) -> Side:
    # Only for Word files.
    from uitvoeringsplan.tasks.read_word import (  # noqa: PLC0415
        about_missing,
        about_version,
        doubt_sentences,
        doubts_about_plan,
        missing_questions,
        read_word,
    )

    def earlier(vraag_id: str, _digest: str | None) -> tuple[str, ...]:
        return (other.plan.text(lijst.vraag(vraag_id)),) if other else ()

    part, returned = read_word(source.data, source.name, lijst, earlier=earlier)
    version = other.plan.vragenlijst if other else lijst.versie
    left = (about_version(version, returned), about_missing(missing_questions(part, returned)))
    # Of a question that stands there twice, the text that somebody changed.
    reading = {
        id_: one.otherwise[0] if one.is_unchanged and one.otherwise else one.text
        for id_, one in returned.antwoorden.items()
    }
    filled_in = returned.provenance.antwoorden
    # A default that nobody filled in stands in the document, and is no answer.
    texts = {
        id_: "" if text == lijst.vraag(id_).standaard and not filled_in.get(id_) else text
        for id_, text in reading.items()
    }
    fields = lijst.veld_ids
    plan = Plan(
        lijst.soort,
        lijst.versie,
        {id_: text for id_, text in texts.items() if id_ in fields},
        {id_: text for id_, text in texts.items() if id_ not in fields},
    )
    every = {vraag.id for vraag in (*lijst.gegevens, *lijst.vragen)}
    return Side(
        source.name,
        plan,
        source.path,
        source.rev,
        frozenset(every - reading.keys()),
        returned.fixed,
        (
            *filter(None, left),
            *doubt_sentences(lijst, returned.doubts),
            *_not_compared(returned),
        ),
        doubts_about_plan(other.plan, part, returned) if other else (),
    )


def _not_compared(returned: ReturnedDocument) -> Iterator[str]:
    """Return sentences about what a reader sees in Word and no comparison of answers shows."""
    if returned.has_wijzigingen:
        yield "Er staan nog bijgehouden wijzigingen open. Ze tellen hier als aangenomen."
    if count := len(returned.comments):
        er = "Er staat 1 opmerking" if count == 1 else f"Er staan {count} opmerkingen"
        yield f"{er} in het bestand. Hier tellen alleen antwoorden; `inlezen` leest opmerkingen."


def _completed(old: Side, new: Side) -> tuple[Plan, Plan]:
    """Return both plans, each with the answers of the other that it does not show."""

    def met(side: Side, other: Side) -> Plan:
        return Plan(
            side.plan.soort,
            side.plan.vragenlijst,
            {
                **{k: v for k, v in other.plan.gegevens.items() if k in side.without},
                **side.plan.gegevens,
            },
            {
                **{k: v for k, v in other.plan.antwoorden.items() if k in side.without},
                **side.plan.antwoorden,
            },
        )

    return met(old, new), met(new, old)
