"""An input table that cannot be used, and why; told before anything is computed."""

from __future__ import annotations

from typing import NamedTuple


class InputProblem(NamedTuple):
    """One thing wrong: `kind` is a key of the wording table `origin` (`refused.KIND`)."""

    kind: str
    place: str = ""
    value: str = ""
    expected: str = ""


class InputRefused(ValueError):  # noqa: N818 - it is what happened to the input
    """The input named `source` was refused; nothing has been computed from it."""

    def __init__(self, source: str, problems: tuple[InputProblem, ...]) -> None:
        super().__init__(f"{source}: {'; '.join(' '.join(problem) for problem in problems)}")
        self.source = source
        self.problems = problems


MOST_TOLD = 20
"""Problems told of one file; a table may have millions."""
