"""Immunohistochemistry: one fact per marker."""

from __future__ import annotations

from typing import Literal, get_args

from ariane.facts.no_result import NOT_DONE
from ariane.facts.source import Source
from ariane.logic.fact import EnumFact

Stain = Literal["pos", "neg", "reduced", "not_done"]


def _stain(name: str) -> EnumFact[Stain]:
    return EnumFact[Stain](
        name, source=Source.IMMUNOHISTOCHEMISTRY, allowed=get_args(Stain), no_result=NOT_DONE
    )


IHC_PAN_CK = _stain("ihc_pan_ck")
IHC_CD45 = _stain("ihc_cd45")
IHC_CD20 = _stain("ihc_cd20")
IHC_CD3 = _stain("ihc_cd3")
IHC_S100 = _stain("ihc_s100")
IHC_MELANA = _stain("ihc_melana")
IHC_HMB45 = _stain("ihc_hmb45")
IHC_CK7 = _stain("ihc_ck7")
IHC_CK20 = _stain("ihc_ck20")
IHC_CDX2 = _stain("ihc_cdx2")
IHC_SATB2 = _stain("ihc_satb2")
IHC_GATA3 = _stain("ihc_gata3")
IHC_PAX8 = _stain("ihc_pax8")
IHC_WT1_NTERM = _stain("ihc_wt1_nterm")
IHC_TTF1 = _stain("ihc_ttf1")
IHC_PSA = _stain("ihc_psa")
IHC_PSAP = _stain("ihc_psap")
IHC_P501S = _stain("ihc_p501s")
IHC_PSMA = _stain("ihc_psma")
IHC_NKX3_1 = _stain("ihc_nkx3_1")
IHC_VIMENTIN = _stain("ihc_vimentin")
IHC_RCC_MARKER = _stain("ihc_rcc_marker")
IHC_CD10 = _stain("ihc_cd10")
IHC_CAIX = _stain("ihc_caix")
IHC_CALRETININ = _stain("ihc_calretinin")
IHC_CK5_6 = _stain("ihc_ck5_6")
IHC_BEREP4 = _stain("ihc_berep4")
IHC_B72_3 = _stain("ihc_b72_3")
