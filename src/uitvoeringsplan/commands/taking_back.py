"""`inlezen`: what colleagues changed in Word, back into the plan.

What was changed both in Word and in the plan is a clash: the user says what the plan gets. What has
no place in a plan is named, and stays as an open point when the user wants that.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from uitvoeringsplan.commands import user
from uitvoeringsplan.commands.edge import INPUT, INTERRUPTED
from uitvoeringsplan.commands.output import say, say_json
from uitvoeringsplan.errors import GebruikError
from uitvoeringsplan.files.lookup import PLAN_SUFFIX, find_plan
from uitvoeringsplan.files.word_file import PREVIOUS
from uitvoeringsplan.model.open_punt import new_punten
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.tasks.environment import open_plan
from uitvoeringsplan.tasks.keep_as_punten import left_behind, with_kept
from uitvoeringsplan.tasks.read_back import read_back, save_readback
from uitvoeringsplan.terminal.reports import readback
from uitvoeringsplan.terminal.reports.changes import legend
from uitvoeringsplan.terminal.wrapping import fit_text, text_width, window_rows, wrap_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import Annotated

    import typer

    from uitvoeringsplan.commands.options import EenvoudigOptie, VragenOptie
    from uitvoeringsplan.model.open_punt import OpenPunt
    from uitvoeringsplan.plan.planbestand import Planbestand
    from uitvoeringsplan.tasks.read_back import Readback
    from uitvoeringsplan.terminal.reports.readback_summary import Group


class _Wishes(NamedTuple):
    """The options of this call; `options` are those that a later one needs too."""

    path: Path
    accepted: bool
    trial: bool
    allowed: bool
    keep: bool
    everything: bool
    as_json: bool
    plain: bool
    vragen: Path | None


def inlezen(
    bestanden: Annotated[
        list[Path],
        typer.Argument(
            metavar="WORD... [BESTAND]",
            readable=False,
            help="De Word-bestanden, en het plan (*.plan.yaml) als dat niet vanzelf spreekt.",
        ),
    ],
    *,
    zonder_wijzigingen: Annotated[
        bool,
        typer.Option(
            "--zonder-wijzigingen",
            help="Laat bijgehouden wijzigingen die nog open staan niet meetellen.",
        ),
    ] = False,
    proef: Annotated[
        bool, typer.Option("--proef", help="Laat zien wat er zou veranderen en bewaar niets.")
    ] = False,
    als_punten: Annotated[
        bool,
        typer.Option(
            "--als-punten",
            help="Bewaar wat niet mee kan naar het plan als open punten, zonder te vragen.",
        ),
    ] = False,
    alles: Annotated[
        bool, typer.Option("--alles", help="Noem alles heel, ook als het niet op een scherm past.")
    ] = False,
    als_json: Annotated[
        bool,
        typer.Option("--json", help="Schrijf wat er gebeurt als JSON, en vraag niets."),
    ] = False,
    toch: Annotated[
        bool,
        typer.Option(
            "--toch",
            help="Neem ook over uit een Word-bestand dat van een ander plan lijkt te zijn.",
        ),
    ] = False,
    eenvoudig: EenvoudigOptie = False,
    vragen: VragenOptie = None,
) -> int:
    """Neem over wat anderen in het Word-bestand hebben veranderd."""
    words, path = _divide(bestanden)
    plan = open_plan(path, vragen)
    wishes = _Wishes(
        path, not zonder_wijzigingen, proef, toch, als_punten, alles, als_json, eenvoudig, vragen
    )
    today = dt.datetime.now().astimezone().date().isoformat()
    is_unsettled = False
    files: list[object] = []
    for word in words:
        returned = read_back(plan, word, accepted=wishes.accepted, today=today)
        taken = (_take_for_json if als_json else _take)(returned, wishes)
        if taken is None:
            say("Gestopt. Van dit bestand is niets overgenomen.", err=True)
            return INTERRUPTED
        plan = taken.plan
        files.append(taken.content)
        is_unsettled = is_unsettled or not taken.is_settled
    if als_json:
        from uitvoeringsplan.tasks.readback_json import to_json  # noqa: PLC0415 - few ask for it

        say_json(to_json(path, plan.vragenlijst, files, trial=proef))
    return INPUT if is_unsettled else 0


class _Taken(NamedTuple):
    """The plan after one Word file; `is_settled`: nothing of that file waits for the user."""

    plan: Planbestand
    is_settled: bool
    content: object = None


def _take_for_json(returned: Readback, wishes: _Wishes) -> _Taken:
    """Take one Word file over without a question, and tell of it as JSON."""
    from uitvoeringsplan.tasks.readback_json import file_json  # noqa: PLC0415 - few ask for it

    waits = bool(returned.clashes) or (bool(returned.foreign) and not wishes.allowed)
    settled, to_keep = returned, left_behind(returned).new
    if wishes.keep and not waits:
        settled, to_keep = with_kept(returned, to_keep), ()
    plan = settled.old if waits else settled.new
    is_saved = not (waits or wishes.trial) and plan.data != settled.old.data
    if is_saved:
        plan = save_readback(settled)
    content = file_json(
        settled, accepted=wishes.accepted, taken=not waits, saved=is_saved, to_keep=to_keep
    )
    return _Taken(plan, not waits and settled.is_heel and not settled.refused, content)


def _take(returned: Readback, wishes: _Wishes) -> _Taken | None:
    """Take one Word file over, and say what came of it; None when the user stops."""
    kop = readback.heading(
        returned.word,
        text_width(),
        has_wijzigingen=returned.has_wijzigingen,
        assumed=wishes.accepted,
    )
    say(kop)
    if returned.foreign:
        # Also with --toch: an answer that nobody changed there stays as the plan has it.
        sentence = readback.other_plan(returned.word, wishes.path, returned.foreign, text_width())
        say(sentence, err=True)
        if not (wishes.allowed or _is_allowed(plain=wishes.plain, trial=wishes.trial)):
            return _Taken(returned.old, is_settled=False)
    report = _Report(returned, wishes, kop)
    if returned.clashes and (wishes.trial or not user.is_terminal()):
        report.say_unsettled()
        return _Taken(returned.old, is_settled=False)
    settled: Readback | None = returned
    if returned.clashes:
        from uitvoeringsplan.commands.settling import settle_clashes  # noqa: PLC0415 - seldom

        settled = settle_clashes(returned, plain=wishes.plain)
    if settled is None:
        return None
    to_keep = left_behind(settled).new
    if wishes.keep:
        settled, to_keep = with_kept(settled, to_keep), ()
    # Saving comes first: what is said to be taken over is in the file.
    plan = settled.new if wishes.trial else save_readback(settled)
    offers = bool(to_keep) and not wishes.trial and user.is_terminal()
    report.say_settled(settled, to_keep, offers=offers)
    if offers:
        plan = _offer(settled._replace(old=plan, new=plan), to_keep, wishes)
    return _Taken(plan, settled.is_heel and not settled.refused)


def _offer(saved: Readback, to_keep: tuple[OpenPunt, ...], wishes: _Wishes) -> Planbestand:
    """Return the plan with the points that the user wants to keep, which is saved."""
    from uitvoeringsplan.commands.keeping import offer  # noqa: PLC0415 - seldom

    kept = offer(to_keep, saved.old.vragenlijst, plain=wishes.plain)
    plan = save_readback(with_kept(saved, kept)) if kept else saved.old
    say(readback.kept_line(wishes.path, len(kept), text_width()))
    return plan


class _Report:
    """Says what a Word file brought: on a screen no more than fits, unless everything is wanted."""

    def __init__(self, returned: Readback, wishes: _Wishes, kop: str) -> None:
        self._returned, self._wishes, self._kop = returned, wishes, kop

    def say_settled(
        self, settled: Readback, to_keep: tuple[OpenPunt, ...], *, offers: bool
    ) -> None:
        """Say what was taken over, or would be, and what could not come along."""
        punten = readback.PointCounts(
            settled.new_punt_count, len(settled.handled), len(settled.kept)
        )
        is_equal = settled.is_equal and (self._wishes.accepted or not settled.has_wijzigingen)
        last = readback.last_line(
            settled.three_ways,
            punten,
            self._wishes.path,
            saved=not self._wishes.trial,
            otherwise_equal=is_equal,
            refused=len(settled.refused),
        )
        notes = self._notes()
        if to_keep and not offers:
            notes.append(readback.about_keeping(text_width(), trial=self._wishes.trial))
        self._say_groups(settled, [*notes, last], saved=not self._wishes.trial, extra=5 * offers)
        for note in notes:
            say(note, err=True)
        say(last)

    def say_unsettled(self) -> None:
        """Say what waits: the clashes, and with them everything else of this file."""
        returned, wishes = self._returned, self._wishes
        extra = ["--toch"] if returned.foreign else []
        extra += ["--zonder-wijzigingen"] if not wishes.accepted else []
        extra += ["--vragen", str(wishes.vragen)] if wishes.vragen else []
        later = readback.choose_later(returned.word, wishes.path, extra, text_width())
        notes = [*self._notes(), later]
        self._say_groups(returned, notes, saved=False)
        if wishes.everything or not user.has_screen():
            for way in returned.clashes:
                say("")
                shown = readback.render_clash(
                    way, text_width(), kleur=user.wants_colour(), heel=wishes.everything
                )
                say(shown.text, nl=False)
        for note in notes:
            say(note, err=True)

    def _notes(self) -> list[str]:
        """Return what is said about the file as a whole."""
        returned = self._returned
        notes = [returned.other_version] if returned.other_version else []
        if not returned.fixed.is_known:
            is_short = user.has_screen() and not self._wishes.everything
            notes.append(readback.FIXED_UNKNOWN_SHORT if is_short else readback.FIXED_UNKNOWN)
        return [wrap_text(f"Let op: {note}", text_width(), "  ") for note in notes]

    def _say_groups(
        self, returned: Readback, below: Sequence[str], *, saved: bool, extra: int = 0
    ) -> None:
        """Say the groups, so that with what stands above and below them they fit the screen."""
        groups = _groups(returned, saved=saved)
        if not any(group.entries for group in groups):
            return
        from uitvoeringsplan.terminal.reports.readback_summary import is_heel, show_groups  # noqa: PLC0415 - as below

        rows = None
        if user.has_screen():
            signs = legend(["[- {+ …"], kleur=False, is_brief=True)
            around = [self._kop, signs, readback.SEE_ALL[saved], *below]
            taken = sum(fit_text(text, text_width()).count("\n") + 1 for text in around)
            # The line of the command and that of the next one stand there too.
            rows = window_rows() - taken - extra - 2
        shown = show_groups(groups, text_width(), rows, everything=self._wishes.everything)
        texts = [one.text for one in shown if not one.is_warning]  # only answers have signs
        if explanation := legend(texts, kleur=user.wants_colour(), is_brief=True):
            say(explanation)
        for one in shown:
            say(one.text, err=one.is_warning)
        if not is_heel(groups, shown, text_width()):
            say(readback.SEE_ALL[saved])


def _groups(returned: Readback, *, saved: bool) -> list[Group]:
    """Return everything that a Word file brought, by kind."""
    changed = [way for way in returned.three_ways if way.changes or way.is_for_user]
    warns = returned.refused or returned.doubts or returned.missing or returned.fixed.verschillen
    added = new_punten(returned.old.punten, returned.punten)
    if not (changed or warns or added or returned.handled):
        return []
    from uitvoeringsplan.terminal.reports.readback_summary import (  # noqa: PLC0415 - a file with nothing new does not need it
        Left,
        answer_groups,
        outside,
        punt_groups,
        warning_groups,
    )

    def name(vraag_id: str) -> str:
        return returned.old.vragenlijst.vraag(vraag_id).label if vraag_id else ""

    left = left_behind(returned)
    return [
        *answer_groups(changed, text_width(), saved=saved, kleur=user.wants_colour()),
        *punt_groups(
            [(name(punt.vraag), punt.tekst or punt.citaat) for punt in added],
            [
                (name(punt.vraag), punt.tekst or punt.citaat)
                for punt in returned.old.punten
                if punt.attribute in returned.handled
            ],
            text_width(),
        ),
        *warning_groups(
            [
                Left(f"{vraag.label}, {one.place}".strip(", "), one.message, one.words, known)
                for vraag, one, known in left.refused
            ],
            [Left(name(one.vraag_id), one.message, "", known) for one, known in left.doubts],
            [outside(one, is_known=known) for one, known in left.fixed],
            [vraag.label for vraag in returned.missing],
            text_width(),
        ),
    ]


def _divide(files: list[Path]) -> tuple[list[Path], Path]:
    """Return the Word files and the plan: the one given, the one of that name, or the only one."""
    plannen = [path for path in files if path.suffix in (".yaml", ".yml")]
    words = [path for path in files if path not in plannen]
    if not words:
        raise GebruikError("Geef ook het Word-bestand dat je wilt inlezen.")
    if len(plannen) > 1:
        raise GebruikError("Geef één plan. Word-bestanden mogen er meer zijn.")
    if plannen:
        return words, plannen[0]
    stem = re.sub(rf"{PREVIOUS}(-\d+)?$", "", words[0].stem)
    bare = stem.removesuffix("-met-punten").removesuffix("-intern")
    for name in (stem, bare):
        if (plan := words[0].parent / f"{name}{PLAN_SUFFIX}").is_file():
            return words, plan
    return words, find_plan(None)


def _is_allowed(*, plain: bool, trial: bool) -> bool:
    """Ask whether a file that seems to be of another plan may be taken over."""
    if user.is_terminal() and not trial:
        vragensteller = user.open_vragensteller(plain=plain)
        # The first choice is what Enter takes: that must be the one that changes nothing.
        choices = [("nee", "nee, niets overnemen"), ("ja", "ja, het hoort bij dit plan")]
        if vragensteller.choose_value("Wil je het toch overnemen?", choices) == "ja":
            return True
    sentence = (
        "Van dit bestand is niets overgenomen. Hoort het toch bij dit plan, gebruik dan --toch."
    )
    say(wrap_text(sentence, text_width()), err=True)
    return False
