"""Algorithm 1: liver metastases of unknown primary or intrahepatic cholangiocarcinoma (24.8.1)."""

from __future__ import annotations

from typing import NamedTuple

from ariane.facts.disease_extent import (
    EXTRAHEPATIC_DISEASE,
    LIVER_LESION_COUNT,
    LIVER_MAIN_LESION_COUNT,
    LIVER_METASTASES,
)
from ariane.facts.exams import Exam
from ariane.facts.imaging import (
    MRI_BILE_DUCT_INFILTRATION,
    MRI_BILIARY_DILATATION,
    MRI_CAPSULAR_RETRACTION,
    MRI_CENTRE_SIGNAL,
    MRI_LESIONS_DIFFUSE,
    MRI_LESIONS_ROUND,
    MRI_LIVER_DONE,
    MRI_LOCAL_NODES_PRESENT,
    MRI_MAIN_LESION_WITH_SATELLITES,
    MRI_NODES_MAX_HILAR_COELIAC,
)
from ariane.facts.pathology import HISTOLOGY_TYPE, IHC_BILIOPANCREATIC_COMPATIBLE
from ariane.facts.thresholds import MULTIPLE_LIVER_LESIONS
from ariane.guideline.statement import Action, OnUnknown, Statement, Strength


class MriSigns(NamedTuple):
    """Signs of one MRI box in printed order, and those that Ariane shows but does not count."""

    signs: tuple[str, ...]
    not_counted: tuple[str, ...] = ()


ENTRY = IHC_BILIOPANCREATIC_COMPATIBLE & HISTOLOGY_TYPE.is_("adenocarcinoma") & LIVER_METASTASES
ONE_OR_TWO_MAIN = ENTRY & LIVER_MAIN_LESION_COUNT.one_of(1, 2)
THREE_OR_MORE = ENTRY & (LIVER_LESION_COUNT >= MULTIPLE_LIVER_LESIONS)
THREE_OR_MORE_LIVER_ONLY = THREE_OR_MORE & ~EXTRAHEPATIC_DISEASE

CHOLANGIOCARCINOMA_SIGN = (
    MRI_BILE_DUCT_INFILTRATION
    | MRI_CAPSULAR_RETRACTION
    | MRI_BILIARY_DILATATION
    | MRI_NODES_MAX_HILAR_COELIAC
)
"""A sign of the first MRI box other than the centre, which the chapter reads both ways (A03)."""
PATTERN_A = MRI_MAIN_LESION_WITH_SATELLITES & (
    MRI_BILE_DUCT_INFILTRATION
    | MRI_CAPSULAR_RETRACTION
    | MRI_BILIARY_DILATATION
    | MRI_CENTRE_SIGNAL.is_("hypovascular")
    | MRI_NODES_MAX_HILAR_COELIAC
)
"""The second MRI box: a main lesion with satellites and at least one other sign."""
PATTERN_B = (
    MRI_LESIONS_DIFFUSE
    & MRI_LESIONS_ROUND
    & MRI_CENTRE_SIGNAL.is_("necrotic")
    & ~MRI_LOCAL_NODES_PRESENT
)
"""The third MRI box: all four signs."""

FIRST_BOX = MriSigns(
    (
        "bile_duct_infiltration",
        "capsular_retraction",
        "biliary_dilatation",
        "centre_hypovascular_or_necrotic",
        "nodes_max_hilar_and_pericoeliac",
    ),
    not_counted=("centre_hypovascular_or_necrotic",),
)
SECOND_BOX = MriSigns(
    (
        "main_lesion_with_satellites",
        "bile_duct_infiltration",
        "capsular_retraction",
        "biliary_dilatation",
        "centre_hypovascular",
        "nodes_max_hilar_and_pericoeliac",
    )
)
THIRD_BOX = MriSigns(("lesions_diffuse", "lesions_round", "centre_necrotic", "no_local_nodes"))

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.8.1-D1",
        section="24.8.1",
        lines=(
            (940, 942),
            (945, 948),
        ),
        strength=Strength.ALGORITHM,
        action=Action.ALGORITHM,
        when=ENTRY,
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=(
            "A04",
            "A29",
        ),
    ),
    Statement(
        id="S24.8.1-D2",
        section="24.8.1",
        lines=((949, 952),),
        strength=Strength.ALGORITHM,
        action=Action.ALGORITHM,
        when=ONE_OR_TWO_MAIN,
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A04",),
    ),
    Statement(
        id="S24.8.1-D3",
        section="24.8.1",
        lines=((952, 961),),
        strength=Strength.ALGORITHM,
        action=Action.DIAGNOSIS,
        when=ONE_OR_TWO_MAIN & CHOLANGIOCARCINOMA_SIGN,
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=(
            "A03",
            "A04",
        ),
        data=FIRST_BOX,
    ),
    Statement(
        id="S24.8.1-D4",
        section="24.8.1",
        lines=((962, 964),),
        strength=Strength.ALGORITHM,
        action=Action.DIAGNOSIS,
        when=THREE_OR_MORE & EXTRAHEPATIC_DISEASE,
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A04",),
    ),
    Statement(
        id="S24.8.1-D5",
        section="24.8.1",
        lines=((965, 968),),
        strength=Strength.ALGORITHM,
        action=Action.EXAM,
        when=THREE_OR_MORE_LIVER_ONLY,
        exams=(Exam.MRI_LIVER,),
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A04",),
    ),
    Statement(
        id="S24.8.1-D6",
        section="24.8.1",
        lines=((968, 976),),
        strength=Strength.ALGORITHM,
        action=Action.DIAGNOSIS,
        when=THREE_OR_MORE_LIVER_ONLY & PATTERN_A,
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A04",),
        data=SECOND_BOX,
    ),
    Statement(
        id="S24.8.1-D7",
        section="24.8.1",
        lines=((977, 981),),
        strength=Strength.ALGORITHM,
        action=Action.DIAGNOSIS,
        when=THREE_OR_MORE_LIVER_ONLY & PATTERN_B,
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A04",),
        data=THIRD_BOX,
    ),
    Statement(
        id="S24.8.1-D8",
        section="24.8.1",
        lines=((949, 961),),
        strength=Strength.SAFETY,
        action=Action.REFERRAL,
        when=ONE_OR_TWO_MAIN & MRI_LIVER_DONE & ~CHOLANGIOCARCINOMA_SIGN,
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A04",),
    ),
    Statement(
        id="S24.8.1-D9",
        section="24.8.1",
        lines=((965, 981),),
        strength=Strength.SAFETY,
        action=Action.REFERRAL,
        when=THREE_OR_MORE_LIVER_ONLY & MRI_LIVER_DONE & ~PATTERN_A & ~PATTERN_B,
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A04",),
    ),
    Statement(
        id="S24.8.1-W1",
        section="24.8.1",
        lines=((941, 981),),
        strength=Strength.SAFETY,
        action=Action.WARNING,
        when=ENTRY,
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=(
            "A03",
            "A04",
        ),
    ),
    Statement(
        id="S24.8.1-W2",
        section="24.8.1",
        lines=((949, 961),),
        strength=Strength.SAFETY,
        action=Action.WARNING,
        when=ONE_OR_TWO_MAIN & EXTRAHEPATIC_DISEASE,
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A04",),
    ),
)
