"""The reading of a stain panel as data."""

from __future__ import annotations

from typing import Any

from ariane.consult.stains import StainReading
from ariane.guideline.tncd24.tumour_entities import ENTITIES


def stain_reading_data(reading: StainReading) -> dict[str, Any]:
    """Return the reading as plain data; tumours are slugs with their codes."""
    return {
        "results": dict(reading.results),
        "families": [
            {"tumour": f.tumour, "state": f.state.value, "missing": list(f.missing)}
            for f in reading.families
        ],
        "profile": reading.profile._asdict() if reading.profile else None,
        "table_applies": reading.table_applies,
        "candidates": [
            {
                "tumour": candidate.tumour,
                "codes": list(ENTITIES[candidate.tumour].codes),
                "evidence": [evidence._asdict() for evidence in candidate.evidence],
            }
            for candidate in reading.candidates
        ],
        "losses": [{"tumour": tumour, "statement": name} for tumour, name in reading.losses],
        "separators": [
            {"marker": s.marker, "supports": list(s.supports), "statement": s.statement}
            for s in reading.separators
        ],
    }
