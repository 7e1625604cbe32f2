"""Example patients: found by the solver, and checked by the evaluator that consultations use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ariane.facts.constraints import FORBIDDEN
from ariane.facts.derivation import completed
from ariane.guideline.lint.knowledge import Knowledge
from ariane.guideline.lint.solver import Solver
from ariane.logic.constraints import Rules
from ariane.logic.evaluate import evaluate
from ariane.logic.expression import Expression
from ariane.logic.fact import Fact


class DisagreementError(Exception):
    """Solver and evaluator do not say the same of a patient: a defect of this program."""


class Patients:
    """All patients that the conditions of some knowledge can tell apart."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._solver = Solver(tuple(knowledge.conditions()))

    def exist(self, holds: Sequence[Expression], fails: Sequence[Expression] = ()) -> bool:
        """Tell whether some patient makes all of `holds` hold and all of `fails` fail."""
        return self._solver.exists(holds, fails)

    def smallest(
        self, holds: Sequence[Expression], fails: Sequence[Expression] = ()
    ) -> dict[Fact, Any] | None:
        """Return such a patient with the fewest facts fixed, `None` where no patient is like that.

        Whatever the facts that it leaves open turn out to be, the conditions stay as they are.
        Raises `DisagreementError` where the evaluator does not confirm it.
        """
        patient = self._solver.smallest(holds, fails)
        if patient is not None and not confirmed(patient, holds, fails):
            raise DisagreementError(f"{patient} is not what was asked for")
        return patient


def confirmed(
    patient: dict[Fact, Any], holds: Sequence[Expression], fails: Sequence[Expression]
) -> bool:
    """Tell whether the evaluator finds the conditions as asked for, and no contradiction."""
    known = completed({fact.name: value for fact, value in patient.items()})
    try:
        Rules(FORBIDDEN, known)
    except ValueError:
        return False
    return all(evaluate(e, known) is True for e in holds) and all(
        evaluate(e, known) is False for e in fails
    )
