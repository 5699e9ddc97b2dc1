"""The conditions in `vragen.yaml`: read, and proved possible, with the place of every mistake."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError, VoorwaardeError, bedoel_je
from uitvoeringsplan.model.voorwaarde import Bewering, Voorwaarde, read_voorwaarde
from uitvoeringsplan.model.vraag import Shape
from uitvoeringsplan.yamltext.nodes import Node, ScalarNode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uitvoeringsplan.files.file_reading import SourceText
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst

MAX_CHAIN = 10  # conditions that build on each other; weighing them goes as deep


def read_condition(bron: SourceText, knoop: Node, text: str) -> Voorwaarde:
    """Return the condition in `text`, the cleaned text of `knoop`."""
    try:
        return read_voorwaarde(text)
    except VoorwaardeError as fout:
        raise _mistake(bron, knoop, text, fout.plek, fout.melding) from None


def check_conditions(bron: SourceText, lijst: Vragenlijst, knopen: Mapping[str, Node]) -> None:
    """Raise unless every condition is about other questions, and can hold.

    `knopen` says where the conditions stand, by the id of their question.
    """
    vragen = {vraag.id: vraag for vraag in (*lijst.gegevens, *lijst.vragen)}
    voorwaarden = {name: als for name in knopen if (als := vragen[name].als)}
    for name, voorwaarde in voorwaarden.items():
        for bewering in voorwaarde.statements:
            place, melding = _objection(name, bewering, vragen)
            if melding:
                raise _mistake(bron, knopen[name], voorwaarde.tekst, place, melding)
    if bezwaar := _circle(voorwaarden) or _long_chain(voorwaarden):
        name, verwijst_naar, melding = bezwaar
        als = voorwaarden[name]
        place = next(b.plek for b in als.statements if b.id == verwijst_naar)
        raise _mistake(bron, knopen[name], als.tekst, place, melding)


def _objection(name: str, bewering: Bewering, vragen: Mapping[str, Vraag]) -> tuple[int, str]:
    """Return where and what is wrong with a statement in the condition of `name`, or no text."""
    if bewering.id == name:
        return bewering.plek, "deze voorwaarde gaat over de vraag zelf; noem een andere vraag."
    if bewering.id not in vragen:
        tip = bedoel_je(bewering.id, vragen)
        return bewering.plek, f"“{bewering.id}” is geen vraag of gegeven van deze lijst.{tip}"
    if bewering.waarde is None:
        return 0, ""
    return bewering.value_place, _why_not(vragen[bewering.id], bewering.waarde)


def _why_not(vraag: Vraag, value: str) -> str:
    """Return why no answer to a question can be equal to a value, or an empty text."""
    if vraag.type.shape is Shape.TABLE:
        return "een tabel heeft geen waarde; gebruik `is ingevuld` of `is leeg`."
    try:
        netjes = vraag.type.compared(vraag, value) if value else ""
    except AntwoordError as fout:
        return f"{vraag.id}: {fout.melding}{bedoel_je(value, vraag.keuzes)}"
    return "" if netjes.casefold() == value.casefold() else f"schrijf dit als “{netjes}”."


def _circle(voorwaarden: Mapping[str, Voorwaarde]) -> tuple[str, str, str] | None:
    """Return (question, what it refers to, message) of conditions that go round in a circle."""
    try:
        TopologicalSorter({name: als.ids for name, als in voorwaarden.items()}).prepare()
    except CycleError as fout:
        kring = fout.args[1][:0:-1]  # it comes as each before what refers to it, the first twice
        order = list(voorwaarden)
        start = min(range(len(kring)), key=lambda i: order.index(kring[i]))
        kring = [*kring[start:], *kring[: start + 1]]
        rond = " → ".join(kring)
        return kring[0], kring[1], f"deze voorwaarden wachten op elkaar: {rond}."
    return None


def _long_chain(voorwaarden: Mapping[str, Voorwaarde]) -> tuple[str, str, str] | None:
    """Return (question, what it refers to, message) of too many conditions behind each other."""
    length: dict[str, int] = {}
    order = TopologicalSorter({name: als.ids for name, als in voorwaarden.items()})
    for name in order.static_order():
        if name not in voorwaarden:
            continue
        verste = max(voorwaarden[name].ids, key=lambda other: length.get(other, 0))
        length[name] = 1 + length.get(verste, 0)
        if length[name] > MAX_CHAIN:
            return name, verste, f"hier bouwen meer dan {MAX_CHAIN} voorwaarden op elkaar voort."
    return None


def _mistake(bron: SourceText, knoop: Node, text: str, place: int, melding: str) -> Exception:
    """Return the error at an offset in a condition, or at its start when it is written otherwise.

    A block, or a text in quotes with an escape, is not in the file as it reads.
    """
    if isinstance(knoop, ScalarNode):
        start = knoop.begin + (knoop.stijl in ("'", '"'))
        if bron.tekst.startswith(text[:place], start):
            return bron.error_at_offset(melding, start + place)
    return bron.error_at(melding, knoop)
