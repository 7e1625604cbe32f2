"""What pathology and immunohistochemistry are for in CUP (24.3.7.1)."""

from __future__ import annotations

from typing import NamedTuple

from ariane.guideline.statement import Action, Grade, Statement, Strength
from ariane.guideline.tncd24.tumour_entities import TumourSlug
from ariane.logic.expression import ALWAYS


class StainYield(NamedTuple):
    """How often immunohistochemistry orients the diagnosis, in percent.

    The denominator is undifferentiated malignant tumours; an orientation need not be an origin.
    """

    percent: int
    approximate: bool


class PrioritySites(NamedTuple):
    """Primaries to look for first: they have a specific treatment and a better prognosis."""

    sites: tuple[TumourSlug, ...]


STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.3.7.1-A1",
        section="24.3.7.1",
        lines=((417, 423),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.INFORMATION,
        when=ALWAYS,
        printed="nécessaire",
        citations=(
            "Bahrami2008",
            "Kramer2023",
        ),
    ),
    Statement(
        id="S24.3.7.1-K1",
        section="24.3.7.1",
        lines=((424, 426),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
        ambiguities=("A34",),
        data=StainYield(percent=90, approximate=True),
    ),
    Statement(
        id="S24.3.7.1-D1",
        section="24.3.7.1",
        lines=((427, 428),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.DIAGNOSIS,
        when=ALWAYS,
        printed="en priorité",
        data=PrioritySites(("breast", "ovary", "prostate", "thyroid")),
    ),
    Statement(
        id="S24.3.7.1-K2",
        section="24.3.7.1",
        lines=((429, 430),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
    ),
)
