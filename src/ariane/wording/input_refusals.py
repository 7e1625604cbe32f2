"""What was wrong with what a person typed for a calculator, one problem a line."""

from __future__ import annotations

from ariane.calculators.inputs import InputError, InputKind, InputProblem
from ariane.wording.catalogue import say, table
from ariane.wording.language import Language


def input_refusal(error: InputError, language: Language) -> str:
    """Return all problems under a heading."""
    head = say("calculator_inputs:heading", language, count=len(error.problems))
    return "\n".join((head, *(f"  - {_line(problem, language)}" for problem in error.problems)))


def _line(problem: InputProblem, language: Language) -> str:
    return f"{problem.option} {input_problem_words(problem, language)}"


def input_problem_words(problem: InputProblem, language: Language) -> str:
    """Return one problem, without the name of the input that it is about."""
    value = problem.value
    if problem.kind is InputKind.NO_PRINTED_DOSE:
        value = str(table(language, "regimen")[f"undosed.{problem.value}"])
    said = say(
        f"calculator_inputs:{problem.kind}",
        language,
        value=value,
        expected=problem.expected,
        suggestion=problem.value.replace(",", "."),
    )
    if problem.nearest:
        names = say("word.or", language).join(problem.nearest)
        said += f" {say('refusal.nearest', language, names=names)}"
    return said
