"""One statement for a thing, another against it, and a patient for whom both hold."""

from __future__ import annotations

from collections.abc import Iterator

from ariane.guideline.lint.finding import Kind, Suspicion
from ariane.guideline.lint.knowledge import Knowledge, Matter
from ariane.guideline.statement import Action, Statement, Strength

ASKING = (
    Strength.REFERENCE,
    Strength.OPTION,
    Strength.RECOMMENDATION,
    Strength.ALGORITHM,
    Strength.STATEMENT,
)
DOING = (Action.EXAM, Action.PROCEDURE, Action.TREATMENT, Action.REFERRAL)


def opposition_suspicions(knowledge: Knowledge) -> Iterator[Suspicion]:
    """Yield each pair of a statement for and one against the same matter, once."""
    seen: set[tuple[str, str]] = set()
    for matter in (*matters_of(knowledge.statements), *knowledge.matters):
        for asked in matter.asked:
            for opposed in matter.opposed:
                if (asked, opposed) not in seen:
                    seen.add((asked, opposed))
                    holds = (knowledge.condition(asked), knowledge.condition(opposed))
                    yield Suspicion(Kind.OPPOSED, (asked, opposed), holds)


def matters_of(statements: tuple[Statement, ...]) -> Iterator[Matter]:
    """Yield the matters that statements name themselves, by their subject or examinations."""
    named: dict[str, list[Statement]] = {}
    for statement in statements:
        for name in names_of(statement):
            named.setdefault(name, []).append(statement)
    for name, about in named.items():
        opposed = tuple(s.id for s in about if s.strength is Strength.MUST_NOT)
        asked = tuple(s.id for s in about if s.strength in ASKING and s.action in DOING)
        if asked and opposed:
            yield Matter(name, asked, opposed)


def names_of(statement: Statement) -> tuple[str, ...]:
    """Return the matters of one statement; an examination and its subject are one name."""
    exams = (str(exam).replace("_", "-") for exam in statement.exams)
    return tuple(dict.fromkeys(name for name in (statement.subject, *exams) if name))
