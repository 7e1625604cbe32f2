"""The synthetic registry: possible patients, declared shares, and as incomplete as a register."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pyarrow.parquet as parquet
import pytest

from ariane.cli.main import main
from ariane.cohort.assessing import CohortEngine
from ariane.cohort.columns import CASE_ID
from ariane.cohort.registry.drawing import Draw
from ariane.cohort.registry.generating import (
    Whole,
    recorded,
    registry_frames,
    registry_table,
    whole_patients,
)
from ariane.cohort.registry.parameters import Row, Variable, parameters
from ariane.facts.vocabulary import BY_NAME, DERIVED, VOCABULARY

ROWS = 20_000
SIGMAS = 5.0
"""Of some 1,500 shares, one in 1,700,000 is further off by chance."""
OF_RECOMMENDATIONS = [f"S24.1-G{number}" for number in range(1, 7)]
"""How a statement is graded: no patient makes one of these hold."""


@pytest.fixture(scope="module")
def whole() -> Whole:
    return whole_patients(parameters(), ROWS, np.random.default_rng(7))


@pytest.fixture(scope="module")
def frame() -> pl.DataFrame:
    (rows,) = registry_frames(ROWS, 1, groups=True)
    return rows


def labels(draw: Draw) -> dict[str, Any]:
    """Return the answer of each patient to each variable, `None` where there is none."""
    answers = {v.name: np.array([*v.answers, None], object) for v in parameters().variables}
    return {name: answers[name][codes] for name, codes in draw.codes.items()}


def among(drawn: dict[str, Any], condition: Any) -> Any:
    met = np.ones(ROWS, bool)
    for name, values in condition.items():
        met &= np.array([label is not None and label in values for label in drawn[name]])
    return met


def test_every_fact_is_drawn_or_said_not_to_be() -> None:
    declared = parameters()
    drawn = {v.name for v in declared.variables} & {*BY_NAME}
    assert {fact.name for fact in VOCABULARY} == drawn | {*declared.not_generated}
    assert not drawn & {*declared.not_generated}
    assert {fact.name for fact in DERIVED} <= {*declared.not_generated}
    listed = [name for recording in declared.recordings for name in recording.facts]
    assert sorted(listed) == sorted(drawn)


def test_every_source_and_reason_is_used() -> None:
    declared = parameters()
    rows = [row for v in declared.variables for row in v.rows]
    rows += [row for recording in declared.recordings for row in recording.rows]
    named = {row.origin for row in rows}
    assert {*declared.sources} == {origin for origin in named if "/" not in origin}
    assert {*declared.reasons} == {origin.split("/")[1] for origin in named if "/" in origin}


def test_the_patients_are_as_declared(whole: Whole) -> None:
    drawn = labels(whole.draw)
    wrong = []
    for variable in parameters().variables:
        if variable.same_as is None and variable.name in drawn:
            wrong += shares_that_are_off(variable, drawn)
    assert wrong == []


def shares_that_are_off(variable: Variable, drawn: dict[str, Any]) -> list[Any]:
    left = among(drawn, variable.only)
    found = []
    for row in variable.rows:
        met = left & among(drawn, row.of)
        left &= ~met
        found += [(variable.name, *off) for off in off_shares(row, drawn[variable.name][met])]
    assert not left.any(), variable.name
    return found


def off_shares(row: Row, drawn: Any) -> list[Any]:
    count = len(drawn)
    off = []
    for answer, share in row.shares.items():
        seen = sum(1 for label in drawn if label == answer)
        error = SIGMAS * np.sqrt(count * share * (1 - share))
        if abs(seen - count * share) > error + 1e-6:
            off.append((dict(row.of), answer, share, seen / count))
    return off


def test_what_is_recorded_is_as_declared(whole: Whole) -> None:
    declared = parameters()
    kept = recorded(declared, whole, np.random.default_rng(8))
    drawn = labels(whole.draw)
    for recording in declared.recordings:
        left = np.ones(ROWS, bool)
        for row in recording.rows:
            met = left & among(drawn, row.of)
            left &= ~met
            for name in recording.facts:
                there = met & whole.frame[name].is_not_null().to_numpy()
                silent = BY_NAME[name].no_result
                if silent and recording.no_result:
                    continue  # some of the lost cells say so
                share = row.shares[True] * recording.each
                error = SIGMAS * np.sqrt(max(1, there.sum()) * 0.25)
                known = kept[name].is_not_null().to_numpy()[there].sum()
                assert abs(known - there.sum() * share) <= error, (recording.group, name)


def test_no_row_is_refused_and_every_statement_of_patients_holds(frame: pl.DataFrame) -> None:
    rows = frame.drop("centre", "diagnosis_period")
    batch = CohortEngine(rows.schema).assess(rows, 1)
    assert batch.rejects == []
    assert len(batch.assessed) == ROWS
    holding = batch.assessed.drop(CASE_ID).sum()
    assert [name for name in holding.columns if not holding[name].item()] == OF_RECOMMENDATIONS


def test_what_was_not_examined_has_no_result(frame: pl.DataFrame) -> None:
    without = frame.filter(pl.col("mri_liver_done") == False)  # noqa: E712
    assert len(without) > 1000
    assert (
        without.select(pl.col("^mri_.*$").exclude("mri_liver_done")).null_count().row(0)
        == (len(without),) * 14
    )
    explored = frame.filter(pl.col("peritoneal_exploration_performed") == False)  # noqa: E712
    assert explored["pci_region_scores"].null_count() == len(explored)
    scores = frame["pci_region_scores"].drop_nulls()
    assert scores.list.len().unique().to_list() == [13]


def test_centres_and_years_differ(frame: pl.DataFrame) -> None:
    presented = pl.col("cup_board_presented").mean()
    by_year = frame.group_by("diagnosis_period").agg(presented).sort("diagnosis_period")
    first, *_, last = by_year["cup_board_presented"].to_list()
    assert first < 0.1 < 0.3 < last
    by_centre = frame.group_by("centre").agg(pl.col("tmb_mut_per_mb").null_count() / pl.len())
    shares = by_centre["tmb_mut_per_mb"].to_list()
    assert len(shares) == 17
    assert max(shares) - min(shares) > 0.1


def test_the_same_seed_gives_the_same_bytes_which_say_what_they_are(tmp_path: Path) -> None:
    written = []
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        path = tmp_path / f"{name}.parquet"
        registry_table(60, seed, path, lambda *_: None)
        written.append(path.read_bytes())
    assert written[0] == written[1] != written[2]
    notes = parquet.read_schema(tmp_path / "a.parquet").metadata
    assert notes[b"ariane.synthetic"] == b"true"
    assert b"no row is a patient" in notes[b"ariane.synthetic.notice"]
    table = pl.read_parquet(tmp_path / "a.parquet")
    assert table[CASE_ID].str.starts_with("SYN-").all()
    assert not {"centre", "diagnosis_period"} & {*table.columns}


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def run(*words: str) -> int:
        with pytest.raises(SystemExit) as left:
            main(["cohort", "simulate", "-n", "5", "--lang", "en", *words])
        return int(left.value.code or 0)

    path = tmp_path / "a.arrow"
    assert run("-o", str(path), "--groups") == 0
    assert pl.read_ipc(path).columns[:3] == [CASE_ID, "centre", "diagnosis_period"]
    said = capsys.readouterr()
    assert said.out == ""
    assert "no row is a patient" in said.err
    assert run("-o", str(path), "--groups", "--uniform") == 2
    assert "exclude each other" in capsys.readouterr().err


def test_the_pages_say_what_the_parameters_say() -> None:
    path = Path(__file__).parents[3] / "tools" / "synthetic_registry_page.py"
    pages = runpy.run_path(str(path))["pages"]()
    assert {page.name for page in pages} == {f"synthetic-registry.{of}.md" for of in ("fr", "en")}
    for page, text in pages.items():
        assert page.read_text("utf-8") == text
