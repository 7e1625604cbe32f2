"""No condition of the chapter could be written slightly wrong without one of its cases failing."""

from __future__ import annotations

from collections import Counter

from ariane.guideline.tncd24.chapter import statements
from ariane.logic.notation import notation
from support.mutation import Verdict, trials, unexplained


def test_every_mutant_of_every_condition_is_told_apart_or_is_the_same_in_other_words() -> None:
    left = [
        f"{t.statement} ({t.mutant.slip}): {notation(t.mutant.condition)}" for t in unexplained()
    ]
    assert not left, "\n".join(left)


def test_every_statement_has_mutants_and_nearly_all_of_them_differ() -> None:
    assert {trial.statement for trial in trials()} == {statement.id for statement in statements()}
    counted = Counter(trial.verdict for trial in trials())
    assert counted[Verdict.KILLED] > 4900
    assert counted[Verdict.EQUIVALENT] < 50
