"""Whether a template fits the question set: the whole of it, and what is left of it for a plan."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import SjabloonError, did_you_mean
from uitvoeringsplan.word.invulvelden import ControlKind, Invulveld
from uitvoeringsplan.word.sjabloon.conditions import check_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.sjabloon.template_parts import Inventory, PicturePlace, TemplatePart


def check_sjabloon(path: str, inventory: Inventory, vragenlijst: Vragenlijst) -> None:
    """Raise when a question has no control at all, or a control has no question or stands wrong.

    Questions of optional chapters need no place.
    """
    parts = inventory.parts
    check_names(path, [choice for part in parts for choice in part.choices], vragenlijst)
    vraag_ids = frozenset(vraag.id for vraag in vragenlijst.vragen)
    fields = [field for part in parts for field in part.fields]
    _check_present(path, fields, vragenlijst)
    known = vraag_ids | vragenlijst.veld_ids
    if foreign := next((field.tag for field in fields if field.tag not in known), ""):
        raise SjabloonError(
            path,
            f"het invulveld “{foreign}” hoort bij geen vraag van de vragenlijst."
            f"{did_you_mean(foreign, known)} Verander de code (tag) of haal het veld weg.",
        )
    _check_pictures(path, [place for part in parts for place in part.picture_places], vragenlijst)
    for part in parts:
        check = _check_main if part.name == inventory.document else _check_edge
        check(path, part, vraag_ids)


def check_variant(path: str, fields: Sequence[Invulveld], vragenlijst: Vragenlijst) -> None:
    """Raise when what is left of a template has no control for a question, or more than one."""
    _check_present(path, fields, vragenlijst)
    count = Counter(field.tag for field in fields)
    if double := [vraag.id for vraag in vragenlijst.vragen if count[vraag.id] > 1]:
        raise SjabloonError(
            path,
            f"voor {_opsomming(double)} is er meer dan één invulveld. Houd er één over.",
        )


def _check_present(path: str, fields: Iterable[Invulveld], vragenlijst: Vragenlijst) -> None:
    tags = {field.tag for field in fields}
    if mist := [vraag.id for vraag in vragenlijst.fixed_vragen if vraag.id not in tags]:
        raise SjabloonError(
            path,
            f"dit sjabloon heeft geen invulveld voor {_opsomming(mist)}. Voeg in Word een"
            " inhoudsbesturingselement toe met die naam als code (tag).",
        )


def _check_pictures(path: str, places: Iterable[PicturePlace], vragenlijst: Vragenlijst) -> None:
    with_picture = [vraag.id for vraag in vragenlijst.vragen if vraag.beeld]
    for place in places:
        if place.vraag_id not in with_picture:
            raise SjabloonError(
                path,
                f"bij “{place.vraag_id}” hoort geen"
                f" tekening.{did_you_mean(place.vraag_id, with_picture)}"
                " Verander de code (tag) van dat veld of haal het weg.",
            )


def _check_edge(path: str, part: TemplatePart, vraag_ids: frozenset[str]) -> None:
    """Raise when the control of a question stands in a header or a footer."""
    for field in part.fields:
        if field.tag in vraag_ids:
            raise SjabloonError(
                path,
                f"het invulveld “{field.tag}” staat in een kop- of voettekst. Zet een vraag in de"
                " tekst zelf; alleen gegevens van het plan kunnen daar staan.",
            )


def _check_main(path: str, part: TemplatePart, vraag_ids: frozenset[str]) -> None:
    """Raise when the control of a question stands where no paragraphs can come."""
    for field in part.fields:
        if field.form is ControlKind.REGEL and field.tag in vraag_ids:
            raise SjabloonError(
                path,
                f"het invulveld “{field.tag}” staat midden in een alinea, maar een antwoord heeft"
                " eigen alinea's. Zet het veld op een eigen regel.",
            )
    for control in part.controls:
        what = control.what
        if control.outer and isinstance(what, Invulveld) and what.tag in vraag_ids:
            raise SjabloonError(
                path,
                f"het invulveld “{what.tag}” staat binnen het veld “{control.outer}”. Zet ze naast"
                " of onder elkaar.",
            )


def _opsomming(names: list[str], at_most: int = 5) -> str:
    visible = ", ".join(f"“{name}”" for name in names[:at_most])
    rest = len(names) - at_most
    return f"{visible} en nog {rest}" if rest > 0 else visible
