"""Two shipped patients, moment after moment: the consultation follows the facts as they arrive."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

import ariane
from ariane import assess, load_case
from ariane.case.case import Case
from ariane.consult.comparison import compare
from ariane.consult.consultation import Consultation, Fulfilled
from ariane.facts.exams import ExamStatus
from ariane.logic.truth import Truth

SHIPPED = Path(ariane.__file__).parent / "case" / "shipped"
EXPECTED: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("series.yaml").read_text("utf-8")
)
PROGRESS = list(ExamStatus)
"""requested, scheduled, done: an examination that is on its way only moves on."""


STEPS = [
    pytest.param(series, step, id=f"{series}/{step['case']}")
    for series, steps in EXPECTED.items()
    for step in steps
]
PAIRS = [
    pytest.param(series, before["case"], after, id=f"{series}/{after['case']}")
    for series, steps in EXPECTED.items()
    for before, after in pairwise(steps)
]


@cache
def consulted(series: str, name: str) -> Consultation:
    return assess(load_case(SHIPPED / series / f"{name}.yaml"))


def case_of(series: str, name: str) -> Case:
    return consulted(series, name).case


@pytest.mark.parametrize(("series", "step"), STEPS)
def test_each_moment_gives_the_expected_consultation(series: str, step: dict[str, Any]) -> None:
    found = consulted(series, step["case"])
    ways = {way.algorithm.id: list(way.reached) for way in found.pathways}
    assert {name: ways[name] for name in step["pathway"]} == step["pathway"]
    for name in (*step["holds"], *step.get("done", ())):
        assert found[name].settled_truth is Truth.HOLDS, name
    for name in step.get("done", ()):
        assert found[name].fulfilled is Fulfilled.YES, name
    for name in step["not_yet"]:
        assert found[name].settled_truth is not Truth.HOLDS, name
    if "asks" in step:
        assert step["asks"] in [asked.fact.name for asked in found.questions[:3]]


@pytest.mark.parametrize(("series", "before", "step"), PAIRS)
def test_no_known_fact_is_lost_and_only_the_named_ones_change(
    series: str, before: str, step: dict[str, Any]
) -> None:
    old, new = case_of(series, before), case_of(series, step["case"])
    assert set(old.recorded) <= set(new.recorded)
    changed = {name for name, value in old.recorded.items() if new.recorded[name] != value}
    told = set(step["updated"])
    assert changed <= told
    assert {name for name in told if name in old.recorded} == changed


@pytest.mark.parametrize(("series", "before", "step"), PAIRS)
def test_time_goes_on_and_examinations_with_it(
    series: str, before: str, step: dict[str, Any]
) -> None:
    old, new = case_of(series, before), case_of(series, step["case"])
    assert old.id == new.id
    assert old.as_of is not None
    assert new.as_of is not None
    assert old.as_of < new.as_of
    assert set(old.exams) <= set(new.exams)
    for exam, record in old.exams.items():
        assert PROGRESS.index(record.status) <= PROGRESS.index(new.exams[exam].status), exam
    assert set(old.sources) <= set(new.sources)
    assert all(old.pci[kind] == new.pci[kind] for kind in old.pci)


@pytest.mark.parametrize(("series", "step"), STEPS)
def test_a_moment_tells_nothing_of_its_future(series: str, step: dict[str, Any]) -> None:
    case = case_of(series, step["case"])
    assert case.as_of is not None
    assert step["case"].endswith(case.as_of.isoformat())
    done = [r.date for r in case.exams.values() if r.status is ExamStatus.DONE]
    planned = [r.date for r in case.exams.values() if r.status is ExamStatus.SCHEDULED]
    assert all(day is not None and day <= case.as_of for day in done)
    assert all(day is not None and day > case.as_of for day in planned)
    assert all(s.date is None or s.date <= case.as_of for s in case.sources.values())


@pytest.mark.parametrize(("series", "before", "step"), PAIRS)
def test_every_step_tells_something_new(series: str, before: str, step: dict[str, Any]) -> None:
    comparison = compare(consulted(series, before), consulted(series, step["case"]))
    assert comparison.facts
    assert {change.after.id for change in comparison.changes} & {
        *step["holds"],
        *step.get("done", ()),
    }


def test_every_shipped_file_of_a_series_is_expected() -> None:
    shipped = {f"{path.parent.name}/{path.stem}" for path in SHIPPED.glob("*/*.yaml")}
    assert shipped == {f"{name}/{s['case']}" for name, steps in EXPECTED.items() for s in steps}
