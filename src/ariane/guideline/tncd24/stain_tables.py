"""What immunohistochemistry says of lineage and origin: Table 1, markers and panels (24.3.7).

Rows say what a result supports. The chapter prints no exclusion: that a tumour stands in no row for
a result is no argument against it (A29). Only an expected result that fails to come, or the absence
of a marker printed as sensitive, is one. Markers are named by their facts.
"""

from __future__ import annotations

from ariane.facts.stains import (
    IHC_B72_3,
    IHC_BEREP4,
    IHC_CAIX,
    IHC_CALRETININ,
    IHC_CD3,
    IHC_CD10,
    IHC_CD20,
    IHC_CD45,
    IHC_CDX2,
    IHC_CK5_6,
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
from ariane.guideline.tncd24.stain_evidence import (
    ConfirmingPanel,
    ExpectedLoss,
    ExpectedStain,
    Extent,
    KeratinProfile,
    KeratinTable,
    LineageMarker,
    LineagePanel,
    MarkedTumour,
    Printed,
    ProfileColumn,
    ProfileEntry,
    StainResult,
    Trait,
)
from ariane.guideline.tncd24.tumour_entities import TumourSlug


def _inferred(entity: TumourSlug, first: int, last: int | None = None) -> ProfileEntry:
    return ProfileEntry(entity=entity, lines=(first, last or first), inferred=True)


def _confirmed(entity: TumourSlug, lines: tuple[int, int], *places: Printed) -> ProfileEntry:
    return ProfileEntry(entity=entity, lines=lines, inferred=False, confirmed_at=places)


_GATA3_PROSE = Printed("S24.3.7.2-I8", ((495, 496),))
_UPPER_DIGESTIVE_PROSE = Printed("S24.3.4-D2", ((282, 284),))
_COLON_PROSE = (
    Printed("S24.3.4-D4", ((288, 289),)),
    Printed("S24.4.2.1-M1", ((683, 687),)),
)
_COLON_LOSS_PROSE = Printed("S24.4.2.1-W1", ((688, 689),))

CK7_POS_CK20_NEG = ProfileColumn(
    KeratinProfile(ck7="pos", ck20="neg"),
    (
        _confirmed("breast", (461, 461), _GATA3_PROSE),
        _inferred("ovary_non_mucinous", 462),
        _inferred("endometrium", 463),
        _inferred("lung", 464),
        _inferred("mesothelioma", 465),
        _inferred("thyroid", 466),
        _inferred("salivary_gland", 467),
        _inferred("kidney_papillary", 468),
    ),
    Printed("S24.3.7.2-I4", ((456, 468), (489, 491))),
)
CK7_POS_CK20_POS = ProfileColumn(
    KeratinProfile(ck7="pos", ck20="pos"),
    (
        _inferred("pancreas_bile_ducts", 469),
        _inferred("ovary_mucinous", 470),
        _confirmed("stomach", (471, 471), _UPPER_DIGESTIVE_PROSE),
        _confirmed("oesophagus", (472, 472), _UPPER_DIGESTIVE_PROSE),
        _inferred("bladder", 473),
        _inferred("lung_mucinous_enteric", 474, 475),
        _inferred("midline_carcinoma", 476, 477),
    ),
    Printed("S24.3.7.2-I5", ((458, 458), (469, 477), (489, 491))),
)
CK7_NEG_CK20_POS = ProfileColumn(
    KeratinProfile(ck7="neg", ck20="pos"),
    (
        _confirmed("colorectal", (478, 478), *_COLON_PROSE),
        _inferred("merkel_cell", 479, 480),
    ),
    Printed("S24.3.7.2-I6", ((459, 459), (478, 480), (489, 491))),
)
CK7_NEG_CK20_NEG = ProfileColumn(
    KeratinProfile(ck7="neg", ck20="neg"),
    (
        _inferred("liver_hcc", 481),
        _inferred("kidney_clear_cell", 482),
        _inferred("prostate", 483),
        _inferred("adrenal_cortex", 484),
        _confirmed("colorectal_dmmr_msi", (485, 487), _COLON_LOSS_PROSE),
        _inferred("germ_cell_tumour", 488),
    ),
    Printed("S24.3.7.2-I7", ((460, 460), (481, 491))),
)
TABLE_1 = KeratinTable(
    histologies=("adenocarcinoma", "poorly_differentiated_carcinoma"),
    columns=(CK7_POS_CK20_NEG, CK7_POS_CK20_POS, CK7_NEG_CK20_POS, CK7_NEG_CK20_NEG),
)
PROFILES_OF_THE_TEXT: tuple[KeratinProfile, ...] = (
    CK7_POS_CK20_NEG.profile,
    CK7_NEG_CK20_POS.profile,
    CK7_POS_CK20_POS.profile,
    CK7_NEG_CK20_NEG.profile,
)
"""The four profiles in the order in which the prose lists them."""

_FIRST_STEP = Printed("S24.3.7.2-D1", ((432, 435),))
FIRST_PANEL: tuple[LineagePanel, ...] = (
    LineagePanel(
        tumour="carcinoma",
        choices=((IHC_PAN_CK.name,),),
        reading="S24.3.7.2-I1",
        printed=_FIRST_STEP,
    ),
    LineagePanel(
        tumour="lymphoma",
        choices=((IHC_CD45.name,), (IHC_CD20.name, IHC_CD3.name)),
        excluded_by=LYMPHOMA_EXCLUDED.name,
        reading="S24.3.7.2-I2",
        reading_inferred=True,
        printed=_FIRST_STEP,
    ),
    LineagePanel(
        tumour="melanoma",
        choices=((IHC_S100.name, IHC_MELANA.name, IHC_HMB45.name),),
        excluded_by=MELANOMA_EXCLUDED.name,
        reading="S24.3.7.2-I3",
        reading_inferred=True,
        printed=_FIRST_STEP,
    ),
    LineagePanel(
        tumour="sarcoma",
        choices=(),
        excluded_by=SARCOMA_EXCLUDED.name,
        printed=Printed("S24.3.7.2-W1", ((436, 438),)),
    ),
)

GATA3_BREAST = LineageMarker(
    marker=IHC_GATA3.name,
    tumours=(MarkedTumour(entity="breast", extent="may"),),
    requires=(StainResult(IHC_CK7.name, "pos"), StainResult(IHC_CK20.name, "neg")),
    printed=Printed("S24.3.7.2-I8", ((495, 496),)),
)
GATA3_UROTHELIAL = LineageMarker(
    marker=IHC_GATA3.name,
    tumours=(MarkedTumour(entity="urothelial"),),
    printed=Printed("S24.3.7.2-I9", ((496, 496),)),
)
PAX8 = LineageMarker(
    marker=IHC_PAX8.name,
    tumours=(
        MarkedTumour(entity="muellerian"),
        MarkedTumour(entity="kidney"),
        MarkedTumour(entity="thyroid"),
    ),
    traits=("sensitive", "specific"),
    printed=Printed("S24.3.7.2-I10", ((497, 498),)),
)
WT1 = LineageMarker(
    marker=IHC_WT1_NTERM.name,
    tumours=(
        MarkedTumour(entity="mesothelioma"),
        MarkedTumour(entity="ovary_serous"),
        MarkedTumour(entity="desmoplastic_small_cell"),
    ),
    traits=("heterogeneous_group",),
    open_ended=True,
    printed=Printed("S24.3.7.2-I11", ((499, 501),)),
)
TTF1 = LineageMarker(
    marker=IHC_TTF1.name,
    tumours=(
        MarkedTumour(entity="thyroid"),
        MarkedTumour(entity="lung_adenocarcinoma"),
        MarkedTumour(entity="neuroendocrine_poorly_differentiated", whatever_origin=True),
    ),
    printed=Printed("S24.3.7.2-I12", ((502, 504),)),
)
CDX2 = LineageMarker(
    marker=IHC_CDX2.name,
    tumours=(
        MarkedTumour(entity="colon", extent="may"),
        MarkedTumour(entity="small_bowel", extent="may"),
        MarkedTumour(entity="stomach", extent="some"),
        MarkedTumour(entity="oesophagus", extent="some"),
        MarkedTumour(entity="pancreas", extent="some"),
        MarkedTumour(entity="ovary", extent="some"),
        MarkedTumour(entity="urachus", extent="some"),
        MarkedTumour(entity="sinonasal", extent="some"),
    ),
    traits=("intestinal_differentiation",),
    printed=Printed("S24.3.7.2-I13", ((505, 508),)),
)
SATB2 = LineageMarker(
    marker=IHC_SATB2.name,
    tumours=(
        MarkedTumour(entity="appendix", extent="nearly_all"),
        MarkedTumour(entity="colon", extent="above_percent", above_percent=85),
    ),
    traits=("lower_digestive_tract_only",),
    printed=Printed("S24.3.7.2-I14", ((510, 513),)),
)


def _prostate(
    marker: str, statement: str, lines: tuple[int, int], extent: Extent, *traits: Trait
) -> LineageMarker:
    return LineageMarker(
        marker=marker,
        tumours=(MarkedTumour(entity="prostate", extent=extent),),
        traits=traits,
        printed=Printed(statement, (lines,)),
    )


PROSTATE_USUAL: tuple[LineageMarker, ...] = tuple(
    _prostate(fact.name, "S24.3.7.2-I15", (514, 516), "most") for fact in (IHC_PSA, IHC_PSAP)
)
PROSTATE_OTHER: tuple[LineageMarker, ...] = tuple(
    _prostate(
        fact.name,
        "S24.3.7.2-I16",
        (517, 519),
        "as_printed",
        "very_specific",
        "alone_or_combined",
    )
    for fact in (IHC_P501S, IHC_PSMA, IHC_NKX3_1)
)
LINEAGE_MARKERS: tuple[LineageMarker, ...] = (
    GATA3_BREAST,
    GATA3_UROTHELIAL,
    PAX8,
    WT1,
    TTF1,
    CDX2,
    SATB2,
    *PROSTATE_USUAL,
    *PROSTATE_OTHER,
)
"""In the order of the chapter, one row for each marker and statement."""

KIDNEY_PANEL = ConfirmingPanel(
    tumour="kidney",
    stains=tuple(
        ExpectedStain(fact.name, expected=None)
        for fact in (IHC_CK7, IHC_CK20, IHC_VIMENTIN, IHC_RCC_MARKER, IHC_CD10, IHC_CAIX)
    ),
    extent="most",
    printed=Printed("S24.3.7.2-D4", ((520, 522),)),
)
MESOTHELIOMA_PANEL = ConfirmingPanel(
    tumour="mesothelioma_epithelioid",
    stains=(
        ExpectedStain(IHC_CALRETININ.name, expected="pos"),
        ExpectedStain(IHC_CK5_6.name, expected="pos"),
        ExpectedStain(IHC_BEREP4.name, expected="neg"),
        ExpectedStain(IHC_B72_3.name, expected="neg"),
    ),
    open_ended=True,
    reading="S24.3.7.3-I1",
    reading_inferred=True,
    printed=Printed("S24.3.7.3-D2", ((529, 531),)),
)
CONFIRMING_PANELS: tuple[ConfirmingPanel, ...] = (KIDNEY_PANEL, MESOTHELIOMA_PANEL)

USUAL_MARKERS_LOSS = ExpectedLoss(
    tumour="colorectal_dmmr_msi",
    markers=(),
    contexts=("dmmr_msi",),
    printed=Printed("S24.3.7.2-I7", ((485, 487),)),
)
CDX2_LOSS = ExpectedLoss(
    tumour="colon",
    markers=(IHC_CDX2.name,),
    contexts=("proximal", "poorly_differentiated", "dmmr_msi"),
    printed=Printed("S24.3.7.2-W2", ((508, 509),)),
)
INTESTINAL_MARKERS_LOSS = ExpectedLoss(
    tumour="colon",
    markers=(IHC_CK20.name, IHC_CDX2.name),
    contexts=("dmmr_msi",),
    printed=_COLON_LOSS_PROSE,
)
EXPECTED_LOSSES: tuple[ExpectedLoss, ...] = (
    USUAL_MARKERS_LOSS,
    CDX2_LOSS,
    INTESTINAL_MARKERS_LOSS,
)
