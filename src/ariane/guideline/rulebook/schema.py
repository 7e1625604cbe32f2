"""The JSON Schema of a knowledge file: its shape. That names exist and fit, reading checks."""

from __future__ import annotations

from typing import Any

from ariane.facts.exams import Exam
from ariane.facts.source import Source
from ariane.guideline.rulebook.reading import KEYS, RULE_KEYS
from ariane.guideline.rulebook.terms_reading import NAME, OPTIONAL, REQUIRED
from ariane.guideline.rulebook.writing import HASH, SCHEMA, TYPES
from ariane.guideline.statement import ID_FORM, Action, Grade, Strength
from ariane.logic.data_reader import DECIMAL, LARGEST
from ariane.logic.expression import Operator
from ariane.logic.tree_reading import KEYS as NODES

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
WHOLE: Schema = {"type": "integer", "minimum": 0, "maximum": LARGEST}
FACT: Schema = {"type": "string", "pattern": f"^{NAME.pattern}$"}
TREE: Schema = {"$ref": "#/$defs/tree"}
HEX: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}


def knowledge_schema() -> Schema:
    """Return the JSON Schema (2020-12) of `ariane-knowledge/1`."""
    guideline = _object({"id": TEXT, "edition": TEXT})
    inference = _object(
        {
            "derived": _list(_object({"fact": FACT, "definition": TREE})),
            "implications": _list(_object({"cause": FACT, "effects": _list(FACT, 1)})),
            "exclusions": _list(TREE),
        }
    )
    parts: dict[str, Schema] = {
        "schema": {"const": SCHEMA},
        "guideline": guideline,
        "ariane_version": TEXT,
        "knowledge_sha256": TEXT,
        HASH: HEX,
        "vocabulary": _list({"oneOf": [_fact(name) for name in TYPES]}, 1),
        "inference": inference,
        "statements": _list(_rule(), 1),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        **_object({key: parts[key] for key in KEYS}),
        "$defs": {"tree": {"oneOf": [_node(kind) for kind in NODES]}},
    }


def _object(properties: dict[str, Schema], optional: tuple[str, ...] = ()) -> Schema:
    required = [name for name in properties if name not in optional]
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _list(items: Schema, least: int = 0) -> Schema:
    return {"type": "array", "items": items, **({"minItems": least} if least else {})}


def _fact(kind: str) -> Schema:
    values = _list(WHOLE if kind in ("integer", "scores") else TEXT)
    forms: dict[str, Schema] = {
        "unit": TEXT,
        "maximum": WHOLE,
        "length": WHOLE,
        "allowed": values,
        "no_result": _list(TEXT),
        "narrower": {"type": "object", "additionalProperties": _list(TEXT)},
    }
    more = (*REQUIRED.get(kind, ()), *OPTIONAL[kind])
    source: Schema = {"enum": ["", *map(str, Source)]}
    base: dict[str, Schema] = {"name": FACT, "type": {"const": kind}, "source": source}
    return _object({**base, **{key: forms[key] for key in more}}, OPTIONAL[kind])


def _rule() -> Schema:
    forms: dict[str, Schema] = {
        "id": {
            "type": "string",
            "pattern": ID_FORM.pattern.replace("?P<section>", "")
            .replace("?P<kind>", "")
            .replace("?P<number>", ""),
        },
        "section": TEXT,
        "kind": TEXT,
        "strength": {"enum": [*map(str, Strength)]},
        "grade": {"enum": [*map(str, Grade), None]},
        "action_type": {"enum": [*map(str, Action)]},
        "exams": _list({"enum": [*map(str, Exam)]}),
        "when": TREE,
        "fulfilled_when": {"oneOf": [TREE, {"type": "null"}]},
    }
    return _object({key: forms[key] for key in RULE_KEYS})


def _node(kind: str) -> Schema:
    decimal = {"type": "string", "pattern": f"^{DECIMAL.pattern}$"}
    number: Schema = {"oneOf": [WHOLE, decimal]}
    forms: dict[str, Schema] = {
        "fact": FACT,
        "left": FACT,
        "right": FACT,
        "part": TREE,
        "parts": _list(TREE, 2),
        "value": TEXT,
        "values": {"oneOf": [_list(TEXT, 1), _list(WHOLE, 1)]},
        "operator": {"enum": [*map(str, Operator)]},
        "bound": _object({"value": number, "unit": TEXT, "section": TEXT}),
    }
    return _object({"node": {"const": kind}, **{key: forms[key] for key in NODES[kind]}})
