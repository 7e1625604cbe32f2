"""Where the text contradicts itself, or is silent, for this very patient.

An ambiguity touches a patient when a conditional statement that it bears on holds, or when the
patient stands exactly in its gap: at a bound that two passages draw differently, where no statement
holds at all.
"""

from __future__ import annotations

from collections.abc import Mapping

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
from ariane.guideline.tncd24.ambiguities import AMBIGUITIES, Priority
from ariane.logic.evaluate import Values, evaluate
from ariane.logic.expression import Always, Expression
from ariane.logic.truth import Truth

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


def conflicts(known: Values, assessed: Mapping[str, Assessed]) -> tuple[Conflict, ...]:
    """Return the ambiguities that touch a patient, the gravest first."""
    found = []
    for ambiguity in AMBIGUITIES:
        live = [assessed[name] for name in ambiguity.statements if name in assessed]
        holding = [entry for entry in live if _holds(entry)]
        gap = GAPS.get(ambiguity.id)
        if gap is not None and evaluate(gap, known) is True:
            holding = holding or live
        if holding:
            found.append(Conflict(ambiguity, tuple(entry.id for entry in holding)))
    return tuple(sorted(found, key=lambda c: (ORDER[c.ambiguity.priority], c.ambiguity.id)))


def _holds(entry: Assessed) -> bool:
    return entry.settled_truth is Truth.HOLDS and not isinstance(entry.statement.when, Always)
