"""Conditions that many statements of the chapter share."""

from __future__ import annotations

from ariane.facts.disease_extent import CAPI_STATUS, LIVER_METASTASES
from ariane.facts.imaging import BRAIN_MRI_DONE, FDG_PET_DONE

CUP = CAPI_STATUS.one_of("suspected", "confirmed")
"""A cancer of unknown primary is suspected or confirmed: the case that the chapter is about."""

WITHOUT_LOCAL_LIVER_WORK_UP = ~(
    FDG_PET_DONE.is_known() & FDG_PET_DONE & BRAIN_MRI_DONE.is_known() & BRAIN_MRI_DONE
) & ~(LIVER_METASTASES.is_known() & ~LIVER_METASTASES)
"""FDG PET and brain MRI are not both known to be done, nor is the liver known to be free."""
