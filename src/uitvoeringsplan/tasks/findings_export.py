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
    from uitvoeringsplan.tasks.check_plans import Gecontroleerd

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_NIVEAU = {Ernst.FOUT: "error", Ernst.WAARSCHUWING: "warning", Ernst.OPMERKING: "note"}
_ALLE = (UNREADABLE, NOT_COUNTED, *RULES)


def als_json(plannen: Sequence[Gecontroleerd]) -> list[dict[str, object]]:
    """Return the findings in the documented shape of `controleer --formaat json`."""
    return [
        {
            "plan": str(plan.pad),
            "fouten": plan.aantal(Ernst.FOUT),
            "waarschuwingen": plan.aantal(Ernst.WAARSCHUWING),
            "opmerkingen": plan.aantal(Ernst.OPMERKING),
            "bevindingen": [
                {
                    "controle": een.rule_id,
                    "ernst": str(een.ernst),
                    "regel": een.line,
                    "vraag": een.vraag.id if een.vraag else "",
                    "label": een.label,
                    "melding": een.melding,
                    "bron": een.bron._asdict(),
                }
                for een in plan.bevindingen
            ],
        }
        for plan in plannen
    ]


def als_sarif(plannen: Sequence[Gecontroleerd], versie: str) -> dict[str, object]:
    """Return the findings as a SARIF log with one run; `versie` is that of this program."""
    nummers = {regel.id: nummer for nummer, regel in enumerate(_ALLE)}
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "uitvoeringsplan",
                        "version": versie,
                        "semanticVersion": versie,
                        "language": "nl-NL",
                        "rules": [_regel(regel) for regel in _ALLE],
                    }
                },
                "language": "nl-NL",
                "columnKind": "unicodeCodePoints",
                "results": [
                    _resultaat(plan.pad, een, nummers[een.rule_id])
                    for plan in plannen
                    for een in plan.bevindingen
                ],
            }
        ],
    }


def _regel(regel: Rule[Keuring]) -> dict[str, object]:
    return {
        "id": regel.id,
        "shortDescription": {"text": f"{regel.titel}."},
        "fullDescription": {"text": regel.uitleg},
        "help": {"text": f"{regel.uitleg} Bron: {_bron(regel.bron)}."},
        **({"helpUri": regel.bron.adres} if regel.bron.adres else {}),
        "defaultConfiguration": {"level": _NIVEAU[regel.ernst]},
        "properties": {"bron": regel.bron.titel},
    }


def _bron(bron: Bron) -> str:
    return f"{bron.titel}, {bron.adres}" if bron.adres else bron.titel


def _resultaat(pad: Path, een: Bevinding, nummer: int) -> dict[str, object]:
    plaats: dict[str, object] = {
        "physicalLocation": {
            "artifactLocation": {"uri": _adres(pad)},
            # What shows findings beside a file needs a line, also for the whole of it.
            "region": {"startLine": een.line or 1},
        }
    }
    if een.vraag:
        plaats["logicalLocations"] = [{"name": een.label, "fullyQualifiedName": een.vraag.id}]
    waar = f"{een.label}: " if een.label else ""
    return {
        "ruleId": een.rule_id,
        "ruleIndex": nummer,
        "level": _NIVEAU[een.ernst],
        "message": {"text": _bericht(f"{waar}{een.melding}")},
        "locations": [plaats],
    }


def _bericht(tekst: str) -> str:
    """Return a text without what means something in a SARIF message: links and placeholders."""
    return tekst.replace("](", "] (").replace("{", "{{").replace("}", "}}")


def _adres(pad: Path) -> str:
    """Return a path as the reference that SARIF wants: relative where the user gave it so."""
    return pad.as_uri() if pad.is_absolute() else quote(pad.as_posix())
