"""What was wrong with a case file, in words: where, what, what was expected, what was meant."""

from __future__ import annotations

from ariane.case.problems import CaseError, Problem
from ariane.wording.catalogue import say
from ariane.wording.language import Language


def refusal(error: CaseError, language: Language) -> str:
    """Return all problems of a case file, one a line, under a heading."""
    count = len(error.problems)
    head = say("refusal.heading", language, source=error.source, count=count)
    return "\n".join((head, *(f"  - {problem_words(p, language)}" for p in error.problems)))


def problem_words(problem: Problem, language: Language) -> str:
    """Return one problem as a sentence."""
    said = say(f"problem.{problem.kind}", language, value=problem.value, expected=problem.expected)
    where = problem.place
    if problem.line is not None:
        line = say("refusal.line", language, line=problem.line)
        where = f"{where} ({line})" if where else line
    parts = [say("phrase.is", language, label=where, value=said) if where else said]
    if problem.nearest:
        names = say("word.or", language).join(problem.nearest)
        parts.append(say("refusal.nearest", language, names=names))
    return " ".join(parts)
