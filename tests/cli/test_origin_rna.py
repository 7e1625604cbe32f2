"""`ariane origin rna` as a user runs it, on a made-up table."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from ariane.cli.main import main
from ariane.origin.rna.shipping import load_rna_model


@pytest.fixture
def expression(tmp_path: Path) -> Path:
    """Return a table of two class centres, genes in rows, counts, gzip."""
    fitted = load_rna_model("rna-90").fitted
    factors = fitted.factors
    rows = fitted.gaussians.means[:2] @ factors.axes.T * factors.spread + factors.mean
    counts = np.rint(np.exp2(rows)).astype(int)
    lines = ["gene\tA\tB"]
    lines += [
        "\t".join((gene, *map(str, each)))
        for gene, each in zip(factors.genes, counts.T, strict=True)
    ]
    path = tmp_path / "expression.tsv.gz"
    path.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode()))
    return path


class Said(NamedTuple):
    """How a command ended and what it printed."""

    status: int
    out: str
    err: str


def run(capture: pytest.CaptureFixture[bytes], *words: str) -> Said:
    with pytest.raises(SystemExit) as left:
        main(["origin", "rna", *words])
    said = capture.readouterr()
    return Said(int(left.value.code or 0), said.out.decode(), said.err.decode())


def test_json_holds_one_report_a_sample(
    expression: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    said = run(capfdbinary, "--expression", str(expression), "--format", "json")
    reports = json.loads(said.out)
    assert said.status == 0
    assert [each["sample_id"] for each in reports] == ["A", "B"]
    assert {each["source"] for each in reports} == {"rna"}
    assert {each["model"]["name"] for each in reports} == {"rna-90"}
    assert "rna-90" in said.err


@pytest.mark.parametrize(("language", "told"), [("fr", "primitifs du TCGA"), ("en", "TCGA")])
def test_text_says_where_it_was_measured(
    expression: Path, capfdbinary: pytest.CaptureFixture[bytes], language: str, told: str
) -> None:
    said = run(capfdbinary, "--expression", str(expression), "--lang", language)
    assert said.status == 0
    assert told in " ".join(said.out.split())


def test_a_panel_that_does_not_fit_gives_no_answer(
    expression: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    words = "--expression", str(expression), "--panel", "rna-3556", "--format", "json"
    reports = json.loads(run(capfdbinary, *words).out)
    assert {each["qc"]["verdict"] for each in reports} == {"fail"}
    assert all(each["abstained"] for each in reports)


def test_a_table_without_genes_is_refused(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "x.tsv"
    path.write_text("sample_id\tage\nA\t1\n")
    said = run(capfdbinary, "--expression", str(path))
    assert said.status == 2
    assert not said.out
    assert str(path) in said.err
