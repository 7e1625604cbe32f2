"""Why an input of the laboratory was refused, one problem a line."""

from __future__ import annotations

from ariane.origin.refusal import InputProblem, InputRefused
from ariane.wording.catalogue import say, table
from ariane.wording.language import Language

TABLES = ("expression", "origin")
"""Wording tables that hold `refused.KIND`, the first that has it."""


def refusal_words(refused: InputRefused, language: Language) -> str:
    """Return all problems under a heading that names the file."""
    head = say("origin:refused", language, source=refused.source, count=len(refused.problems))
    return "\n".join((head, *(f"  - {_words(problem, language)}" for problem in refused.problems)))


def _words(problem: InputProblem, language: Language) -> str:
    key = f"refused.{problem.kind}"
    topic = next(name for name in TABLES if key in table(language, name))
    said = say(f"{topic}:{key}", language, value=problem.value, expected=problem.expected)
    return f"{say('origin:row', language, row=problem.place)} {said}" if problem.place else said
