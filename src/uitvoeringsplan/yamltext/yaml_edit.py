"""One value in a text of YAML makes way for another, with the proof that nothing else changed.

The tree gives offsets; this knows what lies around them: colons, comments, brackets
and blocks that would swallow what follows.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import InhoudError
from uitvoeringsplan.files.file_reading import SourceText
from uitvoeringsplan.model.cleaning import clean
from uitvoeringsplan.yamltext.nodes import MappingNode, Node, ScalarNode, SequenceNode
from uitvoeringsplan.yamltext.yaml_tree import read_yaml
from uitvoeringsplan.yamltext.yaml_writer import INDENT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Lines = Callable[[int], str]

_COLON = re.compile(r"\s*:")
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*", re.MULTILINE)


def replace_in_flow(text: str, key: ScalarNode, value: Node, new: str) -> str:
    """Return the text with another value for a key between { and }."""
    start = _after_colon(text, key)
    stop = max(start, value.end)
    before = text[:start] if text[start - 1] == ":" else text[:start] + ":"
    if isinstance(value, ScalarNode):
        # Of `{a: # why` and its empty value on the next line, only the value makes way.
        stop = stop if value.end > value.start else start
        before += text[start : value.start] if stop > start else ""
    return f"{before}{'' if before[-1].isspace() else ' '}{new}{text[stop:]}"


def add_in_flow(text: str, mapping: MappingNode, pair: str) -> str:
    """Return the text with one more pair at the end of a mapping between { and }."""
    key, value = list(mapping.pairs.values())[-1]
    i = max(_after_colon(text, key), value.end)
    return f"{text[:i]}{' ' if text[i - 1] == ':' else ''}, {pair}{text[i:]}"


def around_value(text: str, key: ScalarNode, value: Node) -> tuple[str, str, int]:
    """Return what stands before a value in lines, its comment, and where its last line ends.

    A comment may stand at several places between the key and the end of the value. The last one
    stays behind the key, others move above it.
    """
    start = _after_colon(text, key)
    end = _end_of_line(text, start, value)
    *above, behind = ["", *comments(text, start, end, value)]
    begin = text.rfind("\n", 0, key.start) + 1
    margin = " " * (key.column - 1)
    lines = "".join(f"{margin}{comment}\n" for comment in above if comment)
    return text[:begin] + lines + text[begin:start], behind and f" {behind}", end


def fill_empty(text: str, tree: MappingNode, key: str, flow: str, lines: Lines) -> str:
    """Return the text with a value for a key at the top that has none, in the style of the file.

    `flow` is that value for a file between { and }, `lines` gives it as lines from a column (from
    0), without a line end.
    """
    key_node, value = tree.pairs[key]
    if tree.is_flow:
        return replace_in_flow(text, key_node, value, flow)
    before, comment, end = around_value(text, key_node, value)
    column = key_node.column - 1 + INDENT
    behind = clear_of_block(text[end:], column) or "\n"
    return f"{before}{comment}\n{lines(column)}{behind}"


def add_key(text: str, tree: MappingNode, key: str, flow: str, lines: Lines) -> str:
    """Return the text with one more key at the end of the file, with a value as `fill_empty`."""
    if tree.is_flow:
        return add_in_flow(text, tree, f"{key}: {flow}")
    column = tree.column - 1
    before, behind = _at_bottom(text, tree)
    return f"{before}\n\n{' ' * column}{key}:\n{lines(column + INDENT)}\n{behind}"


def end_of_value(text: str, key: ScalarNode, value: Node) -> int:
    """Return where the last line of the value of a key ends."""
    return _end_of_line(text, _after_colon(text, key), value)


def end_of_item(text: str, part: Node) -> int:
    """Return where the last line of a part of a list ends."""
    return _end_of_line(text, 0, part)


def end_of_key(text: str, key: ScalarNode) -> int:
    """Return where the line with the colon of a key ends."""
    end = text.find("\n", _after_colon(text, key))
    return len(text) if end < 0 else end


def start_of(text: str, node: Node) -> int:
    """Return the offset of the first sign of a node."""
    lines = text.split("\n")[: node.line - 1]
    return sum(map(len, lines)) + len(lines) + node.column - 1


def _at_bottom(text: str, tree: MappingNode) -> tuple[str, str]:
    """Return what stands before and behind the place for a new key at the end of a file."""
    # The tree ends before a line `...`, which may close a file.
    lines = text[: tree.end].split("\n")
    while not lines[-1].strip():
        lines.pop()
    return "\n".join(lines), text[tree.end :]


def clear_of_block(behind: str, column: int) -> str:
    """Return what follows a block so that the block cannot swallow it.

    Blank lines lose their blanks, and comments deeper than the key move to its column.
    """
    lines = behind.split("\n")
    for i, line in enumerate(lines):
        if not line.strip():
            lines[i] = ""
        elif line.lstrip(" ").startswith("#") and len(line) - len(line.lstrip(" ")) > column:
            lines[i] = " " * column + line.lstrip(" ")
        else:
            break
    return "\n".join(lines)


def comments(text: str, start: int, stop: int, node: Node) -> list[str]:
    """Return the comments between two offsets: what starts with # around the texts of `node`."""
    between: list[str] = []
    for leaf in _leaves(node):
        between.append(text[start : max(start, leaf.start)])
        start = max(start, leaf.end)
        if leaf.style in ("|", ">"):  # the comment of a block stands on its first line
            between.append(text[leaf.start : leaf.end].split("\n", 1)[0])
    between.append(text[start:stop])
    return [comment.rstrip() for part in between for comment in _COMMENT.findall(part)]


def _after_colon(text: str, key: ScalarNode) -> int:
    """Return the offset behind the colon of a key, or behind the key when it has none."""
    found = _COLON.match(text, key.end)
    return found.end() if found else key.end


def _end_of_line(text: str, start: int, value: Node) -> int:
    """Return where the last line of a value ends, of a block its last line that is not blank."""
    leaf = value
    while not isinstance(leaf, ScalarNode) and not leaf.is_flow:
        if isinstance(leaf, SequenceNode) and leaf.parts:
            leaf = leaf.parts[-1]
        elif isinstance(leaf, MappingNode) and leaf.pairs:
            key, leaf = list(leaf.pairs.values())[-1]
            start = max(start, _after_colon(text, key))
        else:
            break
    if isinstance(leaf, ScalarNode) and leaf.style in ("|", ">"):
        raw = text[leaf.start : leaf.end]
        return leaf.start + max(len(raw.rstrip("\n ")), len(raw.split("\n", 1)[0]))
    end = text.find("\n", max(start, leaf.end))
    return len(text) if end < 0 else end


def _leaves(node: Node) -> Iterator[ScalarNode]:
    """Yield the keys and values of a tree in the order of the file."""
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, SequenceNode):
        for part in node.parts:
            yield from _leaves(part)
    else:
        for key, value in node.pairs.values():
            yield key
            yield from _leaves(value)


Values = dict[tuple[str | int, ...], str]


def changed_values(
    source: SourceText, old: MappingNode, new: str, own: tuple[str, ...]
) -> Values | None:
    """Return the values under the keys `own` in the changed text, by their path.

    None when the text cannot be read any more, when another value changed, or when a comment of
    the old text is gone.
    """
    try:
        tree = read_yaml(SourceText(source.path, new, source.error))
    except InhoudError:
        return None
    values, was = _values(tree), _values(old)
    lost = Counter(comments(source.text, 0, len(source.text), old)) - Counter(
        comments(new, 0, len(new), tree)
    )
    if lost or _outside(values, own) != _outside(was, own):
        return None
    return {place: text for place, text in values.items() if place[: len(own)] == own}


def _outside(values: Mapping[tuple[str | int, ...], str], own: tuple[str, ...]) -> Values:
    return {place: text for place, text in values.items() if place[: len(own)] != own}


def _values(node: Node, path: tuple[str | int, ...] = ()) -> Values:
    """Return the texts of a tree by their path, cleaned as a plan is; an empty group has none."""
    if isinstance(node, ScalarNode):
        return {path: clean(node.text)} if node.text or len(path) > 1 else {}
    pairs: list[tuple[str | int, Node]] = (
        list(enumerate(node.parts))
        if isinstance(node, SequenceNode)
        else [(name, value) for name, (_, value) in node.pairs.items()]
    )
    out: Values = {}
    for name, value in pairs:
        out |= _values(value, (*path, name))
    return out
