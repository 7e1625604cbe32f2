"""Region scores as a person types them: `0=2,1=0,12=3`."""

from __future__ import annotations

import re

from ariane.calculators.pci import REGIONS, SCORES
from ariane.case.problems import Problem, ProblemKind
from ariane.case.values import shown

PAIR = re.compile(r"\s*(-?[0-9]+)\s*=\s*(-?[0-9]+)\s*", re.ASCII)
LONGEST = 9
"""Digits past which a number is not read: no region and no score has as many."""


class ScoresError(ValueError):
    """Scores that cannot be read; carries every problem."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def read_scores(text: str) -> dict[int, int]:
    """Return region -> score. A region that is left out is unknown.

    Raises `ScoresError` with all problems: what is no `region=score`, a region outside 0 to 12, a
    score outside 0 to 3, a region given twice.
    """
    problems: list[Problem] = []
    found: dict[int, int] = {}
    for part in text.split(","):
        match = PAIR.fullmatch(part)
        if match is None or max(map(len, match.groups())) > LONGEST:
            problems.append(Problem(ProblemKind.WRONG_TYPE, value=shown(part), expected="0=2"))
            continue
        region, score = (int(number) for number in match.groups())
        problems.extend(_problems(region, score, found))
        found.setdefault(region, score)
    if problems:
        raise ScoresError(tuple(problems))
    return found


def _problems(region: int, score: int, found: dict[int, int]) -> list[Problem]:
    place = f"{region}={score}"
    problems = [
        Problem(ProblemKind.OUT_OF_RANGE, place, value=str(number), expected=f"0 – {allowed[-1]}")
        for number, allowed in ((region, REGIONS), (score, SCORES))
        if number not in allowed
    ]
    if region in found:
        problems.append(Problem(ProblemKind.DUPLICATE_KEY, place))
    return problems
