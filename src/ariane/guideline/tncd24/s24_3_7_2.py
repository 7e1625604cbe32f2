"""Reading immunohistochemistry: lineage, CK7 and CK20, markers of origin (24.3.7.2)."""

from __future__ import annotations

from typing import NamedTuple

from ariane.facts.disease_extent import SUSPECTED_ORIGINS
from ariane.facts.molecular import MSI_STATUS
from ariane.facts.pathology import (
    HISTOLOGY_AVAILABLE,
    HISTOLOGY_TYPE,
    MORPHOLOGY_SUFFICIENT,
    HistologyType,
)
from ariane.facts.stains import (
    IHC_CAIX,
    IHC_CD3,
    IHC_CD10,
    IHC_CD20,
    IHC_CD45,
    IHC_CDX2,
    IHC_CK7,
    IHC_CK20,
    IHC_GATA3,
    IHC_HMB45,
    IHC_MELANA,
    IHC_NKX3_1,
    IHC_P501S,
    IHC_PAN_CK,
    IHC_PAX8,
    IHC_PSA,
    IHC_PSAP,
    IHC_PSMA,
    IHC_RCC_MARKER,
    IHC_S100,
    IHC_SATB2,
    IHC_TTF1,
    IHC_VIMENTIN,
    IHC_WT1_NTERM,
)
from ariane.facts.tissue import LYMPHOMA_EXCLUDED, MELANOMA_EXCLUDED, SARCOMA_EXCLUDED
from ariane.guideline.statement import Action, Grade, OnUnknown, Statement, Strength
from ariane.guideline.tncd24.stain_tables import (
    CDX2,
    CDX2_LOSS,
    CK7_NEG_CK20_NEG,
    CK7_NEG_CK20_POS,
    CK7_POS_CK20_NEG,
    CK7_POS_CK20_POS,
    FIRST_PANEL,
    GATA3_BREAST,
    GATA3_UROTHELIAL,
    KIDNEY_PANEL,
    PAX8,
    PROFILES_OF_THE_TEXT,
    PROSTATE_OTHER,
    PROSTATE_USUAL,
    SATB2,
    TTF1,
    WT1,
)
from ariane.logic.expression import ALWAYS


class SubtypeShare(NamedTuple):
    """The share of a histological subtype among metastases of epithelial tumours, in percent.

    The printed shares leave 5 percent undescribed.
    """

    subtype: HistologyType
    percent: int


PROFILED_TYPES = HISTOLOGY_TYPE.one_of("adenocarcinoma", "poorly_differentiated_carcinoma")
"""The types in which the CK7/CK20 profile is read, and Table 1 with it."""


STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.3.7.2-D1",
        section="24.3.7.2",
        lines=((431, 435),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=~MORPHOLOGY_SUFFICIENT,
        on_unknown=OnUnknown.LIST_MISSING,
        subject="immunohistochemistry",
        ambiguities=("A36",),
        data=FIRST_PANEL,
    ),
    Statement(
        id="S24.3.7.2-W1",
        section="24.3.7.2",
        lines=((436, 438),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.WARNING,
        when=HISTOLOGY_AVAILABLE,
        fulfilled_when=LYMPHOMA_EXCLUDED & MELANOMA_EXCLUDED & SARCOMA_EXCLUDED,
        on_unknown=OnUnknown.BLOCK,
        printed="essentiel",
        ambiguities=("A36",),
    ),
    Statement(
        id="S24.3.7.2-C1",
        section="24.3.7.2",
        lines=((438, 440),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.DOCUMENTATION,
        when=ALWAYS,
    ),
    Statement(
        id="S24.3.7.2-I1",
        section="24.3.7.2",
        lines=((441, 444),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=IHC_PAN_CK.is_("pos")
        & (IHC_CD45.is_("neg") | IHC_CD20.is_("neg") & IHC_CD3.is_("neg"))
        & IHC_S100.is_("neg")
        & IHC_MELANA.is_("neg")
        & IHC_HMB45.is_("neg"),
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A36",),
    ),
    Statement(
        id="S24.3.7.2-I2",
        section="24.3.7.2",
        lines=((432, 438),),
        strength=Strength.SAFETY,
        action=Action.INTERPRETATION,
        when=IHC_CD45.is_("pos") | (IHC_CD20.is_("pos") | IHC_CD3.is_("pos")),
        on_unknown=OnUnknown.LIST_MISSING,
    ),
    Statement(
        id="S24.3.7.2-I3",
        section="24.3.7.2",
        lines=((432, 438),),
        strength=Strength.SAFETY,
        action=Action.INTERPRETATION,
        when=IHC_MELANA.is_("pos")
        | IHC_HMB45.is_("pos")
        | IHC_S100.is_("pos") & IHC_PAN_CK.is_("neg"),
        on_unknown=OnUnknown.LIST_MISSING,
    ),
    Statement(
        id="S24.3.7.2-K1",
        section="24.3.7.2",
        lines=((443, 447),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
        ambiguities=("A35",),
        data=(
            SubtypeShare("adenocarcinoma", 50),
            SubtypeShare("poorly_differentiated_carcinoma", 30),
            SubtypeShare("squamous_cell_carcinoma", 15),
        ),
    ),
    Statement(
        id="S24.3.7.2-D2",
        section="24.3.7.2",
        lines=((448, 455),),
        strength=Strength.STATEMENT,
        action=Action.EXAM,
        when=PROFILED_TYPES,
        on_unknown=OnUnknown.LIST_MISSING,
        subject="ck7-ck20-profile",
        data=PROFILES_OF_THE_TEXT,
    ),
    Statement(
        id="S24.3.7.2-I4",
        section="24.3.7.2",
        lines=(
            (456, 468),
            (489, 491),
        ),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=PROFILED_TYPES & IHC_CK7.is_("pos") & IHC_CK20.is_("neg"),
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A29",),
        data=CK7_POS_CK20_NEG,
    ),
    Statement(
        id="S24.3.7.2-I5",
        section="24.3.7.2",
        lines=(
            (458, 458),
            (469, 477),
            (489, 491),
        ),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=PROFILED_TYPES & IHC_CK7.is_("pos") & IHC_CK20.is_("pos"),
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A29",),
        data=CK7_POS_CK20_POS,
    ),
    Statement(
        id="S24.3.7.2-I6",
        section="24.3.7.2",
        lines=(
            (459, 459),
            (478, 480),
            (489, 491),
        ),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=PROFILED_TYPES & IHC_CK7.is_("neg") & IHC_CK20.is_("pos"),
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A29",),
        data=CK7_NEG_CK20_POS,
    ),
    Statement(
        id="S24.3.7.2-I7",
        section="24.3.7.2",
        lines=(
            (460, 460),
            (481, 491),
        ),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=PROFILED_TYPES & IHC_CK7.is_("neg") & IHC_CK20.is_("neg"),
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=(
            "A29",
            "A14",
        ),
        data=CK7_NEG_CK20_NEG,
    ),
    Statement(
        id="S24.3.7.2-D3",
        section="24.3.7.2",
        lines=((492, 494),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.EXAM,
        when=PROFILED_TYPES & IHC_CK7.one_of("pos", "neg") & IHC_CK20.one_of("pos", "neg"),
        on_unknown=OnUnknown.LIST_MISSING,
        printed="peuvent permettre",
        tentative=True,
        citations=("Conner2015",),
    ),
    Statement(
        id="S24.3.7.2-I8",
        section="24.3.7.2",
        lines=((495, 496),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=IHC_GATA3.is_("pos") & IHC_CK7.is_("pos") & IHC_CK20.is_("neg"),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="gata3",
        data=GATA3_BREAST,
    ),
    Statement(
        id="S24.3.7.2-I9",
        section="24.3.7.2",
        lines=((496, 496),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=IHC_GATA3.is_("pos"),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="gata3",
        data=GATA3_UROTHELIAL,
    ),
    Statement(
        id="S24.3.7.2-I10",
        section="24.3.7.2",
        lines=((497, 498),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=IHC_PAX8.is_("pos"),
        on_unknown=OnUnknown.LIST_MISSING,
        data=PAX8,
    ),
    Statement(
        id="S24.3.7.2-I11",
        section="24.3.7.2",
        lines=((499, 501),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=IHC_WT1_NTERM.is_("pos"),
        on_unknown=OnUnknown.LIST_MISSING,
        data=WT1,
    ),
    Statement(
        id="S24.3.7.2-I12",
        section="24.3.7.2",
        lines=((502, 504),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=IHC_TTF1.is_("pos"),
        on_unknown=OnUnknown.LIST_MISSING,
        data=TTF1,
    ),
    Statement(
        id="S24.3.7.2-I13",
        section="24.3.7.2",
        lines=((505, 508),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=IHC_CDX2.is_("pos"),
        on_unknown=OnUnknown.LIST_MISSING,
        data=CDX2,
    ),
    Statement(
        id="S24.3.7.2-W2",
        section="24.3.7.2",
        lines=((508, 509),),
        strength=Strength.STATEMENT,
        action=Action.WARNING,
        when=IHC_CDX2.one_of("neg", "reduced")
        & (MSI_STATUS.is_("msi_h_dmmr") | HISTOLOGY_TYPE.is_("poorly_differentiated_carcinoma")),
        on_unknown=OnUnknown.LIST_MISSING,
        citations=("Olsen2016",),
        ambiguities=("A14",),
        data=CDX2_LOSS,
    ),
    Statement(
        id="S24.3.7.2-I14",
        section="24.3.7.2",
        lines=((510, 513),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=IHC_SATB2.is_("pos"),
        on_unknown=OnUnknown.LIST_MISSING,
        citations=("Dragomir2014",),
        data=SATB2,
    ),
    Statement(
        id="S24.3.7.2-I15",
        section="24.3.7.2",
        lines=((514, 516),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=IHC_PSA.is_("pos") | IHC_PSAP.is_("pos"),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="prostate-markers",
        citations=("Molinie2008",),
        data=PROSTATE_USUAL,
    ),
    Statement(
        id="S24.3.7.2-I16",
        section="24.3.7.2",
        lines=((517, 519),),
        strength=Strength.STATEMENT,
        action=Action.INTERPRETATION,
        when=IHC_P501S.is_("pos") | IHC_PSMA.is_("pos") | IHC_NKX3_1.is_("pos"),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="prostate-markers",
        citations=("Queisser2015",),
        data=PROSTATE_OTHER,
    ),
    Statement(
        id="S24.3.7.2-D4",
        section="24.3.7.2",
        lines=((520, 522),),
        strength=Strength.STATEMENT,
        action=Action.EXAM,
        when=SUSPECTED_ORIGINS.contains("kidney"),
        fulfilled_when=IHC_CK7.one_of("pos", "neg", "reduced")
        & IHC_CK20.one_of("pos", "neg", "reduced")
        & IHC_VIMENTIN.one_of("pos", "neg", "reduced")
        & IHC_RCC_MARKER.one_of("pos", "neg", "reduced")
        & IHC_CD10.one_of("pos", "neg", "reduced")
        & IHC_CAIX.one_of("pos", "neg", "reduced"),
        on_unknown=OnUnknown.ASK,
        citations=("Skinnider2005",),
        data=KIDNEY_PANEL,
    ),
)
