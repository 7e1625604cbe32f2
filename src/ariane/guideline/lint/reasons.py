"""Reasons of Ariane's own why a finding may stand, where no ambiguity of the text covers it.

Their words, with the section that each rests on, are in `lint.json`.
"""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why what was found is as it should be."""

    EXAM_FIRST = "exam-first"
    AWAITS_VALIDATION = "awaits-validation"
    RESECTABILITY_OPEN = "resectability-open"
    ANOTHER_PRIMARY = "another-primary"
    BY_ENTITY = "by-entity"
    ENTITIES_ELSEWHERE = "entities-elsewhere"
    REDUCED_STAIN = "reduced-stain"
    CONTRADICTORY_STAINS = "contradictory-stains"
    MIXED_PHENOTYPE = "mixed-phenotype"
    LOCAL_TREATMENT_PS = "local-treatment-ps"
    GENERAL_CONDITION = "general-condition"
    BOX_REPEATS_TEXT = "box-repeats-text"
    BOX_SHORTER = "box-shorter"
    PARTICULAR_CASE = "particular-case"
    LISTED_BY_AMBIGUITY = "listed-by-ambiguity"
