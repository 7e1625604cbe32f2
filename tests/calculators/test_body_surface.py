"""Body surface against published examples, hand calculation and floating point."""

import math
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ariane.calculators.body_surface import (
    DIGITS,
    EXACTLY,
    BodySurfaceFormula,
    body_surface,
    dose_mg,
)

EXAMPLES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent / "published_examples.yaml").read_text("utf-8")
)
HEIGHTS = st.decimals(100, 230, places=1)
WEIGHTS = st.decimals(20, 300, places=1)


@pytest.mark.parametrize(
    "example", EXAMPLES["body_surface"] + EXAMPLES["body_surface_by_hand"], ids=str
)
def test_examples_to_the_digits_that_they_print(example: dict[str, Any]) -> None:
    expected = Decimal(example["m2"])
    found = body_surface(
        Decimal(example["height_cm"]),
        Decimal(example["weight_kg"]),
        BodySurfaceFormula(example["formula"]),
    )
    assert found.quantize(expected) == expected


@pytest.mark.parametrize("example", EXAMPLES["doses_at_1_82_m2"], ids=lambda e: e["drug"])
def test_doses_of_the_example(example: dict[str, Any]) -> None:
    assert dose_mg(Decimal(example["mg_per_m2"]), Decimal("1.82")) == Decimal(example["mg"])


@given(HEIGHTS, WEIGHTS)
def test_both_formulas_agree_with_floating_point(height: Decimal, weight: Decimal) -> None:
    cm, kg = float(height), float(weight)
    mosteller = body_surface(height, weight, BodySurfaceFormula.MOSTELLER)
    dubois = body_surface(height, weight, BodySurfaceFormula.DUBOIS)
    assert float(mosteller) == pytest.approx(math.sqrt(cm * kg / 3600), rel=1e-14)
    assert float(dubois) == pytest.approx(0.007184 * cm**0.725 * kg**0.425, rel=1e-13)


@given(HEIGHTS, WEIGHTS)
def test_nothing_visible_is_rounded(height: Decimal, weight: Decimal) -> None:
    found = body_surface(height, weight, BodySurfaceFormula.MOSTELLER)
    assert abs(found * found * 3600 - height * weight) < Decimal(10) ** -(DIGITS - 12)


def test_the_largest_patient_is_not_capped() -> None:
    largest = body_surface(Decimal(230), Decimal(300), BodySurfaceFormula.MOSTELLER)
    assert largest > Decimal("4.3")
    assert dose_mg(Decimal(1000), largest) == largest.scaleb(3, EXACTLY)
