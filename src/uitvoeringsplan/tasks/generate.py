"""`genereer`: plans in, Word files out. A fault in one plan does not stop the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import (
    AntwoordError,
    GebruikError,
    OnbekendeVraagError,
    UitvoeringsplanError,
)
from uitvoeringsplan.files.lookup import (
    HUISSTIJL,
    find_huisstijl,
    find_plan,
)
from uitvoeringsplan.files.word_file import (
    make_folder,
    remove_temporary,
)
from uitvoeringsplan.model.plan import Voortgang, voortgang
from uitvoeringsplan.model.uitgave import internal_part, public_part
from uitvoeringsplan.model.velden import INDELING
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.destinations import (
    DIWOO,
    WORD,
    find_destinations,
    is_map,
    plan_key,
    protect,
    protect_sources,
    replace,
)
from uitvoeringsplan.tasks.environment import Vragenlijsten
from uitvoeringsplan.tasks.fill_plan import DocumentChoice, Sjablonen, fill_plan
from uitvoeringsplan.tasks.look_over import look_over
from uitvoeringsplan.tasks.output_formats import (
    FORMATS,
    by_libreoffice,
    metadata,
    office_formats,
    own_formats,
)
from uitvoeringsplan.word.filling.filling import find_without_place
from uitvoeringsplan.word.sjabloon.opening import knows_field

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.tasks.environment import Environment
    from uitvoeringsplan.tasks.look_over import LookedOver
    from uitvoeringsplan.tasks.output_formats import OutputFile

# Plans whose files LibreOffice makes in one start; who waits sees how far it is after each group.
_TOGETHER = 25


class Request(NamedTuple):
    """What the user asked for besides the Word file itself."""

    sjabloon: Path | None = None
    huisstijl: Path | None = None
    indeling: str = ""  # instead of what the plan says
    formats: tuple[str, ...] = ()  # of `output_formats.FORMATS`
    intern: bool = False
    metadata: bool = False
    overschrijf: bool = False
    adres: str = ""  # of the document on the web, for the metadata
    met_punten: bool = False  # a working copy, with the open points as comments
    check_over: bool = False  # the plan too, and make nothing of an adopted one with faults
    toch: bool = False  # make it with faults as well


ONLY_WORD = Request()


class PuntenCount(NamedTuple):
    """How many open points became a comment, and how many found no place in the document."""

    placed: int
    without_place: int


class MadePlan(NamedTuple):
    """What became of one plan: a Word file and what comes with it, or a fault."""

    plan: Path
    word: Path | None = None
    voortgang: Voortgang | None = None
    without_place: tuple[Vraag, ...] = ()  # answered, but the template has no place for it
    added: tuple[Path, ...] = ()  # the other files
    missing: tuple[str, ...] = ()  # what the metadata still misses
    omitted: tuple[str, ...] = ()  # what of template and house style has no place, as sentences
    punten: PuntenCount | None = None  # when they were asked for
    error: UitvoeringsplanError | None = None
    checked: LookedOver | None = None  # when that was asked for
    previous: tuple[Path, ...] = ()  # where files went that were edited or not ours, and gave way


class Means(NamedTuple):
    """What the documents of one question set are made with."""

    environment: Environment
    part: Vragenlijst  # what the document is about: the public or the internal part
    sjablonen: Sjablonen
    indeling: str  # as the plan would say it


class Order(NamedTuple):
    """A checked order: these plans, the template of each, these places."""

    means: Mapping[Path, Means | UitvoeringsplanError]  # of every plan, or why it has none
    pairs: tuple[tuple[Path, Path], ...]  # plan and its Word file
    wens: Request
    vragen: Path | None = None  # the question set for all of them, when that was asked for
    to_folder: bool = False  # whether the folder of the Word files is one to make
    is_elders: bool = False  # whether the user named the place, where any document may stand
    own: frozenset[Path] = frozenset()  # Word files that this run made before

    @property
    def sources(self) -> tuple[Path, ...]:
        """The files that the result depends on, besides the plans."""
        styles = {find_huisstijl(plan, self.wens.huisstijl) for plan, _ in self.pairs}
        means = [one for one in self.means.values() if isinstance(one, Means)]
        own = [path for one in means for path in (one.environment.vragen_path, one.sjablonen.path)]
        return (*dict.fromkeys(own), *filter(None, styles))

    @property
    def followed(self) -> tuple[Path, ...]:
        """The files whose change asks for new documents; also those that are not there yet."""
        own = (plan.parent / HUISSTIJL for plan, _ in self.pairs)
        plannen = (plan for plan, _ in self.pairs)
        return tuple(dict.fromkeys((*plannen, *own, *self.sources)))

    def renewed(self, changed: Collection[Path], own: Iterable[Path] = ()) -> Order:
        """Return the order for what has to be made again after a change of these files.

        When only plans changed, those alone; without any change, all of them. `own` are the
        Word files that were made already.
        """
        plannen = tuple(pair for pair in self.pairs if pair[0] in changed)
        if plannen and len(plannen) == len(changed):
            return self._replace(pairs=plannen, own=frozenset(own))
        every = [plan for plan, _ in self.pairs]
        order = take_order(every, vragen=self.vragen, request=self.wens)
        return order._replace(
            pairs=self.pairs,
            to_folder=self.to_folder,
            is_elders=self.is_elders,
            own=frozenset(own),
        )

    def run(self) -> Iterator[MadePlan]:
        """Make the files one by one, and tell of each plan what became of it."""
        kinds = (WORD, DIWOO, *FORMATS)
        remove_temporary(word.with_suffix(f".{kind}") for _, word in self.pairs for kind in kinds)
        together = _TOGETHER if by_libreoffice(self.wens.formats) else 1
        for i in range(0, len(self.pairs), together):
            yield from self._make_together(self.pairs[i : i + together])

    def _make_together(self, pairs: Iterable[tuple[Path, Path]]) -> Iterator[MadePlan]:
        """Make the files of these plans, those of LibreOffice at the end and all at once."""
        begun: list[_Begun | MadePlan] = []
        for plan, word in pairs:
            try:
                begun.append(self._start(plan, word))
            except UitvoeringsplanError as error:
                begun.append(MadePlan(plan, error=error))
        rest = self._by_libreoffice([one for one in begun if isinstance(one, _Begun)])
        for one in begun:
            if isinstance(one, MadePlan):
                yield one
                continue
            try:
                yield self._finish(one, next(rest))
            except UitvoeringsplanError as error:
                yield MadePlan(one.made.plan, error=error)

    def _start(self, path: Path, word: Path) -> _Begun:
        """Make the Word file of a plan and what needs no other program."""
        means = self.means[path]
        if isinstance(means, UitvoeringsplanError):
            raise means
        environment, part, sjablonen, indeling = means
        lijst = environment.vragenlijst
        choice = DocumentChoice(part, indeling, self.wens.intern, self.wens.met_punten)
        file = load_plan(path, lijst)
        data, whole, plan, dressed, punten = fill_plan(file, sjablonen, choice)
        sjabloon, huisstijl, left_out = dressed
        left = find_without_place(sjabloon, part, plan)
        looked_over = None
        if self.wens.check_over and not choice.intern and not choice.met_punten:
            looked_over = look_over(lijst, file, data, left, anyway=self.wens.toch)
        key = plan_key(whole, lijst)
        of_plan = key if self.is_elders and word not in self.own else ""
        formats = self.wens.formats
        if not self.wens.overschrijf:
            kinds = (*formats, *((DIWOO,) if self.wens.metadata else ()))
            protect(word, data, kinds, of_plan)
        if self.to_folder:
            make_folder(word.parent)
        previous = replace(word, data, plan=of_plan)
        diwoo, missing = (
            metadata(part, plan, formats, self.wens.adres, key)
            if self.wens.metadata
            else (None, ())
        )
        made = MadePlan(
            path,
            word,
            voortgang(lijst, whole),
            left,
            missing=missing,
            omitted=left_out,
            punten=PuntenCount(punten.placed, len(punten.without_place)) if punten else None,
            checked=looked_over,
            previous=(previous,) if previous else (),
        )
        begun = _Begun(made, word, data, key, of_plan, diwoo)
        return begun.with_files(own_formats(word, data, formats, huisstijl, key))

    def _by_libreoffice(
        self, begun: Sequence[_Begun]
    ) -> Iterator[list[OutputFile] | UitvoeringsplanError]:
        formats = by_libreoffice(self.wens.formats)
        if not formats or not begun:
            return iter([[] for _ in begun])
        return iter(office_formats([(one.word, one.data, one.key) for one in begun], formats))

    def _finish(self, begun: _Begun, rest: list[OutputFile] | UitvoeringsplanError) -> MadePlan:
        """Write what came of LibreOffice, and the metadata."""
        if isinstance(rest, UitvoeringsplanError):
            raise rest
        return begun.with_files([*rest, *([begun.diwoo] if begun.diwoo else [])]).made


class _Begun(NamedTuple):
    """A plan whose Word file is made, and what it takes to make the rest."""

    made: MadePlan
    word: Path
    data: bytes
    key: str  # of the plan
    of_plan: str  # the key that what stands there must have, when its place does not say it
    diwoo: OutputFile | None

    def with_files(self, outputs: Iterable[OutputFile]) -> _Begun:
        """Write these files beside the Word file; raises BestandError or UitvoerError."""
        added, previous = [*self.made.added], [*self.made.previous]
        for output in outputs:
            added.append(self.word.with_suffix(f".{output.kind}"))
            if old := replace(added[-1], output.data, output.kind, self.of_plan):
                previous.append(old)
        made = self.made._replace(added=tuple(added), previous=tuple(previous))
        return self._replace(made=made)


def take_order(
    plannen: Sequence[Path],
    *,
    out: Path | None = None,
    vragen: Path | None = None,
    request: Request = ONLY_WORD,
) -> Order:
    """Return the order for these plans (none: the only one in this folder).

    `out` is a file or a folder (see `is_map`). Raises before anything is written when
    the question set, the template, the house style or the places cannot be used.
    """
    if by_libreoffice(request.formats):
        from uitvoeringsplan.pdf.office_location import find_libreoffice  # noqa: PLC0415 - rare

        find_libreoffice()  # raises when it is not there
    if request.intern and request.metadata:
        raise GebruikError("Het interne document wordt niet gepubliceerd. Laat --metadata weg.")
    if request.met_punten and (request.formats or request.metadata):
        raise GebruikError(
            "Met --met-punten komt er een werkversie in Word, die je niet publiceert. Laat --naar"
            " en --metadata weg."
        )
    paths = tuple(plannen) or (find_plan(None),)
    means = _find_means(paths, Vragenlijsten(vragen), request)
    behind = "-intern" * request.intern + "-met-punten" * request.met_punten
    pairs = find_destinations(paths, out, behind)
    to_folder = is_map(out, len(pairs))
    order = Order(means, pairs, request, vragen, to_folder, out is not None)
    protect_sources(pairs, order.sources, [f".{kind}" for kind in request.formats])
    return order


def _find_means(
    plans: Sequence[Path], lijsten: Vragenlijsten, request: Request
) -> dict[Path, Means | UitvoeringsplanError]:
    """Return what the document of every plan is made with, or why it has no such thing.

    Raises when that leaves no plan to go on with.
    """
    means: dict[Path, Means | UitvoeringsplanError] = {}
    of_set: dict[Path, Means | UitvoeringsplanError] = {}
    environments = lijsten.of_each(plans)
    for plan, environment in environments.items():
        if isinstance(environment, UitvoeringsplanError):
            means[plan] = environment
            continue
        path = environment.vragen_path
        if path not in of_set:
            try:
                of_set[path] = _open_means(environment, plan, request)
            except UitvoeringsplanError as error:
                of_set[path] = error
        means[plan] = of_set[path]
    wrong = [one for one in of_set.values() if isinstance(one, UitvoeringsplanError)]
    if wrong and not any(isinstance(one, Means) for one in means.values()):
        raise wrong[0]
    return means


def _open_means(environment: Environment, plan: Path, request: Request) -> Means:
    """Return what plans of one question set are made with; what cannot be used shows now."""
    lijst = environment.vragenlijst
    part = internal_part(lijst) if request.intern else public_part(lijst)
    indeling = _indeling(lijst, request.indeling)
    sjablonen = Sjablonen(part, environment.vragen_path, request.sjabloon, request.huisstijl)
    sjabloon = sjablonen.before(plan).sjabloon
    if indeling and not knows_field(sjabloon, INDELING):
        raise GebruikError(
            f"Het sjabloon {sjablonen.path} heeft maar één indeling. Laat --indeling weg."
        )
    return Means(environment, part, sjablonen, indeling)


def _indeling(lijst: Vragenlijst, asked: str) -> str:
    """Return the layout as the plan would say it; raises GebruikError for an unknown one."""
    if not asked:
        return ""
    try:
        return lijst.vraag(INDELING).normalise(asked)
    except OnbekendeVraagError:
        raise GebruikError("Deze vragenlijst kent geen indelingen. Laat --indeling weg.") from None
    except AntwoordError as error:
        raise GebruikError(f"Bij --indeling: {error.message}") from None
