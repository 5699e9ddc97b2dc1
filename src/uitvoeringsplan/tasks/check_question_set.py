"""`vragen controleer`: all that is wrong with a question set and its templates, in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import (
    InhoudError,
    SjabloonError,
    UitvoeringsplanError,
    VragenlijstError,
)
from uitvoeringsplan.files.file_reading import load_bytes
from uitvoeringsplan.files.lookup import find_sjabloon, find_vragen
from uitvoeringsplan.files.word_file import load_word
from uitvoeringsplan.model.bevinding import Ernst
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.uitgave import internal_part, public_part
from uitvoeringsplan.model.velden import GEBRUIK
from uitvoeringsplan.model.vraag import Vraag
from uitvoeringsplan.model.vragenlijst import Hoofdstuk
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.vragenlijst.question_set_reader import look_over as look_over_set
from uitvoeringsplan.word.sjabloon import opening
from uitvoeringsplan.word.sjabloon.conditions import values_of
from uitvoeringsplan.word.sjabloon.variant import choose_variant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.sjabloon.template_parts import Inventory


class SetBevinding(NamedTuple):
    """One thing about a question set or a template; `text` is the whole message."""

    path: Path | str
    ernst: Ernst
    message: str
    text: str
    line: int | None = None
    column: int | None = None


class CheckedSet(NamedTuple):
    """A question set with its findings; `lijst` is None when nothing of it can be read."""

    path: Path
    lijst: Vragenlijst | None
    sjablonen: tuple[Path, ...]
    bevindingen: tuple[SetBevinding, ...]

    def count(self, ernst: Ernst) -> int:
        """Return how many findings weigh this much."""
        return sum(one.ernst is ernst for one in self.bevindingen)


def check_question_set(path: Path) -> CheckedSet:
    """Return what is found in a question set (a file, or its folder) and in its templates.

    Raises BestandError when it cannot be read.
    """
    path = find_vragen(path)
    try:
        mistakes, lijst, unread = look_over_set(load_bytes(path), path)
    except VragenlijstError as error:
        return CheckedSet(path, None, (), (_fault(error),))
    known = lijst._replace(hoofdstukken=(*lijst.hoofdstukken, *_of_unread(unread)))
    found = [*map(_fault, mistakes)]
    sjablonen = []
    for part in _parts(known):
        sjabloon = find_sjabloon(part.sjabloon, None, path)
        sjablonen.append(sjabloon)
        found += _look_at(sjabloon, part, unread)
    return CheckedSet(path, lijst, tuple(sjablonen), tuple(found))


def to_json(checked: CheckedSet) -> list[dict[str, object]]:
    """Return the findings in the documented shape of `vragen controleer --json`."""
    return [
        {
            "bestand": str(one.path),
            "regel": one.line,
            "kolom": one.column,
            "ernst": str(one.ernst),
            "melding": one.message,
        }
        for one in checked.bevindingen
    ]


def _of_unread(ids: Iterable[str]) -> list[Hoofdstuk]:
    """Return questions of which only the id is known, so that a template may have a place for them.

    Nothing more can be asked of it, so they stand in a chapter that needs none.
    """
    vragen = tuple(Vraag(id=one, label=one, vraag=one) for one in sorted(ids))
    return [Hoofdstuk("", "", vragen=vragen, is_optioneel=True)] if vragen else []


def _parts(lijst: Vragenlijst) -> Iterator[Vragenlijst]:
    """Yield the parts of a set that have a template."""
    if lijst.sjabloon:
        yield public_part(lijst)
    if lijst.intern is not None:
        yield internal_part(lijst)


def _look_at(path: Path, part: Vragenlijst, unread: frozenset[str]) -> Iterator[SetBevinding]:
    """Yield what is found in the template of a part."""
    try:
        data = load_word(path)
        if data is None:
            message = (
                "dit sjabloon bestaat niet. Zet het naast de vragenlijst, of verander de naam bij"
                " `sjabloon`."
            )
            raise SjabloonError(path, message)
        faults, inventory = opening.look_over(data, str(path), part)
        yield from map(_fault, faults)
        if not faults:
            _try_variants(data, path, part)
    except UitvoeringsplanError as error:
        yield _fault(error)
    else:
        for id_, what in _without_place(part, inventory):
            if id_ not in unread:
                message = f"{what} komt niet in het document."
                yield SetBevinding(path, Ernst.OPMERKING, message, f"{path}: {message}")


def _try_variants(data: bytes, path: Path, part: Vragenlijst) -> None:
    """Raise SjabloonError when what is left of a template for some choice does not fit."""
    sjabloon = opening.open_sjabloon(data, str(path), part)
    names = {name for p in sjabloon.parts for one in p.choices for name in one.voorwaarde.ids}
    trials = [{}, *({v.id: k} for v in part.gegevens if v.id in names for k in v.keuzes)]
    for gegevens in trials:
        plan = Plan(part.soort, part.versie, gegevens)
        choose_variant(sjabloon, values_of(part, plan), part)


def _without_place(part: Vragenlijst, inventory: Inventory) -> Iterator[tuple[str, str]]:
    """Yield the ids of what a document never shows, though the template may be used, and say what.

    A field that the program itself looks at, or that a condition is about, has its use. A question
    that needs a place has a fault of its own.
    """
    used = {field.tag for one in inventory.parts for field in one.fields}
    used |= {n for one in inventory.parts for c in one.choices for n in c.voorwaarde.ids}
    used |= {place.vraag_id for one in inventory.parts for place in one.picture_places}
    for vraag in part.vragen:
        if vraag.id not in used and vraag not in part.fixed_vragen:
            yield vraag.id, f"de vraag “{vraag.id}” heeft hier geen plaats; een antwoord erop"
    for veld in part.gegevens:
        if veld.id not in used and veld.id not in GEBRUIK:
            yield veld.id, f"het gegeven “{veld.id}” heeft hier geen plaats; wat erin staat"


def _fault(error: UitvoeringsplanError) -> SetBevinding:
    path = getattr(error, "path", "")
    message = getattr(error, "message", str(error))
    place = error.place if isinstance(error, InhoudError) else None
    return SetBevinding(
        path,
        Ernst.FOUT,
        message,
        str(error),
        place.line if place else None,
        place.column if place else None,
    )
