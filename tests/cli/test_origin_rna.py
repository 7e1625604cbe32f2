"""`ariane origin rna` as a user runs it, on a made-up table."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

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


def test_json_holds_one_report_a_sample(
    expression: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["origin", "rna", "--expression", str(expression), "--format", "json"]) == 0
    out, err = capsys.readouterr()
    reports = json.loads(out)
    assert [each["sample_id"] for each in reports] == ["A", "B"]
    assert {each["source"] for each in reports} == {"rna"}
    assert {each["model"]["name"] for each in reports} == {"rna-90"}
    assert "rna-90" in err


@pytest.mark.parametrize(("language", "said"), [("fr", "primitifs du TCGA"), ("en", "TCGA")])
def test_text_says_where_it_was_measured(
    expression: Path, capsys: pytest.CaptureFixture[str], language: str, said: str
) -> None:
    words = ["origin", "rna", "--expression", str(expression), "--lang", language]
    assert main(words) == 0
    assert said in " ".join(capsys.readouterr().out.split())


def test_a_table_without_genes_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.tsv"
    path.write_text("sample_id\tage\nA\t1\n")
    assert main(["origin", "rna", "--expression", str(path)]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert str(path) in err
