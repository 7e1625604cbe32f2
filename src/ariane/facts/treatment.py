"""Treatment given, under way or planned."""

from __future__ import annotations

from typing import Literal, get_args

from ariane.facts.source import Source
from ariane.logic.fact import BoolFact, EnumFact

TreatmentPhase = Literal[
    "before_treatment", "first_line", "second_line_or_later", "supportive_only", "follow_up"
]
TREATMENT_PHASE = EnumFact[TreatmentPhase](
    "treatment_phase", source=Source.TREATMENT_RECORD, allowed=get_args(TreatmentPhase)
)
TreatmentIntent = Literal["curative", "palliative"]
TREATMENT_INTENT = EnumFact[TreatmentIntent](
    "treatment_intent", source=Source.BOARD, allowed=get_args(TreatmentIntent)
)
PRIOR_PLATINUM = BoolFact("prior_platinum", source=Source.TREATMENT_RECORD)
PRIOR_TAXANE = BoolFact("prior_taxane", source=Source.TREATMENT_RECORD)
PRIOR_GEMCITABINE = BoolFact("prior_gemcitabine", source=Source.TREATMENT_RECORD)
ON_SYSTEMIC_TREATMENT = BoolFact("on_systemic_treatment", source=Source.TREATMENT_RECORD)
BIOLOGY_COMPATIBLE_WITH_TREATMENT = BoolFact(
    "biology_compatible_with_treatment", source=Source.LABORATORY
)
CURATIVE_LOCAL_TREATMENT_DONE = BoolFact(
    "curative_local_treatment_done", source=Source.TREATMENT_RECORD
)
LOCAL_LIVER_TREATMENT_PLANNED = BoolFact("local_liver_treatment_planned", source=Source.BOARD)
CYTOREDUCTION_PLANNED = BoolFact("cytoreduction_planned", source=Source.BOARD)
Regimen = Literal["CISGEM", "GEMOX", "GEMOX_MODIFIED", "other"]
REGIMEN = EnumFact[Regimen]("regimen", source=Source.TREATMENT_RECORD, allowed=get_args(Regimen))
