"""What the forms of the workbench hold, as its OpenAPI description says it."""

from __future__ import annotations

from typing import Any

TEXT = {"type": "string"}
URLENCODED = "application/x-www-form-urlencoded"


def form_of(*names: str, more: bool = False) -> dict[str, Any]:
    """Return the description of a form with these fields; `more`: and any others."""
    schema = {
        "type": "object",
        "properties": dict.fromkeys(names, TEXT),
        "additionalProperties": TEXT if more else False,
    }
    return {"requestBody": {"content": {URLENCODED: {"schema": schema}}}}


def files_of(name: str, *others: str) -> dict[str, Any]:
    """Return the description of a form that brings files, and further fields."""
    files = {"type": "array", "items": {"type": "string", "format": "binary"}}
    schema = {"type": "object", "properties": {name: files, **dict.fromkeys(others, TEXT)}}
    return {"requestBody": {"content": {"multipart/form-data": {"schema": schema}}}}
