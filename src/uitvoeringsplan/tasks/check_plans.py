"""`check_plans`: whether a plan is ready for the college and the web. Nothing is written.

A plan that cannot be read is a finding about that plan, and does not stop the others.
"""

from __future__ import annotations

from os.path import lexists
from typing import TYPE_CHECKING

from uitvoeringsplan.checks.plan.keuring import FileBeside, Keuring, MadeDocument
from uitvoeringsplan.checks.plan.rules import NOT_COUNTED, UNREADABLE, check_plan
from uitvoeringsplan.errors import (
    BestandError,
    InhoudError,
    ProjectbestandError,
    UitvoeringsplanError,
)
from uitvoeringsplan.files.file_reading import notices_to
from uitvoeringsplan.files.lookup import find_plan
from uitvoeringsplan.files.word_file import load_word
from uitvoeringsplan.model.bevinding import Bevinding, Ernst
from uitvoeringsplan.model.fingerprint import antwoord_fingerprint
from uitvoeringsplan.model.uitgave import internal_part, plan_for, public_part
from uitvoeringsplan.model.velden import INDELING
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.plan.line_numbers import line_of, line_of_punt
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.destinations import find_destinations
from uitvoeringsplan.tasks.environment import Vragenlijsten
from uitvoeringsplan.tasks.fill_plan import (
    HUISSTIJL,
    INTERN,
    MET_PUNTEN,
    SJABLOON,
    DocumentChoice,
    Sjablonen,
    fill_plan,
    fill_to_look_at,
)
from uitvoeringsplan.word.filling.filling import find_without_place
from uitvoeringsplan.word.filling.made_here import fingerprints, is_edited_in_word, read_options

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from uitvoeringsplan.files.file_reading import ReadingNotice
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.plan.planbestand import Planbestand
    from uitvoeringsplan.tasks.environment import Environment
    from uitvoeringsplan.word.filling.filling import FilledPackage

_ORDER = tuple(Ernst)


class CheckedPlan(NamedTuple):
    """One plan with its findings, the heaviest first and then by line."""

    path: Path
    bevindingen: tuple[Bevinding, ...]

    def count(self, ernst: Ernst) -> int:
        """Return how many findings weigh this much."""
        return sum(one.ernst is ernst for one in self.bevindingen)


def check_plans(
    plannen: Sequence[Path],
    *,
    vragen: Path | None = None,
    sjabloon: Path | None = None,
    huisstijl: Path | None = None,
) -> Iterator[CheckedPlan]:
    """Return the findings about these plans (none: the only one in this folder), one by one.

    `sjabloon` and `huisstijl` are those that `genereer` gets. Raises BestandError,
    VragenlijstError or SjabloonError for what holds for all of them.
    """
    makers: dict[Path, _Maker] = {}  # by the file of their question set
    environments = Vragenlijsten(vragen).of_each(plannen or [find_plan(None)])
    for path, environment in environments.items():
        if isinstance(environment, UitvoeringsplanError):
            yield CheckedPlan(path, (_unreadable(environment),))
            continue
        of_set = environment.vragen_path
        if of_set not in makers:
            makers[of_set] = _Maker(environment, vragen, sjabloon, huisstijl)
        yield CheckedPlan(path, tuple(sorted(_bevindingen(makers[of_set], path), key=_rank)))


def _unreadable(error: UitvoeringsplanError) -> Bevinding:
    """Return the finding about a plan that cannot be read, or that has no question set."""
    if isinstance(error, BestandError | ProjectbestandError):
        message = error.message
    else:  # in another file, which it names, with the line pointed at behind it
        message = str(error).split("\n", 1)[0]
    place = error.place if isinstance(error, ProjectbestandError) else None
    line = place.line if place else None
    return Bevinding(
        Ernst.FOUT, message[:1].lower() + message[1:], rule_id=UNREADABLE.id, line=line
    )


def _bevindingen(maker: _Maker, path: Path) -> Iterator[Bevinding]:
    noticed: list[ReadingNotice] = []
    try:
        with notices_to(noticed.append):
            file = load_plan(path, maker.heel)
    except (BestandError, InhoudError) as error:
        yield _unreadable(error)
        return
    for one in noticed:
        weight = Ernst.WAARSCHUWING
        yield Bevinding(weight, one.message, rule_id=NOT_COUNTED.id, line=one.line)
    ((_, word),) = find_destinations((file.path,), None)
    has_word = lexists(word)
    made = maker.document(file, is_compared=has_word)
    keuring = Keuring(
        str(path),
        maker.heel,
        file.plan,
        file.punten,
        made,
        _beside(file, word, maker, made.content) if has_word else None,
    )
    for bevinding in check_plan(keuring):
        yield bevinding._replace(line=_line(file, bevinding))


def _line(file: Planbestand, bevinding: Bevinding) -> int | None:
    """Return the line in the plan that a finding is about, from 1; None when it is about none."""
    if bevinding.punt:
        return line_of_punt(file, bevinding.punt)
    vraag = bevinding.vraag
    return line_of(file, vraag.id, bevinding.words) if vraag else None


def _rank(bevinding: Bevinding) -> tuple[int, int]:
    return _ORDER.index(bevinding.ernst), bevinding.line or 0


class _Maker:
    """Makes the document of a plan as `genereer` does, in memory; templates are opened once."""

    def __init__(
        self,
        environment: Environment,
        vragen: Path | None,
        sjabloon: Path | None,
        huisstijl: Path | None,
    ) -> None:
        self._environment = environment
        self._own = sjabloon, huisstijl
        self._vragen = vragen
        self.heel: Vragenlijst = self._environment.vragenlijst
        self.part: Vragenlijst = public_part(self.heel)
        self._sjablonen: dict[bool, Sjablonen] = {False: self._make_sjablonen(self.part)}

    def document(self, file: Planbestand, *, is_compared: bool) -> MadeDocument:
        """Return what comes of a plan; what stands in the way is said in words.

        Only one that is compared with another is made in bytes, those of `genereer`.
        """
        try:
            if not is_compared:
                filled, plan, sjabloon = fill_to_look_at(file, self._sjablonen[False], self.part)
                return MadeDocument(filled, find_without_place(sjabloon, self.part, plan))
            made = fill_plan(file, self._sjablonen[False], DocumentChoice(self.part))
        except UitvoeringsplanError as error:
            return MadeDocument(
                objection=str(error).split("\n", 1)[0]
            )  # without the line pointed at
        without_place = find_without_place(made.dressed.sjabloon, self.part, made.plan)
        return MadeDocument(made.data, without_place)

    def again(self, file: Planbestand, options: Mapping[str, str]) -> MadeAgain:
        """Return what comes of a plan with the options that a document was made with."""
        intern = INTERN in options
        part = internal_part(self.heel) if intern else self.part
        if intern not in self._sjablonen:
            self._sjablonen[intern] = self._make_sjablonen(part)
        choice = DocumentChoice(part, options.get(INDELING, ""), intern, MET_PUNTEN in options)
        filled = fill_plan(file, self._sjablonen[intern], choice)
        now = self._sjablonen[intern].options(filled.dressed.huisstijl)
        own = tuple(
            name
            for name in (SJABLOON, HUISSTIJL)
            if name in options and options[name] != now.get(name)
        )
        return MadeAgain(filled.data, part, filled.plan, own)

    def words_again(self, word: Path, options: Mapping[str, str]) -> tuple[str, ...]:
        """Return the words behind `genereer` and the plan that make a file with these options."""
        out: list[str] = ["--indeling", options[INDELING]] if INDELING in options else []
        for name, path in zip((SJABLOON, HUISSTIJL), self._own, strict=True):
            out += [f"--{name}", str(path)] if name in options and path is not None else []
        kind = [f"--{name}" for name in (INTERN, MET_PUNTEN) if name in options]
        out += [*kind, "-u", str(word)] if kind else []  # else it would get a name of its own
        return (*out, "--vragen", str(self._vragen)) if self._vragen is not None else tuple(out)

    def _make_sjablonen(self, part: Vragenlijst) -> Sjablonen:
        return Sjablonen(part, self._environment.vragen_path, *self._own)


class MadeAgain(NamedTuple):
    """A document made again; `own` are the options whose files are others than at the time."""

    data: bytes
    part: Vragenlijst
    plan: Plan
    own: tuple[str, ...]


def _beside(
    file: Planbestand, word: Path, maker: _Maker, made: bytes | FilledPackage
) -> FileBeside | None:
    """Return what is known of the Word file beside a plan; None when there is none."""
    try:
        data = load_word(word)
    except UitvoeringsplanError as error:
        return FileBeside(str(word), objection=_without_name(error, word))
    if data is None:
        return None
    if data == made:
        return FileBeside(str(word), is_current=True)
    if not is_edited_in_word(data):
        return _unedited(word, data, file, maker)
    # Reading a file back takes most of the reader; few plans have one that was edited.
    from uitvoeringsplan.tasks.keep_as_punten import left_behind  # noqa: PLC0415
    from uitvoeringsplan.tasks.read_back import read_back  # noqa: PLC0415

    try:
        readback = read_back(file, word)
    except UitvoeringsplanError as error:
        return FileBeside(str(word), is_edited=True, objection=_without_name(error, word))
    ways = (gone for gone in readback.three_ways if gone.changes or gone in readback.clashes)
    left = left_behind(readback)
    refused = (vraag for vraag, _, is_known in left.refused if not is_known)
    vragen = [*(gone.vraag for gone in ways), *refused]
    # What stays with the plan as an open point is told there.
    untold = readback._replace(doubts=tuple(one for one, is_known in left.doubts if not is_known))
    different = tuple({vraag.id: vraag for vraag in vragen}.values())
    return FileBeside(
        str(word),
        is_edited=True,
        otherwise=different,
        comments=readback.new_punt_count,
        handled=len(readback.handled),
        foreign=readback.foreign,
        doubts=untold.told_doubts,
        outside=tuple(one.message for one, is_known in left.fixed if not is_known),
        kept=left.known,
        options=maker.words_again(word, read_options(data)),
        is_checked=readback.fixed.is_known,
    )


def _unedited(word: Path, data: bytes, file: Planbestand, maker: _Maker) -> FileBeside:
    """Return what is known of a file that nobody edited, and that is not what a plain run makes."""
    options = read_options(data)
    words = maker.words_again(word, options)
    if not options:
        plan = plan_for(maker.part, file.vragenlijst, file.plan)
        return FileBeside(str(word), otherwise=_changed(data, maker.part, plan), options=words)
    try:
        again = maker.again(file, options)
    except UitvoeringsplanError as error:
        return FileBeside(str(word), objection=str(error).split("\n", 1)[0])
    different = _changed(data, again.part, again.plan)
    return FileBeside(
        str(word),
        is_current=data == again.data,
        otherwise=different,
        own=again.own,
        options=words,
    )


def _changed(data: bytes, part: Vragenlijst, plan: Plan) -> tuple[Vraag, ...]:
    """Return the questions whose answers are not those that a file of ours was made from."""
    then = fingerprints(data)
    return tuple(
        vraag
        for vraag in (*part.gegevens, *part.vragen)
        if vraag.id in then and then[vraag.id] != antwoord_fingerprint(vraag, plan.text(vraag))
    )


def _without_name(error: UitvoeringsplanError, path: Path) -> str:
    return str(error).removeprefix(f"{path}: ")
