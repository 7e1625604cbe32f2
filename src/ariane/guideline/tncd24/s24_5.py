"""The indication boxes: systemic and locoregional treatments (24.5.1, 24.5.2)."""

from __future__ import annotations

from typing import NamedTuple

from ariane.facts.board import (
    CUP_BOARD_VALIDATED,
    LOCAL_MOLECULAR_BOARD_VALIDATED,
    RENAPE_BOARD_VALIDATED,
)
from ariane.facts.disease_extent import (
    ALL_LESIONS_LOCALLY_TREATABLE,
    LIVER_DISEASE_ISOLATED,
    OLIGOMETASTATIC,
    PERITONEAL_DISEASE_ISOLATED,
    PERITONEAL_RESECTABILITY,
)
from ariane.facts.molecular import (
    ACTIONABLE_ALTERATION,
    MSI_STATUS,
    PATHOLOGICAL_ORIENTATION,
    TISSUE_OF_ORIGIN_IDENTIFIED,
    TMB_MUT_PER_MB,
)
from ariane.facts.pathology import HISTOLOGY_TYPE
from ariane.facts.person import ECOG_PS
from ariane.facts.thresholds import PS_LATER_LINES, PS_SUPPORTIVE_CARE, TMB_HIGH
from ariane.facts.treatment import TREATMENT_PHASE
from ariane.guideline.statement import Action, Grade, OnUnknown, Statement, Strength
from ariane.guideline.tncd24.treatment_evidence import FOLFIRINEC, Design, Line, RecruitingTrial
from ariane.logic.expression import ALWAYS


class TrialContact(NamedTuple):
    """The coordinator of a trial, the town, and the web page, as printed."""

    coordinator: str
    town: str
    url: str


class TrialInBox(NamedTuple):
    """A trial as the indication box describes it, for metastatic disease, and its contact.

    `with_molecular_profile` says that the trial includes a molecular profile.
    """

    trial: RecruitingTrial
    design: Design
    line: Line
    with_molecular_profile: bool
    contact: TrialContact


FOLFIRINEC_CONTACT = TrialContact(
    coordinator="Dr Julien Hadoux",
    town="Villejuif",
    url="https://www.reseau-gte.org/protocole/folfiri-nec/",
)
FOLFIRINEC_IN_BOX = TrialInBox(
    trial=FOLFIRINEC,
    design="randomised_phase_2",
    line="first_line",
    with_molecular_profile=True,
    contact=FOLFIRINEC_CONTACT,
)
BOARD_VALIDATED = CUP_BOARD_VALIDATED | LOCAL_MOLECULAR_BOARD_VALIDATED
ORIGIN_OR_TARGET = TISSUE_OF_ORIGIN_IDENTIFIED | ACTIONABLE_ALTERATION
MSI_OR_HIGH_TMB = MSI_STATUS.is_("msi_h_dmmr") | (TMB_MUT_PER_MB > TMB_HIGH)
NOT_FOR_SUPPORTIVE_CARE = ECOG_PS <= PS_LATER_LINES


STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.5.1-L1",
        section="24.5.1",
        lines=((876, 877),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
        ambiguities=("A21",),
    ),
    Statement(
        id="S24.5.1-R1",
        section="24.5.1",
        lines=((878, 881),),
        strength=Strength.REFERENCE,
        grade=Grade.B,
        action=Action.TREATMENT,
        when=~PATHOLOGICAL_ORIENTATION
        & ~TISSUE_OF_ORIGIN_IDENTIFIED
        & ~ACTIONABLE_ALTERATION
        & NOT_FOR_SUPPORTIVE_CARE,
        on_unknown=OnUnknown.STAY_SILENT,
        subject="first-line-platinum",
        ambiguities=(
            "A01",
            "A12",
            "A82",
            "A83",
        ),
    ),
    Statement(
        id="S24.5.1-O1",
        section="24.5.1",
        lines=((882, 885),),
        strength=Strength.OPTION,
        grade=Grade.B,
        action=Action.TREATMENT,
        when=ORIGIN_OR_TARGET & BOARD_VALIDATED & NOT_FOR_SUPPORTIVE_CARE,
        on_unknown=OnUnknown.STAY_SILENT,
        subject="oriented-treatment",
        ambiguities=(
            "A12",
            "A60",
            "A01",
            "A77",
        ),
    ),
    Statement(
        id="S24.5.1-W1",
        section="24.5.1",
        lines=((883, 887),),
        strength=Strength.SAFETY,
        action=Action.WARNING,
        when=(ORIGIN_OR_TARGET | MSI_OR_HIGH_TMB) & ~BOARD_VALIDATED,
        on_unknown=OnUnknown.BLOCK,
    ),
    Statement(
        id="S24.5.1-O2",
        section="24.5.1",
        lines=((886, 887),),
        strength=Strength.OPTION,
        grade=Grade.EXPERT_OPINION,
        action=Action.TREATMENT,
        when=MSI_OR_HIGH_TMB & BOARD_VALIDATED & NOT_FOR_SUPPORTIVE_CARE,
        on_unknown=OnUnknown.STAY_SILENT,
        subject="immunotherapy-msi-tmb",
        ambiguities=(
            "A06",
            "A46",
            "A01",
            "A77",
        ),
    ),
    Statement(
        id="S24.5.1-O3",
        section="24.5.1",
        lines=((888, 888),),
        strength=Strength.OPTION,
        grade=Grade.EXPERT_AGREEMENT,
        action=Action.TREATMENT,
        when=(ECOG_PS >= PS_SUPPORTIVE_CARE),
        on_unknown=OnUnknown.STAY_SILENT,
        subject="supportive-care",
        ambiguities=(
            "A77",
            "A01",
            "A81",
        ),
    ),
    Statement(
        id="S24.5.1-T1",
        section="24.5.1",
        lines=((889, 894),),
        strength=Strength.TRIAL,
        action=Action.TRIAL,
        when=HISTOLOGY_TYPE.is_("nec_poorly_differentiated")
        & TREATMENT_PHASE.one_of("before_treatment", "first_line"),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="nec-trial",
        ambiguities=("A05",),
        data=FOLFIRINEC_IN_BOX,
    ),
    Statement(
        id="S24.5.1-L2",
        section="24.5.1",
        lines=((893, 894),),
        strength=Strength.STATEMENT,
        action=Action.LINK,
        when=ALWAYS,
        data=FOLFIRINEC_CONTACT,
    ),
    Statement(
        id="S24.5.2-R1",
        section="24.5.2",
        lines=((895, 897),),
        strength=Strength.REFERENCE,
        action=Action.INFORMATION,
        when=ALWAYS,
    ),
    Statement(
        id="S24.5.2-O1",
        section="24.5.2",
        lines=((898, 900),),
        strength=Strength.OPTION,
        grade=Grade.EXPERT_OPINION,
        action=Action.TREATMENT,
        when=PERITONEAL_DISEASE_ISOLATED
        & PERITONEAL_RESECTABILITY.is_("resectable_confirmed")
        & RENAPE_BOARD_VALIDATED,
        on_unknown=OnUnknown.STAY_SILENT,
        subject="cytoreduction",
        ambiguities=("A10",),
    ),
    Statement(
        id="S24.5.2-O2",
        section="24.5.2",
        lines=((901, 902),),
        strength=Strength.OPTION,
        grade=Grade.EXPERT_OPINION,
        action=Action.TREATMENT,
        when=LIVER_DISEASE_ISOLATED & OLIGOMETASTATIC & ALL_LESIONS_LOCALLY_TREATABLE,
        on_unknown=OnUnknown.STAY_SILENT,
        subject="local-liver-treatment",
        ambiguities=(
            "A08",
            "A75",
        ),
    ),
    Statement(
        id="S24.5.2-T1",
        section="24.5.2",
        lines=((903, 904),),
        strength=Strength.TRIAL,
        action=Action.INFORMATION,
        when=ALWAYS,
    ),
)
