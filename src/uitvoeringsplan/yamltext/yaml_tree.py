"""The one door to YAML: a strict, bounded reader in which every value is text.

YAML can do far more than our files need, and most of it hurts here: `nee` would be a boolean,
`010` the number 8, a duplicate key would silently win, an alias can blow up a small file. So this
reader takes the events of PyYAML (from libyaml when it is there) and builds a plain tree itself:
mappings, lists and text, each with its place. Anchors, aliases, tags and merge keys are refused;
size, depth and number of nodes are bounded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from uitvoeringsplan.yamltext.nodes import MappingNode, Node, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.files.file_reading import SourceText

MAX_NODES = 20_000

# The stubs of PyYAML leave room for events without a place; its parsers always give one.
Event = Any

# The reader of libyaml is some thirty times faster; the pure one is its fallback.
_LOADER = getattr(yaml, "CLoader", yaml.Loader)


def read_yaml(source: SourceText) -> MappingNode:
    """Return the tree of a file whose top is a mapping; an empty file is an empty mapping."""
    builder = _Builder(source, yaml.parse(source.text, Loader=_LOADER))
    try:
        node = builder.document()
    except yaml.MarkedYAMLError as error:
        message, line, column = explain(error, builder.brackets[-1] if builder.brackets else None)
        raise source.wrong(message, line, column) from error
    except yaml.YAMLError as error:
        raise source.wrong("dit is geen geldige YAML.", 1) from error
    if node is None:
        return MappingNode({})
    if not isinstance(node, MappingNode):
        raise source.error_at("hier hoort een lijst van sleutels met een dubbele punt.", node)
    return node


class _Builder:
    """Builds the tree from events, with bounds; one per document."""

    def __init__(self, source: SourceText, events: Iterator[Event]) -> None:
        self.source = source
        self.events = events
        self.nodes = 0
        self.brackets: list[Any] = []  # of the brackets that are open

    def document(self) -> Node | None:
        node: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent) and node is not None:
                raise self._error("met --- begint een tweede document; één is genoeg.", event)
            if isinstance(event, yaml.NodeEvent):
                node = self._node(event, 1)
        empty = isinstance(node, ScalarNode) and not node.style and node.text == ""
        return None if empty else node

    def _error(self, message: str, event: Event) -> Exception:
        place = event.start_mark
        return self.source.wrong(message, place.line + 1, place.column + 1)

    def _node(self, event: Event, depth: int) -> Node:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise self._error(f"het bestand heeft meer dan {MAX_NODES} onderdelen.", event)
        if depth > MAX_DEPTH:
            raise self._error(f"{TOO_DEEP}.", event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self._error(
                "verwijzingen met & en * kunnen hier niet. Begint de tekst met zo'n teken, zet"
                " haar dan tussen aanhalingstekens.",
                event,
            )
        if getattr(event, "tag", None):
            raise self._error(
                "een label met ! kan hier niet. Begint de tekst met een uitroepteken, zet haar dan"
                " tussen aanhalingstekens.",
                event,
            )
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        bracket = self.source.text[event.start_mark.index] in "[{"
        if bracket:
            self.brackets.append(event.start_mark)
        is_sequence = isinstance(event, yaml.SequenceStartEvent)
        node = self._sequence(event, depth) if is_sequence else self._mapping(event, depth)
        if bracket:
            self.brackets.pop()
        return node

    def _sequence(self, start: Event, depth: int) -> SequenceNode:
        parts: list[Node] = []
        lock = start
        for lock in self.events:
            if isinstance(lock, yaml.SequenceEndEvent):
                break
            parts.append(self._node(lock, depth + 1))
        return SequenceNode(tuple(parts), *_place(start, lock))

    def _mapping(self, start: Event, depth: int) -> MappingNode:
        pairs: dict[str, tuple[ScalarNode, Node]] = {}
        event = start
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, depth + 1)
            if not isinstance(key, ScalarNode):
                raise self._error("een sleutel moet een woord zijn.", event)
            if key.text == "<<":
                raise self._error("samenvoegen met << kan hier niet.", event)
            if earlier := pairs.get(key.text):
                raise self._error(
                    f"“{key.text}” staat er twee keer: op regel {earlier[0].line} en op regel"
                    f" {key.line}. Houd er één over.",
                    event,
                )
            pairs[key.text] = (key, self._node(next(self.events), depth + 1))
        return MappingNode(pairs, *_place(start, event))


def _place(start: Event, lock: Event) -> tuple[int, int, int, bool]:
    """Return line, column, offset of the end, and whether a collection stands in brackets."""
    place = start.start_mark
    in_brackets = bool(getattr(start, "flow_style", False))
    return place.line + 1, place.column + 1, lock.end_mark.index, in_brackets


def _scalar(event: Event) -> ScalarNode:
    start, end = event.start_mark, event.end_mark
    style = event.style or ""
    if style == "\0":  # how libyaml's events spell "plain"
        style = ""
    return ScalarNode(event.value, start.line + 1, start.column + 1, start.index, end.index, style)


MAX_DEPTH = 12
TOO_DEEP = f"dit is dieper genest dan {MAX_DEPTH} lagen"

_NO_START = (
    "met dit teken kan een waarde niet beginnen; zet de tekst tussen aanhalingstekens, en gebruik"
    " spaties in plaats van tabs"
)
# Pieces of the messages of PyYAML and libyaml, and what to tell the user instead.
_EXPLANATIONS = {
    # From libyaml 0.2.6 on (in PyYAML 6.0.4), which reads ahead of what it has handed out.
    "exceeded maximum nesting depth": TOO_DEEP,
    "found character '\\t'": "een tab kan hier niet; gebruik spaties",
    "found a tab": "een tab kan hier niet; gebruik spaties",
    "could not find expected ':'": "hier ontbreekt een dubbele punt na de sleutel",
    "mapping values are not allowed": "een dubbele punt met een spatie kan hier niet; zet de tekst"
    " tussen aanhalingstekens of in een blok met |",
    "found unexpected ':'": "achter deze dubbele punt hoort een spatie",
    "while parsing a flow": "deze haak wordt niet goed gesloten",
    "did not find expected key": "deze regel springt anders in dan de regels erboven",
    "expected <block end>": "deze regel springt anders in dan de regels erboven",
    "did not find expected '-'": "deze regel springt anders in dan de regels erboven",
    "found unexpected end of stream": "dit aanhalingsteken is niet gesloten",
    "cannot start any token": _NO_START,
    "node content": _NO_START,
    "unknown escape character": "een backslash heeft tussen dubbele aanhalingstekens een eigen"
    " betekenis; gebruik enkele aanhalingstekens",
    "while scanning a block scalar": "na | of > mag op deze regel niets meer staan",
    "<document start>": "hierboven is de inhoud al afgelopen; springt deze regel goed in?",
}
# Mistakes that are found further on but were made where the context began.
_BEGAN_EARLIER = ("could not find expected ':'", "found unexpected end of stream")


def explain(error: yaml.MarkedYAMLError, bracket: Any = None) -> tuple[str, int, int]:
    """Return a Dutch sentence for a mistake in YAML, and its line and column, from 1.

    `bracket` is the place of the innermost bracket that is still open, if any.
    """
    message = f"{error.context or ''} {error.problem or ''}"
    place = error.problem_mark or error.context_mark
    if any(part in message for part in _BEGAN_EARLIER):
        place = error.context_mark or place
    elif "while parsing a flow" in message and bracket is not None:
        place = bracket
    fitting = (nl for en, nl in _EXPLANATIONS.items() if en in message)
    sentence = next(fitting, "dit is geen geldige YAML")
    line, column = (place.line + 1, place.column + 1) if place else (1, 1)
    return f"{sentence}.", line, column
