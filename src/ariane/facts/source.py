"""Where a fact is normally found, and hence whom to ask for it."""

from __future__ import annotations

from enum import StrEnum


class Source(StrEnum):
    """Origins of facts; the wording files name each of them."""

    CLINICAL = "clinical"
    CLINICIAN = "clinician"
    DOCUMENTS = "documents"
    RECORD = "record"
    PHARMACY = "pharmacy"
    RADIOLOGY = "radiology"
    LIVER_MRI = "liver-mri"
    PELVIC_MRI = "pelvic-mri"
    BREAST_RADIOLOGY = "breast-radiology"
    NUCLEAR_MEDICINE = "nuclear-medicine"
    INTERVENTIONAL_RADIOLOGY = "interventional-radiology"
    LABORATORY = "laboratory"
    PATHOLOGY = "pathology"
    IMMUNOHISTOCHEMISTRY = "immunohistochemistry"
    BIOBANK = "biobank"
    MOLECULAR_BIOLOGY = "molecular-biology"
    BOARD = "board"
    RENAPE_BOARD = "renape-board"
    SURGEON = "surgeon"
    OPERATIVE_REPORT = "operative-report"
    TREATMENT_RECORD = "treatment-record"
    DERIVED = "derived"
    KNOWLEDGE_BASE = "knowledge-base"


NEVER_ASKED = frozenset({Source.DERIVED, Source.KNOWLEDGE_BASE})
"""Sources that no person can answer for."""
