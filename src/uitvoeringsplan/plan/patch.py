"""Changing one answer in the text of a project file, and nothing else.

The file is a text that people edit too, so it is patched by the places of its values, not written
anew: comments, order, other styles of writing and odd spacing stay as they are. Every patch is
proved before it leaves: the result is read again, all other values must be equal and all comments
must be there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import ProjectbestandError
from uitvoeringsplan.yamltext.nodes import MappingNode
from uitvoeringsplan.yamltext.yaml_edit import (
    add_in_flow,
    add_key,
    around_value,
    changed_values,
    clear_of_block,
    end_of_value,
    fill_empty,
    replace_in_flow,
)
from uitvoeringsplan.yamltext.yaml_writer import (
    block_value,
    flow_value,
    key_lines,
    plain_value,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.files.file_reading import SourceText
    from uitvoeringsplan.model.vraag import Vraag


def set_value(
    source: SourceText,
    tree: MappingNode,
    group: str,
    vraag: Vraag,
    value_text: str,
    order: Sequence[str],
) -> str:
    """Return the text of the file with `value_text` as the value of `vraag` under `group`.

    `order` gives the ids of the group in order, for a key that is not in the file yet.
    Raises ProjectbestandError when the file has a form that cannot be patched safely.
    """
    pair = tree.pairs.get(group)
    mapping = pair[1] if pair else None
    is_field = group == "gegevens"
    if not isinstance(mapping, MappingNode) or not mapping.pairs:
        add = add_key if pair is None else fill_empty
        flow = f"{{{vraag.id}: {flow_value(value_text)}}}"
        new = add(
            source.text,
            tree,
            group,
            flow,
            lambda column: key_lines(vraag, value_text, is_field=is_field, column=column),
        )
    elif vraag.id in mapping.pairs:
        new = _replace(source.text, mapping, vraag, value_text)
    else:
        new = _insert(source.text, mapping, vraag, value_text, order, is_field=is_field)
    place = (group, vraag.id)
    got = changed_values(source, tree, new, place)
    if got is None or got.get(place, "") != value_text:
        raise ProjectbestandError(
            source.path,
            f"het antwoord op “{vraag.id}” past niet in de vorm waarin dit bestand is geschreven."
            " Er is niets veranderd. Zet het antwoord zelf in het bestand, of laat"
            " `uitvoeringsplan nieuw --antwoorden` er een nieuw bestand van maken.",
        )
    return new


def _replace(text: str, mapping: MappingNode, vraag: Vraag, value_text: str) -> str:
    key, value = mapping.pairs[vraag.id]
    if mapping.is_flow:
        return replace_in_flow(text, key, value, flow_value(value_text))
    before, comment, end = around_value(text, key, value)
    if not vraag.type.is_block and "\n" not in value_text:
        return f"{before} {plain_value(value_text)}".rstrip(" ") + comment + text[end:]
    column = key.column - 1
    heading, *lines = block_value(value_text, column).split("\n")
    return (
        f"{before} {heading}{comment}"
        + "".join(f"\n{line}" for line in lines)
        + clear_of_block(text[end:], column)
    )


def _insert(
    text: str,
    mapping: MappingNode,
    vraag: Vraag,
    value_text: str,
    order: Sequence[str],
    *,
    is_field: bool,
) -> str:
    """Insert a key that is missing, behind the nearest earlier question that is there."""
    if mapping.is_flow:
        return add_in_flow(text, mapping, f"{vraag.id}: {flow_value(value_text)}")
    rank = {name: i for i, name in enumerate(order)}
    own = rank.get(vraag.id, len(rank))
    earlier = [pair for name, pair in mapping.pairs.items() if rank.get(name, len(rank)) < own]
    key, value = (earlier or list(mapping.pairs.values()))[-1]
    column = key.column - 1
    i = end_of_value(text, key, value)
    new = key_lines(vraag, value_text, is_field=is_field, column=column)
    return f"{text[:i]}\n\n{new}{clear_of_block(text[i:], column) or chr(10)}"
