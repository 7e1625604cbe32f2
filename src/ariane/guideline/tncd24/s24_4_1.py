"""Non-specific systemic treatments: fitness, first line, later lines (24.4 to 24.4.1.2)."""

from __future__ import annotations

from ariane.facts.molecular import ACTIONABLE_ALTERATION, TISSUE_OF_ORIGIN_IDENTIFIED
from ariane.facts.pathology import CLINICOPATHOLOGICAL_ENTITY
from ariane.facts.person import COMORBIDITIES_ASSESSED, ECOG_PS
from ariane.facts.thresholds import PS_FIRST_LINE, PS_LATER_LINES
from ariane.facts.treatment import PRIOR_GEMCITABINE, PRIOR_PLATINUM, PRIOR_TAXANE, TREATMENT_PHASE
from ariane.guideline.statement import Action, Grade, OnUnknown, Statement, Strength
from ariane.guideline.tncd24.treatment_evidence import (
    BEVACIZUMAB_ERLOTINIB,
    DOUBLETS_OUTCOME,
    META_ANALYSIS,
    NIVOLUMAB,
    PLATINUM_DOUBLETS,
    Share,
)
from ariane.logic.expression import ALWAYS

FIT_FOR_LATER_LINE = (
    TREATMENT_PHASE.is_("second_line_or_later")
    & CLINICOPATHOLOGICAL_ENTITY.is_("unfavourable")
    & (ECOG_PS <= PS_LATER_LINES)
)


STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.4-L1",
        section="24.4",
        lines=((628, 628),),
        strength=Strength.STATEMENT,
        action=Action.LINK,
        when=ALWAYS,
        ambiguities=("A21",),
    ),
    Statement(
        id="S24.4.1-D1",
        section="24.4.1",
        lines=((628, 631),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.CHECKLIST,
        when=TREATMENT_PHASE.one_of("before_treatment", "first_line", "second_line_or_later"),
        fulfilled_when=ECOG_PS.is_known() & COMORBIDITIES_ASSESSED,
        on_unknown=OnUnknown.BLOCK,
        printed="doit",
        ambiguities=("A01",),
    ),
    Statement(
        id="S24.4.1-C1",
        section="24.4.1",
        lines=((630, 631),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.RULE,
        when=(ECOG_PS <= PS_FIRST_LINE),
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A01",),
    ),
    Statement(
        id="S24.4.1-W1",
        section="24.4.1",
        lines=(
            (630, 631),
            (655, 656),
            (1056, 1059),
        ),
        strength=Strength.SAFETY,
        action=Action.WARNING,
        when=ECOG_PS.equals(2),
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A01",),
    ),
    Statement(
        id="S24.4.1-M1",
        section="24.4.1",
        lines=((632, 635),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.CLASSIFICATION,
        when=CLINICOPATHOLOGICAL_ENTITY.is_not("unfavourable"),
        on_unknown=OnUnknown.LIST_MISSING,
        printed="doit",
        ambiguities=("A33",),
        data=Share(10, 15),
    ),
    Statement(
        id="S24.4.1.1-D1",
        section="24.4.1.1",
        lines=(
            (636, 641),
            (649, 652),
        ),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.TREATMENT,
        when=TREATMENT_PHASE.one_of("before_treatment", "first_line")
        & CLINICOPATHOLOGICAL_ENTITY.is_("unfavourable")
        & ~TISSUE_OF_ORIGIN_IDENTIFIED
        & ~ACTIONABLE_ALTERATION
        & (ECOG_PS <= PS_FIRST_LINE),
        on_unknown=OnUnknown.STAY_SILENT,
        printed="standard",
        subject="first-line-platinum",
        citations=(
            "Greco2000",
            "Culine2003",
            "Kramer2023",
        ),
        ambiguities=(
            "A61",
            "A82",
            "A86",
            "A01",
            "A12",
        ),
        data=PLATINUM_DOUBLETS,
    ),
    Statement(
        id="S24.4.1.1-K1",
        section="24.4.1.1",
        lines=((640, 641),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
        citations=("Culine2003",),
        data=DOUBLETS_OUTCOME,
    ),
    Statement(
        id="S24.4.1.1-K2",
        section="24.4.1.1",
        lines=((642, 644),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
        citations=(
            "Dowell2001",
            "Hainsworth2010",
            "Holtan2012",
        ),
    ),
    Statement(
        id="S24.4.1.1-K3",
        section="24.4.1.1",
        lines=((645, 648),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
        citations=("Golfinopoulos2009",),
        ambiguities=("A45",),
        data=META_ANALYSIS,
    ),
    Statement(
        id="S24.4.1.2-D1",
        section="24.4.1.2",
        lines=((653, 656),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.TREATMENT,
        when=FIT_FOR_LATER_LINE,
        on_unknown=OnUnknown.STAY_SILENT,
        printed="n'est indiqué qu'en cas de",
        tentative=True,
        subject="later-lines",
        ambiguities=("A01",),
    ),
    Statement(
        id="S24.4.1.2-W1",
        section="24.4.1.2",
        lines=((655, 656),),
        strength=Strength.MUST_NOT,
        grade=Grade.EXPERT_OPINION,
        action=Action.WARNING,
        when=TREATMENT_PHASE.is_("second_line_or_later") & (ECOG_PS > PS_LATER_LINES),
        on_unknown=OnUnknown.LIST_MISSING,
        printed="n'est indiqué qu'en cas de",
        subject="later-lines",
    ),
    Statement(
        id="S24.4.1.2-D2",
        section="24.4.1.2",
        lines=((657, 658),),
        strength=Strength.OPTION,
        grade=Grade.EXPERT_OPINION,
        action=Action.TREATMENT,
        when=FIT_FOR_LATER_LINE & (~PRIOR_TAXANE | ~PRIOR_PLATINUM),
        on_unknown=OnUnknown.STAY_SILENT,
        printed="option",
        subject="later-lines",
    ),
    Statement(
        id="S24.4.1.2-D3",
        section="24.4.1.2",
        lines=((658, 659),),
        strength=Strength.OPTION,
        grade=Grade.EXPERT_OPINION,
        action=Action.TREATMENT,
        when=FIT_FOR_LATER_LINE & ~PRIOR_GEMCITABINE,
        on_unknown=OnUnknown.STAY_SILENT,
        printed="autre possibilité",
        subject="later-lines",
    ),
    Statement(
        id="S24.4.1.2-T1",
        section="24.4.1.2",
        lines=((660, 661),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
        citations=("Tanizaki2022",),
        data=NIVOLUMAB,
    ),
    Statement(
        id="S24.4.1.2-T2",
        section="24.4.1.2",
        lines=((662, 664),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
        citations=("Hainsworth2007",),
        ambiguities=("A43",),
        data=BEVACIZUMAB_ERLOTINIB,
    ),
    Statement(
        id="S24.4.1.2-W2",
        section="24.4.1.2",
        lines=((665, 666),),
        strength=Strength.STATEMENT,
        action=Action.WARNING,
        when=TREATMENT_PHASE.is_("second_line_or_later"),
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=(
            "A46",
            "A06",
        ),
    ),
)
