"""The findings of `controleer` for other programs: our own JSON, and SARIF 2.1.0 (OASIS)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from uitvoeringsplan.checks.plan.rules import NOT_COUNTED, RULES, UNREADABLE
from uitvoeringsplan.model.bevinding import Ernst

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from uitvoeringsplan.checks.plan.keuring import Keuring
    from uitvoeringsplan.model.bevinding import Bevinding, Bron, Rule
    from uitvoeringsplan.tasks.check_plans import CheckedPlan

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVEL = {Ernst.FOUT: "error", Ernst.WAARSCHUWING: "warning", Ernst.OPMERKING: "note"}
_ALL = (UNREADABLE, NOT_COUNTED, *RULES)


def to_json(plannen: Sequence[CheckedPlan]) -> list[dict[str, object]]:
    """Return the findings in the documented shape of `controleer --formaat json`."""
    return [
        {
            "plan": str(plan.path),
            "fouten": plan.count(Ernst.FOUT),
            "waarschuwingen": plan.count(Ernst.WAARSCHUWING),
            "opmerkingen": plan.count(Ernst.OPMERKING),
            "bevindingen": [
                {
                    "controle": one.rule_id,
                    "ernst": str(one.ernst),
                    "regel": one.line,
                    "vraag": one.vraag.id if one.vraag else "",
                    "label": one.label,
                    "melding": one.message,
                    "bron": one.source._asdict(),
                }
                for one in plan.bevindingen
            ],
        }
        for plan in plannen
    ]


def to_sarif(plannen: Sequence[CheckedPlan], version: str) -> dict[str, object]:
    """Return the findings as a SARIF log with one run; `version` is that of this program."""
    numbers = {line.id: number for number, line in enumerate(_ALL)}
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "uitvoeringsplan",
                        "version": version,
                        "semanticVersion": version,
                        "language": "nl-NL",
                        "rules": [_line(line) for line in _ALL],
                    }
                },
                "language": "nl-NL",
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(plan.path, one, numbers[one.rule_id])
                    for plan in plannen
                    for one in plan.bevindingen
                ],
            }
        ],
    }


def _line(line: Rule[Keuring]) -> dict[str, object]:
    return {
        "id": line.id,
        "shortDescription": {"text": f"{line.titel}."},
        "fullDescription": {"text": line.explanation},
        "help": {"text": f"{line.explanation} Bron: {_source(line.source)}."},
        **({"helpUri": line.source.adres} if line.source.adres else {}),
        "defaultConfiguration": {"level": _LEVEL[line.ernst]},
        "properties": {"bron": line.source.titel},
    }


def _source(source: Bron) -> str:
    return f"{source.titel}, {source.adres}" if source.adres else source.titel


def _result(path: Path, one: Bevinding, number: int) -> dict[str, object]:
    place: dict[str, object] = {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(path)},
            # What shows findings beside a file needs a line, also for the whole of it.
            "region": {"startLine": one.line or 1},
        }
    }
    if one.vraag:
        place["logicalLocations"] = [{"name": one.label, "fullyQualifiedName": one.vraag.id}]
    where = f"{one.label}: " if one.label else ""
    return {
        "ruleId": one.rule_id,
        "ruleIndex": number,
        "level": _LEVEL[one.ernst],
        "message": {"text": _message(f"{where}{one.message}")},
        "locations": [place],
    }


def _message(text: str) -> str:
    """Return a text without what means something in a SARIF message: links and placeholders."""
    return text.replace("](", "] (").replace("{", "{{").replace("}", "}}")


def _uri(path: Path) -> str:
    """Return a path as the reference that SARIF wants: relative where the user gave it so."""
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
