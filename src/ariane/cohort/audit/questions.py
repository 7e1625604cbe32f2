"""What an audit counts: for each question the plane of the patients that it is true of."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from ariane.cohort.planes.recorded import recorded
from ariane.facts.constraints import FORBIDDEN
from ariane.facts.vocabulary import VOCABULARY
from ariane.guideline.statement import Statement
from ariane.guideline.tncd24.chapter import statements
from ariane.logic.constrained import Constrained
from ariane.logic.fact import Fact
from ariane.logic.planes import Emitter, Program, Wire
from ariane.logic.structure import named_facts


class Count(StrEnum):
    """What is counted. The middle four divide those for whom a statement holds or is unknown."""

    PATIENTS = "patients"
    HOLDS = "holds"
    FAILS = "fails"
    HOLDS_DONE = "holds-done"
    HOLDS_NOT_DONE = "holds-not-done"
    UNKNOWN_DONE = "unknown-done"
    UNKNOWN_NOT_DONE = "unknown-not-done"
    WAITS = "waits"
    KNOWN = "known"


class Question(NamedTuple):
    """One count: of patients, of a statement, of a fact, or of a statement that waits for one."""

    kind: Count
    statement: str = ""
    fact: str = ""


class Questions(NamedTuple):
    """All that is counted, the program that counts it in that order, and its emitter."""

    asked: tuple[Question, ...]
    program: Program
    emitter: Emitter


@cache
def questions() -> Questions:
    """Return the questions of an audit over the written chapter."""
    emitter = Emitter()
    possible = Constrained(emitter, FORBIDDEN)
    planes = [(Question(Count.PATIENTS), emitter.every)]
    for statement in statements():
        planes.extend(_of_statement(emitter, possible, statement))
    planes.extend((Question(Count.KNOWN, fact=f.name), emitter.known(f)) for f in audited_facts())
    asked, wires = zip(*planes, strict=True)
    return Questions(asked, emitter.program(wires), emitter)


@cache
def audited_facts() -> tuple[Fact, ...]:
    """Return the facts that some condition or fulfilment names, in the order of the vocabulary."""
    named = set[str]()
    for statement in statements():
        for condition in (statement.when, statement.fulfilled_when):
            if condition is not None:
                named.update(fact.name for fact in named_facts(condition))
    return tuple(fact for fact in VOCABULARY if fact.name in named)


def is_judged(statement: Statement) -> bool:
    """Tell whether facts can say that what a statement asks for has been done."""
    return statement.fulfilled_when is not None


def _of_statement(
    emitter: Emitter, possible: Constrained, statement: Statement
) -> Iterator[tuple[Question, Wire]]:
    holds, fails = emitter.holds(statement.when), emitter.fails(statement.when)
    yield Question(Count.HOLDS, statement.id), holds
    yield Question(Count.FAILS, statement.id), fails
    for fact, wire in possible.waits(statement.when).items():
        yield Question(Count.WAITS, statement.id, fact.name), wire
    if statement.fulfilled_when is None:
        return
    unknown = emitter.unknown(statement.when)
    condition = recorded(statement.fulfilled_when)
    done, undone = emitter.holds(condition), emitter.fails(condition)
    yield Question(Count.HOLDS_DONE, statement.id), emitter.both(holds, done)
    yield Question(Count.HOLDS_NOT_DONE, statement.id), emitter.both(holds, undone)
    yield Question(Count.UNKNOWN_DONE, statement.id), emitter.both(unknown, done)
    yield Question(Count.UNKNOWN_NOT_DONE, statement.id), emitter.both(unknown, undone)
