"""Whether a template fits the question set: the whole of it, and what is left of it for a plan."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import SjabloonError, bedoel_je
from uitvoeringsplan.word.invulvelden import ControlKind, Invulveld
from uitvoeringsplan.word.sjabloon.conditions import check_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.sjabloon.template_parts import Inventory, PicturePlace, TemplatePart


def check_sjabloon(pad: str, inventory: Inventory, vragenlijst: Vragenlijst) -> None:
    """Raise when a question has no control at all, or a control has no question or stands wrong.

    Questions of optional chapters need no place.
    """
    delen = inventory.parts
    check_names(pad, [choice for deel in delen for choice in deel.choices], vragenlijst)
    vraag_ids = frozenset(vraag.id for vraag in vragenlijst.vragen)
    velden = [veld for deel in delen for veld in deel.fields]
    _controleer_aanwezig(pad, velden, vragenlijst)
    bekend = vraag_ids | vragenlijst.veld_ids
    if vreemd := next((veld.tag for veld in velden if veld.tag not in bekend), ""):
        raise SjabloonError(
            pad,
            f"het invulveld “{vreemd}” hoort bij geen vraag van de vragenlijst."
            f"{bedoel_je(vreemd, bekend)} Verander de code (tag) of haal het veld weg.",
        )
    _controleer_beelden(pad, [plek for deel in delen for plek in deel.picture_places], vragenlijst)
    for deel in delen:
        check = _check_main if deel.name == inventory.document else _check_edge
        check(pad, deel, vraag_ids)


def check_variant(pad: str, velden: Sequence[Invulveld], vragenlijst: Vragenlijst) -> None:
    """Raise when what is left of a template has no control for a question, or more than one."""
    _controleer_aanwezig(pad, velden, vragenlijst)
    aantal = Counter(veld.tag for veld in velden)
    if dubbel := [vraag.id for vraag in vragenlijst.vragen if aantal[vraag.id] > 1]:
        raise SjabloonError(
            pad,
            f"voor {_opsomming(dubbel)} is er meer dan één invulveld. Houd er één over.",
        )


def _controleer_aanwezig(pad: str, velden: Iterable[Invulveld], vragenlijst: Vragenlijst) -> None:
    tags = {veld.tag for veld in velden}
    if mist := [vraag.id for vraag in vragenlijst.vaste_vragen if vraag.id not in tags]:
        raise SjabloonError(
            pad,
            f"dit sjabloon heeft geen invulveld voor {_opsomming(mist)}. Voeg in Word een"
            " inhoudsbesturingselement toe met die naam als code (tag).",
        )


def _controleer_beelden(
    pad: str, plekken: Iterable[PicturePlace], vragenlijst: Vragenlijst
) -> None:
    met_beeld = [vraag.id for vraag in vragenlijst.vragen if vraag.beeld]
    for plek in plekken:
        if plek.vraag_id not in met_beeld:
            raise SjabloonError(
                pad,
                f"bij “{plek.vraag_id}” hoort geen tekening.{bedoel_je(plek.vraag_id, met_beeld)}"
                " Verander de code (tag) van dat veld of haal het weg.",
            )


def _check_edge(pad: str, deel: TemplatePart, vraag_ids: frozenset[str]) -> None:
    """Raise when the control of a question stands in a header or a footer."""
    for veld in deel.fields:
        if veld.tag in vraag_ids:
            raise SjabloonError(
                pad,
                f"het invulveld “{veld.tag}” staat in een kop- of voettekst. Zet een vraag in de"
                " tekst zelf; alleen gegevens van het plan kunnen daar staan.",
            )


def _check_main(pad: str, deel: TemplatePart, vraag_ids: frozenset[str]) -> None:
    """Raise when the control of a question stands where no paragraphs can come."""
    for veld in deel.fields:
        if veld.vorm is ControlKind.REGEL and veld.tag in vraag_ids:
            raise SjabloonError(
                pad,
                f"het invulveld “{veld.tag}” staat midden in een alinea, maar een antwoord heeft"
                " eigen alinea's. Zet het veld op een eigen regel.",
            )
    for control in deel.controls:
        what = control.what
        if control.outer and isinstance(what, Invulveld) and what.tag in vraag_ids:
            raise SjabloonError(
                pad,
                f"het invulveld “{what.tag}” staat binnen het veld “{control.outer}”. Zet ze naast"
                " of onder elkaar.",
            )


def _opsomming(namen: list[str], hooguit: int = 5) -> str:
    zichtbaar = ", ".join(f"“{naam}”" for naam in namen[:hooguit])
    rest = len(namen) - hooguit
    return f"{zichtbaar} en nog {rest}" if rest > 0 else zichtbaar
