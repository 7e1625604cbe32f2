"""What is typed for a calculator: read strictly, refused with every problem at once."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ariane.calculators.inputs import InputError, InputKind, Inputs
from ariane.calculators.requests import (
    requested_regimen_plan,
    requested_sessions,
    requested_surveillance_plan,
)


def kinds(error: InputError) -> list[tuple[str, str]]:
    return [(problem.option, problem.kind) for problem in error.problems]


def test_all_problems_come_at_once() -> None:
    with pytest.raises(InputError) as refused:
        requested_regimen_plan("FOLFOX", "1,70", "NaN", "2026-02-30", "0", None)
    assert kinds(refused.value) == [
        ("REGIMEN", "no-printed-dose"),
        ("--height-cm", "comma"),
        ("--weight-kg", "not-a-number"),
        ("--start", "not-a-date"),
        ("--cycles", "out-of-range"),
        ("--bsa-formula", "formula-missing"),
    ]


def test_everything_may_be_missing() -> None:
    with pytest.raises(InputError) as refused:
        requested_regimen_plan("CISGEM", None, None, None, "1", None)
    assert kinds(refused.value) == [
        ("--height-cm", "missing"),
        ("--weight-kg", "missing"),
        ("--start", "day-missing"),
        ("--bsa-formula", "formula-missing"),
    ]


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("99.9", InputKind.OUT_OF_RANGE),
        ("230.1", InputKind.OUT_OF_RANGE),
        ("1.70", InputKind.OUT_OF_RANGE),
        ("-170", InputKind.OUT_OF_RANGE),
        ("170,5", InputKind.COMMA),
        ("nan", InputKind.NOT_A_NUMBER),
        ("inf", InputKind.NOT_A_NUMBER),
        ("1e2", InputKind.NOT_A_NUMBER),
        ("170 cm", InputKind.NOT_A_NUMBER),
        ("", InputKind.NOT_A_NUMBER),
        ("１７０", InputKind.NOT_A_NUMBER),
        ("1" * 5000, InputKind.NOT_A_NUMBER),
    ],
)
def test_refused_heights(typed: str, kind: InputKind) -> None:
    inputs = Inputs()
    assert inputs.number("--height-cm", typed, 100, 230, "cm") is None
    assert [problem.kind for problem in inputs.problems] == [kind]


@pytest.mark.parametrize("typed", ["100", "230", "170.5", "170.50"])
def test_bounds_are_allowed(typed: str) -> None:
    inputs = Inputs()
    assert inputs.number("--height-cm", typed, 100, 230) is not None
    assert inputs.problems == []


@pytest.mark.parametrize(
    "typed", ["2026-2-3", "20260302", "2026-W10-1", "02/03/2026", "2025-02-29", "", "2026-03-02T00"]
)
def test_refused_days(typed: str) -> None:
    inputs = Inputs()
    assert inputs.day("--start", typed) is None
    assert [problem.kind for problem in inputs.problems] == [InputKind.NOT_A_DATE]


@pytest.mark.parametrize("typed", ["1999-12-31", "2101-01-01", "9999-12-31", "0206-03-02"])
def test_a_day_far_off_is_a_typing_error(typed: str) -> None:
    inputs = Inputs()
    assert inputs.day("--start", typed) is None
    assert [problem.kind for problem in inputs.problems] == [InputKind.DATE_OUT_OF_RANGE]


def test_a_whole_number_is_asked_for() -> None:
    inputs = Inputs()
    assert inputs.count("-n", "2.5", 1, 9) is None
    assert inputs.problems[0].kind is InputKind.NOT_WHOLE
    assert Inputs().count("-n", "2", 1, 9) == 2


@given(st.text(max_size=20))
def test_no_text_breaks_the_readers(typed: str) -> None:
    inputs = Inputs()
    results = [
        inputs.number("a", typed, 0, 9),
        inputs.count("b", typed, 0, 9),
        inputs.day("c", typed),
        inputs.choice("d", typed, ("mosteller", "dubois")),
    ]
    assert sum(result is None for result in results) == len(inputs.problems)


def test_fewer_visits_than_five_years_are_refused() -> None:
    with pytest.raises(InputError) as refused:
        requested_surveillance_plan("curative", "2026-01-01", "19")
    assert kinds(refused.value) == [("-n", "too-few-visits")]
    assert len(requested_surveillance_plan("curative", "2026-01-01", "21").visits) == 21


def test_the_last_allowed_day_still_makes_every_plan() -> None:
    assert requested_regimen_plan("CISGEM", "170", "65", "2100-12-31", "26", "dubois").steps
    assert requested_surveillance_plan("curative", "2100-12-31", "80").visits
    assert requested_sessions("2100-12-31", "48")[-1].start.date() > date(2102, 1, 1)
