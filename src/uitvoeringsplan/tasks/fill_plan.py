"""A plan to the bytes of its document: its template, its drawings, and filling the one in.

The template is the right one, in the house style that lies beside the plan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.files.lookup import find_huisstijl, find_sjabloon
from uitvoeringsplan.files.word_file import load_word
from uitvoeringsplan.model.checksum import digest
from uitvoeringsplan.model.uitgave import plan_for
from uitvoeringsplan.model.velden import INDELING
from uitvoeringsplan.model.vraag import Beeldsoort
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.word.filling.filling import fill, fill_to_check
from uitvoeringsplan.word.filling.made_here import with_options
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from uitvoeringsplan.drawing.picture import Looks, Tekening
    from uitvoeringsplan.model.huisstijl import Huisstijl
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.plan.planbestand import Planbestand
    from uitvoeringsplan.word.comments.comment_writing import Punten
    from uitvoeringsplan.word.filling.filling import FilledPackage
    from uitvoeringsplan.word.sjabloon.variant import Sjabloon

SJABLOON, HUISSTIJL, INTERN, MET_PUNTEN = "sjabloon", "huisstijl", "intern", "met-punten"


class DocumentChoice(NamedTuple):
    """How a document is asked for; `part` is the part of the question set that it is about."""

    part: Vragenlijst
    indeling: str = ""  # instead of what the plan says
    intern: bool = False
    met_punten: bool = False  # a working copy, with the open points as comments


class CheckedDocument(NamedTuple):
    """A document that nobody gets, and what it was made of."""

    filled: FilledPackage
    plan: Plan
    sjabloon: Sjabloon


class FilledPlan(NamedTuple):
    """A finished document, and what it was made of."""

    data: bytes
    heel: Plan  # with what the public document leaves out
    plan: Plan
    dressed: DressedSjabloon
    punten: Punten | None


def fill_plan(file: Planbestand, sjablonen: Sjablonen, choice: DocumentChoice) -> FilledPlan:
    """Return the document of a plan. The same files and options give the same bytes.

    Raises SjabloonError, HuisstijlError or BestandError.
    """
    dressed = sjablonen.before(file.path)
    whole = file.plan
    options = sjablonen.options(dressed.huisstijl)
    if choice.indeling and choice.indeling != whole.gegevens.get(INDELING):
        whole = whole._replace(gegevens={**whole.gegevens, INDELING: choice.indeling})
        options[INDELING] = choice.indeling
    options |= {INTERN: "ja"} if choice.intern else {}
    options |= {MET_PUNTEN: "ja"} if choice.met_punten else {}
    plan = plan_for(choice.part, file.vragenlijst, whole)
    drawings = draw_beelden(dressed.sjabloon, choice.part, plan, dressed.huisstijl)
    punten = _open_points(file) if choice.met_punten else None
    data = fill(dressed.sjabloon, choice.part, plan, drawings, punten)
    return FilledPlan(with_options(data, options), whole, plan, dressed, punten)


def fill_to_look_at(file: Planbestand, sjablonen: Sjablonen, part: Vragenlijst) -> CheckedDocument:
    """Return the document of a plan as the rules see it: its drawings have no pixels.

    Raises SjabloonError, HuisstijlError or BestandError.
    """
    dressed = sjablonen.before(file.path)
    plan = plan_for(part, file.vragenlijst, file.plan)
    drawings = draw_beelden(dressed.sjabloon, part, plan, dressed.huisstijl, is_drawn=False)
    filled = fill_to_check(dressed.sjabloon, part, plan, drawings)
    return CheckedDocument(filled, plan, dressed.sjabloon)


def _open_points(file: Planbestand) -> Punten:
    from uitvoeringsplan.word.comments.comment_writing import Punten  # noqa: PLC0415 - rare

    return Punten(punt for punt in file.punten if punt.is_open)


class DressedSjabloon(NamedTuple):
    """A template in a house style, and what of the two is not in a document, as sentences."""

    sjabloon: Sjabloon
    huisstijl: Huisstijl | None = None
    omitted: tuple[str, ...] = ()


class Sjablonen:
    """The template for one part of the question set, opened once in every house style."""

    def __init__(
        self,
        part: Vragenlijst,
        vragen_path: Path,
        sjabloon: Path | None = None,
        huisstijl: Path | None = None,
    ) -> None:
        """Find the template: `sjabloon`, or the one of the set. Raises BestandError.

        `huisstijl` goes before the one beside a plan.
        """
        self.path = find_sjabloon(part.sjabloon, sjabloon, vragen_path)
        data = load_word(self.path)
        if data is None:
            raise BestandError(
                self.path, "dit sjabloon bestaat niet. Controleer de naam en de map."
            )
        self._part, self._data, self._huisstijl = part, data, huisstijl
        self._has_own_sjabloon = sjabloon is not None
        self._dressed: dict[Path | None, DressedSjabloon] = {}

    def before(self, plan: Path) -> DressedSjabloon:
        """Return the template for a plan; raises SjabloonError, HuisstijlError or BestandError."""
        style_path = find_huisstijl(plan, self._huisstijl)
        if style_path not in self._dressed:
            self._dressed[style_path] = _dress(self._data, self.path, self._part, style_path)
        return self._dressed[style_path]

    def options(self, huisstijl: Huisstijl | None) -> dict[str, str]:
        """Return what was asked for by option, with fingerprints; `huisstijl` is that of a plan."""
        out = {}
        if self._has_own_sjabloon:
            out["sjabloon"] = digest(self._data, 16)
        if self._huisstijl is not None and huisstijl is not None:
            what = repr(huisstijl._replace(path=""))  # all that it says, its pictures too
            out["huisstijl"] = digest(what.encode(), 16)
        return out


def _dress(data: bytes, path: Path, part: Vragenlijst, style_path: Path | None) -> DressedSjabloon:
    if style_path is None:
        sjabloon = open_sjabloon(data, str(path), part)
        return DressedSjabloon(sjabloon, omitted=sjabloon.omitted)
    # Few plans have a house style yet, and it costs imports.
    from uitvoeringsplan.ooxml.package import load_package  # noqa: PLC0415
    from uitvoeringsplan.vragenlijst.huisstijlbestand import load_huisstijl  # noqa: PLC0415
    from uitvoeringsplan.word.huisstijl.applying import omitted  # noqa: PLC0415

    huisstijl = load_huisstijl(style_path)
    sjabloon = open_sjabloon(data, str(path), part, huisstijl)
    of_style = omitted(load_package(data, str(path)), huisstijl)
    return DressedSjabloon(sjabloon, huisstijl, (*sjabloon.omitted, *of_style))


_CAPTION = 2.8  # cm above a drawing, for the heading and the sentence that lead up to it


def draw_beelden(
    sjabloon: Sjabloon,
    vragenlijst: Vragenlijst,
    plan: Plan,
    huisstijl: Huisstijl | None = None,
    *,
    is_drawn: bool = True,
) -> dict[str, list[Tekening]]:
    """Return the drawings by the id of their question, as large as their place in the template.

    Without `is_drawn` they have no pixels, only their size and their words.
    """
    out: dict[str, list[Tekening]] = {}
    for place in (place for part in sjabloon.parts for place in part.picture_places):
        vraag = vragenlijst.vraag(place.vraag_id)
        value = plan.value(vraag)
        if not value or vraag.beeld is None or vraag.id in out:
            continue
        # Few plans have a drawing; the others should not wait for what draws them.
        from uitvoeringsplan.drawing.picture import DEFAULT_LOOKS, Looks  # noqa: PLC0415
        from uitvoeringsplan.model.tabel import sorted_rows  # noqa: PLC0415

        rows = sorted_rows(vraag, value)
        if vraag.beeld is Beeldsoort.TIJDLIJN and not _is_planning(vraag, rows):
            continue
        width, height = place.room
        shape = Looks(
            (huisstijl and huisstijl.accent) or DEFAULT_LOOKS.accent,
            (huisstijl and huisstijl.tekst) or DEFAULT_LOOKS.text,
            round(width, 1),
            round(height - _CAPTION, 1),
            is_drawn,
        )
        out[vraag.id] = _drawings(vraag, rows, shape)
    return out


def _drawings(vraag: Vraag, rows: Sequence[Sequence[str]], shape: Looks) -> list[Tekening]:
    """Return the drawings of one kind; the other kind is not loaded."""
    if vraag.beeld is Beeldsoort.TIJDLIJN:
        from uitvoeringsplan.drawing.timeline import draw_timeline  # noqa: PLC0415

        return draw_timeline(vraag.kolommen, rows, shape)
    from uitvoeringsplan.drawing.opposition_map import draw_oppositions  # noqa: PLC0415

    return draw_oppositions(vraag.kolommen, rows, shape)


def _is_planning(vraag: Vraag, rows: Iterable[Sequence[str]]) -> bool:
    """Whether more than one row has a date: a line in time of one action shows nothing."""
    datums = [i for i, column in enumerate(vraag.kolommen) if column.id in ("start", "gereed")]
    return sum(any(row[i] for i in datums) for row in rows) > 1
