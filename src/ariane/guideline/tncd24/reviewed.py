"""The chapter as a review looks at it."""

from __future__ import annotations

from ariane.guideline.lint.knowledge import Knowledge
from ariane.guideline.tncd24.algorithms import ALGORITHMS
from ariane.guideline.tncd24.ambiguities import AMBIGUITIES
from ariane.guideline.tncd24.chapter import statements
from ariane.guideline.tncd24.explanations import EXPLANATIONS
from ariane.guideline.tncd24.matters import MATTERS
from ariane.guideline.tncd24.partitions import PARTITIONS


def reviewed_chapter() -> Knowledge:
    """Return the chapter with everything that is claimed and explained of it."""
    return Knowledge(statements(), ALGORITHMS, AMBIGUITIES, PARTITIONS, MATTERS, EXPLANATIONS)
