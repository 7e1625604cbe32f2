"""Where the text contradicts itself, or is silent, for this very patient.

An ambiguity touches a patient when a conditional statement that it bears on holds, or when the
patient stands exactly in its gap: at a bound that two passages draw differently, where no statement
holds at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, partial

from ariane.consult.consultation import Assessed, Conflict
from ariane.facts.disease_extent import (
    ALL_LESIONS_LOCALLY_TREATABLE,
    METASTASIS_COUNT,
    OLIGOMETASTATIC,
    PERITONEAL_DISEASE_ISOLATED,
    PERITONEAL_RESECTABILITY,
)
from ariane.facts.imaging import OVARY_MAX_SIZE_CM
from ariane.facts.molecular import TMB_MUT_PER_MB
from ariane.facts.person import ECOG_PS
from ariane.facts.surgery import PERITONEAL_HISTOLOGY_FAVOURABLE
from ariane.facts.thresholds import (
    OLIGOMETASTATIC_BELOW,
    OVARIAN_METASTASIS_SIZE,
    OVARIAN_METASTASIS_SIZE_LARGEST,
    PS_EXPLORATION_BELOW,
    TMB_HIGH,
)
from ariane.guideline.statement import Statement
from ariane.guideline.tncd24.ambiguities import AMBIGUITIES, Priority
from ariane.guideline.tncd24.chapter import statements
from ariane.logic.compiled import Evaluator
from ariane.logic.evaluate import Values
from ariane.logic.expression import Always, Expression
from ariane.logic.memory import Memory
from ariane.logic.truth import Truth
from ariane.logic.warming import evaluator

GAPS: Mapping[str, Expression] = {
    "A01": ECOG_PS.equals(PS_EXPLORATION_BELOW),
    "A06": TMB_MUT_PER_MB.equals(TMB_HIGH),
    "A08": METASTASIS_COUNT.equals(OLIGOMETASTATIC_BELOW),
    "A50": (OVARY_MAX_SIZE_CM >= OVARIAN_METASTASIS_SIZE)
    & (OVARY_MAX_SIZE_CM <= OVARIAN_METASTASIS_SIZE_LARGEST),
    "A89": PERITONEAL_DISEASE_ISOLATED
    & (ECOG_PS < PS_EXPLORATION_BELOW)
    & PERITONEAL_RESECTABILITY.one_of("resectable_confirmed", "unresectable_confirmed"),
    "A90": PERITONEAL_DISEASE_ISOLATED
    & PERITONEAL_HISTOLOGY_FAVOURABLE
    & PERITONEAL_RESECTABILITY.is_("potentially_resectable"),
    "A92": OLIGOMETASTATIC & ~ALL_LESIONS_LOCALLY_TREATABLE,
}
"""Patients who stand where two passages leave nothing: no statement holds, yet they are touched."""

ORDER = {priority: index for index, priority in enumerate(Priority)}


Key = tuple[tuple[bool | None, ...], tuple[str, ...]]
"""The truths of the gaps, and the statements that hold."""


def conflicts(known: Values, assessed: Mapping[str, Assessed]) -> tuple[Conflict, ...]:
    """Return the ambiguities that touch a patient, the gravest first."""
    holds = Truth.HOLDS
    holding = tuple([name for name, entry in assessed.items() if entry.settled_truth is holds])
    gaps, memory = _remembered()
    return memory[gaps(known), holding]


@cache
def _remembered() -> tuple[Evaluator, Memory[Key, tuple[Conflict, ...]]]:
    return evaluator([*GAPS.values()]), Memory(partial(_touching, statements()))


def _touching(written: Sequence[Statement], key: Key) -> tuple[Conflict, ...]:
    gaps, holding = key
    conditional = {s.id: not isinstance(s.when, Always) for s in written}
    touched = {name for name in holding if conditional[name]}
    gap = {name for name, truth in zip(GAPS, gaps, strict=True) if truth is True}
    found = []
    for ambiguity in AMBIGUITIES:
        live = [name for name in ambiguity.statements if name in conditional]
        shown = [name for name in live if name in touched]
        if ambiguity.id in gap:
            shown = shown or live
        if shown:
            found.append(Conflict(ambiguity, tuple(shown)))
    return tuple(sorted(found, key=lambda c: (ORDER[c.ambiguity.priority], c.ambiguity.id)))
