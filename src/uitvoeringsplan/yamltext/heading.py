"""The values at the margin that say what a file is, read without making a tree of all of it.

A question set takes a while to read, and there may be many of which only the kind matters. What is
not as plain as people write it is left to `yaml_tree`, and so is whatever has an error in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.yamltext.nodes import ScalarNode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.files.file_reading import SourceText

# A value that is what it looks like: words and numbers, perhaps in quotes, perhaps with a comment
# behind it. The next line that is not blank must begin with a key or a comment: one that is set in
# goes on with the value.
_PLAIN = r"[^\W_][\w.()+/-]*(?: [\w.()+/-]+)*"
_END = r"[ \t]*(?:[ \t]#[^\n]*)?(?=(?:\n[ \t]*)*(?:\n[ \t]*#|\n[^\s]|\Z))"


class HeadingValue(NamedTuple):
    """A value on one line, and the line of its key, from 1."""

    text: str
    line: int


def read_heading(source: SourceText, keys: Iterable[str]) -> dict[str, HeadingValue]:
    """Return the values of these keys at the margin; one that is not there is left out.

    Raises the error of the source for a file that is no mapping at its top.
    """
    plain = {key: _find_plain(source.text, key) for key in keys}
    found = {key: value for key, value in plain.items() if value is not None}
    if len(found) == len(plain):
        return found
    # Loaded only for what is written in another way.
    from uitvoeringsplan.yamltext.yaml_tree import read_yaml  # noqa: PLC0415

    pairs = read_yaml(source).pairs
    return {
        key: HeadingValue(one_line(node.text), name.line)
        for key in plain
        if key in pairs
        for name, node in (pairs[key],)
        if isinstance(node, ScalarNode)
    }


def _find_plain(text: str, key: str) -> HeadingValue | None:
    """Return the value of a key that stands at the margin once, and is plain."""
    starts = list(re.finditer(rf"(?m)^{key}[ \t]*:", text))
    if len(starts) != 1:
        return None
    start = starts[0]
    match = re.compile(rf"[ \t]+(?:({_PLAIN})|\"({_PLAIN})\"|'({_PLAIN})'){_END}").match(
        text, start.end()
    )
    if match is None:
        return None
    value = next(filter(None, match.groups()))
    return HeadingValue(one_line(value), text.count("\n", 0, start.start()) + 1)
