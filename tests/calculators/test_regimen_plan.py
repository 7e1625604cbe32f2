"""Plans of the printed regimens: steps, days, doses, both readings of the cycle."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ariane.calculators.body_surface import BodySurfaceFormula
from ariane.calculators.public_holidays import Holiday
from ariane.calculators.regimen_plan import (
    Administration,
    Patient,
    RegimenPlan,
    Rehydration,
    regimen_plan,
)
from ariane.guideline.tncd24.regimens import CISGEM, GEMOX, GEMOX_MODIFIED, PRINTED_REGIMENS

START = date(2026, 3, 2)
PATIENT = Patient(Decimal(170), Decimal(65))


def plan(regimen=CISGEM, start=START, cycles=2) -> RegimenPlan:  # type: ignore[no-untyped-def]
    return regimen_plan(regimen, PATIENT, BodySurfaceFormula.MOSTELLER, start, cycles)


def steps_of(planned: RegimenPlan) -> list[tuple[int, int, str, int, str]]:
    return [
        (
            step.cycle,
            step.day,
            step.on.isoformat(),
            step.order,
            step.infusion.drug if isinstance(step, Administration) else step.hydration.fluid,
        )
        for step in planned.steps
    ]


def test_cisgem_as_printed_day_by_day() -> None:
    assert steps_of(plan()) == [
        (1, 1, "2026-03-02", 1, "cisplatin"),
        (1, 1, "2026-03-02", 2, "physiological_saline"),
        (1, 1, "2026-03-02", 3, "gemcitabine"),
        (1, 8, "2026-03-09", 1, "cisplatin"),
        (1, 8, "2026-03-09", 2, "physiological_saline"),
        (1, 8, "2026-03-09", 3, "gemcitabine"),
        (2, 1, "2026-03-23", 1, "cisplatin"),
        (2, 1, "2026-03-23", 2, "physiological_saline"),
        (2, 1, "2026-03-23", 3, "gemcitabine"),
        (2, 8, "2026-03-30", 1, "cisplatin"),
        (2, 8, "2026-03-30", 2, "physiological_saline"),
        (2, 8, "2026-03-30", 3, "gemcitabine"),
    ]


def test_gemox_gives_oxaliplatin_the_day_after() -> None:
    assert steps_of(plan(GEMOX)) == [
        (1, 1, "2026-03-02", 1, "gemcitabine"),
        (1, 2, "2026-03-03", 2, "oxaliplatin"),
        (2, 1, "2026-03-16", 1, "gemcitabine"),
        (2, 2, "2026-03-17", 2, "oxaliplatin"),
    ]


def test_modified_gemox_gives_both_on_one_day() -> None:
    assert steps_of(plan(GEMOX_MODIFIED, cycles=1)) == [
        (1, 1, "2026-03-02", 1, "gemcitabine"),
        (1, 1, "2026-03-02", 2, "oxaliplatin"),
    ]


def test_the_printed_bags_and_durations() -> None:
    """Against the text of 24.7, typed here anew."""
    found = {
        (planned.regimen.code, step.infusion.drug): (
            str(step.infusion.dose_mg_per_m2),
            step.infusion.duration_min,
            step.infusion.diluent,
            step.infusion.diluent_ml,
            [(name, int(amount)) for name, amount in step.infusion.additives],
        )
        for planned in map(plan, PRINTED_REGIMENS)
        for step in planned.administrations
    }
    saline, glucose = "physiological_saline", "glucose_5_percent"
    salts = [("potassium_chloride", 20), ("magnesium_sulphate", 8)]
    assert found == {
        ("CISGEM", "cisplatin"): ("25", 60, saline, 1000, salts),
        ("CISGEM", "gemcitabine"): ("1000", 30, saline, 250, []),
        ("GEMOX", "gemcitabine"): ("1000", 100, saline, 250, []),
        ("GEMOX", "oxaliplatin"): ("100", 120, glucose, 250, []),
        ("GEMOX_MODIFIED", "gemcitabine"): ("1000", 30, saline, 250, []),
        ("GEMOX_MODIFIED", "oxaliplatin"): ("100", 120, glucose, 250, []),
    }
    [hydration] = {step.hydration for step in plan().rehydrations}
    assert (hydration.volume_ml, hydration.printed_as_reduced) == (500, True)


def test_cisgem_shows_both_readings_and_dates_the_longer() -> None:
    by_length, printed = plan().readings
    assert (by_length.restart_day, by_length.serves) == (22, True)
    assert by_length.starts == (START, date(2026, 3, 23))
    assert by_length.next_start == date(2026, 4, 13)
    assert (printed.restart_day, printed.serves) == (21, False)
    assert printed.starts == (START, date(2026, 3, 22))
    assert printed.next_start == date(2026, 4, 11)


def test_both_readings_are_shown_even_for_one_cycle() -> None:
    assert [reading.next_start for reading in plan(cycles=1).readings] == [
        date(2026, 3, 23),
        date(2026, 3, 22),
    ]


def test_gemox_has_one_reading() -> None:
    assert [reading.restart_day for reading in plan(GEMOX).readings] == [15]


@pytest.mark.parametrize(
    ("regimen", "expected"),
    [
        (CISGEM, ("A02", "A61")),
        (GEMOX, ("A61", "A62", "A86")),
        (GEMOX_MODIFIED, ("A61", "A62")),
    ],
    ids=lambda value: getattr(value, "code", ""),
)
def test_ambiguities_that_touch_a_regimen(regimen, expected) -> None:  # type: ignore[no-untyped-def]
    assert plan(regimen).ambiguities == expected


def test_public_holidays_are_named_and_move_nothing() -> None:
    planned = plan(start=date(2026, 4, 6), cycles=1)
    assert planned.holidays == ((date(2026, 4, 6), Holiday.EASTER_MONDAY),)
    assert planned.steps[0].on == date(2026, 4, 6)


@given(
    st.sampled_from(PRINTED_REGIMENS),
    st.dates(date(2000, 1, 1), date(2100, 12, 31)),
    st.integers(1, 26),
)
def test_every_cycle_repeats_the_first(regimen, start, cycles) -> None:  # type: ignore[no-untyped-def]
    planned = plan(regimen, start, cycles)
    length = timedelta(days=regimen.cycle.length_days)
    first = [step for step in planned.steps if step.cycle == 1]
    assert len(planned.steps) == cycles * len(first)
    for number in range(cycles):
        these = planned.steps[number * len(first) : (number + 1) * len(first)]
        for step, model in zip(these, first, strict=True):
            assert (step.cycle, step.day, step.order) == (number + 1, model.day, model.order)
            assert step.on == model.on + number * length
            assert step.on == start + number * length + timedelta(days=step.day - 1)
    assert [step.on for step in planned.steps] == sorted(step.on for step in planned.steps)
    assert all(isinstance(step, Administration | Rehydration) for step in planned.steps)
