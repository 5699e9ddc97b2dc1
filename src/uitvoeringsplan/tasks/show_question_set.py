"""`vragen toon`: a question set as it is, or which there are; and `vragen schema`."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from uitvoeringsplan.errors import BestandError, UitvoerError
from uitvoeringsplan.files.atomic import write_atomic
from uitvoeringsplan.files.file_reading import load_bytes, reason
from uitvoeringsplan.files.lookup import PLAN_SUFFIX
from uitvoeringsplan.tasks.environment import Vragenlijsten
from uitvoeringsplan.tasks.question_sets import list_kinds
from uitvoeringsplan.tasks.start_plan import open_soort
from uitvoeringsplan.vragenlijst.json_schema import SCHEMA_TITLE, make_json_schema

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Kolom, Vraag
    from uitvoeringsplan.model.vragenlijst import Hoofdstuk
    from uitvoeringsplan.tasks.environment import Environment
    from uitvoeringsplan.tasks.question_sets import KnownSet

_HERE = Path(PLAN_SUFFIX)  # a plan in this folder, whatever its name


def find_shown(soort: str, vragen: Path | None = None) -> Environment | list[KnownSet]:
    """Return the question set of a kind, or of every kind the one that holds here.

    Without a kind it is the set asked for, or the only one. Raises OnbekendeSoortError, and what
    reading a question set raises.
    """
    lijsten = Vragenlijsten(vragen)
    if soort:
        return open_soort(lijsten, soort, _HERE)
    if vragen is not None:
        return lijsten.of(_HERE)
    kinds = list_kinds(lijsten.found(_HERE.parent))
    return open_soort(lijsten, kinds[0].soort, _HERE) if len(kinds) == 1 else kinds


def kinds_to_json(kinds: list[KnownSet]) -> list[dict[str, str]]:
    """Return the kinds in the documented shape of `vragen toon --json`."""
    return [
        {
            "soort": one.soort,
            "versie": one.versie,
            "titel": one.titel,
            "bestand": str(one.file.path),
        }
        for one in kinds
    ]


def to_json(environment: Environment) -> dict[str, Any]:
    """Return a question set in the documented shape of `vragen toon --json`: as in its file."""
    path, lijst = environment
    return {
        "bestand": str(path),
        **{key: getattr(lijst, key) for key in ("soort", "versie", "titel", "sjabloon")},
        "intern": lijst.intern._asdict() if lijst.intern else None,
        "hulpmiddelen": [tool._asdict() for tool in lijst.hulpmiddelen],
        "gegevens": [*map(_vraag, lijst.gegevens)],
        "hoofdstukken": [*map(_hoofdstuk, lijst.hoofdstukken)],
    }


def write_schema(path: Path) -> None:
    """Write the JSON Schema of a question set to a file.

    Only an earlier one of ours is replaced. Raises BestandError and UitvoerError.
    """
    if os.path.lexists(path) and not _is_schema(load_bytes(path)):
        raise BestandError(path, "dit bestand bestaat al en is geen schema. Kies een andere naam.")
    try:
        write_atomic(path, schema_text().encode())
    except OSError as error:
        raise UitvoerError(path, f"dit bestand is niet te schrijven ({reason(error)}).") from error


def schema_text() -> str:
    """Return the JSON Schema of a question set, as it stands in a file."""
    return json.dumps(make_json_schema(), ensure_ascii=False, indent=2) + "\n"


def _is_schema(data: bytes) -> bool:
    try:
        content = json.loads(data)
    except ValueError:
        return False
    return isinstance(content, dict) and content.get("title") == SCHEMA_TITLE


def _hoofdstuk(hoofdstuk: Hoofdstuk) -> dict[str, Any]:
    return {
        "id": hoofdstuk.id,
        "titel": hoofdstuk.titel,
        "inleiding": hoofdstuk.inleiding,
        "optioneel": hoofdstuk.is_optioneel,
        "intern": hoofdstuk.is_intern,
        "vragen": [*map(_vraag, hoofdstuk.vragen)],
        "rijen": [
            {**rij._asdict(), "vragen": [*map(_vraag, rij.vragen)]} for rij in hoofdstuk.rijen
        ],
    }


def _vraag(vraag: Vraag) -> dict[str, Any]:
    bound = vraag.controle
    values = vraag._asdict() | {
        "type": vraag.type.name,
        "verplicht": str(vraag.verplicht),
        "hulpmiddelen": [tool.id for tool in vraag.hulpmiddelen],
        "keuzes": [*vraag.keuzes],
        "kolommen": [*map(_kolom, vraag.kolommen)],
        "beeld": str(vraag.beeld) if vraag.beeld else "",
        "als": vraag.als.text if vraag.als else "",
        "controle": bound._asdict() | {"patroon": bound.patroon.pattern if bound.patroon else ""},
        "was": [*vraag.was],
    }
    return {"functie" if key == "is_functie" else key: value for key, value in values.items()}


def _kolom(kolom: Kolom) -> dict[str, Any]:
    values = kolom._asdict() | {"type": kolom.type.name, "keuzes": [*kolom.keuzes]}
    return {"functie" if key == "is_functie" else key: value for key, value in values.items()}
