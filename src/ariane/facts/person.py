"""The person: sex, general state, history."""

from __future__ import annotations

from typing import Literal, get_args

from ariane.facts.source import Source
from ariane.logic.fact import BoolFact, DecimalFact, EnumFact, IntFact, SetFact

Sex = Literal["female", "male"]
SEX = EnumFact[Sex]("sex", source=Source.CLINICAL, allowed=get_args(Sex))
ECOG_PS = IntFact("ecog_ps", source=Source.CLINICAL, allowed=(0, 1, 2, 3, 4))
GeneralCondition = Literal["preserved", "deteriorated"]
GENERAL_CONDITION = EnumFact[GeneralCondition](
    "general_condition", source=Source.CLINICAL, allowed=get_args(GeneralCondition)
)
NutritionalStatus = Literal["preserved", "altered"]
NUTRITIONAL_STATUS = EnumFact[NutritionalStatus](
    "nutritional_status", source=Source.CLINICAL, allowed=get_args(NutritionalStatus)
)
COMORBIDITIES_ASSESSED = BoolFact("comorbidities_assessed", source=Source.CLINICAL)
HISTORY_TAKEN = BoolFact("history_taken", source=Source.CLINICAL)
CLINICAL_EXAM_DONE = BoolFact("clinical_exam_done", source=Source.CLINICAL)
Procedure = Literal[
    "nevus_excision",
    "uterine_fibroid_morcellation",
    "appendiceal_mucocele_excision",
    "other_appendiceal_tumour_excision",
    "recurrent_lipoma_excision",
    "other_excision",
]
PRIOR_PROCEDURES = SetFact[Procedure](
    "prior_procedures", source=Source.CLINICAL, allowed=get_args(Procedure)
)
PRIOR_OPERATIVE_REPORTS_RETRIEVED = BoolFact(
    "prior_operative_reports_retrieved", source=Source.DOCUMENTS
)
PRIOR_HISTOLOGY_REPORTS_RETRIEVED = BoolFact(
    "prior_histology_reports_retrieved", source=Source.DOCUMENTS
)
PRIOR_CANCER_HISTORY = BoolFact("prior_cancer_history", source=Source.CLINICAL)
UNDERLYING_LIVER_DISEASE = BoolFact("underlying_liver_disease", source=Source.CLINICAL)
DIABETES = BoolFact("diabetes", source=Source.CLINICAL)
CLINICAL_CERVICAL_ADENOPATHY = BoolFact("clinical_cervical_adenopathy", source=Source.CLINICAL)
SymptomBurden = Literal["none", "moderate", "severe"]
SYMPTOM_BURDEN = EnumFact[SymptomBurden](
    "symptom_burden", source=Source.CLINICAL, allowed=get_args(SymptomBurden)
)
DiseaseTempo = Literal["slow", "intermediate", "rapid"]
DISEASE_TEMPO = EnumFact[DiseaseTempo](
    "disease_tempo", source=Source.CLINICIAN, allowed=get_args(DiseaseTempo)
)
BSA_M2 = DecimalFact("bsa_m2", source=Source.PHARMACY, unit="m2")
