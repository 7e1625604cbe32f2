"""A table of patients says of each what `ariane assess` says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from ariane.case.problems import CaseError
from ariane.cohort import tables
from ariane.cohort.columns import TableError
from ariane.cohort.streaming import Counts, assess_table
from ariane.consult.engine import engine
from ariane.facts.vocabulary import VOCABULARY
from ariane.logic.compiled import compiled
from ariane.logic.fact import (
    BoolFact,
    DecimalFact,
    IntFact,
    ScoresFact,
    SetFact,
)
from support.case_files import case, plain
from support.random_cases import RandomPatients

ROWS = 1500


def frame(rows: list[dict[str, Any]]) -> pl.DataFrame:
    """Return case facts as a table typed as the vocabulary."""
    types: dict[str, Any] = {"case_id": pl.String}
    for fact in VOCABULARY:
        match fact:
            case BoolFact():
                types[fact.name] = pl.Boolean
            case IntFact():
                types[fact.name] = pl.Int64
            case DecimalFact():
                types[fact.name] = pl.Float64
            case SetFact():
                types[fact.name] = pl.List(pl.String)
            case ScoresFact():
                types[fact.name] = pl.List(pl.Int64)
            case _:
                types[fact.name] = pl.String
    return pl.DataFrame(rows, schema=types)


def run(table: pl.DataFrame, folder: Path) -> tuple[pl.DataFrame, list[Any], Counts]:
    table.write_parquet(folder / "in.parquet")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "BATCH", 400)
        counts = assess_table(folder / "in.parquet", folder / "out.parquet", lambda *_: None)
    lines = (folder / "out.rejects.jsonl").read_text().splitlines()
    assert sorted(p.name for p in folder.iterdir()) == [
        "in.parquet",
        "out.parquet",
        "out.rejects.jsonl",
    ]
    return pl.read_parquet(folder / "out.parquet"), [json.loads(line) for line in lines], counts


def test_every_cell_agrees_and_the_same_rows_are_refused(tmp_path: Path) -> None:
    patients = RandomPatients(9)
    facts = [plain(patients.case_facts(0.3)) for _ in range(ROWS)]
    for row in facts[::10]:  # some made contradictory, or out of range
        row |= {"liver_metastases": True, "extraperitoneal_disease": False}
    for row in facts[5::50]:
        row |= {"ecog_ps": 7, "sex": "x"}
    truths = compiled([s.when for s in engine().statements])
    expected, refused = {}, set()
    for number, row in enumerate(facts):
        try:
            expected[f"P{number}"] = truths(case(row).known)
        except CaseError:
            refused.add(number)
    rows = [{"case_id": f"P{n}", **row} for n, row in enumerate(facts)]
    out, rejects, counts = run(frame(rows), tmp_path)
    assert {row[0]: row[1:] for row in out.iter_rows()} == expected
    assert {reject["row"] for reject in rejects} == refused
    assert counts == Counts(ROWS, len(expected), len(refused), 0)
    assert len(rejects[0]["reasons"]) >= 1


def test_a_burden_that_is_no_number_is_unknown(tmp_path: Path) -> None:
    rows = [{"case_id": "nan", "tmb_mut_per_mb": float("nan")}, {"case_id": "none"}]
    out, _, counts = run(frame(rows), tmp_path)
    assert out.row(0)[1:] == out.row(1)[1:]
    assert counts.nan == 1


def test_columns_that_are_no_facts_are_refused_with_what_was_meant(tmp_path: Path) -> None:
    table = pl.DataFrame({"case_id": ["a"], "ecog_pss": [1], "liver_metastases": ["yes"]})
    table.write_parquet(tmp_path / "in.parquet")
    with pytest.raises(TableError) as caught:
        assess_table(tmp_path / "in.parquet", tmp_path / "out.parquet", lambda *_: None)
    assert [p.name for p in caught.value.problems] == ["ecog_pss", "liver_metastases"]
    assert "ecog_ps" in caught.value.problems[0].nearest
    assert not (tmp_path / "out.parquet").exists()


BAD: dict[str, Any] = {
    "nodal_max_basin": " ",
    "board_date": "2026-02-30",
    "pci_region_scores": [0, 1],
    "drainage_spared_organs": [""],
    "suspected_origins": ["moon"],
    "tmb_mut_per_mb": float("inf"),
    "expert_agreement_pct": 101.0,
    "liver_lesion_count": -1,
}


@pytest.mark.parametrize("name", BAD)
def test_one_bad_value_is_one_reject_that_names_its_fact(name: str, tmp_path: Path) -> None:
    out, rejects, _ = run(frame([{"case_id": "bad", name: BAD[name]}, {"case_id": "ok"}]), tmp_path)
    assert out["case_id"].to_list() == ["ok"]
    assert [reject["case_id"] for reject in rejects] == ["bad"]
    assert all(reason["place"].startswith(f"facts.{name}") for reason in rejects[0]["reasons"])


@pytest.mark.parametrize("case_id", [None, "", " "])
def test_a_row_without_id_is_rejected(case_id: str | None, tmp_path: Path) -> None:
    out, rejects, _ = run(frame([{"case_id": case_id}]), tmp_path)
    assert out.height == 0
    assert [reason["place"] for reason in rejects[0]["reasons"]] == ["id"]
