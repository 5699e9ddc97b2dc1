"""The open points of a project file: the list under `punten`, read as strictly as the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import PuntError, did_you_mean
from uitvoeringsplan.model.open_punt import OpenPunt, make_punt
from uitvoeringsplan.yamltext.nodes import MappingNode, Node, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Collection

    from uitvoeringsplan.files.file_reading import SourceText

PUNTEN = "punten"
MAX_PUNTEN = 1_000


def read_punten(source: SourceText, node: Node, ids: Collection[str]) -> tuple[OpenPunt, ...]:
    """Return the points in the value of `punten`; `ids` are those of all questions and fields."""
    if isinstance(node, ScalarNode) and not node.text:
        return ()
    if not isinstance(node, SequenceNode):
        raise source.error_at(f"onder `{PUNTEN}` hoort een lijst met streepjes.", node)
    if len(node.parts) > MAX_PUNTEN:
        raise source.error_at(
            f"dit zijn meer dan {MAX_PUNTEN} punten. Haal punten weg die klaar zijn.",
            node.parts[MAX_PUNTEN],
        )
    punten = []
    lines: dict[str, int] = {}
    for part in node.parts:
        punt = _read_punt(source, part, ids)
        if punt.sleutel and punt.sleutel in lines:
            raise source.error_at(
                f"dit punt staat er twee keer: op regel {lines[punt.sleutel]} en op regel"
                f" {part.line} (sleutel {punt.sleutel}). Houd er één over.",
                part,
            )
        lines[punt.sleutel] = part.line
        punten.append(punt)
    return tuple(punten)


def _read_punt(source: SourceText, node: Node, ids: Collection[str]) -> OpenPunt:
    if not isinstance(node, MappingNode):
        raise source.error_at("een punt heeft sleutels, zoals `vraag:` en `tekst:`.", node)
    texts: dict[str, str] = {}
    for name, (key, value) in node.pairs.items():
        if name not in OpenPunt._fields:
            tip = did_you_mean(name, OpenPunt._fields)
            raise source.error_at(f"een punt heeft geen sleutel “{name}”.{tip}", key)
        if not isinstance(value, ScalarNode):
            raise source.error_at("hier hoort een tekst. Schrijf haar in een blok met |.", value)
        texts[name] = value.text
    try:
        punt = make_punt(OpenPunt(**texts))
    except PuntError as error:
        place = node.pairs[error.veld][1] if error.veld in node.pairs else node
        raise source.error_at(error.message, place) from None
    if punt.vraag and punt.vraag not in ids:
        raise source.error_at(
            f"“{punt.vraag}” is geen vraag of gegeven van deze vragenlijst."
            f"{did_you_mean(punt.vraag, ids)}",
            node.pairs["vraag"][1],
        )
    return punt
