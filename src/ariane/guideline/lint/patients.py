"""Example patients: found by the solver, and checked by the evaluator that consultations use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ariane.facts.constraints import FORBIDDEN
from ariane.facts.derivation import completed
from ariane.guideline.lint.solver import Problem
from ariane.logic.constraints import Rules
from ariane.logic.evaluate import evaluate
from ariane.logic.expression import Expression
from ariane.logic.fact import Fact


class Disagreement(Exception):
    """Solver and evaluator do not say the same of a patient: a defect of this program."""


def exists(holds: Sequence[Expression], fails: Sequence[Expression] = ()) -> bool:
    """Tell whether some patient makes all of `holds` hold and all of `fails` fail."""
    return Problem(holds, fails).solvable


def smallest_patient(
    holds: Sequence[Expression], fails: Sequence[Expression] = ()
) -> dict[Fact, Any] | None:
    """Return such a patient with the fewest facts fixed, `None` where no patient is like that.

    Whatever the facts that it leaves open turn out to be, the conditions stay as they are. Raises
    `Disagreement` where the evaluator does not confirm it.
    """
    patient = Problem(holds, fails).smallest()
    if patient is not None and not confirmed(patient, holds, fails):
        raise Disagreement(f"{patient} is not what was asked for")
    return patient


def confirmed(
    patient: dict[Fact, Any], holds: Sequence[Expression], fails: Sequence[Expression]
) -> bool:
    """Tell whether the evaluator finds the conditions as they were asked for, and no contradiction."""
    known = completed({fact.name: value for fact, value in patient.items()})
    try:
        Rules(FORBIDDEN, known)
    except ValueError:
        return False
    return all(evaluate(e, known) is True for e in holds) and all(
        evaluate(e, known) is False for e in fails
    )
