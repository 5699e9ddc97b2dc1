"""The drawings of one document: for every place in the template whose question has an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.vraag import Beeldsoort

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.drawing.tekening import Tekening, Vormgeving
    from uitvoeringsplan.model.huisstijl import Huisstijl
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.sjabloon.openen import Sjabloon

_BIJSCHRIFT = 2.8  # cm above a drawing, for the heading and the sentence that lead up to it


def teken(
    sjabloon: Sjabloon, vragenlijst: Vragenlijst, plan: Plan, huisstijl: Huisstijl | None = None
) -> dict[str, list[Tekening]]:
    """Return the drawings by the id of their question, as large as their place in the template."""
    uit: dict[str, list[Tekening]] = {}
    for plek in (plek for deel in sjabloon.delen for plek in deel.plekken):
        vraag = vragenlijst.vraag(plek.vraag_id)
        waarde = plan.waarde(vraag)
        if not waarde or vraag.beeld is None or vraag.id in uit:
            continue
        # Few plans have a drawing; the others should not wait for what draws them.
        from uitvoeringsplan.drawing.tekening import STANDAARD, Vormgeving  # noqa: PLC0415
        from uitvoeringsplan.model.tabel import gesorteerd  # noqa: PLC0415

        rijen = gesorteerd(vraag, waarde)
        if vraag.beeld is Beeldsoort.TIJDLIJN and not _is_planning(vraag, rijen):
            continue
        breed, hoog = plek.ruimte
        vorm = Vormgeving(
            (huisstijl and huisstijl.accent) or STANDAARD.accent,
            (huisstijl and huisstijl.tekst) or STANDAARD.tekst,
            round(breed, 1),
            round(hoog - _BIJSCHRIFT, 1),
        )
        uit[vraag.id] = _drawings(vraag, rijen, vorm)
    return uit


def _drawings(vraag: Vraag, rijen: Sequence[Sequence[str]], vorm: Vormgeving) -> list[Tekening]:
    """Return the drawings of one kind; the other kind is not loaded."""
    if vraag.beeld is Beeldsoort.TIJDLIJN:
        from uitvoeringsplan.drawing.tijdlijn import teken_tijdlijn  # noqa: PLC0415

        return teken_tijdlijn(vraag.kolommen, rijen, vorm)
    from uitvoeringsplan.drawing.tegenstellingen import teken_tegenstellingen  # noqa: PLC0415

    return teken_tegenstellingen(vraag.kolommen, rijen, vorm)


def _is_planning(vraag: Vraag, rijen: Iterable[Sequence[str]]) -> bool:
    """Whether more than one row has a date: a line in time of one action shows nothing."""
    datums = [i for i, kolom in enumerate(vraag.kolommen) if kolom.id in ("start", "gereed")]
    return sum(any(rij[i] for i in datums) for rij in rijen) > 1
