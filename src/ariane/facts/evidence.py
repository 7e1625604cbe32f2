"""The evidence behind a statement; known to the knowledge base, asked of nobody."""

from __future__ import annotations

from typing import Literal, get_args

from ariane.facts.source import Source
from ariane.logic.fact import BoolFact, DecimalFact, EnumFact

RECOMMENDATION_GRADED = BoolFact("recommendation_graded", source=Source.KNOWLEDGE_BASE)
EXPERT_AGREEMENT_PCT = DecimalFact(
    "expert_agreement_pct", source=Source.KNOWLEDGE_BASE, unit="%", maximum=100
)
EvidenceStudyType = Literal[
    "rct_high_power",
    "meta_analysis_rct",
    "decision_analysis",
    "rct_low_power",
    "non_randomised_comparative",
    "cohort",
    "case_control",
    "comparative_major_bias",
    "retrospective",
    "case_series",
    "descriptive_epidemiology",
]
EVIDENCE_STUDY_TYPE = EnumFact[EvidenceStudyType](
    "evidence_study_type", source=Source.KNOWLEDGE_BASE, allowed=get_args(EvidenceStudyType)
)
