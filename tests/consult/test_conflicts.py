"""Where the text contradicts itself for this patient: shown, and shown at the exact bound."""

from __future__ import annotations

from typing import Any

import pytest

from ariane.consult.assessment import assess
from support.case_files import case

PERITONEUM = {"peritoneal_metastases": True, "extraperitoneal_disease": False}


def touched(facts: dict[str, Any]) -> set[str]:
    return {conflict.ambiguity.id for conflict in assess(case(facts)).conflicts}


@pytest.mark.parametrize(
    ("ambiguity", "inside", "outside"),
    [
        ("A06", {"tmb_mut_per_mb": 10}, {"tmb_mut_per_mb": 9}),
        ("A01", {"ecog_ps": 2}, {}),
        ("A81", {**PERITONEUM, "primary_identified": False, "ecog_ps": 4}, {"ecog_ps": 1}),
        ("A08", {"metastasis_count": 5}, {"metastasis_count": 6}),
        ("A50", {"ovary_max_size_cm": 11.5}, {"ovary_max_size_cm": 14}),
        (
            "A89",
            {**PERITONEUM, "ecog_ps": 1, "peritoneal_resectability": "unresectable_confirmed"},
            {**PERITONEUM, "ecog_ps": 2, "peritoneal_resectability": "unresectable_confirmed"},
        ),
        ("A19", {"laparoscopy_planned": True}, {"laparoscopy_planned": False}),
    ],
)
def test_an_ambiguity_shows_where_it_touches_the_patient_and_not_elsewhere(
    ambiguity: str, inside: dict[str, Any], outside: dict[str, Any]
) -> None:
    assert ambiguity in touched(inside)
    assert ambiguity not in touched(outside)


def test_the_gravest_come_first() -> None:
    found = assess(case({**PERITONEUM, "ecog_ps": 2, "capi_status": "suspected"})).conflicts
    order = ["critical", "high", "medium", "low"]
    ranks = [order.index(conflict.ambiguity.priority.value) for conflict in found]
    assert ranks == sorted(ranks)


def test_nothing_known_touches_nobody() -> None:
    assert touched({}) == set()
