"""Mistakes in a condition fail where it is written, not at a bedside."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ariane.facts.disease_extent import LIVER_METASTASES as LIVER
from ariane.facts.disease_extent import PERITONEAL_METASTASES as PERITONEUM
from ariane.facts.disease_extent import SUSPECTED_ORIGINS
from ariane.facts.imaging import DOTATOC_RESULT
from ariane.facts.person import ECOG_PS, SEX
from ariane.facts.surgery import APPENDIX_STATUS
from ariane.logic.expression import And, Expression, Not, Or, Threshold


@pytest.mark.parametrize("condition", [LIVER, ECOG_PS < 2, LIVER & PERITONEUM, ~LIVER])
def test_a_condition_is_no_boolean(condition: Expression) -> None:
    with pytest.raises(TypeError, match="a condition is data"):
        bool(condition)


def test_python_and_or_not_are_refused() -> None:
    for mistake in (
        lambda: LIVER and PERITONEUM,
        lambda: LIVER or PERITONEUM,
        lambda: not LIVER,
        lambda: 0 < ECOG_PS < 3,
    ):
        with pytest.raises(TypeError):
            mistake()


@pytest.mark.parametrize("build", [SEX.is_, SEX.is_not, SEX.one_of], ids=lambda b: b.__name__)
def test_a_value_that_the_fact_never_has(build: Callable[[str], Expression]) -> None:
    with pytest.raises(ValueError, match="sex is never 'femal'"):
        build("femal")


@pytest.mark.parametrize(
    "build",
    [
        lambda: DOTATOC_RESULT.is_("not_done"),
        lambda: DOTATOC_RESULT.is_not("not_done"),
        lambda: DOTATOC_RESULT.one_of("negative", "not_done"),
        lambda: APPENDIX_STATUS.is_("not_seen"),
    ],
)
def test_a_no_result_value_cannot_be_tested(build: Callable[[], Expression]) -> None:
    with pytest.raises(ValueError, match="is no result"):
        build()


def test_unknown_cannot_be_tested() -> None:
    with pytest.raises(ValueError, match="never 'unknown'"):
        SEX.is_("unknown")  # type: ignore[arg-type]


def test_a_member_that_the_set_never_has() -> None:
    with pytest.raises(ValueError, match="never contains 'gut'"):
        SUSPECTED_ORIGINS.contains("gut")  # type: ignore[arg-type]


def test_conjunctions_flatten() -> None:
    assert And((LIVER, PERITONEUM, Not(LIVER))) == (LIVER & PERITONEUM) & ~LIVER


def test_disjunctions_flatten() -> None:
    assert Or((LIVER, PERITONEUM, Not(LIVER))) == LIVER | (PERITONEUM | ~LIVER)


def test_python_binds_and_tighter_than_or() -> None:
    assert Or((LIVER, And((PERITONEUM, Not(LIVER))))) == LIVER | PERITONEUM & ~LIVER


def test_a_named_threshold_keeps_its_unit_and_place() -> None:
    bound = Threshold(2, "", "24.8.2")
    assert (bound > ECOG_PS).bound is bound  # type: ignore[attr-defined]


def test_equal_conditions_are_equal_and_hash_alike() -> None:
    assert (ECOG_PS < 2) == (ECOG_PS < 2)
    assert len({LIVER & (ECOG_PS < 2), LIVER & (ECOG_PS < 2)}) == 1
