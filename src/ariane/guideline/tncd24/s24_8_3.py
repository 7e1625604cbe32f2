"""Algorithm 3: medical care of peritoneal or liver metastases of unknown primary (24.8.3)."""

from __future__ import annotations

from ariane.facts.board import CUP_BOARD_VALIDATED, LOCAL_MOLECULAR_BOARD_VALIDATED
from ariane.facts.disease_extent import (
    LIVER_METASTASES,
    OLIGOMETASTATIC,
    PERITONEAL_METASTASES,
    PRIMARY_IDENTIFIED,
)
from ariane.facts.molecular import (
    ACTIONABLE_ALTERATION,
    MOLECULAR_PROFILE_STATUS,
    MSI_STATUS,
    TISSUE_OF_ORIGIN_IDENTIFIED,
    TMB_MUT_PER_MB,
)
from ariane.facts.pathology import CLINICOPATHOLOGICAL_ENTITY, COLORECTAL_PROFILE
from ariane.facts.person import ECOG_PS
from ariane.facts.thresholds import PS_SUPPORTIVE_CARE, TMB_HIGH
from ariane.guideline.statement import Action, OnUnknown, Statement, Strength

UNFAVOURABLE = CLINICOPATHOLOGICAL_ENTITY.is_("unfavourable")
UNFAVOURABLE_FIT = UNFAVOURABLE & (ECOG_PS < PS_SUPPORTIVE_CARE)
BOARD_VALIDATED = CUP_BOARD_VALIDATED | LOCAL_MOLECULAR_BOARD_VALIDATED
"""The condition of box 24.5.1, which Algorithm 3 does not print."""

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.8.3-D1",
        section="24.8.3",
        lines=((1017, 1023),),
        strength=Strength.ALGORITHM,
        action=Action.ALGORITHM,
        when=(LIVER_METASTASES | PERITONEAL_METASTASES) & ~PRIMARY_IDENTIFIED,
        on_unknown=OnUnknown.LIST_MISSING,
    ),
    Statement(
        id="S24.8.3-D2",
        section="24.8.3",
        lines=((1024, 1030),),
        strength=Strength.ALGORITHM,
        action=Action.TREATMENT,
        when=OLIGOMETASTATIC,
        on_unknown=OnUnknown.STAY_SILENT,
        ambiguities=(
            "A08",
            "A78",
        ),
    ),
    Statement(
        id="S24.8.3-D3",
        section="24.8.3",
        lines=((1031, 1037),),
        strength=Strength.ALGORITHM,
        action=Action.TREATMENT,
        when=COLORECTAL_PROFILE,
        on_unknown=OnUnknown.STAY_SILENT,
        ambiguities=(
            "A15",
            "A88",
        ),
    ),
    Statement(
        id="S24.8.3-D4",
        section="24.8.3",
        lines=(
            (1038, 1040),
            (1042, 1047),
        ),
        strength=Strength.ALGORITHM,
        action=Action.TREATMENT,
        when=CLINICOPATHOLOGICAL_ENTITY.is_("serous_ovarian_peritoneal"),
        on_unknown=OnUnknown.STAY_SILENT,
        ambiguities=(
            "A38",
            "A87",
        ),
    ),
    Statement(
        id="S24.8.3-D5",
        section="24.8.3",
        lines=(
            (1041, 1041),
            (1048, 1052),
        ),
        strength=Strength.ALGORITHM,
        action=Action.TREATMENT,
        when=CLINICOPATHOLOGICAL_ENTITY.is_("net_profile"),
        on_unknown=OnUnknown.STAY_SILENT,
        ambiguities=("A05",),
    ),
    Statement(
        id="S24.8.3-D6",
        section="24.8.3",
        lines=((1053, 1058),),
        strength=Strength.ALGORITHM,
        action=Action.TREATMENT,
        when=UNFAVOURABLE & (ECOG_PS >= PS_SUPPORTIVE_CARE),
        on_unknown=OnUnknown.STAY_SILENT,
        ambiguities=(
            "A77",
            "A01",
            "A81",
        ),
    ),
    Statement(
        id="S24.8.3-D7",
        section="24.8.3",
        lines=(
            (1053, 1055),
            (1059, 1063),
        ),
        strength=Strength.ALGORITHM,
        action=Action.EXAM,
        when=UNFAVOURABLE_FIT,
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A01",),
    ),
    Statement(
        id="S24.8.3-D8",
        section="24.8.3",
        lines=(
            (1064, 1067),
            (1073, 1074),
        ),
        strength=Strength.ALGORITHM,
        action=Action.TREATMENT,
        when=UNFAVOURABLE_FIT
        & MOLECULAR_PROFILE_STATUS.is_("available")
        & ~TISSUE_OF_ORIGIN_IDENTIFIED
        & ~ACTIONABLE_ALTERATION,
        on_unknown=OnUnknown.STAY_SILENT,
    ),
    Statement(
        id="S24.8.3-D9",
        section="24.8.3",
        lines=(
            (1068, 1069),
            (1075, 1077),
        ),
        strength=Strength.ALGORITHM,
        action=Action.TREATMENT,
        when=UNFAVOURABLE_FIT & TISSUE_OF_ORIGIN_IDENTIFIED & BOARD_VALIDATED,
        on_unknown=OnUnknown.STAY_SILENT,
        ambiguities=("A12",),
    ),
    Statement(
        id="S24.8.3-D10",
        section="24.8.3",
        lines=(
            (1070, 1072),
            (1078, 1079),
        ),
        strength=Strength.ALGORITHM,
        action=Action.TREATMENT,
        when=UNFAVOURABLE_FIT & ACTIONABLE_ALTERATION & BOARD_VALIDATED,
        on_unknown=OnUnknown.STAY_SILENT,
        ambiguities=("A12",),
    ),
    Statement(
        id="S24.8.3-D11",
        section="24.8.3",
        lines=(
            (1080, 1083),
            (1073, 1074),
        ),
        strength=Strength.ALGORITHM,
        action=Action.TREATMENT,
        when=UNFAVOURABLE_FIT
        & MOLECULAR_PROFILE_STATUS.one_of("not_available", "pending", "not_requested"),
        on_unknown=OnUnknown.STAY_SILENT,
        ambiguities=(
            "A12",
            "A47",
        ),
    ),
    Statement(
        id="S24.8.3-W1",
        section="24.8.3",
        lines=((1064, 1079),),
        strength=Strength.SAFETY,
        action=Action.WARNING,
        when=UNFAVOURABLE & TISSUE_OF_ORIGIN_IDENTIFIED & ACTIONABLE_ALTERATION,
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A12",),
    ),
    Statement(
        id="S24.8.3-W2",
        section="24.8.3",
        lines=((1024, 1052),),
        strength=Strength.SAFETY,
        action=Action.WARNING,
        when=CLINICOPATHOLOGICAL_ENTITY.one_of(
            "nec_poorly_differentiated", "mesothelioma", "endometrial"
        ),
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=(
            "A57",
            "A58",
            "A05",
        ),
    ),
    Statement(
        id="S24.8.3-W3",
        section="24.8.3",
        lines=(
            (880, 887),
            (1070, 1079),
        ),
        strength=Strength.SAFETY,
        action=Action.WARNING,
        when=(MSI_STATUS.is_("msi_h_dmmr") | (TMB_MUT_PER_MB > TMB_HIGH)) & ~ACTIONABLE_ALTERATION,
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A06",),
    ),
)
