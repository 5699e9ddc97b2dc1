"""What may stand in `vragen.yaml`, told to other programs as a JSON Schema.

It is made of the schemas that read the file. What only shows in the whole of a set is not in it:
whether ids are unique and names exist, whether a default fits. An editor reads a value as YAML
does, so where a text may stand, a number or `true` may stand too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Shape
from uitvoeringsplan.vragenlijst.question_reader import (
    CONTROLE,
    ID_PATTERN,
    KOLOM,
    MAX_ID,
    VRAAG,
    Vraaglezer,
)
from uitvoeringsplan.vragenlijst.question_set_reader import (
    HOOFDSTUK,
    HULPMIDDEL,
    LIJST,
    RIJ,
    UITGAVE,
    QuestionSetReader,
)
from uitvoeringsplan.vragenlijst.schema import Each, OneOf, Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from uitvoeringsplan.model.vraag import VraagType
    from uitvoeringsplan.vragenlijst.schema import Key, Schema

    JsonSchema = dict[str, Any]

SCHEMA_TITLE = "Vragenlijst van uitvoeringsplan"
# What editors that read YAML understand; later drafts are newer than some of them.
_DRAFT = "http://json-schema.org/draft-07/schema#"
_VALUES = ["string", "number", "boolean"]  # what a text may be taken for

_TEXT: JsonSchema = {"type": [*_VALUES, "null"]}
_YES: JsonSchema = {"enum": ["ja", "nee", "", None]}
_NAME: JsonSchema = {
    "type": ["string", "boolean"],  # `true` is a name too
    "pattern": f"^{ID_PATTERN}$",
    "maxLength": MAX_ID,
}
_WHOLE: JsonSchema = {
    "anyOf": [
        {"type": "integer", "minimum": -999_999_999, "maximum": 999_999_999},
        {"type": "string", "pattern": r"^(-?\d{1,9})?$"},
        {"type": "null"},
    ]
}
_FILE: JsonSchema = {"type": _VALUES, "pattern": r"^(?!\.\.?$)[^/\\\n]*[^/\\\s][^/\\\n]*$"}
_ADDRESS: JsonSchema = {"type": ["string", "null"], "pattern": r"^((https?://|mailto:)\S+)?$"}


def make_json_schema() -> JsonSchema:
    """Return the JSON Schema of a question set."""
    return {
        "$schema": _DRAFT,
        "title": SCHEMA_TITLE,
        **_group(LIJST),
        "definitions": {
            "hulpmiddel": _group(HULPMIDDEL),
            "hoofdstuk": _group(HOOFDSTUK),
            "rij": _group(RIJ),
            "vraag": {**_group(VRAAG), "allOf": list(_by_type())},
            "kolom": {**_group(KOLOM), "allOf": [_choices()]},
            "controle": _group(CONTROLE),
            "uitgave": _group(UITGAVE),
        },
    }


def _group(schema: Schema) -> JsonSchema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, key in schema.items() if key.is_needed],
        "properties": {name: _property(key) for name, key in schema.items()},
    }


def _property(key: Key) -> JsonSchema:
    form = _form(key)
    if key.is_needed:
        form = _filled(form)
    # Of what stands beside a reference, nothing counts in this draft.
    return {"description": key.meaning, **({"allOf": [form]} if "$ref" in form else form)}


def _form(key: Key) -> JsonSchema:
    """Return the form of a value; raises KeyError for what reads it in a way not known here."""
    if isinstance(key.read, OneOf):
        return {"enum": [*dict.fromkeys([*map(str, key.read.names()), ""]), None]}
    if isinstance(key.read, Each):
        return _list(_PARTS[key.read.part])
    return _VALUES_READ[key.read]


def _filled(form: JsonSchema) -> JsonSchema:
    """Return the form of a value that may not be empty."""
    if "enum" in form:
        return {"enum": [word for word in form["enum"] if word]}
    kinds = [kind for kind in form["type"] if kind != "null"]
    return {"pattern": r"\S", **form, "type": kinds}


def _list(part: JsonSchema) -> JsonSchema:
    """Return the form of a list; nothing, or an empty text, is an empty one."""
    return {"type": ["array", "string", "null"], "items": part, "maxLength": 0}


def _ref(name: str) -> JsonSchema:
    return {"$ref": f"#/definitions/{name}"}


# What every method that reads a value, or a part of a list, takes.
_VALUES_READ: dict[Callable[..., Any], JsonSchema] = {
    Reader.text: _TEXT,
    Reader.line: _TEXT,
    Reader.yes: _YES,
    Reader.yes_by_default: _YES,
    Reader.whole: _WHOLE,
    Vraaglezer.new_id: _NAME,
    Vraaglezer.name: _NAME,
    Vraaglezer.voorwaarde: _TEXT,
    Vraaglezer.patroon: _TEXT,
    Vraaglezer.kolommen: _list(_ref("kolom")),
    Vraaglezer.controle: {"anyOf": [_ref("controle"), {"enum": ["", None]}]},
    QuestionSetReader.sjabloon: _FILE,
    QuestionSetReader.adres: _ADDRESS,
    QuestionSetReader.intern: _ref("uitgave"),
    QuestionSetReader.tools: {
        "type": ["object", "string", "null"],
        "additionalProperties": _ref("hulpmiddel"),
        "maxLength": 0,
    },
}
_PARTS: dict[Callable[..., Any], JsonSchema] = {
    Reader.as_line: _TEXT,
    Reader.as_text: _TEXT,
    Vraaglezer.as_hulpmiddel: {"type": _VALUES},
    Vraaglezer.as_vraag: _ref("vraag"),
    QuestionSetReader.as_rij: _ref("rij"),
    QuestionSetReader.as_hoofdstuk: _ref("hoofdstuk"),
}


def _by_type() -> Iterable[JsonSchema]:
    """Yield what a question may have or must have because of its type."""
    yield _choices()
    yield _only_with("kolommen", lambda one: one.shape is Shape.TABLE)
    yield {
        "if": _has_type(lambda one: not one.holds_names),
        "then": {"properties": {"functie": {"enum": ["nee", "", None]}}},
    }


def _choices() -> JsonSchema:
    return _only_with("keuzes", lambda one: one.has_choices)


def _only_with(key: str, fits: Callable[[VraagType], bool]) -> JsonSchema:
    """Return that these types need a key that has something, and that others have nothing there."""
    return {
        "if": _has_type(fits),
        "then": {"required": [key], "properties": {key: {"type": "array", "minItems": 1}}},
        "else": {"properties": {key: {"maxItems": 0}}},
    }


def _has_type(fits: Callable[[VraagType], bool]) -> JsonSchema:
    names = [name for name, one in TYPES.items() if fits(one)]
    return {"required": ["type"], "properties": {"type": {"enum": names}}}
