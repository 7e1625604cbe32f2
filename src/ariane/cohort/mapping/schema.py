"""The JSON Schema of a mapping file, for editors and for programs that write mappings."""

from __future__ import annotations

from typing import Any

from ariane.case.schema import closed
from ariane.cohort.mapping.source_mapping import SCHEMA, Several
from ariane.facts.vocabulary import VOCABULARY

Schema = dict[str, Any]
TEXT: Schema = {"type": "string", "pattern": r"\S"}
TEXTS: Schema = {"type": "array", "items": {"type": "string"}}
FLAG: Schema = {"type": "boolean"}
POSITIVE: Schema = {"type": "number", "exclusiveMinimum": 0}
ANSWER: Schema = {"type": ["string", "boolean", "number", "array", "null"]}
KEY: Schema = {"anyOf": [TEXT, {"type": "array", "items": TEXT, "minItems": 1}]}


def mapping_schema() -> Schema:
    """Return the schema (JSON Schema 2020-12). Which answers a fact has is beyond it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "Ariane mapping of source tables",
        **closed(
            {
                "schema": {"const": SCHEMA},
                "id": TEXT,
                "title": TEXT,
                "description": TEXT,
                "cites": TEXTS,
                "unknown": TEXTS,
                "tables": {
                    "type": "object",
                    "minProperties": 1,
                    "additionalProperties": _table(),
                },
            }
        ),
        "type": "object",
        "required": ["schema", "id", "tables"],
        "$defs": {"reading": _reading(), "states": _states()},
    }


def _table() -> Schema:
    return {
        **closed(
            {
                "file": TEXT,
                "patient": TEXT,
                "date": TEXT,
                "date_format": TEXT,
                "delimiter": {"type": "string", "minLength": 1, "maxLength": 1},
                "decimal": {"enum": [".", ","]},
                "encoding": {"enum": ["utf-8", "latin-1", "cp1252"]},
                "lists_patients": FLAG,
                "optional": FLAG,
                "ignore": TEXTS,
                "columns": _map({"$ref": "#/$defs/reading"}),
                "items": _items(),
            }
        ),
        "type": "object",
        "required": ["file", "patient"],
        "anyOf": [{"required": ["columns"]}, {"required": ["items"]}],
    }


def _items() -> Schema:
    item = {"anyOf": [{"$ref": "#/$defs/reading"}, {"$ref": "#/$defs/states"}]}
    return {
        **closed({"key": KEY, "value": TEXT, "unit": TEXT, "of": _map(item)}),
        "type": "object",
        "required": ["key", "of"],
    }


def _reading() -> Schema:
    facts = {"enum": [fact.name for fact in VOCABULARY]}
    several = {"enum": [several.value for several in Several]}
    return {
        **closed(
            {
                "fact": facts,
                "values": _map(ANSWER),
                "unknown": TEXTS,
                "units": _map(POSITIVE),
                "factor": POSITIVE,
                "date_format": TEXT,
                "list": TEXT,
                "several": several,
            }
        ),
        "type": "object",
        "required": ["fact"],
    }


def _states() -> Schema:
    stated = closed({fact.name: ANSWER for fact in VOCABULARY})
    return {**closed({"states": stated}), "type": "object", "required": ["states"]}


def _map(of: Schema) -> Schema:
    return {"type": "object", "additionalProperties": of}
