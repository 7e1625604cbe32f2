"""What pathology has ruled out, how tissue is obtained, and what is left of it."""

from __future__ import annotations

from typing import Literal, get_args

from ariane.facts.source import Source
from ariane.logic.fact import BoolFact, EnumFact

LYMPHOMA_EXCLUDED = BoolFact("lymphoma_excluded", source=Source.PATHOLOGY)
MELANOMA_EXCLUDED = BoolFact("melanoma_excluded", source=Source.PATHOLOGY)
SARCOMA_EXCLUDED = BoolFact("sarcoma_excluded", source=Source.PATHOLOGY)
PERCUTANEOUS_BIOPSY_FEASIBLE = BoolFact(
    "percutaneous_biopsy_feasible", source=Source.INTERVENTIONAL_RADIOLOGY
)
PercutaneousBiopsyResult = Literal["not_done", "diagnostic", "failed"]
PERCUTANEOUS_BIOPSY_RESULT = EnumFact[PercutaneousBiopsyResult](
    "percutaneous_biopsy_result",
    source=Source.PATHOLOGY,
    allowed=get_args(PercutaneousBiopsyResult),
    no_result=("not_done",),
)
FFPE_MATERIAL = BoolFact("ffpe_material", source=Source.BIOBANK)
CRYO_MATERIAL = BoolFact("cryo_material", source=Source.BIOBANK)
CTDNA_SAMPLE = BoolFact("ctdna_sample", source=Source.BIOBANK)
TUMOUR_MATERIAL_SUFFICIENT = BoolFact("tumour_material_sufficient", source=Source.BIOBANK)
