"""On which line of a project file something stands: a question, words of its answer, a point."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.plan.punten import PUNTEN
from uitvoeringsplan.yamltext.nodes import MappingNode, SequenceNode
from uitvoeringsplan.yamltext.yaml_edit import end_of_value

if TYPE_CHECKING:
    from uitvoeringsplan.plan.planbestand import Planbestand

# What the markup adds to the words that a reader sees.
_MARKUP = re.compile(r"[*\\]|\]\([^()\s]*\)|\[")


def line_of(file: Planbestand, vraag_id: str, words: str = "") -> int:
    """Return the line of a question or field, from 1; of what is not in the file its group.

    With `words` it is the first line of the answer that has those words, when one has.
    """
    pairs = file.tree.pairs
    group = "gegevens" if vraag_id in file.vragenlijst.veld_ids else "antwoorden"
    if group not in pairs:
        return 1
    heading, mapping = pairs[group]
    if not isinstance(mapping, MappingNode) or vraag_id not in mapping.pairs:
        return heading.line
    key, value = mapping.pairs[vraag_id]
    if wanted := _bare(words):
        text = file.source.text
        end = end_of_value(text, key, value)
        for i, line in enumerate(text[key.end : end].split("\n")):
            if words in line or wanted in _bare(line):
                return key.line + i
    return key.line


def line_of_punt(file: Planbestand, number: int) -> int:
    """Return the line where the point with this number (from 1) starts."""
    heading, lijst = file.tree.pairs[PUNTEN]
    if isinstance(lijst, SequenceNode) and 0 < number <= len(lijst.parts):
        return lijst.parts[number - 1].line
    return heading.line


def _bare(text: str) -> str:
    return " ".join(_MARKUP.sub("", text).split())
