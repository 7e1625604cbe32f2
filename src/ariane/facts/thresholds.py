"""The bounds that the chapter prints, each with its unit and its place (edition of March 2025)."""

from __future__ import annotations

from ariane.logic.expression import Threshold

EXPERT_AGREEMENT_MINIMUM = Threshold(80, "%", "24.1")
OLIGOMETASTATIC_FROM = Threshold(1, "lesions", "24.4.4.2")
OLIGOMETASTATIC_TO = Threshold(4, "lesions", "24.4.4.2")
OLIGOMETASTATIC_BELOW = Threshold(5, "lesions", "24.4.4.2")
OVARIAN_METASTASIS_SIZE = Threshold(10, "cm", "24.3.2.2.4")
OVARIAN_METASTASIS_SIZE_LARGEST = Threshold(13, "cm", "24.3.2.2.4")
ORADS_MALIGNANT = Threshold(4, "", "24.3.2.2.4")
SUSPICIOUS_BIOPSIES_MINIMUM = Threshold(3, "biopsies", "24.3.6.2")
PS_EXPLORATION_BELOW = Threshold(2, "", "24.8.2")
PS_FIRST_LINE = Threshold(1, "", "24.4.1")
PS_LATER_LINES = Threshold(2, "", "24.4.1.2")
PS_SUPPORTIVE_CARE = Threshold(3, "", "24.5.1")
LARGE_PANEL_GENES = Threshold(100, "genes", "24.3.8.1")
TMB_HIGH = Threshold(10, "mutations/Mb", "24.5.1")
MULTIPLE_LIVER_LESIONS = Threshold(3, "lesions", "24.8.1")
