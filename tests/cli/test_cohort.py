"""`ariane cohort assess` at the command line."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from ariane.cli.main import main


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as caught:
        main(["cohort", "assess", *words, "--lang", "en"])
    return int(caught.value.code or 0)


def test_counts_reconcile_on_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, output = tmp_path / "in.parquet", tmp_path / "out.parquet"
    pl.DataFrame({"case_id": ["a", "b"], "ecog_ps": [1, 9]}).write_parquet(table)
    assert run(str(table), "-o", str(output)) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "Rows read: 2; assessed: 1; rejected: 1" in told.err
    assert pl.read_parquet(output)["case_id"].to_list() == ["a"]


@pytest.mark.parametrize("content", [b"case_id\n1\n", b"", None])
def test_what_is_no_parquet_is_refused_and_nothing_written(
    tmp_path: Path, content: bytes | None
) -> None:
    table = tmp_path / "in.parquet"
    if content is not None:
        table.write_bytes(content)
    before = list(tmp_path.iterdir())
    assert run(str(table), "-o", str(tmp_path / "out.parquet")) == 2
    assert list(tmp_path.iterdir()) == before
