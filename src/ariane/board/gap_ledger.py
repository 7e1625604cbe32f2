"""The gap ledger: where boards do otherwise than the guideline, or find no answer in it.

It is meant for the authors of the guideline, so that it counts by passage and names no patient.
What boards wrote in their own words may name one: it leaves only where somebody asks for it.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable
from datetime import date
from io import StringIO
from typing import Any, NamedTuple

from ariane.board.decision import Decision, Reason
from ariane.guideline.tncd24.contents import STATEMENT_IDS

SCHEMA = "ariane-gap-ledger/1"
COLUMNS = ("section", "statement", "deviations", *(reason.value for reason in Reason), "unanswered")
_LOOKS_LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Gap(NamedTuple):
    """One passage: how often it was not followed, why, and what it leaves unanswered.

    `statement` is empty for questions, which belong to a section as a whole. `texts` are the words
    of the boards, each with its reason (empty for a question).
    """

    section: str
    statement: str
    reasons: dict[Reason, int]
    unanswered: int
    first: date
    last: date
    knowledge: tuple[str, ...]
    texts: tuple[tuple[str, str], ...]

    @property
    def deviations(self) -> int:
        """How often it was not followed."""
        return sum(self.reasons.values())


class _Entry(NamedTuple):
    section: str
    statement: str
    reason: Reason | None
    text: str
    day: date
    knowledge: str


def gap_ledger(decisions: Iterable[Decision]) -> tuple[Gap, ...]:
    """Group deviations and open questions by passage, in the order of the chapter."""
    by_passage: dict[tuple[str, str], list[_Entry]] = {}
    for decision in decisions:
        for entry in _entries(decision):
            by_passage.setdefault((entry.section, entry.statement), []).append(entry)
    return tuple(_gap(by_passage[passage]) for passage in sorted(by_passage, key=_place))


def ledger_data(gaps: Iterable[Gap], with_texts: bool = False) -> dict[str, Any]:
    """Return the ledger as plain data."""
    return {"schema": SCHEMA, "gaps": [_data(gap, with_texts) for gap in gaps]}


def ledger_json(gaps: Iterable[Gap], with_texts: bool = False) -> str:
    """Return the ledger as JSON."""
    return json.dumps(ledger_data(gaps, with_texts), ensure_ascii=False, indent=2) + "\n"


def ledger_csv(gaps: Iterable[Gap], with_texts: bool = False) -> str:
    """Return the ledger as CSV, one passage a line.

    A text that a spreadsheet would take for a formula is given a quotation mark in front.
    """
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow((*COLUMNS, "texts") if with_texts else COLUMNS)
    for gap in gaps:
        counts = [gap.reasons.get(reason, 0) for reason in Reason]
        row = [gap.section, gap.statement, gap.deviations, *counts, gap.unanswered]
        texts = " | ".join(text for _, text in gap.texts)
        writer.writerow([*row, _not_a_formula(texts)] if with_texts else row)
    return stream.getvalue()


def _entries(decision: Decision) -> list[_Entry]:
    day, knowledge = decision.at.date(), decision.consultation.knowledge_sha256
    sections = decision.consultation.sections
    differing = [
        _Entry(sections[found.statement], found.statement, found.reason, found.text, day, knowledge)
        for found in decision.differences
    ]
    asked = [
        _Entry(found.section, "", None, found.question, day, knowledge)
        for found in decision.unanswered
    ]
    return [*differing, *asked]


def _gap(entries: list[_Entry]) -> Gap:
    reasons = Counter(entry.reason for entry in entries if entry.reason)
    return Gap(
        entries[0].section,
        entries[0].statement,
        {reason: reasons[reason] for reason in Reason if reason in reasons},
        sum(entry.reason is None for entry in entries),
        min(entry.day for entry in entries),
        max(entry.day for entry in entries),
        tuple(sorted({entry.knowledge for entry in entries})),
        tuple((entry.reason.value if entry.reason else "", entry.text) for entry in entries),
    )


def _place(passage: tuple[str, str]) -> tuple[list[int], int]:
    section, statement = passage
    numbers = [int(part) for part in section.split(".") if part.isdigit()]
    return numbers, STATEMENT_IDS.index(statement) if statement else -1


def _data(gap: Gap, with_texts: bool) -> dict[str, Any]:
    data: dict[str, Any] = {
        "section": gap.section,
        "statement": gap.statement or None,
        "deviations": gap.deviations,
        "reasons": {reason.value: count for reason, count in gap.reasons.items()},
        "unanswered": gap.unanswered,
        "first": gap.first.isoformat(),
        "last": gap.last.isoformat(),
        "knowledge_sha256": list(gap.knowledge),
    }
    if with_texts:
        data["texts"] = [{"reason": reason or None, "text": text} for reason, text in gap.texts]
    return data


def _not_a_formula(text: str) -> str:
    return f"'{text}" if text.startswith(_LOOKS_LIKE_A_FORMULA) else text
