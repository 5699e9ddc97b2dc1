"""Adding an open point to a project file, or closing one, without touching any other line.

Every point stands apart, and its last line is its key, which no other point has. So git can tell
the places of two new points apart, and closing one point never touches a line beside the next.
As with answers, every patch is proved before it leaves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import ProjectbestandError
from uitvoeringsplan.model.open_punt import OpenPunt, make_punt, new_punten, place_new
from uitvoeringsplan.plan.punten import MAX_PUNTEN, PUNTEN
from uitvoeringsplan.yamltext.nodes import MappingNode, ScalarNode, SequenceNode
from uitvoeringsplan.yamltext.yaml_edit import (
    add_in_flow,
    add_key,
    around_value,
    changed_values,
    comments,
    end_of_item,
    end_of_key,
    fill_empty,
    replace_in_flow,
    start_of,
)
from uitvoeringsplan.yamltext.yaml_writer import (
    block_value,
    flow_value,
    plain_value,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from uitvoeringsplan.plan.planbestand import Planbestand

_BLOCKS = ("citaat", "tekst")


def add_punten(file: Planbestand, punten: Iterable[OpenPunt]) -> Planbestand:
    """Return the file with the points that it does not have yet; equal when it has them all.

    Raises PuntError for a point that says nothing, and ProjectbestandError when the file has a
    form that cannot be patched safely.
    """
    lijst = file.vragenlijst
    rank = {vraag.id: i for i, vraag in enumerate((*lijst.gegevens, *lijst.vragen))}
    added = new_punten(file.punten, map(make_punt, punten))
    if len(file.punten) + len(added) > MAX_PUNTEN:
        raise ProjectbestandError(
            file.path,
            f"een plan kan niet meer dan {MAX_PUNTEN} punten hebben. Er is niets veranderd. Haal"
            " eerst punten weg die klaar zijn.",
        )
    if not added:
        return file
    places: dict[int, list[OpenPunt]] = {}
    for i, punt in place_new(added, file.punten, rank):
        places.setdefault(i, []).append(punt)
    expected = [
        punt
        for i, existing in enumerate((*file.punten, None))
        for punt in (*places.get(i, ()), existing)
        if punt
    ]
    return _proved(file, _insert(file, places), tuple(expected))


def close_punten(file: Planbestand, datums: Mapping[int, str]) -> Planbestand:
    """Return the file in which each of these points is closed on its date, or open again.

    They are changed and proved together, so that many take no more readings than one.
    Raises PuntError for what is no date, and ProjectbestandError as adding does.
    """
    punten = list(file.punten)
    text = file.source.text
    # From the last to the first: then what stands before still has the place that it was read at.
    for i in sorted(datums, reverse=True):
        punt = make_punt(punten[i]._replace(klaar=datums[i]))
        if punt != punten[i]:
            punten[i] = punt
            text = _with_date(text, file.tree, i, punt.klaar)
    if tuple(punten) == file.punten:
        return file
    return _proved(file, text, tuple(punten))


def without_punten(file: Planbestand, attributes: Container[str]) -> Planbestand:
    """Return the file without these points, as it was before they were added.

    Raises ProjectbestandError when that would take more than the lines of the points.
    """
    gone = [i for i, punt in enumerate(file.punten) if punt.attribute in attributes]
    if not gone:
        return file
    text = file.source.text
    count = len(file.punten)
    for i in reversed(gone):
        text = _without(text, file.tree, i, is_only=count == 1)
        count -= 1
    out = set(gone)
    left = tuple(punt for i, punt in enumerate(file.punten) if i not in out)
    return _proved(file, text, left)


def _proved(file: Planbestand, new: str, expected: tuple[OpenPunt, ...]) -> Planbestand:
    """Return the file with this text if it has these points and is the same otherwise."""
    if changed_values(file.source, file.tree, new, (PUNTEN,)) is not None:
        try:
            out = file.with_text(new)
        except ProjectbestandError:
            out = file
        if out.punten == expected:
            return out
    raise ProjectbestandError(
        file.path,
        "dit punt past niet in de vorm waarin dit bestand is geschreven. Er is niets veranderd."
        " Zet het zelf in het bestand.",
    )


def _insert(file: Planbestand, places: Mapping[int, Sequence[OpenPunt]]) -> str:
    """Return the text with new points, each before the one that stands at its place."""
    text, tree = file.source.text, file.tree
    pair = tree.pairs.get(PUNTEN)
    every = [punt for i in sorted(places) for punt in places[i]]
    value = pair[1] if pair else None
    if pair and isinstance(value, SequenceNode) and value.parts:
        insertion = _between_brackets if value.is_flow else _between_lines
        for i in sorted(places, reverse=True):  # what stands before keeps its place
            text = insertion(text, pair[0], value, i, places[i])
        return text
    add = add_key if pair is None else fill_empty
    return add(text, tree, PUNTEN, f"[{_as_flow(every)}]", lambda column: _as_lines(every, column))


def _between_brackets(
    text: str, _: ScalarNode, lijst: SequenceNode, i: int, punten: Sequence[OpenPunt]
) -> str:
    if i == 0:
        j = start_of(text, lijst) + 1
        return f"{text[:j]}{_as_flow(punten)}, {text[j:]}"
    j = lijst.parts[i - 1].end
    return f"{text[:j]}, {_as_flow(punten)}{text[j:]}"


def _between_lines(
    text: str, key: ScalarNode, lijst: SequenceNode, i: int, punten: Sequence[OpenPunt]
) -> str:
    lines = _as_lines(punten, lijst.column - 1)
    if i == 0:
        j = end_of_key(text, key)
        return f"{text[:j]}\n{lines}\n{text[j:]}"
    j = end_of_item(text, lijst.parts[i - 1])
    return f"{text[:j]}\n\n{lines}{text[j:] or chr(10)}"


def _with_date(text: str, tree: MappingNode, index: int, datum: str) -> str:
    lijst = tree.pairs[PUNTEN][1]
    mapping = lijst.parts[index] if isinstance(lijst, SequenceNode) else lijst
    if not isinstance(mapping, MappingNode):  # a point was read from it
        raise TypeError
    if "klaar" in mapping.pairs:
        key, value = mapping.pairs["klaar"]
        if mapping.is_flow:
            return replace_in_flow(text, key, value, flow_value(datum))
        before, comment, end = around_value(text, key, value)
        line = f"{before} {plain_value(datum)}".rstrip(" ")
        return f"{line}{comment}{text[end:]}"
    if mapping.is_flow:
        return add_in_flow(text, mapping, f"klaar: {flow_value(datum)}")
    j = end_of_item(text, mapping)
    margin = " " * (mapping.column - 1)
    return f"{text[:j]}\n{margin}klaar: {plain_value(datum)}{text[j:] or chr(10)}"


def _without(text: str, tree: MappingNode, i: int, *, is_only: bool) -> str:
    """Return the text without a point and the blank lines that set it apart."""
    key, lijst = tree.pairs[PUNTEN]
    if not isinstance(lijst, SequenceNode) or lijst.is_flow:
        return text  # which is no proof that it is gone
    end = end_of_item(text, lijst.parts[i])
    if i > 0:
        return text[: end_of_item(text, lijst.parts[i - 1])] + text[end:]
    if not is_only:
        behind = text[end:].lstrip("\n")
        return f"{text[: end_of_key(text, key)]}\n{behind}"
    if comments(text, key.end, start_of(text, lijst), lijst):
        return text[: end_of_key(text, key)] + text[end:]
    before = text[: text.rfind("\n", 0, key.start) + 1].rstrip("\n")
    return f"{before}\n{text[end:].removeprefix(chr(10))}"


def _as_lines(punten: Iterable[OpenPunt], column: int) -> str:
    """Return points as lines, their dashes in column `column` (from 0), without a line end."""
    return "\n\n".join(_punt_lines(punt, column) for punt in punten)


def _punt_lines(punt: OpenPunt, column: int) -> str:
    margin = " " * (column + 2)
    out = []
    for name, text in punt._asdict().items():
        value = block_value(text, column + 2) if name in _BLOCKS else plain_value(text)
        out.append(f"{margin}{name}: {value}".rstrip(" "))
    return f"{' ' * column}- " + "\n".join(out)[len(margin) :]


def _as_flow(punten: Iterable[OpenPunt]) -> str:
    return ", ".join(
        f"{{{', '.join(f'{name}: {flow_value(t)}' for name, t in punt._asdict().items())}}}"
        for punt in punten
    )
