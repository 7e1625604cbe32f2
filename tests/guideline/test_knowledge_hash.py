"""The hash of the knowledge moves with all that can move a result, and with nothing else."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from ariane.facts.constraints import FORBIDDEN
from ariane.facts.person import ECOG_PS
from ariane.facts.vocabulary import VOCABULARY
from ariane.guideline.algorithm import Override
from ariane.guideline.statement import Grade
from ariane.guideline.tncd24.algorithms import ALGORITHMS
from ariane.guideline.tncd24.ambiguities import AMBIGUITIES, Priority
from ariane.guideline.tncd24.chapter import statements
from ariane.guideline.tncd24.knowledge_hash import hash_of, knowledge_sha256
from ariane.guideline.tncd24.safeguards import SAFEGUARDS
from ariane.logic.expression import ALWAYS
from ariane.logic.fact import BoolFact, EnumFact


def hashed(**other: Any) -> str:
    parts: dict[str, Any] = {
        "written": statements(),
        "vocabulary": VOCABULARY,
        "forbidden": FORBIDDEN,
        "algorithms": ALGORITHMS,
        "ambiguities": AMBIGUITIES,
        "safeguards": SAFEGUARDS,
    }
    return hash_of(**parts | other)


def with_arrow(**changes: Any) -> str:
    """Return the hash with the first arrow of Algorithm 2 changed."""
    first, second, third = ALGORITHMS
    arrow, *others = second.edges
    return hashed(
        algorithms=(first, replace(second, edges=(arrow._replace(**changes), *others)), third)
    )


def changed_fact(name: str) -> tuple[Any, ...]:
    return tuple(
        EnumFact(name, allowed=("here", "there")) if fact.name == name else fact
        for fact in VOCABULARY
    )


first_statement, *other_statements = statements()
first_ambiguity, *other_ambiguities = AMBIGUITIES
CHANGES = {
    "the condition of an arrow": lambda: with_arrow(when=ECOG_PS < 2),
    "an arrow that becomes deduced": lambda: with_arrow(inferred=True),
    "the target of an arrow": lambda: with_arrow(target="A2_ext"),
    "what holds an arrow back": lambda: with_arrow(overridden_by=Override("A01", ECOG_PS > 2)),
    "an ambiguity that is gone": lambda: hashed(ambiguities=other_ambiguities),
    "the priority of an ambiguity": lambda: hashed(
        ambiguities=(replace(first_ambiguity, priority=Priority.LOW), *other_ambiguities)
    ),
    "the condition of a statement": lambda: hashed(
        written=(replace(first_statement, when=ECOG_PS < 2), *other_statements)
    ),
    "the grade of a statement": lambda: hashed(
        written=(replace(first_statement, grade=Grade.C), *other_statements)
    ),
    "the typed content of a statement": lambda: hashed(
        written=(replace(first_statement, data=("mg/m²", 75)), *other_statements)
    ),
    "an exclusion that is gone": lambda: hashed(forbidden=FORBIDDEN[:-1]),
    "the values of a fact": lambda: hashed(vocabulary=changed_fact("sex")),
    "a fact more": lambda: hashed(vocabulary=(*VOCABULARY, BoolFact("new"))),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_the_knowledge_changes_the_hash(change: str) -> None:
    assert CHANGES[change]() != knowledge_sha256()


def test_the_same_knowledge_has_the_same_hash() -> None:
    copied = replace(ALGORITHMS[1], edges=tuple(edge._replace() for edge in ALGORITHMS[1].edges))
    assert hashed(algorithms=(ALGORITHMS[0], copied, ALGORITHMS[2])) == knowledge_sha256()


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_hash_does_not_depend_on_the_process(seed: str) -> None:
    code = "from ariane.guideline.tncd24.knowledge_hash import *; print(knowledge_sha256())"
    words = [sys.executable, "-c", code]
    environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)}
    said = subprocess.run(words, capture_output=True, text=True, check=True, env=environment)
    assert said.stdout.strip() == knowledge_sha256()


def test_a_safeguard_that_is_lifted_changes_it() -> None:
    first, *others = SAFEGUARDS
    lifted = replace(first, unless=ALWAYS)
    assert hashed(safeguards=(lifted, *others)) != hashed()
