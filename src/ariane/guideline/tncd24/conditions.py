"""Conditions that many statements of the chapter share."""

from __future__ import annotations

from ariane.facts.disease_extent import CAPI_STATUS

CUP = CAPI_STATUS.one_of("suspected", "confirmed")
"""A cancer of unknown primary is suspected or confirmed: the case that the chapter is about."""
