"""`ariane-tissue-plan/1`: the plan for the tumour sample as data, the same in every language."""

from __future__ import annotations

from typing import Any

from ariane.consult.consultation import Consultation
from ariane.consult.tissue_plan import TissuePlan, TissueUse

SCHEMA = "ariane-tissue-plan/1"


def tissue_data(plan: TissuePlan, consultation: Consultation) -> dict[str, Any]:
    """Return the plan as plain data; a material of which nothing is known is `null`."""
    case = consultation.case
    return {
        "schema": SCHEMA,
        "case_id": case.id,
        "as_of": case.as_of.isoformat() if case.as_of else None,
        "sample": dict(plan.sample),
        "ask": list(plan.ask),
        "uses": [_use(use, consultation) for use in plan.uses],
        "warnings": [
            {
                "id": entry.warned.value,
                "statements": list(entry.statements),
                "ambiguity": entry.reading,
            }
            for entry in plan.warnings
        ],
    }


def _use(use: TissueUse, consultation: Consultation) -> dict[str, Any]:
    return {
        "id": use.use.value,
        "standing": use.standing.value,
        "statements": [
            {"id": name, "truth": consultation[name].settled_truth.value} for name in use.statements
        ],
        "markers": list(use.markers),
        "materials": {supply.material: supply.available for supply in use.supplies},
        "held": use.held,
    }
