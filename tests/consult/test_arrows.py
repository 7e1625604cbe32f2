"""Every arrow of the three algorithms, taken by a patient who has nothing more than it needs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from ariane.consult.assessment import assess
from ariane.guideline.tncd24.algorithms import ALGORITHMS
from ariane.logic.truth import Truth
from support.case_files import case
from support.statement_cases import condition_cases

HERE = Path(__file__).parent
TABLE = yaml.safe_load(HERE.joinpath("arrows.yaml").read_text(encoding="utf-8"))
ARROWS = {
    (source, target): facts for source, ends in TABLE.items() for target, facts in ends.items()
}


CONDITIONS = condition_cases(HERE / "arrow_conditions.yaml")


def taken(facts: dict[str, Any]) -> set[tuple[str, str]]:
    """Return the arrows that hold and leave a box where the patient comes."""
    return {
        (step.edge.source, step.edge.target)
        for way in assess(case(facts)).pathways
        for step in way.steps
        if step.truth is Truth.HOLDS and step.edge.source in way.visited
    }


def test_no_arrow_is_left_out() -> None:
    drawn = [(edge.source, edge.target) for one in ALGORITHMS for edge in one.edges]
    assert sorted(ARROWS) == sorted(drawn)


@pytest.mark.parametrize("arrow", ARROWS, ids=" to ".join)
def test_an_arrow_is_taken_and_not_without_any_one_of_the_facts_it_needs(
    arrow: tuple[str, str],
) -> None:
    facts = ARROWS[arrow]
    assert arrow in taken(facts)
    for name in facts:
        without = {other: value for other, value in facts.items() if other != name}
        assert arrow not in taken(without), name


@pytest.mark.parametrize("name", CONDITIONS)
def test_an_arrow_holds_fails_or_waits_by_the_facts_it_asks_for(name: str) -> None:
    for one in CONDITIONS[name]:
        steps = [step for way in assess(case(one["facts"])).pathways for step in way.steps]
        truth = {f"{step.edge.source} to {step.edge.target}": step.truth for step in steps}[name]
        assert truth.value == one["truth"], one["facts"]
