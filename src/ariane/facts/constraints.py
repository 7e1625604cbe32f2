"""What follows from what among facts, and what no real patient can be."""

from __future__ import annotations

from typing import NamedTuple

from ariane.facts.disease_extent import (
    BONE_METASTASES,
    EXTRAHEPATIC_DISEASE,
    EXTRAPERITONEAL_DISEASE,
    LIVER_LESION_COUNT,
    LIVER_MAIN_LESION_COUNT,
    LIVER_METASTASES,
    LUNG_METASTASES,
    OVARIAN_INVOLVEMENT_PREDOMINANT,
    OVARIAN_METASTASES_SUSPECTED,
    PERITONEAL_METASTASES,
    SEROSAL_INVOLVEMENT,
)
from ariane.facts.imaging import OVARY_BILATERAL, OVARY_MILLEFEUILLE_SIGN, OVARY_SURFACE_NODULES
from ariane.facts.molecular import DNA_PANEL_DONE, DNA_PANEL_GENE_COUNT
from ariane.facts.pathology import HISTOLOGY_AVAILABLE
from ariane.facts.person import SEX
from ariane.facts.surgery import LAPAROSCOPY_PERFORMED, OVARIES_VISUALISED, TROCAR_SITES
from ariane.facts.tissue import PERCUTANEOUS_BIOPSY_RESULT
from ariane.logic.expression import Expression
from ariane.logic.fact import BoolFact


class Implication(NamedTuple):
    """Where `cause` is true, so is every one of `effects`."""

    cause: BoolFact
    effects: tuple[BoolFact, ...]


IMPLICATIONS: tuple[Implication, ...] = (
    Implication(LIVER_METASTASES, (EXTRAPERITONEAL_DISEASE,)),
    Implication(PERITONEAL_METASTASES, (EXTRAHEPATIC_DISEASE, SEROSAL_INVOLVEMENT)),
    Implication(LUNG_METASTASES, (EXTRAPERITONEAL_DISEASE, EXTRAHEPATIC_DISEASE)),
    Implication(BONE_METASTASES, (EXTRAPERITONEAL_DISEASE, EXTRAHEPATIC_DISEASE)),
)

EXCLUSIONS: tuple[Expression, ...] = (
    LIVER_MAIN_LESION_COUNT.exceeds(LIVER_LESION_COUNT),
    LIVER_METASTASES & LIVER_LESION_COUNT.equals(0),
    SEX.is_("male")
    & (
        OVARIAN_METASTASES_SUSPECTED
        | OVARIAN_INVOLVEMENT_PREDOMINANT
        | OVARY_BILATERAL
        | OVARIES_VISUALISED
        | OVARY_SURFACE_NODULES
        | OVARY_MILLEFEUILLE_SIGN
    ),
    PERCUTANEOUS_BIOPSY_RESULT.is_("diagnostic") & ~HISTOLOGY_AVAILABLE,
    TROCAR_SITES.not_empty() & ~LAPAROSCOPY_PERFORMED,
    (DNA_PANEL_GENE_COUNT > 0) & ~DNA_PANEL_DONE,
)

FORBIDDEN: tuple[Expression, ...] = (
    *(rule.cause & ~effect for rule in IMPLICATIONS for effect in rule.effects),
    *EXCLUSIONS,
)
"""Every combination that no real patient satisfies."""
