"""Whether a template fits the question set: the whole of it, and what is left of it for a plan."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import SjabloonError, did_you_mean
from uitvoeringsplan.word.invulvelden import ControlKind, Invulveld
from uitvoeringsplan.word.sjabloon.conditions import unknown_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.sjabloon.template_parts import Inventory, PicturePlace, TemplatePart


def check_sjabloon(path: str, inventory: Inventory, vragenlijst: Vragenlijst) -> None:
    """Raise the first objection to a template."""
    for objection in find_objections(path, inventory, vragenlijst):
        raise objection


def find_objections(
    path: str, inventory: Inventory, vragenlijst: Vragenlijst
) -> Iterator[SjabloonError]:
    """Yield every question without a control, and every control without a question or place.

    Questions of optional chapters need no place.
    """
    parts = inventory.parts
    yield from unknown_names(
        path, [choice for part in parts for choice in part.choices], vragenlijst
    )
    vraag_ids = frozenset(vraag.id for vraag in vragenlijst.vragen)
    fields = [field for part in parts for field in part.fields]
    yield from _missing(path, fields, vragenlijst)
    known = vraag_ids | vragenlijst.veld_ids
    for foreign in dict.fromkeys(field.tag for field in fields if field.tag not in known):
        yield SjabloonError(
            path,
            f"het invulveld “{foreign}” hoort bij geen vraag van de vragenlijst."
            f"{did_you_mean(foreign, known)} Verander de code (tag) of haal het veld weg.",
        )
    places = [place for part in parts for place in part.picture_places]
    yield from _wrong_pictures(path, places, vragenlijst)
    for part in parts:
        find = _wrong_in_main if part.name == inventory.document else _wrong_at_edge
        yield from find(path, part, vraag_ids)


def check_variant(path: str, fields: Sequence[Invulveld], vragenlijst: Vragenlijst) -> None:
    """Raise when what is left of a template has no control for a question, or more than one."""
    for objection in _missing(path, fields, vragenlijst):
        raise objection
    count = Counter(field.tag for field in fields)
    if double := [vraag.id for vraag in vragenlijst.vragen if count[vraag.id] > 1]:
        raise SjabloonError(
            path,
            f"voor {_opsomming(double)} is er meer dan één invulveld. Houd er één over.",
        )


def _missing(
    path: str, fields: Iterable[Invulveld], vragenlijst: Vragenlijst
) -> Iterator[SjabloonError]:
    tags = {field.tag for field in fields}
    if mist := [vraag.id for vraag in vragenlijst.fixed_vragen if vraag.id not in tags]:
        yield SjabloonError(
            path,
            f"dit sjabloon heeft geen invulveld voor {_opsomming(mist)}. Voeg in Word een"
            " inhoudsbesturingselement toe met die naam als code (tag).",
        )


def _wrong_pictures(
    path: str, places: Iterable[PicturePlace], vragenlijst: Vragenlijst
) -> Iterator[SjabloonError]:
    with_picture = [vraag.id for vraag in vragenlijst.vragen if vraag.beeld]
    for place in places:
        if place.vraag_id not in with_picture:
            yield SjabloonError(
                path,
                f"bij “{place.vraag_id}” hoort geen"
                f" tekening.{did_you_mean(place.vraag_id, with_picture)}"
                " Verander de code (tag) van dat veld of haal het weg.",
            )


def _wrong_at_edge(
    path: str, part: TemplatePart, vraag_ids: frozenset[str]
) -> Iterator[SjabloonError]:
    """Yield the controls of questions that stand in a header or a footer."""
    for field in part.fields:
        if field.tag in vraag_ids:
            yield SjabloonError(
                path,
                f"het invulveld “{field.tag}” staat in een kop- of voettekst. Zet een vraag in de"
                " tekst zelf; alleen gegevens van het plan kunnen daar staan.",
            )


def _wrong_in_main(
    path: str, part: TemplatePart, vraag_ids: frozenset[str]
) -> Iterator[SjabloonError]:
    """Yield the controls of questions that stand where no paragraphs can come."""
    for field in part.fields:
        if field.form is ControlKind.REGEL and field.tag in vraag_ids:
            yield SjabloonError(
                path,
                f"het invulveld “{field.tag}” staat midden in een alinea, maar een antwoord heeft"
                " eigen alinea's. Zet het veld op een eigen regel.",
            )
    for control in part.controls:
        what = control.what
        if control.outer and isinstance(what, Invulveld) and what.tag in vraag_ids:
            yield SjabloonError(
                path,
                f"het invulveld “{what.tag}” staat binnen het veld “{control.outer}”. Zet ze naast"
                " of onder elkaar.",
            )


def _opsomming(names: list[str], at_most: int = 5) -> str:
    visible = ", ".join(f"“{name}”" for name in names[:at_most])
    rest = len(names) - at_most
    return f"{visible} en nog {rest}" if rest > 0 else visible
