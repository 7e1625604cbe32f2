"""Counts of a table against the consultation of each patient."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from ariane.case.problems import CaseError
from ariane.cohort.audit.counting import Tally, counted
from ariane.cohort.audit.grouping import Grouping, Period, TooManyGroupsError
from ariane.cohort.audit.questions import Count, Question, audited_facts, is_judged
from ariane.cohort.columns import CASE_ID, TableError, dtype_of
from ariane.cohort.planes import batches
from ariane.cohort.streaming import Counts
from ariane.consult.assessment import assess
from ariane.consult.consultation import Fulfilled
from ariane.facts.vocabulary import VOCABULARY
from ariane.logic.truth import Truth
from support.case_files import case, plain
from support.random_cases import RandomPatients

SCHEMA = {
    CASE_ID: pl.String(),
    "centre": pl.String(),
    "seen": pl.Date(),
    **{fact.name: dtype_of(fact) for fact in VOCABULARY},
}
DONE = {
    (Truth.HOLDS, Fulfilled.YES): Count.HOLDS_DONE,
    (Truth.HOLDS, Fulfilled.NO): Count.HOLDS_NOT_DONE,
    (Truth.UNKNOWN, Fulfilled.YES): Count.UNKNOWN_DONE,
    (Truth.UNKNOWN, Fulfilled.NO): Count.UNKNOWN_NOT_DONE,
}
BY_CENTRE = Grouping(("centre",), "seen", Period.QUARTER)


def rows(count: int) -> list[dict[str, Any]]:
    patients = RandomPatients(21)
    found = [plain(patients.case_facts(0.3)) for _ in range(count)]
    for number, row in enumerate(found):
        row["centre"] = (None, "", "north", "south")[number % 4]
        row["seen"] = date(2025, 1, 1) + timedelta(days=number)
        if number % 10 == 7:
            row |= {"liver_metastases": True, "extraperitoneal_disease": False}
    return found


def written(found: list[dict[str, Any]], path: Path) -> Path:
    table = [{CASE_ID: f"P{n}", **row} for n, row in enumerate(found)]
    pl.DataFrame(table, schema=SCHEMA).write_parquet(path)
    return path


def quarter(row: dict[str, Any]) -> str:
    return f"{row['seen'].year}-Q{(row['seen'].month + 2) // 3}"


def test_every_count_is_that_of_the_consultations(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "ROWS", 37)
    found = rows(100)
    path = written(found, tmp_path / "in.parquet")
    rejects = BytesIO()
    told: list[tuple[int, int | None]] = []
    tally, counts = counted(path, BY_CENTRE, rejects, lambda *done: told.append(done))
    expected: dict[tuple[str, str | None], Counter[Question]] = {}
    missing: Counter[tuple[str, str]] = Counter()
    refused = []
    for number, row in enumerate(found):
        facts = {n: v for n, v in row.items() if n not in ("centre", "seen")}
        try:
            consultation = assess(case(facts))
        except CaseError:
            refused.append(number)
            continue
        seen = Counter([Question(Count.PATIENTS)])
        for entry in consultation:
            if entry.truth is not Truth.UNKNOWN:
                seen[Question(Count(entry.truth.value), entry.id)] += 1
            pair = DONE.get((entry.truth, entry.fulfilled))
            if pair is not None and is_judged(entry.statement):
                seen[Question(pair, entry.id)] += 1
            missing.update((entry.id, name) for name in entry.missing)
        for fact in audited_facts():
            seen[Question(Count.KNOWN, fact=fact.name)] += fact.name in consultation.case.known
        for group in (("centre", row["centre"] or None), ("period", quarter(row)), ("", None)):
            expected.setdefault(group, Counter()).update(seen)
    asked = [question for question in tally.asked if question.kind is not Count.WAITS]
    for name in ("", "centre", "period"):
        groups = tally.of(name or None)
        assert {(name, value) for value in groups} == {key for key in expected if key[0] == name}
        for value, numbers in groups.items():
            got = {q: int(numbers[tally.asked[q]]) for q in asked}
            assert got == {q: expected[name, value][q] for q in asked}
    assert refused
    assert counts == Counts(100, 100 - len(refused), len(refused), 0)
    assert [json.loads(line)["row"] for line in rejects.getvalue().splitlines()] == refused
    assert told[-1] == (100, 100)
    _never_too_few(tally, missing)


def _never_too_few(tally: Tally, missing: Counter[tuple[str, str]]) -> None:
    """What a patient misses is waited for; that is more often only where constraints decide."""
    whole = tally.of(None)[None]
    waits = {q: int(whole[n]) for q, n in tally.asked.items() if q.kind is Count.WAITS}
    assert all(waits[q] >= missing[q.statement, q.fact] for q in waits)
    assert sum(missing.values()) > 0.98 * sum(waits.values())


def test_an_empty_table_and_one_of_nothing_known(tmp_path: Path) -> None:
    empty = written([], tmp_path / "a.parquet")
    tally, counts = counted(empty, BY_CENTRE, None, lambda *_: None)
    assert counts == Counts()
    assert tally.of("centre") == {}
    assert set(tally.of(None)[None].tolist()) == {0}
    nothing = written([{"centre": "x"}] * 3, tmp_path / "b.parquet")
    tally, counts = counted(nothing, BY_CENTRE, None, lambda *_: None)
    assert [*tally.of("period")] == [None]
    known = [n for q, n in tally.asked.items() if q.kind is Count.KNOWN]
    assert set(tally.of("centre")["x"][known].tolist()) == {0}


def test_a_fact_may_divide_and_stays_a_fact(tmp_path: Path) -> None:
    path = written([{"sex": "male"}, {"sex": "female"}, {"sex": "male"}], tmp_path / "in.parquet")
    tally, _ = counted(path, Grouping(("sex", "centre"), "seen"), None, lambda *_: None)
    number = tally.asked[Question(Count.KNOWN, fact="sex")]
    assert {value: int(n[number]) for value, n in tally.of("sex").items()} == {
        "female": 1,
        "male": 2,
    }


@pytest.mark.parametrize(
    ("period", "cells", "values"),
    [
        (Period.YEAR, ["2025-03-01", "2025-13-01", None], ["2025", None]),
        (Period.QUARTER, ["2025-03-31T10:00", "2025-04-01"], ["2025-Q1", "2025-Q2"]),
        (Period.MONTH, ["2025-12-31", "03/2025"], ["2025-12", None]),
    ],
)
def test_dates_come_as_texts_too(
    period: Period, cells: list[str], values: list[str | None], tmp_path: Path
) -> None:
    path = tmp_path / "in.csv"
    pl.DataFrame({CASE_ID: range(len(cells)), "seen": cells}).write_csv(path)
    tally, _ = counted(path, Grouping((), "seen", period), None, lambda *_: None)
    assert [*tally.of("period")] == values


def test_columns_that_cannot_divide_are_refused(tmp_path: Path) -> None:
    frame = pl.DataFrame({CASE_ID: ["a"], "many": [["a"]], "number": [1]})
    frame.write_parquet(tmp_path / "in.parquet")
    with pytest.raises(TableError) as caught:
        counted(
            tmp_path / "in.parquet", Grouping(("centre", "many"), "number"), None, lambda *_: None
        )
    assert [(p.kind, p.name) for p in caught.value.problems] == [
        ("missing", "centre"),
        ("type", "many"),
        ("type", "number"),
    ]


def test_a_column_that_divides_everybody_is_refused(tmp_path: Path) -> None:
    path = written([{}] * 1200, tmp_path / "in.parquet")
    with pytest.raises(TooManyGroupsError, match="case_id"):
        counted(path, Grouping((CASE_ID, "centre"), "seen"), None, lambda *_: None)
