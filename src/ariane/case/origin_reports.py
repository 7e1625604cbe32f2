"""Reports on the origin of the tumour that a case file carries: shown beside it, never reckoned."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from ariane.case.problems import Problem, ProblemKind
from ariane.case.tree import Node
from ariane.case.values import RefusedError, refuse

KEYS = ("sample_id", "source", "model", "posterior", "set90", "abstained", "qc")
"""What a report has to have; other keys are kept as they are."""
SOURCES = ("dna", "rna", "ihc", "combined")


class AttachedReport(NamedTuple):
    """A report as it was attached; `data` is the whole of it, as plain data."""

    source: str
    posterior: Mapping[str, float]
    set90: tuple[str, ...]
    abstained: bool
    data: Mapping[str, Any]


def attached_reports(node: Node) -> tuple[AttachedReport, ...]:
    """Return the reports of a list. Raises `RefusedError`."""
    if not isinstance(node.value, list):
        raise refuse(ProblemKind.WRONG_TYPE, node, "[{source, posterior, …}]")
    return tuple(_report(entry) for entry in node.value)


def _report(node: Node) -> AttachedReport:
    if not isinstance(node.value, dict):
        raise refuse(ProblemKind.WRONG_TYPE, node, "{source, posterior, …}")
    absent = [key for key in KEYS if key not in node.value]
    if absent:
        raise RefusedError(
            *(
                Problem(ProblemKind.MISSING_KEY, f"{node.place}.{key}", node.line, expected=key)
                for key in absent
            )
        )
    source, shares = node.value["source"], node.value["posterior"]
    if source.value not in SOURCES:
        raise refuse(ProblemKind.NOT_ALLOWED, source, " | ".join(SOURCES))
    data = _plain(node)
    posterior = data["posterior"]
    if not isinstance(posterior, dict) or not all(
        type(share) in (int, float) and 0 <= share <= 1 for share in posterior.values()
    ):
        raise refuse(ProblemKind.WRONG_TYPE, shares, "{CODE: 0..1}")
    kept = data["set90"]
    if not isinstance(kept, list) or not all(code in posterior for code in kept):
        raise refuse(ProblemKind.NOT_ALLOWED, node.value["set90"], " | ".join(posterior))
    if not isinstance(data["abstained"], bool):
        raise refuse(ProblemKind.WRONG_TYPE, node.value["abstained"], "true | false")
    return AttachedReport(source.value, posterior, tuple(kept), data["abstained"], data)


def _plain(node: Node) -> Any:
    value = node.value
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_plain(entry) for entry in value]
    return float(value) if isinstance(value, Decimal) else value
