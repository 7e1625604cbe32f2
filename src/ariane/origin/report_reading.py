"""From a file of reports, as `--format json` or `jsonl` writes them, to reports."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from ariane.origin.report import (
    ClassValidation,
    Evidence,
    EvidenceSource,
    ModelReference,
    OriginReport,
    QualityCheck,
    Reason,
    Verdict,
)


class ReportRefusedError(ValueError):
    """A file that holds no report, or a report that does not add up; the message says which."""


class ReadReport(NamedTuple):
    """A report, the prior that it was reckoned with where it says so, and its own data."""

    report: OriginReport
    prior: Mapping[str, float] | None
    data: Mapping[str, Any]


def read_reports(content: str) -> tuple[ReadReport, ...]:
    """Read every report of a file: one object, a list, or one object a line."""
    try:
        try:
            found = _json(content)
        except ValueError:
            found = [_json(line) for line in content.splitlines() if line.strip()]
    except (ValueError, RecursionError) as error:
        raise ReportRefusedError(f"JSON: {error}") from None
    entries = found if isinstance(found, list) else [found]
    if not entries:
        raise ReportRefusedError("[]")
    return tuple(report_from_data(entry) for entry in entries)


def _json(text: str) -> Any:
    return json.loads(text, parse_constant=_no_number)


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number")


def report_from_data(data: Any) -> ReadReport:
    """Return the report that plain data describes. Raises `ReportRefusedError`."""
    try:
        report = OriginReport(
            sample_id=str(data["sample_id"]),
            source=EvidenceSource(data["source"]),
            model=ModelReference(*(str(data["model"][k]) for k in ("name", "version", "sha256"))),
            posterior={str(code): float(share) for code, share in data["posterior"].items()},
            set90=tuple(data["set90"]),
            abstained=_truth(data["abstained"]),
            quality=QualityCheck(
                Verdict(data["qc"]["verdict"]),
                tuple(_reason(str(reason)) for reason in data["qc"]["reasons"]),
            ),
            evidence=tuple(
                Evidence(
                    str(item["feature"]),
                    {str(code): float(odds) for code, odds in item["log_odds"].items()},
                )
                for item in data.get("evidence", ())
            ),
            validation={
                str(code): ClassValidation(
                    int(known["n"]), _share(known["recall"]), _share(known["precision"])
                )
                for code, known in (data.get("validation") or {}).items()
            },
        )
        given = data.get("prior") or data.get("ihc", {}).get("prior")
        prior = {str(c): float(s) for c, s in given.items()} if given else None
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ReportRefusedError(f"{type(error).__name__}: {error}") from None
    return ReadReport(report, prior, data)


def _share(value: Any) -> float | None:
    return None if value is None else float(value)


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"abstained: {value!r}, expected true or false")
    return value


def _reason(said: str) -> Reason:
    code, _, value = said.partition(": ")
    return Reason(code, value)
