"""Section 24.1: method, literature search, and what the grades mean."""

from __future__ import annotations

from ariane.facts.evidence import EVIDENCE_STUDY_TYPE, EXPERT_AGREEMENT_PCT, RECOMMENDATION_GRADED
from ariane.facts.thresholds import EXPERT_AGREEMENT_MINIMUM
from ariane.guideline.statement import Action, OnUnknown, Statement, Strength
from ariane.guideline.tncd24.printed_content import EvidenceLevel, LiteratureSearch, Sources
from ariane.logic.expression import ALWAYS

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.1-K1",
        section="24.1",
        lines=((1, 9),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
        data=Sources(("FFCD", "GERCOR", "SFCD", "SFED", "ACHBT", "AFC", "RENAPE", "ESMO", "NCCN")),
    ),
    Statement(
        id="S24.1-K2",
        section="24.1",
        lines=((10, 17),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
        ambiguities=("A67",),
        data=LiteratureSearch(
            "PubMed",
            "2024-05",
            ("Cancer of unknown primary", "Liver metastasis", "Peritoneal carcinomatosis"),
        ),
    ),
    Statement(
        id="S24.1-G1",
        section="24.1",
        lines=((18, 26),),
        strength=Strength.STATEMENT,
        action=Action.CLASSIFICATION,
        when=EVIDENCE_STUDY_TYPE.one_of("rct_high_power", "meta_analysis_rct", "decision_analysis"),
        on_unknown=OnUnknown.LIST_MISSING,
        citations=("HAS2013",),
        data=EvidenceLevel(1),
    ),
    Statement(
        id="S24.1-G2",
        section="24.1",
        lines=((27, 30),),
        strength=Strength.STATEMENT,
        action=Action.CLASSIFICATION,
        when=EVIDENCE_STUDY_TYPE.one_of("rct_low_power", "non_randomised_comparative", "cohort"),
        on_unknown=OnUnknown.LIST_MISSING,
        citations=("HAS2013",),
        data=EvidenceLevel(2),
    ),
    Statement(
        id="S24.1-G3",
        section="24.1",
        lines=((31, 32),),
        strength=Strength.STATEMENT,
        action=Action.CLASSIFICATION,
        when=EVIDENCE_STUDY_TYPE.is_("case_control"),
        on_unknown=OnUnknown.LIST_MISSING,
        citations=("HAS2013",),
        data=EvidenceLevel(3),
    ),
    Statement(
        id="S24.1-G4",
        section="24.1",
        lines=((33, 38),),
        strength=Strength.STATEMENT,
        action=Action.CLASSIFICATION,
        when=EVIDENCE_STUDY_TYPE.one_of(
            "comparative_major_bias", "retrospective", "case_series", "descriptive_epidemiology"
        ),
        on_unknown=OnUnknown.LIST_MISSING,
        citations=("HAS2013",),
        data=EvidenceLevel(4),
    ),
    Statement(
        id="S24.1-G5",
        section="24.1",
        lines=((39, 40),),
        strength=Strength.STATEMENT,
        action=Action.CLASSIFICATION,
        when=(EXPERT_AGREEMENT_PCT >= EXPERT_AGREEMENT_MINIMUM),
        on_unknown=OnUnknown.LIST_MISSING,
    ),
    Statement(
        id="S24.1-G6",
        section="24.1",
        lines=((41, 43),),
        strength=Strength.STATEMENT,
        action=Action.CLASSIFICATION,
        when=~RECOMMENDATION_GRADED,
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A69",),
    ),
)
