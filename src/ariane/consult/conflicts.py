"""Where the text contradicts itself, or is silent, for this very patient.

An ambiguity touches a patient when a conditional statement that it bears on holds, or when the
patient stands exactly in its gap: at a bound that two passages draw differently, where no statement
holds at all. An ambiguity of how a figure is to be read bears on unconditional statements alone: it
touches a patient whose way the figure draws.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, partial

from ariane.consult.consultation import Conflict
from ariane.facts.disease_extent import (
    ALL_LESIONS_LOCALLY_TREATABLE,
    METASTASIS_COUNT,
    OLIGOMETASTATIC,
    PERITONEAL_DISEASE_ISOLATED,
    PERITONEAL_RESECTABILITY,
)
from ariane.facts.imaging import OVARY_MAX_SIZE_CM
from ariane.facts.molecular import TMB_MUT_PER_MB
from ariane.facts.pathology import CLINICOPATHOLOGICAL_ENTITY, COLORECTAL_PROFILE
from ariane.facts.person import DISEASE_TEMPO, ECOG_PS, GENERAL_CONDITION, SYMPTOM_BURDEN
from ariane.facts.surgery import (
    INTRAOPERATIVE_PRIMARY,
    PERITONEAL_HISTOLOGY_FAVOURABLE,
    SMALL_BOWEL_RUN,
)
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
from ariane.logic.warming import evaluator

GAPS: Mapping[str, Expression] = {
    "A01": ECOG_PS.equals(PS_EXPLORATION_BELOW),
    "A06": TMB_MUT_PER_MB.equals(TMB_HIGH),
    "A08": METASTASIS_COUNT.equals(OLIGOMETASTATIC_BELOW),
    "A42": PERITONEAL_DISEASE_ISOLATED & INTRAOPERATIVE_PRIMARY.is_("none") & ~SMALL_BOWEL_RUN,
    "A50": (OVARY_MAX_SIZE_CM >= OVARIAN_METASTASIS_SIZE)
    & (OVARY_MAX_SIZE_CM <= OVARIAN_METASTASIS_SIZE_LARGEST),
    "A71": PERITONEAL_DISEASE_ISOLATED
    & GENERAL_CONDITION.is_("preserved")
    & SYMPTOM_BURDEN.is_("severe")
    & DISEASE_TEMPO.one_of("intermediate", "rapid"),
    "A89": PERITONEAL_DISEASE_ISOLATED
    & (ECOG_PS < PS_EXPLORATION_BELOW)
    & PERITONEAL_RESECTABILITY.one_of("resectable_confirmed", "unresectable_confirmed"),
    "A90": PERITONEAL_DISEASE_ISOLATED
    & PERITONEAL_HISTOLOGY_FAVOURABLE
    & PERITONEAL_RESECTABILITY.one_of("potentially_resectable", "unresectable_at_outset"),
    "A92": OLIGOMETASTATIC & ~ALL_LESIONS_LOCALLY_TREATABLE,
    "A93": CLINICOPATHOLOGICAL_ENTITY.is_("colorectal_profile") & ~COLORECTAL_PROFILE,
}
"""Patients who stand where two passages leave nothing: no statement holds, yet they are touched."""

FIGURES: Mapping[str, tuple[str, ...]] = {
    "A21": ("S24.8.1-D1", "S24.8.2-D1", "S24.8.3-D1"),
    "A84": ("S24.8.3-D2", "S24.8.3-D3", "S24.8.3-D4", "S24.8.3-D8", "S24.8.3-D11"),
}
"""Statements read off what is ambiguous: figures numbered twice, boxes that print "CT"."""

ORDER = {priority: index for index, priority in enumerate(Priority)}


Key = tuple[tuple[bool | None, ...], tuple[str, ...]]
"""The truths of the gaps, and the statements that hold."""


def conflicts(known: Values, holding: tuple[str, ...]) -> tuple[Conflict, ...]:
    """Return the ambiguities that touch a patient for whom these hold, the gravest first."""
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
        own = (*ambiguity.statements, *FIGURES.get(ambiguity.id, ()))
        live = [name for name in own if name in conditional]
        shown = [name for name in live if name in touched]
        if ambiguity.id in gap:
            shown = shown or live
        if shown:
            found.append(Conflict(ambiguity, tuple(shown)))
    return tuple(sorted(found, key=lambda c: (ORDER[c.ambiguity.priority], c.ambiguity.id)))
