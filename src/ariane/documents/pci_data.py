"""Peritoneal indices as plain data."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ariane.calculators.lesion_sizes import DESCRIPTIONS, DISPUTED, LESION_SIZES
from ariane.calculators.pci import REGIONS
from ariane.calculators.pci_comparison import PciComparison
from ariane.calculators.pci_reading import PciReading
from ariane.wording.catalogue import speaker
from ariane.wording.language import Language

STATEMENTS = ("S24.3.6.2-G1", "S24.3.6.3-C1", "S24.4.4.1-D1")
"""What the guideline says of the index, of its place in the report, and of resectability."""


def reading_data(reading: PciReading, language: Language) -> dict[str, Any]:
    """Return one reading: total (or null), bounds, what is missing, and notes in a language."""
    return {**_result(reading), **_notes(language)}


def case_data(
    readings: tuple[PciReading, ...], compared: tuple[PciComparison, ...], language: Language
) -> dict[str, Any]:
    """Return all readings of a case and their comparisons."""
    return {
        "case_id": readings[0].case_id,
        "readings": [_result(reading) for reading in readings],
        "comparisons": [_comparison(pair) for pair in compared],
        **_notes(language),
    }


def _result(reading: PciReading) -> dict[str, Any]:
    index = reading.index
    day = reading.scored_on or reading.as_of
    return {
        "total": index.total,
        "min": index.lowest,
        "max": index.highest,
        "missing_regions": list(index.missing_regions),
        "kind": reading.kind.value if reading.kind else None,
        "date": day.isoformat() if day else None,
        "regions": {str(region): index.scores.get(region) for region in REGIONS},
    }


def _comparison(pair: PciComparison) -> dict[str, Any]:
    one, two = pair.first_kind.value, pair.second_kind.value
    return {
        "kinds": [one, two],
        "intervals_overlap": pair.intervals_overlap,
        "seen_by_both": list(pair.seen_by_both),
        "sums_where_both_saw": dict(zip((one, two), pair.sums_where_both_saw, strict=True)),
        "differences": [
            {"region": d.region, one: d.first, two: d.second, "higher": pair.higher(d).value}
            for d in pair.differences
        ],
        "seen_only_by": {one: list(pair.seen_by_first_only), two: list(pair.seen_by_second_only)},
    }


def _notes(language: Language) -> dict[str, Any]:
    said = speaker(language)
    keys = ("missing.help", "disputed", "guideline.no-threshold")
    return {
        "notes": [said(f"pci:{key}") for key in keys],
        "lesion_sizes": [
            {"score": size.score, "above_cm": _cm(size.above_cm), "below_cm": _cm(size.below_cm)}
            for size in LESION_SIZES
        ],
        "disputed_sizes": [
            {"cm": _cm(d.size_cm), "scores": {source.name: list(s) for source, s in d.scores}}
            for d in DISPUTED
        ],
        "lesion_size_sources": [d.url for d in DESCRIPTIONS],
        "statements": list(STATEMENTS),
        "ambiguities": ["A54"],
    }


def _cm(size: Decimal | None) -> float | None:
    return None if size is None else float(size)
