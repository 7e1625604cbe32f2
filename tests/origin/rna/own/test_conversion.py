"""A table read in blocks gives what the table read whole gives, wherever it was stopped."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ariane.origin.refusal import InputRefused
from ariane.origin.rna.expression import read_expression
from ariane.origin.rna.layout import find_layout
from ariane.origin.rna.own.conversion import converted, restricted
from ariane.origin.rna.own.stages import Stages
from ariane.origin.rna.rows import open_rows
from ariane.origin.rna.scale import Scale

ROWS = [
    ["id", "S-1", "S-2", "S-3", "S-4"],
    ["CGAS", "100.5", "2", "NA", "4"],
    ["TP53", "3", "3", "3", "0"],
    ["nothing", "9", "9", "9", "9"],
    ["KRAS", "7", "", "1", "1"],
    ["MB21D1", "1", "8", "2", "9"],
]


class Stopped(Exception):  # noqa: N818 - it happens from outside
    pass


def written(folder: Path, rows: list[list[str]], by_gene: bool = True) -> Path:
    lines = rows if by_gene else zip(*rows, strict=True)
    path = folder / "x.tsv"
    path.write_text("\n".join("\t".join(line) for line in lines), "utf-8")
    return path


def values_of(path: Path, folder: Path, stop_after: int = 10**6) -> tuple[np.ndarray, Scale]:
    table = open_rows(path)
    stages = Stages(folder / "stages")
    stages.begin({})
    calls = []

    def progress(stage: str, done: int, total: int) -> None:
        calls.append(stage)
        if len(calls) == stop_after:
            raise Stopped

    layout = find_layout(table)
    whole = converted(table, layout, stages, progress, block_bytes=1)
    found = np.concatenate(list(whole.blocks(1)))
    places = np.arange(len(layout.genes))[::2]
    assert np.array_equal(whole.of_genes(places, 1), found[:, places], equal_nan=True)
    return found, whole.scale


@pytest.mark.parametrize("by_gene", [True, False])
@pytest.mark.parametrize("stop", range(1, 7))
def test_blocks_of_one_row_and_a_stop_after_any_give_the_same_values(
    by_gene: bool, stop: int, tmp_path: Path
) -> None:
    path = written(tmp_path, ROWS, by_gene)
    whole = read_expression(path)
    try:
        values_of(path, tmp_path, stop)
    except Stopped:
        assert (tmp_path / "stages").exists()
    values, scale = values_of(path, tmp_path)
    assert np.array_equal(values, whole.values, equal_nan=True)
    assert scale is whole.scale is Scale.LINEAR


def test_what_was_seen_before_a_stop_still_counts(tmp_path: Path) -> None:
    below = [ROWS[0], ["CGAS", "-100.5", "2", "3", "4"], *ROWS[2:5], ["EGFR", "99", "1", "1", "1"]]
    path = written(tmp_path, below)
    with pytest.raises(Stopped):
        values_of(path, tmp_path, 2)
    with pytest.raises(InputRefused) as caught:
        values_of(path, tmp_path)
    assert [problem.value for problem in caught.value.problems] == ["-100.5"]


@pytest.mark.parametrize("by_gene", [True, False])
def test_only_the_samples_wanted_are_read(by_gene: bool, tmp_path: Path) -> None:
    broken = [[cell.replace("NA", "much") for cell in row] for row in ROWS]
    table = open_rows(written(tmp_path, broken, by_gene))
    layout = restricted(find_layout(table), {"S-4", "S-1"})
    stages = Stages(tmp_path / "stages")
    stages.begin({})
    read = converted(table, layout, stages, lambda *_: None)
    assert layout.samples == ("S-1", "S-4")
    whole = read_expression(written(tmp_path, ROWS, by_gene))
    values = np.concatenate(list(read.blocks(1000)))
    assert np.array_equal(values, whole.values[[0, 3]])
