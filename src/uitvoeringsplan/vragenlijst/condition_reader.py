"""The conditions in `vragen.yaml`: read, and proved possible, with the place of every mistake."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError, VoorwaardeError, bedoel_je
from uitvoeringsplan.model.voorwaarde import Bewering, Voorwaarde, lees_voorwaarde
from uitvoeringsplan.model.vraag import Shape
from uitvoeringsplan.yamltext.nodes import Knoop, Tekst

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uitvoeringsplan.files.source_text import Bron
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst

MAX_KETEN = 10  # conditions that build on each other; weighing them goes as deep


def lees(bron: Bron, knoop: Knoop, tekst: str) -> Voorwaarde:
    """Return the condition in `tekst`, the cleaned text of `knoop`."""
    try:
        return lees_voorwaarde(tekst)
    except VoorwaardeError as fout:
        raise _mis(bron, knoop, tekst, fout.plek, fout.melding) from None


def controleer(bron: Bron, lijst: Vragenlijst, knopen: Mapping[str, Knoop]) -> None:
    """Raise unless every condition is about other questions, and can hold.

    `knopen` says where the conditions stand, by the id of their question.
    """
    vragen = {vraag.id: vraag for vraag in (*lijst.gegevens, *lijst.vragen)}
    voorwaarden = {naam: als for naam in knopen if (als := vragen[naam].als)}
    for naam, voorwaarde in voorwaarden.items():
        for bewering in voorwaarde.beweringen:
            plek, melding = _bezwaar(naam, bewering, vragen)
            if melding:
                raise _mis(bron, knopen[naam], voorwaarde.tekst, plek, melding)
    if bezwaar := _kring(voorwaarden) or _lange_keten(voorwaarden):
        naam, verwijst_naar, melding = bezwaar
        als = voorwaarden[naam]
        plek = next(b.plek for b in als.beweringen if b.id == verwijst_naar)
        raise _mis(bron, knopen[naam], als.tekst, plek, melding)


def _bezwaar(naam: str, bewering: Bewering, vragen: Mapping[str, Vraag]) -> tuple[int, str]:
    """Return where and what is wrong with a statement in the condition of `naam`, or no text."""
    if bewering.id == naam:
        return bewering.plek, "deze voorwaarde gaat over de vraag zelf; noem een andere vraag."
    if bewering.id not in vragen:
        tip = bedoel_je(bewering.id, vragen)
        return bewering.plek, f"“{bewering.id}” is geen vraag of gegeven van deze lijst.{tip}"
    if bewering.waarde is None:
        return 0, ""
    return bewering.waardeplek, _past_niet(vragen[bewering.id], bewering.waarde)


def _past_niet(vraag: Vraag, waarde: str) -> str:
    """Return why no answer to a question can be equal to a value, or an empty text."""
    if vraag.type.shape is Shape.TABLE:
        return "een tabel heeft geen waarde; gebruik `is ingevuld` of `is leeg`."
    try:
        netjes = vraag.type.compared(vraag, waarde) if waarde else ""
    except AntwoordError as fout:
        return f"{vraag.id}: {fout.melding}{bedoel_je(waarde, vraag.keuzes)}"
    return "" if netjes.casefold() == waarde.casefold() else f"schrijf dit als “{netjes}”."


def _kring(voorwaarden: Mapping[str, Voorwaarde]) -> tuple[str, str, str] | None:
    """Return (question, what it refers to, message) of conditions that go round in a circle."""
    try:
        TopologicalSorter({naam: als.ids for naam, als in voorwaarden.items()}).prepare()
    except CycleError as fout:
        kring = fout.args[1][:0:-1]  # it comes as each before what refers to it, the first twice
        volgorde = list(voorwaarden)
        begin = min(range(len(kring)), key=lambda i: volgorde.index(kring[i]))
        kring = [*kring[begin:], *kring[: begin + 1]]
        rond = " → ".join(kring)
        return kring[0], kring[1], f"deze voorwaarden wachten op elkaar: {rond}."
    return None


def _lange_keten(voorwaarden: Mapping[str, Voorwaarde]) -> tuple[str, str, str] | None:
    """Return (question, what it refers to, message) of too many conditions behind each other."""
    lengte: dict[str, int] = {}
    volgorde = TopologicalSorter({naam: als.ids for naam, als in voorwaarden.items()})
    for naam in volgorde.static_order():
        if naam not in voorwaarden:
            continue
        verste = max(voorwaarden[naam].ids, key=lambda ander: lengte.get(ander, 0))
        lengte[naam] = 1 + lengte.get(verste, 0)
        if lengte[naam] > MAX_KETEN:
            return naam, verste, f"hier bouwen meer dan {MAX_KETEN} voorwaarden op elkaar voort."
    return None


def _mis(bron: Bron, knoop: Knoop, tekst: str, plek: int, melding: str) -> Exception:
    """Return the error at an offset in a condition, or at its start when it is written otherwise.

    A block, or a text in quotes with an escape, is not in the file as it reads.
    """
    if isinstance(knoop, Tekst):
        begin = knoop.begin + (knoop.stijl in ("'", '"'))
        if bron.tekst.startswith(tekst[:plek], begin):
            return bron.mis_op(melding, begin + plek)
    return bron.mis_bij(melding, knoop)
