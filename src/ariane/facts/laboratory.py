"""Blood work-up and serum markers."""

from __future__ import annotations

from ariane.facts.source import Source
from ariane.logic.fact import BoolFact

STANDARD_BIOLOGY_DONE = BoolFact("standard_biology_done", source=Source.LABORATORY)
CEA_ELEVATED = BoolFact("cea_elevated", source=Source.LABORATORY)
CA19_9_ELEVATED = BoolFact("ca19_9_elevated", source=Source.LABORATORY)
CA125_ELEVATED = BoolFact("ca125_elevated", source=Source.LABORATORY)
NSE_ELEVATED = BoolFact("nse_elevated", source=Source.LABORATORY)
CGA_ELEVATED = BoolFact("cga_elevated", source=Source.LABORATORY)
PSA_ELEVATED = BoolFact("psa_elevated", source=Source.LABORATORY)
