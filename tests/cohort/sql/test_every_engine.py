"""Every engine says of every row what the one-by-one path says."""

from __future__ import annotations

import random
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from ariane.cohort import assessing
from ariane.cohort.assessing import CohortEngine
from ariane.cohort.columns import CASE_ID, TableError
from support.cohort_engines import Assessed
from support.cohort_gate import ROWS, SCHEMA_OF_ALL, gate, table_of
from support.random_cases import RandomPatients

Assess = Callable[[pl.DataFrame], Assessed]
BURDEN = "tmb_mut_per_mb"


def by_rows(frame: pl.DataFrame) -> Assessed:
    """Return what the checker of cases says of each row, one by one."""
    engine = CohortEngine(frame.schema)
    raw = frame.rename({n: f"__raw:{n}" for n in frame.columns if n != CASE_ID})
    exact, rejects = engine.one_by_one(raw.with_row_index("__row"), 0)
    return Assessed(exact.drop("__row"), rejects, None)  # type: ignore[arg-type]


def test_twenty_thousand_random_cases_agree_on_every_cell(assess: Assess) -> None:
    got = assess(gate().table)
    assert got.counts == (ROWS, ROWS, 0, 0)
    assert_frame_equal(got.table, gate().truths)


def test_rows_that_break_rules_are_refused_with_the_same_reasons(assess: Assess) -> None:
    patients = RandomPatients(5)
    rows = [{**patients.case_facts(0.6), **patients.case_facts(0.8)} for _ in range(150)]
    for name, values in BAD.items():
        for value in values:
            rows.append({**patients.case_facts(0.9), name: value})
    derived = [patients.told(patients.patient(), 0.5, 0.5) for _ in range(60)]
    frame = table_of([*rows, *derived])
    expected = by_rows(frame)
    got = assess(frame)
    assert got.rejects == expected.rejects
    assert got.table.equals(expected.table)
    assert got.counts.rows == got.counts.assessed + got.counts.rejected == len(frame)
    refused = {
        name for r in got.rejects for why in r["reasons"] for name in BAD if name in why["place"]
    }
    assert refused == set(BAD)


BAD: dict[str, tuple[Any, ...]] = {
    "nodal_max_basin": (" ", "\u00a0"),
    "board_date": ("2026-02-30", "0000-01-01", "2026-1-2"),
    "pci_region_scores": ((0, 1), (4,) * 13),
    "drainage_spared_organs": (frozenset([""]),),
    "suspected_origins": (frozenset(["moon"]),),
    "tmb_mut_per_mb": (float("inf"), -0.1),
    "liver_lesion_count": (-1,),
    "ecog_ps": (7,),
    "sex": ("Male", "", "male "),
}
GOOD = {
    "nodal_max_basin": "éà",
    "board_date": "2028-02-29",
    "drainage_spared_organs": [],
    "sex": "unknown",
    "suspected_origins": [],
    "pci_region_scores": [0] * 13,
}


def test_rare_values_that_fit_are_no_reason(assess: Assess) -> None:
    frame = pl.DataFrame([{CASE_ID: "a", **GOOD}], schema=SCHEMA_OF_ALL)
    assert assess(frame).rejects == []


def test_a_row_without_a_name_is_refused(assess: Assess) -> None:
    frame = pl.DataFrame({CASE_ID: ["a", None, " ", "\u2003", "é"]})
    got = assess(frame)
    assert [reject["row"] for reject in got.rejects] == [1, 2, 3]
    assert got.table[CASE_ID].to_list() == ["a", "é"]


def test_a_burden_that_is_no_number_offers_no_anti_pd1(assess: Assess) -> None:
    burdens = [float("nan"), None, 10.1, 10.0]
    facts = {"cup_board_validated": True, "ecog_ps": 1, "msi_status": "mss_pmmr"}
    frame = pl.DataFrame([{CASE_ID: str(b), BURDEN: b, **facts} for b in burdens], SCHEMA_OF_ALL)
    got = assess(frame)
    assert got.table["S24.5.1-O2"].to_list() == [None, None, True, False]
    assert got.counts == (4, 4, 0, 1)


@pytest.mark.parametrize("dtype", [pl.Float32, pl.Float64, pl.Decimal(12, 3), pl.Int16])
def test_numbers_of_every_type_are_the_same_numbers(assess: Assess, dtype: Any) -> None:
    steps = (
        [0.0, 9.0, 10.0, 11.0, 80.0, 100.0]
        if dtype == pl.Int16
        else [0.0, 9.9, 10.0, 10.1, 79.9, 80.0]
    )
    frame = pl.DataFrame(
        {
            CASE_ID: range(len(steps)),
            BURDEN: pl.Series(steps).cast(dtype),
            "liver_lesion_count": pl.Series([0, 1, 2, 3, 4, 5]).cast(dtype),
        }
    )
    wide = frame.cast({BURDEN: pl.Float64, "liver_lesion_count": pl.Int64})
    exact = wide.with_columns(pl.Series(BURDEN, steps, pl.Float64))
    assert assess(frame).table.drop(CASE_ID).equals(by_rows(exact).table.drop(CASE_ID))


def test_a_decimal_too_long_for_a_float_is_compared_exactly(assess: Assess) -> None:
    facts = {"cup_board_validated": True, "ecog_ps": 1, "msi_status": "mss_pmmr"}
    hair = Decimal("1e-20")
    frame = pl.DataFrame(
        [{CASE_ID: i, **facts, BURDEN: 10 + i * hair} for i in range(2)],
        schema_overrides={BURDEN: pl.Decimal(38, 20)},
    )
    assert assess(frame).table["S24.5.1-O2"].to_list() == [False, True]


def test_a_whole_decimal_is_a_count_beside_a_cell_that_is_refused(assess: Assess) -> None:
    frame = pl.DataFrame(
        {CASE_ID: ["a"], "liver_lesion_count": [Decimal("2.00")], "sex": ["man"]},
        schema_overrides={"liver_lesion_count": pl.Decimal(12, 2)},
    )
    (reject,) = assess(frame).rejects
    assert [reason["place"] for reason in reject["reasons"]] == ["facts.sex"]


def test_cells_that_are_nan_cost_no_row_a_check_of_its_own(
    assess: Assess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assessing, "case_of", None)
    frame = pl.DataFrame({CASE_ID: range(3), BURDEN: [float("nan")] * 3})
    assert assess(frame).counts == (3, 3, 0, 3)


def test_counts_that_are_not_whole_are_refused(assess: Assess) -> None:
    frame = pl.DataFrame({CASE_ID: ["a", "b"], "liver_lesion_count": [2.0, 2.5]})
    assert [reject["case_id"] for reject in assess(frame).rejects] == ["b"]


def test_columns_that_are_no_facts_refuse_the_table(assess: Assess) -> None:
    frame = pl.DataFrame({"sexe": ["male"], "liver_metastases": [1.5], "ecog_ps": ["1"]})
    with pytest.raises(TableError) as caught:
        assess(frame)
    found = {problem.name: problem.kind for problem in caught.value.problems}
    assert found == {
        CASE_ID: "missing",
        "sexe": "unknown",
        "liver_metastases": "type",
        "ecog_ps": "type",
    }


def test_rows_stay_in_order_among_those_checked_one_by_one(assess: Assess) -> None:
    shuffle = random.Random(1)
    names = ["a", "é", None, "b"]
    frame = pl.DataFrame({CASE_ID: shuffle.choices(names, k=9_000)}, schema={CASE_ID: pl.String})
    got = assess(frame)
    assert got.table[CASE_ID].to_list() == frame[CASE_ID].drop_nulls().to_list()
    nameless = [row for row, name in enumerate(frame[CASE_ID]) if name is None]
    assert [reject["row"] for reject in got.rejects] == nameless
