"""Systemic treatment guided by pathology: the entities that have their own (24.4.2 to 24.4.2.4)."""

from __future__ import annotations

from typing import NamedTuple

from ariane.facts.disease_extent import PERITONEAL_METASTASES, PRIMARY_IDENTIFIED
from ariane.facts.molecular import (
    BRAF_STATUS,
    BRCA_GERMLINE_TESTED,
    BRCA_SOMATIC_TESTED,
    KRAS_STATUS,
    MOLECULAR_SIGNATURE_COLORECTAL,
    MSI_STATUS,
    NRAS_STATUS,
)
from ariane.facts.pathology import (
    CLINICOPATHOLOGICAL_ENTITY,
    COLORECTAL_PROFILE,
    HISTOLOGY_TYPE,
    Entity,
)
from ariane.facts.stains import IHC_CDX2, IHC_CK7, IHC_CK20
from ariane.facts.treatment import TREATMENT_PHASE
from ariane.guideline.statement import Action, Grade, OnUnknown, Statement, Strength
from ariane.guideline.tncd24.treatment_evidence import (
    CARBOPLATIN_PACLITAXEL,
    COLORECTAL_REGIMENS,
    FOLFIRINEC,
    PLATINUM_ETOPOSIDE,
    TARGETED_IF_STABLE,
    Share,
)
from ariane.logic.expression import ALWAYS


class RevealedEntities(NamedTuple):
    """Entities often revealed by the liver or peritoneum, and those without a section of 24.4.2."""

    entities: tuple[Entity, ...]
    without_section: tuple[Entity, ...]


class OtherChapter(NamedTuple):
    """Another chapter of the thesaurus: its number, the version cited (year, month), its site."""

    chapter: int
    version_year: int
    version_month: int
    url: str


LIVER_OR_PERITONEUM_FIRST = RevealedEntities(
    entities=(
        "colorectal_profile",
        "nec_poorly_differentiated",
        "serous_ovarian_peritoneal",
        "endometrial",
        "mesothelioma",
    ),
    without_section=("endometrial",),
)
MESOTHELIOMA_CHAPTER = OtherChapter(
    chapter=15, version_year=2020, version_month=4, url="http://www.tncd.org"
)
SEROUS_OF_THE_PERITONEUM = HISTOLOGY_TYPE.is_("serous_papillary_carcinoma") & PERITONEAL_METASTASES


STATEMENTS: tuple[Statement, ...] = (
    Statement(
        id="S24.4.2-K1",
        section="24.4.2",
        lines=((667, 671),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
        citations=(
            "Fizazi2006",
            "Massard2011",
            "Kramer2023",
        ),
        ambiguities=("A33",),
        data=Share(15, 15),
    ),
    Statement(
        id="S24.4.2-D1",
        section="24.4.2",
        lines=((672, 678),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.REFERRAL,
        when=CLINICOPATHOLOGICAL_ENTITY.one_of(
            "extragonadal_germ_cell",
            "axillary_node_adenocarcinoma",
            "bone_adenocarcinoma_high_psa",
            "cervical_node_squamous",
        ),
        on_unknown=OnUnknown.LIST_MISSING,
    ),
    Statement(
        id="S24.4.2-K2",
        section="24.4.2",
        lines=((679, 682),),
        strength=Strength.STATEMENT,
        action=Action.INFORMATION,
        when=ALWAYS,
        ambiguities=(
            "A58",
            "A57",
        ),
        data=LIVER_OR_PERITONEUM_FIRST,
    ),
    Statement(
        id="S24.4.2.1-M1",
        section="24.4.2.1",
        lines=((683, 687),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.DIAGNOSIS,
        when=HISTOLOGY_TYPE.is_("adenocarcinoma")
        & IHC_CK7.is_("neg")
        & IHC_CK20.is_("pos")
        & IHC_CDX2.is_("pos")
        | MOLECULAR_SIGNATURE_COLORECTAL,
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A14",),
    ),
    Statement(
        id="S24.4.2.1-W1",
        section="24.4.2.1",
        lines=((688, 689),),
        strength=Strength.STATEMENT,
        action=Action.WARNING,
        when=MSI_STATUS.is_("msi_h_dmmr")
        & (IHC_CK20.one_of("neg", "reduced") | IHC_CDX2.one_of("neg", "reduced")),
        on_unknown=OnUnknown.LIST_MISSING,
        citations=("Lugli2008",),
        ambiguities=("A14",),
    ),
    Statement(
        id="S24.4.2.1-D1",
        section="24.4.2.1",
        lines=((690, 692),),
        strength=Strength.STATEMENT,
        action=Action.TREATMENT,
        when=COLORECTAL_PROFILE,
        on_unknown=OnUnknown.STAY_SILENT,
        ambiguities=(
            "A61",
            "A76",
            "A77",
            "A88",
        ),
        data=COLORECTAL_REGIMENS,
    ),
    Statement(
        id="S24.4.2.1-D2",
        section="24.4.2.1",
        lines=((693, 696),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.TREATMENT,
        when=COLORECTAL_PROFILE & MSI_STATUS.is_("mss_pmmr"),
        on_unknown=OnUnknown.STAY_SILENT,
        printed="classiquement recommandée",
        ambiguities=("A15",),
        data=TARGETED_IF_STABLE,
    ),
    Statement(
        id="S24.4.2.1-W2",
        section="24.4.2.1",
        lines=(
            (581, 583),
            (693, 695),
            (1033, 1037),
        ),
        strength=Strength.SAFETY,
        action=Action.WARNING,
        when=COLORECTAL_PROFILE
        & (
            ~KRAS_STATUS.is_known()
            | KRAS_STATUS.is_not("wild_type")
            | ~NRAS_STATUS.is_known()
            | NRAS_STATUS.is_not("wild_type")
            | ~BRAF_STATUS.is_known()
            | BRAF_STATUS.is_not("wild_type")
        ),
        on_unknown=OnUnknown.BLOCK,
        ambiguities=("A15",),
    ),
    Statement(
        id="S24.4.2.1-W3",
        section="24.4.2.1",
        lines=(
            (485, 487),
            (508, 509),
            (688, 689),
        ),
        strength=Strength.SAFETY,
        action=Action.WARNING,
        when=HISTOLOGY_TYPE.one_of(
            "adenocarcinoma", "poorly_differentiated_carcinoma", "undifferentiated_carcinoma"
        )
        & MSI_STATUS.is_("msi_h_dmmr")
        & ~COLORECTAL_PROFILE,
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A14",),
    ),
    Statement(
        id="S24.4.2.1-D3",
        section="24.4.2.1",
        lines=((697, 698),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.TREATMENT,
        when=COLORECTAL_PROFILE & MSI_STATUS.is_("msi_h_dmmr"),
        on_unknown=OnUnknown.STAY_SILENT,
        printed="doit orienter",
        subject="immunotherapy-msi-tmb",
        citations=("Trullas2021",),
        ambiguities=(
            "A79",
            "A06",
            "A88",
        ),
    ),
    Statement(
        id="S24.4.2.2-D1",
        section="24.4.2.2",
        lines=((699, 706),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.TREATMENT,
        when=HISTOLOGY_TYPE.is_("nec_poorly_differentiated") & ~PRIMARY_IDENTIFIED,
        on_unknown=OnUnknown.STAY_SILENT,
        printed="recommandée",
        citations=("Spigel2009",),
        ambiguities=(
            "A05",
            "A61",
            "A77",
        ),
        data=PLATINUM_ETOPOSIDE,
    ),
    Statement(
        id="S24.4.2.2-T1",
        section="24.4.2.2",
        lines=((707, 709),),
        strength=Strength.TRIAL,
        action=Action.TRIAL,
        when=HISTOLOGY_TYPE.is_("nec_poorly_differentiated")
        & TREATMENT_PHASE.one_of("before_treatment", "first_line"),
        on_unknown=OnUnknown.LIST_MISSING,
        subject="nec-trial",
        ambiguities=("A05",),
        data=FOLFIRINEC,
    ),
    Statement(
        id="S24.4.2.3-D1",
        section="24.4.2.3",
        lines=((710, 715),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.TREATMENT,
        when=SEROUS_OF_THE_PERITONEUM,
        on_unknown=OnUnknown.STAY_SILENT,
        printed="doivent",
        citations=("Hainsworth2009",),
        ambiguities=(
            "A61",
            "A77",
        ),
        data=CARBOPLATIN_PACLITAXEL,
    ),
    Statement(
        id="S24.4.2.3-D2",
        section="24.4.2.3",
        lines=((716, 717),),
        strength=Strength.RECOMMENDATION,
        grade=Grade.EXPERT_OPINION,
        action=Action.REFERRAL,
        when=SEROUS_OF_THE_PERITONEUM,
        on_unknown=OnUnknown.LIST_MISSING,
        printed="doit être discutée",
        ambiguities=(
            "A41",
            "A87",
        ),
    ),
    Statement(
        id="S24.4.2.3-D3",
        section="24.4.2.3",
        lines=((718, 720),),
        strength=Strength.STATEMENT,
        action=Action.EXAM,
        when=HISTOLOGY_TYPE.is_("serous_papillary_carcinoma"),
        fulfilled_when=BRCA_GERMLINE_TESTED & BRCA_SOMATIC_TESTED,
        on_unknown=OnUnknown.ASK,
        citations=("GonzalezMartin2019",),
        ambiguities=(
            "A38",
            "A18",
        ),
    ),
    Statement(
        id="S24.4.2.4-L1",
        section="24.4.2.4",
        lines=((721, 723),),
        strength=Strength.STATEMENT,
        action=Action.REFERRAL,
        when=CLINICOPATHOLOGICAL_ENTITY.is_("mesothelioma"),
        on_unknown=OnUnknown.LIST_MISSING,
        ambiguities=("A57",),
        data=MESOTHELIOMA_CHAPTER,
    ),
)
