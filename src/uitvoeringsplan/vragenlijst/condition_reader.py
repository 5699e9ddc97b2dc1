"""The conditions in `vragen.yaml`: read, and proved possible, with the place of every mistake."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError, VoorwaardeError, did_you_mean
from uitvoeringsplan.model.voorwaarde import Bewering, Voorwaarde, read_voorwaarde
from uitvoeringsplan.model.vraag import Shape
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.yamltext.nodes import Node, ScalarNode

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from uitvoeringsplan.files.file_reading import SourceText
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst

MAX_CHAIN = 10  # conditions that build on each other; weighing them goes as deep


def read_condition(source: SourceText, node: Node, text: str) -> Voorwaarde:
    """Return the condition in `text`, the cleaned text of `node`."""
    try:
        return read_voorwaarde(text)
    except VoorwaardeError as error:
        raise _mistake(source, node, text, error.place, error.message) from None


class PlacedVoorwaarde(NamedTuple):
    """A condition, the id of its question, and where it stands."""

    vraag_id: str
    node: Node
    voorwaarde: Voorwaarde


def find_mistakes(
    source: SourceText,
    lijst: Vragenlijst,
    placed: Sequence[PlacedVoorwaarde],
    unread: Collection[str] = (),
) -> Iterator[Exception]:
    """Yield what is wrong with conditions: each is about other questions, and can hold.

    Of the questions that are unread only the id is known.
    """
    vragen = {vraag.id: vraag for vraag in (*lijst.gegevens, *lijst.vragen)}
    is_good = not unread
    for name, node, voorwaarde in placed:
        for bewering in voorwaarde.statements:
            if bewering.id in unread and bewering.id != name:
                continue
            place, message = _objection(name, bewering, vragen)
            if message:
                is_good = False
                yield _mistake(source, node, voorwaarde.text, place, message)
    if not is_good:  # which wait for which only shows when all are known
        return
    voorwaarden = {one.vraag_id: one.voorwaarde for one in placed}
    if objection := _circle(voorwaarden) or _long_chain(voorwaarden):
        name, refers_to, message = objection
        als = voorwaarden[name]
        place = next(b.place for b in als.statements if b.id == refers_to)
        node = next(one.node for one in placed if one.vraag_id == name)
        yield _mistake(source, node, als.text, place, message)


def _objection(name: str, bewering: Bewering, vragen: Mapping[str, Vraag]) -> tuple[int, str]:
    """Return where and what is wrong with a statement in the condition of `name`, or no text."""
    if bewering.id == name:
        return bewering.place, "deze voorwaarde gaat over de vraag zelf; noem een andere vraag."
    if bewering.id not in vragen:
        tip = did_you_mean(bewering.id, vragen)
        return bewering.place, f"“{bewering.id}” is geen vraag of gegeven van deze lijst.{tip}"
    if bewering.value is None:
        return 0, ""
    return bewering.value_place, _why_not(vragen[bewering.id], bewering.value)


def _why_not(vraag: Vraag, value: str) -> str:
    """Return why no answer to a question can be equal to a value, or an empty text."""
    if vraag.type.shape is Shape.TABLE:
        return "een tabel heeft geen waarde; gebruik `is ingevuld` of `is leeg`."
    try:
        neat = vraag.type.compared(vraag, value) if value else ""
    except AntwoordError as error:
        return f"{vraag.id}: {error.message}{did_you_mean(value, vraag.keuzes)}"
    return "" if neat.casefold() == value.casefold() else f"schrijf dit als “{neat}”."


def _circle(voorwaarden: Mapping[str, Voorwaarde]) -> tuple[str, str, str] | None:
    """Return (question, what it refers to, message) of conditions that go round in a circle."""
    try:
        TopologicalSorter({name: als.ids for name, als in voorwaarden.items()}).prepare()
    except CycleError as error:
        circle = error.args[1][:0:-1]  # it comes as each before what refers to it, the first twice
        order = list(voorwaarden)
        start = min(range(len(circle)), key=lambda i: order.index(circle[i]))
        circle = [*circle[start:], *circle[: start + 1]]
        rond = " → ".join(circle)
        return circle[0], circle[1], f"deze voorwaarden wachten op elkaar: {rond}."
    return None


def _long_chain(voorwaarden: Mapping[str, Voorwaarde]) -> tuple[str, str, str] | None:
    """Return (question, what it refers to, message) of too many conditions behind each other."""
    length: dict[str, int] = {}
    order = TopologicalSorter({name: als.ids for name, als in voorwaarden.items()})
    for name in order.static_order():
        if name not in voorwaarden:
            continue
        farthest = max(voorwaarden[name].ids, key=lambda other: length.get(other, 0))
        length[name] = 1 + length.get(farthest, 0)
        if length[name] > MAX_CHAIN:
            return name, farthest, f"hier bouwen meer dan {MAX_CHAIN} voorwaarden op elkaar voort."
    return None


def _mistake(source: SourceText, node: Node, text: str, place: int, message: str) -> Exception:
    """Return the error at an offset in a condition, or at its start when it is written otherwise.

    A block, or a text in quotes with an escape, is not in the file as it reads.
    """
    if isinstance(node, ScalarNode):
        start = node.start + (node.style in ("'", '"'))
        if source.text.startswith(text[:place], start):
            return source.error_at_offset(message, start + place)
    return source.error_at(message, node)
