"""A report put into the text of a case file; comments and order of the file are kept."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from ariane.origin.report import report_data
from ariane.origin.report_reading import ReadReport

TOP_KEY = re.compile(r"^([A-Za-z_]+):", re.MULTILINE)


def entry_of(read: ReadReport) -> dict[str, Any]:
    """Return what a case carries of a report: the report itself and its prior, nothing beside."""
    entry = report_data(read.report)
    if not entry["validation"]:
        del entry["validation"]
    return entry | ({"prior": dict(read.prior)} if read.prior else {})


def attached(content: bytes, entries: Sequence[Mapping[str, Any]]) -> bytes | None:
    """Return the file with entries added; `None` where reports stand there, but not last."""
    text = content.decode("utf-8-sig")
    if text.lstrip().startswith("{"):
        case = json.loads(text)
        case["origin_reports"] = [*(case.get("origin_reports") or []), *entries]
        return (json.dumps(case, ensure_ascii=False, indent=2) + "\n").encode()
    lines = "".join(f"  - {json.dumps(entry, ensure_ascii=False)}\n" for entry in entries)
    text = text if text.endswith("\n") else f"{text}\n"
    keys = TOP_KEY.findall(text)
    if "origin_reports" not in keys:
        return f"{text}origin_reports:\n{lines}".encode()
    return f"{text}{lines}".encode() if keys[-1] == "origin_reports" else None
