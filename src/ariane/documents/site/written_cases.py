"""The cases that each statement is tested against, read from the repository's test data."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from ariane.facts.vocabulary import BY_NAME
from ariane.logic.fact import Fact
from ariane.wording.catalogue import label, say
from ariane.wording.language import Language
from ariane.wording.phrases import known_words

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Written = Mapping[str, Any]
"""One case as it is written: `name`, `facts`, the expected `truth`, and what is `missing`."""


class ToldCase(NamedTuple):
    """One case in words; `facts` are pairs of the name of a fact and what is known of it."""

    name: str
    facts: tuple[tuple[str, str], ...]
    truth: str
    missing: tuple[tuple[str, str], ...]


def read_cases(folder: Path) -> dict[str, list[Written]]:
    """Return the cases of every statement. Raises `ValueError` where the folder holds none."""
    found: dict[str, list[Written]] = {}
    for path in sorted(folder.glob("*.yaml")):
        found |= yaml.load(path.read_bytes(), LOADER)  # noqa: S506 - a safe loader
    if not found:
        raise ValueError(f"no cases of statements in {folder}")
    return found


def told(case: Written, language: Language) -> ToldCase:
    """Return a case in words."""
    return ToldCase(
        case["name"],
        tuple((n, _said(BY_NAME[n], v, language)) for n, v in (case["facts"] or {}).items()),
        case.get("settled", case["truth"]),
        tuple((name, label(BY_NAME[name], language)) for name in case.get("missing", ())),
    )


def _said(fact: Fact, value: Any, language: Language) -> str:
    if value is None or value == "unknown":
        unknown = say("value.unknown", language)
        return say("phrase.is", language, label=label(fact, language), value=unknown)
    return known_words(fact, _typed(value), language)


def _typed(value: Any) -> Any:
    if isinstance(value, list):
        return frozenset(value)
    return Decimal(str(value)) if isinstance(value, float) else value
