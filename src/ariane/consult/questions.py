"""The missing facts, ranked by what knowing them would settle.

For every unknown fact and every answer to it, each open statement tells what it would settle to
(`logic.remembered.Gain`), all in one pass. The score of a fact is the importance of the statements
that its answers settle, averaged over the answers and divided by the importance of all that is
open: 0 settles nothing whatever the answer, 1 settles everything. Answers count alike: the
guideline prints no probability for them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from ariane.case.case import Case
from ariane.consult.askable import not_askable
from ariane.consult.consultation import Answer, Question
from ariane.consult.engine import engine
from ariane.consult.entries import Entry, Share
from ariane.facts.vocabulary import VOCABULARY
from ariane.logic.fact import Fact

CAPACITY = 1 << 14


class _Prospect(NamedTuple):
    """What the answers about one fact settle, taken over all statements."""

    values: int
    weight: int
    settles: tuple[str, ...]
    answers: tuple[Answer, ...]


def ranked_questions(entries: Sequence[Entry], case: Case) -> tuple[Question, ...]:
    """Return the questions worth asking, the most decisive first."""
    shares: defaultdict[int, list[Share]] = defaultdict(list)
    total = 0
    for entry in entries:
        if entry.weight:
            total += entry.weight
            for place, share in entry.shares:
                shares[place].append(share)
    beside = not_askable(case)
    questions = [
        _question(VOCABULARY[place], tuple(shares[place]), total)
        for place in sorted(shares)
        if VOCABULARY[place] not in beside
    ]
    return tuple(sorted(questions, key=attrgetter("score"), reverse=True))


@lru_cache(CAPACITY)
def _question(fact: Fact, shares: tuple[Share, ...], total: int) -> Question:
    prospect = _prospect(fact, shares)
    score = round(prospect.weight / (prospect.values * total), 4)
    return Question(fact, score, prospect.settles, prospect.answers)


@lru_cache(CAPACITY)
def _prospect(fact: Fact, shares: tuple[Share, ...]) -> _Prospect:
    values = engine().answers[fact]
    settled: list[list[tuple[str, bool]]] = [[] for _ in values]
    for share in shares:
        for answer, truth in share.settles:
            settled[answer].append((share.statement, truth))
    alike: dict[tuple[tuple[str, bool], ...], list[Any]] = {}
    for value, settles in zip(values, settled, strict=True):
        alike.setdefault(tuple(settles), []).append(value)
    return _Prospect(
        len(values),
        sum(share.weight * len(share.settles) for share in shares),
        tuple(share.statement for share in shares),
        tuple(Answer(tuple(same), settles) for settles, same in alike.items()),
    )
