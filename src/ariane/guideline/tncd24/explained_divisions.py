"""Gaps and overlaps of figures and partitions that an ambiguity or a reason of our own explains."""

from __future__ import annotations

from ariane.facts.board import (
    CUP_BOARD_VALIDATED,
    LOCAL_MOLECULAR_BOARD_VALIDATED,
    RENAPE_BOARD_VALIDATED,
)
from ariane.facts.disease_extent import PERITONEAL_RESECTABILITY
from ariane.facts.imaging import MRI_LIVER_DONE, OVARY_PHENOTYPE
from ariane.facts.molecular import (
    ACTIONABLE_ALTERATION,
    MOLECULAR_PROFILE_STATUS,
    PATHOLOGICAL_ORIENTATION,
    TISSUE_OF_ORIGIN_IDENTIFIED,
)
from ariane.facts.pathology import (
    CLINICOPATHOLOGICAL_ENTITY,
    COLORECTAL_PROFILE,
)
from ariane.facts.person import ECOG_PS
from ariane.facts.stains import IHC_CK7, IHC_CK20
from ariane.facts.surgery import INTRAOPERATIVE_PRIMARY, SMALL_BOWEL_RUN
from ariane.facts.thresholds import PS_EXPLORATION_BELOW
from ariane.guideline.lint.finding import Explanation, Kind
from ariane.guideline.lint.reasons import Reason

PS_2 = ECOG_PS.equals(PS_EXPLORATION_BELOW)
EXPLORED = PERITONEAL_RESECTABILITY.one_of("resectable_confirmed", "unresectable_confirmed")
NOT_CONFIRMED = PERITONEAL_RESECTABILITY.one_of("potentially_resectable", "unresectable_at_outset")
NOT_VALIDATED = ~CUP_BOARD_VALIDATED & ~LOCAL_MOLECULAR_BOARD_VALIDATED
ORIENTED = TISSUE_OF_ORIGIN_IDENTIFIED | ACTIONABLE_ALTERATION
NO_SUCH_PROFILE = CLINICOPATHOLOGICAL_ENTITY.is_("colorectal_profile") & ~COLORECTAL_PROFILE
KNOWN_ELSEWHERE = CLINICOPATHOLOGICAL_ENTITY.one_of(
    "extragonadal_germ_cell",
    "axillary_node_adenocarcinoma",
    "bone_adenocarcinoma_high_psa",
    "cervical_node_squamous",
)

FIGURE_GAPS: tuple[Explanation, ...] = (
    Explanation(Kind.GAP, "A04", (("A1_start",), ("A1_mri12",), ("A1_mriA",), ("A1_mriB",))),
    Explanation(Kind.DEAD_END, Reason.EXAM_FIRST, (("A1_mri12",),), ~MRI_LIVER_DONE),
    Explanation(Kind.GAP, "A01", (("A2_iso",),), PS_2),
    Explanation(Kind.GAP, "A90", (("A2_renape",),), NOT_CONFIRMED),
    Explanation(
        Kind.GAP,
        "A05",
        (("A3_fav",),),
        CLINICOPATHOLOGICAL_ENTITY.is_("nec_poorly_differentiated"),
    ),
    Explanation(Kind.GAP, "A57", (("A3_fav",),), CLINICOPATHOLOGICAL_ENTITY.is_("mesothelioma")),
    Explanation(Kind.GAP, "A58", (("A3_fav",),), CLINICOPATHOLOGICAL_ENTITY.is_("endometrial")),
    Explanation(
        Kind.DEAD_END, "A58", (("A3_fav",),), CLINICOPATHOLOGICAL_ENTITY.is_("endometrial")
    ),
    Explanation(Kind.GAP, "A93", (("A3_fav",),), NO_SUCH_PROFILE),
    Explanation(Kind.DEAD_END, "A93", (("A3_fav",),), NO_SUCH_PROFILE),
    Explanation(Kind.GAP, Reason.ENTITIES_ELSEWHERE, (("A3_fav",),), KNOWN_ELSEWHERE),
    Explanation(Kind.DEAD_END, Reason.ENTITIES_ELSEWHERE, (("A3_fav",),), KNOWN_ELSEWHERE),
    Explanation(Kind.GAP, "A92", (("A3_oligo",),)),
    Explanation(Kind.GAP, "A12", (("A3_mol",),), ~MOLECULAR_PROFILE_STATUS.is_("available")),
    Explanation(Kind.GAP, Reason.AWAITS_VALIDATION, (("A3_to",), ("A3_act",)), NOT_VALIDATED),
)

PARTITION_GAPS: tuple[Explanation, ...] = (
    Explanation(
        Kind.GAP, Reason.MIXED_PHENOTYPE, (("ovarian-phenotype",),), OVARY_PHENOTYPE.is_("mixed")
    ),
    Explanation(Kind.GAP, "A71", (("peritoneal-biopsy-route",),)),
    Explanation(
        Kind.GAP,
        Reason.REDUCED_STAIN,
        (("ck7-ck20",),),
        IHC_CK7.is_("reduced") | IHC_CK20.is_("reduced"),
    ),
    Explanation(
        Kind.GAP,
        Reason.RESECTABILITY_OPEN,
        (("peritoneal-local-treatment",),),
        PERITONEAL_RESECTABILITY.is_("potentially_resectable"),
    ),
    Explanation(
        Kind.GAP,
        Reason.ANOTHER_PRIMARY,
        (("primary-at-exploration",),),
        INTRAOPERATIVE_PRIMARY.one_of("small_bowel", "ovary", "other"),
    ),
    Explanation(
        Kind.GAP,
        "A42",
        (("primary-at-exploration",),),
        INTRAOPERATIVE_PRIMARY.is_("none") & ~SMALL_BOWEL_RUN,
    ),
    Explanation(Kind.GAP, Reason.BY_ENTITY, (("systemic-indications",),), PATHOLOGICAL_ORIENTATION),
    Explanation(
        Kind.GAP,
        Reason.AWAITS_VALIDATION,
        (("systemic-indications",), ("molecular-result",)),
        ORIENTED & NOT_VALIDATED,
    ),
    Explanation(Kind.GAP, "A04", (("liver-lesions",),)),
    Explanation(
        Kind.GAP,
        Reason.EXAM_FIRST,
        (("mri-one-or-two-lesions",), ("mri-three-or-more-lesions",)),
        ~MRI_LIVER_DONE,
    ),
    Explanation(Kind.GAP, "A01", (("peritoneal-extent",),), PS_2),
    Explanation(
        Kind.GAP,
        "A89",
        (("peritoneal-extent",),),
        (ECOG_PS < PS_EXPLORATION_BELOW) & EXPLORED,
    ),
    Explanation(Kind.GAP, "A90", (("after-exploration",),), NOT_CONFIRMED),
    Explanation(
        Kind.GAP,
        Reason.AWAITS_VALIDATION,
        (("after-exploration",),),
        PERITONEAL_RESECTABILITY.is_("resectable_confirmed") & ~RENAPE_BOARD_VALIDATED,
    ),
    Explanation(Kind.GAP, "A93", (("entities",),), NO_SUCH_PROFILE),
)

FIGURE_OVERLAPS: tuple[Explanation, ...] = (
    Explanation(
        Kind.OVERLAP,
        "A04",
        (
            ("A1_start", "A1_b12", "A1_b3ext"),
            ("A1_start", "A1_b12", "A1_b3iso"),
            ("A1_b3iso", "A1_mriA", "A1_mriB"),
            ("A1_b3iso", "A1_mriA", "A1_indet"),
            ("A1_b3iso", "A1_mriB", "A1_indet"),
        ),
    ),
    Explanation(Kind.OVERLAP, "A01", (("A2_iso", "A2_unfit", "A2_ps2"),)),
    Explanation(
        Kind.OVERLAP, "A81", (("A2_ext", "A2_perc", "A2_bsc"), ("A2_unfit", "A2_perc", "A2_bsc"))
    ),
    Explanation(Kind.OVERLAP, "A91", (("A2_perc", "A2_fail", "A2_cup"),)),
    Explanation(
        Kind.OVERLAP, "A78", (("A3_bx", "A3_fav", "A3_oligo"), ("A3_bx", "A3_unf", "A3_oligo"))
    ),
    Explanation(
        Kind.OVERLAP,
        "A93",
        tuple(("A3_fav", "A3_crc", other) for other in ("A3_ser", "A3_net", "A3_nec", "A3_meso")),
    ),
    Explanation(
        Kind.OVERLAP,
        "A77",
        tuple(
            ("A3_fav", entity, "A3_favps34")
            for entity in ("A3_crc", "A3_ser", "A3_net", "A3_nec", "A3_meso")
        ),
    ),
    Explanation(
        Kind.OVERLAP, "A12", (("A3_pslt3", "A3_mol", "A3_noprof"), ("A3_mol", "A3_to", "A3_act"))
    ),
    Explanation(
        Kind.OVERLAP,
        "A01",
        (("A3_pslt3", "A3_mol", "A3_ps2"), ("A3_pslt3", "A3_noprof", "A3_ps2")),
    ),
)

PARTITION_OVERLAPS: tuple[Explanation, ...] = (
    Explanation(
        Kind.OVERLAP, "A71", (("peritoneal-biopsy-route", "S24.3.6.2-D1", "S24.3.6.2-D2"),)
    ),
    Explanation(Kind.OVERLAP, "A09", (("biopsy-route", "S24.3.6.3-R1", "S24.3.6.3-O1"),)),
    Explanation(Kind.OVERLAP, "A36", (("lineage", "S24.3.7.2-I1", "S24.3.7.2-I2"),)),
    Explanation(
        Kind.OVERLAP,
        Reason.CONTRADICTORY_STAINS,
        (("lineage", "S24.3.7.2-I2", "S24.3.7.2-I3"),),
    ),
    Explanation(Kind.OVERLAP, "A20", (("molecular-material", "S24.3.8.4-R1", "S24.3.8.4-O2"),)),
    Explanation(Kind.OVERLAP, "A88", (("colorectal-backbone", "S24.4.2.1-D1", "S24.4.2.1-D3"),)),
    Explanation(Kind.OVERLAP, "A06", (("systemic-indications", "S24.5.1-R1", "S24.5.1-O2"),)),
    Explanation(Kind.OVERLAP, "A12", (("systemic-indications", "S24.5.1-O1", "S24.5.1-O2"),)),
    Explanation(
        Kind.OVERLAP,
        "A04",
        (
            ("liver-lesions", "S24.8.1-D2", "S24.8.1-D4"),
            ("liver-lesions", "S24.8.1-D2", "S24.8.1-D5"),
            ("mri-three-or-more-lesions", "S24.8.1-D6", "S24.8.1-D7"),
            ("liver-conclusion", "S24.8.1-D3", "S24.8.1-D4"),
            ("liver-conclusion", "S24.8.1-D3", "S24.8.1-D7"),
        ),
    ),
    Explanation(
        Kind.OVERLAP,
        "A93",
        tuple(
            ("entities", "S24.8.3-D3", other)
            for other in (
                "S24.8.3-D4",
                "S24.8.3-D5",
                "S24.8.3-W2",
                "S24.4.2-D1",
                "S24.8.3-D6",
                "S24.8.3-D7",
            )
        ),
    ),
    Explanation(
        Kind.OVERLAP,
        "A12",
        (
            ("molecular-result", "S24.8.3-D9", "S24.8.3-D10"),
            ("molecular-result", "S24.8.3-D9", "S24.8.3-D11"),
            ("molecular-result", "S24.8.3-D10", "S24.8.3-D11"),
        ),
    ),
)

DIVISIONS = (*FIGURE_GAPS, *PARTITION_GAPS, *FIGURE_OVERLAPS, *PARTITION_OVERLAPS)
