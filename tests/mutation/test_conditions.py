"""No condition of the knowledge could be slightly wrong without one of its cases failing."""

from __future__ import annotations

from collections import Counter

import pytest

from ariane.logic.evaluate import evaluate
from ariane.logic.notation import notation
from ariane.logic.truth import Truth
from support.mutation import Verdict, subjects, trials

FEWEST = {"statements": 4900, "fulfilments": 200, "arrows": 400, "own": 100}
"""Mutants that must have been told apart, so that the trial itself is seen to have run."""


def test_no_kind_of_condition_is_left_out() -> None:
    assert subjects().keys() == FEWEST.keys()


@pytest.mark.parametrize("kind", FEWEST)
def test_every_condition_gives_what_its_own_cases_expect(kind: str) -> None:
    for one in subjects()[kind]:
        for case in one.cases:
            found = Truth.of(evaluate(one.condition, case.known)).value
            assert found == case.truth, (one.name, case.known)


@pytest.mark.parametrize("kind", FEWEST)
def test_every_mutant_is_told_apart_or_is_the_same_condition_in_other_words(kind: str) -> None:
    left = [trial for trial in trials()[kind] if trial.verdict is Verdict.SURVIVED]
    said = [f"{t.subject} ({t.mutant.slip}): {notation(t.mutant.condition)}" for t in left]
    assert not said, "\n".join(said)


@pytest.mark.parametrize("kind", FEWEST)
def test_every_condition_has_mutants_and_nearly_all_of_them_differ(kind: str) -> None:
    assert {trial.subject for trial in trials()[kind]} == {one.name for one in subjects()[kind]}
    counted = Counter(trial.verdict for trial in trials()[kind])
    assert counted[Verdict.KILLED] >= FEWEST[kind]
    assert counted[Verdict.EQUIVALENT] < 50
